//! Which place belongs to which instrument, by what stands between them.

use super::found::{Found, What};
use super::provisions::{Provision, Unit};
use super::reference::Kind;
use super::tokens::Tokens;
use super::words::w;

/// What something is joined to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// Nothing.
    None,
    /// A place, to the instrument of that number on its right.
    Right(usize),
    /// An instrument, to the place on its right; the token after both, with a closing bracket.
    Left {
        /// The token after both.
        end: usize,
    },
    /// A place in a series, to the instrument of the last in it; each stands for itself.
    Same(usize),
}

/// The most tokens that may stand between a place and its instrument.
const GAP: usize = 9;

/// The joints of all that was found.
pub(super) fn joints(tokens: &Tokens, found: &[Found]) -> Vec<Joint> {
    let mut joints = vec![Joint::None; found.len()];
    for at in 0..found.len().saturating_sub(1) {
        if let What::Provision(place) = &found[at].what
            && fits(place, &found[at + 1])
            && !(tokens.at(found[at].from).begins_line()
                && tokens.at(found[at].to).begins_line()
                && place.locators.len() == 1)
            && (is_of(tokens, found[at].to, found[at + 1].from)
                || is_abbreviation(tokens, &found[at], &found[at + 1])
                || is_title_behind(tokens, found, at))
        {
            joints[at] = Joint::Right(at + 1);
        }
    }
    for at in 0..found.len().saturating_sub(1) {
        let What::Provision(place) = &found[at + 1].what else { continue };
        if matches!(found[at].what, What::Provision(_)) || !fits(place, &found[at]) {
            continue;
        }
        let free = joints[at] == Joint::None
            && joints[at + 1] == Joint::None
            && (at == 0 || joints[at - 1] != Joint::Right(at));
        let joined = at > 0 && joints[at - 1] == Joint::Right(at);
        if free
            && !joined
            && let Some(end) = is_behind(tokens, &found[at], &found[at + 1])
        {
            joints[at] = Joint::Left { end };
        }
    }
    // A series: a place before one that has its instrument on the right, with nothing but *and* between them.
    for at in (0..found.len().saturating_sub(1)).rev() {
        let (What::Provision(place), What::Provision(next)) = (&found[at].what, &found[at + 1].what) else {
            continue;
        };
        let taken = at > 0 && matches!(joints[at - 1], Joint::Left { .. });
        if joints[at] != Joint::None || taken || place.unit != next.unit || place.same_article || place.common
        {
            continue;
        }
        // *under Articles 60 and 61, to Article 26 of the Declaration*: no range.
        let comma = tokens.is(found[at].to, ',');
        let glue = (found[at].to..found[at + 1].from).all(|at| {
            tokens.is(at, ',')
                || tokens.is(at, ';')
                || matches!(tokens.at(at).word, w::AND | w::OR)
                || tokens.is_word(at, w::TO) && !comma
        });
        if glue && found[at + 1].from <= found[at].to + 3 {
            joints[at] = match joints[at + 1] {
                Joint::Right(target) | Joint::Same(target) => Joint::Same(target),
                _ => Joint::None,
            };
        }
    }
    joints
}

/// Whether a place of this kind can be within that.
fn fits(place: &Provision, target: &Found) -> bool {
    match &target.what {
        What::Document(document) => {
            let units = matches!(place.unit, Unit::Paragraph | Unit::Division | Unit::Preamble);
            let numbered = matches!(document.kind, Kind::UnDocument | Kind::Resolution | Kind::EuAct)
                && place.unit == Unit::Article;
            (units || numbered)
                && !place.same_article
                && !matches!(document.kind, Kind::Set | Kind::TreatySeries | Kind::Case)
        }
        What::Provision(_) | What::Title(_) => false,
        _ => !place.same_article,
    }
}

/// *Articles 53 and 64, Vienna Convention on the Law of Treaties*: a citation, if the place belongs to nothing before
/// it and the title to nothing behind it.
fn is_title_behind(tokens: &Tokens, found: &[Found], at: usize) -> bool {
    let (place, name) = (&found[at], &found[at + 1]);
    let comma = tokens.is(place.to, ',') && place.to + 1 == name.from && tokens.at(name.from).capital();
    let What::Provision(provision) = &place.what else { return false };
    let short =
        name.to == name.from + 1 && tokens.at(name.from).all_capitals() && provision.unit == Unit::Article;
    let named = matches!(name.what, What::Name(_)) && (name.to > name.from + 2 || short);
    let before = at > 0 && is_behind(tokens, &found[at - 1], place).is_some();
    let after = found.get(at + 2).is_some_and(|next| is_behind(tokens, name, next).is_some());
    let listed = tokens.at(name.to).is_word() && tokens.is_word(name.to, w::AND);
    comma && named && !before && !after && !listed && !tokens.at(name.from).begins_paragraph()
}

/// *Article 6 ICCPR*, *Art. 51 AP I*: nothing between, and a name in capitals.
fn is_abbreviation(tokens: &Tokens, place: &Found, name: &Found) -> bool {
    let named = match &name.what {
        What::Name(_) => true,
        What::Generic(generic) => generic.abroad,
        _ => false,
    };
    let adjacent = place.to == name.from && named;
    let first = tokens.at(name.from);
    let genitive = first.capital() && !tokens.written(name.from).is_ascii();
    adjacent
        && !first.begins_line()
        && (genitive
            || first.all_capitals()
            || tokens.folded(name.from) == "rome"
            // *Art. 44 Geneva Convention relative to …*, but *Annex Basic Principles on …* is a heading
            || first.capital() && name.to > name.from + 3 && !tokens.is_word(place.from, w::ANNEX))
}

/// *of the*, *common to the four*, *of both the*: nothing else, and one of the first.
fn is_of(tokens: &Tokens, from: usize, to: usize) -> bool {
    if to > from + GAP || from >= to {
        return false;
    }
    let mut linked = false;
    for at in from..to {
        let token = tokens.at(at);
        let word = token.word;
        if token.begins_paragraph() {
            return false;
        }
        let foreign = matches!(word, w::DE | w::DU | w::DES | w::DEL)
            || tokens.is_any(at, "aux au der dem a من della da для");
        if matches!(word, w::OF | w::IN | w::TO | w::UNDER) || foreign {
            linked = true;
        } else if linked && (is_article(tokens, at) || is_possessive(tokens, at)) {
            continue;
        } else if !(token.is(',')
            || token.is('"')
            || token.is('\'')
            || token.is('[')
            || token.is('《')
            || (w::THE..=w::PRESENT).contains(&word)
            || (w::TWO..=w::SEVEN).contains(&word)
            || matches!(word, w::COMMON | w::ABOVEMENTIONED | w::AFOREMENTIONED | w::RELEVANT)
            || tokens.is_any(at, "commun communs común comunes all общая общей общую")
            || tokens.folded(at) == "annexed" && tokens.is_word(at + 1, w::TO))
        {
            return false;
        }
    }
    linked
}

/// *ILC’s* in *Article 16 of the ILC’s Articles on State Responsibility*.
fn is_possessive(tokens: &Tokens, at: usize) -> bool {
    let owns = |at: usize| {
        (tokens.at(at).all_capitals() || tokens.is_word(at, w::COURT) || tokens.folded(at) == "tribunal")
            && tokens.is(at + 1, '\'')
            && tokens.is_word(at + 2, w::S)
    };
    owns(at) || at > 1 && owns(at - 2)
}

/// Articles of other languages, and their *common*.
fn is_article(tokens: &Tokens, at: usize) -> bool {
    tokens.is_any(at, "la le les l el los las quatre cuatro vier cette ladite dicho dicha")
}

/// `X, art. 19`, `X (art. 13)`, `X article 7`: the token after both.
fn is_behind(tokens: &Tokens, target: &Found, place: &Found) -> Option<usize> {
    let What::Provision(provision) = &place.what else { return None };
    let gap = target.to..place.from;
    if gap.len() > 2 || tokens.at(place.from).begins_paragraph() {
        return None;
    }
    let closed = tokens.is(place.to, ')');
    // *of Protocols Nos. 1 and 4, Article 3 makes no provision*: the clause goes on.
    if let What::Name(name) = &target.what
        && name.mode == super::names::Mode::Set
        && name.members.len() < 4
        && !gap.is_empty()
        && !closed
    {
        return None;
    }
    match gap.clone().map(|at| tokens.at(at)).collect::<Vec<_>>().as_slice() {
        [] => {
            let bare = provision.unit == Unit::Preamble || provision.common;
            (!bare).then_some(place.to)
        }
        // *As for the Covenant of the League of Nations, Article 22 established …*
        // *from the Protocol of San Salvador, Article 13 of which …*
        [mark] if mark.is(',') => {
            let apart = tokens.is_word(place.to, w::OF) && tokens.folded(place.to + 1) == "which";
            (!apart && !is_topic(tokens, target.from)).then_some(place.to)
        }
        // *the Non-Proliferation Treaty’s Article VI*
        [mark, s] if mark.is('\'') && s.word == w::S && !s.spaced() => Some(place.to),
        [mark] if mark.is('(') && closed => {
            // A bare article behind a comment or a resolution is of the treaty.
            let document = matches!(target.what, What::Document(_));
            (!document || provision.unit != Unit::Article).then_some(place.to + 1)
        }
        [comma, open] if comma.is(',') && open.is('(') && closed => Some(place.to + 1),
        [title] if title.is('》') => Some(place.to),
        _ => None,
    }
}

/// *As for the …*, *As to the …*
fn is_topic(tokens: &Tokens, at: usize) -> bool {
    let from = if tokens.before(at).word == w::THE { at.saturating_sub(1) } else { at };
    from > 1 && matches!(tokens.before(from).word, w::FOR | w::TO) && tokens.is_word(from - 2, w::AS)
}

/// The words of domestic law, which are capitals there.
fn is_domestic(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.at(at);
    let word = (w::CONSTITUTION..=w::ORDINANCE).contains(&token.word) || token.word == w::LAW;
    let others = || {
        tokens.is_any(
            at,
            "statutes const gazette bill acts laws codes proclamation edict ley loi código decreto décret",
        ) || ["constituci", "конституци", "кодекс", "gesetz", "grundgesetz", "grondwet", "wet"]
            .iter()
            .any(|stem| tokens.folded(at).starts_with(stem))
    };
    token.capital() && (word || others())
}

/// True for a place within domestic law: `Article 15 of the Italian Constitution`, `Penal Code, art. 5`.
pub(super) fn domestic(tokens: &Tokens, place: &Provision) -> bool {
    let mut at = place.to;
    // *article 1, part 10, of the Law*, *article 144 et seq. of the Act*
    if tokens.folded(at) == "et" {
        at += 3;
    }
    while tokens.is(at, ',') {
        at += 1;
        if tokens.is_any(at, "part point item") && tokens.at(at + 1).is_number() {
            at += 2;
        }
    }
    let linked =
        matches!(tokens.at(at).word, w::OF | w::IN | w::UNDER | w::TO | w::DE | w::DEL | w::DU | w::DES)
            || tokens.is_any(at, "van der da do della");
    // A genitive needs no *of*.
    if linked || is_domestic(tokens, at) && !tokens.written(at).is_ascii() {
        for next in at + usize::from(linked)..at + 9 {
            let token = tokens.at(next);
            if is_domestic(tokens, next) {
                return true;
            }
            let passes = token.capital()
                || (w::OF..=w::PRESENT).contains(&token.word)
                || token.is('\'')
                || token.word == w::S
                || tokens.is_any(next, "criminal penal civil federal national la");
            if !passes {
                break;
            }
        }
    }
    // *статье 108 Уголовно-процессуального кодекса*
    let code = |at: usize| ["кодекс", "конституц"].iter().any(|stem| tokens.folded(at).contains(stem));
    if (at..at + 3).any(code) {
        return true;
    }
    // Behind it: *the Penal Code (art. 5)*, *Law No. 118, article 3*.
    let mut back = place.from;
    for _ in 0..16 {
        let Some(before) = back.checked_sub(1) else { return false };
        let token = tokens.at(before);
        // 刑法第二百三十四条
        let constitution = tokens.folded(before) == "constitution";
        if is_domestic(tokens, before) || constitution || back == place.from && tokens.folded(before) == "法"
        {
            return true;
        }
        let passes = token.is(',')
            || token.is('(')
            || token.is(')')
            || back == place.from && token.word == w::IN
            || token.is('-')
            || token.is('"')
            || token.is_number()
            || token.is('.')
                && (tokens.before(before).word == w::NO
                    || tokens.folded(before.saturating_sub(1)) == "const")
            || token.is('/')
            || matches!(token.word, w::NO | w::OF)
            || matches!(tokens.folded(before), "whose" | "which")
            || tokens.at(before).capital() && token.word != w::SEE;
        if !passes || token.begins_paragraph() {
            return false;
        }
        back = before;
    }
    false
}

/// True where that word stands before a token, with *in* or nothing between.
pub(super) fn behind(tokens: &Tokens, at: usize, word: u16) -> bool {
    tokens.before(at).word == word
}
