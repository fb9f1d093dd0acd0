//! The parts of a tag that are chosen and not written: colour, key, place.

use super::sheet::{edit, watch};
use crate::app::{App, Topic};
use crate::model::{Colour, Command, PALETTE, TagField, TagId, children, depth_first, path};
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};
use web_sys::HtmlSelectElement;

/// A choice of a select: value and text.
type Choice = (String, String);

/// The colour: one of the palette's, or any other.
#[component]
pub fn ColourRow(id: TagId) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let colour = Memo::new(move |_| tag.get().map(|tag| tag.colour));
    let swatches = PALETTE.iter().zip(words().desk.colours).map(|(&offered, name)| {
        let is_it = Signal::derive(move || colour.get() == Some(offered));
        let choose = move |_| {
            edit(app, id, TagField::Colour(offered));
        };
        view! {
            <label class="swatch hued" style:--c=offered.to_string() title=name>
                <input type="radio" name="tag-colour" aria-label=name prop:checked=is_it on:change=choose/>
            </label>
        }
    });
    let other = move |event: ev::Event| {
        if let Some(colour) = Colour::parse(&event_target_value(&event)) {
            edit(app, id, TagField::Colour(colour));
        }
    };
    let value = Signal::derive(move || colour.get().map(|colour| colour.to_string()).unwrap_or_default());
    let label = words().desk.other_colour;
    view! {
        <fieldset class="sheet-row colours">
            <legend class="label">{words().desk.colour}</legend>
            <span class="swatches">
                {swatches.collect_view()}
                <input type="color" aria-label=label title=label prop:value=value on:change=other/>
            </span>
        </fieldset>
    }
}

/// The digit that gives the tag.
#[component]
pub fn KeyRow(id: TagId) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let current = Memo::new(move |_| tag.get().and_then(|tag| tag.key).map(String::from).unwrap_or_default());
    let choices = Memo::new(move |_| {
        app.track(Topic::Tags);
        let keys = "1234567890".chars().map(|key| {
            let holder = app.with(|project| {
                let holds = |tag: &&crate::model::Tag| tag.key == Some(key) && tag.id != id;
                project.tags().values().find(holds).map(|tag| (words().desk.key_held)(key, &tag.name))
            });
            (key.to_string(), holder.unwrap_or_else(|| key.to_string()))
        });
        std::iter::once((String::new(), words().desk.no_key.to_owned())).chain(keys).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |value: String| edit(app, id, TagField::Key(value.chars().next())));
    view! { <Select label=words().desk.key choices current choose/> }
}

/// The tag that it goes under, and its place among its siblings.
#[component]
pub fn PlaceRow(id: TagId) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let parent = Memo::new(move |_| tag.get().and_then(|tag| tag.parent));
    let current = Memo::new(move |_| parent.get().map(|parent| parent.to_string()).unwrap_or_default());
    let choices = Memo::new(move |_| {
        app.track(Topic::Tags);
        parents(app, id)
    });
    let choose = Callback::new(move |value: String| {
        let parent = TagId::parse(&value);
        app.dispatch(Command::MoveTag { id, parent, before: None }).is_ok()
    });
    let shift = move |step: Step| {
        if let Some(before) = neighbour(app, id, step) {
            let _ = app.dispatch(Command::MoveTag { id, parent: parent.get_untracked(), before });
        }
    };
    let is_last = move |step: Step| {
        app.track(Topic::Tags);
        neighbour(app, id, step).is_none()
    };
    view! {
        <Select label=words().desk.under choices current choose/>
        <div class="sheet-row moves">
            <button type="button" class="up" aria-disabled=Signal::derive(move || is_last(Step::Up).to_string())
                on:click=move |_| shift(Step::Up)>{words().desk.move_up}</button>
            <button type="button" class="down" aria-disabled=Signal::derive(move || is_last(Step::Down).to_string())
                on:click=move |_| shift(Step::Down)>{words().desk.move_down}</button>
        </div>
    }
}

#[derive(Clone, Copy)]
enum Step {
    Up,
    Down,
}

/// The sibling before which a tag comes by a step; `None` where it is at that end.
fn neighbour(app: App, id: TagId, step: Step) -> Option<Option<TagId>> {
    app.with(|project| {
        let siblings = children(project, project.tag(id)?.parent);
        let at = siblings.iter().position(|tag| tag.id == id)?;
        match step {
            Step::Up => Some(Some(siblings[at.checked_sub(1)?].id)),
            Step::Down => {
                siblings.get(at + 1)?;
                Some(siblings.get(at + 2).map(|tag| tag.id))
            }
        }
    })
}

/// The tags that a tag can go under: all but itself and those under it.
fn parents(app: App, id: TagId) -> Vec<Choice> {
    app.with(|project| {
        let mut choices = vec![(String::new(), words().desk.top.to_owned())];
        let mut hidden_below = None;
        for (depth, tag) in depth_first(project) {
            if hidden_below.is_some_and(|level| depth > level) {
                continue;
            }
            hidden_below = (tag.id == id).then_some(depth);
            if tag.id != id {
                choices.push((tag.id.to_string(), path(project, tag.id).join(" / ")));
            }
        }
        choices
    })
}

/// A select that goes back to what holds when a choice is refused.
#[component]
fn Select(
    label: &'static str,
    choices: Memo<Vec<Choice>>,
    current: Memo<String>,
    choose: Callback<String, bool>,
) -> impl IntoView {
    let change = move |event: ev::Event| {
        let select: HtmlSelectElement = event_target(&event);
        if !choose.run(select.value()) {
            select.set_value(&current.get_untracked());
        }
    };
    let options = move || {
        let option = |(value, text): Choice| {
            let own = value.clone();
            view! { <option value=value prop:selected=Signal::derive(move || current.get() == own)>{text}</option> }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="sheet-row choice">
            <span class="label">{label}</span>
            <select on:change=change>{options}</select>
        </label>
    }
}
