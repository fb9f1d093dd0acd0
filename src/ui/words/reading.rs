//! Words for setting texts, and for paper.

use super::count;
use crate::app::{Setting, format_number};

/// What the choices are called, and what stands on paper beside a text.
#[allow(missing_docs)]
pub struct ReadingWords {
    pub open: &'static str,
    pub title: &'static str,
    pub settings: fn(Setting) -> (&'static str, &'static [&'static str]),
    pub reset: &'static str,
    pub print_now: &'static str,
    pub whole: &'static str,
    pub legend: &'static str,
    pub notes: &'static str,
    pub left_out: fn(usize) -> String,
    pub used: fn(usize) -> String,
}

/// English.
pub static ENGLISH: ReadingWords = ReadingWords {
    open: "Reading and printing",
    title: "Reading and printing",
    settings: |setting| match setting {
        Setting::Size => ("Size of letters", &["Smallest", "Small", "Medium", "Large", "Largest"]),
        Setting::Width => ("Length of lines", &["Short", "Medium", "Long", "All there is"]),
        Setting::Leading => ("Distance of lines", &["Close", "Medium", "Wide", "Double"]),
        Setting::Face => ("Letters", &["With serifs", "Without serifs"]),
        Setting::Numbers => ("Paragraph numbers", &["Shown", "Not shown"]),
        Setting::Arcs => ("Relations in the text", &["Not drawn", "Drawn as arcs"]),
        Setting::Print => ("Marks on paper", &["In colour", "In black and white"]),
    },
    reset: "As at first",
    print_now: "Print…",
    whole: "The whole document",
    legend: "Tags",
    notes: "Notes",
    left_out: |number| {
        format!("{} not printed, because their tags are hidden", count(number, "annotation", "annotations"))
    },
    used: |number| format!("×{}", format_number(number)),
};
