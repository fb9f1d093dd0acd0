//! Snapshots of the project, so that a long log opens fast, and the end of log entries that
//! nobody needs any more. All of it while nobody waits.

use super::browser::Slice;
use super::keep::Hold;
use super::{App, Inner, browser};
use crate::history::At;
use crate::store::{self, AppendError, Pair, Snapshot, Taking, log_key, place_of};
use crate::table::{KeySet, TextMap};
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

/// After so many steps a snapshot is made.
const STEPS: usize = 100;

/// The last steps that can be undone after a reload.
const UNDOABLE: usize = 1000;

/// How long nothing may have been done before the store is tidied.
const PAUSE: Duration = Duration::from_millis(1500);

/// A snapshot is never older than this while something is done, in milliseconds.
const OFTEN: i64 = 600_000;

impl App {
    /// Makes a snapshot when there is enough for one, once nothing is done for a moment.
    pub(super) fn tidy_store_soon(&self) {
        let inner = self.inner();
        // Before the rest of the program is there, nobody has done anything.
        let may = self.view.whole.get_untracked() && inner.shelf.hold() == Hold::Firm;
        if !may || !self.is_due() || inner.is_tidying.replace(true) {
            return;
        }
        let app = *self;
        let last = inner.editor.borrow().last();
        set_timeout(
            move || {
                let inner = app.inner();
                inner.is_tidying.set(false);
                if inner.editor.borrow().last() != last || !app.is_settled() {
                    return app.tidy_store_soon();
                }
                inner.is_tidying.set(true);
                spawn_local(async move {
                    // What fails is done the next time: the log has everything.
                    let outcome = app.tidy_store(&inner).await;
                    inner.is_tidying.set(false);
                    // What was given up, because something was done meanwhile, is still due.
                    if outcome.is_ok() {
                        app.tidy_store_soon();
                    }
                });
            },
            PAUSE,
        );
    }

    /// True where a snapshot is due: much was done since the last, or something long ago.
    fn is_due(&self) -> bool {
        let inner = self.inner();
        let since = inner.since.get();
        let made = inner.snapshot.borrow().as_ref().map_or(0, |snapshot| snapshot.made.millis());
        since >= STEPS || since > 0 && browser::now().millis() - made >= OFTEN
    }

    /// Begins a snapshot of the project as it is. Whatever is done must be in the log.
    pub(super) fn begin_snapshot(&self, inner: &Inner) -> Taking {
        let seen: Vec<At> = inner.places.borrow().iter().collect();
        let last = inner.editor.borrow().last();
        let known = inner.snapshot.borrow();
        let changed = inner.changed.borrow();
        self.with(|project| Taking::begin(project, browser::now(), last, seen, known.as_ref(), &changed))
    }

    /// A snapshot with its records, taken with pauses; `None` where something was done meanwhile.
    async fn snapshot(&self, inner: &Inner) -> Option<(Snapshot, Vec<Pair>)> {
        let since = inner.since.get();
        let mut taking = self.begin_snapshot(inner);
        let mut slice = Slice::begin();
        while self.with(|project| taking.go_on(project)) {
            slice.breathe().await;
            if inner.since.get() != since {
                return None;
            }
        }
        *inner.changed.borrow_mut() = KeySet::new();
        Some(taking.finish())
    }

    async fn tidy_store(&self, inner: &Rc<Inner>) -> Result<(), AppendError> {
        let Some((snapshot, pairs)) = self.snapshot(inner).await else { return Ok(()) };
        let since = inner.since.replace(0);
        let kept = inner.shelf.write(&pairs, &[]).await;
        let keys: Vec<_> = pairs.iter().map(|pair| pair.key.clone()).collect();
        let back = match kept {
            Ok(()) => inner.shelf.get(&keys).await,
            Err(error) => Err(error),
        };
        let same = |(pair, value): (&Pair, &Option<String>)| value.as_ref() == Some(&pair.value);
        let is_sound = back.is_ok_and(|back| pairs.iter().zip(&back).all(same));
        if !is_sound {
            // The next one shares nothing with what may not be there.
            *inner.snapshot.borrow_mut() = None;
            inner.since.set(inner.since.get() + since);
            return Err(AppendError::Silent);
        }
        *inner.snapshot.borrow_mut() = Some(snapshot.clone());
        inner.shelf.write_copy(&snapshot).await;
        if inner.others.get() {
            return Ok(());
        }
        self.remove_what_is_old(inner, snapshot).await
    }

    async fn remove_what_is_old(&self, inner: &Rc<Inner>, newest: Snapshot) -> Result<(), AppendError> {
        let records = inner.shelf.read("snapshot:").await?;
        let mut all: Vec<_> = records.iter().filter_map(|pair| Snapshot::read(&pair.value)).collect();
        all.sort_by_key(|snapshot| snapshot.made);
        let stays =
            store::staying(&all.iter().map(|snapshot| snapshot.made).collect::<Vec<_>>(), browser::now());
        let kept: Vec<_> =
            all.iter().enumerate().filter(|(at, _)| stays.contains(at)).map(|(_, it)| it).collect();
        let needed: Vec<_> =
            kept.iter().flat_map(|snapshot| snapshot.parts().chain([snapshot.key()])).collect();
        let needed: TextMap = needed.into_iter().map(|key| (key, String::new())).collect();
        let parts = inner.shelf.keys_of("part:").await?;
        let snapshots = records.iter().map(|pair| format!("snapshot:{}", pair.key));
        let mut gone: Vec<_> =
            parts.into_iter().chain(snapshots).filter(|key| needed.get(key).is_none()).collect();
        // Entries that an old snapshot holds too, but for those that can still be undone.
        let now = browser::now().millis();
        let old = kept.iter().rev().find(|snapshot| now - snapshot.made.millis() >= store::HOUR);
        let held: KeySet<At> = old.iter().flat_map(|snapshot| snapshot.seen.iter().copied()).collect();
        let before = newest.seen.len().saturating_sub(UNDOABLE);
        let old_places = newest.seen.iter().take(before).filter(|at| held.contains(at));
        gone.extend(old_places.map(|at| log_key(*at)));
        // Of marks one says it all.
        let last = inner.last.borrow().clone();
        let mark: Vec<_> = last.map(|link| store::mark(inner.tab, &link)).into_iter().collect();
        let marks = inner.shelf.keys_of("mark:").await?;
        gone.extend(marks.into_iter().filter(|key| mark.iter().all(|mark| mark.key != *key)));
        // An intent that was left over would bring an entry back.
        inner.shelf.forget_keys(&gone);
        inner.shelf.write(&mark, &gone).await?;
        inner.shelf.leave_marks(&mark);
        let gone: KeySet<At> = gone.iter().filter_map(|key| place_of(key)).collect();
        let mut places = inner.places.borrow_mut();
        *places = places.iter().filter(|at| !gone.contains(at)).collect();
        Ok(())
    }
}
