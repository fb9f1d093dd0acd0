//! A plan that touches one record several times, and what goes with tags and attributes.

use crate::model::after::Writes;
use crate::model::*;
use crate::table::{KeySet, Table};
use std::sync::Arc;

/// A project with what is to become of it.
pub(super) struct Draft<'p> {
    pub(super) project: &'p Project,
    writes: Writes,
}

impl<'p> Draft<'p> {
    pub(super) fn new(project: &'p Project) -> Self {
        Self { project, writes: Writes::new() }
    }

    pub(super) fn put(&mut self, record: Record) {
        let key = record.key();
        match Change::new(self.project.get(key), Some(record)) {
            Some(change) => drop(self.writes.insert(key, change)),
            None => drop(self.writes.remove(&key)),
        }
    }

    pub(super) fn remove(&mut self, key: Key) {
        match self.project.get(key) {
            Some(record) => drop(self.writes.insert(key, Change::remove(record))),
            None => drop(self.writes.remove(&key)),
        }
    }

    pub(super) fn take(&mut self, changes: Vec<Change>) {
        for change in changes {
            self.writes.insert(change.key(), change);
        }
    }

    pub(super) fn get(&self, key: Key) -> Option<Record> {
        match self.writes.get(&key) {
            Some(change) => change.after().cloned(),
            None => self.project.get(key),
        }
    }

    pub(super) fn tag(&self, id: TagId) -> Option<Tag> {
        match self.get(Key::Tag(id)) {
            Some(Record::Tag(tag)) => Some(tag),
            _ => None,
        }
    }

    pub(super) fn annotation(&self, id: AnnotationId) -> Option<Annotation> {
        match self.get(Key::Annotation(id)) {
            Some(Record::Annotation(annotation)) => Some(Arc::unwrap_or_clone(annotation)),
            _ => None,
        }
    }

    /// The tags as they become.
    pub(super) fn tags(&self) -> Vec<Tag> {
        let written = self.writes.values().filter_map(|change| match change.after() {
            Some(Record::Tag(tag)) => Some(tag),
            _ => None,
        });
        let old = self.project.tags().values().filter(|tag| !self.writes.contains_key(&Key::Tag(tag.id)));
        old.chain(written).cloned().collect()
    }

    pub(super) fn into_changes(self) -> Vec<Change> {
        self.writes.values().cloned().collect()
    }

    /// Annotations get another tag. Where a coder has said the same of a passage already, or two of them
    /// come to say the same, they become one: it keeps the notes of all, their values, and their relations.
    /// Where their values differ, those of the first stay, and the others stand in its note.
    pub(super) fn give(&mut self, annotations: &[&Annotation], tag: &Tag) {
        let mut sorted = annotations.to_vec();
        sorted.sort_by(|a, b| {
            let place = |annotation: &Annotation| (annotation.document, annotation.coder);
            place(a).cmp(&place(b)).then_with(|| (&a.target, a.id).cmp(&(&b.target, b.id)))
        });
        let same = |a: &Annotation, b: &Annotation| {
            (a.document, a.coder) == (b.document, b.coder) && a.target == b.target
        };
        let mut kept: Table<AnnotationId, AnnotationId> = Table::new();
        for group in sorted.chunk_by(|a, b| same(a, b)) {
            let first = group[0];
            let start = first.target.hull().map(|hull| hull.start()).unwrap_or_default();
            let twin = self.project.annotations_from(first.document, start).find(|other| {
                let moves = || annotations.iter().any(|annotation| annotation.id == other.id);
                other.tag == tag.id && same(other, first) && !moves()
            });
            let keeper = twin.unwrap_or(first).id;
            let Some(mut next) = self.annotation(keeper) else { continue };
            if next.tag != tag.id {
                (next.tag, next.tag_revision) = (tag.id, tag.revision);
            }
            for other in group.iter().filter(|other| other.id != keeper) {
                if let Some(other) = self.annotation(other.id) {
                    let lost = take_over(&mut next, &other);
                    self.note_lost(&mut next, tag, &other, &lost);
                }
                self.remove(Key::Annotation(other.id));
                kept.insert(other.id, keeper);
            }
            self.put(Record::Annotation(next.into()));
        }
        self.lead_over(&kept);
    }

    /// Writes what one of two did not take over of the other one into its note.
    fn note_lost(&self, next: &mut Annotation, heir: &Tag, other: &Annotation, lost: &[Lost]) {
        if lost.is_empty() {
            return;
        }
        let tags = || std::iter::once(heir).chain(self.project.tags().values());
        let attributes = || tags().flat_map(|tag| &tag.attributes);
        let words = |lost: &Lost| match lost {
            Lost::Certainty(certainty) => format!("certainty {}", certainty.word()),
            Lost::Value(id, source) => match attributes().find(|attribute| attribute.id.to_string() == *id) {
                Some(attribute) => format!("{} {}", attribute.name, attribute.words_of(source)),
                None => source.clone(),
            },
        };
        let tag = self.project.tag(other.tag).map(|tag| tag.name.as_str()).unwrap_or_default();
        let lost: Vec<_> = lost.iter().map(words).collect();
        add_note(next, &format!("{tag}: {}", lost.join(", ")));
    }

    /// Relations of annotations that become others are theirs. What would join one with itself, or say
    /// what another one says, goes.
    fn lead_over(&mut self, kept: &Table<AnnotationId, AnnotationId>) {
        let of = |id| self.project.relations_of(id).map(|relation| relation.id);
        let relations: KeySet<RelationId> = kept.keys().flat_map(of).collect();
        let end = |id| kept.get(&id).copied().unwrap_or(id);
        for id in &relations {
            let Some(Record::Relation(relation)) = self.get(Key::Relation(id)) else { continue };
            let (from, to) = (end(relation.from), end(relation.to));
            let says = |other: &Relation| (other.kind, other.coder, other.from, other.to);
            let next = Relation { from, to, ..relation };
            let known = |key: RelationId| match self.get(Key::Relation(key)) {
                Some(Record::Relation(other)) => other.id != id && says(&other) == says(&next),
                _ => false,
            };
            let there = self.project.relations_of(from).map(|relation| relation.id);
            // One that is led over has its old ends in the project still.
            if from == to || there.chain(relations.iter()).any(known) {
                self.remove(Key::Relation(id));
            } else {
                self.put(Record::Relation(next));
            }
        }
    }

    /// Types of relations name other tags, and rules another one, or none where there is none.
    pub(super) fn rename(&mut self, gone: &KeySet<TagId>, into: Option<TagId>, others: &[TagId]) {
        for kind in self.project.relation_types().values() {
            let mut kind = kind.clone();
            for ends in [&mut kind.from, &mut kind.to].into_iter().flatten() {
                let mut seen = KeySet::new();
                let next = ends.iter().flat_map(|tag| match gone.contains(tag) {
                    true => others.to_vec(),
                    false => vec![*tag],
                });
                *ends = next.filter(|tag| seen.insert(*tag)).collect();
            }
            self.put(Record::RelationType(kind));
        }
        for rule in self.project.rules().values() {
            let named = [Some(rule.tag), rule.other];
            if !named.into_iter().flatten().any(|tag| gone.contains(&tag)) {
                continue;
            }
            let next = |tag: TagId| if gone.contains(&tag) { into } else { Some(tag) };
            match (next(rule.tag), rule.other.map(next)) {
                // A rule about two tags says nothing, or something else, about one.
                (Some(tag), Some(Some(other))) if tag != other || rule.other == Some(rule.tag) => {
                    self.put(Record::Rule(Rule { tag, other: Some(other), ..rule.clone() }));
                }
                (Some(tag), None) => self.put(Record::Rule(Rule { tag, ..rule.clone() })),
                _ => self.remove(Key::Rule(rule.id)),
            }
        }
    }

    /// Types of relations that name a tag name these too.
    pub(super) fn join_as(&mut self, tag: TagId, others: &[TagId]) {
        for kind in self.project.relation_types().values() {
            let mut kind = kind.clone();
            for ends in [&mut kind.from, &mut kind.to].into_iter().flatten() {
                if ends.contains(&tag) {
                    ends.extend(others);
                }
            }
            self.put(Record::RelationType(kind));
        }
    }

    /// Values that no tag asks for any more go, and choices that no attribute has. What is asked for by
    /// another tag than the annotation's stays: it may get that tag.
    pub(super) fn drop_unasked(&mut self) {
        let asked = |tags: &[Tag]| {
            let mut attributes = KeySet::new();
            let mut choices = KeySet::new();
            for attribute in tags.iter().flat_map(|tag| &tag.attributes) {
                attributes.insert(attribute.id);
                choices.extend(attribute.choices.iter().map(|choice| (attribute.id, choice.id)));
            }
            (attributes, choices)
        };
        let before: Vec<Tag> = self.project.tags().values().cloned().collect();
        let (known, chosen) = asked(&before);
        let (attributes, choices) = asked(&self.tags());
        let gone: Vec<_> = known.iter().filter(|id| !attributes.contains(id)).collect();
        let unchosen: Vec<_> = chosen.iter().filter(|pair| !choices.contains(pair)).collect();
        if gone.is_empty() && unchosen.is_empty() {
            return;
        }
        for annotation in
            self.project.annotations().values().filter(|annotation| !annotation.values.is_empty())
        {
            let Some(mut next) = self.annotation(annotation.id) else { continue };
            for id in &gone {
                next.values.remove(&id.to_string());
            }
            for (attribute, choice) in unchosen.iter().filter(|(attribute, _)| !gone.contains(attribute)) {
                let name = attribute.to_string();
                let Some(source) = next.values.get(&name) else { continue };
                if let Some(Value::Many(mut all)) = Value::read(AttributeKind::Many, source) {
                    all.retain(|id| id != choice);
                    match all.is_empty() {
                        true => drop(next.values.remove(&name)),
                        false => next.values.insert(name, Value::Many(all).source()),
                    }
                } else if source == Value::One(*choice).source() {
                    next.values.remove(&name);
                }
            }
            self.put(Record::Annotation(next.into()));
        }
    }
}

/// What an annotation says that another one says otherwise.
enum Lost {
    Certainty(Certainty),
    /// The id of an attribute, and the value's source.
    Value(String, String),
}

fn add_note(next: &mut Annotation, note: &str) {
    if !next.note.trim().is_empty() {
        next.note.push_str("\n\n");
    }
    next.note.push_str(note);
}

/// One annotation takes over what another one says besides its tag; what it says otherwise.
fn take_over(next: &mut Annotation, other: &Annotation) -> Vec<Lost> {
    let note = other.note.trim();
    if !note.is_empty() && next.note.trim() != note {
        add_note(next, note);
    }
    let mut lost = Vec::new();
    for (name, source) in other.values.iter() {
        let own = next.values.get(name);
        let many = |source: &str| match Value::read(AttributeKind::Many, source) {
            Some(Value::Many(all)) => Some(all),
            _ => None,
        };
        match own {
            None => next.values.insert(name.clone(), source.clone()),
            Some(own) if own == source => {}
            Some(own) => match (many(own), many(source)) {
                (Some(mut all), Some(more)) => {
                    let mut seen: KeySet<ChoiceId> = all.iter().copied().collect();
                    all.extend(more.into_iter().filter(|choice| seen.insert(*choice)));
                    next.values.insert(name.clone(), Value::Many(all).source());
                }
                _ => lost.push(Lost::Value(name.clone(), source.clone())),
            },
        }
    }
    match (next.certainty, other.certainty) {
        (Some(own), Some(other)) if own != other => lost.push(Lost::Certainty(other)),
        _ => next.certainty = next.certainty.or(other.certainty),
    }
    lost
}
