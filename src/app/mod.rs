//! The program without its looks: state, the one door for commands, and the
//! services of the browser (clock, chance, storage, files).

mod book;
mod browser;
mod dictionary;
mod disk;
mod dispatch;
mod files;
mod keep;
mod law;
mod listing;
mod marking;
mod offline;
mod pieces;
mod projects;
mod reading;
mod relating;
mod rest;
mod saving;
mod settings;
mod shortcuts;
mod start;
mod steps;
mod tabs;
mod tidying;
mod topics;
mod unfit;
mod view_state;

pub use crate::history::Kind;
pub use crate::store::About;
pub use book::{Instead, Part};
pub use browser::{
    SLICE, decode_with, format_date, format_moment, format_number, format_size, format_time, is_mac,
    when_idle,
};
pub use disk::filed::Filed;
pub use disk::{DiskFile, FileState};
pub use files::Unread;
pub use keep::slots::shown_before;
pub use keep::stop_writing;
pub use law::{LawState, Recogniser, Suggestion, choices, meaning_of};
pub use marking::Take;
pub use offline::Offline;
pub use projects::Listed;
pub use reading::{Reading, Setting};
pub use relating::Relating;
pub use rest::come_with_worker;
pub use saving::Saving;
pub use settings::Theme;
pub use shortcuts::Shortcuts;
pub use start::{Recovery, RecoveryKind};
pub use topics::{Topic, Touched};
pub use view_state::{
    Answer, Caret, Dialog, Happened, Leaf, Notice, Palette, Pane, Pending, Screen, ViewState,
};

use crate::history::{At, Editor};
use crate::model::{AnnotationId, CoderId, Document, DocumentId, Index, Project};
use crate::store::{Link, Snapshot};
use crate::table::{KeySet, Table};
use crate::text::Text;
use keep::Shelf;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use topics::Topics;

/// A handle on the running program. Cheap to copy; there is one per page.
#[derive(Clone, Copy)]
pub struct App {
    inner: StoredValue<Rc<Inner>, LocalStorage>,
    /// What the views show of it just now.
    pub view: ViewState,
}

struct Inner {
    editor: RefCell<Editor>,
    index: RefCell<Index>,
    topics: Topics,
    touched: RefCell<Touched>,
    shelf: Shelf,
    queue: RefCell<saving::Queue>,
    dictionary: dictionary::Dictionary,
    coder: CoderId,
    tab: u32,
    line: tabs::Line,
    disk: disk::Disk,
    law: law::Law,
    /// The newest step that this tab knows of: the next one comes after it.
    last: RefCell<Option<Link>>,
    /// The steps that are in the log.
    places: RefCell<KeySet<At>>,
    /// The newest snapshot.
    snapshot: RefCell<Option<Snapshot>>,
    /// The documents on which anything was done since.
    changed: RefCell<KeySet<DocumentId>>,
    /// How much was done since.
    since: Cell<usize>,
    /// Every text that was ever in the project while this page is open.
    texts: RefCell<Table<DocumentId, Text>>,
    /// Another tab has been heard of.
    others: Cell<bool>,
    is_tidying: Cell<bool>,
    /// Nothing was found, and nothing was done yet.
    is_first: Cell<bool>,
    /// All is to go: nothing is held up.
    may_leave: Cell<bool>,
}

impl App {
    fn inner(&self) -> Rc<Inner> {
        self.inner.get_value()
    }

    /// Reads the project, without listening to it; see [`App::track`].
    pub fn with<T>(&self, read: impl FnOnce(&Project) -> T) -> T {
        read(self.inner().editor.borrow().project())
    }

    /// Reads which annotations touch which blocks.
    pub fn with_index<T>(&self, read: impl FnOnce(&Project, &Index) -> T) -> T {
        let inner = self.inner();
        let (editor, index) = (inner.editor.borrow(), inner.index.borrow());
        read(editor.project(), &index)
    }

    /// Makes the running effect or memo run again when the topic changes.
    pub fn track(&self, topic: Topic) {
        self.inner().topics.track(topic);
    }

    /// The coder who sits here.
    pub fn coder(&self) -> CoderId {
        self.inner().coder
    }

    /// What that coder is called; empty until asked for.
    pub fn coder_label(&self) -> String {
        self.track(Topic::Coders);
        let coder = self.coder();
        self.with(|project| project.coder(coder).map(|coder| coder.label.clone()).unwrap_or_default())
    }

    /// The document that is shown, listening to changes of its metadata.
    pub fn document(&self) -> Option<Document> {
        let id = self.view.document.get()?;
        self.track(Topic::Documents);
        self.with(|project| project.document(id).cloned())
    }

    /// The language of the document that is shown, if it is known; listening.
    pub fn language(&self) -> Option<String> {
        let id = self.view.document.get()?;
        self.track(Topic::Documents);
        let language = self.with(|project| project.document(id).map(|document| document.language.clone()))?;
        (!language.is_empty()).then_some(language)
    }

    /// Shows a document.
    pub fn show(&self, id: DocumentId) {
        if self.view.document.get_untracked() == Some(id) {
            return;
        }
        self.view.leave_passage();
        self.view.caret.set(Caret::default());
        self.view.document.set(Some(id));
    }

    /// Chooses an annotation, shows its document and brings it into view.
    pub fn choose(&self, id: AnnotationId) {
        let Some((document, hull)) = self.with(|project| {
            project.annotation(id).map(|annotation| (annotation.document, annotation.target.hull()))
        }) else {
            return;
        };
        self.show(document);
        self.view.pending.set(None);
        self.view.palette.set(None);
        if let Some(hull) = hull {
            self.view.caret.set(Caret::at(hull.start()));
        }
        self.view.chosen.set(Some(id));
    }
}
