//! Taking a snapshot, a little at a time: a project of fifty thousand annotations takes longer than a page
//! may stand still, and nobody has asked for it.

use super::entry::{Pair, checksum, seal};
use super::snapshot::{Base, CERTAINTIES, PART, Part, Snapshot};
use crate::formats::json::form::Form;
use crate::formats::json::v1;
use crate::formats::json::writer::Json;
use crate::history::At;
use crate::model::{Annotation, AnnotationId, CoderId, DocumentId, Extra, Project, Stamp, TagId, Time};
use crate::table::{Coded, KeySet, Table, TextMap};
use std::collections::VecDeque;

/// A part ends behind an annotation whose id says so, which one in so many does: so a part stays what it is
/// where annotations come and go before or behind it.
const USUAL: u64 = 512;

/// A part never has more.
const MOST: usize = 2048;

/// A snapshot that is being taken. The project must stay as it is meanwhile: whoever takes it looks whether
/// it does.
pub struct Taking {
    snapshot: Snapshot,
    pairs: Vec<Pair>,
    /// The records that are there: those of the last snapshot.
    known: TextMap,
    /// The parts that are still to come, in their order.
    left: VecDeque<Next>,
}

enum Next {
    /// One that stays as it was.
    Known(Part),
    /// Some annotations of a document.
    Fresh(DocumentId, Vec<AnnotationId>),
}

impl Taking {
    /// Begins the snapshot of a project that holds these entries of the log. `known` is an earlier one whose
    /// parts are there; `changed` names the documents on which anything was done since.
    pub fn begin(
        project: &Project,
        made: Time,
        last: At,
        seen: Vec<At>,
        known: Option<&Snapshot>,
        changed: &KeySet<DocumentId>,
    ) -> Self {
        let lamport = project.lamport();
        let (base, parts, extra) = (String::new(), Vec::new(), Extra::default());
        let snapshot = Snapshot { made, last, seen, lamport, base, parts, extra };
        let there = known.into_iter().flat_map(Snapshot::parts).map(|key| (key, String::new())).collect();
        let mut taking = Self { snapshot, pairs: Vec::new(), known: there, left: VecDeque::new() };
        let mut json = Json::compact();
        base_of(project).write(&mut json);
        taking.snapshot.base = taking.put(json.into_text());
        for document in project.documents().into_iter().map(|document| document.id) {
            match known.filter(|_| !changed.contains(&document)) {
                Some(known) => {
                    let parts = known.parts.iter().filter(|part| part.document == document);
                    taking.left.extend(parts.cloned().map(Next::Known));
                }
                None => {
                    let parts = cut(project, document).into_iter();
                    taking.left.extend(parts.map(|ids| Next::Fresh(document, ids)));
                }
            }
        }
        taking
    }

    /// Makes the next part; false where all are made.
    pub fn go_on(&mut self, project: &Project) -> bool {
        let part = match self.left.pop_front() {
            Some(Next::Known(part)) => part,
            Some(Next::Fresh(document, ids)) => {
                let annotations: Vec<_> = ids.into_iter().filter_map(|id| project.annotation(id)).collect();
                let check = self.put(write_part(&annotations));
                Part { document, check, extra: Extra::default() }
            }
            None => return false,
        };
        self.snapshot.parts.push(part);
        true
    }

    /// All of it in one go: see [`Taking::finish`].
    pub fn whole(mut self, project: &Project) -> (Snapshot, Vec<Pair>) {
        while self.go_on(project) {}
        self.finish()
    }

    /// The snapshot, and the records to be written for it.
    pub fn finish(mut self) -> (Snapshot, Vec<Pair>) {
        self.pairs.push(Pair { key: self.snapshot.key(), value: seal(&self.snapshot) });
        (self.snapshot, self.pairs)
    }

    fn put(&mut self, body: String) -> String {
        let check = checksum(&body);
        let key = format!("{PART}{check}");
        if self.known.get(&key).is_none() {
            self.pairs.push(Pair { key, value: format!("{check} {body}") });
        }
        check
    }
}

fn base_of(project: &Project) -> Base {
    let documents = project.documents();
    Base {
        project: project.head().clone(),
        coders: project.coders().values().cloned().collect(),
        tags: project.tags().values().cloned().collect(),
        documents: documents.iter().map(|document| v1::Document::of(document)).collect(),
        deleted: project.tombstones().values().map(v1::Tombstone::of).collect(),
        readings: project.readings().values().map(v1::Reading::of).collect(),
        relation_types: project.relation_types().values().cloned().collect(),
        rules: project.rules().values().cloned().collect(),
        versions: project.versions().values().cloned().collect(),
        relations: project.relations().values().map(v1::Relation::of).collect(),
        refusals: project.refusals().values().cloned().collect(),
        instruments: project.instruments().values().cloned().collect(),
        extra: Extra::default(),
    }
}

/// The annotations of a document, in the order of its text, part by part.
fn cut(project: &Project, document: DocumentId) -> Vec<Vec<AnnotationId>> {
    let mut parts = Vec::new();
    let mut part = Vec::new();
    for annotation in project.annotations_on(document) {
        part.push(annotation.id);
        if ends_part(annotation.id) || part.len() == MOST {
            parts.push(std::mem::take(&mut part));
        }
    }
    if !part.is_empty() {
        parts.push(part);
    }
    parts
}

fn ends_part(id: AnnotationId) -> bool {
    let mut words = [0; AnnotationId::WORDS];
    id.encode(&mut words);
    words[AnnotationId::WORDS - 1] % USUAL == 0
}

/// Two lines with the tags and the coders, then a line for each annotation, its fields
/// between tabs. Texts are in JSON's form, so that they hold neither tabs nor line ends.
fn write_part(annotations: &[&Annotation]) -> String {
    let tags: KeySet<TagId> = annotations.iter().map(|annotation| annotation.tag).collect();
    let coders: KeySet<CoderId> = annotations.iter().map(|annotation| annotation.coder).collect();
    let mut out = String::new();
    line(&mut out, tags.iter().map(|id| id.to_string()));
    line(&mut out, coders.iter().map(|id| id.to_string()));
    let tags: Table<TagId, usize> = tags.iter().enumerate().map(|(at, id)| (id, at)).collect();
    let coders: Table<CoderId, usize> = coders.iter().enumerate().map(|(at, id)| (id, at)).collect();
    for annotation in annotations {
        let Stamp { modified, rev, lamport } = annotation.stamp;
        let spans = annotation.target.spans();
        let spans: Vec<_> =
            spans.iter().map(|span| format!("{}-{}", span.start().get(), span.end().get())).collect();
        let certainty = CERTAINTIES.iter().find(|(value, _)| *value == annotation.certainty);
        let fields = [
            annotation.id.to_string(),
            tags[&annotation.tag].to_string(),
            coders[&annotation.coder].to_string(),
            spans.join(","),
            annotation.created.millis().to_string(),
            modified.millis().to_string(),
            rev.to_string(),
            lamport.to_string(),
            annotation.tag_revision.to_string(),
            certainty.map_or("", |(_, name)| name).to_owned(),
            json_unless(annotation.note.is_empty(), &annotation.note),
            json_unless(annotation.values.is_empty(), &Extra(annotation.values.clone())),
            json_unless(annotation.extra.0.is_empty(), &annotation.extra),
        ];
        line(&mut out, fields);
    }
    out
}

fn line(out: &mut String, fields: impl IntoIterator<Item = String>) {
    for (at, field) in fields.into_iter().enumerate() {
        if at > 0 {
            out.push('\t');
        }
        out.push_str(&field);
    }
    out.push('\n');
}

fn json_unless<F: Form>(is_empty: bool, form: &F) -> String {
    let mut json = Json::compact();
    if !is_empty {
        form.write(&mut json);
    }
    json.into_text()
}
