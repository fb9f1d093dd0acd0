//! Relations, their types, rules and versions.

use super::draft::Draft;
use super::{Planner, filled};
use crate::model::*;
use crate::table::KeySet;

impl Planner<'_> {
    fn relation(&self, id: RelationId) -> Result<&Relation, EditError> {
        self.project.relations().get(&id).ok_or(EditError::NoRelation(id))
    }

    fn relation_type(&self, id: RelationTypeId) -> Result<&RelationType, EditError> {
        self.project.relation_types().get(&id).ok_or(EditError::Gone)
    }

    pub(super) fn relate(&self, new: NewRelation) -> Result<Vec<Change>, EditError> {
        let NewRelation { id, kind, from, to, coder, at } = new;
        if self.project.has(Key::Relation(id)) || self.project.has(Key::Annotation(BuriedId::from(id).into()))
        {
            return Err(EditError::AlreadyThere);
        }
        let stamp = Stamp::default();
        let relation = Relation { id, kind, from, to, coder, created: at, stamp, extra: Extra::default() };
        self.check_relation(&relation)?;
        let mut changes = self.with_coder(coder);
        changes.push(Change::insert(Record::Relation(relation)));
        Ok(changes)
    }

    pub(super) fn retype(&self, id: RelationId, kind: RelationTypeId) -> Result<Vec<Change>, EditError> {
        let relation = self.relation(id)?;
        if relation.kind == kind {
            return Ok(Vec::new());
        }
        let relation = Relation { kind, ..relation.clone() };
        self.check_relation(&relation)?;
        Ok(self.replace(Record::Relation(relation)))
    }

    /// That it joins two annotations that its type may join, and says what no other one says.
    fn check_relation(&self, new: &Relation) -> Result<(), EditError> {
        let kind = self.relation_type(new.kind)?;
        let (from, to) = (self.annotation(new.from)?, self.annotation(new.to)?);
        if from.id == to.id {
            return Err(EditError::RelatesToItself);
        }
        if !kind.may_join(self.project, from.tag, to.tag) {
            return Err(EditError::MayNotJoin(kind.name.clone()));
        }
        let says = |relation: &Relation| (relation.kind, relation.from, relation.to, relation.coder);
        let mut others = self.project.relations_of(new.from);
        let twin = others.find(|other| other.id != new.id && says(other) == says(new));
        twin.map_or(Ok(()), |twin| Err(EditError::AlreadyRelated(twin.id)))
    }

    pub(super) fn unrelate(&self, ids: &[RelationId]) -> Result<Vec<Change>, EditError> {
        let ids: KeySet<_> = ids.iter().copied().collect();
        let remove = |id| Ok(Change::remove(Record::Relation(self.relation(id)?.clone())));
        ids.iter().map(remove).collect()
    }

    /// That the tags of an end are there.
    fn check_ends(&self, kind: &RelationType) -> Result<(), EditError> {
        let mut ends = [&kind.from, &kind.to].into_iter().flatten().flatten();
        ends.try_for_each(|tag| self.tag(*tag).map(drop))
    }

    fn refuse_type_namesake(&self, id: RelationTypeId, name: &str) -> Result<(), EditError> {
        let same = |other: &RelationType| other.id != id && other.name.to_lowercase() == name.to_lowercase();
        let namesake = self.project.relation_types().values().any(same);
        if namesake { Err(EditError::Twice(name.to_owned())) } else { Ok(()) }
    }

    pub(super) fn add_relation_type(&self, new: RelationType) -> Result<Vec<Change>, EditError> {
        if self.project.has(Key::RelationType(new.id)) {
            return Err(EditError::AlreadyThere);
        }
        let name = filled(new.name.clone())?;
        self.refuse_type_namesake(new.id, &name)?;
        self.check_ends(&new)?;
        let last = relation_types(self.project).last().map(|kind| kind.order.clone());
        let kind = RelationType { name, order: Order::after(last.as_ref()), ..new };
        Ok(vec![Change::insert(Record::RelationType(kind))])
    }

    pub(super) fn edit_relation_type(
        &self,
        id: RelationTypeId,
        fields: Vec<RelationTypeField>,
    ) -> Result<Vec<Change>, EditError> {
        let mut kind = self.relation_type(id)?.clone();
        for field in fields {
            match field {
                RelationTypeField::Name(name) => {
                    kind.name = filled(name)?;
                    self.refuse_type_namesake(id, &kind.name)?;
                }
                RelationTypeField::Definition(text) => kind.definition = text,
                RelationTypeField::From(tags) => kind.from = tags,
                RelationTypeField::To(tags) => kind.to = tags,
            }
        }
        self.check_ends(&kind)?;
        Ok(self.replace(Record::RelationType(kind)))
    }

    pub(super) fn delete_relation_type(&self, id: RelationTypeId) -> Result<Vec<Change>, EditError> {
        self.relation_type(id)?;
        let mut draft = Draft::new(self.project);
        for relation in self.project.relations().values().filter(|relation| relation.kind == id) {
            draft.remove(Key::Relation(relation.id));
        }
        draft.remove(Key::RelationType(id));
        Ok(draft.into_changes())
    }

    pub(super) fn set_rule(&self, rule: Rule) -> Result<Vec<Change>, EditError> {
        self.tag(rule.tag)?;
        rule.other.map_or(Ok(()), |other| self.tag(other).map(drop))?;
        if rule.kind.needs_other() && rule.other.is_none() {
            return Err(EditError::NeedsOther);
        }
        if rule.kind == RuleKind::Within && rule.other == Some(rule.tag) {
            return Err(EditError::IntoItself);
        }
        let other = rule.other.filter(|_| rule.kind.needs_other());
        Ok(self.replace(Record::Rule(Rule { other, ..rule })))
    }

    pub(super) fn name_version(
        &self,
        id: VersionId,
        name: String,
        note: String,
        at: Time,
    ) -> Result<Vec<Change>, EditError> {
        let name = filled(name)?;
        let version = match self.project.versions().get(&id) {
            Some(version) => Version { name, note, ..version.clone() },
            None => Version::of(self.project, id, name, note, at),
        };
        Ok(self.replace(Record::Version(version)))
    }

    /// A record of the codebook goes to which nothing refers.
    pub(super) fn forget(&self, key: Key) -> Result<Vec<Change>, EditError> {
        let record = self.project.get(key).ok_or(EditError::Gone)?;
        Ok(vec![Change::remove(record)])
    }
}
