//! What a project holds: documents, tags, coders, annotations, readings.

use super::{AnnotationId, Attribute, BuriedId, CoderId, DocumentId, Example, Order, TagId, Time};
use crate::table::TextMap;
use crate::text::{CodePoint, Hash, Span, Text};

/// Fields that a newer program wrote and this one does not know: name and JSON
/// source. They survive a round trip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra(pub TextMap);

/// How the bytes of a document looked before import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Original {
    /// The encoding's name as the WHATWG Encoding Standard has it, `utf-8` for pasted text.
    pub encoding: String,
    /// `lf`, `crlf`, `cr`, `mixed` or `none`.
    pub newline: String,
    /// A byte order mark stood at the start.
    pub bom: bool,
    /// The SHA-256 of the bytes; none for pasted text.
    pub sha256: Option<Hash>,
}

/// One immutable text with what is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name for ever.
    pub id: DocumentId,
    /// What it is called in lists.
    pub title: String,
    /// Where it was published.
    pub source: String,
    /// Who wrote it.
    pub author: String,
    /// When, in the person's own words or as an ISO date.
    pub date: String,
    /// A BCP 47 tag, or nothing.
    pub language: String,
    /// Free fields by name.
    pub fields: TextMap,
    /// Its place among the documents.
    pub order: Order,
    /// How the file looked before import.
    pub original: Original,
    /// The text; never changes.
    pub text: Text,
    /// Thoughts on it.
    pub memo: String,
    /// Fields of a newer program.
    pub extra: Extra,
}

/// The second sign beside a tag's colour: how its line is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineStyle {
    /// An unbroken line.
    #[default]
    Solid,
    /// Short strokes.
    Dashed,
    /// Points.
    Dotted,
    /// A wave.
    Wavy,
}

/// A colour, as a tag carries it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Colour(u32);

impl Colour {
    /// A colour fixed in source, `0xRRGGBB`.
    pub const fn rgb(value: u32) -> Self {
        Self(value & 0xff_ff_ff)
    }

    /// `0xRRGGBB`.
    pub(super) fn value(self) -> u32 {
        self.0
    }

    /// Reads `#rrggbb`; `None` for anything else, so that no style can be smuggled in.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let hex = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        hex.then(|| u32::from_str_radix(digits, 16).ok()).flatten().map(Self)
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:06x}", self.0)
    }
}

/// A category that can be given to a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its name for ever.
    pub id: TagId,
    /// What it is called; no two under one parent are called the same.
    pub name: String,
    /// The tag that it belongs under.
    pub parent: Option<TagId>,
    /// Its place among its siblings.
    pub order: Order,
    /// Its colour.
    pub colour: Colour,
    /// How its line is drawn.
    pub style: LineStyle,
    /// The digit that gives it, `0` to `9`; no two tags share one.
    pub key: Option<char>,
    /// What it means.
    pub definition: String,
    /// When to give it.
    pub use_when: String,
    /// When not to.
    pub not_when: String,
    /// Passages that are it.
    pub examples: Vec<Example>,
    /// Passages that look like it and are not.
    pub counter_examples: Vec<Example>,
    /// Kept on old annotations, not offered for new ones.
    pub retired: bool,
    /// Counts the changes of what it means (name, definition, when to give it and when not,
    /// attributes), from 1.
    pub revision: u32,
    /// What is asked of passages that have it, or a tag under it.
    pub attributes: Vec<Attribute>,
    /// Fields of a newer program.
    pub extra: Extra,
}

impl Tag {
    /// A tag with nothing but its name, place and colour: solid line, no key, no
    /// definition, revision 1.
    pub fn new(id: TagId, name: String, parent: Option<TagId>, order: Order, colour: Colour) -> Self {
        Self {
            id,
            name,
            parent,
            order,
            colour,
            style: LineStyle::Solid,
            key: None,
            definition: String::new(),
            use_when: String::new(),
            not_when: String::new(),
            examples: Vec::new(),
            counter_examples: Vec::new(),
            retired: false,
            revision: 1,
            attributes: Vec::new(),
            extra: Extra::default(),
        }
    }
}

/// A label for who annotated. No account, no e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coder {
    /// Random per browser.
    pub id: CoderId,
    /// What the coder is called; empty until asked for.
    pub label: String,
    /// Fields of a newer program.
    pub extra: Extra,
}

/// What an annotation lies on: the whole document, or ranges of its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target(Vec<Span>);

impl Target {
    /// The whole document.
    pub fn document() -> Self {
        Self(Vec::new())
    }

    /// One passage; `None` when it is empty.
    pub fn passage(span: Span) -> Option<Self> {
        Self::ranges(vec![span])
    }

    /// Several ranges; `None` unless there is one, and they are sorted,
    /// disjoint and not empty.
    pub fn ranges(ranges: Vec<Span>) -> Option<Self> {
        let filled = ranges.iter().all(|range| !range.is_empty());
        let sorted = ranges.windows(2).all(|pair| pair[0].end() <= pair[1].start());
        (!ranges.is_empty() && filled && sorted).then_some(Self(ranges))
    }

    /// The ranges; none for the whole document.
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    /// From the first range's start to the last one's end; `None` for the whole document.
    pub fn hull(&self) -> Option<Span> {
        Some(self.0.first()?.hull(*self.0.last()?))
    }

    /// True where one of the ranges holds the position.
    pub fn holds(&self, position: CodePoint) -> bool {
        self.0.iter().any(|range| range.holds(position))
    }

    /// True where every range lies within the text.
    pub fn fits(&self, text: &Text) -> bool {
        self.0.iter().all(|range| text.all().contains(*range))
    }
}

/// How sure the coder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A guess.
    Low,
    /// More likely than not.
    Medium,
    /// No doubt.
    High,
}

impl Certainty {
    /// Its word in files and notes.
    pub fn word(self) -> &'static str {
        match self {
            Certainty::Low => "low",
            Certainty::Medium => "medium",
            Certainty::High => "high",
        }
    }
}

/// When and in which version a record was last written. Bookkeeping: two
/// annotations that differ only here say the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// The moment of the last change.
    pub modified: Time,
    /// Counts the changes, from 1.
    pub rev: u32,
    /// The project's logical clock at the last change (Lamport 1978).
    pub lamport: u64,
}

/// A passage with one tag, by one coder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Its name for ever.
    pub id: AnnotationId,
    /// The document it lies on.
    pub document: DocumentId,
    /// The passage.
    pub target: Target,
    /// What the passage is said to be.
    pub tag: TagId,
    /// The tag's revision under which it was given.
    pub tag_revision: u32,
    /// Who gave it.
    pub coder: CoderId,
    /// Values of attributes: id and JSON source; see [`Value`](super::Value).
    pub values: TextMap,
    /// How sure the coder is, if said.
    pub certainty: Option<Certainty>,
    /// A remark.
    pub note: String,
    /// When it was made.
    pub created: Time,
    /// When it was last changed.
    pub stamp: Stamp,
    /// Fields of a newer program.
    pub extra: Extra,
}

impl Annotation {
    /// True where the two differ in nothing but their stamps.
    pub fn says_the_same(&self, other: &Self) -> bool {
        // Named one by one, so that a new field is not forgotten.
        let Self {
            id,
            document,
            target,
            tag,
            tag_revision,
            coder,
            values,
            certainty,
            note,
            created,
            stamp: _,
            extra,
        } = self;
        let has_same_place = *id == other.id && *document == other.document && *target == other.target;
        has_same_place
            && (*tag, *tag_revision, *coder) == (other.tag, other.tag_revision, other.coder)
            && (*certainty, *created) == (other.certainty, other.created)
            && *note == other.note
            && *values == other.values
            && *extra == other.extra
    }
}

/// What is left of a deleted annotation or relation, so that a merge knows it was deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    /// What was.
    pub id: BuriedId,
    /// When it was deleted.
    pub stamp: Stamp,
}

/// How far a coder is with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Progress {
    /// It was shown to the coder.
    Open,
    /// The coder says that nothing is left to mark.
    Done,
}

/// What one coder has done with one document. No reading means: not started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Who reads.
    pub coder: CoderId,
    /// What is read.
    pub document: DocumentId,
    /// How far it is.
    pub progress: Progress,
    /// When the document was first shown.
    pub opened: Time,
    /// When it was last said to be done.
    pub done: Option<Time>,
}
