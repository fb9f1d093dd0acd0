//! What is told of the large steps, each of which can be undone from there.

use super::words::words;
use crate::app::App;
use crate::model::{Act, Change, Record};

/// The sentence for a step whose outcome is not on screen; `None` for others.
pub fn told(app: App, act: Act, changes: &[Change]) -> Option<String> {
    let words = words().desk;
    let added = || changes.iter().filter(|change| change.before().is_none()).filter_map(Change::after);
    let removed = || changes.iter().filter(|change| change.after().is_none()).filter_map(Change::before);
    let lost = removed().filter(|record| matches!(record, Record::Annotation(_))).count();
    match act {
        Act::AddDocuments => {
            let titles: Vec<_> = added().filter_map(document_title).collect();
            Some((words.added_documents)(&titles))
        }
        Act::RemoveDocument => {
            let title = removed().find_map(document_title)?;
            Some((words.removed_document)(title, lost))
        }
        Act::AddTag => added().find_map(tag_name).map(words.added_tag),
        Act::DeleteTag => {
            let name = removed().find_map(tag_name)?;
            let moved = changes.iter().filter_map(|change| match (change.before(), change.after()) {
                (Some(Record::Tag(before)), Some(Record::Tag(after))) if before.parent != after.parent => {
                    Some(after.name.as_str())
                }
                _ => None,
            });
            Some((words.deleted_tag)(name, lost, &moved.collect::<Vec<_>>()))
        }
        Act::ReplaceProject => {
            Some((words.opened_project)(&app.with(|project| project.head().title.clone())))
        }
        Act::TakeIn => {
            let written =
                changes.iter().filter(|change| matches!(change.after(), Some(Record::Annotation(_)))).count();
            Some((words.took_in)(written, lost))
        }
        _ => None,
    }
}

fn document_title(record: &Record) -> Option<&str> {
    match record {
        Record::Document(document) => Some(&document.title),
        _ => None,
    }
}

fn tag_name(record: &Record) -> Option<&str> {
    match record {
        Record::Tag(tag) => Some(&tag.name),
        _ => None,
    }
}
