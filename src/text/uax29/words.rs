//! Word boundaries: UAX #29, section 4.1.1.

use super::classes::{Class, Classes, Grapheme::Pictographic, Word, Word::*};
use super::{Before, Bounded};
use std::str::Chars;

/// What lies before a place, without the marks that WB4 passes over.
#[derive(Default)]
pub(super) struct BeforeWord {
    last: Word,
    /// The one before that.
    earlier: Word,
    /// An odd number of regional indicators, which wants another for a flag.
    half_flag: bool,
}

/// The annex's macro AHLetter.
fn is_letter(class: Word) -> bool {
    matches!(class, ALetter | HebrewLetter)
}

/// What WB4 passes over.
pub(super) fn is_passed_over(class: Word) -> bool {
    matches!(class, Extend | Format | Zwj)
}

/// The first class after a place that WB4 does not pass over.
fn after(rest: Chars) -> Word {
    let classes = Classes::get();
    rest.map(|c| classes.of(c).word).find(|class| !is_passed_over(*class)).unwrap_or(Other)
}

impl Before for BeforeWord {
    fn pair(last: Class, next: Class) -> Option<bool> {
        Some(match (last.word, next.word) {
            (Cr, Lf) => true,                                  // WB3
            (Newline | Cr | Lf, _) => false,                   // WB3a
            (_, Newline | Cr | Lf) => false,                   // WB3b
            (Zwj, _) if next.grapheme == Pictographic => true, // WB3c
            (WSegSpace, WSegSpace) => true,                    // WB3d
            (_, Extend | Format | Zwj) => true,                // WB4
            (ALetter, ALetter) => true,                        // WB5, the commonest of what follows
            _ => return None,
        })
    }

    fn joins(&self, next: Class, rest: Chars) -> bool {
        let (earlier, last, next) = (self.earlier, self.last, next.word);
        match (last, next) {
            (ALetter | HebrewLetter, ALetter | HebrewLetter) => true, // WB5
            (HebrewLetter, SingleQuote) => true,                      // WB7a
            (ALetter | HebrewLetter, MidLetter | MidNumLet | SingleQuote) => is_letter(after(rest)), // WB6
            (MidLetter | MidNumLet | SingleQuote, ALetter | HebrewLetter) if is_letter(earlier) => true, // WB7
            (HebrewLetter, DoubleQuote) => after(rest) == HebrewLetter, // WB7b
            (DoubleQuote, HebrewLetter) => earlier == HebrewLetter,     // WB7c
            (Numeric, Numeric) => true,                                 // WB8
            (ALetter | HebrewLetter, Numeric) => true,                  // WB9
            (Numeric, ALetter | HebrewLetter) => true,                  // WB10
            (MidNum | MidNumLet | SingleQuote, Numeric) => earlier == Numeric, // WB11
            (Numeric, MidNum | MidNumLet | SingleQuote) => after(rest) == Numeric, // WB12
            (Katakana, Katakana) => true,                               // WB13
            (ALetter | HebrewLetter | Numeric | Katakana | ExtendNumLet, ExtendNumLet) => true, // WB13a
            (ExtendNumLet, ALetter | HebrewLetter | Numeric | Katakana) => true, // WB13b
            (Regional, Regional) => self.half_flag,                     // WB15, WB16
            _ => false,                                                 // WB999
        }
    }

    fn push(&mut self, class: Class) {
        // WB4. Where marks begin a line there is nothing for them to stand on, and
        // nothing that asks what they are.
        if is_passed_over(class.word) {
            return;
        }
        self.half_flag = class.word == Regional && !self.half_flag;
        (self.earlier, self.last) = (self.last, class.word);
    }
}

impl Bounded for BeforeWord {
    /// Looks back past marks to the two characters that they stand on, or to the
    /// start of a row of flags.
    fn before(text: &str) -> Self {
        let classes = Classes::get();
        let mut backwards =
            text.chars().rev().map(|c| classes.of(c).word).filter(|class| !is_passed_over(*class));
        let last = backwards.next().unwrap_or(Other);
        let earlier = backwards.next().unwrap_or(Other);
        let mut half_flag = last == Regional;
        if half_flag && earlier == Regional {
            half_flag = backwards.take_while(|class| *class == Regional).count() % 2 == 1;
        }
        Self { last, earlier, half_flag }
    }
}
