//! Marking with the mouse: the browser selects, we preview and take.

use super::super::{focus_reader, legal, words::words};
use super::{dom, touch};
use crate::app::{App, Caret, Take};
use crate::model::{AnnotationId, DocumentId, hides};
use crate::text::{CodePoint, block_at};
use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, PointerEvent};

/// Listens to the pointer and to the browser's selection.
pub(super) fn listen(app: App) {
    let is_down = StoredValue::new(false);
    let take = StoredValue::new(Take::Words);
    let is_touch = StoredValue::new(false);
    let hand = StoredValue::new(None);
    let press = StoredValue::new(None::<touch::Press>);
    let handles = [
        window_event_listener(ev::pointerdown, move |event: PointerEvent| {
            let is_inside = in_text(&event);
            is_down.set_value(is_inside && event.button() == 0);
            is_touch.set_value(event.pointer_type() == "touch");
            press.set_value(is_inside.then(|| touch::Press::of(&event)));
            take.set_value(take_of(&event));
            hand.set_value(None);
            if is_inside {
                app.view.palette.set(None);
            }
        }),
        window_event_listener(ev::pointermove, move |event: PointerEvent| {
            if is_down.get_value() {
                take.set_value(take_of(&event));
                hand.set_value(Some(place_of(&event)));
            }
        }),
        window_event_listener(ev::pointerup, move |event: PointerEvent| {
            if is_down.get_value() {
                is_down.set_value(false);
                if !is_touch.get_value() {
                    let adds = event.ctrl_key() || event.meta_key();
                    finish(app, take_of(&event), place_of(&event), adds);
                } else if !press.get_value().is_some_and(|press| press.is_tap(&event)) {
                    press.set_value(None);
                }
            }
        }),
        // Not when the finger is lifted: the click that comes with it would hit what opens there.
        window_event_listener(ev::click, move |event: web_sys::MouseEvent| {
            let tapped = press.get_value().is_some() && is_touch.get_value();
            press.set_value(None);
            if tapped && in_text(&event) {
                touch::tap(app, (f64::from(event.client_x()), f64::from(event.client_y())));
            }
        }),
    ];
    let preview = document_listener("selectionchange", move |_| {
        if (is_down.get_value() || is_touch.get_value())
            && let Some(selection) = dom::selection(app, hand.get_value())
            && !selection.span().is_empty()
        {
            app.view.chosen.set(None);
            app.view.begun.set(None);
            app.select(selection.span(), take.get_value());
        }
    });
    crate::ui::effect(move || {
        let chosen = app.view.chosen.get();
        if chosen.is_some() && app.view.held.get_untracked() != chosen {
            app.view.held.set(chosen);
        }
    });
    on_cleanup(move || {
        for handle in handles {
            handle.remove();
        }
        drop(preview);
    });
}

/// Alt takes the exact characters.
pub(super) fn take_of(event: &PointerEvent) -> Take {
    if event.alt_key() { Take::Exact } else { Take::Words }
}

/// Where the pointer is in the window.
pub(super) fn place_of(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

fn in_text(event: &web_sys::MouseEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.closest("#reader").ok().flatten().is_some())
}

/// A listener on the document that goes with the value that is returned.
pub(super) fn document_listener(name: &'static str, run: impl Fn(web_sys::Event) + 'static) -> impl Sized {
    struct Listening(&'static str, Closure<dyn Fn(web_sys::Event)>);
    impl Drop for Listening {
        fn drop(&mut self) {
            let callback = self.1.as_ref().unchecked_ref();
            let _ = document().remove_event_listener_with_callback(self.0, callback);
        }
    }
    let callback = Closure::<dyn Fn(web_sys::Event)>::new(run);
    let _ = document().add_event_listener_with_callback(name, callback.as_ref().unchecked_ref());
    StoredValue::new_local(Listening(name, callback))
}

/// The pointer was lifted: a selection becomes the pending passage, or is added to the annotation that was
/// chosen; a click sets the caret and chooses what lies there.
fn finish(app: App, take: Take, hand: (f64, f64), adds: bool) {
    let Some(selection) = dom::selection(app, Some(hand)) else { return };
    if selection.span().is_empty() {
        let again = app.view.caret.get_untracked().head == selection.head;
        app.view.pending.set(None);
        app.view.caret.set(Caret::at(selection.head));
        focus_reader();
        choose_at(app, selection.head, again);
        if app.view.chosen.get_untracked().is_none() && app.view.relating.with_untracked(Option::is_none) {
            legal::at(app, selection.head);
        }
        return;
    }
    app.view.chosen.set(None);
    app.view.begun.set(None);
    if let Some(taken) = app.select(selection.span(), take) {
        if let Ok(Some(native)) = window().get_selection() {
            let _ = native.remove_all_ranges();
        }
        app.view.caret.set(Caret::at(taken.end()));
        if adds && untrack(|| app.extendable()).is_some() {
            app.add_piece(taken);
            focus_reader();
        } else {
            app.take_passage();
        }
    }
}

/// Chooses what lies at a position: the innermost first, and with each further
/// call at the same place the next one out.
pub(super) fn choose_at(app: App, position: CodePoint, again: bool) {
    let Some(document) = app.view.document.get_untracked() else { return };
    let mut stack = stack_at(app, document, position);
    let chosen = app.view.chosen.get_untracked();
    let relating = app.view.relating.get_untracked();
    let from = relating.map(|relating| relating.from).filter(|from| stack.contains(from));
    if from.is_some() {
        // What lies around it, or in it, may be meant.
        stack.retain(|id| Some(*id) != from);
    }
    let at = chosen.filter(|_| again).and_then(|chosen| stack.iter().position(|id| *id == chosen));
    let next = match at {
        Some(at) => stack.get((at + 1) % stack.len()),
        None => stack.first(),
    };
    match (relating, next) {
        (None, _) => app.view.chosen.set(next.copied()),
        (Some(_), Some(next)) => app.relate_to(*next),
        // It says that nothing is joined with itself.
        (Some(relating), None) if from.is_some() => app.relate_to(relating.from),
        (Some(_), None) => app.view.said.set(words().commands.nothing_here.to_owned()),
    }
}

/// The annotations that hold a position, the shortest first.
pub(super) fn stack_at(app: App, document: DocumentId, position: CodePoint) -> Vec<AnnotationId> {
    let hidden = app.view.hidden.get_untracked();
    app.with_index(|project, index| {
        let Some(layout) = index.layout(document) else { return Vec::new() };
        let on_block = layout.on_block(block_at(&layout.blocks, position));
        let annotations = on_block.filter_map(|id| project.annotation(id));
        let mut stack: Vec<_> = annotations
            .filter(|annotation| {
                annotation.target.holds(position) && !hides(project, &hidden, annotation.tag)
            })
            .filter_map(|annotation| {
                Some((annotation.target.hull()?.length(), annotation.created, annotation.id))
            })
            .collect();
        stack.sort_unstable();
        stack.into_iter().map(|(_, _, id)| id).collect()
    })
}
