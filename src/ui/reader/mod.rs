//! The text: one Tab stop with a caret of its own, its blocks and their marks.

mod arcs;
mod block;
mod chunk;
mod dom;
mod frame;
mod handles;
mod keys;
mod margin;
mod near;
mod overlay;
pub(super) mod place;
mod pointer;
mod resume;
mod signs;
mod strip;
mod suggested;
mod surface;
mod touch;
mod whole;
mod written;

pub use strip::Strip;

pub(super) use block::LANES;
pub(super) use overlay::follow_caret;
pub(super) use whole::tag_document;

pub(super) use keys::{Edge, Hold, Unit, Way, move_caret, move_edge, push_edge, select_unit, take};

use super::{app, palette::PaletteBox, pen, relating, words::words};
use crate::app::{App, Topic, format_date};
use crate::model::Document;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;

/// The column with the text.
#[component]
pub fn Reader() -> impl IntoView {
    let app = app();
    let scroller = NodeRef::<html::Div>::new();
    pointer::listen(app);
    resume::listen(app);
    window_event_listener_untyped("copy", move |event| copy(app, event.unchecked_ref()));
    let shown = Memo::new(move |_| app.view.document.get());
    let text = move || match shown.get() {
        Some(_) => view! { <Text/> }.into_any(),
        None => view! { <p class="empty">{words().no_document}</p> }.into_any(),
    };
    let pen = Memo::new(move |_| pen::written(app).map(|(_, colour)| colour));
    view! {
        <div class="reader" class:penned=move || pen.with(Option::is_some) style:--pen=move || pen.get().unwrap_or_default()
            node_ref=scroller>
            {super::later(|| view! { <pen::PenBar/> <relating::RelatingBar/> }.into_any())}
            <div class="page">
                {text}
                <overlay::Overlay/>
                {super::later(|| view! {
                    <signs::Signs/>
                    <suggested::Suggested/>
                    <margin::Margin/>
                    <handles::Handles/>
                    <PaletteBox/>
                    <relating::RelationBox/>
                    <arcs::ArcsWhenOn/>
                }.into_any())}
            </div>
            {super::later(|| view! { <touch::PassageBar/> }.into_any())}
        </div>
    }
}

/// The shown document: its title and its blocks.
#[component]
fn Text() -> impl IntoView {
    let app = app();
    let title = Signal::derive(move || app.document().map(|document| document.title).unwrap_or_default());
    let label = Signal::derive(move || (words().text_label)(&title.get()));
    let language = Signal::derive(move || app.language());
    let text = NodeRef::<html::Div>::new();
    surface::keep(app, text);
    view! {
        <div class="title">
            <h2>{title}</h2>
            <p class="about">
                {Signal::derive(move || app.document().map(|document| about(&document)))} " "
                {super::later(|| view! { <whole::TagDocument/> }.into_any())}
            </p>
            <whole::DocumentTags/>
        </div>
        <div id="reader" class="text" role="document" tabindex="0" aria-label=label lang=language node_ref=text
            on:pointerdown=move |_| app.note_reading() on:wheel=move |_| app.note_reading()
            on:keydown=move |_| app.note_reading()></div>
    }
}

/// Source, date, language and length of a document.
pub(super) fn about(document: &Document) -> String {
    let date = format_date(&document.date);
    let length = (words().characters)(document.text.length().get() as usize);
    let parts = [document.author.clone(), document.source.clone(), date, document.language.clone(), length];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Of what was copied so many characters are told.
const TOLD: usize = 60;

/// Copying takes the exact slice of the text, not what the page makes of it.
fn copy(app: App, event: &web_sys::ClipboardEvent) {
    let Some(document) = app.view.document.get_untracked() else { return };
    let is_field = super::active_is_field();
    let span = dom::selection(app, None).map(|selection| selection.span()).filter(|span| !span.is_empty());
    let pending = app.view.pending.get_untracked().map(|pending| pending.taken);
    let caret = Some(app.view.caret.get_untracked().span()).filter(|span| !span.is_empty());
    let span = span.or((!is_field).then_some(pending.or(caret)).flatten());
    let chosen = app.view.chosen.get_untracked().filter(|_| !is_field);
    let (text, told) = match (span, chosen) {
        (Some(span), _) => {
            let text = app.with(|project| Some(project.document(document)?.text.slice(span).to_owned()));
            (text.unwrap_or_default(), app.words_of(span, TOLD))
        }
        // All its pieces, and nothing of what lies between.
        (None, Some(chosen)) => (app.quote(chosen, usize::MAX), app.quote(chosen, TOLD)),
        (None, None) => return,
    };
    if let Some(data) = event.clipboard_data().filter(|_| !text.is_empty())
        && data.set_data("text/plain", &text).is_ok()
    {
        event.prevent_default();
        app.view.said.set((words().commands.copied)(&told));
    }
}

/// Says how many there are of so many, where several annotations lie on one spot.
pub(super) fn place_in_stack(app: App) -> Option<String> {
    app.track(Topic::Annotations);
    let id = app.view.chosen.get()?;
    let caret = app.view.caret.get().head;
    let (document, spot) = app.with(|project| {
        let annotation = project.annotation(id)?;
        let start = annotation.target.hull()?.start();
        Some((annotation.document, if annotation.target.holds(caret) { caret } else { start }))
    })?;
    let stack = pointer::stack_at(app, document, spot);
    let at = stack.iter().position(|other| *other == id)?;
    (stack.len() > 1).then(|| (words().covers)(at + 1, stack.len()))
}
