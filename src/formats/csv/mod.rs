//! The annotations as a table: RFC 4180, UTF-8 with a byte order mark, one row
//! for each annotation. See docs/format.md.

pub(in crate::formats) mod cells;
mod read;
mod relations;
pub(in crate::formats) mod table;
mod values;

pub use read::read;
pub use relations::write_relations;

use super::json::in_order;
use crate::model::{Annotation, GAP, Project, path};
use cells::{guard, join_path, quoted};

const COLUMNS: [&str; 15] = [
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
    "certainty",
    "created",
    "modified",
];
const UNIT: &str = "code point";
/// Between the starts, and between the ends, of several ranges.
const AND: &str = ";";

/// Writes the table. No cell can run as a formula in a spreadsheet.
pub fn write(project: &Project) -> String {
    let values = values::columns(project);
    let heads = values.iter().map(|column| quoted(column.head.clone()));
    let head: Vec<_> = COLUMNS.map(str::to_owned).into_iter().chain(heads).collect();
    let mut table = format!("\u{feff}{}\r\n", head.join(","));
    for annotation in in_order(project) {
        let asked = values::Asked::of(project, annotation);
        let cells = values.iter().map(|column| column.cell(annotation, &asked));
        let cells = row(project, annotation).into_iter().chain(cells);
        table += &cells.map(quoted).collect::<Vec<_>>().join(",");
        table += "\r\n";
    }
    table
}

fn row(project: &Project, annotation: &Annotation) -> [String; COLUMNS.len()] {
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
        values::certainty_words(annotation.certainty).to_owned(),
        annotation.created.to_string(),
        annotation.stamp.modified.to_string(),
    ]
}
