//! References, entries and a project's own instruments as plain text: the recogniser runs beside the page,
//! and what is said between them is text. One thing a line, its fields between tabs.

use super::reference::{Candidate, Check, Evidence, Form, Issue, Kind, Reference, Status};
use super::{Entry, OwnInstrument};
use crate::text::{Span, Text};

const KINDS: &[Kind] = &[
    Kind::Treaty,
    Kind::SoftLaw,
    Kind::Provision,
    Kind::Set,
    Kind::Resolution,
    Kind::UnDocument,
    Kind::GeneralComment,
    Kind::CustomaryRule,
    Kind::Case,
    Kind::EuAct,
    Kind::TreatySeries,
    Kind::Vague,
];
const STATUSES: &[Status] =
    &[Status::Resolved, Status::Set, Status::Ambiguous, Status::Unresolved, Status::Invalid];
const FORMS: &[Form] = &[Form::Full, Form::Short, Form::Outside];
const EVIDENCE: &[Evidence] = &[
    Evidence::Name,
    Evidence::Discriminator,
    Evidence::Definition,
    Evidence::Antecedent,
    Evidence::Validity,
    Evidence::Genre,
    Evidence::Itself,
];
const CHECKS: &[Check] = &[Check::Year, Check::Article];
const ISSUES: &[Issue] =
    &[Issue::YearConflict, Issue::NumberYearMismatch, Issue::PhantomArticle, Issue::Misread];

/// Writes references.
pub fn write_references(references: &[Reference]) -> String {
    let mut out = String::new();
    for one in references {
        let fields = [
            place(one.span),
            at(KINDS, &one.kind),
            at(STATUSES, &one.status),
            at(FORMS, &one.form),
            one.candidates.iter().map(candidate).collect::<Vec<_>>().join("\u{1f}"),
            one.hints.iter().map(candidate).collect::<Vec<_>>().join("\u{1f}"),
            one.issues.iter().map(|issue| at(ISSUES, issue)).collect(),
            number(one.year),
            number(one.count),
            one.antecedent.map(place).unwrap_or_default(),
        ];
        line(&mut out, &fields);
    }
    out
}

/// Reads the references of a text; `None` where they are not as they were written, or of another text.
pub fn read_references(text: &Text, source: &str) -> Option<Vec<Reference>> {
    let read = |line: &str| {
        let fields: Vec<_> = line.split('\t').collect();
        let field = |at: usize| fields.get(at).copied();
        let candidates = |source: &str| {
            let all = source.split('\u{1f}').filter(|one| !one.is_empty());
            all.map(read_candidate).collect::<Option<Vec<_>>>()
        };
        Some(Reference {
            span: read_place(text, field(0)?)?,
            kind: of(KINDS, field(1)?)?,
            status: of(STATUSES, field(2)?)?,
            form: of(FORMS, field(3)?)?,
            candidates: candidates(field(4)?)?,
            hints: candidates(field(5)?)?,
            issues: all(ISSUES, field(6)?)?,
            year: field(7)?.parse().ok(),
            count: field(8)?.parse().ok(),
            antecedent: field(9).filter(|place| !place.is_empty()).and_then(|place| read_place(text, place)),
        })
    };
    source.lines().map(read).collect()
}

/// Writes what is known of some ids.
pub fn write_entries(entries: &[Entry]) -> String {
    let mut out = String::new();
    for one in entries {
        let fields = [
            one.id.clone(),
            one.title.clone(),
            one.date.clone(),
            number(one.articles),
            one.identifier.clone(),
            one.source.clone(),
            if one.own { "own" } else { "" }.to_owned(),
            if one.treaty { "treaty" } else { "" }.to_owned(),
            if one.misnumbered { "misnumbered" } else { "" }.to_owned(),
            one.table_id.clone(),
        ];
        line(&mut out, &fields);
    }
    out
}

/// Reads them.
pub fn read_entries(source: &str) -> Vec<Entry> {
    let read = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        let mut field = || fields.next().unwrap_or_default();
        Entry {
            id: field(),
            title: field(),
            date: field(),
            articles: field().parse().ok(),
            identifier: field(),
            source: field(),
            own: field() == "own",
            treaty: field() == "treaty",
            misnumbered: field() == "misnumbered",
            table_id: field(),
        }
    };
    source.lines().map(read).collect()
}

/// Writes a project's own instruments.
pub fn write_own(own: &[OwnInstrument]) -> String {
    let mut out = String::new();
    for one in own {
        let fields = [
            one.id.clone(),
            one.name.clone(),
            number(one.articles),
            one.date.clone(),
            one.identifiers.clone(),
        ];
        let names = one.aliases.iter().cloned();
        line(&mut out, &fields.into_iter().chain(names).collect::<Vec<_>>());
    }
    out
}

/// Reads them.
pub fn read_own(source: &str) -> Vec<OwnInstrument> {
    let read = |line: &str| {
        let mut fields = line.split('\t').map(str::to_owned);
        let mut field = || fields.next().unwrap_or_default();
        OwnInstrument {
            id: field(),
            name: field(),
            articles: field().parse().ok(),
            date: field(),
            identifiers: field(),
            aliases: fields.collect(),
        }
    };
    source.lines().map(read).collect()
}

/// A line of these fields. What parts fields and lines cannot stand in them.
fn line(out: &mut String, fields: &[String]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            out.push('\t');
        }
        out.extend(field.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }));
    }
    out.push('\n');
}

fn place(span: Span) -> String {
    format!("{}-{}", span.start().get(), span.end().get())
}

fn read_place(text: &Text, source: &str) -> Option<Span> {
    let (start, end) = source.split_once('-')?;
    text.span(start.parse().ok()?, end.parse().ok()?)
}

fn number(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// Id, provision, evidence, checks.
fn candidate(one: &Candidate) -> String {
    let evidence: String = one.evidence.iter().map(|evidence| at(EVIDENCE, evidence)).collect();
    let checks: String = one.checks.iter().map(|check| at(CHECKS, check)).collect();
    [one.id.as_str(), &one.provision, &evidence, &checks].join("\u{1e}")
}

fn read_candidate(source: &str) -> Option<Candidate> {
    let mut fields = source.split('\u{1e}');
    Some(Candidate {
        id: fields.next()?.to_owned(),
        provision: fields.next()?.to_owned(),
        evidence: all(EVIDENCE, fields.next()?)?,
        checks: all(CHECKS, fields.next()?)?,
    })
}

/// A letter for the place of a value in its list.
fn at<T: PartialEq>(values: &[T], value: &T) -> String {
    let at = values.iter().position(|known| known == value).expect("the list holds every value");
    char::from(b'a' + at as u8).to_string()
}

fn of<T: Copy>(values: &[T], letter: &str) -> Option<T> {
    all(values, letter)?.first().copied()
}

fn all<T: Copy>(values: &[T], letters: &str) -> Option<Vec<T>> {
    letters.bytes().map(|letter| values.get(usize::from(letter.checked_sub(b'a')?)).copied()).collect()
}
