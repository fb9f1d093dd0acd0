//! The numbers of resolutions in their forms: `822 (1993)`, `217 A (III)`, `62/243`, `S-27/2`.

use super::bodies::Body;
use super::found::Found;
use super::normalise::{Char, classify};
use super::numbers::{Date, date_after, is_year, roman_mended, to_roman};
use super::resolutions::Reader;
use super::words::w;

/// How a number is written.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Number {
    /// `822 (1993)`, or `822` with a date, or alone.
    Plain { number: u32, year: Option<u32> },
    /// `217 A (III)`: of a numbered session.
    Session { number: u32, letters: Vec<String>, session: String, value: u32, special: bool },
    /// `62/243`, `S-27/2`, `1985/33`.
    Pair { first: String, value: u32, second: u32, letters: Vec<String> },
}

/// A number with its date.
pub(super) struct Item {
    /// The number.
    pub number: Number,
    /// The token after it and its date.
    pub to: usize,
    /// Its date.
    pub date: Option<Date>,
    /// A scan had garbled it.
    pub misread: bool,
}

impl Reader<'_> {
    /// A number in one of its forms.
    pub(super) fn item(&self, at: usize) -> Option<Item> {
        let tokens = self.tokens;
        let token = tokens.at(at);
        if at >= tokens.len() || token.begins_paragraph() {
            return None;
        }
        // S-27/2, ES-11/1.
        let special = token.is_word() && token.all_capitals() && matches!(tokens.folded(at), "s" | "es");
        if special && tokens.is(at + 1, '-') && tokens.is(at + 3, '/') && tokens.at(at + 4).is_number() {
            let first = tokens.written_span(at, at + 3).replace(['–', '‑'], "-");
            let (letters, to) = self.letters(at + 5);
            let number = Number::Pair { first, value: 0, second: tokens.at(at + 4).value, letters };
            return Some(self.dated(number, to, false));
        }
        if !token.is_number() || token.value == 0 || token.folded_length() > 4 {
            return None;
        }
        let slash = tokens.at(at + 1);
        if slash.is('/') && !slash.spaced() && tokens.at(at + 2).is_number() && !tokens.at(at + 2).spaced() {
            if tokens.is(at + 3, '/') {
                return None;
            }
            let (letters, to) = self.letters(at + 3);
            let second = tokens.at(at + 2).value;
            let number = Number::Pair { first: token.value.to_string(), value: token.value, second, letters };
            return Some(self.dated(number, to, false));
        }
        // The quotation mark of "Resolution 1244’ (1999)" stands in print.
        let mut open = at + 1;
        while open < at + 3 && (tokens.is(open, '\'') || tokens.is(open, '"')) {
            open += 1;
        }
        if tokens.is(open, '(') && is_year(tokens, open + 1) && tokens.is(open + 2, ')') {
            let number = Number::Plain { number: token.value, year: Some(tokens.at(open + 1).value) };
            return Some(self.dated(number, open + 3, false));
        }
        let (letters, open) = self.letters(at + 1);
        if tokens.is(open, '(')
            && let Some((session, value, special, to, misread)) = self.session(open)
        {
            let number = Number::Session { number: token.value, letters, session, value, special };
            return Some(self.dated(number, to, misread));
        }
        let taken = tokens.at(at + 1);
        if taken.is('%') || taken.is('.') && tokens.at(at + 2).is_number() && !tokens.at(at + 2).spaced() {
            return None;
        }
        let found = self.dated(Number::Plain { number: token.value, year: None }, at + 1, false);
        let year = found.date.map(|date| date.year);
        Some(Item { number: Number::Plain { number: token.value, year }, ..found })
    }

    /// *188 (1964). Resolution of 9 April 1964*, at the head of a resolution of the Council.
    pub(super) fn own_head(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        let head = at.checked_sub(5)?;
        let fits = tokens.is_word(at, w::RESOLUTION)
            && tokens.is_word(at + 1, w::OF)
            && tokens.before(at).is('.')
            && tokens.at(head).begins_line()
            && tokens.is(head + 1, '(')
            && is_year(tokens, head + 2);
        if !fits {
            return None;
        }
        let number = Number::Plain { number: tokens.at(head).value, year: Some(tokens.at(head + 2).value) };
        self.document(head, &self.dated(number, at + 1, false), Some(Body::Security), at)
    }

    fn dated(&self, number: Number, to: usize, misread: bool) -> Item {
        let date = date_after(self.tokens, to);
        // *426 (1978) of 19 March, 427 (1978) of 3 May*: the year was said.
        let day = || {
            let of = self.tokens.is_word(to, w::OF) && self.tokens.at(to + 1).is_number();
            of && super::numbers::month(self.tokens, to + 2).is_some()
        };
        let end = date.map_or_else(|| if day() { to + 3 } else { to }, |date| date.end);
        Item { number, to: end, date, misread }
    }

    /// `A`, `A-C`, `A and B` after a number; also in Cyrillic and Arabic.
    fn letters(&self, at: usize) -> (Vec<String>, usize) {
        let tokens = self.tokens;
        let letter = |at: usize| -> Option<char> {
            let token = tokens.at(at);
            let mut letters = tokens.written(at).chars();
            let first = letters.next().filter(|_| token.is_word())?;
            let name = match (tokens.folded(at), first) {
                ("ألف", _) => 'A',
                ("باء", _) => 'B',
                (_, 'А') => 'A',
                (_, 'В') => 'B',
                (_, 'С') => 'C',
                (_, first) => first,
            };
            (name.is_ascii_uppercase() && name <= 'H' && (letters.next().is_none() || name != first))
                .then_some(name)
        };
        // `A-C` is one word for the cutter.
        if let [first, b'-', last] = tokens.written(at).as_bytes()
            && first.is_ascii_uppercase()
            && first < last
            && *last <= b'H'
        {
            return ((*first..=*last).map(|letter| char::from(letter).to_string()).collect(), at + 1);
        }
        let Some(first) = letter(at) else { return (Vec::new(), at) };
        let sentence = tokens.at(at + 1).is_word() && !matches!(tokens.at(at + 1).word, w::OF | w::AND);
        if tokens.at(at).spaced() && sentence && tokens.at(at + 1).spaced() && first == 'A' {
            return (Vec::new(), at);
        }
        if tokens.is(at + 1, '-')
            && let Some(last) = letter(at + 2).filter(|last| *last > first)
        {
            return ((first..=last).map(|letter| letter.to_string()).collect(), at + 3);
        }
        (vec![first.to_string()], at + 1)
    }

    /// `(III)`, `(S-VI)`, `(XXVTII)`, `(د-3)`: as it goes into the id, its value, whether special, what follows.
    fn session(&self, open: usize) -> Option<(String, u32, bool, usize, bool)> {
        let tokens = self.tokens;
        let close = (open + 1..open + 6).find(|at| tokens.is(*at, ')'))?;
        let inner = tokens.written_span(open + 1, close);
        let plain: String = inner.chars().filter(|c| !c.is_whitespace()).collect();
        if let Some(digits) = plain.strip_prefix("د-") {
            let value = (0..digits.chars().count()).try_fold(0, |sum, at| {
                let digit = digits.chars().nth(at).map(classify)?;
                if let Char::Digit(digit) = digit { Some(sum * 10 + u32::from(digit)) } else { None }
            })?;
            return (1..=30).contains(&value).then(|| (to_roman(value), value, false, close + 1, false));
        }
        for prefix in ["ES-", "S-"] {
            if let Some(rest) = plain.strip_prefix(prefix) {
                let (value, misread) = roman_mended(rest)?;
                return Some((format!("{prefix}{}", to_roman(value)), value, true, close + 1, misread));
            }
        }
        let (value, misread) = roman_mended(&plain)?;
        (value <= 70).then(|| (to_roman(value), value, false, close + 1, misread))
    }
}
