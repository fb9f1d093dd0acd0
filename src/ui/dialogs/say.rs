//! Dialogs that only say something: the outcome of an import, the keys.

use super::{Close, Modal};
use crate::app::Answer;
use crate::ui::{commands::KEYS, words::words};
use leptos::prelude::*;

/// The outcome of an import, in sentences.
#[component]
pub fn Message(answer: Answer) -> impl IntoView {
    let lines = answer.lines.into_iter().map(|line| view! { <li dir="auto">{line}</li> });
    view! {
        <Modal class="message-dialog" title=answer.title>
            <ul class="lines">{lines.collect_view()}</ul>
            <div class="buttons"><Close text=words().desk.close/></div>
        </Modal>
    }
}

/// Which keys do what.
#[component]
pub fn KeySheet() -> impl IntoView {
    let rows = KEYS.iter().map(|row| {
        view! { <tr><th scope="row"><kbd>{row.keys}</kbd></th><td>{row.what}</td></tr> }
    });
    view! {
        <Modal class="keys-dialog" title=words().desk.keys_title.to_owned()>
            <div class="scroll" tabindex="0" role="region" aria-label=words().desk.keys_title>
                <table>
                    <thead>
                        <tr><th scope="col">{words().desk.keys_column}</th><th scope="col">{words().desk.what_column}</th></tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            <div class="buttons"><Close text=words().desk.close/></div>
        </Modal>
    }
}
