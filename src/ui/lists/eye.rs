//! The eye of a tag's row: hides the tag's marks everywhere, or shows them again.

use crate::app::{App, Topic};
use crate::model::TagId;
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// Hides the chosen annotation's tag, or the one that the pen writes, or shows it again.
pub fn switch_chosen(app: App) {
    let chosen = app.view.chosen.get_untracked();
    let chosen = chosen.and_then(|id| app.with(|project| project.annotation(id).map(|it| it.tag)));
    if let Some(tag) = chosen.or(app.view.pen.get_untracked()) {
        switch(app, tag);
    }
}

/// Shows all tags again, and says so.
pub fn reveal_all(app: App) {
    app.reveal_all();
    app.view.said.set(words().list.tags_shown.to_owned());
}

fn switch(app: App, tag: TagId) {
    app.switch_tag(tag);
    let name = app.with(|project| project.tag(tag).map(|tag| tag.name.clone())).unwrap_or_default();
    let is_hidden = untrack(|| app.hides(tag));
    let told = if is_hidden { words().list.tag_hidden } else { words().list.tag_shown };
    app.view.said.set(told(&name));
}

/// The button.
#[component]
pub fn EyeButton(
    /// The tag.
    id: TagId,
) -> impl IntoView {
    let app = app();
    let is_hidden = Memo::new(move |_| app.hides(id));
    let label = Signal::derive(move || {
        app.track(Topic::Tags);
        let name = app.with(|project| project.tag(id).map(|tag| tag.name.clone())).unwrap_or_default();
        if is_hidden.get() { (words().list.show_tag)(&name) } else { (words().list.hide_tag)(&name) }
    });
    view! {
        <button type="button" class="icon eye" class:shut=is_hidden aria-label=label title=label
            on:click=move |_| switch(app, id)></button>
    }
}
