//! What identifies a case without its name: reports, series, numbers, ECLI.

use super::numbers::is_year;
use super::tokens::Tokens;
use super::words::w;

pub(super) fn numbers_after(tokens: &Tokens, at: usize) -> Option<usize> {
    tokens.at(at).is_number().then_some(())?;
    let mut to = at + 1;
    while (tokens.is(to, '-') || tokens.is_word(to, w::AND)) && tokens.at(to + 1).is_number() {
        to += 2;
    }
    Some(to)
}

/// Letters that stand for a court or its reports, with points or without: the token after *P.C.I.J.*, *ICJ*, *E.H.R.R.*
fn initials(tokens: &Tokens, at: usize, letters: &str) -> Option<usize> {
    if tokens.folded(at) == letters && tokens.at(at).all_capitals() {
        return Some(at + 1);
    }
    let (mut to, mut rest) = (at, letters);
    while !rest.is_empty() {
        let point = to == at || tokens.before(to).is('.');
        // *I. CJ. Reports*: a scan lost a point.
        rest = rest.strip_prefix(tokens.folded(to)).filter(|left| point && left.len() < rest.len())?;
        to += if tokens.is(to + 1, '.') { 2 } else { 1 };
    }
    Some(to)
}

/// `I.C.J. Reports 1986, p. 14`, `[1949] ICJ Rep 4`, `General List No. 180`.
pub(super) fn report(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let mut to = at;
    let mut year = None;
    if tokens.is(to, '[') && is_year(tokens, to + 1) && tokens.is(to + 2, ']') {
        year = Some(tokens.at(to + 1).value);
        to += 3;
    }
    // *1986 ICJ Reports 14*, *1986 I.C.J. 14*
    if year.is_none() && is_year(tokens, to) {
        year = Some(tokens.at(to).value);
        to += 1;
    }
    let before = year.is_some();
    // *ICJ, General List No. 172*
    let listed = |at: usize| tokens.is_word(at, w::GENERAL) && tokens.is_word(at + 1, w::LIST);
    if tokens.is_word(to, w::ICJ) {
        let list = if tokens.is(to + 1, ',') { to + 2 } else { to + 1 };
        to = if listed(list) { list } else { to };
    }
    if listed(to) {
        let number = if tokens.is(to + 3, '.') { to + 4 } else { to + 3 };
        let value = tokens.at(number).is_number().then(|| tokens.at(number).value)?;
        return Some((format!("icj:GL/{value}"), number + 1));
    }
    to = initials(tokens, to, "icj")?;
    let reports = matches!(tokens.at(to).word, w::REPORTS | w::REP | w::REPORT);
    (reports || before && tokens.at(to).is_number()).then_some(())?;
    to += usize::from(reports);
    if tokens.is(to, '.') {
        to += 1;
    }
    if tokens.is(to, ',') && is_year(tokens, to + 1) {
        to += 1;
    }
    if year.is_none() {
        year = Some(is_year(tokens, to).then(|| tokens.at(to).value)?);
        to += 1;
    }
    if tokens.is(to, '(') && tokens.is(to + 2, ')') {
        to += 3;
    }
    if tokens.is(to, ',') {
        to += 1;
    }
    if matches!(tokens.at(to).word, w::P | w::PP | w::PAGE) {
        to += if tokens.is(to + 1, '.') { 2 } else { 1 };
    }
    let page = tokens.at(to).is_number().then(|| tokens.at(to).value)?;
    Some((format!("icj:{}/{page}", year?), numbers_after(tokens, to)?))
}

/// `Series A no. 161`, `P.C.I.J., Series A, No. 25`, `Series A/B, No. 65`, `Series C No. 52`.
pub(super) fn series(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    // *[1928] PCIJ (ser A) No 17*
    let year = tokens.is(at, '[') && is_year(tokens, at + 1) && tokens.is(at + 2, ']');
    let world = initials(tokens, if year { at + 3 } else { at }, "pcij");
    (!year || world.is_some()).then_some(())?;
    let court = world.or_else(|| {
        let american = matches!(tokens.folded(at), "iacthr" | "iachr");
        american.then_some(at + 1)
    });
    let at = match court {
        Some(after) if tokens.is(after, ',') => after + 1,
        Some(after) => after,
        None => at,
    };
    let bracket = world.is_some() && tokens.is(at, '(');
    let at = if bracket { at + 1 } else { at };
    let word =
        tokens.is_word(at, w::SERIES) || matches!(tokens.folded(at), "serie") && tokens.at(at).capital();
    let short = world.is_some() && tokens.folded(at) == "ser";
    (word || short).then_some(())?;
    let at = if short && tokens.is(at + 1, '.') { at + 1 } else { at };
    let letter = tokens.folded(at + 1);
    let mut to = at + 2;
    let both = letter == "a" && tokens.is(to, '/') && tokens.folded(to + 1) == "b";
    if both {
        to += 2;
    }
    if tokens.is(to, ',') {
        to += 1;
    }
    if bracket && tokens.is(to, ')') {
        to += 1;
    }
    matches!(tokens.at(to).word, w::NO | w::N).then_some(())?;
    to += if tokens.is(to + 1, '.') || tokens.is(to + 1, '°') { 2 } else { 1 };
    let number = tokens.at(to).is_number().then(|| tokens.at(to).value)?;
    let permanent = world.is_some()
        || (at.saturating_sub(9)..at).any(|at| {
            tokens.is_word(at, w::PCIJ)
                || tokens.folded(at) == "permanent"
                || tokens.folded(at) == "p" && tokens.folded(at + 2) == "c"
        });
    let american = (at.saturating_sub(14)..at).any(|at| tokens.folded(at) == "oc" && tokens.is(at + 1, '-'));
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

/// Reports of international cases by volume and page, which tell of a case no more than its name does: `71 EHRR 2`,
/// `[2011] ECHR 933`, `2 RIAA 829`; the token after them.
pub(super) fn volume(tokens: &Tokens, at: usize) -> Option<usize> {
    let neutral = tokens.is(at, '[') && is_year(tokens, at + 1) && tokens.is(at + 2, ']');
    if neutral {
        return (tokens.is_word(at + 3, w::ECHR) && tokens.at(at + 4).is_number()).then_some(at + 5);
    }
    tokens.at(at).is_number().then_some(())?;
    // *41 Eur. H.R. Rep. 847*
    let mut spelled = (at + 1..at + 9).filter(|at| tokens.at(*at).is_word());
    if ["eur", "h", "r", "rep"].iter().all(|word| spelled.next().is_some_and(|at| tokens.folded(at) == *word))
    {
        return (at + 6..at + 11).find(|at| tokens.at(*at).is_number()).map(|page| page + 1);
    }
    let names = ["ehrr", "bhrc", "riaa"];
    let to = names.iter().find_map(|name| initials(tokens, at + 1, name))?;
    tokens.at(to).is_number().then_some(to + 1)
}

/// `Inter-Am. Ct. H.R. (ser. C) No. 75`, `161 Eur. Ct. H.R. (ser. A)`, `2005-IX Eur. Ct. H.R. 187`: as American writers
/// cite; an id if they tell one, and the token after it.
pub(super) fn abroad(tokens: &Tokens, at: usize) -> Option<(Option<String>, usize)> {
    let volume = tokens.at(at).is_number() && !is_year(tokens, at);
    let mut to = at;
    if tokens.at(to).is_number() {
        to += if tokens.is(to + 1, '-') { 3 } else { 1 };
    }
    let root = match tokens.folded(to) {
        "interam" => "iachr",
        "eur" => "echr",
        _ => return None,
    };
    let after = |at: usize| if tokens.is(at + 1, '.') { at + 2 } else { at + 1 };
    to = after(to);
    (tokens.folded(to) == "ct").then_some(())?;
    to = initials(tokens, after(to), "hr")?;
    let mut letter = None;
    if tokens.is(to, '(') && tokens.folded(to + 1) == "ser" {
        let sign = after(to + 1);
        tokens.is(sign + 1, ')').then_some(())?;
        letter = Some(tokens.folded(sign).to_ascii_uppercase());
        to = sign + 2;
    }
    let at_number = if tokens.is_word(to, w::NO) { after(to) } else { to };
    let mut number = volume.then(|| tokens.at(at).value);
    if tokens.at(at_number).is_number() {
        number = number.or(Some(tokens.at(at_number).value));
        to = at_number + 1;
    }
    let id = letter.and_then(|letter| Some(format!("{root}:{letter}/{}", number?)));
    Some((id, to))
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
        _ if head.is_number() && head.folded_length() == 3 && tokens.is(at + 1, '/') => "eccc",
        _ => return None,
    };
    if root != "eccc" && (!head.all_capitals() || !tokens.is(at + 1, '-') || !tokens.at(at + 2).is_number()) {
        return None;
    }
    let mut to = at + 1;
    while to < at + 24 && !tokens.at(to).spaced() {
        let token = tokens.at(to);
        let joint = (token.is('-') || token.is('/')) && !tokens.at(to + 1).spaced();
        let version = tokens.is_any(to, "red conf corr anx teng exp bis redeng redfra redteng correng");
        if !(joint || token.is_number() || token.is_word() && (token.all_capitals() || version)) {
            break;
        }
        to += 1;
    }
    while to > at && !tokens.before(to).is_number() && !tokens.before(to).is_word() {
        to -= 1;
    }
    let letter = tokens.at(to + 1).all_capitals() && tokens.at(to + 1).folded_length() == 1;
    if root == "scsl" && letter && tokens.is(to, '(') && !tokens.at(to).spaced() && tokens.is(to + 2, ')') {
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
        && tokens.is_any(at + 2, "c t f")
        && is_year(tokens, at + 4)
        && (at + 1..at + 7).all(|at| !tokens.at(at).spaced())
        && tokens.at(at + 6).is_number();
    if !(tokens.is_word(at, w::ECLI) || bare) || !tokens.is(at + 1, ':') {
        return None;
    }
    let mut to = at + 1;
    while to < at + 30
        && !tokens.at(to).spaced()
        && (tokens.is(to, ':') || tokens.is(to, '.') || tokens.at(to).is_word() || tokens.at(to).is_number())
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
    let short = tokens.is_any(at, "app appl apps appls") && tokens.at(at).capital();
    let worded = short || matches!(tokens.at(at).word, w::APPLICATION | w::APPLICATIONS);
    // *Ireland v. the United Kingdom, Case No. 5310/71*
    let worded = worded || after_name && tokens.is_word(at, w::CASE);
    let mut to = if worded { at + 1 } else { at };
    // *App. No. 25781/94*
    if short && tokens.is(to, '.') {
        to += 1;
    }
    // *an application (no. 13216/05)*
    let bracketed = tokens.before(at).is('(')
        && (matches!(tokens.at(at.saturating_sub(2)).word, w::APPLICATION | w::APPLICATIONS)
            || (at.saturating_sub(SPOKEN)..at).any(|at| tokens.folded(at) == "strasbourg"));
    // *Leyla Şahin v. Turkey (44774/98)*: no other body's cases have so many.
    let bare = after_name && tokens.at(to).is_number() && (4..6).contains(&tokens.at(to).folded_length());
    let numbered = matches!(tokens.at(to).word, w::NO | w::NOS);
    if !worded && !after_name && !bracketed || !numbered && !bare {
        return None;
    }
    if numbered {
        to += if tokens.is(to + 1, '.') { 2 } else { 1 };
    }
    let mut ids = Vec::new();
    let one = |at: usize| {
        let year = tokens.at(at + 2);
        let fits = tokens.at(at).is_number()
            && tokens.is(at + 1, '/')
            && year.is_number()
            && year.folded_length() == 2;
        fits.then(|| format!("echr:{}/{}", tokens.folded(at), tokens.folded(at + 2)))
    };
    while let Some(id) = one(to) {
        ids.push(id);
        to += 3;
        let mut next = to;
        if tokens.is(next, ',') {
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
    // *nos. 61411/15 and 3 others*
    if tokens.is_word(to, w::AND) && tokens.at(to + 1).is_number() && tokens.folded(to + 2) == "others" {
        to += 3;
    }
    (!ids.is_empty()).then_some((ids, to))
}
