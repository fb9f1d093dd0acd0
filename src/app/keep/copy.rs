//! A second copy of the last snapshot, in the page's cache storage: browsers keep that apart from
//! the database, so that what damages the one leaves the other. It is not there over plain http.
//!
//! While the database may be torn ([`torn`](super::torn)), what is written there is added to the copy as well.

use crate::app::browser::{self, Slice};
use crate::store::{Pair, Sealing, unseal_copy};
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Cache, CacheStorage, Request, Response};

const CACHE: &str = "glossator-copy";

/// Stands between a copy's name and that of what was added to it.
const ADDED: &str = "+";

fn storage() -> Result<CacheStorage, JsValue> {
    // The property is missing on plain http, where web-sys would take it for granted.
    let caches = Reflect::get(&browser::window(), &"caches".into())?;
    if caches.is_undefined() { Err(caches) } else { Ok(caches.unchecked_into()) }
}

async fn cache() -> Result<Cache, JsValue> {
    Ok(JsFuture::from(storage()?.open(CACHE)).await?.unchecked_into())
}

fn address(slot: &str) -> String {
    format!("./copy-{slot}")
}

/// Writes a copy in the place of the one before. What fails is done the next time.
pub(super) async fn write(slot: &str, records: &[Pair]) -> Result<(), JsValue> {
    put(&address(slot), records).await
}

/// Adds records to the copy, to an empty one where there is none. The first of them names what is added.
pub(super) async fn add(slot: &str, records: &[Pair]) -> Result<(), JsValue> {
    let Some(first) = records.first() else { return Ok(()) };
    put(&format!("{}{ADDED}{}", address(slot), first.key), records).await?;
    let is_there = JsFuture::from(cache().await?.match_with_str(&address(slot))).await?.is_truthy();
    if is_there { Ok(()) } else { write(slot, &[]).await }
}

/// Removes what was added to the copy: a later one holds it.
pub(super) async fn remove_added(slot: &str) {
    for added in names().await.into_iter().filter(|name| is_added(name, slot)) {
        remove(&added).await;
    }
}

fn is_added(name: &str, slot: &str) -> bool {
    name.split_once(ADDED).is_some_and(|(of, _)| of == slot)
}

async fn put(address: &str, records: &[Pair]) -> Result<(), JsValue> {
    let mut sealing = Sealing::new(records);
    let pieces = Array::new();
    let mut slice = Slice::begin();
    for piece in sealing.by_ref() {
        pieces.push(&piece.into());
        slice.breathe().await;
    }
    pieces.unshift(&sealing.head().into());
    let whole = Blob::new_with_str_sequence(&pieces)?;
    let response = Response::new_with_opt_blob(Some(&whole))?;
    JsFuture::from(cache().await?.put_with_str(address, &response)).await?;
    Ok(())
}

/// The projects that have a copy.
pub(super) async fn slots() -> Vec<String> {
    names().await.into_iter().filter(|name| !name.contains(ADDED)).collect()
}

/// The names of copies, and of what was added to them.
async fn names() -> Vec<String> {
    let found = async {
        // Who only looks leaves nothing behind, not even an empty cache.
        let known = JsFuture::from(storage()?.has(CACHE)).await?;
        if known.is_falsy() {
            return Ok(Array::new());
        }
        Ok::<Array, JsValue>(JsFuture::from(cache().await?.keys()).await?.unchecked_into())
    };
    let requests = found.await.unwrap_or_default();
    let name = |request: JsValue| {
        let address = request.unchecked_into::<Request>().url();
        Some(address.rsplit_once("/copy-")?.1.to_owned())
    };
    requests.iter().filter_map(name).collect()
}

/// Removes the copy of one project.
pub(super) async fn remove(slot: &str) {
    if let Ok(cache) = cache().await {
        let _ = JsFuture::from(cache.delete_with_str(&address(slot))).await;
    }
}

/// Removes the copies of all projects.
pub(super) async fn erase() {
    if let Ok(storage) = storage() {
        let _ = JsFuture::from(storage.delete(CACHE)).await;
    }
}

/// The records of the copy, with what was added to it; none where there is no sound one.
pub(super) async fn read(slot: &str) -> Option<Vec<Pair>> {
    let mut records = read_one(slot).await?;
    for added in names().await.into_iter().filter(|name| is_added(name, slot)) {
        // One that is not sound is missed by the step that comes after it.
        records.extend(read_one(&added).await.into_iter().flatten());
    }
    Some(records)
}

async fn read_one(name: &str) -> Option<Vec<Pair>> {
    let found = JsFuture::from(cache().await.ok()?.match_with_str(&address(name))).await.ok()?;
    let response: Response = found.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    unseal_copy(&text.as_string()?)
}
