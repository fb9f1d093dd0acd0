//! Two short questions: who codes, and what text is to be pasted.

use super::{Close, Modal};
use crate::model::Command;
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};

/// What the coder is called; then an export may go on.
#[component]
pub fn AskCoder(export: Option<usize>) -> impl IntoView {
    let app = app();
    let label = RwSignal::new(untrack(|| app.coder_label()));
    let go_on = move || {
        app.view.dialog.set(None);
        if let Some(which) = export {
            app.download(which);
        }
    };
    let keep = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if app.dispatch(Command::LabelCoder(app.coder(), label.get_untracked())).is_ok() {
            go_on();
        }
    };
    let unnamed = export.map(|_| {
        view! { <button type="button" class="unnamed" on:click=move |_| go_on()>{words().desk.export_unnamed}</button> }
    });
    let done = if export.is_some() { words().desk.save_and_export } else { words().desk.save };
    view! {
        <Modal class="coder-dialog" title=words().desk.coder_title.to_owned()>
            <form on:submit=keep>
                <p>{words().desk.coder_about}</p>
                <label class="field">
                    <span class="label">{words().desk.coder_label}</span>
                    <input type="text" dir="auto" autofocus required maxlength="60" autocomplete="off" bind:value=label/>
                </label>
                <div class="buttons">
                    <button type="submit" class="primary">{done}</button>
                    {unnamed}
                    <Close text=words().desk.cancel/>
                </div>
            </form>
        </Modal>
    }
}

/// A text to be pasted.
#[component]
pub fn AskText() -> impl IntoView {
    let app = app();
    let title = RwSignal::new(String::new());
    let text = RwSignal::new(String::new());
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let written = title.get_untracked();
        let written = written.trim();
        let title = if written.is_empty() { words().desk.paste_untitled } else { written };
        app.paste(title.to_owned(), text.get_untracked());
    };
    view! {
        <Modal class="paste-dialog" title=words().desk.paste_title.to_owned()>
            <form on:submit=add>
                <label class="field">
                    <span class="label">{words().desk.paste_name}</span>
                    <input type="text" dir="auto" autofocus autocomplete="off"
                        placeholder=words().desk.paste_untitled bind:value=title/>
                </label>
                <label class="field">
                    <span class="label">{words().desk.paste_text}</span>
                    <textarea dir="auto" rows="12" required bind:value=text></textarea>
                </label>
                <div class="buttons">
                    <button type="submit" class="primary">{words().desk.add_text}</button>
                    <Close text=words().desk.cancel/>
                </div>
            </form>
        </Modal>
    }
}
