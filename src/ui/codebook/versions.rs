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
    let book = words().book;
    let rows = Memo::new(move |_| {
        let row =
            |version: Version| (version.id, version.name, version.note, format_moment(version.at.millis()));
        versions(app).into_iter().map(row).collect::<Vec<Row>>()
    });
    let since = Signal::derive(move || {
        versions(app).first().map(|last| (book.since)(changes(app, last), &last.name))
    });
    let older = Memo::new(move |_| {
        app.track(Topic::Annotations);
        app.track(Topic::Tags);
        app.with(outdated).len()
    });
    let review = move |_| app.view.leaf.set(Leaf::Outdated);
    let add = Callback::new(move |name: String| {
        let name = name.trim().to_owned();
        let is_kept = app.name_version(name.clone());
        if is_kept {
            app.say_of_step((book.version_kept)(&name));
        }
        is_kept
    });
    view! {
        <div class="list-head"><h2>{book.versions}</h2></div>
        <div class="version now">
            <b>{book.now}</b>
            <small dir="auto">{move || since.get().unwrap_or_else(|| book.no_versions.to_owned())}</small>
            <Show when={move || older.get() > 0}>
                <small>{move || (book.older)(older.get())}</small>
                <button type="button" class="link review" on:click=review>{book.review}</button>
            </Show>
        </div>
        <AddNamed class="add-version" text=book.new_version_button label=book.new_version field_label=book.version_name add/>
        <For each=move || rows.get() key=|row| row.clone() children=move |row| view! { <Card row/> }/>
    }
}

/// One version.
#[component]
fn Card(row: Row) -> impl IntoView {
    let app = app();
    let book = words().book;
    let (id, name, note, moment) = row;
    let write = move |event: ev::Event| {
        let version = app.with(|project| project.versions().get(&id).cloned());
        if let Some(version) = version {
            app.edit_version(&version, version.name.clone(), event_target_value(&event));
        }
    };
    let forgotten = (book.forgot)(&name);
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
    let label = (book.forget)(&name);
    view! {
        <div class="version" aria-current=is_current>
            <b dir="auto">{name.clone()}</b>
            <small>{moment}</small>
            <input type="text" class="version-note" dir="auto" aria-label=(book.version_note)(&name)
                placeholder=book.version_why prop:value=note on:change=write/>
            <button type="button" class="link" aria-label=(book.compare_with_now)(&name)
                on:click=move |_| app.view.leaf.set(Leaf::Compare(Some(id), None))>{book.compare}</button>
            <button type="button" class="icon remove" aria-label=label.clone() title=label on:click=forget>"×"</button>
        </div>
    }
}
