//! The dialog that only says something.

use super::{Close, Modal};
use crate::app::Answer;
use crate::ui::words::words;
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
