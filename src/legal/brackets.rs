//! What stands in brackets behind the name of a case, and how its paragraphs stand in square ones.

use super::citations::{applications, tribunal};
use super::numbers::{date, is_year, month, roman};
use super::steps::LONGEST_RANGE;
use super::tails::{PHASES, Tail, identified, read_tail, segment};
use super::title_words::is_in;
use super::tokens::Tokens;
use super::words::w;

/// The longest title of a decision in brackets, in tokens.
const LONG: usize = 60;

/// Where the bracket ends that a token opens, with those inside it.
pub(super) fn close_of(tokens: &Tokens, open: usize) -> Option<usize> {
    let mut depth = 0;
    for at in open..tokens.len().min(open + LONG) {
        let token = tokens.at(at);
        if at > open && token.begins_paragraph() {
            return None;
        }
        depth += usize::from(token.is('('));
        depth -= usize::from(token.is(')'));
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// Words that begin what is said of a judgment in brackets: *(preliminary objections)*, *(Appeal Judgment)*, *(TC)*.
fn is_phase(tokens: &Tokens, at: usize) -> bool {
    let folded = tokens.folded(at);
    is_in(PHASES, folded)
        || is_in("dec striking extracts revision", folded)
        || tokens.at(at).capital() && is_in("tc ac ptc gc appeal appeals trial", folded)
}

/// A bracket behind the name of a case: the token after it.
///
/// *(no. 13216/05, § 7)*, *(Merits)*, *(ICC-01/05-01/08)*, *(ICTY Appeals Chamber, 30 November 2006)*
pub(super) fn in_brackets(tokens: &Tokens, at: usize, tail: &mut Tail) -> Option<usize> {
    let close = close_of(tokens, at);
    // *Prosecutor v Bemba (Decision on …) ICC-01/05-01/08-2299*: the long title of a decision.
    if let Some(close) = close
        && close > at + 1
        && tribunal(tokens, close + 1).is_some()
    {
        return Some(close + 1);
    }
    let near = close.filter(|close| *close < at + 24);
    if let Some(close) = near {
        let one = close == at + 2;
        let third = close == at + 3 || close == at + 4;
        let numbered = third && tokens.is_word(at + 1, w::NO) && tokens.before(close).is_number();
        // *Georgia v. Russia (II)*, *Hirst v. the United Kingdom (No. 2)*
        if numbered || one && tokens.at(at + 1).all_capitals() && roman(tokens.folded(at + 1)).is_some() {
            tail.known |= numbered;
            return Some(close + 1);
        }
        // *(Judgment, I.C.J. Reports 2002, p. 352)*
        if is_phase(tokens, at + 1) {
            let mut phased = Tail::default();
            let begun = segment(tokens, at + 1, true, &mut phased);
            let end = begun.map(|begun| read_tail(tokens, begun, &mut phased));
            if end == Some(close) && phased.ids.iter().any(|id| id.starts_with("icj:")) {
                *tail = phased;
                return Some(close + 1);
            }
        }
        // *(8 October 2012) (TC III) [83]*: the chamber belongs to it if more does.
        let chamber = tokens.is_any(at + 1, "tc ac ptc") && !tail.ids.is_empty();
        if chamber && !tokens.is(close + 1, '[') && !tokens.is(close + 1, ',') {
            return None;
        }
        if is_phase(tokens, at + 1) && applications(tokens, at + 1, true).is_none() {
            tail.known = true;
            return Some(close + 1);
        }
        if let Some(found) = date(tokens, at + 1).filter(|found| found.end == close) {
            tail.year = Some(found.year);
            return Some(close + 1);
        }
        // *Kindler v. Canada (470/1991)*, where a committee is spoken of
        let communicated = close == at + 4 && tokens.is(at + 2, '/') && is_year(tokens, at + 3);
        let committee = || tokens.spots.committees.iter().any(|at| tokens.is_word(*at, w::COMMITTEE));
        if communicated && tokens.at(at + 1).is_number() && committee() {
            let (number, year) = (tokens.at(at + 1).value, tokens.at(at + 3).value);
            tail.ids.push(format!("communication:?/{number}/{year}"));
            tail.known = true;
            return Some(close + 1);
        }
        // *(CDF Case)*, *(re Crimea)*
        let called =
            tokens.folded(close - 1) == "case" && (at + 1..close - 1).all(|at| tokens.at(at).capital());
        if close > at + 2 && (called || close == at + 3 && tokens.folded(at + 1) == "re") {
            return Some(close + 1);
        }
        // *(1938 and 1941) 3 RIAA 1905*
        if close == at + 4 && is_year(tokens, at + 1) && is_year(tokens, at + 3) {
            return Some(close + 1);
        }
        // *Jurisdiction (Child Recruitment), 31 May 2004*
        let dated =
            tokens.is(close + 1, ',') && date(tokens, close + 2).is_some_and(|found| found.day.is_some());
        if tail.known && dated && (at + 1..close).all(|at| tokens.at(at).capital()) {
            return Some(close + 1);
        }
        // *1986 I.C.J. 14, ¶ 202 (June 27)*
        let day = !tail.ids.is_empty() && tokens.before(close).is_number() && tokens.before(close).value < 32;
        let stop = usize::from(tokens.is(at + 2, '.'));
        if day && close == at + 3 + stop && (stop == 1 || month(tokens, at + 1).is_some()) {
            return Some(close + 1);
        }
        if let Some(end) = of_court(tokens, at, close, tail) {
            return Some(end);
        }
        if let Some(end) = nickname(tokens, at, close, tail) {
            return Some(end);
        }
    }
    // *(21 February 1975, § 36, Series A no. 18)*
    let mut inner = Tail::default();
    let begun = segment(tokens, at + 1, true, &mut inner)?;
    let mut end = read_tail(tokens, begun, &mut inner);
    // *(no. 72286/01, 28 March 2006; for more recent cases see …)*: the bracket goes on.
    let goes_on =
        matches!(tokens.at(end).kind, super::tokens::Kind::Mark(',' | ';')) && !inner.ids.is_empty();
    // *(cited above)*, *(20 May 1998, Reports of Judgments and Decisions 1998-III)*
    let told = inner.known || !inner.ids.is_empty() || !inner.paragraphs.is_empty();
    if !(tokens.is(end, ')') && told || goes_on) {
        return None;
    }
    end += usize::from(tokens.is(end, ')'));
    tail.ids.extend(inner.ids);
    tail.paragraphs.extend(inner.paragraphs);
    tail.year = tail.year.or(inner.year);
    tail.known = true;
    Some(end)
}

/// Court, number and date: *(ICC, Trial Chamber I, Case No ICC-01/04-01/06, 14 March 2012)*, *(ECtHR, 26 October 2000)*.
fn of_court(tokens: &Tokens, open: usize, close: usize, tail: &mut Tail) -> Option<usize> {
    let mut ids = Vec::new();
    let mut year = None;
    let mut to = open + 1;
    while to < close {
        if let Some((more, after)) = identified(tokens, to, true) {
            ids.extend(more);
            to = after;
        } else if let Some(found) = date(tokens, to).filter(|found| found.day.is_some()) {
            year = Some(found.year);
            to = found.end;
        } else {
            let token = tokens.at(to);
            let quiet = token.is_word()
                && (token.capital() || matches!(token.word, w::OF | w::FOR | w::THE | w::AND))
                || token.is(',')
                || token.is('.')
                || token.is('\'')
                || tokens.before(to).is('\'')
                || token.word == w::NO && tokens.is_word(to - 1, w::CASE);
            quiet.then_some(())?;
            to += 1;
        }
    }
    let dated = year.is_some() && date(tokens, open + 1).is_none_or(|found| found.day.is_none());
    (to == close && (dated || !ids.is_empty())).then_some(())?;
    tail.ids.extend(ids);
    tail.year = tail.year.or(year);
    tail.known = true;
    Some(close + 1)
}

/// *Prosecutor v. Delalić et al. (“Čelebići”), Case No. IT-96-21-T*: if the number follows.
fn nickname(tokens: &Tokens, open: usize, close: usize, tail: &mut Tail) -> Option<usize> {
    (tokens.is(open + 1, '"') && tokens.before(close).is('"') && close < open + 10).then_some(())?;
    let mut after = Tail::default();
    let end = read_tail(tokens, close + 1, &mut after);
    (!after.ids.is_empty()).then_some(())?;
    *tail = after;
    Some(end)
}

/// Paragraphs in square brackets: *[83]*, *[42]–[45]*, *[131-135]*; their numbers, and the token after them.
pub(super) fn squared(tokens: &Tokens, at: usize) -> Option<(Vec<String>, usize)> {
    let one = |at: usize| {
        let fits = tokens.is(at, '[') && tokens.at(at + 1).is_number() && !is_year(tokens, at + 1);
        let first = tokens.at(at + 1).value;
        if fits && tokens.is(at + 2, ']') {
            return Some((first, first, at + 3));
        }
        let range = fits && tokens.is(at + 2, '-') && tokens.at(at + 3).is_number() && tokens.is(at + 4, ']');
        range.then(|| (first, tokens.at(at + 3).value, at + 5))
    };
    (tokens.at(at).spaced() && !tokens.at(at).begins_line()).then_some(())?;
    let (first, mut last, mut to) = one(at)?;
    if tokens.is(to, '-')
        && let Some((_, end, after)) = one(to + 1)
    {
        (last, to) = (end, after);
    }
    (first <= last && last < first + LONGEST_RANGE).then_some(())?;
    Some(((first..=last).map(|number| number.to_string()).collect(), to))
}
