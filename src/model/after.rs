//! A project as it would be after some writes: where every reference is checked
//! before anything is written.

use super::patch::{Change, Key, Record};
use super::{Annotation, Document, DocumentId, Project, Tag, TagId};
use crate::table::{KeySet, Table};
use std::cell::RefCell;
use std::collections::VecDeque;

/// One change for each record that is written.
pub(super) type Writes = Table<Key, Change>;

pub(super) struct After<'a> {
    project: &'a Project,
    writes: &'a Writes,
    /// What was found out last: thousands of annotations refer to the same few records.
    known: RefCell<VecDeque<(Key, bool)>>,
}

/// How many records it is known of.
const KNOWN: usize = 12;

impl<'a> After<'a> {
    pub(super) fn new(project: &'a Project, writes: &'a Writes) -> Self {
        Self { project, writes, known: RefCell::default() }
    }

    /// The writes that would break a reference, from the record or to it.
    pub(super) fn loose(&self) -> Vec<Key> {
        let needed = self.needed();
        let keys = self.writes.iter();
        keys.filter(|(key, write)| self.is_loose(*key, write, &needed)).map(|(key, _)| key).collect()
    }

    fn is_loose(&self, key: Key, write: &Change, needed: &KeySet<Key>) -> bool {
        let Some(record) = write.after() else { return needed.contains(&key) };
        let mut lacks = false;
        record.needs(&mut |key| lacks |= !self.has(key));
        lacks
            || match record {
                Record::Annotation(annotation) => {
                    let document = self.document(annotation.document);
                    !document.is_some_and(|document| annotation.target.fits(&document.text))
                }
                Record::Tag(tag) => !self.is_rooted(tag),
                Record::Document(document) => {
                    let same = self.project.document(document.id).is_none_or(|old| old.text == document.text);
                    let mut on_it =
                        self.annotations().filter(|annotation| annotation.document == document.id);
                    !same && on_it.any(|annotation| !annotation.target.fits(&document.text))
                }
                _ => false,
            }
    }

    fn goes(&self, key: Key) -> bool {
        self.writes.get(&key).is_some_and(|write| write.after().is_none())
    }

    /// Those of the records that go to which others refer that stay.
    fn needed(&self) -> KeySet<Key> {
        // Nothing refers to a tombstone.
        let goes =
            |(key, write): &(Key, &Change)| write.after().is_none() && !matches!(key, Key::Tombstone(_));
        let gone = || self.writes.iter().filter(goes).map(|(key, _)| key);
        let mut needed = KeySet::new();
        if gone().next().is_none() {
            return needed;
        }
        let mut see = |key| {
            if self.goes(key) {
                needed.insert(key);
            }
        };
        // Of all records annotations are the most, and nothing but these three is what they refer to.
        let (mut documents, mut tags, mut coders) = (KeySet::new(), KeySet::new(), KeySet::new());
        for key in gone() {
            match key {
                Key::Document(id) => drop(documents.insert(id)),
                Key::Tag(id) => drop(tags.insert(id)),
                Key::Coder(id) => drop(coders.insert(id)),
                _ => {}
            }
        }
        let are_needed = !(documents.is_empty() && tags.is_empty() && coders.is_empty());
        if are_needed {
            // Those that are written are asked below, with all that is.
            let refers = |old: &&Annotation| {
                tags.contains(&old.tag) || documents.contains(&old.document) || coders.contains(&old.coder)
            };
            for old in self.project.annotations().values().filter(refers) {
                if !self.writes.contains_key(&Key::Annotation(old.id)) {
                    old.needs(&mut see);
                }
            }
            let stays = |key| !self.writes.contains_key(&key);
            let Project { tags, relation_types, rules, readings, .. } = self.project;
            tags.values().filter(|tag| stays(Key::Tag(tag.id))).for_each(|tag| tag.needs(&mut see));
            let types = relation_types.values().filter(|kind| stays(Key::RelationType(kind.id)));
            types.for_each(|kind| kind.needs(&mut see));
            rules.values().filter(|rule| stays(Key::Rule(rule.id))).for_each(|rule| rule.needs(&mut see));
            for (coder, document) in readings.keys() {
                // A reading stays as long as its document does.
                if self.has(Key::Reading(coder, document)) && self.has(Key::Document(document)) {
                    see(Key::Coder(coder));
                }
            }
        }
        let relations = self.project.relations().values();
        let stay = relations.filter(|relation| !self.writes.contains_key(&Key::Relation(relation.id)));
        stay.for_each(|relation| relation.needs(&mut see));
        for record in self.writes.values().filter_map(Change::after) {
            match record {
                Record::Reading(reading) => see(Key::Coder(reading.coder)),
                Record::Annotation(_) if !are_needed => {}
                record => record.needs(&mut see),
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
        if let Some((_, has)) = self.known.borrow().iter().find(|(known, _)| *known == key) {
            return *has;
        }
        let has =
            self.writes.get(&key).map_or_else(|| self.project.has(key), |write| write.after().is_some());
        let mut known = self.known.borrow_mut();
        known.truncate(KNOWN - 1);
        known.push_front((key, has));
        has
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
            Some(Record::Annotation(annotation)) => Some(&**annotation),
            _ => None,
        });
        let writes = self.writes;
        let untouched = self.project.annotations().values();
        untouched.filter(|old| !writes.contains_key(&Key::Annotation(old.id))).chain(written)
    }
}
