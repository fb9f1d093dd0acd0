//! Snapshots: the project as it stood at a place in the log. Annotations lie in one part for
//! each document, named by their checksum: what has not changed since the last snapshot is
//! shared with it and not written again.

use super::entry::{Link, Pair, seal, sound, stated, unseal};
use crate::formats::json::form::{Form, Maybe, Place, form};
use crate::formats::json::v1;
use crate::history::At;
use crate::model::{
    Annotation, AnnotationId, Certainty, Coder, CoderId, DocumentId, Extra, Head, OwnInstrument, Project,
    Record, Refusal, RelationType, Rule, Stamp, Tag, TagId, Target, Time, Version,
};
use crate::table::Table;
use crate::text::{Hash, Text};

pub(super) const SNAPSHOT: &str = "snapshot:";
pub(super) const PART: &str = "part:";
pub(super) const MARK: &str = "mark:";

/// What a snapshot says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// When it was made.
    pub made: Time,
    /// The greatest place in the log that it holds.
    pub last: At,
    /// The entries in the log that it holds. Others are to be applied to it, also where they sort before `last`.
    pub seen: Vec<At>,
    pub(super) lamport: u64,
    pub(super) base: String,
    pub(super) parts: Vec<Part>,
    pub(super) extra: Extra,
}

form!(Snapshot { made, last, seen, lamport, base, parts });

/// Annotations of one document. Those of a document may lie in many parts: what changes one of them writes
/// one part anew, and a part is made in a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) document: DocumentId,
    pub(super) check: String,
    pub(super) extra: Extra,
}

form!(Part { document, check });

/// Everything but texts and annotations.
pub(super) struct Base {
    pub(super) project: Head,
    pub(super) coders: Vec<Coder>,
    pub(super) tags: Vec<Tag>,
    pub(super) documents: Vec<v1::Document>,
    pub(super) deleted: Vec<v1::Tombstone>,
    pub(super) readings: Vec<v1::Reading>,
    pub(super) relation_types: Vec<RelationType>,
    pub(super) rules: Vec<Rule>,
    pub(super) versions: Vec<Version>,
    pub(super) relations: Vec<v1::Relation>,
    pub(super) refusals: Vec<Refusal>,
    pub(super) instruments: Vec<OwnInstrument>,
    pub(super) extra: Extra,
}

form!(Base {
    project, coders, tags, documents, deleted, readings;
    relation_types, rules, versions, relations, refusals, instruments
});

impl Snapshot {
    /// The key of its own record. Records of snapshots sort by their age.
    pub fn key(&self) -> String {
        format!("{SNAPSHOT}{:015}:{}", self.made.millis().max(0), self.last)
    }

    /// The keys of the parts that it is made of; other snapshots may share them.
    pub fn parts(&self) -> impl Iterator<Item = String> + '_ {
        let parts = self.parts.iter().map(|part| &part.check);
        parts.chain([&self.base]).map(|check| format!("{PART}{check}"))
    }

    /// Reads its own record; `None` where it is damaged.
    pub fn read(value: &str) -> Option<Self> {
        unseal(value)
    }

    /// The project that it holds, of these parts; `None` where one of them is lost or
    /// damaged, or with `whatever_is_left` only where nothing can be made of it. Documents whose text is
    /// lost are left out with their annotations, and told to `lost`.
    pub(super) fn project<'p>(
        &self,
        part: impl Fn(&str) -> Option<&'p str>,
        texts: &Table<Hash, Text>,
        lost: &mut Vec<DocumentId>,
        whatever_is_left: bool,
    ) -> Option<Project> {
        let body = |check: &String| {
            let value = part(&format!("{PART}{check}")).filter(|value| stated(value) == check)?;
            sound(value)
        };
        let base = serde_json::from_str(body(&self.base)?).ok()?;
        let base = Base::read(base, &Place::Top).ok()?;
        let Base { project, coders, tags, documents, deleted, readings, .. } = base;
        let mut records: Vec<_> = coders.into_iter().map(Record::Coder).collect();
        records.extend(tags.into_iter().map(Record::Tag));
        records.extend(base.versions.into_iter().map(Record::Version));
        records.extend(base.refusals.into_iter().map(Record::Refusal));
        records.extend(base.instruments.into_iter().map(Record::Instrument));
        for document in documents {
            match texts.get(&document.sha256) {
                Some(text) => records.push(Record::Document(document.into_model(text.clone()))),
                None => lost.push(document.id),
            }
        }
        records.extend(deleted.into_iter().map(|form| Record::Tombstone(form.into_model())));
        let mut gathered = Project::gather(project, records, self.lamport);
        gathered.add_all(readings.into_iter().map(|form| Record::Reading(form.into_model())).collect());
        gathered.add_all(base.relation_types.into_iter().map(Record::RelationType).collect());
        gathered.add_all(base.rules.into_iter().map(Record::Rule).collect());
        for part in &self.parts {
            let Some(text) = gathered.document(part.document).map(|document| document.text.clone()) else {
                continue;
            };
            let annotations = body(&part.check).and_then(|body| read_part(body, part.document, &text));
            match annotations {
                Some(annotations) => {
                    gathered
                        .add_all(annotations.into_iter().map(Into::into).map(Record::Annotation).collect());
                }
                None if whatever_is_left => {}
                None => return None,
            }
        }
        gathered
            .add_all(base.relations.into_iter().map(|form| Record::Relation(form.into_model())).collect());
        Some(gathered)
    }
}

/// How a part writes certainties.
pub(super) const CERTAINTIES: [(Option<Certainty>, &str); 4] = [
    (None, ""),
    (Some(Certainty::Low), "low"),
    (Some(Certainty::Medium), "medium"),
    (Some(Certainty::High), "high"),
];

fn read_part(body: &str, document: DocumentId, text: &Text) -> Option<Vec<Annotation>> {
    let mut lines = body.lines();
    let tags: Vec<_> = lines.next()?.split('\t').map(TagId::parse).collect::<Option<_>>()?;
    let coders: Vec<_> = lines.next()?.split('\t').map(CoderId::parse).collect::<Option<_>>()?;
    lines.map(|line| read_line(line, document, text, &tags, &coders)).collect()
}

fn read_line(
    line: &str,
    document: DocumentId,
    text: &Text,
    tags: &[TagId],
    coders: &[CoderId],
) -> Option<Annotation> {
    let mut fields = line.split('\t');
    let mut next = || fields.next();
    let id = AnnotationId::parse(next()?)?;
    let tag = *tags.get(next()?.parse::<usize>().ok()?)?;
    let coder = *coders.get(next()?.parse::<usize>().ok()?)?;
    let target = match next()? {
        "" => Target::document(),
        spans => {
            let span = |span: &str| {
                let (start, end) = span.split_once('-')?;
                text.span(start.parse().ok()?, end.parse().ok()?)
            };
            Target::ranges(spans.split(',').map(span).collect::<Option<_>>()?)?
        }
    };
    let created = Time::from_millis(next()?.parse().ok()?);
    let modified = Time::from_millis(next()?.parse().ok()?);
    let stamp = Stamp { modified, rev: next()?.parse().ok()?, lamport: next()?.parse().ok()? };
    let tag_revision = next()?.parse().ok()?;
    let certainty = next()?;
    let certainty = CERTAINTIES.iter().find(|(_, name)| *name == certainty)?.0;
    let note = match next()? {
        "" => String::new(),
        json => serde_json::from_str(json).ok()?,
    };
    let values = read_extra(next()?)?.0;
    let extra = read_extra(next()?)?;
    Some(Annotation {
        id,
        document,
        target,
        tag,
        tag_revision,
        coder,
        values,
        certainty,
        note,
        created,
        stamp,
        extra,
    })
}

fn read_extra(json: &str) -> Option<Extra> {
    if json.is_empty() {
        return Some(Extra::default());
    }
    Extra::read(serde_json::from_str(json).ok()?, &Place::Top).ok()
}

/// The record that says what a tab wrote last. It is kept in both stores of the browser, so
/// that each is held to what the other says was there.
pub fn mark(tab: u32, last: &Link) -> Pair {
    let form = Mark { last: last.at, check: Maybe(last.check.clone()), extra: Extra::default() };
    Pair { key: format!("{MARK}{tab:08x}"), value: seal(&form) }
}

/// An hour in milliseconds.
pub const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// Which of the snapshots stay, by the times they were made, the oldest first: the newest; the
/// newest of those older than an hour, and than a day; and of those between, the oldest, so
/// that there will be one of that age.
pub fn staying(made: &[Time], now: Time) -> Vec<usize> {
    let age = |at: &usize| now.millis() - made[*at].millis();
    let all = 0..made.len();
    let newest = all.clone().next_back();
    let hour = all.clone().rev().find(|at| age(at) >= HOUR);
    let day = all.clone().rev().find(|at| age(at) >= DAY);
    let next_hour = all.clone().find(|at| age(at) < HOUR);
    let next_day = all.clone().find(|at| age(at) < DAY);
    [newest, hour, day, next_hour, next_day].into_iter().flatten().collect()
}

/// What a mark says; `None` where it is damaged.
pub(super) fn read_mark(value: &str) -> Option<Link> {
    let Mark { last, check, .. } = unseal(value)?;
    Some(Link { at: last, check: check.0 })
}

struct Mark {
    last: At,
    check: Maybe<String>,
    extra: Extra,
}

form!(Mark { last, check });
