//! Acts and cases of the European Union, and places in treaty series.

use super::found::{Document, Found, What};
use super::numbers::{date_after, is_year};
use super::reference::Kind;
use super::tokens::Tokens;
use super::words::w;

/// An act, a case, or a place in a treaty series that begins with a token.
pub(super) fn numbered(tokens: &Tokens, at: usize) -> Option<Found> {
    act(tokens, at)
        .or_else(|| celex(tokens, at))
        .or_else(|| case(tokens, at))
        .or_else(|| treaty_series(tokens, at))
        .or_else(|| european_treaties(tokens, at))
}

fn found(kind: Kind, from: usize, to: usize, id: String) -> Option<Found> {
    Some(Found { from, to, what: What::Document(Document::new(kind, vec![id])) })
}

/// A short year written in full.
fn full_year(value: u32, digits: u32) -> Option<u32> {
    match digits {
        4 if (1950..2100).contains(&value) => Some(value),
        2 if value >= 50 => Some(1900 + value),
        2 => Some(2000 + value),
        _ => None,
    }
}

/// The number of an act, as its kind has it: `(EU) 2016/679`, `No 45/2001`, `2014/145/CFSP`; its id and the token after it.
fn act_number(tokens: &Tokens, at: usize, letter: char, listed: bool) -> Option<(String, usize)> {
    let mut to = at;
    let mut union = listed;
    if tokens.is(to, '(') && (1..6).any(|at| tokens.is(to + at, ')')) {
        union |= matches!(tokens.at(to + 1).word, w::EU | w::EC | w::EEC)
            || tokens.is_any(to + 1, "euratom ecsc cfsp jha ue ce cee");
        while !tokens.is(to, ')') {
            to += 1;
        }
        to += 1;
    }
    let numbered = matches!(tokens.at(to).word, w::NO | w::NOS);
    if numbered {
        to += if tokens.is(to + 1, '.') { 2 } else { 1 };
    }
    let (first, second) = (tokens.at(to), tokens.at(to + 2));
    if !first.is_number() || !tokens.is(to + 1, '/') || !second.is_number() {
        return None;
    }
    to += 3;
    let suffix = tokens.is(to, '/') && tokens.at(to + 1).is_word() && tokens.at(to + 1).all_capitals();
    if suffix {
        union = true;
        to += 2;
    }
    // *Directive 2008/115*, *Directive 95/46*: short, and nobody else's.
    let old = first.folded_length() == 2 && first.value >= 58 && second.folded_length() <= 3;
    let short = letter == 'L' && second.folded_length() <= 4 && !numbered;
    // *Regulation 2020/2092*: since 2015 the year stands first, and no other body counts so.
    let new = letter == 'R' && !numbered && (2015..2100).contains(&first.value);
    if !(union || new || short && (old || full_year(first.value, 4).is_some())) {
        return None;
    }
    let (year, number) =
        // *Decision No 280/2004/EC*
        if letter == 'R' && numbered || full_year(first.value, first.folded_length()).is_none() {
            (full_year(second.value, second.folded_length())?, first.value)
        } else {
            (full_year(first.value, first.folded_length())?, second.value)
        };
    let id = if letter == 'R' && (year, number) == (2016, 679) {
        "gdpr".to_owned()
    } else {
        format!("celex:3{year}{letter}{number:04}")
    };
    Some((id, to))
}

/// What follows the number of an act: *of the European Parliament and of the Council*, its date.
fn past_bodies(tokens: &Tokens, mut to: usize) -> usize {
    let bodies = ["of", "the", "european", "parliament", "and", "of", "the", "council"];
    if (0..8).all(|next| tokens.folded(to + next) == bodies[next]) {
        to += 8;
    }
    date_after(tokens, to).map_or(to, |dated| dated.end)
}

/// `Regulation (EU) 2016/679`, `Directive 2004/83/EC`, `Council Decision 2014/145/CFSP`.
fn act(tokens: &Tokens, at: usize) -> Option<Found> {
    let letter = match tokens.at(at).word {
        w::REGULATION | w::REGLEMENT | w::REGLAMENTO | w::VERORDNUNG => 'R',
        w::DIRECTIVE | w::DIRECTIVA | w::RICHTLINIE => 'L',
        w::DECISION => 'D',
        // *Common Position 2008/944/CFSP*, *Joint Action 2008/851/CFSP*
        w::POSITION if tokens.before(at).word == w::COMMON => 'E',
        w::ACTION if at > 0 && tokens.folded(at - 1) == "joint" => 'E',
        _ => return None,
    };
    let mut from = at;
    while from > 0
        && tokens.is_any(from - 1, "council commission framework implementing delegated common joint")
        && tokens.at(from - 1).capital()
    {
        from -= 1;
    }
    let letter = if (from..at).any(|at| tokens.is_word(at, w::FRAMEWORK)) { 'F' } else { letter };
    let (id, to) = act_number(tokens, at + 1, letter, false)?;
    // In small letters the number says whose they are: *le règlement (UE) 2016/679*, *la directive 2014/42/UE*.
    let marked = tokens.is(at + 1, '(') || tokens.before(to).all_capitals();
    if !tokens.at(at).capital() && !marked {
        return None;
    }
    found(Kind::EuAct, from, past_bodies(tokens, to), id)
}

/// `Regulations (EU) 2016/679 and (EU) 2018/1725`, `Directives 2002/58/EC and 95/46/EC`.
pub(super) fn acts(tokens: &Tokens, at: usize) -> Vec<Found> {
    let letter = match tokens.at(at).word {
        w::REGULATIONS => 'R',
        w::DIRECTIVES => 'L',
        w::DECISIONS => 'D',
        _ => return Vec::new(),
    };
    let mut all = Vec::new();
    let mut from = at;
    let mut next = Some(at + 1);
    while let Some(start) = next
        && all.len() < 40
        && let Some((id, to)) = act_number(tokens, start, letter, !all.is_empty())
    {
        let end = past_bodies(tokens, to);
        all.extend(found(Kind::EuAct, from, end, id));
        let comma = end + usize::from(tokens.is(end, ','));
        let and = comma + usize::from(matches!(tokens.at(comma).word, w::AND | w::OR));
        (from, next) = (and, Some(and).filter(|and| *and > end));
    }
    if tokens.at(at).capital() { all } else { Vec::new() }
}

/// `32016R0679`, `62018CJ0363`, `12016P/TXT`.
fn celex(tokens: &Tokens, at: usize) -> Option<Found> {
    let (first, letters, number) = (tokens.at(at), tokens.at(at + 1), tokens.at(at + 2));
    let year = first.value % 10_000;
    let fits = first.is_number()
        && first.folded_length() == 5
        && (1950..2100).contains(&year)
        && letters.is_word()
        && letters.all_capitals()
        && !letters.spaced()
        && letters.folded_length() <= 2;
    if !fits {
        return None;
    }
    let treaty = first.value / 10_000 == 1 && number.is('/');
    if !treaty && (!number.is_number() || number.spaced() || number.folded_length() != 4) {
        return None;
    }
    let to = if treaty { at + 4 } else { at + 3 };
    let kind = if first.value / 10_000 == 6 { Kind::Case } else { Kind::EuAct };
    found(kind, at, to, format!("celex:{}", tokens.written_span(at, to)))
}

/// `Case C-363/18`.
fn case(tokens: &Tokens, at: usize) -> Option<Found> {
    let worded = matches!(tokens.folded(at), "case" | "cases");
    let head = if worded { at + 1 } else { at };
    let letter = match tokens.folded(head) {
        "c" => "CJ",
        "t" => "TJ",
        _ => return None,
    };
    let (number, year) = (tokens.at(head + 2), tokens.at(head + 4));
    let fits = tokens.at(head).all_capitals()
        && tokens.is(head + 1, '-')
        && number.is_number()
        && tokens.is(head + 3, '/')
        && year.is_number()
        && year.folded_length() == 2;
    if !fits || tokens.is(head + 5, '/') {
        return None;
    }
    let year = full_year(year.value, 2)?;
    let id = format!("celex:6{year}{letter}{:04}", number.value);
    // *C-402/05 P*: an appeal; *PPU*: an urgent reference.
    let suffix = tokens.at(head + 5).all_capitals() && tokens.is_any(head + 5, "p ppu rx");
    found(Kind::Case, at, if suffix { head + 6 } else { head + 5 }, id)
}

/// `75 UNTS 287`, `999 U.N.T.S. 171`, `UNTS no. 14668, vol. 999, pp. 171`, `United Nations, Treaty Series, vol. 500, …`
fn treaty_series(tokens: &Tokens, at: usize) -> Option<Found> {
    let dotted = |at: usize, letters: [&str; 4]| {
        (0..4).all(|offset| {
            tokens.folded(at + offset * 2) == letters[offset] && tokens.is(at + offset * 2 + 1, '.')
        })
    };
    let head = |at: usize| {
        if tokens.is_word(at, w::UNTS) || tokens.is_word(at, w::LNTS) {
            return Some((tokens.is_word(at, w::UNTS), at + 1));
        }
        if dotted(at, ["u", "n", "t", "s"]) || dotted(at, ["l", "n", "t", "s"]) {
            return Some((tokens.folded(at) == "u", at + 8));
        }
        let comma = |at: usize| if tokens.is(at, ',') { at + 1 } else { at };
        let nations = tokens.is_word(at, w::UNITED) && tokens.is_word(at + 1, w::NATIONS);
        let league = tokens.folded(at) == "league"
            && tokens.is_word(at + 1, w::OF)
            && tokens.is_word(at + 2, w::NATIONS);
        let treaty = comma(if nations { at + 2 } else { at + 3 });
        let fits =
            (nations || league) && tokens.is_word(treaty, w::TREATY) && tokens.is_word(treaty + 1, w::SERIES);
        fits.then_some((nations, treaty + 2))
    };
    if tokens.at(at).is_number() {
        let (united, after) = head(at + 1)?;
        let page = tokens.at(after).is_number().then(|| tokens.at(after).value)?;
        let root = if united { "unts" } else { "lnts" };
        return found(Kind::TreatySeries, at, after + 1, format!("{root}:{}/{page}", tokens.at(at).value));
    }
    let (united, mut to) = head(at)?;
    let (mut volume, mut number, mut page) = (None, None, None);
    loop {
        let next = if tokens.is(to, ',') || tokens.is(to, '(') { to + 1 } else { to };
        let value = if tokens.is(next + 1, '.') { next + 2 } else { next + 1 };
        let slot = match tokens.at(next).word {
            w::VOL | w::VOLUME => &mut volume,
            w::NO | w::NOS => &mut number,
            w::P | w::PP | w::PAGE => &mut page,
            _ => break,
        };
        if !tokens.at(value).is_number() || slot.is_some() {
            break;
        }
        *slot = Some(tokens.at(value).value);
        to = value + 1;
        // *vol. 75 (1950), No. 972*
        if tokens.is(to, '(') && super::numbers::is_year(tokens, to + 1) && tokens.is(to + 2, ')') {
            to += 3;
        }
        if tokens.is(to, '-') && tokens.at(to + 1).is_number() {
            to += 2;
        }
    }
    let root = if united { "unts" } else { "lnts" };
    let id = match (volume, page, number) {
        (Some(volume), Some(page), _) => format!("{root}:{volume}/{page}"),
        (_, _, Some(number)) => format!("{root}:No.{number}"),
        _ => return None,
    };
    found(Kind::TreatySeries, at, to, id)
}

/// `ETS No. 5`, `CETS No. 210`.
fn european_treaties(tokens: &Tokens, at: usize) -> Option<Found> {
    if !matches!(tokens.at(at).word, w::ETS | w::CETS) || !tokens.at(at).all_capitals() {
        return None;
    }
    let mut to = at + 1;
    if matches!(tokens.at(to).word, w::NO | w::N) {
        to += if tokens.is(to + 1, '.') || tokens.is(to + 1, '°') { 2 } else { 1 };
    }
    let token = tokens.at(to);
    if !token.is_number() || is_year(tokens, to) {
        return None;
    }
    found(Kind::TreatySeries, at, to + 1, format!("ets:{}", token.value))
}
