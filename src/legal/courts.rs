//! Cases: by name with what follows it, by number, by report.

use super::citations::{applications, ecli, numbers_after, report, series, tribunal};
use super::found::{Document, Found, What};

use super::numbers::{Date, date, is_year};

use super::parties::{TITLE, is_state, party_after, party_before, title_before};
use super::provisions::{Unit, provision};

use super::reference::Kind;

use super::tokens::Tokens;

use super::words::w;

/// What identifies a case, as it is gathered from what follows its name.
#[derive(Default)]
struct Tail {
    ids: Vec<String>,
    paragraphs: Vec<String>,
    year: Option<u32>,
    /// Something other than a date was found.
    known: bool,
}

/// The case whose *v.* stands at a token, and where its first party begins.
pub(super) fn named(tokens: &Tokens, at: usize) -> Option<(Found, usize)> {
    let versus = matches!(tokens.at(at).word, w::V | w::VS) && !tokens.at(at).capital() && at > 0;
    let others = tokens.before(at).is('.') && {
        let before = tokens.at(at.saturating_sub(2));
        before.word == w::AL || before.capital() && before.folded_length() == 1
    };
    if !versus || !tokens.before(at).is_word() && !tokens.before(at).is(')') && !others {
        return None;
    }
    let right = if tokens.at(at + 1).is('.') { at + 2 } else { at + 1 };
    let first = party_before(tokens, at)?;
    let mut first = first;
    let end = party_after(tokens, right)?;
    let mut from = first;
    let mut to = end;
    if first > 0 && tokens.at(first - 1).is('(') {
        let end = past_interveners(tokens, end);
        if tokens.at(end).is(')')
            && let Some(title) = title_before(tokens, first - 1)
        {
            // *Case concerning Armed Activities …*
            let concerning = tokens.is_word(title, w::CONCERNING);
            let before = if concerning { title } else { title.saturating_sub(1) };
            let cased = tokens.is_word(before, w::CONCERNING)
                && before > 0
                && tokens.is_word(before - 1, w::CASE)
                && tokens.at(before - 1).capital();
            from = if cased { before - 1 } else { title };
            to = end + 1;
        }
    } else {
        let of = if tokens.is_word(first.saturating_sub(1), w::THE) { first - 1 } else { first };
        if of >= 2
            && tokens.is_word(of - 1, w::OF)
            && tokens.is_word(of - 2, w::CASE)
            && tokens.at(of - 2).capital()
        {
            from = of - 2;
        }
    }
    // *The Prosecutor*: the article is no part of a name.
    if first == from && tokens.is_word(first, w::THE) && first + 1 < at {
        (first, from) = (first + 1, from + 1);
    }
    let name = tokens.written_span(first, end).split_whitespace().collect::<Vec<_>>().join(" ");
    let international = (first..end).any(|at| is_state(tokens.folded(at)));
    let mut tail = Tail::default();
    to = read_tail(tokens, to, &mut tail);
    if tail.ids.is_empty() {
        let reported = tokens.at(end).is('[') && is_year(tokens, end + 1)
            || tokens.at(end).is(',') && (tokens.at(end + 1).is_number() || tokens.at(end + 1).is('['));
        let bare = tokens.is_word(at, w::VS) && !tail.known;
        if !international || bare || reported && !tail.known {
            return None;
        }
        tail.ids.push(format!("case:{name}"));
    }
    Some((finish(from, to, tail), first))
}

/// *(Australia v. Japan: New Zealand intervening)*
fn past_interveners(tokens: &Tokens, at: usize) -> usize {
    if !tokens.at(at).is(':') {
        return at;
    }
    let close = (at + 1..at + 12).find(|at| tokens.at(*at).is(')'));
    close.filter(|close| tokens.folded(close - 1) == "intervening").unwrap_or(at)
}

fn finish(from: usize, to: usize, tail: Tail) -> Found {
    let mut ids = Vec::new();
    for id in &tail.ids {
        if tail.paragraphs.is_empty() || tail.ids.len() > 1 {
            ids.push(id.clone());
        } else {
            ids.extend(tail.paragraphs.iter().map(|paragraph| format!("{id}#{paragraph}")));
        }
    }
    let mut document = Document::new(Kind::Case, Vec::new());
    document.said.year = tail.year;
    let with = with_places(ids);
    document.said.status = Document::new(Kind::Case, vec![String::new(); with.len()]).said.status;
    document.said.candidates = with;
    Found { from, to, what: What::Document(document) }
}

/// Ids with `#` as candidates with their places.
pub(super) fn with_places(ids: Vec<String>) -> Vec<super::reference::Candidate> {
    let split = |id: String| match id.split_once('#') {
        Some((base, place)) => super::reference::Candidate {
            provision: place.to_owned(),
            ..super::reference::Candidate::named(base.to_owned())
        },
        None => super::reference::Candidate::named(id),
    };
    ids.into_iter().map(split).collect()
}

/// Reads what follows the name of a case: judgment and date, numbers, reports, paragraphs.
fn read_tail(tokens: &Tokens, start: usize, tail: &mut Tail) -> usize {
    let mut to = start;
    loop {
        let mut at = to;
        while tokens.at(at).is(',') || tokens.at(at).is(';') && tail.known && tail.ids.is_empty() {
            at += 1;
        }
        if at > to + 1 || tokens.at(at).begins_paragraph() {
            return to;
        }
        let comma = at > to;
        let Some(after) = segment(tokens, at, comma, tail) else { return to };
        to = after;
    }
}

fn segment(tokens: &Tokens, at: usize, comma: bool, tail: &mut Tail) -> Option<usize> {
    let token = tokens.at(at);
    let folded = tokens.folded(at);
    let is = |offset: usize, mark: char| tokens.at(at + offset).is(mark);
    if token.is('[') && matches!(tokens.folded(at + 1), "gc" | "plenary" | "committee") && is(2, ']') {
        tail.known = true;
        return Some(at + 3);
    }
    if token.is('(')
        && let Some((id, to)) = tribunal(tokens, at + 1).filter(|(_, to)| tokens.at(*to).is(')'))
    {
        tail.ids.push(id);
        tail.known = true;
        return Some(to + 1);
    }
    if token.is('(')
        && let Some((ids, to)) = applications(tokens, at + 1, true).filter(|(_, to)| tokens.at(*to).is(')'))
    {
        tail.ids.extend(ids);
        tail.known = true;
        return Some(to + 1);
    }
    if token.is('(') {
        let close = (at + 1..at + 24).find(|at| tokens.at(*at).is(')'));
        let inside = matches!(
            tokens.folded(at + 1),
            "dec"
                | "merits"
                | "just"
                | "no"
                | "preliminary"
                | "striking"
                | "extracts"
                | "admissibility"
                | "judgment"
                | "judgement"
                | "decision"
                | "order"
                | "advisory"
                | "jurisdiction"
                | "provisional"
        );
        if let Some(close) = close.filter(|_| inside) {
            tail.known = true;
            return Some(close + 1);
        }
        let found: Option<Date> = date(tokens, at + 1).filter(|found| tokens.at(found.end).is(')'));
        if let Some(found) = found {
            tail.year = Some(found.year);
            return Some(found.end + 1);
        }
        // *(21 February 1975, § 36, Series A no. 18)*
        let mut inner = Tail::default();
        let begun = segment(tokens, at + 1, true, &mut inner)?;
        let end = read_tail(tokens, begun, &mut inner);
        if !tokens.at(end).is(')') || inner.ids.is_empty() && inner.paragraphs.is_empty() {
            return None;
        }
        tail.ids.extend(inner.ids);
        tail.paragraphs.extend(inner.paragraphs);
        tail.year = tail.year.or(inner.year);
        tail.known = true;
        return Some(end + 1);
    }
    let dated_judgment = matches!(folded, "judgment" | "judgement") && tokens.is_word(at + 1, w::OF);
    if (comma || dated_judgment && tail.known)
        && matches!(
            folded,
            "merits"
                | "judgment"
                | "judgement"
                | "judgments"
                | "order"
                | "advisory"
                | "preliminary"
                | "provisional"
                | "jurisdiction"
                | "admissibility"
                | "compensation"
                | "reparations"
                | "decision"
                | "dissenting"
                | "counterclaims"
                | "request"
        )
        || comma
            && token.capital()
            && matches!(folded, "appeal" | "appeals" | "trial" | "sentencing" | "separate" | "warrant")
    {
        // *Decision on the Defence Motion for Interlocutory Appeal on Jurisdiction*
        let mut to = at + 1;
        while to < at + TITLE
            && tokens.at(to).is_word()
            && !tokens.at(to).begins_paragraph()
            && super::numbers::date_after(tokens, to).is_none()
            && (tokens.at(to).capital() && !tokens.at(to + 1).is('.')
                || (w::OF..=w::THE).contains(&tokens.at(to).word)
                || (w::AND..=w::AGAINST).contains(&tokens.at(to).word))
        {
            to += 1;
        }
        while to > at + 1 && !tokens.before(to).capital() {
            to -= 1;
        }
        if tokens.at(to).is('\'') && tokens.is_word(to + 1, w::S) {
            to = at + 1;
        }
        if let Some(found) = super::numbers::date_after(tokens, to) {
            tail.year = Some(found.year);
            to = found.end;
        }
        tail.known = true;
        return Some(to);
    }
    if comma && let Some(found) = date(tokens, at).filter(|found| found.day.is_some()) {
        tail.year = Some(found.year);
        return Some(found.end);
    }
    if let Some((id, to)) = report(tokens, at)
        .or_else(|| tribunal(tokens, at))
        .or_else(|| ecli(tokens, at))
        .or_else(|| series(tokens, at))
    {
        tail.ids.push(id);
        tail.known = true;
        return Some(to);
    }
    if let Some((ids, to)) = applications(tokens, at, comma) {
        tail.ids.extend(ids);
        tail.known = true;
        return Some(to);
    }
    if comma
        && matches!(token.word, w::COMMUNICATION | w::COMMUNICATIONS)
        && let Some((ids, to)) = communications(tokens, at)
    {
        tail.ids.extend(ids);
        tail.known = true;
        return Some(to);
    }
    if comma && token.word == w::CITED && tokens.is_word(at + 1, w::ABOVE) {
        tail.known = true;
        return Some(at + 2);
    }
    if folded == "case" && matches!(tokens.at(at + 1).word, w::NO | w::NOS) {
        let number = if is(2, '.') { at + 3 } else { at + 2 };
        let (id, to) = tribunal(tokens, number)?;
        tail.ids.push(id);
        tail.known = true;
        return Some(to);
    }
    // *Reports 1998-VIII*, *Reports of Judgments and Decisions 1998-VIII*
    let long = ["of", "judgments", "and", "decisions"];
    let year = if (0..4).all(|next| tokens.folded(at + 1 + next) == long[next]) { at + 5 } else { at + 1 };
    if comma && token.word == w::REPORTS && is_year(tokens, year) {
        tail.known = true;
        return Some(if tokens.at(year + 1).is('-') { year + 3 } else { year + 1 });
    }
    if token.word == w::ECHR && (is_year(tokens, at + 1) || is_year(tokens, at + 2)) {
        // ECHR 2015-III (extracts): the reports, not the Convention.
        let mut to = if is_year(tokens, at + 1) { at + 2 } else { at + 3 };
        if tokens.at(to).is('-') {
            to += 2;
        }
        tail.known = true;
        return Some(to);
    }
    if matches!(token.word, w::P | w::PP) && is(1, '.') {
        let to = numbers_after(tokens, at + 2)?;
        return Some(to);
    }
    if token.is('§')
        || token.is('¶')
        || matches!(token.word, w::PARA | w::PARAS | w::PARAGRAPH | w::PARAGRAPHS)
        || folded == "pars"
    {
        let mut found = provision(tokens, at).filter(|found| found.unit == Unit::Paragraph)?;
        // *para. 83.12*: these courts count without points, and 12 is a footnote's.
        let counts = |id: &String| ["icj:", "pcij:", "echr:"].iter().any(|court| id.starts_with(court));
        if let [one] = found.locators.as_mut_slice()
            && let Some((whole, _)) = one.clone().split_once('.')
            && tail.ids.iter().any(counts)
            && tokens.before(found.to - 1).is('.')
        {
            whole.clone_into(one);
            found.to -= 2;
        }
        tail.paragraphs = found.locators;
        return Some(found.to);
    }
    None
}

/// A case without a name: by its number or report.
pub(super) fn numbered(tokens: &Tokens, at: usize) -> Option<Found> {
    let mut tail = Tail::default();
    let (ids, mut to) = if let Some((id, to)) = report(tokens, at)
        .or_else(|| tribunal(tokens, at))
        .or_else(|| ecli(tokens, at))
        .or_else(|| series(tokens, at))
    {
        (vec![id], to)
    } else if let Some(found) = applications(tokens, at, false) {
        found
    } else {
        return communication(tokens, at);
    };
    tail.ids = ids;
    tail.known = true;
    to = read_tail(tokens, to, &mut tail);
    // *Legality of …, Advisory Opinion, I.C.J. Reports 1996*: the title belongs to it.
    let mut from = at;
    let world = tail.ids[0].starts_with("icj:") || tail.ids[0].starts_with("pcij:");
    let opinion =
        (at.saturating_sub(22)..at).rev().take_while(|at| !tokens.at(at + 1).begins_paragraph()).find(|at| {
            matches!(tokens.at(*at).word, w::ADVISORY | w::JUDGMENT | w::ORDER) && tokens.at(*at).capital()
        });
    // *Advisory Opinion OC-17/02 of August 28, 2002, Series A No. 17*
    let american = tail.ids[0].starts_with("iachr:A/");
    if let Some(opinion) = opinion.filter(|opinion| american && tokens.folded(opinion + 2) == "oc") {
        from = opinion;
    }
    if let Some(opinion) = opinion.filter(|_| world) {
        from = opinion_from(tokens, opinion, at).unwrap_or(at);
    }
    Some(finish(from, to, tail))
}

/// Where a citation begins that has *Judgment*, *Order*, *Advisory Opinion* at a token and its report at another.
fn opinion_from(tokens: &Tokens, opinion: usize, report: usize) -> Option<usize> {
    let quiet = |at: usize| {
        let token = tokens.at(at);
        token.is_word() && token.capital()
            || token.is_number()
            || token.is(',')
            || token.is('.')
            || (w::OF..=w::TO).contains(&token.word)
            || token.word == w::NO
    };
    (opinion..report).all(quiet).then_some(())?;
    let mut end = opinion;
    while tokens.before(end).is(',') {
        end -= 1;
        let phase = |at: usize| {
            matches!(
                tokens.folded(at),
                "merits" | "jurisdiction" | "admissibility" | "objections" | "measures" | "reparations"
            )
        };
        let before = end.checked_sub(1).filter(|at| phase(*at) && tokens.at(*at).capital());
        let Some(before) = before else {
            // *Territorial Dispute (Libyan Arab Jamahiriya/Chad)*
            let open = (end.saturating_sub(14)..end).rev().find(|at| tokens.at(*at).is('('));
            let parties = open.filter(|open| {
                // *Continued Presence of South Africa in Namibia (South West Africa)*
                let slash = (open + 1..end - 1).any(|at| tokens.at(at).is('/'));
                tokens.before(end).is(')') && (slash || (open + 1..end - 1).all(|at| tokens.at(at).capital()))
            });
            return title_before(tokens, parties.unwrap_or(end));
        };
        end = if tokens.before(before).is(',') { before } else { before.checked_sub(1)? };
    }
    // *its Advisory Opinion of 8 July 1996*
    let dated = (opinion + 1..opinion + 3).any(|at| super::numbers::date_after(tokens, at).is_some());
    dated.then_some(opinion)
}

/// `Communication No. 960/2000`: of a committee, whose name the caller knows.
fn communication(tokens: &Tokens, at: usize) -> Option<Found> {
    let (ids, to) = communications(tokens, at)?;
    let mut tail = Tail { ids, known: true, ..Tail::default() };
    let to = read_tail(tokens, to, &mut tail);
    Some(finish(at, to, tail))
}

fn communications(tokens: &Tokens, at: usize) -> Option<(Vec<String>, usize)> {
    matches!(tokens.at(at).word, w::COMMUNICATION | w::COMMUNICATIONS).then_some(())?;
    matches!(tokens.at(at + 1).word, w::NO | w::NOS).then_some(())?;
    let mut to = if tokens.at(at + 2).is('.') { at + 3 } else { at + 2 };
    let mut ids = Vec::new();
    // A number or a range of them, and its year: first, last, year, the token after it.
    let one = |at: usize| {
        let (first, mut to) = (tokens.at(at), at + 1);
        let mut last = first;
        if tokens.at(to).is('-') {
            last = tokens.at(to + 1);
            to += 2;
        }
        let fits = first.is_number() && last.is_number() && tokens.at(to).is('/') && is_year(tokens, to + 1);
        let near = last.value >= first.value && last.value < first.value.saturating_add(50);
        (fits && near).then(|| (first.value, last.value, tokens.at(to + 1).value, to + 2))
    };
    let mut next = to;
    while let Some((first, last, year, after)) = one(next) {
        ids.extend((first..=last).map(|number| format!("communication:?/{number}/{year}")));
        to = after;
        let listed = tokens.at(to).is(',') || tokens.at(to).is('&') || tokens.is_word(to, w::AND);
        if !listed {
            break;
        }
        next = if tokens.at(to).is(',') && tokens.is_word(to + 1, w::AND) { to + 2 } else { to + 1 };
    }
    (!ids.is_empty()).then_some((ids, to))
}
