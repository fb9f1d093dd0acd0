//! The recogniser of legal references, beside the page: it holds the table of instruments, comes when it is
//! first needed, and never makes a key wait. What is asked and answered is text (`legal::wire`).

use glossator::legal::wire::{read_own, write_entries, write_references};
use glossator::legal::{Entry, Options, Status, Table, recognise};
use glossator::text::Text;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// So many entries are answered to a search.
const MOST: usize = 30;

/// 1.7 KB less to load than the standard library's allocator, and as fast.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    static TABLE: RefCell<Option<Table>> = const { RefCell::new(None) };
}

fn main() {}

/// The answer to a question: what is asked, and about what. `script/law` hands it what the page sends.
#[wasm_bindgen]
pub fn answer(question: &str, about: &str) -> String {
    TABLE.with_borrow_mut(|table| {
        if question == "own" {
            let mut fresh = Table::embedded();
            read_own(about).iter().for_each(|own| fresh.add(own));
            *table = Some(fresh);
            return String::new();
        }
        let table = table.get_or_insert_with(Table::embedded);
        match question {
            "recognise" | "recognise all" => {
                let options = Options { vague: question == "recognise all" };
                let text = Text::new(about);
                text.map(|text| write_references(&recognise(&text, table, &options))).unwrap_or_default()
            }
            "entries" => write_entries(&about.lines().map(|id| table.entry(id)).collect::<Vec<_>>()),
            "search" => {
                // A bare number is the year of an instrument, or in its title, before it is one of a resolution.
                let typed = about.trim();
                let has_number = |entry: &Entry| {
                    let mut numbers = entry.title.split(|c: char| !c.is_ascii_digit());
                    is_number(typed)
                        && (entry.date.starts_with(typed) || numbers.any(|number| number == typed))
                };
                let (mut found, rest): (Vec<_>, Vec<_>) =
                    table.entries(about, MOST).into_iter().partition(has_number);
                found.extend(meant(table, about));
                found.extend(rest);
                write_entries(&found)
            }
            _ => String::new(),
        }
    })
}

fn is_number(words: &str) -> bool {
    let words = words.trim();
    !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit())
}

/// The one thing outside the table that typed words mean: a resolution, a symbol, a case. A bare number is
/// one of the Security Council's.
fn meant(table: &Table, words: &str) -> Option<Entry> {
    let words = words.trim();
    let words =
        if is_number(words) { format!("Security Council resolution {words}") } else { words.to_owned() };
    let found = recognise(&Text::new(&words)?, table, &Options::default());
    let [one] = &found[..] else { return None };
    let resolved = one.status == Status::Resolved && one.issues.is_empty();
    let candidate = one.candidates.first().filter(|_| resolved)?;
    table.find(&candidate.id).is_none().then(|| table.entry(&candidate.id))
}
