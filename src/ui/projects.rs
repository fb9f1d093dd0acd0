//! The projects of this browser: to open, copy, rename, take away and remove them.

use super::{app, words::words};
use crate::app::{App, Dialog, Listed, format_moment, format_size};
use leptos::{ev, html, prelude::*};
use wasm_bindgen_futures::spawn_local;

/// The list as it is known now.
#[derive(Clone, Copy)]
struct List {
    app: App,
    listed: RwSignal<Option<Vec<Listed>>>,
    /// What each takes, in bytes, as far as that is known.
    sizes: RwSignal<Vec<(String, f64)>>,
    /// The project whose name is being written.
    renamed: RwSignal<Option<String>>,
}

/// What a button of a project does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Duplicate,
    Download,
    Remove,
    Restore,
}

impl List {
    fn load(self) {
        spawn_local(async move {
            match self.app.projects().await {
                Ok(listed) => {
                    let slots: Vec<_> = listed.iter().map(|listed| listed.slot.clone()).collect();
                    self.listed.try_set(Some(listed));
                    self.measure(slots).await;
                }
                Err(error) => {
                    self.listed.try_set(Some(Vec::new()));
                    self.app.refuse(error.to_string());
                }
            }
        });
    }

    /// Weighing takes a moment where a project is large: the list does not wait for it.
    async fn measure(self, slots: Vec<String>) {
        for slot in slots {
            let Some(size) = self.app.project_size(&slot).await else { continue };
            self.sizes.try_update(|sizes| {
                sizes.retain(|(known, _)| *known != slot);
                sizes.push((slot, size));
            });
        }
    }

    fn run(self, deed: Deed, listed: Listed) {
        spawn_local(async move {
            let words = words().projects;
            let title = shown(&listed);
            let done = match deed {
                Deed::Duplicate => self.app.duplicate_project(&listed, (words.copy_of)(&title)).await,
                Deed::Download => self.app.download_project(&listed).await,
                Deed::Remove => self.app.bin_project(&listed, true).await,
                Deed::Restore => self.app.bin_project(&listed, false).await,
            };
            match (done, deed) {
                (Err(error), _) => self.app.refuse(error.to_string()),
                (Ok(()), Deed::Duplicate) => self.app.say((words.duplicated)(&title)),
                (Ok(()), Deed::Remove) => self.app.say((words.removed)(&title)),
                (Ok(()), Deed::Restore) => self.app.say((words.restored)(&title)),
                (Ok(()), Deed::Download) => {}
            }
            self.load();
        });
    }

    fn rename(self, listed: Listed, title: String) {
        self.renamed.set(None);
        if title.trim().is_empty() || title == listed.about.title {
            return;
        }
        spawn_local(async move {
            if let Err(error) = self.app.rename_project(&listed, title.trim().to_owned()).await {
                self.app.refuse(error.to_string());
            }
            self.load();
        });
    }
}

/// What a project is called in the list.
fn shown(listed: &Listed) -> String {
    if listed.about.title.is_empty() {
        words().projects.untitled.to_owned()
    } else {
        listed.about.title.clone()
    }
}

/// The screen.
#[component]
pub fn ProjectsScreen() -> impl IntoView {
    let app = app();
    let list =
        List { app, listed: RwSignal::new(None), sizes: RwSignal::default(), renamed: RwSignal::new(None) };
    // What was done last is in the list once it is saved.
    crate::ui::effect(move || {
        app.view.saving.track();
        untrack(|| list.load());
    });
    // Who begins here goes on with one key.
    let begun = StoredValue::new(false);
    crate::ui::effect(move || {
        let is_listed = list.listed.with(Option::is_some);
        let is_free = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        if is_listed && !begun.get_value() {
            begun.set_value(true);
            if is_free {
                request_animation_frame(|| crate::ui::focus(".project .open"));
            }
        }
    });
    let words = words().projects;
    let rows = move |is_removed: bool| {
        let listed = list.listed.get().unwrap_or_default();
        let wanted = listed.into_iter().filter(move |it| it.about.removed.is_some() == is_removed);
        wanted.map(|listed| view! { <Row list listed/> }).collect_view()
    };
    let has_bin = move || {
        list.listed.with(|listed| listed.iter().flatten().any(|listed| listed.about.removed.is_some()))
    };
    view! {
        <main class="projects">
            <header>
                <h2>{words.title}</h2>
                <span class="grow"></span>
                <button type="button" class="primary" on:click=move |_| app.open_project(None)>{words.new}</button>
            </header>
            <p class="why">{words.about}</p>
            <ul class="project-list" aria-label=words.title>{move || rows(false)}</ul>
            <Show when=has_bin>
                <h3>{words.bin}</h3>
                <p class="why">{words.bin_about}</p>
                <ul class="project-list bin" aria-label=words.bin>{move || rows(true)}</ul>
            </Show>
            <h3>{words.erase}</h3>
            <p class="why">{words.erase_about}</p>
            <button type="button" class="erase" on:click=move |_| app.view.dialog.set(Some(Dialog::Erase))>{words.erase_button}</button>
        </main>
    }
}

/// One project.
#[component]
fn Row(list: List, listed: Listed) -> impl IntoView {
    let told = words().projects;
    let title = shown(&listed);
    let about = {
        let listed = listed.clone();
        move || {
            let sizes = list.sizes.read();
            let size =
                sizes.iter().find(|(slot, _)| *slot == listed.slot).map(|(_, size)| format_size(*size));
            (told.meta)(&listed.about, size.as_deref(), &format_moment(listed.about.changed.millis()))
        }
    };
    let (is_open, is_removed) = (listed.is_open, listed.about.removed.is_some());
    let button = |text: &'static str, deed: Deed| {
        let (of, label) = (listed.clone(), format!("{text}: {title}"));
        view! {
            <button type="button" aria-label=label on:click=move |_| list.run(deed, of.clone())>{text}</button>
        }
    };
    let slot = listed.slot.clone();
    let open = (!is_removed).then(|| {
        let slot = slot.clone();
        let label = format!("{}: {title}", told.open);
        let run = move |_| {
            if is_open { list.app.stay_with_project() } else { list.app.open_project(Some(&slot)) }
        };
        view! { <button type="button" class="open" aria-label=label on:click=run>{told.open}</button> }
    });
    let rename = (!is_removed).then(|| {
        let slot = slot.clone();
        let label = format!("{}: {title}", told.rename);
        view! {
            <button type="button" aria-label=label on:click=move |_| list.renamed.set(Some(slot.clone()))>{told.rename}</button>
        }
    });
    let memo = is_open.then(|| {
        let label = format!("{}: {title}", words().memos.memo);
        view! {
            <button type="button" aria-label=label on:click=move |_| list.app.view.dialog.set(Some(Dialog::Project))>{words().memos.memo}</button>
        }
    });
    let actions = if is_removed {
        view! { {button(told.restore, Deed::Restore)} }.into_any()
    } else {
        view! {
            {open}
            {rename}
            {memo}
            {button(told.duplicate, Deed::Duplicate)}
            {button(told.download, Deed::Download)}
            {button(told.remove, Deed::Remove)}
        }
        .into_any()
    };
    let is_renamed = {
        let slot = slot.clone();
        move || list.renamed.with(|renamed| renamed.as_ref() == Some(&slot))
    };
    let name = move || {
        if is_renamed() {
            view! { <Name list listed=listed.clone()/> }.into_any()
        } else {
            view! { <b dir="auto">{shown(&listed)}</b> }.into_any()
        }
    };
    view! {
        <li class="project" class:open=is_open>
            <div class="what">
                {name}
                {is_open.then(|| view! { <span class="now">{told.open_now}</span> })}
                <small>{about}</small>
            </div>
            <div class="buttons">{actions}</div>
        </li>
    }
}

/// The field in which a project is renamed: Enter keeps, Esc leaves it.
#[component]
fn Name(list: List, listed: Listed) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    crate::ui::effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
            field.select();
        }
    });
    let title = listed.about.title.clone();
    let before = title.clone();
    // A field that goes while it has the focus tells of its change once more: by then it is as it was.
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(field) = field.get_untracked() else { return };
        match event.key().as_str() {
            "Enter" => drop(field.blur()),
            "Escape" => {
                event.stop_propagation();
                field.set_value(&before);
                let _ = field.blur();
            }
            _ => {}
        }
    };
    view! {
        <input type="text" aria-label=words().projects.name prop:value=title node_ref=field on:keydown=on_key
            on:change=move |event| list.rename(listed.clone(), event_target_value(&event))
            on:blur=move |_| list.renamed.set(None)/>
    }
}
