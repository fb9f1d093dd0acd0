//! The versions of the codebook, in the right column, newest first.

use crate::app::{App, Leaf, Topic, format_moment};
use crate::model::{Command, Version, VersionId, compare, outdated};
use crate::ui::add_named::AddNamed;
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};

/// The versions, newest first; listening.
pub(super) fn versions(app: App) -> Vec<Version> {
    app.track(Topic::Tags);
    let mut all = app.with(|project| project.versions().values().cloned().collect::<Vec<_>>());
    all.sort_by_key(|version| std::cmp::Reverse((version.at, version.id)));
    all
}

/// How many records differ between a version and now.
fn changes(app: App, version: &Version) -> usize {
    let now = app.version_now();
    let found = compare(version, &now);
    found.tags.len() + found.relation_types.len() + found.rules.len()
}

/// What the column shows of a version.
type Row = (VersionId, String, String, String);

/// The versions.
#[component]
pub fn Versions() -> impl IntoView {
    let app = app();
    let told = words().versions;
    let rows = Memo::new(move |_| {
        let row =
            |version: Version| (version.id, version.name, version.note, format_moment(version.at.millis()));
        versions(app).into_iter().map(row).collect::<Vec<Row>>()
    });
    let since = Signal::derive(move || {
        versions(app).first().map(|last| (told.since)(changes(app, last), &last.name))
    });
    let older = Memo::new(move |_| {
        app.track(Topic::Annotations);
        app.track(Topic::Tags);
        app.with(outdated).len()
    });
    let review = move |_| app.view.leaf.set(Leaf::Outdated);
    let add = Callback::new(move |name: String| {
        let name = name.trim().to_owned();
        let is_it = |version: &Version| version.name.to_lowercase() == name.to_lowercase();
        if app.with(|project| project.versions().values().any(is_it)) {
            app.refuse((told.version_known)(&name));
            return false;
        }
        let is_kept = app.name_version(name.clone());
        if is_kept {
            app.say_of_step((told.version_kept)(&name));
        }
        is_kept
    });
    view! {
        <div class="list-head"><h2>{told.versions}</h2></div>
        <div class="version now">
            <b>{told.now}</b>
            <small dir="auto">{move || since.get().unwrap_or_else(|| told.no_versions.to_owned())}</small>
            <Show when={move || older.get() > 0}>
                <small>{move || (told.older)(older.get())}</small>
                <button type="button" class="link review" on:click=review>{told.review}</button>
            </Show>
        </div>
        <AddNamed class="add-version" text=told.new_version_button label=told.new_version field_label=told.version_name add/>
        <For each=move || rows.get() key=|row| row.clone() children=move |row| view! { <Card row/> }/>
    }
}

/// One version.
#[component]
fn Card(row: Row) -> impl IntoView {
    let app = app();
    let told = words().versions;
    let (id, name, note, moment) = row;
    let write = move |event: ev::Event| {
        let version = app.with(|project| project.versions().get(&id).cloned());
        if let Some(version) = version {
            app.edit_version(&version, version.name.clone(), event_target_value(&event));
        }
    };
    let forgotten = (told.forgot)(&name);
    let forget = move |_| {
        if app.dispatch(Command::DeleteVersion(id)).is_ok() {
            app.say_of_step(forgotten.clone());
            request_animation_frame(|| crate::ui::focus(".codebook .add-version"));
        }
    };
    let is_current = Signal::derive(move || {
        matches!(app.view.leaf.get(), Leaf::Compare(old, new) if old == Some(id) || new == Some(id))
            .then_some("true")
    });
    let label = (told.forget)(&name);
    view! {
        <div class="version" aria-current=is_current>
            <b dir="auto">{name.clone()}</b>
            <small>{moment}</small>
            <input type="text" class="version-note" dir="auto" aria-label=(told.version_note)(&name)
                placeholder=told.version_why prop:value=note on:change=write/>
            <button type="button" class="link" aria-label=(told.compare_with_now)(&name)
                on:click=move |_| app.view.leaf.set(Leaf::Compare(Some(id), None))>{told.compare}</button>
            <button type="button" class="icon remove" aria-label=label.clone() title=label on:click=forget>"×"</button>
        </div>
    }
}
