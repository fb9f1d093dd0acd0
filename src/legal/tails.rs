//! What follows the name of a case: judgment and date, numbers, reports, paragraphs.

use super::brackets::{in_brackets, squared};
use super::citations::{abroad, applications, ecli, numbers_after, report, series, tribunal, volume};
use super::numbers::{date, is_year};
use super::parties::TITLE;
use super::provisions::{Unit, provision};
use super::title_words::is_in;
use super::tokens::Tokens;
use super::words::w;

/// Words that a part of a citation begins with.
pub(super) const PHASES: &str = "merits judgment judgement judgments order advisory preliminary provisional jurisdiction \
    admissibility compensation reparations decision dissenting infringement counterclaims request award competence interim just \
    monitoring fondo excepciones reparaciones sentencia";

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
        while tokens.is(at, ',') || tokens.is(at, ';') && tail.known && tail.ids.is_empty() {
            at += 1;
        }
        if at > to + 1 || tokens.at(at).begins_paragraph() {
            return to;
        }
        // *Case of Gelman v. Uruguay. Merits and Reparations. Judgment of … Series C No. 221*
        if tokens.is(at, '.') && tail.ids.is_empty() {
            return pointed(tokens, at, tail).unwrap_or(to);
        }
        let comma = at > to;
        let Some(after) = segment(tokens, at, comma, tail) else { return to };
        to = after;
    }
}

/// Parts of a citation that are set apart by points, as the Inter-American Court does, if they come to its series.
fn pointed(tokens: &Tokens, point: usize, tail: &mut Tail) -> Option<usize> {
    let mut inner = Tail::default();
    let mut to = point;
    while tokens.is(to, '.') || tokens.is(to, ',') {
        let next = tokens.at(to + 1);
        (next.capital() && !next.begins_paragraph()).then_some(())?;
        to = segment(tokens, to + 1, true, &mut inner)?;
        // *Merits and reparations.*
        while (tokens.at(to).is_word() || tokens.at(to).is_number())
            && !tokens.at(to).begins_paragraph()
            && to < point + TITLE
        {
            to += 1;
        }
        if inner.ids.iter().any(|id| id.starts_with("iachr:")) {
            to = read_tail(tokens, to, &mut inner);
            tail.ids = inner.ids;
            tail.paragraphs.extend(inner.paragraphs);
            tail.year = tail.year.or(inner.year);
            tail.known = true;
            return Some(to);
        }
    }
    None
}

/// One part of a citation, behind a comma or not.
pub(super) fn segment(tokens: &Tokens, at: usize, comma: bool, tail: &mut Tail) -> Option<usize> {
    let token = tokens.at(at);
    let folded = tokens.folded(at);
    let is = |offset: usize, mark: char| tokens.is(at + offset, mark);
    if token.is('[') && tokens.is_any(at + 1, "gc plenary committee") && is(2, ']') {
        tail.known = true;
        return Some(at + 3);
    }
    if token.is('(') {
        return in_brackets(tokens, at, tail);
    }
    // *[1986] ICJ Rep 14, [190]*
    if token.is('[')
        && (tail.known || !tail.ids.is_empty())
        && let Some((paragraphs, to)) = squared(tokens, at)
    {
        tail.paragraphs.extend(paragraphs);
        return Some(to);
    }
    // *Views adopted on 5 July 2017*, *Views of 5 November 1993*
    let adopted = tokens.folded(at + 1) == "adopted" && tokens.is_word(at + 2, w::ON);
    if comma && (folded == "views" || adopted && folded == "decision") {
        let found = if adopted { date(tokens, at + 3) } else { super::numbers::date_after(tokens, at + 1) };
        let found = found.filter(|found| found.day.is_some())?;
        tail.year = Some(found.year);
        return Some(found.end);
    }
    // *Commission decision of 9 February 1990*, *Decisions and Reports 64*, *DR 50*
    if comma && folded == "commission" && matches!(tokens.folded(at + 1), "decision" | "report") {
        return segment(tokens, at + 1, true, tail);
    }
    let volume_at = match folded {
        "decisions" if tokens.is_word(at + 2, w::REPORTS) => at + 3,
        "dr" if token.all_capitals() => at + 1,
        _ => at,
    };
    if comma && volume_at > at && tokens.at(volume_at).is_number() {
        return Some(volume_at + 1);
    }
    // *ICTY, Case No. IT-95-17/1-T*, *ICJ Judgment of 3 February 2015*
    let court = is_in("icty ictr icc scsl eccc icj ecthr iacthr", folded);
    let after = tokens.at(at + 1);
    if tokens.before(at).is(',')
        && court
        && (after.is(',') || matches!(after.word, w::JUDGMENT | w::JUDGEMENT | w::ORDER))
    {
        return Some(at + 1);
    }
    // *Second Decision on the Defence Request, 20 October 2020*
    if comma && is_in("first second third fourth fifth", folded) && is_in(PHASES, tokens.folded(at + 1)) {
        return segment(tokens, at + 1, true, tail);
    }
    // *Judg ment*, where a line was cut.
    if comma && folded == "judg" && tokens.folded(at + 1) == "ment" {
        tail.known = true;
        return Some(at + 2);
    }
    let dated_judgment = matches!(folded, "judgment" | "judgement") && tokens.is_word(at + 1, w::OF);
    let dated_judgment =
        dated_judgment && super::numbers::date_after(tokens, at + 1).is_some_and(|found| found.day.is_some());
    if (comma || dated_judgment) && is_in(PHASES, folded)
        || comma
            && token.capital()
            && (folded == "public" && tokens.folded(at + 1) == "redacted"
                || is_in("appeal appeals trial sentencing separate interlocutory warrant", folded))
    {
        // *Decision on the Defence Motion for Interlocutory Appeal on Jurisdiction*
        let mut to = at + 1;
        while to < at + TITLE
            && tokens.at(to).is_word()
            && !tokens.at(to).begins_paragraph()
            && super::numbers::date_after(tokens, to).is_none()
            && (tokens.at(to).capital() && !tokens.is(to + 1, '.')
                || (w::OF..=w::THE).contains(&tokens.at(to).word)
                || (w::AND..=w::AGAINST).contains(&tokens.at(to).word))
        {
            to += 1;
        }
        while to > at + 1 && !tokens.before(to).capital() {
            to -= 1;
        }
        if tokens.is(to, '\'') && tokens.is_word(to + 1, w::S) {
            to = at + 1;
        }
        if let Some(found) = super::numbers::date_after(tokens, to) {
            tail.year = Some(found.year);
            to = found.end;
        } else if token.capital()
            && tokens.at(to).is_word()
            && let Some((year, end)) = long_title(tokens, to)
        {
            tail.year = tail.year.or(year);
            to = end;
        } else if to == at + 1
            && tokens.at(to).is_word()
            && !tokens.at(to).capital()
            && tokens.at(to).word != w::AT
            && matches!(folded, "judgment" | "judgement" | "decision" | "order")
        {
            // *In Prosecutor v. Krnojelac, Judgement was given*
            return None;
        }
        tail.known = true;
        return Some(to);
    }
    if comma && let Some(found) = date(tokens, at).filter(|found| found.day.is_some()) {
        tail.year = Some(found.year);
        return Some(found.end);
    }
    // *IT-96-23-T & IT-96-23/1-T*, *MERCIECA AND OTHERS v. MALTA - 21974/07 [2011] ECHR 933*
    let numbered = matches!(token.word, w::NO | w::NOS);
    let hyphen = usize::from(token.is('&') || token.is('-') && token.spaced());
    if let Some((ids, to)) = identified(tokens, at + hyphen, comma || tail.known || hyphen > 0 || numbered) {
        tail.ids.extend(ids);
        tail.known = true;
        return Some(to);
    }
    // *Second Phase*
    let ordinal = (w::FIRST..=w::SIXTH).contains(&token.word);
    if comma && tokens.folded(at + 1) == "phase" && (ordinal || tokens.at(at + 1).capital()) {
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
    // *ICSID Case No. ARB/10/7*, *PCA Case No. 2013-19*: a number that no table holds
    let case = if token.all_capitals() { at + 1 } else { at };
    if comma && tokens.folded(case) == "case" && tokens.is_word(case + 1, w::NO) {
        let mut to = if tokens.is(case + 2, '.') { case + 3 } else { case + 2 };
        let first = to;
        while to < first + 9
            && (to == first || !tokens.at(to).spaced() && !tokens.is(to, ',') && !tokens.is(to, ')'))
        {
            to += 1;
        }
        (first..to).any(|at| tokens.at(at).is_number()).then_some(())?;
        tail.known = true;
        return Some(to);
    }
    // *Reports 1998-VIII*, *Reports of Judgments and Decisions 1998-VIII*
    let long = ["of", "judgments", "and", "decisions"];
    let year = if (0..4).all(|next| tokens.folded(at + 1 + next) == long[next]) { at + 5 } else { at + 1 };
    if comma && token.word == w::REPORTS && is_year(tokens, year) {
        tail.known = true;
        return Some(if tokens.is(year + 1, '-') { year + 3 } else { year + 1 });
    }
    // *I.C.J. Reports 1976, paras. 22–35*: where the page is missing
    let unpaged = |at: usize| tokens.is_word(at, w::REPORTS) && is_year(tokens, at + 1);
    if comma
        && token.all_capitals()
        && let Some(to) = (at + 1..at + 7).find(|at| unpaged(*at))
        && (at..to).all(|at| tokens.is(at, '.') || tokens.at(at).all_capitals())
    {
        tail.known = true;
        return Some(to + 2);
    }
    if token.word == w::ECHR && (is_year(tokens, at + 1) || is_year(tokens, at + 2)) {
        // ECHR 2015-III (extracts): the reports, not the Convention.
        let mut to = if is_year(tokens, at + 1) { at + 2 } else { at + 3 };
        if tokens.is(to, '-') {
            to += 2;
        }
        tail.known = true;
        return Some(to);
    }
    // *p. 3, at p. 32, para. 33*, *at para. 7*
    if token.word == w::AT && is(1, '[') && !tail.ids.is_empty() | tail.known {
        return segment(tokens, at + 1, true, tail);
    }
    if token.word == w::AT {
        let page =
            (w::P..=w::PP).contains(&tokens.at(at + 1).word).then(|| segment(tokens, at + 1, comma, tail));
        let place = page.flatten().map_or(at + 1, |to| to + 1);
        let found = provision(tokens, place).filter(|found| found.unit == Unit::Paragraph);
        return found.and_then(|found| segment(tokens, found.from, true, tail));
    }
    if matches!(token.word, w::P | w::PP) && is(1, '.') {
        let to = numbers_after(tokens, at + 2)?;
        return Some(to);
    }
    if token.is('§')
        || token.is('¶')
        || matches!(token.word, w::PARA | w::PARAS | w::PARAGRAPH | w::PARAGRAPHS)
        || matches!(folded, "pars" | "párr" | "párrs")
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
        tail.paragraphs.extend(found.locators);
        return Some(found.to);
    }
    None
}

/// What tells which case it is, or in which reports it stands: ids, if they tell, and the token after them.
pub(super) fn identified(tokens: &Tokens, at: usize, named: bool) -> Option<(Vec<String>, usize)> {
    if let Some((id, to)) = document(tokens, at) {
        return Some((vec![id], to));
    }
    if let Some(to) = volume(tokens, at) {
        return Some((Vec::new(), to));
    }
    if let Some((id, to)) = abroad(tokens, at) {
        return Some((id.into_iter().collect(), to));
    }
    applications(tokens, at, named).or_else(|| named.then(|| communications(tokens, at)).flatten())
}

/// The id of a case by report, number, code or series, and the token after it.
pub(super) fn document(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    report(tokens, at)
        .or_else(|| tribunal(tokens, at))
        .or_else(|| ecli(tokens, at))
        .or_else(|| series(tokens, at))
}

/// The rest of a long title, with its date: *Decision | on the application for the release of detained witnesses,
/// 1 October 2013*; the year, and the token after it.
fn long_title(tokens: &Tokens, from: usize) -> Option<(Option<u32>, usize)> {
    for to in from..from + TITLE {
        let token = tokens.at(to);
        let told = is_in("was is were has had held found which", tokens.folded(to));
        if token.begins_paragraph() || told || token.is(';') || token.is('§') {
            return None;
        }
        if token.is('.') && tokens.before(to).folded_length() > 2 {
            return None;
        }
        let case = tokens.folded(to + 1) == "case" && tokens.is_word(to + 2, w::NO);
        if token.is(',') && (case || tribunal(tokens, to + 1).is_some()) {
            return Some((None, to));
        }
        if (token.is(',') || token.is('('))
            && let Some(found) = date(tokens, to + 1).filter(|found| found.day.is_some())
        {
            let bracket = token.is('(');
            (!bracket || tokens.is(found.end, ')')).then_some(())?;
            return Some((Some(found.year), found.end + usize::from(bracket)));
        }
    }
    None
}

/// `communication No. 960/2000`: ids that wait for their committee, and the token after them.
pub(super) fn communications(tokens: &Tokens, at: usize) -> Option<(Vec<String>, usize)> {
    matches!(tokens.at(at).word, w::COMMUNICATION | w::COMMUNICATIONS).then_some(())?;
    matches!(tokens.at(at + 1).word, w::NO | w::NOS).then_some(())?;
    let mut to = if tokens.is(at + 2, '.') { at + 3 } else { at + 2 };
    let mut ids = Vec::new();
    // A number or a range of them, and its year: first, last, year, the token after it.
    let one = |at: usize| {
        let (first, mut to) = (tokens.at(at), at + 1);
        let mut last = first;
        if tokens.is(to, '-') {
            last = tokens.at(to + 1);
            to += 2;
        }
        let fits = first.is_number() && last.is_number() && tokens.is(to, '/') && is_year(tokens, to + 1);
        let near = last.value >= first.value && last.value < first.value.saturating_add(50);
        (fits && near).then(|| (first.value, last.value, tokens.at(to + 1).value, to + 2))
    };
    let mut next = to;
    while let Some((first, last, year, after)) = one(next) {
        ids.extend((first..=last).map(|number| format!("communication:?/{number}/{year}")));
        to = after;
        let listed = tokens.is(to, ',') || tokens.is(to, '&') || tokens.is_word(to, w::AND);
        if !listed {
            break;
        }
        next = if tokens.is(to, ',') && tokens.is_word(to + 1, w::AND) { to + 2 } else { to + 1 };
    }
    (!ids.is_empty()).then_some((ids, to))
}
