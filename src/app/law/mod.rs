//! The recogniser of legal references, which runs beside the page (`src/law.rs`): started when it is first
//! needed, asked one thing after the other, and never waited for.

mod accepting;
mod ledger;
mod looking;
mod suggestions;

pub use accepting::{choices, meaning_of};
pub use suggestions::Suggestion;

use super::App;
use crate::formats::ledger::Standing;
use crate::legal::{Entry, OwnInstrument, Reference, wire};
use crate::model::{AnnotationId, DocumentId};
use crate::table::Table;
use js_sys::Array;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, MessageEvent, Worker};

/// How it stands with the recogniser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recogniser {
    /// Nothing was asked yet.
    Resting,
    /// It is at work.
    Busy,
    /// It has answered everything.
    Done,
    /// It cannot be started here.
    Missing,
}

/// What the recogniser has found and told. Nothing of it is saved: it is found again in a moment.
#[derive(Clone, Copy)]
pub struct LawState {
    /// How it stands with the recogniser.
    pub recogniser: RwSignal<Recogniser>,
    /// The references of the documents that were looked through.
    pub found: RwSignal<Table<DocumentId, Vec<Reference>>>,
    /// What is known of ids, by id.
    pub entries: RwSignal<Vec<Entry>>,
    /// Mentions that name nothing are suggested too.
    pub vague: RwSignal<bool>,
    /// Where the suggestion under review begins and ends.
    pub current: RwSignal<Option<crate::text::Span>>,
    /// What was chosen for it among its candidates, by their full ids.
    pub choice: RwSignal<Vec<String>>,
    /// What was in hand when the last suggestion of a text was settled.
    pub settled: RwSignal<Option<InHand>>,
    /// The passages that the ledger shows: those of an entry, in a document or in all.
    pub cell: RwSignal<Option<(Standing, String, Option<DocumentId>)>>,
}

impl LawState {
    pub(super) fn new() -> Self {
        Self {
            recogniser: RwSignal::new(Recogniser::Resting),
            found: RwSignal::default(),
            entries: RwSignal::default(),
            vague: RwSignal::new(false),
            current: RwSignal::new(None),
            choice: RwSignal::default(),
            settled: RwSignal::new(None),
            cell: RwSignal::new(None),
        }
    }
}

/// The shown document, what the caret selects in it, and the chosen annotation.
type InHand = (DocumentId, crate::text::Span, Option<AnnotationId>);

type Then = Box<dyn FnOnce(App, String)>;

/// The worker, as far as it is there.
#[derive(Default)]
pub(super) struct Law {
    worker: RefCell<Option<Worker>>,
    /// It listens.
    is_ready: Cell<bool>,
    /// What is to be asked as soon as it listens.
    unsent: RefCell<Vec<Array>>,
    /// What waits for an answer.
    waiting: RefCell<Vec<(u32, Then)>>,
    last: Cell<u32>,
    /// The project's own instruments as they were told last.
    own: RefCell<String>,
    /// How often what is looked for has changed: an answer to what was asked before that is out of date.
    wanted: Cell<u32>,
}

impl App {
    /// Asks the recogniser something; `then` has the answer. Where it cannot be started that is said, and
    /// `then` is let go of.
    pub(super) fn ask_law(&self, question: &str, about: JsValue, then: impl FnOnce(App, String) + 'static) {
        if !self.start_law() {
            return;
        }
        self.view.law.recogniser.set(Recogniser::Busy);
        self.tell_own();
        self.send_law(question, about, Box::new(then));
    }

    /// The project's own instruments take part from now on.
    fn tell_own(&self) {
        let own = self.with(|project| {
            let own = project.instruments().values().map(|one| OwnInstrument {
                id: one.code.clone(),
                name: one.name.clone(),
                aliases: one.aliases.clone(),
                articles: one.articles,
                date: one.date.clone(),
                identifiers: one.identifier.clone(),
            });
            wire::write_own(&own.collect::<Vec<_>>())
        });
        let is_known = *self.inner().law.own.borrow() == own;
        if !is_known {
            self.view.law.entries.set(Vec::new());
            self.inner().law.own.replace(own.clone());
            self.send_law("own", own.into(), Box::new(|_, _| {}));
        }
    }

    fn send_law(&self, question: &str, about: JsValue, then: Then) {
        let inner = self.inner();
        let law = &inner.law;
        let number = law.last.get() + 1;
        law.last.set(number);
        law.waiting.borrow_mut().push((number, then));
        let message = Array::of3(&number.into(), &question.into(), &about);
        if law.is_ready.get() {
            if let Some(worker) = law.worker.borrow().as_ref() {
                let _ = worker.post_message(&message);
            }
        } else {
            law.unsent.borrow_mut().push(message);
        }
    }

    /// Starts the worker where it does not run; false where it cannot be started.
    fn start_law(&self) -> bool {
        let inner = self.inner();
        if inner.law.worker.borrow().is_some() {
            return true;
        }
        let named = document().query_selector("meta[name=law]").ok().flatten();
        let address = named.and_then(|named| named.get_attribute("content")).unwrap_or_default();
        let Ok(worker) = Worker::new(&address) else {
            self.lose_law();
            return false;
        };
        let app = *self;
        let heard =
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| app.hear_law(&event.data()));
        let failed = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            app.lose_law();
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        heard.forget();
        failed.forget();
        inner.law.worker.replace(Some(worker));
        true
    }

    fn hear_law(&self, message: &JsValue) {
        match message.as_bool() {
            Some(true) => {
                let inner = self.inner();
                inner.law.is_ready.set(true);
                if let Some(worker) = inner.law.worker.borrow().as_ref() {
                    for message in inner.law.unsent.take() {
                        let _ = worker.post_message(&message);
                    }
                }
            }
            Some(false) => self.lose_law(),
            None => {
                let answer: &Array = message.unchecked_ref();
                let number = answer.get(0).as_f64().unwrap_or_default() as u32;
                let then = {
                    let inner = self.inner();
                    let mut waiting = inner.law.waiting.borrow_mut();
                    let at = waiting.iter().position(|(waits, _)| *waits == number);
                    at.map(|at| waiting.remove(at).1)
                };
                if let Some(then) = then {
                    then(*self, answer.get(1).as_string().unwrap_or_default());
                }
                if self.inner().law.waiting.borrow().is_empty() {
                    self.view.law.recogniser.set(Recogniser::Done);
                }
            }
        }
    }

    /// The worker is not there, or has stopped: the next question tries to start it again.
    fn lose_law(&self) {
        let inner = self.inner();
        if let Some(worker) = inner.law.worker.take() {
            worker.terminate();
        }
        inner.law.is_ready.set(false);
        inner.law.unsent.take();
        inner.law.own.take();
        drop(inner.law.waiting.take());
        self.view.law.recogniser.set(Recogniser::Missing);
    }
}
