//! Cases by name, and what repeats them: *Selmouni, cited above, § 87*.

use super::courts::{named, with_places};
use super::found::{Document, Found, What};
use super::provisions::{Unit, provision};
use super::reference::{Form, Kind};
use super::tokens::Tokens;
use super::words::w;

/// A case that was cited: the tokens of its first party, and its numbers.
struct Known {
    from: usize,
    to: usize,
    ids: Vec<String>,
}

/// So many cases are remembered.
const MANY: usize = 500;

/// Cases by name, in the order of the text and apart from each other.
pub(super) fn cases(tokens: &Tokens) -> Vec<Found> {
    let mut cases: Vec<Found> = Vec::new();
    let mut known: Vec<Known> = Vec::new();
    for at in tokens.spots.versus.iter().copied() {
        let word = tokens.at(at).word;
        let versus = matches!(word, w::V | w::VS);
        let repeats = word == w::CITED && tokens.is_word(at + 1, w::ABOVE);
        if !versus && !repeats {
            continue;
        }
        let one = if versus { full(tokens, at, &mut known) } else { short(tokens, at, &known) };
        if let Some(one) = one.filter(|one| cases.last().is_none_or(|last| last.to <= one.from)) {
            cases.push(one);
        }
    }
    cases
}

/// A case with both parties; one that was cited before with its number keeps that.
fn full(tokens: &Tokens, at: usize, known: &mut Vec<Known>) -> Option<Found> {
    let (mut found, first) = named(tokens, at)?;
    let What::Document(document) = &mut found.what else { return None };
    let same =
        |other: &Known| other.to - other.from == at - first && equal(tokens, other.from, first, at - first);
    let before = known.iter().rev().find(|one| same(one));
    if let ([one], Some(before)) = (document.said.candidates.as_mut_slice(), before)
        && let [id] = before.ids.as_slice()
        && one.id.starts_with("case:")
    {
        one.id = id.clone();
        document.said.form = Form::Short;
    } else if known.len() < MANY {
        let mut ids: Vec<String> = document.said.candidates.iter().map(|one| one.id.clone()).collect();
        ids.dedup();
        known.push(Known { from: first, to: at, ids });
    }
    Some(found)
}

fn equal(tokens: &Tokens, a: usize, b: usize, length: usize) -> bool {
    (0..length).all(|at| {
        tokens.folded(a + at) == tokens.folded(b + at) && tokens.at(a + at).kind == tokens.at(b + at).kind
    })
}

/// `Selmouni, cited above, § 87`, `Merabishvili (cited above, § 291)`.
fn short(tokens: &Tokens, at: usize, known: &[Known]) -> Option<Found> {
    let mark = tokens.before(at);
    let wrapped = mark.is('(');
    (wrapped || mark.is(',')).then_some(())?;
    let end = at - 1;
    let of = |one: &Known| {
        let all = one.to - one.from;
        let person = (one.from..one.to).position(|at| tokens.is_word(at, w::AND)).unwrap_or(all);
        // The whole party, without *and Others*, or the family name.
        let lengths = [(0, all), (0, person), (person.saturating_sub(1), 1)];
        lengths.into_iter().find_map(|(skip, length)| {
            let from = end.checked_sub(length)?;
            (length > 0 && equal(tokens, one.from + skip, from, length)).then_some(from)
        })
    };
    let (from, ids) = known.iter().rev().find_map(|one| Some((of(one)?, &one.ids)))?;
    let mut to = at + 2;
    let mut places = Vec::new();
    if tokens.at(to).is(',')
        && let Some(place) = provision(tokens, to + 1).filter(|place| place.unit == Unit::Paragraph)
    {
        places = place.locators;
        to = place.to;
    }
    if wrapped && tokens.at(to).is(')') {
        to += 1;
    }
    let ids = match ids.as_slice() {
        [id] if !places.is_empty() => places.iter().map(|place| format!("{id}#{place}")).collect(),
        ids => ids.to_vec(),
    };
    let mut document = Document::new(Kind::Case, vec![String::new(); ids.len()]);
    document.said.candidates = with_places(ids);
    document.said.form = Form::Short;
    Some(Found { from, to, what: What::Document(document) })
}
