//! From a wish to a patch.

use super::codebook::{children, lies_under};
use super::starter::PALETTE;
use super::take_in::take_in;
use super::*;
use crate::table::{KeySet, TextMap};
use crate::text::Span;

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
        Command::DeleteTag(id) => (Act::DeleteTag, planner.delete_tag(id)?),
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
        Command::TakeIn(incoming) => (Act::TakeIn, take_in(project, &incoming)),
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

struct Planner<'p> {
    project: &'p Project,
}

impl Planner<'_> {
    fn tag(&self, id: TagId) -> Result<Tag, EditError> {
        self.project.tag(id).cloned().ok_or(EditError::NoTag(id))
    }

    fn document(&self, id: DocumentId) -> Result<&Document, EditError> {
        self.project.document(id).ok_or(EditError::NoDocument(id))
    }

    fn annotation(&self, id: AnnotationId) -> Result<&Annotation, EditError> {
        self.project.annotation(id).ok_or(EditError::NoAnnotation(id))
    }

    /// The coder, new and without a label if it was not there.
    fn coder(&self, id: CoderId) -> Coder {
        let new = || Coder { id, label: String::new(), extra: Extra::default() };
        self.project.coder(id).cloned().unwrap_or_else(new)
    }

    /// The change from what is there to this record; nothing where they are equal.
    fn replace(&self, record: Record) -> Vec<Change> {
        Change::new(self.project.get(record.key()), Some(record)).into_iter().collect()
    }

    /// The change that makes sure a coder is there.
    fn with_coder(&self, id: CoderId) -> Vec<Change> {
        self.replace(Record::Coder(self.coder(id)))
    }

    fn annotate(&self, new: NewAnnotation, new_tag: Option<&Tag>) -> Result<Vec<Change>, EditError> {
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
        changes.push(Change::insert(Record::Annotation(annotation)));
        Ok(changes)
    }

    /// The same passage, tag and coder twice say nothing more than once.
    fn refuse_twin(&self, new: &Annotation) -> Result<(), EditError> {
        let start = new.target.hull().map(Span::start).unwrap_or_default();
        let twin = self.project.annotations_from(new.document, start).find(|other| {
            let same = (other.tag, other.coder) == (new.tag, new.coder);
            same && other.target == new.target && other.id != new.id
        });
        twin.map_or(Ok(()), |twin| Err(EditError::AlreadyTagged(twin.id)))
    }

    fn edit_annotation(
        &self,
        id: AnnotationId,
        edit: impl FnOnce(&mut Annotation),
    ) -> Result<Vec<Change>, EditError> {
        let mut annotation = self.annotation(id)?.clone();
        edit(&mut annotation);
        Ok(self.replace(Record::Annotation(annotation)))
    }

    fn retag(&self, id: AnnotationId, tag: &Tag) -> Result<Vec<Change>, EditError> {
        let mut annotation = self.annotation(id)?.clone();
        if annotation.tag == tag.id {
            return Ok(Vec::new());
        }
        annotation.tag = tag.id;
        annotation.tag_revision = tag.revision;
        self.refuse_twin(&annotation)?;
        Ok(self.replace(Record::Annotation(annotation)))
    }

    fn resize(&self, id: AnnotationId, target: Target) -> Result<Vec<Change>, EditError> {
        let mut annotation = self.annotation(id)?.clone();
        if !target.fits(&self.document(annotation.document)?.text) {
            return Err(EditError::OutsideText);
        }
        if annotation.target == target {
            return Ok(Vec::new());
        }
        annotation.target = target;
        self.refuse_twin(&annotation)?;
        Ok(self.replace(Record::Annotation(annotation)))
    }

    fn delete(&self, ids: &[AnnotationId]) -> Result<Vec<Change>, EditError> {
        let ids: KeySet<_> = ids.iter().copied().collect();
        let remove = |id| Ok(Change::remove(Record::Annotation(self.annotation(id)?.clone())));
        ids.iter().map(remove).collect()
    }

    fn delete_where(&self, which: impl Fn(&Annotation) -> bool) -> Vec<Change> {
        let annotations = self.project.annotations().values().filter(|annotation| which(annotation));
        annotations.cloned().map(Record::Annotation).map(Change::remove).collect()
    }

    fn new_tag(&self, new: NewTag) -> Result<Tag, EditError> {
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
    fn fresh_colour(&self) -> Colour {
        let uses = |colour: Colour| self.project.tags().values().filter(|tag| tag.colour == colour).count();
        let least = PALETTE.iter().copied().min_by_key(|colour| uses(*colour));
        least.expect("the palette is not empty")
    }

    fn free_key(&self) -> Option<char> {
        let taken = |key: char| self.project.tags().values().any(|tag| tag.key == Some(key));
        "1234567890".chars().find(|key| !taken(*key))
    }

    fn refuse_namesake(&self, id: TagId, name: &str, parent: Option<TagId>) -> Result<(), EditError> {
        let namesake = children(self.project, parent)
            .into_iter()
            .any(|tag| tag.id != id && tag.name.to_lowercase() == name.to_lowercase());
        if namesake { Err(EditError::NameTaken(name.to_owned())) } else { Ok(()) }
    }

    fn edit_tag(&self, id: TagId, fields: Vec<TagField>) -> Result<Vec<Change>, EditError> {
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
                TagField::Examples(examples) => tag.examples = examples,
            }
        }
        if tag.name != old.name {
            self.refuse_namesake(id, &tag.name, tag.parent)?;
        }
        let mut changes = Vec::new();
        if tag.key.is_some() && tag.key != old.key {
            for other in self.project.tags().values().filter(|other| other.key == tag.key) {
                changes.extend(self.replace(Record::Tag(Tag { key: None, ..other.clone() })));
            }
        }
        let meaning = |tag: &Tag| {
            let Tag { name, definition, use_when, not_when, .. } = tag.clone();
            (name, definition, use_when, not_when)
        };
        if meaning(&tag) != meaning(&old) {
            tag.revision += 1;
        }
        changes.extend(self.replace(Record::Tag(tag)));
        Ok(changes)
    }

    fn move_tag(
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

    /// The annotations go with the tag; the tags under it take its place.
    fn delete_tag(&self, id: TagId) -> Result<Vec<Change>, EditError> {
        let tag = self.tag(id)?;
        let mut changes = self.delete_where(|annotation| annotation.tag == id);
        let siblings = children(self.project, tag.parent);
        let after = siblings.iter().find(|sibling| sibling.order > tag.order).map(|sibling| &sibling.order);
        let mut last = tag.order.clone();
        for child in children(self.project, Some(id)) {
            let mut child = child.clone();
            self.refuse_namesake(id, &child.name, tag.parent)?;
            child.parent = tag.parent;
            child.order = Order::between(Some(&last), after);
            last = child.order.clone();
            changes.extend(self.replace(Record::Tag(child)));
        }
        changes.push(Change::remove(Record::Tag(tag)));
        Ok(changes)
    }

    fn add_documents(&self, documents: Vec<Document>) -> Result<Vec<Change>, EditError> {
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

    fn edit_document(&self, id: DocumentId, fields: Vec<DocumentField>) -> Result<Vec<Change>, EditError> {
        let mut document = self.document(id)?.clone();
        for field in fields {
            match field {
                DocumentField::Title(title) => document.title = filled(title)?,
                DocumentField::Source(source) => document.source = source.trim().to_owned(),
                DocumentField::Author(author) => document.author = author.trim().to_owned(),
                DocumentField::Date(date) => document.date = date.trim().to_owned(),
                DocumentField::Language(language) => document.language = language.trim().to_owned(),
            }
        }
        Ok(self.replace(Record::Document(document)))
    }

    fn remove_document(&self, id: DocumentId) -> Result<Vec<Change>, EditError> {
        let document = self.document(id)?.clone();
        let mut changes = self.delete_where(|annotation| annotation.document == id);
        let readings = self.project.readings().values().filter(|reading| reading.document == id);
        changes.extend(readings.cloned().map(Record::Reading).map(Change::remove));
        changes.push(Change::remove(Record::Document(document)));
        Ok(changes)
    }

    fn mark_reading(
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
