//! The annotations that the recogniser of legal references is scored by say what
//! `tests/legal/guideline.md` lets them say, and stand where they say.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const KINDS: &[&str] = &[
    "treaty",
    "soft_law",
    "provision",
    "set",
    "resolution",
    "un_document",
    "general_comment",
    "customary_rule",
    "case",
    "eu_act",
    "treaty_series",
];

const STATUSES: &[&str] = &["resolved", "set", "ambiguous", "unresolved", "invalid"];

const FORMS: &[&str] = &["full", "short", "outside"];

const FIELDS: &[&str] = &["end", "form", "ids", "kind", "start", "status", "surface"];

/// What an id begins with if it names no instrument of the table.
const SCHEMES: &[&str] = &[
    "un",
    "comment",
    "echr",
    "icj",
    "pcij",
    "icty",
    "ictr",
    "icc",
    "iachr",
    "communication",
    "ecli",
    "case",
    "celex",
    "unts",
    "lnts",
    "ets",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&read(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn string<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("`{name}` is no text in {value}"))
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("it is a number")).expect("it is a position")
}

/// A text that is annotated.
struct Text {
    name: String,
    sealed: bool,
    characters: Vec<char>,
    /// The part that is annotated.
    range: (usize, usize),
    references: usize,
}

impl Text {
    fn of(entry: &Value) -> Self {
        let characters: Vec<char> = read(&root().join(string(entry, "text"))).chars().collect();
        let range = match entry["range"].as_array() {
            Some(range) => (number(&range[0]), number(&range[1])),
            None => (0, characters.len()),
        };
        assert!(range.0 < range.1 && range.1 <= characters.len(), "{entry}");
        Self {
            name: string(entry, "name").to_owned(),
            sealed: match string(entry, "set") {
                "open" => false,
                "sealed" => true,
                other => panic!("{other} is no set of texts"),
            },
            characters,
            range,
            references: number(&entry["references"]),
        }
    }

    fn file(&self) -> PathBuf {
        let folder = if self.sealed { "sealed" } else { "gold" };
        root().join("tests/legal").join(folder).join(format!("{}.jsonl", self.name))
    }

    fn gold(&self) -> Vec<Value> {
        let parse = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        read(&self.file()).lines().map(parse).collect()
    }
}

fn texts() -> Vec<Text> {
    let index = json(&root().join("tests/legal/gold/index.json"));
    index["texts"].as_array().expect("the index lists texts").iter().map(Text::of).collect()
}

/// The ids of the table's instruments.
fn instruments() -> BTreeSet<String> {
    let table = json(&root().join("tests/legal/instruments.json"));
    let all = table["instruments"].as_array().expect("the table lists instruments");
    all.iter().map(|instrument| string(instrument, "id").to_owned()).collect()
}

/// The highest article of an instrument, if the table knows it.
fn articles(id: &str) -> Option<u64> {
    let table = json(&root().join("tests/legal/instruments.json"));
    let all = table["instruments"].as_array().expect("the table lists instruments");
    all.iter().find(|instrument| string(instrument, "id") == id)?["articles"].as_u64()
}

#[test]
fn references_stand_where_they_say_in_order_and_apart() {
    for text in texts() {
        let mut last = text.range.0;
        for reference in text.gold() {
            let at = format!("{}: {reference}", text.name);
            let (start, end) = (number(&reference["start"]), number(&reference["end"]));
            let surface = string(&reference, "surface");
            assert!(last <= start && start < end && end <= text.range.1, "{at}");
            assert_eq!(text.characters[start..end].iter().collect::<String>(), surface, "{at}");
            assert_eq!(surface.trim(), surface, "{at}");
            last = end;
        }
    }
}

#[test]
fn references_use_the_words_of_the_guideline() {
    for text in texts() {
        for reference in text.gold() {
            let at = format!("{}: {reference}", text.name);
            let fields: Vec<&str> =
                reference.as_object().expect("it is an object").keys().map(String::as_str).collect();
            assert_eq!(
                fields.iter().copied().collect::<BTreeSet<_>>(),
                FIELDS.iter().copied().collect(),
                "{at}"
            );
            assert!(KINDS.contains(&string(&reference, "kind")), "{at}");
            assert!(STATUSES.contains(&string(&reference, "status")), "{at}");
            assert!(FORMS.contains(&string(&reference, "form")), "{at}");
        }
    }
}

#[test]
fn the_number_of_ids_goes_with_the_status() {
    for text in texts() {
        for reference in text.gold() {
            let ids = reference["ids"].as_array().expect("ids are a list").len();
            let counted = string(&reference, "kind") == "set" && ids == 0;
            let fits = match string(&reference, "status") {
                "resolved" => ids == 1,
                "set" => ids > 1 || counted,
                "ambiguous" => ids > 1,
                "unresolved" => ids == 0,
                _ => ids > 0,
            };
            assert!(fits, "{}: {reference}", text.name);
            let outside = string(&reference, "form") == "outside";
            assert!(!outside || ids == 0, "{}: {reference}", text.name);
        }
    }
}

#[test]
fn ids_name_instruments_of_the_table_or_follow_a_scheme() {
    let instruments = instruments();
    for text in texts() {
        for reference in text.gold() {
            let at = format!("{}: {reference}", text.name);
            let ids: Vec<&str> = reference["ids"]
                .as_array()
                .expect("ids are a list")
                .iter()
                .filter_map(Value::as_str)
                .collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{at}");
            for id in ids {
                let (base, locator) =
                    id.split_once('#').map_or((id, None), |(base, rest)| (base, Some(rest)));
                assert!(locator.is_none_or(|locator| !locator.is_empty()), "{at}");
                match base.split_once(':') {
                    Some((scheme, rest)) => assert!(SCHEMES.contains(&scheme) && !rest.is_empty(), "{at}"),
                    None => {
                        assert!(instruments.contains(base), "{at}");
                        let provision = string(&reference, "kind") == "provision";
                        assert_eq!(locator.is_some(), provision, "{at}");
                    }
                }
            }
        }
    }
}

#[test]
fn articles_exist_unless_the_reference_is_called_invalid() {
    for text in texts() {
        for reference in text.gold() {
            for id in reference["ids"].as_array().expect("ids are a list").iter().filter_map(Value::as_str) {
                let Some((base, locator)) = id.split_once('#') else { continue };
                let digits: String = locator.chars().take_while(char::is_ascii_digit).collect();
                let (Ok(article), Some(highest)) = (digits.parse::<u64>(), articles(base)) else { continue };
                let exists = 0 < article && article <= highest;
                assert_eq!(exists, string(&reference, "status") != "invalid", "{}: {reference}", text.name);
            }
        }
    }
}

#[test]
fn security_council_resolutions_are_of_the_year_of_their_number() {
    let table = json(&root().join("tests/legal/instruments.json"));
    let years = &table["unsc_resolution_numbers_by_year"]["ranges"];
    for text in texts() {
        for reference in text.gold() {
            for id in reference["ids"].as_array().expect("ids are a list").iter().filter_map(Value::as_str) {
                let Some(rest) = id.strip_prefix("un:S/RES/") else { continue };
                let (number, rest) = rest.split_once('(').expect("a year follows");
                let (year, _) = rest.split_once(')').expect("the year is in brackets");
                let number: u64 = number.parse().expect("it has a number");
                let first = years[year][0].as_u64().expect("the year is in the table");
                let fits = first <= number && years[year][1].as_u64().is_none_or(|last| number <= last);
                assert_eq!(fits, string(&reference, "status") != "invalid", "{}: {reference}", text.name);
            }
        }
    }
}

#[test]
fn the_index_counts_what_is_there() {
    let texts = texts();
    for text in &texts {
        assert_eq!(text.gold().len(), text.references, "{}", text.name);
    }
    for (folder, sealed) in [("gold", false), ("sealed", true)] {
        let path = root().join("tests/legal").join(folder);
        // Before any text is sealed there is no folder for them.
        let Ok(entries) = fs::read_dir(path) else {
            assert!(!texts.iter().any(|text| text.sealed == sealed));
            continue;
        };
        let found: BTreeSet<PathBuf> = entries
            .map(|entry| entry.expect("the folder can be read").path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "jsonl"))
            .collect();
        let expected: BTreeSet<PathBuf> =
            texts.iter().filter(|text| text.sealed == sealed).map(Text::file).collect();
        assert_eq!(found, expected);
    }
    assert!(texts.iter().map(|text| text.references).sum::<usize>() >= 300);
    assert!(texts.iter().filter(|text| text.references > 0).count() >= 12);
}
