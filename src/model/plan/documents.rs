//! Documents and readings.

use super::{Planner, filled};
use crate::model::*;
use crate::table::KeySet;

impl Planner<'_> {
    pub(super) fn add_documents(&self, documents: Vec<Document>) -> Result<Vec<Change>, EditError> {
        let mut last = self.project.documents().last().map(|document| document.order.clone());
        let mut seen = KeySet::new();
        let mut changes = Vec::new();
        for mut document in documents {
            if self.project.has(Key::Document(document.id)) || !seen.insert(document.id) {
                return Err(EditError::AlreadyThere);
            }
            document.title = filled(document.title)?;
            document.order = Order::after(last.as_ref());
            last = Some(document.order.clone());
            changes.push(Change::insert(Record::Document(document)));
        }
        Ok(changes)
    }

    pub(super) fn edit_document(
        &self,
        id: DocumentId,
        fields: Vec<DocumentField>,
    ) -> Result<Vec<Change>, EditError> {
        let mut document = self.document(id)?.clone();
        for field in fields {
            match field {
                DocumentField::Title(title) => document.title = filled(title)?,
                DocumentField::Source(source) => document.source = source.trim().to_owned(),
                DocumentField::Author(author) => document.author = author.trim().to_owned(),
                DocumentField::Date(date) => document.date = date.trim().to_owned(),
                DocumentField::Language(language) => document.language = language.trim().to_owned(),
                DocumentField::Memo(memo) => document.memo = memo,
            }
        }
        Ok(self.replace(Record::Document(document)))
    }

    pub(super) fn remove_document(&self, id: DocumentId) -> Result<Vec<Change>, EditError> {
        let document = self.document(id)?.clone();
        let mut changes = self.remove(self.project.annotations_on(id));
        let readings = self.project.readings().values().filter(|reading| reading.document == id);
        changes.extend(readings.cloned().map(Record::Reading).map(Change::remove));
        changes.push(Change::remove(Record::Document(document)));
        Ok(changes)
    }

    pub(super) fn mark_reading(
        &self,
        coder: CoderId,
        document: DocumentId,
        progress: Progress,
        at: Time,
    ) -> Result<Vec<Change>, EditError> {
        self.document(document)?;
        let opened = self.project.reading(coder, document).map_or(at, |reading| reading.opened);
        let last_done = self.project.reading(coder, document).and_then(|reading| reading.done);
        let done = if progress == Progress::Done { Some(at) } else { last_done };
        let reading = Reading { coder, document, progress, opened, done };
        let unchanged = self.project.reading(coder, document).is_some_and(|last| last.progress == progress);
        if unchanged {
            return Ok(Vec::new());
        }
        let mut changes = self.with_coder(coder);
        changes.extend(self.replace(Record::Reading(reading)));
        Ok(changes)
    }
}
