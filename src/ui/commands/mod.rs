//! The table of commands: what keys, the palette of commands and the sheet of
//! shortcuts walk. A new command is a row of [`COMMANDS`], an [`Id`] with its
//! name, and a word in `words/commands.rs`; the compiler says what is missing.

mod acts;
mod book;
mod chord;
mod id;
mod keys;
mod table;

pub use chord::{has_control, is_bare, is_kept, pressed, shown};
pub use id::Id;
pub use keys::{assign, assigned, chords, is_pressed, key_of, meets, on_key, run, tag_of_key};
pub use table::COMMANDS;

use super::reader::Way;
use crate::app::App;

/// Runs a command, if it has something to do.
pub fn run_named(app: App, id: Id) {
    run(app, &COMMANDS[id as usize]);
}

/// Where a command's keys act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On every screen.
    Page,
    /// On the screen with the texts.
    Annotate,
    /// In the text.
    Text,
    /// In the text while an annotation is chosen: there these keys come first.
    Chosen,
    /// On the screen with the texts while a suggestion is under review: there these keys come first.
    Review,
    /// On the screen with the codebook.
    Codebook,
}

impl Place {
    /// In the order of the sheet.
    pub const ALL: [Place; 6] =
        [Place::Page, Place::Annotate, Place::Text, Place::Chosen, Place::Review, Place::Codebook];
}

/// What a command does.
#[derive(Clone, Copy)]
pub enum Deed {
    /// Something to be run.
    Run(fn(App)),
    /// A movement of the caret: with Shift it selects, whatever its keys are.
    Move(Way),
}

/// A command.
pub struct Row {
    /// Which it is.
    pub id: Id,
    /// Where its keys act.
    pub place: Place,
    /// Its keys, as long as nobody changed them.
    pub chords: &'static [&'static str],
    /// What it does.
    pub deed: Deed,
    /// Whether it would do something just now.
    pub is_offered: fn(App) -> bool,
}
