//! What identifies a case without its name: reports, series, numbers, ECLI.

use super::numbers::is_year;
use super::tokens::Tokens;
use super::words::w;

pub(super) fn numbers_after(tokens: &Tokens, at: usize) -> Option<usize> {
    tokens.at(at).is_number().then_some(())?;
    let mut to = at + 1;
    while (tokens.at(to).is('-') || tokens.is_word(to, w::AND)) && tokens.at(to + 1).is_number() {
        to += 2;
    }
    Some(to)
}

/// `I.C.J. Reports 1986, p. 14`, `[1949] ICJ Rep 4`, `General List No. 180`.
pub(super) fn report(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let mut to = at;
    let mut year = None;
    if tokens.at(to).is('[') && is_year(tokens, to + 1) && tokens.at(to + 2).is(']') {
        year = Some(tokens.at(to + 1).value);
        to += 3;
    }
    // *1986 ICJ Reports 14*, *1986 I.C.J. 14*
    if year.is_none() && is_year(tokens, to) {
        year = Some(tokens.at(to).value);
        to += 1;
    }
    let before = year.is_some();
    if tokens.is_word(to, w::GENERAL) && tokens.is_word(to + 1, w::LIST) {
        let number = if tokens.at(to + 3).is('.') { to + 4 } else { to + 3 };
        let value = tokens.at(number).is_number().then(|| tokens.at(number).value)?;
        return Some((format!("icj:GL/{value}"), number + 1));
    }
    let dotted = tokens.folded(to) == "i"
        && tokens.at(to + 1).is('.')
        && tokens.folded(to + 2) == "c"
        && tokens.folded(to + 4) == "j";
    if dotted {
        to += if tokens.at(to + 5).is('.') { 6 } else { 5 };
    } else if tokens.is_word(to, w::ICJ) {
        to += 1;
    } else {
        return None;
    }
    let reports = matches!(tokens.at(to).word, w::REPORTS | w::REP | w::REPORT);
    (reports || before && tokens.at(to).is_number()).then_some(())?;
    to += usize::from(reports);
    if tokens.at(to).is('.') {
        to += 1;
    }
    if tokens.at(to).is(',') && is_year(tokens, to + 1) {
        to += 1;
    }
    if year.is_none() {
        year = Some(is_year(tokens, to).then(|| tokens.at(to).value)?);
        to += 1;
    }
    if tokens.at(to).is('(') && tokens.at(to + 2).is(')') {
        to += 3;
    }
    if tokens.at(to).is(',') {
        to += 1;
    }
    if matches!(tokens.at(to).word, w::P | w::PP | w::PAGE) {
        to += if tokens.at(to + 1).is('.') { 2 } else { 1 };
    }
    let page = tokens.at(to).is_number().then(|| tokens.at(to).value)?;
    Some((format!("icj:{}/{page}", year?), numbers_after(tokens, to)?))
}

/// `Series A no. 161`, `Series A, No. 25`, `Series A/B, No. 65`, `Series C No. 52`.
pub(super) fn series(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let at = if tokens.is_word(at, w::PCIJ) { at + 1 } else { at };
    tokens.is_word(at, w::SERIES).then_some(())?;
    let letter = tokens.folded(at + 1);
    let mut to = at + 2;
    let both = letter == "a" && tokens.at(to).is('/') && tokens.folded(to + 1) == "b";
    if both {
        to += 2;
    }
    if tokens.at(to).is(',') {
        to += 1;
    }
    matches!(tokens.at(to).word, w::NO | w::N).then_some(())?;
    to += if tokens.at(to + 1).is('.') || tokens.at(to + 1).is('°') { 2 } else { 1 };
    let number = tokens.at(to).is_number().then(|| tokens.at(to).value)?;
    let permanent = (at.saturating_sub(9)..at).any(|at| {
        tokens.is_word(at, w::PCIJ)
            || tokens.folded(at) == "permanent"
            || tokens.folded(at) == "p" && tokens.folded(at + 2) == "c"
    });
    let american =
        (at.saturating_sub(14)..at).any(|at| tokens.folded(at) == "oc" && tokens.at(at + 1).is('-'));
    let id = match letter {
        "a" if american => format!("iachr:A/{number}"),
        _ if both => format!("pcij:A/B/{number}"),
        "a" | "b" if permanent => format!("pcij:{}/{number}", letter.to_ascii_uppercase()),
        "a" => format!("echr:A/{number}"),
        "c" => format!("iachr:C/{number}"),
        _ => return None,
    };
    Some((id, to + 1))
}

/// `IT-94-1-A`, `ICTR-96-4-T`, `ICC-01/04-01/06`, `002/19-09-2007/ECCC`.
pub(super) fn tribunal(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let head = tokens.at(at);
    let root = match tokens.folded(at) {
        "it" => "icty",
        "ictr" => "ictr",
        "mict" => "mict",
        "scsl" => "scsl",
        "stl" => "stl",
        "icc" => "icc",
        _ if head.is_number() && head.folded_length() == 3 && tokens.at(at + 1).is('/') => "eccc",
        _ => return None,
    };
    if root != "eccc"
        && (!head.all_capitals() || !tokens.at(at + 1).is('-') || !tokens.at(at + 2).is_number())
    {
        return None;
    }
    let mut to = at + 1;
    while to < at + 24 && !tokens.at(to).spaced() {
        let token = tokens.at(to);
        let joint = (token.is('-') || token.is('/')) && !tokens.at(to + 1).spaced();
        let version = matches!(tokens.folded(to), "red" | "conf" | "corr" | "anx" | "teng" | "exp");
        if !(joint || token.is_number() || token.is_word() && (token.all_capitals() || version)) {
            break;
        }
        to += 1;
    }
    while to > at && !tokens.before(to).is_number() && !tokens.before(to).is_word() {
        to -= 1;
    }
    let letter = tokens.at(to + 1).all_capitals() && tokens.at(to + 1).folded_length() == 1;
    if root == "scsl"
        && letter
        && tokens.at(to).is('(')
        && !tokens.at(to).spaced()
        && tokens.at(to + 2).is(')')
    {
        to += 3;
    }
    let written = tokens.written_span(at, to).replace(['–', '‑'], "-");
    if root == "eccc" && !written.contains("ECCC") || to < at + 4 {
        return None;
    }
    Some((format!("{root}:{written}"), to))
}

/// `ECLI:CE:ECHR:2015:0616JUD006456909`.
pub(super) fn ecli(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    // *EU:C:2014:238*: as the Court of Justice writes it.
    let bare = tokens.folded(at) == "eu"
        && tokens.at(at).all_capitals()
        && matches!(tokens.folded(at + 2), "c" | "t" | "f")
        && is_year(tokens, at + 4)
        && (at + 1..at + 7).all(|at| !tokens.at(at).spaced())
        && tokens.at(at + 6).is_number();
    if !(tokens.is_word(at, w::ECLI) || bare) || !tokens.at(at + 1).is(':') {
        return None;
    }
    let mut to = at + 1;
    while to < at + 30
        && !tokens.at(to).spaced()
        && (tokens.at(to).is(':')
            || tokens.at(to).is('.')
            || tokens.at(to).is_word()
            || tokens.at(to).is_number())
    {
        to += 1;
    }
    while to > at && (tokens.before(to).is(':') || tokens.before(to).is('.')) {
        to -= 1;
    }
    let from = if bare { at } else { at + 2 };
    (to > at + 4).then(|| (format!("ecli:{}", tokens.written_span(from, to)), to))
}

/// So far before the bare number of an application the court may be named, in tokens.
const SPOKEN: usize = 40;

/// `no. 13216/05`, `nos. 34044/96, 35532/97 and 44801/98`, `Application No. 25781/94`.
pub(super) fn applications(tokens: &Tokens, at: usize, after_name: bool) -> Option<(Vec<String>, usize)> {
    let worded = matches!(tokens.at(at).word, w::APPLICATION | w::APPLICATIONS);
    let mut to = if worded { at + 1 } else { at };
    // *an application (no. 13216/05)*
    let bracketed = tokens.before(at).is('(')
        && (matches!(tokens.at(at.saturating_sub(2)).word, w::APPLICATION | w::APPLICATIONS)
            || (at.saturating_sub(SPOKEN)..at).any(|at| tokens.folded(at) == "strasbourg"));
    if !worded && !after_name && !bracketed || !matches!(tokens.at(to).word, w::NO | w::NOS) {
        return None;
    }
    to += if tokens.at(to + 1).is('.') { 2 } else { 1 };
    let mut ids = Vec::new();
    let one = |at: usize| {
        let year = tokens.at(at + 2);
        let fits = tokens.at(at).is_number()
            && tokens.at(at + 1).is('/')
            && year.is_number()
            && year.folded_length() == 2;
        fits.then(|| format!("echr:{}/{}", tokens.folded(at), tokens.folded(at + 2)))
    };
    while let Some(id) = one(to) {
        ids.push(id);
        to += 3;
        let mut next = to;
        if tokens.at(next).is(',') {
            next += 1;
        }
        if tokens.is_word(next, w::AND) {
            next += 1;
        }
        if next == to || one(next).is_none() {
            break;
        }
        to = next;
    }
    (!ids.is_empty()).then_some((ids, to))
}
