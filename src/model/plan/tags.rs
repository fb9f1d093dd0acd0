//! One tag: made, edited, moved.

use super::draft::Draft;
use super::{Planner, filled};
use crate::model::*;

impl Planner<'_> {
    pub(super) fn new_tag(&self, new: NewTag) -> Result<Tag, EditError> {
        let NewTag { id, name, parent, colour } = new;
        if self.project.has(Key::Tag(id)) {
            return Err(EditError::AlreadyThere);
        }
        let name = filled(name)?;
        self.refuse_namesake(id, &name, parent)?;
        let inherited = parent.map(|parent| self.tag(parent)).transpose()?.map(|parent| parent.colour);
        let last = children(self.project, parent).last().map(|tag| tag.order.clone());
        let colour = colour.or(inherited).unwrap_or_else(|| self.fresh_colour());
        let tag = Tag::new(id, name, parent, Order::after(last.as_ref()), colour);
        Ok(Tag { key: self.free_key(), ..tag })
    }

    /// The first of the palette's colours that is used least.
    pub(super) fn fresh_colour(&self) -> Colour {
        let uses = |colour: Colour| self.project.tags().values().filter(|tag| tag.colour == colour).count();
        let least = PALETTE.iter().copied().min_by_key(|colour| uses(*colour));
        least.expect("the palette is not empty")
    }

    pub(super) fn free_key(&self) -> Option<char> {
        let taken = |key: char| self.project.tags().values().any(|tag| tag.key == Some(key));
        "1234567890".chars().find(|key| !taken(*key))
    }

    pub(super) fn refuse_namesake(
        &self,
        id: TagId,
        name: &str,
        parent: Option<TagId>,
    ) -> Result<(), EditError> {
        let namesake = children(self.project, parent)
            .into_iter()
            .any(|tag| tag.id != id && tag.name.to_lowercase() == name.to_lowercase());
        if namesake { Err(EditError::NameTaken(name.to_owned())) } else { Ok(()) }
    }

    pub(super) fn add_example(
        &self,
        id: TagId,
        document: DocumentId,
        target: &Target,
        side: Side,
    ) -> Result<Vec<Change>, EditError> {
        self.document(document)?;
        let example = Example::of(self.project, document, target).filter(|example| !example.text.is_empty());
        let example = example.ok_or(EditError::OutsideText)?;
        let mut tag = self.tag(id)?;
        let list = match side {
            Side::Example => &mut tag.examples,
            Side::CounterExample => &mut tag.counter_examples,
        };
        if !list.contains(&example) {
            list.push(example);
        }
        Ok(self.replace(Record::Tag(tag)))
    }

    /// Attributes that can be told apart and of which each depends only on one before it.
    fn check_attributes(&self, tag: &mut Tag) -> Result<(), EditError> {
        let inherited = tag.parent.map(|parent| asked(self.project, parent)).unwrap_or_default();
        let mut known: Vec<AttributeId> = inherited.iter().map(|attribute| attribute.id).collect();
        let mut names: Vec<String> = Vec::new();
        for attribute in &mut tag.attributes {
            attribute.name = filled(std::mem::take(&mut attribute.name))?;
            let name = &attribute.name;
            if known.contains(&attribute.id) || names.contains(&name.to_lowercase()) {
                return Err(EditError::Twice(name.clone()));
            }
            if attribute.only_if.as_ref().is_some_and(|condition| !known.contains(&condition.attribute)) {
                return Err(EditError::NoCondition(name.clone()));
            }
            known.push(attribute.id);
            names.push(name.to_lowercase());
            let mut choices: Vec<(ChoiceId, String)> = Vec::new();
            for choice in &mut attribute.choices {
                choice.name = filled(std::mem::take(&mut choice.name))?;
                let lower = choice.name.to_lowercase();
                if choices.iter().any(|(id, name)| *id == choice.id || *name == lower) {
                    return Err(EditError::Twice(choice.name.clone()));
                }
                choices.push((choice.id, lower));
            }
        }
        Ok(())
    }

    /// Nothing goes on which another attribute depends, be it the tag's own or one of a tag under it.
    fn check_conditions(&self, old: &Tag, new: &Tag) -> Result<(), EditError> {
        let below = self.project.tags().values().filter(|tag| tag.id != old.id);
        let below = below.filter(|tag| lies_under(self.project, tag.id, old.id));
        for attribute in new.attributes.iter().chain(below.flat_map(|tag| &tag.attributes)) {
            let Some(condition) = &attribute.only_if else { continue };
            let of = |tag: &Tag| tag.attributes.iter().find(|it| it.id == condition.attribute).cloned();
            let Some(before) = of(old) else { continue };
            let Some(after) = of(new) else { return Err(EditError::NoCondition(attribute.name.clone())) };
            let Some(Value::One(choice)) = Value::read(AttributeKind::One, &condition.value) else {
                continue;
            };
            let has = |attribute: &Attribute| attribute.choices.iter().any(|known| known.id == choice);
            if has(&before) && !has(&after) {
                return Err(EditError::Decides(attribute.name.clone()));
            }
        }
        Ok(())
    }

    pub(super) fn edit_tag(&self, id: TagId, fields: Vec<TagField>) -> Result<Vec<Change>, EditError> {
        let old = self.tag(id)?;
        let mut tag = old.clone();
        for field in fields {
            match field {
                TagField::Name(name) => tag.name = filled(name)?,
                TagField::Colour(colour) => tag.colour = colour,
                TagField::Style(style) => tag.style = style,
                TagField::Key(key) => {
                    if let Some(key) = key.filter(|key| !key.is_ascii_digit()) {
                        return Err(EditError::NoSuchKey(key));
                    }
                    tag.key = key;
                }
                TagField::Definition(text) => tag.definition = text,
                TagField::UseWhen(text) => tag.use_when = text,
                TagField::NotWhen(text) => tag.not_when = text,
                TagField::Examples(examples) => tag.examples = with_places(examples, &old),
                TagField::CounterExamples(examples) => tag.counter_examples = with_places(examples, &old),
                TagField::Attributes(attributes) => tag.attributes = attributes,
                TagField::Retired(retired) => tag.retired = retired,
            }
        }
        if tag.name != old.name {
            self.refuse_namesake(id, &tag.name, tag.parent)?;
        }
        if tag.attributes != old.attributes {
            self.check_attributes(&mut tag)?;
            self.check_conditions(&old, &tag)?;
        }
        let mut draft = Draft::new(self.project);
        if tag.key.is_some() && tag.key != old.key {
            for other in self.project.tags().values().filter(|other| other.key == tag.key) {
                draft.put(Record::Tag(Tag { key: None, ..other.clone() }));
            }
        }
        let meaning = |tag: &Tag| {
            let Tag { name, definition, use_when, not_when, attributes, .. } = tag.clone();
            (name, definition, use_when, not_when, attributes)
        };
        if meaning(&tag) != meaning(&old) {
            tag.revision += 1;
        }
        let drops = tag.attributes != old.attributes;
        draft.put(Record::Tag(tag));
        if drops {
            draft.drop_unasked();
        }
        Ok(draft.into_changes())
    }

    pub(super) fn move_tag(
        &self,
        id: TagId,
        parent: Option<TagId>,
        before: Option<TagId>,
    ) -> Result<Vec<Change>, EditError> {
        let mut tag = self.tag(id)?;
        if let Some(parent) = parent {
            self.tag(parent)?;
            if lies_under(self.project, parent, id) {
                return Err(EditError::UnderItself);
            }
        }
        if let Some(before) = before {
            self.tag(before)?;
        }
        if parent != tag.parent {
            self.refuse_namesake(id, &tag.name, parent)?;
        } else if before == Some(id) {
            return Ok(Vec::new());
        }
        let all = children(self.project, parent);
        let siblings: Vec<_> = all.iter().copied().filter(|sibling| sibling.id != id).collect();
        let place = siblings.iter().position(|sibling| Some(sibling.id) == before).unwrap_or(siblings.len());
        if all.get(place).is_some_and(|there| there.id == id) {
            return Ok(Vec::new());
        }
        let (low, high) = siblings.split_at(place);
        let low = low.last().map(|sibling| &sibling.order);
        let beyond =
            high.iter().map(|sibling| &sibling.order).find(|order| low.is_none_or(|low| *order > low));
        tag.order = Order::between(low, beyond);
        tag.parent = parent;
        let mut last = tag.order.clone();
        let mut changes = self.replace(Record::Tag(tag));
        // Two coders may have given one place to two tags: those behind make room.
        for sibling in high.iter().take_while(|sibling| Some(&sibling.order) == low) {
            last = Order::between(Some(&last), beyond);
            let sibling = Tag { order: last.clone(), ..Tag::clone(sibling) };
            changes.extend(self.replace(Record::Tag(sibling)));
        }
        Ok(changes)
    }
}

/// Examples that stood there before, on either side, keep where they are from.
fn with_places(examples: Vec<Example>, old: &Tag) -> Vec<Example> {
    let old = || old.examples.iter().chain(&old.counter_examples);
    let known = |example: Example| {
        let is_it = |known: &&Example| {
            example.document.is_none() && known.text.split_whitespace().eq(example.text.split_whitespace())
        };
        old().find(is_it).cloned().unwrap_or(example)
    };
    examples.into_iter().map(known).collect()
}
