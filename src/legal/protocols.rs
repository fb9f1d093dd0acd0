//! Protocols and conventions by what they belong to and by their number in it: *Protocol I*, *its Optional Protocol*,
//! *the Second Protocol*, *First and Second Conventions*.

use super::found::Generic;
use super::memory::Memory;
use super::mention::{Meaning, Mention};
use super::names::Mode;
use super::reference::Evidence;
use super::table::Table;
use super::tokens::Tokens;
use super::words::w;

impl Memory {
    /// *Protocol I* in a document that names but one of the families which have such a protocol.
    pub(super) fn of_parent(&self, members: &[u16], table: &Table) -> Option<Meaning> {
        let id = |number: u16| table.get(number).id.as_str();
        let begins = |root: &str| self.counts.iter().any(|(known, _)| id(*known).starts_with(root));
        let geneva = ["gc1", "gc2", "gc3", "gc4", "ap1", "ap2"].iter().any(|one| self.knows(table, one));
        if !members.iter().any(|one| id(*one).starts_with("ccw")) {
            return None;
        }
        let is_named = |one: &u16| match id(*one).get(..2) {
            Some("ap") => geneva,
            Some("cc") => begins("ccw"),
            _ => begins("echr"),
        };
        let mut named = members.iter().copied().filter(is_named);
        let one = named.next().filter(|_| named.next().is_none())?;
        Some(Meaning::one(vec![one], Evidence::Genre))
    }

    /// *the 1967 Protocol*: to the last instrument that has one of that year.
    pub(super) fn protocol_of_year(
        &self,
        generic: &Generic,
        year: u32,
        at: usize,
        table: &Table,
    ) -> Option<Meaning> {
        if generic.head != w::PROTOCOL || generic.plural {
            return None;
        }
        self.back(at).find_map(|mention| {
            let member = only_of_year(mention, year, table)?;
            Some(Meaning {
                antecedent: Some(mention.span),
                ..Meaning::one(vec![member], Evidence::Antecedent)
            })
        })
    }

    /// *its Optional Protocol*, *the first two optional protocols thereto*, *its 1967 Protocol*.
    pub(super) fn protocol(
        &self,
        generic: &Generic,
        at: usize,
        tokens: &Tokens,
        table: &Table,
    ) -> Option<Meaning> {
        let one = |mention: &&Mention| mention.mode == Mode::One && mention.members.len() == 1;
        let has = |mention: &Mention| mention.members.iter().any(|one| !table.protocols_of(*one).is_empty());
        // *the Optional Protocol* after it was named itself.
        let bare = generic.ordinals.is_empty() && generic.year.is_none();
        if !generic.its && !generic.plural && bare && !generic.small {
            // In views: the one by which they came before the committee.
            let latest = self.back(at).next();
            let other = latest.is_some_and(|one| one.full && tokens.same_sentence(one.to, at));
            let own = self.certain_treaty().filter(|_| self.views.is_some() && !other);
            match own.map(|own| table.get(own).id.as_str()) {
                Some("crc" | "crpd" | "cat") => {
                    return Some(Meaning::outside(Mode::OutsideTreaty, Evidence::Genre));
                }
                Some("iccpr" | "icescr" | "cedaw") => {
                    let first = own.and_then(|own| table.protocols_of(own).first())?;
                    return Some(Meaning::one(vec![*first], Evidence::Genre));
                }
                _ => {}
            }
            let itself = |mention: &Mention| mention.members.iter().any(|one| table.is_protocol(*one));
            let last = self.back(at).take(40).filter(one).find(|mention| has(mention) || itself(mention));
            if let Some(last) = last.filter(|last| itself(last)) {
                return Some(Meaning::of(last, Evidence::Antecedent));
            }
        }
        // *the Second Optional Protocol*, after the first was named: of the instrument that has both.
        let far = if generic.optional && !generic.ordinals.is_empty() { 40 } else { 1 };
        let parent = self.back(at).take(far).find(|mention| mention.mode == Mode::One && has(mention))?;
        let protocols = table.protocols_of(*parent.members.first()?);
        let fits = |one: &&u16| generic.year.is_none_or(|year| table.get(**one).fits_year(year));
        let mut members: Vec<u16> = protocols.iter().filter(fits).copied().collect();
        // *its Optional Protocol* is not the one that is called the second.
        let later = |one: &u16| table.get(*one).title.starts_with("Second Optional");
        if !generic.plural && members.iter().any(later) {
            members.retain(|one| !later(one));
        }
        if !generic.small && !generic.ordinals.is_empty() {
            let chosen = generic.ordinals.iter().map(|one| protocols.get(*one as usize - 1).copied());
            members = chosen.collect::<Option<Vec<_>>>()?;
        }
        if generic.small {
            members.truncate(generic.ordinals.len());
            return Some(Meaning {
                antecedent: Some(parent.span),
                ..Meaning::one(members, Evidence::Antecedent)
            });
        }
        let mode = match (members.len(), generic.plural) {
            (0, _) => return None,
            (1, _) => Mode::One,
            (_, true) => Mode::Set,
            (_, false) => Mode::Any,
        };
        Some(Meaning { mode, members, evidence: Evidence::Antecedent, antecedent: Some(parent.span) })
    }

    /// *the Second Protocol*: of the last instrument that has as many, in the year that is said.
    fn nth_protocol(&self, generic: &Generic, at: usize, table: &Table) -> Option<Meaning> {
        let [number] = generic.ordinals[..] else { return None };
        let own = |mention: &Mention| {
            let parent = mention.members.first().filter(|_| mention.mode == Mode::One)?;
            table.protocols_of(*parent).get(number as usize - 1).copied()
        };
        let fits = |one: &u16| generic.year.is_none_or(|year| table.get(*one).fits_year(year));
        let own = self.back(at).filter_map(own).find(fits)?;
        Some(Meaning::one(vec![own], Evidence::Antecedent))
    }

    /// *its First Protocol (1954)*: none of those that are called so is of that year, but one of an instrument named before.
    pub(super) fn of_another(&self, members: &[u16], year: Option<u32>, table: &Table) -> Option<Meaning> {
        let year = year?;
        if members
            .iter()
            .any(|one| table.get(*one).fits_year(year) || !table.get(*one).title.contains("Protocol"))
        {
            return None;
        }
        let own = self.mentions.iter().rev().take(40).find_map(|one| only_of_year(one, year, table))?;
        Some(Meaning::one(vec![own], Evidence::Antecedent))
    }

    /// *First Convention*, *First and Second Conventions*.
    pub(super) fn ordinal(&self, generic: &Generic, at: usize, table: &Table) -> Option<Meaning> {
        let ids: &[&str] = match generic.head {
            w::CONVENTION => &["gc1", "gc2", "gc3", "gc4"],
            w::PROTOCOL => {
                let own = self.nth_protocol(generic, at, table);
                let additional = self.knows(table, "ap1") || self.knows(table, "ap2");
                if own.is_some() && (generic.year.is_some() || !additional) {
                    return own;
                }
                additional.then_some(&["ap1", "ap2", "ap3"])?
            }
            _ => return None,
        };
        // *the Geneva Convention* is enough, whichever it is.
        let third = table.number("gc3");
        let spoken = |one: &Mention| third.is_some_and(|third| one.members.contains(&third));
        if generic.head == w::CONVENTION
            && !ids.iter().chain(&["ap1", "ap2"]).any(|id| self.knows(table, id))
            && !self.mentions.iter().any(spoken)
        {
            return None;
        }
        let number = |ordinal: &u32| ids.get(*ordinal as usize - 1).and_then(|id| table.number(id));
        let members: Option<Vec<u16>> = generic.ordinals.iter().map(number).collect();
        Some(Meaning::one(members?, Evidence::Antecedent))
    }
}

/// The protocol of a named instrument that is of a year, if it is the only one.
fn only_of_year(mention: &Mention, year: u32, table: &Table) -> Option<u16> {
    let parent = mention.members.first().filter(|_| mention.mode == Mode::One)?;
    let mut all = table.protocols_of(*parent).iter().filter(|one| table.get(**one).year() == Some(year));
    let first = all.next()?;
    all.next().is_none().then_some(*first)
}
