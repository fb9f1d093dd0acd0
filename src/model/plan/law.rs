//! References to law: annotations with their meaning, refusals, instruments of the project's own.

use super::{Planner, filled};
use crate::model::*;

impl Planner<'_> {
    /// An annotation with values of what its tag asks for.
    pub(super) fn annotate_with(
        &self,
        new: NewAnnotation,
        values: &[(AttributeId, Value)],
    ) -> Result<Vec<Change>, EditError> {
        let values: Vec<_> = values.iter().map(|(id, value)| (*id, Some(value.clone()))).collect();
        let mut changes = Vec::new();
        for change in self.annotate(new, None)? {
            changes.push(match change.after() {
                Some(Record::Annotation(annotation)) => {
                    let mut annotation = Annotation::clone(annotation);
                    self.write_values(&mut annotation, &values)?;
                    Change::insert(Record::Annotation(annotation.into()))
                }
                _ => change,
            });
        }
        Ok(changes)
    }

    /// What is refused already is not refused twice.
    pub(super) fn refuse(&self, refusals: Vec<Refusal>) -> Vec<Change> {
        let mut fresh: Vec<Refusal> = Vec::new();
        for refusal in refusals {
            let says = |other: &Refusal| *other == Refusal { id: other.id, ..refusal.clone() };
            let is_there = |id| self.project.has(Key::Refusal(id));
            if !(self.project.refusals().values().any(says) || fresh.iter().any(says) || is_there(refusal.id))
            {
                fresh.push(refusal);
            }
        }
        fresh.into_iter().map(Record::Refusal).map(Change::insert).collect()
    }

    pub(super) fn offer_again(&self, ids: &[RefusalId]) -> Vec<Change> {
        let ids: crate::table::KeySet<_> = ids.iter().copied().collect();
        let known = ids.iter().filter_map(|id| self.project.get(Key::Refusal(id)));
        known.map(Change::remove).collect()
    }

    /// The code of an instrument that is there stays, for values hold it.
    pub(super) fn set_instrument(&self, instrument: OwnInstrument) -> Result<Vec<Change>, EditError> {
        let name = filled(instrument.name)?;
        let known = self.project.instruments().get(&instrument.id);
        let code = known.map_or(instrument.code, |known| known.code.clone());
        let others = self.project.instruments().values().filter(|other| other.id != instrument.id);
        if code.is_empty() || others.into_iter().any(|other| other.code == code) {
            return Err(EditError::AlreadyThere);
        }
        let mut aliases: Vec<String> = Vec::new();
        for alias in instrument.aliases.iter().map(|alias| alias.trim()) {
            if !alias.is_empty() && alias != name && !aliases.iter().any(|known| known == alias) {
                aliases.push(alias.to_owned());
            }
        }
        Ok(self.replace(Record::Instrument(OwnInstrument { name, code, aliases, ..instrument })))
    }
}
