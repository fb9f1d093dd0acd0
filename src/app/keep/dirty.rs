//! Whether a browser was killed while it wrote, as file systems know it: by a dirty bit. A page that writes
//! puts a sign into the database with its first record and takes it back when it goes. A sign of a page
//! that is not there any more means that the browser's log may end in the middle of a record
//! ([`torn`](super::torn) says what becomes of that).

use super::database::{Database, begin, records_of};
use super::is_frozen;
use crate::app::{browser, saving};
use js_sys::{Array, Promise};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// What the signs' keys begin with.
const DIRTY: &str = "dirty/";

/// The lock (Web Locks) that every page holds that has a sign: it ends with the page, however that ends.
const LOCK: &str = "glossator-writes";

/// The sign of this page.
pub(super) struct Sign {
    key: String,
    is_there: Rc<Cell<bool>>,
    is_heard: Cell<bool>,
}

impl Sign {
    pub(super) fn new() -> Self {
        let name = saving::number();
        Self { key: format!("{DIRTY}{name}"), is_there: Rc::default(), is_heard: Cell::new(false) }
    }

    /// The key to put with a write, where the sign is not there.
    pub(super) fn missing(&self) -> Option<&str> {
        (!self.is_there.replace(true)).then_some(&self.key)
    }

    /// The write that it went with has failed.
    pub(super) fn failed(&self) {
        self.is_there.set(false);
    }

    /// Takes the sign back when the page goes, and says by a lock that this page is there.
    pub(super) fn guard(&self, database: &Database) {
        if self.is_heard.replace(true) {
            return;
        }
        hold_lock();
        let (key, is_there, connection) = (self.key.clone(), self.is_there.clone(), database.shared());
        let leave = Closure::<dyn Fn()>::new(move || {
            let connection = connection.borrow();
            let Some(connection) = connection.as_ref().filter(|_| !is_frozen() && is_there.get()) else {
                return;
            };
            let Ok(transaction) = begin(connection, "readwrite") else { return };
            let removed =
                records_of(&transaction).and_then(|records| records.delete(&JsValue::from_str(&key)));
            // Nobody will be there to hear of an end, and so to bring it about.
            if removed.is_ok() && browser::call(&transaction, "commit", &[]).is_ok() {
                is_there.set(false);
            }
        });
        let _ =
            browser::window().add_event_listener_with_callback("pagehide", leave.as_ref().unchecked_ref());
        leave.forget();
    }
}

/// The signs of pages that were killed; none while another page is there that writes, for then the browser
/// was not.
pub(super) async fn left(database: &Database) -> Vec<String> {
    let left = database.keys(DIRTY).await.unwrap_or_default();
    if left.is_empty() || is_lock_held().await {
        return Vec::new();
    }
    left.iter().map(|name| format!("{DIRTY}{name}")).collect()
}

fn hold_lock() {
    let options = browser::object(&[("mode", &"shared".into())]);
    let forever = Closure::once_into_js(|| Promise::new(&mut |_, _| {}));
    // Where there are no locks (plain http), each page takes the others' signs for those of the killed, and
    // does a little more than it has to.
    let _ = browser::call(&browser::locks(), "request", &[&LOCK.into(), &options, &forever]);
}

async fn is_lock_held() -> bool {
    let Ok(state) = browser::ask(&browser::locks(), "query", &[]).await else { return false };
    let held = browser::property(&state, "held");
    held.dyn_ref::<Array>().is_some_and(|held| {
        held.iter().any(|lock| browser::property(&lock, "name").as_string().as_deref() == Some(LOCK))
    })
}
