//! Undo and redo without limit, over a project as a value.

mod tabs;

pub use tabs::Followed;

use crate::model::{
    Act, Applied, Command, EditError, Left, Patch, Project, Stamping, Strictness, Time, apply, plan,
};
use crate::table::Coded;
use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;

/// A place in the log, which several tabs write at once. Earlier ones sort before later ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// One more than the greatest that its tab had seen (Lamport 1978).
    pub seq: u64,
    /// The tab that wrote it: random, so that two tabs never share a place.
    pub tab: u32,
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:010}:{:08x}", self.seq, self.tab)
    }
}

impl At {
    /// Reads what [`At`] writes; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (seq, tab) = text.split_once(':')?;
        let at = Self { seq: seq.parse().ok()?, tab: u32::from_str_radix(tab, 16).ok()? };
        (at.to_string() == text).then_some(at)
    }
}

impl Coded for At {
    const WORDS: usize = 2;

    fn encode(self, words: &mut [u64]) {
        (self.seq, self.tab).encode(words);
    }

    fn decode(words: &[u64]) -> Self {
        let (seq, tab) = Coded::decode(words);
        Self { seq, tab }
    }
}

/// What was done to the project: each step once, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its place in the log.
    pub place: At,
    /// What it was.
    pub act: Act,
    /// When.
    pub at: Time,
    /// What it changed.
    pub patch: Arc<Patch>,
    /// The step that it takes back or does again; none where it is new.
    pub turns: Option<At>,
}

/// How a step came about; the saved form keeps it, so that undo survives a reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It was asked for, and can be undone.
    Done,
    /// It took the last step back.
    Undone,
    /// It did again what was taken back.
    Redone,
    /// It was noted by the program (a document was opened) and is no step of
    /// the person's.
    Quiet,
}

/// What a call did.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What was really written.
    pub applied: Applied,
    /// The step, to be saved.
    pub step: Step,
    /// How it came about.
    pub kind: Kind,
}

/// A project with the steps that led to it.
#[derive(Clone, Debug)]
pub struct Editor {
    project: Project,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The newest steps of all tabs with what each really wrote, in the order of their places.
    recent: VecDeque<(Step, Arc<Patch>)>,
    /// The greatest place that it knows of.
    last: At,
    /// Who writes here.
    tab: u32,
}

impl Editor {
    /// Begins with a project and no steps.
    pub fn new(project: Project) -> Self {
        Self {
            project,
            done: Vec::new(),
            undone: Vec::new(),
            recent: VecDeque::new(),
            last: At::default(),
            tab: 0,
        }
    }

    /// The same as it is written by this tab, after everything up to a place.
    pub fn resume(mut self, tab: u32, last: At) -> Self {
        self.tab = tab;
        self.last = self.last.max(last);
        self
    }

    /// The project as it is now.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The greatest place in the log that it knows of.
    pub fn last(&self) -> At {
        self.last
    }

    /// The steps that can be undone, the last one last.
    pub fn done(&self) -> &[Step] {
        &self.done
    }

    /// The steps that can be redone, the next one last.
    pub fn undone(&self) -> &[Step] {
        &self.undone
    }

    /// The step that a log begins with: all that the project holds, which is nothing to undo.
    pub fn begin(&mut self, from: &Project, at: Time) -> Step {
        let patch = Patch::from_to(from, &self.project);
        let step = Step { place: self.next(), act: Act::Start, at, patch: Arc::new(patch), turns: None };
        self.keep(step.clone(), step.patch.clone());
        step
    }

    /// Does what was asked. What could be redone is forgotten.
    ///
    /// # Errors
    /// Why it could not be done; nothing was changed.
    pub fn run(&mut self, command: Command, at: Time) -> Result<Outcome, EditError> {
        let outcome = self.write(command, at, Kind::Done)?;
        self.undone.clear();
        self.done.push(outcome.step.clone());
        Ok(outcome)
    }

    /// Notes something that is no step of the person's.
    ///
    /// # Errors
    /// Why it could not be done; nothing was changed.
    pub fn note(&mut self, command: Command, at: Time) -> Result<Outcome, EditError> {
        self.write(command, at, Kind::Quiet)
    }

    fn write(&mut self, command: Command, at: Time, kind: Kind) -> Result<Outcome, EditError> {
        let plan = plan(&self.project, command, at)?;
        let applied = apply(&mut self.project, &plan.patch, Strictness::Whole, plan.stamping)
            .map_err(|_| EditError::Broken)?;
        Ok(self.outcome(applied, plan.act, at, kind, None))
    }

    /// Takes the last step back: every field that still holds what the step
    /// wrote. `None` when there is none.
    pub fn undo(&mut self, at: Time) -> Option<Outcome> {
        let step = self.done.pop()?;
        let outcome = self.turn(&step, at, Kind::Undone);
        self.undone.push(outcome.step.clone());
        Some(outcome)
    }

    /// Does again what was taken back last. `None` when there is nothing.
    pub fn redo(&mut self, at: Time) -> Option<Outcome> {
        let step = self.undone.pop()?;
        let outcome = self.turn(&step, at, Kind::Redone);
        self.done.push(outcome.step.clone());
        Some(outcome)
    }

    fn turn(&mut self, step: &Step, at: Time, kind: Kind) -> Outcome {
        let reversed = step.patch.reversed();
        let applied = apply(&mut self.project, &reversed, Strictness::WhatFits, Stamping::of(step.act, at))
            .expect("a patch that may leave out what does not fit always applies");
        self.outcome(applied, step.act, at, kind, Some(step.place))
    }

    fn outcome(&mut self, applied: Applied, act: Act, at: Time, kind: Kind, turns: Option<At>) -> Outcome {
        let patch = Arc::new(applied.patch.clone());
        let step = Step { place: self.next(), act, at, patch, turns };
        self.keep(step.clone(), step.patch.clone());
        Outcome { applied, step, kind }
    }

    fn next(&self) -> At {
        At { seq: self.last.seq + 1, tab: self.tab }
    }

    /// Takes over a step that was saved: on start. What does not fit is left and named.
    pub fn replay(&mut self, step: Step, kind: Kind) -> Vec<Left> {
        let applied = apply(&mut self.project, &step.patch, Strictness::WhatFits, Stamping::Given)
            .expect("a patch that may leave out what does not fit always applies");
        self.keep(step.clone(), Arc::new(applied.patch));
        self.recall(step, kind);
        applied.left
    }

    /// Remembers a step that the project already holds, so that it can be undone.
    pub fn recall(&mut self, step: Step, kind: Kind) {
        self.last = self.last.max(step.place);
        let turned = step.turns;
        let take = |steps: &mut Vec<Step>| {
            // Before steps had places, it was always the last.
            let at = match turned {
                Some(place) => steps.iter().rposition(|step| step.place == place),
                None => steps.len().checked_sub(1),
            };
            if let Some(at) = at {
                steps.remove(at);
            }
        };
        match kind {
            Kind::Done => {
                self.undone.clear();
                self.done.push(step);
            }
            Kind::Undone => {
                take(&mut self.done);
                self.undone.push(step);
            }
            Kind::Redone => {
                take(&mut self.undone);
                self.done.push(step);
            }
            Kind::Quiet => {}
        }
    }
}
