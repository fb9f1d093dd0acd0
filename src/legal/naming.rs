//! Names of instruments with what belongs to them: years, dates, brackets, counting words.

use super::additional;
use super::chinese::with_date;
use super::found::{Found, Name, What};
use super::generics::{head, head_of};
use super::letters::is_capital;
use super::names::Mode;
use super::numbers::{count, date_after, is_year, roman};
use super::table::Table;
use super::title_words::is_in;
use super::tokens::Tokens;
use super::words::w;
use super::years::{narrow, of_year};

/// The abbreviations that a document has given to what it names.
#[derive(Default)]
pub(super) struct Abbreviations {
    known: Vec<(String, Name)>,
    /// How many names were found that are certain.
    full: usize,
    /// First tokens of those that count only if enough is certain in the end.
    doubtful: Vec<usize>,
}

/// A table's abbreviation counts by itself after so many names in full.
const CERTAIN: usize = 2;

/// The name of an instrument that begins with a token.
pub(super) fn name(tokens: &Tokens, table: &Table, known: &mut Abbreviations, at: usize) -> Option<Found> {
    if let Some(found) = own_abbreviation(tokens, known, at) {
        return Some(found);
    }
    // *ICRC, Customary IHL Database*: who wrote it stands apart.
    if tokens.folded(at) == "icrc" && tokens.is(at + 1, ',') {
        return None;
    }
    let mut hit = table.names.longest(&table.words, tokens, at)?;
    // *1954 Hague Convention for the Protection of Cultural Property*: the year may be part of a shorter name.
    if is_year(tokens, at)
        && let Some(longer) =
            table.names.longest(&table.words, tokens, at + 1).filter(|one| one.end > hit.end)
    {
        hit = longer;
    }
    let target = table.names.target(hit.target);
    // *North Atlantic Treaty Organization*
    let house = tokens.is_any(hit.end, "center centre hall organization organisation");
    // *Устава МАГАТЭ*: another's.
    let others =
        target.mode == Mode::Short && tokens.at(hit.end).capital() && !tokens.at(hit.end).begins_line();
    if house || others || goes_on(tokens, at, hit.end, target.mode) {
        return None;
    }
    let (mut from, mut to) = (at, hit.end);
    // *ICCPR*, and *AP I*, which elsewhere may be anything.
    let abbreviation = hit.words <= 2
        && tokens.at(at).all_capitals()
        && tokens.at(at).folded_length() <= if hit.words == 1 { 9 } else { 2 }
        && (at + 1..hit.end).all(|at| {
            let token = tokens.at(at);
            token.all_capitals() && token.folded_length() <= 3 || !token.is_word()
        });
    if abbreviation && !abbreviation_counts(tokens, known, at, to) {
        return None;
    }
    if tokens.is(to, '/') || at > 0 && tokens.before(at).is('/') && !tokens.at(at).spaced() {
        return None;
    }
    if tokens.is(from, '《') {
        (from, to) = (from + 1, to - 1);
    }
    let outside = target.mode.is_outside();
    if outside && !abbreviation {
        to = super::endings::going_on(tokens, to).unwrap_or(to);
        // *General Armistice Agreement between Jordan and Israel*
        if super::titles::is_between_states(tokens, to) {
            to = super::titles::behind(tokens, to + 1, 12).0;
        }
    }
    let mut name = Name::new(target.mode, target.members.clone(), head_of(tokens, at, hit.end));
    if let ([one], 0) = (name.members.as_slice(), name.head) {
        let spanish = (at..hit.end).any(|at| tokens.is_word(at, w::CONVENIO));
        name.head = if spanish { w::CONVENIO } else { head_of_title(&table.get(*one).title) };
    }
    if !tokens.written(at).is_ascii() {
        let (dated, year) = with_date(tokens, from);
        from = dated;
        name.year = year;
    }
    from = nations_before(tokens, from);
    if from > 0
        && is_year(tokens, from - 1)
        && !tokens.before(from).begins_paragraph()
        && !tokens.before(from - 1).is('(')
        && !month_before(tokens, from - 1)
    {
        name.year = Some(tokens.at(from - 1).value);
        from = nations_before(tokens, from - 1);
    }
    // *four Geneva Conventions*, *four 1949 Geneva Conventions*
    let number = from > 0 && count(tokens, from - 1).is_some() && !tokens.before(from).begins_line();
    let counted = name.mode == Mode::Set && number;
    if counted && !(is_year(tokens, from - 1) || name.year.is_some() && tokens.before(from).is_number()) {
        from -= 1;
    }
    // A draft is not what was adopted later.
    if from > 0 && tokens.before(from).word == w::DRAFT {
        let kind = name.members.first().map(|one| table.get(*one).kind);
        // *the draft convention on …*: in words.
        let small = tokens.is_word(at, w::CONVENTION) && !tokens.at(at).capital();
        if tokens.at(at).word == w::ARTICLES || small {
            return None;
        }
        name.mode = match (name.mode, kind) {
            (Mode::OutsideTreaty, _) | (_, Some(super::reference::Kind::Treaty)) => Mode::OutsideTreaty,
            _ => Mode::OutsideSoft,
        };
        name.members.clear();
        from -= 1;
    }
    if let Some((number, end)) = super::endings::labour_number(tokens, at, to) {
        let number = table.number(&format!("ilo-c{number}"));
        (name.mode, to) = (if number.is_some() { Mode::One } else { Mode::OutsideTreaty }, end);
        name.members = number.into_iter().collect();
    }
    loop {
        if let Some(found) = date_after(tokens, to).filter(|_| name.year.is_none() || tokens.is(to, '(')) {
            name.year = Some(found.year);
            to = found.end;
        } else if name.year.is_none()
            && is_year(tokens, to)
            && !tokens.at(to).begins_line()
            && of_year(&name, table, tokens.at(to).value)
        {
            name.year = Some(tokens.at(to).value);
            to += if tokens.is_word(to + 1, w::GODA) { 2 } else { 1 };
        } else if name.year.is_none()
            && tokens.is(to, ',')
            && is_year(tokens, to + 1)
            && !tokens.at(to + 1).begins_paragraph()
            && of_year(&name, table, tokens.at(to + 1).value)
        {
            // *Vienna Convention on the Law of Treaties, 1969*
            name.year = Some(tokens.at(to + 1).value);
            to += 2;
        } else if let Some((year, end)) = super::endings::place_and_year(tokens, to)
            && name.year.is_none()
            && (outside || of_year(&name, table, year))
        {
            (name.year, to) = (Some(year), end);
        } else if let Some(end) = bracket(tokens, to) {
            // *Statute of the International Criminal Court (ICC)*: the court.
            if tokens.is(to + 2, ')') && !abbreviation && name.head != w::STATUTE {
                known.define(tokens, to + 1, &name);
            }
            to = end;
        } else {
            break;
        }
    }
    if let Some(end) = additional::to_the_conventions(tokens, table, &name, to) {
        to = date_after(tokens, end).map_or(end, |found| found.end);
        to = bracket(tokens, to).unwrap_or(to);
    }
    // *Additional Protocol I to the Treaty for the Prohibition of Nuclear Weapons in Latin America*
    if let Some(end) = additional::to_another(tokens, table, &name, to) {
        name.mode = Mode::OutsideTreaty;
        name.members.clear();
        to = end;
    }
    // *Protocol I thereto*
    if tokens.is_word(to, w::THERETO) && name.head == w::PROTOCOL {
        to += 1;
    }
    if !abbreviation {
        known.full += 1;
        if let Some(at) = quoted_abbreviation(tokens, to) {
            known.define(tokens, at, &name);
        }
    }
    name.mentioned = (1..=2).any(|back| {
        at.checked_sub(back).is_some_and(|at| {
            matches!(tokens.at(at).word, w::ABOVEMENTIONED | w::AFOREMENTIONED | w::SAID | w::SAME | w::THAT)
        })
    });
    let place =
        hit.words == 2 && head(tokens.before(hit.end).word).is_some() && !tokens.at(at).all_capitals();
    narrow(&mut name, table, place);
    Some(Found { from, to, what: What::Name(name) })
}

/// The noun that an abbreviation's instrument is called by.
fn head_of_title(title: &str) -> u16 {
    let noun = |word: &str| match word.trim_matches(|c: char| !c.is_ascii_alphabetic()) {
        "Convention" => w::CONVENTION,
        "Covenant" => w::COVENANT,
        "Protocol" => w::PROTOCOL,
        "Declaration" => w::DECLARATION,
        "Charter" => w::CHARTER,
        "Statute" => w::STATUTE,
        "Treaty" => w::TREATY,
        "Pact" => w::PACT,
        _ => 0,
    };
    title.split(' ').map(noun).find(|noun| *noun != 0).unwrap_or(0)
}

/// True where what looks like a short name is the beginning of a title that the table does not have: *European
/// Convention on Extradition*, *Vienna Convention on Contracts*.
fn goes_on(tokens: &Tokens, at: usize, end: usize, mode: Mode) -> bool {
    let place = tokens.is_any(
        at,
        "universal european american african interamerican arab geneva hague vienna montreal washington paris london",
    );
    let short = end <= at + 2 && head(tokens.before(end).word).is_some() && place
        || matches!(mode, Mode::Any | Mode::Unknown) && place;
    // *Hague Convention of 1907 for limiting the Employment of Force*
    if matches!(mode, Mode::Any | Mode::Unknown) && super::abroad::goes_on(tokens, end) {
        return true;
    }
    let dated = date_after(tokens, end).is_some_and(|date| tokens.is_word(date.end, w::FOR));
    if dated && place && matches!(mode, Mode::Any | Mode::Unknown) {
        return true;
    }
    let next = tokens.at(end);
    let connector = matches!(next.word, w::ON | w::AGAINST | w::FOR | w::CONCERNING | w::RELATING);
    short && connector && tokens.before(end).capital() && {
        let mut first = end + 1;
        while first < end + 3 && matches!(tokens.at(first).word, w::TO | w::THE) {
            first += 1;
        }
        let day = tokens.folded(first).ends_with("day");
        tokens.at(first).capital()
            && !day
            && !tokens.at(first).begins_paragraph()
            && super::numbers::month(tokens, first).is_none()
    }
}

/// Abbreviations that mean nothing else in any text.
const UNMISTAKABLE: &str = "iccpr icescr udhr unclos vclt vcdr vccr unfccc gdpr tfeu undrip opcat icrmw icppped icerd uncat \
    uncrc crpd uncrpd gciii gciv apii ctbt tpnw apmbc untoc uncac acrwc arsiwa";

/// A document's own abbreviation goes before the table's.
fn own_abbreviation(tokens: &Tokens, known: &Abbreviations, at: usize) -> Option<Found> {
    let token = tokens.at(at);
    if !token.all_capitals() || token.folded_length() < 2 || known.known.is_empty() {
        return None;
    }
    let folded = tokens.folded(at);
    let (_, name) = known.known.iter().find(|(abbreviation, _)| abbreviation == folded)?;
    let organ = matches!(tokens.at(at + 1).word, w::COMMITTEE | w::GENERAL)
        || tokens.is(at + 1, '/')
        || tokens.before(at).is('/');
    let name = Name { defined: true, year: None, mentioned: false, ..name.clone() };
    (!organ).then_some(Found { from: at, to: at + 1, what: What::Name(name) })
}

impl Abbreviations {
    /// Takes out the abbreviations that stood in a text which is not about such things.
    pub fn settle(&self, found: &mut Vec<Found>) {
        if self.full < CERTAIN && !self.doubtful.is_empty() {
            // *AP II* says more than *AP*: one other name is enough.
            let numbered = |one: &Found| self.full > 0 && one.to > one.from + 1;
            found.retain(|one| numbered(one) || self.doubtful.binary_search(&one.from).is_err());
        }
    }

    fn define(&mut self, tokens: &Tokens, at: usize, name: &Name) {
        if self.known.len() < 200 {
            self.known.push((tokens.folded(at).to_owned(), name.clone()));
        }
    }

    /// Notes the abbreviation in brackets behind a title that the table does not have.
    pub fn define_unknown(&mut self, tokens: &Tokens, found: &mut Found) {
        if let Some(end) = bracket(tokens, found.to)
            && let What::Name(name) = &found.what
        {
            // *Constitution of the World Health Organization (WHO)*: the body.
            let body = tokens.folded(found.from) == "constitution";
            if tokens.is(found.to + 2, ')') && !body {
                self.define(tokens, found.to + 1, name);
            }
            found.to = end;
        } else if let Some(short) = quoted_abbreviation(tokens, found.to)
            && let What::Name(name) = &found.what
        {
            self.define(tokens, short, name);
        }
    }
}

/// Short forms in capitals mean courts, committees and series of reports too.
fn abbreviation_counts(tokens: &Tokens, known: &mut Abbreviations, at: usize, to: usize) -> bool {
    let next = tokens.at(to);
    let spoken = if next.is(',') { to + 1 } else { to };
    let comments = tokens.is_word(spoken, w::GENERAL)
        && matches!(tokens.at(spoken + 1).word, w::COMMENT..=w::RECOMMENDATIONS);
    let organ = comments
        || matches!(next.word, w::COMMITTEE | w::GENERAL | w::COURT)
        || is_year(tokens, to)
        || next.is('-') && tokens.at(to + 1).is_number();
    if organ || next.is('/') {
        return false;
    }
    let unit = |at: usize| {
        let word = tokens.at(at).word;
        (w::ARTICLE..=w::PRINCIPLES).contains(&word)
    };
    let comma = if tokens.is(to, ',') { to + 1 } else { to };
    if unit(comma) || tokens.is(comma, '(') && unit(comma + 1) {
        known.full += 1;
        return true;
    }
    // *Article 51 of the ICCPR*, *Article 51 ICCPR*
    let mut back = at;
    while back > 0 && matches!(tokens.before(back).word, w::THE | w::OF) {
        back -= 1;
    }
    if back == at && tokens.before(back).is(',') {
        back -= 1;
    }
    let last = tokens.before(back);
    let numbered = last.is_number()
        || last.is(')')
        || last.capital() && roman(tokens.folded(back.saturating_sub(1))).is_some();
    let article = numbered && (1..=16).any(|far| back.checked_sub(far).is_some_and(unit));
    if article {
        known.full += 1;
        return true;
    }
    // *(ECHR)* behind a case is the Court.
    let bracketed = tokens.before(at).is('(') && next.is(')');
    if is_in(UNMISTAKABLE, tokens.folded(at)) && !next.is('-') {
        known.full += 1;
        return true;
    }
    if bracketed || tokens.at(at).word == w::ECHR {
        return false;
    }
    if known.full < CERTAIN {
        known.doubtful.push(at);
    }
    true
}

fn nations_before(tokens: &Tokens, at: usize) -> usize {
    let from = super::bodies::with_nations(tokens, at);
    let others = ["unesco", "ilo", "oau", "au", "asean", "oas", "coe"];
    let before = from.checked_sub(1).filter(|before| {
        from == at && tokens.at(*before).all_capitals() && !tokens.at(at).begins_paragraph()
    });
    before.filter(|before| others.contains(&tokens.folded(*before))).unwrap_or(from)
}

/// True for a name that is part of the title of a book: *The Convention against Torture: A Commentary*.
pub(super) fn is_publication(tokens: &Tokens, one: &Found) -> bool {
    if !matches!(one.what, What::Name(_)) {
        return false;
    }
    let book = |at: usize| {
        tokens.at(at).capital()
            && tokens.is_any(at, "commentary commentaries travaux étude commentaire comentarios")
    };
    let behind = if tokens.is_word(one.to + 1, w::A) { one.to + 2 } else { one.to + 1 };
    let article = |at: usize| tokens.is_word(at, w::THE) || matches!(tokens.folded(at), "la" | "el");
    let the = one.from.checked_sub(1).filter(|at| article(*at)).unwrap_or(one.from);
    let link = the.saturating_sub(1);
    let on = matches!(tokens.at(link).word, w::ON | w::TO) || matches!(tokens.folded(link), "sur" | "sobre");
    let cases = tokens.is(one.to, '-') && (one.to + 1..one.to + 8).any(book);
    tokens.is(one.to, ':') && book(behind) || cases || on && the > 1 && book(the - 2)
}

fn month_before(tokens: &Tokens, at: usize) -> bool {
    at > 0 && super::numbers::month(tokens, at - 1).is_some()
}

/// A bracket behind a name that belongs to it: an abbreviation, a number, a short title.
fn bracket(tokens: &Tokens, at: usize) -> Option<usize> {
    if !tokens.is(at, '(') || tokens.at(at).begins_paragraph() {
        return None;
    }
    let first = tokens.at(at + 1);
    let plural = tokens.written(at + 1).strip_suffix('s').is_some_and(|rest| rest.chars().all(is_capital));
    let short = first.all_capitals() || plural && first.folded_length() > 3;
    if tokens.is(at + 2, ')') && first.is_word() && short && first.folded_length() >= 2 {
        return Some(at + 3);
    }
    if tokens.is_word(at + 1, w::NO)
        && tokens.is(at + 2, '.')
        && tokens.at(at + 3).is_number()
        && tokens.is(at + 4, ')')
    {
        return Some(at + 5);
    }
    let close = (at + 2..at + 7).find(|at| tokens.is(*at, ')'))?;
    let last = close - 1;
    let all_capitals = (at + 1..close).all(|at| tokens.at(at).capital());
    // *(Oviedo Convention)*, *(Geneva Convention I)*, *(Protocol of San Salvador)*
    let titled = all_capitals && head(tokens.at(last).word).is_some() && last > at + 1
        || all_capitals && head(tokens.before(last).word).is_some() && roman(tokens.folded(last)).is_some()
        || tokens.is_word(at + 1, w::PROTOCOL)
            && tokens.is_word(at + 2, w::OF)
            && tokens.at(at + 3).capital();
    let numbered =
        tokens.is_word(at + 1, w::PROTOCOL) && roman(tokens.folded(at + 2)).is_some() && last == at + 2;
    // *(Convention against Torture)*
    let short = head(first.word).is_some()
        && first.capital()
        && tokens.at(last).capital()
        && matches!(tokens.at(at + 2).word, w::ON | w::AGAINST | w::FOR);
    // *(Basic Principles and Guidelines)*
    let repeated = first.capital()
        && tokens.is_any(last, "principles guidelines rules")
        && (at + 1..close).all(|at| tokens.at(at).capital() || tokens.is_word(at, w::AND));
    (titled || numbered || short || repeated).then_some(close + 1)
}

/// The abbreviation in `(hereinafter “CERD”)` or `(“the CERD”)`.
fn quoted_abbreviation(tokens: &Tokens, at: usize) -> Option<usize> {
    if !tokens.is(at, '(') {
        return None;
    }
    let close = (at + 1..at + 12).find(|at| tokens.is(*at, ')'))?;
    let told = (at + 1..close)
        .any(|at| tokens.is(at, '"') || matches!(tokens.at(at).word, w::HEREINAFTER | w::HEREAFTER));
    let short = |at: &usize| tokens.at(*at).all_capitals() && tokens.at(*at).folded_length() >= 2;
    (at + 1..close).find(short).filter(|_| told)
}
