//! A project: the unit of saving and of files.

use super::patch::{Key, Record};
use super::{
    Annotation, AnnotationId, Coder, CoderId, Document, DocumentId, Extra, ProjectId, Reading, Tag, TagId,
    Tombstone,
};
use crate::table::{Coded, Table};
use crate::text::{CodePoint, Span};
use std::sync::Arc;

/// What a project is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its name for ever.
    pub id: ProjectId,
    /// What it is called.
    pub title: String,
    /// Fields of a newer program.
    pub extra: Extra,
}

/// Documents, codebook, coders, annotations and readings.
///
/// Every reference holds: an annotation's document, tag and coder are there and
/// its ranges lie within the text; a tag's parent is there and no tag is its own
/// ancestor. [`apply`](super::apply) is the only way to change one.
#[derive(Clone, Debug)]
pub struct Project {
    pub(super) head: Head,
    pub(super) documents: Table<DocumentId, Document>,
    pub(super) tags: Table<TagId, Tag>,
    pub(super) coders: Table<CoderId, Coder>,
    pub(super) annotations: Table<AnnotationId, Annotation>,
    pub(super) tombstones: Table<AnnotationId, Tombstone>,
    pub(super) readings: Table<(CoderId, DocumentId), Reading>,
    pub(super) lamport: u64,
    /// The same annotations by where they begin; whole documents at the start.
    starts: Table<Start, Annotation>,
}

impl Project {
    /// A project with nothing in it.
    pub fn empty(head: Head) -> Self {
        Self {
            head,
            documents: Table::new(),
            tags: Table::new(),
            coders: Table::new(),
            annotations: Table::new(),
            tombstones: Table::new(),
            readings: Table::new(),
            lamport: 0,
            starts: Table::new(),
        }
    }

    /// A project of records that a project held, annotations left out: those go in with
    /// [`add_all`](Self::add_all). What refers to a record that is not there is left out.
    pub(crate) fn gather(head: Head, records: Vec<Record>, lamport: u64) -> Self {
        let mut project = Self { lamport, ..Self::empty(head) };
        let (readings, others): (Vec<_>, Vec<_>) =
            records.into_iter().partition(|record| matches!(record, Record::Reading(_)));
        for record in others {
            project.put(record.key(), Some(record));
        }
        for record in readings {
            let Key::Reading(coder, document) = record.key() else { continue };
            if project.has(Key::Coder(coder)) && project.has(Key::Document(document)) {
                project.put(record.key(), Some(record));
            }
        }
        project
    }

    /// Adds annotations that lie within their documents' texts. One whose document, tag or
    /// coder is not there is left out.
    pub(crate) fn add_all(&mut self, annotations: Vec<Annotation>) {
        for annotation in annotations {
            let needs =
                [Key::Document(annotation.document), Key::Tag(annotation.tag), Key::Coder(annotation.coder)];
            if needs.into_iter().all(|key| self.has(key)) {
                self.put(Key::Annotation(annotation.id), Some(Record::Annotation(annotation)));
            }
        }
    }

    /// Its name and title.
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The greatest logical time that it has seen.
    pub fn lamport(&self) -> u64 {
        self.lamport
    }

    /// The documents in their order.
    pub fn documents(&self) -> Vec<&Document> {
        let mut documents: Vec<_> = self.documents.values().collect();
        documents.sort_by(|a, b| (&a.order, a.id).cmp(&(&b.order, b.id)));
        documents
    }

    /// One document.
    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents.get(&id)
    }

    /// The tags by id; see [`depth_first`](super::depth_first) for the tree.
    pub fn tags(&self) -> &Table<TagId, Tag> {
        &self.tags
    }

    /// One tag.
    pub fn tag(&self, id: TagId) -> Option<&Tag> {
        self.tags.get(&id)
    }

    /// The coders by id.
    pub fn coders(&self) -> &Table<CoderId, Coder> {
        &self.coders
    }

    /// One coder.
    pub fn coder(&self, id: CoderId) -> Option<&Coder> {
        self.coders.get(&id)
    }

    /// The annotations by id, deleted ones left out.
    pub fn annotations(&self) -> &Table<AnnotationId, Annotation> {
        &self.annotations
    }

    /// One annotation; `None` when it was deleted.
    pub fn annotation(&self, id: AnnotationId) -> Option<&Annotation> {
        self.annotations.get(&id)
    }

    /// The annotations that begin at one position of a document.
    pub(super) fn annotations_from(
        &self,
        document: DocumentId,
        start: CodePoint,
    ) -> impl Iterator<Item = &Annotation> {
        self.starts.beginning_with((document, start)).map(|(_, annotation)| annotation)
    }

    /// The annotations of one document, by where they begin.
    pub fn annotations_on(&self, document: DocumentId) -> impl Iterator<Item = &Annotation> {
        self.starts.beginning_with(document).map(|(_, annotation)| annotation)
    }

    /// What is left of deleted annotations.
    pub fn tombstones(&self) -> &Table<AnnotationId, Tombstone> {
        &self.tombstones
    }

    /// Who has read what.
    pub fn readings(&self) -> &Table<(CoderId, DocumentId), Reading> {
        &self.readings
    }

    /// How far a coder is with a document; `None` when it was never opened.
    pub fn reading(&self, coder: CoderId, document: DocumentId) -> Option<&Reading> {
        self.readings.get(&(coder, document))
    }

    /// True where both say the same: all but when and in which order it was
    /// written ([`Stamp`](super::Stamp), tombstones, the logical clock).
    pub fn says_the_same(&self, other: &Self) -> bool {
        let same = |(one, other): (&Annotation, &Annotation)| {
            *one == Annotation { stamp: one.stamp, ..other.clone() }
        };
        self.has_same_base(other)
            && self.annotations.len() == other.annotations.len()
            && self.annotations.values().zip(other.annotations.values()).all(same)
    }

    /// True where everything but annotations and the logical clock is the same.
    fn has_same_base(&self, other: &Self) -> bool {
        self.head == other.head
            && self.documents == other.documents
            && self.tags == other.tags
            && self.coders == other.coders
            && self.readings == other.readings
    }

    /// One record, whatever it is.
    pub fn get(&self, key: Key) -> Option<Record> {
        match key {
            Key::Head => Some(Record::Head(self.head.clone())),
            Key::Document(id) => self.documents.get(&id).cloned().map(Record::Document),
            Key::Tag(id) => self.tags.get(&id).cloned().map(Record::Tag),
            Key::Coder(id) => self.coders.get(&id).cloned().map(Record::Coder),
            Key::Annotation(id) => self.annotations.get(&id).cloned().map(Record::Annotation),
            Key::Tombstone(id) => self.tombstones.get(&id).cloned().map(Record::Tombstone),
            Key::Reading(coder, document) => {
                self.readings.get(&(coder, document)).cloned().map(Record::Reading)
            }
        }
    }

    /// True where the record is there.
    pub fn has(&self, key: Key) -> bool {
        match key {
            Key::Head => true,
            Key::Document(id) => self.documents.contains_key(&id),
            Key::Tag(id) => self.tags.contains_key(&id),
            Key::Coder(id) => self.coders.contains_key(&id),
            Key::Annotation(id) => self.annotations.contains_key(&id),
            Key::Tombstone(id) => self.tombstones.contains_key(&id),
            Key::Reading(coder, document) => self.readings.contains_key(&(coder, document)),
        }
    }

    /// Every record, in the order of the keys.
    pub fn records(&self) -> Vec<Record> {
        let mut records = vec![Record::Head(self.head.clone())];
        records.extend(self.documents.values().cloned().map(Record::Document));
        records.extend(self.tags.values().cloned().map(Record::Tag));
        records.extend(self.coders.values().cloned().map(Record::Coder));
        records.extend(self.annotations.values().cloned().map(Record::Annotation));
        records.extend(self.tombstones.values().cloned().map(Record::Tombstone));
        records.extend(self.readings.values().cloned().map(Record::Reading));
        records
    }

    pub(super) fn put(&mut self, key: Key, record: Option<Record>) {
        fn set<K: Coded, R>(table: &mut Table<K, R>, key: K, record: Option<R>) {
            match record {
                Some(record) => table.insert(key, record),
                None => table.remove(&key),
            };
        }
        macro_rules! set {
            ($map:ident, $key:expr, $kind:ident) => {
                set(
                    &mut self.$map,
                    $key,
                    match record {
                        Some(Record::$kind(record)) => Some(record),
                        _ => None,
                    },
                )
            };
        }
        match key {
            Key::Head => {
                if let Some(Record::Head(head)) = record {
                    self.head = head;
                }
            }
            Key::Document(id) => set!(documents, id, Document),
            Key::Tag(id) => set!(tags, id, Tag),
            Key::Coder(id) => set!(coders, id, Coder),
            Key::Annotation(id) => {
                if let Some(before) = self.annotations.get(&id) {
                    self.starts.remove(&start_of(before));
                }
                match record {
                    Some(Record::Annotation(annotation)) => {
                        let annotation = Arc::new(annotation);
                        self.starts.share(start_of(&annotation), annotation.clone());
                        self.annotations.share(id, annotation);
                    }
                    _ => drop(self.annotations.remove(&id)),
                }
            }
            Key::Tombstone(id) => set!(tombstones, id, Tombstone),
            Key::Reading(coder, document) => set!(readings, (coder, document), Reading),
        }
    }
}

impl PartialEq for Project {
    fn eq(&self, other: &Self) -> bool {
        self.has_same_base(other)
            && self.annotations == other.annotations
            && self.tombstones == other.tombstones
            && self.lamport == other.lamport
    }
}

impl Eq for Project {}

/// Where an annotation begins.
type Start = ((DocumentId, CodePoint), AnnotationId);

fn start_of(annotation: &Annotation) -> Start {
    let start = annotation.target.hull().map(Span::start).unwrap_or_default();
    ((annotation.document, start), annotation.id)
}
