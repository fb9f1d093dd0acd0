//! Where this browser keeps the work. Each step is first an intent in local storage
//! ([`journal`]), then a record of the database ([`database`]), and only then the intent goes:
//! a tab that closes loses nothing that was written to the first, a browser that is killed
//! nothing that was written to the second.

mod copy;
mod database;
mod dirty;
mod every;
pub(super) mod journal;
mod room;
pub(super) mod slots;
mod torn;

use super::settings::{CODER, OURS};
use super::{Saving, browser};
use crate::model::CoderId;
use crate::store::{About, AppendError, Pair, Snapshot, VERSION};
use database::Database;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// Records of the version before the database, in local storage alone.
const FIRST: &str = "glossator:1:";

/// The most that an intent may hold, in bytes: a text beyond that goes to the database alone.
const LARGEST_INTENT: usize = 200_000;

/// What can be relied on here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    /// The database.
    Firm,
    /// Local storage alone: a browser that is killed takes the last moments with it.
    Loose,
    /// Nothing.
    None,
}

/// Where one project is kept.
pub(super) struct Shelf {
    database: Database,
    slot: String,
    hold: Cell<Hold>,
    /// The signs of pages that were killed while they wrote, until the log is renewed.
    dirty: RefCell<Vec<String>>,
    /// What is written goes into the second copy too.
    is_doubled: Cell<bool>,
}

/// What was found.
pub(super) enum Found {
    /// These records, from both stores; a record may come twice. And whether local storage has lost
    /// what the database says was there.
    Records(Vec<Pair>, bool),
    /// A newer program keeps its work here.
    Newer(u32),
    /// There is work, and it cannot be read just now.
    Unreachable(AppendError),
}

impl Shelf {
    /// The shelf of the project that was shown last. `on_newer` is called when a newer program
    /// takes over the store.
    pub(super) fn new(on_newer: impl Fn() + 'static) -> Self {
        let (database, slot) = (Database::new(on_newer), slots::chosen());
        let hold = Cell::new(Hold::None);
        Self { database, slot, hold, dirty: RefCell::default(), is_doubled: Cell::default() }
    }

    /// What can be relied on.
    pub(super) fn hold(&self) -> Hold {
        self.hold.get()
    }

    /// Goes on without the database: with local storage alone, where that is open.
    pub(super) fn go_without(&self) {
        self.hold.set(if journal::is_open() { Hold::Loose } else { Hold::None });
    }

    /// Nothing is kept from here on.
    pub(super) fn let_go(&self) {
        self.hold.set(Hold::None);
        self.database.close();
    }

    /// What can be said of work that is kept here.
    pub(super) fn state(&self) -> Saving {
        match self.hold.get() {
            Hold::Firm => Saving::Saved,
            Hold::Loose => Saving::Loose,
            Hold::None => Saving::Blocked,
        }
    }

    /// True where nothing is kept.
    pub(super) fn is_nothing(&self) -> bool {
        self.hold.get() == Hold::None
    }

    /// The project's name in this browser.
    pub(super) fn slot(&self) -> &str {
        &self.slot
    }

    /// The names of the project's records that begin so.
    pub(super) async fn keys_of(&self, kind: &str) -> Result<Vec<String>, AppendError> {
        let keys = self.database.keys(&self.in_database(kind)).await?;
        Ok(keys.into_iter().map(|key| format!("{kind}{key}")).collect())
    }

    /// The names of all records of the log and of texts.
    pub(super) async fn keys(&self) -> Result<Vec<String>, AppendError> {
        let mut keys = self.keys_of("text:").await?;
        keys.extend(self.keys_of("log:").await?);
        Ok(keys)
    }

    /// The values of records by their names.
    pub(super) async fn get(&self, keys: &[String]) -> Result<Vec<Option<String>>, AppendError> {
        let keys: Vec<_> = keys.iter().map(|key| self.in_database(key)).collect();
        self.database.get(&keys).await
    }

    /// The records whose names begin so.
    pub(super) async fn read(&self, kind: &str) -> Result<Vec<Pair>, AppendError> {
        self.database.read(&self.in_database(kind)).await
    }

    /// True once after the database was found missing and was made anew.
    pub(super) fn was_emptied(&self) -> bool {
        self.database.take_created()
    }

    /// A setting that the database keeps too.
    pub(super) async fn setting(&self, name: &str) -> Option<String> {
        if self.hold.get() != Hold::Firm {
            return None;
        }
        self.database.get(&[in_settings(name)]).await.ok()?.pop().flatten()
    }

    /// Puts records into the database and removes others, in one transaction.
    pub(super) async fn write(&self, put: &[Pair], remove: &[String]) -> Result<(), AppendError> {
        let put: Vec<_> = put.iter().map(|pair| placed(&self.slot, pair)).collect();
        let remove: Vec<_> = remove.iter().map(|key| self.in_database(key)).collect();
        self.change(&put, &remove).await
    }

    /// Takes records out of the project, and keeps them beside it as they are.
    pub(super) async fn put_aside(&self, keys: &[String]) -> Result<(), AppendError> {
        let values = self.get(keys).await?;
        let beside = |(key, value): (&String, Option<String>)| {
            Some(Pair { key: format!("quarantine-{}/{key}", self.slot), value: value? })
        };
        let put: Vec<_> = keys.iter().zip(values).filter_map(beside).collect();
        let remove: Vec<_> = keys.iter().map(|key| self.in_database(key)).collect();
        self.change(&put, &remove).await?;
        self.forget_keys(keys);
        Ok(())
    }

    /// Removes the database and the second copies.
    pub(super) async fn erase(&self) {
        self.database.erase().await;
        copy::erase().await;
    }

    fn in_database(&self, key: &str) -> String {
        in_slot(&self.slot, key)
    }

    fn in_journal(&self, key: &str) -> String {
        format!("{OURS}{}:{}:{key}", VERSION, self.slot)
    }

    /// Every record of the project. What only local storage holds is in the database when this returns.
    pub(super) async fn open(&self) -> Found {
        let local = journal::read(OURS);
        let version = |pair: &Pair| pair.key.split_once(':')?.0.parse::<u32>().ok();
        let newest = local.iter().flatten().filter_map(version).max();
        if let Some(version) = newest.filter(|version| *version > VERSION) {
            return Found::Newer(version);
        }
        let begins = |prefix: &str| -> Vec<Pair> {
            let prefix = &prefix[OURS.len()..];
            let pair = |pair: &Pair| {
                let key = pair.key.strip_prefix(prefix)?.to_owned();
                Some(Pair { key, value: pair.value.clone() })
            };
            local.iter().flatten().filter_map(pair).collect()
        };
        let intents = begins(&self.in_journal(""));
        let first = if self.slot == slots::FIRST { begins(FIRST) } else { Vec::new() };
        let mut records = match self.database.read(&self.in_database("")).await {
            Ok(records) => {
                self.hold.set(Hold::Firm);
                records
            }
            Err(AppendError::Newer) => return Found::Newer(VERSION + 1),
            // Where there is no database, local storage holds all there is. One that is there and fails
            // may hold work.
            Err(AppendError::Blocked) if !intents.iter().any(|pair| is_mark(&pair.key)) => {
                if local.is_ok() {
                    self.hold.set(Hold::Loose);
                }
                Vec::new()
            }
            Err(error) => return Found::Unreachable(error),
        };
        if self.hold.get() == Hold::Firm {
            self.look_for_torn_log().await;
            // What is there seldom comes with the rest of the program: a state machine of its own is not inlined.
            if !first.is_empty() {
                apart(self.take_over(&first)).await;
            }
            if !intents.is_empty() {
                apart(self.settle(&intents, &records)).await;
            }
        }
        let has_mark = |records: &[Pair]| records.iter().any(|pair| is_mark(&pair.key));
        let is_cleared = local.is_ok() && has_mark(&records) && !has_mark(&intents);
        records.extend(intents);
        records.extend(first);
        Found::Records(records, is_cleared)
    }

    /// Puts what version 1 kept into the database, once as it was and once among the project's
    /// records, which have the same form; only then it leaves local storage.
    async fn take_over(&self, first: &[Pair]) {
        let copies = first.iter().flat_map(|pair| {
            let at = |key| Pair { key, value: pair.value.clone() };
            [at(format!("before-1/{}", pair.key)), at(self.in_database(&pair.key))]
        });
        let copies: Vec<_> = copies.collect();
        // What fails stays where it is, and is taken over the next time.
        if !copies.is_empty() && self.change(&copies, &[]).await.is_ok() {
            first.iter().for_each(|pair| journal::remove(&format!("{FIRST}{}", pair.key)));
        }
    }

    /// Puts intents into the database that no tab has put there, and forgets them. One that the
    /// database has already says the same, or is damaged: then the database is right.
    async fn settle(&self, intents: &[Pair], records: &[Pair]) {
        let mut known: Vec<_> = records.iter().map(|pair| pair.key.as_str()).collect();
        known.sort_unstable();
        let is_left = |pair: &&Pair| known.binary_search(&pair.key.as_str()).is_err();
        let intents: Vec<_> = intents.iter().filter(|pair| !is_mark(&pair.key)).cloned().collect();
        let left: Vec<_> = intents.iter().filter(is_left).cloned().collect();
        if left.is_empty() || self.write(&left, &[]).await.is_ok() {
            self.forget(&intents);
        }
    }

    /// Writes marks to the other store, and lets go of those that they go beyond.
    pub(super) fn leave_marks(&self, pairs: &[Pair]) {
        for old in journal::read(&self.in_journal("")).unwrap_or_default() {
            if is_mark(&old.key) {
                journal::remove(&self.in_journal(&old.key));
            }
        }
        for mark in pairs.iter().filter(|pair| is_mark(&pair.key)) {
            let _ = journal::put(&self.in_journal(&mark.key), &mark.value);
        }
    }

    /// Writes the second copy: the snapshot with all that it needs.
    pub(super) async fn write_copy(&self, snapshot: &Snapshot) {
        let keys = async {
            let mut keys = self.keys_of("text:").await?;
            keys.extend(snapshot.parts().chain([snapshot.key()]));
            let values = self.get(&keys).await?;
            Ok::<_, AppendError>((keys, values))
        };
        let Ok((keys, values)) = keys.await else { return };
        let records =
            keys.into_iter().zip(values).filter_map(|(key, value)| Some(Pair { key, value: value? }));
        // Where there is no cache storage the database stands alone.
        let written = copy::write(&self.slot, &records.collect::<Vec<_>>()).await;
        if written.is_ok() && !self.is_doubled.get() {
            copy::remove_added(&self.slot).await;
        }
    }

    /// True where there is a second copy, sound or not.
    pub(super) async fn has_copy(&self) -> bool {
        copy::slots().await.contains(&self.slot)
    }

    /// Where nothing says which project was shown last, and others are here: loads the page anew with the
    /// one that was changed last.
    pub(super) async fn go_where_work_is(&self) {
        if slots::known().is_some() {
            return;
        }
        let records = self.database.read(slots::ABOUT).await.unwrap_or_default();
        let about = |pair: Pair| Some((About::read(&pair.value)?, pair.key));
        let here = records.into_iter().filter_map(about).filter(|(about, _)| about.removed.is_none());
        let newest = here.max_by_key(|(about, _)| about.changed).map(|(_, slot)| slot);
        let Some(slot) = newest.or(copy::slots().await.pop()) else { return };
        slots::choose(&slot);
        // Where a choice cannot be kept, it would be asked for again and again.
        if slots::known().as_deref() == Some(&slot) {
            let _ = browser::window().location().reload();
        }
    }

    /// The records of the second copy.
    pub(super) async fn read_copy(&self) -> Option<Vec<Pair>> {
        copy::read(&self.slot).await
    }

    /// Writes what is about to be kept to local storage, at once; true where a tab that closes
    /// now would lose nothing of it.
    pub(super) fn intend(&self, pairs: &[Pair]) -> bool {
        if self.is_nothing() {
            return false;
        }
        let size: usize = pairs.iter().map(|pair| pair.value.len()).sum();
        let is_small = size <= LARGEST_INTENT || self.hold.get() == Hold::Loose;
        let written = is_small
            && pairs.iter().all(|pair| journal::put(&self.in_journal(&pair.key), &pair.value).is_ok());
        if !written {
            // Half of it would look like damage.
            self.forget(pairs);
        }
        written
    }

    /// Keeps records, all of them or none, and a mark of how far the work goes. When this returns,
    /// they outlive what [`Hold`] says.
    pub(super) async fn keep(
        &self,
        pairs: &[Pair],
        mark: &Pair,
        coder: CoderId,
        about: &About,
    ) -> Result<(), AppendError> {
        match self.hold.get() {
            Hold::Firm => {
                let placed = |pair| placed(&self.slot, pair);
                let mut all: Vec<_> = pairs.iter().chain([mark]).map(placed).collect();
                all.push(Pair { key: in_settings(CODER), value: coder.to_string() });
                all.push(slots::record(&self.slot, about));
                self.change(&all, &[]).await?;
                if self.is_doubled.get() {
                    let _ = copy::add(&self.slot, pairs).await;
                }
                // The other store knows of it too; where it is full or blocked, the database stands alone.
                let _ = journal::put(&self.in_journal(&mark.key), &mark.value);
                self.forget(pairs);
                Ok(())
            }
            Hold::Loose if self.intend(pairs) => Ok(()),
            Hold::Loose => Err(AppendError::Full),
            Hold::None => Err(AppendError::Blocked),
        }
    }

    fn forget(&self, pairs: &[Pair]) {
        pairs.iter().for_each(|pair| journal::remove(&self.in_journal(&pair.key)));
    }

    /// Removes intents by their names.
    pub(super) fn forget_keys(&self, keys: &[String]) {
        keys.iter().for_each(|key| journal::remove(&self.in_journal(key)));
    }
}

fn apart<'f>(future: impl Future<Output = ()> + 'f) -> Pin<Box<dyn Future<Output = ()> + 'f>> {
    Box::pin(future)
}

static FROZEN: AtomicBool = AtomicBool::new(false);

/// From here on nothing is written: the program has met a fault of its own, and what it holds
/// cannot be trusted.
pub fn stop_writing() {
    FROZEN.store(true, Ordering::Relaxed);
}

fn is_frozen() -> bool {
    FROZEN.load(Ordering::Relaxed)
}

fn in_slot(slot: &str, key: &str) -> String {
    format!("{slot}/{key}")
}

/// A record under its key in the database.
fn placed(slot: &str, pair: &Pair) -> Pair {
    Pair { key: in_slot(slot, &pair.key), value: pair.value.clone() }
}

fn in_settings(name: &str) -> String {
    format!("setting/{name}")
}

fn is_mark(key: &str) -> bool {
    key.starts_with("mark:")
}

/// What the browser says, in our words.
fn explain(error: JsValue) -> AppendError {
    let Some(error) = error.dyn_ref::<DomException>() else {
        return AppendError::Other(String::new());
    };
    let message = error.message();
    match error.name().as_str() {
        // Chromium says in the message alone that the disk is full.
        _ if message.contains("NO_SPACE") || message.contains("disk") => AppendError::DiskFull,
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => AppendError::Full,
        "SecurityError" => AppendError::Blocked,
        "VersionError" => AppendError::Newer,
        name => AppendError::Other(format!("{name}: {message}")),
    }
}
