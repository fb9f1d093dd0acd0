//! The proper titles of instruments that the table does not have: *Convention on Road Traffic*, *Basic Principles on
//! the Role of Lawyers*, *Treaty of Westphalia*, *Lugano Convention*, *Nursing Personnel Convention, 1977 (No. 149)*.

use super::endings::{act, establishes, going_on, labour, place_and_year, statute};
use super::found::{Found, Name, What};
use super::generics::{head, head_of};
use super::names::Mode;
use super::numbers::{date_after, is_year};
use super::title_words::{ADJECTIVES, COMMON, STANDARDS, is_in};
use super::tokens::Tokens;
use super::words::w;

/// The longest title that is taken for one, in tokens.
pub(super) const TITLE: usize = 40;

/// The most words before the noun of a title.
const BEFORE: usize = 6;

#[inline(never)]
pub(super) fn unmeant(mode: Mode, head: u16, year: Option<u32>, from: usize, to: usize) -> Found {
    let name = Name { year, ..Name::new(mode, Vec::new(), head) };
    Found { from, to, what: What::Name(name) }
}

/// A title whose noun is the token.
pub(super) fn unknown_title(tokens: &Tokens, at: usize) -> Option<Found> {
    if !tokens.at(at).capital() {
        return None;
    }
    numbered(tokens, at)
        .or_else(|| counted(tokens, at))
        .or_else(|| act(tokens, at))
        .or_else(|| labour(tokens, at))
        .or_else(|| statute(tokens, at))
        .or_else(|| long(tokens, at))
        .or_else(|| named(tokens, at))
}

/// *Protocol No 22 on the position of Denmark*: to the Treaties of the Union, up to the end of the clause.
fn counted(tokens: &Tokens, at: usize) -> Option<Found> {
    // *Protocol (No 2) on …*
    let open = usize::from(tokens.is(at + 1, '('));
    let number = at + open + if tokens.is(at + open + 2, '.') { 3 } else { 2 };
    let on = number + 1 + open;
    let fits = tokens.is_word(at, w::PROTOCOL)
        && tokens.is_word(at + open + 1, w::NO)
        && tokens.at(number).is_number()
        && tokens.is(on - 1, ')') == (open == 1)
        && tokens.is_word(on, w::ON)
        && (tokens.is_word(on + 1, w::THE) || open == 1);
    let number = on - 1;
    let closes = |at: &usize| [',', ';', '.', ')', '('].iter().any(|mark| tokens.is(*at, *mark));
    let annexed = |at: usize| tokens.is_any(at, "annexed attached to");
    let end = (number + 3..number + 14).take_while(|at| !tokens.at(*at).begins_paragraph());
    let end = end.into_iter().find(|at| closes(at) || annexed(*at))?;
    fits.then(|| unmeant(Mode::OutsideTreaty, w::PROTOCOL, None, at, end))
}

fn mode(word: u16) -> Mode {
    let soft = matches!(
        word,
        w::DECLARATION
            | w::PRINCIPLES
            | w::GUIDELINES
            | w::RULES
            | w::ACCORD
            | w::ACCORDS
            | w::CHARTER
            | w::CODE
    );
    if soft { Mode::OutsideSoft } else { Mode::OutsideTreaty }
}

/// *Nursing Personnel Convention, 1977 (No. 149)*: the International Labour Organization's way.
fn numbered(tokens: &Tokens, at: usize) -> Option<Found> {
    let fits = tokens.is_word(at, w::CONVENTION)
        && tokens.is(at + 1, ',')
        && is_year(tokens, at + 2)
        && tokens.is(at + 3, '(')
        && tokens.is_word(at + 4, w::NO);
    let number = if tokens.is(at + 5, '.') { at + 6 } else { at + 5 };
    if !fits || !tokens.at(number).is_number() || !tokens.is(number + 1, ')') {
        return None;
    }
    let mut from = at;
    while from > 0 && at - from < 2 * BEFORE {
        let token = tokens.before(from);
        let glue = matches!(token.word, w::OF | w::AND | w::TO | w::THE | w::IN) && at > from;
        let inner = token.is('(') || token.is(')') || token.is('-') || token.is(',');
        if tokens.at(from).begins_paragraph() || !(token.is_word() && token.capital() || glue || inner) {
            break;
        }
        from -= 1;
    }
    while from < at && (!tokens.at(from).capital() || tokens.is_word(from, w::THE)) {
        from += 1;
    }
    (from < at)
        .then(|| unmeant(Mode::OutsideTreaty, w::CONVENTION, Some(tokens.at(at + 2).value), from, number + 2))
}

fn is_standard(word: u16) -> bool {
    matches!(word, w::PRINCIPLES | w::GUIDELINES | w::RULES | w::REGULATIONS)
}

/// True for a noun that instruments are called by.
fn is_noun(word: u16) -> bool {
    head(word).is_some() || matches!(word, w::PRINCIPLES | w::GUIDELINES | w::RULES | w::CODE)
}

/// The words of a title behind its noun and a connecting word; the token after the last capital, and how many
/// capitals there are.
pub(super) fn behind(tokens: &Tokens, start: usize, limit: usize) -> (usize, usize) {
    let (mut to, mut capitals, mut commas) = (start, 0, 0);
    while to < start + limit && !tokens.at(to).begins_paragraph() {
        let token = tokens.at(to);
        let glue = (w::OF..=w::THE).contains(&token.word)
            || matches!(
                token.word,
                w::AND
                    | w::OR
                    | w::ON
                    | w::FOR
                    | w::AGAINST
                    | w::BY
                    | w::FROM
                    | w::WITH
                    | w::AS
                    | w::A
                    | w::AT
                    | w::ITS
                    | w::THEIR
                    | w::CONCERNING
                    | w::RELATING
                    | w::BETWEEN
                    | w::THEREOF
            )
            || matches!(tokens.folded(to), "regarding" | "respecting" | "during");
        let or = token.is('/')
            && (tokens.before(to).word == w::AND && tokens.is_word(to + 1, w::OR)
                // *HIV/AIDS*
                || tokens.before(to).all_capitals() && tokens.at(to + 1).all_capitals());
        let respect = token.word == w::IN && tokens.folded(to + 1) == "respect"
            || tokens.folded(to) == "respect" && tokens.before(to).word == w::IN;
        let list = token.is(',')
            && (tokens.at(to + 1).capital() || tokens.is_word(to + 1, w::AND) && tokens.at(to + 2).capital())
            && commas < 4;
        // *and the Inter-American Democratic Charter*: another one.
        let another = matches!(token.word, w::AND | w::OR)
            && (tokens.is_word(to + 1, w::THE) || tokens.at(to + 1).capital())
            && (to + 1..to + 7).take_while(|at| tokens.at(*at).capital() || tokens.is_word(*at, w::THE)).any(
                |at| is_noun(tokens.at(at).word) || tokens.is_word(at, w::ACT) || tokens.folded(at) == "body",
            );
        // *in the Rome Declaration of the World Food Summit, States parties should …*
        let states = list && matches!(tokens.folded(to + 1), "states" | "member");
        // *…, Economic and Social Council resolution 1997/30*
        let organ = list
            && (tokens.is_any(to + 1, "general security") && tokens.is_any(to + 2, "assembly council")
                || tokens.folded(to + 1) == "economic" && tokens.folded(to + 4) == "council");
        // The next line of a preamble: *Desiring*.
        let verb = list && tokens.at(to + 1).begins_line() && tokens.folded(to + 1).ends_with("ing");
        // The next line is another, though no empty one stands between: *Article 1*, *The Parties*.
        let heading = token.begins_line() && token.capital() && to > start && {
            let glued = glue || (w::ARTICLE..=w::ANNEXES).contains(&token.word) || head(token.word).is_some();
            glued || tokens.is_any(to, "distr adopted signed done having recalling")
        };
        // *Convention of Lausanne of July 24, 1923*
        let of_day = token.word == w::OF && date_after(tokens, to).is_some_and(|date| date.day.is_some());
        let next = tokens.at(to + 1);
        let roman = || next.all_capitals() && super::numbers::roman(tokens.folded(to + 1)).is_some();
        let place =
            of_day || (w::ARTICLE..=w::ANNEXES).contains(&token.word) && (next.is_number() || roman());
        // *Treaty of Friendship between the Parties*
        let parties = token.word == w::BETWEEN && tokens.folded(to + 2) == "parties";
        let dated = verb
            || states
            || organ
            || heading
            || parties
            || place
            || list && super::numbers::date(tokens, to + 1).is_some();
        if another || dated {
            break;
        }
        if token.is_word() && token.capital() {
            capitals += 1;
        } else if list {
            commas += 1;
        } else if !glue && !respect && !token.is('-') && !token.is('\'') && token.word != w::S && !or {
            break;
        }
        to += 1;
    }
    while to > start && !tokens.before(to).capital() {
        to -= 1;
    }
    // *for the Decade 2001-2010*
    if capitals > 0 && is_year(tokens, to) && tokens.is(to + 1, '-') && is_year(tokens, to + 2) {
        to += 3;
    }
    (to, capitals)
}

/// *between Jordan and Israel*
pub(super) fn is_between_states(tokens: &Tokens, at: usize) -> bool {
    tokens.is_word(at, w::BETWEEN)
        && super::parties::is_state(tokens.folded(at + 1))
        && (at + 2..at + 5).any(|at| tokens.is_word(at, w::AND) && tokens.at(at + 1).capital())
}

/// *Convention on …*, *Agreement between …*, *Basic Principles on …*, *Treaty of …*.
fn long(tokens: &Tokens, at: usize) -> Option<Found> {
    let word = tokens.at(at).word;
    let treaty = matches!(word, w::CONVENTION | w::COVENANT | w::PROTOCOL | w::TREATY);
    let standard = is_standard(word);
    if !treaty && !standard && !matches!(word, w::DECLARATION | w::AGREEMENT | w::CODE) {
        return None;
    }
    // *Convention of 15 November 1965 on the Service Abroad of …*
    let noun = at;
    let dated = date_after(tokens, at + 1).filter(|found| {
        let told = found.day.is_some() || tokens.is_word(found.end, w::FOR);
        treaty && told && !tokens.is(at + 1, '(')
    });
    let at = dated.as_ref().map_or(at, |found| found.end - 1);
    let next = tokens.at(at + 1);
    let connector = match next.word {
        w::FOR => {
            !matches!(word, w::CODE | w::COVENANT) && (word != w::AGREEMENT || tokens.is_word(at + 2, w::THE))
        }
        w::ON | w::AGAINST | w::CONCERNING | w::RELATING => word != w::CODE,
        _ if tokens.is_any(at + 1, "governing implementing") => treaty,
        _ if establishes(tokens, at + 1) => treaty || word == w::AGREEMENT,
        w::BETWEEN => treaty || word == w::AGREEMENT,
        w::OF => {
            let the = tokens.is_word(at + 2, w::THE);
            let dated = || {
                tokens.at(at + 2).capital()
                    && date_after(tokens, at + 3).is_some_and(|date| date.day.is_some())
            };
            (word == w::TREATY || word == w::CONVENTION && dated()) && !the
                || word == w::CODE
                || word == w::DECLARATION && (the || tokens.at(at + 2).capital())
        }
        // *Convention to Combat Desertification*
        w::TO if word == w::CONVENTION => {
            tokens.is_any(at + 2, "combat prevent suppress regulate facilitate")
        }
        w::TO => word == w::PROTOCOL && tokens.is_word(at + 2, w::THE),
        _ => false,
    };
    // *VIOLATION OF ARTICLE 6 OF THE CONVENTION ON ACCOUNT OF …*
    if !connector || next.begins_paragraph() || tokens.folded(at + 2) == "account" {
        return None;
    }
    // *for limiting the Employment of Force*
    let verb = next.word == w::FOR && !tokens.at(at + 2).capital() && tokens.folded(at + 2).ends_with("ing");
    let (mut to, capitals) = behind(tokens, at + 2 + usize::from(verb), TITLE);
    let at = noun;
    let mut from = at;
    let mut strong = false;
    while from > 0
        && at - from < BEFORE
        && tokens.before(from).capital()
        && !tokens.at(from).begins_paragraph()
    {
        let before = tokens.folded(from - 1);
        let fits = matches!(
            tokens.before(from).word,
            w::INTERNATIONAL | w::UNITED | w::NATIONS | w::UN | w::DRAFT | w::ADDITIONAL | w::OPTIONAL
        ) || is_in(ADJECTIVES, before);
        if !fits {
            break;
        }
        strong |= is_in(STANDARDS, before);
        from -= 1;
    }
    // *Basic Principles and Guidelines on …*
    if standard
        && from == at
        && at > 2
        && tokens.before(at).word == w::AND
        && is_standard(tokens.at(at - 2).word)
    {
        let basic = tokens.at(at - 3);
        if basic.capital() && is_in(STANDARDS, tokens.folded(at - 3)) && !tokens.at(at - 2).begins_paragraph()
        {
            (from, strong) = (at - 3, true);
        }
    }
    // *the 1994 Peace Treaty between Israel and Jordan*
    let between = is_between_states(tokens, at + 1);
    while between
        && from > 0
        && noun - from < BEFORE
        && tokens.before(from).capital()
        && !tokens.at(from).begins_line()
    {
        from -= 1;
    }
    // *Council of Europe Convention on …*
    let europe = from > 2 && tokens.folded(from - 1) == "europe" && tokens.is_word(from - 2, w::OF);
    if treaty && europe && tokens.is_word(from - 3, w::COUNCIL) && !tokens.at(from).begins_paragraph() {
        from -= 3;
    }
    // *the Berne Convention for the Protection of …*
    if (treaty || word == w::DECLARATION)
        && from == at
        && at > 1
        && tokens.before(at).capital()
        && (tokens.is_word(at - 2, w::THE) || is_year(tokens, at - 2))
        && !is_in(COMMON, tokens.folded(at - 1))
        && !tokens.at(at).begins_paragraph()
    {
        from -= 1;
    }
    // Names of domestic acts are like these: only what says that it is international, or is long.
    let enough = match word {
        w::CONVENTION if next.word == w::OF => true,
        w::TREATY if next.word == w::OF => capitals >= 1 && super::numbers::month(tokens, at + 2).is_none(),
        w::DECLARATION if next.word == w::OF && tokens.is_word(at + 3, w::ON) => capitals >= 2,
        w::DECLARATION if next.word == w::OF => capitals >= 3,
        w::PRINCIPLES if next.word == w::ON => capitals >= if strong { 1 } else { 3 },
        w::REGULATIONS => strong && next.word == w::FOR && capitals >= 2,
        // *the Principles for Implementing the Right to Academic Freedom*
        w::PRINCIPLES | w::GUIDELINES
            if from == at && (tokens.before(at).word == w::THE || tokens.before(at).is_number()) =>
        {
            capitals >= 4
        }
        w::PRINCIPLES | w::GUIDELINES | w::RULES => strong && capitals >= 1,
        w::AGREEMENT if next.word == w::FOR => capitals >= 4,
        w::AGREEMENT if between => capitals >= 2,
        w::AGREEMENT => capitals >= if from < at || next.word == w::RELATING { 2 } else { 3 },
        w::CODE => {
            tokens.folded(at + 2) == "conduct" && tokens.is_word(at + 3, w::FOR) && capitals >= 3
                || tokens.folded(at + 2) == "practice" && from < at
        }
        // *Treaty on Antarctica*
        w::TREATY if next.word == w::ON => capitals >= 1,
        _ => capitals >= 2,
    };
    if !enough {
        return None;
    }
    let mut year = dated.map(|found| found.year);
    if from > 0 && is_year(tokens, from - 1) {
        year = Some(tokens.at(from - 1).value);
        from -= 1;
    }
    if let Some(found) = date_after(tokens, to) {
        year = Some(found.year);
        to = found.end;
    } else if let Some((of, end)) = place_and_year(tokens, to) {
        (year, to) = (Some(of), end);
    }
    let noun = head_of(tokens, at, at + 1);
    Some(unmeant(mode(word), noun, year, from, to))
}

/// Places that agreements which end a conflict are called by.
const PLACES: &str =
    "abuja ababa algiers bonn juba khartoum lomé luanda minsk nairobi pretoria stockholm trusteeship";

/// *Lugano Convention*, *Partial Test Ban Treaty*, *Oslo Accords*, *Inter-American Democratic Charter*.
fn named(tokens: &Tokens, at: usize) -> Option<Found> {
    let word = tokens.at(at).word;
    let agreement = word == w::AGREEMENT;
    let treaty = matches!(word, w::CONVENTION | w::PROTOCOL | w::TREATY | w::ACCORD | w::ACCORDS);
    if !(agreement || treaty || matches!(word, w::DECLARATION | w::CHARTER)) {
        return None;
    }
    let next = tokens.at(at + 1);
    let longer = if next.capital() || word == w::CHARTER { going_on(tokens, at + 1) } else { None };
    let capital = next.is_word() && next.capital() && !next.begins_line() && longer.is_none();
    if capital || next.is('/') || next.is('\'') {
        return None;
    }
    let mut from = at;
    while from > 0
        && at - from < BEFORE
        && tokens.before(from).capital()
        && tokens.before(from).is_word()
        && !tokens.at(from).begins_line()
    {
        from -= 1;
    }
    // What begins a sentence is a capital for that reason only.
    while from < at && (w::OF..=w::FROM).contains(&tokens.at(from).word) {
        from += 1;
    }
    let own = (from..at).any(|at| !is_in(COMMON, tokens.folded(at)) && tokens.at(at).folded_length() > 2);
    let last = tokens.folded(at.checked_sub(1)?);
    let qualified = word == w::CHARTER && from + 1 < at;
    let accords = matches!(word, w::ACCORD | w::ACCORDS)
        && from + 1 == at
        && matches!(last, "geneva" | "vienna" | "peace");
    // Contracts are called agreements too: *the Darfur Peace Agreement*, *the Minsk Agreement*.
    let peace = from + 1 < at && is_in("peace ceasefire fire political framework", last);
    if agreement && !(own && peace) && !is_in(PLACES, last) {
        return None;
    }
    let accords = accords || agreement;
    if !accords && (from == at || !own || is_in(COMMON, last) && !qualified) {
        return None;
    }
    // Treaties and accords are called so wherever they stand; the others have an article or a place before them.
    let mut article = tokens.before(from);
    let mut year = None;
    let mut first = from;
    if from > 0 && is_year(tokens, from - 1) && !tokens.before(from - 1).is('(') {
        year = Some(article.value);
        first = from - 1;
        article = tokens.before(first);
    }
    let determined = matches!(article.word, w::THE | w::OF | w::AND | w::TO | w::UNDER) && first > 0;
    if !determined && word != w::TREATY {
        return None;
    }
    // *Peace Accords for Angola*
    let country =
        matches!(word, w::ACCORD | w::ACCORDS) && next.word == w::FOR && tokens.at(at + 2).capital();
    let longer = longer.or(country.then_some(at + 3));
    let mut to = programme(tokens, at).or(longer).unwrap_or(at + 1);
    if let Some(found) = date_after(tokens, to) {
        year = Some(found.year);
        to = found.end;
    } else if let Some((of, end)) = place_and_year(tokens, to) {
        (year, to) = (Some(of), end);
    }
    let noun = head_of(tokens, at, at + 1);
    Some(unmeant(mode(word), noun, year, first, to))
}

/// *Brussels Declaration and the Programme of Action for the Least Developed Countries*
fn programme(tokens: &Tokens, at: usize) -> Option<usize> {
    let the = usize::from(tokens.is_word(at + 2, w::THE));
    let plan = at + 2 + the;
    let fits = tokens.is_word(at, w::DECLARATION)
        && tokens.is_word(at + 1, w::AND)
        && tokens.is_any(plan, "programme program plan platform")
        && matches!(tokens.at(plan + 1).word, w::OF | w::FOR)
        && tokens.is_word(plan + 2, w::ACTION);
    let goes_on = matches!(tokens.at(plan + 3).word, w::FOR | w::ON);
    let (to, capitals) = behind(tokens, plan + 4, TITLE);
    fits.then_some(if goes_on && capitals > 0 { to } else { plan + 3 })
}
