//! From the file to a project. All is checked before anything is given out.

use super::form::{Flaw, Form, Place, describe};
use super::{ANNOTATIONS, FORMAT, PROJECT, UNIT, VERSION, beside, migrate, v1};
use crate::formats::{Fault, LARGEST, ReadError};
use crate::model::{
    AnnotationId, BuriedId, Change, CoderId, DocumentId, Incoming, Key, Patch, Project, Record, Stamping,
    Strictness, Tag, TagId, apply,
};
use crate::table::{Coded, KeySet, Table};
use crate::text::Text;
use serde_json::Value;
use std::fmt::Display;

/// What a file held.
#[derive(Clone, Debug)]
pub enum Opened {
    /// A whole project.
    Project(Box<Project>),
    /// Annotations whose texts were left out.
    Annotations(Box<AnnotationSet>),
}

/// Annotations that wait for their texts.
#[derive(Clone, Debug)]
pub struct AnnotationSet {
    file: v1::File,
}

/// Reads a file that Glossator wrote.
///
/// # Errors
/// What is wrong, where, and what can be done.
pub fn read(source: &str) -> Result<Opened, ReadError> {
    if source.len() > LARGEST {
        return Err(ReadError::TooLarge { bytes: source.len() });
    }
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut value = parse(source)?;
    let version = recognise(&value)?;
    migrate::migrate(&mut value, version);
    let mut file = v1::File::read(value, &Place::Top)?;
    check(&file)?;
    beside::stow(&mut file);
    match file.kind.as_str() {
        PROJECT => Ok(Opened::Project(Box::new(project(file)?))),
        _ => Ok(Opened::Annotations(Box::new(AnnotationSet { file }))),
    }
}

fn parse(source: &str) -> Result<Value, ReadError> {
    let foreign = |looks: &str| Err(ReadError::Foreign { looks: looks.to_owned() });
    match source.trim_start().chars().next() {
        None => return Err(ReadError::Empty),
        Some('<') => return foreign("XML or HTML"),
        Some('{' | '[') => {}
        Some(_) if source.starts_with("PK\u{3}\u{4}") => return foreign("a ZIP archive"),
        Some(_) if source.starts_with("%PDF") => return foreign("a PDF"),
        Some(_) => return foreign("plain text or a table"),
    }
    serde_json::from_str(source).map_err(|error| {
        let text = error.to_string();
        let what = text.split(" at line ").next().unwrap_or_default().to_owned();
        ReadError::NotJson { line: error.line(), column: error.column(), what }
    })
}

/// Names that give other programs' JSON away, with what it is then.
const FOREIGN: &[(&str, &str)] = &[
    ("%TYPES", "a UIMA CAS as INCEpTION exports it"),
    ("@context", "JSON-LD, such as a W3C Web Annotation"),
    ("annotations", "JSON with annotations of another program"),
    ("features", "GeoJSON"),
    ("nodes", "a graph in JSON"),
];
const FOREIGN_ITEMS: &[(&str, &str)] = &[
    ("@context", "a list of W3C Web Annotations"),
    ("data", "tasks as Label Studio exports them"),
    ("label", "rows as doccano exports them"),
    ("spans", "examples as Prodigy exports them"),
];

/// The version of a file that is one of ours, of a kind that is known.
fn recognise(value: &Value) -> Result<u32, Flaw> {
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        let (named, rows) = match value {
            Value::Array(items) => (items.first(), FOREIGN_ITEMS),
            other => (Some(other), FOREIGN),
        };
        let row = rows.iter().find(|(name, _)| named.is_some_and(|named| named.get(name).is_some()));
        let looks = row.map_or("JSON of another program", |(_, looks)| looks);
        return Err(ReadError::Foreign { looks: looks.to_owned() }.into());
    }
    let top = Place::Top;
    let at = top.field("version");
    let stated = value.get("version").ok_or_else(|| at.damaged(Fault::Missing))?;
    let expected = |name, expected, found: &Value| {
        Err(top.field(name).damaged(Fault::Expected { expected, found: describe(found) }))
    };
    let version = match stated.as_u64() {
        Some(version) if version > u64::from(VERSION) => return Err(ReadError::Newer { version }.into()),
        Some(version @ 1..) => version as u32,
        _ => return expected("version", "a whole number from 1", stated),
    };
    let text = |name| value.get(name).and_then(Value::as_str);
    let null = Value::Null;
    if !matches!(text("kind"), Some(PROJECT | ANNOTATIONS)) {
        return expected("kind", "“project” or “annotations”", value.get("kind").unwrap_or(&null));
    }
    if text("unit") != Some(UNIT) {
        return expected("unit", "“code point”", value.get("unit").unwrap_or(&null));
    }
    Ok(version)
}

/// Checks that ids are there once and that what is named is there.
fn check(file: &v1::File) -> Result<(), Flaw> {
    let top = Place::Top;
    let (coders, tags, documents) = (top.field("coders"), top.field("codebook"), top.field("documents"));
    let tags = tags.field("tags");
    let coder_ids = unique(&coders, file.coders.iter().map(|coder| coder.id))?;
    let tag_ids = unique(&tags, file.codebook.tags.iter().map(|tag| tag.id))?;
    unique(&documents, file.documents.iter().map(|document| document.id))?;
    let lengths: Table<_, _> = file.documents.iter().map(|document| (document.id, document.length)).collect();
    check_parents(&file.codebook.tags, &tag_ids, &tags)?;
    let named = |place: &Place<'_>, coder: CoderId, document: DocumentId| {
        must_be(coder_ids.contains(&coder), &place.field("coder"), "coder", &coder)?;
        must_be(lengths.contains_key(&document), &place.field("document"), "document", &document)
    };
    let list = top.field("annotations");
    let living = unique(&list, file.annotations.iter().map(|annotation| annotation.id))?;
    for (index, annotation) in file.annotations.iter().enumerate() {
        let at = list.item(index);
        named(&at, annotation.coder, annotation.document)?;
        must_be(tag_ids.contains(&annotation.tag), &at.field("tag"), "tag", &annotation.tag)?;
        let target = at.field("target");
        annotation.target.check(lengths[&annotation.document], &target)?;
        let ranges = target.field("ranges");
        for (index, range) in annotation.target.ranges.0.iter().flatten().enumerate() {
            if range.quote.0.is_none() {
                return Err(ranges.item(index).field("quote").damaged(Fault::Missing));
            }
        }
    }
    let list = top.field("deleted");
    unique(&list, file.deleted.iter().map(|tombstone| tombstone.id))?;
    check_joins(file, &living, &tag_ids, &coder_ids)?;
    let relations: KeySet<BuriedId> = file.relations.iter().map(|relation| relation.id.into()).collect();
    let is_there = |id: BuriedId| living.contains(&id.into()) || relations.contains(&id);
    if let Some(index) = file.deleted.iter().position(|tombstone| is_there(tombstone.id)) {
        let id = file.deleted[index].id.to_string();
        return Err(list.item(index).field("id").damaged(Fault::AlsoDeleted(id)));
    }
    let list = top.field("readings");
    let mut seen = KeySet::new();
    for (index, reading) in file.readings.iter().enumerate() {
        let at = list.item(index);
        named(&at, reading.coder, reading.document)?;
        if !seen.insert((reading.coder, reading.document)) {
            return Err(at.damaged(Fault::Twice(format!("{} {}", reading.coder, reading.document))));
        }
    }
    Ok(())
}

/// Checks the types of relations, the relations and the rules in the same way.
fn check_joins(
    file: &v1::File,
    living: &KeySet<AnnotationId>,
    tags: &KeySet<TagId>,
    coders: &KeySet<CoderId>,
) -> Result<(), Flaw> {
    let top = Place::Top;
    let book = top.field("codebook");
    let (types, rules, relations) =
        (book.field("relation_types"), book.field("rules"), top.field("relations"));
    let type_ids = unique(&types, file.codebook.relation_types.iter().map(|kind| kind.id))?;
    unique(&rules, file.codebook.rules.iter().map(|rule| rule.id))?;
    unique(&book.field("versions"), file.codebook.versions.iter().map(|version| version.id))?;
    unique(&relations, file.relations.iter().map(|relation| relation.id))?;
    unique(&top.field("refusals"), file.refusals.iter().map(|refusal| refusal.id))?;
    unique(&top.field("instruments"), file.instruments.iter().map(|instrument| instrument.id))?;
    let named = |place: &Place<'_>, name: &str, key: Key| {
        let (known, kind, id): (_, _, &dyn Display) = match &key {
            Key::Tag(id) => (tags.contains(id), "tag", id),
            Key::Annotation(id) => (living.contains(id), "annotation", id),
            Key::RelationType(id) => (type_ids.contains(id), "type of relations", id),
            Key::Coder(id) => (coders.contains(id), "coder", id),
            _ => return Ok(()),
        };
        must_be(known, &place.field(name), kind, id)
    };
    for (index, kind) in file.codebook.relation_types.iter().enumerate() {
        let at = types.item(index);
        for (name, ends) in [("from", &kind.from), ("to", &kind.to)] {
            ends.iter().flatten().try_for_each(|tag| named(&at, name, Key::Tag(*tag)))?;
        }
    }
    for (index, rule) in file.codebook.rules.iter().enumerate() {
        let at = rules.item(index);
        named(&at, "tag", Key::Tag(rule.tag))?;
        rule.other.map_or(Ok(()), |other| named(&at, "other", Key::Tag(other)))?;
    }
    for (index, relation) in file.relations.iter().enumerate() {
        let at = relations.item(index);
        named(&at, "kind", Key::RelationType(relation.kind))?;
        named(&at, "from", Key::Annotation(relation.from))?;
        named(&at, "to", Key::Annotation(relation.to))?;
        named(&at, "coder", Key::Coder(relation.coder))?;
        if living.contains(&BuriedId::from(relation.id).into()) {
            return Err(at.field("id").damaged(Fault::Twice(relation.id.to_string())));
        }
    }
    Ok(())
}

fn unique<Id: Coded + Display>(list: &Place<'_>, ids: impl Iterator<Item = Id>) -> Result<KeySet<Id>, Flaw> {
    let mut seen = KeySet::new();
    for (index, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(list.item(index).field("id").damaged(Fault::Twice(id.to_string())));
        }
    }
    Ok(seen)
}

fn must_be(known: bool, at: &Place<'_>, kind: &'static str, id: &dyn Display) -> Result<(), Flaw> {
    if known { Ok(()) } else { Err(at.damaged(Fault::Dangling { kind, id: id.to_string() })) }
}

fn check_parents(tags: &[Tag], ids: &KeySet<TagId>, list: &Place<'_>) -> Result<(), Flaw> {
    let parents: Table<_, _> = tags.iter().map(|tag| (tag.id, tag.parent)).collect();
    for (index, tag) in tags.iter().enumerate() {
        let at = list.item(index);
        let at = at.field("parent");
        if let Some(parent) = tag.parent {
            must_be(ids.contains(&parent), &at, "tag", &parent)?;
        }
        let up = |id: &TagId| parents.get(id).copied().flatten();
        // A way up that is longer than there are tags goes round in a circle.
        if std::iter::successors(Some(tag.id), up).nth(tags.len()).is_some() {
            return Err(at.damaged(Fault::Circle));
        }
    }
    Ok(())
}

fn project(file: v1::File) -> Result<Project, Flaw> {
    let top = Place::Top;
    let list = top.field("documents");
    let mut texts = Table::new();
    let mut records = Vec::new();
    for (index, mut form) in file.documents.into_iter().enumerate() {
        let at = list.item(index);
        let content = form.text.0.take().ok_or_else(|| at.field("text").damaged(Fault::Missing))?;
        let text = Text::new(&content).ok_or_else(|| at.field("text").damaged(Fault::TextTooLong))?;
        if text.hash() != form.sha256 {
            let fault = Fault::WrongHash { stated: form.sha256.to_string(), real: text.hash().to_string() };
            return Err(at.field("text").damaged(fault));
        }
        if text.length().get() != form.length {
            let fault = Fault::WrongLength { stated: form.length, real: text.length().get() };
            return Err(at.field("length").damaged(fault));
        }
        texts.insert(form.id, text.clone());
        records.push(Record::Document(form.into_model(text)));
    }
    records.extend(file.codebook.tags.into_iter().map(Record::Tag));
    records.extend(file.coders.into_iter().map(Record::Coder));
    records.extend(file.codebook.relation_types.into_iter().map(Record::RelationType));
    records.extend(file.codebook.rules.into_iter().map(Record::Rule));
    records.extend(file.codebook.versions.into_iter().map(Record::Version));
    records.extend(file.relations.into_iter().map(|form| Record::Relation(form.into_model())));
    records.extend(file.refusals.into_iter().map(Record::Refusal));
    records.extend(file.instruments.into_iter().map(Record::Instrument));
    let list = top.field("annotations");
    for (index, form) in file.annotations.into_iter().enumerate() {
        let text = &texts[&form.document];
        records.push(Record::Annotation(form.into_model(text, &list.item(index))?.into()));
    }
    records.extend(file.deleted.into_iter().map(|form| Record::Tombstone(form.into_model())));
    records.extend(file.readings.into_iter().map(|form| Record::Reading(form.into_model())));

    let mut project = Project::empty(file.project);
    let patch = Patch { changes: records.into_iter().map(Change::insert).collect() };
    apply(&mut project, &patch, Strictness::Whole, Stamping::Given)
        .map_err(|_| Place::Top.damaged(Fault::Unfit))?;
    Ok(project)
}

impl AnnotationSet {
    /// What the project was called that the annotations come from.
    pub fn title(&self) -> &str {
        &self.file.project.title
    }

    /// Lays the annotations on the project's own texts, found by their hash,
    /// whatever id or title they have there.
    ///
    /// # Errors
    /// The titles of the texts that are not there, or the passage that reads
    /// otherwise.
    pub fn attach(self, project: &Project) -> Result<Incoming, ReadError> {
        let file = self.file;
        let wanted: KeySet<_> = (file.annotations.iter().map(|annotation| annotation.document))
            .chain(file.readings.iter().map(|reading| reading.document))
            .collect();
        let mut found = Table::new();
        let mut titles = Vec::new();
        for form in file.documents.iter().filter(|form| wanted.contains(&form.id)) {
            let same = |document: &&crate::model::Document| document.text.hash() == form.sha256;
            let own = project.document(form.id).filter(same);
            match own.or_else(|| project.documents().into_iter().find(same)) {
                Some(document) => {
                    found.insert(form.id, document);
                }
                None => titles.push(form.title.clone()),
            }
        }
        if !titles.is_empty() {
            return Err(ReadError::MissingTexts { titles });
        }
        let top = Place::Top;
        let list = top.field("annotations");
        let mut annotations = Vec::with_capacity(file.annotations.len());
        for (index, mut form) in file.annotations.into_iter().enumerate() {
            let document = found[&form.document];
            form.document = document.id;
            annotations.push(form.into_model(&document.text, &list.item(index))?);
        }
        let reading = |mut form: v1::Reading| {
            form.document = found[&form.document].id;
            form.into_model()
        };
        Ok(Incoming {
            edits: Vec::new(),
            tags: file.codebook.tags,
            relation_types: file.codebook.relation_types,
            rules: file.codebook.rules,
            instruments: file.instruments,
            coders: file.coders,
            annotations,
            relations: file.relations.into_iter().map(v1::Relation::into_model).collect(),
            tombstones: file.deleted.into_iter().map(v1::Tombstone::into_model).collect(),
            readings: file.readings.into_iter().map(reading).collect(),
        })
    }
}
