//! Tokens that are one word though they were cut: `U.N.`, and what a scan made of a letter.

use super::tokens::{Kind, Token, Tokens};
use super::words::{BASIS, Words, step};

/// What a copy has glued to another word.
const SMALL: &str = "to and of the in on or by under with";

impl Tokens<'_> {
    /// `U.N.` is one word, unless it goes on as in `U.N.T.S.`
    pub(super) fn join_nations(&mut self) {
        let mut kept = 0;
        let mut at = 0;
        while at < self.all.len() {
            let mut token = self.all[at];
            let mut next = at + 1;
            let capital = |token: &Token| token.all_capitals() && token.end == token.start + 1;
            if token.kind == Kind::Word
                && capital(&token)
                && let Some([stop, second, end]) = self.all.get(at + 1..at + 4)
                && stop.is('.')
                && end.is('.')
                && capital(second)
                && !(stop.spaced() || second.spaced() || end.spaced())
                && self.text.as_bytes()[token.start as usize] == b'U'
                && self.text.as_bytes()[second.start as usize] == b'N'
                && self.all.get(at + 4).is_none_or(|after| after.spaced() || after.kind != Kind::Word)
            {
                token.end = end.end;
                token.folded.1 = second.folded.1;
                token.value = step(step(BASIS, b'u'), b'n');
                next = at + 4;
            }
            self.all[kept] = token;
            kept += 1;
            at = next;
        }
        self.all.truncate(kept);
    }

    /// *Protocolto*, *underarticle*, *InternationalCovenant*, as some copies have it: a word that is known, and another.
    pub(super) fn part_glued(&mut self, words: &Words) {
        let mut seconds = Vec::new();
        for at in 0..self.all.len() {
            let token = self.all[at];
            let length = token.end - token.start;
            if token.kind != Kind::Word || length < 7 || length != token.folded.1 - token.folded.0 {
                continue;
            }
            let folded = &self.folded[token.folded.0 as usize..token.folded.1 as usize];
            let written = &self.text.as_bytes()[token.start as usize..token.end as usize];
            let capital = (2..written.len())
                .find(|at| written[*at].is_ascii_uppercase() && written[at - 1].is_ascii_lowercase());
            // Most words are neither, and there are many.
            let (begins, ends) = (&folded.as_bytes()[..2], &folded.as_bytes()[folded.len() - 2..]);
            let begins = matches!(
                begins,
                b"to" | b"an" | b"of" | b"th" | b"in" | b"on" | b"or" | b"by" | b"un" | b"wi"
            );
            let ends =
                matches!(ends, b"to" | b"nd" | b"of" | b"he" | b"in" | b"on" | b"or" | b"by" | b"er" | b"th");
            if !begins && !ends && capital.is_none() {
                continue;
            }
            let is_known = |word: &str| words.number(word) != 0;
            let known = |word: &str, least: usize| word.len() > least && is_known(word);
            let behind = |small: &str| folded.strip_suffix(small).filter(|rest| known(rest, 4)).map(str::len);
            // Not *in-human*.
            let before =
                |small: &str| folded.strip_prefix(small).filter(|rest| known(rest, 5)).map(|_| small.len());
            let capital = capital.filter(|at| is_known(&folded[*at..]) || is_known(&folded[..*at]));
            let small = || {
                let behind = || SMALL.split(' ').find_map(behind).filter(|_| ends);
                behind().or_else(|| SMALL.split(' ').find_map(before).filter(|_| begins))
            };
            let Some(length) = capital.or_else(small).filter(|_| !is_known(folded)) else { continue };
            let length = length as u32;
            let mut second = token.second(capital.is_some());
            (second.start, second.folded.0) = (token.start + length, token.folded.0 + length);
            let hash = |one: &Token| {
                let folded = &self.folded.as_bytes()[one.folded.0 as usize..one.folded.1 as usize];
                folded.iter().fold(BASIS, |hash, byte| step(hash, *byte))
            };
            second.value = hash(&second);
            let mut first = token;
            (first.end, first.folded.1) = (second.start, second.folded.0);
            first.value = hash(&first);
            self.all[at] = first;
            seconds.push((at, second));
        }
        if seconds.is_empty() {
            return;
        }
        let mut seconds = seconds.into_iter().peekable();
        let firsts = std::mem::take(&mut self.all);
        for (at, first) in firsts.into_iter().enumerate() {
            self.all.push(first);
            self.all.extend(seconds.next_if(|(after, _)| *after == at).map(|(_, second)| second));
        }
    }

    /// *Universa1*, *Civi1*: what a scan made of a word's last letter, where that makes a word that is known.
    pub(super) fn join_misread(&mut self, words: &Words) {
        let mut gone = Vec::new();
        for at in 1..self.all.len() {
            let (word, digit) = (self.all[at - 1], self.all[at]);
            let glued = digit.is_number() && !digit.spaced() && digit.end == digit.start + 1;
            if !glued || !word.is_word() || digit.value != 1 {
                continue;
            }
            let (from, to) = (word.folded.0 as usize, word.folded.1 as usize);
            let mended = format!("{}l", &self.folded[from..to]);
            if words.find(&self.folded[from..to], false).0 == 0 && words.find(&mended, false).0 != 0 {
                let start = self.folded.len() as u32;
                self.folded.push_str(&mended);
                let word = &mut self.all[at - 1];
                word.end = digit.end;
                word.folded = (start, start + mended.len() as u32);
                word.value = mended.bytes().fold(BASIS, step);
                gone.push(at);
            }
        }
        let mut at = 0;
        let mut gone = gone.into_iter().peekable();
        if gone.peek().is_some() {
            self.all.retain(|_| {
                at += 1;
                gone.next_if_eq(&(at - 1)).is_none()
            });
        }
    }
}
