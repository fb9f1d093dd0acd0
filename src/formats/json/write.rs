//! From a project to the file. The same project gives the same bytes.

use super::form::{Form, Maybe};
use super::writer::Json;
use super::{ANNOTATIONS, FORMAT, PROJECT, UNIT, VERSION, beside, v1};
use crate::model::{Annotation, Extra, Project, depth_first, relation_types};
use crate::table::Table;
use crate::text::quote;

/// The whole project.
pub fn write_project(project: &Project) -> String {
    let mut file = file(project, PROJECT);
    for form in &mut file.documents {
        let document = project.document(form.id).expect("the form was made of this document");
        form.text = Maybe(Some(document.text.as_str().to_owned()));
    }
    print(file)
}

/// Everything but the texts, which are named by their hash.
pub fn write_annotations(project: &Project) -> String {
    print(file(project, ANNOTATIONS))
}

fn print(mut file: v1::File) -> String {
    beside::unstow(&mut file);
    let mut json = Json::pretty();
    file.write(&mut json);
    json.into_text() + "\n"
}

/// The file but for the texts: coders by id, tags depth-first, documents in
/// their order, annotations as they lie in the documents, the rest by id.
fn file(project: &Project, kind: &str) -> v1::File {
    let is_gone = |tombstone: &&v1::Tombstone| {
        let id = tombstone.id;
        project.annotation(id.into()).is_none() && !project.relations().contains_key(&id.into())
    };
    let deleted: Vec<_> = project.tombstones().values().map(v1::Tombstone::of).collect();
    v1::File {
        format: FORMAT.to_owned(),
        version: VERSION,
        kind: kind.to_owned(),
        unit: UNIT.to_owned(),
        project: project.head().clone(),
        coders: project.coders().values().cloned().collect(),
        codebook: v1::Codebook {
            tags: depth_first(project).into_iter().map(|(_, tag)| tag.clone()).collect(),
            relation_types: relation_types(project).into_iter().cloned().collect(),
            rules: project.rules().values().cloned().collect(),
            versions: project.versions().values().cloned().collect(),
            extra: Extra::default(),
        },
        documents: project.documents().into_iter().map(v1::Document::of).collect(),
        annotations: in_order(project).into_iter().map(|annotation| quoted(project, annotation)).collect(),
        // Two tabs at once can leave a tombstone beside the annotation; the annotation wins.
        deleted: deleted.into_iter().filter(|tombstone| is_gone(&tombstone)).collect(),
        readings: project.readings().values().map(v1::Reading::of).collect(),
        relations: project.relations().values().map(v1::Relation::of).collect(),
        refusals: project.refusals().values().cloned().collect(),
        instruments: project.instruments().values().cloned().collect(),
        extra: Extra::default(),
    }
}

/// The annotations by document, then start, end and id; those of a whole
/// document come first.
pub(crate) fn in_order(project: &Project) -> Vec<&Annotation> {
    let places: Table<_, _> =
        project.documents().into_iter().enumerate().map(|(place, document)| (document.id, place)).collect();
    let mut annotations: Vec<_> = project.annotations().values().collect();
    annotations.sort_by_cached_key(|annotation| {
        let hull = annotation.target.hull().map(|hull| (hull.start(), hull.end()));
        (places.get(&annotation.document), hull, annotation.id)
    });
    annotations
}

/// The form of an annotation with the words of its passage.
fn quoted(project: &Project, annotation: &Annotation) -> v1::Annotation {
    let mut form = v1::Annotation::of(annotation);
    let document = project.document(annotation.document).expect("an annotation's document is there");
    let ranges = form.target.ranges.0.iter_mut().flatten();
    for (range, span) in ranges.zip(annotation.target.spans()) {
        let words = quote(&document.text, *span);
        range.quote = Maybe(Some(words.exact.to_owned()));
        range.prefix = Maybe(Some(words.prefix.to_owned()));
        range.suffix = Maybe(Some(words.suffix.to_owned()));
    }
    form
}
