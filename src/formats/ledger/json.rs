//! The ledger as JSON: documents, what is known of the instruments, and each entry with its passages.

use super::{Ledger, coder_name, words};
use crate::formats::json::writer::Json;
use crate::model::{AnnotationId, Joined, Part, Project};

/// Writes it.
pub fn write(project: &Project, ledger: &Ledger) -> String {
    let mut json = Json::pretty();
    json.open('{');
    text(&mut json, "format", "glossator ledger");
    number(&mut json, "version", 1);
    text(&mut json, "unit", "code point");
    text(&mut json, "project", &project.head().title);
    json.field("documents");
    json.open('[');
    for document in ledger.documents.iter().filter_map(|id| project.document(*id)) {
        json.item();
        json.open('{');
        text(&mut json, "id", &document.id.to_string());
        text(&mut json, "title", &document.title);
        text(&mut json, "sha256", &document.text.hash().to_string());
        json.close('}');
    }
    json.close(']');
    json.field("entries");
    json.open('[');
    for entry in &ledger.entries {
        json.item();
        json.open('{');
        text(&mut json, "standing", entry.standing.name());
        text(&mut json, "joined", if entry.meaning.joined == Joined::Either { "one of" } else { "all" });
        json.field("means");
        json.open('[');
        for one in &entry.meaning.parts {
            json.item();
            part(&mut json, ledger, one);
        }
        json.close(']');
        if entry.unnamed() > 0 {
            number(&mut json, "not named", entry.unnamed() as u32);
        }
        if !entry.odd.is_empty() {
            json.field("why");
            json.open('[');
            for odd in &entry.odd {
                json.item();
                json.string(odd.name());
            }
            json.close(']');
        }
        number(&mut json, "count", entry.count(None) as u32);
        json.field("passages");
        json.open('[');
        for id in entry.passages(None) {
            json.item();
            passage(&mut json, project, id);
        }
        json.close(']');
        json.close('}');
    }
    json.close(']');
    json.close('}');
    json.into_text() + "\n"
}

fn part(json: &mut Json, ledger: &Ledger, part: &Part) {
    json.open('{');
    json.field("id");
    match part.is_known() {
        true => json.string(&part.full_id()),
        false => json.bare("null"),
    }
    if part.is_known() {
        let known = ledger.known(&part.id);
        text(json, "instrument", &part.id);
        text(json, "title", &known.title);
        for (name, value) in [("date", &known.date), ("source", &known.source)] {
            if !value.is_empty() {
                text(json, name, value);
            }
        }
    }
    if !part.provision.is_empty() {
        text(json, "provision", &part.provision);
    }
    if let Some(articles) = ledger.lacks(part) {
        number(json, "articles", articles);
    }
    json.close('}');
}

fn passage(json: &mut Json, project: &Project, id: AnnotationId) {
    json.open('{');
    text(json, "annotation", &id.to_string());
    if let Some(annotation) = project.annotation(id) {
        text(json, "document", &annotation.document.to_string());
        text(json, "coder", &coder_name(project, annotation.coder));
        if let Some(hull) = annotation.target.hull() {
            number(json, "start", hull.start().get());
            number(json, "end", hull.end().get());
        }
        text(json, "quote", &words(project, annotation));
    }
    json.close('}');
}

pub(super) fn text(json: &mut Json, name: &str, value: &str) {
    json.field(name);
    json.string(value);
}

fn number(json: &mut Json, name: &str, value: u32) {
    json.field(name);
    json.bare(&value.to_string());
}
