//! Tags become others: deleted, merged, split.

use super::Planner;
use super::bring::{Brought, answered, handed_down};
use super::draft::Draft;
use crate::model::take_in::take_in;
use crate::model::*;
use crate::table::KeySet;

impl<'p> Planner<'p> {
    /// The annotations of one tag.
    fn tagged(&self, id: TagId) -> Vec<&'p Annotation> {
        self.project.annotations().values().filter(|annotation| annotation.tag == id).collect()
    }

    /// The tags under it take its place.
    pub(super) fn delete_tag(&self, id: TagId, orphans: Orphans) -> Result<Vec<Change>, EditError> {
        let tag = self.tag(id)?;
        let heir = match orphans {
            Orphans::Delete => None,
            Orphans::GiveTo(heir) if heir == id => return Err(EditError::IntoItself),
            Orphans::GiveTo(heir) => Some(self.tag(heir)?),
            Orphans::GiveToParent => Some(self.tag(tag.parent.ok_or(EditError::NoParent)?)?),
        };
        let mut draft = Draft::new(self.project);
        let annotations = self.tagged(id);
        let gone = KeySet::from_iter([id]);
        let siblings = children(self.project, tag.parent);
        let after = siblings.iter().find(|sibling| sibling.order > tag.order).map(|sibling| &sibling.order);
        let mut last = tag.order.clone();
        let mut ends = Vec::new();
        for child in children(self.project, Some(id)) {
            let mut child = child.clone();
            self.refuse_namesake(id, &child.name, tag.parent)?;
            child.parent = tag.parent;
            child.order = Order::between(Some(&last), after);
            child.attributes = handed_down(&tag, &child);
            last = child.order.clone();
            ends.push(child.id);
            draft.put(Record::Tag(child));
        }
        match &heir {
            None => draft.take(self.remove(annotations.into_iter())),
            Some(heir) => {
                let known = asked(self.project, heir.id).iter().map(|attribute| attribute.id).collect();
                let mut heir = draft.tag(heir.id).ok_or(EditError::NoTag(heir.id))?;
                let mut brought = Brought::default();
                let before = heir.attributes.clone();
                brought.take(&mut heir, &known, &tag, &answered(&tag, &annotations));
                heir.revision += u32::from(heir.attributes != before);
                draft.put(Record::Tag(heir.clone()));
                brought.apply(&mut draft, &gone);
                draft.give(&annotations, &heir);
            }
        }
        ends.extend(heir.iter().map(|heir| heir.id));
        draft.rename(&gone, heir.map(|heir| heir.id), &ends);
        draft.remove(Key::Tag(id));
        draft.drop_unasked();
        Ok(draft.into_changes())
    }

    pub(super) fn merge_tags(&self, tags: &[TagId], into: TagId) -> Result<Vec<Change>, EditError> {
        let gone: KeySet<TagId> = tags.iter().copied().collect();
        let mut heir = self.tag(into)?;
        if gone.contains(&into) {
            return Err(EditError::IntoItself);
        }
        let mut merged = Vec::new();
        for id in &gone {
            merged.push(self.tag(id)?);
        }
        // What only those that go ask for is not known any more.
        let going = || merged.iter().flat_map(|tag| &tag.attributes).map(|attribute| attribute.id);
        let mut known: KeySet<_> = asked(self.project, into).iter().map(|attribute| attribute.id).collect();
        going().for_each(|id| {
            known.remove(&id);
        });
        let mut brought = Brought::default();
        for tag in &merged {
            brought.take(&mut heir, &known, tag, &tag.attributes);
        }
        if heir.attributes != self.tag(into)?.attributes {
            heir.revision += 1;
        }
        let examples = merged.iter().flat_map(|tag| &tag.examples);
        for example in examples {
            if !heir.examples.iter().any(|own| own.text == example.text) {
                heir.examples.push(example.clone());
            }
        }
        let mut draft = Draft::new(self.project);
        self.step_out(&mut heir, &gone)?;
        let annotations: Vec<_> = gone.iter().flat_map(|id| self.tagged(id)).collect();
        draft.put(Record::Tag(heir.clone()));
        brought.apply_below(&mut draft, &gone);
        draft.give(&annotations, &heir);
        let mut last = children(self.project, Some(into)).last().map(|tag| tag.order.clone());
        let mut names: Vec<_> = children(self.project, Some(into))
            .iter()
            .filter(|tag| !gone.contains(&tag.id))
            .map(|tag| tag.name.to_lowercase())
            .collect();
        for child in gone.iter().flat_map(|id| children(self.project, Some(id))) {
            if gone.contains(&child.id) || child.id == into {
                continue;
            }
            if names.contains(&child.name.to_lowercase()) {
                return Err(EditError::NameTaken(child.name.clone()));
            }
            names.push(child.name.to_lowercase());
            let order = Order::after(last.as_ref());
            last = Some(order.clone());
            let child = draft.tag(child.id).unwrap_or_else(|| child.clone());
            draft.put(Record::Tag(Tag { parent: Some(into), order, ..child }));
        }
        draft.rename(&gone, Some(into), &[into]);
        for id in &gone {
            draft.remove(Key::Tag(id));
        }
        draft.drop_unasked();
        Ok(draft.into_changes())
    }

    /// A tag that lies under one of those that go takes the place of the highest of them: what lies
    /// under those will lie under it.
    fn step_out(&self, heir: &mut Tag, gone: &KeySet<TagId>) -> Result<(), EditError> {
        let up = |tag: &&Tag| self.project.tag(tag.parent?);
        let own = self.project.tag(heir.id);
        let highest = std::iter::successors(own, up).filter(|tag| gone.contains(&tag.id)).last();
        let Some(highest) = highest else { return Ok(()) };
        let namesake = |tag: &&Tag| tag.name.to_lowercase() == heir.name.to_lowercase();
        let mut others = children(self.project, highest.parent).into_iter();
        if others.any(|tag| tag.id != heir.id && !gone.contains(&tag.id) && namesake(&tag)) {
            return Err(EditError::NameTaken(heir.name.clone()));
        }
        heir.parent = highest.parent;
        heir.order = highest.order.clone();
        Ok(())
    }

    pub(super) fn split_tag(
        &self,
        id: TagId,
        new: Vec<NewTag>,
        parts: &[(Sieve, TagId)],
    ) -> Result<Vec<Change>, EditError> {
        let tag = self.tag(id)?;
        let mut draft = Draft::new(self.project);
        let (mut last, mut parted) = (tag.order.clone(), Vec::new());
        for new in new {
            let made = self.new_tag(new)?;
            let twice = draft.tags().into_iter().find(|other| {
                other.id == made.id
                    || other.parent == made.parent && other.name.to_lowercase() == made.name.to_lowercase()
            });
            if twice.is_some() {
                return Err(EditError::NameTaken(made.name));
            }
            let keys: Vec<_> = draft.tags().iter().filter_map(|tag| tag.key).collect();
            let key = "1234567890".chars().find(|key| !keys.contains(key));
            let tags = draft.tags();
            let siblings =
                || tags.iter().filter(|other| other.parent == made.parent).map(|other| &other.order);
            // Beside the tag that is split the new ones follow it.
            let order = if made.parent == tag.parent {
                let next = siblings().filter(|order| **order > last).min();
                Order::between(Some(&last), next)
            } else {
                Order::after(siblings().max())
            };
            if made.parent == tag.parent {
                last = order.clone();
            }
            parted.push(made.id);
            let inherits = made.parent.is_some_and(|parent| lies_under(self.project, parent, id));
            let attributes = if inherits { Vec::new() } else { tag.attributes.clone() };
            draft.put(Record::Tag(Tag { key, order, attributes, ..made }));
        }
        draft.join_as(id, &parted);
        let decided: Vec<KeySet<AnnotationId>> = parts.iter().map(|(sieve, _)| decided(sieve)).collect();
        let mut fallen: Vec<(&Annotation, TagId)> = Vec::new();
        for annotation in self.tagged(id) {
            let mut sieves = parts.iter().zip(&decided);
            let part = sieves.find(|((sieve, _), decided)| {
                decided.contains(&annotation.id) || self.falls(annotation, sieve)
            });
            fallen.extend(part.map(|((_, part), _)| (annotation, *part)));
        }
        let targets: KeySet<TagId> = parts.iter().map(|(_, part)| *part).collect();
        for part in &targets {
            if part == id {
                return Err(EditError::IntoItself);
            }
            let part = draft.tag(part).ok_or(EditError::NoTag(part))?;
            let own: Vec<_> = fallen.iter().filter(|(_, to)| *to == part.id).map(|(it, _)| *it).collect();
            draft.give(&own, &part);
        }
        Ok(draft.into_changes())
    }

    /// What nothing needs goes, then the other codebook comes in.
    pub(super) fn replace_codebook(&self, incoming: &Incoming) -> Result<Vec<Change>, EditError> {
        let up = |tag: &Tag| tag.parent.and_then(|parent| self.project.tag(parent));
        let mut kept: KeySet<TagId> = KeySet::new();
        for annotation in self.project.annotations().values() {
            let line = std::iter::successors(self.project.tag(annotation.tag), |tag| up(tag));
            line.take_while(|tag| kept.insert(tag.id)).for_each(drop);
        }
        let types: KeySet<RelationTypeId> =
            self.project.relations().values().map(|relation| relation.kind).collect();
        let mut next = self.project.clone();
        let tags = self.project.tags.iter().filter(|(id, _)| kept.contains(id));
        next.tags = tags.map(|(id, tag)| (id, tag.clone())).collect();
        let stays = |ends: &Option<Vec<TagId>>| {
            let ends: Vec<_> = ends.iter().flatten().copied().filter(|tag| kept.contains(tag)).collect();
            (!ends.is_empty()).then_some(ends)
        };
        let used = self.project.relation_types.iter().filter(|(id, _)| types.contains(id));
        next.relation_types = used
            .map(|(id, kind)| {
                (id, RelationType { from: stays(&kind.from), to: stays(&kind.to), ..kind.clone() })
            })
            .collect();
        next.rules = Default::default();
        let Incoming { tags, relation_types, rules, .. } = incoming.clone();
        let codebook = Incoming { tags, relation_types, rules, ..Incoming::default() };
        let changes = take_in(&next, &codebook);
        apply(&mut next, &Patch { changes }, Strictness::Whole, Stamping::Given)
            .map_err(|_| EditError::Broken)?;
        Ok(Patch::from_to(self.project, &next).changes)
    }

    /// Takes in what a file holds; tags that are there become what its codebook says of them.
    pub(super) fn take_in(&self, mut incoming: Incoming) -> Result<Vec<Change>, EditError> {
        let edits = std::mem::take(&mut incoming.edits);
        let changes = take_in(self.project, &incoming);
        if edits.is_empty() {
            return Ok(changes);
        }
        let mut next = self.project.clone();
        let mut go_on = |changes: Vec<Change>| {
            let patch = Patch { changes };
            apply(&mut next, &patch, Strictness::Whole, Stamping::Given).map_err(|_| EditError::Broken)?;
            Ok(next.clone())
        };
        let mut project = go_on(changes)?;
        for (id, fields) in edits {
            let changes = Planner { project: &project }.edit_tag(id, fields)?;
            project = go_on(changes)?;
        }
        Ok(Patch::from_to(self.project, &project).changes)
    }

    fn falls(&self, annotation: &Annotation, sieve: &Sieve) -> bool {
        match sieve {
            // They were looked for before.
            Sieve::These(_) => false,
            Sieve::Value(attribute, value) => {
                let source = annotation.values.get(&attribute.to_string());
                source.is_some_and(|source| {
                    let all = Value::read(AttributeKind::Many, source);
                    source == value.source()
                        || matches!((all, value), (Some(Value::Many(all)), Value::One(one)) if all.contains(one))
                })
            }
            Sieve::Coder(coder) => annotation.coder == *coder,
            Sieve::Document(document) => annotation.document == *document,
            Sieve::Says(words) => {
                let words = words.trim().to_lowercase();
                let Some(document) = self.project.document(annotation.document) else { return false };
                let says = |span: &crate::text::Span| {
                    document.text.slice(*span).replace('\n', " ").to_lowercase().contains(&words)
                };
                !words.is_empty() && annotation.target.spans().iter().any(says)
            }
        }
    }
}

/// Those that somebody has decided for, to be found fast.
fn decided(sieve: &Sieve) -> KeySet<AnnotationId> {
    match sieve {
        Sieve::These(ids) => ids.iter().copied().collect(),
        _ => KeySet::new(),
    }
}
