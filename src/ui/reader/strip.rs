//! The strip beside the scroll bar: the whole document from top to bottom, how
//! densely each stretch is marked and with which tags, and what of it is in sight.
//! Like the scroll bar, it is for the pointer; keys have their own ways.

use super::frame::{Draw, there, with_next_frame};
use super::{dom, overlay, surface};
use crate::app::{App, Topic};
use crate::model::{Stretch, density, unseen};
use crate::text::Block;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How high a row is, in CSS pixels.
const ROW: i32 = 3;

/// The strip.
#[component]
pub fn Strip() -> impl IntoView {
    let app = super::super::app();
    let strip = NodeRef::<html::Div>::new();
    let marks = NodeRef::<html::Div>::new();
    let sight = NodeRef::<html::Div>::new();
    let follow = move || {
        with_next_frame(move || show_sight(app, there(strip)?, there(sight)?));
    };
    // How high it is, is asked only when that may have changed: to ask means to lay the page out.
    let rows = StoredValue::new(0);
    let painted = StoredValue::new(Vec::new());
    let redraw = move || {
        with_next_frame(move || {
            let layer = there(marks)?;
            let stretches = stretches(app, rows.get_value())?;
            let is_known = painted.with_value(|painted| *painted == stretches);
            painted.set_value(stretches.clone());
            (!is_known).then(|| -> Draw { Box::new(move || paint(app, &layer, stretches)) })
        });
    };
    let measure = move || {
        with_next_frame(move || {
            rows.try_set_value(there(marks)?.offset_height() / ROW);
            redraw();
            None
        });
        follow();
    };
    crate::ui::effect(move || {
        app.track(Topic::Annotations);
        app.view.happened.track();
        app.view.hidden.track();
        redraw();
    });
    crate::ui::effect(move || {
        // Other colours are another picture of the same stretches.
        app.track(Topic::Tags);
        painted.set_value(Vec::new());
        redraw();
    });
    crate::ui::effect(move || {
        app.view.document.track();
        app.view.pane.track();
        painted.set_value(Vec::new());
        measure();
    });
    overlay::when_resized(strip, measure);
    overlay::when_scrolled(strip, follow);
    let hold = move |event: ev::PointerEvent| {
        if event.button() != 0 {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        let strip: HtmlElement = event.current_target().expect("it is being handled").unchecked_into();
        let _ = strip.set_pointer_capture(event.pointer_id());
        go(app, &strip, &event);
    };
    let drag = move |event: ev::PointerEvent| {
        let strip: HtmlElement = event.current_target().expect("it is being handled").unchecked_into();
        if strip.has_pointer_capture(event.pointer_id()) {
            go(app, &strip, &event);
        }
    };
    view! {
        <div class="strip" aria-hidden="true" node_ref=strip on:pointerdown=hold on:pointermove=drag
            on:mousedown=|event: ev::MouseEvent| event.prevent_default()>
            <div class="stretches" node_ref=marks></div>
            <div class="sight" node_ref=sight></div>
        </div>
    }
}

/// How the document is marked from top to bottom, in so many rows.
fn stretches(app: App, rows: i32) -> Option<Vec<Stretch>> {
    let id = app.view.document.get_untracked()?;
    let hidden = app.view.hidden.get_untracked();
    app.with_index(|project, index| {
        let length = project.document(id)?.text.length().get();
        let unseen = unseen(project, &hidden);
        let marks = index.placed(id).iter().filter(|it| !unseen.contains(&it.tag)).flat_map(|it| {
            // Where it lies in one range, that is all of it.
            let parts = (it.ranges > 1).then(|| project.annotation(it.id)).flatten();
            let parts = parts.map_or(&[][..], |it| it.target.spans()).iter().copied();
            parts.chain(it.hull().filter(|_| it.ranges == 1)).map(|span| (it.tag, span))
        });
        Some(density(length, rows.max(0) as usize, marks))
    })
}

fn paint(app: App, layer: &HtmlElement, stretches: Vec<Stretch>) {
    let made: js_sys::Array = stretches.into_iter().filter_map(|stretch| drawn(app, stretch)).collect();
    layer.replace_children_with_node(&made);
}

fn drawn(app: App, stretch: Stretch) -> Option<HtmlElement> {
    let document = document();
    let frame: HtmlElement = document.create_element("div").ok()?.unchecked_into();
    let (from, to) = (stretch.rows.0 as i32 * ROW, stretch.rows.1 as i32 * ROW);
    let _ = frame.set_attribute("data-level", &stretch.level.to_string());
    let _ = frame.style().set_property("top", &format!("{from}px"));
    let _ = frame.style().set_property("height", &format!("{}px", to - from));
    for tag in stretch.tags {
        let part: HtmlElement = document.create_element("i").ok()?.unchecked_into();
        part.set_class_name("hued");
        let colour = app.with(|project| project.tag(tag).map(|tag| tag.colour.to_string()));
        let _ = part.style().set_property("--c", &colour.unwrap_or_default());
        let _ = frame.append_child(&part);
    }
    Some(frame)
}

/// The frame around what is in sight.
fn show_sight(app: App, strip: HtmlElement, frame: HtmlElement) -> Option<Draw> {
    let view = dom::column()?.get_bounding_client_rect();
    let blocks = dom::blocks(app)?;
    let (top, bottom) = (share(&blocks, view.top())?, share(&blocks, view.bottom())?);
    let height = f64::from(strip.client_height());
    Some(Box::new(move || {
        let _ = frame.style().set_property("top", &dom::px(top * height));
        let _ = frame.style().set_property("height", &dom::px((bottom - top) * height));
    }))
}

/// How much of the text, from 0 to 1, stands above a height of the window.
fn share(blocks: &[Block], y: f64) -> Option<f64> {
    let at = surface::blocks_between(y, y)?.start;
    let (Some(block), Some(paragraph)) = (blocks.get(at), surface::paragraph(at)) else { return Some(1.0) };
    let (rect, last) = (paragraph.get_bounding_client_rect(), blocks.last()?.span.end());
    let part = ((y - rect.top()) / rect.height().max(1.0)).clamp(0.0, 1.0);
    let position = f64::from(block.span.start().get()) + part * f64::from(block.span.length());
    Some(position / f64::from(last.get().max(1)))
}

/// Brings what stands at the pointer's place in the strip to the middle of the view.
fn go(app: App, strip: &Element, event: &ev::PointerEvent) -> Option<()> {
    let rect = strip.get_bounding_client_rect();
    let part = ((f64::from(event.client_y()) - rect.top()) / rect.height().max(1.0)).clamp(0.0, 1.0);
    let blocks = dom::blocks(app)?;
    let wanted = part * f64::from(blocks.last()?.span.end().get());
    let at = blocks.partition_point(|block| f64::from(block.span.start().get()) <= wanted).saturating_sub(1);
    let (block, place) = (blocks.get(at)?, surface::paragraph(at)?.get_bounding_client_rect());
    let within = (wanted - f64::from(block.span.start().get())) / f64::from(block.span.length().max(1));
    let y = place.top() + within.clamp(0.0, 1.0) * place.height();
    let reader = dom::column()?;
    let view = reader.get_bounding_client_rect();
    reader.scroll_by_with_x_and_y(0.0, y - (view.top() + view.bottom()) / 2.0);
    Some(())
}
