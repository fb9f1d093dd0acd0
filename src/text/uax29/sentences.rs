//! Sentence boundaries: UAX #29, section 5.1.

use super::Before;
use super::classes::{Class, Classes, Sentence, Sentence::*};
use std::str::Chars;

/// What lies before a place, without the marks that SB5 passes over.
#[derive(Default)]
pub(super) struct BeforeSentence {
    end: Option<End>,
    /// Whether the last character is a capital or small letter.
    cased: bool,
}

/// A sentence that may have ended.
#[derive(Clone, Copy)]
struct End {
    /// At a full stop (ATerm), which may be an abbreviation's; not at another mark (STerm).
    at_stop: bool,
    /// A capital or small letter comes before the stop.
    after_cased: bool,
    since: Since,
}

/// What has followed the mark that ends a sentence.
#[derive(Clone, Copy, PartialEq)]
enum Since {
    Nothing,
    /// Close+
    Closed,
    /// Close* Sp+
    Spaced,
}

impl Before for BeforeSentence {
    fn pair(last: Class, next: Class) -> Option<bool> {
        match (last.sentence, next.sentence) {
            (Cr, Lf) => Some(true),             // SB3
            (Sep | Cr | Lf, _) => Some(false),  // SB4
            (_, Extend | Format) => Some(true), // SB5
            _ => None,
        }
    }

    fn joins(&self, next: Class, rest: Chars) -> bool {
        let Some(End { at_stop, after_cased, since }) = self.end else {
            return true; // SB998
        };
        match next.sentence {
            Numeric if at_stop && since == Since::Nothing => true, // SB6
            Upper if at_stop && after_cased && since == Since::Nothing => true, // SB7
            SContinue | ATerm | STerm => true,                     // SB8a
            Close if since != Since::Spaced => true,               // SB9
            Sp | Sep | Cr | Lf => true,                            // SB9, SB10
            _ => at_stop && small_letter_follows(next.sentence, rest), // SB8, SB11
        }
    }

    fn push(&mut self, class: Class) {
        let cased = matches!(class.sentence, Upper | Lower);
        self.end = match (class.sentence, self.end) {
            (Extend | Format, _) => return, // SB5
            (ATerm | STerm, _) => {
                let (at_stop, after_cased) = (class.sentence == ATerm, self.cased);
                Some(End { at_stop, after_cased, since: Since::Nothing })
            }
            (Close, Some(end)) if end.since != Since::Spaced => Some(End { since: Since::Closed, ..end }),
            (Sp, Some(end)) => Some(End { since: Since::Spaced, ..end }),
            _ => None,
        };
        self.cased = cased;
    }
}

/// SB8: ( ¬(OLetter | Upper | Lower | ParaSep | SATerm) )* Lower. It is asked once
/// for a full stop and looks no further than to the next, so that all who ask
/// together read the text once.
fn small_letter_follows(next: Sentence, rest: Chars) -> bool {
    let classes = Classes::get();
    let decides = |class: &Sentence| matches!(class, OLetter | Upper | Lower | Sep | Cr | Lf | STerm | ATerm);
    [next].into_iter().chain(rest.map(|c| classes.of(c).sentence)).find(decides) == Some(Lower)
}
