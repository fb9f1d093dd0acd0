//! The ledger as JSON-LD: W3C Web Annotations that identify legislation (schema.org). What is left open is a
//! `Choice` (Web Annotation Vocabulary, 4), of which nothing is chosen.

use super::json::text;
use super::{Entry, Ledger, Standing, coder_name, words};
use crate::formats::json::writer::Json;
use crate::model::{Annotation, AnnotationId, Joined, Meaning, Part, Project, law_attributes};
use crate::table::KeySet;

/// Writes it.
pub fn write(project: &Project, ledger: &Ledger) -> String {
    let mut json = Json::pretty();
    json.open('{');
    json.field("@context");
    json.open('[');
    json.item();
    json.string("http://www.w3.org/ns/anno.jsonld");
    json.item();
    json.open('{');
    text(&mut json, "schema", "https://schema.org/");
    json.close('}');
    json.close(']');
    let contradicts = |entry: &&Entry| entry.standing == Standing::Contradictory;
    let passages = ledger.entries.iter().filter(contradicts).flat_map(|entry| entry.passages(None));
    let contradictory: KeySet<AnnotationId> = passages.collect();
    json.field("@graph");
    json.open('[');
    for document in ledger.documents.iter().filter_map(|id| project.document(*id)) {
        json.item();
        json.open('{');
        text(&mut json, "id", &urn(&document.id.to_string()));
        text(&mut json, "type", "schema:CreativeWork");
        text(&mut json, "schema:name", &document.title);
        json.close('}');
        for annotation in project.annotations_on(document.id) {
            let Some(attributes) = law_attributes(project, annotation.tag) else { continue };
            json.item();
            let is_contradictory = contradictory.contains(&annotation.id);
            of_annotation(
                &mut json,
                project,
                ledger,
                annotation,
                &ledger.in_table(attributes.meaning(annotation)),
                is_contradictory,
            );
        }
    }
    json.close(']');
    json.close('}');
    json.into_text() + "\n"
}

fn of_annotation(
    json: &mut Json,
    project: &Project,
    ledger: &Ledger,
    annotation: &Annotation,
    meaning: &Meaning,
    is_contradictory: bool,
) {
    json.open('{');
    text(json, "id", &urn(&annotation.id.to_string()));
    text(json, "type", "Annotation");
    text(json, "motivation", "identifying");
    json.field("creator");
    json.open('{');
    text(json, "type", "Person");
    text(json, "nick", &coder_name(project, annotation.coder));
    json.close('}');
    let known: Vec<_> = meaning.parts.iter().filter(|part| part.is_known()).collect();
    if !known.is_empty() {
        json.field("body");
        let is_choice = meaning.joined == Joined::Either;
        if is_choice {
            json.open('{');
            text(json, "type", "Choice");
            json.field("items");
        }
        json.open('[');
        for part in known {
            json.item();
            body(json, ledger, part);
        }
        json.close(']');
        if is_choice {
            json.close('}');
        }
    }
    let open: Vec<_> = meaning.parts.iter().filter(|part| !part.is_known()).collect();
    if !open.is_empty() {
        let mut of: Vec<_> = open.iter().map(|part| part.provision.as_str()).collect();
        of.retain(|provision| !provision.is_empty());
        let of = if of.is_empty() { String::new() } else { format!(": {}", of.join("; ")) };
        text(json, "schema:description", &format!("{} of {} not named{of}", open.len(), meaning.parts.len()));
    }
    if is_contradictory {
        text(json, "schema:creativeWorkStatus", Standing::Contradictory.name());
    }
    json.field("target");
    json.open('{');
    text(json, "source", &urn(&annotation.document.to_string()));
    if let Some(hull) = annotation.target.hull() {
        json.field("selector");
        json.open('[');
        json.item();
        json.open('{');
        text(json, "type", "TextPositionSelector");
        for (name, at) in [("start", hull.start()), ("end", hull.end())] {
            json.field(name);
            json.bare(&at.get().to_string());
        }
        json.close('}');
        json.item();
        json.open('{');
        text(json, "type", "TextQuoteSelector");
        text(json, "exact", &words(project, annotation));
        json.close('}');
        json.close(']');
    }
    json.close('}');
    json.close('}');
}

/// An instrument or a provision of it. Its id is a name and no address: the official text has one of its own.
fn body(json: &mut Json, ledger: &Ledger, part: &Part) {
    let known = ledger.known(&part.id);
    json.open('{');
    text(json, "id", &format!("urn:glossator:{}", encoded(&part.full_id())));
    text(json, "type", "schema:Legislation");
    text(json, "schema:legislationIdentifier", &part.full_id());
    text(json, "schema:name", &known.title);
    if !known.date.is_empty() {
        text(json, "schema:legislationDate", &known.date);
    }
    if !known.source.is_empty() {
        text(json, "schema:url", &known.source);
    }
    json.close('}');
}

/// What may not stand in a URN, in percent signs (RFC 3986, 2.1).
fn encoded(id: &str) -> String {
    let mut out = String::new();
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b':' | b'/' => {
                out.push(byte as char)
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

fn urn(id: &str) -> String {
    format!("urn:uuid:{id}")
}
