//! Mentions that name nothing: offered only on demand.

use super::judged::Judged;
use super::reference::{Form, Kind, Reference};
use super::tokens::Tokens;
use super::words::w;
use crate::text::{Span, Text};

/// A vague mention that begins with a token; the token after it.
fn mention(tokens: &Tokens, at: usize) -> Option<usize> {
    let plural = |at: usize| {
        matches!(
            tokens.at(at).word,
            w::CONVENTIONS | w::RESOLUTIONS | w::INSTRUMENTS | w::TREATIES | w::COVENANTS | w::PROTOCOLS
        )
    };
    match tokens.at(at).word {
        w::INTERNATIONAL if tokens.is_word(at + 1, w::HUMANITARIAN) && tokens.is_word(at + 2, w::LAW) => {
            Some(at + 3)
        }
        w::INTERNATIONAL if tokens.is_word(at + 1, w::LAW) => Some(at + 2),
        w::INTERNATIONAL if plural(at + 1) => Some(at + 2),
        w::INTERNATIONAL if tokens.is_word(at + 1, w::HUMAN) && tokens.is_word(at + 2, w::RIGHTS) => {
            (plural(at + 3) || tokens.is_word(at + 3, w::LAW)).then_some(at + 4)
        }
        w::RELEVANT | w::OTHER | w::SUCH | w::EARLIER | w::PREVIOUS if plural(at + 1) => Some(at + 2),
        w::RELEVANT | w::OTHER | w::SUCH if tokens.is_word(at + 1, w::INTERNATIONAL) && plural(at + 2) => {
            Some(at + 3)
        }
        w::LAWS if tokens.is_word(at + 1, w::OF) && tokens.is_word(at + 2, w::WAR) => Some(at + 3),
        _ => None,
    }
}

/// Adds the vague mentions that no reference covers.
pub(super) fn add(text: &Text, tokens: &Tokens, references: &mut Vec<Reference>) {
    let mut known = std::mem::take(references).into_iter().peekable();
    let mut at = 0;
    while at < tokens.len() {
        let Some(to) = mention(tokens, at) else {
            at += 1;
            continue;
        };
        let start = text.position_of_byte(tokens.at(at).start as usize);
        let span = Span::between(start, text.position_of_byte(tokens.before(to).end as usize));
        while let Some(one) = known.next_if(|one| one.span.end() <= span.start()) {
            references.push(one);
        }
        if !known.peek().is_some_and(|one| one.span.overlaps(span)) {
            let unnamed = Judged { form: Form::Short, ..Judged::unresolved() };
            references.push(unnamed.stands(span, Kind::Vague));
        }
        at = to;
    }
    references.extend(known);
}
