//! One tag: its name, its definition, what it asks for, its looks, its place.

use super::asks::Asks;
use super::choices::{KeyRow, PlaceRow, StyleRow};
use super::colour::ColourRow;
use super::examples::Examples;
use super::{edit, remove, retire, watch};
use crate::app::{Dialog, Topic};
use crate::model::{Side, Tag, TagField, TagId};
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

/// One tag.
#[component]
pub fn TagSheet(id: TagId) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let name = Memo::new(move |_| tag.get().map(|tag| tag.name).unwrap_or_default());
    let colour = Signal::derive(move || tag.get().map(|tag| tag.colour.to_string()).unwrap_or_default());
    let is_retired = Memo::new(move |_| tag.get().is_some_and(|tag| tag.retired));
    let about = Memo::new(move |_| {
        app.track(Topic::Annotations);
        let parent = tag.get().and_then(|tag| tag.parent);
        app.with_index(|project, index| {
            let (number, documents) = index.uses(id);
            let parent = parent.and_then(|parent| project.tag(parent));
            let place =
                parent.map_or(words().desk.at_top.to_owned(), |parent| (words().desk.child_of)(&parent.name));
            format!("{place} · {}", (words().desk.uses)(number, documents))
        })
    });
    // A name that was refused does not stay in the field.
    let rename = move |event: ev::Event| {
        if !edit(app, id, TagField::Name(event_target_value(&event))) {
            event_target::<HtmlInputElement>(&event).set_value(&name.get_untracked());
        }
    };
    let book = words().book;
    let retiring = Signal::derive(move || if is_retired.get() { book.bring_back } else { book.retire });
    view! {
        <article class="sheet" aria-labelledby="sheet-name">
            <h2 id="sheet-name" class="sr-only">{name}</h2>
            <div class="sheet-name">
                <span class="dot hued" style:--c=colour aria-hidden="true"></span>
                <input type="text" dir="auto" aria-label=words().desk.tag_name title=name prop:value=name on:change=rename/>
            </div>
            <p class="about">{about}</p>
            <Show when=move || is_retired.get()><p class="about warning">{book.retired_about}</p></Show>
            <Prose id label=words().desk.definition read=|tag| tag.definition write=TagField::Definition/>
            <Prose id label=words().desk.use_when read=|tag| tag.use_when write=TagField::UseWhen/>
            <Prose id label=words().desk.not_when read=|tag| tag.not_when write=TagField::NotWhen/>
            <Examples id side=Side::Example/>
            <Examples id side=Side::CounterExample/>
            <Asks id/>
            <ColourRow id/>
            <StyleRow id/>
            <KeyRow id/>
            <PlaceRow id/>
            <div class="sheet-row actions">
                <button type="button" class="merge" on:click=move |_| app.view.dialog.set(Some(Dialog::Merge(id)))>{book.merge}</button>
                <button type="button" class="split" on:click=move |_| app.view.dialog.set(Some(Dialog::Split(id)))>{book.split}</button>
                <button type="button" class="retire" on:click=move |_| retire(app, id)>{retiring}</button>
                <button type="button" class="delete" on:click=move |_| remove(app, id)>{book.delete}</button>
            </div>
        </article>
    }
}

/// A field of several lines. It is written when it is left.
#[component]
fn Prose(
    id: TagId,
    label: &'static str,
    read: fn(Tag) -> String,
    write: fn(String) -> TagField,
) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let value = Memo::new(move |_| tag.get().map(read).unwrap_or_default());
    let commit = move |event: ev::Event| {
        edit(app, id, write(event_target_value(&event)));
    };
    // Grown with the text by the style sheet where it can; by lines where not.
    let height = Signal::derive(move || {
        (value.get().lines().map(|line| 1 + line.chars().count() / 60).sum::<usize>()).max(2).to_string()
    });
    view! {
        <label class="sheet-row">
            <span class="label">{label}</span>
            <textarea dir="auto" rows=height prop:value=value on:change=commit></textarea>
        </label>
    }
}
