//! What differs between two versions of the codebook, part by part, with the words marked that do.

use super::asks::face;
use crate::model::{Attribute, Example, RelationType, Rule, Tag, TagId, Turn, Value, Version, compare};
use crate::text::{Half, word_changes};
use crate::ui::words::words;
use leptos::prelude::*;

/// A row of the table: what differs, as it was and as it is.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct Row {
    what: String,
    old: Option<String>,
    new: Option<String>,
}

/// Some rows under the name of what they are about.
pub(super) type Group = (String, Vec<Row>);

/// One side of a row, with what differs marked.
fn cell(row: &Row, half: Half) -> impl IntoView + use<> {
    let pieces = match (&row.old, &row.new) {
        (Some(old), Some(new)) => word_changes(old, new, half),
        (Some(only), None) if half == Half::Old => vec![(true, only.clone())],
        (None, Some(only)) if half == Half::New => vec![(true, only.clone())],
        _ => vec![(false, words().versions.nothing.to_owned())],
    };
    let piece = move |(differs, words): (bool, String)| match (differs, half) {
        (false, _) => words.into_any(),
        (true, Half::Old) => view! { <del>{words}</del> }.into_any(),
        (true, Half::New) => view! { <ins>{words}</ins> }.into_any(),
    };
    pieces.into_iter().map(piece).collect_view()
}

/// The rows as they stand in a table.
pub(super) fn lines(rows: &[Row]) -> impl IntoView + use<> {
    let line = |row: &Row| {
        view! {
            <tr>
                <th scope="row">{row.what.clone()}</th>
                <td dir="auto">{cell(row, Half::Old)}</td>
                <td dir="auto">{cell(row, Half::New)}</td>
            </tr>
        }
    };
    rows.iter().map(line).collect_view()
}

/// A group in a table.
pub(super) fn group((name, rows): Group) -> impl IntoView {
    view! {
        <tbody>
            <tr class="about-row"><th scope="rowgroup" colspan="3" dir="auto">{name}</th></tr>
            {lines(&rows)}
        </tbody>
    }
}

/// What differs between two versions.
pub(super) fn groups(old: &Version, new: &Version) -> Vec<Group> {
    let found = compare(old, new);
    let tags = found
        .tags
        .iter()
        .map(|turn| turned(turn, |tag: &Tag| tag.name.clone(), TAG_FIELDS, old, new, tag_field));
    let types = found.relation_types.iter();
    let types = types
        .map(|turn| turned(turn, |kind: &RelationType| kind.name.clone(), TYPE_FIELDS, old, new, type_field));
    let rules = found.rules.iter().map(|turn| {
        turned(turn, |_: &Rule| words().book.rule_title.to_owned(), RULE_FIELDS, old, new, rule_field)
    });
    tags.chain(types).chain(rules).collect()
}

const TAG_FIELDS: &[&str] =
    &["parent", "definition", "use_when", "not_when", "examples", "counter_examples", "attributes"];
const TYPE_FIELDS: &[&str] = &["definition", "from", "to"];
const RULE_FIELDS: &[&str] = &["kind"];

/// What became of one record. Of one that came or went all is shown that says what it is.
fn turned<R>(
    turn: &Turn<'_, R>,
    name: fn(&R) -> String,
    fields: &[&'static str],
    old: &Version,
    new: &Version,
    show: fn(&Version, &R, &str) -> Vec<Part>,
) -> Group {
    let told = words().versions;
    match turn {
        Turn::Added(record) => {
            let rows = fields.iter().flat_map(|field| rows(field, Vec::new(), show(new, record, field)));
            ((told.added)(&name(record)), rows.collect())
        }
        Turn::Removed(record) => {
            let rows = fields.iter().flat_map(|field| rows(field, show(old, record, field), Vec::new()));
            ((told.removed)(&name(record)), rows.collect())
        }
        Turn::Changed(before, after, fields) => {
            let rows = fields.iter().flat_map(|field| {
                let is = match *field {
                    // Its place is a key that says nothing to a reader.
                    "order" => vec![one(told.another_place.to_owned())],
                    _ => show(new, after, field),
                };
                rows(field, show(old, before, field), is)
            });
            ((told.changed)(&name(after)), rows.collect())
        }
    }
}

/// The rows that say how a tag was defined, and how it is defined now.
pub(super) fn redefined(old: &Tag, new: &Tag, now: &Version) -> Vec<Row> {
    let all =
        MEANING.iter().flat_map(|field| rows(field, tag_field(now, old, field), tag_field(now, new, field)));
    all.filter(|row| row.old != row.new).collect()
}

/// The fields with which a definition is another.
const MEANING: &[&str] = &["name", "definition", "use_when", "not_when", "attributes"];

/// A part of a field: by what it is known again in the other version, and its words.
type Part = (String, String);

/// A field that is one piece.
fn one(text: String) -> Part {
    (String::new(), text)
}

/// The rows of a field: one for each part of it that differs. Where nothing does but their order, one for all.
fn rows(field: &str, old: Vec<Part>, new: Vec<Part>) -> Vec<Row> {
    let told = words().versions;
    let Some((_, label)) = told.fields.iter().find(|(known, _)| *known == field) else { return Vec::new() };
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let row = |old: Option<&str>, new: Option<&str>| Row {
        what: (*label).to_owned(),
        old: old.and_then(filled),
        new: new.and_then(filled),
    };
    let find = |parts: &[Part], key: &str| {
        parts.iter().find(|(known, _)| known == key).map(|(_, text)| text.clone())
    };
    let mut found = Vec::new();
    for (key, text) in &old {
        let now = find(&new, key);
        if now.as_ref() != Some(text) {
            found.push(row(Some(text), now.as_deref()));
        }
    }
    for (_, text) in new.iter().filter(|(key, _)| find(&old, key).is_none()) {
        found.push(row(None, Some(text)));
    }
    found.retain(|row| row.old.is_some() || row.new.is_some());
    if found.is_empty() && old != new {
        let all =
            |parts: &[Part]| parts.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" · ");
        found.push(row(Some(&all(&old)), Some(&all(&new))));
    }
    found
}

fn tag_name(version: &Version, id: TagId) -> String {
    version.tags.iter().find(|tag| tag.id == id).map(|tag| tag.name.clone()).unwrap_or_default()
}

fn tag_names(version: &Version, ids: Option<&Vec<TagId>>) -> Vec<Part> {
    match ids {
        None => vec![one(words().book.any_tag.to_owned())],
        Some(ids) => ids.iter().map(|id| (id.to_string(), tag_name(version, *id))).collect(),
    }
}

fn tag_field(version: &Version, tag: &Tag, field: &str) -> Vec<Part> {
    let book = words().book;
    let quoted = |examples: &[Example]| {
        let part = |example: &Example| {
            let text = format!("“{}”", example.text.replace('\n', " "));
            (text.clone(), text)
        };
        examples.iter().map(part).collect::<Vec<_>>()
    };
    vec![one(match field {
        "name" => tag.name.clone(),
        "parent" => tag.parent.map_or(words().desk.top.to_owned(), |parent| tag_name(version, parent)),
        "colour" => tag.colour.to_string(),
        "style" => (book.styles)(tag.style).to_owned(),
        "key" => tag.key.map(String::from).unwrap_or_default(),
        "definition" => tag.definition.clone(),
        "use_when" => tag.use_when.clone(),
        "not_when" => tag.not_when.clone(),
        "retired" => (if tag.retired { book.yes } else { book.no }).to_owned(),
        "examples" => return quoted(&tag.examples),
        "counter_examples" => return quoted(&tag.counter_examples),
        "attributes" => {
            let all = &tag.attributes;
            return all.iter().map(|attribute| (attribute.id.to_string(), asked(attribute, all))).collect();
        }
        _ => String::new(),
    })]
}

/// An attribute in words, and when it is asked for.
fn asked(attribute: &Attribute, all: &[Attribute]) -> String {
    let condition = attribute.only_if.as_ref().map(|condition| {
        let other = all.iter().find(|other| other.id == condition.attribute);
        let choice = other.and_then(|other| {
            other.choices.iter().find(|choice| Value::One(choice.id).source() == condition.value)
        });
        let value = choice.map_or(condition.value.as_str(), |choice| choice.name.as_str());
        (words().book.asked_where)(other.map(|other| other.name.as_str()).unwrap_or_default(), value)
    });
    format!("{}{}", face(attribute), condition.unwrap_or_default())
}

fn type_field(version: &Version, kind: &RelationType, field: &str) -> Vec<Part> {
    vec![one(match field {
        "name" => kind.name.clone(),
        "definition" => kind.definition.clone(),
        "from" => return tag_names(version, kind.from.as_ref()),
        "to" => return tag_names(version, kind.to.as_ref()),
        _ => String::new(),
    })]
}

fn rule_field(version: &Version, rule: &Rule, field: &str) -> Vec<Part> {
    let other = rule.other.map(|id| tag_name(version, id)).unwrap_or_default();
    vec![one(match field {
        "kind" => (words().book.rule)(rule.kind, &tag_name(version, rule.tag), &other),
        "tag" => tag_name(version, rule.tag),
        "other" => other,
        _ => String::new(),
    })]
}
