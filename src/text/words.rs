//! Words and sentences by UAX #29.
//!
//! Limitations: Thai, Lao, Khmer, Chinese and Japanese words need a dictionary
//! that UAX #29 does not have; there each character or cluster is a word.

use super::{Block, CodePoint, Span, Text, block_at};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// How far, in bytes, the surroundings of a passage are looked at on an endless line.
const REACH: usize = 2_000;

/// The words that lie within a span, white space and punctuation left out: the
/// segments of UAX #29 that hold a letter or digit.
pub fn words(text: &Text, within: Span) -> Vec<Span> {
    let bytes = text.bytes_of(within);
    text.as_str()[bytes.clone()]
        .unicode_word_indices()
        .map(|(at, word)| {
            let start = bytes.start + at;
            text.span_of_bytes(start..start + word.len())
        })
        .collect()
}

/// How many tokens a span holds. A token, for measures, is a segment with a
/// letter or digit.
pub fn count_tokens(text: &Text, within: Span) -> usize {
    text.slice(within).unicode_words().count()
}

/// The byte range of the lines that hold a byte range, cut some way off on
/// endless lines. No word and no grapheme reaches over a line end.
pub(super) fn surroundings(content: &str, bytes: Range<usize>) -> Range<usize> {
    let mut from = bytes.start.saturating_sub(REACH);
    while !content.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = (bytes.end + REACH).min(content.len());
    while !content.is_char_boundary(to) {
        to += 1;
    }
    let start = content[from..bytes.start].rfind('\n').map_or(from, |at| from + at + 1);
    let end = content[bytes.end..to].find('\n').map_or(to, |at| bytes.end + at);
    start..end
}

/// The span of the sentence that holds a position within its block, without the
/// white space behind it.
pub fn sentence_at(text: &Text, blocks: &[Block], position: CodePoint) -> Span {
    let block = blocks[block_at(blocks, position)].span;
    sentences(text, block).into_iter().rfind(|sentence| sentence.start() <= position).unwrap_or(block)
}

/// The sentences of a block, without the white space around them.
pub(super) fn sentences(text: &Text, block: Span) -> Vec<Span> {
    let bytes = text.bytes_of(block);
    let content = joined_lines(&text.as_str()[bytes.clone()]);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (at, piece) in content.split_sentence_bound_indices() {
        let trimmed = piece.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = at + (piece.len() - piece.trim_start().len());
        let end = start + trimmed.len();
        match found.last_mut() {
            Some(last) if goes_on => last.end = end,
            _ => found.push(start..end),
        }
        goes_on = ends_with_abbreviation(trimmed);
    }
    found
        .into_iter()
        .map(|range| text.span_of_bytes(bytes.start + range.start..bytes.start + range.end))
        .collect()
}

/// UAX #29 ends a sentence at each line end; in a text with hard line breaks a
/// sentence goes on where the next line begins with a small letter. Each byte
/// keeps its place.
fn joined_lines(content: &str) -> String {
    let mut joined = String::with_capacity(content.len());
    let mut rest = content.chars().peekable();
    while let Some(c) = rest.next() {
        let goes_on = c == '\n' && rest.peek().is_some_and(|next| next.is_lowercase());
        joined.push(if goes_on { ' ' } else { c });
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

/// True where the text ends with an abbreviation and its full stop: a listed
/// one ("Res."), or letters with stops between them ("U.N.").
pub(super) fn ends_with_abbreviation(text: &str) -> bool {
    let Some(before) = text.strip_suffix('.') else {
        return false;
    };
    let word = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '.')).next().unwrap_or_default();
    let stopped = word.contains('.')
        && word.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        });
    stopped || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}
