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
pub use review::{accept, at, choose, look, open_at, refuse, refuse_alike, step};
pub use suggested::{InRow, Suggested};

use crate::app::{App, Suggestion};
use crate::legal::{Candidate, Check, Evidence, Issue, Reference, Status};
use crate::model::{Joined, Meaning};
use crate::text::CodePoint;
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

/// What does not fit in a reference, in words.
fn misfits(reference: &Reference) -> Vec<String> {
    let unfit = reference.issues.iter().filter(|issue| **issue != Issue::Misread);
    unfit.map(|issue| (words().legal.issue)(*issue).to_owned()).collect()
}

/// The suggestion that lies at a position.
fn suggestion_at(all: &[Suggestion], position: CodePoint) -> Option<&Suggestion> {
    all.iter().find(|one| one.reference.span.start() <= position && position < one.reference.span.end())
}

/// What is suggested at a position of the shown text, in few words; listening.
pub fn suggested_at(app: App, position: CodePoint) -> Option<String> {
    all_suggestions().with(|all| suggestion_at(all, position).map(|one| about(app, one)))
}

/// The small line of a suggestion: what it means, or how open that is.
fn about(app: App, one: &Suggestion) -> String {
    match &one.reference.candidates[..] {
        [only] => titled(app, &only.id, &only.provision),
        _ => reading(&one.reference),
    }
}

/// Why a candidate is one, in words, with what the reference knows: which year fits, which article there is, how many have the name.
fn evidence_in(reference: &Reference, candidate: &Candidate) -> String {
    let legal = words().legal;
    let unfit = [Issue::YearConflict, Issue::NumberYearMismatch];
    let year = reference.year.filter(|_| !reference.issues.iter().any(|issue| unfit.contains(issue)));
    let sharing = match reference.status {
        Status::Ambiguous => reference.candidates.len(),
        _ => 1,
    };
    let by_year = candidate.evidence.contains(&Evidence::Discriminator) && year.is_some();
    let why = candidate.evidence.iter().map(|evidence| match (*evidence, year) {
        (Evidence::Discriminator, Some(year)) => (legal.year_fits)(year, sharing),
        (Evidence::Name, _) if sharing > 1 && !by_year => (legal.have_name)(sharing),
        (other, _) => (legal.evidence)(other).to_owned(),
    });
    let checks = candidate.checks.iter().filter_map(|check| match (*check, year) {
        (Check::Year, Some(_)) if by_year => None,
        (Check::Year, Some(year)) => Some((legal.year_fits)(year, 1)),
        (Check::Article, _) if candidate.provision.starts_with(|c: char| c.is_ascii_digit()) => {
            Some((legal.article_exists)(&candidate.provision))
        }
        (other, _) => Some((legal.check)(other).to_owned()),
    });
    why.chain(checks).collect::<Vec<_>>().join("; ")
}

/// Why all candidates of a reference are some, where it is the same for several.
fn shared_evidence_in(reference: &Reference) -> Option<String> {
    let (first, rest) = reference.candidates.split_first()?;
    let why = evidence_in(reference, first);
    (!rest.is_empty() && rest.iter().all(|other| evidence_in(reference, other) == why)).then_some(why)
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
