//! Where titles end that the table does not have, and titles of a form of their own: *General Act of the Berlin
//! Conference*, *ILO Convention No. 189*.

use super::found::Found;
use super::names::Mode;
use super::numbers::{date_after, is_year};
use super::titles::{TITLE, behind, unmeant};
use super::tokens::Tokens;
use super::words::w;

/// *Treaty establishing the European Community*
pub(super) fn establishes(tokens: &Tokens, at: usize) -> bool {
    let first = if tokens.is_word(at + 1, w::THE) || tokens.is_word(at + 1, w::A) { at + 2 } else { at + 1 };
    tokens.folded(at) == "establishing" && tokens.at(first).capital()
}

/// *ILO Convention No. 189*: a number that the table does not hold.
pub(super) fn labour(tokens: &Tokens, at: usize) -> Option<Found> {
    let no = usize::from(tokens.is_word(at + 1, w::NO));
    let number = at + 1 + no + usize::from(no == 1 && tokens.is(at + 2, '.'));
    let token = tokens.at(number);
    let fits = tokens.is_word(at, w::CONVENTION)
        && at > 0
        && tokens.folded(at - 1) == "ilo"
        && token.is_number()
        && (1..=200).contains(&token.value);
    let date = date_after(tokens, number + 1);
    let to = date.map_or(number + 1, |found| found.end);
    // *ILO Convention No. 143 (1975) concerning Migrations in Abusive Conditions*
    let to = if fits { going_on(tokens, to).unwrap_or(to) } else { to };
    fits.then(|| unmeant(Mode::OutsideTreaty, w::CONVENTION, date.map(|found| found.year), at - 1, to))
}

/// *ILO Minimum Age Convention No. 138*, the name beginning with one token and ending before another: the
/// Organization's number of it, and the token after that.
pub(super) fn labour_number(tokens: &Tokens, from: usize, at: usize) -> Option<(u32, usize)> {
    let number = at + 1 + usize::from(tokens.is(at + 1, '.'));
    let spoken = (from.saturating_sub(3)..at).any(|at| tokens.folded(at) == "ilo");
    let fits = spoken
        && tokens.before(at).word == w::CONVENTION
        && tokens.is_word(at, w::NO)
        && tokens.at(number).is_number();
    fits.then(|| (tokens.at(number).value, number + 1))
}

/// *Montreux Convention Regarding the Regime of the Straits*: how a name goes on that the table does not hold.
pub(super) fn going_on(tokens: &Tokens, at: usize) -> Option<usize> {
    let next = tokens.at(at);
    let connector = matches!(next.word, w::ON | w::FOR | w::CONCERNING | w::RELATING)
        || matches!(tokens.folded(at), "regarding" | "respecting")
        || establishes(tokens, at);
    let first = at + if matches!(tokens.at(at + 1).word, w::THE | w::TO) { 2 } else { 1 };
    let titled = tokens.at(first).capital() && super::numbers::month(tokens, first).is_none();
    if !connector || !titled {
        return None;
    }
    let (to, capitals) = behind(tokens, at + 1, TITLE);
    let title = next.capital() || next.word != w::ON && next.word != w::FOR || capitals > 1;
    (title && !next.begins_paragraph()).then_some(to)
}

/// *(Malaga-Torremolinos, 1973)*: the place and the year of what stands before it.
pub(super) fn place_and_year(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    // *International Convention for the Prevention of Pollution from Ships, 1973,*
    let date = super::numbers::date(tokens, at + 1).filter(|date| tokens.is(at, ',') && date.day.is_none());
    let closes = |end: usize| [',', ';', '.', '(', ')'].iter().any(|mark| tokens.is(end, *mark));
    if let Some(date) = date.filter(|date| closes(date.end) && !tokens.at(at + 1).begins_paragraph()) {
        return Some((date.year, date.end));
    }
    // *(1783)*
    let old = tokens.at(at + 1);
    if tokens.is(at, '(') && tokens.is(at + 2, ')') && old.is_number() && (1500..1800).contains(&old.value) {
        return Some((old.value, at + 3));
    }
    // *of Malaga-Torremolinos, 1973*
    let of = tokens.is_word(at, w::OF);
    let year = (at + 2..at + 6).find(|at| is_year(tokens, *at))?;
    let place = |at: usize| tokens.at(at).is_word() && tokens.at(at).capital() || tokens.is(at, '-');
    let comma = usize::from(tokens.before(year).is(','));
    let named = year - comma > at + 1 && (at + 1..year - comma).all(place);
    let closed = tokens.is(at, '(') && tokens.is(year + 1, ')');
    let fits = (closed || of && !tokens.at(year).begins_line()) && named && comma == 1;
    fits.then_some((tokens.at(year).value, if of { year + 1 } else { year + 2 }))
}

/// *General Act of the Berlin Conference*, *Final Act of the Congress of Vienna*.
pub(super) fn act(tokens: &Tokens, at: usize) -> Option<Found> {
    let qualifier = tokens.folded(at.checked_sub(1)?);
    let (final_, general) = (qualifier == "final", qualifier == "general");
    if !tokens.is_word(at, w::ACT)
        || !(final_ || general)
        || !tokens.before(at).capital()
        || !tokens.is_word(at + 1, w::OF)
        || tokens.at(at).begins_paragraph()
    {
        return None;
    }
    let (mut to, capitals) = behind(tokens, at + 2, TITLE);
    let meeting = |at: usize| tokens.is_any(at, "conference congress round convention negotiations");
    let place = general && capitals == 1 && !tokens.is_word(at + 2, w::THE);
    if !(at + 2..to).any(meeting) && !place {
        return None;
    }
    let date = date_after(tokens, to);
    if place && date.is_none() && tokens.folded(at + 2) != "berlin" {
        return None;
    }
    if let Some(found) = date {
        to = found.end;
    }
    Some(unmeant(Mode::OutsideTreaty, 0, date.map(|found| found.year), at - 1, to))
}

/// *Statute of the Administrative Tribunal of the International Labour Organization*, *Statute of the ILOAT*.
pub(super) fn statute(tokens: &Tokens, at: usize) -> Option<Found> {
    let of =
        tokens.is_word(at, w::STATUTE) && tokens.is_word(at + 1, w::OF) && tokens.is_word(at + 2, w::THE);
    let (to, capitals) = behind(tokens, at + 2, 16);
    let tribunal = |at: usize| tokens.folded(at) == "tribunal";
    let short = to == at + 4 && tokens.at(at + 3).all_capitals() && tokens.folded(at + 3).ends_with("at");
    let fits = of && (short || capitals > 1 && (at..to).any(tribunal));
    fits.then(|| unmeant(Mode::OutsideTreaty, w::STATUTE, None, at, to))
}
