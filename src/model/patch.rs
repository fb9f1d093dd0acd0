//! A patch: records before and after. Undo is the patch turned round.

use super::{
    Annotation, AnnotationId, BuriedId, Coder, CoderId, Document, DocumentId, Head, InstrumentId,
    OwnInstrument, Project, Reading, Refusal, RefusalId, Relation, RelationId, RelationType, RelationTypeId,
    Rule, RuleId, Stamp, Tag, TagId, Tombstone, Version, VersionId,
};
use crate::table::Coded;
use std::sync::Arc;

/// Names one record of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The project's own name and title.
    Head,
    /// A document.
    Document(DocumentId),
    /// A tag.
    Tag(TagId),
    /// A coder.
    Coder(CoderId),
    /// An annotation.
    Annotation(AnnotationId),
    /// What is left of a deleted annotation or relation.
    Tombstone(BuriedId),
    /// How far a coder is with a document.
    Reading(CoderId, DocumentId),
    /// A type of relations.
    RelationType(RelationTypeId),
    /// A relation.
    Relation(RelationId),
    /// A rule of the codebook.
    Rule(RuleId),
    /// A version of the codebook.
    Version(VersionId),
    /// The refusal of a suggestion.
    Refusal(RefusalId),
    /// An instrument that the project added.
    Instrument(InstrumentId),
}

impl Key {
    /// The name of the tombstone that the record leaves, if it leaves one.
    pub(crate) fn buried(self) -> Option<BuriedId> {
        match self {
            Key::Annotation(id) => Some(id.into()),
            Key::Relation(id) => Some(id.into()),
            _ => None,
        }
    }
}

/// Its kind, then the ids that it holds.
impl Coded for Key {
    const WORDS: usize = 5;

    fn encode(self, words: &mut [u64]) {
        let (kind, ids) = words.split_at_mut(1);
        kind[0] = match self {
            Key::Head => 0,
            Key::Document(_) => 1,
            Key::Tag(_) => 2,
            Key::Coder(_) => 3,
            Key::Annotation(_) => 4,
            Key::Tombstone(_) => 5,
            Key::Reading(..) => 6,
            Key::RelationType(_) => 7,
            Key::Relation(_) => 8,
            Key::Rule(_) => 9,
            Key::Version(_) => 10,
            Key::Refusal(_) => 11,
            Key::Instrument(_) => 12,
        };
        match self {
            Key::Head => {}
            Key::Document(id) => id.encode(ids),
            Key::Tag(id) => id.encode(ids),
            Key::Coder(id) => id.encode(ids),
            Key::Annotation(id) => id.encode(ids),
            Key::Tombstone(id) => id.encode(ids),
            Key::Reading(coder, document) => (coder, document).encode(ids),
            Key::RelationType(id) => id.encode(ids),
            Key::Relation(id) => id.encode(ids),
            Key::Rule(id) => id.encode(ids),
            Key::Version(id) => id.encode(ids),
            Key::Refusal(id) => id.encode(ids),
            Key::Instrument(id) => id.encode(ids),
        }
    }

    fn decode(words: &[u64]) -> Self {
        let (kind, ids) = words.split_at(1);
        match kind[0] {
            0 => Key::Head,
            1 => Key::Document(DocumentId::decode(ids)),
            2 => Key::Tag(TagId::decode(ids)),
            3 => Key::Coder(CoderId::decode(ids)),
            4 => Key::Annotation(AnnotationId::decode(ids)),
            5 => Key::Tombstone(BuriedId::decode(ids)),
            6 => {
                let (coder, document) = Coded::decode(ids);
                Key::Reading(coder, document)
            }
            7 => Key::RelationType(RelationTypeId::decode(ids)),
            8 => Key::Relation(RelationId::decode(ids)),
            9 => Key::Rule(RuleId::decode(ids)),
            10 => Key::Version(VersionId::decode(ids)),
            11 => Key::Refusal(RefusalId::decode(ids)),
            _ => Key::Instrument(InstrumentId::decode(ids)),
        }
    }
}

/// One record, whatever it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// The project's own name and title.
    Head(Head),
    /// A document.
    Document(Document),
    /// A tag.
    Tag(Tag),
    /// A coder.
    Coder(Coder),
    /// An annotation: there are so many that patches and the project share them.
    Annotation(Arc<Annotation>),
    /// What is left of a deleted annotation or relation.
    Tombstone(Tombstone),
    /// How far a coder is with a document.
    Reading(Reading),
    /// A type of relations.
    RelationType(RelationType),
    /// A relation.
    Relation(Relation),
    /// A rule of the codebook.
    Rule(Rule),
    /// A version of the codebook.
    Version(Version),
    /// The refusal of a suggestion.
    Refusal(Refusal),
    /// An instrument that the project added.
    Instrument(OwnInstrument),
}

impl Record {
    /// The name of this record.
    pub fn key(&self) -> Key {
        match self {
            Record::Head(_) => Key::Head,
            Record::Document(document) => Key::Document(document.id),
            Record::Tag(tag) => Key::Tag(tag.id),
            Record::Coder(coder) => Key::Coder(coder.id),
            Record::Annotation(annotation) => Key::Annotation(annotation.id),
            Record::Tombstone(tombstone) => Key::Tombstone(tombstone.id),
            Record::Reading(reading) => Key::Reading(reading.coder, reading.document),
            Record::RelationType(kind) => Key::RelationType(kind.id),
            Record::Relation(relation) => Key::Relation(relation.id),
            Record::Rule(rule) => Key::Rule(rule.id),
            Record::Version(version) => Key::Version(version.id),
            Record::Refusal(refusal) => Key::Refusal(refusal.id),
            Record::Instrument(instrument) => Key::Instrument(instrument.id),
        }
    }

    /// When it was written, for those records that say so.
    pub(super) fn stamp(&self) -> Option<Stamp> {
        match self {
            Record::Annotation(annotation) => Some(annotation.stamp),
            Record::Tombstone(tombstone) => Some(tombstone.stamp),
            Record::Relation(relation) => Some(relation.stamp),
            _ => None,
        }
    }

    /// The same, to be written.
    pub(super) fn stamp_mut(&mut self) -> Option<&mut Stamp> {
        match self {
            Record::Annotation(annotation) => Some(&mut Arc::make_mut(annotation).stamp),
            Record::Tombstone(tombstone) => Some(&mut tombstone.stamp),
            Record::Relation(relation) => Some(&mut relation.stamp),
            _ => None,
        }
    }

    /// True where the two differ in nothing but their stamps.
    pub(super) fn says_the_same(&self, other: &Record) -> bool {
        match (self, other) {
            (Record::Annotation(one), Record::Annotation(other)) => {
                return Arc::ptr_eq(one, other) || one.says_the_same(other);
            }
            _ if self.stamp() == other.stamp() => return self == other,
            _ => {}
        }
        let mut same = self.clone();
        if let (Some(stamp), Some(theirs)) = (same.stamp_mut(), other.stamp()) {
            *stamp = theirs;
        }
        same == *other
    }
}

/// One record before and after. At least one side is there, and where both are
/// they have the same key. Copies share the records: a step of thousands of changes is
/// handed on many times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    key: Key,
    before: Option<Arc<Record>>,
    after: Option<Arc<Record>>,
}

impl Change {
    /// The change from one side to the other; `None` when they are equal (but for
    /// their stamps) or name different records.
    pub fn new(before: Option<Record>, after: Option<Record>) -> Option<Self> {
        let key = before.as_ref().or(after.as_ref())?.key();
        if after.as_ref().is_some_and(|after| after.key() != key) {
            return None;
        }
        let is_same = match (&before, &after) {
            (Some(before), Some(after)) => before.says_the_same(after),
            _ => false,
        };
        (!is_same).then(|| Self::of(key, before, after))
    }

    /// The change from one side to the other as it was saved: kept also where
    /// only the stamps differ. `None` when they are wholly equal or name
    /// different records.
    pub fn between(before: Option<Record>, after: Option<Record>) -> Option<Self> {
        let key = before.as_ref().or(after.as_ref())?.key();
        let same_record = after.as_ref().is_none_or(|after| after.key() == key);
        (same_record && before != after).then(|| Self::of(key, before, after))
    }

    fn of(key: Key, before: Option<Record>, after: Option<Record>) -> Self {
        Self { key, before: before.map(Arc::new), after: after.map(Arc::new) }
    }

    /// A record that was not there.
    pub fn insert(record: Record) -> Self {
        Self::of(record.key(), None, Some(record))
    }

    /// A record that goes.
    pub fn remove(record: Record) -> Self {
        Self::of(record.key(), Some(record), None)
    }

    /// What was written, stamp and all; `None` when nothing was there before or after.
    pub(super) fn written(before: Option<Record>, after: Option<Record>) -> Option<Self> {
        let key = before.as_ref().or(after.as_ref())?.key();
        Some(Self::of(key, before, after))
    }

    /// The record that another change ends with, where it was not there.
    pub(super) fn insert_as(other: &Change) -> Self {
        Self { before: None, ..other.clone() }
    }

    /// The record that it ends with, to be written to; none where it goes.
    pub(super) fn after_mut(&mut self) -> Option<&mut Record> {
        self.after.as_mut().map(Arc::make_mut)
    }

    /// A record that becomes another state of itself.
    pub(super) fn replace(before: Record, after: Record) -> Self {
        Self::of(before.key(), Some(before), Some(after))
    }

    /// The name of the record.
    pub fn key(&self) -> Key {
        self.key
    }

    /// The record as it was.
    pub fn before(&self) -> Option<&Record> {
        self.before.as_deref()
    }

    /// The record as it becomes.
    pub fn after(&self) -> Option<&Record> {
        self.after.as_deref()
    }

    fn reversed(&self) -> Self {
        Self { key: self.key, before: self.after.clone(), after: self.before.clone() }
    }
}

/// Changes that belong together: all of them happen, or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch {
    /// One change per record.
    pub changes: Vec<Change>,
}

impl Patch {
    /// The documents that it changes, or on which it changes annotations.
    pub fn documents(&self) -> impl Iterator<Item = DocumentId> + '_ {
        let sides = self.changes.iter().flat_map(|change| [change.before(), change.after()]);
        sides.flatten().filter_map(|record| match record {
            Record::Annotation(annotation) => Some(annotation.document),
            Record::Document(document) => Some(document.id),
            _ => None,
        })
    }

    /// What takes this patch back.
    pub fn reversed(&self) -> Self {
        Self { changes: self.changes.iter().map(Change::reversed).collect() }
    }

    /// The patch from one project to another, stamps and tombstones included.
    pub fn from_to(from: &Project, to: &Project) -> Self {
        let goes = from.records().into_iter().filter(|record| to.get(record.key()).is_none());
        let mut changes: Vec<_> = goes.map(Change::remove).collect();
        for record in to.records() {
            let before = from.get(record.key());
            if before.as_ref() != Some(&record) {
                changes.push(Change::of(record.key(), before, Some(record)));
            }
        }
        Self { changes }
    }
}

/// Calls a macro with the fields in which two states of a tag can differ, behind what else it is given.
macro_rules! fields_of_tag {
    ($with:ident, $($given:ident),*) => {
        $with!(
            $($given,)*
            [
                name,
                parent,
                order,
                colour,
                style,
                key,
                definition,
                use_when,
                not_when,
                examples,
                counter_examples,
                retired,
                revision,
                attributes,
                extra
            ]
        )
    };
}
pub(super) use fields_of_tag;

/// The same for a type of relations.
macro_rules! fields_of_type {
    ($with:ident, $($given:ident),*) => {
        $with!($($given,)* [name, order, definition, from, to, extra])
    };
}
pub(super) use fields_of_type;

macro_rules! carry_fields {
    ($current:ident, $before:ident, $after:ident, $left:ident, [$($field:ident),*]) => {
        $(if !carry_field(&mut $current.$field, &$before.$field, &$after.$field) {
            $left.push(stringify!($field));
        })*
    };
}

/// False where somebody else wrote something else. Compiled once for each type
/// of field, and not into every record's list.
#[inline(never)]
fn carry_field<T: Clone + PartialEq>(current: &mut T, before: &T, after: &T) -> bool {
    let fits = before == after || current == before || current == after;
    if fits && before != after {
        current.clone_from(after);
    }
    fits
}

/// Carries the fields in which two states of a record differ over to its
/// current state: each that still holds what it had before. The others are
/// named and keep what somebody else wrote.
pub(super) fn carry(current: &mut Record, before: &Record, after: &Record) -> Vec<&'static str> {
    let mut left = Vec::new();
    match (current, before, after) {
        (Record::Head(c), Record::Head(b), Record::Head(a)) => {
            carry_fields!(c, b, a, left, [id, title, memo, extra]);
        }
        (Record::Document(c), Record::Document(b), Record::Document(a)) => {
            // A document's text never changes; another project may have another one by its id.
            carry_fields!(
                c,
                b,
                a,
                left,
                [title, source, author, date, language, fields, order, original, text, memo, extra]
            );
        }
        (Record::Tag(c), Record::Tag(b), Record::Tag(a)) => {
            fields_of_tag!(carry_fields, c, b, a, left);
        }
        (Record::Coder(c), Record::Coder(b), Record::Coder(a)) => {
            carry_fields!(c, b, a, left, [label, extra]);
        }
        (Record::Annotation(c), Record::Annotation(b), Record::Annotation(a)) => {
            let c = Arc::make_mut(c);
            carry_fields!(
                c,
                b,
                a,
                left,
                [document, target, tag, tag_revision, coder, values, certainty, note, created, extra]
            );
        }
        (Record::Reading(c), Record::Reading(b), Record::Reading(a)) => {
            carry_fields!(c, b, a, left, [progress, opened, done]);
        }
        (Record::RelationType(c), Record::RelationType(b), Record::RelationType(a)) => {
            fields_of_type!(carry_fields, c, b, a, left);
        }
        (Record::Relation(c), Record::Relation(b), Record::Relation(a)) => {
            carry_fields!(c, b, a, left, [kind, from, to, coder, created, extra]);
        }
        // Half a rule of one person and half of another would be neither's.
        (Record::Rule(c), Record::Rule(b), Record::Rule(a)) => {
            if !carry_field(c, b, a) {
                left.push("rule");
            }
        }
        (Record::Version(c), Record::Version(b), Record::Version(a)) => {
            if !carry_field(c, b, a) {
                left.push("version");
            }
        }
        (Record::Refusal(c), Record::Refusal(b), Record::Refusal(a)) => {
            if !carry_field(c, b, a) {
                left.push("refusal");
            }
        }
        (Record::Instrument(c), Record::Instrument(b), Record::Instrument(a)) => {
            carry_fields!(c, b, a, left, [code, name, aliases, identifier, date, articles, extra]);
        }
        // It holds nothing but its stamp.
        (Record::Tombstone(_), Record::Tombstone(_), Record::Tombstone(_)) => {}
        _ => unreachable!("a change holds two states of one record"),
    }
    left
}
