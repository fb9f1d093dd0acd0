//! The one question that is asked before something is done: all goes, and cannot come back.

use super::{Close, Modal};
use crate::ui::{app, words::words};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Asks whether everything shall be erased.
#[component]
pub fn AskErase() -> impl IntoView {
    let app = app();
    let words = words().projects;
    view! {
        <Modal class="erase-dialog" title=words.erase_title.to_owned()>
            <p>{words.erase_sure}</p>
            <div class="buttons">
                <Close text=words.cancel/>
                <span class="grow"></span>
                <button type="button" class="danger" on:click=move |_| spawn_local(async move { app.erase_everything().await })>{words.erase_now}</button>
            </div>
        </Modal>
    }
}
