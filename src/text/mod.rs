//! The text of a document: immutable, hashed, and the one place where offsets
//! of different units are turned into each other.

mod blocks;
mod difference;
mod direction;
mod invisible;
mod moves;
mod pos;
mod quote;
mod segmenter;
mod snap;
pub mod uax29;
mod words;

pub use blocks::{Block, block_at, blocks};
pub use difference::{Half, word_changes};
pub use direction::{Direction, line_direction, strong};
pub use invisible::{Found, Hidden, invisible, invisibles, tally};
pub use moves::{Motion, move_from};
pub use pos::{Byte, CodePoint, Span, Utf16};
pub use quote::{CONTEXT, Quote, quote};
pub use segmenter::{NoSegmenter, Segmenter};
pub use snap::{snap, to_graphemes};
pub use words::{count_tokens, sentence_at, words};

use crate::table::Coded;
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::{Arc, OnceLock};

/// A checkpoint stands at every so many code points; a conversion walks at
/// most this many.
const STRIDE: usize = 64;

/// The SHA-256 of a text's UTF-8, as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The SHA-256 of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads 64 hexadecimal digits; `None` for anything else.
    pub fn parse(hex: &str) -> Option<Self> {
        let bytes = hex.as_bytes();
        if bytes.len() != 64 {
            return None;
        }
        let mut hash = [0; 32];
        for (slot, pair) in hash.iter_mut().zip(bytes.chunks(2)) {
            let high = (pair[0] as char).to_digit(16)?;
            let low = (pair[1] as char).to_digit(16)?;
            *slot = (high * 16 + low) as u8;
        }
        Some(Self(hash))
    }
}

/// A [`Hash`] of bytes that come one after the other.
#[derive(Clone, Default)]
pub struct Hashing(Sha256);

impl Hashing {
    /// Goes on with these.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all.
    pub fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

impl Coded for Hash {
    const WORDS: usize = 4;

    fn encode(self, words: &mut [u64]) {
        for (word, bytes) in words.iter_mut().zip(self.0.as_chunks().0) {
            *word = u64::from_be_bytes(*bytes);
        }
    }

    fn decode(words: &[u64]) -> Self {
        let mut hash = [0; 32];
        for (bytes, word) in hash.as_chunks_mut().0.iter_mut().zip(words) {
            *bytes = word.to_be_bytes();
        }
        Self(hash)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

/// Where a checkpoint stands in the other two units.
#[derive(Clone, Copy, Debug)]
struct Checkpoint {
    byte: u32,
    utf16: u32,
}

#[derive(Debug)]
struct Inner {
    content: Box<str>,
    checkpoints: Vec<Checkpoint>,
    length: CodePoint,
    length_utf16: Utf16,
    /// Made when it is first asked for.
    hash: OnceLock<Hash>,
}

/// An immutable text. Cheap to clone.
#[derive(Clone)]
pub struct Text(Arc<Inner>);

impl Text {
    /// The longest text that is taken, in bytes of UTF-8.
    pub const LONGEST: usize = 256 << 20;

    /// Takes a text as it is: nothing is changed. See [`Text::import`] for what
    /// happens to newlines at the border.
    ///
    /// `None` when it is longer than [`Text::LONGEST`].
    pub fn new(content: &str) -> Option<Self> {
        if content.len() > Self::LONGEST {
            return None;
        }
        let mut checkpoints = Vec::with_capacity(content.len() / STRIDE + 1);
        let (mut count, mut utf16) = (0, 0);
        for (byte, c) in content.char_indices() {
            if count % STRIDE == 0 {
                checkpoints.push(Checkpoint { byte: byte as u32, utf16 });
            }
            count += 1;
            utf16 += c.len_utf16() as u32;
        }
        Some(Self(Arc::new(Inner {
            content: content.into(),
            checkpoints,
            length: CodePoint::new(count),
            length_utf16: Utf16::new(utf16 as usize),
            hash: OnceLock::new(),
        })))
    }

    /// Takes a text from outside: a leading byte order mark goes, CRLF and lone
    /// CR become LF, and nothing else is touched (NUL, U+2028, NFD stay).
    pub fn import(raw: &str) -> Option<Self> {
        let raw = raw.strip_prefix('\u{feff}').unwrap_or(raw);
        if raw.contains('\r') {
            Self::new(&raw.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            Self::new(raw)
        }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.0.content
    }

    /// Length in code points.
    pub fn length(&self) -> CodePoint {
        self.0.length
    }

    /// Length in UTF-16 units.
    pub fn length_utf16(&self) -> Utf16 {
        self.0.length_utf16
    }

    /// The SHA-256 of the text's UTF-8.
    pub fn hash(&self) -> Hash {
        *self.0.hash.get_or_init(|| Hash::of(self.0.content.as_bytes()))
    }

    /// The span of the whole text.
    pub fn all(&self) -> Span {
        Span::new(CodePoint::default(), self.0.length)
    }

    /// The position `offset` code points from the start, if the text is that long.
    pub fn position(&self, offset: u32) -> Option<CodePoint> {
        (offset <= self.0.length.get()).then(|| CodePoint::new(offset as usize))
    }

    /// The span of two offsets in code points, if they are in order and within
    /// the text.
    pub fn span(&self, start: u32, end: u32) -> Option<Span> {
        (start <= end).then_some(())?;
        Some(Span::new(self.position(start)?, self.position(end)?))
    }

    /// The characters of a span.
    ///
    /// # Panics
    /// When the span lies outside this text: it was made by another.
    pub fn slice(&self, span: Span) -> &str {
        &self.0.content[self.byte_of(span.start()).index()..self.byte_of(span.end()).index()]
    }

    /// The character that begins at a position, `None` at the end.
    pub fn char_at(&self, position: CodePoint) -> Option<char> {
        self.0.content[self.byte_of(position).index()..].chars().next()
    }

    /// Code points to bytes.
    pub fn byte_of(&self, position: CodePoint) -> Byte {
        let (checkpoint, rest) = self.checkpoint_before(position);
        let walked: usize =
            self.0.content[checkpoint.byte as usize..].chars().take(rest).map(char::len_utf8).sum();
        Byte::new(checkpoint.byte as usize + walked)
    }

    /// Code points to UTF-16 units.
    pub fn utf16_of(&self, position: CodePoint) -> Utf16 {
        let (checkpoint, rest) = self.checkpoint_before(position);
        let walked: usize =
            self.0.content[checkpoint.byte as usize..].chars().take(rest).map(char::len_utf16).sum();
        Utf16::new(checkpoint.utf16 as usize + walked)
    }

    /// UTF-16 units to code points. An offset between the two halves of a
    /// surrogate pair gives the character's start; one past the end, the end.
    pub fn position_of_utf16(&self, utf16: u32) -> CodePoint {
        let at = self.0.checkpoints.partition_point(|c| c.utf16 <= utf16).saturating_sub(1);
        let Some(checkpoint) = self.0.checkpoints.get(at) else {
            return CodePoint::default();
        };
        let (mut count, mut seen) = (at * STRIDE, checkpoint.utf16);
        for c in self.0.content[checkpoint.byte as usize..].chars() {
            seen += c.len_utf16() as u32;
            if seen > utf16 {
                break;
            }
            count += 1;
        }
        CodePoint::new(count)
    }

    /// Bytes to code points. A byte within a character gives its start; one past
    /// the end, the end.
    pub fn position_of_byte(&self, byte: usize) -> CodePoint {
        let at = self.0.checkpoints.partition_point(|c| c.byte as usize <= byte).saturating_sub(1);
        let Some(checkpoint) = self.0.checkpoints.get(at) else {
            return CodePoint::default();
        };
        let (mut count, mut seen) = (at * STRIDE, checkpoint.byte as usize);
        for c in self.0.content[checkpoint.byte as usize..].chars() {
            seen += c.len_utf8();
            if seen > byte {
                break;
            }
            count += 1;
        }
        CodePoint::new(count)
    }

    /// The span of a byte range of [`Text::as_str`].
    fn span_of_bytes(&self, bytes: std::ops::Range<usize>) -> Span {
        Span::new(self.position_of_byte(bytes.start), self.position_of_byte(bytes.end))
    }

    /// The byte range of a span.
    fn bytes_of(&self, span: Span) -> std::ops::Range<usize> {
        self.byte_of(span.start()).index()..self.byte_of(span.end()).index()
    }

    fn checkpoint_before(&self, position: CodePoint) -> (Checkpoint, usize) {
        let at = (position.index() / STRIDE).min(self.0.checkpoints.len().saturating_sub(1));
        let checkpoint = self.0.checkpoints.get(at).copied();
        let checkpoint = checkpoint.unwrap_or(Checkpoint { byte: 0, utf16: 0 });
        (checkpoint, position.index() - at * STRIDE)
    }
}

/// Two texts are the same where their hashes are.
impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.hash() == other.hash()
    }
}

impl Eq for Text {}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start: String = self.as_str().chars().take(24).collect();
        write!(f, "Text(“{start}”… {} code points)", self.length())
    }
}
