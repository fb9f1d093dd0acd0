//! The annotations as a table: RFC 4180, UTF-8 with a byte order mark, one row
//! for each annotation. See docs/format.md.

pub(in crate::formats) mod cells;
mod read;
pub(in crate::formats) mod table;

pub use read::read;

use super::json::in_order;
use crate::model::{Annotation, Project, path};
use cells::{guard, join_path, quoted};

const COLUMNS: [&str; 14] = [
    "project",
    "document",
    "document id",
    "annotation id",
    "coder",
    "tag",
    "tag path",
    "start",
    "end",
    "unit",
    "text",
    "note",
    "created",
    "modified",
];
const UNIT: &str = "code point";
/// Between the starts, and between the ends, of several ranges.
const AND: &str = ";";
/// Between the words of several ranges.
const GAP: &str = " … ";

/// Writes the table. No cell can run as a formula in a spreadsheet.
pub fn write(project: &Project) -> String {
    let mut table = format!("\u{feff}{}\r\n", COLUMNS.join(","));
    for annotation in in_order(project) {
        table += &row(project, annotation).map(quoted).join(",");
        table += "\r\n";
    }
    table
}

fn row(project: &Project, annotation: &Annotation) -> [String; 14] {
    let document = project.document(annotation.document).expect("an annotation's document is there");
    let coder = project.coder(annotation.coder).expect("an annotation's coder is there");
    let tag = project.tag(annotation.tag).expect("an annotation's tag is there");
    let spans = annotation.target.spans();
    let numbers = |number: fn(&crate::text::Span) -> u32| {
        spans.iter().map(|span| number(span).to_string()).collect::<Vec<_>>().join(AND)
    };
    let words: Vec<_> = spans.iter().map(|span| document.text.slice(*span)).collect();
    let coder = if coder.label.is_empty() { coder.id.to_string() } else { guard(&coder.label) };
    [
        guard(&project.head().title),
        guard(&document.title),
        document.id.to_string(),
        annotation.id.to_string(),
        coder,
        guard(&tag.name),
        guard(&join_path(&path(project, annotation.tag))),
        numbers(|span| span.start().get()),
        numbers(|span| span.end().get()),
        UNIT.to_owned(),
        guard(&words.join(GAP)),
        guard(&annotation.note),
        annotation.created.to_string(),
        annotation.stamp.modified.to_string(),
    ]
}
