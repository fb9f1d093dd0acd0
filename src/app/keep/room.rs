//! How much more the browser takes. What it says itself is not to be relied on: Chromium names ten
//! gigabytes more than are used, whatever there is (measured with 156). So it is tried.

use super::torn::{PIECE, note, piece};
use super::{Hold, Shelf};
use crate::store::AppendError;

/// The most that is written in one transaction: a slow disk takes it well within the end of the wait.
const MOST: usize = 8 << 20;

/// In so many steps it is tried at least, so that what there is can be told.
const STEPS: usize = 8;

impl Shelf {
    /// How many of so many bytes there is room for. What was written to see it is gone when this returns.
    pub(in crate::app) async fn room_for(&self, bytes: usize) -> usize {
        if self.hold.get() != Hold::Firm {
            return bytes;
        }
        self.before_write().await;
        let pieces = (bytes / STEPS).min(MOST) / PIECE + 1;
        let (mut names, mut found) = (Vec::new(), 0);
        while found < bytes {
            let step: Vec<_> = (0..pieces).map(|at| format!("room/{}", names.len() + at)).collect();
            let outcome = self.database.put(step.iter().map(|name| (name.clone(), piece())).collect()).await;
            note(&outcome);
            match outcome {
                Ok(()) => found += pieces * PIECE,
                Err(AppendError::Full | AppendError::DiskFull) => break,
                // What else is wrong, is told where something is kept.
                Err(_) => found = bytes,
            }
            names.extend(step);
        }
        let _ = self.change(&[], &names).await;
        found.min(bytes)
    }
}
