//! What a bracket behind a name defines.

use super::generics::head_of;
use super::tokens::Tokens;
use super::words::w;

/// What a bracket behind a name defines: `(hereinafter “the Convention”)`, `(“the 1980 Convention”)`.
pub(super) fn defined_heads(tokens: &Tokens, at: usize) -> Vec<(u16, bool)> {
    if !tokens.is(at, '(') {
        return Vec::new();
    }
    let close = (at + 1..at + 16).find(|at| tokens.is(*at, ')'));
    let Some(close) = close else { return Vec::new() };
    let quoted = (at..close).any(|at| tokens.is(at, '"') || tokens.is(at, '\''));
    let called = (at..close).any(|at| matches!(tokens.at(at).word, w::HEREINAFTER | w::HEREAFTER));
    let the = tokens.is_word(at + 1, w::THE);
    let alone = close == at + 2;
    if !quoted && !called && !the && !alone {
        return Vec::new();
    }
    // Only a bare noun: *the Genocide Convention* is a name of its own.
    let noun = (at + 1..close).find(|at| head_of(tokens, *at, at + 1) != 0 && tokens.at(*at).capital());
    let bare = noun.filter(|noun| !tokens.at(noun - 1).capital() || tokens.is_word(noun - 1, w::THE));
    let plural = |noun: usize| matches!(tokens.at(noun).word, w::CONVENTIONS | w::COVENANTS | w::PROTOCOLS);
    bare.map(|noun| (head_of(tokens, noun, noun + 1), plural(noun))).into_iter().collect()
}
