//! The program without its looks: state, the one door for commands, and the
//! services of the browser (clock, chance, storage, files).

mod browser;
mod dictionary;
mod dispatch;
mod files;
mod listing;
mod local_store;
mod marking;
mod offline;
mod reading;
mod rest;
mod saving;
mod settings;
mod shortcuts;
mod steps;
mod topics;
mod view_state;

pub use crate::history::Kind;
pub use crate::store::is_log_key;
pub use browser::{decode_with, format_date, format_moment, format_number, is_mac};
pub use files::Unread;
pub use marking::Take;
pub use offline::Offline;
pub use reading::{Reading, Setting};
pub use rest::come_with_worker;
pub use saving::Saving;
pub use settings::Theme;
pub use shortcuts::Shortcuts;
pub use topics::Topic;
pub use view_state::{Answer, Caret, Dialog, Happened, Notice, Palette, Pane, Pending, Screen, ViewState};

use crate::history::Editor;
use crate::model::{AnnotationId, CoderId, Document, DocumentId, Index, Project, ProjectId, starter};
use crate::store::{Damage, Opening, Store, open, start};
use leptos::prelude::*;
use local_store::Shelf;
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
    shelf: Shelf,
    queue: RefCell<saving::Queue>,
    dictionary: dictionary::Dictionary,
    coder: CoderId,
    tab: u32,
    last: Cell<Option<(u64, u32)>>,
    damage: Vec<Damage>,
}

impl App {
    /// Opens what this browser kept, or begins with the starter project.
    pub async fn open() -> Self {
        let whole = RwSignal::new(false);
        rest::when_first_needed(whole);
        let mut shelf = Shelf::probe();
        let mut saving = shelf.state();
        let pairs = match shelf.read_all().await {
            Ok(pairs) => pairs,
            Err(error) => {
                saving = Saving::Failed(error);
                shelf = Shelf::memory();
                Vec::new()
            }
        };
        let fresh = || Editor::new(starter(ProjectId::from_random(browser::random())));
        let mut first = false;
        let (editor, last, damage) = match open(pairs) {
            Opening::Found { editor, last, damage } => (*editor, Some(last), damage),
            Opening::First => {
                first = true;
                (fresh(), None, Vec::new())
            }
            Opening::Newer { version } => {
                // What a newer program wrote is not touched: this tab works in memory.
                saving = Saving::Newer(version);
                shelf = Shelf::memory();
                (fresh(), None, Vec::new())
            }
        };
        let index = Index::new(editor.project());
        let document = editor.project().documents().first().map(|document| document.id);
        let begun = first.then(|| start(editor.project().clone(), browser::now()));
        let inner = Inner {
            editor: RefCell::new(editor),
            index: RefCell::new(index),
            topics: Topics::default(),
            shelf,
            queue: RefCell::default(),
            dictionary: Default::default(),
            coder: settings::coder(),
            tab: u32::from_le_bytes(browser::random()),
            last: Cell::new(last),
            damage,
        };
        let app = Self {
            inner: StoredValue::new_local(Rc::new(inner)),
            view: ViewState::new(
                document,
                saving,
                settings::theme(),
                shortcuts::kept(),
                reading::kept(),
                whole,
            ),
        };
        if let Some(begun) = begun {
            app.save(begun, Kind::Quiet);
        }
        app
    }

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

    /// What of the stored work could not be read: where it lies and what is wrong.
    pub fn damage(&self) -> Vec<String> {
        self.inner().damage.iter().map(|damage| format!("{}: {}", damage.key, damage.what)).collect()
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
