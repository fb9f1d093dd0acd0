//! The saved form: an append-only log of steps, one record a key, snapshots of what they led
//! to, and marks of how far it goes. [`open`] makes an editor of it again. `app` keeps it.

mod about;
mod copy;
mod entry;
mod mend;
mod open;
mod snapshot;
mod taking;

pub use about::{About, BIN};
pub use copy::{Sealing, unseal_copy};
pub use entry::{Encoding, Entry, Link, Pair, decode, encode, link, log_key, place_of, texts_of};
pub use open::{Damage, DamageKind, Opened, Opening, open};
pub use snapshot::{HOUR, Snapshot, mark, staying};
pub use taking::Taking;

/// The version of the saved form that this program reads and writes. Version 1 had no database.
pub const VERSION: u32 = 2;

use crate::model::{Extra, Head, Project, ProjectId};
use thiserror::Error;

/// Why a store does not keep or give records. Nothing that was there was changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AppendError {
    /// When the browser gives no more room.
    #[error("This browser gives the page no more room. Download the project now, then make room.")]
    Full,
    /// When the disk is full.
    #[error("The disk is full. Download the project to another disk, or make room.")]
    DiskFull,
    /// When the browser forbids it.
    #[error(
        "This browser does not let the page keep anything. Download the project before closing the page."
    )]
    Blocked,
    /// When no answer comes.
    #[error("The browser's database does not answer; the disk may be full. Download the project now.")]
    Silent,
    /// When a newer program has taken over the store.
    #[error(
        "A newer Glossator has taken over what this browser keeps. Download what is new here, then reload."
    )]
    Newer,
    /// When anything else goes wrong.
    #[error("The browser's database failed ({0}). Download the project now.")]
    Other(String),
}

/// What every log begins from.
pub fn nothing() -> Project {
    let id = ProjectId::from_random([0; 16]);
    Project::empty(Head { id, title: String::new(), memo: String::new(), extra: Extra::default() })
}
