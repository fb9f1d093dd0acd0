//! The foot of the page: the truth about saving, in words.

use super::commands::{Id, key_of};
use super::words::Reminder;
use super::{app, words::words};
use crate::app::{Answer, App, Dialog, FileState, Filed, Offline, Saving, Topic};
use leptos::prelude::*;

/// The foot of the page.
#[component]
pub fn Foot() -> impl IntoView {
    let app = app();
    let state = Signal::derive(move || (words().saving.state)(&app.view.saving.get()));
    let is = |kind: fn(&Saving) -> bool| Signal::derive(move || app.view.saving.with(kind));
    let is_saved = is(|state| *state == Saving::Saved);
    let is_well = is(|state| matches!(state, Saving::Saved | Saving::Writing));
    let is_lost = is(is_lost);
    let can_retry = is(|state| matches!(state, Saving::Failed(_)));
    let totals = Memo::new(move |_| {
        app.track(Topic::Annotations);
        app.with_index(|project, index| (words().totals)(project.annotations().len(), index.used_tags()))
    });
    let key = |id| Signal::derive(move || key_of(app, id));
    let is_late = Signal::derive(move || !is_filed_well(app));
    view! {
        <footer class="foot">
            // What goes well is not read aloud with each step.
            <span class="saving" role="status" aria-live=Signal::derive(move || if is_well.get() { "off" } else { "polite" })
                data-widest=(words().saving.state)(&Saving::Saved) class:good=is_saved class:bad=is_lost>
                <span aria-hidden="true">{Signal::derive(move || if is_lost.get() { "▲ " } else { "● " })}</span>
                {state}
            </span>
            <button type="button" class="link where" title=words().saving.details_title class:late=is_late
                on:click=move |_| app.view.dialog.set(Some(Dialog::Saving))>
                {Signal::derive(move || file_words(app))}
            </button>
            {super::later(|| view! { <FileDeed/> }.into_any())}
            <Show when=move || is_lost.get()>
                <button type="button" class="link" on:click=move |_| app.export(0)>{words().saving.download_now}</button>
            </Show>
            <Show when=move || can_retry.get()>
                <button type="button" class="link" on:click=move |_| app.write_queue()>{words().saving.try_again}</button>
            </Show>
            {super::later(|| view! { <OfflineWords/> }.into_any())}
            <span class="grow"></span>
            {super::later(|| view! { <super::breach_count::BreachCount/> }.into_any())}
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

/// True where some of the work is in this tab alone.
fn is_lost(state: &Saving) -> bool {
    !matches!(state, Saving::Saved | Saving::Writing | Saving::Loose)
}

/// After so many milliseconds of work that no file holds, a download is called to mind.
const LATE: f64 = 30.0 * 60_000.0;
const DAY: f64 = 24.0 * 3_600_000.0;

/// Whether it is time to think of a download; asked anew with every step.
fn reminder(app: App) -> Reminder {
    app.view.saving.track();
    let Filed::Since(at) = app.view.filed.get() else { return Reminder::Quiet };
    match js_sys::Date::now() - at as f64 {
        age if age < LATE => Reminder::Quiet,
        age if age < DAY => Reminder::Today,
        _ => Reminder::Earlier,
    }
}

/// Whether a file holds the work, in words.
pub fn file_words(app: App) -> String {
    let words = words().saving;
    app.view.file.with(|file| match file {
        Some(file) => (words.file)(file),
        None => (words.filed)(app.view.filed.get(), reminder(app)),
    })
}

/// False where a person should look at it.
fn is_filed_well(app: App) -> bool {
    app.view.file.with(|file| match file {
        Some(file) => {
            !matches!(file.state, FileState::NeedsLeave | FileState::Changed | FileState::Failed(_))
        }
        None => reminder(app) == Reminder::Quiet,
    })
}

/// What is offered beside the words on the file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Allow,
    TryAgain,
    Download,
}

impl Deed {
    fn offered(app: App) -> Option<Self> {
        let is_lost = app.view.saving.with(is_lost);
        app.view.file.with(|file| match file.as_ref().map(|file| &file.state) {
            Some(FileState::NeedsLeave) => Some(Self::Allow),
            Some(FileState::Failed(_)) => Some(Self::TryAgain),
            None if !is_lost && reminder(app) != Reminder::Quiet => Some(Self::Download),
            _ => None,
        })
    }

    fn run(self, app: App) {
        match self {
            Self::Allow => app.allow_file(),
            Self::TryAgain => app.retry_file(),
            Self::Download => app.export(0),
        }
    }
}

/// What is offered where no file holds the work, or the one that should cannot be written.
#[component]
fn FileDeed() -> impl IntoView {
    let app = app();
    let words = words().saving;
    let deed = Memo::new(move |_| Deed::offered(app));
    let button = move || {
        deed.get().map(|deed| {
            let text = match deed {
                Deed::Allow => words.allow,
                Deed::TryAgain => words.try_again,
                Deed::Download => words.download_now,
            };
            view! { <button type="button" class="link" on:click=move |_| deed.run(app)>{text}</button> }
        })
    };
    view! { {button} }
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
