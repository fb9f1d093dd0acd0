//! What UAX #29 knows of a character: its class for each of the three kinds of
//! boundary, and whether it is a letter or a number.

use super::table::{CLASSES, RUNS};
use std::sync::OnceLock;

/// `Grapheme_Cluster_Break`, in one with `Extended_Pictographic` and
/// `Indic_Conjunct_Break`: no character has more than one of what the rules ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grapheme {
    Other,
    Cr,
    Lf,
    Control,
    /// `Extend`, also within a conjunct (InCB=Extend).
    Extend,
    /// `Extend` that ends a conjunct (InCB=None): the zero width non-joiner and the like.
    ExtendNoConjunct,
    /// `Extend` that makes a conjunct (InCB=Linker).
    Linker,
    Zwj,
    Regional,
    Prepend,
    SpacingMark,
    L,
    V,
    T,
    Lv,
    Lvt,
    Pictographic,
    /// A letter that can be part of a conjunct (InCB=Consonant).
    Consonant,
}

/// `Word_Break`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Word {
    #[default]
    Other,
    Cr,
    Lf,
    Newline,
    Extend,
    Zwj,
    Format,
    Regional,
    Katakana,
    HebrewLetter,
    ALetter,
    SingleQuote,
    DoubleQuote,
    MidNumLet,
    MidLetter,
    MidNum,
    Numeric,
    ExtendNumLet,
    WSegSpace,
}

/// `Sentence_Break`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sentence {
    Other,
    Cr,
    Lf,
    Extend,
    Sep,
    Format,
    Sp,
    Lower,
    Upper,
    OLetter,
    Numeric,
    ATerm,
    SContinue,
    STerm,
    Close,
}

/// All that is known of a character.
#[derive(Clone, Copy, Debug)]
pub(super) struct Class {
    pub(super) grapheme: Grapheme,
    pub(super) word: Word,
    pub(super) sentence: Sentence,
    /// The property Alphabetic.
    pub(super) alphabetic: bool,
    /// The general category Number.
    pub(super) number: bool,
}

pub(super) const fn class(
    grapheme: Grapheme,
    word: Word,
    sentence: Sentence,
    alphabetic: bool,
    number: bool,
) -> Class {
    Class { grapheme, word, sentence, alphabetic, number }
}

/// How many characters a page of [`Classes`] has.
const PAGE: usize = 256;

/// The classes of all characters, for looking up in two steps.
pub(super) struct Classes {
    /// The page of every 256 characters. Pages that are the same as the one before are that one.
    pages: Vec<u16>,
    /// Page by page the number of each character's class.
    numbers: Vec<u8>,
}

impl Classes {
    /// The table, decoded when it is first asked for.
    pub(super) fn get() -> &'static Self {
        static DECODED: OnceLock<Classes> = OnceLock::new();
        DECODED.get_or_init(|| decode(RUNS))
    }

    pub(super) fn of(&self, c: char) -> Class {
        let code = c as usize;
        let page = usize::from(self.pages[code / PAGE]);
        let mut class = CLASSES[usize::from(self.numbers[page * PAGE + code % PAGE])];
        // Every 28th syllable of Hangul has no final consonant (Unicode, 3.12).
        if class.grapheme == Grapheme::Lvt && (code - 0xac00).is_multiple_of(28) {
            class.grapheme = Grapheme::Lv;
        }
        class
    }

    /// Goes on with so many characters of a class.
    fn extend(&mut self, number: u8, mut length: usize) {
        while length > 0 {
            let taken = length.min(PAGE - self.numbers.len() % PAGE);
            self.numbers.resize(self.numbers.len() + taken, number);
            length -= taken;
            if self.numbers.len().is_multiple_of(PAGE) {
                self.end_page();
            }
        }
    }

    fn end_page(&mut self) {
        let mut pages = self.numbers.chunks_exact(PAGE).rev();
        if pages.next() == pages.next() {
            self.numbers.truncate(self.numbers.len() - PAGE);
        }
        self.pages.push((self.numbers.len() / PAGE - 1) as u16);
    }
}

/// A run is the number of its class, and its length less one in bytes of seven
/// bits, the lowest first, the highest bit of each saying that another follows.
/// In a run whose number has 128 added, this class and the next take turns, as
/// capital and small letters do in many alphabets.
fn decode(data: &[u8]) -> Classes {
    let mut classes = Classes { pages: Vec::new(), numbers: Vec::new() };
    let mut data = data.iter().copied();
    while let Some(number) = data.next() {
        let (mut length, mut shift) = (1, 0);
        for byte in data.by_ref() {
            length += usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                break;
            }
        }
        match number.checked_sub(0x80) {
            None => classes.extend(number, length),
            Some(number) => (0..length).for_each(|at| classes.extend(number + (at % 2) as u8, 1)),
        }
    }
    classes
}

/// Whether a character is a letter or what stands for one, the same as
/// [`char::is_alphabetic`], whose table this one replaces.
pub fn is_alphabetic(c: char) -> bool {
    Classes::get().of(c).alphabetic
}

/// Whether a character is a letter or a number, the same as
/// [`char::is_alphanumeric`].
pub fn is_alphanumeric(c: char) -> bool {
    let class = Classes::get().of(c);
    class.alphabetic || class.number
}

/// Whether a character is a small letter, the same as [`char::is_lowercase`].
pub fn is_lowercase(c: char) -> bool {
    // `Sentence_Break` leaves Georgian, which writes without capitals, and a mark out of Lower.
    let left_out = matches!(c, '\u{345}' | '\u{10d0}'..='\u{10fa}' | '\u{10fd}'..='\u{10ff}');
    left_out || Classes::get().of(c).sentence == Sentence::Lower
}

/// Whether a character is a capital, the same as [`char::is_uppercase`].
pub fn is_uppercase(c: char) -> bool {
    // `Sentence_Break` leaves Georgian headline letters out of Upper, and takes letters in that
    // are half a capital (titlecase).
    match c {
        '\u{1c90}'..='\u{1cba}' | '\u{1cbd}'..='\u{1cbf}' => true,
        '\u{1c5}' | '\u{1c8}' | '\u{1cb}' | '\u{1f2}' | '\u{1fbc}' | '\u{1fcc}' | '\u{1ffc}' => false,
        '\u{1f88}'..='\u{1f8f}' | '\u{1f98}'..='\u{1f9f}' | '\u{1fa8}'..='\u{1faf}' => false,
        _ => Classes::get().of(c).sentence == Sentence::Upper,
    }
}
