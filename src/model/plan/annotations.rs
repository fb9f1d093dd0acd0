//! Annotations: made, changed, deleted.

use super::Planner;
use crate::model::*;
use crate::table::{KeySet, TextMap};
use crate::text::Span;

impl Planner<'_> {
    pub(super) fn annotate(
        &self,
        new: NewAnnotation,
        new_tag: Option<&Tag>,
    ) -> Result<Vec<Change>, EditError> {
        let NewAnnotation { id, document, target, tag, coder, at } = new;
        if self.project.has(Key::Annotation(id)) {
            return Err(EditError::AlreadyThere);
        }
        if !target.fits(&self.document(document)?.text) {
            return Err(EditError::OutsideText);
        }
        let tag_revision = match new_tag {
            Some(tag) => tag.revision,
            None => self.tag(tag)?.revision,
        };
        let annotation = Annotation {
            id,
            document,
            target,
            tag,
            tag_revision,
            coder,
            values: TextMap::new(),
            certainty: None,
            note: String::new(),
            created: at,
            stamp: Stamp::default(),
            extra: Extra::default(),
        };
        self.refuse_twin(&annotation)?;
        let mut changes = self.with_coder(coder);
        changes.push(Change::insert(Record::Annotation(annotation.into())));
        Ok(changes)
    }

    /// The same passage, tag and coder twice say nothing more than once.
    pub(super) fn refuse_twin(&self, new: &Annotation) -> Result<(), EditError> {
        let start = new.target.hull().map(Span::start).unwrap_or_default();
        let twin = self.project.annotations_from(new.document, start).find(|other| {
            let same = (other.tag, other.coder) == (new.tag, new.coder);
            same && other.target == new.target && other.id != new.id
        });
        twin.map_or(Ok(()), |twin| Err(EditError::AlreadyTagged(twin.id)))
    }

    pub(super) fn edit_annotation(
        &self,
        id: AnnotationId,
        edit: impl FnOnce(&mut Annotation),
    ) -> Result<Vec<Change>, EditError> {
        let mut annotation = self.annotation(id)?.clone();
        edit(&mut annotation);
        Ok(self.replace(Record::Annotation(annotation.into())))
    }

    pub(super) fn retag(&self, id: AnnotationId, tag: &Tag) -> Result<Vec<Change>, EditError> {
        let mut annotation = self.annotation(id)?.clone();
        if annotation.tag == tag.id {
            return Ok(Vec::new());
        }
        annotation.tag = tag.id;
        annotation.tag_revision = tag.revision;
        self.refuse_twin(&annotation)?;
        Ok(self.replace(Record::Annotation(annotation.into())))
    }

    pub(super) fn resize(&self, id: AnnotationId, target: Target) -> Result<Vec<Change>, EditError> {
        let mut annotation = self.annotation(id)?.clone();
        if !target.fits(&self.document(annotation.document)?.text) {
            return Err(EditError::OutsideText);
        }
        if annotation.target == target {
            return Ok(Vec::new());
        }
        annotation.target = target;
        self.refuse_twin(&annotation)?;
        Ok(self.replace(Record::Annotation(annotation.into())))
    }

    pub(super) fn set_value(
        &self,
        id: AnnotationId,
        attribute: AttributeId,
        value: Option<Value>,
    ) -> Result<Vec<Change>, EditError> {
        self.set_values(id, &[(attribute, value)])
    }

    pub(super) fn set_values(
        &self,
        id: AnnotationId,
        values: &[(AttributeId, Option<Value>)],
    ) -> Result<Vec<Change>, EditError> {
        let mut annotation = self.annotation(id)?.clone();
        self.write_values(&mut annotation, values)?;
        Ok(self.replace(Record::Annotation(annotation.into())))
    }

    /// Writes values that the annotation's tag asks for.
    pub(super) fn write_values(
        &self,
        annotation: &mut Annotation,
        values: &[(AttributeId, Option<Value>)],
    ) -> Result<(), EditError> {
        let all = asked(self.project, annotation.tag);
        for (attribute, value) in values {
            let asked = all.iter().find(|asked| asked.id == *attribute).ok_or(EditError::NoAttribute)?;
            let name = attribute.to_string();
            match value {
                Some(value) if asked.takes(value) => annotation.values.insert(name, value.source()),
                Some(_) => return Err(EditError::WrongValue(asked.name.clone())),
                None => drop(annotation.values.remove(&name)),
            }
        }
        Ok(())
    }

    /// That they were made under the definition of now.
    pub(super) fn reaffirm(&self, ids: &[AnnotationId]) -> Result<Vec<Change>, EditError> {
        let ids: KeySet<_> = ids.iter().copied().collect();
        let mut changes = Vec::new();
        for id in &ids {
            let revision = self.tag(self.annotation(id)?.tag)?.revision;
            changes.extend(self.edit_annotation(id, |annotation| annotation.tag_revision = revision)?);
        }
        Ok(changes)
    }

    pub(super) fn add_range(&self, id: AnnotationId, span: Span) -> Result<Vec<Change>, EditError> {
        let ranges = self.annotation(id)?.target.spans();
        let mut joined = span;
        let mut apart = Vec::new();
        for range in ranges {
            if range.end() < joined.start() || joined.end() < range.start() {
                apart.push(*range);
            } else {
                joined = joined.hull(*range);
            }
        }
        apart.push(joined);
        apart.sort_unstable_by_key(|range| range.start());
        let target = Target::ranges(apart).filter(|_| !ranges.is_empty() && !span.is_empty());
        self.resize(id, target.ok_or(EditError::NoRange)?)
    }

    pub(super) fn remove_range(&self, id: AnnotationId, span: Span) -> Result<Vec<Change>, EditError> {
        let ranges = self.annotation(id)?.target.spans();
        let without = |range: &Span| {
            if !range.overlaps(span) {
                return vec![*range];
            }
            let before = Span::between(range.start(), span.start().max(range.start()));
            let after = Span::between(span.end().min(range.end()), range.end());
            [before, after].into_iter().filter(|part| !part.is_empty()).collect()
        };
        let target = Target::ranges(ranges.iter().flat_map(without).collect());
        let target = target.filter(|target| target.spans() != ranges).ok_or(EditError::NoRange)?;
        self.resize(id, target)
    }

    pub(super) fn delete(&self, ids: &[AnnotationId]) -> Result<Vec<Change>, EditError> {
        let ids: KeySet<_> = ids.iter().copied().collect();
        let mut gone = Vec::new();
        for id in &ids {
            gone.push(self.annotation(id)?);
        }
        Ok(self.remove(gone.into_iter()))
    }

    /// Annotations go, and with them the relations that they are ends of.
    pub(super) fn remove<'a>(&self, annotations: impl Iterator<Item = &'a Annotation>) -> Vec<Change> {
        let mut relations = KeySet::new();
        let mut changes = Vec::new();
        for annotation in annotations {
            relations.extend(self.project.relations_of(annotation.id).map(|relation| relation.id));
            changes.extend(self.project.get(Key::Annotation(annotation.id)).map(Change::remove));
        }
        let relations = relations.iter().filter_map(|id| self.project.get(Key::Relation(id)));
        changes.extend(relations.map(Change::remove));
        changes
    }
}
