//! Symbols of documents of the United Nations: `S/25600`, `A/62/63-S/2008/25`,
//! `CCPR/C/GC/36`, with their addenda.

use super::found::Document;
use super::numbers::{date_after, is_year};
use super::reference::{Issue, Kind};
use super::table::Table;
use super::title_words::is_in;
use super::tokens::Tokens;
use super::words::w;

/// What a symbol begins with.
const HEADS: &str = "a s e t st ccpr cat cerd crc cedaw crpd ced cmw hri cd fccc td unep idb dp hcr icef infcirc cbd \
    iccasp iccd dc pbc eclac";

/// The longest addendum that is counted up to.
const LONGEST_TAIL: u32 = 60;

/// A symbol that begins with a token, and the token after it.
pub(super) fn symbol(tokens: &Tokens, table: &Table, at: usize) -> Option<(Document, usize)> {
    if let Some(found) = committee_of_experts(tokens, at) {
        return Some(found);
    }
    if let Some(found) = letter(tokens, at).or_else(|| health_assembly(tokens, at)) {
        return Some(found);
    }
    let (symbols, mut to, misread) = written(tokens, at)?;
    // The head of a page, and the number of a room.
    let page = tokens.at(to).word == w::PAGE && tokens.at(to + 1).is_number();
    let head = page && tokens.at(at).begins_line() && tokens.at(to).begins_line();
    if head || at > 0 && tokens.is_any(at - 1, "room rooms suite gate box page") {
        return None;
    }
    let mut ids = Vec::new();
    let mut resolution = false;
    for symbol in &symbols {
        resolution |= is_resolution(symbol);
        let mut id = symbol.clone();
        if is_resolution(symbol) && symbols.len() == 1 {
            if let Some((tail, after)) = session(tokens, to) {
                id.push_str(&tail);
                to = after;
            }
            id = with_year(table, &id);
        } else if tokens.is(to, '(') && tokens.folded(to + 1) == "resumption" && tokens.is(to + 3, ')') {
            id.push_str(&format!("(Resumption{})", tokens.written(to + 2)));
            to += 4;
        }
        ids.push(id);
    }
    if tokens.folded(to - 1) == "part" && tokens.at(to).is_number() {
        ids[0].push_str(tokens.folded(to));
        to += 1;
    }
    // *E/2019/32 (Part I)*
    if tokens.is(to, '(')
        && tokens.folded(to + 1) == "part"
        && super::numbers::roman(tokens.folded(to + 2)).is_some()
        && tokens.is(to + 3, ')')
    {
        ids[0].push_str(&format!("(Part{})", tokens.written(to + 2)));
        to += 4;
    }
    let (records, to) = records(tokens, to, &ids[0]);
    ids.extend(records);
    let (more, to) = tails(tokens, to, &ids[0]);
    ids.extend(more);
    // *S/25600 of 15 April 1993*
    let dated = date_after(tokens, to)
        .filter(|found| found.day.is_some() && matches!(tokens.at(to).word, w::OF | w::DATED));
    let to = dated.map_or(to, |found| found.end);
    let kind = if resolution { Kind::Resolution } else { Kind::UnDocument };
    let mut document = Document::new(kind, ids.iter().map(|id| format!("un:{id}")).collect());
    if misread {
        document.said.issues.push(Issue::Misread);
    }
    Some((document, to))
}

/// A resolution of the World Health Assembly: `WHA61.21`.
fn health_assembly(tokens: &Tokens, at: usize) -> Option<(Document, usize)> {
    let glued = (1..4).all(|next| !tokens.at(at + next).spaced());
    let numbers = tokens.at(at + 1).is_number() && tokens.at(at + 3).is_number();
    let fits = tokens.folded(at) == "wha" && glued && numbers && tokens.is(at + 2, '.');
    let id = || format!("un:{}", tokens.written_span(at, at + 4));
    fits.then(|| (Document::new(Kind::Resolution, vec![id()]), at + 4))
}

/// Where such a resolution begins: *World Health Assembly resolution WHA61.21*.
pub(super) fn with_head(tokens: &Tokens, at: usize) -> usize {
    let head =
        at.checked_sub(1).filter(|head| tokens.folded(at) == "wha" && tokens.is_word(*head, w::RESOLUTION));
    let Some(head) = head else { return at };
    let named = head > 2 && tokens.is_word(head - 1, w::ASSEMBLY) && tokens.folded(head - 3) == "world";
    if named { head - 3 } else { head }
}

/// A letter of the special procedures to a Government: `UA USA 2/2018`, `OL/CHN18/2019 of 1 November 2019`.
fn letter(tokens: &Tokens, at: usize) -> Option<(Document, usize)> {
    let kind = tokens.at(at).all_capitals() && tokens.is_any(at, "ua al ol jua jal jol");
    let state = at + 1 + usize::from(tokens.is(at + 1, '/'));
    // *UA/GBR/3/2019*
    let slash = usize::from(tokens.is(state + 1, '/'));
    let (number, year) = (tokens.at(state + 1 + slash), state + 3 + slash);
    let fits = kind
        && tokens.at(state).all_capitals()
        && tokens.at(state).folded_length() == 3
        && number.is_number()
        && tokens.is(year - 1, '/')
        && is_year(tokens, year);
    let id = || format!("un:{}", tokens.written_span(at, year + 1).replace(' ', ""));
    let end = || super::numbers::date_after(tokens, year + 1).map_or(year + 1, |found| found.end);
    fits.then(|| (Document::new(Kind::UnDocument, vec![id()]), end()))
}

/// The symbols that stand there without a space, and the token after them.
fn written(tokens: &Tokens, at: usize) -> Option<(Vec<String>, usize, bool)> {
    let token = tokens.at(at);
    if !token.is_word() || !token.all_capitals() || !is_in(HEADS, tokens.folded(at)) {
        return None;
    }
    let before = tokens.before(at);
    let glued = !token.spaced() && at > 0;
    let mark = before.is('/')
        || before.is('.')
        || before.is('-')
        || before.is('_')
        || before.is_word() && before.word != 0;
    if glued && (mark || before.is_number()) {
        return None;
    }
    let slash = tokens.at(at + 1);
    let misread = slash.is('.')
        && tokens.at(at + 2).is_number()
        && tokens.is(at + 3, '/')
        && tokens.at(at + 4).is_number()
        && before.is('(')
        && (at + 1..at + 5).all(|at| !tokens.at(at).spaced());
    if !misread && (!slash.is('/') || slash.spaced()) {
        return None;
    }
    let (mut to, mut depth) = (at + 1, 0);
    while to < tokens.len() && to < at + 40 && !tokens.at(to).spaced() {
        let token = tokens.at(to);
        let fits = if token.is_word() || token.is_number() {
            tokens.written(to).is_ascii()
        } else if token.is('(') {
            depth += 1;
            true
        } else if token.is(')') {
            depth -= 1;
            depth >= 0
        } else {
            token.is('/') || token.is('.') || token.is('-')
        };
        if !fits {
            break;
        }
        to += 1;
    }
    while to > at
        && !(tokens.before(to).is_word() || tokens.before(to).is_number() || tokens.before(to).is(')'))
    {
        to -= 1;
    }
    // *CCPR/C/21/Rev.1/Add. 13*
    let tail = tokens.is_any(to - 1, "add corr rev") && tokens.is(to, '.') && !tokens.at(to).spaced();
    if tail && tokens.at(to + 1).is_number() && !tokens.at(to + 1).begins_line() {
        to += 2;
    }
    let open = (at..to).filter(|at| tokens.is(*at, '(')).count();
    if tokens.before(to).is(')') && open == 0 {
        to -= 1;
    }
    if open > (at..to).filter(|at| tokens.is(*at, ')')).count() {
        to = (at..to).find(|at| tokens.is(*at, '('))?;
    }
    // What follows a full stop is a footnote or the next sentence, unless it is part of a symbol.
    let digits = (at..to).any(|at| tokens.at(at).is_number());
    if !digits || to < at + 3 {
        return None;
    }
    // *A/4* may be a sheet of paper, *S/7* a flight: so short a symbol is told by the words before it.
    let single = (at..to).filter(|at| tokens.is(*at, '/')).count() == 1;
    let short = single && tokens.at(at + 2).is_number() && tokens.at(at + 2).value < 1000;
    let told = before.is('(')
        || before.is('[')
        || before.is(',')
        || before.is(';')
        || before.is('.')
        || before.word == w::SEE
        || before.word == w::AND
        || at > 0 && tokens.is_any(at - 1, "document documents doc docs symbol");
    if short && at > 0 && !told && !tokens.at(at).begins_line() {
        return None;
    }
    if is_of_a_thing(tokens, at) || (at + 1..to - 1).any(|at| is_no_joint(tokens, at)) || runs(tokens, at, to)
    {
        return None;
    }
    let mut written = tokens.written_span(at, to).replace(['–', '‑', '—'], "-").replace("/Res/", "/RES/");
    written.retain(|c| c != ' ');
    // *$/24810*, *S$/24870*
    let head = written.find(['/', '.']).unwrap_or_default();
    written.replace_range(..head, &tokens.folded(at).to_ascii_uppercase());
    if misread {
        written = written.replacen('.', "/", 1);
    }
    // *A/C.3/L.l503*
    if let Some(one) =
        written.find(".l").filter(|one| written[one + 2..].starts_with(|c: char| c.is_ascii_digit()))
    {
        written.replace_range(one + 1..one + 2, "1");
    }
    let mut symbols = Vec::new();
    let mut rest = written.as_str();
    while let Some(cut) = rest.match_indices('-').map(|(cut, _)| cut).find(|cut| is_head(&rest[cut + 1..])) {
        symbols.push(rest[..cut].to_owned());
        rest = &rest[cut + 1..];
    }
    symbols.push(rest.to_owned());
    Some((symbols, to, misread))
}

/// *S/PV-300*, *A/114-S*: a hyphen that no symbol has.
fn is_no_joint(tokens: &Tokens, at: usize) -> bool {
    let (before, next) = (tokens.before(at), tokens.at(at + 1));
    let special = before.is_word() && before.folded_length() <= 2;
    let joins = next.is_word() && tokens.is(at + 2, '/');
    tokens.is(at, '-') && (before.is_word() && !special || before.is_number() && next.is_word() && !joins)
}

/// *part numbers A/61/10 and A/61/12*, *Model S/300*: what makers count.
fn is_of_a_thing(tokens: &Tokens, at: usize) -> bool {
    let symbol =
        |at: usize| tokens.is(at, '/') || tokens.at(at).is_number() || tokens.at(at).folded_length() == 1;
    let mut from = at;
    while from > 0 && at < from + 12 && (tokens.before(from).word == w::AND || from < at && symbol(from - 1))
    {
        from -= 1;
    }
    let stop = usize::from(tokens.before(from).is('.'));
    let Some(noun) = from.checked_sub(1 + stop) else { return false };
    tokens.is_any(noun, "model models serial type lot sku invoice")
        || tokens.folded(noun) == "note" && noun > 0 && tokens.folded(noun - 1) == "delivery"
        || matches!(tokens.folded(noun), "number" | "numbers")
            && noun > 0
            && tokens.is_any(noun - 1, "part serial model catalogue order")
}

/// A symbol on a line with nothing but the number of the page, far from it.
fn runs(tokens: &Tokens, at: usize, to: usize) -> bool {
    let page = tokens.at(to);
    let alone = page.is_number() && !page.begins_line() && tokens.at(to + 1).begins_line();
    let gap = || page.start > tokens.before(to).end + 3;
    tokens.at(at).begins_line() && alone && gap()
}

fn is_head(rest: &str) -> bool {
    rest.split_once('/').is_some_and(|(head, _)| is_in(HEADS, &head.to_ascii_lowercase()))
}

fn is_resolution(symbol: &str) -> bool {
    symbol.contains("/RES/") || symbol.contains("/DEC/")
}

/// `(1993)`, ` A (III)`, `(III)` after the number of a resolution.
fn session(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let letter =
        tokens.at(at).is_word() && tokens.at(at).folded_length() == 1 && tokens.at(at).all_capitals();
    let open = if letter { at + 1 } else { at };
    let inner = tokens.is(open, '(') && tokens.is(open + 2, ')');
    let fits =
        inner && (is_year(tokens, open + 1) || super::numbers::roman(tokens.folded(open + 1)).is_some());
    let letters = if letter { tokens.written(at) } else { "" };
    fits.then(|| (format!("{letters}({})", tokens.folded(open + 1).to_ascii_uppercase()), open + 3))
}

/// The year of a resolution of the Security Council is computed where the text has none.
fn with_year(table: &Table, symbol: &str) -> String {
    let number = symbol.strip_prefix("S/RES/").and_then(|number| number.parse().ok());
    match number.and_then(|number| table.resolution_year(number)) {
        Some(year) => format!("{symbol}({year})"),
        None => symbol.to_owned(),
    }
}

/// `, 24 and 25` after `A/C.4/68/SR.23`.
fn records(tokens: &Tokens, mut to: usize, base: &str) -> (Vec<String>, usize) {
    let Some((root, number)) = base.rsplit_once('.').filter(|(root, _)| root.ends_with("/SR")) else {
        return (Vec::new(), to);
    };
    let mut last = number.parse::<u32>().unwrap_or(u32::MAX);
    let mut ids = Vec::new();
    loop {
        let listed = tokens.is(to, ',') || tokens.is_word(to, w::AND);
        let next = if tokens.is(to, ',') && tokens.is_word(to + 1, w::AND) { to + 2 } else { to + 1 };
        let value = tokens.at(next).value;
        let near = tokens.at(next).is_number() && value > last && value < last.saturating_add(LONGEST_TAIL);
        let alone = !tokens.is(next + 1, '/') && super::numbers::month(tokens, next + 1).is_none();
        if !listed || !near || !alone {
            return (ids, to);
        }
        ids.push(format!("{root}.{value}"));
        last = value;
        to = next + 1;
    }
}

/// `and Add. 1 and 2`, `, Corr.1`, `, Add.1-3` after a symbol.
fn tails(tokens: &Tokens, mut to: usize, base: &str) -> (Vec<String>, usize) {
    let mut ids = Vec::new();
    loop {
        let mut at = to;
        if tokens.is(at, ',') {
            at += 1;
        }
        if tokens.is_word(at, w::AND) {
            at += 1;
        }
        let name = match tokens.at(at).word {
            w::ADD => "Add",
            w::CORR => "Corr",
            w::REV => "Rev",
            _ => return (ids, to),
        };
        at += 1;
        if tokens.is(at, '.') {
            at += 1;
        }
        if at == to || !tokens.at(at).is_number() {
            return (ids, to);
        }
        let mut last = tokens.at(at).value;
        ids.push(format!("{base}/{name}.{last}"));
        to = at + 1;
        loop {
            let range = tokens.is(to, '-') || tokens.is_word(to, w::TO);
            let next = if range || tokens.is_word(to, w::AND) || tokens.is(to, ',') { to + 1 } else { break };
            let value = tokens.at(next).value;
            let another = tokens.at(next).is_number() && value > last && value < LONGEST_TAIL;
            // *S/13026 and Corr.1, 6* at the end of a paragraph: the mark of a footnote.
            let mark = tokens.is(to, ',') && value > last + 1 && tokens.at(next + 1).begins_paragraph();
            if !another || mark || tokens.is(next + 1, '/') || tokens.is(next + 1, '(') {
                break;
            }
            let first = if range { last + 1 } else { value };
            ids.extend((first..=value).map(|value| format!("{base}/{name}.{value}")));
            last = value;
            to = next + 1;
        }
    }
}

/// `CDL-AD(2014)010`: documents of the Venice Commission.
fn committee_of_experts(tokens: &Tokens, at: usize) -> Option<(Document, usize)> {
    let fits = tokens.folded(at).starts_with("cdl") && tokens.at(at).all_capitals() && tokens.is(at + 1, '(');
    let fits = fits && is_year(tokens, at + 2) && tokens.is(at + 3, ')') && tokens.at(at + 4).is_number();
    fits.then(|| {
        (Document::new(Kind::UnDocument, vec![format!("un:{}", tokens.written_span(at, at + 5))]), at + 5)
    })
}
