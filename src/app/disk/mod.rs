//! A file on the disk that follows the project: it is rewritten after changes, by one tab at a time, and
//! never over what something else has written there. Where the browser cannot do that, it is at least
//! known since when no file holds the work ([`filed`]).

pub(super) mod filed;
mod handle;
mod lock;

use super::files::file_name;
use super::{
    App, Inner,
    browser::{self, object},
};
use crate::formats::WRITERS;
use crate::history::Kind;
use filed::Filed;
use handle::{Asking, Handle, Stamp, explain};
use leptos::prelude::*;
use lock::{Lock, Patience};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The file that follows the project, as the foot tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskFile {
    /// Its name, without its folder: browsers do not tell that.
    pub name: String,
    /// How it stands.
    pub state: FileState,
}

/// How the file stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// It holds all that was done.
    Written,
    /// It will in a moment.
    Writing,
    /// The browser wants to be asked again before it may be written.
    NeedsLeave,
    /// Another tab writes it.
    Elsewhere,
    /// Something else has written to it; it is left alone.
    Changed,
    /// It could not be written, for this reason.
    Failed(String),
}

/// How long after a change the file is written; longer where writing takes long, so that it is
/// never what the browser does most.
const WAIT: Duration = Duration::from_secs(2);
const SHARE: f64 = 20.0;

/// The file, and who writes it.
#[derive(Default)]
pub(super) struct Disk {
    handle: RefCell<Option<Handle>>,
    /// How this program left the file; none while it has not written to it.
    stamp: Cell<Option<Stamp>>,
    /// There while this tab is the one that writes.
    lock: RefCell<Option<Lock>>,
    /// Something of the work was lost here: the file may hold more than the project does.
    holds_more: Cell<bool>,
    /// The file does not hold all that was done.
    is_behind: Cell<bool>,
    is_writing: Cell<bool>,
    /// It is going to be written.
    is_due: Cell<bool>,
    /// What the last writing took, in milliseconds.
    took: Cell<f64>,
}

impl App {
    /// True where this browser can write to a file by itself.
    pub fn can_write_files(&self) -> bool {
        handle::is_supported()
    }

    /// Lets the person choose the file that follows the project from now on, and writes it.
    pub fn tie_file(&self) {
        let app = *self;
        spawn_local(async move {
            let format = &WRITERS[0];
            let name = app.with(|project| file_name(format, &project.head().title));
            match handle::choose(&name, format.extension, format.media_type).await {
                Ok(Some(handle)) => app.tie(handle).await,
                Ok(None) => {}
                Err(fault) => app.refuse(format!("The file was not taken: {}.", explain(&fault))),
            }
        });
    }

    async fn tie(&self, handle: Handle) {
        let inner = self.inner();
        for (title, other) in inner.shelf.other_files().await {
            if let Some(other) = read_record(&other).map(|(handle, _)| handle)
                && handle.is_same(&other).await
            {
                return self.refuse(format!(
                    "“{}” is the file of “{title}” already. Choose another, so that neither takes the place of the other.",
                    handle.name()
                ));
            }
        }
        if !self.take_file_lock(&inner).await {
            return self.refuse("Another tab writes this project's file. Change the file there.".to_owned());
        }
        let name = handle.name();
        *inner.disk.handle.borrow_mut() = Some(handle);
        inner.disk.stamp.set(None);
        inner.disk.holds_more.set(false);
        inner.disk.is_behind.set(true);
        self.view.file.set(Some(DiskFile { name, state: FileState::Writing }));
        self.remember_file(&inner).await;
        self.tell_of_file();
        self.write_file().await;
    }

    /// Lets the file be as it is from now on.
    pub fn untie_file(&self) {
        let app = *self;
        spawn_local(async move {
            let inner = app.inner();
            app.forget_file(&inner);
            inner.shelf.keep_file(None).await;
            app.tell_of_file();
        });
    }

    fn forget_file(&self, inner: &Inner) {
        *inner.disk.handle.borrow_mut() = None;
        *inner.disk.lock.borrow_mut() = None;
        inner.disk.stamp.set(None);
        self.view.file.set(None);
    }

    /// Asks the browser for leave to write the file, while the person presses something.
    pub fn allow_file(&self) {
        let app = *self;
        spawn_local(async move {
            let handle = app.inner().disk.handle.borrow().clone();
            let Some(handle) = handle else { return };
            if handle.may_write(Asking::Yes).await {
                app.take_up_file().await;
            }
        });
    }

    /// Writes the file over what something else has put there.
    pub fn overwrite_file(&self) {
        self.inner().disk.stamp.set(None);
        self.inner().disk.holds_more.set(false);
        self.retry_file();
    }

    /// Tries once more to write the file.
    pub fn retry_file(&self) {
        let app = *self;
        self.inner().disk.is_behind.set(true);
        spawn_local(async move { app.write_file().await });
    }

    /// Goes on with the file that the project was tied to, on a visit before or in another tab.
    pub fn resume_file(&self) {
        let app = *self;
        spawn_local(async move {
            let inner = app.inner();
            match inner.shelf.file().await.as_ref().and_then(read_record) {
                Some((handle, stamp)) => {
                    let name = handle.name();
                    *inner.disk.handle.borrow_mut() = Some(handle);
                    inner.disk.stamp.set(stamp);
                    if !app.take_file_lock(&inner).await {
                        app.view.file.set(Some(DiskFile { name, state: FileState::Elsewhere }));
                        return app.wait_for_file_lock();
                    }
                    app.view.file.set(Some(DiskFile { name, state: FileState::Writing }));
                    app.take_up_file().await;
                }
                None => app.forget_file(&inner),
            }
        });
    }

    /// After something was lost: what the file holds is not written over before a person has said so.
    pub(super) fn keep_file_as_it_is(&self) {
        self.inner().disk.holds_more.set(true);
    }

    /// Sees how the file stands, and writes it where it is behind.
    async fn take_up_file(&self) {
        let inner = self.inner();
        let handle = inner.disk.handle.borrow().clone();
        let Some(handle) = handle else { return };
        if !handle.may_write(Asking::No).await {
            return self.tell_file(FileState::NeedsLeave);
        }
        match handle.read().await {
            Ok((text, stamp)) if text == self.with(|project| (WRITERS[0].write)(project)) => {
                inner.disk.stamp.set(Some(stamp));
                inner.disk.is_behind.set(false);
                self.has_file(&inner).await;
            }
            // What is there is looked at, and said, before it is written.
            _ => {
                inner.disk.is_behind.set(true);
                self.write_file().await;
            }
        }
    }

    /// True once this tab is the one that writes.
    async fn take_file_lock(&self, inner: &Inner) -> bool {
        if inner.disk.lock.borrow().is_none() {
            let lock = lock::take(&lock_name(inner), Patience::None).await;
            *inner.disk.lock.borrow_mut() = lock;
        }
        inner.disk.lock.borrow().is_some()
    }

    /// Goes on where the tab that writes is closed.
    fn wait_for_file_lock(&self) {
        let app = *self;
        spawn_local(async move {
            let inner = app.inner();
            let lock = lock::take(&lock_name(&inner), Patience::Endless).await;
            if inner.disk.lock.borrow().is_none() {
                *inner.disk.lock.borrow_mut() = lock;
                app.resume_file();
            }
        });
    }

    /// Something was done: the file is behind.
    pub(super) fn follow_with_file(&self, kind: Kind) {
        // That a text was opened is not yet work that could be lost.
        if kind != Kind::Quiet || self.view.filed.get_untracked() == Filed::All {
            self.note_unfiled();
        }
        let inner = self.inner();
        inner.disk.is_behind.set(true);
        let writes = self.view.file.with_untracked(|file| {
            file.as_ref().is_some_and(|file| {
                matches!(file.state, FileState::Written | FileState::Writing | FileState::Failed(_))
            })
        });
        if !writes || inner.disk.is_due.replace(true) {
            return;
        }
        self.tell_file(FileState::Writing);
        let wait = WAIT.max(Duration::from_millis((inner.disk.took.get() * SHARE) as u64));
        let app = *self;
        set_timeout(
            move || {
                app.inner().disk.is_due.set(false);
                spawn_local(async move { app.write_file().await });
            },
            wait,
        );
    }

    async fn write_file(&self) {
        let inner = self.inner();
        if inner.disk.is_writing.replace(true) {
            return;
        }
        let mut outcome = Ok(());
        while outcome.is_ok() && inner.disk.is_behind.replace(false) {
            outcome = self.write_file_once(&inner).await;
        }
        inner.disk.is_writing.set(false);
        match outcome {
            Ok(()) => self.has_file(&inner).await,
            Err(state) => {
                inner.disk.is_behind.set(true);
                self.tell_file(state);
            }
        }
    }

    async fn write_file_once(&self, inner: &Inner) -> Result<(), FileState> {
        let handle = inner.disk.handle.borrow().clone();
        let Some(handle) = handle else { return Ok(()) };
        if inner.disk.lock.borrow().is_none() {
            return Err(FileState::Elsewhere);
        }
        self.tell_file(FileState::Writing);
        if !handle.may_write(Asking::No).await {
            return Err(FileState::NeedsLeave);
        }
        let failed = |fault: JsValue| FileState::Failed(explain(&fault));
        let is_known = match inner.disk.stamp.get() {
            Some(known) => handle.stamp().await.map_err(failed)? == known,
            None => true,
        };
        if !is_known || inner.disk.holds_more.get() {
            return Err(FileState::Changed);
        }
        let begun = js_sys::Date::now();
        let text = self.with(|project| (WRITERS[0].write)(project));
        let stamp = handle.write(&text).await.map_err(failed)?;
        inner.disk.took.set(js_sys::Date::now() - begun);
        inner.disk.stamp.set(Some(stamp));
        Ok(())
    }

    /// The file holds all that was done.
    async fn has_file(&self, inner: &Rc<Inner>) {
        if inner.disk.handle.borrow().is_none() {
            return;
        }
        self.remember_file(inner).await;
        if !inner.disk.is_behind.get() {
            self.tell_file(FileState::Written);
            self.note_filed(Filed::All);
        }
    }

    async fn remember_file(&self, inner: &Inner) {
        let Some(handle) = inner.disk.handle.borrow().clone() else { return };
        inner.shelf.keep_file(Some(record(&handle, inner.disk.stamp.get()))).await;
    }

    fn tell_file(&self, state: FileState) {
        let file = self.view.file;
        if file.with_untracked(|file| file.as_ref().is_some_and(|file| file.state != state)) {
            file.update(|file| {
                if let Some(file) = file {
                    file.state = state;
                }
            });
        }
    }
}

fn lock_name(inner: &Inner) -> String {
    format!("glossator-file-{}", inner.shelf.slot())
}

/// The file as the database keeps it: browsers can keep handles, but only as they are.
fn record(handle: &Handle, stamp: Option<Stamp>) -> JsValue {
    let number = |read: fn(Stamp) -> f64| stamp.map_or(JsValue::UNDEFINED, |stamp| read(stamp).into());
    let (modified, size) = (number(|stamp| stamp.modified), number(|stamp| stamp.size));
    object(&[("handle", &handle.0), ("modified", &modified), ("size", &size)])
}

fn read_record(record: &JsValue) -> Option<(Handle, Option<Stamp>)> {
    let handle = browser::property(record, "handle");
    let number = |name| browser::property(record, name).as_f64();
    let stamp = number("modified").zip(number("size")).map(|(modified, size)| Stamp { modified, size });
    handle.is_object().then_some((Handle(handle), stamp))
}
