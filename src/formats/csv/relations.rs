//! The relations as a table of their own: one row for each, with the words of both ends.

use super::cells::{guard, join_path, quoted};
use crate::model::{AnnotationId, GAP, Project, path};

const COLUMNS: [&str; 14] = [
    "project",
    "relation id",
    "relation",
    "coder",
    "from annotation id",
    "from tag path",
    "from document",
    "from text",
    "to annotation id",
    "to tag path",
    "to document",
    "to text",
    "created",
    "modified",
];

/// Writes the table, in the order of the ids. No cell can run as a formula in a spreadsheet.
pub fn write_relations(project: &Project) -> String {
    let mut table = format!("\u{feff}{}\r\n", COLUMNS.join(","));
    for relation in project.relations().values() {
        let kind = project.relation_types().get(&relation.kind).expect("a relation's type is there");
        let coder = project.coder(relation.coder).expect("a relation's coder is there");
        let coder = if coder.label.is_empty() { coder.id.to_string() } else { guard(&coder.label) };
        let mut row = vec![guard(&project.head().title), relation.id.to_string(), guard(&kind.name), coder];
        row.extend(end(project, relation.from));
        row.extend(end(project, relation.to));
        row.extend([relation.created.to_string(), relation.stamp.modified.to_string()]);
        table += &row.into_iter().map(quoted).collect::<Vec<_>>().join(",");
        table += "\r\n";
    }
    table
}

/// An end: its id, its tag, where it lies, and its words.
fn end(project: &Project, id: AnnotationId) -> [String; 4] {
    let annotation = project.annotation(id).expect("an end of a relation is there");
    let document = project.document(annotation.document).expect("an annotation's document is there");
    let words: Vec<_> = annotation.target.spans().iter().map(|span| document.text.slice(*span)).collect();
    [
        id.to_string(),
        guard(&join_path(&path(project, annotation.tag))),
        guard(&document.title),
        guard(&words.join(GAP)),
    ]
}
