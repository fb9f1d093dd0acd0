//! The head of the page: views, undo, coder, files.

use super::file_field::{FileField, ask_for_files};
use super::{app, words::words};
use crate::app::{App, Dialog, Screen};
use crate::formats::WRITERS;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The head of the page.
#[component]
pub fn Header() -> impl IntoView {
    let app = app();
    let tabs = [Screen::Annotate, Screen::Codebook, Screen::Ledger, Screen::Projects].map(|screen| {
        let name = match screen {
            Screen::Annotate => words().annotate,
            Screen::Codebook => words().codebook,
            Screen::Ledger => words().legal.ledger,
            Screen::Projects => words().projects.screen,
        };
        let current = Signal::derive(move || (app.view.screen.get() == screen).then_some("page"));
        view! {
            <button type="button" aria-current=current on:click=move |_| app.view.screen.set(screen)>{name}</button>
        }
    });
    let undo =
        Signal::derive(move || app.undoable().map_or(words().undo.to_owned(), |act| (words().undo_act)(act)));
    let redo =
        Signal::derive(move || app.redoable().map_or(words().redo.to_owned(), |act| (words().redo_act)(act)));
    let coder = Signal::derive(move || {
        let label = app.coder_label();
        if label.is_empty() { words().coder_unnamed.to_owned() } else { (words().coder)(&label) }
    });
    let theme = Signal::derive(move || (words().theme)(app.view.theme.get().name()));
    view! {
        <header class="head">
            <h1 class="brand">"Gloss"<i>"ator"</i></h1>
            <nav class="screens" aria-label=words().screens>{tabs}</nav>
            <span class="grow"></span>
            <button type="button" class="icon theme" title=theme aria-label=theme on:click=move |_| app.switch_theme()>"◐"</button>
            <button type="button" class="icon reading" title=words().reading.open aria-label=words().reading.open
                on:click=move |_| app.view.dialog.set(Some(Dialog::Reading))>"Aa"</button>
            <button type="button" class="icon undo" title=undo aria-label=undo
                disabled=Signal::derive(move || app.undoable().is_none()) on:click=move |_| app.undo()>"↶"</button>
            <button type="button" class="icon drawn history" title=words().list.history aria-label=words().list.history
                on:click=move |_| app.view.dialog.set(Some(Dialog::History))></button>
            <button type="button" class="icon redo" title=redo aria-label=redo
                disabled=Signal::derive(move || app.redoable().is_none()) on:click=move |_| app.redo()>"↷"</button>
            <button type="button" class="who" on:click=move |_| app.view.dialog.set(Some(Dialog::Coder(None)))>{coder}</button>
            <Import/>
            <Export/>
        </header>
    }
}

/// The button that asks for files.
#[component]
fn Import() -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    view! {
        <FileField field class="import-field" take=App::take_files/>
        <button type="button" class="import" on:click=move |_| ask_for_files(field)>{words().import}</button>
    }
}

/// The menu of files that can be taken away.
#[component]
fn Export() -> impl IntoView {
    let app = app();
    let (is_open, set_open) = signal(false);
    let close = move || {
        set_open.set(false);
        super::focus(".export");
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let step = match event.key().as_str() {
            "Escape" => {
                event.prevent_default();
                return close();
            }
            "ArrowDown" => 1,
            "ArrowUp" => WRITERS.len() - 1,
            _ => return,
        };
        event.prevent_default();
        let items = document().query_selector_all(".menu [role=menuitem]").expect("the selector is sound");
        let active = document().active_element();
        let active: Option<&web_sys::Node> = active.as_deref();
        let at = (0..items.length()).find(|at| items.get(*at).as_ref() == active);
        let next = at.map_or(0, |at| (at as usize + step) % WRITERS.len());
        if let Some(item) = items.get(next as u32).and_then(|item| item.dyn_into::<HtmlElement>().ok()) {
            let _ = item.focus();
        }
    };
    let items = move || {
        WRITERS
            .iter()
            .enumerate()
            .map(|(which, format)| {
                let run = move |_| {
                    close();
                    app.export(which);
                };
                view! {
                    <button type="button" role="menuitem" on:click=run>
                        <b>{format.name}</b>
                        <small>{format.about}</small>
                    </button>
                }
            })
            .collect_view()
    };
    crate::ui::effect(move || {
        if is_open.get() {
            request_animation_frame(|| super::focus(".menu [role=menuitem]"));
        }
    });
    view! {
        <div class="export-box" on:keydown=on_key>
            <button type="button" class="export primary" aria-haspopup="menu" aria-expanded=Signal::derive(move || is_open.get().to_string())
                on:click=move |_| set_open.update(|open| *open = !*open)>{words().export}</button>
            <Show when=move || is_open.get()>
                <div class="veil" on:click=move |_| set_open.set(false)></div>
                <div class="menu" role="menu" aria-label=words().export>{items}</div>
            </Show>
        </div>
    }
}
