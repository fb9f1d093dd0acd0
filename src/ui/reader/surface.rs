//! The blocks of the shown document on the page. All of the text is there from the start, so that the
//! browser finds, selects, copies and reads all of it; the browser lays out only the chunks near the view
//! (`content-visibility`). Marks are made at once for the blocks near the view, and for the others while
//! nothing is done. So what is done costs what is in sight, however long the text is.

use super::chunk::{self, Chunk};
use super::{block, dom, resume};
use crate::app::{App, Topic, Touched, when_idle};
use crate::model::{AnnotationId, DocumentId, Lanes, Placed, unseen};
use crate::text::{Block, Text};
use leptos::{html, prelude::*};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use std::time::Duration;
use web_sys::{DomRect, Element, HtmlElement};

/// How much of the view's height above and below it has its marks at once, after a change and while it is
/// scrolled: what is further away comes before a person is there.
const AFTER_CHANGE: f64 = 0.25;
pub(super) const WHILE_SCROLLING: f64 = 1.0;

/// Of so many blocks that a change touches it is known whether they are near the view: nothing is measured,
/// which would have the browser lay out what the change has not yet brought to an end.
const FEW: usize = 32;

/// For how many milliseconds the page is filled before the browser may do something else. Each time it draws
/// what came, which takes as long again: twice the usual time is half as many times, and still within a frame.
const FILLING: f64 = 16.0;

/// What stands on the page.
struct Surface {
    document: DocumentId,
    text: Text,
    blocks: Rc<[Block]>,
    lanes: Lanes,
    chunks: Vec<Chunk>,
    /// The paragraphs of the blocks. They come with their chunks.
    paragraphs: Vec<Option<Paragraph>>,
    /// Behind it no chunk waits to be filled.
    unfilled_from: usize,
    /// Behind it no block waits for its marks.
    waiting_from: usize,
    /// The blocks that were near the view when it was last looked: scrolling and sizing look again.
    near: Range<usize>,
    /// The blocks on which marks were shown as chosen.
    chosen: Vec<usize>,
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

fn with<T>(read: impl FnOnce(&mut Surface) -> Option<T>) -> Option<T> {
    SURFACE.with_borrow_mut(|surface| read(surface.as_mut()?))
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
        if is_built && !touched.is_all && touched.blocks.len() <= FEW {
            draw_touched(app, &touched);
        } else {
            draw_near(app, AFTER_CHANGE);
        }
    });
    let is_first = std::cell::Cell::new(true);
    crate::ui::effect(move || {
        app.view.hidden.track();
        if is_first.replace(false) {
            return;
        }
        let all = with(|surface| {
            surface.forget_marks(app);
            Some(())
        });
        if all.is_some() {
            draw_near(app, AFTER_CHANGE);
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
            surface.forget_marks(app);
        }
        seen(app, id, |placed| surface.lanes.follow(placed, &touched.annotations));
        for (_, at) in touched.blocks.iter().filter(|(document, _)| *document == id) {
            surface.forget(at);
        }
        true
    })
}

/// The annotations of a document whose tags are not hidden, in the order of the text.
fn seen<T>(app: App, document: DocumentId, read: impl FnOnce(Seen<'_>) -> T) -> T {
    let hidden = app.view.hidden.get_untracked();
    app.with_index(|project, index| {
        let unseen = unseen(project, &hidden);
        let is_seen = |placed: &&Placed| !unseen.contains(&placed.tag);
        read(&|| Box::new(index.placed(document).iter().filter(is_seen)))
    })
}

/// Gives the annotations that are seen, as often as it is asked.
type Seen<'a> = &'a dyn Fn() -> Box<dyn Iterator<Item = &'a Placed> + 'a>;

/// Puts the text of the shown document on the page, without its marks: what is near the view at once, and the
/// rest while nothing is done.
fn build(app: App, root: &Element) -> Option<()> {
    let id = app.view.document.get_untracked()?;
    let mut surface = app.with_index(|project, index| {
        let text = project.document(id)?.text.clone();
        let blocks = index.layout(id)?.blocks.clone();
        let chunks = chunk::cut(&blocks)?;
        let paragraphs = blocks.iter().map(|_| None).collect();
        let (unfilled_from, waiting_from) = (0, 0);
        let (chosen, near, lanes) = (Vec::new(), 0..0, Lanes::default());
        Some(Surface {
            document: id,
            text,
            blocks,
            lanes,
            chunks,
            paragraphs,
            unfilled_from,
            waiting_from,
            near,
            chosen,
        })
    })?;
    surface.forget_marks(app);
    let all: js_sys::Array = surface.chunks.iter().map(|chunk| &chunk.element).collect();
    root.replace_children_with_node(&all);
    SURFACE.set(Some(surface));
    resume::go(id);
    Some(())
}

impl Surface {
    fn forget(&mut self, at: usize) {
        if let Some(Some(paragraph)) = self.paragraphs.get_mut(at) {
            paragraph.is_current = false;
            self.waiting_from = self.waiting_from.min(at);
        }
    }

    /// All marks are to be made anew, and their lanes are given out anew.
    fn forget_marks(&mut self, app: App) {
        seen(app, self.document, |placed| self.lanes = Lanes::new(placed()));
        self.paragraphs.iter_mut().flatten().for_each(|paragraph| paragraph.is_current = false);
        self.waiting_from = 0;
    }

    /// Puts a chunk's blocks on the page, where they are not.
    fn fill(&mut self, chunk: usize) {
        let Some(chunk) = self.chunks.get_mut(chunk).filter(|chunk| !chunk.is_filled) else { return };
        let blocks = chunk.blocks.clone();
        for (at, element) in blocks.zip(chunk.fill(&self.text, &self.blocks)) {
            self.paragraphs[at] = Some(Paragraph { element, is_current: false, has_marks: false });
        }
    }

    /// The paragraph of a block, which is put on the page where it is not there yet.
    fn paragraph(&mut self, at: usize) -> Option<&mut Paragraph> {
        if self.paragraphs.get(at)?.is_none() {
            self.fill(self.chunk_of(at));
        }
        self.paragraphs[at].as_mut()
    }

    /// Where a block stands in the window.
    fn place(&mut self, at: usize) -> Option<DomRect> {
        Some(self.paragraph(at)?.element.get_bounding_client_rect())
    }

    /// Makes the marks of a block, where they are not what they should be.
    fn draw(&mut self, app: App, at: usize) {
        if self.paragraph(at).is_none_or(|paragraph| paragraph.is_current) {
            return;
        }
        let Some(Some(paragraph)) = self.paragraphs.get_mut(at) else { return };
        paragraph.is_current = true;
        let block = (at, self.blocks[at]);
        let is_marked = block::draw(app, &paragraph.element, self.document, block, &self.lanes);
        if !is_marked && paragraph.has_marks {
            block::plain(&paragraph.element);
        }
        paragraph.has_marks = is_marked;
    }

    /// The chunk that a block is in.
    fn chunk_of(&self, at: usize) -> usize {
        self.chunks.partition_point(|chunk| chunk.blocks.end <= at)
    }

    /// The first block of a chunk, or behind the last one.
    fn first_of(&self, chunk: usize) -> usize {
        self.chunks.get(chunk).map_or(self.blocks.len(), |chunk| chunk.blocks.start)
    }

    /// True while something waits to be put on the page.
    fn waits(&self) -> bool {
        self.unfilled_from < self.chunks.len() || self.waiting_from < self.blocks.len()
    }

    /// Puts the next thing on the page that waits.
    fn go_on(&mut self, app: App) {
        if self.unfilled_from < self.chunks.len() {
            self.fill(self.unfilled_from);
            self.unfilled_from += 1;
        } else {
            self.draw(app, self.waiting_from);
            self.waiting_from += 1;
        }
    }

    /// The blocks that stand between two heights of the window: from the first that ends below the upper one,
    /// to behind the last that begins above the lower one.
    fn blocks_between(&mut self, top: f64, bottom: f64) -> Range<usize> {
        let chunks = self.chunks_between(top, bottom);
        // Only chunks at the two heights are looked into: what is out of sight has no places yet.
        let in_first = self.first_of(chunks.start)..self.first_of(chunks.start + 1);
        let first = first_where(in_first, |at| self.place(at).is_some_and(|place| place.bottom() > top));
        let last = chunks.end.saturating_sub(1).max(chunks.start);
        let in_last = self.first_of(last).max(first)..self.first_of(chunks.end).max(first);
        first..first_where(in_last, |at| self.place(at).is_some_and(|place| place.top() >= bottom)).max(first)
    }

    /// The chunks that stand between two heights of the window.
    fn chunks_between(&self, top: f64, bottom: f64) -> Range<usize> {
        let place = |at: usize| self.chunks[at].element.get_bounding_client_rect();
        let first = first_where(0..self.chunks.len(), |at| place(at).bottom() > top);
        first..first_where(first..self.chunks.len(), |at| place(at).top() >= bottom)
    }
}

/// The first for which something is true that is true for all after it.
fn first_where(range: Range<usize>, mut is: impl FnMut(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let half = low + (high - low) / 2;
        if is(half) { high = half } else { low = half + 1 }
    }
    low
}

/// Makes the marks of the blocks in the view, and of as much of its height above and below as is named, and
/// has the others made when nothing is done.
pub(super) fn draw_near(app: App, beyond: f64) {
    let waits = with(|surface| {
        let view = dom::column()?.get_bounding_client_rect();
        let reach = view.height() * beyond;
        if view.height() > 0.0 {
            let near = surface.blocks_between(view.top() - reach, view.bottom() + reach);
            near.clone().for_each(|at| surface.draw(app, at));
            surface.near = near;
        }
        surface.waits().then_some(())
    });
    if waits.is_some() {
        draw_later(app);
    }
}

/// Makes the marks anew that a change touched, near the view at once.
fn draw_touched(app: App, touched: &Touched) {
    let waits = with(|surface| {
        for (document, at) in touched.blocks.iter() {
            if document == surface.document && surface.near.contains(&at) {
                surface.draw(app, at);
            }
        }
        surface.waits().then_some(())
    });
    if waits.is_some() {
        draw_later(app);
    }
}

/// Puts what is left on the page, a little at a time.
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
        let until = now() + FILLING;
        let waits = with(|surface| {
            while surface.waits() && now() < until {
                surface.go_on(app);
            }
            surface.waits().then_some(())
        });
        if waits.is_some() {
            draw_later(app);
        }
    });
}

fn now() -> f64 {
    js_sys::Date::now()
}

/// The paragraph of a block.
pub(super) fn paragraph(at: usize) -> Option<HtmlElement> {
    with(|surface| Some(surface.paragraph(at)?.element.clone()))
}

/// The first block of a chunk, or behind the last one.
pub(super) fn first_of(chunk: usize) -> Option<usize> {
    with(|surface| Some(surface.first_of(chunk)))
}

/// The blocks that stand between two heights of the window.
pub(super) fn blocks_between(top: f64, bottom: f64) -> Option<Range<usize>> {
    with(|surface| Some(surface.blocks_between(top, bottom)))
}

/// Shows which marks belong to the chosen annotation.
pub(super) fn show_chosen(app: App, chosen: Option<AnnotationId>) {
    with(|surface| {
        for at in std::mem::take(&mut surface.chosen) {
            dom::show_chosen(&surface.paragraph(at)?.element, "mark", None);
        }
        let id = chosen?;
        let blocks: Vec<usize> = app.with_index(|project, index| {
            let layout = index.layout(surface.document)?;
            let annotation = project.annotation(id).filter(|it| it.document == surface.document)?;
            Some(annotation.target.spans().iter().flat_map(|span| layout.touched(*span)).collect())
        })?;
        // It is about to be brought into sight.
        let chunk = surface.chunk_of(*blocks.first()?);
        (surface.first_of(chunk)..surface.first_of(chunk + 1)).for_each(|at| surface.draw(app, at));
        for at in &blocks {
            dom::show_chosen(&surface.paragraph(*at)?.element, "mark", Some(id));
        }
        surface.chosen = blocks;
        Some(())
    });
}
