//! The table of keys: what the keyboard handler walks and the sheet of keys shows.

use super::{focus, focus_reader};
use crate::app::{App, Dialog, Palette, Screen, is_mac};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A row of the sheet of keys.
#[derive(Clone, Copy, Debug)]
pub struct KeyRow {
    /// The keys, as they are written on them.
    pub keys: &'static str,
    /// What they do.
    pub what: &'static str,
}

/// Every key that does something, in the order of the sheet.
pub const KEYS: &[KeyRow] = &[
    KeyRow { keys: "← → ↑ ↓", what: "Move the caret by character and line" },
    KeyRow { keys: "Ctrl ← →", what: "Move by word" },
    KeyRow { keys: "Ctrl ↑ ↓", what: "Move by paragraph" },
    KeyRow { keys: ", and .", what: "Move by sentence" },
    KeyRow { keys: "Home End", what: "To the start or end of the line; with Ctrl of the text" },
    KeyRow { keys: "Shift with any of these", what: "Select (with , and . too)" },
    KeyRow { keys: "w s b", what: "Select the word, the sentence, the paragraph" },
    KeyRow {
        keys: "Enter",
        what: "Open the palette for what is selected, or choose the mark under the caret",
    },
    KeyRow { keys: "Alt Enter", what: "The same for the exact characters, without snapping to words" },
    KeyRow { keys: "0 to 9", what: "Give the tag with this key" },
    KeyRow { keys: "n p", what: "Next and previous annotation" },
    KeyRow {
        keys: "Shift ← →",
        what: "On a chosen annotation: move its end by a word (with Alt by a character)",
    },
    KeyRow {
        keys: "Ctrl ← →",
        what: "On a chosen annotation: move its start by a word (with Alt by a character)",
    },
    KeyRow { keys: "t", what: "Change the chosen annotation's tag" },
    KeyRow { keys: "e", what: "Write the chosen annotation's note" },
    KeyRow { keys: "Delete", what: "Delete the chosen annotation" },
    KeyRow { keys: "Ctrl C", what: "Copy the selected passage, exactly" },
    KeyRow { keys: "Ctrl Z", what: "Undo" },
    KeyRow { keys: "Ctrl Shift Z or Ctrl Y", what: "Redo" },
    KeyRow { keys: "Esc", what: "Let go of the passage" },
    KeyRow { keys: "?", what: "This sheet" },
];

type Run = fn(App);

/// The shortcuts that act on the whole page: Control or Command, Shift, key.
const WITH_CONTROL: &[(Shift, &str, Run)] = &[
    (Shift::Up, "z", |app| app.undo()),
    (Shift::Held, "z", |app| app.redo()),
    (Shift::Up, "y", |app| app.redo()),
];

/// The letters that act where nothing is typed.
const LETTERS: &[(&str, Run)] = &[
    ("?", |app| app.view.dialog.set(Some(Dialog::Keys))),
    ("n", |app| app.step(1)),
    ("p", |app| app.step(-1)),
    ("t", |app| {
        let chosen = app.view.chosen.get_untracked();
        app.view.palette.set(chosen.map(Palette::Retag));
    }),
    ("e", |_| focus(".card.chosen textarea")),
    ("Delete", |app| app.delete_chosen()),
    ("Backspace", |app| app.delete_chosen()),
    ("Escape", |app| {
        app.view.leave_passage();
        focus_reader();
    }),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shift {
    Up,
    Held,
}

/// True where Control is held, or Command on Apple's systems.
pub fn has_control(event: &KeyboardEvent) -> bool {
    if is_mac() { event.meta_key() } else { event.ctrl_key() }
}

/// Handles a key that no view took.
pub fn on_key(app: App, event: &KeyboardEvent) {
    if event.default_prevented() || app.view.dialog.get_untracked().is_some() || is_typing(event) {
        return;
    }
    let key = event.key();
    let run = if has_control(event) {
        let shift = if event.shift_key() { Shift::Held } else { Shift::Up };
        let row =
            WITH_CONTROL.iter().find(|(held, name, _)| *held == shift && key.eq_ignore_ascii_case(name));
        row.map(|(_, _, run)| *run)
    } else if event.alt_key() || app.view.screen.get_untracked() != Screen::Annotate {
        (key == "?").then_some(LETTERS[0].1)
    } else {
        LETTERS.iter().find(|(name, _)| *name == key).map(|(_, run)| *run)
    };
    if let Some(run) = run {
        event.prevent_default();
        run(app);
    } else if let Some(tag) = tag_of_key(app, event)
        && app.has_subject()
    {
        event.prevent_default();
        app.give(tag);
        focus_reader();
    }
}

/// The tag whose digit was pressed.
pub fn tag_of_key(app: App, event: &KeyboardEvent) -> Option<crate::model::TagId> {
    let key = event.key();
    let mut characters = key.chars();
    let digit = characters.next().filter(char::is_ascii_digit)?;
    let plain = characters.next().is_none() && !has_control(event) && !event.alt_key();
    plain.then(|| {
        app.with(|project| project.tags().values().find(|tag| tag.key == Some(digit)).map(|tag| tag.id))
    })?
}

/// True where the key goes into a field.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| {
        element.matches("input:not([type=checkbox],[type=radio]), textarea, select").unwrap_or(false)
    })
}
