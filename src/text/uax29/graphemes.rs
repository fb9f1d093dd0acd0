//! Grapheme cluster boundaries: UAX #29, section 3.1.1.

use super::classes::{Class, Classes, Grapheme::*};
use super::{Before, Bounded};
use std::str::Chars;

/// What lies before a place, as far as the rules ask.
#[derive(Default)]
pub(super) struct BeforeGrapheme {
    conjunct: Conjunct,
    picture: Picture,
    /// An odd number of regional indicators, which wants another for a flag.
    half_flag: bool,
}

/// How far a conjunct has come: GB9c before its last consonant.
#[derive(Clone, Copy, Default, PartialEq)]
enum Conjunct {
    #[default]
    None,
    /// A consonant, and marks.
    Begun,
    /// The same with a linker among the marks.
    Linked,
}

/// How far a sequence of emoji has come: GB11 before its last one.
#[derive(Clone, Copy, Default, PartialEq)]
enum Picture {
    #[default]
    None,
    /// A pictograph, and marks.
    Begun,
    /// The same and a zero width joiner.
    Joined,
}

impl Before for BeforeGrapheme {
    fn pair(last: Class, next: Class) -> Option<bool> {
        Some(match (last.grapheme, next.grapheme) {
            (Cr, Lf) => true,                                          // GB3
            (Control | Cr | Lf, _) => false,                           // GB4
            (_, Control | Cr | Lf) => false,                           // GB5
            (L, L | V | Lv | Lvt) => true,                             // GB6
            (Lv | V, V | T) => true,                                   // GB7
            (Lvt | T, T) => true,                                      // GB8
            (_, Extend | ExtendNoConjunct | Linker | Zwj) => true,     // GB9
            (_, SpacingMark) => true,                                  // GB9a
            (Prepend, _) => true,                                      // GB9b
            (Extend | Linker | Zwj, Consonant) => return None,         // GB9c
            (Zwj, Pictographic) | (Regional, Regional) => return None, // GB11, GB12, GB13
            _ => false,                                                // GB999
        })
    }

    fn joins(&self, next: Class, _: Chars) -> bool {
        match next.grapheme {
            Consonant => self.conjunct == Conjunct::Linked,  // GB9c
            Pictographic => self.picture == Picture::Joined, // GB11
            Regional => self.half_flag,                      // GB12, GB13
            _ => false,                                      // GB999
        }
    }

    fn push(&mut self, class: Class) {
        // GB9c: Consonant [Extend Linker]* Linker [Extend Linker]* × Consonant
        self.conjunct = match (self.conjunct, class.grapheme) {
            (_, Consonant) => Conjunct::Begun,
            (Conjunct::Begun, Linker) => Conjunct::Linked,
            (so_far, Extend | Linker | Zwj) => so_far,
            _ => Conjunct::None,
        };
        // GB11: Pictographic Extend* ZWJ × Pictographic
        self.picture = match (self.picture, class.grapheme) {
            (_, Pictographic) => Picture::Begun,
            (Picture::Begun, Extend | ExtendNoConjunct | Linker) => Picture::Begun,
            (Picture::Begun, Zwj) => Picture::Joined,
            _ => Picture::None,
        };
        self.half_flag = class.grapheme == Regional && !self.half_flag;
    }
}

impl Bounded for BeforeGrapheme {
    /// Looks back past marks and joiners to what they stand on, or to the start
    /// of a row of flags.
    fn before(text: &str) -> Self {
        let classes = Classes::get();
        let is_flag = |c: char| classes.of(c).grapheme == Regional;
        let is_mark = |c: char| matches!(classes.of(c).grapheme, Extend | ExtendNoConjunct | Linker | Zwj);
        let base = if text.ends_with(is_flag) {
            text.trim_end_matches(is_flag)
        } else {
            text.trim_end_matches(is_mark)
        };
        let from = base.char_indices().next_back().map_or(0, |(at, _)| at);
        let mut before = Self::default();
        text[from..].chars().for_each(|c| before.push(classes.of(c)));
        before
    }
}
