//! What texts of the European Union call *the Treaty* and *the Treaties*, and the protocols to them by their number.

use super::found::{Found, Generic, Name, What};
use super::memory::Memory;
use super::mention::Meaning;
use super::names::Mode;
use super::reference::Evidence;
use super::table::Table;
use super::tokens::Tokens;
use super::words::w;

/// *the same legal value as the Treaties*: the two of the Union.
pub(super) fn both(tokens: &Tokens, table: &Table, at: usize) -> Option<Found> {
    if !tokens.is_word(at, w::TREATIES) || !tokens.at(at).capital() || tokens.before(at).word != w::THE {
        return None;
    }
    let next = tokens.at(at + 1);
    let goes_on = matches!(next.word, w::OF | w::ON | w::WITH | w::BETWEEN | w::FOR)
        || next.is_word() && next.capital();
    let members = vec![table.number("teu")?, table.number("tfeu")?];
    let name = Name::new(Mode::Union, members, w::TREATY);
    (!goes_on).then_some(Found { from: at, to: at + 1, what: What::Name(name) })
}

impl Memory {
    /// *the Treaties*: both, where both were named; one that cannot be told, where one was; `None` elsewhere.
    pub(super) fn both_treaties(&self, members: &[u16], table: &Table) -> Option<Meaning> {
        let named = members.iter().filter(|one| self.named(**one)).count();
        let rights = table.number("eu-charter").is_some_and(|one| self.named(one));
        match named {
            2 => Some(Meaning::one(members.to_vec(), Evidence::Antecedent)),
            0 if !rights => None,
            _ => Some(Meaning { mode: Mode::Any, ..Meaning::one(Vec::new(), Evidence::Antecedent) }),
        }
    }

    /// *Article 5 of the Treaty*, where both were named: no one can tell, unless only one has it.
    pub(super) fn either_treaty(
        &self,
        meaning: Meaning,
        generic: &Generic,
        table: &Table,
        numbers: &[u32],
    ) -> Meaning {
        let union = ["teu", "tfeu"].iter().filter_map(|id| table.number(id));
        let union: Vec<u16> = union.filter(|one| self.named(*one)).collect();
        let told = meaning.evidence == Evidence::Antecedent && meaning.members.len() == 1;
        if generic.head != w::TREATY
            || generic.near
            || !told
            || union.len() < 2
            || !union.contains(&meaning.members[0])
        {
            return meaning;
        }
        let has = |one: &u16| table.get(*one).has(numbers);
        let members: Vec<u16> = union.into_iter().filter(has).collect();
        match members.len() {
            1 => Meaning { members, ..meaning },
            2 => Meaning { mode: Mode::Any, members, antecedent: None, ..meaning },
            _ => meaning,
        }
    }
}
