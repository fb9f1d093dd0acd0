//! How texts are set for reading: a choice of this browser, not of the project.

use super::App;
use super::settings::{read, write};
use leptos::prelude::*;

const KEY: &str = "glossator:reading";

/// One thing that can be chosen about the reading column, by its name in the page's
/// `data-` attributes and in what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The size of letters.
    Size,
    /// The length of lines.
    Width,
    /// The distance of lines.
    Leading,
    /// Serif or sans.
    Face,
    /// Whether paragraphs are numbered.
    Numbers,
    /// How marks are printed.
    Print,
    /// Whether relations are drawn as arcs.
    Arcs,
}

impl Setting {
    /// All of them.
    pub const ALL: [Setting; 7] = [
        Setting::Size,
        Setting::Width,
        Setting::Leading,
        Setting::Face,
        Setting::Numbers,
        Setting::Print,
        Setting::Arcs,
    ];

    /// Its name, how many choices there are, and which is the first.
    const fn about(self) -> (&'static str, u8, u8) {
        match self {
            Setting::Size => ("size", 5, 2),
            Setting::Width => ("width", 4, 1),
            Setting::Leading => ("leading", 4, 1),
            Setting::Face => ("face", 2, 0),
            Setting::Numbers => ("numbers", 2, 0),
            Setting::Print => ("print", 2, 0),
            Setting::Arcs => ("arcs", 2, 0),
        }
    }

    /// Its name: `size`, `width`, `leading`, `face`, `numbers`, `print` or `arcs`.
    pub fn name(self) -> &'static str {
        self.about().0
    }

    /// How many choices there are.
    pub fn choices(self) -> u8 {
        self.about().1
    }
}

/// What was chosen for each setting, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading([u8; Setting::ALL.len()]);

impl Default for Reading {
    fn default() -> Self {
        Self(Setting::ALL.map(|setting| setting.about().2))
    }
}

impl Reading {
    /// What is chosen, from 0.
    pub fn of(self, setting: Setting) -> u8 {
        self.0[setting as usize]
    }

    /// The same with another choice; one that does not exist changes nothing.
    pub fn with(mut self, setting: Setting, choice: u8) -> Self {
        if choice < setting.choices() {
            self.0[setting as usize] = choice;
        }
        self
    }
}

/// What was kept: digits in the order of the settings. What reads wrong is as at first.
pub(super) fn kept() -> Reading {
    let text = read(KEY).unwrap_or_default();
    let digits = text.bytes().map(|byte| byte.wrapping_sub(b'0'));
    Setting::ALL
        .into_iter()
        .zip(digits)
        .fold(Reading::default(), |reading, (setting, choice)| reading.with(setting, choice))
}

impl App {
    /// Sets texts otherwise, and keeps that for the next visit.
    pub fn set_reading(&self, reading: Reading) {
        write(KEY, &reading.0.iter().map(|choice| char::from(b'0' + choice)).collect::<String>());
        self.view.reading.set(reading);
    }
}
