//! What was named in a document, and what a short form of it means.

use super::names::Mode;
use super::reference::Evidence;
use crate::text::Span;

/// Something that was named.
#[derive(Clone, PartialEq)]
pub(super) struct Mention {
    /// How it means its members.
    pub mode: Mode,
    /// Numbers of instruments.
    pub members: Vec<u16>,
    /// The generic noun in its name.
    pub head: u16,
    /// Its first token.
    pub from: usize,
    /// The token after its last.
    pub to: usize,
    /// Where it stands.
    pub span: Span,
    /// It was named in full.
    pub full: bool,
}

impl Mention {
    /// True for the same instruments.
    pub fn same(&self, other: &Mention) -> bool {
        self.members == other.members && self.is_outside() == other.is_outside()
    }

    /// True for something that the table does not hold.
    pub fn is_outside(&self) -> bool {
        self.mode.is_outside()
    }

    /// True for several.
    pub fn is_set(&self) -> bool {
        self.members.len() > 1
    }
}

/// What a short form means.
#[derive(Clone)]
pub(super) struct Meaning {
    /// How it means its members.
    pub mode: Mode,
    /// Numbers of instruments.
    pub members: Vec<u16>,
    /// Why.
    pub evidence: Evidence,
    /// What it repeats.
    pub antecedent: Option<Span>,
}

impl Meaning {
    /// What a mention meant.
    pub fn of(mention: &Mention, evidence: Evidence) -> Self {
        Self {
            mode: mention.mode,
            members: mention.members.clone(),
            evidence,
            antecedent: Some(mention.span),
        }
    }

    /// Something that the table does not hold.
    pub fn outside(mode: Mode, evidence: Evidence) -> Self {
        Self { mode, ..Self::one(Vec::new(), evidence) }
    }

    /// What a name itself says.
    pub fn one(members: Vec<u16>, evidence: Evidence) -> Self {
        let mode = if members.len() > 1 { Mode::Set } else { Mode::One };
        Self { mode, members, evidence, antecedent: None }
    }
}
