//! Saving: every step goes to the store in order, and the foot says the truth.

use super::{App, Inner};
use crate::history::{Kind, Step};
use crate::store::{AppendError, Entry, Pair, Store, encode};
use leptos::prelude::*;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// What can be said about the work of this tab.
#[derive(Clone, Debug, PartialEq)]
pub enum Saving {
    /// All of it is in local storage.
    Kept,
    /// Some of it could not be written and is only in memory.
    Failed(AppendError),
    /// Storage is blocked: all of it is only in memory.
    Blocked,
    /// A newer program's work is in the storage; it is left alone.
    Newer(u32),
}

/// What still has to be written, the oldest first.
#[derive(Default)]
pub(super) struct Queue {
    entries: VecDeque<Vec<Pair>>,
    is_writing: bool,
}

impl App {
    /// Sends a step to the store.
    pub(super) fn save(&self, step: Step, kind: Kind) {
        let inner = self.inner();
        let after = inner.last.get();
        let seq = after.map_or(1, |(seq, _)| seq + 1);
        let entry = Entry { seq, tab: inner.tab, after, kind, step };
        inner.last.set(Some((seq, inner.tab)));
        inner.queue.borrow_mut().entries.push_back(encode(&entry));
        self.write_queue();
    }

    /// Tries to write all that waits.
    pub fn write_queue(&self) {
        let inner = self.inner();
        if std::mem::replace(&mut inner.queue.borrow_mut().is_writing, true) {
            return;
        }
        let saving = self.view.saving;
        spawn_local(async move {
            let outcome = write_all(&inner).await;
            inner.queue.borrow_mut().is_writing = false;
            let state = match outcome {
                Err(error) => Saving::Failed(error),
                Ok(()) if inner.shelf.lasts() => Saving::Kept,
                Ok(()) => return,
            };
            if saving.get_untracked() != state {
                saving.set(state);
            }
        });
    }

    /// True while leaving the page would lose work.
    pub fn has_unsaved(&self) -> bool {
        let inner = self.inner();
        let waits = !inner.queue.borrow().entries.is_empty();
        let only_here = !inner.shelf.lasts() && !inner.editor.borrow().done().is_empty();
        waits || only_here
    }
}

async fn write_all(inner: &Rc<Inner>) -> Result<(), AppendError> {
    loop {
        let Some(pairs) = inner.queue.borrow().entries.front().cloned() else {
            return Ok(());
        };
        inner.shelf.append(pairs).await?;
        inner.queue.borrow_mut().entries.pop_front();
    }
}
