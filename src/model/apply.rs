//! Applying a patch: all is checked, then all is written.

use super::after::{After, Writes};
use super::patch::{Change, Key, Patch, Record, carry};
use super::{Act, BuriedId, Project, Stamp, Time, Tombstone};
use crate::table::KeySet;
use std::cell::LazyCell;

/// What happens to a change that no longer fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// Nothing is applied.
    Whole,
    /// The rest is applied; what does not fit is left and named. For undo and
    /// for what other tabs wrote.
    WhatFits,
}

/// Where the stamps of annotations and relations come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamping {
    /// New ones, at this moment.
    Now(Time),
    /// Those in the patch: it was read from a file or from the store.
    Given,
}

impl Stamping {
    /// How a step of this kind is stamped, done or undone. Records from a file
    /// keep their stamps: an import that is undone can be repeated.
    pub fn of(act: Act, now: Time) -> Self {
        match act {
            Act::ReplaceProject | Act::TakeIn => Self::Given,
            _ => Self::Now(now),
        }
    }
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
    let mut writes = Writes::new();
    for change in &patch.changes {
        if let Some(write) = fit(project, change, stamping, &mut left) {
            writes.insert(write.key(), write);
        }
    }
    loop {
        let loose = After::new(project, &writes).loose();
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
    if stamping == Stamping::Given {
        // A clock never runs behind what it has seen (Lamport 1978), written or left.
        let seen = patch.changes.iter().filter_map(|change| change.after()?.stamp());
        project.lamport = seen.map(|stamp| stamp.lamport).fold(project.lamport, u64::max);
    }
    take_readings_along(project, &mut writes);
    keep_tombstones(project, patch, &mut writes, stamping);
    let lamport = project.lamport + 1;
    let mut applied = Applied { patch: Patch::default(), left };
    for (key, write) in &writes {
        let mut write = write.clone();
        if let Stamping::Now(modified) = stamping {
            stamp(project, &mut write, modified, lamport);
        }
        if let Some(stamp) = write.after().and_then(Record::stamp) {
            project.lamport = project.lamport.max(stamp.lamport);
        }
        project.put(key, write.after().cloned());
        applied.patch.changes.push(write);
    }
    Ok(applied)
}

/// Puts records back as they were before a patch that was the last to be applied: the way back
/// is its reverse, and every record stands as the patch left it.
pub fn restore(project: &mut Project, reversed: &Patch) {
    for change in &reversed.changes {
        project.put(change.key(), change.after().cloned());
    }
}

/// The change from the record as it is now to what the patch makes of it.
fn fit(project: &Project, change: &Change, stamping: Stamping, left: &mut Vec<Left>) -> Option<Change> {
    let key = change.key();
    let current = project.get(key);
    let leave = |left: &mut Vec<Left>| {
        left.push(Left { key, field: None });
        None
    };
    match (current, change.before(), change.after()) {
        (None, None, Some(_)) => Some(Change::insert_as(change)),
        (Some(current), Some(before), None) => {
            if current == *before {
                Some(change.clone())
            } else if current.says_the_same(before) {
                Some(Change::remove(current))
            } else {
                leave(left)
            }
        }
        (Some(current), Some(before), Some(after)) => {
            let mut next = current.clone();
            let fields = carry(&mut next, before, after);
            left.extend(fields.into_iter().map(|field| Left { key, field: Some(field) }));
            match stamping {
                Stamping::Now(_) if next == current => None,
                Stamping::Now(_) => Some(Change::replace(current, next)),
                Stamping::Given => {
                    take_stamp(&mut next, &current, before, after);
                    (next != current).then(|| Change::replace(current, next))
                }
            }
        }
        // It is already as the patch wants it.
        (None, _, None) => None,
        (Some(current), None, Some(after)) if current.says_the_same(after) => None,
        // Two tabs note on their own that a coder is here and reads: once is enough.
        (Some(Record::Coder(_) | Record::Reading(_)), None, Some(_)) if stamping == Stamping::Given => None,
        (Some(_), None, _) | (None, Some(_), Some(_)) => leave(left),
    }
}

/// The stamp goes to what the patch says, or, where somebody else wrote
/// meanwhile, to the later of the two.
fn take_stamp(next: &mut Record, current: &Record, before: &Record, after: &Record) {
    if let (Some(stamp), Some(given)) = (next.stamp_mut(), after.stamp()) {
        *stamp = if current == before { given } else { given.max(*stamp) };
    }
}

/// What is known about the reading of a document goes with it: the program notes
/// it on its own, and an import must not be stuck for it.
fn take_readings_along(project: &Project, writes: &mut Writes) {
    let goes = |write: &Change| matches!((write.key(), write.after()), (Key::Document(_), None));
    if !writes.values().any(goes) {
        return;
    }
    for reading in project.readings().values() {
        let document = writes.get(&Key::Document(reading.document));
        if document.is_some_and(goes) {
            let change = Change::remove(Record::Reading(reading.clone()));
            writes.insert(change.key(), change);
        }
    }
}

/// A deleted annotation or relation leaves a tombstone, whichever way it was deleted; one
/// that comes back takes it away; and none has both.
fn keep_tombstones(project: &Project, patch: &Patch, writes: &mut Writes, stamping: Stamping) {
    let living = |write: &Change| write.after().is_some();
    let buried = |(key, write): (Key, &Change)| Some((key.buried()?, living(write)));
    let written: Vec<_> = writes.iter().filter_map(buried).collect();
    let is_written = |id: BuriedId| {
        [Key::Annotation(id.into()), Key::Relation(id.into())].iter().any(|key| writes.contains_key(key))
    };
    let named = LazyCell::new(|| -> KeySet<BuriedId> {
        patch.changes.iter().filter_map(|change| change.key().buried()).collect()
    });
    let stays = |(key, write): (Key, &Change)| {
        let Key::Tombstone(id) = key else { return true };
        // Where a record is left as it is, so is its tombstone.
        is_written(id) || {
            let (is_there, buries) = (project.stamp(id).is_some(), living(write));
            if named.contains(&id) { is_there != buries } else { !(is_there && buries) }
        }
    };
    let gone: Vec<_> = writes.iter().filter(|row| !stays(*row)).map(|(key, _)| key).collect();
    for key in gone {
        writes.remove(&key);
    }
    for (id, lives) in written {
        let key = Key::Tombstone(id);
        match (project.get(key), lives) {
            (Some(tombstone), true) => {
                writes.insert(key, Change::remove(tombstone));
            }
            (None, true) => {
                writes.remove(&key);
            }
            (_, false) if stamping == Stamping::Given => {}
            (_, false) => {
                // The revision goes on where the record's stops.
                let stamp = project.stamp(id).unwrap_or_default();
                writes.insert(key, Change::insert(Record::Tombstone(Tombstone { id, stamp })));
            }
        }
    }
}

/// Gives the record that is written its next revision, at this moment.
fn stamp(project: &Project, write: &mut Change, modified: Time, lamport: u64) {
    let key = write.key();
    if write.after().and_then(Record::stamp).is_none() {
        return;
    }
    let buried = |id| project.stamp(id).or(project.tombstones().get(&id).map(|last| last.stamp));
    let last = key.buried().and_then(buried).unwrap_or_default();
    if let Some(stamp) = write.after_mut().and_then(Record::stamp_mut) {
        let rev = last.rev.max(stamp.rev) + 1;
        *stamp = Stamp { modified, rev, lamport };
    }
}
