//! The handles at the ends of a passage: an end is dragged to where it belongs.
//! Without a pointer the keys and the buttons of the card do the same.

use super::frame::{Draw, there, with_next_frame};
use super::{dom, keys::Edge, overlay, pointer};
use crate::app::{App, Take};
use crate::model::{Annotation, Command, Target};
use crate::text::Span;
use crate::ui::effect;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, PointerEvent};

/// Nearer than this to an edge of the column, in CSS pixels, a drag scrolls it.
const EDGE: f64 = 48.0;

/// How far it scrolls with each frame.
const CREEP: f64 = 10.0;

/// An end in the hand.
#[derive(Clone, Copy)]
struct Held {
    edge: Edge,
    take: Take,
    hand: (f64, f64),
    /// The pending passage as it was, for a drag that is given up.
    before: Option<Span>,
}

/// The two handles, while a passage is chosen or waits for a tag.
#[component]
pub(super) fn Handles() -> impl IntoView {
    let app = super::super::app();
    let layer = NodeRef::<html::Div>::new();
    let held = StoredValue::new(None::<Held>);
    let place = move || with_next_frame(move || stand(app, there(layer)?));
    effect(move || {
        let view = app.view;
        view.pending.track();
        view.begun.track();
        view.chosen.track();
        view.dragged.track();
        view.happened.track();
        view.document.track();
        view.pane.track();
        place();
    });
    overlay::when_resized(layer, place);
    let hold = move |edge: Edge| {
        move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            event.prevent_default();
            event.stop_propagation();
            let handle: HtmlElement = event_target(&event);
            let _ = handle.set_pointer_capture(event.pointer_id());
            let before = app.view.pending.get_untracked().map(|pending| pending.taken);
            let (take, hand) = (take_of(&event), pointer::place_of(&event));
            held.set_value(Some(Held { edge, take, hand, before }));
            creep(app, held);
        }
    };
    let follow = move |event: PointerEvent| {
        held.update_value(|held| {
            if let Some(held) = held {
                held.take = take_of(&event);
                held.hand = pointer::place_of(&event);
                preview(app, *held);
            }
        });
    };
    let let_go = move |_: PointerEvent| {
        if held.get_value().is_some() {
            held.set_value(None);
            finish(app);
        }
    };
    let give_up = move || {
        if let Some(Held { before, .. }) = held.get_value() {
            held.set_value(None);
            app.view.dragged.set(None);
            if let Some(before) = before {
                app.select(before, Take::Exact);
            }
            return true;
        }
        false
    };
    let escape = pointer::document_listener("keydown", move |event| {
        let event: KeyboardEvent = event.unchecked_into();
        if event.key() == "Escape" && give_up() {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    on_cleanup(move || drop(escape));
    let handles = [(Edge::Start, "start"), (Edge::End, "end")].map(|(edge, name)| {
        view! {
            <div class="handle" data-edge=name hidden
                on:pointerdown=hold(edge) on:pointermove=follow on:pointerup=let_go
                on:pointercancel=move |_| { give_up(); }
                on:mousedown=|event: ev::MouseEvent| event.prevent_default()></div>
        }
    });
    view! { <div class="handles" aria-hidden="true" node_ref=layer>{handles}</div> }
}

/// A finger hides the letters under it, and moves by characters; a mouse by words, with Alt by characters.
fn take_of(event: &PointerEvent) -> Take {
    if event.pointer_type() == "touch" { Take::Exact } else { pointer::take_of(event) }
}

/// The passage with handles: what is dragged, what waits for a tag, or what is chosen.
fn passage(app: App) -> Option<Span> {
    let view = app.view;
    // Its last word is still to be tapped, and may be the first one: nothing must lie over it.
    if view.begun.with_untracked(Option::is_some) {
        return None;
    }
    let pending = || view.pending.get_untracked().map(|pending| pending.taken);
    let chosen = || app.with(|project| project.annotation(view.chosen.get_untracked()?)?.target.hull());
    // What is dragged is one piece of the chosen passage; the other end is the passage's.
    let hull = pending().or_else(chosen)?;
    Some(match view.dragged.get_untracked() {
        Some(dragged) if pending().is_none() => moved(app, dragged).unwrap_or(hull),
        _ => hull,
    })
}

/// The whole of the chosen passage, with one piece of it dragged.
fn moved(app: App, dragged: Span) -> Option<Span> {
    let id = app.view.chosen.get_untracked()?;
    app.with(|project| {
        let mut spans = project.annotation(id)?.target.spans().to_vec();
        let at = spans.iter().position(|span| span.overlaps(dragged))?;
        spans[at] = dragged;
        Some(Span::between(spans[0].start(), spans[spans.len() - 1].end()))
    })
}

/// Puts the handles at the ends of the passage.
fn stand(app: App, layer: HtmlElement) -> Option<Draw> {
    let origin = layer.get_bounding_client_rect();
    let passage = passage(app);
    let places = [(Edge::Start, "start"), (Edge::End, "end")].map(|(edge, name)| {
        let at = passage.map(|span| if edge == Edge::Start { span.start() } else { span.end() });
        (name, at.and_then(|at| dom::edge_rectangle(app, at, edge == Edge::Start)))
    });
    Some(Box::new(move || {
        for (name, rect) in places {
            let Ok(Some(handle)) = layer.query_selector(&format!("[data-edge={name}]")) else { continue };
            let handle: HtmlElement = handle.unchecked_into();
            handle.set_hidden(rect.is_none());
            if let Some(rect) = rect {
                let _ = handle.style().set_property("left", &dom::px(rect.left() - origin.left()));
                let _ = handle.style().set_property("top", &dom::px(rect.bottom() - origin.top()));
            }
        }
    }))
}

/// Shows what the passage would be.
fn preview(app: App, held: Held) {
    let (x, y) = held.hand;
    let Some(to) = dom::position_at(app, x as f32, y as f32) else { return };
    if let Some(pending) = app.view.pending.get_untracked() {
        if let Some(span) = with_end(app, pending.taken, held, to) {
            app.select(span, Take::Exact);
        }
        return;
    }
    let piece = chosen(app, |annotation| {
        let spans = annotation.target.spans();
        if held.edge == Edge::Start { spans.first().copied() } else { spans.last().copied() }
    });
    if let Some(span) = piece.and_then(|piece| with_end(app, piece, held, to)) {
        app.view.dragged.set(Some(span));
    }
}

/// The span with one end moved to a position; nothing where it would pass the other end.
fn with_end(app: App, span: Span, held: Held, to: crate::text::CodePoint) -> Option<Span> {
    match held.edge {
        Edge::Start if to < span.end() => {
            let start = app.taken(Span::between(to, span.end()), held.take)?.start();
            (start < span.end()).then(|| Span::between(start, span.end()))
        }
        Edge::End if to > span.start() => {
            let end = app.taken(Span::between(span.start(), to), held.take)?.end();
            (end > span.start()).then(|| Span::between(span.start(), end))
        }
        _ => None,
    }
}

/// The hand let go: the chosen annotation is what was shown.
fn finish(app: App) {
    let Some(dragged) = app.view.dragged.get_untracked() else { return };
    app.view.dragged.set(None);
    let changed = chosen(app, |annotation| {
        let mut spans = annotation.target.spans().to_vec();
        let at = spans.iter().position(|span| span.overlaps(dragged))?;
        spans[at] = dragged;
        Some((annotation.id, Target::ranges(spans)?))
    });
    if let Some((id, target)) = changed {
        let _ = app.dispatch(Command::Resize(id, target));
    }
}

fn chosen<T>(app: App, read: impl FnOnce(&Annotation) -> Option<T>) -> Option<T> {
    let id = app.view.chosen.get_untracked()?;
    app.with(|project| read(project.annotation(id)?))
}

/// Scrolls while an end is held beyond the edge of the column.
fn creep(app: App, held: StoredValue<Option<Held>>) {
    request_animation_frame(move || {
        let Some(Some(now)) = held.try_get_value() else { return };
        let reader = dom::root().and_then(|root| root.closest(".reader").ok().flatten());
        if let Some(reader) = reader {
            let (view, y) = (reader.get_bounding_client_rect(), now.hand.1);
            let by = if y < view.top() + EDGE {
                -CREEP
            } else if y > view.bottom() - EDGE {
                CREEP
            } else {
                0.0
            };
            if by != 0.0 {
                reader.scroll_by_with_x_and_y(0.0, by);
                preview(app, now);
            }
        }
        creep(app, held);
    });
}
