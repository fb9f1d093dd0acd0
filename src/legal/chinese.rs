//! Articles in Chinese: `第十九條至第二十三條`, `第十一、十四、十五各條`, `第三十條第四項（乙）款`.

use super::found::{Found, Generic, What};
use super::names::Mode;
use super::numbers::{han_number, to_roman};
use super::provisions::{Provision, Unit};
use super::titles::unmeant;
use super::tokens::Tokens;
use super::words::w;

/// The longest range that is written out.
const LONGEST_RANGE: u32 = 200;

/// True for one of these words or marks.
fn is(tokens: &Tokens, at: usize, any: &str) -> bool {
    tokens.is_any(at, any) || any.chars().any(|mark| mark != ' ' && tokens.is(at, mark))
}

fn is_article(tokens: &Tokens, at: usize) -> bool {
    is(tokens, at, "条")
}

/// What stands before the document's own articles: `本公約`.
pub(super) fn itself(tokens: &Tokens, at: usize) -> Option<usize> {
    let of = |back: usize| at.checked_sub(back).filter(|from| is(tokens, *from, "本"));
    if of(3).is_some() && is(tokens, at - 2, "公 宪 规 盟 宣") {
        return of(3);
    }
    of(4).filter(|_| is(tokens, at - 3, "议"))
}

/// A place that begins with a token, with `本公約` before it; whether it is the document's own. `parts` says
/// that the document has parts above its sections.
pub(super) fn provision(tokens: &Tokens, at: usize, parts: bool) -> Option<(Provision, bool)> {
    let annex = is(tokens, at, "附") && is(tokens, at + 1, "件");
    if annex {
        let from = itself(tokens, at)?;
        return Some((make(from, at + 2, Unit::Division, vec!["annex".to_owned()], true), true));
    }
    if !is(tokens, at, "第") {
        return None;
    }
    let (first, to) = han_number(tokens, at + 1)?;
    let own = itself(tokens, at);
    // 各公約共同第二條
    let shared = at > 1 && is(tokens, at - 1, "同") && is(tokens, at - 2, "共");
    let from = if shared { at - 2 } else { own.unwrap_or(at) };
    if let Some(found) = division(tokens, from, first, to, parts) {
        return Some((found, own.is_some()));
    }
    let mut numbers = vec![first];
    let mut to = to;
    let mut closed = is_article(tokens, to);
    let mut steps: Vec<String> = Vec::new();
    if closed {
        to += 1;
        steps = read_steps(tokens, &mut to);
    }
    let mut locators: Vec<String> = Vec::new();
    let push = |locators: &mut Vec<String>, number: u32, steps: &[String]| {
        if steps.is_empty() {
            locators.push(number.to_string());
        }
        locators.extend(steps.iter().map(|step| format!("{number}{step}")));
    };
    push(&mut locators, first, &steps);
    let mut end = if closed { to } else { 0 };
    let mut kept = if closed { locators.len() } else { 0 };
    while numbers.len() < 200 {
        if tokens.is(to, ',') && is(tokens, to + 1, "及 与 和 或") && is(tokens, to + 2, "第") {
            to += 1;
        }
        let range = is(tokens, to, "至");
        let list = range || is(tokens, to, "、 及 与 和 或 ,");
        if !list || tokens.at(to).begins_paragraph() {
            break;
        }
        let prefix = is(tokens, to + 1, "第");
        // 第二十九條至三十六條
        if closed && !prefix && !range {
            break;
        }
        let Some((next, mut after)) = han_number(tokens, if prefix { to + 2 } else { to + 1 }) else { break };
        let mut joined = Vec::new();
        if is(tokens, after, "各 兩 两 等") && is_article(tokens, after + 1) {
            after += 1;
        }
        let article = is_article(tokens, after);
        if article {
            after += 1;
            joined = read_steps(tokens, &mut after);
        } else if closed {
            break;
        }
        if range && let Some(last) = numbers.last() {
            locators.extend((last + 1..next.min(last + LONGEST_RANGE)).map(|number| number.to_string()));
        }
        numbers.push(next);
        push(&mut locators, next, &joined);
        to = after;
        if article {
            closed = true;
            end = to;
            kept = locators.len();
        }
    }
    locators.truncate(kept);
    if end == 0 {
        return None;
    }
    // A heading: the article alone on its line, or with a title after a space.
    let begins = tokens.at(from).begins_line() && locators.len() == 1;
    if begins && own.is_none() && (tokens.at(end).spaced() || end >= tokens.len()) {
        return None;
    }
    let place = make(from, end, Unit::Article, locators, own.is_some());
    Some((Provision { common: shared, ..place }, own.is_some()))
}

/// The English noun for that which a Chinese name ends with, before a token: 公約, 宣言.
pub(super) fn noun_before(tokens: &Tokens, to: usize) -> u16 {
    const NOUNS: &[(&str, u16)] = &[
        ("公约", w::CONVENTION),
        ("盟约", w::COVENANT),
        ("宣言", w::DECLARATION),
        ("宪章", w::CHARTER),
        ("规约", w::STATUTE),
        ("定书", w::PROTOCOL),
    ];
    let Some(from) = to.checked_sub(2) else { return 0 };
    let (first, last) = (tokens.folded(from), tokens.folded(to - 1));
    if last.is_ascii() {
        return 0;
    }
    let fits = |noun: &&(&str, u16)| noun.0.strip_prefix(first) == Some(last);
    NOUNS.iter().find(fits).map_or(0, |noun| noun.1)
}

/// 該宣言: what was named last by that noun. 《公約》: what the document calls so. 第四公約: that of Geneva.
pub(super) fn generic(tokens: &Tokens, at: usize) -> Option<Found> {
    if tokens.written(at).is_ascii() {
        return None;
    }
    if is(tokens, at, "第") {
        let (number, noun) = han_number(tokens, at + 1).filter(|(number, _)| *number < 5)?;
        let generic = Generic { head: w::CONVENTION, ordinals: vec![number], ..Generic::default() };
        let found = Found { from: at, to: noun + 2, what: What::Generic(generic) };
        return (noun_before(tokens, noun + 2) == w::CONVENTION).then_some(found);
    }
    let near = is(tokens, at, "该 該");
    (near || tokens.is(at, '《')).then_some(())?;
    let to = (at + 3..at + 5).find(|to| noun_before(tokens, *to) != 0)?;
    let head = noun_before(tokens, to);
    let from = if head == w::PROTOCOL { to - 3 } else { to - 2 };
    let fits = near || from == at + 1 && tokens.is(to, '》');
    let generic = Generic { head, near, ..Generic::default() };
    fits.then_some(Found { from, to, what: What::Generic(generic) })
}

/// 《消除對婦女歧視宣言》: a title that the table does not hold.
pub(super) fn title(tokens: &Tokens, open: usize) -> Option<Found> {
    let to = (open + 1..open + 40).find(|at| tokens.is(*at, '》')).filter(|to| *to > open + 4)?;
    let head = noun_before(tokens, to);
    let mode = if head == w::DECLARATION { Mode::OutsideSoft } else { Mode::OutsideTreaty };
    (head != 0).then(|| unmeant(mode, head, None, open + 1, to))
}

fn make(from: usize, to: usize, unit: Unit, locators: Vec<String>, itself: bool) -> Provision {
    Provision { itself, ..Provision::new(from, to, unit, locators) }
}

/// True behind the name of something else: 條約第四十四條.
pub(super) fn is_of_another(tokens: &Tokens, at: usize) -> bool {
    let treaty = at > 1 && is(tokens, at - 1, "约") && is(tokens, at - 2, "条");
    (treaty || noun_before(tokens, at) != 0) && !tokens.at(at).begins_line()
}

/// `第四項（乙）款`, `第二項或第三項`: the steps below an article.
fn read_steps(tokens: &Tokens, to: &mut usize) -> Vec<String> {
    let mut steps = Vec::new();
    let step = |at: usize| {
        let (number, after) = is(tokens, at, "第").then(|| han_number(tokens, at + 1)).flatten()?;
        is(tokens, after, "项 款 段").then_some((number, after + 1))
    };
    while let Some((number, after)) = step(*to) {
        let mut path = format!("({number})");
        *to = after;
        if tokens.is(after, '(') && tokens.is(after + 2, ')') {
            let letter = tokens.folded(after + 1);
            if let Some(at) = "甲 乙 丙 丁 戊 己 庚 辛".split(' ').position(|one| one == letter) {
                path.push_str(&format!("({})", (b'a' + at as u8) as char));
                *to = if is(tokens, after + 3, "款 项") { after + 4 } else { after + 3 };
            }
        }
        steps.push(path);
        if !(is(tokens, *to, "或 及 、 和 与") && step(*to + 1).is_some()) {
            break;
        }
        *to += 1;
    }
    steps
}

/// `第三部第四編`, `第二編及第三編`.
fn division(tokens: &Tokens, from: usize, first: u32, to: usize, parts: bool) -> Option<Provision> {
    let name = |at: usize| {
        if is(tokens, at, "部") {
            Some("part")
        } else if is(tokens, at, "章") {
            Some("chapter")
        } else if is(tokens, at, "编") {
            // Below parts it is a section.
            Some(if parts { "section" } else { "part" })
        } else {
            None
        }
    };
    let outer = name(to).filter(|_| !is(tokens, to + 1, "分 门"))?;
    let own = tokens.folded(from) == "本";
    if tokens.at(from).begins_line() && !own {
        return None;
    }
    let head = format!("{outer}-{}", to_roman(first));
    let mut locators = vec![head.clone()];
    let mut end = to + 1;
    let next = |at: usize| {
        let (number, after) = is(tokens, at, "第").then(|| han_number(tokens, at + 1)).flatten()?;
        name(after).map(|name| (format!("{name}-{}", to_roman(number)), after + 1))
    };
    if let Some((inner, after)) = next(end) {
        return Some(make(from, after, Unit::Division, vec![format!("{head}.{inner}")], own));
    }
    while is(tokens, end, "及 、 和 与 或")
        && let Some((another, after)) = next(end + 1)
    {
        locators.push(another);
        end = after;
    }
    Some(make(from, end, Unit::Division, locators, own))
}

/// Where a name begins if a date in Chinese before it is counted in: `１９４９年８月１２日`.
pub(super) fn with_date(tokens: &Tokens, at: usize) -> (usize, Option<u32>) {
    let dated = |at: usize| tokens.at(at).is_number() || is(tokens, at, "年 月 日 或 和 及");
    let mut from = at;
    while from > 0 && at - from < 16 && dated(from - 1) {
        from -= 1;
    }
    while from < at && !(tokens.at(from).is_number() && is(tokens, from + 1, "年")) {
        from += 1;
    }
    // Two dates are two instruments.
    let years = (from..at).filter(|at| is(tokens, *at, "年")).count();
    let year = (from < at && years == 1).then(|| tokens.at(from).value);
    (from, year.filter(|year| (1800..2100).contains(year)))
}
