//! Taking in annotations from a file: the later state of each wins, whatever the
//! order in which the files come.

use super::command::Incoming;
use super::*;
use crate::table::{KeySet, Table};

/// What is known of an annotation or a relation: that it is there, or that it was deleted.
#[derive(Clone, Copy)]
enum Fate<'a> {
    Lives(&'a Annotation),
    Joins(&'a Relation),
    /// A relation of which an end is gone.
    Cut(&'a Relation),
    Gone(&'a Tombstone),
}

/// The changes that a project needs to hold what came in.
pub(super) fn take_in(project: &Project, incoming: &Incoming) -> Vec<Change> {
    let mut changes = take_in_tags(project, &incoming.tags);
    let types = incoming.relation_types.iter().cloned().map(Record::RelationType);
    let rules = incoming.rules.iter().cloned().map(Record::Rule);
    let instruments = incoming.instruments.iter().cloned().map(Record::Instrument);
    changes.extend(take_in_new(project, types.chain(rules).chain(instruments)));
    changes.extend(take_in_coders(project, &incoming.coders));
    for (id, fate) in &later_fates(project, incoming) {
        changes.extend(take_in_fate(project, id, *fate));
    }
    changes.extend(take_in_readings(project, &incoming.readings));
    changes
}

/// What becomes of the annotations and relations that came in, where it is later than what is known. A
/// relation goes where one of its ends does, with the stamp that it has: so it does not matter which
/// file came first.
fn later_fates<'a>(project: &'a Project, incoming: &'a Incoming) -> Table<BuriedId, Fate<'a>> {
    let lives = incoming.annotations.iter().map(|annotation| (annotation.id.into(), Fate::Lives(annotation)));
    let joins = incoming.relations.iter().map(|relation| (relation.id.into(), Fate::Joins(relation)));
    let gone = incoming.tombstones.iter().map(|tombstone| (tombstone.id, Fate::Gone(tombstone)));
    let mut later: Table<BuriedId, Fate<'_>> = Table::new();
    for (id, fate) in lives.chain(joins).chain(gone) {
        let known = later.get(&id).copied().or_else(|| known_fate(project, id));
        if known.is_none_or(|known| fate.is_later_than(known)) {
            later.insert(id, fate);
        }
    }
    let stays = |later: &Table<BuriedId, Fate<'_>>, id: AnnotationId| match later.get(&id.into()) {
        Some(fate) => matches!(fate, Fate::Lives(_)),
        None => project.annotation(id).is_some(),
    };
    let mut cut = Vec::new();
    for (id, fate) in &later {
        match fate {
            Fate::Joins(relation) => cut.push(*relation),
            Fate::Gone(_) => cut.extend(
                project.relations_of(id.into()).filter(|relation| !later.contains_key(&relation.id.into())),
            ),
            Fate::Lives(_) | Fate::Cut(_) => {}
        }
    }
    for relation in cut {
        if !(stays(&later, relation.from) && stays(&later, relation.to)) {
            later.insert(relation.id.into(), Fate::Cut(relation));
        }
    }
    later
}

fn known_fate(project: &Project, id: BuriedId) -> Option<Fate<'_>> {
    let annotation = project.annotation(id.into()).map(Fate::Lives);
    let relation = || project.relations().get(&id.into()).map(Fate::Joins);
    annotation.or_else(relation).or_else(|| project.tombstones().get(&id).map(Fate::Gone))
}

impl Fate<'_> {
    fn stamp(&self) -> Stamp {
        match self {
            Fate::Lives(annotation) => annotation.stamp,
            Fate::Joins(relation) | Fate::Cut(relation) => relation.stamp,
            Fate::Gone(tombstone) => tombstone.stamp,
        }
    }

    /// By logical time, then by the clock. Where two were written at one moment,
    /// a deletion wins, and then the content decides: it only must not depend on
    /// who came first.
    fn is_later_than(&self, other: Fate<'_>) -> bool {
        let age = |stamp: Stamp| (stamp.lamport, stamp.modified, stamp.rev);
        let ages = age(self.stamp()).cmp(&age(other.stamp()));
        let rank = |fate: &Fate<'_>| match fate {
            Fate::Lives(_) => 0,
            Fate::Joins(_) => 1,
            Fate::Cut(_) | Fate::Gone(_) => 2,
        };
        ages.then_with(|| match (self, &other) {
            (Fate::Lives(one), Fate::Lives(other)) => content(one).cmp(&content(other)),
            (Fate::Joins(one), Fate::Joins(other)) => joined(one).cmp(&joined(other)),
            (one, other) => rank(one).cmp(&rank(other)),
        })
        .is_gt()
    }
}

fn content(annotation: &Annotation) -> impl Ord + '_ {
    let Annotation { document, target, tag, tag_revision, coder, values, .. } = annotation;
    let Annotation { certainty, note, created, extra, .. } = annotation;
    (document, target, tag, tag_revision, coder, values, certainty, note, created, &extra.0)
}

fn joined(relation: &Relation) -> impl Ord + '_ {
    let Relation { kind, from, to, coder, created, extra, .. } = relation;
    (kind, from, to, coder, created, &extra.0)
}

fn take_in_fate(project: &Project, id: BuriedId, fate: Fate<'_>) -> Vec<Change> {
    let (mut annotation, mut relation, mut tombstone) = (None, None, None);
    match fate {
        Fate::Lives(lives) => annotation = Some(Record::Annotation(lives.clone().into())),
        Fate::Joins(joins) => relation = Some(Record::Relation(joins.clone())),
        Fate::Cut(Relation { stamp, .. }) | Fate::Gone(Tombstone { stamp, .. }) => {
            tombstone = Some(Record::Tombstone(Tombstone { id, stamp: *stamp }));
        }
    }
    let mut changes = Vec::new();
    let keys = [Key::Annotation(id.into()), Key::Relation(id.into()), Key::Tombstone(id)];
    for (key, after) in keys.into_iter().zip([annotation, relation, tombstone]) {
        changes.extend(Change::written(project.get(key), after));
    }
    changes
}

/// What is there already stays as it is.
fn take_in_new(project: &Project, records: impl Iterator<Item = Record>) -> Vec<Change> {
    let mut seen = KeySet::new();
    let mut is_new = |record: &Record| !project.has(record.key()) && seen.insert(record.key());
    records.filter(|record| is_new(record)).map(Change::insert).collect()
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
