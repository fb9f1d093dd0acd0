//! The marker pen: a tag that every further selection gets at once.

use super::commands::{Id, key_of};
use super::{app, focus_reader, words::words};
use crate::app::{App, Palette, Topic};
use crate::model::TagId;
use leptos::prelude::*;

/// Takes the pen with the chosen annotation's tag, or asks for one; or puts it away.
pub fn switch(app: App) {
    if app.view.pen.get_untracked().is_some() {
        return put_away(app);
    }
    let chosen = app.view.chosen.get_untracked();
    match chosen.and_then(|id| app.with(|project| project.annotation(id).map(|annotation| annotation.tag))) {
        Some(tag) => app.take_pen(Some(tag)),
        None => app.view.palette.set(Some(Palette::Pen)),
    }
}

/// Puts the pen away.
pub fn put_away(app: App) {
    app.take_pen(None);
    focus_reader();
}

/// What the pen writes: the tag's name and colour, listening.
pub fn written(app: App) -> Option<(String, String)> {
    let tag = app.view.pen.get()?;
    app.track(Topic::Tags);
    app.with(|project| project.tag(tag).map(|tag| (tag.name.clone(), tag.colour.to_string())))
}

/// Tells when the pen is taken and when it is put away.
pub fn listen(app: App) {
    let last = StoredValue::new(None::<String>);
    super::effect(move || {
        let name = untracked_name(app);
        let before = last.try_update_value(|last| std::mem::replace(last, name.clone())).flatten();
        match (before, name) {
            (_, Some(name)) => app.view.said.set((words().commands.pen_on)(&name)),
            (Some(_), None) => app.view.said.set(words().commands.pen_off.to_owned()),
            (None, None) => {}
        }
    });
}

fn untracked_name(app: App) -> Option<String> {
    let tag = app.view.pen.get()?;
    app.with(|project| project.tag(tag).map(|tag| tag.name.clone()))
}

/// The bar above the text that says that the pen is in the hand.
#[component]
pub fn PenBar() -> impl IntoView {
    let app = app();
    listen(app);
    let pen = Memo::new(move |_| written(app));
    let bar = move || pen.get().map(|(name, colour)| bar(app, name, colour));
    view! { {bar} }
}

#[inline(never)]
fn bar(app: App, name: String, colour: String) -> AnyView {
    let keys = key_of(app, Id::Leave);
    let ends = keys.map(|keys| (words().commands.pen_ends)(&keys));
    view! {
        <div class="pen-bar hued" role="group" aria-label=words().commands.pen style:--c=colour>
            <span class="dot"></span>
            <p><b>{words().commands.pen} ": " <bdi>{name}</bdi></b> <span class="about">{words().commands.pen_about} " " {ends}</span></p>
            <button type="button" class="pen-end" on:click=move |_| put_away(app)>{words().commands.pen_end}</button>
        </div>
    }
    .into_any()
}

/// The button of a tag's row that takes the pen with it.
#[component]
pub fn PenButton(
    /// The tag.
    id: TagId,
) -> impl IntoView {
    let app = app();
    let is_on = Memo::new(move |_| app.view.pen.get() == Some(id));
    let name = Signal::derive(move || {
        app.track(Topic::Tags);
        let name = app.with(|project| project.tag(id).map(|tag| tag.name.clone()));
        (words().commands.pen_with)(&name.unwrap_or_default())
    });
    let switch = move |_| {
        if is_on.get_untracked() {
            put_away(app);
        } else {
            app.take_pen(Some(id));
            focus_reader();
        }
    };
    view! {
        <button type="button" class="icon pen" aria-pressed=Signal::derive(move || is_on.get().to_string())
            aria-label=name title=name on:click=switch>"✒\u{fe0e}"</button>
    }
}
