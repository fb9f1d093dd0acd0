//! Words and sentences by UAX #29.
//!
//! Limitations: Thai, Lao, Khmer, Chinese and Japanese words need a dictionary
//! that UAX #29 does not have; there each character or cluster is a word. A
//! sentence of a hard-wrapped text is cut where a line begins with a capital
//! letter or a digit and the line before has no comma at its end.

use super::{Block, CodePoint, Span, Text, block_at};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// How far, in bytes, the surroundings of a passage are looked at where no white
/// space ends them.
const REACH: usize = 1 << 16;

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

/// A byte range with as much on either side as its words can depend on: up to
/// white space, or up to a place between two characters that are a word each.
pub(super) fn surroundings(content: &str, bytes: Range<usize>) -> Range<usize> {
    let mut start = bytes.start;
    let mut alone = content[start..].chars().next().is_some_and(is_a_word);
    for c in content[..bytes.start].chars().rev() {
        if alone && is_a_word(c) || bytes.start - start > REACH {
            break;
        }
        start -= c.len_utf8();
        alone = is_a_word(c);
        if ends_words(c) {
            break;
        }
    }
    let mut end = bytes.end;
    let mut alone = content[..end].chars().next_back().is_some_and(is_a_word);
    for c in content[bytes.end..].chars() {
        if alone && is_a_word(c) || ends_words(c) || end - bytes.end > REACH {
            break;
        }
        end += c.len_utf8();
        alone = is_a_word(c);
    }
    start..end
}

/// White space that no word holds; the narrow no-break space stands within numbers.
fn ends_words(c: char) -> bool {
    c.is_whitespace() && c != '\u{202f}'
}

/// Letters that UAX #29 never joins to another of them: Thai, Lao, Burmese and
/// Khmer consonants, hiragana, Chinese characters. They write without spaces,
/// so that a stretch would be endless.
fn is_a_word(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{e2e}'
        | '\u{e81}'..='\u{eae}'
        | '\u{1000}'..='\u{102a}'
        | '\u{1780}'..='\u{17a2}'
        | '\u{3041}'..='\u{3096}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{20000}'..='\u{3134f}')
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
    for (at, piece) in content.split_sentence_bound_indices() {
        let trimmed = piece.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = at + (piece.len() - piece.trim_start().len());
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
    let capital = rest.trim_start().starts_with(char::is_uppercase);
    abbreviation(sentence).is_some_and(|word| !(capital && MAY_END.contains(&word.to_lowercase().as_str())))
}

/// UAX #29 ends a sentence at each line end; in a text with hard line breaks a
/// sentence goes on where the next line begins with a small letter, or where
/// the line ends with a comma. Each byte keeps its place.
fn joined_lines(content: &str) -> String {
    let mut joined = String::with_capacity(content.len());
    let mut last = None;
    for (at, c) in content.char_indices() {
        let goes_on =
            c == '\n' && (last == Some(',') || content[at..].trim_start().starts_with(char::is_lowercase));
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
    let word = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '.')).next()?;
    let stopped = word.contains('.')
        && word.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        });
    (stopped || ABBREVIATIONS.contains(&word.to_lowercase().as_str())).then_some(word)
}
