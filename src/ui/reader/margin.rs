//! The margin: the names of the marks beside their lines, each a way to its
//! annotation. It repeats what the list of annotations says, and is for the eye
//! and the pointer alone.

use super::{dom, near};
use crate::app::{App, Topic};
use crate::model::{AnnotationId, Beside, Group, Name, groups, hides};
use crate::table::KeySet;
use crate::ui::words::words;
use leptos::{ev, html, prelude::*};
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How high a name is, in CSS pixels; as in the style sheet.
const ROW: i32 = 20;

/// Brackets further out than this share a place.
const LANES: u8 = 3;

/// The names and brackets near what is in sight.
#[component]
pub(super) fn Margin() -> impl IntoView {
    let app = super::super::app();
    let layer = NodeRef::<html::Div>::new();
    let listen = move || {
        app.track(Topic::Annotations);
        app.track(Topic::Tags);
        app.view.happened.track();
        app.view.hidden.track();
        app.view.chosen.track();
    };
    near::draw_near(app, layer, listen, paint);
    let pick = move |event: ev::MouseEvent| {
        let target: Element = event_target(&event);
        let Ok(Some(name)) = target.closest("[data-ids]") else { return };
        let ids = name.get_attribute("data-ids").unwrap_or_default();
        let ids: Vec<_> = ids.split(' ').filter_map(AnnotationId::parse).collect();
        let chosen = app.view.chosen.get_untracked();
        let next = ids.iter().position(|id| Some(*id) == chosen).map_or(0, |at| at + 1);
        if let Some(id) = ids.get(next).or(ids.first()) {
            app.choose(*id);
        }
    };
    // The focus stays where it is: keys go on in the text.
    let keep_focus = |event: ev::MouseEvent| event.prevent_default();
    view! { <div class="margin" aria-hidden="true" node_ref=layer on:mousedown=keep_focus on:click=pick></div> }
}

fn paint(app: App, layer: &HtmlElement, near: Range<usize>) -> Option<()> {
    let origin = layer.get_bounding_client_rect().top();
    let (found, document) = (beside(app, near, origin)?, leptos::prelude::document());
    let chosen = app.view.chosen.get_untracked();
    let made = js_sys::Array::new();
    for group in groups(found, ROW) {
        let frame: HtmlElement = document.create_element("div").ok()?.unchecked_into();
        frame.set_class_name("group");
        let _ = frame.style().set_property("top", &format!("{}px", group.top));
        let bracket = bracket(app, &group)?;
        let _ = frame.append_child(&bracket);
        for name in &group.names {
            let button = written(app, name)?;
            if chosen.is_some_and(|chosen| name.annotations.contains(&chosen)) {
                button.class_list().add_1("chosen").ok()?;
            }
            let _ = frame.append_child(&button);
        }
        made.push(&frame);
    }
    layer.replace_children_with_node(&made);
    Some(())
}

/// What lies on the blocks, in order of its tops, from the layer's top.
fn beside(app: App, near: Range<usize>, origin: f64) -> Option<Vec<Beside>> {
    let id = app.view.document.get_untracked()?;
    let hidden = app.view.hidden.get_untracked();
    let mut ids = KeySet::default();
    let on_blocks: Vec<_> = app.with_index(|project, index| {
        let layout = index.layout(id)?;
        ids.extend(near.clone().flat_map(|at| layout.on_block(at)));
        let seen = ids.iter().filter_map(|id| project.annotation(id));
        let seen = seen.filter(|annotation| !hides(project, &hidden, annotation.tag));
        Some(seen.filter_map(|it| Some((it.id, it.tag, it.target.hull()?))).collect())
    })?;
    let blocks = dom::blocks(app)?;
    let drawn = blocks.get(near.start)?.span.hull(blocks.get(near.end.checked_sub(1)?)?.span);
    let mut found: Vec<_> = on_blocks
        .into_iter()
        .filter_map(|(annotation, tag, hull)| {
            // Of what goes on far out of sight, only what may come into sight is looked at.
            let part = hull.intersection(drawn)?;
            let top = dom::caret_rectangle(app, part.start())?.top() - origin;
            let bottom = dom::caret_rectangle(app, part.end())?.bottom() - origin;
            Some((
                hull.start(),
                Beside { annotation, tag, top: top.round() as i32, bottom: bottom.round() as i32 },
            ))
        })
        .collect();
    found.sort_by_key(|(start, beside)| (beside.top, *start, beside.annotation));
    Some(found.into_iter().map(|(_, beside)| beside).collect())
}

/// The line along what a group names.
fn bracket(app: App, group: &Group) -> Option<HtmlElement> {
    let bracket: HtmlElement = document().create_element("div").ok()?.unchecked_into();
    bracket.set_class_name("bracket hued");
    let style = bracket.style();
    let colour = group.names.first().and_then(|name| shown(app, name)).map(|(_, colour)| colour);
    let _ = style.set_property("--c", &colour.unwrap_or_default());
    let _ = style.set_property("--lane", &group.lane.min(LANES - 1).to_string());
    let _ = style.set_property("height", &format!("{}px", group.bottom - group.top));
    Some(bracket)
}

/// One name, as a button.
fn written(app: App, name: &Name) -> Option<HtmlElement> {
    let button: HtmlElement = document().create_element("button").ok()?.unchecked_into();
    let ids: Vec<_> = name.annotations.iter().map(ToString::to_string).collect();
    let (tag, colour) = shown(app, name).unwrap_or_default();
    let tag = if name.tag.is_some() { tag } else { words().list.more_tags.to_owned() };
    button.set_class_name("name hued");
    button.set_tab_index(-1);
    let _ = button.set_attribute("type", "button");
    let _ = button.set_attribute("data-ids", &ids.join(" "));
    let _ = button.set_attribute("title", &app.quote(*name.annotations.first()?, 80));
    let _ = button.style().set_property("--c", &colour);
    button.set_text_content(Some(&(words().list.beside)(&tag, ids.len())));
    Some(button)
}

fn shown(app: App, name: &Name) -> Option<(String, String)> {
    app.with(|project| {
        name.tag.and_then(|tag| project.tag(tag)).map(|tag| (tag.name.clone(), tag.colour.to_string()))
    })
}
