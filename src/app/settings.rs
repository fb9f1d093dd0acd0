//! Choices of this browser, not of the project: who sits here, light or dark.

use super::keep::journal;
use super::{App, browser};
use crate::model::CoderId;
use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;

/// What all keys of ours in local storage begin with.
pub(super) const OURS: &str = "glossator:";

pub(super) const CODER: &str = "glossator:coder";
const THEME: &str = "glossator:theme";

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    const ALL: [(Theme, &str); 3] =
        [(Theme::System, "system"), (Theme::Light, "light"), (Theme::Dark, "dark")];

    /// Its name in the page's `data-theme`.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(theme, _)| *theme == self).map_or("system", |(_, name)| name)
    }

    /// The next in turn.
    pub fn next(self) -> Theme {
        let at = Self::ALL.iter().position(|(theme, _)| *theme == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()].0
    }
}

/// The coder of this browser.
pub(super) fn known_coder() -> Option<CoderId> {
    read(CODER).and_then(|text| CoderId::parse(&text))
}

/// The coder of this browser, made at random on the first visit. After a crash the database may
/// know one that local storage does not.
pub(super) fn new_coder(known: Option<String>) -> CoderId {
    let known = known.and_then(|text| CoderId::parse(&text));
    let id = known.unwrap_or_else(|| CoderId::from_random(browser::random()));
    write(CODER, &id.to_string());
    id
}

pub(super) fn theme() -> Theme {
    let name = read(THEME).unwrap_or_default();
    Theme::ALL.iter().find(|(_, known)| *known == name).map_or(Theme::System, |(theme, _)| *theme)
}

pub(super) fn read(key: &str) -> Option<String> {
    // Not `LocalStorage::get`: that panics where reading throws.
    journal::is_open().then(|| LocalStorage::raw().get_item(key).ok().flatten()).flatten()
}

/// A setting that cannot be kept is only forgotten: nothing of the work is lost.
pub(super) fn write(key: &str, value: &str) {
    if journal::is_open() {
        let _ = LocalStorage::raw().set_item(key, value);
    }
}

impl App {
    /// Goes from system to light to dark.
    pub fn switch_theme(&self) {
        let next = self.view.theme.get_untracked().next();
        write(THEME, next.name());
        self.view.theme.set(next);
    }
}
