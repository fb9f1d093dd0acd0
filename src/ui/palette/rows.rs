//! What the palette offers: tags, a new one, and more words for an annotation.

use crate::app::{App, Palette};
use crate::model::{TagId, depth_first, in_vivo, near_duplicates, path};
use crate::ui::words::words;
use leptos::prelude::*;

/// A row that can be picked.
#[derive(Clone, PartialEq)]
pub(super) enum Row {
    /// A tag, with its name cut at what was typed: before, matched, after.
    Tag { id: TagId, name: [String; 3], under: String, colour: String, key: Option<char> },
    /// A tag that does not exist yet, and what is called nearly so.
    New(String, Vec<String>),
    /// The same, called by the words that it is given to.
    InVivo(String, Vec<String>),
    /// No tag: the words become a piece of the annotation that was chosen last.
    Piece(String),
}

/// The tags whose path holds what was typed, those whose name begins with it
/// first; and the typed word as a new tag, unless there is one of that name.
pub(super) fn rows(app: App, typed: &str) -> Vec<Row> {
    let wanted = typed.to_lowercase();
    let mut rows = app.with(|project| {
        let mut rows = Vec::new();
        let mut is_known = wanted.is_empty();
        for (_, tag) in depth_first(project).into_iter().filter(|(_, tag)| !tag.retired) {
            is_known |= tag.name.to_lowercase() == wanted;
            let path = path(project, tag.id);
            let under = path[..path.len() - 1].join(" › ");
            let found = find(&tag.name, &wanted);
            let rank = match found {
                Some(0) => 0,
                Some(_) => 1,
                None if under.to_lowercase().contains(&wanted) => 2,
                None => continue,
            };
            let (start, end) =
                found.map_or((0, 0), |start| (start, start + matched_length(&tag.name[start..], &wanted)));
            let name = [&tag.name[..start], &tag.name[start..end], &tag.name[end..]].map(str::to_owned);
            let colour = tag.colour.to_string();
            rows.push((rank, Row::Tag { id: tag.id, name, under, colour, key: tag.key }));
        }
        rows.sort_by_key(|(rank, _)| *rank);
        let mut rows: Vec<_> = rows.into_iter().map(|(_, row)| row).collect();
        if !is_known {
            rows.push(Row::New(typed.to_owned(), Vec::new()));
        }
        rows
    });
    if let Some(Row::New(name, known)) = rows.last_mut() {
        *known = near(app, name);
    }
    rows
}

/// The rows that come from the words that get the tag: a tag of their name, and a piece of the annotation
/// that was chosen last.
pub(super) fn from_words(app: App) -> Vec<Row> {
    let words_of = match app.view.palette.get() {
        Some(Palette::Retag(id)) => app.quote(id, LONGEST),
        Some(Palette::Pending) => {
            app.view.pending.get().map(|pending| app.words_of(pending.taken, LONGEST)).unwrap_or_default()
        }
        _ => return Vec::new(),
    };
    let name = in_vivo(&words_of);
    let mut rows = Vec::new();
    if !name.is_empty() {
        let near = near(app, &name);
        let is_there = near.iter().any(|other| other.to_lowercase() == name.to_lowercase());
        rows.extend((!is_there).then_some(Row::InVivo(name, near)));
    }
    if app.view.palette.get() == Some(Palette::Pending)
        && let Some(id) = app.extendable()
    {
        let tag = app.with(|project| project.tag(project.annotation(id)?.tag).map(|tag| tag.name.clone()));
        rows.push(Row::Piece((words().memos.add_piece)(&tag.unwrap_or_default(), &app.quote(id, 30))));
    }
    rows
}

/// So many characters are looked at to make a name of them.
const LONGEST: usize = 200;

/// What tags are called that have nearly this name.
fn near(app: App, name: &str) -> Vec<String> {
    app.with(|project| {
        let near = near_duplicates(project, name);
        near.into_iter().filter_map(|id| project.tag(id)).map(|tag| tag.name.clone()).collect()
    })
}

/// Where in a name the wanted letters begin, letter case aside.
fn find(name: &str, wanted: &str) -> Option<usize> {
    name.char_indices().map(|(at, _)| at).chain([0]).find(|at| name[*at..].to_lowercase().starts_with(wanted))
}

/// How many bytes of a name the wanted letters take up, once it begins with them.
fn matched_length(name: &str, wanted: &str) -> usize {
    let mut folded = 0;
    name.chars()
        .take_while(|c| {
            let goes_on = folded < wanted.len();
            folded += c.to_lowercase().map(char::len_utf8).sum::<usize>();
            goes_on
        })
        .map(char::len_utf8)
        .sum()
}
