//! Words in scripts that are written without spaces between them. UAX #29 sends
//! such text to a dictionary; ours is whatever is handed in as a [`Segmenter`].
//!
//! Only the run of such letters around a place is shown to the segmenter, so the
//! cost follows the run and not the text. A run longer than [`PIECE`] is cut at
//! fixed places of the text, so that it has the same words wherever one looks
//! from.

use super::uax29::{self, is_alphanumeric, is_passed_over};
use std::ops::Range;
use std::rc::Rc;

/// Knows the words of languages that are written without spaces.
pub trait Segmenter {
    /// Where the words end in a run of Thai, Lao, Khmer, Burmese, Chinese or
    /// Japanese, in bytes and in order. `None` where it does not know: then UAX
    /// #29 stands, and each cluster is a word.
    fn ends(&self, run: &str) -> Option<Rc<[usize]>>;
}

/// Knows no language: UAX #29 alone.
#[derive(Clone, Copy, Debug)]
pub struct NoSegmenter;

impl Segmenter for NoSegmenter {
    fn ends(&self, _: &str) -> Option<Rc<[usize]>> {
        None
    }
}

/// The longest run that is looked at in one piece, in bytes.
const PIECE: usize = 4_096;

/// Letters of scripts without spaces, by code point: first and last. Their digits
/// and punctuation are left to UAX #29, which knows them.
const UNSPACED: &[(u32, u32)] = &[
    (0x0e01, 0x0e3a), // Thai
    (0x0e40, 0x0e4e),
    (0x0e81, 0x0ecf), // Lao
    (0x0edc, 0x0edf),
    (0x1000, 0x103f), // Burmese
    (0x1050, 0x108f),
    (0x109a, 0x109d),
    (0x1780, 0x17d3), // Khmer
    (0x17d7, 0x17d7),
    (0x17dc, 0x17dd),
    (0x2e80, 0x2fd5), // Han radicals
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3038, 0x303b),
    (0x3041, 0x309f), // Hiragana
    (0x30a1, 0x30fa), // Katakana
    (0x30fc, 0x30ff),
    (0x31f0, 0x31ff),
    (0x3400, 0x4dbf), // Han
    (0x4e00, 0x9fff),
    (0xa9e0, 0xa9ef), // Burmese
    (0xa9fa, 0xa9fe),
    (0xaa60, 0xaa7f),
    (0xf900, 0xfaff),   // Han
    (0xff66, 0xff9f),   // Katakana
    (0x1b000, 0x1b16f), // Kana
    (0x20000, 0x323af), // Han
];

/// True for a letter of a script that is written without spaces.
fn is_unspaced(c: char) -> bool {
    let code = c as u32;
    if code < UNSPACED[0].0 {
        return false;
    }
    let at = UNSPACED.partition_point(|(first, _)| *first <= code);
    at > 0 && code <= UNSPACED[at - 1].1
}

/// The word boundary at a place, or else the last before it.
pub(super) fn word_start(text: &str, mut at: usize, segmenter: &dyn Segmenter) -> usize {
    loop {
        match piece_at(text, at, segmenter) {
            Some(piece) => match piece.cuts(text).rev().find(|cut| *cut <= at) {
                Some(cut) => return cut,
                None => at = piece.range.start,
            },
            None if uax29::is_word_boundary(text, at) => return at,
            None => at = text.floor_char_boundary(at - 1),
        }
    }
}

/// The word boundary at a place, or else the first after it.
pub(super) fn word_end(text: &str, mut at: usize, segmenter: &dyn Segmenter) -> usize {
    loop {
        match piece_at(text, at, segmenter) {
            Some(piece) => match piece.cuts(text).find(|cut| *cut >= at) {
                Some(cut) => return cut,
                None => at = piece.range.end,
            },
            None if uax29::is_word_boundary(text, at) => return at,
            None => at = text.ceil_char_boundary(at + 1),
        }
    }
}

/// The segments with a letter or a number that lie within a range of a text.
pub(super) fn words(text: &str, within: Range<usize>, segmenter: &dyn Segmenter) -> Vec<Range<usize>> {
    let content = &text[within.clone()];
    if !content.contains(is_unspaced) {
        let found = uax29::words(content);
        return found.map(|word| within.start + word.start..within.start + word.end).collect();
    }
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        let end = word_end(text, text.ceil_char_boundary(at + 1), segmenter).min(within.end);
        if text[at..end].contains(is_alphanumeric) {
            found.push(at..end);
        }
        at = end;
    }
    found
}

/// A run, or a piece of a long one, with the words that the segmenter sees in it.
struct Piece {
    range: Range<usize>,
    ends: Rc<[usize]>,
}

impl Piece {
    /// The boundaries within. A segmenter is not trusted to keep a mark with what
    /// it stands on.
    fn cuts<'t>(&self, text: &'t str) -> impl DoubleEndedIterator<Item = usize> + use<'_, 't> {
        self.ends.iter().map(|end| self.range.start + end).filter(|cut| {
            *cut > self.range.start
                && *cut < self.range.end
                && text.is_char_boundary(*cut)
                && !text[*cut..].starts_with(is_passed_over)
        })
    }
}

/// The piece that a place lies in, between two of its letters.
fn piece_at(text: &str, at: usize, segmenter: &dyn Segmenter) -> Option<Piece> {
    if !text[at..].starts_with(is_unspaced) {
        return None;
    }
    let cut = |number: usize| text.floor_char_boundary((number * PIECE).min(text.len()));
    let mut here = at / PIECE;
    if cut(here + 1) == at {
        here += 1;
    }
    // A run that fills the whole piece before is cut where this one begins.
    let lowest = cut(here.saturating_sub(1));
    let start = lowest + run_start(&text[lowest..at]);
    let start = if start == lowest && here > 0 { cut(here) } else { start };
    if start == at {
        return None;
    }
    let highest = cut(start.div_ceil(PIECE) + 1);
    let range = start..at + run_end(&text[at..highest]);
    let ends = segmenter.ends(&text[range.clone()])?;
    Some(Piece { range, ends })
}

/// Where the run begins that a text ends with. A mark belongs to it if what it
/// stands on does.
fn run_start(text: &str) -> usize {
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        if is_unspaced(c) {
            start = at;
        } else if !is_passed_over(c) {
            break;
        }
    }
    start
}

/// Where the run ends that a text begins with.
fn run_end(text: &str) -> usize {
    text.find(|c| !is_unspaced(c) && !is_passed_over(c)).unwrap_or(text.len())
}
