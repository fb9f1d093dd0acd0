//! Taking in annotations from a file: the later state of each wins, whatever the
//! order in which the files come.

use super::command::Incoming;
use super::*;
use crate::table::{KeySet, Table};

/// What is known of an annotation: that it is there, or that it was deleted.
#[derive(Clone, Copy)]
enum Fate<'a> {
    Lives(&'a Annotation),
    Gone(&'a Tombstone),
}

/// The changes that a project needs to hold what came in.
pub(super) fn take_in(project: &Project, incoming: &Incoming) -> Vec<Change> {
    let mut changes = take_in_tags(project, &incoming.tags);
    changes.extend(take_in_coders(project, &incoming.coders));
    let lives = incoming.annotations.iter().map(|annotation| (annotation.id, Fate::Lives(annotation)));
    let gone = incoming.tombstones.iter().map(|tombstone| (tombstone.id, Fate::Gone(tombstone)));
    let mut fates = Table::new();
    for (id, fate) in lives.chain(gone) {
        let latest = fates.get_or_insert(id, || fate);
        if fate.is_later_than(*latest) {
            *latest = fate;
        }
    }
    for (id, fate) in &fates {
        changes.extend(take_in_fate(project, id, *fate));
    }
    changes.extend(take_in_readings(project, &incoming.readings));
    changes
}

impl Fate<'_> {
    fn stamp(&self) -> Stamp {
        match self {
            Fate::Lives(annotation) => annotation.stamp,
            Fate::Gone(tombstone) => tombstone.stamp,
        }
    }

    /// By logical time, then by the clock. Where two were written at one moment,
    /// a deletion wins, and then the content decides: it only must not depend on
    /// who came first.
    fn is_later_than(&self, other: Fate<'_>) -> bool {
        let age = |stamp: Stamp| (stamp.lamport, stamp.modified, stamp.rev);
        let ages = age(self.stamp()).cmp(&age(other.stamp()));
        ages.then_with(|| match (self, &other) {
            (Fate::Lives(one), Fate::Lives(other)) => content(one).cmp(&content(other)),
            (Fate::Gone(_), Fate::Lives(_)) => std::cmp::Ordering::Greater,
            (Fate::Lives(_), Fate::Gone(_)) => std::cmp::Ordering::Less,
            (Fate::Gone(_), Fate::Gone(_)) => std::cmp::Ordering::Equal,
        })
        .is_gt()
    }
}

fn content(annotation: &Annotation) -> impl Ord + '_ {
    let Annotation { document, target, tag, tag_revision, coder, values, .. } = annotation;
    let Annotation { certainty, note, created, extra, .. } = annotation;
    (document, target, tag, tag_revision, coder, values, certainty, note, created, &extra.0)
}

fn take_in_fate(project: &Project, id: AnnotationId, fate: Fate<'_>) -> Vec<Change> {
    let annotation = project.annotation(id);
    let tombstone = project.tombstones().get(&id);
    let known = annotation.map(Fate::Lives).or(tombstone.map(Fate::Gone));
    if known.is_some_and(|known| !fate.is_later_than(known)) {
        return Vec::new();
    }
    let (lives, gone) = match fate {
        Fate::Lives(annotation) => (Some(annotation), None),
        Fate::Gone(tombstone) => (None, Some(tombstone)),
    };
    let record = |annotation: &Annotation| Record::Annotation(annotation.clone());
    let stone = |tombstone: &Tombstone| Record::Tombstone(tombstone.clone());
    let mut changes = Vec::new();
    changes.extend(Change::written(annotation.map(record), lives.map(record)));
    changes.extend(Change::written(tombstone.map(stone), gone.map(stone)));
    changes
}

/// A tag that is there already stays as it is; a new one gives up a key that is taken.
fn take_in_tags(project: &Project, tags: &[Tag]) -> Vec<Change> {
    let mut keys: Vec<char> = project.tags().values().filter_map(|tag| tag.key).collect();
    let mut seen = KeySet::new();
    let mut changes = Vec::new();
    for tag in tags {
        if project.has(Key::Tag(tag.id)) || !seen.insert(tag.id) {
            continue;
        }
        let key = tag.key.filter(|key| !keys.contains(key));
        keys.extend(key);
        changes.push(Change::insert(Record::Tag(Tag { key, ..tag.clone() })));
    }
    changes
}

/// A coder who is there already stays, but takes a label if it has none.
fn take_in_coders(project: &Project, coders: &[Coder]) -> Vec<Change> {
    let mut found: Table<CoderId, Coder> = Table::new();
    for coder in coders {
        let known = found.get_or_insert(coder.id, || project.coder(coder.id).unwrap_or(coder).clone());
        if known.label.is_empty() {
            known.label.clone_from(&coder.label);
        }
    }
    let change = |coder: &Coder| {
        let before = project.get(Key::Coder(coder.id));
        Change::new(before, Some(Record::Coder(coder.clone())))
    };
    found.values().filter_map(change).collect()
}

/// The further reading wins, with the first opening and the last "done" of both.
fn take_in_readings(project: &Project, readings: &[Reading]) -> Vec<Change> {
    let mut found: Table<Key, Reading> = Table::new();
    for reading in readings {
        let (coder, document) = (reading.coder, reading.document);
        let known = || project.reading(coder, document).unwrap_or(reading).clone();
        let known = found.get_or_insert(Key::Reading(coder, document), known);
        known.progress = known.progress.max(reading.progress);
        known.opened = known.opened.min(reading.opened);
        known.done = known.done.max(reading.done);
    }
    let change = |(key, reading): (Key, &Reading)| {
        Change::new(project.get(key), Some(Record::Reading(reading.clone())))
    };
    found.iter().filter_map(change).collect()
}
