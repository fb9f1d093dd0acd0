//! Scores the recogniser of legal references on the annotated texts of `tests/legal`.
//!
//! The open texts and passages are scored in each run. The sealed ones are scored once, when the recogniser is
//! finished: `GLOSSATOR_SEALED=1 cargo test --no-default-features --test legal_score -- --nocapture`.
//! `GLOSSATOR_SHOW=1` prints each open passage that is read otherwise than it is marked; `GLOSSATOR_PASSAGES=FILE`
//! scores the passages of another file and prints those.

use glossator::legal::{Options, Reference, Table, recognise};
use glossator::text::Text;
use serde_json::Value;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

/// A reference of the gold, or one that was found.
struct Item {
    start: u64,
    end: u64,
    ids: Vec<String>,
    kind: String,
    status: String,
    form: String,
}

impl Item {
    fn of_gold(line: &str) -> Self {
        let value: Value = serde_json::from_str(line).expect("a line of gold is JSON");
        let text = |name: &str| value[name].as_str().expect("it is a text").to_owned();
        let ids = value["ids"].as_array().expect("ids are a list").iter();
        Self {
            start: value["start"].as_u64().expect("it is a position"),
            end: value["end"].as_u64().expect("it is a position"),
            ids: ids.map(|id| id.as_str().expect("an id is a text").to_owned()).collect(),
            kind: text("kind"),
            status: text("status"),
            form: text("form"),
        }
    }

    fn of_found(one: &Reference) -> Self {
        Self {
            start: u64::from(one.span.start().get()),
            end: u64::from(one.span.end().get()),
            ids: one.ids(),
            kind: one.kind.name().to_owned(),
            status: one.status.name().to_owned(),
            form: one.form.name().to_owned(),
        }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The ids without the places in them, in their order and each once.
    fn instruments(&self) -> Vec<&str> {
        let mut found: Vec<&str> = self.ids.iter().map(|id| id.split('#').next().unwrap_or(id)).collect();
        found.dedup();
        found
    }
}

/// What is counted; `form` alone picks the gold of one form.
#[derive(Default)]
struct Score {
    gold: usize,
    found: usize,
    exact: usize,
    overlap: usize,
    /// Of those that overlap: the instruments are the same.
    instrument: usize,
    /// Of those with the same instruments, and with places in the gold: the places are the same.
    provision: usize,
    provisions: usize,
    status: usize,
    kind: usize,
    /// The gold is ambiguous, and what was found says so.
    ambiguous: usize,
    ambiguities: usize,
    /// Short forms with ids: resolved as the gold has it; resolved otherwise.
    short: usize,
    short_right: usize,
    short_wrong: usize,
}

fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 1.0 } else { part as f64 / of as f64 }
}

impl Score {
    fn add(&mut self, gold: &[Item], found: &[Item], form: Option<&str>) {
        let counts = |item: &&Item| form.is_none_or(|form| item.form == form);
        for one in gold.iter().filter(counts) {
            self.gold += 1;
            let exact = found.iter().find(|other| (other.start, other.end) == (one.start, one.end));
            self.exact += usize::from(exact.is_some());
            let best = exact.or_else(|| found.iter().find(|other| other.overlaps(one)));
            let short = one.form == "short" && !one.ids.is_empty();
            self.short += usize::from(short);
            let ambiguous = one.status == "ambiguous";
            self.ambiguities += usize::from(ambiguous);
            let Some(best) = best else { continue };
            self.overlap += 1;
            self.status += usize::from(best.status == one.status);
            self.kind += usize::from(best.kind == one.kind);
            self.ambiguous += usize::from(ambiguous && best.status == "ambiguous");
            let same = best.instruments() == one.instruments();
            self.instrument += usize::from(same);
            if same && one.ids.iter().any(|id| id.contains('#')) {
                self.provisions += 1;
                self.provision += usize::from(best.ids == one.ids);
            }
            if short && best.ids == one.ids {
                self.short_right += 1;
            } else if short && (best.status == "resolved" || best.status == "set") {
                self.short_wrong += 1;
            }
        }
        // What was found counts where its best partner in the gold is of the form, or where it has none.
        let partner = |one: &&Item| {
            let all = gold.iter().filter(|other| other.overlaps(one));
            form.is_none_or(|form| {
                all.clone().next().is_none() || all.clone().any(|other| other.form == form)
            })
        };
        self.found += found.iter().filter(partner).count();
    }

    fn precision(&self) -> f64 {
        share(self.exact, self.found)
    }

    fn recall(&self) -> f64 {
        share(self.exact, self.gold)
    }

    fn f1(&self) -> f64 {
        share(2 * self.exact, self.gold + self.found)
    }

    fn print(&self, name: &str, out: &mut String) {
        writeln!(
            out,
            "{name:10} gold {:4} found {:4} | precision {:.4} recall {:.4} F1 {:.4} | overlap recall {:.4} | of those found: \
             instrument {:.4} status {:.4} kind {:.4} | provision {:.4} ({} of {})",
            self.gold,
            self.found,
            self.precision(),
            self.recall(),
            self.f1(),
            share(self.overlap, self.gold),
            share(self.instrument, self.overlap),
            share(self.status, self.overlap),
            share(self.kind, self.overlap),
            share(self.provision, self.provisions),
            self.provision,
            self.provisions,
        )
        .expect("a text takes all");
    }
}

/// The scores of a set of texts: all, without `outside`, and by form; the table as text.
fn score(set: &str, folder: &str) -> (Score, String) {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let read =
        |path: &str| fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let index: Value = serde_json::from_str(&read("tests/legal/gold/index.json")).expect("the index is JSON");
    let table = Table::embedded();
    let forms = [None, Some("full"), Some("short"), Some("outside")];
    let mut scores = [Score::default(), Score::default(), Score::default(), Score::default()];
    let mut without = Score::default();
    let mut out = String::new();
    for entry in index["texts"].as_array().expect("the index lists texts") {
        if entry["set"] != set {
            continue;
        }
        let name = entry["name"].as_str().expect("a name is a text");
        let text = Text::new(&read(entry["text"].as_str().expect("a path is a text"))).expect("it is short");
        let gold: Vec<Item> =
            read(&format!("tests/legal/{folder}/{name}.jsonl")).lines().map(Item::of_gold).collect();
        let bound = |at: usize| entry["range"][at].as_u64();
        let (first, last) = (bound(0).unwrap_or(0), bound(1).unwrap_or(u64::MAX));
        let mut found: Vec<Item> =
            recognise(&text, &table, &Options::default()).iter().map(Item::of_found).collect();
        found.retain(|one| first <= one.start && one.end <= last);
        for (score, form) in scores.iter_mut().zip(forms) {
            score.add(&gold, &found, form);
        }
        let inside = |items: Vec<Item>| -> Vec<Item> {
            items.into_iter().filter(|one| one.form != "outside").collect()
        };
        let mut own = Score::default();
        own.add(&gold, &found, None);
        own.print(&name[..name.len().min(10)], &mut out);
        // Finding what the table does not hold is never an error.
        let outside: Vec<(u64, u64)> =
            gold.iter().filter(|one| one.form == "outside").map(|one| (one.start, one.end)).collect();
        found.retain(|one| {
            one.form != "outside" && outside.iter().all(|(start, end)| one.end <= *start || *end <= one.start)
        });
        without.add(&inside(gold), &found, None);
    }
    for (score, form) in scores.iter().zip(["all", "full", "short", "outside"]) {
        score.print(form, &mut out);
    }
    without.print("- outside", &mut out);
    let [all, _, _, _] = scores;
    writeln!(
        out,
        "short forms with ids: {} resolved of {}, {} resolved wrongly; ambiguous ones shown as such: {} of {}",
        all.short_right, all.short, all.short_wrong, all.ambiguous, all.ambiguities
    )
    .expect("a text takes all");
    (all, out)
}

#[test]
fn the_open_texts_are_read_as_well_as_they_ever_were() {
    let (all, table) = score("open", "gold");
    println!("{table}");
    assert!(all.f1() >= 0.99, "{table}");
    assert!(share(all.overlap, all.gold) >= 0.99, "{table}");
    assert!(share(all.instrument, all.overlap) >= 0.99, "{table}");
    assert!(share(all.provision, all.provisions) >= 0.99, "{table}");
    assert_eq!(all.ambiguous, all.ambiguities, "{table}");
    assert!(all.short_right * 100 >= all.short * 95, "{table}");
    assert_eq!(all.short_wrong, 0, "{table}");
}

/// Printed, and not judged: the figures are reported as they are.
#[test]
fn the_sealed_texts_are_scored_on_demand() {
    if std::env::var_os("GLOSSATOR_SEALED").is_some() {
        println!("{}", score("sealed", "sealed").1);
    }
}

/// A passage of `tests/legal/passages` without its marks, and what they say.
fn passage(marked: &str) -> (Text, Vec<Item>) {
    let (mut plain, mut gold) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('«') {
        let (inner, after) = after.split_once('»').unwrap_or_else(|| panic!("not closed: {after}"));
        let (ids, surface) = inner.split_once('|').unwrap_or_else(|| panic!("no ids: {inner}"));
        plain.push_str(before);
        let start = plain.chars().count() as u64;
        plain.push_str(surface);
        let names = ids.trim_start_matches(['?', '!', '=', '-', '~']);
        let names: Vec<String> = names.split_whitespace().map(str::to_owned).collect();
        let status = match ids.as_bytes()[0] {
            b'?' => "ambiguous",
            b'!' => "invalid",
            b'-' | b'~' => "unresolved",
            _ if names.len() == 1 => "resolved",
            _ => "set",
        };
        gold.push(Item {
            start,
            end: plain.chars().count() as u64,
            ids: names,
            kind: String::new(),
            status: status.to_owned(),
            form: if ids.starts_with('~') { "outside" } else { "full" }.to_owned(),
        });
        rest = after;
    }
    plain.push_str(rest);
    (Text::new(&plain).expect("it is short"), gold)
}

/// What is found in a passage, marked as the passages are.
fn marked(text: &Text, found: &[Item]) -> String {
    let characters: Vec<char> = text.as_str().chars().collect();
    let piece = |from: u64, to: u64| characters[from as usize..to as usize].iter().collect::<String>();
    let (mut out, mut last) = (String::new(), 0);
    for one in found {
        let mark = match (one.status.as_str(), one.form.as_str()) {
            ("ambiguous", _) => "?",
            ("invalid", _) => "!",
            (_, "outside") => "~",
            ("unresolved", _) => "-",
            _ if one.ids.is_empty() => "=",
            _ => "",
        };
        out += &piece(last, one.start);
        out += &format!("«{mark}{}|{}»", one.ids.join(" "), piece(one.start, one.end));
        last = one.end;
    }
    out + &piece(last, characters.len() as u64)
}

/// The scores of the passages of some files: all, and without those whose instrument the table does not hold.
fn score_passages(files: &[&str], show: bool) -> (Score, String) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/legal/passages");
    let read = |file: &&str| {
        let path = folder.join(file);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let all: String = files.iter().map(read).collect();
    let table = Table::embedded();
    let (mut score, mut own, mut out) = (Score::default(), Score::default(), String::new());
    for (name, marks) in all.split("%% ").filter_map(|one| one.split_once('\n')) {
        let (text, mut gold) = passage(marks.trim_end_matches('\n'));
        let mut found: Vec<Item> =
            recognise(&text, &table, &Options::default()).iter().map(Item::of_found).collect();
        score.add(&gold, &found, None);
        let (read, wanted) = (marked(&text, &found), marked(&text, &gold));
        if show && read != wanted {
            writeln!(out, "--- {name}\n{wanted}\n+++\n{read}").expect("a text takes all");
        }
        let outside: Vec<(u64, u64)> =
            gold.iter().filter(|one| one.form == "outside").map(|one| (one.start, one.end)).collect();
        found.retain(|one| {
            one.form != "outside" && outside.iter().all(|(start, end)| one.end <= *start || *end <= one.start)
        });
        gold.retain(|one| one.form != "outside");
        own.add(&gold, &found, None);
    }
    score.print("passages", &mut out);
    own.print("- outside", &mut out);
    (score, out)
}

#[test]
fn the_open_passages_are_read_as_well_as_they_ever_were() {
    let show = std::env::var_os("GLOSSATOR_SHOW").is_some();
    let (all, table) = score_passages(&["open.txt", "opened.txt"], show);
    println!("{table}");
    assert!(all.f1() >= 0.95, "{table}");
    assert!(share(all.overlap, all.gold) >= 0.97, "{table}");
    assert!(share(all.instrument, all.overlap) >= 0.99, "{table}");
    assert!(share(all.provision, all.provisions) >= 0.97, "{table}");
    assert_eq!(all.ambiguous, all.ambiguities, "{table}");
}

/// Printed, and not judged, as the sealed texts are.
#[test]
fn the_sealed_passages_are_scored_on_demand() {
    if std::env::var_os("GLOSSATOR_SEALED").is_some() {
        println!("{}", score_passages(&["sealed-2.txt", "sealed-3.txt", "sealed-4.txt"], false).1);
    }
}

/// A file of passages that is named by its full path, with what is read otherwise than it is marked.
#[test]
fn passages_from_elsewhere_are_scored_on_demand() {
    if let Ok(file) = std::env::var("GLOSSATOR_PASSAGES") {
        println!("{}", score_passages(&[&file], true).1);
    }
}
