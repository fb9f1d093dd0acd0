//! Snapping: from what the hand selected to what was meant.

use super::segmenter::{Segmenter, word_end, word_start};
use super::uax29::{self, is_alphanumeric};
use super::words::ends_with_abbreviation;
use super::{Span, Text};

/// Widens a span so that it cuts no grapheme cluster. An empty span stays empty
/// and goes to the start of the cluster that it lies in.
pub fn to_graphemes(text: &Text, span: Span) -> Span {
    let content = text.as_str();
    let bytes = text.bytes_of(span);
    let start = uax29::grapheme_start(content, bytes.start);
    let end = if span.is_empty() { start } else { uax29::grapheme_end(content, bytes.end) };
    text.span_of_bytes(start..end)
}

/// Widens a span to whole words and takes spaces and punctuation off its edges.
///
/// A bracket or quotation mark whose partner is inside stays ("822 (1993)"), as
/// does the full stop of an abbreviation ("U.N."). A span of nothing but
/// punctuation is only trimmed of white space; of nothing but white space,
/// `None`.
pub fn snap(text: &Text, span: Span, segmenter: &dyn Segmenter) -> Option<Span> {
    if text.slice(span).trim().is_empty() {
        return None;
    }
    let bare = trim_edges(text, span, char::is_whitespace);
    let stripped = strip(text, to_words_and_graphemes(text, bare, segmenter));
    Some(to_graphemes(text, if stripped.is_empty() { bare } else { stripped }))
}

/// Neither holds the other: a mark that prepends joins two words to one grapheme
/// cluster.
fn to_words_and_graphemes(text: &Text, span: Span, segmenter: &dyn Segmenter) -> Span {
    let mut whole = span;
    loop {
        let wider = to_graphemes(text, to_words(text, whole, segmenter));
        if wider == whole {
            return whole;
        }
        whole = wider;
    }
}

/// Moves both ends outwards to word boundaries.
fn to_words(text: &Text, span: Span, segmenter: &dyn Segmenter) -> Span {
    let (content, bytes) = (text.as_str(), text.bytes_of(span));
    let start = word_start(content, bytes.start, segmenter);
    text.span_of_bytes(start..word_end(content, bytes.end, segmenter))
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
    const MARKS: &str = ".,;:!?…·•‣*/-־׃‐‑‒–—―_|¡¿،؛؟۔।॥։՝՜՞՛、。，．：；！？・〜\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2060}\u{feff}";
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
        return opens(None, inner)
            && inner
                .char_indices()
                .any(|(at, c)| c == open && closes(&inner[..at], inner[at + c.len_utf8()..].chars().next()));
    }
    PAIRS.iter().filter(|(first, _)| *first == open).any(|(_, close)| balanced(inner.chars(), open, *close))
}

/// True where `content`, which ends with `close`, holds what opens it.
fn has_opening_partner(content: &str, close: char) -> bool {
    let inner = &content[..content.len() - close.len_utf8()];
    if STRAIGHT.contains(&close) {
        return closes(inner, None)
            && inner.char_indices().any(|(at, c)| {
                c == close && opens(inner[..at].chars().next_back(), &inner[at + c.len_utf8()..])
            });
    }
    PAIRS
        .iter()
        .filter(|(_, last)| *last == close)
        .any(|(open, _)| balanced(inner.chars().rev(), close, *open))
}

/// True where a straight mark between the two can open a quotation.
fn opens(before: Option<char>, after: &str) -> bool {
    before.is_none_or(|before| !is_alphanumeric(before)) && after.starts_with(|c: char| !c.is_whitespace())
}

/// True where a straight mark between the two can close a quotation.
fn closes(before: &str, after: Option<char>) -> bool {
    before.ends_with(|c: char| !c.is_whitespace()) && after.is_none_or(|after| !is_alphanumeric(after))
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
