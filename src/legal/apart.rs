//! Numbers of resolutions that stand apart from the word *resolution*.

use super::bodies::Body;
use super::found::{Found, What};
use super::numbering::Number;
use super::reference::Evidence;
use super::resolutions::{NEAR, REACH, Reader};
use super::words::w;

impl Reader<'_> {
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
        let special = tokens.at(at + 3).is('-') && tokens.at(at + 5).is(')');
        let open = tokens.at(at + 1).is('(') && (tokens.at(at + 3).is(')') || special);
        if !open || !tokens.at(at).is_number() || tokens.at(at).folded_length() > 4 {
            return None;
        }
        let near_head = last_head.is_some_and(|head| head + REACH > at);
        let near_body = || matches!(self.context(at, 40), Some(Body::Security));
        if !near_head && !near_body() {
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
