//! What kind of document a text is: which instrument it is itself, which court or organ it is of.

use super::chinese::noun_before;
use super::found::{Found, What};
use super::memory::Memory;
use super::names::Mode;
use super::table::Table;
use super::tokens::Tokens;
use super::views::committee_of_views;
use super::words::w;

impl Memory {
    /// A text is the instrument that its first words name, if it speaks of itself and has headings of articles.
    pub(super) fn find_own(&mut self, tokens: &Tokens, found: &[Found]) {
        let (mut convention, mut headings) = ([0; 9], 0);
        let heads = [
            w::CONVENTION,
            w::COVENANT,
            w::PROTOCOL,
            w::DECLARATION,
            w::CHARTER,
            w::STATUTE,
            w::TREATY,
            w::AGREEMENT,
            0,
        ];
        for at in tokens.spots.own.iter().copied() {
            let token = tokens.at(at);
            if token.begins_line() && matches!(token.word, w::ARTICLE | w::ART) {
                headings += 1;
            } else if matches!(token.word, w::THIS | w::PRESENT)
                && tokens.at(at + 1).capital()
                && let Some(slot) =
                    heads.iter().position(|head| *head != 0 && *head == tokens.at(at + 1).word)
            {
                convention[slot] += 1;
            }
        }
        if tokens.text.contains('第') {
            for at in 0..tokens.len() {
                headings += usize::from(tokens.at(at).begins_line() && tokens.folded(at) == "第");
                if tokens.folded(at) != "本" {
                    continue;
                }
                let noun = (at + 3..at + 5).map(|to| noun_before(tokens, to)).find(|noun| *noun != 0);
                if let Some(slot) = noun.and_then(|noun| heads.iter().position(|head| *head == noun)) {
                    convention[slot] += 1;
                }
            }
        }
        let most = convention.iter().copied().max().unwrap_or_default();
        // Its title stands at its head, and the headings of its articles may be lost.
        let titled = found.first().is_some_and(|one| one.from < 4 && matches!(one.what, What::Name(_)));
        if headings < 3 && !((headings > 0 || titled) && most >= 3) {
            return;
        }
        let head = heads[convention.iter().position(|count| *count == most).unwrap_or(8)];
        if most < 2 {
            return;
        }
        self.own_head = head;
        self.own_unknown = true;
        for one in found.iter().take_while(|one| one.from < 60) {
            if let What::Name(name) = &one.what
                && name.mode == Mode::One
                && (name.head == self.own_head || name.head == 0)
            {
                self.own = name.members.first().copied();
                self.own_unknown = false;
                return;
            }
        }
    }

    pub(super) fn find_genre(&mut self, tokens: &Tokens, table: &Table, found: &[Found]) {
        let charter = table.number("un-charter");
        let names = |one: &Found| match &one.what {
            What::Name(name) => charter.is_some_and(|charter| name.members == [charter]),
            What::Document(document) => document.said.candidates.iter().any(|one| one.id.starts_with("un:")),
            _ => false,
        };
        let cited = |scheme: &str| {
            found.iter().any(|one| match &one.what {
                What::Document(document) => {
                    document.said.candidates.iter().any(|one| one.id.starts_with(scheme))
                }
                _ => false,
            })
        };
        let signs = |tokens: &Tokens, at: usize| {
            tokens.is(at, '§')
                && (2..=3).any(|back| {
                    at.checked_sub(back)
                        .is_some_and(|at| matches!(tokens.at(at).word, w::ARTICLE | w::ARTICLES))
                })
        };
        let speaks = tokens.spots.court;
        let spoken = cited("echr:")
            || found.iter().any(|one| match &one.what {
                What::Name(name) => name.head == w::CONVENTION,
                What::Generic(generic) => generic.head == w::CONVENTION,
                _ => false,
            });
        self.signs =
            spoken && (speaks || cited("echr:")) && tokens.spots.sections.iter().any(|at| signs(tokens, *at));
        // *The applicant invoked Article 3 of the Convention. The Court …*, where no other convention is named.
        let european = table.number("echr");
        let other = |one: &Found| match &one.what {
            What::Name(name) => name.head == w::CONVENTION && name.members.as_slice() != european.as_slice(),
            _ => false,
        };
        let complains = tokens.spots.complaint == (true, true) && speaks && spoken;
        self.views = committee_of_views(tokens.text);
        self.signs &= self.views.is_none();
        let alone = || complains && !found.iter().any(other);
        self.strasbourg = self.views.is_none() && (self.signs || cited("echr:") || alone());
        self.judgment = self.signs && complains;
        if !self.judgment && self.own.is_none() {
            self.find_committee(tokens, table, found);
        }
        let hague = cited("icj:");
        let courts = [("icty:", "icty-statute"), ("ictr:", "ictr-statute"), ("icc:", "rome-statute")];
        let mut courts = courts.into_iter().filter(|(scheme, _)| cited(scheme));
        if let (Some((_, statute)), None) = (courts.next(), courts.next()) {
            self.tribunal = table.number(statute).filter(|_| !hague);
        }
        let nations = |at: usize| {
            tokens.is_word(at, w::UNITED) && tokens.is_word(at + 1, w::NATIONS)
                || tokens.is_word(at, w::SECURITY) && tokens.is_word(at + 1, w::COUNCIL)
                || tokens.is_word(at, w::GENERAL) && tokens.is_word(at + 1, w::ASSEMBLY)
        };
        let named = |at: usize| {
            tokens.is_word(at, w::COURT)
                && tokens.is_word(at + 1, w::OF)
                && tokens.folded(at + 2) == "justice"
                && tokens.before(at).word == w::INTERNATIONAL
        };
        self.hague = hague || (0..60).any(named);
        self.world_court = self.hague
            || (0..tokens.len().min(20_000))
                .any(|at| tokens.is_word(at, w::ICJ) && tokens.at(at).all_capitals() || named(at));
        self.united_nations =
            self.world_court || found.iter().any(names) || (0..tokens.len().min(20_000)).any(nations);
        self.is_resolution = (0..tokens.len().min(400)).any(|at| {
            let organ = tokens.is_word(at + 1, w::SECURITY) && tokens.is_word(at + 2, w::COUNCIL)
                || tokens.is_word(at + 1, w::GENERAL) && tokens.is_word(at + 2, w::ASSEMBLY);
            organ && tokens.at(at).begins_line() && tokens.is_word(at, w::THE) && tokens.is(at + 3, ',')
        });
    }
}
