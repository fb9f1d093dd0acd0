//! Snapping: from what the hand selected to what was meant.

use super::words::{ends_with_abbreviation, surroundings};
use super::{Span, Text};
use unicode_segmentation::UnicodeSegmentation;

/// Widens a span so that it cuts no grapheme cluster. An empty span stays empty
/// and goes to the start of the cluster that it lies in.
pub fn to_graphemes(text: &Text, span: Span) -> Span {
    widen(text, span, |line| line.grapheme_indices(true).map(|(at, _)| at).collect())
}

/// Widens a span to whole words and takes spaces and punctuation off its edges.
///
/// A bracket or quotation mark whose partner is inside stays ("822 (1993)"), as
/// does the full stop of an abbreviation ("U.N."). A span of nothing but
/// punctuation is only trimmed of white space; of nothing but white space,
/// `None`.
pub fn snap(text: &Text, span: Span) -> Option<Span> {
    if text.slice(span).trim().is_empty() {
        return None;
    }
    let bare = trim_edges(text, span, char::is_whitespace);
    let whole = widen(text, bare, |line| line.split_word_bound_indices().map(|(at, _)| at).collect());
    let stripped = strip(text, whole);
    Some(to_graphemes(text, if stripped.is_empty() { bare } else { stripped }))
}

/// Moves both ends outwards to the boundaries of the lines that hold the span.
fn widen(text: &Text, span: Span, boundaries: impl Fn(&str) -> Vec<usize>) -> Span {
    let bytes = text.bytes_of(span);
    let around = surroundings(text.as_str(), bytes.clone());
    let line = &text.as_str()[around.clone()];
    let starts = boundaries(line);
    let (start, end) = (bytes.start - around.start, bytes.end - around.start);
    let before = starts.partition_point(|at| *at <= start).saturating_sub(1);
    let start = if start == line.len() { start } else { starts.get(before).copied().unwrap_or(start) };
    let after = starts.partition_point(|at| *at < end);
    let end = starts.get(after).copied().unwrap_or(line.len());
    let end = if span.is_empty() { start } else { end };
    text.span_of_bytes(around.start + start..around.start + end)
}

fn trim_edges(text: &Text, span: Span, strippable: impl Fn(char) -> bool) -> Span {
    let bytes = text.bytes_of(span);
    let content = &text.as_str()[bytes.clone()];
    let kept = content.trim_end_matches(&strippable);
    let end = bytes.start + kept.len();
    let start = end - kept.trim_start_matches(&strippable).len();
    text.span_of_bytes(start..end)
}

fn strip(text: &Text, span: Span) -> Span {
    let bytes = text.bytes_of(span);
    let mut content = &text.as_str()[bytes.clone()];
    let mut start = bytes.start;
    while let Some(first) = content.chars().next() {
        if !is_edge(first) || has_closing_partner(content, first) {
            break;
        }
        start += first.len_utf8();
        content = &content[first.len_utf8()..];
    }
    while let Some(last) = content.chars().next_back() {
        let keeps = has_opening_partner(content, last) || ends_with_abbreviation(content);
        if !is_edge(last) || keeps {
            break;
        }
        content = &content[..content.len() - last.len_utf8()];
    }
    text.span_of_bytes(start..start + content.len())
}

/// Brackets and the quotation marks that have two shapes.
const PAIRS: &[(char, char)] = &[
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('«', '»'),
    ('»', '«'),
    ('‹', '›'),
    ('“', '”'),
    ('„', '“'),
    ('„', '”'),
    ('‘', '’'),
    ('‚', '‘'),
    ('‚', '’'),
    ('（', '）'),
    ('［', '］'),
    ('｛', '｝'),
    ('《', '》'),
    ('〈', '〉'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('〔', '〕'),
    ('﴾', '﴿'),
    ('﴿', '﴾'),
];

/// Quotation marks that look the same at both ends.
const STRAIGHT: &[char] = &['"', '\'', '`'];

/// Spaces, punctuation and marks of direction: what is not meant at an edge.
/// Signs that carry meaning (%, §, $, №, #) are not among them.
fn is_edge(c: char) -> bool {
    const MARKS: &str = ".,;:!?…·•‣*/-‐‑‒–—―_|¡¿،؛؟۔।॥։՝՜՞՛、。，．：；！？・〜\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2060}\u{feff}";
    c.is_whitespace()
        || c.is_control()
        || MARKS.contains(c)
        || ('\u{202a}'..='\u{202e}').contains(&c)
        || ('\u{2066}'..='\u{2069}').contains(&c)
        || STRAIGHT.contains(&c)
        || PAIRS.iter().any(|(open, close)| *open == c || *close == c)
}

/// True where `content`, which begins with `open`, holds what closes it.
fn has_closing_partner(content: &str, open: char) -> bool {
    let inner = &content[open.len_utf8()..];
    if STRAIGHT.contains(&open) {
        return inner.char_indices().any(|(at, c)| {
            let next = inner[at + c.len_utf8()..].chars().next();
            c == open && at > 0 && next.is_none_or(|next| !next.is_alphanumeric())
        });
    }
    PAIRS.iter().filter(|(first, _)| *first == open).any(|(_, close)| balanced(inner.chars(), open, *close))
}

/// True where `content`, which ends with `close`, holds what opens it.
fn has_opening_partner(content: &str, close: char) -> bool {
    let inner = &content[..content.len() - close.len_utf8()];
    if STRAIGHT.contains(&close) {
        return inner.char_indices().any(|(at, c)| {
            let before = inner[..at].chars().next_back();
            c == close && before.is_none_or(|before| !before.is_alphanumeric())
        });
    }
    PAIRS
        .iter()
        .filter(|(_, last)| *last == close)
        .any(|(open, _)| balanced(inner.chars().rev(), close, *open))
}

/// True where the partner of a mark comes up, nested pairs of the same passed over.
fn balanced(rest: impl Iterator<Item = char>, mark: char, partner: char) -> bool {
    let mut depth = 1;
    for c in rest {
        if c == partner {
            depth -= 1;
        } else if c == mark {
            depth += 1;
        }
        if depth == 0 {
            return true;
        }
    }
    false
}
