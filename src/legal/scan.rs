//! One walk along the tokens, asking each scanner in turn.

use super::bodies::Bodies;
use super::chinese;
use super::comments::{Committees, comments};
use super::courts;
use super::found::{Document, Found, What};
use super::generics::{generic, unknown_title};
use super::naming::{Abbreviations, name};
use super::provisions::provision;
use super::reference::{Kind, Status};
use super::resolutions::Reader;
use super::symbols::symbol;
use super::table::Table;
use super::tokens::Tokens;
use super::union;
use super::words::w;

/// A symbol that stands so often by itself is the running head of the document.
const RUNNING: usize = 3;

/// What the scanners find in a text, in its order and apart from each other.
pub(super) fn scan(tokens: &Tokens, table: &Table) -> Vec<Found> {
    let bodies = Bodies::of(tokens);
    let committees = Committees::of(tokens);
    let cases = cases(tokens);
    let parts = (0..tokens.len()).any(|at| tokens.folded(at) == "第" && tokens.folded(at + 2) == "部");
    let reader = Reader { tokens, table, bodies: &bodies };
    let mut abbreviations = Abbreviations::default();
    let mut found: Vec<Found> = Vec::new();
    let (mut at, mut case, mut last_head) = (0, 0, None);
    while at < tokens.len() {
        while cases.get(case).is_some_and(|one| one.from < at) {
            case += 1;
        }
        let border = cases.get(case).map_or(usize::MAX, |one| one.from);
        if border == at {
            found.push(cases[case].clone());
            at = cases[case].to;
            continue;
        }
        if reader.is_resolution_word(at) {
            last_head = Some(at);
        }
        let before = found.last().map_or(0, |last| last.to);
        let mut here = one_of(tokens, table, &reader, &committees, &mut abbreviations, at, last_head, parts);
        here.retain_mut(|one| {
            one.from = one.from.max(before);
            one.from < one.to && one.to <= border
        });
        match here.last() {
            Some(last) => {
                at = last.to.max(at + 1);
                found.extend(here);
            }
            None => at += 1,
        }
    }
    for one in &mut found {
        with_committee(&mut one.what, &committees, one.from);
    }
    without_running_heads(tokens, found)
}

/// Cases by name, in the order of the text and apart from each other.
fn cases(tokens: &Tokens) -> Vec<Found> {
    let mut cases: Vec<Found> = Vec::new();
    for at in 0..tokens.len() {
        if matches!(tokens.at(at).word, w::V | w::VS)
            && let Some(one) = courts::named(tokens, at)
            && cases.last().is_none_or(|last| last.to <= one.from)
        {
            cases.push(one);
        }
    }
    cases
}

/// True for a word that begins nothing: not in the vocabulary, and none of those that are known by their letters.
fn is_quiet(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.at(at);
    let unknown = token.word == 0 && token.upper == 0 && token.stem == 0 && !token.all_capitals();
    if !token.is_word() || !unknown {
        return false;
    }
    let folded = tokens.folded(at);
    !folded.starts_with('p') && !matches!(folded, "第" | "附" | "cases")
}

#[allow(clippy::too_many_arguments)]
fn one_of(
    tokens: &Tokens,
    table: &Table,
    reader: &Reader,
    committees: &Committees,
    abbreviations: &mut Abbreviations,
    at: usize,
    last_head: Option<usize>,
    parts: bool,
) -> Vec<Found> {
    let token = tokens.at(at);
    if is_quiet(tokens, at) {
        return Vec::new();
    }
    if !token.is_word() && !token.is_number() {
        let sign = token.is('§') || token.is('¶');
        let place = if sign { provision(tokens, at) } else { None };
        let titled = if token.is('《') || token.is('[') {
            name_or_case(tokens, table, abbreviations, at)
        } else {
            None
        };
        return place
            .map(|place| Found { from: place.from, to: place.to, what: What::Provision(place) })
            .or(titled)
            .into_iter()
            .collect();
    }
    if token.is_word() {
        if let Some((document, to)) = symbol(tokens, table, at) {
            return vec![Found { from: at, to, what: What::Document(document) }];
        }
        let listed = reader.listed(at);
        if !listed.is_empty() {
            return listed;
        }
        if let Some(counted) = reader.counted(at) {
            return vec![counted];
        }
        let comments = comments(tokens, committees, at);
        if !comments.is_empty() {
            return comments;
        }
        if let Some(same) = same_comment(tokens, at) {
            return vec![same];
        }
    } else if let Some(apart) = reader.apart(at, last_head) {
        return vec![apart];
    }
    if let Some(one) = courts::numbered(tokens, at).or_else(|| union::numbered(tokens, at)) {
        return vec![one];
    }
    if let Some(place) = provision(tokens, at) {
        return vec![Found { from: place.from, to: place.to, what: What::Provision(place) }];
    }
    if let Some((place, _)) = chinese::provision(tokens, at, parts) {
        return vec![Found { from: place.from, to: place.to, what: What::Provision(place) }];
    }
    if let Some(one) = name(tokens, table, abbreviations, at) {
        return vec![one];
    }
    if let Some(mut one) = unknown_title(tokens, at) {
        abbreviations.define_unknown(tokens, &mut one);
        return vec![one];
    }
    generic(tokens, at).into_iter().collect()
}

fn name_or_case(
    tokens: &Tokens,
    table: &Table,
    abbreviations: &mut Abbreviations,
    at: usize,
) -> Option<Found> {
    courts::numbered(tokens, at).or_else(|| name(tokens, table, abbreviations, at))
}

/// *the same general comment*: without a number, and meant to have one.
fn same_comment(tokens: &Tokens, at: usize) -> Option<Found> {
    let comment =
        tokens.is_word(at, w::GENERAL) && matches!(tokens.at(at + 1).word, w::COMMENT | w::RECOMMENDATION);
    let same = comment && tokens.before(at).word == w::SAME;
    same.then(|| Found {
        from: at,
        to: at + 2,
        what: What::Document(Document::new(Kind::GeneralComment, Vec::new())),
    })
}

/// A communication is of the committee that is spoken of.
fn with_committee(what: &mut What, committees: &Committees, at: usize) {
    let What::Document(document) = what else { return };
    for candidate in &mut document.said.candidates {
        if let Some(number) = candidate.id.strip_prefix("communication:?/") {
            match committees.nearest(at) {
                Some(body) => candidate.id = format!("communication:{body}/{number}"),
                None => document.said.status = Status::Unresolved,
            }
        }
    }
    if document.said.status == Status::Unresolved {
        document.said.candidates.clear();
    }
}

/// Symbols that are page furniture: a document's own at each break of a page.
fn without_running_heads(tokens: &Tokens, mut found: Vec<Found>) -> Vec<Found> {
    let mut symbols: Vec<(String, usize, usize)> = Vec::new();
    let id = |one: &Found| match &one.what {
        What::Document(document)
            if document.kind == Kind::UnDocument && document.said.candidates.len() == 1 =>
        {
            Some(document.said.candidates[0].id.clone())
        }
        _ => None,
    };
    for one in &found {
        let Some(id) = id(one) else { continue };
        let before = tokens.before(one.from);
        let cited = before.is('(')
            || before.is(',')
            || before.is(';')
            || matches!(
                tokens.folded(one.from.saturating_sub(1)),
                "document" | "documents" | "see" | "in" | "doc" | "symbol" | "of"
            );
        match symbols.binary_search_by(|known| known.0.as_str().cmp(&id)) {
            Ok(at) => {
                symbols[at].1 += 1;
                symbols[at].2 += usize::from(cited);
            }
            Err(at) => symbols.insert(at, (id, 1, usize::from(cited))),
        }
    }
    found.retain(|one| {
        let Some(id) = id(one) else { return true };
        let at = symbols.binary_search_by(|known| known.0.as_str().cmp(&id));
        !at.is_ok_and(|at| symbols[at].1 >= RUNNING && symbols[at].2 * 5 <= symbols[at].1)
    });
    found
}
