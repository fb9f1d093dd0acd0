//! The details of the chosen annotation: what its tag asks for, how sure the coder is, a note; and what
//! can be done with it.

mod certainty;
mod pieces;
mod relations;
mod segments;
mod short;
mod typed;
mod values;

pub use relations::told_relation;
pub use short::{Short, told_certainty, told_value};

use super::commands::{Id, key_of, run_named};
use super::reader::{Edge, move_edge};
use super::{app, words::words};
use crate::app::{App, Palette, Pane, Topic};
use crate::model::{AnnotationId, Command};
use crate::text::Motion;
use certainty::CertaintyRow;
use leptos::{ev, prelude::*};
use pieces::Pieces;
use relations::Relations;
use values::Values;

/// What in the open details can have the focus, the first of it first.
pub const FIRST: &str = ".card.chosen .detail :is(input, select, textarea, button:not([tabindex=\"-1\"]))";

/// Brings the focus back to the text, which a narrow page has in another column.
fn back_to_text(app: App) {
    app.view.pane.set(Pane::Reader);
    super::focus_reader();
    request_animation_frame(super::focus_reader);
}

/// The part of a card that is shown while it is chosen.
#[component]
pub fn Detail(id: AnnotationId) -> impl IntoView {
    let app = app();
    // Escape and Control-Enter keep what was typed and go back to the text.
    let leave = move |event: ev::KeyboardEvent| {
        let is_done =
            event.key() == "Escape" || (event.key() == "Enter" && super::commands::has_control(&event));
        if is_done {
            event.prevent_default();
            event.stop_propagation();
            back_to_text(app);
        }
    };
    view! {
        <div class="detail" role="group" aria-label=words().detail.details on:keydown=leave>
            <Values id/>
            <super::legal::MeaningPanel id/>
            <CertaintyRow id/>
            <Relations id/>
            <NoteRow id/>
            <Pieces id/>
            <Acts id/>
        </div>
    }
}

/// The note.
#[component]
fn NoteRow(id: AnnotationId) -> impl IntoView {
    let app = app();
    let note = Memo::new(move |_| {
        app.track(Topic::Annotation(id));
        app.with(|project| {
            project.annotation(id).map(|annotation| annotation.note.clone()).unwrap_or_default()
        })
    });
    let write = move |event: ev::Event| {
        let _ = app.dispatch(Command::Note(id, event_target_value(&event)));
    };
    let field = format!("note-{id}");
    view! {
        <div class="row">
            <label class="name" for=field.clone()>{words().note}</label>
            <div class="answer">
                <textarea id=field class="note-field" dir="auto" rows="2" placeholder=words().note_placeholder
                    prop:value=note on:change=write></textarea>
            </div>
        </div>
    }
}

/// What can be done with it: its ends, its tag, away with it.
#[component]
fn Acts(id: AnnotationId) -> impl IntoView {
    let app = app();
    let has_ends = app.with(|project| project.annotation(id).is_some_and(|it| it.target.hull().is_some()));
    let ends = [
        (words().start, Edge::Start, words().start_earlier, words().start_later),
        (words().end, Edge::End, words().end_earlier, words().end_later),
    ];
    let ends = ends.map(|(name, edge, earlier, later)| {
        let step = move |motion| move |_| move_edge(app, edge, motion);
        view! {
            <span class="end">
                {name}
                <button type="button" class="icon" title=earlier aria-label=earlier on:click=step(Motion::PreviousWord)>"←"</button>
                <button type="button" class="icon" title=later aria-label=later on:click=step(Motion::NextWord)>"→"</button>
            </span>
        }
    });
    // What is selected beside it is not meant.
    let keep = move |command: Id| {
        app.view.pending.set(None);
        run_named(app, command);
    };
    let keeps = [
        (Id::KeepExample, words().detail.keep_example, words().detail.keep_example_about),
        (Id::KeepCounterExample, words().detail.keep_counter, words().detail.keep_counter_about),
    ];
    let keeps = keeps.map(|(command, text, about)| {
        view! { <button type="button" class="link" title=about on:click=move |_| keep(command)>{text}</button> }
    });
    let retag_key = move || key_of(app, Id::Retag).map(|key| view! { <kbd>{key}</kbd> });
    view! {
        {has_ends.then(|| view! { <div class="ends">{ends}</div> })}
        {has_ends.then(|| view! { <div class="keep">{keeps}</div> })}
        <div class="acts">
            <button type="button" class="retag" on:click=move |_| app.view.palette.set(Some(Palette::Retag(id)))>
                {words().change_tag} " " {retag_key}
            </button>
            <button type="button" class="delete" on:click=move |_| {
                app.delete_chosen();
                back_to_text(app);
            }>{words().delete}</button>
        </div>
    }
}
