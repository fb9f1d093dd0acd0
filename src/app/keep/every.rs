//! What is kept of every project of the browser, beside the records of the one that a tab shows.

use super::{Hold, Shelf, copy, in_slot, journal, placed, slots};
use crate::app::disk::filed;
use crate::app::settings::OURS;
use crate::model::Time;
use crate::store::{About, AppendError, Opening, Pair, VERSION, open};
use wasm_bindgen::JsValue;

impl Shelf {
    /// The records whose keys begin so, of any project.
    pub(in crate::app) async fn read_anywhere(&self, prefix: &str) -> Result<Vec<Pair>, AppendError> {
        self.database.read(prefix).await
    }

    /// Puts records into any project.
    pub(in crate::app) async fn write_anywhere(&self, slot: &str, pairs: &[Pair]) -> Result<(), AppendError> {
        let put: Vec<_> = pairs.iter().map(|pair| placed(slot, pair)).collect();
        self.change(&put, &[]).await
    }

    /// Writes what the list says of a project.
    pub(in crate::app) async fn write_about(&self, slot: &str, about: &About) -> Result<(), AppendError> {
        self.change(&[slots::record(slot, about)], &[]).await
    }

    /// True where a person has to say which project they want: there are several, and this tab has chosen none.
    pub(in crate::app) async fn has_to_choose(&self) -> bool {
        if self.hold.get() != Hold::Firm || slots::is_chosen_here() {
            return false;
        }
        let records = self.database.read(slots::ABOUT).await.unwrap_or_default();
        let is_here = |pair: &&Pair| About::read(&pair.value).is_none_or(|about| about.removed.is_none());
        records.iter().filter(is_here).count() > 1
    }

    /// What a project takes in the database, in bytes of UTF-8.
    pub(in crate::app) async fn size(&self, slot: &str) -> Result<f64, AppendError> {
        self.database.size(&in_slot(slot, "")).await
    }

    /// The file that the project is tied to, as [`keep_file`](Self::keep_file) was given it.
    pub(in crate::app) async fn file(&self) -> Option<JsValue> {
        if self.hold.get() != Hold::Firm {
            return None;
        }
        self.database.value(&in_files(&self.slot)).await.ok().flatten()
    }

    /// The files that other projects are tied to, with what those are called.
    pub(in crate::app) async fn other_files(&self) -> Vec<(String, JsValue)> {
        let mut files = Vec::new();
        for slot in self.database.keys(&in_files("")).await.unwrap_or_default() {
            if slot == self.slot {
                continue;
            }
            if let Ok(Some(file)) = self.database.value(&in_files(&slot)).await {
                let about =
                    self.database.get(&[slots::key(&slot)]).await.ok().and_then(|mut found| found.pop());
                let about = about.flatten().and_then(|value| About::read(&value));
                files.push((about.map_or(slot, |about| about.title), file));
            }
        }
        files
    }

    /// Keeps the file that the project is tied to. What fails has to be chosen again on the next visit.
    pub(in crate::app) async fn keep_file(&self, file: Option<JsValue>) {
        if self.hold.get() != Hold::Firm {
            return;
        }
        let key = in_files(&self.slot);
        self.before_write().await;
        let outcome = match file {
            Some(file) => self.database.put(vec![(key, file)]).await,
            None => self.database.change(&[], &[key]).await,
        };
        let _ = self.mended(outcome).await;
    }

    /// Puts the second copies of other projects into a database that has lost them.
    pub(in crate::app) async fn bring_back_others(&self, now: Time) -> Result<(), AppendError> {
        for slot in copy::slots().await {
            let key = slots::key(&slot);
            let is_there = self.database.get(&[key]).await?.pop().flatten().is_some();
            let records = if is_there || slot == self.slot { None } else { copy::read(&slot).await };
            let Some(records) = records else { continue };
            // One that is not sound stays where it is.
            if let Opening::Found(opened) = open(records.clone()) {
                let about = About::of(opened.editor.project(), now);
                let placed = records.iter().map(|pair| placed(&slot, pair));
                let all: Vec<_> = placed.chain([slots::record(&slot, &about)]).collect();
                self.change(&all, &[]).await?;
            }
        }
        Ok(())
    }

    /// Removes a project for good.
    pub(in crate::app) async fn remove_slot(&self, slot: &str) -> Result<(), AppendError> {
        let mut gone: Vec<_> = Vec::new();
        for prefix in [format!("{slot}/"), format!("quarantine-{slot}/")] {
            gone.extend(self.database.keys(&prefix).await?.into_iter().map(|key| format!("{prefix}{key}")));
        }
        gone.extend([slots::key(slot), in_files(slot)]);
        self.change(&[], &gone).await?;
        let local = format!("{OURS}{VERSION}:{slot}:");
        for pair in journal::read(&local).unwrap_or_default() {
            journal::remove(&format!("{local}{}", pair.key));
        }
        journal::remove(&filed::key(slot));
        copy::remove(slot).await;
        copy::remove_added(slot).await;
        Ok(())
    }
}

/// The key of the file that a project is tied to. Its value is no text.
fn in_files(slot: &str) -> String {
    format!("file/{slot}")
}
