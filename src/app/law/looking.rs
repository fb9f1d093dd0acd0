//! Looking texts through for references, and what is known of the things they mean.

use super::Recogniser;
use crate::app::keep::slots;
use crate::app::{App, when_idle};
use crate::legal::{Entry, wire};
use crate::model::{Annotation, DocumentId, Project, TagId, law_attributes};
use leptos::prelude::*;

impl App {
    /// Looks documents through, one after the other; `then` runs when all are done.
    pub(in crate::app) fn look_through(&self, documents: Vec<DocumentId>, then: impl FnOnce(App) + 'static) {
        let mut left = documents;
        let Some(id) = left.pop() else {
            self.note_looked();
            return then(*self);
        };
        let Some(text) = self.with(|project| project.document(id).map(|document| document.text.clone()))
        else {
            return self.look_through(left, then);
        };
        let question = if self.view.law.vague.get_untracked() { "recognise all" } else { "recognise" };
        let wanted = self.inner().law.wanted.get();
        self.ask_law(question, text.as_str().into(), move |app, answer| {
            if app.inner().law.wanted.get() != wanted {
                left.push(id);
                return app.look_through(left, then);
            }
            let references = wire::read_references(&text, &answer).unwrap_or_default();
            let named = references.iter().flat_map(|one| one.candidates.iter().chain(&one.hints));
            let ids: Vec<_> = named.map(|candidate| candidate.id.clone()).collect();
            app.learn(ids);
            app.view.law.found.update(|found| drop(found.insert(id, references)));
            app.look_through(left, then);
        });
    }

    /// Notes what was looked through, for when the tab is loaded anew.
    fn note_looked(&self) {
        let ids = self.view.law.found.with_untracked(|found| {
            let ids = found.keys().take(MOST_NOTED).map(|id| id.to_string());
            ids.collect::<Vec<_>>().join(" ")
        });
        slots::note_looked(&ids);
    }

    /// Looks the shown document through; then `then` runs.
    pub fn look_for_law(&self, then: impl FnOnce(App) + 'static) {
        if let Some(id) = self.view.document.get_untracked() {
            self.look_through(vec![id], then);
        }
    }

    /// Looks a document through where that was not done: what one of its annotations may mean is asked.
    pub fn look_for_meaning(&self, id: DocumentId) {
        let is_lost = self.view.law.recogniser.get_untracked() == Recogniser::Missing;
        if !self.looked_through(id) && !is_lost {
            self.look_through(vec![id], |_| {});
        }
    }

    /// Looks texts through that have just come, when the browser has nothing else to do; only where the
    /// codebook asks which law is meant.
    pub(in crate::app) fn look_through_later(&self, documents: Vec<DocumentId>) {
        let asks =
            |project: &Project| project.tags().keys().any(|tag| law_attributes(project, tag).is_some());
        if documents.is_empty() || !self.with(asks) {
            return;
        }
        let app = *self;
        when_idle(move || app.look_through(documents, |_| {}));
    }

    /// Looks a document through that is shown, when the browser has nothing else to do, where that was done
    /// before the tab was loaded anew, or somebody has worked on references to law: who comes back sees what is open.
    pub fn look_through_shown(&self, id: DocumentId) {
        let app = *self;
        when_idle(move || {
            let is_shown = app.view.document.get_untracked() == Some(id);
            let is_new = !untrack(|| app.looked_through(id));
            if is_shown && is_new && (slots::looked_before(&id.to_string()) || app.with(knows_law)) {
                app.look_for_meaning(id);
            }
        });
    }

    /// Looks all texts through again that were looked through, or are being: what instruments there are has
    /// changed.
    pub fn look_again(&self) {
        self.want_anew();
        let ids: Vec<_> = self.view.law.found.with_untracked(|found| found.keys().collect());
        if !ids.is_empty() {
            self.look_through(ids, |_| {});
        }
    }

    /// What is being answered is out of date.
    fn want_anew(&self) {
        let wanted = &self.inner().law.wanted;
        wanted.set(wanted.get() + 1);
    }

    /// Suggests mentions that name nothing too, or not any more.
    pub fn suggest_vague(&self, wanted: bool) {
        self.view.law.vague.set(wanted);
        self.want_anew();
        let shown = self.view.document.get_untracked();
        let mut ids: Vec<_> = self.view.law.found.with_untracked(|found| found.keys().collect());
        ids.retain(|id| Some(*id) != shown);
        ids.extend(shown);
        self.look_through(ids, |_| {});
    }

    /// Asks what is known of these ids, where that was not asked before.
    pub fn learn(&self, mut ids: Vec<String>) {
        ids.sort();
        ids.dedup();
        let known = |id: &String| self.view.law.entries.with_untracked(|entries| find(entries, id).is_ok());
        // What would part the lines of the question is no id, and its answer would not be found again.
        ids.retain(|id| !id.is_empty() && !id.contains(char::is_control) && !known(id));
        if ids.is_empty() || self.view.law.recogniser.get_untracked() == Recogniser::Missing {
            return;
        }
        self.ask_law("entries", ids.join("\n").into(), |app, answer| {
            app.view.law.entries.update(|entries| {
                for entry in wire::read_entries(&answer) {
                    match find(entries, &entry.id) {
                        Ok(at) => entries[at] = entry,
                        Err(at) => entries.insert(at, entry),
                    }
                }
            });
        });
    }

    /// What is known of an id, listening; nothing but the id where that was not asked yet.
    pub fn entry(&self, id: &str) -> Entry {
        let known =
            self.view.law.entries.with(|entries| find(entries, id).ok().map(|at| entries[at].clone()));
        known.unwrap_or_else(|| Entry { id: id.to_owned(), title: id.to_owned(), ..Entry::default() })
    }

    /// Searches the table of instruments, and what typed words mean outside it.
    pub fn search_law(&self, words: String, then: impl FnOnce(Vec<Entry>) + 'static) {
        self.ask_law("search", words.into(), move |_, answer| then(wire::read_entries(&answer)));
    }
}

/// So many texts are noted.
const MOST_NOTED: usize = 500;

/// True where something was refused, or an annotation says which law is meant.
fn knows_law(project: &Project) -> bool {
    let asks = |id: &TagId| law_attributes(project, *id).is_some();
    let asking: Vec<_> = project.tags().keys().filter(asks).collect();
    let says = |one: &Annotation| !one.values.is_empty() && asking.contains(&one.tag);
    !asking.is_empty() && (!project.refusals().is_empty() || project.annotations().values().any(says))
}

fn find(entries: &[Entry], id: &str) -> Result<usize, usize> {
    entries.binary_search_by(|entry| entry.id.as_str().cmp(id))
}
