//! Where graphemes, words and sentences begin and end: UAX #29, Unicode Text
//! Segmentation, for the version of Unicode that `table.rs` names.
//!
//! Each kind has a file with its rules, by the annex's numbers. The rules see what
//! lies before a place as a state of fixed size, so that a walk through a text
//! takes time in proportion to its length, whatever it holds.
//!
//! A question about one place reads the cluster or word that the place lies in,
//! and before it the marks or flags in a row (for words, of two characters). Only
//! a text of nothing but those is read to its start, and then once or twice.

mod classes;
mod graphemes;
mod sentences;
mod table;
mod words;

pub use classes::{is_alphabetic, is_alphanumeric, is_lowercase, is_uppercase};

use classes::{Class, Classes};
use graphemes::BeforeGrapheme;
use sentences::BeforeSentence;
use std::ops::Range;
use std::str::Chars;
use words::BeforeWord;

/// What the rules of one kind need to know of the text before a place.
trait Before: Default {
    /// Whether no boundary lies between two neighbours, where they alone decide.
    fn pair(last: Class, next: Class) -> Option<bool>;

    /// Whether no boundary lies before `next`, where [`Before::pair`] does not
    /// tell. `rest` is the text after it.
    fn joins(&self, next: Class, rest: Chars) -> bool;

    /// Goes past a character.
    fn push(&mut self, class: Class);
}

/// Kinds whose boundaries can be found from the middle of a text.
trait Bounded: Before {
    /// What lies before the end of a text. It is asked where [`Before::pair`] does
    /// not tell, which is never between marks.
    fn before(text: &str) -> Self;
}

/// A walk through the segments of a text, as byte ranges.
struct Segments<'a, B> {
    text: &'a str,
    at: usize,
    before: B,
    classes: &'static Classes,
}

impl<'a, B: Before> Segments<'a, B> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0, before: B::default(), classes: Classes::get() }
    }
}

impl<B: Before> Iterator for Segments<'_, B> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let mut rest = self.text[start..].chars();
        let mut last = self.classes.of(rest.next()?);
        self.before.push(last);
        loop {
            self.at = self.text.len() - rest.as_str().len();
            let Some(c) = rest.next() else { break };
            let next = self.classes.of(c);
            if !B::pair(last, next).unwrap_or_else(|| self.before.joins(next, rest.clone())) {
                break;
            }
            self.before.push(next);
            last = next;
        }
        Some(start..self.at)
    }
}

/// The grapheme clusters of a text (the extended ones), as byte ranges.
pub fn graphemes(text: &str) -> impl Iterator<Item = Range<usize>> {
    Segments::<BeforeGrapheme>::new(text)
}

/// All between two word boundaries of a text, as byte ranges: words, and the
/// spaces and marks between them.
pub fn word_segments(text: &str) -> impl Iterator<Item = Range<usize>> {
    Segments::<BeforeWord>::new(text)
}

/// The words of a text, as byte ranges: the segments with a letter or a number.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    word_segments(text).filter(|segment| text[segment.clone()].contains(is_alphanumeric))
}

/// The sentences of a text with the white space after them, as byte ranges.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    Segments::<BeforeSentence>::new(text)
}

/// The grapheme boundary at a place, or else the last before it.
pub fn grapheme_start(text: &str, at: usize) -> usize {
    start::<BeforeGrapheme>(text, at)
}

/// The grapheme boundary at a place, or else the first after it.
pub fn grapheme_end(text: &str, at: usize) -> usize {
    end::<BeforeGrapheme>(text, at)
}

/// The word boundary at a place, or else the last before it.
pub fn word_start(text: &str, at: usize) -> usize {
    start::<BeforeWord>(text, at)
}

/// The word boundary at a place, or else the first after it.
pub fn word_end(text: &str, at: usize) -> usize {
    end::<BeforeWord>(text, at)
}

/// Whether a word boundary lies at a place.
pub fn is_word_boundary(text: &str, at: usize) -> bool {
    is_boundary::<BeforeWord>(text, at)
}

/// True for what never begins a word: marks, joiners and format characters (WB4).
pub fn is_passed_over(c: char) -> bool {
    words::is_passed_over(Classes::get().of(c).word)
}

fn start<B: Bounded>(text: &str, mut at: usize) -> usize {
    while !is_boundary::<B>(text, at) {
        at = text.floor_char_boundary(at - 1);
    }
    at
}

fn end<B: Bounded>(text: &str, mut at: usize) -> usize {
    while !is_boundary::<B>(text, at) {
        at = text.ceil_char_boundary(at + 1);
    }
    at
}

/// Whether a boundary lies at a place; one does at both ends (GB1, GB2, WB1, WB2).
fn is_boundary<B: Bounded>(text: &str, at: usize) -> bool {
    let (before, mut rest) = (&text[..at], text[at..].chars());
    let (Some(last), Some(next)) = (before.chars().next_back(), rest.next()) else { return true };
    let classes = Classes::get();
    let next = classes.of(next);
    !B::pair(classes.of(last), next).unwrap_or_else(|| B::before(before).joins(next, rest))
}
