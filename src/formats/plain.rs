//! Plain text files: from bytes to characters.

use crate::model::Original;
use crate::text::Hash;

/// What a text file turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decoded {
    /// Its characters.
    Text {
        /// As they stand in the file, a byte order mark included:
        /// [`Text::import`](crate::text::Text::import) takes it off.
        raw: String,
        /// How the bytes looked.
        original: Original,
    },
    /// Neither UTF-8 nor UTF-16: the person must say which encoding it is.
    Unknown,
}

/// Decodes UTF-8, and UTF-16 with a byte order mark or where nothing else can
/// be meant. Never guesses between legacy encodings.
pub fn decode(bytes: &[u8]) -> Decoded {
    let decoded = match bytes {
        // A UTF-32 mark begins like a UTF-16 one.
        [0xff, 0xfe, 0, 0, ..] => None,
        [0xff, 0xfe, ..] => utf16(bytes, LITTLE).map(|raw| (raw, LITTLE.name)),
        [0xfe, 0xff, ..] => utf16(bytes, BIG).map(|raw| (raw, BIG.name)),
        _ => unmarked(bytes),
    };
    match decoded {
        Some((raw, encoding)) => {
            let original = original(&raw, encoding, Some(bytes));
            Decoded::Text { raw, original }
        }
        None => Decoded::Unknown,
    }
}

/// What is recorded of a text as it came in: `raw` before its newlines are made
/// one, `encoding` as the WHATWG Encoding Standard names it, no bytes where it
/// was pasted.
pub fn original(raw: &str, encoding: &str, bytes: Option<&[u8]>) -> Original {
    let marked = |bytes: &[u8]| {
        let marks: [&[u8]; 3] = [&[0xef, 0xbb, 0xbf], &[0xff, 0xfe], &[0xfe, 0xff]];
        encoding.starts_with("utf-") && marks.iter().any(|mark| bytes.starts_with(mark))
    };
    Original {
        encoding: encoding.to_owned(),
        newline: newline(raw).to_owned(),
        bom: bytes.map_or(raw.starts_with('\u{feff}'), marked),
        sha256: bytes.map(Hash::of),
    }
}

/// How many line ends of each kind a text came with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Newlines {
    /// LF, as on Unix; they stay.
    pub lf: usize,
    /// CR LF, as on Windows.
    pub crlf: usize,
    /// CR alone, as on old Macintoshes.
    pub cr: usize,
}

/// Counts the line ends of a text before they are made one.
pub fn newlines(raw: &str) -> Newlines {
    let crlf = raw.matches("\r\n").count();
    let cr = raw.matches('\r').count() - crlf;
    Newlines { lf: raw.matches('\n').count() - crlf, crlf, cr }
}

/// How much of a line is shown, in characters, and from how far before its first
/// letter beyond ASCII.
const SHOWN: usize = 160;
const AHEAD: usize = 40;

/// Some lines of a text by which to judge whether it was read in the right
/// encoding: its first, and then the first ones that hold more than ASCII, which
/// reads alike in all of them.
pub fn sample(text: &str, most: usize) -> Vec<String> {
    let lines = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
    lines
        .enumerate()
        .filter(|(at, line)| *at == 0 || !line.is_ascii())
        .take(most)
        .map(|(_, line)| {
            let before = line.chars().position(|c| !c.is_ascii()).unwrap_or(0);
            let skipped = if before > SHOWN - AHEAD { before - AHEAD } else { 0 };
            let mut shown: String = line.chars().skip(skipped).take(SHOWN).collect();
            if skipped > 0 {
                shown.insert(0, '…');
            }
            if line.chars().nth(skipped + SHOWN).is_some() {
                shown.push('…');
            }
            shown
        })
        .collect()
}

fn newline(raw: &str) -> &'static str {
    let Newlines { lf, crlf, cr } = newlines(raw);
    match (lf, crlf, cr) {
        (0, 0, 0) => "none",
        (_, 0, 0) => "lf",
        (0, _, 0) => "crlf",
        (0, 0, _) => "cr",
        _ => "mixed",
    }
}

/// One of the two byte orders of UTF-16.
#[derive(Clone, Copy)]
struct ByteOrder {
    name: &'static str,
    unit: fn([u8; 2]) -> u16,
}

const LITTLE: ByteOrder = ByteOrder { name: "utf-16le", unit: u16::from_le_bytes };
const BIG: ByteOrder = ByteOrder { name: "utf-16be", unit: u16::from_be_bytes };

/// `None` for half a unit or half a surrogate pair.
fn utf16(bytes: &[u8], order: ByteOrder) -> Option<String> {
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return None;
    }
    char::decode_utf16(pairs.map(|pair| (order.unit)([pair[0], pair[1]]))).collect::<Result<_, _>>().ok()
}

fn unmarked(bytes: &[u8]) -> Option<(String, &'static str)> {
    let utf8 = std::str::from_utf8(bytes).ok();
    let (at_even, at_odd) =
        bytes.iter().enumerate().filter(|(_, byte)| **byte == 0).fold((0, 0), |(even, odd), (place, _)| {
            if place % 2 == 0 { (even + 1, odd) } else { (even, odd + 1) }
        });
    // ASCII in UTF-16 has its zeros all on one side.
    let side = match (at_even, at_odd) {
        (0, 1..) => Some((LITTLE, at_odd)),
        (1.., 0) => Some((BIG, at_even)),
        _ => None,
    };
    let units = bytes.len() / 2;
    // UTF-8 may hold NUL as well. Then it is UTF-16 only where most of the text
    // would be NULs, or where it would hold other control characters too.
    let is_likely = |zeros: usize| match utf8 {
        Some(text) => zeros * 10 >= units * 7 || (zeros * 20 >= units && text.chars().any(is_odd)),
        None => zeros * 20 >= units,
    };
    let wide = side.filter(|(_, zeros)| is_likely(*zeros)).and_then(|(order, _)| {
        let text = utf16(bytes, order)?;
        (!text.chars().any(|c| is_odd(c) || is_unassignable(c) || c == '\0')).then_some((text, order.name))
    });
    wide.or_else(|| utf8.map(|text| (text.to_owned(), "utf-8")))
}

/// A control character that no text file holds, NUL aside.
fn is_odd(c: char) -> bool {
    matches!(c, '\u{1}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}')
}

/// A noncharacter or a private one (Unicode, sections 23.5 and 23.7).
fn is_unassignable(c: char) -> bool {
    let code = c as u32;
    code & 0xfffe == 0xfffe || (0xfdd0..=0xfdef).contains(&code) || (0xe000..=0xf8ff).contains(&code)
}
