//! Drawing a relation: it begins at the chosen annotation, and ends at the one that is pointed at next.

use super::{App, Pane, browser};
use crate::model::{AnnotationId, Command, EditError, Fit, NewRelation, RelationId, RelationTypeId, fits};
use leptos::prelude::*;

/// A relation that is being drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relating {
    /// Where it was begun.
    pub from: AnnotationId,
    /// The other end, while it is asked what the relation says.
    pub to: Option<AnnotationId>,
}

impl App {
    /// Begins a relation at the chosen annotation.
    pub fn begin_relation(&self) {
        let Some(from) = self.view.chosen.get_untracked() else { return };
        self.view.palette.set(None);
        self.view.pending.set(None);
        self.view.pen.set(None);
        self.view.relating.set(Some(Relating { from, to: None }));
    }

    /// Chooses what a person points at; while a relation is being drawn it is its other end.
    pub fn point_at(&self, id: AnnotationId) {
        if self.view.relating.with_untracked(Option::is_some) {
            self.relate_to(id);
        } else {
            self.choose(id);
        }
    }

    /// Ends the relation that is being drawn here. Where only one type fits, that is it; else it is asked for.
    pub fn relate_to(&self, id: AnnotationId) {
        let Some(Relating { from, .. }) = self.view.relating.get_untracked() else { return };
        if from == id {
            return self.refuse(EditError::RelatesToItself.to_string());
        }
        self.view.relating.set(Some(Relating { from, to: Some(id) }));
        let fitting = self.relation_fits();
        let mut drawable = fitting.iter().filter(|(_, fit)| fit.is_drawable());
        if let (Some((kind, fit)), None) = (drawable.next(), drawable.next()) {
            return self.draw_relation(*kind, fit);
        }
        self.view.chosen.set(Some(id));
        self.view.pane.set(Pane::Reader);
    }

    /// The types of relations between the two ends, those that fit first.
    pub fn relation_fits(&self) -> Vec<(RelationTypeId, Fit)> {
        let Some(Relating { from, to: Some(to) }) = self.view.relating.get_untracked() else {
            return Vec::new();
        };
        let coder = self.coder();
        self.with(|project| fits(project, from, to, coder))
    }

    /// Draws it, and goes back to where it was begun.
    pub fn draw_relation(&self, kind: RelationTypeId, fit: &Fit) {
        let Some(Relating { from: begun, to: Some(other) }) = self.view.relating.get_untracked() else {
            return;
        };
        let (from, to) = if *fit == Fit::Backward { (other, begun) } else { (begun, other) };
        let id = RelationId::from_random(browser::random());
        let new = NewRelation { id, kind, from, to, coder: self.coder(), at: browser::now() };
        if self.dispatch(Command::Relate(new)).is_ok() {
            self.view.relating.set(None);
            self.choose(begun);
        }
    }

    /// Asks no more what the relation says: another end may be meant. Once more, and no relation is drawn.
    pub fn give_up_relation(&self) {
        self.view.relating.update(|relating| {
            *relating = relating.filter(|it| it.to.is_some()).map(|it| Relating { to: None, ..it });
        });
    }

    /// The words of an annotation; of one on a whole document its title.
    pub fn naming(&self, id: AnnotationId, longest: usize) -> String {
        let title = self.with(|project| {
            let annotation = project.annotation(id).filter(|it| it.target.hull().is_none())?;
            project.document(annotation.document).map(|document| document.title.clone())
        });
        title.unwrap_or_else(|| self.quote(id, longest))
    }
}
