//! One walk along the tokens, asking each scanner in turn.

use super::abroad;
use super::bodies::Bodies;
use super::chinese;
use super::cited;
use super::comments::{by_treaty, comment_apart, comments};
use super::committees::Committees;
use super::convention_protocols;
use super::courts;
use super::found::{Document, Found, Name, What};
use super::generics::generic;
use super::names::Mode;
use super::naming::{Abbreviations, is_publication, name};
use super::provisions::{Provision, Unit, provision};
use super::reference::{Kind, Status};
use super::resolutions::Reader;
use super::steps::item;
use super::symbols::{self, symbol};
use super::table::Table;
use super::titles::unknown_title;
use super::tokens::{self, Tokens};
use super::treaties;
use super::union;
use super::words::w;

/// A symbol that stands so often by itself is the running head of the document.
const RUNNING: usize = 3;

/// What the scanners find in a text, in its order and apart from each other.
pub(super) fn scan(tokens: &Tokens, table: &Table) -> Vec<Found> {
    let bodies = Bodies::of(tokens, table);
    let committees = Committees::of(tokens);
    let cases = cited::cases(tokens);
    let parts = tokens.text.contains('第')
        && (0..tokens.len()).any(|at| tokens.folded(at) == "第" && tokens.folded(at + 2) == "部");
    let starts = starts(table);
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
        // A link to a document has its symbol too.
        if matches!(tokens.at(at + 1).kind, tokens::Kind::Mark(':' | '.'))
            && tokens.is_any(at, "http https www")
        {
            at += 1;
            while at < tokens.len() && !tokens.at(at).spaced() {
                at += 1;
            }
            continue;
        }
        if is_quiet(tokens, &starts, at) {
            at += 1;
            continue;
        }
        if reader.is_head(at) {
            last_head = Some(at);
        }
        let behind_name = found.last().is_some_and(|last| {
            let comma = last.to + 1 == at && tokens.is(last.to, ',');
            matches!(last.what, What::Name(_)) && (comma || last.to == at)
        });
        let mut here =
            one_of(tokens, table, &reader, &committees, &mut abbreviations, at, last_head, parts, &found);
        // *ICTR Statute, Article 4 and Article 8 of the Rome Statute*: the list is not of one instrument.
        if behind_name
            && let [Found { to, what: What::Provision(place), .. }] = here.as_mut_slice()
            && (tokens.is_word(*to, w::OF) || tokens.at(*to).is_word() && tokens.at(*to).all_capitals())
        {
            *place = place.clone().up_to_again();
            *to = place.to;
        }
        here.retain_mut(|one| {
            // The title of a case may have a treaty's in it.
            let case = matches!(&one.what, What::Document(document) if document.kind == Kind::Case);
            let apart = found.iter().rev().find(|other| !case || other.from < one.from);
            one.from = one.from.max(apart.map_or(0, |other| other.to));
            one.from < one.to && one.to <= border
        });
        match here.last() {
            Some(last) if is_publication(tokens, last) => at = last.to,
            Some(last) => {
                at = last.to.max(at + 1);
                let within = |one: &Found| here[0].from <= one.from;
                while matches!(here[0].what, What::Document(_)) && found.last().is_some_and(within) {
                    found.pop();
                }
                found.extend(here);
            }
            None => at += 1,
        }
    }
    abbreviations.settle(&mut found);
    by_treaty(tokens, table, &mut found);
    for one in &mut found {
        with_committee(tokens, one, &committees);
    }
    without_running_heads(tokens, found)
}

/// The words of the vocabulary that something may begin with: a name, or what a scanner looks for.
fn starts(table: &Table) -> Vec<bool> {
    let grammar = |word: u16| {
        (w::ARTICLE..=w::POINTS).contains(&word)
            || (w::CONVENTION..=w::ADDITIONAL).contains(&word)
            || (w::FIRST..=w::SIXTH).contains(&word)
            || (w::RESOLUTION..=w::NOS).contains(&word)
            || (w::COMMENT..=w::COMMUNICATIONS).contains(&word)
            || (w::UNTS..=w::PCIJ).contains(&word)
            || (w::REGULATION..=w::DIRECTIVE).contains(&word)
            || (w::AGREEMENT..=w::ACCORDS).contains(&word)
            || matches!(
                word,
                w::COMMON
                    | w::GENERAL
                    | w::CASE
                    | w::CASES
                    | w::SERIES
                    | w::APPLICATION
                    | w::APPLICATIONS
                    | w::UNITED
                    | w::CODE
                    | w::RESOLUTION_FR
                    | w::RESOLUTIONS_FR
                    | w::RESOLUCION
                    | w::RESOLUCIONES
                    | w::QARAR
                    | w::QARAR_AL
                    | w::QARARAT
                    | w::REZOLYUTSI
                    | w::QATNAME
                    | w::POSITION
                    | w::REGLEMENT
                    | w::REGLAMENTO
                    | w::VERORDNUNG
                    | w::DIRECTIVA
                    | w::RICHTLINIE
                    | w::ACTION
                    | w::PACT
                    | w::DIRECTIVES
                    | w::TREATIES
                    | w::ACT
            )
    };
    let mut starts: Vec<bool> = (0..table.words.count())
        .map(|word| word > 0 && (grammar(word) || table.names.begins(word)))
        .collect();
    starts[usize::from(table.words.find("league", false).0)] = true;
    starts[0] = false;
    starts
}

/// True for a word that begins nothing: none of those, and none that is known by its letters.
fn is_quiet(tokens: &Tokens, starts: &[bool], at: usize) -> bool {
    let token = tokens.at(at);
    if !token.is_word() {
        return !(token.is_number() || matches!(token.kind, tokens::Kind::Mark('§' | '¶' | '《' | '[')));
    }
    // *[2015] 1 SCR 331*: the reports of a national court.
    if token.word == w::SCR && tokens.before(at).is_number()
        || matches!(token.word, w::ACT | w::TREATIES) && !token.capital()
    {
        return true;
    }
    if token.all_capitals()
        || [token.word, token.upper, token.stem].iter().any(|word| starts[usize::from(*word)])
    {
        return false;
    }
    let letter = || {
        tokens
            .text
            .as_bytes()
            .get(token.start as usize..)
            .is_some_and(|rest| rest.starts_with("ال".as_bytes()))
    };
    if (token.capital() || letter()) && abroad::noun(tokens, at).is_some() {
        return false;
    }
    match tokens.text.as_bytes().get(token.start as usize) {
        Some(b'p' | b'P') => token.word != 0 || !tokens.folded(at).starts_with("par"),
        Some(first) => first.is_ascii() || !matches!(tokens.folded(at), "第" | "附" | "该" | "該"),
        None => true,
    }
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
    found: &[Found],
) -> Vec<Found> {
    let token = tokens.at(at);
    if !token.is_word() && !token.is_number() {
        let sign = token.is('§') || token.is('¶');
        let place = if sign { provision(tokens, at) } else { None };
        let titled = if token.is('《') || token.is('[') {
            name_or_case(tokens, table, abbreviations, at).or_else(|| {
                let known = name(tokens, table, abbreviations, at + 1).is_some();
                let title = || chinese::generic(tokens, at).or_else(|| chinese::title(tokens, at));
                if token.is('《') && !known { title() } else { None }
            })
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
        if let Some(both) = convention_protocols::with_article(tokens, table, at) {
            return both;
        }
        if let Some(one) = convention_protocols::behind_article(tokens, table, at) {
            return vec![one];
        }
        if let Some((document, to)) = symbol(tokens, table, at) {
            let from = symbols::with_head(tokens, at);
            return vec![Found { from, to, what: What::Document(document) }];
        }
        let special = token.all_capitals() && tokens.is(at + 1, '-') && tokens.is(at + 3, '/');
        if special && let Some(pair) = last_head.and_then(|head| reader.pair_apart(at, head)) {
            return vec![pair];
        }
        let listed = reader.listed(at);
        if !listed.is_empty() {
            return listed;
        }
        if let Some(counted) = reader.counted(at) {
            let mut all = reader.numbers_behind(counted.to);
            all.insert(0, counted);
            return all;
        }
        let acts = union::acts(tokens, at);
        if !acts.is_empty() {
            return acts;
        }
        let comments = comments(tokens, committees, at);
        if !comments.is_empty() {
            return comments;
        }
        if let Some(more) = comment_apart(tokens, found, at) {
            return vec![more];
        }
        if let Some(same) = same_comment(tokens, at) {
            return vec![same];
        }
    } else if let Some(apart) = reader.apart(at, last_head) {
        return vec![apart];
    } else if let Some(more) = found.last().and_then(|last| article_apart(tokens, last, at)) {
        return vec![more];
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
    let name = icrc_rule(tokens, table, at).or_else(|| name(tokens, table, abbreviations, at));
    if let Some(one) = name {
        return vec![one];
    }
    if let Some(one) = treaties::both(tokens, table, at) {
        return vec![one];
    }
    if let Some(mut one) = unknown_title(tokens, at) {
        abbreviations.define_unknown(tokens, &mut one);
        return vec![one];
    }
    let generic = generic(tokens, at).or_else(|| abroad::generic(tokens, at));
    generic.or_else(|| chinese::generic(tokens, at)).into_iter().collect()
}

/// *ICRC rule 53*: of the study on customary law, which only the rule tells.
fn icrc_rule(tokens: &Tokens, table: &Table, at: usize) -> Option<Found> {
    let rule = matches!(tokens.at(at + 1).word, w::RULE | w::RULES) && tokens.at(at + 2).is_number();
    let fits = rule && tokens.folded(at) == "icrc" && tokens.at(at).all_capitals();
    fits.then(|| table.number("cihl")).flatten().map(|number| found_name(at, at + 1, number, 0))
}

pub(super) fn found_name(from: usize, to: usize, number: u16, head: u16) -> Found {
    Found { from, to, what: What::Name(Name::new(Mode::One, vec![number], head)) }
}

fn name_or_case(
    tokens: &Tokens,
    table: &Table,
    abbreviations: &mut Abbreviations,
    at: usize,
) -> Option<Found> {
    courts::numbered(tokens, at).or_else(|| name(tokens, table, abbreviations, at))
}

/// *articles 6 of the Covenant and 2 of the Convention*: the number of another instrument's article.
fn article_apart(tokens: &Tokens, last: &Found, at: usize) -> Option<Found> {
    let listed = matches!(last.what, What::Name(_)) && last.to + 1 == at;
    let linked = tokens.before(at).word == w::AND || tokens.before(at).is(',');
    let plural = (last.from.saturating_sub(12)..last.from).any(|at| tokens.is_word(at, w::ARTICLES));
    if !listed || !linked || !plural || tokens.at(at).folded_length() > 3 {
        return None;
    }
    let place = item(tokens, at, false).filter(|place| tokens.is_word(place.to, w::OF))?;
    let locators = place.leaves.iter().map(|leaf| leaf.concat()).collect();
    let provision = Provision::new(at, place.to, Unit::Article, locators);
    Some(Found { from: at, to: place.to, what: What::Provision(provision) })
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
fn with_committee(tokens: &Tokens, one: &mut Found, committees: &Committees) {
    let (at, to) = (one.from, one.to);
    let What::Document(document) = &mut one.what else { return };
    for candidate in &mut document.said.candidates {
        if let Some(number) = candidate.id.strip_prefix("communication:?/") {
            match committees.nearest(tokens, at, to) {
                Some(body) => candidate.id = format!("communication:{body}/{number}"),
                None => document.said.status = Status::Unresolved,
            }
        }
    }
    if document.said.status == Status::Unresolved {
        document.said.candidates.clear();
    }
}

/// The number of a job of printing: `18-12051`.
fn has_job(tokens: &Tokens, at: usize) -> bool {
    let (year, job) = (tokens.at(at), tokens.at(at + 2));
    year.folded_length() == 2
        && year.is_number()
        && tokens.is(at + 1, '-')
        && job.is_number()
        && job.folded_length() == 5
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
            || [',', ';', ')'].iter().any(|mark| tokens.is(one.to, *mark))
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
        if has_job(tokens, one.to) || has_job(tokens, one.to + 3) && tokens.is(one.to + 1, '/') {
            return false;
        }
        let at = symbols.binary_search_by(|known| known.0.as_str().cmp(&id));
        !at.is_ok_and(|at| symbols[at].1 >= RUNNING && symbols[at].2 * 5 <= symbols[at].1)
    });
    found
}
