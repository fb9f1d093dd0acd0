//! Several tabs on one project. Each applies what the others write in the order of the log,
//! whenever it comes: then all of them, and the log when it is opened again, say the same.

use super::{Editor, Step};
use crate::model::{Applied, Left, Patch, Project, Stamping, Strictness, apply, restore};
use std::sync::Arc;

/// How many of the newest steps are kept for others that come late. What comes later still is
/// applied to what is there.
const RECENT: usize = 1000;

/// What following another tab's step changed.
#[derive(Clone, Debug, Default)]
pub struct Followed {
    /// What was written, one after the other.
    pub applied: Vec<Applied>,
    /// What of the other tab's step was left.
    pub left: Vec<Left>,
}

impl Editor {
    /// Follows a step that another tab wrote. It is nothing to undo here.
    pub fn follow(&mut self, step: Step) -> Followed {
        let mut followed = Followed::default();
        if self.recent.iter().any(|(known, _)| known.place == step.place) {
            return followed;
        }
        let mut later = Vec::new();
        while self.recent.back().is_some_and(|(known, _)| known.place > step.place) {
            let Some((known, written)) = self.recent.pop_back() else { break };
            let back = written.reversed();
            restore(&mut self.project, &back);
            followed.applied.push(Applied { patch: back, left: Vec::new() });
            later.push(known);
        }
        followed.left = self.put_in(step, &mut followed.applied);
        for step in later.into_iter().rev() {
            self.put_in(step, &mut followed.applied);
        }
        followed
    }

    /// Lets go of all that is here, which nobody has written: another tab has begun the log.
    pub fn start_over(&mut self, from: &Project) -> Applied {
        let patch = Patch::from_to(&self.project, from);
        *self = Self::new(from.clone()).resume(self.tab, self.last);
        Applied { patch, left: Vec::new() }
    }

    fn put_in(&mut self, step: Step, all: &mut Vec<Applied>) -> Vec<Left> {
        let applied = apply(&mut self.project, &step.patch, Strictness::WhatFits, Stamping::Given)
            .expect("a patch that may leave out what does not fit always applies");
        self.keep(step, Arc::new(applied.patch.clone()));
        let left = applied.left.clone();
        all.push(applied);
        left
    }

    /// Leaves the steps of another tab to that tab: they are nothing to undo here.
    pub fn disown(&mut self, tab: u32) {
        self.done.retain(|step| step.place.tab != tab);
        self.undone.retain(|step| step.place.tab != tab);
    }

    /// Remembers the newest step, with what it wrote.
    pub(super) fn keep(&mut self, step: Step, written: Arc<Patch>) {
        self.last = self.last.max(step.place);
        if self.recent.len() == RECENT {
            self.recent.pop_front();
        }
        self.recent.push_back((step, written));
    }
}
