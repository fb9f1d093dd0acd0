//! Cases: by name with what follows it, by number, by report.

use super::brackets::close_of;
use super::citations::applications;
use super::found::{Document, Found, What};

use super::numbers::is_year;

use super::parties::{accused, is_state, of_case, party_after, party_before, title_before};
use super::reference::Kind;

use super::tails::{Tail, communications, document, read_tail};
use super::title_words::is_in;

use super::tokens::Tokens;

use super::words::w;

/// A case by its name: what is found, and the tokens of its parties.
pub(super) struct Named {
    pub found: Found,
    pub first: (usize, usize),
    pub second: (usize, usize),
}

/// The case whose *v.* stands at a token.
pub(super) fn named(tokens: &Tokens, at: usize) -> Option<Named> {
    // *Caso Velásquez Rodríguez Vs. Honduras*
    let spanish = tokens.is_word(at, w::VS) && of_case(tokens, at).is_some();
    let versus =
        matches!(tokens.at(at).word, w::V | w::VS) && (!tokens.at(at).capital() || spanish) && at > 0;
    let others = tokens.before(at).is('.') && {
        let before = tokens.at(at.saturating_sub(2));
        before.word == w::AL || before.capital() && before.folded_length() <= 6
    };
    if !versus
        || !tokens.before(at).is_word() && !tokens.before(at).is(')') && !tokens.before(at).is('"') && !others
    {
        return None;
    }
    let right = if tokens.is(at + 1, '.') { at + 2 } else { at + 1 };
    let first = party_before(tokens, at)?;
    let mut first = first;
    let mut end = party_after(tokens, right)?;
    // *Prosecutor v. Sesay, Kallon and Gbao, SCSL-04-15-T*
    let prosecuted = tokens.folded(at - 1) == "prosecutor";
    if prosecuted && let Some(after) = accused(tokens, end) {
        end = after;
    }
    end = states_together(tokens, end);
    let mut from = first;
    let mut to = end;
    // *(The Gambia v. Myanmar)*
    let article = usize::from(first > 1 && tokens.is_word(first - 1, w::THE) && tokens.is(first - 2, '('));
    first -= article;
    if first > 0 && tokens.is(first - 1, '(') {
        let end = past_interveners(tokens, end);
        if tokens.is(end, ')')
            && let Some(title) = title_before(tokens, before_case(tokens, first - 1))
            // *accused of violating the Genocide Convention in Gaza (South Africa v. Israel)*
            && !tokens.is_word(title + 1, w::CONVENTION)
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
        } else {
            first += article;
        }
    } else {
        first += article;
        if tokens.folded(first.wrapping_sub(1)) == "caso" {
            from = first - 1;
        }
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
    // *Canada v. Smith* is of Canada's own courts, *Nicaragua v. United States* is not.
    let union = |at: usize| is_in("states usa commission council parliament union", tokens.folded(at));
    // *Yang v Canada (Citizenship and Immigration)*: a minister of its own.
    let minister = "minister citizenship attorney secretary public";
    if !prosecuted && tokens.is(end, '(') && tokens.at(end + 1).capital() && tokens.is_any(end + 1, minister)
    {
        return None;
    }
    let international = (right..end).any(|at| is_state(tokens.folded(at)))
        || prosecuted
        || (first..at).any(|at| is_state(tokens.folded(at))) && (right..end).any(union);
    let mut tail = Tail::default();
    // *communication No. 2217/2012, Ivanov v. Belarus, Views adopted on …*
    let communicated = (from.saturating_sub(8)..from).find_map(|at| {
        let (ids, to) = communications(tokens, at)?;
        (to + 1 == from && tokens.is(to, ',') && ids.len() == 1).then_some((ids, at))
    });
    if let Some((ids, at)) = communicated {
        (tail.ids, tail.known, from) = (ids, true, at);
    }
    to = read_tail(tokens, to, &mut tail);
    if tail.ids.is_empty() {
        let report = |at: usize| {
            tokens.is(at, '[') && is_year(tokens, at + 1)
                || tokens.at(at).is_number() && tokens.at(at + 1).all_capitals()
                || tokens.is(at, ',')
                    && (tokens.at(at + 1).is_number() || tokens.is(at + 1, '[') && is_year(tokens, at + 2))
                || tokens.is(at, ',') && tokens.is(at + 1, '(') && tokens.at(at + 4).is_number()
        };
        // *Németh v. Canada (Justice), 2010 SCC 56*
        let bracket = tokens.is(end, '(').then(|| close_of(tokens, end)).flatten();
        let reported = report(end) || bracket.is_some_and(|close| report(close + 1));
        let bare = tokens.is_word(at, w::VS) && !tail.known;
        if !international || bare || reported && !tail.known {
            return None;
        }
        tail.ids.push(format!("case:{name}"));
    }
    Some(Named { found: finish(from, to, tail), first: (first, at), second: (right, end) })
}

/// *v. Bosnia and Herzegovina, Croatia, Serbia and the former Yugoslav Republic of Macedonia*: the token after the last.
fn states_together(tokens: &Tokens, at: usize) -> usize {
    let mut to = at;
    while tokens.is(to, ',') && tokens.at(to + 1).capital() && is_state(tokens.folded(to + 1)) {
        let Some(end) = party_after(tokens, to + 1) else { return at };
        to = end;
    }
    // Other cases may follow; these are of one application.
    let cited = tokens.is(to, '[') || tokens.is(to, ',') && matches!(tokens.at(to + 1).word, w::NO | w::NOS);
    if cited { to } else { at }
}

/// *the Nottebohm case (*: the token after the title.
fn before_case(tokens: &Tokens, end: usize) -> usize {
    end.checked_sub(1).filter(|case| tokens.folded(*case) == "case").unwrap_or(end)
}

/// *(Australia v. Japan: New Zealand intervening)*
fn past_interveners(tokens: &Tokens, at: usize) -> usize {
    if !tokens.is(at, ':') {
        return at;
    }
    let close = (at + 1..at + 12).find(|at| tokens.is(*at, ')'));
    close.filter(|close| tokens.folded(close - 1) == "intervening").unwrap_or(at)
}

fn finish(from: usize, to: usize, tail: Tail) -> Found {
    let mut ids = tail.ids;
    // *(ICC-01/04-01/06), Judgment …, ICC-01/04-01/06-2842*: the case, and its document.
    if let Some(last) = ids.last().cloned() {
        ids.retain(|one| !last.strip_prefix(one.as_str()).is_some_and(|rest| rest.starts_with('-')));
    }
    let mut document = with_places(&ids, &tail.paragraphs);
    document.said.year = tail.year;
    Found { from, to, what: What::Document(document) }
}

/// A case, or several, with each of their places.
pub(super) fn with_places(ids: &[String], places: &[String]) -> Document {
    let mut all = Vec::new();
    for id in ids {
        for _ in 0..places.len().max(1) {
            all.push(id.clone());
        }
    }
    let mut document = Document::new(Kind::Case, all);
    for (at, one) in document.said.candidates.iter_mut().enumerate() {
        if !places.is_empty() {
            one.provision.clone_from(&places[at % places.len()]);
        }
    }
    document
}

/// A case without a name: by its number or report.
pub(super) fn numbered(tokens: &Tokens, at: usize) -> Option<Found> {
    let mut tail = Tail::default();
    let (ids, mut to) = if let Some((id, to)) = document(tokens, at) {
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
    // *North Sea Continental Shelf [1969] ICJ Rep 3*, with *(Advisory Opinion)* before the year
    if world && tokens.is(at, '[') {
        let open = (at.saturating_sub(5)..at).rev().find(|at| tokens.is(*at, '('));
        let phase = open.filter(|_| tokens.before(at).is(')'));
        let end = before_case(tokens, phase.unwrap_or(at));
        from = title_before(tokens, end).unwrap_or(at);
    }
    // *Advisory Opinion OC-17/02 of August 28, 2002, Series A No. 17*
    let american = tail.ids[0].starts_with("iachr:A/");
    if let Some(opinion) = opinion.filter(|opinion| american && tokens.folded(opinion + 2) == "oc") {
        from = opinion;
    }
    if let Some(earlier) = judgment_of(tokens, at).filter(|_| !world) {
        from = earlier;
    }
    if let Some(opinion) = opinion.filter(|_| world && from == at) {
        from = opinion_from(tokens, opinion, at).unwrap_or(at);
    }
    // *Application for Review of Judgement No. 273 of the …, I.C.J. Reports 1982, p. 325*
    if world && from == at && tokens.before(at).is(',') {
        let many = |from: &usize| (*from..at).filter(|at| tokens.at(*at).capital()).count() > 2;
        from = title_before(tokens, at - 1).filter(many).unwrap_or(at);
    }
    Some(finish(from, to, tail))
}

/// *Golder judgment of 21 February 1975, | Series A no. 18*, *Case of Handyside, judgment of …*: where it begins.
fn judgment_of(tokens: &Tokens, at: usize) -> Option<usize> {
    let judgment = (at.saturating_sub(9)..at).rev().find(|at| {
        matches!(tokens.at(*at).word, w::JUDGMENT | w::JUDGEMENT) && tokens.is_word(at + 1, w::OF)
    })?;
    let dated = super::numbers::date_after(tokens, judgment + 1)?;
    (dated.end + 1 == at && tokens.is(dated.end, ',')).then_some(())?;
    let end = if tokens.before(judgment).is(',') { judgment - 1 } else { judgment };
    let name = title_before(tokens, end).filter(|from| from + 8 > end)?;
    // *Case of*
    let of =
        name.checked_sub(2).filter(|case| tokens.is_word(*case, w::CASE) && tokens.is_word(case + 1, w::OF));
    Some(of.filter(|case| tokens.at(*case).capital()).unwrap_or(name))
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
            tokens.is_any(at, "merits jurisdiction admissibility objections measures reparations")
        };
        let before = end.checked_sub(1).filter(|at| phase(*at) && tokens.at(*at).capital());
        let Some(before) = before else {
            // *Territorial Dispute (Libyan Arab Jamahiriya/Chad)*
            let open = (end.saturating_sub(14)..end).rev().find(|at| tokens.is(*at, '('));
            let parties = open.filter(|open| {
                // *Continued Presence of South Africa in Namibia (South West Africa)*
                let slash = (open + 1..end - 1).any(|at| tokens.is(at, '/'));
                // *Certain Expenses of the United Nations (Article 17, paragraph 2, of the Charter)*
                let slash = slash || tokens.is_word(open + 1, w::ARTICLE);
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
