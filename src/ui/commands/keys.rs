//! From a pressed key to what it does.

use super::chord::{has_control, is_bare, is_chord, lies_at, pressed, shown, without_shift};
use super::{COMMANDS, Deed, Id, Place, Row};
use crate::app::{App, Screen};
use crate::model::{Tag, TagId};
use crate::ui::{focus_reader, reader};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Handles a key that no view took.
pub fn on_key(app: App, event: &KeyboardEvent) {
    if event.default_prevented() || app.view.dialog.get_untracked().is_some() {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let lies_in = |selector: &str| {
        target.as_ref().is_some_and(|element| element.closest(selector).ok().flatten().is_some())
    };
    let is_typing = lies_in("input:not([type=checkbox],[type=radio]), textarea, select");
    let is_text = lies_in("#reader");
    let is_annotate = app.view.screen.get_untracked() == Screen::Annotate;
    let acts = |row: &Row| match row.place {
        // What is typed is the field's own, but the commands are within reach from everywhere.
        _ if is_typing => row.id == Id::Commands,
        Place::Page => true,
        Place::Annotate => is_annotate,
        Place::Codebook => app.view.screen.get_untracked() == Screen::Codebook,
        Place::Text => is_text,
        Place::Chosen => is_text && app.view.chosen.get_untracked().is_some(),
        Place::Review => {
            is_annotate && (app.view.law.current.get_untracked().is_some() || app.has_just_settled())
        }
    };
    let keys: Vec<_> = COMMANDS.iter().map(|row| untrack(|| chords(app, row.id))).collect();
    let found = pressed(event).into_iter().find_map(|chord| {
        let has = |row: &&Row, chord: &String| acts(row) && keys[row.id as usize].contains(chord);
        // The place that is most particular comes first, and is last in the table.
        let exact = COMMANDS.iter().rev().find(|row| has(row, &chord));
        exact.or_else(|| {
            let plain = without_shift(&chord)?;
            COMMANDS.iter().find(|row| matches!(row.deed, Deed::Move(_)) && has(row, &plain))
        })
    });
    if let Some(row) = found {
        event.prevent_default();
        match row.deed {
            Deed::Move(way) if event.shift_key() => reader::move_caret(app, way, reader::Hold::Anchor),
            _ => run(app, row),
        }
    } else if is_annotate
        && !is_typing
        && !app.view.shortcuts.with_untracked(|shortcuts| shortcuts.bare_off)
        && let Some(tag) = tag_of_key(app, event)
        && app.has_subject()
    {
        event.prevent_default();
        app.give(tag);
        focus_reader();
    }
}

/// Runs a command, if it has something to do.
pub fn run(app: App, row: &Row) {
    if untrack(|| (row.is_offered)(app)) {
        match row.deed {
            Deed::Run(run) => run(app),
            Deed::Move(way) => reader::move_caret(app, way, reader::Hold::Nothing),
        }
    }
}

/// The keys that act for a command, listening.
pub fn chords(app: App, id: Id) -> Vec<String> {
    let bare_off = app.view.shortcuts.with(|shortcuts| shortcuts.bare_off);
    let mut chords = assigned(app, id);
    chords.retain(|chord| !(bare_off && is_bare(chord)));
    chords
}

/// The keys that a command has, bare characters also while they are turned off.
pub fn assigned(app: App, id: Id) -> Vec<String> {
    let changed = app.view.shortcuts.with(|shortcuts| shortcuts.changed.get(id.name()).map(str::to_owned));
    // What was kept and is no key is as if it had not been kept.
    let changed = changed.filter(|keys| keys.split_whitespace().all(is_chord));
    match changed {
        Some(keys) => keys.split_whitespace().map(str::to_owned).collect(),
        None => {
            let own = &COMMANDS[id as usize];
            let free = own.chords.iter().filter(|chord| !is_given_away(app, own, chord));
            free.map(|chord| (*chord).to_owned()).collect()
        }
    }
}

/// True where a person has given a key to another command that it would act for at the same time: what is
/// new in the program takes no key from anybody.
fn is_given_away(app: App, own: &Row, chord: &str) -> bool {
    app.view.shortcuts.with(|shortcuts| {
        // So it is for nearly everybody, and this is asked for each key of each command.
        if shortcuts.changed.is_empty() {
            return false;
        }
        let mut others = COMMANDS.iter().filter(|other| other.id != own.id && meets(other.place, own.place));
        others.any(|other| {
            let keys = shortcuts.changed.get(other.id.name());
            keys.is_some_and(|keys| keys.split_whitespace().any(|key| key == chord))
        })
    })
}

/// True where the keys of two places act at once. On a chosen annotation some keys
/// of the text mean something else, and are meant to; two screens are never there at once.
pub fn meets(one: Place, other: Place) -> bool {
    let is_alone = |place, other| place == Place::Codebook && !matches!(other, Place::Page | Place::Codebook);
    let is_same_text = matches!((one, other), (Place::Text, Place::Chosen) | (Place::Chosen, Place::Text));
    !is_same_text && !is_alone(one, other) && !is_alone(other, one)
}

/// Gives a command these keys, and keeps that.
pub fn assign(app: App, id: Id, chords: Vec<String>) {
    let is_first = COMMANDS[id as usize].chords.iter().eq(&chords);
    app.set_shortcuts(|shortcuts| {
        let name = id.name();
        if is_first {
            shortcuts.changed.remove(name);
        } else {
            shortcuts.changed.insert(name.to_owned(), chords.join(" "));
        }
    });
}

/// True where a command's keys were pressed.
pub fn is_pressed(app: App, event: &KeyboardEvent, id: Id) -> bool {
    let chords = untrack(|| chords(app, id));
    pressed(event).iter().any(|chord| chords.contains(chord))
}

/// The first key of a command as it is printed for people, listening.
pub fn key_of(app: App, id: Id) -> Option<String> {
    chords(app, id).first().map(|chord| shown(chord))
}

/// The tag whose digit was pressed.
pub fn tag_of_key(app: App, event: &KeyboardEvent) -> Option<TagId> {
    if has_control(event) || event.alt_key() {
        return None;
    }
    let key = event.key();
    let key = if key.is_ascii() { key } else { lies_at(event)? };
    let mut characters = key.chars();
    let digit = characters.next().filter(char::is_ascii_digit)?;
    if characters.next().is_some() {
        return None;
    }
    let is_it = |tag: &&Tag| tag.key == Some(digit) && !tag.retired;
    app.with(|project| project.tags().values().find(is_it).map(|tag| tag.id))
}
