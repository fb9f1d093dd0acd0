//! The last message, and the region that a screen reader listens to.

use super::{app, words::words};
use crate::app::{App, Happened, Kind};
use crate::model::{Act, Change, Record};
use leptos::prelude::*;

/// Tells of a step: in the live region, and in the box where it can be undone
/// or cannot be seen.
fn tell(app: App, happened: Happened) {
    let Happened { step, kind, left } = happened;
    match kind {
        Kind::Quiet => return,
        Kind::Undone => app.say((words().undone)(step.act)),
        Kind::Redone => app.say((words().redone)(step.act)),
        Kind::Done => {
            if let Some(text) = super::told::told(app, step.act, &step.patch.changes) {
                return app.say_with_undo(text);
            }
            let text = told(app, step.act, &step.patch.changes);
            match step.act {
                Act::DeleteAnnotations => app.say_with_undo(text),
                _ => {
                    app.view.notice.set(None);
                    app.view.said.set(text);
                }
            }
        }
    }
    if left > 0 {
        app.refuse((words().left)(left));
    }
}

fn told(app: App, act: Act, changes: &[Change]) -> String {
    let annotation = changes.iter().find_map(|change| match change.after().or(change.before()) {
        Some(Record::Annotation(annotation)) => Some(annotation),
        _ => None,
    });
    let Some(annotation) = annotation else { return String::new() };
    let quote = app.quote(annotation.id, 60);
    let tag = app.with(|project| project.tag(annotation.tag).map(|tag| tag.name.clone()).unwrap_or_default());
    let deleted =
        changes.iter().filter(|change| matches!(change.before(), Some(Record::Annotation(_)))).count();
    match act {
        Act::Annotate => (words().tagged)(&quote, &tag),
        Act::Retag => (words().retagged)(&quote, &tag),
        Act::Resize => (words().resized)(&quote),
        Act::Note => words().noted.to_owned(),
        Act::DeleteAnnotations if deleted > 1 => (words().deleted_many)(deleted),
        Act::DeleteAnnotations => (words().deleted)(&tag),
        _ => String::new(),
    }
}

/// The message box and the live region.
#[component]
pub fn NoticeBox() -> impl IntoView {
    let app = app();
    crate::ui::effect(move || {
        if let Some(happened) = app.view.happened.get() {
            untrack(|| tell(app, happened));
        }
    });
    // A message that needs no answer goes by itself; an error stays until it was read.
    crate::ui::effect(move || {
        let Some(shown) = app.view.notice.get().filter(|notice| !notice.is_error) else { return };
        let offers_undo = shown.offers_undo;
        let leave = move || {
            if app.view.notice.get_untracked().as_ref() == Some(&shown) {
                app.view.notice.set(None);
            }
        };
        set_timeout(leave, std::time::Duration::from_secs(if offers_undo { 12 } else { 5 }));
    });
    let close = move |_| {
        app.view.notice.set(None);
        super::focus_reader();
    };
    let notice = move || {
        app.view.notice.get().map(|notice| {
            let undo = notice.offers_undo.then(|| {
                view! { <button type="button" class="undo-notice" on:click=move |_| app.undo()>{words().undo}</button> }
            });
            view! {
                <div class="notice" class:error=notice.is_error>
                    <span>{notice.text}</span>
                    {undo}
                    <button type="button" class="icon" aria-label=words().close on:click=close>"×"</button>
                </div>
            }
        })
    };
    view! {
        <section class="notices" aria-label=words().messages>{notice}</section>
        <div class="said" role="status" aria-live="polite">{Signal::derive(move || app.view.said.get())}</div>
    }
}
