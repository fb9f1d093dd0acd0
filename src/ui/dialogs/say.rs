//! Dialogs that only say something: the outcome of an import, the keys.

use super::{Close, Modal};
use crate::app::Answer;
use crate::ui::{
    app,
    commands::{COMMANDS, chords, shown},
    words::words,
};
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
    let app = app();
    let rows = COMMANDS.iter().filter(|row| !row.chords.is_empty()).map(move |row| {
        let keys =
            chords(app, row).into_iter().map(|chord| view! { <kbd>{shown(chord)}</kbd> " " }).collect_view();
        view! { <tr><th scope="row">{keys}</th><td>{(words().commands.name)(row.id)}</td></tr> }
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
