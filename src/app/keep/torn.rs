//! What a write that failed may have left in the browser's own files.
//!
//! Chromium keeps its databases in LevelDB. A disk that fills up leaves a torn record at the end of
//! LevelDB's log; once there is room again Chromium goes on in the same file, says `complete`, and at its
//! next start takes the torn record for corruption and deletes all databases of the page (measured with
//! 146: five annotations called saved, none there after a restart). So much is written after a failure
//! that LevelDB begins another log and lets go of the torn one. Until then nothing is called saved.

use super::{Shelf, journal};
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
        let mut outcome = self.database.change(put, remove).await;
        if outcome.is_ok() && settings::read(TORN).is_some() {
            outcome = self.renew_log().await;
        }
        note(&outcome);
        outcome
    }

    /// Fills the browser's log with what cannot be compressed, and takes it out again.
    async fn renew_log(&self) -> Result<(), AppendError> {
        let names: Vec<_> = (0..PIECES).map(|at| format!("ballast/{at}")).collect();
        for _ in 0..ROUNDS {
            self.database.put(names.iter().map(|name| (name.clone(), piece())).collect()).await?;
        }
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
