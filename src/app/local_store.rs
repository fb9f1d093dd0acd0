//! The first store: local storage through gloo-storage, a record a key.

use super::{Saving, browser};
use crate::store::{AppendError, MemoryStore, PREFIX, Pair, Store};
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// True where local storage can be used. gloo-storage panics where it cannot,
/// so nothing else may touch it before this was asked.
pub(super) fn is_open() -> bool {
    matches!(browser::window().local_storage(), Ok(Some(_)))
}

/// Where this tab keeps what it does.
pub(super) enum Shelf {
    /// In the browser.
    Local,
    /// Only in this tab.
    Memory(MemoryStore),
}

impl Shelf {
    pub(super) fn probe() -> Self {
        if is_open() { Shelf::Local } else { Shelf::memory() }
    }

    pub(super) fn memory() -> Self {
        Shelf::Memory(MemoryStore::default())
    }

    pub(super) fn state(&self) -> Saving {
        match self {
            Shelf::Local => Saving::Kept,
            Shelf::Memory(_) => Saving::Blocked,
        }
    }

    /// True where what is kept here outlives the tab.
    pub(super) fn lasts(&self) -> bool {
        matches!(self, Shelf::Local)
    }
}

impl Store for Shelf {
    async fn append(&self, pairs: Vec<Pair>) -> Result<(), AppendError> {
        match self {
            Shelf::Local => pairs.iter().try_for_each(put),
            Shelf::Memory(memory) => memory.append(pairs).await,
        }
    }

    async fn read_all(&self) -> Result<Vec<Pair>, AppendError> {
        match self {
            Shelf::Local => read_all(),
            Shelf::Memory(memory) => memory.read_all().await,
        }
    }
}

/// Writes one record. What is already there under its key stays: keys are never
/// used twice, so it is the same.
fn put(pair: &Pair) -> Result<(), AppendError> {
    if !is_open() {
        return Err(AppendError::Blocked);
    }
    let storage = LocalStorage::raw();
    if storage.get_item(&pair.key).map_err(explain)?.is_some() {
        return Ok(());
    }
    storage.set_item(&pair.key, &pair.value).map_err(explain)
}

fn read_all() -> Result<Vec<Pair>, AppendError> {
    let storage = LocalStorage::raw();
    let mut pairs = Vec::new();
    for at in 0..storage.length().map_err(explain)? {
        let Some(key) = storage.key(at).map_err(explain)? else { continue };
        // Every version's records are handed on: a newer one must be noticed.
        if key.starts_with(PREFIX.split(':').next().unwrap_or_default()) {
            let value = storage.get_item(&key).map_err(explain)?.unwrap_or_default();
            pairs.push(Pair { key, value });
        }
    }
    Ok(pairs)
}

fn explain(error: JsValue) -> AppendError {
    let name = error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => AppendError::Full,
        "SecurityError" => AppendError::Blocked,
        _ => AppendError::Other(name),
    }
}
