//! The margin: the names of the marks beside their lines, each a way to its
//! annotation. It repeats what the list of annotations says, and is for the eye
//! and the pointer alone.

use super::frame::Draw;
use super::{dom, near, surface};
use crate::app::App;
use crate::model::{AnnotationId, Beside, DocumentId, Group, Name, groups, hides};
use crate::table::KeySet;
use crate::text::{Block, CodePoint, Span, block_at};
use crate::ui::words::words;
use leptos::{ev, html, prelude::*};
use std::cell::Cell;
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
    near::draw_near(app, layer, move || near::listen_to_annotations(app), paint);
    crate::ui::effect(move || {
        let chosen = app.view.chosen.get();
        if let Some(layer) = layer.get() {
            dom::show_chosen(&layer, ".name", chosen);
        }
    });
    let pick = move |event: ev::MouseEvent| {
        let target: Element = event_target(&event);
        let Ok(Some(name)) = target.closest("[data-ids]") else { return };
        let ids = name.get_attribute("data-ids").unwrap_or_default();
        let ids: Vec<_> = ids.split(' ').filter_map(AnnotationId::parse).collect();
        let chosen = app.view.chosen.get_untracked();
        let next = ids.iter().position(|id| Some(*id) == chosen).map_or(0, |at| at + 1);
        if let Some(id) = ids.get(next).or(ids.first()) {
            app.point_at(*id);
        }
    };
    // The focus stays where it is: keys go on in the text.
    let keep_focus = |event: ev::MouseEvent| event.prevent_default();
    view! { <div class="margin" aria-hidden="true" node_ref=layer on:mousedown=keep_focus on:click=pick></div> }
}

fn paint(app: App, layer: &HtmlElement, near: Range<usize>) -> Option<Draw> {
    let origin = layer.get_bounding_client_rect().top();
    let (found, layer) = (beside(app, near, origin)?, layer.clone());
    Some(Box::new(move || {
        let made: js_sys::Array =
            groups(found, ROW).iter().filter_map(|group| written_group(app, group)).collect();
        layer.replace_children_with_node(&made);
        dom::show_chosen(&layer, ".name", app.view.chosen.get_untracked());
    }))
}

/// A bracket with its names.
fn written_group(app: App, group: &Group) -> Option<HtmlElement> {
    let frame: HtmlElement = document().create_element("div").ok()?.unchecked_into();
    frame.set_class_name("group");
    let _ = frame.style().set_property("top", &format!("{}px", group.top));
    let names = group.names.iter().map(|name| written(app, name));
    for part in [bracket(app, group)].into_iter().chain(names) {
        let part = part?;
        let _ = frame.append_child(&part);
    }
    Some(frame)
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
    let drawn = near::span_of(&blocks, &near)?;
    let mut lines = LINES.take();
    lines.open(app, id, near);
    let mut found: Vec<_> = on_blocks
        .into_iter()
        .filter_map(|(annotation, tag, hull)| {
            // Of what goes on far out of sight, only what may come into sight is looked at.
            let part = hull.intersection(drawn)?;
            let top = lines.at(app, &blocks, part.start())?.0 - origin;
            let bottom = lines.at(app, &blocks, part.end())?.1 - origin;
            Some((
                hull.start(),
                Beside { annotation, tag, top: top.round() as i32, bottom: bottom.round() as i32 },
            ))
        })
        .collect();
    LINES.set(lines);
    found.sort_by_key(|(start, beside)| (beside.top, *start, beside.annotation));
    Some(found.into_iter().map(|(_, beside)| beside).collect())
}

thread_local! {
    static LINES: Cell<Lines> = Cell::default();
}

/// Where lines stand, as far as that was measured: to ask the browser for each of them with every step
/// would be what a step costs.
#[derive(Default)]
struct Lines {
    document: Option<DocumentId>,
    blocks: Vec<(usize, BlockLines)>,
}

/// The lines of one block, as long as it has the same size and the same marks.
struct BlockLines {
    marks: Vec<(AnnotationId, Option<Span>)>,
    size: (f64, f64),
    /// Where the block stands in the window now.
    top: f64,
    /// Positions with the top and the bottom of their lines, from the block's top.
    known: Vec<(CodePoint, f64, f64)>,
}

impl Lines {
    /// Sees where the blocks stand, and forgets those that are not what they were.
    fn open(&mut self, app: App, document: DocumentId, near: Range<usize>) {
        let mut before = std::mem::take(&mut self.blocks);
        if self.document.replace(document) != Some(document) {
            before.clear();
        }
        for at in near {
            let Some(rect) = surface::paragraph(at).map(|paragraph| paragraph.get_bounding_client_rect())
            else {
                continue;
            };
            let marks = app.with_index(|project, index| {
                let on_block = index.layout(document).into_iter().flat_map(|layout| layout.on_block(at));
                on_block.map(|id| (id, project.annotation(id).and_then(|it| it.target.hull()))).collect()
            });
            let (size, top) = ((rect.width(), rect.height()), rect.top());
            let same = before
                .iter_mut()
                .find(|(place, lines)| *place == at && lines.size == size && lines.marks == marks);
            let known = same.map(|(_, lines)| std::mem::take(&mut lines.known)).unwrap_or_default();
            self.blocks.push((at, BlockLines { marks, size, top, known }));
        }
    }

    /// The top and the bottom of the line that a position lies in, in the window.
    fn at(&mut self, app: App, blocks: &[Block], position: CodePoint) -> Option<(f64, f64)> {
        let place = block_at(blocks, position);
        let Some((_, lines)) = self.blocks.iter_mut().find(|(at, _)| *at == place) else {
            // The end of the last one can be the start of one that is not near.
            return dom::caret_rectangle(app, position).map(|rect| (rect.top(), rect.bottom()));
        };
        let found = lines.known.iter().find(|(known, ..)| *known == position).copied();
        let (_, top, bottom) = match found {
            Some(found) => found,
            None => {
                let rect = dom::caret_rectangle(app, position)?;
                let found = (position, rect.top() - lines.top, rect.bottom() - lines.top);
                lines.known.push(found);
                found
            }
        };
        Some((lines.top + top, lines.top + bottom))
    }
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
