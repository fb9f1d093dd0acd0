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
    let number = at + 1 + no + usize::from(no == 1 && tokens.at(at + 2).is('.'));
    let token = tokens.at(number);
    let fits = tokens.is_word(at, w::CONVENTION)
        && at > 0
        && tokens.folded(at - 1) == "ilo"
        && token.is_number()
        && (1..=200).contains(&token.value);
    let date = date_after(tokens, number + 1);
    let to = date.map_or(number + 1, |found| found.end);
    fits.then(|| unmeant(Mode::OutsideTreaty, w::CONVENTION, date.map(|found| found.year), at - 1, to))
}

/// *Montreux Convention Regarding the Regime of the Straits*: how a name goes on that the table does not hold.
pub(super) fn going_on(tokens: &Tokens, at: usize) -> Option<usize> {
    let next = tokens.at(at);
    let connector = matches!(next.word, w::ON | w::FOR | w::CONCERNING | w::RELATING)
        || matches!(tokens.folded(at), "regarding" | "respecting")
        || establishes(tokens, at);
    let first = at + if matches!(tokens.at(at + 1).word, w::THE | w::TO) { 2 } else { 1 };
    let titled = tokens.at(first).capital() && super::numbers::month(tokens, first).is_none();
    let (to, capitals) = behind(tokens, at + 1, TITLE);
    let title = next.capital() || next.word != w::ON && next.word != w::FOR || capitals > 1;
    (connector && titled && title && !next.begins_paragraph()).then_some(to)
}

/// *(Malaga-Torremolinos, 1973)*: the place and the year of what stands before it.
pub(super) fn place_and_year(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    // *International Convention for the Prevention of Pollution from Ships, 1973,*
    let closes = [',', ';', '.', '(', ')'].iter().any(|mark| tokens.at(at + 2).is(*mark));
    if tokens.at(at).is(',') && is_year(tokens, at + 1) && closes && !tokens.at(at + 1).begins_paragraph() {
        return Some((tokens.at(at + 1).value, at + 2));
    }
    // *(1783)*
    let old = tokens.at(at + 1);
    if tokens.at(at).is('(')
        && tokens.at(at + 2).is(')')
        && old.is_number()
        && (1500..1800).contains(&old.value)
    {
        return Some((old.value, at + 3));
    }
    let year = (at + 2..at + 6).find(|at| is_year(tokens, *at))?;
    let place = |at: usize| tokens.at(at).is_word() && tokens.at(at).capital() || tokens.at(at).is('-');
    let comma = usize::from(tokens.before(year).is(','));
    let named = year - comma > at + 1 && (at + 1..year - comma).all(place);
    let fits = tokens.at(at).is('(') && named && comma == 1 && tokens.at(year + 1).is(')');
    fits.then_some((tokens.at(year).value, year + 2))
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
    let meeting =
        |at: usize| matches!(tokens.folded(at), "conference" | "congress" | "convention" | "negotiations");
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
