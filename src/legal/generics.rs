//! Nouns that mean an instrument of the document, and titles that the table does not have.

use super::chinese::noun_before;
use super::found::{Found, Generic, What};
use super::numbers::{count, date_after, is_year, ordinal};
use super::parties::is_state;
use super::standards::{is_standards, standards};
use super::tokens::Tokens;
use super::words::w;

/// The singular of a noun that instruments are called by; whether it was in the plural.
pub(super) fn head(word: u16) -> Option<(u16, bool)> {
    Some(match word {
        w::CONVENTION => (w::CONVENTION, false),
        w::CONVENTIONS => (w::CONVENTION, true),
        w::COVENANT => (w::COVENANT, false),
        w::COVENANTS => (w::COVENANT, true),
        w::PROTOCOL => (w::PROTOCOL, false),
        w::PROTOCOLS => (w::PROTOCOL, true),
        w::DECLARATION | w::CHARTER | w::STATUTE | w::TREATY | w::REGULATIONS | w::PACT | w::AGREEMENT => {
            (word, false)
        }
        _ => return None,
    })
}

/// The noun among the tokens of a name: of *Optional Protocol to the Convention …* the first one.
pub(super) fn head_of(tokens: &Tokens, from: usize, to: usize) -> u16 {
    let standards = || (from..to).map(|at| tokens.at(at).word).find(|word| is_standards(*word));
    (from..to)
        .find_map(|at| head(tokens.at(at).word))
        .map(|(head, _)| head)
        .or_else(standards)
        .unwrap_or_else(|| noun_before(tokens, to))
}

/// A generic noun at a token, with the words around it that tell what it means.
pub(super) fn generic(tokens: &Tokens, at: usize) -> Option<Found> {
    if let Some(found) = optional_thereto(tokens, at).or_else(|| standards(tokens, at)) {
        return Some(found);
    }
    let (head, plural) = head(tokens.at(at).word)?;
    if !tokens.at(at).capital() {
        return None;
    }
    let mut from = at;
    let mut optional = false;
    let mut ordinals = Vec::new();
    if matches!(tokens.before(from).word, w::OPTIONAL | w::ADDITIONAL) && tokens.before(from).capital() {
        from -= 1;
        optional = true;
    }
    // *article 10 of the International Covenant*, after it was named.
    let international = tokens.before(from);
    if head == w::COVENANT && !plural && international.word == w::INTERNATIONAL && international.capital() {
        from -= 1;
    }
    while from > 0
        && let Some((value, _)) =
            (1..=2).filter_map(|back| ordinal(tokens, from.checked_sub(back)?)).find(|(_, end)| *end == from)
    {
        ordinals.insert(0, value);
        from -= if tokens.is_word(from - 1, w::FIRST + value as u16 - 1) { 1 } else { 2 };
        let mut next = from;
        while next > 0 && (tokens.before(next).is(',') || matches!(tokens.before(next).word, w::AND | w::OR))
        {
            next -= 1;
        }
        let more = next < from
            && (1..=2)
                .filter_map(|back| ordinal(tokens, next.checked_sub(back)?))
                .any(|(_, end)| end == next);
        if more {
            from = next;
        } else {
            break;
        }
    }
    // *its two Protocols*
    if plural && ordinals.is_empty() && !optional && (w::TWO..=w::SEVEN).contains(&tokens.before(from).word) {
        from -= 1;
    }
    let mut year = None;
    let mut dated_in_full = false;
    if from > 0 && is_year(tokens, from - 1) && !tokens.before(from - 1).is('(') {
        year = Some(tokens.at(from - 1).value);
        from -= 1;
    }
    let mut to = at + 1;
    // *Convention IV, Art. 49*
    let number = super::numbers::roman(tokens.folded(to)).filter(|number| (1..=4).contains(number));
    if let Some(number) =
        number.filter(|_| head == w::CONVENTION && ordinals.is_empty() && tokens.at(to).all_capitals())
    {
        ordinals.push(number);
        to += 1;
    }
    let is_numbered = to > at + 1;
    let dated = date_after(tokens, to).filter(|_| !tokens.is(to, ','));
    if let Some(found) = dated.filter(|found| found.end <= to + 7) {
        dated_in_full = found.day.is_some() && !plural && tokens.is_word(to, w::OF);
        year = Some(found.year);
        to = found.end;
        // *its Protocols of 14 May 1954 and 26 March 1999*
        let second = super::numbers::date(tokens, to + 1).filter(|_| plural && tokens.is_word(to, w::AND));
        if let Some(second) = second.filter(|second| second.day.is_some()) {
            year = None;
            to = second.end;
        }
    } else if !ordinals.is_empty() && tokens.is(to, '(') {
        // *third Convention (Treatment of Prisoners of War)*
        let close = (to..to + 10).find(|at| tokens.is(*at, ')'));
        if let Some(close) = close.filter(|_| tokens.at(to + 1).capital()) {
            to = close + 1;
        }
    }
    if head == w::STATUTE
        && tokens.is_word(to, w::OF)
        && tokens.is_word(to + 1, w::THE)
        && (tokens.is_word(to + 2, w::COURT) || tokens.folded(to + 2) == "tribunal")
    {
        to += 3;
    }
    // *Optional Protocol to the Covenant*
    let parent = tokens.at(to + 2);
    if head == w::PROTOCOL
        && optional
        && tokens.is_word(to, w::TO)
        && tokens.is_word(to + 1, w::THE)
        && matches!(parent.word, w::CONVENTION | w::COVENANT)
        && parent.capital()
        && !matches!(tokens.at(to + 3).word, w::ON | w::AGAINST | w::FOR | w::CONCERNING | w::RELATING)
    {
        to += 3;
    }
    let additional = usize::from(tokens.is_word(to, w::ADDITIONAL));
    let thereto = tokens.is_word(to + additional, w::THERETO);
    if thereto {
        to += additional + 1;
        if let Some(found) = date_after(tokens, to).filter(|_| year.is_none()) {
            year = Some(found.year);
            to = found.end;
        }
    }
    // *the Convention signed at Paris on March 20, 1883*: that date is its own.
    let signed = tokens.is_any(to, "signed done concluded") && !tokens.at(to).begins_paragraph();
    if signed && year.is_none() && !plural {
        let found = (to + 1..to + 7).find_map(|at| super::numbers::date(tokens, at));
        year = found.map(|found| found.year);
    }
    let mut determiner = Determiner::before(tokens, from);
    // *the Court’s Statute*
    let owned = head == w::STATUTE && from > 2 && tokens.before(from).word == w::S;
    if owned && tokens.before(from - 1).is('\'') && tokens.at(from - 3).capital() {
        determiner = Determiner::The;
    }
    // *Article 65, paragraph 1, of Statute*, as headnotes have it
    let of = tokens.before(from).word == w::OF && from > 1 && to == at + 1 && !plural;
    let place = of
        && (tokens.is(from - 2, ',') && tokens.at(from.saturating_sub(3)).folded_length() == 1
            || tokens.at(from - 2).is_number());
    if place && determiner == Determiner::None && matches!(head, w::CHARTER | w::STATUTE | w::CONVENTION) {
        determiner = Determiner::The;
    }
    // *(Convention, art. 4)*
    if determiner == Determiner::None
        && tokens.before(from).is('(')
        && tokens.is(to, ',')
        && matches!(tokens.at(to + 1).word, w::ART | w::ARTS)
    {
        determiner = Determiner::The;
    }
    // *Covenant rights*
    let bare = matches!(head, w::COVENANT | w::CONVENTION) && from == at && to == at + 1 && !plural;
    if determiner == Determiner::None
        && bare
        && (tokens.is_any(to, "right rights obligation obligations provisions guarantees")
            && !tokens.before(from).capital())
    {
        determiner = Determiner::The;
    }
    if determiner == Determiner::None && ordinals.is_empty() && year.is_none() && !thereto {
        return None;
    }
    if tokens.is_any(to, "school schools flight flights center centre hall refugee refugees") {
        return None;
    }
    // The beginning of a title, or a noun that another noun goes on from: *Charter flights*.
    let next = tokens.at(to);
    let party = |at: usize| is_state(tokens.folded(at)) || tokens.is_any(at, "state states mr ms mrs");
    let title = (matches!(next.word, w::ON | w::AGAINST | w::CONCERNING | w::RELATING | w::FOR)
        && tokens.at(to + 1).capital()
        && tokens.folded(to + 1) != "account"
        || next.word == w::FOR && tokens.is_word(to + 1, w::THE) && tokens.at(to + 2).capital())
        // *entered into force of the Covenant for the Czech Republic*
        && !(to + 1..to + 4).any(party)
        || next.word == w::OF
            && year.is_none()
            && (tokens.at(to + 1).capital() || tokens.is_word(to + 1, w::THE) && tokens.at(to + 2).capital());
    let article = is_numbered && matches!(next.word, w::ARTICLE..=w::ARTS);
    // In a heading in capitals what follows tells nothing: *OF THE CONVENTION WITH RESPECT TO*.
    let heading = tokens.at(at).all_capitals() && next.all_capitals() && next.word != 0;
    if title
        || next.is_word()
            && next.capital()
            && !heading
            && !article
            && !next.begins_line()
            && roman_or_letter(tokens, to)
    {
        return None;
    }
    // *the 1948 Convention on free navigation on the Danube*: another one of that year.
    let word = tokens.folded(to + 1);
    let other = matches!(next.word, w::ON | w::CONCERNING | w::RELATING | w::AGAINST) && year.is_some();
    if other && word.len() > 3 && !matches!(word, "which" | "that" | "this" | "these" | "those") {
        return None;
    }
    let generic = Generic {
        head,
        plural,
        itself: determiner == Determiner::This,
        near: determiner == Determiner::That,
        its: determiner == Determiner::Its,
        ordinals,
        year,
        optional: optional || thereto,
        dated: dated_in_full,
        ..Generic::default()
    };
    Some(Found { from, to, what: What::Generic(generic) })
}

fn roman_or_letter(tokens: &Tokens, at: usize) -> bool {
    tokens.at(at).all_capitals() && tokens.at(at).folded_length() <= 4 || !tokens.at(at).begins_paragraph()
}

/// What stands before a generic noun.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Determiner {
    None,
    The,
    This,
    That,
    Its,
}

impl Determiner {
    fn before(tokens: &Tokens, at: usize) -> Self {
        let mut back = at;
        let mut near = false;
        // *the said*, *the same*, *the above-mentioned*, *the four*.
        while back > 0 && back + 3 > at {
            match tokens.at(back - 1).word {
                w::SAID | w::SAME | w::ABOVEMENTIONED | w::AFOREMENTIONED => near = true,
                w::PRESENT => return Self::This,
                w::TWO..=w::SEVEN | w::BOTH => {}
                _ if tokens.is_any(back - 1, "whole entire") => {}
                _ if (w::TWO..=w::SEVEN).contains(&tokens.at(back).word)
                    && tokens.folded(back - 1) == "all" =>
                {
                    return Self::The;
                }
                _ => break,
            }
            back -= 1;
        }
        let quoted = back > 0 && ['"', '\'', '['].iter().any(|mark| tokens.is(back - 1, *mark));
        if quoted {
            back -= 1;
        }
        let word = tokens.before(back).word;
        match word {
            _ if back == 0 => Self::None,
            w::THIS | w::THESE => Self::This,
            w::THAT | w::THOSE => Self::That,
            w::ITS | w::THEIR => Self::Its,
            w::THE if near => Self::That,
            w::THE => Self::The,
            _ if near => Self::That,
            _ => Self::None,
        }
    }
}

/// *first two optional protocols thereto*.
fn optional_thereto(tokens: &Tokens, at: usize) -> Option<Found> {
    if !matches!(tokens.at(at).word, w::OPTIONAL | w::ADDITIONAL)
        || tokens.at(at + 1).word != w::PROTOCOLS
        || !tokens.is_word(at + 2, w::THERETO)
    {
        return None;
    }
    let mut from = at;
    let mut wanted = 2;
    if from > 0
        && let Some(number) = count(tokens, from - 1)
    {
        wanted = number;
        from -= 1;
    }
    if from > 0 && tokens.is_word(from - 1, w::FIRST) {
        from -= 1;
    }
    let generic = Generic {
        head: w::PROTOCOL,
        plural: true,
        near: true,
        its: true,
        ordinals: (1..=wanted.min(3)).collect(),
        optional: true,
        small: true,
        ..Generic::default()
    };
    let to = date_after(tokens, at + 3).map_or(at + 3, |found| found.end);
    Some(Found { from, to, what: What::Generic(generic) })
}
