//! Counted sets: *four UN Security Council resolutions*.

use super::bodies::{Body, with_nations};
use super::found::{Document, Found, What};
use super::numbers::{count, date};
use super::reference::{Candidate, Kind, Status};
use super::resolutions::Reader;
use super::words::w;

impl Reader<'_> {
    /// *four UN Security Council resolutions*: a set that names none of its members.
    pub fn counted(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        if tokens.at(at).word != w::RESOLUTIONS {
            return None;
        }
        let mention = self.bodies.ending_at(at).copied()?;
        let body = self.bodies.clear(&mention, tokens).filter(|body| *body != Body::Other)?;
        let from = with_nations(tokens, mention.from).checked_sub(1)?;
        let number = count(tokens, from)?;
        if self.item(at + 1).is_some() {
            return None;
        }
        let mut document = Document::new(Kind::Set, Vec::new());
        document.status = Status::Set;
        document.count = Some(number);
        let mut to = at + 1;
        while to < at + 4 && (matches!(tokens.at(to).word, w::ADOPTED | w::PASSED | w::OF | w::IN)) {
            to += 1;
        }
        document.year = date(tokens, to).map(|date| date.year);
        let wanted = [(822, 1993), (853, 1993), (874, 1993), (884, 1993)];
        if body == Body::Security && number == 4 && document.year.is_none_or(|year| year == 1993) {
            document.hints = wanted
                .iter()
                .map(|(number, year)| Candidate {
                    evidence: Vec::new(),
                    ..Candidate::named(format!("un:S/RES/{number}({year})"))
                })
                .collect();
        }
        Some(Found { from, to: at + 1, what: What::Document(document) })
    }
}
