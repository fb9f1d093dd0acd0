//! Whether a file holds the work: one that was downloaded, or the one that follows the project.

use crate::app::{App, browser, settings};
use leptos::prelude::*;

/// Since when no file holds all of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filed {
    /// Nothing was done that a file could hold, as far as this browser knows.
    Nothing,
    /// What was done from this moment on, in milliseconds, is in no file.
    Since(i64),
    /// All that was done is in a file.
    All,
}

/// The key of a project's state in local storage.
pub(in crate::app) fn key(slot: &str) -> String {
    format!("glossator:filed:{slot}")
}

const ALL: &str = "all";

/// What this browser knows of a project's files. Where it knows nothing, nothing is said.
pub(in crate::app) fn known(slot: &str) -> Filed {
    match settings::read(&key(slot)) {
        Some(text) if text == ALL => Filed::All,
        Some(text) => text.parse().map_or(Filed::Nothing, Filed::Since),
        None => Filed::Nothing,
    }
}

impl App {
    /// Something was done that no file holds yet.
    pub(in crate::app) fn note_unfiled(&self) {
        if !matches!(self.view.filed.get_untracked(), Filed::Since(_)) {
            self.note_filed(Filed::Since(browser::now().millis()));
        }
    }

    /// Keeps what is known, for the next visit too.
    pub(in crate::app) fn note_filed(&self, filed: Filed) {
        self.view.filed.set(filed);
        let text = match filed {
            Filed::Nothing => String::new(),
            Filed::Since(millis) => millis.to_string(),
            Filed::All => ALL.to_owned(),
        };
        settings::write(&key(self.inner().shelf.slot()), &text);
    }
}
