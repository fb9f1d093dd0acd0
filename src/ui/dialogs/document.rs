//! What is known about a document.

use super::{Close, Modal};
use crate::app::Topic;
use crate::model::{Command, Document, DocumentField, DocumentId, Progress};
use crate::ui::{app, report::sentences, words::words};
use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

/// How much of the hash is shown.
const HASH_SHOWN: usize = 12;

/// A document's metadata. Every field is written when it is left.
#[component]
pub fn AskDocument(id: DocumentId) -> impl IntoView {
    let app = app();
    let document = Memo::new(move |_| {
        app.track(Topic::Documents);
        app.with(|project| project.document(id).cloned())
    });
    let is_done = Memo::new(move |_| {
        app.track(Topic::Readings);
        let coder = app.coder();
        app.with(|project| {
            project.reading(coder, id).is_some_and(|reading| reading.progress == Progress::Done)
        })
    });
    let mark = move |event: ev::Event| {
        app.mark_reading(if event_target_checked(&event) { Progress::Done } else { Progress::Open });
    };
    // How far one is can be said of the text that one sees.
    let done = (app.view.document.get_untracked() == Some(id)).then(|| {
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=is_done on:change=mark/>
                {words().desk.done_reading}
            </label>
        }
    });
    let remove = move |_| {
        if app.dispatch(Command::RemoveDocument(id)).is_ok() {
            app.view.dialog.set(None);
        }
    };
    let facts = document.get_untracked().map(|document| facts(&document));
    view! {
        <Modal class="document-dialog" title=words().desk.document_title.to_owned()>
            <form on:submit=|event| event.prevent_default()>
                <Field id document label=words().desk.title read=|document| document.title write=DocumentField::Title/>
                <Field id document label=words().desk.source read=|document| document.source write=DocumentField::Source/>
                <Field id document label=words().desk.author read=|document| document.author write=DocumentField::Author/>
                <Field id document label=words().desk.date hint=words().desk.date_hint
                    read=|document| document.date write=DocumentField::Date/>
                <Field id document label=words().desk.language hint=words().desk.language_hint
                    read=|document| document.language write=DocumentField::Language/>
                <MemoField id document/>
                {done}
                {facts}
                <div class="buttons">
                    <button type="button" class="remove" on:click=remove>{words().desk.remove_document}</button>
                    <span class="grow"></span>
                    <Close text=words().desk.close/>
                </div>
            </form>
        </Modal>
    }
}

/// What cannot be changed.
fn facts(document: &Document) -> impl IntoView + use<> {
    let original = &document.original;
    let names = words().desk.newline_names;
    let newline = names.iter().find(|(name, _)| *name == original.newline).map_or("", |(_, words)| *words);
    let hash = document.text.hash().to_string();
    let rows = [
        (words().desk.length, (words().characters)(document.text.length().get() as usize)),
        (words().desk.hash, format!("{}…", &hash[..HASH_SHOWN])),
        (words().desk.encoding, original.encoding.clone()),
        (words().desk.newlines, newline.to_owned()),
    ];
    let rows = rows.map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    let mut came = sentences(document);
    if came.is_empty() {
        came.push(words().imported.came_whole.to_owned());
    }
    view! {
        <h3>{words().desk.facts}</h3>
        <dl class="facts" title=hash>{rows}</dl>
        <h3>{words().imported.came}</h3>
        <ul class="came">{came.into_iter().map(|one| view! { <li>{one}</li> }).collect_view()}</ul>
    }
}

/// Thoughts on it.
#[component]
fn MemoField(id: DocumentId, document: Memo<Option<Document>>) -> impl IntoView {
    let app = app();
    let memo = Memo::new(move |_| document.get().map(|document| document.memo).unwrap_or_default());
    let commit = move |event: ev::Event| {
        let memo = DocumentField::Memo(event_target_value(&event));
        let _ = app.dispatch(Command::EditDocument(id, vec![memo]));
    };
    view! {
        <label class="field">
            <span class="label">{words().memos.memo}</span>
            <textarea dir="auto" rows="3" placeholder=words().memos.document_hint prop:value=memo on:change=commit></textarea>
        </label>
    }
}

/// A field of one line.
#[component]
fn Field(
    id: DocumentId,
    document: Memo<Option<Document>>,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    read: fn(Document) -> String,
    write: fn(String) -> DocumentField,
) -> impl IntoView {
    let app = app();
    let value = Memo::new(move |_| document.get().map(read).unwrap_or_default());
    let commit = move |event: ev::Event| {
        if app.dispatch(Command::EditDocument(id, vec![write(event_target_value(&event))])).is_err() {
            event_target::<HtmlInputElement>(&event).set_value(&value.get_untracked());
        }
    };
    view! {
        <label class="field">
            <span class="label">{label}</span>
            <input type="text" dir="auto" autocomplete="off" placeholder=hint prop:value=value on:change=commit/>
        </label>
    }
}
