//! What is measured and drawn with the next frame. All is measured first and drawn after: a browser that
//! is asked for a place after something was drawn has to lay the page out again.

use leptos::{html, prelude::*};
use std::cell::RefCell;
use web_sys::HtmlElement;

/// What is drawn once everything is measured.
pub(super) type Draw = Box<dyn FnOnce()>;

type Measure = Box<dyn FnOnce() -> Option<Draw>>;

thread_local! {
    static WAITING: RefCell<Vec<Measure>> = const { RefCell::new(Vec::new()) };
}

/// Measures with the next frame, and then draws what comes of it.
pub(super) fn with_next_frame(measure: impl FnOnce() -> Option<Draw> + 'static) {
    let is_first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(Box::new(measure));
        waiting.len() == 1
    });
    if is_first {
        request_animation_frame(|| {
            let measures = WAITING.take();
            let draws: Vec<_> = measures.into_iter().filter_map(|measure| measure()).collect();
            draws.into_iter().for_each(|draw| draw());
        });
    }
}

/// A layer, while it is on the page.
pub(super) fn there(layer: NodeRef<html::Div>) -> Option<HtmlElement> {
    layer.try_get_untracked()?.map(Into::into)
}
