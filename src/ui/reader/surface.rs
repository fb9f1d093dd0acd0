//! The blocks of the shown document on the page. All of the text is there from the start, so that the
//! browser finds, selects, copies and reads all of it; the browser lays out only the chunks near the view
//! (`content-visibility`). Marks are made at once for the blocks near the view, and for the others while
//! nothing is done. So what is done costs what is in sight, however long the text is.

use super::{block, dom, resume};
use crate::app::{App, Topic, Touched, when_idle};
use crate::model::{AnnotationId, DocumentId, Layout};
use crate::text::Block;
use leptos::{html, prelude::*};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement};

/// The most blocks in a chunk, and the most characters after which another one begins: what the browser
/// lays out in one go.
const BLOCKS: usize = 32;
const CHARACTERS: u32 = 8_000;

/// How long marks are made without a pause while nothing is done, in milliseconds.
const SLICE: f64 = 8.0;

/// About how many characters a line has, for the height of what was never in sight.
const LINE: u32 = 68;

/// What stands on the page.
struct Surface {
    document: DocumentId,
    blocks: Rc<[Block]>,
    chunks: Vec<Chunk>,
    paragraphs: Vec<Paragraph>,
    /// Behind it no block waits for its marks.
    waiting_from: usize,
    /// The blocks on which marks were shown as chosen.
    chosen: Vec<usize>,
}

struct Chunk {
    element: HtmlElement,
    first: usize,
}

struct Paragraph {
    element: HtmlElement,
    /// Its marks are those of the project.
    is_current: bool,
    /// It has more than its text.
    has_marks: bool,
}

thread_local! {
    static SURFACE: RefCell<Option<Surface>> = const { RefCell::new(None) };
}

fn with<T>(read: impl FnOnce(&Surface) -> Option<T>) -> Option<T> {
    SURFACE.with_borrow(|surface| read(surface.as_ref()?))
}

/// Keeps the text of the shown document, and its marks, in this element.
pub(super) fn keep(app: App, root: NodeRef<html::Div>) {
    crate::ui::effect(move || {
        app.track(Topic::Marks);
        let Some(root) = root.get() else { return };
        let touched = app.take_touched();
        let is_built = follow(app, &touched);
        if !is_built {
            build(app, &root);
        }
        draw_near(app);
    });
    crate::ui::effect(move || {
        app.view.hidden.track();
        let all = SURFACE.with_borrow_mut(|surface| surface.as_mut().map(Surface::forget_marks).is_some());
        if all {
            draw_near(app);
        }
    });
    on_cleanup(|| {
        if let Some(id) = with(|surface| Some(surface.document)) {
            resume::leave(id);
        }
        SURFACE.set(None);
    });
}

/// Marks blocks that are not what they were; false where the text is another one.
fn follow(app: App, touched: &Touched) -> bool {
    let Some(id) = app.view.document.get_untracked() else { return false };
    let blocks = dom::blocks(app);
    SURFACE.with_borrow_mut(|surface| {
        let Some(surface) = surface.as_mut() else { return false };
        let is_same = blocks.is_some_and(|blocks| Rc::ptr_eq(&blocks, &surface.blocks));
        if surface.document != id || !is_same {
            return false;
        }
        if touched.is_all {
            surface.forget_marks();
        }
        for (_, at) in touched.blocks.iter().filter(|(document, _)| *document == id) {
            surface.forget(at);
        }
        true
    })
}

/// Puts the text of the shown document on the page, without its marks.
fn build(app: App, root: &Element) -> Option<()> {
    let id = app.view.document.get_untracked()?;
    let surface = app.with_index(|project, index| {
        let text = &project.document(id)?.text;
        let layout: &Layout = index.layout(id)?;
        let blocks = layout.blocks.clone();
        let mut surface = Surface {
            document: id,
            blocks: blocks.clone(),
            chunks: Vec::new(),
            paragraphs: Vec::with_capacity(blocks.len()),
            waiting_from: 0,
            chosen: Vec::new(),
        };
        let template = document().create_element("p").ok()?;
        template.set_class_name("block");
        let _ = template.set_attribute("dir", "auto");
        let nodes = js_sys::Array::new();
        let (mut first, mut characters, mut lines) = (0, 0, 0);
        for (at, block) in blocks.iter().enumerate() {
            let paragraph: HtmlElement = template.clone_node().ok()?.unchecked_into();
            let _ = paragraph.set_attribute("data-block", &at.to_string());
            if at == 0 || blocks[at - 1].number != block.number {
                let _ = paragraph.set_attribute("data-number", &block.number.to_string());
            }
            paragraph.set_text_content(Some(text.slice(block.span)));
            nodes.push(&paragraph);
            surface.paragraphs.push(Paragraph { element: paragraph, is_current: false, has_marks: false });
            characters += block.span.length();
            lines += block.span.length() / LINE + 1;
            if characters >= CHARACTERS || at + 1 - first == BLOCKS || at + 1 == blocks.len() {
                surface.chunks.push(Chunk { element: chunk(&nodes, lines)?, first });
                nodes.set_length(0);
                (first, characters, lines) = (at + 1, 0, 0);
            }
        }
        Some(surface)
    })?;
    let all: js_sys::Array = surface.chunks.iter().map(|chunk| &chunk.element).collect();
    root.replace_children_with_node(&all);
    SURFACE.set(Some(surface));
    resume::go(id);
    Some(())
}

fn chunk(paragraphs: &js_sys::Array, lines: u32) -> Option<HtmlElement> {
    let chunk: HtmlElement = document().create_element("div").ok()?.unchecked_into();
    chunk.set_class_name("chunk");
    let _ = chunk.style().set_property("--lines", &lines.to_string());
    let _ = chunk.style().set_property("--blocks", &paragraphs.length().to_string());
    chunk.replace_children_with_node(paragraphs);
    Some(chunk)
}

impl Surface {
    fn forget(&mut self, at: usize) {
        if let Some(paragraph) = self.paragraphs.get_mut(at) {
            paragraph.is_current = false;
            self.waiting_from = self.waiting_from.min(at);
        }
    }

    fn forget_marks(&mut self) {
        self.paragraphs.iter_mut().for_each(|paragraph| paragraph.is_current = false);
        self.waiting_from = 0;
    }

    /// Makes the marks of a block, where they are not what they should be.
    fn draw(&mut self, app: App, at: usize) {
        let Some(paragraph) = self.paragraphs.get_mut(at).filter(|paragraph| !paragraph.is_current) else {
            return;
        };
        paragraph.is_current = true;
        let marked = block::nodes(app, self.document, at, self.blocks[at]);
        if marked.is_some() || paragraph.has_marks {
            paragraph.has_marks = marked.is_some();
            match marked {
                Some(nodes) => paragraph.element.replace_children_with_node(&nodes),
                None => block::plain(app, &paragraph.element, self.document, self.blocks[at]),
            }
        }
    }

    /// The chunk that a block is in.
    fn chunk_of(&self, at: usize) -> usize {
        self.chunks.partition_point(|chunk| chunk.first <= at).saturating_sub(1)
    }

    /// The blocks of a chunk.
    fn blocks_of(&self, chunk: usize) -> Range<usize> {
        let end = self.chunks.get(chunk + 1).map_or(self.paragraphs.len(), |next| next.first);
        self.chunks[chunk].first..end
    }

    /// The chunks that stand between two heights of the window.
    fn chunks_between(&self, top: f64, bottom: f64) -> Range<usize> {
        let place = |at: usize| self.chunks[at].element.get_bounding_client_rect();
        let first = first_where(0..self.chunks.len(), |at| place(at).bottom() > top);
        first..first_where(first..self.chunks.len(), |at| place(at).top() >= bottom)
    }
}

/// The first for which something is true that is true for all after it.
fn first_where(range: Range<usize>, is: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let half = low + (high - low) / 2;
        if is(half) { high = half } else { low = half + 1 }
    }
    low
}

/// Makes the marks of the blocks near the view, and has the others made when nothing is done.
pub(super) fn draw_near(app: App) {
    let Some(view) = dom::column().map(|column| column.get_bounding_client_rect()) else { return };
    let waits = SURFACE.with_borrow_mut(|surface| {
        let Some(surface) = surface.as_mut() else { return false };
        if surface.waiting_from < surface.paragraphs.len() && view.height() > 0.0 {
            let reach = view.height();
            let near = surface.chunks_between(view.top() - reach, view.bottom() + reach);
            for at in near.flat_map(|chunk| surface.blocks_of(chunk)).collect::<Vec<_>>() {
                surface.draw(app, at);
            }
        }
        surface.waiting_from < surface.paragraphs.len()
    });
    if waits {
        draw_later(app);
    }
}

/// Makes the marks that are left, a few at a time.
fn draw_later(app: App) {
    thread_local! { static ASKED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) } }
    if ASKED.replace(true) {
        return;
    }
    when_idle(move || {
        ASKED.set(false);
        // What is being selected would be taken from under the hand.
        if dom::has_selection() {
            return set_timeout(move || draw_later(app), Duration::from_millis(300));
        }
        let until = now() + SLICE;
        let waits = SURFACE.with_borrow_mut(|surface| {
            let Some(surface) = surface.as_mut() else { return false };
            while surface.waiting_from < surface.paragraphs.len() && now() < until {
                surface.draw(app, surface.waiting_from);
                surface.waiting_from += 1;
            }
            surface.waiting_from < surface.paragraphs.len()
        });
        if waits {
            draw_later(app);
        }
    });
}

fn now() -> f64 {
    js_sys::Date::now()
}

/// The paragraph of a block.
pub(super) fn paragraph(at: usize) -> Option<HtmlElement> {
    with(|surface| surface.paragraphs.get(at).map(|paragraph| paragraph.element.clone()))
}

/// The first block of a chunk, or behind the last one.
pub(super) fn first_of(chunk: usize) -> Option<usize> {
    with(|surface| Some(surface.chunks.get(chunk).map_or(surface.paragraphs.len(), |chunk| chunk.first)))
}

/// The blocks that stand between two heights of the window: from the first that ends below the upper one, to
/// behind the last that begins above the lower one.
pub(super) fn blocks_between(top: f64, bottom: f64) -> Option<Range<usize>> {
    with(|surface| {
        let place = |at: usize| -> DomRect { surface.paragraphs[at].element.get_bounding_client_rect() };
        let chunks = surface.chunks_between(top, bottom);
        let at =
            |chunk: usize| surface.chunks.get(chunk).map_or(surface.paragraphs.len(), |chunk| chunk.first);
        // Only chunks at the two heights are looked into: what is out of sight has no places yet.
        let end_of_first = at((chunks.start + 1).min(surface.chunks.len()));
        let first = first_where(at(chunks.start)..end_of_first, |at| place(at).bottom() > top);
        let last_chunk = chunks.end.saturating_sub(1).max(chunks.start);
        let end =
            first_where(at(last_chunk).max(first)..at(chunks.end).max(first), |at| place(at).top() >= bottom);
        Some(first..end.max(first))
    })
}

/// Shows which marks belong to the chosen annotation.
pub(super) fn show_chosen(app: App, chosen: Option<AnnotationId>) {
    SURFACE.with_borrow_mut(|surface| {
        let Some(surface) = surface.as_mut() else { return };
        for at in std::mem::take(&mut surface.chosen) {
            if let Some(paragraph) = surface.paragraphs.get(at) {
                block::show_chosen(&paragraph.element, None);
            }
        }
        let Some(id) = chosen else { return };
        let blocks: Vec<usize> = app
            .with_index(|project, index| {
                let layout = index.layout(surface.document)?;
                let annotation = project.annotation(id).filter(|it| it.document == surface.document)?;
                Some(annotation.target.spans().iter().flat_map(|span| layout.touched(*span)).collect())
            })
            .unwrap_or_default();
        // It is about to be brought into sight.
        if let Some(first) = blocks.first() {
            let chunk = surface.blocks_of(surface.chunk_of(*first));
            chunk.for_each(|at| surface.draw(app, at));
        }
        for at in &blocks {
            if let Some(paragraph) = surface.paragraphs.get(*at) {
                block::show_chosen(&paragraph.element, Some(id));
            }
        }
        surface.chosen = blocks;
    });
}
