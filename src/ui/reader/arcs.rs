//! Relations as arcs over the text, near what is in sight and only where somebody asks for them. The chips
//! of the annotations say the same.

use super::frame::Draw;
use super::{dom, near};
use crate::app::{App, Setting};
use crate::model::{AnnotationId, DocumentId, Relation, RelationId, hides};
use crate::table::KeySet;
use crate::text::{Block, Span, block_at};
use leptos::{html, prelude::*};
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement};

/// More of them near the view say no more.
const MOST: usize = 150;

/// So many characters of a passage are asked where they stand.
const BEGINNING: u32 = 24;

const SVG: &str = "http://www.w3.org/2000/svg";

/// The arcs, when they are asked for.
#[component]
pub(super) fn ArcsWhenOn() -> impl IntoView {
    let app = super::super::app();
    let is_on = Memo::new(move |_| app.view.reading.get().of(Setting::Arcs) == 1);
    move || is_on.get().then(|| view! { <Arcs/> }.into_any())
}

#[component]
fn Arcs() -> impl IntoView {
    let app = super::super::app();
    let layer = NodeRef::<html::Div>::new();
    let listen = move || {
        near::listen_to_annotations(app);
        app.view.chosen.track();
    };
    near::draw_near(app, layer, listen, paint);
    view! { <div class="arcs" aria-hidden="true" node_ref=layer></div> }
}

/// Where an end of an arc is, from the layer's corner.
#[derive(Clone, Copy)]
struct End {
    x: f64,
    top: f64,
    bottom: f64,
}

/// What is drawn of a relation.
struct Arc {
    from: End,
    to: End,
    /// Where a long one goes down beside the text.
    gutter: f64,
    name: String,
    colour: String,
    is_chosen: bool,
}

/// One that leads further than this goes beside the text, and not over it, in CSS pixels.
const LONG: f64 = 90.0;

/// Half the width of a letter of a name, about, in CSS pixels.
const HALF_LETTER: f64 = 3.5;

/// So many stand side by side there.
const LANES: usize = 4;

fn paint(app: App, layer: &HtmlElement, near: Range<usize>) -> Option<Draw> {
    let id = app.view.document.get_untracked()?;
    let chosen = app.view.chosen.get_untracked();
    let hidden = app.view.hidden.get_untracked();
    let relations: Vec<Relation> = app.with_index(|project, index| {
        let layout = index.layout(id)?;
        let on_blocks: KeySet<AnnotationId> = near.clone().flat_map(|at| layout.on_block(at)).collect();
        let ids: KeySet<RelationId> =
            on_blocks.iter().flat_map(|id| project.relations_of(id)).map(|relation| relation.id).collect();
        let is_seen =
            |end| project.annotation(end).is_some_and(|annotation| !hides(project, &hidden, annotation.tag));
        let found = ids.iter().filter_map(|id| project.relations().get(&id));
        let both = found.filter(|relation| is_seen(relation.from) && is_seen(relation.to));
        Some(both.take(MOST).cloned().collect())
    })?;
    let blocks = dom::blocks(app)?;
    let origin = layer.get_bounding_client_rect();
    let place = Place { app, blocks: &blocks, near: &near, origin: &origin, document: id };
    let left = dom::root()?.get_bounding_client_rect().left() - origin.left();
    let arcs: Vec<Arc> = relations
        .iter()
        .enumerate()
        .filter_map(|(at, relation)| {
            let (name, colour) = app.with(|project| {
                let tag = project.annotation(relation.from).and_then(|it| project.tag(it.tag))?;
                let kind = project.relation_types().get(&relation.kind)?;
                Some((kind.name.clone(), tag.colour.to_string()))
            })?;
            let ends = [relation.from, relation.to];
            let is_chosen = ends.iter().any(|id| Some(*id) == chosen);
            let gutter = left - 4.0 - 3.0 * (at % LANES) as f64;
            let [from, to] = ends.map(|id| place.end(id, gutter));
            let away = ends.iter().find_map(|id| place.title_elsewhere(*id));
            let name = [name].into_iter().chain(away).collect::<Vec<_>>().join(" · ");
            Some(Arc { gutter, from: from?, to: to?, name, colour, is_chosen })
        })
        .collect();
    let layer = layer.clone();
    let size = (origin.width(), origin.height());
    Some(Box::new(move || {
        let made: js_sys::Array = drawn(&arcs, size).into_iter().collect();
        layer.replace_children_with_node(&made);
    }))
}

/// Where arcs are drawn: the document, its blocks, which of them are near, and the layer's rectangle.
struct Place<'a> {
    app: App,
    blocks: &'a [Block],
    near: &'a Range<usize>,
    origin: &'a DomRect,
    document: DocumentId,
}

impl Place<'_> {
    /// Where an annotation begins. What is not near stands at the edge of what is; so does, in the gutter, what has
    /// no words here: above, if it is on this whole document or in one before it, else below.
    fn end(&self, id: AnnotationId, gutter: f64) -> Option<End> {
        let (app, near) = (self.app, self.near);
        let (document, spans) = app.with(|project| {
            let annotation = project.annotation(id)?;
            Some((annotation.document, annotation.target.spans().first().copied()))
        })?;
        let Some(span) = spans.filter(|_| document == self.document) else {
            let is_before = document == self.document || self.is_before(document);
            let y = if is_before { self.upper() } else { self.lower() }?;
            return Some(End { x: gutter, top: y, bottom: y });
        };
        let at = block_at(self.blocks, span.start());
        let x = |rect: &DomRect| rect.left() - self.origin.left() + (rect.width() / 2.0).min(28.0);
        if at < near.start || at >= near.end {
            let is_above = at < near.start;
            let rect = self.edge(if is_above { near.start } else { near.end.checked_sub(1)? })?;
            let y = if is_above { self.upper() } else { self.lower() }?;
            return Some(End { x: x(&rect), top: y, bottom: y });
        }
        let beginning = app.with(|project| {
            let text = &project.document(document)?.text;
            let short = text.span(span.start().get(), span.start().get() + BEGINNING.min(span.length()));
            Some(short.unwrap_or(Span::between(span.start(), span.end())))
        })?;
        let rect = dom::rectangles(app, beginning).into_iter().find(|rect| rect.width() > 0.0)?;
        let top = self.origin.top();
        Some(End { x: x(&rect), top: rect.top() - top, bottom: rect.bottom() - top })
    }

    fn edge(&self, at: usize) -> Option<DomRect> {
        super::surface::paragraph(at).map(|paragraph| paragraph.get_bounding_client_rect())
    }

    /// The upper edge of what is near.
    fn upper(&self) -> Option<f64> {
        Some(self.edge(self.near.start)?.top() - self.origin.top())
    }

    /// The lower edge of what is near.
    fn lower(&self) -> Option<f64> {
        Some(self.edge(self.near.end.checked_sub(1)?)?.bottom() - self.origin.top())
    }

    fn is_before(&self, document: DocumentId) -> bool {
        self.app.with(|project| {
            let mut ids = project.documents().into_iter().map(|one| one.id);
            ids.find(|id| *id == document || *id == self.document) == Some(document)
        })
    }

    /// The title of the document of an annotation that is not in this one.
    fn title_elsewhere(&self, id: AnnotationId) -> Option<String> {
        self.app.with(|project| {
            let document = project.annotation(id)?.document;
            let document = project.document(document).filter(|_| document != self.document)?;
            Some(document.title.clone())
        })
    }
}

fn element(name: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = document().create_element_ns(Some(SVG), name).ok()?;
    for (name, value) in attributes {
        let _ = element.set_attribute(name, value);
    }
    Some(element)
}

/// All arcs as one picture.
fn drawn(arcs: &[Arc], (width, height): (f64, f64)) -> Option<Element> {
    let (width, height) = (whole(width), whole(height));
    let svg = element("svg", &[("width", &width), ("height", &height)])?;
    for arc in arcs {
        if let Some(group) = written(arc) {
            let _ = svg.append_child(&group);
        }
    }
    Some(svg)
}

fn whole(value: f64) -> String {
    (value.round() as i32).to_string()
}

/// A curve of Béziers: where it begins, then of each piece the two points that bend it, and its end.
fn path((x, y): (f64, f64), pieces: &[[(f64, f64); 3]]) -> String {
    let mut path = format!("M{} {}", whole(x), whole(y));
    for piece in pieces {
        path.push('C');
        for (x, y) in piece {
            path.extend([&whole(*x), " ", &whole(*y), " "]);
        }
    }
    path
}

fn written(arc: &Arc) -> Option<Element> {
    let class = if arc.is_chosen { "arc hued chosen" } else { "arc hued" };
    let group = element("g", &[("class", class)])?;
    let _ = group.unchecked_ref::<HtmlElement>().style().set_property("--c", &arc.colour);
    let (x1, x2) = (arc.from.x, arc.to.x);
    let is_level = (arc.from.top - arc.to.top).abs() < 6.0;
    // From edge to edge of the two lines, and over them where they are one.
    let (y1, y2, bend1, bend2) = if is_level {
        (arc.from.top, arc.to.top, -18.0, -18.0)
    } else if arc.from.top < arc.to.top {
        let reach = (arc.to.top - arc.from.bottom).clamp(24.0, 120.0) / 2.0;
        (arc.from.bottom, arc.to.top, reach, -reach)
    } else {
        let reach = (arc.from.top - arc.to.bottom).clamp(24.0, 120.0) / 2.0;
        (arc.from.top, arc.to.bottom, -reach, reach)
    };
    let far = (y2 - y1).abs() > LONG;
    let curve = if far {
        let (gutter, way) = (arc.gutter, if y2 > y1 { 1.0 } else { -1.0 });
        let (out, back) = (y1 + 34.0 * way, y2 - 34.0 * way);
        let points = [
            [(x1, y1 + 14.0 * way), (gutter, y1 + 2.0 * way), (gutter, out)],
            [(gutter, back), (gutter, back), (gutter, back)],
            [(gutter, y2 - 2.0 * way), (x2, y2 - 14.0 * way), (x2, y2)],
        ];
        path((x1, y1), &points)
    } else {
        path((x1, y1), &[[(x1, y1 + bend1), (x2, y2 + bend2), (x2, y2)]])
    };
    // The curve comes in straight up or down.
    let side = if bend2 < 0.0 { -6.0 } else { 6.0 };
    let tip = format!(
        "M{} {}L{} {}L{} {}",
        whole(x2 - 4.0),
        whole(y2 + side),
        whole(x2),
        whole(y2),
        whole(x2 + 4.0),
        whole(y2 + side)
    );
    for path in [&curve, &tip] {
        let _ = group.append_child(element("path", &[("d", path)])?.as_ref());
    }
    if arc.is_chosen {
        let (x, y) = match far {
            true => (arc.gutter, (y1 + y2) / 2.0),
            false => ((x1 + x2) / 2.0, (y1 + y2) / 2.0 + (bend1 + bend2) * 0.375),
        };
        // One that would leave the page on the left begins in the gutter.
        let is_cut = x < HALF_LETTER * arc.name.chars().count() as f64;
        let (x, anchor) = match far || is_cut {
            true => (arc.gutter.max(0.0), "start"),
            false => (x, "middle"),
        };
        let name = element("text", &[("x", &whole(x)), ("y", &whole(y)), ("text-anchor", anchor)])?;
        name.set_text_content(Some(&arc.name));
        let _ = group.append_child(&name);
    }
    Some(group)
}
