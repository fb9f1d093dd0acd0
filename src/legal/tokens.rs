//! A text as words, numbers and marks, each with the bytes that it stands on.
//!
//! A hyphen between letters belongs to the word and is left out of it, so that
//! *co-operation* and *cooperation* are one; so is a hyphen at the end of a line.

use super::letters::{is_capital, is_small};
use super::normalise::{Char, classify, ligature, misread};
use super::spots::Spots;
use super::words::{BASIS, Words, step, unit, w};

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word,
    /// Digits.
    Number,
    /// One sign, made one with its variants.
    Mark(char),
}

/// A word, a number or a sign.
#[derive(Clone, Copy)]
pub(super) struct Token {
    /// First byte in the text.
    pub start: u32,
    /// Byte after its last.
    pub end: u32,
    /// Where its folded letters lie in [`Tokens::folded`].
    pub(super) folded: (u32, u32),
    /// What it is.
    pub kind: Kind,
    /// The number of the word in the table's vocabulary, 0 if it has none.
    pub word: u16,
    /// The same for the word in capitals.
    pub upper: u16,
    /// The same for the word's beginning.
    pub stem: u16,
    /// A number's value, or the largest there is.
    pub value: u32,
    /// The number of its paragraph.
    pub paragraph: u32,
    flags: u8,
}

const SPACE: u8 = 1;
const LINE: u8 = 2;
const BLANK: u8 = 4;
const CAPITAL: u8 = 8;
const UPPER: u8 = 16;

impl Token {
    /// The second of two words that it is, without a space before it.
    pub(super) fn second(&self, capital: bool) -> Self {
        Self { flags: if capital { CAPITAL } else { 0 }, ..*self }
    }

    /// True where a space stands before it.
    pub fn spaced(&self) -> bool {
        self.flags & SPACE != 0
    }

    /// True where a line begins with it.
    pub fn begins_line(&self) -> bool {
        self.flags & LINE != 0
    }

    /// True where a paragraph begins with it: after an empty line.
    pub fn begins_paragraph(&self) -> bool {
        self.flags & BLANK != 0
    }

    /// True where its first letter is a capital.
    pub fn capital(&self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// True where it has no small letter.
    pub fn all_capitals(&self) -> bool {
        self.flags & UPPER != 0
    }

    /// True for letters.
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// True for digits.
    pub fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }

    /// True for this sign.
    #[inline(never)]
    pub fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// How many characters of the folded form there are.
    pub fn folded_length(&self) -> u32 {
        self.folded.1 - self.folded.0
    }
}

/// The tokens of a text. Asking beyond the end gives a token that is nothing.
pub(super) struct Tokens<'a> {
    /// The text.
    pub text: &'a str,
    pub(super) all: Vec<Token>,
    pub(super) folded: String,
    /// Where some words and signs stand, so that no one walks along the whole text for them.
    pub spots: Spots,
}

/// The longest sentence, in tokens.
const SENTENCE: usize = 200;

const NOTHING: Token = Token {
    start: 0,
    end: 0,
    folded: (0, 0),
    kind: Kind::Mark('\0'),
    word: 0,
    upper: 0,
    stem: 0,
    value: 0,
    paragraph: 0,
    flags: SPACE | LINE | BLANK,
};

impl<'a> Tokens<'a> {
    /// Cuts a text, and looks its words up; those of a `copy` may be glued together.
    pub fn of(text: &'a str, words: &Words, copy: bool) -> Self {
        let mut tokens = Self {
            text,
            all: Vec::with_capacity(text.len() / 5),
            folded: String::with_capacity(text.len()),
            spots: Spots::default(),
        };
        let mut cutter = Cutter { flags: SPACE | LINE | BLANK, lines: 2, open: None, hyphen: None };
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            let scanned = || matches!(byte, b'l' | b'S') && misread(text, at, char::from(*byte)).is_some();
            if byte.is_ascii_alphabetic() && !scanned() {
                let end = bytes[at..].iter().position(|byte| !byte.is_ascii_alphabetic());
                let end = end.map_or(bytes.len(), |length| at + length);
                cutter.letters(&mut tokens, at, end);
                at = end;
                continue;
            }
            let c =
                if byte.is_ascii() { char::from(*byte) } else { text[at..].chars().next().unwrap_or(' ') };
            cutter.take(&mut tokens, at, c);
            at += c.len_utf8();
        }
        tokens.join_nations();
        tokens.join_misread(words);
        if copy {
            tokens.part_glued(words);
        }
        let mut spots = Spots::default();
        for (at, token) in tokens.all.iter_mut().enumerate() {
            if token.kind == Kind::Word {
                let hash = std::mem::take(&mut token.value);
                let folded = &tokens.folded[token.folded.0 as usize..token.folded.1 as usize];
                (token.word, token.upper, token.stem) = words.find_hashed(folded, token.all_capitals(), hash);
                // The Arabic *and* is written with the word behind it.
                if token.word == 0
                    && let Some(rest) = folded.strip_prefix('و')
                {
                    (token.word, _, token.stem) = words.find(rest, false);
                }
                // *ol the Charter*, as scans have it
                if token.word == 0 && folded == "ol" && !token.capital() {
                    token.word = w::OF;
                }
                if token.stem != 0
                    || (w::QARARUHU..=w::PREAMBULO).contains(&token.word)
                    || (w::ARTICULO..=w::ABS).contains(&token.word)
                {
                    token.word = unit(token.word, token.stem);
                }
            }
            spots.note(at, token);
        }
        tokens.spots = spots;
        tokens
    }

    /// True where the folded word is one of these, which stand in one text: a row of them weighs twice as much.
    pub fn is_any(&self, at: usize, words: &str) -> bool {
        super::title_words::is_in(words, self.folded(at))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The token of that number, or nothing.
    #[inline(never)]
    pub fn at(&self, at: usize) -> &Token {
        self.all.get(at).unwrap_or(&NOTHING)
    }

    /// The one before it, or nothing.
    #[inline(never)]
    pub fn before(&self, at: usize) -> &Token {
        at.checked_sub(1).map_or(&NOTHING, |at| self.at(at))
    }

    /// Its letters in lower case, or its digits.
    #[inline(never)]
    pub fn folded(&self, at: usize) -> &str {
        let token = self.at(at);
        &self.folded[token.folded.0 as usize..token.folded.1 as usize]
    }

    /// As it is written.
    pub fn written(&self, at: usize) -> &'a str {
        let token = self.at(at);
        &self.text[token.start as usize..token.end as usize]
    }

    /// The text from one token up to another, the latter left out.
    pub fn written_span(&self, from: usize, to: usize) -> &'a str {
        if from >= to {
            return "";
        }
        &self.text[self.at(from).start as usize..self.before(to).end as usize]
    }

    /// True where the token is that mark.
    #[inline(never)]
    pub fn is(&self, at: usize, mark: char) -> bool {
        self.at(at).is(mark)
    }

    /// True where the token is that word of the vocabulary.
    #[inline(never)]
    pub fn is_word(&self, at: usize, word: u16) -> bool {
        self.at(at).word == word
    }

    /// True where no empty line stands between two tokens.
    pub fn same_paragraph(&self, a: usize, b: usize) -> bool {
        self.at(a).paragraph == self.at(b).paragraph
    }

    /// True where no sentence and no paragraph ends between two tokens that are near each other.
    pub fn same_sentence(&self, from: usize, to: usize) -> bool {
        from + SENTENCE > to && (from..to).all(|at| !self.at(at).is('.') && !self.at(at).begins_paragraph())
    }
}

/// What is being put together while a text is read.
struct Cutter {
    flags: u8,
    lines: u8,
    open: Option<Kind>,
    /// A hyphen after a letter, which may belong to the word, and how many lines ended since.
    hyphen: Option<usize>,
}

impl Cutter {
    fn take(&mut self, tokens: &mut Tokens, at: usize, c: char) {
        match misread(tokens.text, at, c).unwrap_or_else(|| classify(c)) {
            Char::Letter(folded) => {
                if let Some(hyphen) = self.hyphen.take()
                    && (self.flags != 0 && !is_small(c) || self.lines > 1)
                {
                    self.mark(tokens, hyphen, '-');
                }
                self.letter(tokens, at, c, folded);
            }
            Char::Digit(digit) => {
                self.settle(tokens);
                if self.open == Some(Kind::Number)
                    && let Some(last) = tokens.all.last_mut()
                {
                    last.value = last.value.saturating_mul(10).saturating_add(u32::from(digit));
                } else {
                    self.begin(tokens, at, Kind::Number);
                    if let Some(last) = tokens.all.last_mut() {
                        last.value = u32::from(digit);
                    }
                }
                tokens.folded.push((b'0' + digit) as char);
                Self::extend(tokens, at + c.len_utf8());
            }
            Char::Alone(folded) => {
                self.settle(tokens);
                self.open = None;
                self.begin(tokens, at, Kind::Word);
                let from = tokens.folded.len();
                tokens.folded.push(folded);
                if let Some(last) = tokens.all.last_mut() {
                    last.value =
                        tokens.folded.as_bytes()[from..].iter().fold(BASIS, |hash, byte| step(hash, *byte));
                }
                Self::extend(tokens, at + c.len_utf8());
                self.open = None;
            }
            Char::Mark('-') if self.open == Some(Kind::Word) && self.hyphen.is_none() => {
                self.hyphen = Some(at);
                self.flags = 0;
                self.lines = 0;
            }
            Char::Mark(mark) => {
                self.settle(tokens);
                self.begin(tokens, at, Kind::Mark(mark));
                Self::extend(tokens, at + c.len_utf8());
                self.open = None;
            }
            Char::Space => {
                if self.hyphen.is_none() {
                    self.open = None;
                }
                self.flags |= SPACE;
                if c == '\n' || c == '\u{2029}' {
                    self.lines = self.lines.saturating_add(1);
                    self.flags |= if self.lines > 1 { LINE | BLANK } else { LINE };
                }
                // A hyphen before a space within a line is a dash.
                if self.hyphen.is_some() && self.flags & LINE == 0 && c != ' ' {
                    self.settle(tokens);
                }
            }
            Char::Nothing => {}
        }
    }

    /// ASCII letters in a row.
    fn letters(&mut self, tokens: &mut Tokens, at: usize, end: usize) {
        let letters = &tokens.text[at..end];
        let first = letters.as_bytes()[0];
        if let Some(hyphen) = self.hyphen.take()
            && (self.flags != 0 && !first.is_ascii_lowercase() || self.lines > 1)
        {
            self.mark(tokens, hyphen, '-');
        }
        if self.open != Some(Kind::Word) {
            self.begin(tokens, at, Kind::Word);
            if first.is_ascii_uppercase()
                && let Some(last) = tokens.all.last_mut()
            {
                last.flags |= CAPITAL | UPPER;
            }
        }
        (self.flags, self.lines) = (0, 0);
        let (mut small, mut capitals) = (false, false);
        if let Some(last) = tokens.all.last_mut() {
            for byte in letters.bytes() {
                let lower = byte.is_ascii_lowercase();
                small |= lower;
                capitals |= !lower;
                last.value = step(last.value, byte | 0x20);
            }
            if small {
                last.flags &= !UPPER;
            }
        }
        let folded = tokens.folded.len();
        tokens.folded.push_str(letters);
        if capitals && let Some(letters) = tokens.folded.get_mut(folded..) {
            letters.make_ascii_lowercase();
        }
        Self::extend(tokens, end);
    }

    fn letter(&mut self, tokens: &mut Tokens, at: usize, c: char, folded: char) {
        let upper = is_capital(c) || matches!(c, '$' | '8');
        if self.open != Some(Kind::Word) {
            self.begin(tokens, at, Kind::Word);
            if upper && let Some(last) = tokens.all.last_mut() {
                last.flags |= CAPITAL | UPPER;
            }
        }
        self.flags = 0;
        self.lines = 0;
        let from = tokens.folded.len();
        match ligature(c) {
            Some(letters) => tokens.folded.push_str(letters),
            None => tokens.folded.push(folded),
        }
        let written = &tokens.folded.as_bytes()[from..];
        if let Some(last) = tokens.all.last_mut() {
            last.value = written.iter().fold(last.value, |hash, byte| step(hash, *byte));
        }
        if !upper && let Some(last) = tokens.all.last_mut() {
            last.flags &= !UPPER;
        }
        Self::extend(tokens, at + c.len_utf8());
    }

    /// A hyphen that no letter followed is a sign of its own.
    fn settle(&mut self, tokens: &mut Tokens) {
        if let Some(hyphen) = self.hyphen.take() {
            self.mark(tokens, hyphen, '-');
        }
    }

    fn mark(&mut self, tokens: &mut Tokens, at: usize, mark: char) {
        let (flags, lines) = (self.flags, self.lines);
        (self.flags, self.lines) = (0, 0);
        self.begin(tokens, at, Kind::Mark(mark));
        let width = tokens.text[at..].chars().next().map_or(1, char::len_utf8);
        Self::extend(tokens, at + width);
        self.open = None;
        (self.flags, self.lines) = (flags, lines);
    }

    fn begin(&mut self, tokens: &mut Tokens, at: usize, kind: Kind) {
        let folded = tokens.folded.len() as u32;
        let before = tokens.all.last().map_or(0, |last| last.paragraph);
        tokens.all.push(Token {
            start: at as u32,
            end: at as u32,
            folded: (folded, folded),
            kind,
            value: if kind == Kind::Word { BASIS } else { 0 },
            paragraph: before + u32::from(self.flags & BLANK != 0),
            flags: self.flags,
            ..NOTHING
        });
        self.open = Some(kind);
        self.flags = 0;
        self.lines = 0;
    }

    fn extend(tokens: &mut Tokens, end: usize) {
        let folded = tokens.folded.len() as u32;
        if let Some(last) = tokens.all.last_mut() {
            last.end = end as u32;
            last.folded.1 = folded;
        }
    }
}
