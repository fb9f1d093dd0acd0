//! Several tabs on one project. Each tells the others which records it has put into the database,
//! and they follow.

use super::{App, Inner};
use crate::store::{Pair, decode, link, nothing, place_of};
use js_sys::Array;
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "glossator";

/// What tabs say to each other: a word, the project's slot, the tab's number, keys of records.
const HELLO: &str = "hello";
const HERE: &str = "here";
const WROTE: &str = "wrote";
const FILE: &str = "file";

/// The line to the other tabs; none where the browser has no such thing.
pub(super) struct Line {
    channel: Option<BroadcastChannel>,
}

impl Line {
    pub(super) fn open() -> Self {
        Self { channel: BroadcastChannel::new(CHANNEL).ok() }
    }
}

impl App {
    /// Begins to listen, and asks who else is there.
    pub(super) fn listen_to_tabs(&self) {
        let app = *self;
        let inner = self.inner();
        let Some(channel) = &inner.line.channel else { return };
        let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let words: Vec<String> =
                Array::from(&event.data()).iter().filter_map(|word| word.as_string()).collect();
            app.hear(words);
        });
        channel.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        hear.forget();
        self.tell(HELLO, &[]);
        // What came while the page was frozen was perhaps not told.
        window_event_listener_untyped("focus", move |_| app.catch_up());
        window_event_listener_untyped("pageshow", move |_| app.catch_up());
    }

    fn tell(&self, word: &str, keys: &[String]) {
        let inner = self.inner();
        let Some(channel) = &inner.line.channel else { return };
        let words = [word.to_owned(), inner.shelf.slot().to_owned(), inner.tab.to_string()];
        let message: Array = words.iter().chain(keys).map(|word| JsValue::from_str(word)).collect();
        let _ = channel.post_message(&message);
    }

    /// Tells the other tabs what was put into the database.
    pub(super) fn tell_tabs(&self, pairs: &[Pair]) {
        let keys: Vec<_> = pairs.iter().map(|pair| pair.key.clone()).collect();
        self.tell(WROTE, &keys);
    }

    /// Tells the other tabs that the project has another file, or none.
    pub(super) fn tell_of_file(&self) {
        self.tell(FILE, &[]);
    }

    fn hear(&self, words: Vec<String>) {
        let inner = self.inner();
        let [word, slot, tab, keys @ ..] = words.as_slice() else { return };
        let Some(tab) = tab.parse().ok().filter(|_| slot == inner.shelf.slot()) else { return };
        inner.others.set(true);
        match word.as_str() {
            HELLO => self.tell(HERE, &[]),
            // It is there: what it did is its own to undo.
            HERE => {
                inner.editor.borrow_mut().disown(tab);
                inner.topics.publish([super::Topic::History]);
            }
            WROTE => self.follow(keys.to_vec(), false),
            FILE => self.resume_file(),
            _ => {}
        }
    }

    /// Reads what other tabs have written since this one looked.
    fn catch_up(&self) {
        let app = *self;
        let inner = self.inner();
        if !inner.others.get() {
            return;
        }
        spawn_local(async move {
            let keys = inner.shelf.keys().await.unwrap_or_default();
            let is_new = |key: &String| place_of(key).is_some_and(|at| !app.knows(at));
            let fresh: Vec<_> = keys.iter().filter(|key| is_new(key)).cloned().collect();
            if !fresh.is_empty() {
                // Which texts they bring in is in them alone: all texts are looked at.
                let texts = keys.into_iter().filter(|key| key.starts_with("text:"));
                app.follow(texts.chain(fresh).collect(), true);
            }
        });
    }

    fn knows(&self, at: crate::history::At) -> bool {
        let inner = self.inner();
        let known = inner.places.borrow().contains(&at);
        known || at.tab == inner.tab
    }

    /// Takes over the steps among these records. Where one lies on a text that is not among them and not
    /// known, because its own message is still on the way, all is looked at once more.
    fn follow(&self, keys: Vec<String>, has_all_texts: bool) {
        let app = *self;
        let inner = self.inner();
        spawn_local(async move {
            let Ok(values) = inner.shelf.get(&keys).await else { return };
            app.with(|project| {
                let mut texts = inner.texts.borrow_mut();
                for document in project.documents() {
                    texts.insert(document.id, document.text.clone());
                }
            });
            let (mut pairs, mut is_left) = (Vec::new(), false);
            for (key, value) in keys.into_iter().zip(values) {
                // A step that is gone was put into a snapshot: the page will be told on its next start.
                let Some(value) = value else { continue };
                let place = place_of(&key);
                pairs.push(Pair { key, value });
                if let Some(at) = place {
                    is_left |= !app.knows(at) && !app.take_step(&inner, &pairs);
                    pairs.retain(|pair| place_of(&pair.key).is_none());
                }
            }
            if is_left && !has_all_texts {
                app.catch_up();
            }
        });
    }

    /// False where the step cannot be read.
    fn take_step(&self, inner: &Rc<Inner>, pairs: &[Pair]) -> bool {
        let Some((step, kind)) = decode(pairs, &mut inner.texts.borrow_mut()) else { return false };
        let place = step.place;
        if inner.is_first.replace(false) {
            let gone = inner.editor.borrow_mut().start_over(&nothing());
            self.publish_changes(&gone);
        }
        inner.places.borrow_mut().extend([place]);
        inner.changed.borrow_mut().extend(step.patch.documents());
        let followed = inner.editor.borrow_mut().follow(step);
        if inner.last.borrow().as_ref().is_none_or(|last| last.at < place) {
            *inner.last.borrow_mut() = Some(link(place, pairs));
        }
        for applied in &followed.applied {
            self.publish_changes(applied);
        }
        inner.since.set(inner.since.get() + 1);
        self.follow_with_file(kind);
        true
    }
}
