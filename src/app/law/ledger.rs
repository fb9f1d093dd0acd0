//! What the ledger is made of, where its cells lead, and how it is taken away.

use crate::app::{App, Pane, Screen, Topic, browser};
use crate::formats::ledger::{Known, LEDGERS, Ledger};
use crate::model::{AnnotationId, Command, InstrumentId, OWN};
use leptos::prelude::*;

impl App {
    /// What the annotations refer to; listening.
    pub fn ledger(&self) -> Ledger {
        for topic in [Topic::Annotations, Topic::Tags, Topic::Documents, Topic::Law] {
            self.track(topic);
        }
        let known = self.view.law.entries.with(|entries| {
            let known = entries.iter().map(|entry| Known {
                id: entry.id.clone(),
                title: entry.title.clone(),
                date: entry.date.clone(),
                articles: entry.articles,
                source: entry.source.clone(),
                misnumbered: entry.misnumbered,
                table_id: entry.table_id.clone(),
            });
            known.collect()
        });
        self.with(|project| Ledger::new(project, known))
    }

    /// Asks what is known of all that is referred to.
    pub fn learn_all(&self) {
        let ids = self.with(Ledger::ids);
        self.learn(ids);
    }

    /// Takes the ledger away in one of its formats.
    pub fn take_ledger_away(&self, which: usize) {
        let Some(format) = LEDGERS.get(which) else { return };
        let ledger = untrack(|| self.ledger());
        let content = self.with(|project| (format.write)(project, &ledger));
        self.offer(format.extension, format.media_type, &content);
    }

    /// Shows the passage of an annotation in its text.
    pub fn go_to_passage(&self, id: AnnotationId) {
        self.view.screen.set(Screen::Annotate);
        self.view.pane.set(Pane::Reader);
        // The text comes first: what is chosen in it is then brought into sight.
        let app = *self;
        request_animation_frame(move || app.choose(id));
    }

    /// Takes an instrument of the project's own away, and says so in these words.
    pub fn delete_instrument(&self, id: InstrumentId, told: String) {
        if self.dispatch(Command::DeleteInstrument(id)).is_ok() {
            self.say_of_step(told);
        }
    }

    /// True of what is called as an instrument of the project's own, and is none of them; listening.
    pub fn is_lost(&self, id: &str) -> bool {
        id.starts_with(OWN) && {
            self.track(Topic::Law);
            self.with(|project| project.instruments().values().all(|one| one.code != id))
        }
    }

    /// A fresh id for an instrument.
    pub fn new_instrument_id(&self) -> InstrumentId {
        InstrumentId::from_random(browser::random())
    }

    /// Puts words on the clipboard; false where the browser has none for this page (plain http).
    pub fn copy_words(&self, words: &str) -> bool {
        let clipboard = browser::property(&browser::window().navigator(), "clipboard");
        browser::call(&clipboard, "writeText", &[&words.into()]).is_ok()
    }
}
