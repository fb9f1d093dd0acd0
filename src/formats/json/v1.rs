//! Version 1: every record with its fields, in the order of the file. Frozen:
//! a change of these lists is a version 2 and a step in `migrate`. What is added is
//! optional, and stands after the `;`: an older file lacks it, and an older program keeps it.

use super::form::{Maybe, form};
use crate::model::{
    AnnotationId, Attribute, BuriedId, Certainty, Choice, Coder, CoderId, DocumentId, Extra, Head, Order,
    OwnInstrument, Progress, Refusal, RelationId, RelationType, RelationTypeId, Rule, Tag, TagId, Time,
    Version,
};
use crate::table::TextMap;
use crate::text::Hash;

/// A whole file.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub format: String,
    pub version: u32,
    pub kind: String,
    pub unit: String,
    pub project: Head,
    pub coders: Vec<Coder>,
    pub codebook: Codebook,
    pub documents: Vec<Document>,
    pub annotations: Vec<Annotation>,
    pub deleted: Vec<Tombstone>,
    pub readings: Vec<Reading>,
    pub relations: Vec<Relation>,
    pub refusals: Vec<Refusal>,
    pub instruments: Vec<OwnInstrument>,
    pub extra: Extra,
}

form!(File {
    format,
    version,
    kind,
    unit,
    project,
    coders,
    codebook,
    documents,
    annotations,
    deleted,
    readings;
    relations,
    refusals,
    instruments
});
form!(Head { id, title; memo });
form!(Coder { id, label });

#[derive(Clone, Debug)]
pub(crate) struct Codebook {
    pub tags: Vec<Tag>,
    pub relation_types: Vec<RelationType>,
    pub rules: Vec<Rule>,
    pub versions: Vec<Version>,
    pub extra: Extra,
}

form!(Codebook { tags; relation_types, rules, versions });
form!(Tag {
    id,
    name,
    parent,
    order,
    colour,
    style,
    key,
    definition,
    use_when,
    not_when,
    examples,
    counter_examples,
    retired,
    revision;
    attributes
});
form!(Attribute { id, name, kind; choices, required, only_if });
form!(Choice { id, name });
form!(RelationType { id, name, order, definition; from, to });
form!(Rule { id, kind, tag; other });
form!(Version { id, name, note, at, tags; relation_types, rules });
form!(Refusal { id, words, reading; document, start, end });
form!(OwnInstrument { id, code, name; aliases, identifier, date, articles });

/// A document; the saved form and the file without texts leave `text` out.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub id: DocumentId,
    pub title: String,
    pub source: String,
    pub author: String,
    pub date: String,
    pub language: String,
    pub fields: TextMap,
    pub order: Order,
    pub sha256: Hash,
    pub length: u32,
    pub original: Original,
    pub text: Maybe<String>,
    pub memo: String,
    pub extra: Extra,
}

form!(Document {
    id, title, source, author, date, language, fields, order, sha256, length, original, text;
    memo
});

#[derive(Clone, Debug)]
pub(crate) struct Original {
    pub encoding: String,
    pub newline: String,
    pub bom: bool,
    pub sha256: Option<Hash>,
    pub extra: Extra,
}

form!(Original { encoding, newline, bom, sha256 });

#[derive(Clone, Debug)]
pub(crate) struct Annotation {
    pub id: AnnotationId,
    pub document: DocumentId,
    pub tag: TagId,
    pub tag_revision: u32,
    pub coder: CoderId,
    pub target: Target,
    pub values: Extra,
    pub certainty: Option<Certainty>,
    pub note: String,
    pub created: Time,
    pub modified: Time,
    pub rev: u32,
    pub lamport: u64,
    pub extra: Extra,
}

form!(Annotation {
    id,
    document,
    tag,
    tag_revision,
    coder,
    target,
    values,
    certainty,
    note,
    created,
    modified,
    rev,
    lamport
});

/// Either of the two is there.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub document: Maybe<bool>,
    pub ranges: Maybe<Vec<Range>>,
    pub extra: Extra,
}

form!(Target { document, ranges });

/// A range; the saved form leaves the words out, for the text is beside it.
#[derive(Clone, Debug)]
pub(crate) struct Range {
    pub start: u32,
    pub end: u32,
    pub quote: Maybe<String>,
    pub prefix: Maybe<String>,
    pub suffix: Maybe<String>,
    pub extra: Extra,
}

form!(Range { start, end, quote, prefix, suffix });

#[derive(Clone, Debug)]
pub(crate) struct Tombstone {
    pub id: BuriedId,
    pub modified: Time,
    pub rev: u32,
    pub lamport: u64,
    pub extra: Extra,
}

form!(Tombstone { id, modified, rev, lamport });

#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub coder: CoderId,
    pub document: DocumentId,
    pub progress: Progress,
    pub opened: Time,
    pub done: Option<Time>,
    pub extra: Extra,
}

form!(Reading { coder, document, progress, opened, done });

#[derive(Clone, Debug)]
pub(crate) struct Relation {
    pub id: RelationId,
    pub kind: RelationTypeId,
    pub from: AnnotationId,
    pub to: AnnotationId,
    pub coder: CoderId,
    pub created: Time,
    pub modified: Time,
    pub rev: u32,
    pub lamport: u64,
    pub extra: Extra,
}

form!(Relation { id, kind, from, to, coder, created, modified, rev, lamport });
