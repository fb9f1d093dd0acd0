//! From a selection to an annotation, and from one annotation to the next.

use super::{App, Caret, Palette, Pending, browser};
use crate::model::{
    Annotation, AnnotationId, Command, EditError, NewAnnotation, NewTag, Side, TagId, Target,
};
use crate::text::{Span, to_graphemes};
use leptos::prelude::*;

/// How a selection is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// Whole words, without the spaces and punctuation around them.
    Words,
    /// The very characters.
    Exact,
}

/// What a tag is given to.
enum Subject {
    Passage(Span),
    Document,
    Annotation(AnnotationId),
    Pen,
    Example(Side),
}

impl App {
    /// The passage that a selection comes to, as it will be taken.
    pub fn taken(&self, raw: Span, take: Take) -> Option<Span> {
        let id = self.view.document.get_untracked()?;
        self.with(|project| {
            let text = &project.document(id)?.text;
            match take {
                Take::Words => self.snap(text, raw),
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

    /// Goes on with the pending passage: the marker pen tags it, or the palette asks
    /// for its tag. Every way to the palette leads through here.
    pub fn take_passage(&self) {
        let Some(pending) = self.view.pending.get_untracked() else { return };
        self.view.relating.set(None);
        let Some(tag) = self.view.pen.get_untracked() else {
            return self.view.palette.set(Some(Palette::Pending));
        };
        self.annotate(pending.taken, tag, Command::Annotate);
        // The next selection begins here, and is none of the end of what was just marked.
        self.view.pending.set(None);
        self.view.chosen.set(None);
        self.view.caret.set(Caret::at(pending.taken.end()));
    }

    /// Makes a tag the marker pen's, or puts the pen away.
    pub fn take_pen(&self, tag: Option<TagId>) {
        if tag.is_some_and(|tag| self.refuse_retired(tag)) {
            return;
        }
        self.view.palette.set(None);
        self.view.chosen.set(None);
        self.view.held.set(None);
        self.view.pen.set(tag);
    }

    /// Gives the pending passage, or the chosen annotation, a tag.
    pub fn give(&self, tag: TagId) {
        let subject = self.subject();
        if let Some(Subject::Example(side)) = subject {
            return self.give_example(tag, side);
        }
        if subject.is_some() && self.refuse_retired(tag) {
            return;
        }
        match subject {
            Some(Subject::Pen) => self.take_pen(Some(tag)),
            Some(Subject::Passage(span)) => self.annotate(span, tag, Command::Annotate),
            Some(Subject::Document) => self.annotate_whole(tag, Command::Annotate),
            Some(Subject::Annotation(id)) => self.retag(Command::Retag(id, tag)),
            Some(Subject::Example(_)) | None => {}
        }
    }

    /// Gives the pending passage, or the chosen annotation, a tag of this name
    /// that does not exist yet.
    pub fn give_new(&self, name: String) {
        let new = NewTag { id: TagId::from_random(browser::random()), name, parent: None, colour: None };
        let tag = new.id;
        match self.subject() {
            Some(Subject::Pen) if self.dispatch(Command::AddTag(new.clone())).is_ok() => {
                self.take_pen(Some(tag));
            }
            Some(Subject::Example(side)) if self.dispatch(Command::AddTag(new.clone())).is_ok() => {
                self.give_example(tag, side);
            }
            Some(Subject::Pen | Subject::Example(_)) => {}
            Some(Subject::Passage(span)) => {
                self.annotate(span, new.id, |annotation| Command::AnnotateAsNew(new, annotation));
            }
            Some(Subject::Document) => {
                self.annotate_whole(new.id, |annotation| Command::AnnotateAsNew(new, annotation));
            }
            Some(Subject::Annotation(id)) => self.retag(Command::RetagAsNew(new, id)),
            None => {}
        }
    }

    fn give_example(&self, tag: TagId, side: Side) {
        if self.keep_example(tag, side) {
            self.view.palette.set(None);
        }
    }

    fn retag(&self, command: Command) {
        if self.dispatch(command).is_ok() {
            self.view.palette.set(None);
            self.reveal_chosen();
        }
    }

    /// True, and said, of a tag that is kept where it was given and not given any more.
    fn refuse_retired(&self, tag: TagId) -> bool {
        let name =
            self.with(|project| project.tag(tag).filter(|tag| tag.retired).map(|tag| tag.name.clone()));
        if let Some(name) = &name {
            self.refuse(EditError::Retired(name.clone()).to_string());
        }
        name.is_some()
    }

    fn annotate(&self, span: Span, tag: TagId, command: impl FnOnce(NewAnnotation) -> Command) {
        if let Some(target) = Target::passage(span) {
            self.annotate_target(target, tag, command);
        }
    }

    fn annotate_whole(&self, tag: TagId, command: impl FnOnce(NewAnnotation) -> Command) {
        self.annotate_target(Target::document(), tag, command);
    }

    fn annotate_target(&self, target: Target, tag: TagId, command: impl FnOnce(NewAnnotation) -> Command) {
        let Some(document) = self.view.document.get_untracked() else { return };
        let id = AnnotationId::from_random(browser::random());
        let new = NewAnnotation { id, document, target, tag, coder: self.coder(), at: browser::now() };
        if self.dispatch(command(new)).is_ok() {
            self.view.pending.set(None);
            self.view.palette.set(None);
            self.view.chosen.set(Some(id));
            self.reveal_chosen();
        }
    }

    /// What was just tagged is seen, even where its tag was hidden.
    fn reveal_chosen(&self) {
        let chosen = self.view.chosen.get_untracked();
        let tag = |id| self.with(|project| project.annotation(id).map(|annotation| annotation.tag));
        if let Some(tag) = chosen.and_then(tag) {
            self.reveal(tag);
        }
    }

    /// What a tag would be given to just now.
    fn subject(&self) -> Option<Subject> {
        match self.view.palette.get_untracked() {
            Some(Palette::Retag(id)) => return Some(Subject::Annotation(id)),
            Some(Palette::Document) => return Some(Subject::Document),
            Some(Palette::Pen) => return Some(Subject::Pen),
            Some(Palette::Example(side)) => return Some(Subject::Example(side)),
            _ => {}
        }
        let pending = self.view.pending.get_untracked().map(|pending| Subject::Passage(pending.taken));
        pending.or_else(|| self.view.chosen.get_untracked().map(Subject::Annotation))
    }

    /// True where a tag would be given to something.
    pub fn has_subject(&self) -> bool {
        self.view.pending.get_untracked().is_some() || self.view.chosen.get_untracked().is_some()
    }

    /// The words of an annotation's passage, shortened to some characters.
    pub fn quote(&self, id: AnnotationId, longest: usize) -> String {
        let found = self.with(|project| project.annotation(id).cloned());
        found.map(|annotation| self.quote_of(&annotation, longest)).unwrap_or_default()
    }

    /// The words of the passage of an annotation that may be gone, as long as its
    /// document is there.
    pub fn quote_of(&self, annotation: &Annotation, longest: usize) -> String {
        self.with(|project| {
            let Some(document) = project.document(annotation.document) else { return String::new() };
            let spans = annotation.target.spans().iter().enumerate();
            shortened(
                spans.flat_map(|(at, span)| [if at > 0 { " … " } else { "" }, document.text.slice(*span)]),
                longest,
            )
        })
    }

    /// The words of a span of the shown document, shortened to some characters.
    pub fn words_of(&self, span: Span, longest: usize) -> String {
        let Some(id) = self.view.document.get_untracked() else { return String::new() };
        self.with(|project| {
            project
                .document(id)
                .map(|document| shortened([document.text.slice(span)], longest))
                .unwrap_or_default()
        })
    }
}

/// The first characters of some pieces of text, and a sign that more follow. A
/// long passage is not read to its end.
pub(super) fn shortened<'t>(pieces: impl IntoIterator<Item = &'t str>, longest: usize) -> String {
    let mut characters = pieces.into_iter().flat_map(str::chars);
    let short: String = characters.by_ref().take(longest).collect();
    match characters.next() {
        Some(_) => format!("{}…", short.trim_end()),
        None => short,
    }
}
