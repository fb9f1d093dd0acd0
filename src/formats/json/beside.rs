//! Unknown fields of parts that have no `extra` of their own in the model. They
//! are kept in the `extra` of the record around them, under names that begin
//! with `@`; no field of the format does.

use super::form::{Form, from_source};
use super::v1::{Annotation, Document, File, Range};
use super::writer::{Json, source_of};
use crate::model::{CoderId, DocumentId, Extra};
use serde_json::Value;

const FILE: &str = "@file";
const CODEBOOK: &str = "@codebook";
const DELETED: &str = "@deleted";
const READINGS: &str = "@readings";
const ORIGINAL: &str = "@original";
const TARGET: &str = "@target";
const RANGES: &str = "@ranges";

/// Puts one part's unknown fields away; what stood under the name goes.
fn put(extra: &mut Extra, name: &str, part: &mut Extra) {
    extra.0.remove(name);
    if !part.0.is_empty() {
        extra.0.insert(name.to_owned(), source(&std::mem::take(part)));
    }
}

/// Takes one part's unknown fields out again.
fn take(extra: &mut Extra, name: &str) -> Extra {
    extra.0.remove(name).as_deref().map(fields).unwrap_or_default()
}

/// Unknown fields from their source; what is no object holds none.
fn fields(source: &str) -> Extra {
    match from_source(source) {
        Value::Object(map) => Extra(map.into_iter().map(|(name, value)| (name, source_of(&value))).collect()),
        _ => Extra::default(),
    }
}

fn source(extra: &Extra) -> String {
    let mut json = Json::compact();
    extra.write(&mut json);
    json.into_text()
}

/// Unknown fields of several parts, by what names each.
#[derive(Default)]
struct Several(Vec<(String, String)>);

impl Several {
    fn put(&mut self, name: String, part: &mut Extra) {
        if !part.0.is_empty() {
            self.0.push((name, source(&std::mem::take(part))));
        }
    }

    fn into_extra(self) -> Extra {
        Extra(self.0.into_iter().collect())
    }
}

/// The unknown fields of one of several parts.
fn one_of(several: &Extra, name: &str) -> Extra {
    several.0.get(name).map(fields).unwrap_or_default()
}

fn reading_name(coder: CoderId, document: DocumentId) -> String {
    format!("{coder} {document}")
}

fn range_name(range: &Range) -> String {
    format!("{}-{}", range.start, range.end)
}

/// After reading: from the parts into the records.
pub(super) fn stow(file: &mut File) {
    let (mut deleted, mut readings) = (Several::default(), Several::default());
    for tombstone in &mut file.deleted {
        deleted.put(tombstone.id.to_string(), &mut tombstone.extra);
    }
    for reading in &mut file.readings {
        readings.put(reading_name(reading.coder, reading.document), &mut reading.extra);
    }
    let head = &mut file.project.extra;
    put(head, FILE, &mut file.extra);
    put(head, CODEBOOK, &mut file.codebook.extra);
    put(head, DELETED, &mut deleted.into_extra());
    put(head, READINGS, &mut readings.into_extra());
    for Document { original, extra, .. } in &mut file.documents {
        put(extra, ORIGINAL, &mut original.extra);
    }
    for Annotation { target, extra, .. } in &mut file.annotations {
        let mut ranges = Several::default();
        for range in target.ranges.0.iter_mut().flatten() {
            ranges.put(range_name(range), &mut range.extra);
        }
        put(&mut target.extra, RANGES, &mut ranges.into_extra());
        put(extra, TARGET, &mut target.extra);
    }
}

/// Before writing: from the records back into the parts. What belongs to a part
/// that is gone (an earlier range of a resized annotation) is not written.
pub(super) fn unstow(file: &mut File) {
    let head = &mut file.project.extra;
    file.extra = take(head, FILE);
    file.codebook.extra = take(head, CODEBOOK);
    let (deleted, readings) = (take(head, DELETED), take(head, READINGS));
    for tombstone in &mut file.deleted {
        tombstone.extra = one_of(&deleted, &tombstone.id.to_string());
    }
    for reading in &mut file.readings {
        reading.extra = one_of(&readings, &reading_name(reading.coder, reading.document));
    }
    for Document { original, extra, .. } in &mut file.documents {
        original.extra = take(extra, ORIGINAL);
    }
    for Annotation { target, extra, .. } in &mut file.annotations {
        target.extra = take(extra, TARGET);
        let ranges = take(&mut target.extra, RANGES);
        for range in target.ranges.0.iter_mut().flatten() {
            range.extra = one_of(&ranges, &range_name(range));
        }
    }
}
