//! The one door: every change of the project passes here.

use super::{App, Happened, Notice, Pending, Topic, browser};
use crate::history::Outcome;
use crate::model::{
    Act, AnnotationId, Command, DocumentId, EditError, Key, NewAnnotation, NewTag, Progress, Project, Record,
    TagId, Target,
};
use crate::text::{Span, snap, to_graphemes};
use leptos::prelude::*;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How a selection is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// Whole words, without the spaces and punctuation around them.
    Words,
    /// The very characters.
    Exact,
}

impl App {
    /// Does what a view asks for. What cannot be done is said, and changes nothing.
    pub fn dispatch(&self, command: Command) -> Result<(), EditError> {
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
        let outcome = self.inner().editor.borrow_mut().undo(browser::now());
        self.turned(outcome);
    }

    /// Does again what was taken back.
    pub fn redo(&self) {
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
        let inner = self.inner();
        let Outcome { applied, step, kind } = outcome;
        let blocks = inner.index.borrow_mut().follow(&applied);
        let mut topics: BTreeSet<Topic> = blocks.into_iter().map(|(id, at)| Topic::Block(id, at)).collect();
        let mut repaint = false;
        for change in &applied.patch.changes {
            match change.key() {
                Key::Head => topics.extend([Topic::Head]),
                Key::Document(_) => topics.extend([Topic::Documents]),
                Key::Tag(_) => {
                    topics.extend([Topic::Tags]);
                    repaint |= looks_changed(change.before(), change.after());
                }
                Key::Coder(_) => {
                    topics.extend([Topic::Coders]);
                    // Marks say who made them.
                    repaint |= change.before().is_some();
                }
                Key::Annotation(id) => topics.extend([Topic::Annotations, Topic::Annotation(id)]),
                Key::Reading(..) => topics.extend([Topic::Readings]),
                Key::Tombstone(_) => {}
            }
        }
        topics.extend([Topic::History]);
        self.keep_footing();
        inner.topics.publish(topics);
        if repaint {
            inner.topics.publish_blocks();
        }
        self.view.happened.set(Some(Happened { step: step.clone(), kind, left: applied.left.len() }));
        self.save(step, kind);
    }

    /// What the views point at may have gone: then they point at something else.
    fn keep_footing(&self) {
        let view = self.view;
        let gone = |id: AnnotationId| self.with(|project| project.annotation(id).is_none());
        if view.chosen.get_untracked().is_some_and(gone) {
            view.chosen.set(None);
        }
        let lost = |id: TagId| self.with(|project| project.tag(id).is_none());
        if view.tag.get_untracked().is_some_and(lost) {
            view.tag.set(None);
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

    /// Says why something was not done.
    pub fn refuse(&self, text: String) {
        self.view.said.set(text.clone());
        self.view.notice.set(Some(Notice { text, offers_undo: false, is_error: true }));
    }

    /// The passage that a selection comes to, as it will be taken.
    pub fn taken(&self, raw: Span, take: Take) -> Option<Span> {
        let id = self.view.document.get_untracked()?;
        self.with(|project| {
            let text = &project.document(id)?.text;
            match take {
                Take::Words => snap(text, raw),
                Take::Exact => Some(to_graphemes(text, raw)).filter(|span| !span.is_empty()),
            }
        })
    }

    /// Makes a selection the pending passage; nothing where it holds no character.
    pub fn select(&self, raw: Span, take: Take) -> Option<Span> {
        let pending = self.taken(raw, take).map(|taken| Pending { raw, taken });
        if self.view.pending.get_untracked() != pending {
            self.view.pending.set(pending);
        }
        pending.map(|pending| pending.taken)
    }

    /// Gives the pending passage, or the chosen annotation, a tag.
    pub fn give(&self, tag: TagId) {
        match self.subject() {
            Some(Subject::Passage(new)) => {
                self.annotate(new, |new| Command::Annotate(NewAnnotation { tag, ..new }))
            }
            Some(Subject::Annotation(id)) => {
                self.retag(Command::Retag(id, tag));
            }
            None => {}
        }
    }

    /// Gives the pending passage, or the chosen annotation, a tag of this name
    /// that does not exist yet.
    pub fn give_new(&self, name: String) {
        let tag = NewTag { id: TagId::from_random(browser::random()), name, parent: None, colour: None };
        match self.subject() {
            Some(Subject::Passage(new)) => self.annotate(new, |new| Command::AnnotateAsNew(tag, new)),
            Some(Subject::Annotation(id)) => {
                self.retag(Command::RetagAsNew(tag, id));
            }
            None => {}
        }
    }

    fn retag(&self, command: Command) {
        if self.dispatch(command).is_ok() {
            self.view.palette.set(None);
        }
    }

    fn annotate(&self, new: NewAnnotation, command: impl FnOnce(NewAnnotation) -> Command) {
        let id = new.id;
        if self.dispatch(command(new)).is_ok() {
            self.view.pending.set(None);
            self.view.palette.set(None);
            self.view.chosen.set(Some(id));
        }
    }

    /// What a tag would be given to just now.
    fn subject(&self) -> Option<Subject> {
        if let Some(super::Palette::Retag(id)) = self.view.palette.get_untracked() {
            return Some(Subject::Annotation(id));
        }
        let Some(pending) = self.view.pending.get_untracked() else {
            return self.view.chosen.get_untracked().map(Subject::Annotation);
        };
        Some(Subject::Passage(NewAnnotation {
            id: AnnotationId::from_random(browser::random()),
            document: self.view.document.get_untracked()?,
            target: Target::passage(pending.taken)?,
            tag: TagId::from_random([0; 16]),
            coder: self.coder(),
            at: browser::now(),
        }))
    }

    /// True where a tag would be given to something.
    pub fn has_subject(&self) -> bool {
        self.view.pending.get_untracked().is_some() || self.view.chosen.get_untracked().is_some()
    }

    /// Makes a tag and shows it in the codebook.
    pub fn add_tag(&self, name: String, parent: Option<TagId>) -> bool {
        let id = TagId::from_random(browser::random());
        let added = self.dispatch(Command::AddTag(NewTag { id, name, parent, colour: None })).is_ok();
        if added {
            self.view.tag.set(Some(id));
        }
        added
    }

    /// The annotations of a document in the order of the text.
    pub fn listed(&self, document: DocumentId) -> Vec<AnnotationId> {
        self.with_index(|project, index| {
            let annotations = index.on_document(document).filter_map(|id| project.annotation(id));
            let mut rows: Vec<_> = annotations
                .map(|annotation| {
                    let hull = annotation.target.hull();
                    (hull.map(|hull| (hull.start(), Reverse(hull.end()))), annotation.created, annotation.id)
                })
                .collect();
            rows.sort_unstable();
            rows.into_iter().map(|(_, _, id)| id).collect()
        })
    }

    /// Chooses the annotation so many places after the chosen one, or after the
    /// caret; after the last comes the first.
    pub fn step(&self, by: isize) {
        let Some(document) = self.view.document.get_untracked() else { return };
        let listed = self.listed(document);
        let chosen = self.view.chosen.get_untracked();
        let at = match chosen.and_then(|chosen| listed.iter().position(|id| *id == chosen)) {
            Some(at) => at as isize + by,
            None => {
                let caret = self.view.caret.get_untracked().head;
                let starts_before = |id: &AnnotationId| {
                    let hull = |project: &Project| project.annotation(*id)?.target.hull();
                    self.with(hull).is_none_or(|hull| hull.start() < caret)
                };
                let next = listed.partition_point(starts_before) as isize;
                if by > 0 { next + by - 1 } else { next + by }
            }
        };
        if !listed.is_empty() {
            self.choose(listed[at.rem_euclid(listed.len() as isize) as usize]);
        }
    }

    /// The words of an annotation's passage, shortened to some characters.
    pub fn quote(&self, id: AnnotationId, longest: usize) -> String {
        self.with(|project| {
            let Some(annotation) = project.annotation(id) else { return String::new() };
            let Some(document) = project.document(annotation.document) else { return String::new() };
            let spans = annotation.target.spans().iter();
            shortened(&spans.map(|span| document.text.slice(*span)).collect::<Vec<_>>().join(" … "), longest)
        })
    }

    /// The words of a span of the shown document, shortened to some characters.
    pub fn words_of(&self, span: Span, longest: usize) -> String {
        let Some(id) = self.view.document.get_untracked() else { return String::new() };
        self.with(|project| {
            project.document(id).map(|d| shortened(d.text.slice(span), longest)).unwrap_or_default()
        })
    }

    /// Deletes the chosen annotation.
    pub fn delete_chosen(&self) {
        if let Some(id) = self.view.chosen.get_untracked() {
            let _ = self.dispatch(Command::DeleteAnnotations(vec![id]));
        }
    }
}

/// The first characters of a text, and a sign that more follow.
fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// What the palette acts on.
enum Subject {
    Passage(NewAnnotation),
    Annotation(AnnotationId),
}

/// True where marks with this tag look different now.
fn looks_changed(before: Option<&Record>, after: Option<&Record>) -> bool {
    let looks = |record: Option<&Record>| match record {
        Some(Record::Tag(tag)) => Some((tag.colour, tag.style, tag.name.clone())),
        _ => None,
    };
    before.is_some() && looks(before) != looks(after)
}
