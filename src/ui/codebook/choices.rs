//! The parts of a tag that are chosen and not written: line, key, place.

use super::parts::{Choice, Select, tag_choice};
use super::{Step, edit, step_of, watch};
use crate::app::{App, Topic};
use crate::model::{Command, LineStyle, Tag, TagField, TagId, depth_first};
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// How the tag's line is drawn.
#[component]
pub fn StyleRow(id: TagId) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let style = Memo::new(move |_| tag.get().map(|tag| tag.style).unwrap_or_default());
    let colour = Signal::derive(move || tag.get().map(|tag| tag.colour.to_string()).unwrap_or_default());
    let lines = STYLES.map(|offered| {
        let is_it = Signal::derive(move || style.get() == offered);
        let choose = move |_| {
            edit(app, id, TagField::Style(offered));
        };
        let name = (words().book.styles)(offered);
        view! {
            <label class="line-style">
                <input type="radio" name="tag-style" aria-label=name prop:checked=is_it on:change=choose/>
                <span class="line hued" data-style=offered as u8 style:--c=colour></span>
                <span aria-hidden="true">{name}</span>
            </label>
        }
    });
    view! {
        <fieldset class="sheet-row">
            <legend class="label">{words().book.style}</legend>
            <span class="line-styles">{lines}</span>
        </fieldset>
    }
}

const STYLES: [LineStyle; 4] = [LineStyle::Solid, LineStyle::Dashed, LineStyle::Dotted, LineStyle::Wavy];

/// The digit that gives the tag.
#[component]
pub fn KeyRow(id: TagId) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let current =
        Signal::derive(move || tag.get().and_then(|tag| tag.key).map(String::from).unwrap_or_default());
    let choices = Memo::new(move |_| {
        app.track(Topic::Tags);
        let keys = "1234567890".chars().map(|key| {
            let held = holder(app, id, key).map(|holder| (words().desk.key_held)(key, &holder));
            (key.to_string(), held.unwrap_or_else(|| key.to_string()))
        });
        std::iter::once((String::new(), words().desk.no_key.to_owned())).chain(keys).collect::<Vec<_>>()
    });
    let choose = Callback::new(move |value: String| {
        let key = value.chars().next();
        let taken = key.and_then(|key| Some((key, holder(app, id, key)?)));
        let is_done = edit(app, id, TagField::Key(key));
        if let (Some((key, holder)), true) = (taken, is_done) {
            app.say_of_step((words().book.took_key)(key, &holder));
        }
        is_done
    });
    view! { <Select label=words().desk.key choices current choose/> }
}

/// What another tag is called that has this key.
fn holder(app: App, id: TagId, key: char) -> Option<String> {
    app.with(|project| {
        let holds = |tag: &&Tag| tag.key == Some(key) && tag.id != id;
        project.tags().values().find(holds).map(|tag| tag.name.clone())
    })
}

/// The tag that it goes under, and its place among its siblings.
#[component]
pub fn PlaceRow(id: TagId) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let parent = Memo::new(move |_| tag.get().and_then(|tag| tag.parent));
    let current = Signal::derive(move || parent.get().map(|parent| parent.to_string()).unwrap_or_default());
    let choices = Memo::new(move |_| {
        app.track(Topic::Tags);
        parents(app, id)
    });
    let choose = Callback::new(move |value: String| {
        let parent = TagId::parse(&value);
        app.dispatch(Command::MoveTag { id, parent, before: None }).is_ok()
    });
    let shift = move |step: Step| {
        if let Some(command) = step_of(app, id, step) {
            let _ = app.dispatch(command);
        }
    };
    let is_last = move |step: Step| {
        app.track(Topic::Tags);
        step_of(app, id, step).is_none()
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
                choices.push(tag_choice(project, tag));
            }
        }
        choices
    })
}
