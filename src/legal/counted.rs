//! Counted sets: *four UN Security Council resolutions*.

use super::bodies::{Body, Mention, with_nations};
use super::found::{Document, Found, What};
use super::numbers::{count, date};
use super::reference::{Candidate, Evidence, Kind, Reference, Status};
use super::resolutions::Reader;
use super::words::w;

impl Reader<'_> {
    /// *four UN Security Council resolutions*: a set that names none of its members.
    pub fn counted(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        if tokens.at(at).word != w::RESOLUTIONS {
            return None;
        }
        // *four resolutions of the Security Council*
        let of = if tokens.is_word(at + 2, w::THE) { at + 3 } else { at + 2 };
        let behind = tokens.is_word(at + 1, w::OF).then(|| self.bodies.beginning_at(of)).flatten();
        if let Some(mention) = behind.copied().filter(|one| one.from == of) {
            return self.set_of(at.checked_sub(1)?, mention.to, mention, mention.to);
        }
        let mention = self.bodies.ending_at(at).copied().or_else(|| {
            let from = with_nations(tokens, at);
            let told = from < at && !self.numbers_behind(at + 1).is_empty();
            told.then_some(Mention { from, to: at, body: Body::Security })
        })?;
        if self.item(at + 1).is_some() {
            return None;
        }
        self.set_of(with_nations(tokens, mention.from).checked_sub(1)?, at + 1, mention, at + 1)
    }

    fn set_of(&self, from: usize, end: usize, mention: Mention, after: usize) -> Option<Found> {
        let tokens = self.tokens;
        let added = tokens.is_any(from, "more further other additional such");
        let from = if added { from.checked_sub(1)? } else { from };
        let body = self.bodies.clear(&mention, tokens).filter(|body| *body != Body::Other)?;
        let number = count(tokens, from)?;
        let mut document = Document::new(Kind::Set, Vec::new());
        document.said.status = Status::Set;
        document.said.count = Some(number);
        let mut to = after;
        while to < after + 3 && (matches!(tokens.at(to).word, w::ADOPTED | w::PASSED | w::OF | w::IN)) {
            to += 1;
        }
        document.said.year = date(tokens, to).map(|date| date.year);
        let wanted = [(822, 1993), (853, 1993), (874, 1993), (884, 1993)];
        if body == Body::Security && number == 4 && document.said.year.is_none_or(|year| year == 1993) {
            document.said.hints = wanted
                .iter()
                .map(|(number, year)| Candidate {
                    evidence: Vec::new(),
                    ..Candidate::named(format!("un:S/RES/{number}({year})"))
                })
                .collect();
        }
        Some(Found { from, to: end, what: What::Document(document) })
    }
}

/// A counted set means what the document names, if it names exactly so many.
pub(super) fn link(references: &mut [Reference]) {
    let mut named: Vec<Candidate> = Vec::new();
    for one in references.iter().filter(|one| one.kind == Kind::Resolution) {
        for candidate in one.candidates.iter().filter(|one| one.id.starts_with("un:S/RES/")) {
            if !named.iter().any(|known| known.id == candidate.id) && named.len() < 100 {
                let evidence = vec![Evidence::Antecedent];
                named.push(Candidate { evidence, ..Candidate::named(candidate.id.clone()) });
            }
        }
    }
    for one in references.iter_mut().filter(|one| one.kind == Kind::Set && !one.hints.is_empty()) {
        if one.count == Some(named.len() as u32) {
            one.candidates = named.clone();
            one.hints.clear();
        }
    }
}
