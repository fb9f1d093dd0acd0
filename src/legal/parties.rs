//! The parties of a case, and the title before them.

use super::citations::tribunal;
use super::title_words::is_in;
use super::tokens::Tokens;
use super::words::w;

/// Words of the names of states, and parties that only international courts have.
const STATES: &str = include_str!("states.txt");

/// The longest name of a party, in tokens.
const PARTY: usize = 18;

/// The longest title before the parties, in tokens.
pub(super) const TITLE: usize = 40;

pub(super) fn is_state(folded: &str) -> bool {
    folded.len() > 3 && is_in(STATES, folded)
}

fn is_glue(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.at(at).word, w::AND | w::OF | w::THE | w::DE | w::DU | w::DES | w::DEL | w::ET | w::AL)
        || tokens.is_any(at, "la ve und van von der den y e el da di")
}

/// Words that begin a sentence and no party.
fn is_lead(tokens: &Tokens, at: usize) -> bool {
    matches!(tokens.at(at).word, w::SEE | w::IN | w::CASE)
        || tokens.is_any(at, "cf also compare but accord contra eg following unlike like")
}

/// The first token of the party that ends before a token.
pub(super) fn party_before(tokens: &Tokens, end: usize) -> Option<usize> {
    if let Some(from) = of_case(tokens, end) {
        return Some(from);
    }
    // *“Orthodox Ohrid Archdiocese” v.*
    if tokens.before(end).is('"') {
        let open = (end.saturating_sub(PARTY)..end - 1).rev().find(|at| tokens.is(*at, '"'));
        return open.filter(|open| tokens.at(open + 1).capital());
    }
    let mut from = end;
    // *Nicar. v. U.S.*, *(Dem. Rep. Congo v. Belg.)*
    let stop = tokens.before(from).is('.') && from > 1;
    let open =
        (from.saturating_sub(8)..from).rev().find(|at| !(tokens.at(*at).capital() || tokens.is(*at, '.')));
    let shortened = stop && !tokens.is_word(from - 2, w::AL) || open.is_some_and(|open| tokens.is(open, '('));
    // *et al. v.*, *A.T. v.*
    if stop {
        from -= 1;
    }
    // *Othman (Abu Qatada) v.*, *Gomes Lund et al. (“Guerrilha do Araguaia”) v.*
    if tokens.before(from).is(')') {
        let open = (from.saturating_sub(10)..from - 1).rev().find(|at| tokens.is(*at, '('));
        let name = |open: &usize| tokens.at(open + 1).capital() || tokens.is(open + 1, '"');
        let open = open.filter(|open| *open > 0 && name(open));
        from = open.unwrap_or(from);
    }
    while from > 0 && end - from < PARTY {
        let token = tokens.at(from - 1);
        let next = tokens.at(from);
        if from < end && next.begins_paragraph() {
            break;
        }
        let before = tokens.at(from.saturating_sub(2));
        let short = if shortened { before.folded_length() <= 6 } else { before.folded_length() <= 2 };
        // *Refah Partisi (the Welfare Party) and Others v.*
        if token.is(')') && from < end {
            let open = (from.saturating_sub(8)..from - 1).rev().find(|at| tokens.is(*at, '('));
            let name = open.filter(|open| {
                let inside = (open + 1..from - 1).all(|at| tokens.at(at).capital() || is_glue(tokens, at));
                inside && next.word == w::AND && tokens.before(*open).capital()
            });
            let Some(open) = name else { break };
            from = open;
            continue;
        }
        // *A, B and C v.*
        let letters = token.is(',') && from >= 2 && before.folded_length() == 1 && next.folded_length() == 1;
        let more = tokens.is_word(from + 1, w::AND) || tokens.is(from + 1, ',');
        let letters = letters && before.capital() && next.capital() && more;
        let initial =
            letters || token.is('.') && from >= 2 && (before.capital() && short || before.word == w::AL);
        let fits = token.capital() && !is_lead(tokens, from - 1)
            || is_glue(tokens, from - 1) && from < end
            || token.word == w::FOR && tokens.at(from).capital() && before.capital()
            // *Centre for Legal Resources on behalf of Valentin Câmpeanu v. Romania*
            || (tokens.folded(from - 1) == "behalf" || token.word == w::ON && tokens.folded(from) == "behalf")
            || initial
            || (token.is('-') || token.is('\'') || token.is('&')) && from < end
            || token.is_word() && token.folded_length() == 1 && next.is('\'')
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
    // *Cestaro v. Italy and Bartesaghi Gallo and Others v. Italy*
    let versus = from - usize::from(tokens.before(from).is('.') && from > 0);
    if matches!(tokens.before(versus).word, w::V | w::VS) {
        from = (from..end).find(|at| tokens.is_word(*at, w::AND)).map_or(end, |and| and + 1);
    }
    (from < end).then_some(from)
}

/// The party behind *Case of*, which may have words that no other has: *Case of the “Street Children” (Villagrán Morales
/// et al.) v.*, *Case of the Massacres of El Mozote and nearby places v.*
pub(super) fn of_case(tokens: &Tokens, end: usize) -> Option<usize> {
    let (mut small, mut depth) = (0, 0u32);
    for at in (end.saturating_sub(PARTY + 6)..end).rev() {
        let token = tokens.at(at);
        if token.capital()
            && (token.word == w::CASE && tokens.is_word(at + 1, w::OF) || tokens.folded(at) == "caso")
        {
            let from = if tokens.is_word(at + 1, w::OF) { at + 2 } else { at + 1 };
            let from = if tokens.is_word(from, w::THE) { from + 1 } else { from };
            return (from < end).then_some(from);
        }
        let glue = token.capital() || is_glue(tokens, at) || tokens.at(at + 1).begins_paragraph();
        small = if glue || !token.is_word() { 0 } else { small + 1 };
        let point = token.is('.') && tokens.before(at).folded_length() > 2 && tokens.before(at).word != w::AL;
        depth = (depth + u32::from(token.is(')'))).saturating_sub(u32::from(token.is('(')));
        // *In the Case of Loizidou, the Court followed Cyprus v. Turkey*
        let mark = token.is(',') && depth == 0
            || token.is(';')
            || token.is(':')
            || token.is_number()
            || token.is('[');
        if small > 3 || point || mark || token.begins_paragraph() || is_lead(tokens, at) && !token.capital() {
            return None;
        }
    }
    None
}

/// Those who are accused together: *Prosecutor v. Sesay, | Kallon and Gbao, SCSL-04-15-T*; the token after them.
pub(super) fn accused(tokens: &Tokens, at: usize) -> Option<usize> {
    let mut to = at;
    let mut last = false;
    while !last && (tokens.is(to, ',') || tokens.is_word(to, w::AND)) {
        last = tokens.is_word(to, w::AND);
        let name = if tokens.is(to, ',') && tokens.is_word(to + 1, w::AND) { to + 2 } else { to + 1 };
        last |= name == to + 2;
        let mut end = name;
        while end < name + 4 && tokens.at(end).capital() {
            end += 1;
        }
        (end > name).then_some(())?;
        to = end;
    }
    // *Prosecutor v Bagosora, Gratien Kabiligi, Aloys Ntabakuze (ICTR-98-41)*
    let numbered = tokens.is(to, '(') && tribunal(tokens, to + 1).is_some();
    (to > at && (last && tokens.is(to, ',') || numbered)).then_some(to)
}

/// The token after the party that begins with a token.
pub(super) fn party_after(tokens: &Tokens, from: usize) -> Option<usize> {
    let mut to = from;
    while to < tokens.len() && to - from < PARTY {
        let token = tokens.at(to);
        // *U.S.*, *Belg.*
        let more = tokens.at(to + 1).capital() && tokens.before(to).folded_length() <= 2 || {
            let next = tokens.at(to + 1);
            next.is(')') || next.is(',') && tokens.at(to - 1).folded_length() <= 5
        };
        let initial = token.is('.') && to > from && tokens.before(to).capital() && more;
        // *Smith v Poland App no 30210/96*
        let number = if tokens.is(to + 1, '.') { to + 2 } else { to + 1 };
        if tokens.is_any(to, "app appl application") && matches!(tokens.at(number).word, w::NO | w::NOS) {
            break;
        }
        let before = tokens.before(to);
        let shouted = to > from && before.all_capitals() && !token.all_capitals();
        // *v. LAURENT GBAGBO Public Document*
        let loud = shouted && token.capital() && before.folded_length() > 3 && tokens.at(from).all_capitals();
        // *Prosecutor v. Furundžija the ICTY went*
        let clause = token.word == w::THE && to > from && before.capital();
        // *Cestaro v. Italy and Bartesaghi Gallo and Others v. Italy*
        let another = token.word == w::AND && {
            let named = (to + 1..to + 9).take_while(|at| !tokens.is(*at, ','));
            named.into_iter().any(|at| matches!(tokens.at(at).word, w::V | w::VS))
        };
        if clause || another {
            break;
        }
        if to > from
            && (token.begins_paragraph() || loud || token.begins_line() && (token.word == w::THE || shouted))
        {
            break;
        }
        let fits = token.capital() && !matches!(token.word, w::JUDGMENT | w::JUDGEMENT)
            || is_glue(tokens, to)
            || tokens.folded(to) == "former" && tokens.at(to + 1).capital()
            || initial
            || (token.is('-') || token.is('\''))
                && tokens.at(to + 1).is_word()
                && !tokens.at(to + 1).spaced();
        if !fits {
            break;
        }
        to += 1;
    }
    while to > from
        && !tokens.before(to).capital()
        && !(tokens.before(to).is('.') && tokens.before(to - 1).capital())
    {
        to -= 1;
    }
    // *Portugal and 32 Others*
    if tokens.is_word(to, w::AND) && tokens.at(to + 1).is_number() && tokens.folded(to + 2) == "others" {
        to += 3;
    }
    if tokens.is_word(to, w::ET) && tokens.is_word(to + 1, w::AL) && to > from {
        to += if tokens.is(to + 2, '.') { 3 } else { 2 };
    }
    (to > from).then_some(to)
}

/// *S.S. “Lotus”*, *M/V “SAIGA”*: a quotation mark of a ship's name at the end of a title.
fn quoted(tokens: &Tokens, at: usize, end: usize) -> bool {
    let first = (at.saturating_sub(4)..at).rev().find(|at| tokens.is(*at, '"'));
    at + 1 == end && first.is_some_and(|first| (first + 1..at).all(|at| tokens.at(at).capital()))
        || at + 2 < end && (at + 1..end - 1).all(|at| tokens.at(at).capital()) && tokens.before(end).is('"')
}

/// The first token of the title before the parties in brackets, or before *Advisory Opinion*.
pub(super) fn title_before(tokens: &Tokens, end: usize) -> Option<usize> {
    let mut from = end;
    // *M/V “SAIGA” (No. 2)*
    if tokens.before(end).is(')') && end > 5 {
        let open = (end - 5..end - 2).rev().find(|at| tokens.is(*at, '('));
        let number =
            open.filter(|open| tokens.is_word(open + 1, w::NO) || tokens.at(open + 1).all_capitals());
        from = number.unwrap_or(end);
    }
    let end = from;
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
                || tokens.is_any(from - 1, "over regarding respect out arising between certain its s"));
        let fits = token.capital() && token.is_word() && !is_lead(tokens, from - 1)
            || glue
            || small && tokens.is_word(from - 1, w::AT)
            || token.is('-')
            || token.is('\'')
            || token.is('/') && tokens.at(from).folded_length() == 1
            || token.is('"') && quoted(tokens, from - 1, end)
            || token.is('.') && from >= 2 && tokens.before(from - 1).folded_length() == 1
            // *Application for Review of Judgement No. 158 of the …*
            || token.is('.') && from >= 2 && tokens.before(from - 1).word == w::NO && tokens.at(from).is_number()
            || token.is_number() && from >= 3 && tokens.before(from - 1).is('.') && tokens.is_word(from - 3, w::NO)
            || token.is(',') && (company || is_state(tokens.folded(from))) && tokens.at(from).capital()
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
