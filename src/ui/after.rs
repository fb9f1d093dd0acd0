//! What comes after the next paint: what stands beside the text, and is not what a person looks at when they
//! have marked something. An input that comes before finds it done.

use crate::app::{App, Topic};
use crate::model::{AnnotationId, DocumentId};
use leptos::prelude::*;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::HtmlElement;

thread_local! {
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Runs when the next frame is painted, or with the next input, whichever comes first.
pub(super) fn after_paint(run: impl FnOnce() + 'static) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(Box::new(run));
        waiting.len() == 1
    });
    if is_first {
        request_animation_frame(|| set_timeout(settle, Duration::ZERO));
    }
}

/// Does now what waits.
pub(super) fn settle() {
    WAITING.take().into_iter().for_each(|run| run());
}

/// Puts the focus on something as soon as the views have followed what was just done, before the next key; where
/// it is not there yet, with the next frame.
pub(super) fn focus_soon(selector: &'static str) {
    wasm_bindgen_futures::spawn_local(async move {
        leptos::task::tick().await;
        settle();
        leptos::task::tick().await;
        match document().query_selector(selector) {
            Ok(Some(_)) => super::focus(selector),
            _ => request_animation_frame(move || super::focus(selector)),
        }
    });
}

/// Puts the focus on the one at a place among those that match, else on the last of them, else on what matches
/// `rest`, as soon as the views have followed what was just done: there goes on who took one of a list away, or
/// asked for more of it.
pub(super) fn focus_at(each: &'static str, at: usize, rest: &'static str) {
    wasm_bindgen_futures::spawn_local(async move {
        leptos::task::tick().await;
        settle();
        leptos::task::tick().await;
        let Ok(found) = document().query_selector_all(each) else { return };
        let last = found.length().saturating_sub(1);
        match found.get(last.min(at as u32)).and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            Some(one) => drop(one.focus()),
            None => super::focus(rest),
        }
    });
}

/// Has each key and each press find done what waits.
pub(super) fn listen() {
    hear_first(["keydown", "pointerdown"], settle);
}

/// Runs with each of these events, before anything else hears of it. For the whole visit.
pub(super) fn hear_first(events: [&str; 2], run: impl Fn() + 'static) {
    let run = Closure::<dyn Fn()>::new(run).into_js_value();
    for name in events {
        let _ = window().add_event_listener_with_callback_and_bool(name, run.unchecked_ref(), true);
    }
}

/// What the list of annotations shows: it follows the project and the choice after the paint. What goes is
/// followed at once, so that nothing is shown of what is no more.
#[derive(Clone, Copy)]
pub(super) struct Settled {
    /// The document that is listed.
    pub document: RwSignal<Option<DocumentId>>,
    /// The annotation whose card is open.
    pub chosen: RwSignal<Option<AnnotationId>>,
    /// Its annotations are others than before.
    pub changed: Trigger,
}

impl Settled {
    /// Follows from now on.
    pub fn new(app: App) -> Self {
        let document = RwSignal::new(app.view.document.get_untracked());
        let chosen = RwSignal::new(app.view.chosen.get_untracked());
        let settled = Self { document, chosen, changed: Trigger::new() };
        let count = move |document: Option<DocumentId>| {
            document.map_or(0, |id| app.with_index(|_, index| index.count(id)))
        };
        let counted = StoredValue::new(count(document.get_untracked()));
        let is_changed = StoredValue::new(false);
        let follow = move || {
            // The page may be another one by then.
            let Some(changed) = is_changed.try_get_value() else { return };
            is_changed.set_value(false);
            if document.get_untracked() != app.view.document.get_untracked() {
                document.set(app.view.document.get_untracked());
            }
            if changed {
                counted.set_value(count(document.get_untracked()));
                settled.changed.notify();
            }
            if chosen.get_untracked() != app.view.chosen.get_untracked() {
                chosen.set(app.view.chosen.get_untracked());
            }
        };
        let is_first = std::cell::Cell::new(true);
        super::effect(move || {
            app.track(Topic::Annotations);
            let shown = app.view.document.get();
            if is_first.replace(false) {
                return;
            }
            is_changed.set_value(true);
            let is_less = shown == document.get_untracked() && count(shown) < counted.get_value();
            if is_less { follow() } else { after_paint(follow) }
        });
        super::effect(move || {
            let wanted = app.view.chosen.get();
            if wanted != chosen.get_untracked() {
                if wanted.is_none() { follow() } else { after_paint(follow) }
            }
        });
        settled
    }
}
