//! From a wish to a patch.

mod annotations;
mod bring;
mod documents;
mod draft;
mod law;
mod relations;
mod reshape;
mod tags;

use super::*;

/// What a command comes to.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What it is called in the history.
    pub act: Act,
    /// What it changes; never empty.
    pub patch: Patch,
    /// Where the stamps come from.
    pub stamping: Stamping,
}

/// Plans a command on a project, without changing it. `now` is the moment of
/// the wish.
///
/// # Errors
/// Why it cannot be done, in words for the person who wished it.
pub fn plan(project: &Project, command: Command, now: Time) -> Result<Plan, EditError> {
    let planner = Planner { project };
    let (act, changes) = match command {
        Command::Annotate(new) => (Act::Annotate, planner.annotate(new, None)?),
        Command::AnnotateAsNew(tag, mut new) => {
            let tag = planner.new_tag(tag)?;
            new.tag = tag.id;
            let mut changes = planner.annotate(new, Some(&tag))?;
            changes.push(Change::insert(Record::Tag(tag)));
            (Act::Annotate, changes)
        }
        Command::AnnotateWith(new, values) => (Act::Annotate, planner.annotate_with(new, &values)?),
        Command::Retag(id, tag) => {
            let tag = planner.tag(tag)?;
            (Act::Retag, planner.retag(id, &tag)?)
        }
        Command::RetagAsNew(tag, id) => {
            let tag = planner.new_tag(tag)?;
            let mut changes = planner.retag(id, &tag)?;
            changes.push(Change::insert(Record::Tag(tag)));
            (Act::Retag, changes)
        }
        Command::Resize(id, target) => (Act::Resize, planner.resize(id, target)?),
        Command::Note(id, note) => {
            (Act::Note, planner.edit_annotation(id, |annotation| annotation.note = note)?)
        }
        Command::SetCertainty(id, certainty) => {
            let changes = planner.edit_annotation(id, |annotation| annotation.certainty = certainty)?;
            (Act::Certainty, changes)
        }
        Command::DeleteAnnotations(ids) => (Act::DeleteAnnotations, planner.delete(&ids)?),
        Command::AddTag(new) => (Act::AddTag, vec![Change::insert(Record::Tag(planner.new_tag(new)?))]),
        Command::EditTag(id, fields) => (Act::EditTag, planner.edit_tag(id, fields)?),
        Command::MoveTag { id, parent, before } => (Act::MoveTag, planner.move_tag(id, parent, before)?),
        Command::DeleteTag(id, orphans) => (Act::DeleteTag, planner.delete_tag(id, orphans)?),
        Command::MergeTags { tags, into } => (Act::MergeTags, planner.merge_tags(&tags, into)?),
        Command::SplitTag { id, new, parts } => (Act::SplitTag, planner.split_tag(id, new, &parts)?),
        Command::AddExample { tag, document, target, side } => {
            (Act::EditTag, planner.add_example(tag, document, &target, side)?)
        }
        Command::Reaffirm(ids) => (Act::Reaffirm, planner.reaffirm(&ids)?),
        Command::SetValue(id, attribute, value) => (Act::Value, planner.set_value(id, attribute, value)?),
        Command::SetValues(id, values) => (Act::Value, planner.set_values(id, &values)?),
        Command::AddRange(id, span) => (Act::Resize, planner.add_range(id, span)?),
        Command::RemoveRange(id, span) => (Act::Resize, planner.remove_range(id, span)?),
        Command::Relate(new) => (Act::Relate, planner.relate(new)?),
        Command::Retype(id, kind) => (Act::Retype, planner.retype(id, kind)?),
        Command::Unrelate(ids) => (Act::Unrelate, planner.unrelate(&ids)?),
        Command::AddRelationType(new) => (Act::EditRelationTypes, planner.add_relation_type(new)?),
        Command::EditRelationType(id, fields) => {
            (Act::EditRelationTypes, planner.edit_relation_type(id, fields)?)
        }
        Command::DeleteRelationType(id) => (Act::EditRelationTypes, planner.delete_relation_type(id)?),
        Command::SetRule(rule) => (Act::EditRules, planner.set_rule(rule)?),
        Command::DeleteRule(id) => (Act::EditRules, planner.forget(Key::Rule(id))?),
        Command::NameVersion { id, name, note, at } => {
            (Act::EditVersions, planner.name_version(id, name, note, at)?)
        }
        Command::DeleteVersion(id) => (Act::EditVersions, planner.forget(Key::Version(id))?),
        Command::Refuse(refusals) => (Act::Refuse, planner.refuse(refusals)),
        Command::OfferAgain(ids) => (Act::OfferAgain, planner.offer_again(&ids)),
        Command::SetInstrument(instrument) => (Act::EditInstruments, planner.set_instrument(instrument)?),
        Command::DeleteInstrument(id) => (Act::EditInstruments, planner.forget(Key::Instrument(id))?),
        Command::ReplaceCodebook(incoming) => (Act::ReplaceCodebook, planner.replace_codebook(&incoming)?),
        Command::Memo(memo) => {
            let head = Head { memo, ..project.head().clone() };
            (Act::Memo, planner.replace(Record::Head(head)))
        }
        Command::AddDocuments(documents) => (Act::AddDocuments, planner.add_documents(documents)?),
        Command::EditDocument(id, fields) => (Act::EditDocument, planner.edit_document(id, fields)?),
        Command::RemoveDocument(id) => (Act::RemoveDocument, planner.remove_document(id)?),
        Command::RenameProject(title) => {
            let head = Head { title: filled(title)?, ..project.head().clone() };
            (Act::RenameProject, planner.replace(Record::Head(head)))
        }
        Command::LabelCoder(id, label) => {
            let mut coder = planner.coder(id);
            coder.label = label.trim().to_owned();
            (Act::LabelCoder, planner.replace(Record::Coder(coder)))
        }
        Command::MarkReading { coder, document, progress, at } => {
            (Act::MarkReading, planner.mark_reading(coder, document, progress, at)?)
        }
        Command::ReplaceProject(other) => (Act::ReplaceProject, Patch::from_to(project, &other).changes),
        Command::TakeIn(incoming) => (Act::TakeIn, planner.take_in(*incoming)?),
    };
    if changes.is_empty() {
        return Err(EditError::NothingToDo);
    }
    Ok(Plan { act, patch: Patch { changes }, stamping: Stamping::of(act, now) })
}

/// A name without the white space around it.
fn filled(name: String) -> Result<String, EditError> {
    let name = name.trim();
    if name.is_empty() { Err(EditError::EmptyName) } else { Ok(name.to_owned()) }
}

pub(super) struct Planner<'p> {
    project: &'p Project,
}

impl Planner<'_> {
    pub(super) fn tag(&self, id: TagId) -> Result<Tag, EditError> {
        self.project.tag(id).cloned().ok_or(EditError::NoTag(id))
    }

    pub(super) fn document(&self, id: DocumentId) -> Result<&Document, EditError> {
        self.project.document(id).ok_or(EditError::NoDocument(id))
    }

    pub(super) fn annotation(&self, id: AnnotationId) -> Result<&Annotation, EditError> {
        self.project.annotation(id).ok_or(EditError::NoAnnotation(id))
    }

    /// The coder, new and without a label if it was not there.
    pub(super) fn coder(&self, id: CoderId) -> Coder {
        let new = || Coder { id, label: String::new(), extra: Extra::default() };
        self.project.coder(id).cloned().unwrap_or_else(new)
    }

    /// The change from what is there to this record; nothing where they are equal.
    pub(super) fn replace(&self, record: Record) -> Vec<Change> {
        Change::new(self.project.get(record.key()), Some(record)).into_iter().collect()
    }

    /// The change that makes sure a coder is there.
    pub(super) fn with_coder(&self, id: CoderId) -> Vec<Change> {
        self.replace(Record::Coder(self.coder(id)))
    }
}
