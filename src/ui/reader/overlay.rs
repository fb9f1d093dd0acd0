//! What is painted over the text and is no part of it: the caret, what it
//! selects, and what will be taken.

use super::super::{after::hear_first, app};
use super::frame::{Draw, with_next_frame};
use super::{dom, near, place, surface};
use crate::app::App;
use crate::text::Span;
use leptos::{html, prelude::*};
use std::cell::Cell;
use std::ops::Range;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{DomRect, Element, HtmlElement, ResizeObserver};

/// The layer above the text.
#[component]
pub fn Overlay() -> impl IntoView {
    let app = app();
    let layer = NodeRef::<html::Div>::new();
    let listen = move || {
        app.view.caret.track();
        app.view.pending.track();
        app.view.dragged.track();
    };
    near::draw_near(app, layer, listen, paint);
    crate::ui::effect(move || {
        let chosen = app.view.chosen.get();
        // On a narrow page the column may have been hidden, and could not be scrolled.
        app.view.pane.track();
        surface::show_chosen(app, chosen);
        if chosen.is_some() {
            bring_chosen_into_view(SETTLING, HANDS.get());
        }
    });
    // The strip keeps its events for itself.
    hear_first(["pointerdown", "wheel"], || HANDS.set(HANDS.get().wrapping_add(1)));
    when_resized(layer, move || surface::draw_near(app, surface::WHILE_SCROLLING));
    when_scrolled(layer, move || surface::draw_near(app, surface::WHILE_SCROLLING));
    view! { <div class="overlay" aria-hidden="true" node_ref=layer></div> }
}

/// So many frames after a leap it is looked whether what was wanted is in view: paragraphs that were never in
/// sight are as high as they are taken to be, until they are.
const SETTLING: u8 = 4;

thread_local! {
    /// Counts how often a person has taken the page into their own hands.
    static HANDS: Cell<u32> = const { Cell::new(0) };
}

/// Brings into view what is chosen, and keeps it there while paragraphs find their height: until a person
/// scrolls or clicks. What was in view from the start has nothing to settle.
fn bring_chosen_into_view(frames: u8, hands: u32) {
    request_animation_frame(move || {
        let is_first = frames == SETTLING;
        if !is_first && HANDS.get() != hands {
            return;
        }
        let top = || dom::column().map(|column| column.scroll_top());
        let before = top();
        let is_there = place::show("mark.chosen, .document-tag.chosen").is_some();
        let was_in_view = is_there && top() == before;
        if frames > 0 && !(is_first && was_in_view) {
            bring_chosen_into_view(frames - 1, hands);
        }
    });
}

/// Runs whenever the lines may break anew, because the column changed its width.
pub(super) fn when_resized(layer: NodeRef<html::Div>, run: impl Fn() + Copy + 'static) {
    crate::ui::effect(move || {
        let Some(layer) = layer.get() else { return };
        let callback = Closure::<dyn FnMut()>::new(run);
        let page = dom::column().and_then(|column| column.query_selector(".page").ok().flatten());
        if let (Ok(observer), Some(page)) = (ResizeObserver::new(callback.as_ref().unchecked_ref()), page) {
            observer.observe(&page);
            observer.observe(&layer);
            // The observer lives as long as the reader, and holds the callback.
            let observer = StoredValue::new_local((observer, callback));
            on_cleanup(move || observer.with_value(|(observer, _)| observer.disconnect()));
        }
    });
}

/// Runs whenever the column is scrolled.
pub(super) fn when_scrolled(layer: NodeRef<html::Div>, run: impl Fn() + Copy + 'static) {
    crate::ui::effect(move || {
        let Some(reader) = layer.get().and_then(|_| dom::column()) else { return };
        let callback = Closure::<dyn FnMut()>::new(run);
        let _ = reader.add_event_listener_with_callback("scroll", callback.as_ref().unchecked_ref());
        let kept = StoredValue::new_local((reader, callback));
        on_cleanup(move || {
            kept.with_value(|(reader, callback)| {
                let callback = callback.as_ref().unchecked_ref();
                let _ = reader.remove_event_listener_with_callback("scroll", callback);
            });
        });
    });
}

/// What is selected over a whole book is drawn near the view: each word between two marks is a box of its own.
fn paint(app: App, layer: &HtmlElement, near: Range<usize>) -> Option<Draw> {
    let origin = layer.get_bounding_client_rect();
    let blocks = dom::blocks(app)?;
    let drawn = near::span_of(&blocks, &near)?;
    let caret = app.view.caret.get_untracked();
    let mut boxes: Vec<(&str, DomRect)> = Vec::new();
    let mut draw = |class, span: Span| {
        let Some(span) = span.intersection(drawn) else { return };
        let rectangles = dom::rectangles(app, span).into_iter().filter(|rect| rect.width() > 0.0);
        boxes.extend(rectangles.map(|rect| (class, rect)));
    };
    if let Some(pending) = app.view.pending.get_untracked() {
        draw("taken", pending.taken);
    }
    if let Some(dragged) = app.view.dragged.get_untracked() {
        draw("taken", dragged);
    }
    if !caret.span().is_empty() {
        draw("selected", caret.span());
    }
    boxes.extend(dom::caret_rectangle(app, caret.head).map(|rect| ("caret", rect)));
    let layer = layer.clone();
    Some(Box::new(move || {
        let made: js_sys::Array =
            boxes.iter().filter_map(|(class, rect)| boxed(&origin, class, rect)).collect();
        layer.replace_children_with_node(&made);
    }))
}

/// A box at a rectangle of the window.
fn boxed(origin: &DomRect, class: &str, rect: &DomRect) -> Option<HtmlElement> {
    let element: HtmlElement = document().create_element("div").ok()?.unchecked_into();
    element.set_class_name(class);
    let style = element.style();
    let sides = [
        ("left", rect.left() - origin.left()),
        ("top", rect.top() - origin.top()),
        ("width", rect.width()),
        ("height", rect.height()),
    ];
    for (name, value) in sides {
        let _ = style.set_property(name, &dom::px(value));
    }
    Some(element)
}

/// Keeps the caret in sight after a key moved it.
pub(in crate::ui) fn follow_caret(app: App) {
    follow_caret_for(app, SETTLING);
}

fn follow_caret_for(app: App, frames: u8) {
    with_next_frame(move || {
        let rect = dom::caret_rectangle(app, app.view.caret.get_untracked().head)?;
        let reader: Element = dom::root()?.closest(".reader").ok().flatten()?;
        let view = reader.get_bounding_client_rect();
        let bar = reader.query_selector(".pen-bar").ok().flatten();
        let covered = bar.map_or(0.0, |bar| bar.get_bounding_client_rect().height());
        let above = rect.top() - 40.0 - covered - view.top();
        let below = rect.bottom() + 40.0 - view.bottom();
        let by = if above < 0.0 { above } else { below.max(0.0) };
        (by != 0.0).then(|| -> Draw {
            Box::new(move || {
                reader.scroll_by_with_x_and_y(0.0, by);
                if frames > 0 {
                    follow_caret_for(app, frames - 1);
                }
            })
        })
    });
}
