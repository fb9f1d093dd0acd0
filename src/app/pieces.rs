//! A passage in several ranges: more words are added to an annotation that is there.

use super::{App, Caret, Take};
use crate::model::{AnnotationId, Command};
use crate::text::Span;
use leptos::prelude::*;

impl App {
    /// The annotation to which what is selected can be added: the one that was chosen last, as long as its
    /// text is shown. Listening.
    pub fn extendable(&self) -> Option<AnnotationId> {
        let (held, document) = (self.view.held.get()?, self.view.document.get()?);
        let is_here = self.with(|project| {
            let annotation = project.annotation(held).filter(|it| it.document == document);
            annotation.is_some_and(|it| it.target.hull().is_some())
        });
        is_here.then_some(held)
    }

    /// Adds what is selected to that annotation; false where nothing is selected.
    pub fn add_selected(&self) -> bool {
        let selected = self.view.caret.get_untracked().span();
        let pending = self.view.pending.get_untracked().map(|pending| pending.taken);
        let Some(span) = pending.or_else(|| self.taken(selected, Take::Words)) else { return false };
        self.add_piece(span);
        true
    }

    /// Adds a range to that annotation, and chooses it.
    pub fn add_piece(&self, span: Span) {
        let Some(id) = untrack(|| self.extendable()) else { return };
        if self.dispatch(Command::AddRange(id, span)).is_ok() {
            self.view.pending.set(None);
            self.view.palette.set(None);
            self.view.caret.set(Caret::at(span.end()));
            self.view.chosen.set(Some(id));
        }
    }

    /// Takes a range away from an annotation.
    pub fn remove_piece(&self, id: AnnotationId, span: Span) -> bool {
        self.dispatch(Command::RemoveRange(id, span)).is_ok()
    }
}
