//! The parties of a case, and the title before them.

use super::title_words::is_in;
use super::tokens::Tokens;
use super::words::w;

/// Words of the names of states, and parties that only international courts have.
const STATES: &str = include_str!("states.txt");

/// The longest name of a party, in tokens.
const PARTY: usize = 14;

/// The longest title before the parties, in tokens.
pub(super) const TITLE: usize = 40;

pub(super) fn is_state(folded: &str) -> bool {
    folded.len() > 3 && is_in(STATES, folded)
}

fn is_glue(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.at(at).word, w::AND | w::OF | w::THE | w::DE | w::DU | w::DES | w::DEL | w::ET | w::AL)
        || matches!(tokens.folded(at), "la" | "van" | "von" | "der" | "den" | "y" | "e" | "el" | "da" | "di")
}

/// Words that begin a sentence and no party.
fn is_lead(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.at(at).word, w::SEE | w::IN | w::CASE)
        || matches!(
            tokens.folded(at),
            "cf" | "also" | "compare" | "but" | "accord" | "contra" | "eg" | "following" | "unlike" | "like"
        )
}

/// The first token of the party that ends before a token.
pub(super) fn party_before(tokens: &Tokens, end: usize) -> Option<usize> {
    let mut from = end;
    // *et al. v.*, *A.T. v.*
    if tokens.before(from).is('.') && from > 1 {
        from -= 1;
    }
    // *Othman (Abu Qatada) v.*
    if tokens.before(from).is(')') {
        let open = (from.saturating_sub(5)..from - 1).rev().find(|at| tokens.at(*at).is('('));
        from = open.filter(|open| *open > 0 && tokens.at(open + 1).capital()).unwrap_or(from);
    }
    while from > 0 && end - from < PARTY {
        let token = tokens.at(from - 1);
        let next = tokens.at(from);
        if from < end && next.begins_paragraph() {
            break;
        }
        let initial = token.is('.')
            && from >= 2
            && tokens.at(from - 2).capital()
            && tokens.at(from - 2).folded_length() <= 2;
        let fits = token.capital() && !is_lead(tokens, from - 1)
            || is_glue(tokens, from - 1) && from < end
            || initial
            || (token.is('-') || token.is('\'') || token.is('&')) && from < end
            || token.is_word() && token.word == w::S && tokens.before(from - 1).is('\'');
        if !fits {
            break;
        }
        from -= 1;
    }
    while from < end && !tokens.at(from).capital() {
        from += 1;
    }
    while from < end && matches!(tokens.at(from).word, w::THE | w::AND | w::OF) {
        from += 1;
    }
    (from < end).then_some(from)
}

/// The token after the party that begins with a token.
pub(super) fn party_after(tokens: &Tokens, from: usize) -> Option<usize> {
    let mut to = from;
    while to < tokens.len() && to - from < PARTY {
        let token = tokens.at(to);
        let initial = token.is('.')
            && to > from
            && tokens.before(to).folded_length() <= 2
            && tokens.before(to).capital()
            && tokens.at(to + 1).capital();
        let shouted = to > from && tokens.before(to).all_capitals() && !token.all_capitals();
        if to > from && (token.begins_paragraph() || token.begins_line() && (token.word == w::THE || shouted))
        {
            break;
        }
        let fits = token.capital() && !matches!(token.word, w::JUDGMENT | w::JUDGEMENT)
            || is_glue(tokens, to)
            || initial
            || (token.is('-') || token.is('\''))
                && tokens.at(to + 1).is_word()
                && !tokens.at(to + 1).spaced();
        if !fits {
            break;
        }
        to += 1;
    }
    while to > from && !tokens.before(to).capital() {
        to -= 1;
    }
    if tokens.is_word(to, w::ET) && tokens.is_word(to + 1, w::AL) && to > from {
        to += if tokens.at(to + 2).is('.') { 3 } else { 2 };
    }
    (to > from).then_some(to)
}

/// The first token of the title before the parties in brackets, or before *Advisory Opinion*.
pub(super) fn title_before(tokens: &Tokens, end: usize) -> Option<usize> {
    let mut from = end;
    // *Barcelona Traction, Light and Power Company, Limited*
    let company = matches!(tokens.folded(end.wrapping_sub(1)), "limited" | "ltd" | "inc");
    while from > 0 && end - from < TITLE {
        let token = tokens.at(from - 1);
        let small = token.is_word() && !token.capital();
        let glue = small
            && (is_glue(tokens, from - 1)
                || matches!(
                    token.word,
                    w::IN
                        | w::ON
                        | w::TO
                        | w::FOR
                        | w::OR
                        | w::AGAINST
                        | w::FROM
                        | w::CONCERNING
                        | w::RELATING
                        | w::BY
                        | w::UNDER
                        | w::WITH
                        | w::A
                )
                || matches!(
                    tokens.folded(from - 1),
                    "over"
                        | "regarding"
                        | "respect"
                        | "out"
                        | "arising"
                        | "between"
                        | "certain"
                        | "its"
                        | "s"
                ));
        let fits = token.capital() && token.is_word() && !is_lead(tokens, from - 1)
            || glue
            || small && tokens.is_word(from - 1, w::AT)
            || token.is('-')
            || token.is('\'')
            || token.is(',') && company && tokens.at(from).capital()
            || token.is_number()
                && (token.folded_length() == 4 || super::numbers::month(tokens, from).is_some());
        if !fits || tokens.at(from).begins_paragraph() && from < end {
            break;
        }
        from -= 1;
    }
    while from < end && !tokens.at(from).capital() {
        from += 1;
    }
    while from < end && tokens.is_word(from, w::THE) {
        from += 1;
    }
    (from < end).then_some(from)
}
