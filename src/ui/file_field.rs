//! The hidden field that asks for files.

use super::app;
use crate::app::App;
use leptos::{ev, html, prelude::*};
use web_sys::{FileList, HtmlInputElement};

/// A field that hands the chosen files to the program; a button beside it opens it
/// with [`ask_for_files`].
#[component]
pub fn FileField(
    /// Where the button finds it.
    field: NodeRef<html::Input>,
    /// Its class.
    class: &'static str,
    /// Takes the files.
    take: fn(&App, FileList),
) -> impl IntoView {
    let app = app();
    let take_chosen = move |event: ev::Event| {
        let field: HtmlInputElement = event_target(&event);
        if let Some(files) = field.files() {
            take(&app, files);
        }
        // The same file can be chosen again.
        field.set_value("");
    };
    view! {
        <input type="file" multiple hidden class=class node_ref=field on:change=take_chosen
            accept=".txt,.md,.json,.csv,.qdc,text/plain,text/markdown,application/json,text/csv"/>
    }
}

/// Opens the browser's dialog for files.
pub fn ask_for_files(field: NodeRef<html::Input>) {
    if let Some(field) = field.get_untracked() {
        field.click();
    }
}
