//! The numbers of a place and the steps below them: `8 (2) (b) (iv)`, `6 § 3 (d)`, ranges, elided heads.

use super::names::one_slip;
use super::numbers::{ordinal, roman, to_roman};
use super::tokens::Tokens;
use super::words::w;

/// The longest range that is written out.
pub(super) const LONGEST_RANGE: u32 = 200;

/// The longest list.
pub(super) const LONGEST_LIST: usize = 300;

pub(super) fn skip_while(tokens: &Tokens, mut at: usize, skipped: impl Fn(usize) -> bool) -> usize {
    while at < tokens.len() && skipped(at) {
        at += 1;
    }
    at
}

pub(super) fn is_paragraph(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.at(at);
    (w::PARAGRAPH..=w::SUBPARA).contains(&token.word)
        || token.is_word() && tokens.is_any(at, "pars párr párrs")
        || token.word == 0
            && token.is_word()
            && tokens.folded(at).starts_with("para")
            && one_slip(tokens.folded(at), "paragraph")
}

/// A unit below an article: *paragraph*, *point*, *lit*.
fn is_step(tokens: &Tokens, at: usize) -> bool {
    is_paragraph(tokens, at)
        || (w::POINT..=w::INDENT).contains(&tokens.at(at).word)
        || tokens.is_any(at, "alinéa lettre letra apartado inciso buchstabe")
}

pub(super) fn is_plural(tokens: &Tokens, at: usize) -> bool {
    let folded = tokens.folded(at);
    folded.ends_with('s')
        || matches!(
            folded,
            "المواد"
                | "المادتين"
                | "статьи"
                | "статьями"
                | "статьях"
                | "статьям"
                | "статей"
                | "статті"
                | "artikeln"
        )
}

/// Past the full stop of an abbreviation, and *No.*
pub(super) fn past_stop(tokens: &Tokens, at: usize) -> usize {
    let at = if tokens.is(at, '.') { at + 1 } else { at };
    if matches!(tokens.at(at).word, w::NO | w::NOS) {
        return if tokens.is(at + 1, '.') { at + 2 } else { at + 1 };
    }
    at
}

/// Steps below a number, each in its brackets: `(2)(b)`.
pub(super) type Path = Vec<String>;

/// One number with its steps: several where the steps are a list.
pub(super) struct Item {
    /// The number with each of its steps.
    pub leaves: Vec<Path>,
    /// The token after it.
    pub to: usize,
    /// Steps are written.
    pub has_steps: bool,
    /// A scan had garbled it.
    pub misread: bool,
}

/// The number itself: `51`, `8bis`, `III`.
pub(super) fn base(tokens: &Tokens, at: usize, abbreviated: bool) -> Option<(String, usize, bool)> {
    let token = tokens.at(at);
    if at >= tokens.len() || token.begins_paragraph() {
        return None;
    }
    let (value, mut to, misread) = if token.is_number() && token.folded_length() <= 3 && token.value > 0 {
        (token.value, at + 1, false)
    } else if token.is_word()
        && token.all_capitals()
        && !tokens.is(at + 1, '/')
        // *L’article L. 2511-1 du Code du travail*
        && !(tokens.folded(at) == "l" && tokens.is(at + 1, '.') && tokens.at(at + 2).is_number())
    {
        (roman(tokens.folded(at)).filter(|value| *value < 200)?, at + 1, false)
    } else if abbreviated && token.is_word() && tokens.folded(at) == "l" {
        (1, at + 1, true)
    } else if token.is_word() && matches!(tokens.folded(at), "premier" | "primero") {
        (1, at + 1, false)
    } else {
        return None;
    };
    let mut written = value.to_string();
    // *article 1er*, *artigo 5º*
    if token.is_number() && !tokens.at(to).spaced() && tokens.is_any(to, "er º ª o") {
        return Some((written, to + 1, misread));
    }
    if token.is_number() {
        let after = tokens.at(to);
        let second = tokens.at(to + 1);
        if after.is('-') && !after.spaced() && second.is_number() && !second.spaced() && second.value < value
        {
            written = format!("{value}-{}", second.value);
            to += 2;
        } else if after.is_word() && !after.spaced() && after.folded_length() == 1 && after.all_capitals() {
            written.push_str(&tokens.folded(to).to_ascii_uppercase());
            to += 1;
        } else if value == 1
            && after.is_word()
            && after.all_capitals()
            && tokens.is_any(to, "a b c d e f")
            && (tokens.is(to + 1, '(') || tokens.is_word(to + 1, w::OF))
        {
            // *Article 1 C (5) of the 1951 Convention*
            written.push_str(&tokens.folded(to).to_ascii_uppercase());
            to += 1;
        } else if after.is_word()
            && !after.spaced()
            && after.folded_length() == 1
            && (tokens.is(to + 1, '(') && !tokens.at(to + 1).spaced() || tokens.is_word(to + 1, w::OF))
        {
            // *Article 1a(1)*
            written.push_str(tokens.folded(to));
            to += 1;
        } else if after.is('/')
            || after.is('%')
            || after.is_word() && !after.spaced() && !is_latin(after.word)
        {
            return None;
        }
    }
    if is_latin(tokens.at(to).word) {
        written.push_str(tokens.folded(to));
        to += 1;
    }
    Some((written, to, misread))
}

fn is_latin(word: u16) -> bool {
    (w::BIS..=w::QUATER).contains(&word)
}

/// What stands in brackets as a step: a number of at most three digits, a letter, a small roman number.
pub(super) fn bracket(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    if !tokens.is(at, '(') || tokens.at(at).begins_paragraph() {
        return None;
    }
    // *Article 13 (1a)*
    let (number, letter) = (tokens.at(at + 1), tokens.at(at + 2));
    let joined = number.is_number() && letter.is_word() && letter.folded_length() == 1 && !letter.spaced();
    if joined && number.folded_length() <= 2 && tokens.is(at + 3, ')') {
        return Some((format!("({})({})", number.value, tokens.folded(at + 2)), at + 4));
    }
    // *article 5 (2 (a))*
    if number.is_number() && tokens.is(at + 2, '(') && tokens.is(at + 5, ')') {
        let (step, to) = bracket(tokens, at + 2)?;
        return Some((format!("({}){step}", number.value), to + 1)).filter(|_| to == at + 5);
    }
    if !tokens.is(at + 2, ')') {
        return None;
    }
    Some((format!("({})", step_name(tokens, at + 1)?), at + 3))
}

fn step_name(tokens: &Tokens, at: usize) -> Option<String> {
    let token = tokens.at(at);
    let short = token.is_number() && token.folded_length() <= 3;
    let letters = token.is_word() && token.folded_length() <= 6 && {
        let folded = tokens.folded(at);
        folded.len() == 1
            || roman(folded).is_some()
            || is_latin(token.word)
            || folded == "aa"
            || folded == "bb"
    };
    (short || letters).then(|| {
        if token.all_capitals() && letters {
            tokens.written(at).to_owned()
        } else {
            tokens.folded(at).to_owned()
        }
    })
}

/// A number with its steps, from a token on.
pub(super) fn item(tokens: &Tokens, at: usize, abbreviated: bool) -> Option<Item> {
    let (number, mut to, mut misread) = base(tokens, at, abbreviated)?;
    let mut leaves = vec![vec![number]];
    let mut has_steps = false;
    loop {
        if let Some((step, after)) = bracket(tokens, to) {
            leaves.iter_mut().for_each(|leaf| leaf.push(step.clone()));
            to = after;
        } else if tokens.is(to, '.')
            && !tokens.at(to).spaced()
            && glued_step(tokens, to + 1)
            && !is_footnote(tokens, to + 1)
        {
            let step = format!("({})", tokens.folded(to + 1));
            leaves.iter_mut().for_each(|leaf| leaf.push(step.clone()));
            to += 2;
        } else if lone_letter(tokens, to) {
            let step = format!("({})", tokens.folded(to));
            leaves.iter_mut().for_each(|leaf| leaf.push(step.clone()));
            to += 1;
        } else if let Some((steps, after, garbled)) = named_steps(tokens, to) {
            leaves = leaves
                .iter()
                .flat_map(|leaf| steps.iter().map(move |more| [leaf.as_slice(), more].concat()))
                .collect();
            misread |= garbled;
            to = after;
        } else if let Some((_, after)) = ordinal(tokens, to)
            && tokens.is_any(after, "indent sentence subparagraph")
        {
            // *Article 3(3) second indent*
            to = after + 1;
        } else {
            return Some(Item { leaves, to, has_steps, misread });
        }
        has_steps = true;
        if leaves.len() > LONGEST_LIST {
            return Some(Item { leaves, to, has_steps, misread });
        }
    }
}

/// `23 e of the Hague Regulations`: one small letter, and then the instrument.
fn lone_letter(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.at(at);
    token.is_word() && token.folded_length() == 1 && !token.capital() && tokens.is_word(at + 1, w::OF)
}

/// After a full stop without a space: a number, or one letter.
fn glued_step(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.at(at);
    let letter = token.is_word() && token.folded_length() == 1 && !token.capital();
    !token.spaced() && (token.is_number() && token.folded_length() <= 2 || letter)
}

/// *Lieber Code, art 44.2 In 1929 …*, *rule 70(c).89 Consent …*: the number of a footnote, and the next sentence.
fn is_footnote(tokens: &Tokens, at: usize) -> bool {
    const OPENERS: &str = "in the it this these those a an as at by for but he she they we its one on to when while \
        there their such if however yet no not some many most what who since after before both under with";
    let next = tokens.at(at + 1);
    let sentence = next.is_word() && next.capital() && next.spaced();
    let opens = || OPENERS.split_ascii_whitespace().any(|one| one == tokens.folded(at + 1));
    let closed = tokens.is(at - 2, ')') && tokens.at(at).is_number();
    let ends = at + 1 >= tokens.len() || next.begins_line();
    sentence && (opens() || closed) || closed && ends
}

/// `, paragraph 3 (c)`, `(paras. 1 and 2)`, `§ 3`, `, point (a)`: paths below the number.
fn named_steps(tokens: &Tokens, at: usize) -> Option<(Vec<Path>, usize, bool)> {
    let mut from = if tokens.is(at, ',') { at + 1 } else { at };
    // *14, (paras. 1 and 2)*
    let wrapped = tokens.is(from, '(') && is_step(tokens, from + 1);
    if wrapped {
        from += 1;
    }
    // *Article 118, first paragraph*
    if let Some((value, after)) = ordinal(tokens, from)
        && from > at
        && !wrapped
        && is_paragraph(tokens, after)
    {
        return Some((vec![vec![format!("({value})")]], after + 1, false));
    }
    let sign = tokens.is(from, '§');
    if !sign && !is_step(tokens, from) {
        return None;
    }
    let several = if sign { tokens.is(from + 1, '§') } else { is_plural(tokens, from) };
    let mut to =
        if sign { skip_while(tokens, from, |at| tokens.is(at, '§')) } else { past_stop(tokens, from + 1) };
    let abbreviated = tokens.before(to).is('.');
    let mut paths: Vec<Path> = Vec::new();
    let mut misread = false;
    loop {
        let (mut path, after, garbled) = step_value(tokens, to, abbreviated)?;
        misread |= garbled;
        // *paras. 2 and 3 (b), (d) and (g)*
        if let Some(last) = paths.last().filter(|last| last.len() > 1 && tokens.is(to, '(')) {
            path = elided(last, path);
        }
        paths.push(path);
        to = after;
        if !several && !wrapped {
            break;
        }
        let Some((after, range)) = separator(tokens, to) else { break };
        if step_value(tokens, after, abbreviated).is_none() || paths.len() > LONGEST_LIST {
            break;
        }
        if range && let Some((next, _, _)) = step_value(tokens, after, abbreviated) {
            fill(&mut paths, &next);
        }
        to = after;
    }
    if wrapped {
        tokens.is(to, ')').then_some(())?;
        to += 1;
    }
    Some((paths, to, misread))
}

/// `1 (d)`, `(a)`, `j)`, `l` for 1.
pub(super) fn step_value(tokens: &Tokens, at: usize, abbreviated: bool) -> Option<(Path, usize, bool)> {
    let mut path = Vec::new();
    let mut to = at;
    let mut misread = false;
    let token = tokens.at(at);
    // Judgments have more than a thousand paragraphs; what looks like a year is one.
    let short =
        token.folded_length() <= 3 || token.folded_length() == 4 && !(1900..2100).contains(&token.value);
    if token.is_number() && short {
        path.push(format!("({})", token.value));
        to += 1;
    } else if token.is_word() && token.folded_length() == 1 && !token.begins_line() {
        // *paragraph I* and *paragraph l* are scans of *paragraph 1*.
        let bracketed = tokens.is(at + 1, ')');
        let one = tokens.folded(at) == "l" || tokens.folded(at) == "i" && token.capital();
        misread = one && !bracketed && (abbreviated || is_paragraph(tokens, at - 1));
        path.push(if misread { "(1)".to_owned() } else { format!("({})", tokens.folded(at)) });
        to += if tokens.is(at + 1, ')') { 2 } else { 1 };
    }
    while let Some((step, after)) = bracket(tokens, to) {
        path.push(step);
        to = after;
    }
    // *paragraphe 1 d)*
    let letter = tokens.at(to);
    let half = letter.is_word() && letter.folded_length() == 1 && !letter.capital() && tokens.is(to + 1, ')');
    if path.len() == 1 && half && to > at && tokens.before(to).is_number() {
        path.push(format!("({})", tokens.folded(to)));
        to += 2;
    }
    (!path.is_empty()).then_some((path, to, misread))
}

/// What stands between two items of a list: the token after it, and whether it makes a range.
pub(super) fn separator(tokens: &Tokens, at: usize) -> Option<(usize, bool)> {
    let token = tokens.at(at);
    if token.begins_paragraph() {
        return None;
    }
    if token.is(',') || token.is(';') {
        let and = matches!(tokens.at(at + 1).word, w::AND | w::OR);
        return Some((if and { at + 2 } else { at + 1 }, false));
    }
    let others = || tokens.is_any(at, "et y e и та und و");
    if token.is('&') || token.is_word() && (matches!(token.word, w::AND | w::OR) || others()) {
        return Some((at + 1, false));
    }
    (token.is('-') || token.word == w::TO).then_some((at + 1, true))
}

/// Puts what lies between the last path and the next one, both left out.
pub(super) fn fill(paths: &mut Vec<Path>, next: &Path) {
    let Some(last) = paths.last().cloned() else { return };
    if last.len() != next.len() || last[..last.len() - 1] != next[..next.len() - 1] {
        return;
    }
    let inner =
        |path: &Path| path.last().map(|step| step.trim_matches(['(', ')']).to_owned()).unwrap_or_default();
    let (first, end) = (inner(&last), inner(next));
    let bracketed = last.last().is_some_and(|step| step.starts_with('('));
    let letter = |text: &str| match text.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(u32::from(*letter)),
        _ => None,
    };
    let small = bracketed && first.len() + end.len() > 2;
    // Numbers, *(i)–(iii)*, letters: what they count, and how it is written.
    let number = |text: &str| text.parse().ok();
    let (kind, bounds) = match (number(&first), number(&end)) {
        (Some(first), Some(end)) => (0, (Some(first), Some(end))),
        _ if small => (1, (roman(&first), roman(&end))),
        _ => (2, (letter(&first), letter(&end))),
    };
    let (Some(first), Some(end)) = bounds else { return };
    if first >= end || end - first > LONGEST_RANGE {
        return;
    }
    for value in first + 1..end {
        let value = match kind {
            0 => value.to_string(),
            1 => to_roman(value).to_ascii_lowercase(),
            _ => char::from_u32(value).map(String::from).unwrap_or_default(),
        };
        let mut path = last.clone();
        path.pop();
        path.push(if bracketed { format!("({value})") } else { value });
        paths.push(path);
    }
}

/// `100-01` is 100 to 101.
pub(super) fn complete(paths: &[Path], next: &mut Path) {
    let number =
        |path: &Path| path.first().and_then(|step| step.trim_matches(['(', ')']).parse::<u32>().ok());
    let (Some(first), Some(end)) = (paths.last().and_then(number), number(next)) else { return };
    let digits = if end < 10 { 100 } else { 10_u32.pow(end.ilog10() + 1) };
    if end < first && next.len() == 1 {
        let full = first / digits * digits + end;
        if full > first {
            next[0] = format!("({full})");
        }
    }
}

/// What kind of step it is, so that an elided head is kept down to the step of the same kind.
fn class(step: &str) -> u8 {
    let inner = step.trim_matches(['(', ')']);
    match inner.as_bytes() {
        [first, ..] if first.is_ascii_digit() => 0,
        [first] if first.is_ascii_uppercase() => 1,
        [_] => 2,
        _ => 3,
    }
}

/// `(e) (ii)` after `8 (2) (b) (iv)`: the head that is not written again.
pub(super) fn elided(last: &Path, steps: Path) -> Path {
    let first = class(&steps[0]);
    let single = |step: &str| matches!(step, "(i)" | "(v)" | "(x)");
    let same = |step: &String| {
        class(step) == first || class(step) == 3 && single(&steps[0]) || first == 3 && single(step)
    };
    let keep = last.iter().skip(1).rposition(same).map_or(last.len().min(1), |at| at + 1);
    [&last[..keep], &steps].concat()
}
