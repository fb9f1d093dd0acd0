//! Characters that are not seen and still do something: they turn the direction of
//! writing, join or part words, or are no text at all. A reader who marks a text
//! has to see that they are there.

use super::{CodePoint, Span, Text};

/// What an invisible character does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// It changes the direction of writing.
    Direction,
    /// It has no width: it parts, joins or says nothing.
    Width,
    /// It is a control character, NUL among them.
    Control,
}

/// An invisible character in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it stands.
    pub at: CodePoint,
    /// What it does.
    pub kind: Hidden,
    /// Its abbreviation, as Unicode's code charts have it.
    pub sign: &'static str,
}

/// U+0000 to U+001F.
const C0: [&str; 32] = [
    "NUL", "SOH", "STX", "ETX", "EOT", "ENQ", "ACK", "BEL", "BS", "HT", "LF", "VT", "FF", "CR", "SO", "SI",
    "DLE", "DC1", "DC2", "DC3", "DC4", "NAK", "SYN", "ETB", "CAN", "EM", "SUB", "ESC", "FS", "GS", "RS",
    "US",
];

/// Single characters.
const NAMED: &[(char, Hidden, &str)] = &[
    ('\u{7f}', Hidden::Control, "DEL"),
    ('\u{85}', Hidden::Control, "NEL"),
    ('\u{ad}', Hidden::Width, "SHY"),
    ('\u{34f}', Hidden::Width, "CGJ"),
    ('\u{61c}', Hidden::Direction, "ALM"),
    ('\u{115f}', Hidden::Width, "HCF"),
    ('\u{1160}', Hidden::Width, "HJF"),
    ('\u{180e}', Hidden::Width, "MVS"),
    ('\u{200b}', Hidden::Width, "ZWSP"),
    ('\u{200c}', Hidden::Width, "ZWNJ"),
    ('\u{200d}', Hidden::Width, "ZWJ"),
    ('\u{200e}', Hidden::Direction, "LRM"),
    ('\u{200f}', Hidden::Direction, "RLM"),
    ('\u{2028}', Hidden::Width, "LS"),
    ('\u{2029}', Hidden::Width, "PS"),
    ('\u{202a}', Hidden::Direction, "LRE"),
    ('\u{202b}', Hidden::Direction, "RLE"),
    ('\u{202c}', Hidden::Direction, "PDF"),
    ('\u{202d}', Hidden::Direction, "LRO"),
    ('\u{202e}', Hidden::Direction, "RLO"),
    ('\u{2060}', Hidden::Width, "WJ"),
    ('\u{2066}', Hidden::Direction, "LRI"),
    ('\u{2067}', Hidden::Direction, "RLI"),
    ('\u{2068}', Hidden::Direction, "FSI"),
    ('\u{2069}', Hidden::Direction, "PDI"),
    ('\u{3164}', Hidden::Width, "HF"),
    ('\u{feff}', Hidden::Width, "BOM"),
    ('\u{ffa0}', Hidden::Width, "HF"),
];

/// What an invisible character does, and its abbreviation. `before` is what stands
/// before it: a joiner among letters that join, or in an emoji, is spelling and is
/// left alone, and so are the tags that a flag is made of.
pub fn invisible(c: char, before: Option<char>) -> Option<(Hidden, &'static str)> {
    match c {
        '\t' | '\n' | ' '..='~' => None,
        ..' ' => Some((Hidden::Control, C0[c as usize])),
        '\u{200c}' | '\u{200d}' if before.is_some_and(|before| before >= '\u{300}') => None,
        '\u{e0000}'..='\u{e007f}' => {
            let is_spelling =
                before.is_some_and(|before| matches!(before, '\u{1f3f4}' | '\u{e0000}'..='\u{e007f}'));
            (!is_spelling).then_some((Hidden::Width, "TAG"))
        }
        _ => match NAMED.binary_search_by_key(&c, |(c, ..)| *c) {
            Ok(at) => Some((NAMED[at].1, NAMED[at].2)),
            Err(_) if ('\u{80}'..='\u{9f}').contains(&c) => Some((Hidden::Control, "C1")),
            Err(_) if ('\u{2061}'..='\u{206f}').contains(&c) => Some((Hidden::Width, "CF")),
            Err(_) => None,
        },
    }
}

/// The invisible characters of a span, in order.
pub fn invisibles(text: &Text, within: Span) -> Vec<Found> {
    let mut found = Vec::new();
    let mut before = None;
    let first = within.start().get();
    for (c, at) in text.slice(within).chars().zip(first..) {
        if let Some((kind, sign)) = invisible(c, before) {
            found.extend(text.position(at).map(|at| Found { at, kind, sign }));
        }
        before = Some(c);
    }
    found
}

/// How many invisible characters of a kind a text has, and which: each
/// abbreviation once, in the order of the text.
pub fn tally(found: &[Found], kind: Hidden) -> (usize, Vec<&'static str>) {
    let mut signs = Vec::new();
    let mut count = 0;
    for one in found.iter().filter(|one| one.kind == kind) {
        count += 1;
        if !signs.contains(&one.sign) {
            signs.push(one.sign);
        }
    }
    (count, signs)
}
