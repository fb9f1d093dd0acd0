//! Where the work is kept, what can take it, and how to take it away.

use super::{Close, Modal};
use crate::app::{App, DiskFile, FileState};
use crate::ui::{app, foot, recovery, words::words};
use leptos::prelude::*;

/// What is known of it.
#[component]
pub fn SavingSheet() -> impl IntoView {
    let app = app();
    let words = words().saving;
    let about = Signal::derive(move || (words.about)(&app.view.saving.get()));
    let persisted = move || app.view.persisted.get().map(|is| view! { <p>{(words.persisted)(is)}</p> });
    // The words of the file change with each step; what can be done with it seldom, and has the focus.
    let kind = Memo::new(move |_| app.view.file.get().map(|file| file_kind(&file)));
    view! {
        <Modal class="saving-dialog" title=words.details_title.to_owned()>
            <h3>{words.in_this_browser}</h3>
            <p>{about}</p>
            {persisted}
            <p>{words.only_files}</p>
            <h3>{words.in_a_file}</h3>
            <p class="file">{Signal::derive(move || foot::file_words(app))}</p>
            {move || what_can_be_done(app, kind.get())}
            <div class="buttons">
                <button type="button" class="primary" on:click=move |_| app.export(0)>{words.download_now}</button>
                <button type="button" title=words.raw_why on:click=|_| recovery::download_raw()>{words.download_raw}</button>
                <Close text=crate::ui::words::words().desk.close/>
            </div>
        </Modal>
    }
}

/// How a file stands, without its reason.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Well,
    NeedsLeave,
    Elsewhere,
    Changed,
    Failed,
}

fn file_kind(file: &DiskFile) -> Standing {
    match file.state {
        FileState::Written | FileState::Writing => Standing::Well,
        FileState::NeedsLeave => Standing::NeedsLeave,
        FileState::Elsewhere => Standing::Elsewhere,
        FileState::Changed => Standing::Changed,
        FileState::Failed(_) => Standing::Failed,
    }
}

fn what_can_be_done(app: App, standing: Option<Standing>) -> AnyView {
    let words = words().saving;
    let button = |text: &'static str, run: fn(&App)| {
        view! { <button type="button" on:click=move |_| run(&app)>{text}</button> }
    };
    let Some(standing) = standing else {
        if !app.can_write_files() {
            return view! { <p>{words.no_tying}</p> }.into_any();
        }
        return view! {
            <p>{words.about_tying}</p>
            <div class="buttons">{button(words.tie, App::tie_file)}</div>
        }
        .into_any();
    };
    let about = move || app.view.file.with(|file| file.as_ref().map(|file| (words.about_file)(&file.state)));
    let first = match standing {
        Standing::NeedsLeave => Some(button(words.allow, App::allow_file)),
        Standing::Changed => Some(button(words.overwrite, App::overwrite_file)),
        Standing::Failed => Some(button(words.try_again, App::retry_file)),
        Standing::Well | Standing::Elsewhere => None,
    };
    let others = (standing != Standing::Elsewhere)
        .then(|| view! { {button(words.tie_other, App::tie_file)} {button(words.untie, |app| untie(*app))} });
    view! {
        <p>{about}</p>
        <div class="buttons">{first} {others}</div>
    }
    .into_any()
}

/// Lets the file be, and says so.
pub(crate) fn untie(app: App) {
    if let Some(file) = app.view.file.get_untracked() {
        app.untie_file();
        app.say((words().saving.untied)(&file.name));
    }
}
