//! The strip beside the scroll bar: the whole document from top to bottom, how
//! densely each stretch is marked and with which tags, and what of it is in sight.
//! Like the scroll bar, it is for the pointer; keys have their own ways.

use super::{dom, overlay};
use crate::app::{App, Topic};
use crate::model::{density, hides};
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
        request_animation_frame(move || {
            if let Some((Some(strip), Some(sight))) = strip.try_get_untracked().zip(sight.try_get_untracked())
            {
                show_sight(app, &strip, &sight);
            }
        });
    };
    let redraw = move || {
        request_animation_frame(move || {
            if let Some(Some(layer)) = marks.try_get_untracked() {
                paint(app, &layer);
            }
        });
        follow();
    };
    crate::ui::effect(move || {
        app.track(Topic::Annotations);
        app.track(Topic::Tags);
        app.view.happened.track();
        app.view.hidden.track();
        app.view.document.track();
        app.view.pane.track();
        redraw();
    });
    overlay::when_resized(strip, redraw);
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

fn paint(app: App, layer: &HtmlElement) -> Option<()> {
    let rows = layer.offset_height() / ROW;
    let id = app.view.document.get_untracked()?;
    let hidden = app.view.hidden.get_untracked();
    let stretches = app.with_index(|project, index| {
        let length = project.document(id)?.text.length().get();
        let annotations = index.on_document(id).filter_map(|id| project.annotation(id));
        let seen = annotations.filter(|annotation| !hides(project, &hidden, annotation.tag));
        let marks = seen.flat_map(|it| it.target.spans().iter().map(|span| (it.tag, *span)));
        Some(density(length, rows.max(0) as usize, marks))
    })?;
    let (made, document) = (js_sys::Array::new(), document());
    for stretch in stretches {
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
        made.push(&frame);
    }
    layer.replace_children_with_node(&made);
    Some(())
}

/// The frame around what is in sight.
fn show_sight(app: App, strip: &HtmlElement, frame: &HtmlElement) -> Option<()> {
    let view = dom::column()?.get_bounding_client_rect();
    let blocks = dom::blocks(app)?;
    let (top, bottom) = (share(&blocks, view.top())?, share(&blocks, view.bottom())?);
    let height = f64::from(strip.client_height());
    let _ = frame.style().set_property("top", &dom::px(top * height));
    let _ = frame.style().set_property("height", &dom::px((bottom - top) * height));
    Some(())
}

/// How much of the text, from 0 to 1, stands above a height of the window.
fn share(blocks: &[Block], y: f64) -> Option<f64> {
    let at = dom::blocks_between(y, y)?.start;
    let (Some(block), Some(paragraph)) = (blocks.get(at), dom::paragraph(at)) else { return Some(1.0) };
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
    let (block, place) = (blocks.get(at)?, dom::paragraph(at)?.get_bounding_client_rect());
    let within = (wanted - f64::from(block.span.start().get())) / f64::from(block.span.length().max(1));
    let y = place.top() + within.clamp(0.0, 1.0) * place.height();
    let reader = dom::column()?;
    let view = reader.get_bounding_client_rect();
    reader.scroll_by_with_x_and_y(0.0, y - (view.top() + view.bottom()) / 2.0);
    Some(())
}
