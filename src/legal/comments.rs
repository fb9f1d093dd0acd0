//! General comments and recommendations by their numbers.

use super::committees::{BODIES, Committees};
use super::found::{Document, Found, What};
use super::numbers::is_year;
use super::reference::{Evidence, Form, Kind, Status};
use super::table::Table;
use super::tokens::Tokens;
use super::words::w;

/// General comments by number that begin with a token: one for each.
pub(super) fn comments(tokens: &Tokens, committees: &Committees, at: usize) -> Vec<Found> {
    let recommendation = matches!(tokens.at(at + 1).word, w::RECOMMENDATION | w::RECOMMENDATIONS);
    let comment = recommendation || matches!(tokens.at(at + 1).word, w::COMMENT | w::COMMENTS);
    if !tokens.is_word(at, w::GENERAL) || !comment {
        return Vec::new();
    }
    let plural = matches!(tokens.at(at + 1).word, w::COMMENTS | w::RECOMMENDATIONS);
    let mut number = at + 2;
    // *its general recommendations, including No. 19*
    let apart = (number + 2..number + 4).find(|no| {
        let listed = plural && tokens.is(number, ',') && tokens.is_any(number + 1, "including notably in");
        listed && tokens.is_word(*no, w::NO)
    });
    number = apart.unwrap_or(number);
    if matches!(tokens.at(number).word, w::NO | w::NOS) {
        number += if tokens.is(number + 1, '.') { 2 } else { 1 };
    }
    let mut found = Vec::new();
    // *CCPR general comment No. 31*: the body stands directly before it.
    let behind = committees.mentions.partition_point(|(mention, _)| *mention < at);
    let beside = committees.mentions[..behind].last().is_some_and(|(mention, _)| mention + 1 == at);
    let (mut from, mut known) = (if beside && tokens.before(at).all_capitals() { at - 1 } else { at }, None);
    // *Committee on Economic, Social and Cultural Rights general comment No. 16*: its name stands before it.
    let whole = committees.mentions[..behind].last().map(|(mention, _)| *mention).filter(|mention| {
        let named = |at: usize| tokens.at(at).capital() || is_glue(tokens, at);
        tokens.before(at).capital() && mention + 16 > at && (*mention..at).all(named)
    });
    if let Some(no) = apart {
        from = no;
    } else if let Some(mention) = whole {
        from = if tokens.before(mention).word == w::RIGHTS { mention - 2 } else { mention };
    }
    loop {
        let token = tokens.at(number);
        // *general recommendation VII*
        let value = if token.is_number() {
            token.value
        } else if token.all_capitals() {
            super::numbers::roman(tokens.folded(number)).unwrap_or(0)
        } else {
            0
        };
        if value == 0 || value > 99 || tokens.is(number + 1, '/') {
            return found;
        }
        let mut to = number + 1;
        if tokens.is(to, '(')
            && tokens.is(to + 2, ')')
            && (tokens.at(to + 1).is_number() || tokens.at(to + 1).all_capitals())
        {
            to += 3;
        }
        // *(Eighth session, 1989)*
        if tokens.is(to, '(') && tokens.folded(to + 2) == "session" {
            to = (to + 3..to + 6).find(|at| tokens.is(*at, ')')).map_or(to, |close| close + 1);
        }
        let end = of_committee(tokens, to);
        // *General Comment No. 20 of the Human Rights Committee (1992)*
        let dated = end > to && tokens.is(end, '(') && is_year(tokens, end + 1) && tokens.is(end + 2, ')');
        to = if dated { end + 3 } else { end };
        to = subject(tokens, to).unwrap_or(to);
        let year = is_year(tokens, number + 2).then(|| tokens.at(number + 2).value);
        let (bodies, near) =
            known.get_or_insert_with(|| committees.for_comment(tokens, at, to, recommendation)).clone();
        let mut bodies =
            year.map_or(bodies.clone(), |year| of_year(bodies, near, value, year, recommendation));
        bodies.retain(|body| is_near(body, value));
        let mut ids: Vec<_> = bodies.iter().map(|body| format!("comment:{body}/{}", value)).collect();
        if ids.is_empty() {
            ids.push(format!("{NOBODY}{}", value));
        }
        let mut document = Document::new(Kind::GeneralComment, ids);
        document.said.year = year;
        if bodies.len() > 1 {
            document.said.status = Status::Ambiguous;
        }
        if !near {
            document = document.by(Evidence::Antecedent);
        }
        found.push(Found { from, to, what: What::Document(document) });
        let mut next = to;
        if tokens.is(next, ',') {
            next += 1;
        }
        if tokens.is_word(next, w::AND) {
            next += 1;
        }
        if next == to || !plural {
            return found;
        }
        if tokens.is_word(next, w::NO) {
            from = next;
            next += if tokens.is(next + 1, '.') { 2 } else { 1 };
        } else {
            from = next;
        }
        number = next;
    }
}

/// *general comments No. 6, adopted in 1982, and No. 14*: apart from the word, in the same sentence.
pub(super) fn comment_apart(tokens: &Tokens, found: &[Found], at: usize) -> Option<Found> {
    if !tokens.is_word(at, w::NO) {
        return None;
    }
    // Its paragraph may stand between.
    let last = match found {
        [.., last, Found { what: What::Provision(_), .. }] | [.., last] => last,
        [] => return None,
    };
    let What::Document(document) = &last.what else { return None };
    let listed = tokens.before(at).word == w::AND || tokens.before(at).is(',');
    let number = if tokens.is(at + 1, '.') { at + 2 } else { at + 1 };
    let token = tokens.at(number);
    let fits = document.kind == Kind::GeneralComment
        && (last.from..last.to).any(|at| {
            matches!(tokens.at(at).word, w::COMMENTS | w::RECOMMENDATIONS)
                || at == last.from && tokens.is_word(at, w::NO)
        })
        && listed
        && token.is_number()
        && (1..100).contains(&token.value)
        && !tokens.is(number + 1, '/')
        && same_sentence(tokens, last.to, at);
    if !fits {
        return None;
    }
    let id = document.said.candidates.first()?.id.rsplit_once('/')?.0;
    let mut to = number + 1;
    if tokens.is(to, '(') && tokens.at(to + 1).is_number() && tokens.is(to + 2, ')') {
        to += 3;
    }
    to = subject(tokens, to).unwrap_or(to);
    let one = Document::new(Kind::GeneralComment, vec![format!("{id}/{}", token.value)]);
    Some(Found { from: at, to, what: What::Document(one) })
}

/// A full stop behind *No* or *para* ends no sentence.
fn same_sentence(tokens: &Tokens, from: usize, to: usize) -> bool {
    to < from + 40
        && (from..to).all(|at| {
            let stop = tokens.is(at, '.') && !matches!(tokens.before(at).word, w::NO | w::PARA | w::PARAS);
            !stop && !tokens.at(at).begins_paragraph()
        })
}

/// *general comment No. 35 on liberty and security of person, para. 3*: the token after the subject, where a paragraph
/// follows.
fn subject(tokens: &Tokens, at: usize) -> Option<usize> {
    let paragraph = |at: usize| matches!(tokens.at(at).word, w::PARA | w::PARAS);
    let end = (at + 2..at + 24).find(|end| tokens.is(*end, ',') && paragraph(end + 1))?;
    let plain = |at: usize| {
        let token = tokens.at(at);
        token.is(',') || token.is_word() && !token.begins_paragraph() && token.word != w::COMMITTEE
    };
    (tokens.is_word(at, w::ON) && (at..end).all(plain)).then_some(end)
}

/// *general comment No. 12 of the Committee on the Rights of the Child*: the token after both.
fn of_committee(tokens: &Tokens, at: usize) -> usize {
    let committee = at + 2;
    let human = tokens.folded(committee) == "human" && tokens.is_word(committee + 2, w::COMMITTEE);
    if human && tokens.is_word(at, w::OF) {
        return committee + 3;
    }
    let fits = tokens.is_word(at, w::OF)
        && tokens.is_word(at + 1, w::THE)
        && tokens.is_word(committee, w::COMMITTEE)
        && matches!(tokens.at(committee + 1).word, w::ON | w::AGAINST);
    if !fits {
        return at;
    }
    let mut to = committee + 1;
    while to < committee + 16
        && (tokens.at(to).capital() && tokens.at(to).word != w::NO || is_glue(tokens, to))
        && !(tokens.is_word(to, w::AND) && tokens.is_word(to + 1, w::THE))
        && !tokens.at(to).begins_paragraph()
    {
        to += 1;
    }
    while to > committee && !tokens.before(to).capital() {
        to -= 1;
    }
    to
}

/// What stands between the words of a committee's name.
fn is_glue(tokens: &Tokens, at: usize) -> bool {
    let word = tokens.at(at).word;
    (w::OF..=w::THE).contains(&word)
        || matches!(word, w::AND | w::ON | w::AGAINST | w::WITH)
        || tokens.is(at, ',')
}

/// What the id of a comment begins with as long as its committee is not known.
const NOBODY: &str = "comment:?/";

/// A comment of a committee that the text does not name is of the one whose treaty it names, if it names but one.
pub(super) fn by_treaty(tokens: &Tokens, table: &Table, found: &mut [Found]) {
    let nobody = |one: &Found| match &one.what {
        What::Document(document) => document.said.candidates.iter().any(|one| one.id.starts_with(NOBODY)),
        _ => false,
    };
    if !found.iter().any(nobody) {
        return;
    }
    let named = |treaty: &str| {
        let number = table.number(treaty);
        found.iter().any(|one| match &one.what {
            What::Name(name) => name.members.as_slice() == number.as_slice(),
            _ => false,
        })
    };
    let bodies: Vec<_> =
        BODIES.iter().copied().filter(|(_, treaty)| named(treaty)).map(|(body, _)| body).collect();
    for one in found {
        let recommendation =
            (one.from..one.to).any(|at| matches!(tokens.at(at).word, w::RECOMMENDATION | w::RECOMMENDATIONS));
        let What::Document(document) = &mut one.what else { continue };
        let mut fits = bodies.iter().filter(|body| !recommendation || matches!(**body, "CEDAW" | "CERD"));
        let only = fits.next().filter(|_| fits.next().is_none());
        for candidate in &mut document.said.candidates {
            if let (Some(number), Some(body)) = (candidate.id.strip_prefix(NOBODY), only)
                && is_near(body, number.parse().unwrap_or_default())
            {
                candidate.id = format!("comment:{body}/{number}");
                candidate.evidence = vec![Evidence::Antecedent];
                document.said.form = Form::Short;
            }
        }
        document.said.candidates.retain(|one| !one.id.starts_with(NOBODY));
    }
}

/// In which years the comments and recommendations of each committee were adopted, by number; zero where that is left
/// open; counted from 1980. From the compilations HRI/GEN/1/Rev.9 and the committees' later documents.
const YEARS: &[(&str, &[u8])] = &[
    (
        "CCPR",
        &[
            1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4, 4, 6, 8, 9, 9, 10, 12, 12, 13, 14, 14, 16, 17, 19, 20, 21,
            22, 24, 27, 28, 31, 34, 38, 40,
        ],
    ),
    (
        "CESCR",
        &[
            9, 10, 10, 11, 14, 15, 17, 17, 18, 18, 19, 19, 19, 20, 22, 25, 25, 25, 27, 29, 29, 36, 36, 37,
            40, 42,
        ],
    ),
    (
        "CRC",
        &[
            21, 22, 23, 23, 23, 25, 25, 26, 26, 27, 29, 29, 31, 33, 33, 33, 33, 0, 36, 36, 37, 37, 37, 39,
            41, 43,
        ],
    ),
    ("CRPD", &[34, 34, 36, 36, 37, 38, 38, 42]),
    ("CAT", &[17, 0, 32, 0]),
    (
        "CEDAW",
        &[
            6, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 9, 10, 10, 11, 11, 11, 12, 12, 14, 15, 17, 19, 24, 28, 30,
            30, 33, 33, 34, 34, 35, 36, 37, 37, 38, 40, 42, 44,
        ],
    ),
];

fn years_of(body: &str) -> Option<&'static [u8]> {
    YEARS.iter().find(|(known, _)| *known == body).map(|(_, years)| *years)
}

/// True where a committee has a comment of that number, or may have it soon: no committee's is an issue of another's.
fn is_near(body: &str, number: u32) -> bool {
    years_of(body).is_none_or(|years| number as usize <= years.len() + 8)
}

/// Of several committees, or of none that is named, or of one that is named elsewhere and has none of that year,
/// those whose comment of that number is of that year.
fn of_year(
    bodies: Vec<&'static str>,
    near: bool,
    number: u32,
    year: u32,
    recommendation: bool,
) -> Vec<&'static str> {
    let adopted = |years: &[u8]| years.get(number as usize - 1).map(|year| 1980 + u32::from(*year));
    let is_free = bodies.is_empty();
    let mistaken = match bodies.as_slice() {
        [one] => !near && years_of(one).and_then(adopted).is_some_and(|of| of != year),
        _ => false,
    };
    if bodies.len() == 1 && !mistaken {
        return bodies;
    }
    let fits = |(body, years): &(&'static str, &'static [u8])| {
        let asked = is_free || mistaken || bodies.contains(body);
        (asked && recommendation == (*body == "CEDAW") && adopted(years) == Some(year)).then_some(*body)
    };
    let fitting: Vec<_> = YEARS.iter().filter_map(fits).collect();
    if fitting.is_empty() { bodies } else { fitting }
}
