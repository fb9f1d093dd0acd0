//! References to law: suggestions and their review, what an annotation refers to, the ledger.

mod choice;
mod find;
mod grid;
mod ledger;
mod meaning;
mod open;
mod part;
mod passages;
mod review;
mod suggested;

pub use ledger::LedgerScreen;
pub use meaning::MeaningPanel;
pub use review::{accept, at, choose, look, refuse, refuse_alike, step};
pub use suggested::Suggested;

use crate::app::{App, Suggestion};
use crate::legal::{Candidate, Reference, Status};
use crate::model::{Joined, Meaning};
use crate::ui::words::words;
use leptos::prelude::*;

/// The suggestions of the shown document: gathered once, for all that shows them.
type All = Memo<Vec<Suggestion>>;

/// Gathers them for the views below.
pub fn provide_suggestions(app: App) {
    let all: All = Memo::new(move |_| app.suggestions());
    provide_context(all);
}

/// The suggestions of the shown document.
pub fn all_suggestions() -> All {
    use_context().expect("the screen with the texts provides them")
}

/// What a reference was read as, in words.
fn reading(reference: &Reference) -> String {
    match (reference.status, reference.count) {
        (Status::Set, Some(number)) if reference.candidates.is_empty() => {
            (words().legal.unnamed)(number as usize)
        }
        (status, _) => (words().legal.reading)(status, reference.candidates.len()),
    }
}

/// Why a candidate is one, in words.
fn evidence(candidate: &Candidate) -> String {
    let why = candidate.evidence.iter().map(|evidence| (words().legal.evidence)(*evidence));
    let checks = candidate.checks.iter().map(|check| (words().legal.check)(*check));
    why.chain(checks).collect::<Vec<_>>().join("; ")
}

/// Why all of them are candidates, where it is the same for several.
fn shared_evidence(candidates: &[Candidate]) -> Option<String> {
    let (first, rest) = candidates.split_first()?;
    let why = evidence(first);
    (!rest.is_empty() && rest.iter().all(|other| evidence(other) == why)).then_some(why)
}

/// What an annotation refers to, in few words; listening.
pub fn short_meaning(app: App, meaning: &Meaning) -> String {
    let legal = words().legal;
    match (meaning.joined, &meaning.parts[..]) {
        (_, []) => String::new(),
        (Joined::Either, parts) => (legal.is_open)(parts.len()),
        (Joined::All, [one]) if one.is_known() => shortened(&titled(app, &one.id, &one.provision)),
        (Joined::All, [one]) if one.provision.is_empty() => legal.not_named.to_owned(),
        (Joined::All, [one]) => format!("{} · {}", one.provision, legal.not_named),
        (Joined::All, parts) => (legal.is_set)(parts.len()),
    }
}

/// The longest title on a card, in characters.
const LONGEST: usize = 64;

fn shortened(title: &str) -> String {
    match title.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", title[..at].trim_end()),
        None => title.to_owned(),
    }
}

/// The title of something that is meant; listening.
fn title_of(app: App, id: &str) -> String {
    if app.is_lost(id) { (words().legal.lost)(id) } else { app.entry(id).title }
}

/// The title of something that is meant, with its provision; listening.
fn titled(app: App, id: &str, provision: &str) -> String {
    let title = title_of(app, id);
    if provision.is_empty() { title } else { format!("{provision} · {title}") }
}
