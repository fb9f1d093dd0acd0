//! Numbers of resolutions that stand apart from the word *resolution*.

use super::bodies::Body;
use super::found::{Found, What};
use super::numbering::Number;
use super::numbers::is_year;
use super::reference::Evidence;
use super::resolutions::{NEAR, REACH, Reader};
use super::words::w;

impl Reader<'_> {
    /// What stands between two items of a list: the token after it.
    pub(super) fn separator(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        let mut next = at;
        // A quotation mark or a footnote's number may stand before it.
        while next < at + 3 && (tokens.is(next, '"') || tokens.is(next, '!')) {
            next += 1;
        }
        let mark = tokens.is(next, ',') || tokens.is(next, ';') || tokens.is(next, '&');
        if mark {
            next += 1;
        }
        let and = matches!(tokens.at(next).word, w::AND | w::OR) || tokens.is_any(next, "et y и və");
        if and {
            next += 1;
        }
        if tokens.is_word(next, w::IN) && tokens.folded(next + 1) == "particular" {
            next += 2;
        }
        (mark || and).then_some(next)
    }

    /// The first number of *four resolutions in 1993: 822, 853, 874*, and the Council, if it is spoken of.
    pub(super) fn announced(&self, head: usize) -> Option<(usize, Body)> {
        let tokens = self.tokens;
        let dated = tokens.is_word(head + 1, w::IN) && tokens.is(head + 3, ':');
        let colon = if dated { head + 3 } else { head + 1 };
        let listed = tokens.is(colon, ':')
            && tokens.at(colon + 1).is_number()
            && (tokens.is(colon + 2, ',') || tokens.is_word(colon + 2, w::AND))
            && tokens.at(colon + 3).is_number();
        let year = dated.then(|| tokens.at(head + 2).value);
        let fits = |at: usize| {
            let number = tokens.at(at).value;
            self.table.resolution_year(number).is_some()
                && year.is_none_or(|year| self.table.resolution_fits(number, year))
        };
        let known = tokens.is_word(head, w::RESOLUTIONS) && listed && fits(colon + 1) && fits(colon + 3);
        let body = self.context(head, NEAR).filter(|body| known && *body == Body::Security)?;
        Some((colon + 1, body))
    }

    /// *the four resolutions of the Security Council (822, 853, 874 and 884)*: each of them.
    pub fn numbers_behind(&self, at: usize) -> Vec<Found> {
        let tokens = self.tokens;
        let head = (at.saturating_sub(8)..at).rev().find(|at| self.is_head(*at));
        let item = self.item(at + 1).filter(|_| tokens.is(at, '(') || tokens.is(at, ':'));
        // *4 UN resolutions (822, 853, 874 and 884)*: all of the Council's of one year.
        let of_one_year = || {
            let end = (at + 1..at + 40).find(|at| tokens.is(*at, ')'))?;
            let numbers = (at + 1..end).filter(|at| tokens.at(*at).is_number());
            let mut years = numbers.map(|at| self.table.resolution_year(tokens.at(at).value));
            let first = years.next()??;
            years.all(|year| year == Some(first)).then_some(Body::Security)
        };
        let body = self.context(at, NEAR).or_else(of_one_year);
        let (Some(head), Some(item), Some(body)) = (head, item, body) else { return Vec::new() };
        let bare = matches!(item.number, Number::Plain { year: None, .. }) && item.date.is_none();
        let mut found: Vec<Found> = self.document(at + 1, &item, Some(body), head).into_iter().collect();
        if !found.is_empty() {
            self.list(item.to, bare, Some(body), head, &mut found);
        }
        // *(1993)* is their year.
        if found.len() > 1 { found } else { Vec::new() }
    }

    /// *In resolution 44/5, the Human Rights Council renewed*: whose number it is, where several count so.
    pub(super) fn speaks_behind(&self, at: usize, item: &Number) -> Option<Body> {
        let tokens = self.tokens;
        let pair = matches!(item, Number::Pair { .. });
        let comma = tokens.is(at, ',') && tokens.is_word(at + 1, w::THE) && tokens.at(at + 2).capital();
        let mention = self.bodies.beginning_at(at + 2).filter(|one| pair && comma && one.from == at + 2)?;
        self.bodies.clear(mention, tokens).filter(|body| *body != Body::Other)
    }

    /// *Resolutions 822, 853 and 874 (1993) of the Security Council*, *In resolutions 1325 and 1888, the Security Council*:
    /// whose they are, by the last of a list whose first has a number alone. A number with its year in brackets is
    /// the Council's.
    pub(super) fn body_ahead(&self, head: usize, mut to: usize, plain: bool) -> Option<Body> {
        let plural = self.tokens.folded(head).ends_with('s');
        let mut last = None;
        for _ in 0..40 {
            let item = self.separator(to).filter(|_| plural && plain).and_then(|next| self.item(next));
            let Some(item) = item else { break };
            let (end, after) = self.body_after(item.to, item.date.is_some());
            let council = matches!(item.number, Number::Plain { year: Some(_), .. });
            last = after
                .or(council.then_some(Body::Security))
                .or_else(|| self.adopted_by(end))
                .or_else(|| self.speaks_behind(end, &item.number));
            to = end;
        }
        last.filter(|body| *body != Body::Other)
    }

    /// *resolution 62/243 adopted by the General Assembly*: told behind the number.
    pub(super) fn adopted_by(&self, at: usize) -> Option<Body> {
        let tokens = self.tokens;
        let at = at + usize::from(tokens.is(at, ','));
        let adopted = matches!(tokens.at(at).word, w::ADOPTED | w::PASSED);
        // *adopted in 1993 by the Council*
        let dated = tokens.is_word(at + 1, w::IN) && is_year(tokens, at + 2);
        let at = if dated { at + 2 } else { at };
        let by = adopted && matches!(tokens.at(at + 1).word, w::BY | w::IN);
        let from = if tokens.is_word(at + 2, w::THE) { at + 3 } else { at + 2 };
        let mention = self.bodies.beginning_at(from).filter(|mention| by && mention.from == from)?;
        self.bodies.clear(mention, tokens).filter(|body| *body != Body::Other)
    }

    /// `1325 (2000)` apart from the word: a number of the Security Council that fits its year, with the Council or a
    /// resolution named shortly before.
    pub fn apart(&self, at: usize, last_head: Option<usize>) -> Option<Found> {
        let tokens = self.tokens;
        let before = tokens.before(at);
        if before.is('/') || before.is('.') && !before.spaced() && !tokens.at(at).spaced() {
            return None;
        }
        if let Some(pair) = last_head.and_then(|head| self.pair_apart(at, head)) {
            return Some(pair);
        }
        let special = tokens.is(at + 3, '-') && tokens.is(at + 5, ')');
        let open = tokens.is(at + 1, '(') && (tokens.is(at + 3, ')') || special);
        if !open || !tokens.at(at).is_number() || tokens.at(at).folded_length() > 4 {
            return None;
        }
        let near_head = last_head.is_some_and(|head| head + REACH > at);
        let near_body = || matches!(self.context(at, 40), Some(Body::Security));
        // *1325 (2000) sayılı karar*
        let counted = |at: usize| {
            matches!(tokens.folded(at), "sayılı" | "saylı") || tokens.folded(at).starts_with("բանաձև")
        };
        if !near_head && !near_body() && !counted(at + 4) {
            return None;
        }
        // *Standing Order No. 145(1)*
        let stop = usize::from(before.is('.'));
        let number = at.checked_sub(1 + stop).filter(|no| tokens.is_word(*no, w::NO));
        if number.is_some_and(|no| no > 0 && tokens.folded(no - 1) == "order") {
            return None;
        }
        let item = self.item(at)?;
        match item.number {
            Number::Plain { number, year: Some(year) }
                if number >= 10 && self.table.resolution_fits(number, year) =>
            {
                let document = self.security(number, Some(year), Evidence::Antecedent);
                Some(Found { from: at, to: item.to, what: What::Document(document) })
            }
            Number::Session { value, special, .. }
                if near_head && value <= if special { 12 } else { 30 } && tokens.at(at).value > 30 =>
            {
                self.document(at, &item, None, at)
            }
            _ => None,
        }
    }

    /// *resolutions 5/1, on institution-building, and 5/2*: in one sentence, behind *and* or a comma.
    pub(super) fn pair_apart(&self, at: usize, head: usize) -> Option<Found> {
        let tokens = self.tokens;
        let before = tokens.before(at);
        let listed = before.is(',') || before.is(';') || matches!(before.word, w::AND | w::OR);
        let near = tokens.is_word(head, w::RESOLUTIONS) && head + NEAR > at;
        let special = tokens.at(at).is_word();
        let slash = if special { tokens.at(at + 3) } else { tokens.at(at + 1) };
        if !listed || !near || !slash.is('/') || !tokens.same_sentence(head, at) {
            return None;
        }
        let item = self.item(at).filter(|item| matches!(item.number, Number::Pair { .. }))?;
        let mention = self.bodies.ending_at(head);
        let body = mention.and_then(|mention| self.bodies.clear(mention, tokens));
        self.document(at, &item, body, head)
    }
}
