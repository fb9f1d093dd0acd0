//! What is drawn beside and over the blocks near those in sight: drawn anew when it
//! changes, and when scrolling has left what is drawn.

use super::frame::{Draw, there, with_next_frame};
use super::{overlay, surface};
use crate::app::{App, Topic};
use crate::text::{Block, Span};
use leptos::{html, prelude::*};
use std::ops::Range;
use web_sys::HtmlElement;

/// Keeps a layer drawn. `listen` names what it depends on; `paint` draws what
/// belongs to the given blocks.
pub(super) fn draw_near(
    app: App,
    layer: NodeRef<html::Div>,
    listen: impl Fn() + 'static,
    paint: fn(App, &HtmlElement, Range<usize>) -> Option<Draw>,
) {
    let drawn = StoredValue::new(0..0);
    let waits = StoredValue::new(false);
    let always = StoredValue::new(false);
    let redraw = move |changed: bool| {
        always.update_value(|always| *always |= changed);
        if waits.try_get_value() != Some(false) {
            return;
        }
        waits.set_value(true);
        with_next_frame(move || {
            let layer = there(layer)?;
            waits.set_value(false);
            let changed = always.try_update_value(std::mem::take).unwrap_or(true);
            let known: Range<usize> = drawn.get_value();
            let is_known = |sight: Range<usize>| known.start <= sight.start && sight.end <= known.end;
            if !changed && in_sight(&layer, 0.0).is_some_and(is_known) {
                return None;
            }
            let near = if layer.offset_width() == 0 { None } else { in_sight(&layer, 1.0) };
            let draw = near.clone().and_then(|near| paint(app, &layer, near));
            drawn.set_value(near.filter(|_| draw.is_some()).unwrap_or(0..0));
            draw
        });
    };
    crate::ui::effect(move || {
        listen();
        app.view.document.track();
        // On a narrow page the column may have been hidden, and had no size.
        app.view.pane.track();
        redraw(true);
    });
    overlay::when_resized(layer, move || redraw(true));
    overlay::when_scrolled(layer, move || redraw(false));
}

/// Listens to all that changes which annotations are to be seen, and what they are called.
pub(super) fn listen_to_annotations(app: App) {
    app.track(Topic::Annotations);
    app.track(Topic::Tags);
    app.view.happened.track();
    app.view.hidden.track();
}

/// What the text of these blocks spans.
pub(super) fn span_of(blocks: &[Block], near: &Range<usize>) -> Option<Span> {
    Some(blocks.get(near.start)?.span.hull(blocks.get(near.end.checked_sub(1)?)?.span))
}

/// The blocks that are in sight, or no further from it than so many heights of the view.
fn in_sight(layer: &HtmlElement, beyond: f64) -> Option<Range<usize>> {
    let view = layer.closest(".reader").ok()??.get_bounding_client_rect();
    let reach = view.height() * beyond;
    surface::blocks_between(view.top() - reach, view.bottom() + reach)
}
