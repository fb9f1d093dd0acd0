//! What a person sees before anything else where work was lost or cannot be read. Nothing is
//! written before they have gone on.

use super::{app, words::words};
use crate::app::{Recovery, RecoveryKind};
use leptos::prelude::*;
use web_sys::Event;

/// The event on which `static/start.js` hands over all records as they are.
const RESCUE: &str = "glossator-rescue";

/// Hands all records of this page to the browser's downloads, without the program's help.
pub fn download_raw() {
    if let Ok(event) = Event::new(RESCUE) {
        let _ = window().dispatch_event(&event);
    }
}

/// The screen.
#[component]
pub fn RecoveryScreen(recovery: Recovery) -> impl IntoView {
    let app = app();
    let words = words().saving;
    let Recovery { kind, lines, has_work, .. } = recovery;
    let found = has_work.then(|| {
        let (documents, annotations) =
            app.with(|project| (project.documents().len(), project.annotations().len()));
        view! { <p class="found">{(words.found)(documents, annotations)}</p> }
    });
    let download = has_work.then(|| {
        view! { <button type="button" on:click=move |_| app.download(0)>{words.download_found}</button> }
    });
    let without = (kind == RecoveryKind::Unreachable).then(|| {
        view! { <button type="button" on:click=move |_| app.go_without_database()>{words.go_without}</button> }
    });
    let details = (!lines.is_empty()).then(|| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        view! { <ul class="lines">{lines}</ul> }
    });
    view! {
        <main class="recovery">
            <h2 tabindex="-1">{(words.title)(kind)}</h2>
            <p>{(words.told)(kind)}</p>
            {found}
            {details}
            <div class="buttons">
                <button type="button" class="primary" on:click=move |_| app.accept_recovery()>{(words.go_on)(kind)}</button>
                {download}
                {without}
                <button type="button" on:click=|_| download_raw()>{words.download_raw}</button>
            </div>
            <p class="why">{words.raw_why}</p>
        </main>
    }
}
