//! The saved form: an append-only log of steps, one record a key, snapshots of what they led
//! to, and the store that holds them. [`open`] makes an editor of it again.

mod entry;
mod mend;
mod open;
mod snapshot;

pub use entry::{Entry, Link, Pair, decode, encode, link, log_key, place_of};
pub use open::{Damage, DamageKind, Opened, Opening, open};
pub use snapshot::{Snapshot, mark, take_snapshot};

use crate::model::{Extra, Head, Project, ProjectId};
use crate::table::TextMap;
use std::cell::RefCell;
use thiserror::Error;

/// Where the saved form is kept: records by key, appended and never changed.
///
/// Asynchronous, for a browser's databases are.
#[allow(async_fn_in_trait)]
pub trait Store {
    /// Keeps records, all of them or none. A record with a key that is there
    /// already says the same and may be skipped. When this returns, they are kept.
    ///
    /// # Errors
    /// Why they are not kept.
    async fn append(&self, pairs: Vec<Pair>) -> Result<(), AppendError>;

    /// Every record, in any order.
    ///
    /// # Errors
    /// Why the records cannot be had.
    async fn read_all(&self) -> Result<Vec<Pair>, AppendError>;
}

/// Why a store does not keep or give records. Nothing that was there was changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AppendError {
    /// When there is no room left.
    #[error("The storage of this browser is full. Export the project now, then make room.")]
    Full,
    /// When the browser forbids it.
    #[error("This browser does not let the page keep anything. Export the project before closing the page.")]
    Blocked,
    /// When anything else goes wrong.
    #[error("The storage of this browser failed ({0}). Export the project now.")]
    Other(String),
}

/// A store that lasts as long as the page: for browsers that block storage.
#[derive(Debug, Default)]
pub struct MemoryStore(RefCell<TextMap>);

impl Store for MemoryStore {
    async fn append(&self, pairs: Vec<Pair>) -> Result<(), AppendError> {
        let mut kept = self.0.borrow_mut();
        pairs.into_iter().for_each(|Pair { key, value }| kept.insert(key, value));
        Ok(())
    }

    async fn read_all(&self) -> Result<Vec<Pair>, AppendError> {
        let pair = |(key, value): &(String, String)| Pair { key: key.clone(), value: value.clone() };
        Ok(self.0.borrow().iter().map(pair).collect())
    }
}

/// What every log begins from.
pub fn nothing() -> Project {
    let id = ProjectId::from_random([0; 16]);
    Project::empty(Head { id, title: String::new(), extra: Extra::default() })
}
