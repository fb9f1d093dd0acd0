//! One block of the text: its marks.

use super::super::words::words;
use super::written::{Bundle, Written, text_node};
use crate::app::App;
use crate::model::{DocumentId, Lanes, Project, Segment, hides, segments};
use crate::text::Block;
use js_sys::JsString;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How many underlines are drawn below each other; what lies deeper is counted.
pub(in crate::ui) const LANES: usize = 4;

/// Attributes by their names.
struct Names {
    ids: JsString,
    said: JsString,
    names: JsString,
    more: JsString,
}

thread_local! {
    static NAMES: Names = Names {
        ids: "data-ids".into(),
        said: "aria-description".into(),
        names: "data-names".into(),
        more: "data-more".into(),
    };
    /// Marks by their colours, of which others are copies.
    static PATTERNS: RefCell<Vec<(String, Element)>> = const { RefCell::new(Vec::new()) };
}

/// So many patterns are kept.
const PATTERNS_KEPT: usize = 256;

/// What is said of a mark, each by its place in a bundle.
struct Said {
    ids: usize,
    said: usize,
    names: Option<usize>,
    more: Option<usize>,
}

/// Fills a block's paragraph, which has its text, with text nodes and marks: one row, nothing nested. False
/// where nothing is marked, and nothing is done.
pub(super) fn draw(
    app: App,
    paragraph: &HtmlElement,
    id: DocumentId,
    (at, block): (usize, Block),
    lanes: &Lanes,
) -> bool {
    let chosen = app.view.chosen.get_untracked();
    let hidden = app.view.hidden.get_untracked();
    let paragraph: &Written = paragraph.unchecked_ref();
    let drawn = app.with_index(|project, index| {
        let (document, layout) = (project.document(id)?, index.layout(id)?);
        let mut on_block = layout
            .on_block(at)
            .filter_map(|id| project.annotation(id))
            .filter(|annotation| !hides(project, &hidden, annotation.tag))
            .peekable();
        on_block.peek()?;
        let segments = segments(block.span, on_block, lanes);
        let (mut ids, mut said) = (Bundle::default(), Bundle::default());
        let of_marks = segments.iter().filter(|segment| !segment.covers.is_empty());
        let of_marks: Vec<_> = of_marks.map(|it| describe(app, project, it, &mut ids, &mut said)).collect();
        let (ids, said) = (ids.open(), said.open());
        let mut of_marks = of_marks.into_iter();
        let (words, nodes) = (paragraph.words(), js_sys::Array::new());
        let start = document.text.utf16_of(block.span.start()).get();
        let mut from = 0;
        for segment in &segments {
            let to = document.text.utf16_of(segment.span.end()).get() - start;
            let text = text_node(&words.substring(from, to));
            from = to;
            if segment.covers.is_empty() {
                nodes.push(&text);
                continue;
            }
            let mark = pattern(project, segment)?;
            let of_mark = of_marks.next()?;
            NAMES.with(|names| {
                mark.set(&names.ids, &ids(of_mark.ids));
                mark.set(&names.said, &said(of_mark.said));
                for (name, at) in [(&names.names, of_mark.names), (&names.more, of_mark.more)] {
                    if let Some(at) = at {
                        mark.set(name, &said(at));
                    }
                }
            });
            if segment.covers.iter().any(|(id, _)| Some(*id) == chosen) {
                let _ = mark.class_list().add_1("chosen");
            }
            let _ = mark.append_child(&text);
            nodes.push(&mark);
        }
        paragraph.replace_children_with_node(&nodes);
        Some(())
    });
    drawn.is_some()
}

/// Leaves a paragraph with nothing but its text.
pub(super) fn plain(paragraph: &HtmlElement) {
    let paragraph: &Written = paragraph.unchecked_ref();
    paragraph.set_words(&paragraph.words());
}

/// A mark with its colours and nothing else: setting them is dear, and copying a mark that has them is not.
fn pattern(project: &Project, segment: &Segment) -> Option<Written> {
    let depth = segment.depth().min(LANES);
    // The depth is one digit, and the colours follow.
    let mut looks = depth.to_string();
    for (id, lane) in segment.covers.iter().filter(|(_, lane)| usize::from(*lane) < LANES) {
        let tag = project.annotation(*id).and_then(|annotation| project.tag(annotation.tag));
        if let Some(tag) = tag {
            looks += &format!("--l{lane}:{};", tag.colour);
        }
    }
    PATTERNS.with_borrow_mut(|patterns| {
        let known = patterns.iter().position(|(known, _)| *known == looks);
        let at = match known {
            Some(at) => at,
            None => {
                let mark = document().create_element("mark").ok()?;
                let mark: HtmlElement = mark.unchecked_into();
                mark.style().set_css_text(&looks[1..]);
                let _ = mark.set_attribute("data-depth", &looks[..1]);
                patterns.truncate(PATTERNS_KEPT - 1);
                patterns.push((looks, mark.into()));
                patterns.len() - 1
            }
        };
        patterns[at].1.clone_node().ok().map(JsCast::unchecked_into)
    })
}

/// What assistive technology hears of a mark, and what it shows without colours.
fn describe(app: App, project: &Project, segment: &Segment, ids: &mut Bundle, said: &mut Bundle) -> Said {
    let mut listed = Vec::new();
    let mut begun = Vec::new();
    let mut told = Vec::new();
    for (id, _) in &segment.covers {
        let Some(annotation) = project.annotation(*id) else { continue };
        let Some(tag) = project.tag(annotation.tag) else { continue };
        listed.push(id.to_string());
        if annotation.target.hull().is_some_and(|hull| hull.start() == segment.span.start()) {
            begun.push(tag.name.as_str());
        }
        let coder = project.coder(annotation.coder).map(|coder| coder.label.as_str()).unwrap_or_default();
        let coder = if coder.is_empty() { words().unnamed_coder } else { coder };
        // The words of a mark that is all of its annotation are read as they are. Most marks are, and what
        // is said of them is alike then.
        let is_all = annotation.target.spans() == [segment.span];
        let quote = if is_all { String::new() } else { app.quote_of(annotation, 40) };
        told.push((words().annotation_label)(&tag.name, &quote, coder, &annotation.note));
    }
    let hidden = segment.covers.iter().filter(|(_, lane)| usize::from(*lane) >= LANES).count();
    Said {
        ids: ids.add(&listed.join(" ")),
        said: said.add(&told.join("; ")),
        // Where the system takes all colours away, the names stand before the words.
        names: (!begun.is_empty()).then(|| said.add(&begun.join(", "))),
        more: (hidden > 0).then(|| said.add(&format!("+{hidden}"))),
    }
}
