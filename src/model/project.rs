//! A project: the unit of saving and of files.

use super::patch::{Key, Record};
use super::{
    Annotation, AnnotationId, BuriedId, Coder, CoderId, Document, DocumentId, Extra, InstrumentId,
    OwnInstrument, ProjectId, Reading, Refusal, RefusalId, Relation, RelationId, RelationType,
    RelationTypeId, Rule, RuleId, Stamp, Tag, TagId, Tombstone, Version, VersionId,
};
use crate::table::{Coded, KeySet, Table};
use crate::text::{CodePoint, Span};

/// What a project is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its name for ever.
    pub id: ProjectId,
    /// What it is called.
    pub title: String,
    /// Thoughts on it.
    pub memo: String,
    /// Fields of a newer program.
    pub extra: Extra,
}

/// Documents, codebook, coders, annotations, relations and readings.
///
/// Every reference holds: an annotation's document, tag and coder are there and
/// its ranges lie within the text; a tag's parent is there and no tag is its own
/// ancestor; a relation's type, ends and coder are there, and the tags that a type of
/// relations or a rule names. [`apply`](super::apply) is the only way to change one.
#[derive(Clone, Debug)]
pub struct Project {
    pub(super) head: Head,
    pub(super) documents: Table<DocumentId, Document>,
    pub(super) tags: Table<TagId, Tag>,
    pub(super) coders: Table<CoderId, Coder>,
    pub(super) annotations: Table<AnnotationId, Annotation>,
    pub(super) tombstones: Table<BuriedId, Tombstone>,
    pub(super) readings: Table<(CoderId, DocumentId), Reading>,
    pub(super) relation_types: Table<RelationTypeId, RelationType>,
    pub(super) relations: Table<RelationId, Relation>,
    pub(super) rules: Table<RuleId, Rule>,
    pub(super) versions: Table<VersionId, Version>,
    pub(super) refusals: Table<RefusalId, Refusal>,
    pub(super) instruments: Table<InstrumentId, OwnInstrument>,
    pub(super) lamport: u64,
    /// The same annotations by where they begin; whole documents at the start.
    starts: Table<Start, Annotation>,
    /// The relations by their ends.
    ends: KeySet<(AnnotationId, RelationId)>,
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
            relation_types: Table::new(),
            relations: Table::new(),
            rules: Table::new(),
            versions: Table::new(),
            refusals: Table::new(),
            instruments: Table::new(),
            lamport: 0,
            starts: Table::new(),
            ends: KeySet::new(),
        }
    }

    /// A project of records that a project held: coders, tags and documents to begin with. The others
    /// go in with [`add_all`](Self::add_all).
    pub(crate) fn gather(head: Head, records: Vec<Record>, lamport: u64) -> Self {
        let mut project = Self { lamport, ..Self::empty(head) };
        for record in records {
            project.put(record.key(), Some(record));
        }
        project
    }

    /// Adds records that the project held; annotations lie within their documents' texts. What refers to
    /// a record that is not there is left out.
    pub(crate) fn add_all(&mut self, records: Vec<Record>) {
        for record in records {
            let mut holds = true;
            record.needs(&mut |key| holds &= self.has(key));
            if holds {
                self.put(record.key(), Some(record));
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

    /// What is left of deleted annotations and relations.
    pub fn tombstones(&self) -> &Table<BuriedId, Tombstone> {
        &self.tombstones
    }

    /// When the annotation or relation of this id was last written; `None` when it is not there.
    pub(super) fn stamp(&self, id: BuriedId) -> Option<Stamp> {
        let annotation = self.annotations.get(&id.into()).map(|annotation| annotation.stamp);
        annotation.or_else(|| self.relations.get(&id.into()).map(|relation| relation.stamp))
    }

    /// The types of relations by id; see [`relation_types`](super::relation_types) for their order.
    pub fn relation_types(&self) -> &Table<RelationTypeId, RelationType> {
        &self.relation_types
    }

    /// The relations by id, deleted ones left out.
    pub fn relations(&self) -> &Table<RelationId, Relation> {
        &self.relations
    }

    /// The relations that start from an annotation or lead to it, by id.
    pub fn relations_of(&self, annotation: AnnotationId) -> impl Iterator<Item = &Relation> {
        self.ends.beginning_with(annotation).filter_map(|(_, id)| self.relations.get(&id))
    }

    /// The rules of the codebook by id.
    pub fn rules(&self) -> &Table<RuleId, Rule> {
        &self.rules
    }

    /// The named versions of the codebook by id.
    pub fn versions(&self) -> &Table<VersionId, Version> {
        &self.versions
    }

    /// The refusals of suggestions by id.
    pub fn refusals(&self) -> &Table<RefusalId, Refusal> {
        &self.refusals
    }

    /// The project's own instruments by id.
    pub fn instruments(&self) -> &Table<InstrumentId, OwnInstrument> {
        &self.instruments
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
        let same = |(one, other): (&Annotation, &Annotation)| one.says_the_same(other);
        let same_relation =
            |(one, other): (&Relation, &Relation)| *one == Relation { stamp: one.stamp, ..other.clone() };
        self.has_same_base(other)
            && self.annotations.len() == other.annotations.len()
            && self.annotations.values().zip(other.annotations.values()).all(same)
            && self.relations.len() == other.relations.len()
            && self.relations.values().zip(other.relations.values()).all(same_relation)
    }

    /// True where everything but annotations, relations and the logical clock is the same.
    fn has_same_base(&self, other: &Self) -> bool {
        self.head == other.head
            && self.documents == other.documents
            && self.tags == other.tags
            && self.coders == other.coders
            && self.readings == other.readings
            && self.relation_types == other.relation_types
            && self.rules == other.rules
            && self.versions == other.versions
            && self.refusals == other.refusals
            && self.instruments == other.instruments
    }

    /// One record, whatever it is.
    pub fn get(&self, key: Key) -> Option<Record> {
        match key {
            Key::Head => Some(Record::Head(self.head.clone())),
            Key::Document(id) => self.documents.get(&id).cloned().map(Record::Document),
            Key::Tag(id) => self.tags.get(&id).cloned().map(Record::Tag),
            Key::Coder(id) => self.coders.get(&id).cloned().map(Record::Coder),
            Key::Annotation(id) => self.annotations.shared(&id).map(Record::Annotation),
            Key::Tombstone(id) => self.tombstones.get(&id).cloned().map(Record::Tombstone),
            Key::Reading(coder, document) => {
                self.readings.get(&(coder, document)).cloned().map(Record::Reading)
            }
            Key::RelationType(id) => self.relation_types.get(&id).cloned().map(Record::RelationType),
            Key::Relation(id) => self.relations.get(&id).cloned().map(Record::Relation),
            Key::Rule(id) => self.rules.get(&id).cloned().map(Record::Rule),
            Key::Version(id) => self.versions.get(&id).cloned().map(Record::Version),
            Key::Refusal(id) => self.refusals.get(&id).cloned().map(Record::Refusal),
            Key::Instrument(id) => self.instruments.get(&id).cloned().map(Record::Instrument),
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
            Key::RelationType(id) => self.relation_types.contains_key(&id),
            Key::Relation(id) => self.relations.contains_key(&id),
            Key::Rule(id) => self.rules.contains_key(&id),
            Key::Version(id) => self.versions.contains_key(&id),
            Key::Refusal(id) => self.refusals.contains_key(&id),
            Key::Instrument(id) => self.instruments.contains_key(&id),
        }
    }

    /// Every record, in the order of the keys.
    pub fn records(&self) -> Vec<Record> {
        let mut records = vec![Record::Head(self.head.clone())];
        records.extend(self.documents.values().cloned().map(Record::Document));
        records.extend(self.tags.values().cloned().map(Record::Tag));
        records.extend(self.coders.values().cloned().map(Record::Coder));
        records.extend(self.annotations.all_shared().map(Record::Annotation));
        records.extend(self.tombstones.values().cloned().map(Record::Tombstone));
        records.extend(self.readings.values().cloned().map(Record::Reading));
        records.extend(self.relation_types.values().cloned().map(Record::RelationType));
        records.extend(self.relations.values().cloned().map(Record::Relation));
        records.extend(self.rules.values().cloned().map(Record::Rule));
        records.extend(self.versions.values().cloned().map(Record::Version));
        records.extend(self.refusals.values().cloned().map(Record::Refusal));
        records.extend(self.instruments.values().cloned().map(Record::Instrument));
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
                        self.starts.share(start_of(&annotation), annotation.clone());
                        self.annotations.share(id, annotation);
                    }
                    _ => drop(self.annotations.remove(&id)),
                }
            }
            Key::Tombstone(id) => set!(tombstones, id, Tombstone),
            Key::Reading(coder, document) => set!(readings, (coder, document), Reading),
            Key::RelationType(id) => set!(relation_types, id, RelationType),
            Key::Relation(id) => {
                if let Some(Relation { from, to, .. }) = self.relations.get(&id) {
                    for end in [from, to] {
                        self.ends.remove(&(*end, id));
                    }
                }
                if let Some(Record::Relation(Relation { from, to, .. })) = &record {
                    self.ends.extend([(*from, id), (*to, id)]);
                }
                set!(relations, id, Relation);
            }
            Key::Rule(id) => set!(rules, id, Rule),
            Key::Version(id) => set!(versions, id, Version),
            Key::Refusal(id) => set!(refusals, id, Refusal),
            Key::Instrument(id) => set!(instruments, id, Instrument),
        }
    }
}

impl PartialEq for Project {
    fn eq(&self, other: &Self) -> bool {
        self.has_same_base(other)
            && self.annotations == other.annotations
            && self.relations == other.relations
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
