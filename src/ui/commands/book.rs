//! What the commands of the codebook do.

use super::acts::press;
use crate::app::{App, Dialog, Leaf, Palette, Screen};
use crate::model::{Side, TagId};
use crate::ui::after::focus_soon;
use crate::ui::codebook::{Step, in_hand, move_tag, remove, retire, step_of};
use crate::ui::words::words;
use leptos::prelude::*;

/// Runs on the tag that the codebook shows.
fn with_tag(app: App, run: impl FnOnce(TagId)) {
    if let Some(id) = in_hand(app) {
        run(id);
    }
}

/// True where the codebook shows a tag.
pub(super) fn has_tag(app: App) -> bool {
    app.view.screen.get() == Screen::Codebook && app.view.leaf.get() == Leaf::Tag && in_hand(app).is_some()
}

/// Shows the codebook. Where it is shown already it is not made anew, with fields that somebody writes in.
fn show(app: App) {
    if app.view.screen.get_untracked() != Screen::Codebook {
        app.view.screen.set(Screen::Codebook);
    }
}

/// Shows the codebook, and presses a button in it.
pub(super) fn at_button(app: App, selector: &'static str) {
    show(app);
    press(selector);
}

pub(super) fn new_attribute(app: App) {
    with_tag(app, |_| press(".codebook .add-attribute"));
}

pub(super) fn step(app: App, step: Step) {
    with_tag(app, |id| {
        if let Some(command) = step_of(app, id, step) {
            move_tag(app, command);
        }
    });
}

pub(super) fn merge(app: App) {
    with_tag(app, |id| app.view.dialog.set(Some(Dialog::Merge(id))));
}

pub(super) fn split(app: App) {
    with_tag(app, |id| app.view.dialog.set(Some(Dialog::Split(id))));
}

pub(super) fn retire_tag(app: App) {
    with_tag(app, |id| retire(app, id));
}

pub(super) fn remove_tag(app: App) {
    with_tag(app, |id| remove(app, id));
}

/// Shows a page of the codebook.
pub(super) fn leaf(app: App, leaf: Leaf) {
    show(app);
    app.view.leaf.set(leaf);
    focus_soon(".codebook :is(.sheet-title[tabindex], .sheet select)");
}

/// Compares the newest version with the codebook as it is now.
pub(super) fn compare(app: App) {
    let newest = app.with(|project| {
        project.versions().values().max_by_key(|version| (version.at, version.id)).map(|version| version.id)
    });
    leaf(app, Leaf::Compare(newest, None));
}

/// Keeps the chosen annotation's passage as an example of its tag; a pending one asks of which.
pub(super) fn example(app: App) {
    let is_pending = app.view.pending.get_untracked().is_some();
    let chosen = app.view.chosen.get_untracked().filter(|_| !is_pending);
    let tag =
        chosen.and_then(|id| app.with(|project| project.annotation(id).map(|annotation| annotation.tag)));
    match tag {
        Some(tag) => {
            if app.keep_example(tag, Side::Example) {
                let name =
                    app.with(|project| project.tag(tag).map(|tag| tag.name.clone())).unwrap_or_default();
                app.say_of_step((words().book.kept_example)(Side::Example, &name));
            }
        }
        None => ask(app, Side::Example),
    }
}

/// Asks of which tag the passage in hand is a counter-example.
pub(super) fn counter_example(app: App) {
    ask(app, Side::CounterExample);
}

fn ask(app: App, side: Side) {
    if app.passage().is_some() {
        app.view.palette.set(Some(Palette::Example(side)));
    } else {
        app.refuse(words().book.no_passage.to_owned());
    }
}
