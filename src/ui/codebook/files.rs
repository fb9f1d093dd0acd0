//! The codebook as a file: taken away, brought in, begun with.

use crate::app::{App, Dialog};
use crate::formats::CODEBOOKS;
use crate::ui::file_field::{FileField, ask_for_files};
use crate::ui::{app, words::words};
use leptos::{html, prelude::*};

/// The ways in and out.
#[component]
pub fn Files() -> impl IntoView {
    let app = app();
    let book = words().book;
    let field = NodeRef::<html::Input>::new();
    let out = CODEBOOKS.iter().enumerate().map(|(which, format)| {
        view! {
            <button type="button" class="file-row" title=format.about on:click=move |_| app.export_codebook(which)>
                {format.name}
            </button>
        }
    });
    view! {
        <div class="list-head files-head"><h2>{book.files}</h2></div>
        <div class="file-rows">
            {out.collect_view()}
            <FileField field class="codebook-field" take=App::take_codebook/>
            <button type="button" class="file-row import-codebook" on:click=move |_| ask_for_files(field)>{book.import}</button>
            <button type="button" class="file-row starters" on:click=move |_| app.view.dialog.set(Some(Dialog::Starters))>{book.starters}</button>
        </div>
    }
}
