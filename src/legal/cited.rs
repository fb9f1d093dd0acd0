//! Cases by name, and what repeats them: *Selmouni, cited above, § 87*.

use super::courts::{Named, named, with_places};
use super::found::{Found, What};
use super::provisions::{Unit, provision};
use super::reference::Form;
use super::title_words::is_in;
use super::tokens::Tokens;
use super::words::w;

/// A case that was cited: the tokens of its parties, its numbers, its year.
struct Known {
    first: (usize, usize),
    second: (usize, usize),
    ids: Vec<String>,
    year: Option<u32>,
    /// What it is called from then on: *(“Tadić Appeal Judgement”)*.
    called: (usize, usize),
}

impl Known {
    /// The party that it is called by: the accused, if it is a prosecutor's.
    fn name(&self, tokens: &Tokens) -> (usize, usize) {
        let prosecuted = tokens.folded(self.first.0) == "prosecutor" && self.first.1 == self.first.0 + 1;
        if prosecuted { self.second } else { self.first }
    }

    /// Where its first person's name ends: without *and Others*.
    fn person(&self, tokens: &Tokens) -> usize {
        let (first, last) = self.name(tokens);
        (first..last).find(|at| tokens.is_word(*at, w::AND)).unwrap_or(last)
    }
}

/// So far before *both cited above* the first of the two stands, in tokens.
const TOGETHER: usize = 40;

/// So many cases are remembered.
const MANY: usize = 500;

/// Cases by name, in the order of the text and apart from each other.
pub(super) fn cases(tokens: &Tokens) -> Vec<Found> {
    let mut cases: Vec<Found> = Vec::new();
    let mut known: Vec<Known> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for at in tokens.spots.versus.iter().copied() {
        if tokens.is_word(at, w::CITED) && matches!(tokens.before(at).word, w::BOTH) {
            let from = cases.last().map_or(0, |last| last.to).max(at.saturating_sub(TOGETHER));
            cases.extend(together(tokens, from, at, &known));
            continue;
        }
        let one = match tokens.at(at).word {
            w::V | w::VS => full(tokens, at, &mut known),
            w::CITED if tokens.is_word(at + 1, w::ABOVE) => short(tokens, at, &known),
            w::JUDGMENT | w::JUDGEMENT => by_stage(tokens, at, &known),
            w::AL => by_accused(tokens, at, &known),
            _ => None,
        };
        if let Some(one) = one.filter(|one| cases.last().is_none_or(|last| last.to <= one.from)) {
            let named = |one: &Found| match &one.what {
                What::Document(document) => {
                    document.said.candidates.iter().all(|one| one.id.starts_with("case:"))
                }
                _ => false,
            };
            if tokens.is_word(at, w::CITED) && named(&one) {
                open.push(cases.len());
            }
            cases.push(one);
        }
    }
    // The full citation may stand behind.
    let mut names: Vec<(&str, &str)> = Vec::new();
    for one in known.iter().filter(|one| one.ids.len() == 1 && !open.is_empty()) {
        let (first, last) = one.name(tokens);
        names.extend(
            [last, one.person(tokens)].map(|end| (tokens.written_span(first, end), one.ids[0].as_str())),
        );
    }
    for one in open {
        let What::Document(document) = &mut cases[one].what else { continue };
        for candidate in &mut document.said.candidates {
            let name = candidate.id.strip_prefix("case:").unwrap_or_default();
            if let Some((_, id)) = names.iter().find(|(known, _)| *known == name) {
                candidate.id = (*id).to_owned();
            }
        }
    }
    cases
}

/// A case with both parties; one that was cited before with its number keeps that.
fn full(tokens: &Tokens, at: usize, known: &mut Vec<Known>) -> Option<Found> {
    let Named { mut found, first, second } = named(tokens, at)?;
    let What::Document(document) = &mut found.what else { return None };
    let year = document.said.year;
    let before = known.iter().rev().find(|one| {
        let apart = one.year.zip(year).is_some_and(|(one, year)| one != year);
        !apart && equal(tokens, one.first, first) && equal(tokens, one.second, second)
    });
    // A document that is cited as what it is itself: *Judgment, 15 July 1999*.
    if let Some(before) = before
        && let [id] = before.ids.as_slice()
        && document.said.candidates.iter().all(|one| one.id.starts_with("case:"))
    {
        document.said.candidates.iter_mut().for_each(|one| one.id = id.clone());
        document.said.form = Form::Short;
    } else if known.len() < MANY {
        let mut ids: Vec<String> = document.said.candidates.iter().map(|one| one.id.clone()).collect();
        ids.dedup();
        let called = definition(tokens, found.to).unwrap_or((0, 0));
        known.push(Known { first, second, ids, year, called });
    }
    Some(found)
}

/// The name between quotation marks in the bracket behind a case: *(“Tadić Appeal Judgement”)*.
fn definition(tokens: &Tokens, at: usize) -> Option<(usize, usize)> {
    let quote = |at: &usize| tokens.is(*at, '"') || tokens.is(*at, '\'');
    let open = tokens.is(at, '(').then(|| (at + 1..at + 4).find(quote)).flatten()?;
    let close = (open + 2..open + 10).find(quote).filter(|close| tokens.is(close + 1, ')'))?;
    Some((open + 1, close))
}

/// `Tadić Appeal Judgement, para. 98`: a judgment by the accused and its stage, if a paragraph follows or the case was
/// cited.
fn by_stage(tokens: &Tokens, at: usize, known: &[Known]) -> Option<Found> {
    let stage = at.checked_sub(1).filter(|stage| tokens.at(*stage).capital() && tokens.at(at).capital())?;
    let letter = match tokens.folded(stage) {
        "appeal" | "appeals" => "-A",
        "trial" | "sentencing" => "-T",
        _ => return None,
    };
    // No words that any judgment could have before it: *Final Appeal Judgement*.
    let name = |at: usize| {
        let token = tokens.at(at);
        let own = token.word == 0 && token.capital() && token.folded_length() > 2 && !token.all_capitals();
        own && !is_in(
            "impugned contempt defence prosecution chamber final main joint entire",
            tokens.folded(at),
        )
    };
    let others = tokens.before(stage).is('.') && tokens.is_word(stage.saturating_sub(2), w::AL);
    let mut from = if others { stage.checked_sub(3)? } else { stage };
    while from > 0
        && (name(from - 1)
            || from < stage && tokens.before(from).word == w::AND && name(from.saturating_sub(2)))
    {
        from -= 1;
    }
    (from < stage && name(from) && !tokens.before(from).is('\'') && !tokens.before(from).is('"'))
        .then_some(())?;
    let defined = known.iter().rev().find(|one| equal(tokens, one.called, (from, at + 1)));
    let cited = known.iter().rev().find(|one| {
        called(tokens, stage, one) == Some(from) && one.ids.len() == 1 && one.ids[0].ends_with(letter)
    });
    let place = tokens.is(at + 1, ',').then(|| provision(tokens, at + 2)).flatten();
    let place = place.filter(|place| place.unit == Unit::Paragraph);
    let (to, places) = place.map_or((at + 1, Vec::new()), |place| (place.to, place.locators));
    if let Some(one) = defined.or(cited) {
        return Some(shortly(from, to, &one.ids, &places));
    }
    (to > at + 1)
        .then(|| shortly(from, to, &[format!("case:{}", tokens.written_span(from, at + 1))], &places))
}

/// `The Appeals Chamber in Bemba et al. held`: a case by the accused.
fn by_accused(tokens: &Tokens, at: usize, known: &[Known]) -> Option<Found> {
    let end = at.checked_sub(1).filter(|et| tokens.is_word(*et, w::ET))?;
    let mut from = end;
    while from > 0 && from + 3 > end && tokens.before(from).capital() && tokens.before(from).word != w::IN {
        from -= 1;
    }
    let chamber = from > 1 && tokens.is_word(from - 1, w::IN) && tokens.folded(from - 2) == "chamber";
    let to = if tokens.is(at + 1, '.') { at + 2 } else { at + 1 };
    // *Smith et al. (2010)* is a book.
    let book = tokens.is(to, '(') || tokens.is(to, ',');
    (chamber && from < end && !book).then_some(())?;
    let cited = known.iter().rev().find(|one| {
        let (first, last) = one.name(tokens);
        equal(tokens, (first, last.min(first + at + 1 - from)), (from, at + 1))
    });
    let named = [format!("case:{}", tokens.written_span(from, to))];
    Some(shortly(from, to, cited.map_or(&named[..], |one| &one.ids), &[]))
}

/// True where two stretches of tokens read the same.
fn equal(tokens: &Tokens, a: (usize, usize), b: (usize, usize)) -> bool {
    let same = |at: usize| {
        tokens.folded(a.0 + at) == tokens.folded(b.0 + at)
            && tokens.at(a.0 + at).kind == tokens.at(b.0 + at).kind
    };
    a.1 - a.0 == b.1 - b.0 && (0..a.1 - a.0).all(same)
}

/// Where the name begins that ends before a token, if a case is called so: by its party in full, without *and Others*,
/// or by the family name.
fn called(tokens: &Tokens, end: usize, one: &Known) -> Option<usize> {
    let (first, last) = one.name(tokens);
    let person = one.person(tokens);
    let names = [(first, last), (first, person), (person.saturating_sub(1), person)];
    names.into_iter().find_map(|name| {
        let from = end.checked_sub(name.1.saturating_sub(name.0))?;
        (name.1 > name.0 && equal(tokens, name, (from, end))).then_some(from)
    })
}

/// `Selmouni, cited above, § 87`, `Merabishvili (cited above, § 291)`.
fn short(tokens: &Tokens, at: usize, known: &[Known]) -> Option<Found> {
    let mark = tokens.before(at);
    let wrapped = mark.is('(');
    (wrapped || mark.is(',')).then_some(())?;
    let end = at - 1;
    let (from, ids) = recalled(tokens, end, known)?;
    let mut to = at + 2;
    let mut places = Vec::new();
    if tokens.is(to, ',')
        && let Some(place) = provision(tokens, to + 1).filter(|place| place.unit == Unit::Paragraph)
    {
        places = place.locators;
        to = place.to;
    }
    if wrapped && tokens.is(to, ')') {
        to += 1;
    }
    Some(shortly(from, to, &ids, &places))
}

/// Where the name begins that ends before a token, and the ids of the case that is called so.
fn recalled(tokens: &Tokens, end: usize, known: &[Known]) -> Option<(usize, Vec<String>)> {
    let cited = known.iter().rev().find_map(|one| Some((called(tokens, end, one)?, one.ids.clone())));
    cited.or_else(|| by_name(tokens, end, known))
}

/// `Menchinskaya, §§ 36 and 37, and Korolev, § 37, both cited above`.
fn together(tokens: &Tokens, from: usize, at: usize, known: &[Known]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for end in (from..at).filter(|end| tokens.is(*end, ',') && tokens.is(end + 1, '§')) {
        let place = provision(tokens, end + 1).filter(|place| place.unit == Unit::Paragraph);
        if let (Some((first, ids)), Some(place)) = (recalled(tokens, end, known), place)
            && first >= found.last().map_or(from, |last| last.to)
        {
            found.push(shortly(first, place.to, &ids, &place.locators));
        }
    }
    found
}

/// `Kudła, cited above, § 157`, where its full citation is lost: by its name, in a text that cites that Court.
fn by_name(tokens: &Tokens, end: usize, known: &[Known]) -> Option<(usize, Vec<String>)> {
    let court = || known.iter().flat_map(|one| &one.ids).any(|id| id.starts_with("echr:"));
    let name = |at: usize| {
        let token = tokens.at(at);
        token.is_word() && token.capital() && token.word != w::SEE
            || tokens.is_any(at, "and v -") && tokens.at(at + 1).capital()
    };
    // *Maslák (no. 2), cited above*
    let numbered = end > 5 && tokens.before(end).is(')') && tokens.at(end - 2).is_number();
    let open = (2..6).map_while(|back| end.checked_sub(back)).find(|at| tokens.is(*at, '('));
    let mut from = open.filter(|open| numbered && tokens.is_word(open + 1, w::NO)).unwrap_or(end);
    while from > 0 && from + 8 > end && name(from - 1) && !tokens.at(from).begins_paragraph() {
        from -= 1;
    }
    while from < end && !(tokens.at(from).capital() && tokens.at(from).word == 0) {
        from += 1;
    }
    let signed = tokens.is_word(end + 2, w::ABOVE) && tokens.is(end + 3, ',') && tokens.is(end + 4, '§');
    (from < end && (signed || court()))
        .then(|| (from, vec![format!("case:{}", tokens.written_span(from, end))]))
}

/// A short form of a case, with its paragraphs.
fn shortly(from: usize, to: usize, ids: &[String], places: &[String]) -> Found {
    let mut document = with_places(ids, places);
    document.said.form = Form::Short;
    Found { from, to, what: What::Document(document) }
}
