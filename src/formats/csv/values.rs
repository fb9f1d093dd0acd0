//! Columns for the values of attributes: one for each attribute of the codebook.

use super::cells::{guard, join_path};
use super::table::Row;
use crate::formats::error::excerpt;
use crate::model::*;
use crate::table::KeySet;

/// An attribute with the head of its column.
pub(super) struct Column<'p> {
    attribute: &'p Attribute,
    pub head: String,
}

/// A column for each attribute, in the order of the codebook: the tag's path, `: `, and its name.
pub(super) fn columns(project: &Project) -> Vec<Column<'_>> {
    let mut known = KeySet::new();
    let of_tag = |(_, tag)| {
        let tag: &Tag = tag;
        let path = join_path(&path(project, tag.id));
        let column = move |attribute| Column { attribute, head: named(&path, attribute) };
        tag.attributes.iter().map(column).collect::<Vec<_>>()
    };
    let all = depth_first(project).into_iter().flat_map(of_tag);
    // Two tags may ask for one attribute.
    all.filter(|column| known.insert(column.attribute.id)).collect()
}

/// The attributes that an annotation is asked for, by its tag and its values.
pub(super) struct Asked(KeySet<AttributeId>);

impl Asked {
    pub fn of(project: &Project, annotation: &Annotation) -> Self {
        let asked = asked(project, annotation.tag);
        Self(shown(&asked, &annotation.values).into_iter().map(|attribute| attribute.id).collect())
    }
}

fn named(path: &str, attribute: &Attribute) -> String {
    guard(&format!("{path}: {}", attribute.name))
}

impl Column<'_> {
    /// What an annotation answers, in words. What is no value is left as it is kept; what it is not asked for,
    /// because of its tag or of another value, stays in the project and is not said.
    pub fn cell(&self, annotation: &Annotation, asked: &Asked) -> String {
        if !asked.0.contains(&self.attribute.id) {
            return String::new();
        }
        let source = annotation.values.get(&self.attribute.id.to_string());
        let words = match self.attribute.given(&annotation.values) {
            Given::Fits(value) => self.attribute.words(&value),
            _ => source.unwrap_or_default().to_owned(),
        };
        guard(&words)
    }

    /// Reads the row's cell into the values of its annotation; an empty one takes the value away. Where the
    /// cell says what is there already, nothing changes.
    ///
    /// # Errors
    /// Where it is no value of the attribute.
    pub fn read(&self, row: &Row<'_>, annotation: &mut Annotation, asked: &Asked) -> Result<(), String> {
        let Some(cell) = row.named(&self.head) else { return Ok(()) };
        if cell == super::cells::unguard(&self.cell(annotation, asked)) {
            return Ok(());
        }
        let name = self.attribute.id.to_string();
        if cell.trim().is_empty() {
            annotation.values.remove(&name);
            return Ok(());
        }
        let value = self.value(cell.trim()).filter(|value| self.attribute.takes(value));
        let fault = || format!("“{}” is no value of “{}”", excerpt(cell), self.attribute.name);
        annotation.values.insert(name, value.ok_or_else(fault)?.source());
        Ok(())
    }

    fn value(&self, cell: &str) -> Option<Value> {
        let choice = |name: &str| {
            let wanted = name.trim().to_lowercase();
            let found = self.attribute.choices.iter().find(|choice| choice.name.to_lowercase() == wanted);
            found.map(|choice| choice.id)
        };
        match self.attribute.kind {
            AttributeKind::One => choice(cell).map(Value::One),
            // A name may hold what stands between them.
            AttributeKind::Many => match choice(cell) {
                Some(id) => Some(Value::Many(vec![id])),
                None => cell.split(AND.trim()).map(choice).collect::<Option<_>>().map(Value::Many),
            },
            AttributeKind::YesNo => match cell.to_lowercase().as_str() {
                "yes" => Some(Value::YesNo(true)),
                "no" => Some(Value::YesNo(false)),
                _ => None,
            },
            kind => Value::parse(kind, cell),
        }
    }
}

/// How sure the coder is, as a cell says it.
pub(super) fn certainty_words(certainty: Option<Certainty>) -> &'static str {
    certainty.map_or("", Certainty::word)
}

/// How sure the coder is, where the row says so; `before` where it does not.
///
/// # Errors
/// Where it is no certainty.
pub(super) fn certainty(row: &Row<'_>, before: Option<Certainty>) -> Result<Option<Certainty>, String> {
    if !row.has("certainty") {
        return Ok(before);
    }
    match row.raw("certainty").trim().to_lowercase().as_str() {
        "" => Ok(None),
        "low" => Ok(Some(Certainty::Low)),
        "medium" => Ok(Some(Certainty::Medium)),
        "high" => Ok(Some(Certainty::High)),
        other => Err(format!("“{}” is no certainty: low, medium or high", excerpt(other))),
    }
}
