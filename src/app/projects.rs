//! The projects of this browser. Each has a slot, and one is open in a tab; opening another
//! loads the page anew with it.

use super::keep::{journal, slots};
use super::{App, Filed, Screen, browser, saving, settings};
use crate::formats::WRITERS;
use crate::history::{Editor, Kind};
use crate::model::{Command, Time};
use crate::store::{About, AppendError, BIN, Entry, Opening, Pair, encode, link, mark, open};
use leptos::prelude::*;

/// A project in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name in this browser.
    pub slot: String,
    /// It is the one that this tab shows.
    pub is_open: bool,
    /// What is said of it.
    pub about: About,
}

impl App {
    /// The projects, the last changed first; those in the bin too.
    ///
    /// # Errors
    /// Why the list cannot be had.
    pub async fn projects(&self) -> Result<Vec<Listed>, AppendError> {
        let inner = self.inner();
        let shelf = &inner.shelf;
        let records = shelf.read_anywhere(slots::ABOUT).await?;
        let mut listed: Vec<Listed> = Vec::new();
        for Pair { key: slot, value } in records {
            // A damaged line of the list is no reason to hide the project.
            let about = About::read(&value).unwrap_or_else(|| About {
                title: slot.clone(),
                documents: 0,
                characters: 0,
                annotations: 0,
                changed: Time::default(),
                removed: None,
            });
            if about.removed.is_some_and(|at| browser::now().millis() - at.millis() > BIN) {
                shelf.remove_slot(&slot).await?;
                continue;
            }
            listed.push(Listed { is_open: slot == shelf.slot(), slot, about });
        }
        if !listed.iter().any(|listed| listed.is_open) {
            let about = self.with(|project| About::of(project, browser::now()));
            listed.push(Listed { slot: shelf.slot().to_owned(), is_open: true, about });
        }
        listed.sort_by(|one, other| {
            other.about.changed.cmp(&one.about.changed).then(one.slot.cmp(&other.slot))
        });
        Ok(listed)
    }

    /// What a project takes in this browser with its history, in bytes; none where that cannot be told.
    pub async fn project_size(&self, slot: &str) -> Option<f64> {
        self.inner().shelf.size(slot).await.ok()
    }

    /// Goes on with the project that the tab has open.
    pub fn stay_with_project(&self) {
        slots::choose(self.inner().shelf.slot());
        self.view.screen.set(Screen::Annotate);
    }

    /// Shows another project, or one that is yet to be begun.
    pub fn open_project(&self, slot: Option<&str>) {
        let slot = slot.map_or_else(|| format!("{:08x}", saving::number()), str::to_owned);
        slots::choose(&slot);
        let _ = browser::window().location().reload();
    }

    /// Makes a second project of one, under another name.
    ///
    /// # Errors
    /// Why it was not made; nothing was changed.
    pub async fn duplicate_project(&self, listed: &Listed, title: String) -> Result<(), AppendError> {
        let inner = self.inner();
        let slot = format!("{:08x}", saving::number());
        let records = inner.shelf.read_anywhere(&format!("{}/", listed.slot)).await?;
        inner.shelf.write_anywhere(&slot, &records).await?;
        self.rename_slot(&slot, title).await
    }

    /// Calls a project something else: the open one in a step that can be undone.
    ///
    /// # Errors
    /// Why not; nothing was changed.
    pub async fn rename_project(&self, listed: &Listed, title: String) -> Result<(), AppendError> {
        if listed.is_open {
            let _ = self.dispatch(Command::RenameProject(title));
            return Ok(());
        }
        self.rename_slot(&listed.slot, title).await
    }

    async fn rename_slot(&self, slot: &str, title: String) -> Result<(), AppendError> {
        let shelf = &self.inner().shelf;
        let (editor, last) = match open(shelf.read_anywhere(&format!("{slot}/")).await?) {
            Opening::Found(opened) => (opened.editor, opened.last),
            _ => return Ok(()),
        };
        let mut editor: Editor = editor.resume(saving::number(), last.at);
        let Ok(outcome) = editor.run(Command::RenameProject(title), browser::now()) else { return Ok(()) };
        let place = outcome.step.place;
        let mut pairs = encode(&Entry { after: Some(last), kind: Kind::Done, step: outcome.step });
        let link = link(place, &pairs);
        pairs.push(mark(place.tab, &link));
        shelf.write_anywhere(slot, &pairs).await?;
        shelf.write_about(slot, &About::of(editor.project(), browser::now())).await
    }

    /// Puts a project into the bin, or takes it out again.
    ///
    /// # Errors
    /// Why not; nothing was changed.
    pub async fn bin_project(&self, listed: &Listed, is_removed: bool) -> Result<(), AppendError> {
        let removed = is_removed.then(browser::now);
        let about = About { removed, ..listed.about.clone() };
        self.inner().shelf.write_about(&listed.slot, &about).await?;
        if is_removed && listed.is_open {
            self.leave_project().await?;
        }
        Ok(())
    }

    /// Loads the page anew with another project: the last changed one, or one that is yet to be begun.
    async fn leave_project(&self) -> Result<(), AppendError> {
        let others = self.projects().await?;
        let mut others = others.iter().filter(|listed| !listed.is_open && listed.about.removed.is_none());
        match others.next() {
            Some(next) => {
                slots::choose(&next.slot);
                // Which one is wanted is asked, where there is a choice.
                slots::leave();
                let _ = browser::window().location().reload();
            }
            None => self.open_project(None),
        }
        Ok(())
    }

    /// Takes a project away as a file.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub async fn download_project(&self, listed: &Listed) -> Result<(), AppendError> {
        let records = self.inner().shelf.read_anywhere(&format!("{}/", listed.slot)).await?;
        if let Opening::Found(opened) = open(records) {
            let is_handed_over = self.hand_over(&WRITERS[0], opened.editor.project());
            if is_handed_over && listed.is_open && self.is_settled() {
                self.note_filed(Filed::All);
            }
        }
        Ok(())
    }

    /// Removes all that this page keeps in this browser: every project, every setting, every copy. What
    /// was downloaded stays.
    pub async fn erase_everything(&self) {
        let inner = self.inner();
        inner.shelf.let_go();
        inner.shelf.erase().await;
        for pair in journal::read(settings::OURS).unwrap_or_default() {
            journal::remove(&format!("{}{}", settings::OURS, pair.key));
        }
        slots::forget();
        self.leave_without_asking();
        let _ = browser::window().location().reload();
    }
}
