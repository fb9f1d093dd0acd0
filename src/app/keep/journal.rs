//! Local storage, through gloo-storage: what is not yet in the database, written at once, and
//! the marks that the database is held to. It outlives a tab that is closed or crashes within
//! the moment that the database takes; a browser that is killed it does not outlive (Chromium
//! writes it to the disk only every five seconds), and the foot does not say so.

use super::explain;
use crate::app::browser;
use crate::store::{AppendError, Pair};
use gloo_storage::{LocalStorage, Storage};

/// True where local storage can be used. gloo-storage panics where it cannot,
/// so nothing else may touch it before this was asked.
pub(in crate::app) fn is_open() -> bool {
    matches!(browser::window().local_storage(), Ok(Some(_)))
}

/// Writes a record.
pub(in crate::app) fn put(key: &str, value: &str) -> Result<(), AppendError> {
    if super::is_frozen() || !is_open() {
        return Err(AppendError::Blocked);
    }
    LocalStorage::raw().set_item(key, value).map_err(explain)
}

/// Removes a record.
pub(in crate::app) fn remove(key: &str) {
    if !super::is_frozen() && is_open() {
        let _ = LocalStorage::raw().remove_item(key);
    }
}

/// The records whose keys begin so, with the rest of their keys.
pub(in crate::app) fn read(prefix: &str) -> Result<Vec<Pair>, AppendError> {
    if !is_open() {
        return Err(AppendError::Blocked);
    }
    let storage = LocalStorage::raw();
    let mut pairs = Vec::new();
    for at in 0..storage.length().map_err(explain)? {
        let Some(key) = storage.key(at).map_err(explain)? else { continue };
        if let Some(rest) = key.strip_prefix(prefix) {
            let value = storage.get_item(&key).map_err(explain)?.unwrap_or_default();
            pairs.push(Pair { key: rest.to_owned(), value });
        }
    }
    Ok(pairs)
}
