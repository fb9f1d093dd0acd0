//! What this browser's person made of the keys: which command has which, and
//! whether bare characters act at all.

use super::{App, settings};
use crate::table::TextMap;
use leptos::prelude::*;

const KEYS: &str = "glossator:keys";

/// Stands in the place of a command's name where bare characters are turned off.
const BARE: &str = "bare-characters";

/// The keys that were changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shortcuts {
    /// By the names of commands their keys, with spaces between; none is no key.
    pub changed: TextMap,
    /// Keys that are one character and nothing held do nothing (WCAG 2.1.4).
    pub bare_off: bool,
}

impl Shortcuts {
    /// As it is kept: a line a command. What reads wrong is ignored.
    fn read(text: &str) -> Self {
        let rows = text.lines().filter_map(|line| line.split_once('='));
        let rows = rows.map(|(name, keys)| (name.to_owned(), keys.to_owned()));
        let mut changed: TextMap = rows.collect();
        let bare_off = changed.remove(BARE).is_some_and(|value| value == "off");
        Self { changed, bare_off }
    }

    fn write(&self) -> String {
        let mut text = String::new();
        let bare = self.bare_off.then_some((BARE, "off"));
        let rows = self.changed.iter().map(|(name, keys)| (name.as_str(), keys.as_str()));
        for (name, keys) in bare.into_iter().chain(rows) {
            text.extend([name, "=", keys, "\n"]);
        }
        text
    }
}

pub(super) fn kept() -> Shortcuts {
    Shortcuts::read(&settings::read(KEYS).unwrap_or_default())
}

impl App {
    /// Changes the keys, and keeps them.
    pub fn set_shortcuts(&self, change: impl FnOnce(&mut Shortcuts)) {
        let mut shortcuts = self.view.shortcuts.get_untracked();
        change(&mut shortcuts);
        settings::write(KEYS, &shortcuts.write());
        self.view.shortcuts.set(shortcuts);
    }
}
