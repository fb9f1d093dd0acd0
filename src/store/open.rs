//! From the records of the store to an editor, whatever order they come in and
//! whatever is missing.

use super::entry::{At, EntryForm, LOG, PREFIX, Pair, RecordForm, TEXT, TextForm, unseal};
use super::mend::Mender;
use super::nothing;
use crate::history::{Editor, Kind, Step};
use crate::model::{Act, DocumentId, Key, Patch, starter};
use crate::table::{KeySet, Table, TextMap};
use crate::text::{Hash, Text};
use thiserror::Error;

/// What the store held.
#[derive(Debug)]
pub enum Opening {
    /// Nothing: it is the first visit.
    First,
    /// Records of a newer program. They are not touched, and nothing may be appended.
    Newer {
        /// The version of the saved form.
        version: u32,
    },
    /// A log.
    Found {
        /// The project with everything that can be undone and redone.
        editor: Box<Editor>,
        /// The greatest place in the log, damaged entries included: the next
        /// entry has a greater `seq` and comes after this one.
        last: (u64, u32),
        /// What could not be read or no longer fits. The rest is kept.
        damage: Vec<Damage>,
    },
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
    /// When an entry that another one came after is gone.
    #[error("A saved step is missing.")]
    Gap,
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
    /// True where something is gone, rather than in conflict.
    fn is_loss(&self) -> bool {
        !matches!(self, Self::Unfit | Self::Unknown)
    }
}

/// Reads the records of the store. The same records give the same answer in
/// any order. That the newest entry of all is gone cannot be seen.
pub fn open(pairs: Vec<Pair>) -> Opening {
    let newer = pairs.iter().filter_map(|pair| version(&pair.key)).filter(|version| *version > 1).max();
    if let Some(version) = newer {
        return Opening::Newer { version };
    }
    let ours: TextMap = pairs
        .into_iter()
        .filter(|pair| pair.key.starts_with(PREFIX))
        .map(|pair| (pair.key, pair.value))
        .collect();
    if ours.is_empty() {
        return Opening::First;
    }
    let mut found = Found::default();
    for (key, value) in ours.iter() {
        found.sort_in(key, value);
    }
    found.entries.sort_by_key(|(at, _)| *at);
    found.look_for_gaps();
    let last = found.last;
    let (editor, damage) = found.replay();
    Opening::Found { editor: Box::new(editor), last: (last.seq, last.tab), damage }
}

fn version(key: &str) -> Option<u32> {
    key.strip_prefix("glossator:")?.split_once(':')?.0.parse().ok()
}

fn log_key(at: At) -> String {
    format!("{PREFIX}{LOG}{at}")
}

#[derive(Default)]
struct Found {
    entries: Vec<(At, EntryForm)>,
    /// The texts by hash, with the document that first had each.
    texts: Table<Hash, (Text, TextForm)>,
    /// Every place in the log that is taken, by damaged entries too.
    places: KeySet<At>,
    last: At,
    damage: Vec<Damage>,
}

impl Found {
    fn harm(&mut self, key: &str, what: DamageKind) {
        self.damage.push(Damage { key: key.to_owned(), what });
    }

    fn sort_in(&mut self, key: &str, value: &str) {
        let name = &key[PREFIX.len()..];
        if let Some(at) = name.strip_prefix(LOG).and_then(At::parse) {
            self.places.insert(at);
            self.last = self.last.max(at);
            match unseal(value) {
                Some(form) => self.entries.push((at, form)),
                None => self.harm(key, DamageKind::Entry),
            }
        } else if let Some(hash) = name.strip_prefix(TEXT).and_then(Hash::parse) {
            let form: Option<TextForm> = unseal(value);
            let text = form.and_then(|form| Some((Text::new(&form.text)?, form)));
            match text.filter(|(text, _)| text.hash() == hash) {
                Some(text) => {
                    self.texts.insert(hash, text);
                }
                None => self.harm(key, DamageKind::Text),
            }
        } else {
            self.harm(key, DamageKind::Unknown);
        }
    }

    fn look_for_gaps(&mut self) {
        let named: KeySet<_> = self.entries.iter().filter_map(|(_, form)| form.after).collect();
        for at in &named {
            if !self.places.contains(&at) {
                self.last = self.last.max(at);
                self.harm(&log_key(at), DamageKind::Gap);
            }
        }
        if !self.entries.iter().any(|(_, form)| form.act == Act::Start) {
            let first = self.places.iter().next().unwrap_or_default();
            self.harm(&log_key(first), DamageKind::NoStart);
        }
    }

    /// The texts by document: as the entries name them, or else the texts themselves.
    fn texts_by_document(&self) -> Table<DocumentId, Text> {
        let mut texts: Table<_, _> =
            self.texts.values().map(|(text, form)| (form.document, text.clone())).collect();
        // A built-in text cannot be lost.
        let built_in: Vec<_> =
            starter(nothing().head().id).documents().iter().map(|document| document.text.clone()).collect();
        let changes = self.entries.iter().flat_map(|(_, form)| &form.changes);
        for side in changes.flat_map(|change| [&change.before.0, &change.after.0]).flatten() {
            if let RecordForm::Document(form) = side {
                let kept = self.texts.get(&form.sha256).map(|(text, _)| text);
                match kept.or_else(|| built_in.iter().find(|text| text.hash() == form.sha256)) {
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

    fn replay(mut self) -> (Editor, Vec<Damage>) {
        let texts = self.texts_by_document();
        let mut steps = Vec::new();
        for (at, form) in std::mem::take(&mut self.entries) {
            let EntryForm { kind, act, at: time, changes, .. } = form;
            let mut patch = Patch::default();
            for change in changes {
                let key = change.key();
                match change.into_change(&texts) {
                    Some(change) => patch.changes.push(change),
                    None if key.is_some() => self.harm(&log_key(at), DamageKind::NoText),
                    None => self.harm(&log_key(at), DamageKind::Unfit),
                }
            }
            steps.push((at, kind, Step { act, at: time, patch }));
        }
        self.damage.dedup();
        let is_whole = !self.damage.iter().any(|damage| damage.what.is_loss());
        let mut editor = Editor::new(nothing());
        let mut mender = (!is_whole).then(|| {
            let spare =
                self.texts.values().map(|(text, form)| (form.document, (form.title.clone(), text.clone())));
            Mender::new(&steps, spare.collect())
        });
        if let Some(mender) = &mender {
            editor = mender.begin();
        }
        let mut began = false;
        for (at, kind, step) in steps {
            let mut kind = kind;
            if let Some(mender) = &mut mender {
                mender.prepare(&mut editor, &step);
                kind = mender.kind(&editor, &step, kind);
            }
            let is_start = step.act == Act::Start && kind == Kind::Quiet;
            let left = editor.replay(step, kind);
            // Two tabs that were opened at once both wrote a beginning.
            let is_known = |key: Key| is_start && began && key == Key::Head;
            if left.iter().any(|left| !is_known(left.key)) {
                self.damage.push(Damage { key: log_key(at), what: DamageKind::Unfit });
            }
            began |= is_start;
        }
        if let Some(mender) = mender {
            mender.end(&mut editor);
        }
        (editor, self.damage)
    }
}
