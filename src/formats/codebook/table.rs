//! The codebook as a table (CSV): a row for each tag, attribute, choice, type of relations and rule.
//! See docs/format.md.

use super::edits::{namesake, note};
use super::lines::{join, split};
use crate::formats::csv::cells::{guard, join_path, quoted, split_path, unguard};
use crate::formats::csv::table::{rows, take_each};
use crate::formats::json::form::{Form, Place};
use crate::formats::json::writer::Json;
use crate::formats::{LARGEST, ReadError};
use crate::model::*;
use ::csv::StringRecord;
use serde_json::Value as JsonValue;

const COLUMNS: [&str; 19] = [
    "row",
    "name",
    "path",
    "definition",
    "use when",
    "do not use when",
    "examples",
    "counter-examples",
    "colour",
    "line",
    "key",
    "retired",
    "revision",
    "kind",
    "required",
    "only if",
    "from",
    "to",
    "id",
];

/// Between the ids of several tags.
const AND: &str = ";";

type Cells = [String; COLUMNS.len()];

/// How the table begins: its first columns.
pub fn head() -> String {
    COLUMNS[..4].join(",")
}

/// Writes the table. No cell can run as a formula in a spreadsheet.
pub fn write(project: &Project) -> String {
    let mut table = format!("\u{feff}{}\r\n", COLUMNS.join(","));
    let mut put = |cells: Cells| {
        table += &cells.map(quoted).join(",");
        table += "\r\n";
    };
    for (_, tag) in depth_first(project) {
        put(tag_row(project, tag));
        for attribute in &tag.attributes {
            put(attribute_row(tag, attribute));
            attribute.choices.iter().for_each(|choice| put(choice_row(attribute, choice)));
        }
    }
    relation_types(project).into_iter().for_each(|kind| put(type_row(kind)));
    project.rules().values().for_each(|rule| put(rule_row(rule)));
    table
}

/// Cells by the names of their columns; the others are empty.
fn cells(filled: &[(&str, String)]) -> Cells {
    COLUMNS.map(|column| {
        let cell = filled.iter().find(|(name, _)| *name == column);
        cell.map(|(_, cell)| cell.clone()).unwrap_or_default()
    })
}

/// A value in the words of the file.
fn word<F: Form>(value: &F) -> String {
    let mut json = Json::compact();
    value.write(&mut json);
    json.into_text().trim_matches('"').to_owned()
}

/// Reads what [`word`] wrote.
fn value<F: Form>(word: &str) -> Option<F> {
    F::read(JsonValue::String(word.to_owned()), &Place::Top).ok()
}

fn yes(is_so: bool) -> String {
    (if is_so { "yes" } else { "" }).to_owned()
}

fn tag_row(project: &Project, tag: &Tag) -> Cells {
    cells(&[
        ("row", "tag".to_owned()),
        ("name", guard(&tag.name)),
        ("path", guard(&join_path(&path(project, tag.id)))),
        ("definition", guard(&tag.definition)),
        ("use when", guard(&tag.use_when)),
        ("do not use when", guard(&tag.not_when)),
        ("examples", guard(&join(&tag.examples))),
        ("counter-examples", guard(&join(&tag.counter_examples))),
        ("colour", tag.colour.to_string()),
        ("line", word(&tag.style)),
        ("key", tag.key.map(String::from).unwrap_or_default()),
        ("retired", yes(tag.retired)),
        ("revision", tag.revision.to_string()),
        ("from", tag.parent.map(|parent| parent.to_string()).unwrap_or_default()),
        ("id", tag.id.to_string()),
    ])
}

fn attribute_row(tag: &Tag, attribute: &Attribute) -> Cells {
    let only_if = |condition: &Condition| format!("{}={}", condition.attribute, condition.value);
    cells(&[
        ("row", "attribute".to_owned()),
        ("name", guard(&attribute.name)),
        ("kind", word(&attribute.kind)),
        ("required", yes(attribute.required)),
        ("only if", attribute.only_if.as_ref().map(only_if).unwrap_or_default()),
        ("from", tag.id.to_string()),
        ("id", attribute.id.to_string()),
    ])
}

fn choice_row(attribute: &Attribute, choice: &Choice) -> Cells {
    cells(&[
        ("row", "choice".to_owned()),
        ("name", guard(&choice.name)),
        ("from", attribute.id.to_string()),
        ("id", choice.id.to_string()),
    ])
}

fn type_row(kind: &RelationType) -> Cells {
    let ends = |tags: &Option<Vec<TagId>>| match tags {
        None => "any".to_owned(),
        Some(tags) => tags.iter().map(TagId::to_string).collect::<Vec<_>>().join(AND),
    };
    cells(&[
        ("row", "relation".to_owned()),
        ("name", guard(&kind.name)),
        ("definition", guard(&kind.definition)),
        ("from", ends(&kind.from)),
        ("to", ends(&kind.to)),
        ("id", kind.id.to_string()),
    ])
}

fn rule_row(rule: &Rule) -> Cells {
    cells(&[
        ("row", "rule".to_owned()),
        ("kind", word(&rule.kind)),
        ("from", rule.tag.to_string()),
        ("to", rule.other.map(|other| other.to_string()).unwrap_or_default()),
        ("id", rule.id.to_string()),
    ])
}

/// Reads a table: this one, or any with a column `path`, `name` or `tag`, and perhaps `definition` or
/// `description`.
///
/// # Errors
/// When nothing could be read.
pub fn read(
    source: &str,
    project: &Project,
    fresh: &mut dyn FnMut() -> [u8; 16],
) -> Result<(Incoming, Vec<String>), ReadError> {
    if source.len() > LARGEST {
        return Err(ReadError::TooLarge { bytes: source.len() });
    }
    let mut rows = rows(source);
    let head = rows.next().unwrap_or_default();
    let has_name =
        |cell: &str| ["path", "name", "tag"].iter().any(|name| cell.trim().eq_ignore_ascii_case(name));
    if !head.iter().any(has_name) {
        return Err(ReadError::MissingColumns { columns: vec!["name"] });
    }
    let mut reader = Reader { project, fresh, read: Incoming::default() };
    let warnings = take_each(rows, |row| reader.take(&Row { head: &head, cells: row }))?;
    let Reader { mut read, .. } = reader;
    for tag in &read.tags {
        note(&mut read.edits, project, tag, |_| true);
    }
    Ok((read, warnings))
}

struct Row<'r> {
    head: &'r StringRecord,
    cells: &'r StringRecord,
}

impl<'r> Row<'r> {
    fn place(&self, column: &str) -> Option<usize> {
        self.head.iter().position(|cell| cell.trim().eq_ignore_ascii_case(column))
    }

    fn has(&self, column: &str) -> bool {
        self.place(column).is_some()
    }

    fn cell(&self, column: &str) -> &'r str {
        let place = self.place(column);
        unguard(place.and_then(|place| self.cells.get(place)).unwrap_or_default())
    }

    /// A cell of several lines; spreadsheets write LF as CRLF.
    fn text(&self, column: &str) -> String {
        self.cell(column).replace("\r\n", "\n")
    }

    fn is_yes(&self, column: &str) -> bool {
        matches!(self.cell(column).trim().to_lowercase().as_str(), "yes" | "true" | "1" | "x")
    }
}

struct Reader<'r> {
    project: &'r Project,
    fresh: &'r mut dyn FnMut() -> [u8; 16],
    read: Incoming,
}

impl Reader<'_> {
    fn take(&mut self, row: &Row<'_>) -> Result<(), String> {
        match row.cell("row").trim() {
            "" | "tag" => self.take_tag(row),
            "attribute" => self.take_attribute(row),
            "choice" => {
                let attribute = AttributeId::parse(row.cell("from").trim());
                let id =
                    ChoiceId::parse(row.cell("id").trim()).unwrap_or(ChoiceId::from_random((self.fresh)()));
                let name = filled(row.cell("name"))?;
                let mut attributes = self.read.tags.iter_mut().flat_map(|tag| &mut tag.attributes).rev();
                let attribute = attributes.find(|known| attribute.is_none_or(|id| known.id == id));
                let attribute = attribute.ok_or("it belongs to no attribute above it")?;
                attribute.choices.push(Choice { id, name, extra: Extra::default() });
                Ok(())
            }
            "relation" => {
                let id = RelationTypeId::parse(row.cell("id").trim());
                let id = id.unwrap_or(RelationTypeId::from_random((self.fresh)()));
                let order = Order::after(self.read.relation_types.last().map(|kind| &kind.order));
                let (from, to) = (self.ends(row.cell("from"))?, self.ends(row.cell("to"))?);
                let (name, definition) = (filled(row.cell("name"))?, row.text("definition"));
                let kind = RelationType { id, name, order, definition, from, to, extra: Extra::default() };
                self.read.relation_types.push(kind);
                Ok(())
            }
            "rule" => {
                let id = RuleId::parse(row.cell("id").trim()).unwrap_or(RuleId::from_random((self.fresh)()));
                let kind: RuleKind = value(row.cell("kind").trim()).ok_or("there is no such kind of rule")?;
                let tag = self.known(row.cell("from"))?;
                let other = match row.cell("to").trim() {
                    "" => None,
                    other => Some(self.known(other)?),
                };
                if kind.needs_other() && other.is_none() {
                    return Err("it needs a second tag".to_owned());
                }
                self.read.rules.push(Rule { id, kind, tag, other, extra: Extra::default() });
                Ok(())
            }
            other => Err(format!("“{other}” is no kind of row")),
        }
    }

    fn take_tag(&mut self, row: &Row<'_>) -> Result<(), String> {
        let by_path = split_path(row.cell("path"));
        let first = |columns: &[&str]| {
            columns.iter().map(|column| row.cell(column).trim()).find(|cell| !cell.is_empty())
        };
        let own = first(&["name", "tag"]).map(str::to_owned);
        let name = filled(&own.or(by_path.last().cloned()).unwrap_or_default())?;
        let parent = match TagId::parse(row.cell("from").trim()) {
            Some(parent) => Some(self.known(&parent.to_string())?),
            None => {
                let above = &by_path[..by_path.len().saturating_sub(1)];
                above.iter().try_fold(None, |parent, name| Ok::<_, String>(Some(self.under(parent, name))))?
            }
        };
        let id = TagId::parse(row.cell("id").trim());
        let id = id.or_else(|| self.find(parent, &name)).unwrap_or(TagId::from_random((self.fresh)()));
        if self.read.tags.iter().any(|tag| tag.id == id) {
            return Err("an earlier row is the same tag".to_owned());
        }
        let is_named = row.cell("id").trim() == id.to_string();
        let made = self.made(id, name.clone(), parent);
        // What the row has no column for stays as it is in the project.
        let mut tag = match self.project.tag(id) {
            Some(known) => Tag { parent, order: made.order, attributes: Vec::new(), ..known.clone() },
            None => made,
        };
        if is_named {
            tag.name = name;
        }
        tag.colour = Colour::parse(row.cell("colour").trim()).unwrap_or(tag.colour);
        tag.style = value(row.cell("line").trim()).unwrap_or(tag.style);
        if row.has("key") {
            tag.key = row.cell("key").trim().parse().ok().filter(char::is_ascii_digit);
        }
        if row.has("definition") || row.has("description") {
            let definition = row.text("definition");
            tag.definition = if definition.is_empty() { row.text("description") } else { definition };
        }
        let texts = [("use when", &mut tag.use_when), ("do not use when", &mut tag.not_when)];
        for (column, text) in texts.into_iter().filter(|(column, _)| row.has(column)) {
            *text = row.text(column);
        }
        let lists = [("examples", &mut tag.examples), ("counter-examples", &mut tag.counter_examples)];
        for (column, list) in lists.into_iter().filter(|(column, _)| row.has(column)) {
            *list = split(&row.text(column));
        }
        if row.has("retired") {
            tag.retired = row.is_yes("retired");
        }
        tag.revision =
            row.cell("revision").trim().parse().ok().filter(|n| (1..1 << 30).contains(n)).unwrap_or(1);
        self.read.tags.push(tag);
        Ok(())
    }

    fn take_attribute(&mut self, row: &Row<'_>) -> Result<(), String> {
        let id =
            AttributeId::parse(row.cell("id").trim()).unwrap_or(AttributeId::from_random((self.fresh)()));
        let kind = value(row.cell("kind").trim()).ok_or("there is no such kind of attribute")?;
        let name = filled(row.cell("name"))?;
        let only_if = match row.cell("only if").split_once('=') {
            Some((attribute, value)) => {
                let attribute =
                    AttributeId::parse(attribute.trim()).ok_or("what it depends on is no attribute")?;
                Some(Condition { attribute, value: value.trim().to_owned(), extra: Extra::default() })
            }
            None => None,
        };
        let tag = TagId::parse(row.cell("from").trim());
        let tag = self.read.tags.iter_mut().rev().find(|known| tag.is_none_or(|id| known.id == id));
        let tag = tag.ok_or("it belongs to no tag above it")?;
        let required = row.is_yes("required");
        tag.attributes.push(Attribute { required, only_if, ..Attribute::new(id, &name, kind) });
        Ok(())
    }

    /// The tags of a cell; `any` is any.
    fn ends(&self, cell: &str) -> Result<Option<Vec<TagId>>, String> {
        match cell.trim() {
            "any" => Ok(None),
            cell => {
                let ids = cell.split(AND).filter(|id| !id.trim().is_empty());
                ids.map(|id| self.known(id)).collect::<Result<_, _>>().map(Some)
            }
        }
    }

    /// A tag by its id, of a row above or of the project.
    fn known(&self, id: &str) -> Result<TagId, String> {
        let id = TagId::parse(id.trim());
        let is_known =
            |id: &TagId| self.project.tag(*id).is_some() || self.read.tags.iter().any(|tag| tag.id == *id);
        id.filter(is_known).ok_or_else(|| "it names a tag that is not in a row above it".to_owned())
    }

    fn find(&self, parent: Option<TagId>, name: &str) -> Option<TagId> {
        let is_it = |tag: &&Tag| tag.parent == parent && tag.name.trim() == name;
        let read = self.read.tags.iter().find(is_it).map(|tag| tag.id);
        read.or_else(|| namesake(self.project, parent, name))
    }

    /// The tag of this name under another; made if it is not there.
    fn under(&mut self, parent: Option<TagId>, name: &str) -> TagId {
        if let Some(id) = self.find(parent, name) {
            return id;
        }
        let id = TagId::from_random((self.fresh)());
        let tag = self.made(id, name.to_owned(), parent);
        self.read.tags.push(tag);
        id
    }

    fn made(&self, id: TagId, name: String, parent: Option<TagId>) -> Tag {
        let order = Order::after(self.read.tags.last().map(|tag| &tag.order));
        let above = self.read.tags.iter().chain(self.project.tags().values());
        let above = above.into_iter().find(|tag| Some(tag.id) == parent).map(|tag| tag.colour);
        let tops = self.read.tags.iter().filter(|tag| tag.parent.is_none()).count();
        Tag::new(id, name, parent, order, above.unwrap_or(PALETTE[tops % PALETTE.len()]))
    }
}

fn filled(name: &str) -> Result<String, String> {
    let name = name.trim();
    if name.is_empty() { Err("it has no name".to_owned()) } else { Ok(name.to_owned()) }
}
