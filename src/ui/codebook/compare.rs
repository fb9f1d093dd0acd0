//! Two versions of the codebook beside each other.

use super::asks::face;
use super::parts::{Choice, Select};
use super::versions::versions;
use crate::app::Leaf;
use crate::model::{RelationType, Rule, Tag, TagId, Turn, Version, VersionId, compare};
use crate::text::{Half, word_changes};
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// A row of the table: what differs, as it was and as it is.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    what: String,
    old: Option<String>,
    new: Option<String>,
}

/// Some rows under the name of what they are about.
type Group = (String, Vec<Row>);

/// Two versions.
#[component]
pub fn Compare() -> impl IntoView {
    let app = app();
    let told = words().versions;
    let all = Memo::new(move |_| versions(app));
    let chosen = Memo::new(move |_| match app.view.leaf.get() {
        Leaf::Compare(old, new) => (old, new),
        _ => (None, None),
    });
    let version = move |id: Option<VersionId>| {
        let found = id.and_then(|id| all.with(|all| all.iter().find(|version| version.id == id).cloned()));
        found.unwrap_or_else(|| app.version_now())
    };
    let groups = Memo::new(move |_| {
        let (old, new) = chosen.get();
        all.track();
        groups(&version(old), &version(new))
    });
    let choices = Memo::new(move |_| {
        let mut choices: Vec<Choice> = vec![(String::new(), told.now.to_owned())];
        choices.extend(all.get().into_iter().map(|version| (version.id.to_string(), version.name)));
        choices
    });
    let text = |id: Option<VersionId>| id.map(|id| id.to_string()).unwrap_or_default();
    let older = Callback::new(move |value: String| {
        app.view.leaf.set(Leaf::Compare(VersionId::parse(&value), chosen.get_untracked().1));
        true
    });
    let newer = Callback::new(move |value: String| {
        app.view.leaf.set(Leaf::Compare(chosen.get_untracked().0, VersionId::parse(&value)));
        true
    });
    let cell = |row: &Row, half: Half| {
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
    };
    let group = move |(name, rows): Group| {
        let rows = rows.iter().map(|row| {
            view! {
                <tr>
                    <th scope="row">{row.what.clone()}</th>
                    <td dir="auto">{cell(row, Half::Old)}</td>
                    <td dir="auto">{cell(row, Half::New)}</td>
                </tr>
            }
        });
        view! {
            <tbody>
                <tr class="about-row"><th scope="rowgroup" colspan="3" dir="auto">{name}</th></tr>
                {rows.collect_view()}
            </tbody>
        }
    };
    view! {
        <article class="sheet comparison" aria-labelledby="sheet-name">
            <h2 id="sheet-name" class="sheet-title" tabindex="-1">{told.comparison}</h2>
            <div class="pair">
                <Select label=told.older_version choices current=Signal::derive(move || text(chosen.get().0)) choose=older/>
                <Select label=told.newer_version choices current=Signal::derive(move || text(chosen.get().1)) choose=newer/>
            </div>
            <Show when=move || groups.with(Vec::is_empty)><p class="about" role="status">{told.same}</p></Show>
            <Show when=move || groups.with(|groups| !groups.is_empty())>
                <table>
                    <thead><tr><th scope="col">{told.field}</th><th scope="col">{told.older_version}</th><th scope="col">{told.newer_version}</th></tr></thead>
                    <For each=move || groups.get() key=|group| group.clone() children=group/>
                </table>
            </Show>
        </article>
    }
}

fn groups(old: &Version, new: &Version) -> Vec<Group> {
    let found = compare(old, new);
    let tags = found
        .tags
        .iter()
        .map(|turn| group(turn, |tag: &Tag| tag.name.clone(), TAG_FIELDS, old, new, tag_field));
    let types = found.relation_types.iter();
    let types = types
        .map(|turn| group(turn, |kind: &RelationType| kind.name.clone(), TYPE_FIELDS, old, new, type_field));
    let rules = found.rules.iter().map(|turn| {
        group(turn, |_: &Rule| words().book.rule_title.to_owned(), RULE_FIELDS, old, new, rule_field)
    });
    tags.chain(types).chain(rules).collect()
}

const TAG_FIELDS: &[&str] =
    &["parent", "definition", "use_when", "not_when", "examples", "counter_examples", "attributes"];
const TYPE_FIELDS: &[&str] = &["definition", "from", "to"];
const RULE_FIELDS: &[&str] = &["kind"];

/// What became of one record. Of one that came or went all is shown that says what it is.
fn group<R>(
    turn: &Turn<'_, R>,
    name: fn(&R) -> String,
    fields: &[&'static str],
    old: &Version,
    new: &Version,
    show: fn(&Version, &R, &str) -> String,
) -> Group {
    let told = words().versions;
    let label = |field: &str| {
        let found = told.fields.iter().find(|(known, _)| *known == field);
        found.map(|(_, label)| (*label).to_owned())
    };
    let filled = |text: String| (!text.is_empty()).then_some(text);
    match turn {
        Turn::Added(record) => {
            let row = |field: &&str| {
                Some(Row { what: label(field)?, old: None, new: Some(filled(show(new, record, field))?) })
            };
            ((told.added)(&name(record)), fields.iter().filter_map(row).collect())
        }
        Turn::Removed(record) => {
            let row = |field: &&str| {
                Some(Row { what: label(field)?, old: Some(filled(show(old, record, field))?), new: None })
            };
            ((told.removed)(&name(record)), fields.iter().filter_map(row).collect())
        }
        Turn::Changed(before, after, fields) => {
            let row = |field: &&str| {
                let (was, is) = (filled(show(old, before, field)), filled(show(new, after, field)));
                // Its place is a key that says nothing to a reader.
                let is = if *field == "order" { Some(told.another_place.to_owned()) } else { is };
                Some(Row { what: label(field)?, old: was, new: is })
            };
            ((told.changed)(&name(after)), fields.iter().filter_map(row).collect())
        }
    }
}

fn tag_name(version: &Version, id: TagId) -> String {
    version.tags.iter().find(|tag| tag.id == id).map(|tag| tag.name.clone()).unwrap_or_default()
}

fn tag_names(version: &Version, ids: Option<&Vec<TagId>>) -> String {
    match ids {
        None => words().book.any_tag.to_owned(),
        Some(ids) => ids.iter().map(|id| tag_name(version, *id)).collect::<Vec<_>>().join(", "),
    }
}

fn tag_field(version: &Version, tag: &Tag, field: &str) -> String {
    let book = words().book;
    let quoted = |examples: &[crate::model::Example]| {
        examples
            .iter()
            .map(|example| format!("“{}”", example.text.replace('\n', " ")))
            .collect::<Vec<_>>()
            .join(" ")
    };
    match field {
        "name" => tag.name.clone(),
        "parent" => tag.parent.map_or(words().desk.top.to_owned(), |parent| tag_name(version, parent)),
        "colour" => tag.colour.to_string(),
        "style" => (book.styles)(tag.style).to_owned(),
        "key" => tag.key.map(String::from).unwrap_or_default(),
        "definition" => tag.definition.clone(),
        "use_when" => tag.use_when.clone(),
        "not_when" => tag.not_when.clone(),
        "examples" => quoted(&tag.examples),
        "counter_examples" => quoted(&tag.counter_examples),
        "retired" => (if tag.retired { book.yes } else { book.no }).to_owned(),
        "attributes" => tag.attributes.iter().map(face).collect::<Vec<_>>().join("; "),
        _ => String::new(),
    }
}

fn type_field(version: &Version, kind: &RelationType, field: &str) -> String {
    match field {
        "name" => kind.name.clone(),
        "definition" => kind.definition.clone(),
        "from" => tag_names(version, kind.from.as_ref()),
        "to" => tag_names(version, kind.to.as_ref()),
        _ => String::new(),
    }
}

fn rule_field(version: &Version, rule: &Rule, field: &str) -> String {
    let other = rule.other.map(|id| tag_name(version, id)).unwrap_or_default();
    match field {
        "kind" => (words().book.rule)(rule.kind, &tag_name(version, rule.tag), &other),
        "tag" => tag_name(version, rule.tag),
        "other" => other,
        _ => String::new(),
    }
}
