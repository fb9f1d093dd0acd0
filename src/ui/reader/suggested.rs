//! The dotted lines under suggestions. They are highlights of the browser's own (CSS Custom Highlight API), so
//! that no mark is drawn anew for them; they are there near the view only, and nothing is there where there
//! is no suggestion.

use super::frame::Draw;
use super::{dom, near};
use crate::app::{App, Topic};
use crate::ui::legal::all_suggestions;
use js_sys::{Array, Function, Reflect};
use leptos::{html, prelude::*};
use std::ops::Range;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

/// What the style sheet calls the highlight.
const NAME: &str = "suggested";

/// The lines, where there is anything to be suggested.
#[component]
pub(super) fn Suggested() -> impl IntoView {
    let all = all_suggestions();
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    view! { <Show when=move || any.get()><Lines/></Show> }
}

#[component]
fn Lines() -> impl IntoView {
    let app = super::super::app();
    let layer = NodeRef::<html::Div>::new();
    let all = all_suggestions();
    let listen = move || {
        app.track(Topic::Marks);
        all.track();
    };
    near::draw_near(app, layer, listen, paint);
    on_cleanup(|| highlight(&Array::new()));
    view! { <div class="suggestions-layer" aria-hidden="true" node_ref=layer></div> }
}

fn paint(app: App, _: &HtmlElement, near: Range<usize>) -> Option<Draw> {
    let blocks = dom::blocks(app)?;
    let drawn = near::span_of(&blocks, &near)?;
    let spans: Vec<_> = untrack(|| app.suggestions()).into_iter().map(|one| one.reference.span).collect();
    let spans = spans.into_iter().filter(|span| span.overlaps(drawn));
    let ranges: Array = spans.flat_map(|span| dom::ranges(app, span)).map(JsValue::from).collect();
    Some(Box::new(move || highlight(&ranges)))
}

/// Lets the browser draw these ranges as suggestions, where it can.
fn highlight(ranges: &Array) {
    let read = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let window: JsValue = window().into();
    let all = read(&read(&window, "CSS"), "highlights");
    let call = |method: &str, arguments: &Array| {
        if let Ok(method) = read(&all, method).dyn_into::<Function>() {
            let _ = method.apply(&all, arguments);
        }
    };
    let Ok(made) = read(&window, "Highlight").dyn_into::<Function>() else { return };
    match Reflect::construct(&made, ranges) {
        Ok(made) if ranges.length() > 0 => call("set", &Array::of2(&NAME.into(), &made)),
        _ => call("delete", &Array::of1(&NAME.into())),
    }
}
