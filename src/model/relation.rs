//! Relations between annotations, the rules of the codebook, and its versions.

use super::{
    AnnotationId, CoderId, Extra, Order, Project, RelationId, RelationTypeId, RuleId, Stamp, Tag, TagId,
    Time, VersionId,
};

/// A kind of arrow from one annotation to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationType {
    /// Its name for ever.
    pub id: RelationTypeId,
    /// What it is called, read from the first end to the second: *made by*.
    pub name: String,
    /// Its place among the types.
    pub order: Order,
    /// What it means.
    pub definition: String,
    /// The tags that it may start from, with those under them; `None` is any.
    pub from: Option<Vec<TagId>>,
    /// The tags that it may lead to, with those under them; `None` is any.
    pub to: Option<Vec<TagId>>,
    /// Fields of a newer program.
    pub extra: Extra,
}

/// An arrow from one annotation to another, by one coder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Its name for ever.
    pub id: RelationId,
    /// What it says.
    pub kind: RelationTypeId,
    /// Where it starts.
    pub from: AnnotationId,
    /// Where it leads.
    pub to: AnnotationId,
    /// Who drew it.
    pub coder: CoderId,
    /// When it was made.
    pub created: Time,
    /// When it was last changed.
    pub stamp: Stamp,
    /// Fields of a newer program.
    pub extra: Extra,
}

/// What has to hold in a project besides what attributes and relation types ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name for ever.
    pub id: RuleId,
    /// What it asks.
    pub kind: RuleKind,
    /// The tag that it is about, with those under it.
    pub tag: TagId,
    /// The second tag, where it needs one.
    pub other: Option<TagId>,
    /// Fields of a newer program.
    pub extra: Extra,
}

/// What a rule asks. A coder's readings are held to it one by one: two coders may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RuleKind {
    /// No passage with the tag overlaps one with the other tag.
    Apart,
    /// Each passage with the tag lies within one with the other tag.
    Within,
    /// Each document has the tag, on a passage or as a whole.
    EachDocument,
}

impl RuleKind {
    /// True where it is about two tags.
    pub fn needs_other(self) -> bool {
        self != RuleKind::EachDocument
    }
}

/// The codebook as it was when it was given a name. What it refers to may be gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its name for ever.
    pub id: VersionId,
    /// What it is called.
    pub name: String,
    /// Why it was kept.
    pub note: String,
    /// When.
    pub at: Time,
    /// The tags as they were, by id.
    pub tags: Vec<Tag>,
    /// The types of relations as they were, by id.
    pub relation_types: Vec<RelationType>,
    /// The rules as they were, by id.
    pub rules: Vec<Rule>,
    /// Fields of a newer program.
    pub extra: Extra,
}

impl RelationType {
    /// True where it may join annotations with these two tags.
    pub fn may_join(&self, project: &Project, from: TagId, to: TagId) -> bool {
        let holds = |tags: &Option<Vec<TagId>>, tag| {
            let tags = tags.as_deref();
            tags.is_none_or(|tags| tags.iter().any(|top| super::codebook::lies_under(project, tag, *top)))
        };
        holds(&self.from, from) && holds(&self.to, to)
    }
}

/// Whether a relation can be drawn between two annotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// From the first to the second.
    Forward,
    /// Only the other way round, from the second to the first.
    Backward,
    /// The coder has drawn it already.
    Drawn,
    /// It starts from other tags, these; or may start from none.
    StartsElsewhere(Vec<TagId>),
    /// It leads to other tags, these; or may lead to none.
    LeadsElsewhere(Vec<TagId>),
}

impl Fit {
    /// True where it can be drawn.
    pub fn is_drawable(&self) -> bool {
        matches!(self, Fit::Forward | Fit::Backward)
    }
}

/// The types of relations with how they fit between two annotations: those that do come first, each part in
/// the order of the codebook. Nothing where they are not two.
pub fn fits(
    project: &Project,
    one: AnnotationId,
    other: AnnotationId,
    coder: CoderId,
) -> Vec<(RelationTypeId, Fit)> {
    let tag = |id| project.annotation(id).map(|annotation| annotation.tag);
    let (Some(first), Some(second)) = (tag(one), tag(other).filter(|_| one != other)) else {
        return Vec::new();
    };
    let is_drawn = |kind, from, to| {
        let says = (kind, from, to, coder);
        project.relations_of(from).any(|it| (it.kind, it.from, it.to, it.coder) == says)
    };
    let fit = |kind: &RelationType| {
        if kind.may_join(project, first, second) {
            return if is_drawn(kind.id, one, other) { Fit::Drawn } else { Fit::Forward };
        }
        if kind.may_join(project, second, first) {
            return if is_drawn(kind.id, other, one) { Fit::Drawn } else { Fit::Backward };
        }
        let starts = RelationType { to: None, ..kind.clone() }.may_join(project, first, second);
        match (starts, &kind.from, &kind.to) {
            (false, Some(from), _) => Fit::StartsElsewhere(from.clone()),
            (_, _, to) => Fit::LeadsElsewhere(to.clone().unwrap_or_default()),
        }
    };
    let mut found: Vec<_> = relation_types(project).into_iter().map(|kind| (kind.id, fit(kind))).collect();
    // Sorting keeps the order of equals.
    found.sort_by_key(|(_, fit)| !fit.is_drawable());
    found
}

/// The types of relations in their order.
pub fn relation_types(project: &Project) -> Vec<&RelationType> {
    let mut types: Vec<_> = project.relation_types().values().collect();
    types.sort_by(|a, b| (&a.order, a.id).cmp(&(&b.order, b.id)));
    types
}

impl Version {
    /// The codebook of a project as it is now.
    pub fn of(project: &Project, id: VersionId, name: String, note: String, at: Time) -> Self {
        Self {
            id,
            name,
            note,
            at,
            tags: project.tags().values().cloned().collect(),
            relation_types: project.relation_types().values().cloned().collect(),
            rules: project.rules().values().cloned().collect(),
            extra: Extra::default(),
        }
    }
}
