//! One block of the text, redrawn only when its own marks change.

use super::super::{app, words::words};
use crate::app::{App, Topic};
use crate::model::{DocumentId, Segment, hides, segments};
use crate::text::Block;
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Node};

/// How many underlines are drawn below each other; what lies deeper is counted.
pub(in crate::ui) const LANES: usize = 4;

/// A paragraph.
#[component]
pub fn BlockView(
    /// The document it belongs to.
    document: DocumentId,
    /// Its place among the blocks.
    at: usize,
    /// Where it lies.
    block: Block,
) -> impl IntoView {
    let app = app();
    let paragraph = NodeRef::<html::P>::new();
    let is_first = at == 0 || {
        let before =
            app.with_index(|_, index| index.layout(document).map(|layout| layout.blocks[at - 1].number));
        before != Some(block.number)
    };
    crate::ui::effect(move || {
        app.track(Topic::Block(document, at));
        if let Some(paragraph) = paragraph.get() {
            fill(app, &paragraph, document, at, block);
        }
    });
    view! {
        <p class="block" dir="auto" data-block=at.to_string() data-number=is_first.then(|| block.number.to_string())
            node_ref=paragraph></p>
    }
}

/// Puts text nodes and marks into a paragraph: one row, nothing nested.
fn fill(app: App, paragraph: &HtmlElement, id: DocumentId, at: usize, block: Block) {
    let chosen = app.view.chosen.get_untracked();
    let hidden = app.view.hidden.get();
    let nodes = js_sys::Array::new();
    app.with_index(|project, index| {
        let (Some(document), Some(layout)) = (project.document(id), index.layout(id)) else { return };
        let on_block = layout
            .on_block(at)
            .filter_map(|id| project.annotation(id))
            .filter(|annotation| !hides(project, &hidden, annotation.tag));
        for segment in segments(block.span, on_block) {
            let text = leptos::prelude::document().create_text_node(document.text.slice(segment.span));
            if segment.covers.is_empty() {
                nodes.push(&text);
                continue;
            }
            let mark =
                leptos::prelude::document().create_element("mark").expect("“mark” is an element's name");
            let mark: HtmlElement = mark.unchecked_into();
            let _ = mark.append_child(&text);
            let is_chosen = segment.covers.iter().any(|(id, _)| Some(*id) == chosen);
            dress(app, project, &mark, &segment);
            if is_chosen {
                let _ = mark.class_list().add_1("chosen");
            }
            nodes.push(&mark);
        }
    });
    paragraph.replace_children_with_node(&nodes);
}

/// Gives a mark its colours, and says to assistive technology what covers it.
fn dress(app: App, project: &crate::model::Project, mark: &HtmlElement, segment: &Segment) {
    let style = mark.style();
    let mut ids = Vec::new();
    let mut said = Vec::new();
    let mut begun = Vec::new();
    for (id, lane) in &segment.covers {
        let Some(annotation) = project.annotation(*id) else { continue };
        let Some(tag) = project.tag(annotation.tag) else { continue };
        ids.push(id.to_string());
        if annotation.target.hull().is_some_and(|hull| hull.start() == segment.span.start()) {
            begun.push(tag.name.as_str());
        }
        let coder = project.coder(annotation.coder).map(|coder| coder.label.as_str()).unwrap_or_default();
        let coder = if coder.is_empty() { words().unnamed_coder } else { coder };
        let quote = app.quote(*id, 40);
        said.push((words().annotation_label)(&tag.name, &quote, coder, &annotation.note));
        if usize::from(*lane) < LANES {
            let _ = style.set_property(&format!("--l{lane}"), &tag.colour.to_string());
        }
    }
    let _ = mark.set_attribute("data-ids", &ids.join(" "));
    let _ = mark.set_attribute("data-depth", &segment.depth().min(LANES).to_string());
    let _ = mark.set_attribute("aria-description", &said.join("; "));
    // Where the system takes all colours away, the names stand before the words.
    if !begun.is_empty() {
        let _ = mark.set_attribute("data-names", &begun.join(", "));
    }
    let hidden = segment.covers.iter().filter(|(_, lane)| usize::from(*lane) >= LANES).count();
    if hidden > 0 {
        let _ = mark.set_attribute("data-more", &format!("+{hidden}"));
    }
}

/// Shows which marks belong to the chosen annotation.
pub(super) fn show_chosen(root: &Node, chosen: Option<crate::model::AnnotationId>) {
    let root: &web_sys::Element = root.unchecked_ref();
    let each = |selector: &str, edit: &dyn Fn(&web_sys::Element)| {
        let Ok(found) = root.query_selector_all(selector) else { return };
        for at in 0..found.length() {
            if let Some(element) = found.get(at) {
                edit(element.unchecked_ref());
            }
        }
    };
    each("mark.chosen", &|mark| drop(mark.class_list().remove_1("chosen")));
    if let Some(id) = chosen {
        each(&format!("mark[data-ids~=\"{id}\"]"), &|mark| drop(mark.class_list().add_1("chosen")));
    }
}
