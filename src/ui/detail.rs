//! The details of the chosen annotation: tag, ends, note.

use super::commands::{Id, key_of};
use super::reader::{Edge, move_edge};
use super::{app, words::words};
use crate::app::{Palette, Topic};
use crate::model::{AnnotationId, Command};
use crate::text::Motion;
use leptos::{ev, prelude::*};

/// The part of a card that is shown while it is chosen.
#[component]
pub fn Detail(id: AnnotationId) -> impl IntoView {
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
    // Escape and Control-Enter keep what was typed and go back to the text.
    let leave = move |event: ev::KeyboardEvent| {
        let is_done =
            event.key() == "Escape" || (event.key() == "Enter" && super::commands::has_control(&event));
        if is_done {
            event.prevent_default();
            event.stop_propagation();
            super::focus_reader();
        }
    };
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
    let retag_key = move || key_of(app, Id::Retag).map(|key| view! { <kbd>{key}</kbd> });
    let field = format!("note-{id}");
    view! {
        <div class="detail">
            <label for=field.clone()>{words().note}</label>
            <textarea id=field rows="2" placeholder=words().note_placeholder prop:value=note
                on:change=write on:keydown=leave></textarea>
            <super::legal::MeaningPanel id/>
            <div class="ends">{ends}</div>
            <div class="acts">
                <button type="button" class="retag" on:click=move |_| app.view.palette.set(Some(Palette::Retag(id)))>
                    {words().change_tag} " " {retag_key}
                </button>
                <button type="button" class="delete" on:click=move |_| {
                    app.delete_chosen();
                    super::focus_reader();
                }>{words().delete}</button>
            </div>
        </div>
    }
}
