//! What the scanners find, before it is put together: names, places within
//! instruments, generic nouns, and documents that say by themselves what they are.

use super::judged::Judged;
use super::provisions::Provision;
use super::reference::{Candidate, Evidence, Form, Kind, Status};

/// Something on a stretch of tokens.
#[derive(Clone)]
pub(super) struct Found {
    /// The first token.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// What it is.
    pub what: What,
}

/// What was found.
#[derive(Clone)]
pub(super) enum What {
    /// The name of an instrument.
    Name(Name),
    /// *the Convention*, *First Convention*, *its Optional Protocol*.
    Generic(Generic),
    /// A noun in another language that a title which is not known begins with.
    Title(u16),
    /// A place within an instrument.
    Provision(Provision),
    /// A resolution, a symbol, a case, by its number.
    Document(Document),
}

/// A name with what stands beside it.
#[derive(Clone)]
pub(super) struct Name {
    /// How it means its instruments.
    pub mode: super::names::Mode,
    /// Numbers of instruments in the table.
    pub members: Vec<u16>,
    /// The year beside it.
    pub year: Option<u32>,
    /// The year is of none of them.
    pub year_conflict: bool,
    /// The year left fewer of them.
    pub narrowed: bool,
    /// *the above-mentioned* before it.
    pub mentioned: bool,
    /// The document's own name for it.
    pub defined: bool,
    /// The generic noun in it: *Convention*.
    pub head: u16,
}

impl Name {
    /// A name with no year, and nothing special about it.
    #[inline(never)]
    pub fn new(mode: super::names::Mode, members: Vec<u16>, head: u16) -> Self {
        Self {
            mode,
            members,
            year: None,
            year_conflict: false,
            narrowed: false,
            mentioned: false,
            defined: false,
            head,
        }
    }
}

/// A generic noun that needs the rest of the document.
#[derive(Clone, Default)]
pub(super) struct Generic {
    /// The noun, in the singular.
    pub head: u16,
    /// True in the plural.
    pub plural: bool,
    /// *this*, *the present*: the document itself.
    pub itself: bool,
    /// *that*, *those*, *the said*: what was named just before.
    pub near: bool,
    /// *its*: belongs to what was named just before.
    pub its: bool,
    /// *First*, *Second*.
    pub ordinals: Vec<u32>,
    /// *of 1984*.
    pub year: Option<u32>,
    /// *Optional* or *Additional* before it, or *thereto* after it.
    pub optional: bool,
    /// The noun has a small letter, so that it counts with an article only.
    pub small: bool,
    /// It is of another language.
    pub abroad: bool,
    /// *of 28 October 1933*: a full date.
    pub dated: bool,
}

/// A document that says by itself what it is.
#[derive(Clone)]
pub(super) struct Document {
    /// What kind.
    pub kind: Kind,
    /// What is said of it.
    pub said: Judged,
}

impl Document {
    /// A document with these ids.
    pub fn new(kind: Kind, ids: Vec<String>) -> Self {
        let status = match ids.len() {
            0 => Status::Unresolved,
            1 => Status::Resolved,
            _ => Status::Set,
        };
        let candidates = ids.into_iter().map(Candidate::named).collect();
        Self { kind, said: Judged { status, candidates, ..Judged::unresolved() } }
    }

    /// A short form, and what told what it is.
    pub fn by(mut self, evidence: Evidence) -> Self {
        self.said.form = Form::Short;
        self.said.candidates.iter_mut().for_each(|one| one.evidence = vec![evidence]);
        self
    }

    /// A short form of the whole: without the places that were named in it.
    pub fn whole(mut self) -> Self {
        self.said.form = Form::Short;
        self.said.candidates.iter_mut().for_each(|one| one.provision.clear());
        self
    }
}
