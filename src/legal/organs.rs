//! Which organ a resolution's number is of: the Security Council's and the Assembly's plain numbers, and the pairs of
//! session and number that several organs use.

use super::bodies::Body;
use super::found::Document;
use super::numbering::Item;
use super::numbers::to_roman;
use super::reference::{Check, Evidence, Issue, Kind, Status};
use super::resolutions::{NEAR, REACH, Reader, lettered};
use super::words::w;

impl Reader<'_> {
    /// `822 (1993)`.
    pub(super) fn plain(
        &self,
        number: u32,
        year: Option<u32>,
        item: &Item,
        body: Option<Body>,
        head: usize,
    ) -> Option<Document> {
        let fits = year.is_some_and(|year| self.table.resolution_fits(number, year));
        match body {
            Some(Body::Assembly) => return Some(self.assembly(number, year, item)),
            Some(Body::Security) => return Some(self.security(number, year, Evidence::Name)),
            Some(_) => return None,
            None if fits => return Some(self.security(number, year, Evidence::Name)),
            None => {}
        }
        let known = self.table.resolution_year(number).is_some();
        // *UN Resolution 2397*: of the Council or of the Assembly.
        let nations = super::bodies::with_nations(self.tokens, head) < head;
        let spoken = self.bodies.near(head, NEAR).filter(|one| self.tokens.same_sentence(one.to, head));
        if nations && year.is_none() && number >= 100 && spoken.is_none() {
            let mut document = Document::new(Kind::Resolution, Vec::new());
            document.said.hints = self.security(number, None, Evidence::Name).said.candidates;
            return Some(document);
        }
        match (year, self.context(head, if year.is_some() { REACH } else { NEAR })) {
            (_, Some(Body::Assembly)) if number > 2800 || self.bodies.security() == 0 => {
                Some(self.assembly(number, year, item))
            }
            // A year that does not fit, but close by the Council is spoken of: misdated.
            (_, Some(Body::Security)) if known => Some(self.security(number, year, Evidence::Antecedent)),
            (None, None | Some(Body::Unclear)) if known && number >= 100 && self.bodies.security() >= 3 => {
                Some(self.security(number, year, Evidence::Genre))
            }
            (Some(_), None) if known && number >= 100 && self.bodies.security() > 0 => {
                Some(self.security(number, year, Evidence::Genre))
            }
            // *Resolution 2573 (2021) … resolution 2573*
            (None, _) if self.bodies.dated.contains(&number) => {
                Some(self.security(number, year, Evidence::Antecedent))
            }
            // *resolution 1906 (XXXII-O/02)*, *resolution.203*
            (None, None)
                if known
                    && number >= 100
                    && !self.bodies.dated.is_empty()
                    && !self.tokens.is(item.to, '(')
                    && !self.tokens.is(head + 1, '.') =>
            {
                Some(self.security(number, year, Evidence::Genre))
            }
            _ => None,
        }
    }

    pub(super) fn security(&self, number: u32, year: Option<u32>, evidence: Evidence) -> Document {
        let known = self.table.resolution_year(number);
        let written = year.or(known);
        let id = match written {
            Some(year) => format!("un:S/RES/{number}({year})"),
            None => format!("un:S/RES/{number}"),
        };
        let mut document = Document::new(Kind::Resolution, vec![id]);
        document.said.year = year;
        document.said.candidates[0].evidence = vec![evidence];
        match year {
            Some(year) if !self.table.resolution_fits(number, year) => {
                document.said.status = Status::Invalid;
                document.said.issues.push(Issue::NumberYearMismatch);
            }
            Some(_) => document.said.candidates[0].checks.push(Check::Year),
            None if known.is_none() => document.said.status = Status::Invalid,
            None => {}
        }
        document
    }

    /// The Assembly's by year alone: the session is that of the autumn.
    pub(super) fn assembly(&self, number: u32, year: Option<u32>, item: &Item) -> Document {
        let spring = item.date.and_then(|date| date.day).is_some_and(|(month, _)| month < 9);
        let session = year.and_then(|year| year.checked_sub(if spring { 1946 } else { 1945 }));
        let ids = match session {
            Some(session) if (1..=30).contains(&session) => {
                vec![format!("un:A/RES/{number}({})", to_roman(session))]
            }
            _ => Vec::new(),
        };
        let mut document = Document::new(Kind::Resolution, ids);
        document.said.year = year;
        document.said.candidates.iter_mut().for_each(|one| one.evidence.push(Evidence::Discriminator));
        document
    }

    /// `62/243`: shared by several bodies.
    pub(super) fn pair(
        &self,
        first: &str,
        value: u32,
        second: u32,
        letters: &[String],
        body: Option<Body>,
        (head, year): (usize, Option<u32>),
    ) -> Option<Document> {
        let decision = matches!(self.tokens.at(head).word, w::DECISION | w::DECISIONS);
        let kind = if decision { "DEC" } else { "RES" };
        let name =
            |root: &str| lettered(letters, |letter| format!("un:{root}/{kind}/{first}/{second}{letter}"));
        let sessions = |body: Body| match body {
            Body::Assembly => second < 1000 && (value == 0 || (31..=120).contains(&value)),
            // Its resolutions never reach a hundred in a session; its decisions begin with 101.
            Body::HumanRights => {
                let counted = if decision { 101..200 } else { 1..100 };
                counted.contains(&second)
                    && ((value == 0 && first.starts_with("S-")) || (1..=66).contains(&value))
            }
            Body::Economic | Body::Commission => (1970..2100).contains(&value),
            _ => false,
        };
        let root = |body: Body| match body {
            Body::Assembly => "A",
            Body::HumanRights => "A/HRC",
            Body::Economic => "E",
            _ => "E/CN.4",
        };
        // The Assembly's sessions begin each autumn since 1946; the Human Rights Council holds three a year since 2006.
        let dated = |body: Body| {
            year.is_none_or(|year| match body {
                Body::Assembly => value == 0 || (value + 1945..=value + 1946).contains(&year),
                Body::HumanRights => value == 0 || (2005 + value / 3..=2007 + value / 3).contains(&year),
                _ => true,
            })
        };
        let certain = body.filter(|body| sessions(*body));
        if body.is_some() && certain.is_none() {
            return None;
        }
        let by_context = || {
            let fits = |body: &Body| sessions(*body) && dated(*body);
            self.context(head, 40).filter(fits).or(self.bodies.own.filter(fits))
        };
        let document = match certain.or_else(by_context) {
            Some(body) => Document::new(Kind::Resolution, name(root(body))),
            None => {
                let bodies = [Body::Assembly, Body::HumanRights, Body::Economic, Body::Commission];
                let possible = bodies.into_iter().filter(|body| sessions(*body));
                let fitting: Vec<_> = possible.filter(|body| dated(*body)).collect();
                if fitting.is_empty() {
                    return None;
                }
                let ids: Vec<_> = fitting.iter().flat_map(|body| name(root(*body))).collect();
                let mut document = Document::new(Kind::Resolution, ids);
                if fitting.len() > 1 {
                    document.said.status = Status::Ambiguous;
                }
                document
            }
        };
        Some(if certain.is_some() { document } else { document.by(Evidence::Antecedent) })
    }
}
