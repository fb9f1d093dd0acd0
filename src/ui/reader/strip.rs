//! The strip beside the scroll bar: the whole document from top to bottom, how
//! densely each stretch is marked and with which tags, and what of it is in sight.
//! Like the scroll bar, it is for the pointer; keys have their own ways.

use super::frame::{Draw, there, with_next_frame};
use super::{dom, overlay, surface};
use crate::app::{App, Topic};
use crate::model::{Stretch, density, unseen};
use crate::text::Block;
use crate::ui::after::after_paint;
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
    let picture =
        Picture { app, marks, rows: StoredValue::new(0), painted: StoredValue::new_local(Vec::new()) };
    let measure = move || {
        with_next_frame(move || {
            picture.rows.try_set_value(there(marks)?.offset_height() / ROW);
            picture.redraw();
            None
        });
        follow();
    };
    crate::ui::effect(move || {
        app.track(Topic::Annotations);
        app.view.happened.track();
        app.view.hidden.track();
        after_paint(move || picture.redraw());
    });
    crate::ui::effect(move || {
        // Other colours are another picture of the same stretches.
        app.track(Topic::Tags);
        picture.outdate();
        after_paint(move || picture.redraw());
    });
    crate::ui::effect(move || {
        app.view.document.track();
        app.view.pane.track();
        picture.outdate();
        after_paint(measure);
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

/// The stretches on the page, from top to bottom.
type Painted = Vec<(Stretch, HtmlElement)>;

/// So many new stretches come with one frame: a whole strip is thousands of elements.
const AT_ONCE: usize = 100;

/// The picture of the marks.
#[derive(Clone, Copy)]
struct Picture {
    app: App,
    marks: NodeRef<html::Div>,
    /// How high it is, asked only when that may have changed: to ask means to lay the page out.
    rows: StoredValue<i32>,
    painted: StoredValue<Painted, LocalStorage>,
}

impl Picture {
    /// Puts on the page what is new with the next frame, and more with those after it.
    fn redraw(self) {
        with_next_frame(move || {
            let layer = there(self.marks)?;
            let stretches = stretches(self.app, self.rows.get_value())?;
            Some(Box::new(move || {
                let paint = |painted: &mut Painted| paint(self.app, &layer, painted, stretches);
                if self.painted.try_update_value(paint) == Some(false) {
                    after_paint(move || self.redraw());
                }
            }))
        });
    }

    /// Nothing of it is like what is to come: it stays until that is there.
    fn outdate(self) {
        self.painted.update_value(|painted| painted.iter_mut().for_each(|(stretch, _)| stretch.level = 0));
    }
}

/// Puts on the page what is new and takes away what has gone. False where more has to come: until then what
/// was there before stays.
fn paint(app: App, layer: &HtmlElement, painted: &mut Painted, stretches: Vec<Stretch>) -> bool {
    let mut before = std::mem::take(painted).into_iter().peekable();
    let mut new = 0;
    for stretch in stretches {
        while let Some((_, gone)) = before.next_if(|(old, _)| old.rows.0 < stretch.rows.0) {
            gone.remove();
        }
        let kept = before.next_if(|(old, _)| *old == stretch).map(|(_, element)| element);
        new += usize::from(kept.is_none());
        if new > AT_ONCE {
            painted.extend(before);
            return false;
        }
        let element = kept.or_else(|| {
            let made = drawn(app, &stretch)?;
            layer.append_child(&made).ok()?;
            Some(made)
        });
        painted.extend(element.map(|element| (stretch, element)));
    }
    before.for_each(|(_, gone)| gone.remove());
    true
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

fn drawn(app: App, stretch: &Stretch) -> Option<HtmlElement> {
    let document = document();
    let frame: HtmlElement = document.create_element("div").ok()?.unchecked_into();
    let (from, to) = (stretch.rows.0 as i32 * ROW, stretch.rows.1 as i32 * ROW);
    let _ = frame.set_attribute("data-level", &stretch.level.to_string());
    let _ = frame.style().set_property("top", &format!("{from}px"));
    let _ = frame.style().set_property("height", &format!("{}px", to - from));
    for tag in &stretch.tags {
        let part: HtmlElement = document.create_element("i").ok()?.unchecked_into();
        part.set_class_name("hued");
        let colour = app.with(|project| project.tag(*tag).map(|tag| tag.colour.to_string()));
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
