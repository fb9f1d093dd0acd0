//! The annotations of the shown document, in the order of the text.

use super::{app, detail::Detail, reader::place_in_stack, words::words};
use crate::app::{App, Topic};
use crate::model::AnnotationId;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The right column.
#[component]
pub fn Annotations() -> impl IntoView {
    let app = app();
    let listed = Memo::new(move |_| {
        app.track(Topic::Annotations);
        app.view.document.get().map(|id| app.listed(id)).unwrap_or_default()
    });
    let is_empty = move || listed.with(Vec::is_empty);
    let hints = move || {
        words().hints.map(|(head, text)| {
            view! { <li><b>{head}</b><span>{text}</span></li> }
        })
    };
    crate::ui::effect(move || {
        // On a narrow page the column may have been hidden, and could not be scrolled.
        app.view.pane.track();
        if app.view.chosen.get().is_some() {
            request_animation_frame(|| super::reader::place::bring_into_view(".card.chosen"));
        }
    });
    view! {
        <section class="annotations" aria-labelledby="annotations-head" on:keydown=walk>
            <h2 id="annotations-head">{words().annotations}<span>{Signal::derive(move || (words().here)(listed.with(Vec::len)))}</span></h2>
            <Show when=is_empty><ol class="hints">{hints}</ol></Show>
            <ul class="cards">
                <For each=move || listed.get() key=|id| *id children=move |id| view! { <Card id/> }/>
            </ul>
        </section>
    }
}

/// Up and down go from card to card.
fn walk(event: ev::KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowDown" => 1,
        "ArrowUp" => -1,
        _ => return,
    };
    let Some(active) = document().active_element().filter(|active| active.class_name().contains("pick"))
    else {
        return;
    };
    let Ok(cards) = document().query_selector_all(".card .pick") else { return };
    let at = (0..cards.length()).find(|at| cards.get(*at).as_ref() == Some(active.as_ref()));
    let next = at.and_then(|at| (at as usize).checked_add_signed(by)).and_then(|at| cards.get(at as u32));
    if let Some(card) = next.and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = card.focus();
    }
}

/// What a card shows of its annotation.
#[derive(Clone, PartialEq, Default)]
struct Face {
    tag: String,
    colour: String,
    quote: String,
    note: String,
    coder: String,
}

fn face(app: App, id: AnnotationId) -> Face {
    app.track(Topic::Annotation(id));
    app.track(Topic::Coders);
    let quote = app.quote(id, 90);
    let found = app.with(|project| {
        let annotation = project.annotation(id)?;
        let tag = project.tag(annotation.tag)?;
        let coder = project.coder(annotation.coder)?;
        Some(Face {
            tag: tag.name.clone(),
            colour: tag.colour.to_string(),
            quote,
            note: annotation.note.clone(),
            coder: coder.label.clone(),
        })
    });
    found.unwrap_or_default()
}

/// One annotation; the chosen one with all its details.
#[component]
fn Card(id: AnnotationId) -> impl IntoView {
    let app = app();
    let face = Memo::new(move |_| face(app, id));
    let is_chosen = Memo::new(move |_| app.view.chosen.get() == Some(id));
    let language = Signal::derive(move || app.language());
    let pick = move |_| {
        if is_chosen.get_untracked() {
            app.view.chosen.set(None);
        } else {
            app.choose(id);
        }
    };
    view! {
        <li class="card hued" class:chosen=is_chosen style:--c=Signal::derive(move || face.get().colour)>
            <button type="button" class="pick" aria-expanded=Signal::derive(move || is_chosen.get().to_string()) on:click=pick>
                <b>{Signal::derive(move || face.get().tag)}</b>
                <q dir="auto" lang=language>{Signal::derive(move || face.get().quote)}</q>
                <Show when=move || !is_chosen.get() && !face.get().note.is_empty()>
                    <span class="note">{Signal::derive(move || face.get().note)}</span>
                </Show>
                <span class="who">{Signal::derive(move || face.get().coder)}</span>
            </button>
            <Show when=move || is_chosen.get()>
                <p class="stack">{Signal::derive(move || place_in_stack(app))}</p>
                <Detail id/>
            </Show>
        </li>
    }
}
