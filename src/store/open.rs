//! From the records of the store to an editor, whatever order they come in and
//! whatever is missing.

use super::entry::{
    EntryForm, Link, Pair, RecordForm, TEXT, TextForm, log_key, place_of, sound, stated, unseal,
};
use super::mend::Mender;
use super::nothing;
use super::snapshot::{MARK, PART, SNAPSHOT, Snapshot, read_mark};
use crate::history::{At, Editor, Kind};
use crate::model::{Act, DocumentId, Key, Project, starter};
use crate::table::{KeySet, Table};
use crate::text::{Hash, Text};
use thiserror::Error;

/// What the store held.
#[derive(Debug)]
pub enum Opening {
    /// Nothing: it is the first visit.
    First,
    /// Marks of work, but none of the work.
    Emptied,
    /// A project.
    Found(Box<Opened>),
}

/// A project as it was found.
#[derive(Debug)]
pub struct Opened {
    /// The project with everything that can be undone and redone.
    pub editor: Editor,
    /// The greatest place in the log, damaged entries included: the next entry comes after it.
    pub last: Link,
    /// The entries in the log, damaged ones included.
    pub places: Vec<At>,
    /// The snapshot that it was opened from.
    pub snapshot: Option<Snapshot>,
    /// The documents on which anything was done since that snapshot.
    pub changed: KeySet<DocumentId>,
    /// How long a tab has worked here at a stretch, as far as the log tells: the longest time from the first
    /// to the last step of one tab, in milliseconds.
    pub lasted: i64,
    /// What could not be read or no longer fits. The rest is kept.
    pub damage: Vec<Damage>,
}

impl Opened {
    /// The damage that a person has to know of. That two tabs wrote one field at once is none: the log
    /// says what holds.
    pub fn told(&self) -> impl Iterator<Item = &Damage> {
        self.damage.iter().filter(|damage| damage.what != DamageKind::Unfit)
    }
}

/// Something in the store that was not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The key of the record.
    pub key: String,
    /// What is wrong with it.
    pub what: DamageKind,
}

/// What is wrong with a record of the store.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DamageKind {
    /// When a record is not what was written under its key.
    #[error("A saved step is damaged and was left out.")]
    Entry,
    /// When a text is not what was written under its key.
    #[error("A saved text is damaged and was left out.")]
    Text,
    /// When an entry that another one came after is gone, or is not what it was.
    #[error("A saved step is missing.")]
    Gap,
    /// When the entry that a mark names is gone: the log ends too early.
    #[error("The newest saved steps are missing.")]
    Short,
    /// When a snapshot, or a part of it, is not what was written.
    #[error(
        "A saved state of the project is damaged. What the other records say was put together without it."
    )]
    Snapshot,
    /// When a mark is not what was written.
    #[error("A note of how far the saved work goes is damaged. Nothing of the work is touched by that.")]
    Mark,
    /// When there is no entry that began the project.
    #[error("The beginning of the project is missing. What later steps say of it was put together again.")]
    NoStart,
    /// When a record of an entry lies on a text that is gone.
    #[error("A text is missing, and with it what lay on it.")]
    NoText,
    /// When a change could not be made: two tabs wrote at once, or an earlier step is gone.
    #[error("A saved change did not fit what was there and was left out.")]
    Unfit,
    /// When the key itself says nothing.
    #[error("A record has an unknown name and was left out.")]
    Unknown,
}

impl DamageKind {
    /// True where a record is there and cannot be read: it can be put aside.
    pub fn is_record(&self) -> bool {
        matches!(self, Self::Entry | Self::Text | Self::Snapshot | Self::Mark | Self::Unknown)
    }

    /// True where something is gone, rather than in conflict.
    fn is_loss(&self) -> bool {
        matches!(self, Self::Entry | Self::Text | Self::Gap | Self::NoStart | Self::NoText)
    }
}

/// Reads the records of one project. The same records give the same answer in any order. A record
/// may come twice, from two stores: the sound one counts. That the newest entry of all is gone shows
/// by the marks alone.
pub fn open(pairs: Vec<Pair>) -> Opening {
    if pairs.is_empty() {
        return Opening::First;
    }
    let mut found = Found { built_in: built_in(), ..Found::default() };
    let mut records: Vec<(String, String)> = Vec::new();
    let mut pairs: Vec<_> = pairs.into_iter().map(|pair| (pair.key, pair.value)).collect();
    pairs.sort();
    for (key, value) in pairs {
        if key.starts_with(MARK) {
            found.marks.push((key, value));
        } else if records.last().is_none_or(|(last, _)| *last != key) {
            records.push((key, value));
        } else if let Some((_, kept)) = records.last_mut().filter(|(_, kept)| sound(kept).is_none()) {
            *kept = value;
        }
    }
    if records.is_empty() {
        return Opening::Emptied;
    }
    for (key, value) in &records {
        found.sort_in(key, value);
    }
    let parts: Vec<_> = records.iter().filter(|(key, _)| key.starts_with(PART)).collect();
    let part = |key: &str| {
        let at = parts.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok()?;
        Some(parts[at].1.as_str())
    };
    found.entries.sort_by_key(|entry| entry.at);
    let base = found.choose_snapshot(part);
    found.look_for_gaps();
    Opening::Found(Box::new(found.replay(base)))
}

/// An entry as it was read.
struct Read {
    at: At,
    check: String,
    form: EntryForm,
}

#[derive(Default)]
struct Found {
    entries: Vec<Read>,
    /// The texts by hash, with the document that first had each.
    texts: Table<Hash, (Text, TextForm)>,
    snapshots: Vec<Snapshot>,
    marks: Vec<(String, String)>,
    /// Every place in the log that is taken, by damaged entries too.
    places: KeySet<At>,
    /// The snapshot that is opened from.
    chosen: Option<Snapshot>,
    last: At,
    /// The texts that the program has: they cannot be lost.
    built_in: Table<Hash, Text>,
    damage: Vec<Damage>,
}

impl Found {
    fn harm(&mut self, key: &str, what: DamageKind) {
        self.damage.push(Damage { key: key.to_owned(), what });
    }

    fn sort_in(&mut self, key: &str, value: &str) {
        if let Some(at) = place_of(key) {
            self.places.insert(at);
            self.last = self.last.max(at);
            match unseal(value) {
                Some(form) => self.entries.push(Read { at, check: stated(value).to_owned(), form }),
                None => self.harm(key, DamageKind::Entry),
            }
        } else if let Some(hash) = key.strip_prefix(TEXT).and_then(Hash::parse) {
            let form: Option<TextForm> = unseal(value);
            let text = form.and_then(|form| Some((Text::new(&form.text)?, form)));
            match text.filter(|(text, _)| text.hash() == hash) {
                Some(text) => {
                    self.texts.insert(hash, text);
                }
                None => self.harm(key, DamageKind::Text),
            }
        } else if key.starts_with(SNAPSHOT) {
            match Snapshot::read(value).filter(|snapshot| snapshot.key() == key) {
                Some(snapshot) => self.snapshots.push(snapshot),
                None => self.harm(key, DamageKind::Snapshot),
            }
        } else if !key.starts_with(PART) {
            self.harm(key, DamageKind::Unknown);
        }
    }

    /// The project of the newest snapshot that is whole, or else of the newest of which anything is left.
    fn choose_snapshot<'p>(&mut self, part: impl Fn(&str) -> Option<&'p str> + Copy) -> Option<Project> {
        let texts: Table<Hash, Text> = self
            .texts
            .iter()
            .map(|(hash, (text, _))| (hash, text.clone()))
            .chain(self.built_in.iter().map(|(hash, text)| (hash, text.clone())))
            .collect();
        // Their keys, which they came by, go by their age.
        let snapshots: Vec<_> = std::mem::take(&mut self.snapshots).into_iter().rev().collect();
        for (at, snapshot) in snapshots.iter().chain(&snapshots).enumerate() {
            let (mut lost, is_second) = (Vec::new(), at >= snapshots.len());
            let Some(project) = snapshot.project(part, &texts, &mut lost, is_second) else {
                if !is_second {
                    self.harm(&snapshot.key(), DamageKind::Snapshot);
                }
                continue;
            };
            if !lost.is_empty() {
                self.harm(&snapshot.key(), DamageKind::NoText);
            }
            self.last = self.last.max(snapshot.last);
            self.chosen = Some(snapshot.clone());
            return Some(project);
        }
        None
    }

    /// True for an entry that the snapshot goes beyond: it may have been removed.
    fn is_covered(&self, at: At) -> bool {
        self.chosen.as_ref().is_some_and(|snapshot| at <= snapshot.last)
    }

    fn look_for_gaps(&mut self) {
        let links: Vec<_> = self
            .entries
            .iter()
            .filter_map(|Read { form, .. }| Some(Link { at: form.after?, check: form.check.0.clone() }))
            .collect();
        let mut told = KeySet::new();
        for link in links {
            if !self.is_there(&link) && told.insert(link.at) {
                self.last = self.last.max(link.at);
                self.harm(&log_key(link.at), DamageKind::Gap);
            }
        }
        for (key, value) in std::mem::take(&mut self.marks) {
            match read_mark(&value) {
                Some(link) if self.is_there(&link) => {}
                Some(link) => {
                    self.last = self.last.max(link.at);
                    self.harm(&key, DamageKind::Short);
                }
                None => self.harm(&key, DamageKind::Mark),
            }
        }
        if self.chosen.is_none() && !self.entries.iter().any(|entry| entry.form.act == Act::Start) {
            let first = self.places.iter().next().unwrap_or_default();
            self.harm(&log_key(first), DamageKind::NoStart);
        }
    }

    /// True where an entry is as the link says, or is known to be damaged, or was put into the snapshot.
    fn is_there(&self, link: &Link) -> bool {
        match self.entries.binary_search_by_key(&link.at, |entry| entry.at) {
            Ok(at) => link.check.as_ref().is_none_or(|check| *check == self.entries[at].check),
            Err(_) => self.places.contains(&link.at) || self.is_covered(link.at),
        }
    }

    /// The texts by document: as the entries name them, or else the texts themselves.
    fn texts_by_document(&self, base: Option<&Project>) -> Table<DocumentId, Text> {
        let spare = self.texts.values().map(|(text, form)| (form.document, text.clone()));
        let base = base.into_iter().flat_map(Project::documents);
        let mut texts: Table<_, _> =
            spare.chain(base.map(|document| (document.id, document.text.clone()))).collect();
        let changes = self.entries.iter().flat_map(|entry| &entry.form.changes);
        for side in changes.flat_map(|change| [&change.before.0, &change.after.0]).flatten() {
            if let RecordForm::Document(form) = side {
                let kept = self.texts.get(&form.sha256).map(|(text, _)| text);
                match kept.or_else(|| self.built_in.get(&form.sha256)) {
                    Some(text) => {
                        texts.insert(form.id, text.clone());
                    }
                    None => {
                        texts.remove(&form.id);
                    }
                }
            }
        }
        texts
    }

    fn replay(mut self, base: Option<Project>) -> Opened {
        let newest = self.entries.last().filter(|entry| entry.at == self.last);
        let newest = newest.map(|entry| entry.check.clone());
        let texts = self.texts_by_document(base.as_ref());
        let mut steps = Vec::new();
        for Read { at, form, .. } in std::mem::take(&mut self.entries) {
            let (kind, step, flaw) = form.into_step(at, &texts);
            if let Some(flaw) = flaw {
                self.harm(&log_key(at), flaw);
            }
            steps.push((kind, step));
        }
        self.damage.dedup();
        let is_whole = !self.damage.iter().any(|damage| damage.what.is_loss());
        let mut mender = (!is_whole).then(|| {
            let spare =
                self.texts.values().map(|(text, form)| (form.document, (form.title.clone(), text.clone())));
            Mender::new(&steps, spare.collect())
        });
        let mut began = base.is_some();
        let mut editor = match (base, &mender) {
            (Some(project), _) => Editor::new(project),
            (None, Some(mender)) => mender.begin(),
            (None, None) => Editor::new(nothing()),
        };
        let held: KeySet<At> =
            self.chosen.iter().flat_map(|snapshot| snapshot.seen.iter().copied()).collect();
        let mut changed = KeySet::new();
        let lasted = longest_stretch(steps.iter().map(|(_, step)| (step.place.tab, step.at.millis())));
        for (mut kind, step) in steps {
            if held.contains(&step.place) {
                editor.recall(step, kind);
                continue;
            }
            changed.extend(step.patch.documents());
            if let Some(mender) = &mut mender {
                mender.prepare(&mut editor, &step);
                kind = mender.kind(&editor, &step, kind);
            }
            let place = step.place;
            let is_start = step.act == Act::Start && kind == Kind::Quiet;
            let left = editor.replay(step, kind);
            // Two tabs that were opened at once both wrote a beginning.
            let is_known = |key: Key| is_start && began && key == Key::Head;
            if left.iter().any(|left| !is_known(left.key)) {
                self.damage.push(Damage { key: log_key(place), what: DamageKind::Unfit });
            }
            began |= is_start;
        }
        if let Some(mender) = mender {
            mender.end(&mut editor);
        }
        Opened {
            editor,
            last: Link { at: self.last, check: newest },
            places: self.places.iter().collect(),
            snapshot: self.chosen,
            changed,
            lasted,
            damage: self.damage,
        }
    }
}

/// The longest time from the first to the last step of one tab. Tabs come with the times of their steps.
fn longest_stretch(steps: impl Iterator<Item = (u32, i64)>) -> i64 {
    let mut stretches: Table<u32, (i64, i64)> = Table::new();
    for (tab, at) in steps {
        let (first, last) = stretches.get(&tab).copied().unwrap_or((at, at));
        stretches.insert(tab, (first.min(at), last.max(at)));
    }
    stretches.values().map(|(first, last)| last - first).max().unwrap_or(0)
}

fn built_in() -> Table<Hash, Text> {
    let starter = starter(nothing().head().id);
    let texts = starter.documents().into_iter().map(|document| document.text.clone());
    texts.map(|text| (text.hash(), text)).collect()
}
