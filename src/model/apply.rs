//! Applying a patch: all is checked, then all is written.

use super::patch::{Change, Key, Patch, Record, carry};
use super::{Annotation, Project, Stamp, Tag, TagId, Time, Tombstone};
use std::collections::{BTreeMap, BTreeSet};

/// What happens to a change that no longer fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// Nothing is applied.
    Whole,
    /// The rest is applied; what does not fit is left and named. For undo and
    /// for what other tabs wrote.
    WhatFits,
}

/// Where the stamps of annotations come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamping {
    /// New ones, at this moment.
    Now(Time),
    /// Those in the patch: it was read from a file or from the store.
    Given,
}

/// Something that a patch did not write, because it no longer held what the
/// patch expected, or because another record would have lost its footing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The record.
    pub key: Key,
    /// Its field; `None` for the whole record.
    pub field: Option<&'static str>,
}

/// What was really done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The changes as written, with the final stamps.
    pub patch: Patch,
    /// What was left.
    pub left: Vec<Left>,
}

/// Applies a patch. With [`Strictness::Whole`] it is done completely or, when
/// the answer is an error, not at all.
///
/// # Errors
/// What does not fit, with [`Strictness::Whole`].
pub fn apply(
    project: &mut Project,
    patch: &Patch,
    strictness: Strictness,
    stamping: Stamping,
) -> Result<Applied, Vec<Left>> {
    let mut left = Vec::new();
    let mut writes: BTreeMap<Key, Change> = BTreeMap::new();
    for change in &patch.changes {
        if let Some(write) = fit(project, change, &mut left) {
            writes.insert(write.key(), write);
        }
    }
    loop {
        let loose: Vec<Key> = writes.keys().copied().filter(|key| is_loose(project, &writes, *key)).collect();
        if loose.is_empty() {
            break;
        }
        for key in loose {
            writes.remove(&key);
            left.push(Left { key, field: None });
        }
    }
    if strictness == Strictness::Whole && !left.is_empty() {
        return Err(left);
    }
    if let Stamping::Now(_) = stamping {
        keep_tombstones(project, &mut writes);
    }
    let lamport = project.lamport + 1;
    let mut applied = Applied { patch: Patch::default(), left };
    for (key, write) in writes {
        let record = write.after().cloned().map(|record| stamped(project, record, stamping, lamport));
        if let Some(Record::Annotation(Annotation { stamp, .. })) = &record {
            project.lamport = project.lamport.max(stamp.lamport);
        }
        if let Some(Record::Tombstone(tombstone)) = &record {
            project.lamport = project.lamport.max(tombstone.stamp.lamport);
        }
        let before = write.before().cloned();
        project.put(key, record.clone());
        applied.patch.changes.extend(Change::between(before, record));
    }
    Ok(applied)
}

/// The change from the record as it is now to what the patch makes of it.
fn fit(project: &Project, change: &Change, left: &mut Vec<Left>) -> Option<Change> {
    let key = change.key();
    let current = project.get(key);
    let leave = |left: &mut Vec<Left>| {
        left.push(Left { key, field: None });
        None
    };
    match (current, change.before(), change.after()) {
        (None, None, Some(after)) => Some(Change::insert(after.clone())),
        (Some(current), Some(before), None) => {
            if current.without_stamp() == before.without_stamp() {
                Some(Change::remove(current))
            } else {
                leave(left)
            }
        }
        (Some(current), Some(before), Some(after)) => {
            let mut next = current.clone();
            let fields = carry(&mut next, before, after);
            left.extend(fields.into_iter().map(|field| Left { key, field: Some(field) }));
            if let (Record::Annotation(next), Record::Annotation(after)) = (&mut next, after) {
                next.stamp = after.stamp;
            }
            // Equal but for the stamp is still written where a file gave the stamp.
            (next != current).then(|| Change::replace(current, next))
        }
        // It is already as the patch wants it.
        (None, _, None) => None,
        (Some(current), None, Some(after)) if current.without_stamp() == after.without_stamp() => None,
        (Some(_), None, _) | (None, Some(_), Some(_)) => leave(left),
    }
}

/// A deleted annotation leaves a tombstone, whichever way it was deleted; one
/// that comes back takes it away.
fn keep_tombstones(project: &Project, writes: &mut BTreeMap<Key, Change>) {
    let ids: Vec<_> = writes
        .iter()
        .filter_map(|(key, write)| match key {
            Key::Annotation(id) => Some((*id, write.after().is_some())),
            _ => None,
        })
        .collect();
    for (id, lives) in ids {
        let key = Key::Tombstone(id);
        // The revision goes on where the annotation's stops.
        let stamp = project.annotation(id).map(|last| last.stamp).unwrap_or_default();
        match (project.get(key), lives) {
            (Some(tombstone), true) => writes.insert(key, Change::remove(tombstone)),
            (None, false) => writes.insert(key, Change::insert(Record::Tombstone(Tombstone { id, stamp }))),
            _ => writes.remove(&key),
        };
    }
}

fn stamped(project: &Project, mut record: Record, stamping: Stamping, lamport: u64) -> Record {
    let Stamping::Now(modified) = stamping else {
        return record;
    };
    let next = |rev: u32| Stamp { modified, rev: rev + 1, lamport };
    match &mut record {
        Record::Annotation(annotation) => {
            let last = project.annotation(annotation.id).map(|last| last.stamp);
            let last = last.or(project.tombstones().get(&annotation.id).map(|last| last.stamp));
            annotation.stamp = next(last.map_or(0, |last| last.rev));
        }
        Record::Tombstone(tombstone) => {
            tombstone.stamp = next(tombstone.stamp.rev);
        }
        _ => {}
    }
    record
}

/// True where the project, with all writes done, would break a reference at this record.
fn is_loose(project: &Project, writes: &BTreeMap<Key, Change>, key: Key) -> bool {
    let after = |key: Key| match writes.get(&key) {
        Some(write) => write.after().cloned(),
        None => project.get(key),
    };
    let exists = |key: Key| match writes.get(&key) {
        Some(write) => write.after().is_some(),
        None => project.has(key),
    };
    let annotation_left = |on: &dyn Fn(&Annotation) -> bool| {
        let mut ids: BTreeSet<_> = project.annotations().values().filter(|a| on(a)).map(|a| a.id).collect();
        for write in writes.values() {
            match (write.before(), write.after()) {
                (_, Some(Record::Annotation(annotation))) if on(annotation) => {
                    ids.insert(annotation.id);
                }
                (Some(Record::Annotation(annotation)), _) => {
                    ids.remove(&annotation.id);
                }
                _ => {}
            }
        }
        !ids.is_empty()
    };
    match (key, writes[&key].after()) {
        (_, Some(Record::Annotation(annotation))) => {
            let fits = match after(Key::Document(annotation.document)) {
                Some(Record::Document(document)) => annotation.target.fits(&document.text),
                _ => false,
            };
            let named = exists(Key::Tag(annotation.tag)) && exists(Key::Coder(annotation.coder));
            !(fits && named)
        }
        (_, Some(Record::Reading(reading))) => {
            !(exists(Key::Document(reading.document)) && exists(Key::Coder(reading.coder)))
        }
        (_, Some(Record::Tag(tag))) => {
            let tag_after = |id: TagId| match after(Key::Tag(id)) {
                Some(Record::Tag(tag)) => Some(tag),
                _ => None,
            };
            !is_rooted(tag, tag_after)
        }
        (Key::Tag(id), None) => {
            let has_child = project.tags().keys().copied().chain(writes.keys().filter_map(|key| match key {
                Key::Tag(id) => Some(*id),
                _ => None,
            }));
            let mut has_child = has_child.filter_map(|child| after(Key::Tag(child)));
            has_child.any(|child| matches!(child, Record::Tag(tag) if tag.parent == Some(id)))
                || annotation_left(&|annotation| annotation.tag == id)
        }
        (Key::Document(id), None) => {
            let read = |coder| exists(Key::Reading(coder, id));
            project.readings().keys().any(|(coder, document)| *document == id && read(*coder))
                || annotation_left(&|annotation| annotation.document == id)
        }
        (Key::Coder(id), None) => {
            let reads = |document| exists(Key::Reading(id, document));
            project.readings().keys().any(|(coder, document)| *coder == id && reads(*document))
                || annotation_left(&|annotation| annotation.coder == id)
        }
        _ => false,
    }
}

/// True where following the parents of a tag ends at a tag without one.
fn is_rooted(tag: &Tag, find: impl Fn(TagId) -> Option<Tag>) -> bool {
    let mut seen = BTreeSet::from([tag.id]);
    let mut parent = tag.parent;
    while let Some(id) = parent {
        let Some(tag) = find(id).filter(|_| seen.insert(id)) else {
            return false;
        };
        parent = tag.parent;
    }
    true
}
