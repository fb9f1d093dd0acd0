//! The views. A view decides nothing: it reads the program's state and sends
//! commands.

mod add_named;
mod after;
mod annotations;
mod breach_count;
mod chooser;
mod codebook;
pub mod commands;
mod detail;
mod dialogs;
mod file_field;
mod foot;
mod header;
mod legal;
mod lists;
mod notice;
mod palette;
mod pen;
mod print;
mod projects;
mod reader;
mod recovery;
mod relating;
mod report;
mod tall;
mod told;
pub mod words;

use crate::app::{App, Pane, Screen, Setting};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, HtmlElement};
use words::words;

/// Starts the page: opens what is kept, then shows it in the place of the
/// static words.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        crate::app::stop_writing();
        console_error_panic_hook::hook(info);
        if let Some(words) = document().get_element_by_id("crashed") {
            let _ = words.remove_attribute("hidden");
        }
    }));
    wasm_bindgen_futures::spawn_local(async {
        crate::app::come_with_worker().await;
        let app = App::open().await;
        if let Some(waiting) = document().get_element_by_id("waiting") {
            waiting.remove();
        }
        mount_to_body(move || view! { <Root app/> });
    });
}

/// The running program, from any view.
pub(crate) fn app() -> App {
    use_context().expect("the root provides it")
}

/// Everything.
#[component]
fn Root(app: App) -> impl IntoView {
    provide_context(app);
    let root = document().document_element().expect("a page has a root");
    crate::ui::effect(move || {
        let _ = root.set_attribute("data-theme", app.view.theme.get().name());
    });
    let root = document().document_element().expect("a page has a root");
    crate::ui::effect(move || {
        let reading = app.view.reading.get();
        for setting in Setting::ALL {
            let _ = root.set_attribute(&format!("data-{}", setting.name()), &reading.of(setting).to_string());
        }
    });
    after::listen();
    window_event_listener(ev::keydown, move |event| commands::on_key(app, &event));
    window_event_listener(ev::beforeunload, move |event| {
        if app.view.whole.get_untracked() && app.has_unsaved() {
            event.prevent_default();
        }
    });
    // A field hands over what was typed when it loses the focus: also when the page goes.
    window_event_listener_untyped("pagehide", move |_| {
        // Before the rest of the program is there, nobody can have typed.
        if !app.view.whole.get_untracked() {
            return;
        }
        if let Some(field) =
            document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok())
        {
            let _ = field.blur();
        }
    });
    window_event_listener(ev::dragover, |event: DragEvent| event.prevent_default());
    window_event_listener(ev::drop, move |event: DragEvent| {
        event.prevent_default();
        if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
            app.take_files(files);
        }
    });
    crate::ui::effect(move || {
        // Not before a person has seen what was lost: the file may be all there is.
        if app.view.whole.get() && app.view.recovery.with(Option::is_none) {
            untrack(|| app.resume_file());
        }
    });
    let has_text = move || {
        let is_found = app.view.recovery.with(Option::is_none);
        is_found && app.view.screen.get() == Screen::Annotate && app.view.document.get().is_some()
    };
    let screen = move || match app.view.screen.get() {
        _ if app.view.recovery.with(Option::is_some) => view! { <Recovery/> }.into_any(),
        Screen::Annotate => view! { <Annotate/> }.into_any(),
        Screen::Codebook => view! { <codebook::CodebookScreen/> }.into_any(),
        Screen::Projects => view! { <projects::ProjectsScreen/> }.into_any(),
        Screen::Ledger => view! { <legal::LedgerScreen/> }.into_any(),
    };
    view! {
        <Show when=has_text>
            <a class="skip" href="#reader" on:click=move |event| {
                event.prevent_default();
                focus_reader();
            }>{words().skip_to_text}</a>
        </Show>
        <header::Header/>
        {screen}
        <foot::Foot/>
        {later(|| view! {
            <notice::NoticeBox/>
            <dialogs::Dialogs/>
            <print::Paper/>
        }.into_any())}
    }
}

/// What stands in the place of the text until a person knows what was lost.
#[component]
fn Recovery() -> impl IntoView {
    let app = app();
    app.view.recovery.get_untracked().map(|recovery| view! { <recovery::RecoveryScreen recovery/> })
}

/// The three columns, of which a narrow page shows one.
#[component]
fn Annotate() -> impl IntoView {
    let app = app();
    legal::provide_suggestions(app);
    let name_of = |pane| match pane {
        Pane::Lists => "lists",
        Pane::Reader => "reader",
        Pane::Annotations => "annotations",
    };
    let pane = Signal::derive(move || name_of(app.view.pane.get()));
    let panes = [
        (Pane::Lists, words().pane_lists),
        (Pane::Reader, words().pane_reader),
        (Pane::Annotations, words().pane_annotations),
    ];
    let buttons = panes.map(|(pane, name)| {
        let current = Signal::derive(move || (app.view.pane.get() == pane).then_some("true"));
        view! {
            <button type="button" aria-current=current data-for=name_of(pane)
                on:click=move |_| app.view.pane.set(pane)>{name}</button>
        }
    });
    view! {
        <main class="annotate" data-pane=pane>
            <lists::Lists/>
            <reader::Reader/>
            {later(|| view! { <reader::Strip/> }.into_any())}
            <annotations::Annotations/>
        </main>
        <nav class="panes" aria-label=words().panes>{buttons}</nav>
    }
}

/// Puts the focus on the text, without scrolling.
pub(crate) fn focus_reader() {
    focus("#reader");
}

/// Puts the focus on the first element that matches, without scrolling.
pub(crate) fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// True while a field has the focus: then keys and copying are its own.
pub(crate) fn active_is_field() -> bool {
    let active = document().active_element();
    active.is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}

/// What a first look does not show: built only when all of the program is there,
/// so that what builds it need not come before the text does.
pub(crate) fn later(build: fn() -> AnyView) -> AnyView {
    let app = app();
    let is_there = Memo::new(move |_| app.view.whole.get());
    (move || is_there.get().then(build)).into_any()
}

/// Runs now, and again whenever something changes that was read while running.
/// Boxed: the page would otherwise carry the machinery of effects once for each.
pub(crate) fn effect(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(run);
}
