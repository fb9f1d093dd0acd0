//! The one door: every change of the project passes here.

use super::{App, Happened, Leaf, Notice, Saving, Topic, Touched, browser};
use crate::history::{Kind, Outcome};
use crate::model::{
    Act, AnnotationId, Applied, Command, DocumentId, EditError, Key, NewTag, Progress, Record, TagId,
};
use crate::table::KeySet;
use leptos::prelude::*;

impl App {
    /// Does what a view asks for. What cannot be done is said, and changes nothing.
    pub fn dispatch(&self, command: Command) -> Result<(), EditError> {
        if !self.may_change() {
            return Err(EditError::ReadOnly);
        }
        self.view.sentence.set(None);
        self.begin();
        let outcome = self.inner().editor.borrow_mut().run(command, browser::now());
        match outcome {
            Ok(outcome) => {
                self.publish(outcome);
                Ok(())
            }
            Err(EditError::NothingToDo) => Ok(()),
            Err(error) => {
                if let EditError::AlreadyTagged(id) = error {
                    self.choose(id);
                }
                self.refuse(error.to_string());
                Err(error)
            }
        }
    }

    /// Takes the last step back.
    pub fn undo(&self) {
        if !self.may_change() {
            return;
        }
        let outcome = self.inner().editor.borrow_mut().undo(browser::now());
        self.turned(outcome);
    }

    /// Does again what was taken back.
    pub fn redo(&self) {
        if !self.may_change() {
            return;
        }
        let outcome = self.inner().editor.borrow_mut().redo(browser::now());
        self.turned(outcome);
    }

    fn turned(&self, outcome: Option<Outcome>) {
        self.view.pending.set(None);
        self.view.palette.set(None);
        if let Some(outcome) = outcome {
            self.publish(outcome);
        }
    }

    /// False, and said, where a newer program has taken over what this tab has written.
    fn may_change(&self) -> bool {
        let inner = self.inner();
        let has_newer = self.view.saving.with_untracked(|state| matches!(state, Saving::Newer(_)));
        let is_read_only = has_newer && !inner.places.borrow().is_empty();
        if is_read_only {
            self.refuse(EditError::ReadOnly.to_string());
        }
        !is_read_only
    }

    /// The act that undo would take back, listening.
    pub fn undoable(&self) -> Option<Act> {
        self.track(Topic::History);
        self.inner().editor.borrow().done().last().map(|step| step.act)
    }

    /// The act that redo would do again, listening.
    pub fn redoable(&self) -> Option<Act> {
        self.track(Topic::History);
        self.inner().editor.borrow().undone().last().map(|step| step.act)
    }

    /// Notes that the coder reads the shown document: they clicked, typed or
    /// scrolled in it. That it is on the screen is not enough, or an import would
    /// already differ from its file.
    pub fn note_reading(&self) {
        let Some(document) = self.view.document.get_untracked() else { return };
        let coder = self.coder();
        if self.with(|project| project.reading(coder, document).is_some()) {
            return;
        }
        let at = browser::now();
        let command = Command::MarkReading { coder, document, progress: Progress::Open, at };
        self.begin();
        let outcome = self.inner().editor.borrow_mut().note(command, at);
        if let Ok(outcome) = outcome {
            self.publish(outcome);
        }
    }

    /// Says how far the coder is with the shown document.
    pub fn mark_reading(&self, progress: Progress) {
        let Some(document) = self.view.document.get_untracked() else { return };
        let command = Command::MarkReading { coder: self.coder(), document, progress, at: browser::now() };
        let _ = self.dispatch(command);
    }

    fn publish(&self, outcome: Outcome) {
        let Outcome { applied, step, kind } = outcome;
        let came = match step.act {
            Act::AddDocuments if kind == Kind::Done => applied.patch.documents().collect(),
            _ => Vec::new(),
        };
        // What is written is on its way to the disk while the page is drawn anew.
        self.save(step.clone(), kind);
        self.publish_changes(&applied);
        let is_table_new = step.act == Act::EditInstruments;
        self.view.happened.set(Some(Happened { step, kind, left: applied.left.len() }));
        self.look_through_later(came);
        if is_table_new {
            self.look_again();
        }
    }

    /// Wakes all that shows what was changed.
    pub(super) fn publish_changes(&self, applied: &Applied) {
        let inner = self.inner();
        let blocks = self.with(|project| inner.index.borrow_mut().follow(project, applied));
        let mut topics: KeySet<Topic> = KeySet::new();
        // There may be thousands, each once.
        let mut annotations = Vec::new();
        let mut repaint = false;
        for change in &applied.patch.changes {
            match change.key() {
                Key::Head => topics.extend([Topic::Head]),
                Key::Document(id) => {
                    topics.extend([Topic::Documents]);
                    self.forget_references(id, change);
                }
                Key::Tag(_) => {
                    topics.extend([Topic::Tags]);
                    repaint |= looks_changed(change.before(), change.after());
                }
                Key::Coder(_) => {
                    topics.extend([Topic::Coders]);
                    // Marks say who made them.
                    repaint |= change.before().is_some();
                }
                Key::Annotation(id) => annotations.push(id),
                Key::Reading(..) => topics.extend([Topic::Readings]),
                Key::RelationType(_) | Key::Rule(_) | Key::Version(_) => topics.extend([Topic::Tags]),
                Key::Relation(_) => {
                    topics.extend([Topic::Annotations]);
                    // Both ends show it.
                    for record in [change.before(), change.after()] {
                        if let Some(Record::Relation(relation)) = record {
                            topics.extend([relation.from, relation.to].map(Topic::Annotation));
                        }
                    }
                }
                Key::Refusal(_) | Key::Instrument(_) => topics.extend([Topic::Law]),
                Key::Tombstone(_) => {}
            }
        }
        topics.extend([Topic::History]);
        topics.extend((!annotations.is_empty()).then_some(Topic::Annotations));
        inner.touched.borrow_mut().annotations.extend(annotations.iter().copied());
        if repaint || !blocks.is_empty() {
            topics.extend([Topic::Marks]);
            let mut touched = inner.touched.borrow_mut();
            touched.is_all |= repaint;
            touched.blocks.extend(blocks.iter());
        }
        self.keep_footing();
        inner.topics.publish(topics.iter().chain(annotations.into_iter().map(Topic::Annotation)));
        if repaint {
            inner.topics.publish_annotations();
        }
    }

    /// The blocks whose marks have become others since this was last asked.
    pub fn take_touched(&self) -> Touched {
        self.inner().touched.take()
    }

    /// What the views point at may have gone: then they point at something else.
    fn keep_footing(&self) {
        let view = self.view;
        let gone = |id: AnnotationId| self.with(|project| project.annotation(id).is_none());
        if view.chosen.get_untracked().is_some_and(gone) {
            view.chosen.set(None);
        }
        if view.held.get_untracked().is_some_and(gone) {
            view.held.set(None);
        }
        let relating = view.relating.get_untracked();
        if relating.is_some_and(|it| gone(it.from) || it.to.is_some_and(gone)) {
            view.relating.set(None);
        }
        let lost = |id: TagId| self.with(|project| project.tag(id).is_none());
        if view.tag.get_untracked().is_some_and(lost) {
            view.tag.set(None);
        }
        let is_there = |leaf: Leaf| {
            self.with(|project| match leaf {
                Leaf::RelationType(id) => project.relation_types().contains_key(&id),
                Leaf::Rule(Some(id)) => project.rules().contains_key(&id),
                Leaf::Compare(old, new) => {
                    [old, new].iter().flatten().all(|id| project.versions().contains_key(id))
                }
                _ => true,
            })
        };
        if !is_there(view.leaf.get_untracked()) {
            view.leaf.set(Leaf::Tag);
        }
        if view.pen.get_untracked().is_some_and(lost) {
            view.pen.set(None);
        }
        let shown = view.document.get_untracked();
        let is_there = |id: DocumentId| self.with(|project| project.document(id).is_some());
        if !shown.is_some_and(is_there) {
            let first = self.with(|project| project.documents().first().map(|document| document.id));
            view.leave_passage();
            view.caret.set(Default::default());
            view.document.set(first);
        }
    }

    /// Says that something was done.
    pub fn say(&self, text: String) {
        self.view.said.set(text.clone());
        self.view.notice.set(Some(Notice { text, offers_undo: false, is_error: false }));
    }

    /// Says that something was done, and offers to undo it.
    pub fn say_with_undo(&self, text: String) {
        self.view.said.set(text.clone());
        self.view.notice.set(Some(Notice { text, offers_undo: true, is_error: false }));
    }

    /// Says of the step that was just done what it came to, and offers to undo it: in place of what would
    /// be told of it otherwise.
    pub fn say_of_step(&self, text: String) {
        self.view.sentence.set(Some(text));
    }

    /// Says why something was not done.
    pub fn refuse(&self, text: String) {
        self.view.said.set(text.clone());
        self.view.notice.set(Some(Notice { text, offers_undo: false, is_error: true }));
    }

    /// Makes a tag and shows it in the codebook.
    pub fn add_tag(&self, name: String, parent: Option<TagId>) -> bool {
        let id = TagId::from_random(browser::random());
        let added = self.dispatch(Command::AddTag(NewTag { id, name, parent, colour: None })).is_ok();
        if added {
            self.view.show_tag(id);
        }
        added
    }

    /// Deletes the chosen annotation.
    pub fn delete_chosen(&self) {
        if let Some(id) = self.view.chosen.get_untracked() {
            let _ = self.dispatch(Command::DeleteAnnotations(vec![id]));
        }
    }
}

/// True where marks with this tag look different now.
fn looks_changed(before: Option<&Record>, after: Option<&Record>) -> bool {
    let looks = |record: Option<&Record>| match record {
        Some(Record::Tag(tag)) => Some((tag.colour, tag.style, tag.name.clone())),
        _ => None,
    };
    before.is_some() && looks(before) != looks(after)
}
