//! What a command would touch, counted from the very patch that it would become.

use super::{
    Annotation, AnnotationId, AttributeKind, Change, Command, DocumentId, EditError, Key, Patch, Project,
    Record, Time, Value, plan,
};
use crate::table::KeySet;

/// How many records a patch touches: makes, changes or takes away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Annotations.
    pub annotations: usize,
    /// Documents that it touches, or on which it touches annotations.
    pub documents: usize,
    /// Relations.
    pub relations: usize,
    /// Tags.
    pub tags: usize,
    /// Types of relations.
    pub relation_types: usize,
    /// Rules.
    pub rules: usize,
    /// Annotations that go, among those that are touched.
    pub deleted: usize,
    /// Annotations that stay and lose a value.
    pub values: usize,
}

impl Preview {
    /// What a patch touches.
    pub fn of(patch: &Patch) -> Self {
        let mut preview = Self::default();
        for change in &patch.changes {
            match change.key() {
                Key::Annotation(_) => {
                    preview.annotations += 1;
                    preview.deleted += usize::from(change.after().is_none());
                    preview.values += usize::from(loses_a_value(change));
                }
                Key::Relation(_) => preview.relations += 1,
                Key::Tag(_) => preview.tags += 1,
                Key::RelationType(_) => preview.relation_types += 1,
                Key::Rule(_) => preview.rules += 1,
                _ => {}
            }
        }
        preview.documents = patch.documents().collect::<KeySet<DocumentId>>().len();
        preview
    }
}

/// True where an annotation stays, and has fewer values or chosen choices than before.
fn loses_a_value(change: &Change) -> bool {
    let (Some(Record::Annotation(before)), Some(Record::Annotation(after))) =
        (change.before(), change.after())
    else {
        return false;
    };
    let chosen = |source: &str| match Value::read(AttributeKind::Many, source) {
        Some(Value::Many(all)) => all.len(),
        _ => 1,
    };
    let all =
        |annotation: &Annotation| annotation.values.iter().map(|(_, source)| chosen(source)).sum::<usize>();
    all(before) > all(after)
}

/// What a command would touch, if it were done now.
///
/// # Errors
/// Why it cannot be done, in words for the person who asks.
pub fn preview(project: &Project, command: &Command, now: Time) -> Result<Preview, EditError> {
    plan(project, command.clone(), now).map(|plan| Preview::of(&plan.patch))
}

/// The annotations that were made under an older definition of their tag, as the documents are ordered
/// and by place.
pub fn outdated(project: &Project) -> Vec<AnnotationId> {
    let documents = project.documents();
    let all = documents.iter().flat_map(|document| project.annotations_on(document.id));
    let is_older = |annotation: &&Annotation| {
        project.tag(annotation.tag).is_some_and(|tag| annotation.tag_revision < tag.revision)
    };
    all.filter(is_older).map(|annotation| annotation.id).collect()
}
