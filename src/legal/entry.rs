//! What is known of a thing that a reference can mean, for people: its title, its date, where it is
//! published.

use super::table::{Instrument, Table};

/// What is known of an id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The table's id, or a scheme: `un:S/RES/822(1993)`.
    pub id: String,
    /// The official title; what the id says, where the table does not hold it.
    pub title: String,
    /// The day or year of adoption; empty if it is not known.
    pub date: String,
    /// The highest number of an article, if it is known.
    pub articles: Option<u32>,
    /// Where it is published: `75 UNTS 287 (No. 973)`.
    pub identifier: String,
    /// The address of the official text, if one is known. Nothing asks for it but a person.
    pub source: String,
    /// A project added it.
    pub own: bool,
    /// It is a treaty or a statute.
    pub treaty: bool,
    /// The number and the year in the id do not belong together.
    pub misnumbered: bool,
    /// What the table calls it, where that is not this id.
    pub table_id: String,
}

/// The databases that have an address for each identifier: its name in the table, what stands before it.
const SOURCES: &[(&str, &str)] = &[
    ("icrc_slug", "https://ihl-databases.icrc.org/en/ihl-treaties/"),
    ("un_symbol", "https://undocs.org/"),
    ("celex", EUR_LEX),
];
const EUR_LEX: &str = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:";

impl Table {
    /// What is known of an id; of one that the table does not hold, what the id itself says.
    pub fn entry(&self, id: &str) -> Entry {
        match self.find(id) {
            Some(instrument) => of_instrument(instrument),
            None => match self.of_celex(id) {
                Some(instrument) => {
                    let table_id = instrument.id.clone();
                    Entry { id: id.to_owned(), table_id, ..of_instrument(instrument) }
                }
                None => Entry { misnumbered: self.is_misnumbered(id), ..of_scheme(id) },
            },
        }
    }

    /// The instrument of the table that has this number in the collection of the European Union.
    fn of_celex(&self, id: &str) -> Option<&Instrument> {
        let number = id.strip_prefix("celex:")?;
        let has = |field: &str| {
            field.strip_prefix("celex ").is_some_and(|known| known.split(' ').next() == Some(number))
        };
        self.instruments().iter().find(|one| one.identifiers.split("; ").any(has))
    }

    /// True of a resolution of the Security Council with a year in which it had no such number.
    fn is_misnumbered(&self, id: &str) -> bool {
        let numbered = id.strip_prefix("un:S/RES/").and_then(|number| number.strip_suffix(')'));
        let parts = numbered.and_then(|number| number.split_once('('));
        let parts = parts.and_then(|(number, year)| Some((number.parse().ok()?, year.parse().ok()?)));
        parts.is_some_and(|(number, year)| !self.resolution_fits(number, year))
    }

    /// The entries that all of these words fit, by title, name or abbreviation: at most so many.
    pub fn entries(&self, words: &str, most: usize) -> Vec<Entry> {
        self.search(words).into_iter().take(most).map(of_instrument).collect()
    }
}

fn of_instrument(instrument: &Instrument) -> Entry {
    let fields = || instrument.identifiers.split("; ").filter_map(|field| field.split_once(' '));
    let identifier = match instrument.own {
        true => instrument.identifiers.clone(),
        // An address is no citation.
        false => {
            let cited = fields().filter(|(kind, _)| *kind != "icrc_slug");
            cited.map(|(kind, value)| cited_as(kind, value)).collect::<Vec<_>>().join("; ")
        }
    };
    let address = |(kind, value): (&str, &str)| {
        let (_, before) = SOURCES.iter().find(|(known, _)| *known == kind)?;
        Some(format!("{before}{}", plain(value)))
    };
    let source = match instrument.own {
        true if identifier.starts_with("https://") => identifier.clone(),
        true => String::new(),
        false => fields().find_map(address).unwrap_or_default(),
    };
    Entry {
        id: instrument.id.clone(),
        title: instrument.title.clone(),
        date: instrument.date.clone(),
        articles: instrument.articles,
        identifier,
        source,
        own: instrument.own,
        treaty: instrument.kind == super::Kind::Treaty,
        ..Entry::default()
    }
}

/// An identifier as it is cited: what is no name of a kind belongs to the words.
fn cited_as(kind: &str, value: &str) -> String {
    match kind {
        "unts" | "lnts" | "un_symbol" | "ets_cets" | "text" | "chapters" => value.to_owned(),
        "celex" => format!("CELEX {value}"),
        "ilo" => format!("ILO {value}"),
        _ => format!("{kind} {value}"),
    }
}

/// A symbol without what a table says beside it.
fn plain(symbol: &str) -> &str {
    symbol.split(['[', ' ', ',']).next().unwrap_or(symbol)
}

/// What an id says by itself.
fn of_scheme(id: &str) -> Entry {
    let entry = |title: String, source: String| {
        let date = year_of(id).unwrap_or_default();
        Entry { id: id.to_owned(), title, date, source, ..Entry::default() }
    };
    let Some((scheme, rest)) = id.split_once(':') else { return entry(id.to_owned(), String::new()) };
    match scheme {
        "un" => {
            let resolution = rest.strip_prefix("S/RES/").map(|number| match number.split_once('(') {
                Some((number, year)) => format!("{number} ({year}"),
                None => number.to_owned(),
            });
            let title = match resolution {
                Some(number) => format!("Security Council resolution {number}"),
                None => match rest.strip_prefix("A/RES/") {
                    Some(number) => format!("General Assembly resolution {number}"),
                    None => format!("United Nations document {rest}"),
                },
            };
            entry(title, format!("https://undocs.org/{}", plain(rest)))
        }
        "celex" => entry(
            match case_of(rest) {
                Some(case) => format!("Court of Justice of the European Union, case {case}"),
                None => format!("Act of the European Union {rest}"),
            },
            format!("{EUR_LEX}{rest}"),
        ),
        "echr" => entry(format!("European Court of Human Rights, application {rest}"), String::new()),
        "icj" => entry(format!("International Court of Justice, {rest}"), String::new()),
        "pcij" => entry(format!("Permanent Court of International Justice, {rest}"), String::new()),
        "ecli" => entry(format!("ECLI:{rest}"), String::new()),
        "case" => entry(rest.to_owned(), String::new()),
        _ => entry(id.to_owned(), String::new()),
    }
}

/// The case that a number of the Court of Justice or the General Court is of: `62018CJ0311` is `C-311/18`.
fn case_of(celex: &str) -> Option<String> {
    let (year, rest) = (celex.strip_prefix('6')?.get(..4)?, celex.get(5..)?);
    let (court, number) = (rest.get(..2)?, rest.get(2..)?.parse::<u32>().ok()?);
    let letter = court.get(..1).filter(|letter| ["C", "T", "F"].contains(letter))?;
    Some(format!("{letter}-{number}/{}", year.get(2..)?))
}

/// The year in brackets at the end of an id.
fn year_of(id: &str) -> Option<String> {
    let inner = id.strip_suffix(')')?.rsplit_once('(')?.1;
    (inner.len() == 4 && inner.bytes().all(|byte| byte.is_ascii_digit())).then(|| inner.to_owned())
}
