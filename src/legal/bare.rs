//! What a short form belongs to that no antecedent tells: a bare article, a bare rule, *the Charter* and *the
//! Statute* of a document that does not name them.

use super::found::Generic;
use super::memory::Memory;
use super::mention::{Meaning, Mention};
use super::names::Mode;
use super::reference::Evidence;
use super::standards::is_standards;
use super::table::Table;
use super::title_words::is_in;
use super::tokens::Tokens;
use super::words::w;

/// So many different places with steps are remembered.
const MOST_PLACES: usize = 500;

impl Memory {
    /// The only instrument of that noun, named later in the same paragraph: *article 25 of the Statute … of the Rome
    /// Statute*.
    pub(super) fn ahead(&self, head: u16, at: usize, tokens: &Tokens) -> Option<u16> {
        if head == w::STATUTE && self.tribunal.is_some() {
            return None;
        }
        let mut all = self.ahead.iter().filter(|(known, _, _)| *known == head);
        let (_, from, number) = all.next()?;
        let alone = all.all(|(_, _, other)| other == number);
        // There are few covenants.
        (*number).filter(|_| alone && (head == w::COVENANT || tokens.same_paragraph(at, *from)))
    }

    /// *the 1951 Convention*, where the document names the only one of that noun and year later.
    pub(super) fn ahead_of_year(&self, generic: &Generic, year: u32, table: &Table) -> Option<Meaning> {
        let of_year = |one: &u16| table.get(*one).year() == Some(year);
        let named = self.ahead.iter().filter(|(head, _, _)| *head == generic.head && !generic.plural);
        let mut all = named.filter_map(|(_, _, number)| *number).filter(of_year);
        let first = all.next()?;
        all.all(|other| other == first).then(|| Meaning::one(vec![first], Evidence::Antecedent))
    }

    /// *Article 2 (4) of the Charter*, in a document that names no charter at all.
    pub fn famous(&self, generic: &Generic, locators: &[String], table: &Table) -> Option<Meaning> {
        let named = self.ahead.iter().any(|(head, _, _)| *head == w::CHARTER);
        if named { None } else { with_places(true, generic, locators, table) }
    }

    /// *Article 2, paragraph 7, of the Charter*, in a document of the United Nations: no other charter has such a place.
    pub fn of_the_nations(&self, generic: &Generic, locators: &[String], table: &Table) -> Option<Meaning> {
        if self.united_nations { with_places(false, generic, locators, table) } else { None }
    }

    /// *the Statute of the Court*, where no criminal court is spoken of.
    pub(super) fn statute_of_the_court(
        &self,
        generic: &Generic,
        at: usize,
        tokens: &Tokens,
        table: &Table,
    ) -> Option<u16> {
        let of =
            generic.head == w::STATUTE && tokens.is_word(at + 1, w::OF) && tokens.is_word(at + 3, w::COURT);
        let others = self.ahead.iter().any(|(head, _, _)| *head == w::STATUTE);
        table.number("icj-statute").filter(|_| of && !others)
    }

    /// *Article II of the Statute of the Tribunal*, *the ILOAT … under its Statute*: of a tribunal that is none of those
    /// whose statutes are known.
    pub(super) fn is_of_other_tribunal(
        &self,
        generic: &Generic,
        at: usize,
        tokens: &Tokens,
        table: &Table,
    ) -> bool {
        if generic.head != w::STATUTE || self.tribunal.is_some() {
            return false;
        }
        let world = table.number("icj-statute");
        let other =
            |one: &(u16, usize, Option<u16>)| one.0 == w::STATUTE && one.2.is_some() && one.2 != world;
        if self.ahead.iter().any(other) {
            return false;
        }
        let back = (1..=30).map_while(|back| at.checked_sub(back));
        let back = back.take_while(|from| tokens.same_sentence(*from, at) && !tokens.is(*from, '?'));
        let body = |at: &usize| tokens.is_word(*at, w::COURT) || is_tribunal(tokens, *at);
        let its = || back.clone().find(body).is_some_and(|at| is_tribunal(tokens, at));
        tokens.is_word(at + 1, w::OF) && is_tribunal(tokens, at + 3)
            || tokens.before(at).word == w::S && at > 2 && is_tribunal(tokens, at - 3)
            || generic.its && its()
    }

    /// Notes that a place with steps was cited of an instrument.
    pub fn cite(&mut self, place: &str, member: u16) {
        let known = self.places.iter_mut().find(|(known, one, _)| known == place && *one == member);
        if let Some((_, _, times)) = known {
            *times += 1;
        } else if self.places.len() < MOST_PLACES {
            self.places.push((place.to_owned(), member, 1));
        }
    }

    /// *Article 49(6)* again, after it was cited of one instrument alone, so many times.
    pub fn cited_before(&self, locators: &[String], times: usize) -> Option<Meaning> {
        let of = |place: &String| {
            let mut all = self.places.iter().filter(|(known, ..)| known == place);
            let (_, one, cited) = all.next().filter(|_| all.next().is_none())?;
            (*cited >= times).then_some(*one)
        };
        let first = of(locators.first()?)?;
        let same = locators.iter().all(|one| of(one) == Some(first));
        same.then(|| Meaning::one(vec![first], Evidence::Antecedent))
    }

    /// The instrument that an article without one belongs to: what the passage is about.
    pub fn for_article(&self, at: usize, tokens: &Tokens, table: &Table, numbers: &[u32]) -> Option<Meaning> {
        if let Some(own) = self.own {
            return Some(Meaning::one(vec![own], Evidence::Itself));
        }
        if self.own_unknown {
            return None;
        }
        let exists = |mention: &&Mention| {
            mention.members.iter().all(|one| {
                let one = table.get(*one);
                let memorandum = one.articles.is_none() && one.title.contains("Memorandum");
                !memorandum && one.has(numbers)
            })
        };
        let watched = self.certain_treaty();
        let usual = |one: &u32| matches!(one, 2..=18 | 34 | 35 | 41 | 46);
        let of_convention = self.signs && numbers.iter().all(usual);
        let (mut passed, mut court) = (false, false);
        let own = table.number("echr").filter(|_| self.judgment && numbers.iter().all(usual));
        let study = table.number("cihl");
        // *the Strasbourg Court extended Article 3*, where its Convention was named.
        let strasbourg =
            (1..=12).map_while(|back| at.checked_sub(back)).any(|back| tokens.folded(back) == "strasbourg");
        let rights = table.number("echr").filter(|one| strasbourg && self.named(*one));
        if let Some(rights) = rights.filter(|_| numbers.iter().all(|one| *one <= 59)) {
            return Some(Meaning::one(vec![rights], Evidence::Genre));
        }
        if strasbourg {
            return None;
        }
        // What something is only compared with comes last.
        let order = [false, true].into_iter().flat_map(|compared| {
            let here = self.back(at).take(40).take_while(|one| tokens.same_paragraph(one.from, at));
            here.filter(move |one| is_compared(tokens, one) == compared)
        });
        for one in order {
            // They have rules.
            let study = one.members.len() == 1 && one.members.first() == study.as_ref();
            let standards = is_standards(one.head) && one.is_outside() && tokens.before(at).is_word();
            if study || standards && !tokens.same_sentence(one.to, at) {
                continue;
            }
            // A judgment goes on with its own Convention after another was named.
            let other = own.is_some() && one.members.first() != own.as_ref();
            if other && !one.is_outside() && has_passed(tokens, one, at) {
                court = true;
                break;
            }
            // *Article 1 of Protocol No. 1 … Article 6 § 1*: of the Convention. *as amended by the 1967 Protocol*
            let protocol = |number: &u16| table.get(*number).id.starts_with("echr-p");
            let strasbourg = of_convention || self.strasbourg && numbers.iter().all(usual);
            if strasbourg && one.members.iter().any(protocol) {
                court = true;
                continue;
            }
            if amends(tokens, one) {
                continue;
            }
            if one.mode != Mode::One || one.members.len() != 1 {
                return None;
            }
            // A comment goes on with its own treaty after another was named.
            let other = watched.is_some_and(|own| one.members != [own]);
            if other && (!tokens.same_sentence(one.to, at) || self.views.is_some() && is_violated(tokens, at))
            {
                break;
            }
            if exists(&one) {
                // Far from it, a document that defines *the Convention* may go on with that.
                let defined =
                    self.definitions.iter().find(|other| !other.plural && !one.same(&other.mention));
                let doubtful = defined.is_some() && !tokens.same_sentence(one.to, at);
                return Some(Meaning::of(one, Evidence::Antecedent)).filter(|_| !doubtful);
            }
            passed = true;
        }
        if passed {
            return None;
        }
        let charter = table.number("un-charter").filter(|_| self.is_resolution);
        if let Some(charter) = charter {
            return Some(Meaning::one(vec![charter], Evidence::Genre))
                .filter(|_| numbers.iter().all(|one| *one <= 111));
        }
        // The articles that a judgment of Strasbourg is about; a code's have other numbers, or more.
        let nothing = || self.counts.iter().all(|(known, _)| Some(*known) == table.number("echr"));
        let court = court || self.strasbourg && numbers.iter().all(usual) && nothing();
        let rights = table.number("echr").filter(|_| of_convention || court);
        if let Some(rights) = rights {
            return Some(Meaning::one(vec![rights], Evidence::Genre));
        }
        // *(arts. 2, 6 and 7)* in the observations of a committee.
        let observed = self.committee.filter(|_| {
            let short = matches!(tokens.at(at).word, w::ART | w::ARTS | w::ARTICLES);
            tokens.before(at).is('(') && short && tokens.text.contains("the State party")
        });
        if let Some(treaty) = observed.filter(|one| table.get(*one).has(numbers)) {
            return Some(Meaning::one(vec![treaty], Evidence::Genre));
        }
        if let Some(treaty) = watched {
            return table.get(treaty).has(numbers).then(|| Meaning::one(vec![treaty], Evidence::Genre));
        }
        // *sexual slavery (Article 8(2)(b)(xxii))*, where the cases of one criminal court are cited, and nothing else.
        let court = self.tribunal.filter(|one| self.counts.iter().all(|(known, _)| known == one));
        if let Some(court) = court.filter(|one| table.get(*one).has(numbers)) {
            return Some(Meaning::one(vec![court], Evidence::Genre));
        }
        let all: usize = self.counts.iter().map(|(_, count)| count).sum();
        let (main, count) = self.counts.iter().max_by_key(|(_, count)| *count)?;
        let certain = *count >= if self.parties { 3 } else { 5 } && *count * 3 >= all * 2;
        (certain && table.get(*main).has(numbers)).then(|| Meaning::one(vec![*main], Evidence::Genre))
    }

    /// The treaty of the committee whose comment or communication was cited, where it is but one.
    pub(super) fn spoken_of(&self, generic: &Generic, at: usize, tokens: &Tokens) -> Option<Meaning> {
        let mut all = self.back(at).filter(|one| one.head == generic.head && one.mode == Mode::One);
        let last = all.next()?;
        let certain = tokens.same_sentence(last.to, at) || all.all(|other| other.members == last.members);
        certain.then(|| Meaning::of(last, Evidence::Antecedent))
    }

    /// *the Optional Protocol to the International Covenant on … The Covenant …*: what a protocol belongs to.
    pub(super) fn parent_named(&self, generic: &Generic, at: usize, table: &Table) -> Option<u16> {
        let mut all = self.back(at).take(40).filter(|one| one.full && one.mode == Mode::One);
        let parent = all.find_map(|one| table.parent_of(*one.members.first()?))?;
        self.is_called(parent, generic, table).then_some(parent)
    }

    /// The only instrument of that noun in the paragraph so far, or in the document.
    pub fn with_head(&self, head: u16, at: usize, tokens: &Tokens) -> Option<Meaning> {
        let fits = |one: &&Mention| one.head == head && (one.mode == Mode::One || one.is_outside());
        let mut all = self.back(at).take(60).filter(fits);
        let last = all.next()?;
        let near = tokens.same_paragraph(last.from, at);
        let certain = all
            .take_while(|other| !near || tokens.same_paragraph(other.from, at))
            .all(|other| other.same(last));
        certain.then(|| Meaning::of(last, Evidence::Antecedent))
    }

    /// *Articles 57 and 58 of the Protocol*: where the last that was named has none of them, the one before it that has.
    pub(super) fn with_article(
        &self,
        meaning: Meaning,
        generic: &Generic,
        at: usize,
        table: &Table,
        numbers: &[u32],
    ) -> Meaning {
        let has = |one: &u16| table.get(*one).has(numbers);
        let told = meaning.mode == Mode::One && meaning.evidence == Evidence::Antecedent;
        if !told || meaning.members.iter().all(has) {
            return meaning;
        }
        let fits = |one: &&Mention| {
            let alike = one.head == generic.head && one.mode == Mode::One && one.members.len() == 1;
            alike && one.full && one.members.iter().all(has)
        };
        self.back(at).take(40).find(fits).map_or(meaning, |one| Meaning::of(one, Evidence::Antecedent))
    }

    /// *the Vienna Convention*, of which a document names but one, in full, further on. Of Geneva there are too many.
    pub(super) fn family_ahead(&self, members: &[u16], table: &Table) -> Option<Meaning> {
        let vienna = members.iter().all(|one| table.get(*one).title.starts_with("Vienna Convention"));
        let named =
            self.ahead.iter().filter_map(|(_, _, number)| *number).filter(|one| members.contains(one));
        let mut named = named.filter(|_| vienna);
        let first = named.next()?;
        named.all(|other| other == first).then(|| Meaning::one(vec![first], Evidence::Antecedent))
    }

    /// The only instrument that the paragraph has named so far.
    pub fn only_treaty(&self, at: usize, tokens: &Tokens) -> Option<Meaning> {
        let mut all = self.back(at).take(40).take_while(|one| tokens.same_paragraph(one.from, at));
        let last = all.next().filter(|one| one.mode == Mode::One && one.members.len() == 1)?;
        all.all(|other| other.same(last)).then(|| Meaning::of(last, Evidence::Antecedent))
    }

    /// True for a convention where *the Convention*, for a covenant where *the Covenant* is said.
    pub(super) fn is_called(&self, number: u16, generic: &Generic, table: &Table) -> bool {
        let noun = if generic.head == w::CONVENTION { "Convention" } else { "Covenant" };
        matches!(generic.head, w::CONVENTION | w::COVENANT) && table.get(number).title.contains(noun)
    }

    /// *the Convention* in a document of a committee: the committee's own, unless the paragraph names another.
    pub(super) fn of_committee(
        &self,
        generic: &Generic,
        latest: Option<&Mention>,
        at: usize,
        tokens: &Tokens,
        table: &Table,
    ) -> Option<u16> {
        let own = self.committee?;
        let fits = self.is_called(own, generic, table)
            && match latest {
                Some(latest) if self.is_watched => !tokens.same_sentence(latest.to, at),
                Some(latest) => latest.members != [own] && has_passed(tokens, latest, at),
                None => self.is_watched,
            };
        Some(own).filter(|_| fits)
    }

    /// What *Guiding Principle 17*, *rule 44* belong to: the last of that noun, if it is in the paragraph or most of
    /// those before were the same.
    pub fn with_noun(
        &self,
        (head, noun): (u16, &str),
        at: usize,
        tokens: &Tokens,
        table: &Table,
    ) -> Option<Meaning> {
        let fits = |one: &&Mention| {
            let titled = |number: &u16| table.get(*number).title.contains(noun);
            one.mode == Mode::One && one.members.len() == 1 && one.members.iter().all(titled)
                || one.is_outside() && one.head == head
        };
        let mut all = self.back(at).take(40).filter(fits);
        let last = all.next()?;
        let balance: i32 = all.fold(1, |sum, other| if other.same(last) { sum + 1 } else { sum - 1 });
        if tokens.same_paragraph(last.from, at) || balance > 0 {
            return Some(Meaning::of(last, Evidence::Antecedent));
        }
        Some(Meaning::outside(Mode::OutsideSoft, Evidence::Antecedent))
    }

    /// What *its article 27* belongs to: the last thing named in the same sentence, or that which the sentence begins with
    /// again (*It recognizes …*, *This Convention recognizes …*).
    pub fn subject(&self, at: usize, tokens: &Tokens) -> Option<Meaning> {
        let last = self.back(at).next()?;
        let again = || {
            let from = (last.to..at).rev().take_while(|from| tokens.same_sentence(*from, at)).last()?;
            let noun =
                matches!(tokens.at(from).word, w::THIS | w::THE) && tokens.at(from + 1).word == last.head;
            Some((noun || tokens.folded(from) == "it") && tokens.same_paragraph(last.to, at))
        };
        let same = tokens.same_sentence(last.to, at) || again() == Some(true);
        (same && last.mode == Mode::One).then(|| Meaning::of(last, Evidence::Antecedent))
    }
}

/// *Tribunal*; *ILOAT*, *UNAT*: administrative tribunals are shortened so.
fn is_tribunal(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.at(at);
    tokens.folded(at) == "tribunal" && token.capital()
        || token.all_capitals() && token.folded_length() > 3 && tokens.folded(at).ends_with("at")
}

/// Places of the Charter of the United Nations that are cited without it, and that no other charter has.
const ITS_OWN: &str = "2(4) 2(7) chapter-VI chapter-VII chapter-VIII";

/// Those that others have too.
const FAMOUS: &str = "51 103";

/// The Charter of the United Nations, where all places of *the Charter* are its own, or `famous` ones.
fn with_places(famous: bool, generic: &Generic, locators: &[String], table: &Table) -> Option<Meaning> {
    let known = |one: &String| is_in(ITS_OWN, one) || famous && is_in(FAMOUS, one);
    let fits = generic.head == w::CHARTER && !generic.itself && locators.iter().all(known);
    let charter = table.number("un-charter").filter(|_| fits)?;
    Some(Meaning::one(vec![charter], Evidence::Genre))
}

/// True where another paragraph has begun since something was named; those of committees and courts have numbers.
fn has_passed(tokens: &Tokens, one: &Mention, at: usize) -> bool {
    let numbered = |at: usize| tokens.at(at).begins_line() && tokens.at(at).is_number();
    !tokens.same_paragraph(one.from, at) || at > one.to + 500 || (one.to..at).any(numbered)
}

/// *acting under the Optional Protocol, finds a violation of article 7*: of what the views are about.
fn is_violated(tokens: &Tokens, at: usize) -> bool {
    (at.saturating_sub(5)..at).any(|at| tokens.is_any(at, "violation violations rights violated"))
}

/// *compare Article 75 AP I*, *cf. the Hague Regulations*
fn is_compared(tokens: &Tokens, one: &Mention) -> bool {
    let back = (1..=16).map_while(|back| one.from.checked_sub(back));
    let mut back = back.take_while(|at| ![';', '(', ')'].iter().any(|mark| tokens.is(*at, *mark)));
    back.any(|at| tokens.is_any(at, "compare cf contrast unlike"))
}

/// *as amended by the 1967 Protocol*
fn amends(tokens: &Tokens, one: &Mention) -> bool {
    let from = if tokens.before(one.from).word == w::THE { one.from.saturating_sub(1) } else { one.from };
    tokens.before(from).word == w::BY
        && from > 1
        && tokens.is_any(from - 2, "amended supplemented modified completed")
}

/// *vol. 9, article 11*: of a journal.
pub(super) fn is_in_volume(tokens: &Tokens, at: usize) -> bool {
    (3..=4).any(|back| at.checked_sub(back).is_some_and(|at| tokens.is_word(at, w::VOL)))
}
