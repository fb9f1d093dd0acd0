//! What each record refers to: all of it has to be there.

use super::patch::{Key, Record};
use super::{Annotation, Relation, RelationType, Rule, Tag};

/// Is shown the name of each record that another one refers to.
pub(crate) type See<'a> = &'a mut dyn FnMut(Key);

impl Annotation {
    pub(super) fn needs(&self, see: See<'_>) {
        [Key::Document(self.document), Key::Tag(self.tag), Key::Coder(self.coder)].into_iter().for_each(see);
    }
}

impl Tag {
    pub(super) fn needs(&self, see: See<'_>) {
        self.parent.map(Key::Tag).into_iter().for_each(see);
    }
}

impl RelationType {
    pub(super) fn needs(&self, see: See<'_>) {
        [&self.from, &self.to].into_iter().flatten().flatten().copied().map(Key::Tag).for_each(see);
    }
}

impl Relation {
    pub(super) fn needs(&self, see: See<'_>) {
        let ends = [self.from, self.to].map(Key::Annotation);
        [Key::RelationType(self.kind), Key::Coder(self.coder)].into_iter().chain(ends).for_each(see);
    }
}

impl Rule {
    pub(super) fn needs(&self, see: See<'_>) {
        [Some(self.tag), self.other].into_iter().flatten().map(Key::Tag).for_each(see);
    }
}

impl Record {
    /// Shows what it refers to.
    pub(crate) fn needs(&self, see: See<'_>) {
        match self {
            Record::Annotation(annotation) => annotation.needs(see),
            Record::Tag(tag) => tag.needs(see),
            Record::RelationType(kind) => kind.needs(see),
            Record::Relation(relation) => relation.needs(see),
            Record::Rule(rule) => rule.needs(see),
            Record::Reading(reading) => {
                [Key::Document(reading.document), Key::Coder(reading.coder)].into_iter().for_each(see);
            }
            Record::Head(_) | Record::Document(_) | Record::Coder(_) => {}
            // What a version refers to may be gone.
            Record::Tombstone(_) | Record::Version(_) => {}
            // A refusal holds the words that were refused; their document may be gone.
            Record::Refusal(_) | Record::Instrument(_) => {}
        }
    }
}
