//! Putting a project together again when a part of its log is lost. The entries
//! that are left hold whole records, before and after; what they stand on comes
//! from later entries, from the texts, from the starter, or is made up and says so.

use super::nothing;
use crate::history::{At, Editor, Kind, Step};
use crate::model::*;
use crate::table::{KeySet, Table, TextMap};
use crate::text::{Hash, Text};

pub(super) struct Mender {
    /// The first known state of every record that the entries tell of.
    known: Table<Key, Record>,
    /// Documents as the texts' own records name them.
    spare: Table<DocumentId, (String, Text)>,
    starter: Project,
}

impl Mender {
    pub(super) fn new(steps: &[(Kind, Step)], spare: Table<DocumentId, (String, Text)>) -> Self {
        let mut known = Table::new();
        for change in steps.iter().flat_map(|(_, step)| &step.patch.changes) {
            if let Some(record) = change.before().or(change.after()) {
                known.get_or_insert(change.key(), || record.clone());
            }
        }
        Self { known, spare, starter: starter(nothing().head().id) }
    }

    /// The editor to begin with: named as the entries say, or so that the loss
    /// is seen. The id is made of what is left, so that it stays the same.
    pub(super) fn begin(&self) -> Editor {
        let base = nothing().head().clone();
        match self.known.get(&Key::Head) {
            // It is the beginning's own, so the beginning is there.
            Some(Record::Head(head)) if *head == base => return Editor::new(nothing()),
            Some(Record::Head(head)) => return Editor::new(Project::empty(head.clone())),
            _ => {}
        }
        let left: String = self.spare.keys().map(|id| id.to_string()).collect();
        let digits = Hash::of(left.as_bytes()).to_string();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digits.as_bytes()[..16]);
        let title = "Restored project".to_owned();
        Editor::new(Project::empty(Head { id: ProjectId::from_random(bytes), title, ..base }))
    }

    /// Brings back what a step stands on and the lost entries held.
    pub(super) fn prepare(&self, editor: &mut Editor, step: &Step) {
        let brought: KeySet<_> =
            step.patch.changes.iter().filter(|change| change.after().is_some()).map(Change::key).collect();
        let mut back = Back { mender: self, project: editor.project(), brought, records: Vec::new() };
        for change in &step.patch.changes {
            if let Some(before) = change.before().filter(|_| !matches!(change.key(), Key::Tombstone(_))) {
                back.brought.remove(&change.key());
                back.bring_as(change.key(), || Some(before.clone()));
            }
            change.after().into_iter().for_each(|after| back.bring_needs(after));
        }
        let records = back.records;
        insert(editor, records);
    }

    /// An undo or redo whose other half is lost changes the project, but not
    /// what can be undone.
    pub(super) fn kind(&self, editor: &Editor, step: &Step, kind: Kind) -> Kind {
        let half = match kind {
            Kind::Undone => editor.done().last(),
            Kind::Redone => editor.undone().last(),
            Kind::Done | Kind::Quiet => return kind,
        };
        let keys = |step: &Step| -> KeySet<_> {
            let keys = step.patch.changes.iter().map(Change::key);
            keys.filter(|key| !matches!(key, Key::Tombstone(_))).collect()
        };
        let is_half = half.is_some_and(|half| {
            half.act == step.act && {
                let half = keys(half);
                keys(step).iter().all(|key| half.contains(&key))
            }
        });
        if is_half { kind } else { Kind::Quiet }
    }

    /// Brings back the texts that no entry tells of.
    pub(super) fn end(self, editor: &mut Editor) {
        let is_untold = |id: &DocumentId| !self.known.contains_key(&Key::Document(*id));
        let untold: Vec<_> = self.spare.keys().filter(is_untold).collect();
        let mut back =
            Back { mender: &self, project: editor.project(), brought: KeySet::new(), records: Vec::new() };
        untold.into_iter().for_each(|id| back.bring(Key::Document(id)));
        let records = back.records;
        insert(editor, records);
    }

    /// The best that is known of a record that is not there.
    fn recall(&self, key: Key) -> Option<Record> {
        let known = self.known.get(&key).cloned();
        known.or_else(|| self.starter.get(key)).or_else(|| match key {
            Key::Document(id) => self.spare.get(&id).map(|(title, text)| {
                Record::Document(Document {
                    id,
                    title: title.clone(),
                    source: String::new(),
                    author: String::new(),
                    date: String::new(),
                    language: String::new(),
                    fields: TextMap::new(),
                    order: Order::after(None),
                    original: Original::default(),
                    text: text.clone(),
                    memo: String::new(),
                    extra: Extra::default(),
                })
            }),
            Key::Tag(id) => Some(Record::Tag(lost_tag(id))),
            Key::Coder(id) => {
                Some(Record::Coder(Coder { id, label: String::new(), extra: Extra::default() }))
            }
            Key::RelationType(id) => Some(Record::RelationType(lost_type(id))),
            _ => None,
        })
    }
}

/// A type of relations of which nothing but the id is left.
fn lost_type(id: RelationTypeId) -> RelationType {
    RelationType {
        id,
        name: format!("Lost relation {}", &id.to_string()[..8]),
        order: Order::parse("9").expect("a digit is a key"),
        definition: String::new(),
        from: None,
        to: None,
        extra: Extra::default(),
    }
}

/// A tag of which nothing but the id is left. Annotations with it stay apart
/// from others, and the person can name it again.
fn lost_tag(id: TagId) -> Tag {
    let name = format!("Lost tag {}", &id.to_string()[..8]);
    let order = Order::parse("9").expect("a digit is a key");
    Tag { style: LineStyle::Wavy, ..Tag::new(id, name, None, order, PALETTE[PALETTE.len() - 1]) }
}

/// Records on their way back, each after those that it needs.
struct Back<'m> {
    mender: &'m Mender,
    project: &'m Project,
    /// What the step itself brings.
    brought: KeySet<Key>,
    records: Vec<Record>,
}

impl Back<'_> {
    fn bring(&mut self, key: Key) {
        self.bring_as(key, || self.mender.recall(key));
    }

    fn bring_as(&mut self, key: Key, record: impl FnOnce() -> Option<Record>) {
        if self.project.has(key) || !self.brought.insert(key) {
            return;
        }
        if let Some(record) = record() {
            self.bring_needs(&record);
            self.records.push(record);
        }
    }

    fn bring_needs(&mut self, record: &Record) {
        record.needs(&mut |key| self.bring(key));
    }
}

fn insert(editor: &mut Editor, records: Vec<Record>) {
    if records.is_empty() {
        return;
    }
    let tombstone = |record: &Record| editor.project().get(Key::Tombstone(record.key().buried()?));
    let mut changes: Vec<_> = records.iter().filter_map(tombstone).map(Change::remove).collect();
    changes.extend(records.into_iter().map(Change::insert));
    let step = Step {
        place: At::default(),
        act: Act::Start,
        at: Time::default(),
        patch: Patch { changes }.into(),
        turns: None,
    };
    // What does not fit even so is named when the step itself is replayed.
    editor.replay(step, Kind::Quiet);
}
