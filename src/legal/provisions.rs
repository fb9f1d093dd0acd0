//! Articles, paragraphs, chapters: how a place within an instrument is written.

use super::numbers::{month, ordinal, roman, to_roman};
use super::steps::{
    LONGEST_LIST, LONGEST_RANGE, base, bracket, complete, elided, fill, is_paragraph, is_plural, item,
    past_stop, separator, skip_while, step_value,
};

use super::tokens::Tokens;

use super::words::w;

/// What the number counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    /// Article, or a sign for it.
    Article,
    /// Rule.
    Rule,
    /// Principle.
    Principle,
    /// Paragraph: of a resolution, a document, a declaration.
    Paragraph,
    /// Chapter, part, section, annex.
    Division,
    /// The preamble.
    Preamble,
}

/// A place, or a list of places, within some instrument.
#[derive(Clone)]
pub(super) struct Provision {
    /// The first token.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// What is counted.
    pub unit: Unit,
    /// The places, in the order of the text.
    pub locators: Vec<String>,
    /// Of *the same article*: the places are steps below the article named before.
    pub same_article: bool,
    /// The words *common* before it.
    pub common: bool,
    /// A scan had garbled it.
    pub misread: bool,
    /// *of this Convention* is part of it.
    pub itself: bool,
    /// Where a list names its unit again, *Article 4 and Article 8*: the token after the first part, and how many
    /// places are in it.
    pub again: Option<(usize, usize)>,
}

impl Provision {
    /// Places of a unit, and nothing special about them.
    pub fn new(from: usize, to: usize, unit: Unit, locators: Vec<String>) -> Self {
        Self {
            from,
            to,
            unit,
            locators,
            same_article: false,
            common: false,
            misread: false,
            itself: false,
            again: None,
        }
    }

    /// The part of a list before its unit is named again.
    pub fn up_to_again(mut self) -> Self {
        if let Some((to, places)) = self.again.take() {
            self.to = to;
            self.locators.truncate(places);
        }
        self
    }
}

/// A place that begins with a token.
pub(super) fn provision(tokens: &Tokens, at: usize) -> Option<Provision> {
    let token = tokens.at(at);
    if tokens.is_word(at, w::COMMON) {
        // *Common Article 3, Article 4 of Protocol II*: another article begins.
        let found = provision(tokens, at + 1).filter(|found| found.unit == Unit::Article)?;
        let found = found.up_to_again();
        return Some(Provision { from: at, common: true, ..found });
    }
    // *CA3*
    if token.all_capitals() && tokens.folded(at) == "ca" && tokens.at(at + 1).value == 3 {
        let short = |at: usize| tokens.at(at).all_capitals() && tokens.is_any(at, "ap gc ihl niac");
        let spoken = || (at.saturating_sub(12)..at + 14).any(short);
        let glued =
            (!tokens.at(at + 1).spaced() || spoken()) && !tokens.is(at + 2, '/') && !tokens.is(at + 2, '-');
        let place = simple(at, at + 2, Unit::Article, "3");
        return glued.then_some(Provision { common: true, ..place });
    }
    if token.is('§') || token.is('¶') {
        return paragraphs(tokens, at, skip_while(tokens, at, |next| tokens.at(next).kind == token.kind));
    }
    if !token.is_word() && !token.is_number() {
        return None;
    }
    if let Some((value, after)) = ordinal(tokens, at)
        && is_paragraph(tokens, after)
    {
        return within(tokens, at, after + 1, &[format!("({value})")]);
    }
    match token.word {
        // *(preamble and art. 8)*
        w::PREAMBLE
            if tokens.is_word(at + 1, w::AND)
                && matches!(tokens.at(at + 2).word, w::ARTICLE | w::ARTICLES | w::ART | w::ARTS) =>
        {
            let mut found = numbered(tokens, at + 2, Unit::Article)?;
            found.from = at;
            found.locators.insert(0, "preamble".to_owned());
            Some(found)
        }
        w::PREAMBLE => Some(simple(at, at + 1, Unit::Preamble, "preamble")),
        w::PREAMBULAR if is_paragraph(tokens, at + 1) => {
            let mut found = paragraphs(tokens, at, at + 2)?;
            found.locators.iter_mut().for_each(|locator| *locator = format!("preamble({locator})"));
            Some(found)
        }
        w::OPERATIVE if is_paragraph(tokens, at + 1) => paragraphs(tokens, at, at + 2),
        w::OP if token.all_capitals() => paragraphs(tokens, at, at + 1),
        w::ARTICLE | w::ARTICLES | w::ART | w::ARTS => {
            let mut found = numbered(tokens, at, Unit::Article)?;
            // *Article 41 of Chapter VII of the Charter*
            if matches!(tokens.at(found.to).word, w::OF | w::IN)
                && let from = found.to + 1 + usize::from(tokens.is_word(found.to + 1, w::THE))
                && let Some(outer) = division(tokens, from)
            {
                let annex = outer.locators[0].starts_with("annex") && tokens.is_word(outer.to, w::TO);
                if annex {
                    // *Article XII of the Annex to the Statute*
                    let outer = &outer.locators[0];
                    found.locators.iter_mut().for_each(|one| *one = format!("{outer}.{one}"));
                    found.unit = Unit::Division;
                }
                if annex || tokens.is_word(outer.to, w::OF) {
                    found.to = outer.to;
                }
            }
            Some(found)
        }
        w::RULE | w::RULES => numbered(tokens, at, Unit::Rule),
        w::PRINCIPLE | w::PRINCIPLES => numbered(tokens, at, Unit::Principle),
        w::SECTION..=w::ANNEXES => division(tokens, at),
        _ if is_paragraph(tokens, at) || matches!(token.word, w::POINT | w::POINTS) => {
            paragraphs(tokens, at, at + 1)
        }
        _ => None,
    }
}

fn simple(from: usize, to: usize, unit: Unit, locator: &str) -> Provision {
    Provision::new(from, to, unit, vec![locator.to_owned()])
}

/// Articles, rules, principles.
fn numbered(tokens: &Tokens, at: usize, unit: Unit) -> Option<Provision> {
    let plural = is_plural(tokens, at);
    let start = past_stop(tokens, at + 1);
    let first = item(tokens, start, tokens.before(start).is('.'))?;
    // *which article I like best*; *these Principles*, and the number of the next paragraph; *article L 415-11*, of a French code
    let before = at.wrapping_sub(1);
    let pronoun = tokens.is_any(before, "which what every each") && tokens.folded(start) == "i";
    let those = unit != Unit::Article && tokens.is_any(before, "these those");
    let code = tokens.is_any(start, "l d") && tokens.at(start + 1).is_number();
    if pronoun || those || code || month(tokens, first.to).is_some() {
        return None;
    }
    let (mut paths, mut to, mut misread) = (first.leaves, first.to, first.misread);
    // After *article* in the singular a plain number goes on the list only if an instrument follows.
    let mut strong = (paths.len(), to);
    let mut again_at = None;
    while paths.len() < LONGEST_LIST
        && let Some((mut after, range)) = separator(tokens, gloss(tokens, to, plural))
    {
        if let Some((step, mut end)) = bracket(tokens, after)
            && let Some(last) = paths.last().cloned()
            && last.len() > 1
            && (tokens.at(after).spaced() || !tokens.before(after).is(','))
        {
            let mut steps = vec![step];
            while let Some((step, after)) = bracket(tokens, end) {
                steps.push(step);
                end = after;
            }
            let next = elided(&last, steps);
            if range {
                fill(&mut paths, &next);
            }
            paths.push(next);
            to = end;
            strong = (paths.len(), to);
            continue;
        }
        let unit_word = |at: usize| matches!(tokens.at(at).word, w::ARTICLE | w::ARTICLES | w::ART | w::ARTS);
        // *of Article 6 § 1 and of Article 13 of the Convention*
        if tokens.is_word(after, w::OF) && unit_word(after + 1) && tokens.is_word(at.wrapping_sub(1), w::OF) {
            after += 1;
        }
        let again = unit_word(after) && unit == Unit::Article;
        // A semicolon before another *art.* ends the list: another instrument may begin.
        if again && tokens.is(to, ';') {
            break;
        }
        if again {
            again_at = again_at.or(Some((to, paths.len())));
            after = past_stop(tokens, after + 1);
        }
        let Some(next) = item(tokens, after, again && tokens.before(after).is('.')) else { break };
        if month(tokens, next.to).is_some() || tokens.at(after).begins_line() && tokens.is(next.to, '.') {
            break;
        }
        if range && let Some(leaf) = next.leaves.first() {
            fill(&mut paths, leaf);
        }
        let firm = plural || next.has_steps || range || again;
        paths.extend(next.leaves);
        misread |= next.misread;
        to = next.to;
        if firm {
            strong = (paths.len(), to);
        }
    }
    let of = if tokens.is(to, ',') { to + 1 } else { to };
    let goes_on = matches!(tokens.at(of).word, w::OF | w::IN | w::TO) || tokens.is(to, ')');
    if !goes_on {
        paths.truncate(strong.0);
        to = strong.1;
    }
    let locators = paths.iter().map(|path| path.concat()).collect();
    // *Guiding Principle 17*, *Basic Principles 9 to 11*
    let adjective = unit == Unit::Principle
        && tokens.at(at).capital()
        && tokens.before(at).capital()
        && at > 0
        && matches!(tokens.folded(at - 1), "guiding" | "basic");
    // *den gemeinsamen Artikel 3*
    let shared = unit == Unit::Article && tokens.folded(at.saturating_sub(1)).starts_with("gemeinsame");
    let at = if adjective || shared { at - 1 } else { at };
    Some(Provision { misread, again: again_at, ..Provision::new(at, to, unit, locators) })
}

/// *Articles 2 (right to life), 3 (prohibition of torture) and 13*: the token after such words.
fn gloss(tokens: &Tokens, at: usize, plural: bool) -> usize {
    let first = tokens.at(at + 1);
    if !plural || !tokens.is(at, '(') || !first.is_word() || first.capital() || first.folded_length() < 3 {
        return at;
    }
    let close = (at + 2..at + 14).find(|at| tokens.is(*at, ')'));
    let goes_on =
        |close: &usize| separator(tokens, close + 1).is_some_and(|(next, _)| tokens.at(next).is_number());
    close.filter(goes_on).map_or(at, |close| close + 1)
}

/// Paragraphs, the list beginning with token `start`; of an article, if one follows.
fn paragraphs(tokens: &Tokens, at: usize, start: usize) -> Option<Provision> {
    let mut to = past_stop(tokens, start);
    let abbreviated = tokens.before(to).is('.');
    let (mut first, after, mut misread) = step_value(tokens, to, abbreviated)?;
    if month(tokens, after).is_some() {
        return None;
    }
    to = after;
    if let Some((decimal, after)) = decimal(tokens, to) {
        first[0] = first[0].replace(')', &decimal) + ")";
        to = after;
    }
    let plural = is_plural(tokens, start - 1)
        || !tokens.at(at).is_word() && tokens.at(at + 1).kind == tokens.at(at).kind;
    let mut paths = vec![first];
    // *A/74/148, para. 48–50*
    let (dash, last) = (tokens.at(to), tokens.at(to + 1));
    let range = dash.is('-') && !last.spaced() && tokens.before(to).is_number() && last.is_number();
    let plural = plural || abbreviated && range && last.value > tokens.before(to).value;
    while plural && paths.len() < LONGEST_LIST {
        let Some((after, range)) = separator(tokens, to) else { break };
        if let Some((step, end)) = bracket(tokens, after) {
            let next = elided(&paths[paths.len() - 1], vec![step]);
            paths.push(next);
            to = end;
            continue;
        }
        let Some((mut next, mut end, garbled)) = step_value(tokens, after, abbreviated) else { break };
        if let Some((decimal, after)) = decimal(tokens, end) {
            next[0] = next[0].replace(')', &decimal) + ")";
            end = after;
        }
        if range {
            complete(&paths, &mut next);
        }
        if tokens.at(after).is_word() || month(tokens, end).is_some() {
            break;
        }
        if range {
            fill(&mut paths, &next);
        }
        paths.push(next);
        misread |= garbled;
        to = end;
    }
    let steps: Vec<_> = paths.iter().map(|path| path.concat()).collect();
    if let Some(found) = within(tokens, at, to, &steps) {
        return Some(found);
    }
    let locator = |steps: &String| {
        let (first, rest) = steps.split_once(')').unwrap_or((steps, ""));
        first.trim_start_matches('(').to_owned() + rest
    };
    let locators = steps.iter().map(locator).collect();
    Some(Provision { misread, ..Provision::new(at, to, Unit::Paragraph, locators) })
}

/// `.4` of *para. 10.4*, as the views of committees count.
fn decimal(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let (stop, number) = (tokens.at(at), tokens.at(at + 1));
    let fits = stop.is('.') && !stop.spaced() && number.is_number() && !number.spaced();
    let counted = tokens.before(at).is_number() && number.folded_length() <= 2;
    (fits && counted).then(|| {
        let (more, to) = decimal(tokens, at + 2).unwrap_or((String::new(), at + 2));
        (format!(".{}{more}", number.value), to)
    })
}

/// Steps that stand before their article: `paragraph 2 of article 4`, `point (c) of the first paragraph of
/// Article 5`, `paragraph 2 of the same article`.
fn within(tokens: &Tokens, at: usize, to: usize, steps: &[String]) -> Option<Provision> {
    let to = if tokens.is(to, ',') { to + 1 } else { to };
    // A genitive needs no *of*: пункт 4 статьи 2.
    let genitive = tokens.at(to).word == w::ARTICLE && !tokens.written(to).is_ascii();
    (genitive || tokens.is_word(to, w::OF)).then_some(())?;
    let next = if genitive { to } else { to + 1 };
    if matches!(tokens.at(next).word, w::THE | w::THAT) {
        let same = if tokens.is_word(next + 1, w::SAME) { next + 2 } else { next + 1 };
        let article = tokens.is_word(same, w::ARTICLE) && base(tokens, same + 1, false).is_none();
        if article && (same > next + 1 || tokens.is_word(next, w::THAT)) {
            let locators = steps.to_vec();
            return Some(Provision {
                from: at,
                to: same + 1,
                unit: Unit::Article,
                locators,
                same_article: true,
                common: false,
                misread: false,
                itself: false,
                again: None,
            });
        }
    }
    let next = if tokens.is_word(next, w::THE) { next + 1 } else { next };
    let found = provision(tokens, next).filter(|found| found.unit == Unit::Article && !found.same_article)?;
    let locators = found
        .locators
        .iter()
        .flat_map(|base| steps.iter().map(move |step| format!("{base}{step}")))
        .collect();
    Some(Provision { from: at, locators, ..found })
}

/// Chapters, parts, sections, annexes: from the outside in, whichever way they are written.
fn division(tokens: &Tokens, at: usize) -> Option<Provision> {
    let word = tokens.at(at).word;
    (w::SECTION..=w::ANNEXES).contains(&word).then_some(())?;
    let name = match word {
        w::SECTION | w::SECTIONS => "section",
        w::CHAPTER | w::CHAPTERS => "chapter",
        w::PART | w::PARTS => "part",
        w::TITLE => "title",
        _ => "annex",
    };
    let Some((first, mut to)) = division_number(tokens, at + 1) else {
        let annex = (word == w::ANNEX).then(|| simple(at, at + 1, Unit::Division, "annex"))?;
        return Some(with_paragraphs(tokens, annex));
    };
    let mut values = vec![first];
    while is_plural(tokens, at)
        && let Some((after, range)) = separator(tokens, to)
        && let Some((next, end)) = division_number(tokens, after)
    {
        if range && let (Some(first), Some(end)) = (values.last().and_then(|v| roman(v)), roman(&next)) {
            values.extend((first + 1..end.min(first + LONGEST_RANGE)).map(to_roman));
        }
        values.push(next);
        to = end;
    }
    let mut locators: Vec<_> = values.iter().map(|value| format!("{name}-{value}")).collect();
    let of = if tokens.is(to, ',') { to + 1 } else { to };
    if name != "annex"
        && tokens.is_word(of, w::OF)
        && let Some(outer) = division(tokens, if tokens.is_word(of + 1, w::THE) { of + 2 } else { of + 1 })
    {
        locators = inside(&outer.locators[0], &locators);
        to = outer.to;
    } else if name == "part" || name == "annex" || name == "chapter" {
        let inner = if tokens.is(to, ',') { to + 1 } else { to };
        if (w::SECTION..=w::PARTS).contains(&tokens.at(inner).word)
            && let Some(inner) = division(tokens, inner)
            && locators.len() == 1
        {
            locators = inside(&locators[0], &inner.locators);
            to = inner.to;
        }
    }
    let found = Provision::new(at, to, Unit::Division, locators);
    Some(if name == "annex" { with_paragraphs(tokens, found) } else { found })
}

/// *annex, paras. 3 (b) and 4*
fn with_paragraphs(tokens: &Tokens, annex: Provision) -> Provision {
    let list = annex.to + 2;
    let fits = tokens.is(annex.to, ',') && matches!(tokens.at(annex.to + 1).word, w::PARA | w::PARAS);
    let inner = fits.then(|| paragraphs(tokens, annex.to + 1, list)).flatten();
    let Some(inner) = inner.filter(|_| annex.locators.len() == 1) else { return annex };
    Provision::new(annex.from, inner.to, Unit::Division, inside(&annex.locators[0], &inner.locators))
}

/// The locators of places within a division, from the outside in.
fn inside(outer: &str, inner: &[String]) -> Vec<String> {
    inner.iter().map(|inner| format!("{outer}.{inner}")).collect()
}

/// The number of a chapter, in roman; a single capital letter stays one.
fn division_number(tokens: &Tokens, at: usize) -> Option<(String, usize)> {
    let token = tokens.at(at);
    if token.begins_paragraph() {
        return None;
    }
    if token.is_number() && (1..100).contains(&token.value) && !tokens.is(at + 1, '/') {
        return Some((to_roman(token.value), at + 1));
    }
    let letters = token.is_word() && token.all_capitals() && !tokens.is(at + 1, '/');
    let fits = letters && (roman(tokens.folded(at)).is_some() || token.folded_length() == 1);
    fits.then(|| (tokens.folded(at).to_ascii_uppercase(), at + 1))
}
