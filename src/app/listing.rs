//! Which annotations are listed and painted, and the way from one to the next.

use super::App;
use crate::model::{AnnotationId, DocumentId, Project, Query, SortBy, TagId, hides, unseen};
use leptos::prelude::*;

impl App {
    /// The annotations of a document that are listed, in the list's order; listening
    /// to what is asked for and what is hidden.
    pub fn listed(&self, document: DocumentId) -> Vec<AnnotationId> {
        let (query, hidden) = (self.view.query.get(), self.view.hidden.get());
        self.with_index(|project, index| query.run(project, index.placed(document), &hidden))
    }

    /// How many annotations a document has, and how many of them have a hidden tag; listening.
    pub fn count_on(&self, document: DocumentId) -> (usize, usize) {
        let hidden = self.view.hidden.get();
        self.with_index(|project, index| {
            (index.count(document), index.count_with(document, &unseen(project, &hidden)))
        })
    }

    /// Chooses the annotation so many places after the chosen one, or after the
    /// caret; after the last comes the first.
    pub fn step(&self, by: isize) {
        let Some(document) = self.view.document.get_untracked() else { return };
        let listed = untrack(|| self.listed(document));
        let chosen = self.view.chosen.get_untracked();
        let at = match chosen.and_then(|chosen| listed.iter().position(|id| *id == chosen)) {
            Some(at) => at as isize + by,
            None if self.view.query.with_untracked(|query| query.order != SortBy::Place) => {
                if by > 0 {
                    by - 1
                } else {
                    by
                }
            }
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

    /// Asks the list something else. What no longer is in it is let go of.
    pub fn ask(&self, change: impl FnOnce(&mut Query)) {
        self.view.query.update(change);
        self.leave_unlisted();
    }

    /// Lists all again, in the same order.
    pub fn ask_nothing(&self) {
        self.ask(|query| *query = Query { order: query.order, ..Query::default() });
    }

    /// True where the marks of a tag are hidden, because it or one above it is; listening.
    pub fn hides(&self, tag: TagId) -> bool {
        let hidden = self.view.hidden.get();
        self.with(|project| hides(project, &hidden, tag))
    }

    /// Hides a tag everywhere, or shows it again.
    pub fn switch_tag(&self, tag: TagId) {
        if untrack(|| self.hides(tag)) {
            self.reveal(tag);
        } else {
            self.view.hidden.update(|hidden| {
                hidden.insert(tag);
            });
            self.leave_unlisted();
        }
    }

    /// Shows a tag again, and what it stands under.
    pub fn reveal(&self, tag: TagId) {
        if self.view.hidden.with_untracked(|hidden| hidden.is_empty()) {
            return;
        }
        let mut above = Some(tag);
        self.view.hidden.update(|hidden| {
            while let Some(tag) = above {
                hidden.remove(&tag);
                above = self.with(|project| project.tag(tag).and_then(|tag| tag.parent));
            }
        });
    }

    /// Shows all tags again.
    pub fn reveal_all(&self) {
        self.view.hidden.set(Default::default());
    }

    fn leave_unlisted(&self) {
        let (Some(document), Some(chosen)) =
            (self.view.document.get_untracked(), self.view.chosen.get_untracked())
        else {
            return;
        };
        if !untrack(|| self.listed(document)).contains(&chosen) {
            self.view.chosen.set(None);
        }
    }
}
