//! Signs for characters that are not seen and still do something: they turn the
//! direction of writing, part and join words, or are no text at all. The signs are
//! painted over the text and are no part of it.

use super::frame::Draw;
use super::{dom, near};
use crate::app::App;
use crate::text::{Hidden, invisibles};
use leptos::{html, prelude::*};
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// More of them than this near the view say no more.
const MOST: usize = 400;

/// The signs near what is in sight.
#[component]
pub(super) fn Signs() -> impl IntoView {
    let app = super::super::app();
    let layer = NodeRef::<html::Div>::new();
    near::draw_near(app, layer, || {}, paint);
    view! { <div class="signs" aria-hidden="true" node_ref=layer></div> }
}

fn paint(app: App, layer: &HtmlElement, near: Range<usize>) -> Option<Draw> {
    let (id, blocks) = (app.view.document.get_untracked()?, dom::blocks(app)?);
    let blocks = blocks.get(near)?;
    let found: Vec<_> = app.with(|project| {
        let text = &project.document(id)?.text;
        Some(blocks.iter().flat_map(|block| invisibles(text, block.span)).take(MOST).collect())
    })?;
    let origin = layer.get_bounding_client_rect();
    let made = js_sys::Array::new();
    for one in found {
        let Some(rect) = dom::caret_rectangle(app, one.at) else { continue };
        let sign: HtmlElement = document().create_element("span").ok()?.unchecked_into();
        sign.set_class_name(match one.kind {
            Hidden::Direction => "sign direction",
            Hidden::Width => "sign",
            Hidden::Control => "sign control",
        });
        sign.set_text_content(Some(one.sign));
        let _ = sign.style().set_property("left", &dom::px(rect.left() - origin.left()));
        let _ = sign.style().set_property("top", &dom::px(rect.top() - origin.top()));
        made.push(&sign);
    }
    let layer = layer.clone();
    Some(Box::new(move || layer.replace_children_with_node(&made)))
}
