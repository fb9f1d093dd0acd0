//! What of the annotations is listed, and in which order.

use super::{Annotation, AnnotationId, CoderId, Project, TagId, depth_first};
use crate::table::KeySet;
use std::cmp::Reverse;

/// The order of a list of annotations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// As they stand in the text; of those that begin together the longest first.
    #[default]
    Place,
    /// As the codebook has their tags, then by place.
    Tag,
    /// The newest first.
    Newest,
}

/// Whether notes matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notes {
    /// With and without.
    #[default]
    Any,
    /// Only what has a note.
    Some,
}

/// A question to a list of annotations. The default lists all of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Only this tag, and those under it.
    pub tag: Option<TagId>,
    /// Only what this coder made.
    pub coder: Option<CoderId>,
    /// Only where these words stand in the passage or in the note, letter case aside.
    pub words: String,
    /// Whether notes matter.
    pub notes: Notes,
    /// In which order.
    pub order: SortBy,
}

impl Query {
    /// True where something is left out, and the list is not only in another order.
    pub fn is_narrow(&self) -> bool {
        Self { order: SortBy::default(), ..self.clone() } != Self::default()
    }

    /// Those that fit, in order. What has a hidden tag, or one under it, is left out.
    pub fn run<'p>(
        &self,
        project: &'p Project,
        annotations: impl Iterator<Item = &'p Annotation>,
        hidden: &KeySet<TagId>,
    ) -> Vec<AnnotationId> {
        let wanted = self.words.trim().to_lowercase();
        let tags: Vec<TagId> = match self.order {
            SortBy::Tag => depth_first(project).into_iter().map(|(_, tag)| tag.id).collect(),
            _ => Vec::new(),
        };
        let mut rows: Vec<_> = annotations
            .filter(|annotation| self.tag.is_none_or(|tag| is_under(project, annotation.tag, tag)))
            .filter(|annotation| self.coder.is_none_or(|coder| annotation.coder == coder))
            .filter(|annotation| self.notes == Notes::Any || !annotation.note.trim().is_empty())
            .filter(|annotation| !hides(project, hidden, annotation.tag))
            .filter(|annotation| wanted.is_empty() || says(project, annotation, &wanted))
            .map(|annotation| {
                let hull = annotation.target.hull().map(|hull| (hull.start(), Reverse(hull.end())));
                let tag = tags.iter().position(|tag| *tag == annotation.tag);
                let newest = (self.order == SortBy::Newest).then_some(Reverse(annotation.created));
                ((tag, newest, hull, annotation.created, annotation.id), annotation.id)
            })
            .collect();
        rows.sort_unstable_by_key(|(key, _)| *key);
        rows.into_iter().map(|(_, id)| id).collect()
    }
}

/// True for a tag that is hidden, or stands under a hidden one.
pub fn hides(project: &Project, hidden: &KeySet<TagId>, tag: TagId) -> bool {
    !hidden.is_empty() && line(project, tag).any(|tag| hidden.contains(&tag))
}

fn is_under(project: &Project, tag: TagId, top: TagId) -> bool {
    line(project, tag).any(|tag| tag == top)
}

/// A tag, the one above it, and so on.
fn line(project: &Project, tag: TagId) -> impl Iterator<Item = TagId> {
    std::iter::successors(Some(tag), |tag| project.tag(*tag)?.parent)
}

fn says(project: &Project, annotation: &Annotation, wanted: &str) -> bool {
    let Some(document) = project.document(annotation.document) else { return false };
    let has = |text: &str| text.to_lowercase().contains(wanted);
    // Line breaks of the text are spaces for whoever looks for words.
    let says = |span| has(&document.text.slice(span).replace('\n', " "));
    has(&annotation.note) || annotation.target.spans().iter().any(|span| says(*span))
}
