//! Where the work is kept, what can take it, and how to take it away.

use super::{Close, Modal};
use crate::ui::{app, recovery, words::words};
use leptos::prelude::*;

/// What is known of it.
#[component]
pub fn SavingSheet() -> impl IntoView {
    let app = app();
    let words = words().saving;
    let about = Signal::derive(move || (words.about)(&app.view.saving.get()));
    let persisted = move || app.view.persisted.get().map(|is| view! { <p>{(words.persisted)(is)}</p> });
    view! {
        <Modal class="saving-dialog" title=words.details_title.to_owned()>
            <p>{about}</p>
            {persisted}
            <p>{words.only_files}</p>
            <div class="buttons">
                <button type="button" class="primary" on:click=move |_| app.export(0)>{words.download_now}</button>
                <button type="button" title=words.raw_why on:click=|_| recovery::download_raw()>{words.download_raw}</button>
                <Close text=crate::ui::words::words().desk.close/>
            </div>
        </Modal>
    }
}
