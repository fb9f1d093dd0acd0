//! Whether what is named can exist, and what follows if only one of several has it.

use super::judged::Judged;
use super::mention::Meaning;
use super::names::Mode;
use super::provisions::{Provision, Unit};
use super::reference::{Candidate, Check, Evidence, Form, Issue, Status};
use super::table::Table;

/// The instruments that a place is within.
pub(super) struct Instruments<'a> {
    /// What the name or short form means.
    pub meaning: &'a Meaning,
    /// The year beside it.
    pub year: Option<u32>,
}

/// The highest article that is common to the four Geneva Conventions.
const COMMON: u32 = 3;

/// The numbers of articles, without what is below them.
pub(super) fn numbers(provision: &Provision) -> Vec<u32> {
    if !matches!(provision.unit, Unit::Article | Unit::Rule | Unit::Principle) {
        return Vec::new();
    }
    let digits = |one: &String| one.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok();
    provision.locators.iter().filter_map(digits).collect()
}

/// What a place within these instruments is.
pub(super) fn judge(table: &Table, provision: &Provision, instruments: &Instruments) -> Judged {
    let meaning = instruments.meaning;
    if meaning.mode.is_outside() {
        return Judged { form: Form::Outside, ..Judged::unresolved() };
    }
    let numbers = numbers(provision);
    // Of *Protocol I* the one on fragments that X-rays do not show is a single sentence.
    let exists = |one: u16| {
        let instrument = table.get(one);
        instrument.has(&numbers) && (instrument.id != "ccw-p1" || numbers.iter().all(|number| *number <= 1))
    };
    let mut members = meaning.members.clone();
    let mut evidence = vec![meaning.evidence];
    let mut issues = Vec::new();
    let highest = numbers.iter().copied().max().unwrap_or_default();
    if let Some(regulations) = regulations(table, &members, instruments.year, highest) {
        members = vec![regulations];
        evidence.push(Evidence::Validity);
    }
    let mut invalid = false;
    // *Articles 50, 51, 130 and 147 of the four Geneva Conventions*: one of each.
    let geneva = members.len() == 4 && members.iter().all(|one| table.get(*one).id.starts_with("gc"));
    let four = numbers.len() == 4 && provision.locators.len() == 4;
    let mut pairs = members.iter().zip(&numbers);
    let each =
        geneva && four && pairs.all(|(one, number)| *number > COMMON && table.get(*one).has(&[*number]));
    match meaning.mode {
        _ if each => {}
        Mode::Any | Mode::Unknown => {
            let fitting: Vec<u16> = members.iter().copied().filter(|one| exists(*one)).collect();
            if fitting.is_empty() {
                invalid = true;
            } else if fitting.len() < members.len() {
                evidence.push(Evidence::Validity);
                members = fitting;
            }
        }
        _ => {
            invalid = !members.iter().all(|one| exists(*one)) || geneva && highest > COMMON;
        }
    }
    if invalid {
        issues.push(Issue::PhantomArticle);
    }
    if provision.misread {
        issues.push(Issue::Misread);
    }
    let checked = !invalid && !numbers.is_empty();
    let mut candidates = Vec::new();
    for (place, one) in members.iter().enumerate() {
        let instrument = table.get(*one);
        let checks = if checked && instrument.articles.is_some() { vec![Check::Article] } else { Vec::new() };
        let own = if each { place..place + 1 } else { 0..provision.locators.len() };
        for locator in &provision.locators[own] {
            candidates.push(Candidate {
                id: instrument.id.clone(),
                provision: locator.clone(),
                evidence: evidence.clone(),
                checks: checks.clone(),
            });
        }
    }
    let mut unique: Vec<Candidate> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        if !unique.contains(&candidate) {
            unique.push(candidate);
        }
    }
    let any = matches!(meaning.mode, Mode::Any | Mode::Unknown) && members.len() > 1;
    if meaning.mode == Mode::Unknown {
        return Judged { hints: unique, issues, ..Judged::unresolved() };
    }
    let status = match unique.len() {
        0 => Status::Unresolved,
        _ if invalid => Status::Invalid,
        _ if any => Status::Ambiguous,
        1 => Status::Resolved,
        _ => Status::Set,
    };
    Judged { status, candidates: unique, issues, ..Judged::unresolved() }
}

/// The Hague Convention of 1907 has nine articles: a higher one is of the Regulations annexed to it.
fn regulations(table: &Table, members: &[u16], year: Option<u32>, highest: u32) -> Option<u16> {
    let convention = table.number("hague1907-4").filter(|number| members.contains(number))?;
    let certain = members.len() == 1 || year == Some(1907);
    let beyond = table.get(convention).articles.is_some_and(|last| highest > last) && highest <= 56;
    (certain && beyond).then(|| table.number("hague1907-regs"))?
}
