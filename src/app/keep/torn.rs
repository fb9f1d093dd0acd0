//! What a write that failed, or a browser that was killed, may have left in the browser's own files.
//!
//! Chromium keeps its databases in LevelDB. A disk that fills up, or a browser killed between the two writes
//! that a record takes, leaves a torn record at the end of LevelDB's log. Chromium goes on in the same file,
//! says `complete`, and at its next start takes the torn record for corruption and deletes all databases of
//! the page (measured with 146 and 156: all that was called saved was gone after a restart; the trials "a
//! full disk" and "killed in the middle of a write"). So much is written after a failure, and with the first
//! write after a browser was killed, that LevelDB begins another log and lets go of the torn one. Until then
//! nothing is called saved, unless the browser gives the page no room for it.
//!
//! A browser may be killed in just that moment too, and its list of files is a log of the same kind, which cannot be
//! renewed. So from the first write after a browser was killed, to the end of that visit, all that is called saved
//! is in the second copy as well.

use super::{Shelf, copy, dirty, in_slot, journal, slots};
use crate::app::{browser, settings};
use crate::store::{AppendError, Pair};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

/// There while a write has failed and the log may be torn: for all tabs, and for the next visit.
const TORN: &str = "glossator:torn";

/// Bytes in a piece of ballast: what is larger goes to files of its own and not to the log.
pub(super) const PIECE: usize = 49_152;

/// Pieces in a transaction, and transactions. LevelDB begins another log when 4 MiB are in it, and
/// lets go of the one before when that is written elsewhere.
const PIECES: usize = 24;
const ROUNDS: usize = 8;

impl Shelf {
    /// Puts records and removes others: all of it or nothing, and safe when this returns.
    pub(super) async fn change(&self, put: &[Pair], remove: &[String]) -> Result<(), AppendError> {
        self.before_write().await;
        self.mended(self.database.change(put, remove).await).await
    }

    /// Makes second copies of all projects where the log may be torn: the next write may be the end of it.
    pub(super) async fn before_write(&self) {
        if settings::read(TORN).is_none() || self.is_doubled.replace(true) {
            return;
        }
        for slot in self.database.keys(slots::ABOUT).await.unwrap_or_default() {
            // Where there is no cache storage the database stands alone.
            if let Ok(records) = self.database.read(&in_slot(&slot, "")).await
                && copy::write(&slot, &records).await.is_ok()
            {
                copy::remove_added(&slot).await;
            }
        }
    }

    /// The outcome of a write, once the log that it went to is sound.
    pub(super) async fn mended(&self, mut outcome: Result<(), AppendError>) -> Result<(), AppendError> {
        if outcome.is_ok() && settings::read(TORN).is_some() {
            // Where there is no room for that, what was written is there all the same, and it is tried again
            // with the next write.
            outcome = self.renew_log().await.or_else(|error| match error {
                AppendError::Full => Ok(()),
                error => Err(error),
            });
        }
        note(&outcome);
        outcome
    }

    /// Sees whether the browser was killed while it wrote.
    pub(super) async fn look_for_torn_log(&self) {
        let left = dirty::left(&self.database).await;
        if !left.is_empty() {
            let _ = journal::put(TORN, "");
        }
        *self.dirty.borrow_mut() = left;
    }

    /// Fills the browser's log with what cannot be compressed, and takes it out again.
    async fn renew_log(&self) -> Result<(), AppendError> {
        let mut names: Vec<_> = (0..PIECES).map(|at| format!("ballast/{at}")).collect();
        for _ in 0..ROUNDS {
            self.database.put(names.iter().map(|name| (name.clone(), piece())).collect()).await?;
        }
        names.extend(self.dirty.take());
        self.database.change(&[], &names).await?;
        journal::remove(TORN);
        Ok(())
    }
}

/// Notes a failure after which the log may be torn.
pub(super) fn note(outcome: &Result<(), AppendError>) {
    if let Err(AppendError::DiskFull | AppendError::Silent | AppendError::Other(_)) = outcome {
        let _ = journal::put(TORN, "");
    }
}

/// A piece of what cannot be compressed.
pub(super) fn piece() -> JsValue {
    Uint8Array::from(&browser::random::<PIECE>()[..]).into()
}
