//! *the Rules*, *the Principles*, *the Guidelines*: standards that a document has named in full before.

use super::found::{Found, Generic, What};
use super::memory::Memory;
use super::mention::Meaning;
use super::reference::Evidence;
use super::tokens::Tokens;
use super::words::w;

/// True for the nouns that standards are called by, which stand in the plural for one of them.
pub(super) fn is_standards(word: u16) -> bool {
    matches!(word, w::PRINCIPLES | w::RULES | w::GUIDELINES)
}

/// Such a noun by itself, behind *the*.
pub(super) fn standards(tokens: &Tokens, at: usize) -> Option<Found> {
    let noun = tokens.at(at);
    if !is_standards(noun.word) || !noun.capital() || tokens.before(at).word != w::THE {
        return None;
    }
    let next = tokens.at(at + 1);
    let title = next.is_word() && next.capital() && !next.begins_line()
        || next.is_number()
        || next.is('-')
        || matches!(next.word, w::OF | w::ON | w::AGAINST | w::CONCERNING | w::RELATING | w::FOR)
        || matches!(next.word, w::AND | w::OR | w::TO) && tokens.at(at + 2).capital();
    let generic = Generic { head: noun.word, ..Generic::default() };
    (!title).then_some(Found { from: at, to: at + 1, what: What::Generic(generic) })
}

impl Memory {
    /// What such a noun means: what the document defines, the only ones that it has named, or the last in the same paragraph.
    pub(super) fn standards(&self, generic: &Generic, at: usize, tokens: &Tokens) -> Option<Meaning> {
        let defined = self.definitions.iter().rev().find(|one| one.head == generic.head);
        if let Some(defined) = defined {
            return Some(Meaning::of(&defined.mention, Evidence::Definition));
        }
        let mut named = self.back(at).filter(|one| one.head == generic.head && one.full);
        let last = named.next()?;
        let certain = tokens.same_paragraph(last.to, at) || named.all(|other| other.same(last));
        certain.then(|| Meaning::of(last, Evidence::Antecedent))
    }
}
