//! What a document has named so far, and what it calls it: definitions,
//! antecedents, the instrument that it is about, the instrument that it is.

use super::found::{Document, Found, Generic, What};

use super::mention::{Meaning, Mention};
use super::names::Mode;

use super::reference::Evidence;

use super::standards::is_standards;

use super::table::Table;

use super::tokens::Tokens;

use super::words::w;

/// How often a short form has been used, and for what.
struct Use {
    head: u16,
    mention: Mention,
    uses: usize,
}

/// A term that the document defines.
pub(super) struct Definition {
    pub(super) head: u16,
    pub(super) plural: bool,
    pub(super) mention: Mention,
}

/// The first place of each instrument that is named in full by itself.
fn full_names(found: &[Found]) -> Vec<(u16, usize, Option<u16>)> {
    let mut all: Vec<(u16, usize, Option<u16>)> = Vec::new();
    for one in found.iter().filter_map(full_name) {
        if !all.iter().any(|known| (known.0, known.2) == (one.0, one.2)) {
            all.push(one);
        }
    }
    all
}

/// An instrument that is named in full by itself.
fn full_name(one: &Found) -> Option<(u16, usize, Option<u16>)> {
    let What::Name(name) = &one.what else { return None };
    match (name.mode, name.members.as_slice()) {
        (Mode::One, [number]) => Some((name.head, one.from, Some(*number))),
        (Mode::OutsideSoft | Mode::OutsideTreaty | Mode::Any, _) => Some((name.head, one.from, None)),
        _ => None,
    }
}

/// How far back antecedents are looked for.
const FAR: usize = 4000;

/// What a document has named so far.
pub(super) struct Memory {
    pub(super) mentions: Vec<Mention>,
    /// What is named in full somewhere in the document: noun, first token, instrument; none for one that the table
    /// does not hold.
    pub(super) ahead: Vec<(u16, usize, Option<u16>)>,
    uses: Vec<Use>,
    pub(super) definitions: Vec<Definition>,
    /// How often each instrument was meant.
    pub(super) counts: Vec<(u16, usize)>,
    /// The instrument that the document is.
    pub own: Option<u16>,
    /// The noun by which it calls itself.
    pub own_head: u16,
    /// The document is a treaty that is not known.
    pub own_unknown: bool,
    /// The act of the European Union that the document is.
    pub own_act: Option<Document>,
    /// A resolution or another document of the United Nations.
    pub united_nations: bool,
    /// A resolution of an organ of the United Nations.
    pub is_resolution: bool,
    /// The International Court of Justice is spoken of.
    pub world_court: bool,
    /// A document of that court, or one that cites its cases.
    pub hague: bool,
    /// The statute of the criminal court whose cases are cited, if it is but one.
    pub tribunal: Option<u16>,
    /// The treaty of the only committee that the document cites.
    pub committee: Option<u16>,
    /// Where committees are named in full.
    pub committees: Vec<(usize, &'static str)>,
    /// A document of a committee that watches over a treaty.
    pub observes: bool,
    /// The committee whose views on a communication it is.
    pub views: Option<&'static str>,
    /// That treaty is certain.
    pub is_watched: bool,
    /// It says *the Covenant* before it names one.
    pub is_early: bool,
    /// States parties are spoken of.
    pub parties: bool,
    /// What a document of a committee calls its treaty.
    pub noun: &'static str,
    /// A judgment of the European Court of Human Rights, or what is written like one.
    pub strasbourg: bool,
    /// It is written like one throughout: *Article 6 § 1*.
    pub signs: bool,
    /// It is such a judgment itself: it speaks of what an applicant complains of.
    pub judgment: bool,
    /// The last annex that was named by its number.
    pub last_annex: Option<String>,
    /// Instrument and number of the last article.
    pub last_article: Option<(Vec<u16>, String)>,
    /// Places with steps, *49(6)*, the instrument that each was cited of, and how often.
    pub places: Vec<(String, u16, usize)>,
    /// The articles that were cited of *the Covenant* where no one tells which.
    pub(super) unsaid: Vec<u32>,
    /// The token after the last case of the European Court of Human Rights.
    pub last_case: usize,
}

impl Memory {
    pub fn new(tokens: &Tokens, table: &Table, found: &[Found]) -> Self {
        let mut memory = Self {
            mentions: Vec::new(),
            ahead: full_names(found),
            uses: Vec::new(),
            definitions: Vec::new(),
            counts: Vec::new(),
            own: None,
            own_head: 0,
            own_unknown: false,
            own_act: None,
            united_nations: false,
            is_resolution: false,
            world_court: false,
            hague: false,
            tribunal: None,
            committee: None,
            committees: Vec::new(),
            observes: false,
            views: None,
            is_watched: false,
            is_early: false,
            parties: false,
            noun: "",
            strasbourg: false,
            signs: false,
            judgment: false,
            last_annex: None,
            last_article: None,
            places: Vec::new(),
            unsaid: Vec::new(),
            last_case: 0,
        };
        memory.find_own(tokens, found);
        memory.find_own_act(tokens, found);
        memory.find_genre(tokens, table, found);
        memory
    }

    /// Notes that something was named.
    pub fn note(&mut self, mention: Mention) {
        if mention.mode == Mode::One || mention.mode == Mode::Set {
            for member in &mention.members {
                match self.counts.iter_mut().find(|(known, _)| known == member) {
                    Some((_, count)) => *count += 1,
                    None => self.counts.push((*member, 1)),
                }
            }
        }
        self.mentions.push(mention);
    }

    /// What the last name means has turned out.
    pub fn settle_last(&mut self, number: u16) {
        if let Some(last) = self.mentions.last_mut() {
            (last.mode, last.members) = (Mode::One, vec![number]);
        }
    }

    /// Notes that a noun in brackets or quotation marks means what was just named.
    pub fn define(&mut self, head: u16, plural: bool, mention: Mention) {
        self.definitions.push(Definition { head, plural, mention });
    }

    /// The last thing that was named.
    pub fn last(&self) -> Option<&Mention> {
        self.mentions.last()
    }

    /// The mentions from the last one back, as far as they count.
    pub(super) fn back(&self, at: usize) -> impl Iterator<Item = &Mention> {
        self.mentions.iter().rev().take(FAR).filter(move |mention| mention.from < at)
    }

    /// True where an instrument was named.
    pub fn named(&self, number: u16) -> bool {
        self.counts.iter().any(|(known, _)| *known == number)
    }

    /// True where something of that noun was named.
    pub fn named_with_head(&self, head: u16) -> bool {
        self.mentions.iter().rev().take(FAR).any(|one| one.head == head)
    }

    /// What a name with several candidates means, if one of them was named before.
    pub fn family(
        &self,
        members: &[u16],
        mentioned: bool,
        year: Option<u32>,
        table: &Table,
    ) -> Option<Meaning> {
        let fits = |mention: &&Mention| {
            mention.mode == Mode::One
                && mention.members.iter().all(|one| members.contains(one))
                && mention.members.iter().all(|one| year.is_none_or(|year| table.get(*one).fits_year(year)))
        };
        if let Some(other) = self.of_another(members, year, table) {
            return Some(other);
        }
        let mut before = self.mentions.iter().rev().take(FAR).filter(fits);
        let Some(last) = before.next() else {
            return self.of_parent(members, table).or_else(|| self.family_ahead(members, table));
        };
        let alone = mentioned || before.all(|other| other.members == last.members);
        alone.then(|| Meaning::of(last, Evidence::Antecedent))
    }

    /// True where the document has named one of the four Geneva Conventions or a Protocol to them.
    pub(super) fn knows(&self, table: &Table, id: &str) -> bool {
        table.number(id).is_some_and(|number| self.counts.iter().any(|(known, _)| *known == number))
    }

    /// What a generic noun means; `None` if the document does not tell.
    pub fn generic(
        &mut self,
        generic: &Generic,
        at: usize,
        tokens: &Tokens,
        table: &Table,
    ) -> Option<Meaning> {
        if is_standards(generic.head) {
            return self.standards(generic, at, tokens);
        }
        // *this Covenant*, in a comment on it
        if generic.itself && generic.ordinals.is_empty() && !self.observes {
            return self.own.map(|own| Meaning::one(vec![own], Evidence::Itself)).or_else(|| {
                // *The Fourth Geneva Convention is narrow: Article 4 of this Convention …*
                let this = tokens.before(at);
                let this = this.word == w::THIS && !self.own_unknown && (this.capital() || !self.parties);
                let last = self.back(at).find(|one| one.head == generic.head && !one.is_set())?;
                let near = tokens.same_paragraph(last.to, at) && last.mode == Mode::One;
                (this && near).then(|| Meaning::of(last, Evidence::Antecedent))
            });
        }
        if self.is_of_other_tribunal(generic, at, tokens, table) {
            let statute = |one: &&Mention| one.head == w::STATUTE && one.is_outside();
            return self.back(at).find(statute).map(|one| Meaning::of(one, Evidence::Antecedent));
        }
        if generic.optional && generic.ordinals.is_empty() || generic.its && generic.head == w::PROTOCOL {
            return self.protocol(generic, at, tokens, table);
        }
        if generic.optional {
            return self.protocol(generic, at, tokens, table);
        }
        if !generic.ordinals.is_empty() {
            return self.ordinal(generic, at, table);
        }
        let fits = |mention: &&Mention| {
            mention.head == generic.head
                && (generic.plural == mention.is_set() && (mention.mode != Mode::Any || !mention.full)
                    || mention.is_outside() && !generic.plural)
        };
        if let Some(year) = generic.year {
            let of_year = |mention: &&Mention| {
                fits(mention)
                    && !mention.is_outside()
                    && mention.members.iter().all(|one| table.get(*one).fits_year(year))
            };
            let before =
                self.back(at).find(of_year).map(|mention| Meaning::of(mention, Evidence::Antecedent));
            return before
                .or_else(|| self.protocol_of_year(generic, year, at, table))
                .or_else(|| self.ahead_of_year(generic, year, table));
        }
        if generic.near || generic.itself {
            return self.back(at).find(fits).map(|mention| Meaning::of(mention, Evidence::Antecedent));
        }
        let defined = self
            .definitions
            .iter()
            .rev()
            .find(|one| one.head == generic.head && one.plural == generic.plural);
        if let Some(defined) = defined {
            return Some(Meaning::of(&defined.mention, Evidence::Definition));
        }
        // *The Court, referring to the CRPD, has found that Article 14 of the Convention …*
        let court = table.number("echr").filter(|_| self.judgment && generic.head == w::CONVENTION);
        if let Some(rights) = court.filter(|_| !generic.plural) {
            return Some(Meaning::one(vec![rights], Evidence::Genre));
        }
        if self.own.is_some() && generic.head == self.own_head && !generic.plural {
            return self.own.map(|own| Meaning::one(vec![own], Evidence::Itself));
        }
        if generic.plural {
            let named = self.back(at).find(fits).map(|mention| Meaning::of(mention, Evidence::Antecedent));
            // *the two Covenants* are these, where there is talk of the United Nations.
            let two = || {
                let fits = generic.head == w::COVENANT && self.united_nations;
                let both: Option<Vec<u16>> = ["iccpr", "icescr"].iter().map(|id| table.number(id)).collect();
                both.filter(|_| fits).map(|both| Meaning::one(both, Evidence::Genre))
            };
            return named.or_else(two);
        }
        // The Court’s own, though that of another tribunal was named.
        let hague = generic.head == w::STATUTE && self.hague;
        let full = |one: &&Mention| fits(one) && one.full && !(hague && one.is_outside());
        let latest = self.back(at).find(full).cloned();
        if let Some(own) = self.of_committee(generic, latest.as_ref(), at, tokens, table) {
            return Some(Meaning::one(vec![own], Evidence::Genre));
        }
        // *the Statute* where the cases of one court are cited, and the statute of another was named.
        if let (Some(own), Some(other)) = (self.tribunal.filter(|_| generic.head == w::STATUTE), &latest)
            && other.members != [own]
        {
            let members = vec![own, *other.members.first()?];
            return Some(Meaning { mode: Mode::Any, members, evidence: Evidence::Genre, antecedent: None });
        }
        if let Some(known) = self.uses.iter_mut().find(|known| known.head == generic.head) {
            let intervening = latest.as_ref().filter(|latest| !latest.same(&known.mention));
            if known.uses >= 2 || intervening.is_none() {
                known.uses += 1;
                return Some(Meaning::of(&known.mention, Evidence::Antecedent));
            }
            let (first, second) = (known.mention.clone(), intervening?.clone());
            if first.is_outside()
                || second.is_outside()
                || first.members.len() != 1
                || second.members.len() != 1
            {
                return None;
            }
            let members = vec![first.members[0], second.members[0]];
            return Some(Meaning {
                mode: Mode::Any,
                members,
                evidence: Evidence::Antecedent,
                antecedent: None,
            });
        }
        let charter =
            table.number("un-charter").filter(|_| generic.head == w::CHARTER && self.united_nations);
        let statute = table.number("icj-statute").filter(|_| self.world_court).or(self.tribunal);
        let statute = statute.filter(|_| generic.head == w::STATUTE);
        let rights = table.number("echr").filter(|_| generic.head == w::CONVENTION && self.strasbourg);
        // *In Soering the Court held that Article 3 of the Convention*: its own, whatever was named before.
        let spoken =
            |latest: &Mention| latest.to < self.last_case && tokens.same_sentence(self.last_case - 1, at);
        if let Some(rights) = rights.filter(|_| latest.as_ref().is_some_and(spoken)) {
            return Some(Meaning::one(vec![rights], Evidence::Genre));
        }
        let Some(latest) = latest else {
            if let Some(spoken) = self.spoken_of(generic, at, tokens) {
                return Some(spoken);
            }
            let ahead = self.ahead(generic.head, at, tokens);
            let court = self.statute_of_the_court(generic, at, tokens, table);
            let committee = self.committee.filter(|one| self.is_called(*one, generic, table));
            return rights
                .or(charter)
                .or(ahead)
                .or(committee)
                .or_else(|| self.of_spoken(generic, at, tokens, table))
                .or_else(|| self.parent_named(generic, at, table))
                .or(statute)
                .or(court)
                .map(|charter| Meaning::one(vec![charter], Evidence::Genre));
        };
        // Two of them in one sentence: no one can tell.
        let sentence = tokens.same_sentence(latest.to, at);
        let rival = self.back(at).take(60).find(|one| fits(one) && one.full && !one.same(&latest)).cloned();
        if let Some(rival) = rival.filter(|rival| sentence && !rival.is_outside() && !latest.is_outside()) {
            let again = |one: &&Mention| fits(one) && one.same(&latest) && one.from > rival.from;
            let settled = self.back(at).take(60).filter(again).count() > 1;
            let together = tokens.same_sentence(rival.to, latest.from) && !settled;
            let members = vec![rival.members[0], latest.members[0]];
            let short_between = self.back(at).take_while(|one| one.from >= rival.from).any(|one| !one.full);
            if together && !short_between {
                return Some(Meaning {
                    mode: Mode::Any,
                    members,
                    evidence: Evidence::Antecedent,
                    antecedent: None,
                });
            }
        }
        let meaning = Meaning::of(&latest, Evidence::Antecedent);
        self.uses.push(Use { head: generic.head, mention: latest, uses: 1 });
        Some(meaning)
    }
}
