//! What is told of each step: of the large ones in a box, from which they can be
//! undone, of the others to a screen reader alone.

use super::detail::{told_certainty, told_relation, told_value};
use super::report::sentences;
use super::words::words;
use crate::app::App;
use crate::model::{Act, Annotation, Change, Progress, Project, Record, asked, lies_under};
use leptos::prelude::*;

/// The sentence for a step whose outcome is not on screen; `None` for others.
pub fn told(app: App, act: Act, changes: &[Change]) -> Option<String> {
    let (words, book) = (words().desk, words().book);
    let added = || changes.iter().filter(|change| change.before().is_none()).filter_map(Change::after);
    let removed = || changes.iter().filter(|change| change.after().is_none()).filter_map(Change::before);
    let lost = lost(changes);
    match act {
        Act::AddDocuments => {
            let titles: Vec<_> = added().filter_map(document_title).collect();
            let mut told = (words.added_documents)(&titles);
            // Of several, each one's details say it.
            if let [_] = titles[..] {
                let document = added().find_map(|record| match record {
                    Record::Document(document) => Some(document),
                    _ => None,
                });
                for sentence in document.map(sentences).unwrap_or_default() {
                    told.push(' ');
                    told.push_str(&sentence);
                }
            }
            Some(told)
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
        Act::TakeIn if !touches_annotations(changes) => {
            let is_tag = |change: &&Change| matches!(change.after(), Some(Record::Tag(_)));
            let tags = || changes.iter().filter(is_tag);
            let changed = tags().filter(|change| change.before().is_some()).count();
            Some((book.took_in)(tags().count() - changed, changed))
        }
        Act::MoveTag if !hidden_by_move(app, changes).is_empty() => Some(told_quietly(app, act, changes)),
        Act::ReplaceCodebook => Some(book.replaced.to_owned()),
        Act::TakeIn => {
            let written =
                changes.iter().filter(|change| matches!(change.after(), Some(Record::Annotation(_)))).count();
            Some((words.took_in)(written, lost))
        }
        _ => None,
    }
}

/// The sentence for a step whose outcome can be seen.
pub fn told_quietly(app: App, act: Act, changes: &[Change]) -> String {
    let records = || changes.iter().filter_map(|change| change.after().or(change.before()));
    let of = |find: fn(&Record) -> Option<&str>| records().find_map(find).unwrap_or_default();
    let annotation = records().find_map(|record| match record {
        Record::Annotation(annotation) => Some(annotation),
        _ => None,
    });
    let quote = || annotation.map(|annotation| app.quote_of(annotation, 60)).unwrap_or_default();
    let tag = || {
        let name = |tag| app.with(|project| project.tag(tag).map(|tag| tag.name.clone()));
        let gone = || words().list.gone_tag.to_owned();
        annotation.and_then(|annotation| name(annotation.tag)).unwrap_or_else(gone)
    };
    let desk = words().desk;
    match act {
        Act::Annotate => (words().tagged)(&quote(), &tag()),
        Act::Retag => (words().retagged)(&quote(), &tag()),
        Act::Resize => (words().resized)(&quote()),
        Act::Note => words().noted.to_owned(),
        Act::Certainty => told_certainty(changes),
        Act::Value => told_value(app, changes).unwrap_or_else(|| (words().list.step)(act, "")),
        Act::DeleteAnnotations if lost(changes) > 1 => (words().deleted_many)(lost(changes)),
        Act::DeleteAnnotations => (words().deleted)(&tag()),
        Act::EditTag => (desk.edited_tag)(of(tag_name)),
        Act::MoveTag => {
            let parent = records().find_map(|record| match record {
                Record::Tag(tag) => tag.parent,
                _ => None,
            });
            let above = |project: &Project| project.tag(parent?).map(|tag| (desk.child_of)(&tag.name));
            let place = app.with(above).unwrap_or(desk.at_top.to_owned());
            (desk.moved_tag)(of(tag_name), &place) + &hidden_by_move(app, changes)
        }
        Act::EditDocument => (desk.edited_document)(of(document_title)),
        Act::RenameProject => (desk.renamed_project)(&app.with(|project| project.head().title.clone())),
        Act::LabelCoder => (desk.labelled)(of(coder_label)),
        Act::MarkReading => {
            let is_done = records().any(|record| match record {
                Record::Reading(reading) => reading.progress == Progress::Done,
                _ => false,
            });
            if is_done { desk.marked_done.to_owned() } else { desk.marked_open.to_owned() }
        }
        Act::Relate | Act::Unrelate => {
            told_relation(app, act, changes).unwrap_or_else(|| (words().list.step)(act, ""))
        }
        Act::MergeTags | Act::SplitTag | Act::Reaffirm | Act::Retype => (words().list.step)(act, ""),
        Act::EditRelationTypes | Act::EditRules | Act::EditVersions | Act::ReplaceCodebook | Act::Memo => {
            (words().list.step)(act, "")
        }
        Act::Refuse | Act::OfferAgain | Act::EditInstruments => (words().list.step)(act, ""),
        // These are told in the box, and a project begins in silence.
        Act::Start | Act::AddTag | Act::DeleteTag | Act::AddDocuments | Act::RemoveDocument => String::new(),
        Act::ReplaceProject | Act::TakeIn => String::new(),
    }
}

/// What is said of the values that a moved tag does not ask for any more: they are kept.
fn hidden_by_move(app: App, changes: &[Change]) -> String {
    let moved = changes.iter().find_map(|change| match (change.before(), change.after()) {
        (Some(Record::Tag(before)), Some(Record::Tag(after))) if before.parent != after.parent => {
            Some((before.parent, after.id))
        }
        _ => None,
    });
    let Some((Some(above), tag)) = moved else { return String::new() };
    let number = app.with(|project| {
        let kept = asked(project, tag);
        let mut gone = asked(project, above);
        gone.retain(|attribute| !kept.iter().any(|own| own.id == attribute.id));
        let names: Vec<_> = gone.iter().map(|attribute| attribute.id.to_string()).collect();
        let has = |annotation: &&Annotation| {
            names.iter().any(|name| annotation.values.get(name).is_some())
                && lies_under(project, annotation.tag, tag)
        };
        project.annotations().values().filter(has).count()
    });
    if number == 0 { String::new() } else { (words().desk.hidden_values)(number) }
}

/// What a step did, in the words of the history: one line each.
pub fn step_name(app: App, act: Act, changes: &[Change]) -> String {
    let records = || changes.iter().filter_map(|change| change.after().or(change.before()));
    let names: Vec<_> = match act {
        Act::AddDocuments | Act::RemoveDocument => records().filter_map(document_title).collect(),
        Act::AddTag => records().filter_map(tag_name).collect(),
        Act::DeleteTag => {
            let gone = changes.iter().filter(|change| change.after().is_none());
            gone.filter_map(Change::before).filter_map(tag_name).collect()
        }
        _ => Vec::new(),
    };
    match told_quietly(app, act, changes) {
        told if told.is_empty() => (words().list.step)(act, &names.join("”, “")),
        told => told,
    }
}

fn touches_annotations(changes: &[Change]) -> bool {
    let is_one = |record: Option<&Record>| matches!(record, Some(Record::Annotation(_)));
    changes.iter().any(|change| is_one(change.before()) || is_one(change.after()))
}

/// How many annotations went.
fn lost(changes: &[Change]) -> usize {
    let gone =
        |change: &&Change| change.after().is_none() && matches!(change.before(), Some(Record::Annotation(_)));
    changes.iter().filter(gone).count()
}

fn coder_label(record: &Record) -> Option<&str> {
    match record {
        Record::Coder(coder) => Some(&coder.label),
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

/// Tells which annotation is chosen: for those who do not see it.
pub fn tell_chosen(app: App) {
    let Some(id) = app.view.chosen.get_untracked() else {
        return app.view.said.set(words().commands.nothing_here.to_owned());
    };
    let quote = app.quote(id, 60);
    let said = app.with(|project| {
        let annotation = project.annotation(id)?;
        let tag = project.tag(annotation.tag)?;
        let coder = project.coder(annotation.coder).map(|coder| coder.label.as_str()).unwrap_or_default();
        let coder = if coder.is_empty() { words().unnamed_coder } else { coder };
        Some((annotation.document, (words().annotation_label)(&tag.name, &quote, coder, &annotation.note)))
    });
    let Some((document, face)) = said else { return };
    let listed = untrack(|| app.listed(document));
    let at = listed.iter().position(|other| *other == id).map_or(0, |at| at + 1);
    let stack = untrack(|| super::reader::place_in_stack(app)).unwrap_or_default();
    app.view.said.set((words().commands.chosen)(&face, &stack, at, listed.len()));
}
