//! Words and sentences by UAX #29.
//!
//! Thai, Lao, Khmer, Burmese, Chinese and Japanese words need a dictionary that UAX
//! #29 does not have: a [`Segmenter`] finds them. Without one each character or
//! cluster is a word.
//!
//! A limitation: a sentence of a hard-wrapped text is cut where a line begins with a capital
//! letter or a digit and the line before has no comma at its end.

use super::segmenter;
use super::uax29::{self, is_alphabetic, is_alphanumeric, is_lowercase, is_uppercase};
use super::{Block, CodePoint, Segmenter, Span, Text, block_at};
use std::ops::Range;

/// The words that lie within a span, white space and punctuation left out: the
/// segments of UAX #29 that hold a letter or digit.
pub fn words(text: &Text, within: Span, segmenter: &dyn Segmenter) -> Vec<Span> {
    let found = segmenter::words(text.as_str(), text.bytes_of(within), segmenter);
    found.into_iter().map(|word| text.span_of_bytes(word)).collect()
}

/// How many tokens a span holds. A token, for measures, is a segment with a
/// letter or digit.
pub fn count_tokens(text: &Text, within: Span, segmenter: &dyn Segmenter) -> usize {
    segmenter::words(text.as_str(), text.bytes_of(within), segmenter).len()
}

/// The span of the sentence that holds a position within its block, without the
/// white space around it. White space belongs to the sentence before it.
pub fn sentence_at(text: &Text, blocks: &[Block], position: CodePoint) -> Span {
    let block = blocks[block_at(blocks, position)].span;
    let sentences = sentences(text, block);
    let at = sentences.partition_point(|sentence| sentence.start() <= position);
    sentences.get(at.saturating_sub(1)).copied().unwrap_or(block)
}

/// The sentences of a block, without the white space around them.
pub(super) fn sentences(text: &Text, block: Span) -> Vec<Span> {
    let bytes = text.bytes_of(block);
    let content = joined_lines(&text.as_str()[bytes.clone()]);
    let mut found: Vec<Range<usize>> = Vec::new();
    for range in uax29::sentences(&content) {
        let piece = &content[range.clone()];
        let trimmed = piece.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = range.start + (piece.len() - piece.trim_start().len());
        let end = start + trimmed.len();
        match found.last_mut() {
            Some(last) if goes_on(&content[last.clone()], &content[last.end..end]) => last.end = end,
            _ => found.push(start..end),
        }
    }
    found
        .into_iter()
        .map(|range| text.span_of_bytes(bytes.start + range.start..bytes.start + range.end))
        .collect()
}

/// True where a sentence only seemed to end, at an abbreviation.
fn goes_on(sentence: &str, rest: &str) -> bool {
    let capital = rest.trim_start().starts_with(is_uppercase);
    abbreviation(sentence).is_some_and(|word| !(capital && is_among(MAY_END, word)))
}

/// UAX #29 ends a sentence at each line end; in a text with hard line breaks a
/// sentence goes on where the next line begins with a small letter, or where
/// the line ends with a comma. Each byte keeps its place.
fn joined_lines(content: &str) -> String {
    let mut joined = String::with_capacity(content.len());
    let mut last = None;
    for (at, c) in content.char_indices() {
        let goes_on =
            c == '\n' && (last == Some(',') || content[at..].trim_start().starts_with(is_lowercase));
        joined.push(if goes_on { ' ' } else { c });
        if !c.is_whitespace() {
            last = Some(c);
        }
    }
    joined
}

/// Abbreviations whose full stop is their own, in lower case, without it.
const ABBREVIATIONS: &[&str] = &[
    "al", "approx", "art", "arts", "cf", "ch", "chap", "co", "col", "corp", "doc", "dr", "ed", "eds", "esp",
    "etc", "fig", "figs", "gen", "inc", "jr", "lt", "ltd", "maj", "mr", "mrs", "ms", "no", "nos", "op", "p",
    "para", "paras", "pp", "prof", "ref", "res", "rev", "sec", "sect", "sgt", "sr", "st", "ste", "suppl",
    "vol", "vols", "vs",
];

/// Those of them that also end sentences, where a capital letter follows.
const MAY_END: &[&str] = &["al", "co", "corp", "ed", "eds", "etc", "inc", "jr", "ltd", "no", "sr"];

/// True where the text ends with an abbreviation and its full stop: a listed
/// one ("Res."), or letters with stops between them ("U.N.").
pub(super) fn ends_with_abbreviation(text: &str) -> bool {
    abbreviation(text).is_some()
}

/// The abbreviation that a text ends with, without its full stop.
fn abbreviation(text: &str) -> Option<&str> {
    let before = text.strip_suffix('.')?;
    let word = before.rsplit(|c: char| !(is_alphanumeric(c) || c == '.')).next()?;
    let stopped = word.contains('.')
        && word.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(is_alphabetic) && letters.next().is_none()
        });
    (stopped || is_among(ABBREVIATIONS, word)).then_some(word)
}

/// True where a word is one of a list in small letters of ASCII.
fn is_among(list: &[&str], word: &str) -> bool {
    list.iter().any(|listed| listed.eq_ignore_ascii_case(word))
}
