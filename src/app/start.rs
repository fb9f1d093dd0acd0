//! Starting: from what the browser keeps to the running program, and from what is left of it
//! where something was lost.

use super::disk::filed;
use super::keep::{Found, Shelf, slots};
use super::{
    App, Inner, Saving, Screen, ViewState, browser, reading, rest, saving, settings, shortcuts, tabs,
};
use crate::history::{At, Editor, Kind};
use crate::model::{DocumentId, Index, ProjectId, starter};
use crate::store::{Damage, Opened, Opening, mark, nothing, open};
use crate::table::KeySet;
use leptos::prelude::*;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// What a person has to know before the program goes on with what is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovery {
    /// What is the matter.
    pub kind: RecoveryKind,
    /// What is damaged or missing, a sentence each.
    pub lines: Vec<String>,
    /// Some of the work is here.
    pub has_work: bool,
    /// The damaged records.
    damaged: Vec<String>,
}

/// What is the matter with the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryKind {
    /// Something is damaged or missing; this is what is left.
    Damaged,
    /// The database is empty, and this is the second copy of it.
    Copied,
    /// There was work, and nothing of it is left.
    Emptied,
    /// There is work, and it cannot be read just now.
    Unreachable,
}

/// A start as far as it has come.
struct Start {
    editor: Editor,
    opened: Option<Opened>,
    saving: Option<Saving>,
    recovery: Option<Recovery>,
    is_first: bool,
}

impl Start {
    fn anew() -> Self {
        let editor = Editor::new(starter(ProjectId::from_random(browser::random())));
        Self { editor, opened: None, saving: None, recovery: None, is_first: false }
    }

    async fn of(shelf: &Shelf) -> Self {
        let (pairs, is_cleared) = match shelf.open().await {
            Found::Records(pairs, is_cleared) => (pairs, is_cleared),
            Found::Newer(version) => {
                shelf.let_go();
                return Self { saving: Some(Saving::Newer(version)), ..Self::anew() };
            }
            Found::Unreachable(error) => {
                let recovery = Recovery::new(RecoveryKind::Unreachable, vec![error.to_string()]);
                return Self::copied(shelf, recovery).await;
            }
        };
        match open(pairs) {
            // Whoever clears the page's data clears the copy too: where that is left, the stores were lost.
            Opening::First if shelf.has_copy().await => {
                Self::copied(shelf, Recovery::new(RecoveryKind::Copied, Vec::new())).await
            }
            Opening::First => {
                shelf.go_where_work_is().await;
                Self { is_first: true, ..Self::anew() }
            }
            Opening::Found(opened) if opened.told().next().is_some() => {
                Self::found(Self::with_copy(shelf, *opened).await, is_cleared)
            }
            Opening::Found(opened) => Self::found(*opened, is_cleared),
            Opening::Emptied => Self::copied(shelf, Recovery::new(RecoveryKind::Copied, Vec::new())).await,
        }
    }

    /// With the second copy, and told so. Where there is none, what a person does is kept only after they
    /// have said so.
    async fn copied(shelf: &Shelf, mut recovery: Recovery) -> Self {
        if let Some(Opening::Found(opened)) = shelf.read_copy().await.map(open) {
            recovery.has_work = true;
            if recovery.kind == RecoveryKind::Unreachable {
                recovery.lines.push(COPY.to_owned());
            }
            return Self { recovery: Some(recovery), ..Self::found(*opened, false) };
        }
        if recovery.kind == RecoveryKind::Copied {
            recovery.kind = RecoveryKind::Emptied;
        }
        Self { is_first: true, recovery: Some(recovery), ..Self::anew() }
    }

    /// The same with what the second copy has of the records that are damaged. All damage is told all the same.
    async fn with_copy(shelf: &Shelf, opened: Opened) -> Opened {
        let (Some(copy), Found::Records(mut pairs, _)) = (shelf.read_copy().await, shelf.open().await) else {
            return opened;
        };
        pairs.extend(copy);
        match open(pairs) {
            Opening::Found(mended) => Opened { damage: opened.damage, ..*mended },
            _ => opened,
        }
    }

    fn found(mut opened: Opened, is_cleared: bool) -> Self {
        let mut recovery = Recovery::of(opened.told());
        if is_cleared && opened.lasted > FLUSHED {
            recovery.lines.push(CLEARED.to_owned());
        }
        let recovery = (!recovery.lines.is_empty()).then_some(recovery);
        let editor = std::mem::replace(&mut opened.editor, Editor::new(nothing()));
        Self { editor, opened: Some(opened), saving: None, recovery, is_first: false }
    }
}

/// After so many milliseconds of one tab a browser has written its local storage to the disk: that there is
/// nothing in it after crashes in the first moments, however often, is as it must be.
const FLUSHED: i64 = 120_000;

/// Said where the database does not open and there is a second copy of the work.
const COPY: &str = "What was found is a second copy, which the browser keeps elsewhere. What was done after it was \
     made is not in it.";

/// Said where only the smaller of the two stores was emptied.
const CLEARED: &str = "The page's local storage was emptied. All that was said to be saved is in the database; \
     what was still being written may be gone, and settings such as colours and keys are.";

impl Recovery {
    fn new(kind: RecoveryKind, lines: Vec<String>) -> Self {
        Self { kind, lines, has_work: false, damaged: Vec::new() }
    }

    fn of<'d>(damage: impl Iterator<Item = &'d Damage>) -> Self {
        let mut recovery = Self { has_work: true, ..Self::new(RecoveryKind::Damaged, Vec::new()) };
        for damage in damage {
            let line = format!("{} ({})", damage.what, damage.key);
            if !recovery.lines.contains(&line) {
                recovery.lines.push(line);
            }
            if damage.what.is_record() {
                recovery.damaged.push(damage.key.clone());
            }
        }
        recovery
    }
}

impl App {
    /// Opens what this browser kept, or begins with the starter project.
    pub async fn open() -> Self {
        let whole = RwSignal::new(false);
        rest::when_first_needed(whole);
        let tab = saving::number();
        let running: Rc<OnceCell<App>> = Rc::default();
        let shelf = Shelf::new({
            let running = running.clone();
            move || running.get().into_iter().for_each(App::give_way)
        });
        let start = Start::of(&shelf).await;
        let must_choose = start.recovery.is_none() && shelf.has_to_choose().await;
        if must_choose {
            rest::come_now().await;
        }
        let saving = start.saving.unwrap_or(shelf.state());
        let (last, places, snapshot, changed) = match start.opened {
            Some(opened) => (Some(opened.last), opened.places, opened.snapshot, opened.changed),
            None => (None, Vec::new(), None, KeySet::new()),
        };
        let held: KeySet<At> = snapshot.iter().flat_map(|snapshot| snapshot.seen.iter().copied()).collect();
        let since = places.iter().filter(|at| !held.contains(at)).count();
        let editor = start.editor.resume(tab, last.as_ref().map(|link| link.at).unwrap_or_default());
        let shown = slots::shown_before().and_then(|note| DocumentId::parse(note.split(' ').next()?));
        let first = || editor.project().documents().first().map(|document| document.id);
        let document = shown.filter(|id| editor.project().document(*id).is_some()).or_else(first);
        let coder = match settings::known_coder() {
            Some(coder) => coder,
            None => settings::new_coder(shelf.setting(settings::CODER).await),
        };
        let inner = Inner {
            index: RefCell::new(Index::new(editor.project())),
            editor: RefCell::new(editor),
            topics: Default::default(),
            touched: RefCell::default(),
            shelf,
            queue: RefCell::default(),
            line: tabs::Line::open(),
            disk: Default::default(),
            law: Default::default(),
            dictionary: Default::default(),
            coder,
            tab,
            last: RefCell::new(last),
            places: RefCell::new(places.into_iter().collect()),
            snapshot: RefCell::new(snapshot),
            changed: RefCell::new(changed),
            since: Cell::new(since),
            texts: RefCell::default(),
            others: Cell::new(false),
            is_tidying: Cell::new(false),
            is_first: Cell::new(start.is_first),
            may_leave: Cell::new(false),
        };
        let view = ViewState::new(
            document,
            saving,
            settings::theme(),
            shortcuts::kept(),
            reading::kept(),
            whole,
            start.recovery,
        );
        let app = Self { inner: StoredValue::new_local(Rc::new(inner)), view };
        if must_choose {
            app.view.screen.set(Screen::Projects);
        }
        app.view.filed.set(filed::known(app.inner().shelf.slot()));
        app.listen_to_tabs();
        let _ = running.set(app);
        app
    }

    /// Writes what a log begins with, before the first step. Who only looks leaves nothing behind.
    pub(super) fn begin(&self) {
        let inner = self.inner();
        if inner.is_first.replace(false) {
            let step = inner.editor.borrow_mut().begin(&nothing(), browser::now());
            self.save(step, Kind::Quiet);
        }
    }

    /// Goes on with what is left. What is damaged is put aside; a snapshot of what is there becomes
    /// the new ground, so that what is missing before it is not told again.
    pub fn accept_recovery(&self) {
        let Some(recovery) = self.view.recovery.get_untracked() else { return };
        if recovery.kind == RecoveryKind::Unreachable {
            let _ = browser::window().location().reload();
            return;
        }
        let app = *self;
        let inner = self.inner();
        self.keep_file_as_it_is();
        self.begin();
        spawn_local(async move {
            let outcome = async {
                inner.shelf.put_aside(&recovery.damaged).await?;
                app.write_ground(&inner).await?;
                inner.shelf.bring_back_others(browser::now()).await
            };
            if let Err(error) = outcome.await {
                app.view.saving.set(Saving::Failed(error));
            }
            app.view.recovery.set(None);
            app.write_queue();
        });
    }

    /// Goes on without a database that does not open.
    pub fn go_without_database(&self) {
        let inner = self.inner();
        self.keep_file_as_it_is();
        inner.shelf.go_without();
        self.view.recovery.set(None);
        self.view.saving.set(inner.shelf.state());
    }

    /// Writes all of the project as it is: the texts, a snapshot, and a mark of it.
    pub(super) async fn write_ground(&self, inner: &Rc<Inner>) -> Result<(), crate::store::AppendError> {
        let mut pairs = self.with(crate::store::texts_of);
        *inner.snapshot.borrow_mut() = None;
        let taking = self.begin_snapshot(inner);
        let (snapshot, records) = self.with(|project| taking.whole(project));
        pairs.extend(records);
        let last = inner.last.borrow().clone();
        pairs.extend(last.map(|link| mark(inner.tab, &link)));
        inner.shelf.write(&pairs, &[]).await?;
        inner.shelf.leave_marks(&pairs);
        *inner.snapshot.borrow_mut() = Some(snapshot);
        inner.since.set(0);
        Ok(())
    }
}
