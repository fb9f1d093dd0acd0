//! The list of documents, and the ways to add one.

use crate::app::{App, Dialog, Pane, Topic, format_date, format_number};
use crate::model::{DocumentId, Progress};
use crate::table::Table;
use crate::ui::file_field::{FileField, ask_for_files};
use crate::ui::{app, words::words};
use leptos::{html, prelude::*};

/// What a row shows.
#[derive(Clone, PartialEq)]
struct Row {
    title: String,
    about: String,
}

type Rows = (Vec<DocumentId>, Table<DocumentId, Row>);

/// The documents.
#[component]
pub fn Documents() -> impl IntoView {
    let app = app();
    let rows = Memo::new(move |_| rows(app));
    let ids = move || rows.with(|(ids, _)| ids.clone());
    let number = Signal::derive(move || rows.with(|(ids, _)| format_number(ids.len())));
    view! {
        <div class="list-head">
            <h2>{words().desk.documents}</h2>
            <span class="count">{number}</span>
            <AddButtons/>
        </div>
        <ul class="documents">
            <For each=ids key=|id| *id children=move |id| view! { <DocumentRow id rows/> }/>
        </ul>
    }
}

fn rows(app: App) -> Rows {
    for topic in [Topic::Documents, Topic::Annotations, Topic::Readings] {
        app.track(topic);
    }
    let coder = app.coder();
    app.with_index(|project, index| {
        let documents = project.documents();
        let row = |document: &&crate::model::Document| {
            let marks = index.count(document.id);
            let progress = project.reading(coder, document.id).map(|reading| reading.progress);
            let mut about = Vec::new();
            if !document.date.is_empty() {
                about.push(format_date(&document.date));
            }
            match (progress, marks) {
                (None, 0) => about.push(words().desk.not_started.to_owned()),
                _ => about.push((words().desk.annotations)(marks)),
            }
            if progress == Some(Progress::Done) {
                about.push(words().desk.done.to_owned());
            }
            (document.id, Row { title: document.title.clone(), about: about.join(" · ") })
        };
        (documents.iter().map(|document| document.id).collect(), documents.iter().map(row).collect())
    })
}

/// One document.
#[component]
fn DocumentRow(id: DocumentId, rows: Memo<Rows>) -> impl IntoView {
    let app = app();
    let row = Memo::new(move |_| rows.with(|(_, rows)| rows.get(&id).cloned()));
    let title = Signal::derive(move || row.get().map(|row| row.title).unwrap_or_default());
    let about = Signal::derive(move || row.get().map(|row| row.about).unwrap_or_default());
    let is_shown = Memo::new(move |_| app.view.document.get() == Some(id));
    let show = move |_| {
        app.show(id);
        app.view.pane.set(Pane::Reader);
    };
    let edit = Signal::derive(move || (words().desk.edit_document)(&title.get()));
    view! {
        <li class="document-row" class:current=is_shown>
            <button type="button" class="document" aria-current=Signal::derive(move || is_shown.get().then_some("true")) on:click=show>
                <span class="title" dir="auto">{title}</span>
                <small>{about}</small>
            </button>
            <Show when=move || is_shown.get()>
                <button type="button" class="icon edit" aria-label=edit title=edit
                    on:click=move |_| app.view.dialog.set(Some(Dialog::Document(id)))>"✎"</button>
            </Show>
        </li>
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
        <FileField field class="add-field"/>
        <button type="button" class="icon paste" aria-label=paste title=paste
            on:click=move |_| app.view.dialog.set(Some(Dialog::Paste))>"¶"</button>
        <button type="button" class="icon add" aria-label=add title=add on:click=move |_| ask_for_files(field)>"+"</button>
    }
}
