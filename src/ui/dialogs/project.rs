//! What the project is called, and thoughts on it.

use super::{Close, Modal};
use crate::app::Topic;
use crate::model::Command;
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

/// The title and the memo. Each is written when it is left.
#[component]
pub fn AskProject() -> impl IntoView {
    let app = app();
    let head = Memo::new(move |_| {
        app.track(Topic::Head);
        app.with(|project| (project.head().title.clone(), project.head().memo.clone()))
    });
    let title = Signal::derive(move || head.get().0);
    let memo = Signal::derive(move || head.get().1);
    let rename = move |event: ev::Event| {
        if app.dispatch(Command::RenameProject(event_target_value(&event))).is_err() {
            event_target::<HtmlInputElement>(&event).set_value(&title.get_untracked());
        }
    };
    let write = move |event: ev::Event| {
        let _ = app.dispatch(Command::Memo(event_target_value(&event)));
    };
    view! {
        <Modal class="project-dialog" title=words().memos.project.to_owned()>
            <form on:submit=|event| event.prevent_default()>
                <label class="field">
                    <span class="label">{words().memos.title}</span>
                    <input type="text" dir="auto" autocomplete="off" prop:value=title on:change=rename/>
                </label>
                <label class="field">
                    <span class="label">{words().memos.memo}</span>
                    <textarea dir="auto" rows="8" placeholder=words().memos.project_hint prop:value=memo on:change=write></textarea>
                </label>
                <div class="buttons"><span class="grow"></span><Close text=words().desk.close/></div>
            </form>
        </Modal>
    }
}
