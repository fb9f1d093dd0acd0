//! Attributes that come along where a tag becomes another one, so that no value is lost.

use super::draft::Draft;
use crate::model::*;
use crate::table::{KeySet, TextMap};

/// That an attribute is another one now.
struct Turned {
    from: AttributeId,
    to: AttributeId,
    /// What its choices are now, where they are others.
    choices: Vec<(ChoiceId, ChoiceId)>,
}

/// What has become of attributes that came along.
#[derive(Default)]
pub(super) struct Brought(Vec<Turned>);

impl Brought {
    /// Gives a tag the attributes of another one. Two of one name and kind become one that has the choices of
    /// both; of one name and two kinds both stay, the one that comes with the name of its tag. `known` is asked
    /// for above the heir already.
    pub fn take(&mut self, heir: &mut Tag, known: &KeySet<AttributeId>, from: &Tag, wanted: &[Attribute]) {
        for attribute in wanted {
            let is_own = heir.attributes.iter().any(|own| own.id == attribute.id);
            if known.contains(&attribute.id) || is_own {
                continue;
            }
            let mut next = attribute.clone();
            self.turn_condition(&mut next);
            let is_asked =
                |id: &AttributeId| known.contains(id) || heir.attributes.iter().any(|own| own.id == *id);
            next.only_if = next.only_if.filter(|condition| is_asked(&condition.attribute));
            let namesake = |own: &&mut Attribute| same_name(&own.name, &next.name);
            match heir.attributes.iter_mut().find(namesake) {
                Some(own) if own.kind == next.kind => self.0.push(unite(own, &next)),
                _ => {
                    next.name = free_name(&heir.attributes, &next.name, &from.name);
                    heir.attributes.push(next);
                }
            }
        }
    }

    fn turn_condition(&self, attribute: &mut Attribute) {
        let Some(condition) = &mut attribute.only_if else { return };
        if let Some(turned) = self.0.iter().find(|turned| turned.from == condition.attribute) {
            condition.attribute = turned.to;
            condition.value = turned.value(&condition.value);
        }
    }

    fn turn(&self, values: &mut TextMap) {
        for turned in &self.0 {
            if let Some(source) = values.remove(&turned.from.to_string()) {
                let name = turned.to.to_string();
                if values.get(&name).is_none() {
                    values.insert(name, turned.value(&source));
                }
            }
        }
    }

    /// What the tags under some that go ask for, and what annotations of all of them say.
    pub fn apply_below(&self, draft: &mut Draft<'_>, gone: &KeySet<TagId>) {
        if self.0.is_empty() {
            return;
        }
        let project = draft.project;
        let is_below = |id: TagId| gone.iter().any(|top| lies_under(project, id, top));
        let below: KeySet<TagId> = project.tags().keys().filter(|id| is_below(*id)).collect();
        for id in &below {
            let Some(mut tag) = draft.tag(id).filter(|_| !gone.contains(&id)) else { continue };
            tag.attributes.iter_mut().for_each(|attribute| self.turn_condition(attribute));
            draft.put(Record::Tag(tag));
        }
        self.apply(draft, &below);
    }

    /// What the annotations of some tags say, with the new attributes.
    pub fn apply(&self, draft: &mut Draft<'_>, tags: &KeySet<TagId>) {
        if self.0.is_empty() {
            return;
        }
        let project = draft.project;
        for old in project.annotations().values().filter(|old| tags.contains(&old.tag)) {
            if let Some(mut next) = draft.annotation(old.id).filter(|next| !next.values.is_empty()) {
                self.turn(&mut next.values);
                draft.put(Record::Annotation(next.into()));
            }
        }
    }
}

impl Turned {
    fn value(&self, source: &str) -> String {
        let choice = |id: ChoiceId| {
            let found = self.choices.iter().find(|(from, _)| *from == id);
            found.map_or(id, |(_, to)| *to)
        };
        if let Some(Value::Many(all)) = Value::read(AttributeKind::Many, source) {
            let mut seen = KeySet::new();
            let all = all.into_iter().map(choice).filter(|id| seen.insert(*id)).collect();
            return Value::Many(all).source();
        }
        match Value::read(AttributeKind::One, source) {
            Some(Value::One(id)) => Value::One(choice(id)).source(),
            _ => source.to_owned(),
        }
    }
}

fn same_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Puts the choices of another attribute beside those that one has.
fn unite(own: &mut Attribute, other: &Attribute) -> Turned {
    let mut choices = Vec::new();
    for choice in &other.choices {
        match own.choices.iter().find(|known| same_name(&known.name, &choice.name)) {
            Some(known) => choices.push((choice.id, known.id)),
            None => own.choices.push(choice.clone()),
        }
    }
    Turned { from: other.id, to: own.id, choices }
}

/// A name that none of these attributes has: with the tag's in brackets, and a number where that is taken too.
fn free_name(all: &[Attribute], name: &str, tag: &str) -> String {
    let is_free = |name: &String| !all.iter().any(|own| same_name(&own.name, name));
    let numbered = (2..).map(|number| format!("{name} ({tag} {number})"));
    let mut offered = [name.to_owned(), format!("{name} ({tag})")].into_iter().chain(numbered);
    offered.find(is_free).unwrap_or_default()
}

/// The attributes of a tag before those of a tag under it, which takes its place.
pub(super) fn handed_down(above: &Tag, child: &Tag) -> Vec<Attribute> {
    let mut all: Vec<Attribute> = Vec::new();
    for attribute in above.attributes.iter().filter(|it| !child.attributes.iter().any(|own| own.id == it.id))
    {
        let name = free_name(&child.attributes, &attribute.name, &above.name);
        all.push(Attribute { name, ..attribute.clone() });
    }
    all.extend(child.attributes.iter().cloned());
    all
}

/// Of the attributes of a tag those that some of these annotations answer, and what they depend on.
pub(super) fn answered(tag: &Tag, annotations: &[&Annotation]) -> Vec<Attribute> {
    let is_answered = |attribute: &Attribute| {
        let name = attribute.id.to_string();
        annotations.iter().any(|annotation| annotation.values.get(&name).is_some())
    };
    let mut wanted: KeySet<AttributeId> = KeySet::new();
    for attribute in tag.attributes.iter().rev() {
        if wanted.contains(&attribute.id) || is_answered(attribute) {
            wanted.insert(attribute.id);
            wanted.extend(attribute.only_if.as_ref().map(|condition| condition.attribute));
        }
    }
    tag.attributes.iter().filter(|attribute| wanted.contains(&attribute.id)).cloned().collect()
}
