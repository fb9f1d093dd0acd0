//! Where a project breaches its codebook.

use super::codebook::lies_under;
use super::{
    Annotation, AnnotationId, AttributeId, DocumentId, Given, Project, RelationId, Rule, RuleId, RuleKind,
    TagId, asked, shown,
};
use crate::table::{KeySet, Table};
use crate::text::Span;

/// One place that is not as the codebook asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breach {
    /// An annotation has no value for an attribute that requires one and is shown.
    Missing(AnnotationId, AttributeId),
    /// An annotation has something as a value that its attribute does not take.
    Wrong(AnnotationId, AttributeId),
    /// A relation joins what its type may not.
    Joins(RelationId),
    /// Two passages overlap of which the rule says that they may not; the first begins first.
    Overlaps(RuleId, AnnotationId, AnnotationId),
    /// A passage does not lie within one of those that the rule names.
    Outside(RuleId, AnnotationId),
    /// A document lacks the tag that each must have.
    Lacks(RuleId, DocumentId),
}

/// All breaches: what is wrong with annotations one by one, as the documents are ordered and by place;
/// then the relations by id; then rule by rule, again by document and place.
pub fn breaches(project: &Project) -> Vec<Breach> {
    let mut found = Vec::new();
    let documents: Vec<DocumentId> = project.documents().iter().map(|document| document.id).collect();
    // Each tag is asked once, however many annotations it has.
    let known: Table<TagId, Vec<_>> = project
        .tags()
        .keys()
        .map(|tag| (tag, asked(project, tag)))
        .filter(|(_, asked)| !asked.is_empty())
        .collect();
    for annotation in documents.iter().flat_map(|document| project.annotations_on(*document)) {
        let Some(asked) = known.get(&annotation.tag) else { continue };
        let shown = shown(asked, &annotation.values);
        for attribute in asked {
            match attribute.given(&annotation.values) {
                Given::Wrong => found.push(Breach::Wrong(annotation.id, attribute.id)),
                Given::Missing if shown.iter().any(|shown| shown.id == attribute.id) => {
                    found.push(Breach::Missing(annotation.id, attribute.id));
                }
                _ => {}
            }
        }
    }
    for relation in project.relations().values() {
        let tag = |id| project.annotation(id).map(|annotation| annotation.tag);
        let kind = project.relation_types().get(&relation.kind);
        let (Some(kind), Some(from), Some(to)) = (kind, tag(relation.from), tag(relation.to)) else {
            continue;
        };
        if !kind.may_join(project, from, to) {
            found.push(Breach::Joins(relation.id));
        }
    }
    for rule in project.rules().values() {
        for document in &documents {
            check(project, rule, *document, &mut found);
        }
    }
    found
}

/// A tag with those under it.
fn family(project: &Project, top: TagId) -> KeySet<TagId> {
    project.tags().keys().filter(|tag| lies_under(project, *tag, top)).collect()
}

fn check(project: &Project, rule: &Rule, document: DocumentId, found: &mut Vec<Breach>) {
    let having = |tag: TagId| {
        let family = family(project, tag);
        project.annotations_on(document).filter(move |annotation| family.contains(&annotation.tag))
    };
    match (rule.kind, rule.other) {
        (RuleKind::EachDocument, _) => {
            if having(rule.tag).next().is_none() {
                found.push(Breach::Lacks(rule.id, document));
            }
        }
        (RuleKind::Within, Some(other)) => {
            let around: Vec<_> = having(other).collect();
            for annotation in having(rule.tag) {
                let is_within =
                    around.iter().any(|outer| outer.coder == annotation.coder && holds(outer, annotation));
                if !is_within {
                    found.push(Breach::Outside(rule.id, annotation.id));
                }
            }
        }
        (RuleKind::Apart, Some(other)) => {
            let (one, other) = (family(project, rule.tag), family(project, other));
            // Those that are still open where the next one begins, in order of their starts.
            let mut open: Vec<&Annotation> = Vec::new();
            for annotation in project.annotations_on(document) {
                let (is_one, is_other) = (one.contains(&annotation.tag), other.contains(&annotation.tag));
                if !is_one && !is_other {
                    continue;
                }
                if let Some(hull) = annotation.target.hull() {
                    open.retain(|before| before.target.hull().is_none_or(|it| it.end() > hull.start()));
                }
                for before in &open {
                    let meets =
                        is_one && other.contains(&before.tag) || is_other && one.contains(&before.tag);
                    if meets && before.coder == annotation.coder && overlap(before, annotation) {
                        found.push(Breach::Overlaps(rule.id, before.id, annotation.id));
                    }
                }
                open.push(annotation);
            }
        }
        // A rule that lacks its second tag asks nothing.
        (RuleKind::Within | RuleKind::Apart, None) => {}
    }
}

/// True where a whole document or a range of the outer one holds each range of the inner one.
fn holds(outer: &Annotation, inner: &Annotation) -> bool {
    let outer = outer.target.spans();
    let mut inner = inner.target.spans().iter();
    outer.is_empty()
        || inner.len() > 0 && inner.all(|span| outer.iter().any(|outer: &Span| outer.contains(*span)))
}

/// True where they share a character, or are both on the whole document.
fn overlap(one: &Annotation, other: &Annotation) -> bool {
    let (one, other) = (one.target.spans(), other.target.spans());
    match (one, other) {
        ([], []) => true,
        _ => one.iter().any(|one| other.iter().any(|other| one.overlaps(*other))),
    }
}
