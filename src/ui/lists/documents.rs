//! The list of documents, and the ways to add one.

use crate::app::{App, Dialog, Pane, Topic, format_date, format_number};
use crate::model::{DocumentId, Progress};
use crate::ui::file_field::{FileField, ask_for_files};
use crate::ui::tall::{Manner, Tall, id, row, tall};
use crate::ui::{app, later, words::words};
use leptos::{html, prelude::*};

/// The documents.
#[component]
pub fn Documents() -> impl IntoView {
    let app = app();
    let rows = Memo::new(move |_| {
        app.track(Topic::Documents);
        app.with(|project| project.documents().iter().map(|document| row(0, document.id)).collect::<Vec<_>>())
    });
    let number = Signal::derive(move || format_number(rows.with(Vec::len)));
    let kept = Signal::derive(move || app.view.document.get().map(|id| row(0, id)));
    let list = Tall::new(rows, kept, Manner { scroller: ".lists", usual: 56.0, button: ".document" });
    view! {
        <div class="list-head">
            <h2>{words().desk.documents}</h2>
            <span class="count">{number}</span>
            <AddButtons/>
        </div>
        <div on:keydown=move |event| list.walk(&event, |_| true)>
            {tall(list, "documents", |row| view! { <DocumentRow id=id(row)/> }.into_any())}
        </div>
    }
}

/// The title of a document, and its date.
fn named(app: App, id: DocumentId) -> Option<(String, String)> {
    app.track(Topic::Documents);
    app.with(|project| project.document(id).map(|document| (document.title.clone(), document.date.clone())))
}

/// How far the coder is with a document, and how many annotations it has. It is asked for each
/// document after each step, so it looks at nothing else.
fn progress(app: App, id: DocumentId) -> (Option<Progress>, usize) {
    app.track(Topic::Annotations);
    app.track(Topic::Readings);
    let coder = app.coder();
    app.with_index(|project, index| {
        (project.reading(coder, id).map(|reading| reading.progress), index.count(id))
    })
}

/// What the small line of a row says.
fn about(date: &str, (progress, marks): (Option<Progress>, usize)) -> String {
    let mut about = Vec::new();
    if !date.is_empty() {
        about.push(format_date(date));
    }
    match (progress, marks) {
        (None, 0) => about.push(words().desk.not_started.to_owned()),
        _ => about.push((words().desk.annotations)(marks)),
    }
    if progress == Some(Progress::Done) {
        about.push(words().desk.done.to_owned());
    }
    about.join(" · ")
}

/// One document.
#[component]
fn DocumentRow(id: DocumentId) -> impl IntoView {
    let app = app();
    let named = Memo::new(move |_| named(app, id));
    let progress = Memo::new(move |_| progress(app, id));
    let title = Signal::derive(move || named.get().map(|(title, _)| title).unwrap_or_default());
    let about = Signal::derive(move || about(&named.get().unwrap_or_default().1, progress.get()));
    let is_shown = Memo::new(move |_| app.view.document.get() == Some(id));
    let show = move |_| {
        app.show(id);
        app.view.pane.set(Pane::Reader);
    };
    let edit = Signal::derive(move || (words().desk.edit_document)(&title.get()));
    view! {
        <div class="document-row" class:current=is_shown>
            <button type="button" class="document" aria-current=Signal::derive(move || is_shown.get().then_some("true")) on:click=show>
                <span class="title" dir="auto">{title}</span>
                <small>{about}</small>
            </button>
            <Show when=move || is_shown.get()>
                <button type="button" class="icon edit" aria-label=edit title=edit
                    on:click=move |_| app.view.dialog.set(Some(Dialog::Document(id)))>"✎"</button>
                {later(|| view! { <crate::ui::legal::InRow/> }.into_any())}
            </Show>
        </div>
    }
}

/// The buttons that add documents, with their hidden field.
#[component]
fn AddButtons() -> impl IntoView {
    let app = app();
    let field = NodeRef::<html::Input>::new();
    let add = words().desk.add_files;
    let paste = words().desk.paste;
    view! {
        <FileField field class="add-field" take=App::take_files/>
        <button type="button" class="icon paste" aria-label=paste title=paste
            on:click=move |_| app.view.dialog.set(Some(Dialog::Paste))>"¶"</button>
        <button type="button" class="icon add" aria-label=add title=add on:click=move |_| ask_for_files(field)>"+"</button>
    }
}
