//! The direction of writing, as far as the caret needs to know it: which way a
//! line runs (UAX #9, rules P2 and P3). All else of that annex the browser does.

use super::uax29::is_alphabetic;
use super::{CodePoint, Span, Text};

/// Which way is forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// As in Latin.
    LeftToRight,
    /// As in Arabic and Hebrew.
    RightToLeft,
}

/// Blocks of scripts that run from right to left, by code point: first and last.
const RIGHT_TO_LEFT: &[(u32, u32)] =
    &[(0x0590, 0x08ff), (0xfb1d, 0xfdff), (0xfe70, 0xfeff), (0x10800, 0x10fff), (0x1e800, 0x1efff)];

/// The direction that a character has by itself; digits, marks of punctuation and
/// spaces have none.
pub fn strong(c: char) -> Option<Direction> {
    let code = c as u32;
    match c {
        '\u{200e}' => return Some(Direction::LeftToRight),
        '\u{200f}' | '\u{61c}' => return Some(Direction::RightToLeft),
        _ => {}
    }
    if !is_alphabetic(c) {
        return None;
    }
    let is_rtl = RIGHT_TO_LEFT.iter().any(|(first, last)| (*first..=*last).contains(&code));
    Some(if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight })
}

/// Which way the line runs that a position lies in, within its block: as its first
/// strong character does, what is isolated passed over.
pub fn line_direction(text: &Text, block: Span, position: CodePoint) -> Direction {
    let (content, bytes) = (text.as_str(), text.bytes_of(block));
    let at = text.byte_of(position).index().clamp(bytes.start, bytes.end);
    let start = content[bytes.start..at].rfind('\n').map_or(bytes.start, |found| bytes.start + found + 1);
    let mut depth = 0_usize;
    for c in content[start..bytes.end].chars() {
        match c {
            '\n' => break,
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ => {
                if let Some(direction) = strong(c) {
                    return direction;
                }
            }
        }
    }
    Direction::LeftToRight
}
