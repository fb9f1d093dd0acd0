//! From a selection to an annotation, and from one annotation to the next.

use super::{App, Caret, Palette, Pending, browser};
use crate::model::{AnnotationId, Command, DocumentId, NewAnnotation, NewTag, Project, TagId, Target};
use crate::text::{Span, to_graphemes};
use leptos::prelude::*;
use std::cmp::Reverse;

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
    Annotation(AnnotationId),
    Pen,
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
        self.view.palette.set(None);
        self.view.chosen.set(None);
        self.view.pen.set(tag);
    }

    /// Gives the pending passage, or the chosen annotation, a tag.
    pub fn give(&self, tag: TagId) {
        match self.subject() {
            Some(Subject::Pen) => self.take_pen(Some(tag)),
            Some(Subject::Passage(span)) => self.annotate(span, tag, Command::Annotate),
            Some(Subject::Annotation(id)) => self.retag(Command::Retag(id, tag)),
            None => {}
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
            Some(Subject::Pen) => {}
            Some(Subject::Passage(span)) => {
                self.annotate(span, new.id, |annotation| Command::AnnotateAsNew(new, annotation));
            }
            Some(Subject::Annotation(id)) => self.retag(Command::RetagAsNew(new, id)),
            None => {}
        }
    }

    fn retag(&self, command: Command) {
        if self.dispatch(command).is_ok() {
            self.view.palette.set(None);
        }
    }

    fn annotate(&self, span: Span, tag: TagId, command: impl FnOnce(NewAnnotation) -> Command) {
        let Some(document) = self.view.document.get_untracked() else { return };
        let Some(target) = Target::passage(span) else { return };
        let id = AnnotationId::from_random(browser::random());
        let new = NewAnnotation { id, document, target, tag, coder: self.coder(), at: browser::now() };
        if self.dispatch(command(new)).is_ok() {
            self.view.pending.set(None);
            self.view.palette.set(None);
            self.view.chosen.set(Some(id));
        }
    }

    /// What a tag would be given to just now.
    fn subject(&self) -> Option<Subject> {
        match self.view.palette.get_untracked() {
            Some(Palette::Retag(id)) => return Some(Subject::Annotation(id)),
            Some(Palette::Pen) => return Some(Subject::Pen),
            _ => {}
        }
        let pending = self.view.pending.get_untracked().map(|pending| Subject::Passage(pending.taken));
        pending.or_else(|| self.view.chosen.get_untracked().map(Subject::Annotation))
    }

    /// True where a tag would be given to something.
    pub fn has_subject(&self) -> bool {
        self.view.pending.get_untracked().is_some() || self.view.chosen.get_untracked().is_some()
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
fn shortened<'t>(pieces: impl IntoIterator<Item = &'t str>, longest: usize) -> String {
    let mut characters = pieces.into_iter().flat_map(str::chars);
    let short: String = characters.by_ref().take(longest).collect();
    match characters.next() {
        Some(_) => format!("{}…", short.trim_end()),
        None => short,
    }
}
