//! One entry of the log, and how it is written: `checksum JSON`, the records as
//! in version 1 of the file, texts apart and by hash.

use crate::formats::json::form::{Flaw, Form, Maybe, Place, by_name, form, name_of, text_form};
use crate::formats::json::v1;
use crate::formats::json::writer::Json;
use crate::history::{Kind, Step};
use crate::model::{Act, Change, Coder, Document, DocumentId, Extra, Head, Key, Record, Tag, Time};
use crate::table::{Coded, Table};
use crate::text::{Hash, Text};
use serde_json::{Map, Value};

/// What every key of version 1 of the saved form begins with.
pub const PREFIX: &str = "glossator:1:";

/// A step with its place in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// One more than the greatest that its tab had seen.
    pub seq: u64,
    /// The tab that wrote it: random, so that two tabs never share a key.
    pub tab: u32,
    /// The entry that its tab had seen last; a gap in the log shows by it.
    pub after: Option<(u64, u32)>,
    /// How the step came about.
    pub kind: Kind,
    /// The step as it was written.
    pub step: Step,
}

/// One record of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its name, never used for another value.
    pub key: String,
    /// What is kept.
    pub value: String,
}

/// The records that keep an entry: the texts that it brings in, then itself.
/// Only when all are kept, the entry is.
pub fn encode(entry: &Entry) -> Vec<Pair> {
    let brings_in = |change: &&Change| change.before().is_none();
    let changes = &entry.step.patch.changes;
    let mut pairs: Vec<_> = changes
        .iter()
        .filter(brings_in)
        .filter_map(|change| match change.after() {
            Some(Record::Document(document)) => Some(encode_text(document)),
            _ => None,
        })
        .collect();
    let form = EntryForm {
        after: entry.after.map(|(seq, tab)| At { seq, tab }),
        kind: entry.kind,
        act: entry.step.act,
        at: entry.step.at,
        changes: changes.iter().map(ChangeForm::of).collect(),
        extra: Extra::default(),
    };
    let key = format!("{PREFIX}{LOG}{}", At { seq: entry.seq, tab: entry.tab });
    pairs.push(Pair { key, value: seal(&form) });
    pairs
}

/// True for the key of an entry: where another tab writes one, the log went on.
pub fn is_log_key(key: &str) -> bool {
    key.strip_prefix(PREFIX).is_some_and(|name| name.starts_with(LOG))
}

pub(super) const LOG: &str = "log:";
pub(super) const TEXT: &str = "text:";

/// The record of a text. It names the document too, so that text and title
/// survive where the entry that brought them in does not.
fn encode_text(document: &Document) -> Pair {
    let form = TextForm {
        document: document.id,
        title: document.title.clone(),
        text: document.text.as_str().to_owned(),
        extra: Extra::default(),
    };
    Pair { key: format!("{PREFIX}{TEXT}{}", document.text.hash()), value: seal(&form) }
}

/// Puts the first 16 digits of the JSON's SHA-256 before it.
fn seal<F: Form>(form: &F) -> String {
    let mut json = Json::compact();
    form.write(&mut json);
    let json = json.into_text();
    format!("{} {json}", checksum(&json))
}

fn checksum(json: &str) -> String {
    let mut hash = Hash::of(json.as_bytes()).to_string();
    hash.truncate(16);
    hash
}

/// Reads what [`seal`] wrote; `None` where a single bit is different.
pub(super) fn unseal<F: Form>(value: &str) -> Option<F> {
    let (stated, json) = value.split_once(' ')?;
    let value = (stated == checksum(json)).then(|| serde_json::from_str(json).ok())??;
    F::read(value, &Place::Top).ok()
}

/// A place in the log; earlier ones sort before later ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub seq: u64,
    pub tab: u32,
}

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:010}:{:08x}", self.seq, self.tab)
    }
}

impl At {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (seq, tab) = text.split_once(':')?;
        let at = Self { seq: seq.parse().ok()?, tab: u32::from_str_radix(tab, 16).ok()? };
        (at.to_string() == text).then_some(at)
    }
}

impl Coded for At {
    const WORDS: usize = 2;

    fn encode(self, words: &mut [u64]) {
        (self.seq, self.tab).encode(words);
    }

    fn decode(words: &[u64]) -> Self {
        let (seq, tab) = Coded::decode(words);
        Self { seq, tab }
    }
}

const KINDS: &[(Kind, &str)] =
    &[(Kind::Done, "done"), (Kind::Undone, "undone"), (Kind::Redone, "redone"), (Kind::Quiet, "quiet")];

text_form!(At, "a place in the log", At::parse, At::to_string);
text_form!(Kind, "a kind of step", |name| by_name(KINDS, name), |kind| name_of(KINDS, kind));
text_form!(Act, "an act", Act::parse, |act| act.name().to_owned());

pub(super) struct EntryForm {
    pub after: Option<At>,
    pub kind: Kind,
    pub act: Act,
    pub at: Time,
    pub changes: Vec<ChangeForm>,
    pub extra: Extra,
}

form!(EntryForm { after, kind, act, at, changes });

pub(super) struct TextForm {
    pub document: DocumentId,
    pub title: String,
    pub text: String,
    pub extra: Extra,
}

form!(TextForm { document, title, text });

pub(super) struct ChangeForm {
    pub before: Maybe<RecordForm>,
    pub after: Maybe<RecordForm>,
    pub extra: Extra,
}

form!(ChangeForm { before, after });

/// A record under the name of its kind.
#[derive(Clone)]
pub(super) enum RecordForm {
    Head(Head),
    Document(v1::Document),
    Tag(Tag),
    Coder(Coder),
    Annotation(v1::Annotation),
    Tombstone(v1::Tombstone),
    Reading(v1::Reading),
}

macro_rules! record_form {
    ($($kind:ident $name:literal),*) => {
        impl Form for RecordForm {
            fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
                let map: Map<String, Value> = match value {
                    Value::Object(map) => map,
                    _ => Map::new(),
                };
                match map.into_iter().next() {
                    $(Some((name, value)) if name == $name => Form::read(value, &at.field($name)).map(Self::$kind),)*
                    _ => Err(at.damaged(crate::formats::Fault::Missing)),
                }
            }

            fn write(&self, json: &mut Json) {
                json.open('{');
                match self {
                    $(Self::$kind(form) => {
                        json.field($name);
                        form.write(json);
                    })*
                }
                json.close('}');
            }
        }
    };
}

record_form!(
    Head "project", Document "document", Tag "tag", Coder "coder", Annotation "annotation",
    Tombstone "deleted", Reading "reading"
);

impl ChangeForm {
    fn of(change: &Change) -> Self {
        let form = |side: Option<&Record>| Maybe(side.map(RecordForm::of));
        Self { before: form(change.before()), after: form(change.after()), extra: Extra::default() }
    }

    /// The record that is changed.
    pub(super) fn key(&self) -> Option<Key> {
        self.before.0.as_ref().or(self.after.0.as_ref()).map(RecordForm::key)
    }

    /// The change; `None` where a text is missing or the sides do not belong together.
    pub(super) fn into_change(self, texts: &Table<DocumentId, Text>) -> Option<Change> {
        let record = |side: Maybe<RecordForm>| match side.0 {
            Some(form) => form.into_record(texts).map(Some),
            None => Some(None),
        };
        Change::between(record(self.before)?, record(self.after)?)
    }
}

impl RecordForm {
    fn of(record: &Record) -> Self {
        match record {
            Record::Head(head) => Self::Head(head.clone()),
            Record::Document(document) => Self::Document(v1::Document::of(document)),
            Record::Tag(tag) => Self::Tag(tag.clone()),
            Record::Coder(coder) => Self::Coder(coder.clone()),
            Record::Annotation(annotation) => Self::Annotation(v1::Annotation::of(annotation)),
            Record::Tombstone(tombstone) => Self::Tombstone(v1::Tombstone::of(tombstone)),
            Record::Reading(reading) => Self::Reading(v1::Reading::of(reading)),
        }
    }

    fn key(&self) -> Key {
        match self {
            Self::Head(_) => Key::Head,
            Self::Document(form) => Key::Document(form.id),
            Self::Tag(tag) => Key::Tag(tag.id),
            Self::Coder(coder) => Key::Coder(coder.id),
            Self::Annotation(form) => Key::Annotation(form.id),
            Self::Tombstone(form) => Key::Tombstone(form.id),
            Self::Reading(form) => Key::Reading(form.coder, form.document),
        }
    }

    pub(super) fn into_record(self, texts: &Table<DocumentId, Text>) -> Option<Record> {
        Some(match self {
            Self::Head(head) => Record::Head(head),
            Self::Document(form) => Record::Document({
                let text = texts.get(&form.id)?.clone();
                form.into_model(text)
            }),
            Self::Tag(tag) => Record::Tag(tag),
            Self::Coder(coder) => Record::Coder(coder),
            Self::Annotation(form) => {
                let text = texts.get(&form.document)?;
                Record::Annotation(form.into_model(text, &Place::Top).ok()?)
            }
            Self::Tombstone(form) => Record::Tombstone(form.into_model()),
            Self::Reading(form) => Record::Reading(form.into_model()),
        })
    }
}
