//! What is said of a reference, but for its place and kind.

use super::mention::Meaning;
use super::names::Mode;
use super::reference::{Candidate, Form, Issue, Kind, Reference, Status};
use super::table::Table;
use crate::text::Span;

/// What is said of a reference, but for its place and kind.
#[derive(Clone)]
pub(super) struct Judged {
    pub status: Status,
    pub form: Form,
    pub candidates: Vec<Candidate>,
    pub hints: Vec<Candidate>,
    pub issues: Vec<Issue>,
    pub year: Option<u32>,
    pub count: Option<u32>,
    pub antecedent: Option<Span>,
}

impl Judged {
    /// Something that is not identified.
    pub fn unresolved() -> Self {
        Self {
            status: Status::Unresolved,
            form: Form::Full,
            candidates: Vec::new(),
            hints: Vec::new(),
            issues: Vec::new(),
            year: None,
            count: None,
            antecedent: None,
        }
    }

    /// Instruments as wholes.
    pub fn of(table: &Table, meaning: &Meaning) -> Self {
        let candidate = |one: &u16| Candidate {
            evidence: vec![meaning.evidence],
            ..Candidate::named(table.get(*one).id.clone())
        };
        let candidates: Vec<_> = meaning.members.iter().map(candidate).collect();
        let status = match (meaning.mode, candidates.len()) {
            (Mode::OutsideSoft | Mode::OutsideTreaty, _) => {
                return Self { form: Form::Outside, ..Self::unresolved() };
            }
            (Mode::Unknown, _) => return Self { hints: candidates, ..Self::unresolved() },
            (_, 0) => Status::Unresolved,
            (_, 1) => Status::Resolved,
            (Mode::Any, _) => Status::Ambiguous,
            _ => Status::Set,
        };
        Self { status, candidates, ..Self::unresolved() }
    }
}

impl Judged {
    /// The reference that this is said of.
    pub fn stands(self, span: Span, kind: Kind) -> Reference {
        Reference {
            span,
            kind,
            status: self.status,
            form: self.form,
            candidates: self.candidates,
            hints: self.hints,
            issues: self.issues,
            year: self.year,
            count: self.count,
            antecedent: self.antecedent,
        }
    }
}
