//! The foot of the page: the truth about saving, in words.

use super::commands::{Id, key_of};
use super::{app, words::words};
use crate::app::{Answer, Dialog, Offline, Saving, Topic};
use crate::table::KeySet;
use leptos::prelude::*;

/// The foot of the page.
#[component]
pub fn Foot() -> impl IntoView {
    let app = app();
    let state = Signal::derive(move || match app.view.saving.get() {
        Saving::Kept => words().kept.to_owned(),
        Saving::Failed(error) => (words().not_saved)(&error.to_string()),
        Saving::Blocked => words().blocked.to_owned(),
        Saving::Newer(version) => (words().newer)(version),
    });
    let is_kept = Signal::derive(move || app.view.saving.get() == Saving::Kept);
    let can_retry = move || matches!(app.view.saving.get(), Saving::Failed(_));
    let totals = Memo::new(move |_| {
        app.track(Topic::Annotations);
        app.with(|project| {
            let tags: KeySet<_> = project.annotations().values().map(|annotation| annotation.tag).collect();
            (words().totals)(project.annotations().len(), tags.len())
        })
    });
    let damage = app.damage();
    let damaged = (!damage.is_empty()).then(|| {
        let text = (words().damaged)(damage.len());
        let show = move |_| {
            let answer = Answer { title: words().damage_title.to_owned(), lines: damage.clone() };
            app.view.dialog.set(Some(Dialog::Message(answer)));
        };
        view! {
            <span class="bad damage">{text}</span>
            <button type="button" class="link" on:click=show>{words().show}</button>
        }
    });
    let key = |id| Signal::derive(move || key_of(app, id));
    view! {
        <footer class="foot">
            <span class="saving" role="status" class:good=is_kept class:bad=Signal::derive(move || !is_kept.get())>
                <span aria-hidden="true">{Signal::derive(move || if is_kept.get() { "● " } else { "▲ " })}</span>
                {state}
            </span>
            <Show when=move || !is_kept.get()>
                <button type="button" class="link" on:click=move |_| app.export(0)>{words().download_now}</button>
            </Show>
            <Show when=can_retry>
                <button type="button" class="link" on:click=move |_| app.write_queue()>{words().try_again}</button>
            </Show>
            {damaged}
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
