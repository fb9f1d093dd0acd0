//! The one file that maps between the DOM and positions in the text. A block's
//! paragraph holds its text exactly, so an offset in it is an offset in UTF-16
//! from the block's start.

use super::surface;
use crate::app::{App, Caret};
use crate::model::AnnotationId;
use crate::text::{
    Block, CodePoint, Direction, Motion, Span, block_at, line_direction, strong, to_graphemes,
};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomRect, Element, Node};

/// The element with the blocks.
pub(super) fn root() -> Option<Element> {
    document().get_element_by_id("reader")
}

/// The column that scrolls it.
pub(super) fn column() -> Option<Element> {
    document().query_selector(".reader").ok()?
}

/// The blocks of the shown document.
pub(super) fn blocks(app: App) -> Option<Rc<[Block]>> {
    let id = app.view.document.get_untracked()?;
    app.with_index(|_, index| index.layout(id).map(|layout| layout.blocks.clone()))
}

/// Shows which of the elements in a layer belong to the chosen annotation.
pub(super) fn show_chosen(layer: &Element, elements: &str, chosen: Option<AnnotationId>) {
    let each = |selector: String, edit: fn(&Element)| {
        let Ok(found) = layer.query_selector_all(&selector) else { return };
        (0..found.length()).filter_map(|at| found.get(at)).for_each(|it| edit(it.unchecked_ref()));
    };
    each(format!("{elements}.chosen"), |it| drop(it.class_list().remove_1("chosen")));
    if let Some(id) = chosen {
        each(format!("{elements}[data-ids~=\"{id}\"]"), |it| drop(it.class_list().add_1("chosen")));
    }
}

/// True while something of the text is selected.
pub(super) fn has_selection() -> bool {
    let Some(selection) =
        window().get_selection().ok().flatten().filter(|selection| !selection.is_collapsed())
    else {
        return false;
    };
    let ends = [selection.anchor_node(), selection.focus_node()];
    root().is_some_and(|root| ends.iter().flatten().any(|end| root.contains(Some(end))))
}

/// The browser's own selection, where it lies in the text. A hand that went beyond
/// the column means what is nearest to it, whatever else the browser selects there.
pub(super) fn selection(app: App, hand: Option<(f64, f64)>) -> Option<Caret> {
    let selection = window().get_selection().ok()??;
    let root = root()?;
    let (anchor, focus) = (selection.anchor_node()?, selection.focus_node()?);
    if !root.contains(Some(&anchor)) && !root.contains(Some(&focus)) {
        return None;
    }
    let beyond = hand.filter(|_| !root.contains(Some(&focus))).and_then(|hand| nearest(app, &root, hand));
    Some(Caret {
        anchor: position(app, &anchor, selection.anchor_offset())?,
        head: beyond.or_else(|| position(app, &focus, selection.focus_offset()))?,
        column: None,
    })
}

/// The position in sight that is nearest to a point outside of the column.
fn nearest(app: App, root: &Element, (x, y): (f64, f64)) -> Option<CodePoint> {
    let (view, text) =
        (root.closest(".reader").ok()??.get_bounding_client_rect(), root.get_bounding_client_rect());
    if x > view.left() && x < view.right() && y > view.top() && y < view.bottom() {
        return None;
    }
    let x = x.max(text.left() + 1.0).min(text.right() - 1.0);
    let y = y.max(view.top().max(text.top()) + 1.0).min(view.bottom().min(text.bottom()) - 1.0);
    position_at(app, x as f32, y as f32)
}

/// The position of a point of the DOM. One before the text is its start, one
/// after it its end, one between two blocks the start of the next.
pub(super) fn position(app: App, node: &Node, offset: u32) -> Option<CodePoint> {
    let blocks = blocks(app)?;
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    if let Some(paragraph) = element.closest("[data-block]").ok()? {
        let at: usize = paragraph.get_attribute("data-block")?.parse().ok()?;
        let range = document().create_range().ok()?;
        range.set_start(&paragraph, 0).ok()?;
        range.set_end(node, offset).ok()?;
        // Within one block the string of a range is the data of its text nodes.
        return in_block(app, blocks.get(at)?, range.to_string().length());
    }
    let root = root()?;
    if root.contains(Some(node)) {
        // Between two chunks, or between two blocks of one.
        let first = element.first_element_child().and_then(|child| child.get_attribute("data-block"));
        let at = match first.filter(|_| !root.is_same_node(Some(node))) {
            Some(first) => first.parse::<usize>().ok()? + offset as usize,
            None => surface::first_of(offset as usize)?,
        };
        return Some(blocks.get(at).map_or(blocks.last()?.span.end(), |block| block.span.start()));
    }
    let follows = root.compare_document_position(node) & Node::DOCUMENT_POSITION_FOLLOWING != 0;
    Some(if follows { blocks.last()?.span.end() } else { blocks.first()?.span.start() })
}

fn in_block(app: App, block: &Block, utf16: u32) -> Option<CodePoint> {
    let id = app.view.document.get_untracked()?;
    app.with(|project| {
        let text = &project.document(id)?.text;
        let start = text.utf16_of(block.span.start()).get();
        Some(text.position_of_utf16(start + utf16).min(block.span.end()))
    })
}

/// The text node and the offset in it where a position lies.
fn point(app: App, blocks: &[Block], position: CodePoint, at: usize) -> Option<(Node, u32)> {
    let block = blocks.get(at)?;
    let id = app.view.document.get_untracked()?;
    let mut rest = app.with(|project| {
        let text = &project.document(id)?.text;
        // A caret at the very start of a text stands before its first block where blank lines do.
        Some(text.utf16_of(position).get().saturating_sub(text.utf16_of(block.span.start()).get()))
    })?;
    let paragraph: Node = surface::paragraph(at)?.into();
    let mut last = (paragraph.clone(), 0);
    let mut child = paragraph.first_child();
    while let Some(node) = child {
        let text = node.first_child().unwrap_or_else(|| node.clone());
        let length = text.unchecked_ref::<web_sys::CharacterData>().length();
        if rest <= length {
            return Some((text, rest));
        }
        rest -= length;
        last = (text, length);
        child = node.next_sibling();
    }
    Some(last)
}

/// The rectangles of a span on the screen, block by block.
pub(super) fn rectangles(app: App, span: Span) -> Vec<DomRect> {
    ranges(app, span).iter().flat_map(rects_of).collect()
}

/// A span as ranges of the page, one for each block.
pub(super) fn ranges(app: App, span: Span) -> Vec<web_sys::Range> {
    let mut found = Vec::new();
    let Some(blocks) = blocks(app) else { return found };
    let first = block_at(&blocks, span.start());
    for (at, block) in blocks.iter().enumerate().skip(first) {
        if block.span.start() >= span.end() {
            break;
        }
        let Some(part) = block.span.intersection(span) else { continue };
        let (Some(start), Some(end)) =
            (point(app, &blocks, part.start(), at), point(app, &blocks, part.end(), at))
        else {
            continue;
        };
        let Ok(range) = document().create_range() else { continue };
        if range.set_start(&start.0, start.1).is_ok() && range.set_end(&end.0, end.1).is_ok() {
            found.push(range);
        }
    }
    found
}

fn rects_of(range: &web_sys::Range) -> Vec<DomRect> {
    let Some(list) = range.get_client_rects() else { return Vec::new() };
    (0..list.length())
        .filter_map(|at| list.item(at))
        .filter(|rect| rect.width() > 0.0 || rect.height() > 0.0)
        .collect()
}

/// The rectangle of the caret: as high as its line, without width.
pub(super) fn caret_rectangle(app: App, position: CodePoint) -> Option<DomRect> {
    let blocks = blocks(app)?;
    let at = block_at(&blocks, position);
    let (node, offset) = point(app, &blocks, position, at)?;
    let range = document().create_range().ok()?;
    range.set_start(&node, offset).ok()?;
    range.set_end(&node, offset).ok()?;
    // Right behind a line break Chromium gives no rectangle, or that of the line before.
    let after_break = offset > 0
        && node
            .text_content()
            .is_some_and(|text| text.encode_utf16().nth(offset as usize - 1) == Some(u16::from(b'\n')));
    if after_break
        && range.set_end(&node, offset + 1).is_ok()
        && let Some(rect) = rects_of(&range).pop()
    {
        // A character is entered from the side that its direction begins at.
        let line = direction(app, position);
        let own =
            app.with(|project| project.document(app.view.document.get_untracked()?)?.text.char_at(position));
        let is_rtl = own.and_then(strong).unwrap_or(line) == Direction::RightToLeft;
        let x = if is_rtl { rect.right() } else { rect.left() };
        return DomRect::new_with_x_and_y_and_width_and_height(x, rect.top(), 0.0, rect.height()).ok();
    }
    rects_of(&range)
        .into_iter()
        .next()
        .or_else(|| surface::paragraph(at).map(|paragraph| paragraph.get_bounding_client_rect()))
}

/// The rectangle of an end of a passage: of its first letter's start, or of its
/// last letter's end, and not of the line where the next word stands.
pub(super) fn edge_rectangle(app: App, position: CodePoint, is_start: bool) -> Option<DomRect> {
    let id = app.view.document.get_untracked()?;
    let blocks = blocks(app)?;
    let motion = if is_start { Motion::NextCharacter } else { Motion::PreviousCharacter };
    let other =
        app.with(|project| Some(app.move_from(&project.document(id)?.text, &blocks, position, motion)))?;
    let letter = rectangles(app, Span::between(position, other)).pop();
    let Some(letter) = letter else { return caret_rectangle(app, position) };
    let is_rtl = direction(app, position) == Direction::RightToLeft;
    let x = if is_start != is_rtl { letter.left() } else { letter.right() };
    DomRect::new_with_x_and_y_and_width_and_height(x, letter.top(), 0.0, letter.height()).ok()
}

/// A length for a style sheet. Whole pixels: to write fractions, the page would
/// have to carry the tables for them.
pub(super) fn px(value: f64) -> String {
    format!("{}px", value.round() as i32)
}

/// Which way the line runs that a position lies in.
pub(super) fn direction(app: App, position: CodePoint) -> Direction {
    let found = blocks(app).zip(app.view.document.get_untracked()).and_then(|(blocks, id)| {
        let block = blocks.get(block_at(&blocks, position))?.span;
        app.with(|project| Some(line_direction(&project.document(id)?.text, block, position)))
    });
    found.unwrap_or(Direction::LeftToRight)
}

/// The first and the last position of the line on the screen that a position lies
/// in. Lines follow the text, whatever direction runs within them; so their ends
/// are found by halving, by where the characters stand: a caret between two lines
/// is drawn in the first of them.
pub(super) fn line(app: App, position: CodePoint) -> Option<(CodePoint, CodePoint)> {
    let blocks = blocks(app)?;
    let number = block_at(&blocks, position);
    let block = blocks.get(number)?.span;
    let position = position.max(block.start()).min(block.end());
    let text =
        app.with(|project| Some(project.document(app.view.document.get_untracked()?)?.text.clone()))?;
    let before = text.slice(Span::between(block.start(), position)).chars().rev();
    let after = text.slice(Span::between(position, block.end())).chars();
    let mut low = position.get() - before.take_while(|c| *c != '\n').count() as u32;
    let end = position.get() + after.take_while(|c| *c != '\n').count() as u32;
    let here = caret_rectangle(app, position)?;
    let middle = (here.top() + here.bottom()) / 2.0;
    let character = |at: u32| {
        let whole = to_graphemes(&text, text.span(at, at + 1)?);
        let (start, end) =
            (point(app, &blocks, whole.start(), number)?, point(app, &blocks, whole.end(), number)?);
        let range = document().create_range().ok()?;
        range.set_start(&start.0, start.1).ok()?;
        range.set_end(&end.0, end.1).ok()?;
        rects_of(&range).pop()
    };
    let mut high = position.get();
    while low < high {
        let half = low + (high - low) / 2;
        if character(half)?.bottom() <= middle { low = half + 1 } else { high = half }
    }
    let start = low;
    (low, high) = (position.get(), end);
    while low < high {
        let half = low + (high - low) / 2;
        if character(half)?.top() >= middle { high = half } else { low = half + 1 }
    }
    Some((text.position(start)?, text.position(low)?))
}

/// The position under a point of the window.
pub(super) fn position_at(app: App, x: f32, y: f32) -> Option<CodePoint> {
    let page = document();
    let call = |name: &str| -> Option<JsValue> {
        let function: js_sys::Function = js_sys::Reflect::get(&page, &name.into()).ok()?.dyn_into().ok()?;
        let found = function.call2(&page, &x.into(), &y.into()).ok()?;
        (!found.is_null() && !found.is_undefined()).then_some(found)
    };
    let read = |object: &JsValue, name: &str| js_sys::Reflect::get(object, &name.into()).ok();
    let (node, offset) = if let Some(caret) = call("caretPositionFromPoint") {
        (read(&caret, "offsetNode")?, read(&caret, "offset")?)
    } else {
        let range = call("caretRangeFromPoint")?;
        (read(&range, "startContainer")?, read(&range, "startOffset")?)
    };
    let node: Node = node.dyn_into().ok()?;
    root()?.contains(Some(&node)).then(|| position(app, &node, offset.as_f64()? as u32))?
}
