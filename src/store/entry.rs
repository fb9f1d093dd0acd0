//! One entry of the log, and how it is written: `checksum JSON`, the records as
//! in version 1 of the file, texts apart and by hash.

use super::open::DamageKind;
use crate::formats::json::form::{Flaw, Form, Maybe, Place, by_name, form, name_of, text_form};
use crate::formats::json::v1;
use crate::formats::json::writer::Json;
use crate::history::{At, Kind, Step};
use crate::model::{
    Act, Change, Coder, Document, DocumentId, Extra, Head, Key, OwnInstrument, Patch, Project, Record,
    Refusal, RelationType, Rule, Tag, Time, Version,
};
use crate::table::Table;
use crate::text::{Hash, Hashing, Text};
use serde_json::{Map, Value};

/// A step as the log holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The entry that its tab had seen last; a gap in the log shows by it.
    pub after: Option<Link>,
    /// How the step came about.
    pub kind: Kind,
    /// The step as it was written.
    pub step: Step,
}

/// Names an entry and what was written there: each entry names the one before it, so that
/// neither can be lost or changed without notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its place.
    pub at: At,
    /// The checksum of what was written; none in logs of before 2026.
    pub check: Option<String>,
}

/// One record of the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its name within the project: `log:`, `text:`, `part:`, `snapshot:` or `mark:` and what tells it
    /// from others of its kind. But for marks never used for another value.
    pub key: String,
    /// What is kept.
    pub value: String,
}

/// The records that keep an entry: the texts that it brings in, then itself.
/// Only when all are kept, the entry is.
pub fn encode(entry: &Entry) -> Vec<Pair> {
    let mut encoding = Encoding::new(entry);
    encoding.go_on(&entry.step, usize::MAX);
    encoding.finish(&entry.step)
}

/// The records of an entry while they are made: a step with thousands of changes takes longer than a page
/// may stand still.
pub struct Encoding {
    pairs: Vec<Pair>,
    /// The entry as far as it is written: its list of changes is open.
    json: String,
    /// How many changes are written.
    done: usize,
    /// What its checksum is made of, and how much of the entry that has seen.
    hashing: Hashing,
    hashed: usize,
}

impl Encoding {
    /// Begins with what stands before the changes.
    pub fn new(entry: &Entry) -> Self {
        let brings_in = |change: &&Change| change.before().is_none();
        let texts =
            entry.step.patch.changes.iter().filter(brings_in).filter_map(|change| match change.after() {
                Some(Record::Document(document)) => Some(encode_text(document)),
                _ => None,
            });
        let form = EntryForm {
            after: entry.after.as_ref().map(|link| link.at),
            check: Maybe(entry.after.as_ref().and_then(|link| link.check.clone())),
            kind: entry.kind,
            turns: Maybe(entry.step.turns),
            act: entry.step.act,
            at: entry.step.at,
            changes: Vec::new(),
            extra: Extra::default(),
        };
        let mut json = Json::compact();
        form.write(&mut json);
        let mut json = json.into_text();
        json.truncate(json.len() - ENTRY_END.len());
        Self { pairs: texts.collect(), json, done: 0, hashing: Hashing::default(), hashed: 0 }
    }

    /// Writes so many more changes of the step; false once all are written.
    pub fn go_on(&mut self, step: &Step, changes: usize) -> bool {
        let left = &step.patch.changes[self.done..];
        let mut json = Json::more(std::mem::take(&mut self.json), self.done == 0);
        for change in left.iter().take(changes) {
            json.item();
            ChangeForm::of(change).write(&mut json);
            self.done += 1;
        }
        self.json = json.into_text();
        self.hash();
        self.done < step.patch.changes.len()
    }

    /// Goes on with the checksum: of an entry of megabytes it takes as long as writing it.
    fn hash(&mut self) {
        self.hashing.add(&self.json.as_bytes()[self.hashed..]);
        self.hashed = self.json.len();
    }

    /// The records, once all changes are written.
    pub fn finish(mut self, step: &Step) -> Vec<Pair> {
        self.json.push_str(ENTRY_END);
        self.hash();
        let value = format!("{} {}", short(self.hashing.finish()), self.json);
        self.pairs.push(Pair { key: log_key(step.place), value });
        self.pairs
    }
}

/// What an entry ends with: its list of changes, and itself.
const ENTRY_END: &str = "]}";

/// The link to an entry that was encoded: its own record is the last one.
pub fn link(at: At, pairs: &[Pair]) -> Link {
    Link { at, check: pairs.last().map(|pair| stated(&pair.value).to_owned()) }
}

/// The checksum that a sealed value states.
pub(super) fn stated(value: &str) -> &str {
    value.split(' ').next().unwrap_or_default()
}

/// The name of an entry's record.
pub fn log_key(at: At) -> String {
    format!("{LOG}{at}")
}

/// The place of an entry, by the name of its record.
pub fn place_of(key: &str) -> Option<At> {
    key.strip_prefix(LOG).and_then(At::parse)
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
    Pair { key: format!("{TEXT}{}", document.text.hash()), value: seal(&form) }
}

/// The records of a project's texts.
pub fn texts_of(project: &Project) -> Vec<Pair> {
    project.documents().into_iter().map(encode_text).collect()
}

/// Puts the first 16 digits of the JSON's SHA-256 before it.
pub(super) fn seal<F: Form>(form: &F) -> String {
    let mut json = Json::compact();
    form.write(&mut json);
    let json = json.into_text();
    format!("{} {json}", checksum(&json))
}

pub(super) fn checksum(json: &str) -> String {
    short(Hash::of(json.as_bytes()))
}

/// How a hash stands before what it is of.
pub(super) fn short(hash: Hash) -> String {
    let mut hash = hash.to_string();
    hash.truncate(16);
    hash
}

/// Reads what [`seal`] wrote; `None` where a single bit is different.
pub(super) fn unseal<F: Form>(value: &str) -> Option<F> {
    let value = serde_json::from_str(sound(value)?).ok()?;
    F::read(value, &Place::Top).ok()
}

/// What a checksum was put before; `None` where a single bit of it is different.
pub(super) fn sound(value: &str) -> Option<&str> {
    let (stated, body) = value.split_once(' ')?;
    (stated == checksum(body)).then_some(body)
}

const KINDS: &[(Kind, &str)] =
    &[(Kind::Done, "done"), (Kind::Undone, "undone"), (Kind::Redone, "redone"), (Kind::Quiet, "quiet")];

text_form!(At, "a place in the log", At::parse, At::to_string);
text_form!(Kind, "a kind of step", |name| by_name(KINDS, name), |kind| name_of(KINDS, kind));
text_form!(Act, "an act", Act::parse, |act| act.name().to_owned());

pub(super) struct EntryForm {
    pub after: Option<At>,
    pub check: Maybe<String>,
    pub kind: Kind,
    pub turns: Maybe<At>,
    pub act: Act,
    pub at: Time,
    pub changes: Vec<ChangeForm>,
    pub extra: Extra,
}

form!(EntryForm { after, check, kind, turns, act, at, changes });

impl EntryForm {
    /// How the step came about, the step as far as it can be read, and what of it cannot.
    pub(super) fn into_step(
        self,
        place: At,
        texts: &Table<DocumentId, Text>,
    ) -> (Kind, Step, Option<DamageKind>) {
        let Self { kind, turns, act, at, changes, .. } = self;
        let mut patch = Patch::default();
        let mut flaw = None;
        for change in changes {
            let key = change.key();
            match change.into_change(texts) {
                Some(change) => patch.changes.push(change),
                None if key.is_some() => flaw = Some(DamageKind::NoText),
                None => flaw = Some(DamageKind::Unfit),
            }
        }
        (kind, Step { place, act, at, patch: patch.into(), turns: turns.0 }, flaw)
    }
}

/// Reads a step that another tab has written, with the records that it wrote: those of the texts that
/// the step brings in are among them, and go to `texts`, which holds those that were there before.
/// `None` where something is damaged or a text is not known.
pub fn decode(pairs: &[Pair], texts: &mut Table<DocumentId, Text>) -> Option<(Step, Kind)> {
    let entry = pairs.last()?;
    let form: EntryForm = unseal(&entry.value)?;
    for pair in pairs.iter().filter(|pair| pair.key.starts_with(TEXT)) {
        let form: TextForm = unseal(&pair.value)?;
        texts.insert(form.document, Text::new(&form.text)?);
    }
    let (kind, step, flaw) = form.into_step(place_of(&entry.key)?, texts);
    flaw.is_none().then_some((step, kind))
}

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
    RelationType(RelationType),
    Relation(v1::Relation),
    Rule(Rule),
    Version(Version),
    Refusal(Refusal),
    Instrument(OwnInstrument),
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
    Tombstone "deleted", Reading "reading", RelationType "relation type", Relation "relation", Rule "rule",
    Version "version", Refusal "refusal", Instrument "instrument"
);

impl ChangeForm {
    pub(super) fn of(change: &Change) -> Self {
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
            Record::RelationType(kind) => Self::RelationType(kind.clone()),
            Record::Relation(relation) => Self::Relation(v1::Relation::of(relation)),
            Record::Rule(rule) => Self::Rule(rule.clone()),
            Record::Version(version) => Self::Version(version.clone()),
            Record::Refusal(refusal) => Self::Refusal(refusal.clone()),
            Record::Instrument(instrument) => Self::Instrument(instrument.clone()),
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
            Self::RelationType(kind) => Key::RelationType(kind.id),
            Self::Relation(form) => Key::Relation(form.id),
            Self::Rule(rule) => Key::Rule(rule.id),
            Self::Version(version) => Key::Version(version.id),
            Self::Refusal(refusal) => Key::Refusal(refusal.id),
            Self::Instrument(instrument) => Key::Instrument(instrument.id),
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
                Record::Annotation(form.into_model(text, &Place::Top).ok()?.into())
            }
            Self::Tombstone(form) => Record::Tombstone(form.into_model()),
            Self::Reading(form) => Record::Reading(form.into_model()),
            Self::RelationType(kind) => Record::RelationType(kind),
            Self::Relation(form) => Record::Relation(form.into_model()),
            Self::Rule(rule) => Record::Rule(rule),
            Self::Version(version) => Record::Version(version),
            Self::Refusal(refusal) => Record::Refusal(refusal),
            Self::Instrument(instrument) => Record::Instrument(instrument),
        })
    }
}
