//! The last message, and the region that a screen reader listens to.

use super::{app, words::words};
use crate::app::{App, Happened, Kind};
use crate::model::Act;
use leptos::prelude::*;

/// Tells of a step: in the live region, and in the box where it can be undone
/// or cannot be seen.
fn tell(app: App, happened: Happened) {
    let Happened { step, kind, left } = happened;
    match kind {
        Kind::Quiet => {}
        Kind::Undone => turned(app, (words().undone)(step.act), left),
        Kind::Redone => turned(app, (words().redone)(step.act), left),
        Kind::Done => {
            if let Some(text) = app.view.sentence.try_update(Option::take).flatten() {
                return app.say_with_undo(text);
            }
            if let Some(text) = super::told::told(app, step.act, &step.patch.changes) {
                return app.say_with_undo(text);
            }
            let text = super::told::told_quietly(app, step.act, &step.patch.changes);
            match step.act {
                Act::DeleteAnnotations => app.say_with_undo(text),
                _ => {
                    app.view.notice.set(None);
                    app.view.said.set(text);
                }
            }
        }
    }
}

/// Says what was taken back and what was left; at once, for of two sentences only the
/// last would be heard.
fn turned(app: App, text: String, left: usize) {
    if left > 0 {
        app.refuse(format!("{text}. {}", (words().left)(left)));
    } else {
        app.say(text);
    }
}

/// Puts a sentence into the live region, which the page has from its first moment on:
/// one that comes together with its first words is not heard by every screen reader.
fn announce(text: &str) {
    if let Ok(Some(region)) = document().query_selector(".said") {
        region.set_text_content(Some(text));
    }
}

/// The message box, and what is told besides.
#[component]
pub fn NoticeBox() -> impl IntoView {
    let app = app();
    crate::ui::effect(move || {
        if let Some(happened) = app.view.happened.get() {
            untrack(|| tell(app, happened));
        }
    });
    // What is the same as before would not be heard: a space that is not seen makes it another.
    let heard = StoredValue::new(String::new());
    crate::ui::effect(move || {
        let mut text = app.view.said.get();
        if !text.is_empty() && heard.with_value(|heard| *heard == text) {
            text.push('\u{a0}');
        }
        announce(&text);
        heard.set_value(text);
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
    }
}
