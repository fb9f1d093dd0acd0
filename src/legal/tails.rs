//! What follows the name of a case: judgment and date, numbers, reports, paragraphs.

use super::citations::{applications, ecli, numbers_after, report, series, tribunal};
use super::numbers::{Date, date, is_year};
use super::parties::TITLE;
use super::provisions::{Unit, provision};
use super::tokens::Tokens;
use super::words::w;

/// What identifies a case, as it is gathered from what follows its name.
#[derive(Default)]
pub(super) struct Tail {
    pub ids: Vec<String>,
    pub paragraphs: Vec<String>,
    pub year: Option<u32>,
    /// Something other than a date was found.
    pub known: bool,
}

/// Reads what follows the name of a case: judgment and date, numbers, reports, paragraphs.
pub(super) fn read_tail(tokens: &Tokens, start: usize, tail: &mut Tail) -> usize {
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
    // *Second Phase*
    if comma && tokens.folded(at + 1) == "phase" && tokens.at(at + 1).capital() {
        tail.known = true;
        return Some(at + 2);
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

/// `communication No. 960/2000`: ids that wait for their committee, and the token after them.
pub(super) fn communications(tokens: &Tokens, at: usize) -> Option<(Vec<String>, usize)> {
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
