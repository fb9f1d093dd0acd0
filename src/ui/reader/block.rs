//! One block of the text: its marks.

use super::super::words::words;
use crate::app::App;
use crate::model::{AnnotationId, DocumentId, Segment, hides, segments};
use crate::text::Block;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How many underlines are drawn below each other; what lies deeper is counted.
pub(in crate::ui) const LANES: usize = 4;

/// The text nodes and marks of a block: one row, nothing nested. None where nothing is marked.
pub(super) fn nodes(app: App, id: DocumentId, at: usize, block: Block) -> Option<js_sys::Array> {
    let chosen = app.view.chosen.get_untracked();
    let hidden = app.view.hidden.get_untracked();
    app.with_index(|project, index| {
        let (document, layout) = (project.document(id)?, index.layout(id)?);
        let mut on_block = layout
            .on_block(at)
            .filter_map(|id| project.annotation(id))
            .filter(|annotation| !hides(project, &hidden, annotation.tag))
            .peekable();
        on_block.peek()?;
        let nodes = js_sys::Array::new();
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
        Some(nodes)
    })
}

/// Leaves a paragraph with nothing but its text.
pub(super) fn plain(app: App, paragraph: &HtmlElement, id: DocumentId, block: Block) {
    app.with(|project| {
        let text = project.document(id).map(|document| document.text.slice(block.span));
        paragraph.set_text_content(text);
    });
}

/// Gives a mark its colours, and says to assistive technology what covers it.
fn dress(app: App, project: &crate::model::Project, mark: &HtmlElement, segment: &Segment) {
    let mut style = String::new();
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
            style += &format!("--l{lane}:{};", tag.colour);
        }
    }
    mark.style().set_css_text(&style);
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

/// Shows which marks in a paragraph belong to the chosen annotation.
pub(super) fn show_chosen(paragraph: &Element, chosen: Option<AnnotationId>) {
    let each = |selector: &str, edit: fn(&Element)| {
        let Ok(found) = paragraph.query_selector_all(selector) else { return };
        (0..found.length()).filter_map(|at| found.get(at)).for_each(|mark| edit(mark.unchecked_ref()));
    };
    each("mark.chosen", |mark| drop(mark.class_list().remove_1("chosen")));
    if let Some(id) = chosen {
        each(&format!("mark[data-ids~=\"{id}\"]"), |mark| drop(mark.class_list().add_1("chosen")));
    }
}
