//! Documents of the committees that watch over the treaties: *the Convention* is the committee's own, and so is an
//! article without an instrument.

use super::committees::{BODIES, Committees, only_body, treaty_of};
use super::compose::Composer;
use super::found::{Document, Found, Generic, What};
use super::memory::Memory;
use super::reference::{Candidate, Evidence, Form, Kind, Status};
use super::table::Table;
use super::tokens::Tokens;
use super::views::committee_of_words;
use super::words::w;
use std::cmp::Ordering;

/// A committee that stands within so many tokens from the start is the one that speaks.
const OPENING: usize = 60;

impl Memory {
    /// A document of a committee speaks of itself as *the Committee* or *the present general comment*, and of States
    /// parties.
    pub(super) fn find_committee(&mut self, tokens: &Tokens, table: &Table, found: &[Found]) {
        let speaks = |words: &str| tokens.text.contains(words);
        self.parties = speaks("tes part")
            || speaks("tes Part")
            || speaks("the State party")
            || speaks("the State Party");
        let spots = &tokens.spots.committees;
        self.committee = only_body(found).and_then(|treaty| table.number(treaty));
        let itself = |at: &&usize| {
            let named = tokens.is_any(**at + 1, "on against of for");
            tokens.is_word(**at, w::COMMITTEE) && tokens.before(**at).word == w::THE && !named
        };
        let itself = spots.iter().filter(itself).count();
        let others = tokens.text.matches("Special Rapporteur").count();
        self.committees = Committees::of(tokens).in_full(tokens);
        if !self.parties {
            return;
        }
        let opening = self.committees.first().copied().filter(|(at, _)| *at < OPENING && others == 0);
        let says = speaks("resent general comment") || speaks("resent general recomm");
        let addressed = others == 0 && (speaks("arties to the Co") || speaks("the State party"));
        self.observes = itself > others || addressed || says || opening.is_some();
        if !self.observes {
            return;
        }
        self.noun = noun(found);
        let first = self.ahead.iter().find(|one| one.0 == w::COVENANT).map(|one| one.1);
        let generic =
            |one: &&Found| matches!(&one.what, What::Generic(generic) if generic.head == w::COVENANT);
        self.is_early =
            found.iter().find(generic).is_some_and(|one| first.is_some_and(|first| one.from < first));
        let views = self.views.filter(|_| !says);
        let body = views.or(opening.map(|(_, body)| body)).or_else(|| own_comment(tokens, found));
        let treaty = body.and_then(|body| table.number(treaty_of(body)));
        if let Some(treaty) = treaty.filter(|one| self.may_watch(*one, table)) {
            (self.committee, self.is_watched) = (Some(treaty), true);
        } else {
            let only = self.only_named(tokens).and_then(|body| table.number(treaty_of(body)));
            let cited = self.committee.filter(|one| self.nine(table).all(|other| other == *one));
            self.committee = only.or(cited).filter(|one| self.may_watch(*one, table));
        }
    }

    /// *The Committee against Torture found a violation of article 1 of the Convention*: its own, where no other
    /// committee of such a treaty is spoken of, or not in that paragraph.
    pub(super) fn of_spoken(
        &self,
        generic: &Generic,
        at: usize,
        tokens: &Tokens,
        table: &Table,
    ) -> Option<u16> {
        let treaty = |body: &str| {
            let number = table.number(treaty_of(body));
            number.filter(|one| self.is_called(*one, generic, table))
        };
        let mut all = self.committees.iter().rev().filter(|(from, _)| *from < at).take(60);
        let (from, own) = all.find_map(|(from, body)| Some((*from, treaty(body)?)))?;
        let near = tokens.same_paragraph(from, at);
        (near || all.all(|(_, body)| treaty(body).is_none_or(|other| other == own))).then_some(own)
    }

    /// A general comment by its number alone, in a document of the committee.
    pub(super) fn own_comment(&self, number: u32, table: &Table) -> Option<String> {
        let own = table.get(self.certain_treaty()?);
        let (body, _) = BODIES.iter().find(|(_, treaty)| *treaty == own.id)?;
        Some(format!("comment:{body}/{number}"))
    }

    /// The treaty of the committee whose document it is, where that is certain.
    pub(super) fn certain_treaty(&self) -> Option<u16> {
        self.committee.filter(|_| self.is_watched)
    }

    /// The only committee that is named in full, and not for a comment of its own.
    fn only_named(&self, tokens: &Tokens) -> Option<&'static str> {
        let comment = |at: usize| matches!(tokens.at(at).word, w::COMMENT..=w::RECOMMENDATIONS);
        let cited = |at: usize| (at.saturating_sub(12)..at + 16).any(comment);
        let mut named = self.committees.iter().filter(|(at, _)| !cited(*at));
        let (_, first) = named.next()?;
        named.all(|(_, other)| other == first).then_some(*first)
    }

    /// Those that [`may_watch`](Self::may_watch) of what the document names in full.
    fn nine(&self, table: &Table) -> impl Iterator<Item = u16> {
        self.ahead.iter().filter_map(|(_, _, number)| *number).filter(|one| self.may_watch(*one, table))
    }

    /// A treaty of the nine that is called as the document calls its own.
    fn may_watch(&self, number: u16, table: &Table) -> bool {
        let one = table.get(number);
        BODIES.iter().any(|(_, treaty)| *treaty == one.id) && one.title.contains(self.noun)
    }

    /// The treaty that a document of a committee turned out to be about, if that was not known from the start.
    pub(super) fn watched(&self, tokens: &Tokens, table: &Table) -> Option<u16> {
        if !self.observes || self.is_watched {
            return None;
        }
        let core = self.counts.iter().filter(|(one, _)| self.may_watch(*one, table));
        let Some((main, count)) = core.clone().max_by_key(|(_, count)| *count) else {
            let spoken = committee_of_words(tokens.text).and_then(|body| table.number(treaty_of(body)));
            return spoken.filter(|one| self.may_watch(*one, table));
        };
        let second = core.filter(|(one, _)| one != main).map(|(_, count)| *count).max().unwrap_or_default();
        // *the Covenant*, before any was named: a title that is not there says which, and in full stands the other one.
        let full =
            |one: u16| self.mentions.iter().filter(|other| other.full && other.members == [one]).count();
        let named: Vec<u16> = self.nine(table).collect();
        if let [first, other] = named[..]
            && self.is_early
        {
            let (often, seldom) = if full(first) > full(other) { (first, other) } else { (other, first) };
            return (full(often) > full(seldom)).then_some(seldom);
        }
        (*count >= 2 * second).then_some(*main)
    }
}

/// The noun that stands more often without a name.
fn noun(found: &[Found]) -> &'static str {
    let count = |head: u16| {
        let fits = |one: &&Found| matches!(&one.what, What::Generic(generic) if generic.head == head && !generic.plural);
        found.iter().filter(fits).count()
    };
    match count(w::COVENANT).cmp(&count(w::CONVENTION)) {
        Ordering::Greater => "Covenant",
        Ordering::Less => "Convention",
        Ordering::Equal => "",
    }
}

/// *in its general comment No. 4 (1991)*: whose it is.
fn own_comment<'a>(tokens: &Tokens, found: &'a [Found]) -> Option<&'a str> {
    found.iter().find_map(|one| {
        let What::Document(document) = &one.what else { return None };
        let its = one.from > 0 && tokens.before(one.from).word == w::ITS;
        let [candidate] = document.said.candidates.as_slice() else { return None };
        let body = candidate.id.strip_prefix("comment:")?.split('/').next()?;
        (its && document.said.year.is_some()).then_some(body)
    })
}

/// True for a general comment by its number alone.
pub(super) fn is_unnamed(document: &Document) -> bool {
    document.kind == Kind::GeneralComment && document.said.candidates.is_empty()
}

impl Composer<'_> {
    /// *general comment No. 31*, by its number alone, in a document of a committee: the committee's, if that is known.
    pub(super) fn comment_of_its_own(&self, one: &Found, mut document: Document) -> Option<Document> {
        let is_free =
            is_unnamed(&document) && document.said.status != Status::Unresolved && self.memory.observes;
        let roman = |at: usize| {
            super::numbers::roman(self.tokens.folded(at)).filter(|_| self.tokens.at(at).all_capitals())
        };
        let value = |at: usize| {
            let token = self.tokens.at(at);
            if token.is_number() { Some(token.value) } else { roman(at) }
        };
        let number = (one.from..one.to).find_map(value).filter(|_| is_free)?;
        (document.said.form, document.said.status) = (Form::Short, Status::Unresolved);
        if let Some(id) = self.memory.own_comment(number, self.table) {
            document.said.candidates =
                vec![Candidate { evidence: vec![Evidence::Genre], ..Candidate::named(id) }];
            document.said.status = Status::Resolved;
        }
        Some(document)
    }
}
