//! A second copy of the last snapshot, in the page's cache storage: browsers keep that apart from
//! the database, so that what damages the one leaves the other. It is not there over plain http.

use crate::app::browser;
use crate::store::{Pair, seal_copy, unseal_copy};
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Cache, CacheStorage, Request, Response};

const CACHE: &str = "glossator-copy";

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
    let response = Response::new_with_opt_str(Some(&seal_copy(records)))?;
    JsFuture::from(cache().await?.put_with_str(&address(slot), &response)).await?;
    Ok(())
}

/// The projects that have a copy.
pub(super) async fn slots() -> Vec<String> {
    let found = async {
        // Who only looks leaves nothing behind, not even an empty cache.
        let known = JsFuture::from(storage()?.has(CACHE)).await?;
        if known.is_falsy() {
            return Ok(Array::new());
        }
        Ok::<Array, JsValue>(JsFuture::from(cache().await?.keys()).await?.unchecked_into())
    };
    let requests = found.await.unwrap_or_default();
    let slot = |request: JsValue| {
        let address = request.unchecked_into::<Request>().url();
        Some(address.rsplit_once("/copy-")?.1.to_owned())
    };
    requests.iter().filter_map(slot).collect()
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

/// The records of the copy; none where there is no sound one.
pub(super) async fn read(slot: &str) -> Option<Vec<Pair>> {
    let found = JsFuture::from(cache().await.ok()?.match_with_str(&address(slot))).await.ok()?;
    let response: Response = found.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    unseal_copy(&text.as_string()?)
}
