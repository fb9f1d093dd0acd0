//! Protocols to the European Convention by their letter and number: *Art 1 P1*, *A1P1*, *P1-1*.

use super::found::{Found, What};
use super::provisions::{Provision, Unit};
use super::scan::found_name;
use super::table::Table;
use super::tokens::Tokens;
use super::words::w;

/// `P1` behind *Art 1*: a Protocol to the European Convention.
pub(super) fn behind_article(tokens: &Tokens, table: &Table, at: usize) -> Option<Found> {
    let number = tokens.at(at + 1);
    let fits =
        tokens.folded(at) == "p" && tokens.at(at).all_capitals() && number.is_number() && !number.spaced();
    let article = tokens.before(at).is_number()
        && (2..4).any(|back| {
            at.checked_sub(back).is_some_and(|at| (w::ARTICLE..=w::ARTS).contains(&tokens.at(at).word))
        });
    let id = (fits && article).then(|| format!("echr-p{}", number.value))?;
    Some(found_name(at, at + 2, table.number(&id)?, w::PROTOCOL))
}

/// `A1P1`, `P1-1`: an article of a Protocol to the European Convention; its place and its name.
pub(super) fn with_article(tokens: &Tokens, table: &Table, at: usize) -> Option<Vec<Found>> {
    let token = tokens.at(at);
    let letter = token.folded_length() == 1 && token.all_capitals();
    if !letter || !matches!(tokens.folded(at), "a" | "p") || !tokens.at(at + 1).is_number() {
        return None;
    }
    if (at + 1..at + 4).any(|at| tokens.at(at).spaced()) || !tokens.at(at + 3).is_number() {
        return None;
    }
    let next = tokens.at(at + 4);
    if !next.spaced() && (next.is_word() || next.is_number() || next.is('/') || next.is('-')) {
        return None;
    }
    let (article, protocol, named, place) = match tokens.folded(at) {
        "a" if tokens.folded(at + 2) == "p" => (at + 1, at + 3, (at + 2, at + 4), (at, at + 2)),
        "p" if tokens.is(at + 2, '-') => (at + 3, at + 1, (at, at + 3), (at + 3, at + 4)),
        _ => return None,
    };
    let id = format!("echr-p{}", tokens.at(protocol).value);
    let number = table.number(&id)?;
    let value = tokens.at(article).value;
    table.get(number).articles.is_some_and(|last| (1..=last).contains(&value)).then_some(())?;
    let provision = Provision::new(place.0, place.1, Unit::Article, vec![value.to_string()]);
    let article = Found { from: place.0, to: place.1, what: What::Provision(provision) };
    let protocol = found_name(named.0, named.1, number, w::PROTOCOL);
    Some(if place.0 < named.0 { vec![article, protocol] } else { vec![protocol, article] })
}
