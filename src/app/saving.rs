//! Saving: every step is an intent at once and a record soon after, and the foot says the truth.
//! Steps that come while others are being written go together (group commit).

use super::browser::Slice;
use super::keep::slots;
use super::{App, Inner, browser};
use crate::history::{At, Kind, Step};
use crate::store::{About, AppendError, Encoding, Entry, Link, Pair, encode, link, mark};
use leptos::prelude::*;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// What can be said about the work of this tab.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// A crash cannot take it.
    Saved,
    /// It is being written.
    Writing,
    /// It is in local storage alone, which a crash of the browser can shorten.
    Loose,
    /// Some of it could not be written and is only in memory.
    Failed(AppendError),
    /// Storage is blocked: all of it is only in memory.
    Blocked,
    /// A newer program's work is in the storage; it is left alone.
    Newer(u32),
}

/// How long it is waited before a write that failed is tried again.
const RETRIES: [Duration; 3] = [Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(30)];

/// A step with more changes is written a little at a time: the page would stand still.
const MANY: usize = 200;

/// So many of its changes are written between two looks at the clock.
const SOME: usize = 20;

/// A step that is not yet kept.
enum Waiting {
    /// Its records are made.
    Written {
        pairs: Vec<Pair>,
        link: Link,
        /// It is in local storage: closing the tab would lose nothing.
        is_intended: bool,
    },
    /// Its records are still to be made.
    Raw {
        step: Step,
        kind: Kind,
        /// What its tab had seen last; none where that is still to be made as well.
        after: Option<Link>,
    },
}

/// What still has to be written, the oldest first.
#[derive(Default)]
pub(super) struct Queue {
    waiting: VecDeque<Waiting>,
    is_writing: bool,
    failures: usize,
}

impl Waiting {
    /// Closing the tab would lose it.
    fn is_loose(&self) -> bool {
        !matches!(self, Waiting::Written { is_intended: true, .. })
    }
}

impl Queue {
    /// The first step whose records are still to be made, with its place among those that wait.
    fn first_raw(&self) -> Option<(usize, Entry)> {
        self.waiting.iter().enumerate().find_map(|(at, waiting)| match waiting {
            Waiting::Raw { step, kind, after } => {
                Some((at, Entry { after: after.clone(), kind: *kind, step: step.clone() }))
            }
            Waiting::Written { .. } => None,
        })
    }

    /// The records of those that wait, with their links.
    fn written(&self) -> Vec<(Vec<Pair>, Link)> {
        let of = |waiting: &Waiting| match waiting {
            Waiting::Written { pairs, link, .. } => Some((pairs.clone(), link.clone())),
            Waiting::Raw { .. } => None,
        };
        self.waiting.iter().map_while(of).collect()
    }

    /// The records of a step are made: what comes after it has seen it.
    fn is_written(&mut self, at: usize, pairs: Vec<Pair>, made: Link) {
        if let Some(Waiting::Raw { after, .. }) = self.waiting.get_mut(at + 1) {
            *after = Some(made.clone());
        }
        self.waiting[at] = Waiting::Written { pairs, link: made, is_intended: false };
    }
}

impl Inner {
    /// Makes the records of a step, with pauses.
    async fn write_out(&self, (at, entry): (usize, Entry)) {
        let Entry { step, .. } = &entry;
        let mut encoding = Encoding::new(&entry);
        let mut slice = Slice::begin();
        while encoding.go_on(step, SOME) {
            slice.breathe().await;
        }
        let pairs = encoding.finish(step);
        let made = link(step.place, &pairs);
        let mut last = self.last.borrow_mut();
        if last.as_ref().is_none_or(|last| last.at < made.at) {
            *last = Some(made.clone());
        }
        self.queue.borrow_mut().is_written(at, pairs, made);
    }
}

impl App {
    /// Sends a step to the store.
    pub(super) fn save(&self, step: Step, kind: Kind) {
        let inner = self.inner();
        let place = step.place;
        inner.changed.borrow_mut().extend(step.patch.documents());
        inner.since.set(inner.since.get() + 1 + step.patch.changes.len() / 20);
        let after = inner.last.borrow().clone();
        let is_behind_raw = matches!(inner.queue.borrow().waiting.back(), Some(Waiting::Raw { .. }));
        let waiting = if is_behind_raw || step.patch.changes.len() > MANY {
            Waiting::Raw { step, kind, after: after.filter(|_| !is_behind_raw) }
        } else {
            let pairs = encode(&Entry { after, kind, step });
            let link = link(place, &pairs);
            *inner.last.borrow_mut() = Some(link.clone());
            // Nothing is written before a person has seen what was lost.
            let may_write = self.view.recovery.with_untracked(Option::is_none);
            let is_intended = may_write && inner.shelf.intend(&pairs);
            Waiting::Written { pairs, link, is_intended }
        };
        inner.queue.borrow_mut().waiting.push_back(waiting);
        if self.view.saving.get_untracked() == Saving::Saved {
            self.view.saving.set(Saving::Writing);
        }
        self.write_queue();
        self.follow_with_file(kind);
    }

    /// Tries to write all that waits.
    pub fn write_queue(&self) {
        let inner = self.inner();
        if self.view.recovery.with_untracked(Option::is_some) {
            return;
        }
        if std::mem::replace(&mut inner.queue.borrow_mut().is_writing, true) {
            return;
        }
        let app = *self;
        spawn_local(async move {
            let outcome = app.write_all(&inner).await;
            inner.queue.borrow_mut().is_writing = false;
            match outcome {
                Ok(()) => {
                    inner.queue.borrow_mut().failures = 0;
                    app.tell_saving(inner.shelf.state());
                    app.tidy_store_soon();
                    app.ask_to_persist();
                }
                Err(AppendError::Newer) => app.give_way(),
                Err(AppendError::Blocked) if inner.shelf.is_nothing() => {}
                Err(error) => {
                    app.tell_saving(Saving::Failed(error));
                    let mut queue = inner.queue.borrow_mut();
                    let wait = RETRIES[queue.failures.min(RETRIES.len() - 1)];
                    queue.failures += 1;
                    set_timeout(move || app.write_queue(), wait);
                }
            }
        });
    }

    async fn write_all(&self, inner: &Rc<Inner>) -> Result<(), AppendError> {
        loop {
            let raw = inner.queue.borrow().first_raw();
            if let Some(raw) = raw {
                inner.write_out(raw).await;
                continue;
            }
            let written = inner.queue.borrow().written();
            let Some((_, last)) = written.last() else { return Ok(()) };
            let places: Vec<At> = written.iter().map(|(_, link)| link.at).collect();
            let last = last.clone();
            let pairs: Vec<_> = written.into_iter().flat_map(|(pairs, _)| pairs).collect();
            let about = self.with(|project| About::of(project, browser::now()));
            inner.shelf.keep(&pairs, &mark(inner.tab, &last), inner.coder, &about).await?;
            inner.queue.borrow_mut().waiting.drain(..places.len());
            let has_more = !inner.places.borrow().is_empty();
            inner.places.borrow_mut().extend(places);
            if inner.shelf.was_emptied() && has_more {
                // Somebody has cleared the database while the page was open: all of it goes there again.
                self.write_ground(inner).await?;
            }
            self.tell_tabs(&pairs);
        }
    }

    fn tell_saving(&self, state: Saving) {
        let saving = self.view.saving;
        if saving.with_untracked(|known| *known != state && !matches!(known, Saving::Newer(_))) {
            if let Saving::Failed(error) = &state {
                self.view.said.set(error.to_string());
            }
            saving.set(state);
        }
    }

    /// A newer program has the store: from here on nothing is changed, and all can be taken away.
    pub(super) fn give_way(&self) {
        self.inner().shelf.let_go();
        self.view.saving.set(Saving::Newer(crate::store::VERSION + 1));
        self.view.said.set(AppendError::Newer.to_string());
    }

    /// Asks the browser, once there is something to lose, not to clear it by itself. The answer is shown
    /// where the work is spoken of.
    fn ask_to_persist(&self) {
        let persisted = self.view.persisted;
        let has_work = !self.inner().editor.borrow().done().is_empty();
        if !has_work || persisted.with_untracked(Option::is_some) {
            return;
        }
        spawn_local(async move {
            if let Some(answer) = browser::persist().await {
                persisted.set(Some(answer));
            }
        });
    }

    /// True while leaving the page would lose work.
    pub fn has_unsaved(&self) -> bool {
        let inner = self.inner();
        if self.view.recovery.with_untracked(Option::is_some) || inner.may_leave.get() {
            return false;
        }
        let is_loose = inner.queue.borrow().waiting.iter().any(Waiting::is_loose);
        let failed = matches!(self.view.saving.get_untracked(), Saving::Failed(_))
            && !inner.queue.borrow().waiting.is_empty();
        let only_here = inner.shelf.is_nothing() && !inner.editor.borrow().done().is_empty();
        is_loose || failed || only_here
    }

    /// The page goes with all it holds, and that was asked for.
    pub(super) fn leave_without_asking(&self) {
        self.inner().may_leave.set(true);
    }

    /// Notes what this tab shows, for when it is loaded anew. Where all is to go, so is that.
    pub fn note_shown(&self, note: &str) {
        if !self.inner().may_leave.get() {
            slots::note_shown(note);
        }
    }

    /// True where nothing waits to be written.
    pub(super) fn is_settled(&self) -> bool {
        let inner = self.inner();
        let queue = inner.queue.borrow();
        queue.waiting.is_empty() && !queue.is_writing
    }
}

/// The number of this tab, which no other has.
pub(super) fn number() -> u32 {
    u32::from_le_bytes(browser::random())
}
