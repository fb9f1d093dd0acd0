//! Two versions of the codebook beside each other.

use super::patch::{fields_of_tag, fields_of_type};
use super::{RelationType, Rule, Tag, Version};
use crate::table::{Coded, Table};

/// What became of a record from one version to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn<'v, R> {
    /// It came.
    Added(&'v R),
    /// It went.
    Removed(&'v R),
    /// It is another: as it was, as it is, and the names of the fields that differ.
    Changed(&'v R, &'v R, Vec<&'static str>),
}

/// What differs between two versions; each list in the order of the ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison<'v> {
    /// Tags.
    pub tags: Vec<Turn<'v, Tag>>,
    /// Types of relations.
    pub relation_types: Vec<Turn<'v, RelationType>>,
    /// Rules.
    pub rules: Vec<Turn<'v, Rule>>,
}

impl Comparison<'_> {
    /// True where nothing differs.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.relation_types.is_empty() && self.rules.is_empty()
    }
}

/// Compares two versions. For the codebook as it is now there is [`Version::of`].
pub fn compare<'v>(old: &'v Version, new: &'v Version) -> Comparison<'v> {
    Comparison {
        tags: fates(&old.tags, &new.tags, |tag| tag.id, tag_fields),
        relation_types: fates(&old.relation_types, &new.relation_types, |kind| kind.id, type_fields),
        rules: fates(&old.rules, &new.rules, |rule| rule.id, rule_fields),
    }
}

fn fates<'v, R: PartialEq, Id: Coded>(
    old: &'v [R],
    new: &'v [R],
    id: fn(&R) -> Id,
    differ: fn(&R, &R) -> Vec<&'static str>,
) -> Vec<Turn<'v, R>> {
    let mut rows: Table<Id, (Option<&R>, Option<&R>)> = Table::new();
    for record in old {
        rows.insert(id(record), (Some(record), None));
    }
    for record in new {
        rows.get_or_insert(id(record), || (None, None)).1 = Some(record);
    }
    let fate = |&(old, new): &(Option<&'v R>, Option<&'v R>)| match (old, new) {
        (None, Some(new)) => Some(Turn::Added(new)),
        (Some(old), None) => Some(Turn::Removed(old)),
        (Some(old), Some(new)) if old != new => Some(Turn::Changed(old, new, differ(old, new))),
        _ => None,
    };
    rows.values().filter_map(fate).collect()
}

macro_rules! differing {
    ($old:ident, $new:ident, [$($field:ident),*]) => {
        [$(($old.$field != $new.$field, stringify!($field))),*]
            .into_iter()
            .filter(|(differs, _)| *differs)
            .map(|(_, name)| name)
            .collect()
    };
}

fn tag_fields(old: &Tag, new: &Tag) -> Vec<&'static str> {
    fields_of_tag!(differing, old, new)
}

fn type_fields(old: &RelationType, new: &RelationType) -> Vec<&'static str> {
    fields_of_type!(differing, old, new)
}

fn rule_fields(old: &Rule, new: &Rule) -> Vec<&'static str> {
    differing!(old, new, [kind, tag, other, extra])
}
