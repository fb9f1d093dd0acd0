//! A project as it would be after some writes: where every reference is checked
//! before anything is written.

use super::patch::{Change, Key, Record};
use super::{Annotation, CoderId, Document, DocumentId, Project, Tag, TagId};
use crate::table::{KeySet, Table};

/// One change for each record that is written.
pub(super) type Writes = Table<Key, Change>;

pub(super) struct After<'a> {
    project: &'a Project,
    writes: &'a Writes,
}

/// What other records refer to.
#[derive(Default)]
struct Needed {
    documents: KeySet<DocumentId>,
    tags: KeySet<TagId>,
    coders: KeySet<CoderId>,
}

impl<'a> After<'a> {
    pub(super) fn new(project: &'a Project, writes: &'a Writes) -> Self {
        Self { project, writes }
    }

    /// The writes that would break a reference, from the record or to it.
    pub(super) fn loose(&self) -> Vec<Key> {
        let removes = |key: Key| matches!(key, Key::Document(_) | Key::Tag(_) | Key::Coder(_));
        let any = self.writes.iter().any(|(key, write)| removes(key) && write.after().is_none());
        let needed = if any { self.needed() } else { Needed::default() };
        let keys = self.writes.iter();
        keys.filter(|(key, write)| self.is_loose(*key, write, &needed)).map(|(key, _)| key).collect()
    }

    fn is_loose(&self, key: Key, write: &Change, needed: &Needed) -> bool {
        match (key, write.after()) {
            (_, Some(Record::Annotation(annotation))) => {
                let document = self.document(annotation.document);
                let fits = document.is_some_and(|document| annotation.target.fits(&document.text));
                !(fits && self.has(Key::Tag(annotation.tag)) && self.has(Key::Coder(annotation.coder)))
            }
            (_, Some(Record::Reading(reading))) => {
                !(self.has(Key::Document(reading.document)) && self.has(Key::Coder(reading.coder)))
            }
            (_, Some(Record::Tag(tag))) => !self.is_rooted(tag),
            (_, Some(Record::Document(document))) => {
                let same = self.project.document(document.id).is_none_or(|old| old.text == document.text);
                let mut on_it = self.annotations().filter(|annotation| annotation.document == document.id);
                !same && on_it.any(|annotation| !annotation.target.fits(&document.text))
            }
            (Key::Document(id), None) => needed.documents.contains(&id),
            (Key::Tag(id), None) => needed.tags.contains(&id),
            (Key::Coder(id), None) => needed.coders.contains(&id),
            _ => false,
        }
    }

    fn needed(&self) -> Needed {
        let mut needed = Needed::default();
        for annotation in self.annotations() {
            needed.documents.insert(annotation.document);
            needed.tags.insert(annotation.tag);
            needed.coders.insert(annotation.coder);
        }
        let untouched =
            self.project.tags().values().filter(|tag| !self.writes.contains_key(&Key::Tag(tag.id)));
        needed.tags.extend(untouched.filter_map(|tag| tag.parent));
        for (coder, document) in self.project.readings().keys() {
            // A reading stays as long as its document does.
            if self.has(Key::Reading(coder, document)) && self.has(Key::Document(document)) {
                needed.coders.insert(coder);
            }
        }
        for write in self.writes.values() {
            match write.after() {
                Some(Record::Tag(tag)) => needed.tags.extend(tag.parent),
                Some(Record::Reading(reading)) => {
                    needed.coders.insert(reading.coder);
                }
                _ => {}
            }
        }
        needed
    }

    /// True where following the parents of a tag ends at a tag without one.
    fn is_rooted(&self, tag: &Tag) -> bool {
        let mut seen = KeySet::from_iter([tag.id]);
        let mut parent = tag.parent;
        while let Some(id) = parent {
            let Some(tag) = self.tag(id).filter(|_| seen.insert(id)) else {
                return false;
            };
            parent = tag.parent;
        }
        true
    }

    fn has(&self, key: Key) -> bool {
        self.writes.get(&key).map_or_else(|| self.project.has(key), |write| write.after().is_some())
    }

    fn document(&self, id: DocumentId) -> Option<&'a Document> {
        match self.writes.get(&Key::Document(id)).map(Change::after) {
            Some(Some(Record::Document(document))) => Some(document),
            Some(_) => None,
            None => self.project.document(id),
        }
    }

    fn tag(&self, id: TagId) -> Option<&'a Tag> {
        match self.writes.get(&Key::Tag(id)).map(Change::after) {
            Some(Some(Record::Tag(tag))) => Some(tag),
            Some(_) => None,
            None => self.project.tag(id),
        }
    }

    fn annotations(&self) -> impl Iterator<Item = &'a Annotation> {
        let written = self.writes.values().filter_map(|write| match write.after() {
            Some(Record::Annotation(annotation)) => Some(annotation),
            _ => None,
        });
        let writes = self.writes;
        let untouched = self.project.annotations().values();
        untouched.filter(|old| !writes.contains_key(&Key::Annotation(old.id))).chain(written)
    }
}
