//! IndexedDB: one database with one object store, texts by key. What was put is on the disk when
//! its transaction says `complete`, for that is asked of it in so many words (`durability: "strict"`,
//! Indexed Database API 3.0, section 2.7.1); before that it is nowhere. Every wait has an end.

use super::dirty::Sign;
use super::explain;
use crate::app::browser;
use crate::store::{AppendError, Pair, VERSION};
use js_sys::{Array, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DomException, EventTarget, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest,
    IdbTransaction,
};

const NAME: &str = "glossator";
const RECORDS: &str = "records";

/// How long a write may take (a full disk makes a browser never answer), and how long reading may.
const WRITE: Duration = Duration::from_secs(5);
const READ: Duration = Duration::from_secs(60);

/// The database of this origin, opened when it is needed and again after it failed.
pub(super) struct Database {
    connection: Rc<RefCell<Option<IdbDatabase>>>,
    /// There while this page writes.
    sign: Sign,
    /// It was not there, and was made.
    created: Rc<Cell<bool>>,
    /// A newer program wants the database, or has it.
    newer: Rc<Cell<bool>>,
    /// Told when a newer program asks for it.
    on_newer: Closure<dyn Fn()>,
}

impl Database {
    pub(super) fn new(tell: impl Fn() + 'static) -> Self {
        let newer = Rc::new(Cell::new(false));
        let known = newer.clone();
        let on_newer = Closure::new(move || {
            known.set(true);
            tell();
        });
        Self { connection: Rc::default(), sign: Sign::new(), created: Rc::default(), newer, on_newer }
    }

    /// Puts records and removes others: all of it or nothing, and on the disk when this returns.
    pub(super) async fn change(&self, put: &[Pair], remove: &[String]) -> Result<(), AppendError> {
        let put = put.iter().map(|Pair { key, value }| (key.as_str(), JsValue::from_str(value)));
        self.write(put, remove).await
    }

    /// Puts what is no text: bytes, or what browsers can keep as it is.
    pub(super) async fn put(&self, all: Vec<(String, JsValue)>) -> Result<(), AppendError> {
        self.write(all.iter().map(|(key, value)| (key.as_str(), value.clone())), &[]).await
    }

    async fn write<'p>(
        &self,
        put: impl Iterator<Item = (&'p str, JsValue)>,
        remove: &[String],
    ) -> Result<(), AppendError> {
        let sign = self.sign.missing();
        let outcome = self.try_write(put, remove, sign).await;
        match outcome {
            Ok(()) => self.sign.guard(self),
            Err(_) => {
                // One that is there is not put again: where there is no more room, what is there can only go.
                if sign.is_some() {
                    self.sign.failed();
                }
                self.close();
            }
        }
        outcome
    }

    /// The connection, for what has to be done at once.
    pub(super) fn shared(&self) -> Rc<RefCell<Option<IdbDatabase>>> {
        self.connection.clone()
    }

    async fn try_write<'p>(
        &self,
        put: impl Iterator<Item = (&'p str, JsValue)>,
        remove: &[String],
        sign: Option<&str>,
    ) -> Result<(), AppendError> {
        if super::is_frozen() {
            return Err(AppendError::Blocked);
        }
        let (transaction, records) = self.begin("readwrite").await?;
        if let Some(sign) = sign {
            records.put_with_key(&"".into(), &sign.into()).map_err(explain)?;
        }
        for (key, value) in put {
            records.put_with_key(&value, &key.into()).map_err(explain)?;
        }
        for key in remove {
            records.delete(&key.into()).map_err(explain)?;
        }
        finish(&transaction, WRITE).await
    }

    /// The records whose keys begin so, with the rest of their keys.
    pub(super) async fn read(&self, prefix: &str) -> Result<Vec<Pair>, AppendError> {
        let (_, records) = self.begin("readonly").await?;
        let range = range(prefix)?;
        let keys = records.get_all_keys_with_key(&range).map_err(explain)?;
        let values = records.get_all_with_key(&range).map_err(explain)?;
        let (keys, values) = (answer(&keys).await?, answer(&values).await?);
        let (keys, values) = (Array::from(&keys), Array::from(&values));
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        let pair = |at| {
            let key = text(keys.get(at));
            Pair { key: key[prefix.len()..].to_owned(), value: text(values.get(at)) }
        };
        Ok((0..keys.length()).map(pair).collect())
    }

    /// The keys that begin so, without what they begin with.
    pub(super) async fn keys(&self, prefix: &str) -> Result<Vec<String>, AppendError> {
        let (_, records) = self.begin("readonly").await?;
        let keys = records.get_all_keys_with_key(range(prefix)?.as_ref()).map_err(explain)?;
        let keys = Array::from(&answer(&keys).await?);
        Ok(keys.iter().filter_map(|key| Some(key.as_string()?[prefix.len()..].to_owned())).collect())
    }

    /// The values of these keys; none where there is none.
    pub(super) async fn get(&self, keys: &[String]) -> Result<Vec<Option<String>>, AppendError> {
        let (_, records) = self.begin("readonly").await?;
        let asked: Result<Vec<_>, _> = keys.iter().map(|key| records.get(&key.into())).collect();
        let mut values = Vec::with_capacity(keys.len());
        for request in asked.map_err(explain)? {
            values.push(answer(&request).await?.as_string());
        }
        Ok(values)
    }

    /// How long the records together are whose keys begin so, in bytes of UTF-8.
    pub(super) async fn size(&self, prefix: &str) -> Result<f64, AppendError> {
        let (_, records) = self.begin("readonly").await?;
        let range = range(prefix)?;
        let values = answer(&records.get_all_with_key(&range).map_err(explain)?).await?;
        // The browser counts without a copy in our memory.
        Ok(Blob::new_with_str_sequence(&values).map_err(explain)?.size())
    }

    /// What is no text under this key.
    pub(super) async fn value(&self, key: &str) -> Result<Option<JsValue>, AppendError> {
        let (_, records) = self.begin("readonly").await?;
        let value = answer(&records.get(&key.into()).map_err(explain)?).await?;
        Ok((!value.is_undefined()).then_some(value))
    }

    /// Removes the whole database. What other tabs hold open goes when they let go of it.
    pub(super) async fn erase(&self) {
        self.close();
        let factory = browser::window().indexed_db().ok().flatten();
        if let Some(Ok(request)) = factory.map(|factory| factory.delete_database(NAME)) {
            let _ = answer_within(&request, WRITE).await;
        }
    }

    /// True once after the database was not there.
    pub(super) fn take_created(&self) -> bool {
        self.created.replace(false)
    }

    /// Closes it; what is asked next opens it again.
    pub(super) fn close(&self) {
        if let Some(connection) = self.connection.take() {
            connection.close();
        }
    }

    async fn begin(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), AppendError> {
        let known = self.connection.borrow().clone();
        let begun = known.as_ref().map(|connection| begin(connection, mode));
        // A connection that the browser has closed by itself is opened again.
        let transaction = match begun {
            Some(Ok(transaction)) => transaction,
            _ => {
                self.close();
                begin(&self.connect().await?, mode).map_err(explain)?
            }
        };
        let records = records_of(&transaction).map_err(explain)?;
        Ok((transaction, records))
    }

    async fn connect(&self) -> Result<IdbDatabase, AppendError> {
        if self.newer.get() {
            return Err(AppendError::Newer);
        }
        let factory = browser::window().indexed_db().ok().flatten().ok_or(AppendError::Blocked)?;
        let request = factory.open_with_u32(NAME, VERSION).map_err(explain)?;
        let create = {
            let (request, created) = (request.clone(), self.created.clone());
            Closure::<dyn Fn()>::new(move || {
                created.set(true);
                let made = request.result().map(JsCast::unchecked_into::<IdbDatabase>);
                let _ = made.and_then(|made| made.create_object_store(RECORDS));
            })
        };
        request.set_onupgradeneeded(Some(create.as_ref().unchecked_ref()));
        let opened = answer_within(&request, WRITE).await;
        request.set_onupgradeneeded(None);
        let connection: IdbDatabase = match opened {
            Ok(connection) => connection.unchecked_into(),
            Err(error) => {
                close_when_it_comes(request);
                return Err(error);
            }
        };
        if self.created.get() {
            // One that was made anew has no sign.
            self.sign.failed();
        }
        connection.set_onversionchange(Some(self.on_newer.as_ref().unchecked_ref()));
        *self.connection.borrow_mut() = Some(connection.clone());
        Ok(connection)
    }
}

/// A connection that comes after nobody waits for it any more would be in the way of others.
fn close_when_it_comes(request: IdbOpenDbRequest) {
    let late = request.clone();
    let close = Closure::<dyn FnMut()>::once_into_js(move || {
        if let Ok(connection) = late.result() {
            connection.unchecked_into::<IdbDatabase>().close();
        }
    });
    request.set_onsuccess(Some(close.unchecked_ref()));
}

/// Begins a transaction that is on the disk when it is complete.
pub(super) fn begin(connection: &IdbDatabase, mode: &str) -> Result<IdbTransaction, JsValue> {
    // web-sys has no durability yet.
    let begin: Function = Reflect::get(connection, &"transaction".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    begin.call3(connection, &RECORDS.into(), &mode.into(), &options).map(JsCast::unchecked_into)
}

/// The one object store.
pub(super) fn records_of(transaction: &IdbTransaction) -> Result<IdbObjectStore, JsValue> {
    transaction.object_store(RECORDS)
}

/// Every key that begins so: no key holds U+FFFF.
fn range(prefix: &str) -> Result<IdbKeyRange, AppendError> {
    IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into()).map_err(explain)
}

async fn finish(transaction: &IdbTransaction, within: Duration) -> Result<(), AppendError> {
    let outcome = wait(transaction, "complete", &["abort", "error"], within).await;
    // A quota that is used up shows in the transaction, not in its requests.
    outcome.map_err(|fault| failure(fault, transaction.error()))
}

async fn answer(request: &IdbRequest) -> Result<JsValue, AppendError> {
    answer_within(request, READ).await
}

async fn answer_within(request: &IdbRequest, within: Duration) -> Result<JsValue, AppendError> {
    let outcome = wait(request, "success", &["error", "blocked"], within).await;
    outcome.map_err(|fault| failure(fault, request.error().ok().flatten()))?;
    request.result().map_err(explain)
}

/// Nothing where the time was over, else what the browser says.
fn failure(fault: JsValue, error: Option<DomException>) -> AppendError {
    match error {
        Some(error) => explain(error.into()),
        None if fault.is_undefined() => AppendError::Silent,
        None => AppendError::Other(String::new()),
    }
}

/// Waits for an event; `Err` with another one, or with nothing when the time is over.
async fn wait(target: &EventTarget, good: &str, bad: &[&str], within: Duration) -> Result<(), JsValue> {
    let timer = Cell::new(0);
    let promise = Promise::new(&mut |come, fail| {
        let _ = target.add_event_listener_with_callback(good, &come);
        for event in bad {
            let _ = target.add_event_listener_with_callback(event, &fail);
        }
        let millis = within.as_millis() as i32;
        let set = browser::window().set_timeout_with_callback_and_timeout_and_arguments_0(&fail, millis);
        timer.set(set.unwrap_or_default());
    });
    let outcome = JsFuture::from(promise).await;
    browser::window().clear_timeout_with_handle(timer.get());
    outcome.map(drop)
}
