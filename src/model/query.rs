//! What of the annotations is listed, and in which order.

use super::{Annotation, AnnotationId, CoderId, Placed, Project, TagId, depth_first};
use crate::table::KeySet;

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

    /// Those of a document's annotations that fit, in order. What has a hidden tag, or one under it, is left out.
    pub fn run(&self, project: &Project, placed: &[Placed], hidden: &KeySet<TagId>) -> Vec<AnnotationId> {
        let unseen = unseen(project, hidden);
        let fitting = placed.iter().filter(|placed| !unseen.contains(&placed.tag));
        if *self == Self::default() {
            return fitting.map(|placed| placed.id).collect();
        }
        self.choose(project, fitting)
    }

    /// Those that fit, in the order that is asked for. A first look asks for nothing.
    #[inline(never)]
    fn choose<'p>(&self, project: &Project, placed: impl Iterator<Item = &'p Placed>) -> Vec<AnnotationId> {
        let wanted = self.words.trim().to_lowercase();
        let looks_inside = self.coder.is_some() || self.notes != Notes::Any || !wanted.is_empty();
        let fits = |annotation: &Annotation| {
            self.coder.is_none_or(|coder| annotation.coder == coder)
                && (self.notes == Notes::Any || !annotation.note.trim().is_empty())
                && (wanted.is_empty() || says(project, annotation, &wanted))
        };
        let fitting: Vec<_> = placed
            .filter(|placed| self.tag.is_none_or(|tag| is_under(project, placed.tag, tag)))
            .filter(|placed| !looks_inside || project.annotation(placed.id).is_some_and(fits))
            .collect();
        let tags: Vec<TagId> = depth_first(project).into_iter().map(|(_, tag)| tag.id).collect();
        // Of those that are alike, the order of the text holds.
        let mut rows: Vec<_> = fitting
            .iter()
            .enumerate()
            .map(|(at, placed)| {
                let first = match self.order {
                    SortBy::Place => 0,
                    SortBy::Tag => {
                        tags.iter().position(|tag| *tag == placed.tag).unwrap_or(tags.len()) as i64
                    }
                    SortBy::Newest => placed.created.millis().saturating_neg(),
                };
                (first, at)
            })
            .collect();
        rows.sort_unstable();
        rows.into_iter().map(|(_, at)| fitting[at].id).collect()
    }
}

/// The tags that are hidden, or stand under a hidden one.
pub fn unseen(project: &Project, hidden: &KeySet<TagId>) -> KeySet<TagId> {
    if hidden.is_empty() {
        return KeySet::new();
    }
    project.tags().keys().filter(|tag| hides(project, hidden, *tag)).collect()
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
