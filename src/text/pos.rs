//! Positions: one type per unit. Only [`Text`](super::Text) makes them.

use crate::table::Coded;

/// An offset in Unicode code points (scalar values) from the start of a text.
///
/// This is the unit of the model and of every file, as in Python and in the
/// W3C Web Annotation model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePoint(u32);

/// An offset in UTF-16 code units from the start of a text: the DOM's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16(u32);

/// An offset in bytes of UTF-8 from the start of a text: Rust's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Byte(u32);

macro_rules! offset {
    ($name:ident) => {
        impl $name {
            pub(super) const fn new(value: usize) -> Self {
                // A text is limited to `Text::LONGEST` bytes, far below u32.
                Self(value as u32)
            }

            /// The bare number, for files, messages and the DOM.
            pub const fn get(self) -> u32 {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

offset!(CodePoint);
offset!(Utf16);
offset!(Byte);

/// A stretch of one text in code points: `start` included, `end` excluded.
///
/// Spans come from a [`Text`](super::Text), so that `start <= end` and both lie
/// within that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: CodePoint,
    end: CodePoint,
}

impl Coded for CodePoint {
    const WORDS: usize = 1;

    fn encode(self, words: &mut [u64]) {
        self.0.encode(words);
    }

    fn decode(words: &[u64]) -> Self {
        Self(u32::decode(words))
    }
}

impl CodePoint {
    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

impl Byte {
    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

impl Span {
    pub(super) fn new(start: CodePoint, end: CodePoint) -> Self {
        debug_assert!(start <= end, "a span's start lies after its end");
        Self { start, end }
    }

    /// The first code point of the span.
    pub const fn start(self) -> CodePoint {
        self.start
    }

    /// The code point after the span's last.
    pub const fn end(self) -> CodePoint {
        self.end
    }

    /// Length in code points.
    pub const fn length(self) -> u32 {
        self.end.0 - self.start.0
    }

    /// True for a caret position: a span that holds nothing.
    pub const fn is_empty(self) -> bool {
        self.start.0 == self.end.0
    }

    /// True where the two share at least one code point.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// True where `other` lies wholly within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True where the code point at `position` belongs to this span.
    pub fn holds(self, position: CodePoint) -> bool {
        self.start <= position && position < self.end
    }

    /// The stretch that both share, empty stretches left out.
    pub fn intersection(self, other: Span) -> Option<Span> {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        (start < end).then(|| Span::new(start, end))
    }

    /// The shortest span that contains both.
    pub fn hull(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span between two positions of the same text, in either order.
    pub fn between(a: CodePoint, b: CodePoint) -> Span {
        Span::new(a.min(b), a.max(b))
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}–{}", self.start, self.end)
    }
}
