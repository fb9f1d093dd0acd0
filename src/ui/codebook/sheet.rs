//! One tag: its name, its definition, its looks, its place.

use super::choices::{ColourRow, KeyRow, PlaceRow};
use crate::app::{App, Topic};
use crate::model::{Command, Example, Orphans, Tag, TagField, TagId};
use crate::ui::{app, focus, words::words};
use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

/// One tag, listening.
pub(super) fn watch(app: App, id: TagId) -> Memo<Option<Tag>> {
    Memo::new(move |_| {
        app.track(Topic::Tags);
        app.with(|project| project.tag(id).cloned())
    })
}

pub(super) fn edit(app: App, id: TagId, field: TagField) -> bool {
    app.dispatch(Command::EditTag(id, vec![field])).is_ok()
}

/// One tag.
#[component]
pub fn TagSheet(id: TagId) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let name = Memo::new(move |_| tag.get().map(|tag| tag.name).unwrap_or_default());
    let colour = Signal::derive(move || tag.get().map(|tag| tag.colour.to_string()).unwrap_or_default());
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
    let delete = move |_| {
        if app.dispatch(Command::DeleteTag(id, Orphans::Delete)).is_ok() {
            request_animation_frame(|| focus(".codebook .tag[aria-current]"));
        }
    };
    view! {
        <article class="sheet" aria-labelledby="sheet-name">
            <h2 id="sheet-name" class="sr-only">{name}</h2>
            <div class="sheet-name">
                <span class="dot hued" style:--c=colour aria-hidden="true"></span>
                <input type="text" dir="auto" aria-label=words().desk.tag_name prop:value=name on:change=rename/>
            </div>
            <p class="about">{about}</p>
            <Prose id label=words().desk.definition read=|tag| tag.definition write=TagField::Definition/>
            <Prose id label=words().desk.use_when read=|tag| tag.use_when write=TagField::UseWhen/>
            <Prose id label=words().desk.not_when read=|tag| tag.not_when write=TagField::NotWhen/>
            <Prose id label=words().desk.examples hint=words().desk.examples_hint
                read=|tag| words_of(&tag.examples) write=|text| TagField::Examples(lines(&text))/>
            <ColourRow id/>
            <KeyRow id/>
            <PlaceRow id/>
            <div class="sheet-row actions">
                <button type="button" class="delete" on:click=delete>{words().desk.delete_tag}</button>
            </div>
        </article>
    }
}

/// The lines that hold something.
fn lines(text: &str) -> Vec<Example> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Example::from).collect()
}

/// The words of examples, each on one line.
fn words_of(examples: &[Example]) -> String {
    examples.iter().map(|example| example.text.replace('\n', " ")).collect::<Vec<_>>().join("\n")
}

/// A field of several lines. It is written when it is left.
#[component]
fn Prose(
    id: TagId,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
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
            <span class="label">
                {label}
                {(!hint.is_empty()).then(|| view! { " " <small>{hint}</small> })}
            </span>
            <textarea dir="auto" rows=height prop:value=value on:change=commit></textarea>
        </label>
    }
}
