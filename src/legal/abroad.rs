//! Nouns that mean an instrument of the document, in other languages: *la Convention*, *el Pacto*, *статья 3
//! Конвенции*, *المادة 3 من الاتفاقية*. They mean what was named before, and nothing where that is not certain.

use super::compose::Composer;
use super::found::{Found, Generic, What};
use super::memory::Memory;
use super::mention::Meaning;
use super::names::Mode;
use super::numbers::{date_after, is_year};
use super::reference::Evidence;
use super::table::Table;
use super::title_words::is_in;
use super::tokens::Tokens;
use super::words::w;

/// The nouns and the English ones that stand for them; those of several instruments end with a number sign.
const NOUNS: &[(u16, &str)] = &[
    (w::CONVENIO, "convenio convenios#"),
    (
        w::CONVENTION,
        "convention convención convenção convenzione konvention übereinkommen übereinkommens conventions# الاتفاقية",
    ),
    (
        w::COVENANT,
        "pacte pacto pakt pakts paktes пакт пакта пакту пактом пакте pactos# pactes# пактов# العهد",
    ),
    (w::CHARTER, "charte carta charta устав устава уставу уставом уставе الميثاق"),
    (
        w::PROTOCOL,
        "protocole protocolo протокол протокола протоколу протоколом протоколе protocoles# protocolos# البروتوكول",
    ),
    (w::DECLARATION, "déclaration declaración declaração декларация декларации декларацию декларацией الإعلان"),
    (w::TREATY, "traité tratado trattato договор договора договору договором договоре"),
    (w::STATUTE, "statut estatuto статут статута статуту статутом статуте"),
];

/// The endings of *конвенция*, in Russian and Ukrainian.
const ENDINGS: &str = "я и ю ей ї єю";

/// What stands before such a noun.
const ARTICLES: &str = "la le l les du au aux des cette ladite dudit el del al los las dicho dicha the da do na no pelo \
    pela o à ao il lo della dalla dal alla nella nel die der das dem des im zum a os as dos das";

/// What a noun that nothing belongs to is followed by in Russian and Ukrainian, where any noun may go on with a title.
const ALONE: &str = "и или в с на был была не также может при подписана принята і та";

/// How verbs end there.
const VERBS: &str = "ет ют ит ат ят ется ются ится ил ила ило ал ала ало";

/// How adjectives end that make another thing of such a noun: *Convention collective*, *Convenio bilateral*.
const ADJECTIVES: &str = "enne aine ale al ique ive if elle aire ine ise ée és ada ado ana ano ea eo ica ico iva ivo ar aria \
    ario esa nte dor na no marco";

/// What a title goes on with.
const TITLES: &str = "de d du des del sur relative relatif relativa relativo concernant contre contra pour para sobre entre \
    internationale européenne américaine europea americana о об по против über gegen von zum zur betreffend";

/// The English noun for that of another language; whether it means several.
pub(super) fn noun(tokens: &Tokens, at: usize) -> Option<(u16, bool)> {
    let word = tokens.folded(at);
    // Most words are none, and soon told.
    let first = word.as_bytes().get(..2).filter(|_| (4..=26).contains(&word.len()))?;
    if !matches!(
        first,
        [0xc3 | 0xd0 | 0xd8, _]
            | b"co"
            | b"pa"
            | b"pr"
            | b"tr"
            | b"de"
            | [b'd', 0xc3]
            | b"st"
            | b"es"
            | b"ch"
            | b"ca"
    ) {
        return None;
    }
    if word
        .strip_prefix("конвенці")
        .or_else(|| word.strip_prefix("конвенци"))
        .is_some_and(|end| is_in(ENDINGS, end))
    {
        return Some((w::CONVENTION, false));
    }
    let same = |one: &str| one == word;
    NOUNS.iter().find_map(|(head, all)| {
        let mut all = all.split_ascii_whitespace();
        let found = all.find(|one| same(one.trim_end_matches('#')))?;
        Some((*head, found.ends_with('#')))
    })
}

/// A noun that an article of a place and *of* stand before: the Arabic ones have no capitals.
fn is_arabic(tokens: &Tokens, at: usize) -> bool {
    tokens.folded(at.saturating_sub(1)) == "من"
        && (2..8)
            .filter_map(|back| at.checked_sub(back))
            .any(|at| (w::ARTICLE..=w::ARTICLES).contains(&tokens.at(at).word))
}

/// Such a noun by itself; or one that begins or ends a title which is not known, so that what follows may mean that.
pub(super) fn generic(tokens: &Tokens, at: usize) -> Option<Found> {
    let token = tokens.at(at);
    if !token.capital() && !tokens.folded(at).starts_with("ال") {
        return None;
    }
    let (head, plural) = noun(tokens, at)?;
    let (latin, arabic) =
        (tokens.written(at).chars().next()? < '\u{370}', tokens.folded(at).starts_with('ا'));
    if !(token.capital() || arabic && is_arabic(tokens, at)) {
        return None;
    }
    let before = tokens.folded(at.saturating_sub(1));
    // English and Portuguese share their short words.
    let english = token.word == w::CONVENTION || token.word == w::CONVENTIONS;
    let shared = english && matches!(before, "a" | "no" | "as" | "do" | "the" | "o");
    let mut titled = false;
    if latin && (at == 0 || shared || !is_in(ARTICLES, before)) {
        return None;
    }
    if !latin && tokens.before(at).is_word() && !token.begins_line() {
        // *настоящей Конвенции*, *Факультативного протокола*
        if ["настоящ", "данн", "факультат", "дополнит", "цієї", "цій"]
            .iter()
            .any(|stem| before.starts_with(stem))
        {
            return None;
        }
        titled = tokens.before(at).capital() && tokens.before(at).word != w::ARTICLE;
    }
    let mut to = at + 1;
    let mut year = None;
    if let Some(found) = date_after(tokens, to).filter(|found| found.end <= to + 7 && !tokens.is(to, ',')) {
        (year, to) = (Some(found.year), found.end);
    }
    let next = tokens.at(to);
    let word = tokens.folded(to);
    if ["facultati", "adicional", "additionnel"].iter().any(|stem| word.starts_with(stem)) {
        return None;
    }
    let enters = word == "entre" && tokens.folded(to + 1) == "en" || word == "entra";
    if next.is_word() && !next.begins_paragraph() {
        titled |= next.capital() && (year.is_none() || !next.begins_line()) || is_in(TITLES, word) && !enters;
        let ends = |list: &str| list.split_ascii_whitespace().any(|end| word.ends_with(end));
        let alone = if latin { !ends(ADJECTIVES) } else { arabic || is_in(ALONE, word) || ends(VERBS) };
        if !titled && !enters && !alone {
            return None;
        }
    } else if next.is('-') && !next.spaced() || next.is('/') || next.is('№') || next.is_number() {
        titled |= !is_year(tokens, to);
    }
    if titled {
        return Some(Found { from: at, to: at + 1, what: What::Title(head) });
    }
    let generic = Generic { head, plural, year, abroad: true, ..Generic::default() };
    Some(Found { from: at, to, what: What::Generic(generic) })
}

/// True where a short name is the beginning of a title: *Convention de Genève sur …*.
pub(super) fn goes_on(tokens: &Tokens, at: usize) -> bool {
    is_in(TITLES, tokens.folded(at)) && date_after(tokens, at).is_none() && !tokens.at(at).begins_paragraph()
}

/// *l’article 3 du règlement*, *статья 3 Закона*: an article of something, whatever that is.
pub(super) fn is_of_something(tokens: &Tokens, to: usize) -> bool {
    const LINKS: &str = "de du des del da do della dello der d من van";
    const LAWS: &str =
        "закон кодекс договор соглашени протокол конституц положени указ настоящ данн указанн федеральн";
    let token = tokens.at(to);
    let word = tokens.folded(to);
    let cyrillic = token.is_word() && tokens.written(to).starts_with(|c| ('\u{400}'..'\u{530}').contains(&c));
    let law = || token.capital() || LAWS.split(' ').any(|stem| word.starts_with(stem));
    !token.begins_paragraph() && (word.starts_with("constitu") || is_in(LINKS, word) || cyrillic && law())
}

impl Composer<'_> {
    /// Notes a title that is not known, where there is anything else that a noun could mean.
    pub(super) fn title_alone(&mut self, one: &Found, head: u16) {
        let meaning = Meaning::outside(Mode::OutsideTreaty, Evidence::Name);
        if self.memory.last().is_some() || head == w::CHARTER {
            self.note(one, &meaning, true, head);
        }
    }
}

impl Memory {
    /// *la Charte de l’environnement, article 7*: of a title that is not known, and may be of domestic law.
    pub(super) fn is_of_title(&self, at: usize) -> bool {
        self.last().is_some_and(|last| last.is_outside() && last.to == last.from + 1 && last.to + 12 > at)
    }

    /// What a noun abroad means: `None` where a title that is not known has the same noun and stands nearer in the
    /// paragraph than any other, and for *la Charte* where no charter was named, but beside the Universal Declaration.
    pub(super) fn abroad(
        &self,
        generic: &Generic,
        at: usize,
        (tokens, table): (&Tokens, &Table),
        meaning: Option<Meaning>,
    ) -> Option<Meaning> {
        if !generic.abroad {
            return meaning;
        }
        let other = || self.ahead.iter().any(|(head, ..)| *head == w::CHARTER);
        if generic.head == w::CHARTER && meaning.is_none() && self.knows(table, "udhr") && !other() {
            return table.number("un-charter").map(|one| Meaning::one(vec![one], Evidence::Genre));
        }
        let last = self.back(at).find(|one| one.full && one.head == generic.head);
        let shadowed = last.is_some_and(|last| {
            (last.is_outside() || last.mode == Mode::Any) && tokens.same_paragraph(last.from, at)
        });
        let guessed = |meaning: &Meaning| generic.head == w::CHARTER && meaning.evidence == Evidence::Genre;
        meaning.filter(|meaning| !meaning.members.is_empty() && !shadowed && !guessed(meaning))
    }
}
