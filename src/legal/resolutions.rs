//! Resolutions by number: of the Security Council, of the General Assembly in both
//! of its ways of counting, of the Human Rights Council, of ECOSOC and its Commission.

use super::bodies::{Bodies, Body};
use super::found::{Document, Found, What};
use super::numbering::{Item, Number};
use super::numbers::{date_after, is_year};
use super::reference::{Form, Issue, Kind};
use super::table::Table;
use super::tokens::Tokens;
use super::words::w;

/// What is needed to read resolutions.
pub(super) struct Reader<'a> {
    pub tokens: &'a Tokens<'a>,
    pub table: &'a Table,
    pub bodies: &'a Bodies,
}

/// How far a word *resolution* reaches to numbers that stand apart from it, in tokens.
pub(super) const REACH: usize = 160;

/// The same for a number without a year.
pub(super) const NEAR: usize = 60;

impl Reader<'_> {
    /// True for a word that a resolution's number may follow.
    pub fn is_head(&self, at: usize) -> bool {
        let token = self.tokens.at(at);
        let english = matches!(token.word, w::RESOLUTION | w::RESOLUTIONS | w::DECISION | w::DECISIONS);
        let short = token.word == w::RES && !self.tokens.before(at).is('/') && !self.tokens.is(at + 1, '/');
        let capitals = matches!(token.word, w::UNSCR | w::SCR) && token.all_capitals();
        let others = matches!(
            token.word,
            w::RESOLUTION_FR
                | w::RESOLUTIONS_FR
                | w::RESOLUCION
                | w::RESOLUCIONES
                | w::QARAR
                | w::QARAR_AL
                | w::QARARAT
        );
        let head = english || short || capitals || others || matches!(token.stem, w::REZOLYUTSI | w::QATNAME);
        // *Journal of Conflict Resolution 62(1)*
        head && !(at > 0 && self.tokens.is_any(at - 1, "conflict dispute"))
    }

    /// The resolutions whose head stands at a token; all found, with those that follow in a list.
    pub fn listed(&self, at: usize) -> Vec<Found> {
        let tokens = self.tokens;
        if tokens.at(at).word == w::RECOMMENDATION
            && let Some(item) = self.item(at + 1)
            && let (to, Some(Body::Other)) = self.body_after(item.to, item.date.is_some())
        {
            return vec![self.outside(at, &Item { to, ..item })];
        }
        if tokens.folded(at) == "第" {
            return self.chinese(at).into_iter().collect();
        }
        if let Some(title) = self.own_head(at) {
            return vec![title];
        }
        if !self.is_head(at) {
            return Vec::new();
        }
        let decision = matches!(tokens.at(at).word, w::DECISION | w::DECISIONS);
        let mut first = at + 1;
        let (mut from, mut body) = (at, None);
        if matches!(tokens.at(at).word, w::UNSCR | w::SCR) {
            body = Some(Body::Security);
        }
        // *Resolution of the Security Council 822*, and languages that put the body first.
        if let Some(mention) = self.bodies.beginning_at(first).filter(|mention| mention.from == first) {
            body = self.bodies.clear(mention, tokens);
            first = mention.to;
        }
        if tokens.is(first, '.') {
            first += 1;
        }
        if tokens.is(first, '#') || tokens.is(first, '№') {
            first += 1;
        }
        if matches!(tokens.at(first).word, w::NO | w::NOS | w::N | w::NUMBER) {
            first += if tokens.is(first + 1, '.') || tokens.is(first + 1, '°') { 2 } else { 1 };
        }
        // *four resolutions in 1993: 822, 853*
        let announced = self.announced(at);
        if let Some((number, council)) = announced {
            (first, body) = (number, Some(council));
        }
        let Some(item) = self.item(first) else { return Vec::new() };
        if announced.is_some() {
            from = first;
        } else if let Some(mention) = self.bodies.ending_at(at) {
            from = mention.from;
            body = self.bodies.clear(mention, tokens).or(body);
        } else if tokens.before(at).word == w::S && tokens.before(at - 1).is('\'') {
            body = at
                .checked_sub(2)
                .and_then(|at| self.bodies.ending_at(at))
                .and_then(|m| self.bodies.clear(m, tokens));
        }
        if body == Some(Body::Other) {
            return vec![self.outside(from, &item)];
        }
        let plain = matches!(item.number, Number::Plain { year: None, .. });
        // *decision 75/569*, of the organ whose document it is.
        let pair = match item.number {
            Number::Pair { value: 31.., .. } => self.bodies.own.is_some(),
            Number::Pair { second: 101..200, .. } => self.context(at, NEAR) == Some(Body::HumanRights),
            _ => false,
        };
        if decision && (plain || body.is_none() && !pair) {
            return Vec::new();
        }
        let (to, after) = self.body_after(item.to, item.date.is_some());
        let to = if after.is_none() { self.foreign_date(to) } else { to };
        if after == Some(Body::Other) {
            return vec![self.outside(from, &Item { to, ..item })];
        }
        let list_body =
            body.or(after).or_else(|| self.adopted_by(to)).or_else(|| self.speaks_behind(to, &item.number));
        let list_body = list_body.or_else(|| self.body_ahead(at, to, plain));
        let mut found = Vec::new();
        if body.is_none() {
            from = super::bodies::with_nations(tokens, from);
        }
        let bare = plain && item.date.is_none();
        found.extend(self.document(from, &Item { to, ..item }, list_body, at));
        if !found.is_empty() {
            self.list(to, bare, list_body, at, &mut found);
        }
        found
    }

    /// The items that go on a list.
    pub(super) fn list(
        &self,
        mut to: usize,
        bare: bool,
        body: Option<Body>,
        head: usize,
        found: &mut Vec<Found>,
    ) {
        let tokens = self.tokens;
        while let Some(next) = self.separator(to) {
            let Some(item) = self.item(next) else { return };
            let alone = matches!(item.number, Number::Plain { year: None, .. });
            // *UNSC Res. 2286, 3 May 2016*
            let day = super::numbers::month(tokens, item.to).is_some();
            if alone && (!bare || day || !tokens.folded(head).ends_with(['s', 'i', 'n', 'r', 'и'])) {
                return;
            }
            let (end, after) = self.body_after(item.to, item.date.is_some());
            let body = body.or(after);
            let Some(document) = self.document(next, &Item { to: end, ..item }, body, head) else { return };
            found.push(document);
            to = end;
        }
    }

    /// *of the Security Council* behind a number.
    pub(super) fn body_after(&self, at: usize, dated: bool) -> (usize, Option<Body>) {
        let tokens = self.tokens;
        let mut next = at;
        if matches!(tokens.at(next).word, w::OF | w::DE | w::DU | w::DEL | w::DES) {
            next += 1;
        }
        if tokens.is_word(next, w::THE) || tokens.folded(next) == "la" || tokens.folded(next) == "l" {
            next += if tokens.is(next + 1, '\'') { 2 } else { 1 };
        }
        let Some(mention) = self.bodies.beginning_at(next).filter(|mention| mention.from == next) else {
            return (at, None);
        };
        let linked = matches!(tokens.at(at).word, w::OF | w::DE | w::DU | w::DEL | w::DES);
        if !linked && tokens.written(mention.from).is_ascii() || tokens.at(next).begins_paragraph() {
            return (at, None);
        }
        let Some(body) = self.bodies.clear(mention, tokens) else { return (at, None) };
        let mut to = mention.to;
        if body == Body::Other {
            while tokens.at(to).capital() || tokens.is_word(to, w::OF) || tokens.is_word(to, w::THE) {
                to += 1;
            }
            while to > mention.to && !tokens.before(to).capital() {
                to -= 1;
            }
        }
        if !dated && let Some(found) = date_after(tokens, to) {
            to = found.end;
        }
        (self.foreign_date(to), Some(body))
    }

    /// A date in another language: a preposition, some words, a year.
    fn foreign_date(&self, at: usize) -> usize {
        let tokens = self.tokens;
        if !matches!(tokens.at(at).word, w::OT | w::DU | w::MUARRAKH | w::VOM) {
            return at;
        }
        let year = (at + 1..at + 10).find(|at| is_year(tokens, *at));
        year.map_or(at, |year| if tokens.is_word(year + 1, w::GODA) { year + 2 } else { year + 1 })
    }

    /// `联合国大会一九四八年十二月十日第217A(III)号决议`.
    fn chinese(&self, at: usize) -> Option<Found> {
        let tokens = self.tokens;
        let item = self.item(at + 1)?;
        let is = |at: usize, word: &str| tokens.folded(at) == word;
        if !is(item.to, "号") || !is(item.to + 1, "决") || !is(item.to + 2, "议") {
            return None;
        }
        let mention = self.bodies.near(at, 16).filter(|one| tokens.same_sentence(one.to, at));
        // Only a date may stand between.
        let beside = mention.filter(|one| {
            (one.to..at).all(|at| {
                tokens.at(at).is_number()
                    || tokens.is_any(at, "年 月 日")
                    || super::numbers::han_number(tokens, at).is_some()
            })
        });
        let from = beside.map_or(at, |one| one.from);
        let body = mention.and_then(|one| self.bodies.clear(one, tokens));
        let to = item.to + 3;
        self.document(from, &Item { to, ..item }, body, at)
    }

    fn outside(&self, from: usize, item: &Item) -> Found {
        let mut document = Document::new(Kind::Resolution, Vec::new());
        document.said.form = Form::Outside;
        Found { from, to: item.to, what: What::Document(document) }
    }

    /// What a number of a body is.
    pub(super) fn document(
        &self,
        from: usize,
        item: &Item,
        body: Option<Body>,
        head: usize,
    ) -> Option<Found> {
        let mut document = match &item.number {
            Number::Plain { number, year } => self.plain(*number, *year, item, body, head)?,
            Number::Session { number, letters, session, value, special } => {
                let near = || {
                    self.context(head, 40)
                        .filter(|body| matches!(body, Body::Economic | Body::Assembly | Body::Commission))
                };
                let body = body.or_else(near);
                let root = match body {
                    Some(Body::Economic) => "E/RES/",
                    Some(Body::Commission) => "E/CN.4/RES/",
                    Some(Body::Assembly) => "A/RES/",
                    Some(Body::Security | Body::HumanRights) => return None,
                    _ if *value > 30 && !special => "E/RES/",
                    _ => "A/RES/",
                };
                let with = |letter: &str| format!("un:{root}{number}{letter}({session})");
                Document::new(Kind::Resolution, lettered(letters, with))
            }
            Number::Pair { first, value, second, letters } => {
                let year = item.date.map(|date| date.year);
                self.pair(first, *value, *second, letters, body, (head, year))?
            }
        };
        document.said.year = document.said.year.or(item.date.map(|date| date.year));
        if item.misread {
            document.said.issues.push(Issue::Misread);
        }
        Some(Found { from, to: item.to, what: What::Document(document) })
    }

    /// The body that the passage speaks of, at most so many tokens before.
    pub(super) fn context(&self, at: usize, distance: usize) -> Option<Body> {
        self.bodies.near(at, distance).and_then(|mention| self.bodies.clear(mention, self.tokens))
    }
}

pub(super) fn lettered(letters: &[String], with: impl Fn(&str) -> String) -> Vec<String> {
    if letters.is_empty() { vec![with("")] } else { letters.iter().map(|letter| with(letter)).collect() }
}
