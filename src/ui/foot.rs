//! The foot of the page: the truth about saving, in words.

use super::commands::{Id, key_of};
use super::{app, words::words};
use crate::app::{Answer, Dialog, Offline, Saving, Topic};
use leptos::prelude::*;

/// The foot of the page.
#[component]
pub fn Foot() -> impl IntoView {
    let app = app();
    let state = Signal::derive(move || (words().saving.state)(&app.view.saving.get()));
    let is = |kind: fn(&Saving) -> bool| Signal::derive(move || app.view.saving.with(kind));
    let is_saved = is(|state| *state == Saving::Saved);
    let is_well = is(|state| matches!(state, Saving::Saved | Saving::Writing));
    let is_lost = is(|state| !matches!(state, Saving::Saved | Saving::Writing | Saving::Loose));
    let can_retry = is(|state| matches!(state, Saving::Failed(_)));
    let totals = Memo::new(move |_| {
        app.track(Topic::Annotations);
        app.with_index(|project, index| (words().totals)(project.annotations().len(), index.used_tags()))
    });
    let key = |id| Signal::derive(move || key_of(app, id));
    view! {
        <footer class="foot">
            // What goes well is not read aloud with each step.
            <span class="saving" role="status" aria-live=Signal::derive(move || if is_well.get() { "off" } else { "polite" })
                data-widest=(words().saving.state)(&Saving::Saved) class:good=is_saved class:bad=is_lost>
                <span aria-hidden="true">{Signal::derive(move || if is_lost.get() { "▲ " } else { "● " })}</span>
                {state}
            </span>
            <button type="button" class="link where" on:click=move |_| app.view.dialog.set(Some(Dialog::Saving))>
                {words().saving.details}
            </button>
            <Show when=move || is_lost.get()>
                <button type="button" class="link" on:click=move |_| app.export(0)>{words().saving.download_now}</button>
            </Show>
            <Show when=move || can_retry.get()>
                <button type="button" class="link" on:click=move |_| app.write_queue()>{words().saving.try_again}</button>
            </Show>
            {super::later(|| view! { <OfflineWords/> }.into_any())}
            <span class="grow"></span>
            <span class="totals">{totals}</span>
            <button type="button" class="link keys" on:click=move |_| app.view.dialog.set(Some(Dialog::Commands))>
                <span class="key">{key(Id::Commands)} " "</span> {words().commands.finder}
            </button>
            <button type="button" class="link keys" on:click=move |_| app.view.dialog.set(Some(Dialog::Keys))>
                <span class="key">{key(Id::Keys)} " "</span> {words().keys}
            </button>
        </footer>
    }
}

/// Whether the page comes up without a network, or a new version of it waits.
#[component]
fn OfflineWords() -> impl IntoView {
    let app = app();
    let state = RwSignal::new(Offline::now());
    window_event_listener_untyped(Offline::changed(), move |_| {
        // The page outlives no listener of its window, but this may outlive the view.
        if let Some(before) = state.try_get_untracked() {
            let now = Offline::now();
            state.set(now);
            if now == Offline::Renewal && before != now {
                app.view.said.set(words().offline.renewal.to_owned());
            }
        }
    });
    let about = move || {
        let (text, _) = told(state.get())?;
        let words = words().offline;
        let renew = (state.get() == Offline::Renewal).then(|| {
            view! {
                <button type="button" class="link offline renew" on:click=|_| Offline::renew()>{words.reload_now}</button>
            }
        });
        Some(view! {
            <button type="button" class="link offline"
                on:click=move |_| say_offline(app)>{text}</button>
            {renew}
        })
    };
    view! { {about} }
}

/// What is said of a visit without a network, shortly and at length.
fn told(state: Offline) -> Option<(&'static str, &'static str)> {
    let words = words().offline;
    match state {
        Offline::Unknown => None,
        Offline::Ready => Some((words.ready, words.ready_why)),
        Offline::Renewal => Some((words.renewal, words.renewal_why)),
        Offline::Insecure => Some((words.only_online, words.insecure)),
        Offline::Unsupported => Some((words.only_online, words.unsupported)),
    }
}

/// Says at length whether the page comes up without a network.
pub fn say_offline(app: crate::app::App) {
    let (title, why) = told(Offline::now()).unwrap_or((words().offline.only_online, words().offline.unknown));
    let answer = Answer { title: title.to_owned(), lines: vec![why.to_owned()] };
    app.view.dialog.set(Some(Dialog::Message(answer)));
}
