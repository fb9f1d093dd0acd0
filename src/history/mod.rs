//! Undo and redo without limit, over a project as a value.

use crate::model::{
    Act, Applied, Command, EditError, Left, Patch, Project, Stamping, Strictness, Time, apply, plan,
};

/// What was done to the project: each step once, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it was.
    pub act: Act,
    /// When.
    pub at: Time,
    /// What it changed.
    pub patch: Patch,
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
}

impl Editor {
    /// Begins with a project and no steps.
    pub fn new(project: Project) -> Self {
        Self { project, done: Vec::new(), undone: Vec::new() }
    }

    /// The project as it is now.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// The steps that can be undone, the last one last.
    pub fn done(&self) -> &[Step] {
        &self.done
    }

    /// The steps that can be redone, the next one last.
    pub fn undone(&self) -> &[Step] {
        &self.undone
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
        let step = Step { act: plan.act, at, patch: applied.patch.clone() };
        Ok(Outcome { applied, step, kind })
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
        let step = Step { act: step.act, at, patch: applied.patch.clone() };
        Outcome { applied, step, kind }
    }

    /// Takes over a step that was saved: on start, or by another tab. What does
    /// not fit is left and named.
    pub fn replay(&mut self, step: Step, kind: Kind) -> Vec<Left> {
        let applied = apply(&mut self.project, &step.patch, Strictness::WhatFits, Stamping::Given)
            .expect("a patch that may leave out what does not fit always applies");
        match kind {
            Kind::Done => {
                self.undone.clear();
                self.done.push(step);
            }
            Kind::Undone => {
                self.done.pop();
                self.undone.push(step);
            }
            Kind::Redone => {
                self.undone.pop();
                self.done.push(step);
            }
            Kind::Quiet => {}
        }
        applied.left
    }
}
