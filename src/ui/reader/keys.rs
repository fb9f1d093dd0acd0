//! Marking with the keyboard alone: what the commands do in the text.

use super::{dom, overlay, pointer};
use crate::app::{App, Caret, Take};
use crate::model::{Command, Target};
use crate::text::{CodePoint, Motion, Span, block_at, move_from, sentence_at, to_graphemes};
use leptos::prelude::*;

/// Where a key takes the caret.
#[derive(Clone, Copy)]
pub enum Way {
    /// Computed in the text.
    To(Motion),
    /// To the line above (−1) or below (1), as it is laid out.
    Line(i8),
    /// To an end of the line, as it is laid out.
    LineEnd(i8),
}

/// What stays where it is when the caret moves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// Nothing.
    Nothing,
    /// The other end of what is selected.
    Anchor,
}

/// A piece of the text that one key selects.
#[derive(Clone, Copy)]
pub enum Unit {
    /// The word at the caret.
    Word,
    /// The sentence at the caret.
    Sentence,
    /// The block at the caret.
    Block,
}

/// Moves the caret, or selects from where it stood.
pub fn move_caret(app: App, way: Way, hold: Hold) {
    let caret = app.view.caret.get_untracked();
    let way = mirrored(app, caret.head, way);
    let Some((head, column)) = go(app, caret, way) else { return };
    let anchor = if hold == Hold::Anchor { caret.anchor } else { head };
    app.view.chosen.set(None);
    app.view.palette.set(None);
    app.view.caret.set(Caret { anchor, head, column });
    let span = Span::between(anchor, head);
    if span.is_empty() {
        app.view.pending.set(None);
    } else if let Some(taken) = app.select(span, Take::Words) {
        app.view.said.set(app.words_of(taken, 80));
    }
    overlay::follow_caret(app);
}

/// Takes what is selected, or chooses what lies at the caret.
pub fn take(app: App, take: Take) {
    let caret = app.view.caret.get_untracked();
    if !caret.span().is_empty() {
        if app.select(caret.span(), take).is_some() {
            app.take_passage();
        }
    } else if app.view.pending.get_untracked().is_some() {
        app.take_passage();
    } else {
        pointer::choose_at(app, caret.head, true);
    }
}

/// Selects the word, sentence or block at the caret.
pub fn select_unit(app: App, unit: Unit) {
    let Some(span) = span_of(app, unit) else { return };
    app.view.chosen.set(None);
    app.view.caret.set(Caret { anchor: span.start(), head: span.end(), column: None });
    app.select(span, Take::Words);
}

fn span_of(app: App, unit: Unit) -> Option<Span> {
    let head = app.view.caret.get_untracked().head;
    let blocks = dom::blocks(app)?;
    let id = app.view.document.get_untracked()?;
    app.with(|project| {
        let text = &project.document(id)?.text;
        Some(match unit {
            Unit::Word => {
                let end = move_from(text, &blocks, head, Motion::NextWord);
                Span::between(move_from(text, &blocks, end, Motion::PreviousWord), end)
            }
            Unit::Sentence => sentence_at(text, &blocks, head),
            Unit::Block => blocks[block_at(&blocks, head)].span,
        })
    })
}

/// In a paragraph that runs from right to left, the left arrow goes forward.
fn mirrored(app: App, head: CodePoint, way: Way) -> Way {
    let paragraph = dom::blocks(app).and_then(|blocks| dom::paragraph(block_at(&blocks, head)));
    let is_rtl = paragraph
        .and_then(|paragraph| window().get_computed_style(&paragraph).ok().flatten())
        .and_then(|style| style.get_property_value("direction").ok())
        .is_some_and(|direction| direction == "rtl");
    match way {
        Way::To(motion) if is_rtl => Way::To(match motion {
            Motion::NextCharacter => Motion::PreviousCharacter,
            Motion::PreviousCharacter => Motion::NextCharacter,
            Motion::NextWord => Motion::PreviousWord,
            Motion::PreviousWord => Motion::NextWord,
            other => other,
        }),
        other => other,
    }
}

fn go(app: App, caret: Caret, way: Way) -> Option<(CodePoint, Option<i32>)> {
    match way {
        Way::To(motion) => {
            let blocks = dom::blocks(app)?;
            let id = app.view.document.get_untracked()?;
            let head = app
                .with(|project| Some(move_from(&project.document(id)?.text, &blocks, caret.head, motion)))?;
            Some((head, None))
        }
        Way::Line(by) => {
            let rect = dom::caret_rectangle(app, caret.head)?;
            let column = caret.column.unwrap_or(rect.left() as i32);
            // Blocks stand apart: the next line is looked for in small steps.
            let step = rect.height() / 2.0;
            let edge = if by > 0 { rect.bottom() } else { rect.top() };
            let found = (1..8).find_map(|times| {
                let y = edge + f64::from(by) * step * f64::from(times);
                let head = dom::position_at(app, column as f32, y as f32)?;
                let is_beyond = if by > 0 { head > caret.head } else { head < caret.head };
                let other_line =
                    dom::caret_rectangle(app, head).is_some_and(|there| there.top() != rect.top());
                (is_beyond && other_line).then_some(head)
            });
            let motion = if by > 0 { Motion::NextBlock } else { Motion::PreviousBlock };
            let head = found.or_else(|| go(app, caret, Way::To(motion)).map(|(head, _)| head))?;
            Some((head, Some(column)))
        }
        Way::LineEnd(side) => {
            let rect = dom::caret_rectangle(app, caret.head)?;
            let blocks = dom::blocks(app)?;
            let paragraph = dom::paragraph(block_at(&blocks, caret.head))?.get_bounding_client_rect();
            let x = if side < 0 { paragraph.left() + 1.0 } else { paragraph.right() - 1.0 };
            let y = rect.top() + rect.height() / 2.0;
            Some((dom::position_at(app, x as f32, y as f32)?, None))
        }
    }
}

/// An end of a passage.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Its first character.
    Start,
    /// Its last.
    End,
}

/// Moves an end of the chosen annotation. It never passes the other end.
pub fn move_edge(app: App, edge: Edge, motion: Motion) {
    let Some(id) = app.view.chosen.get_untracked() else { return };
    let Some(blocks) = dom::blocks(app) else { return };
    let target = app.with(|project| {
        let annotation = project.annotation(id)?;
        let text = &project.document(annotation.document)?.text;
        let mut spans = annotation.target.spans().to_vec();
        let at = if edge == Edge::Start { 0 } else { spans.len() - 1 };
        let old = spans[at];
        let span = match edge {
            Edge::Start => {
                let moved = settle(text, &blocks, old.start(), motion, edge);
                (moved < old.end()).then(|| Span::between(moved, old.end()))?
            }
            Edge::End => {
                let moved = settle(text, &blocks, old.end(), motion, edge);
                (moved > old.start()).then(|| Span::between(old.start(), moved))?
            }
        };
        spans[at] = to_graphemes(text, span);
        Target::ranges(spans)
    });
    if let Some(target) = target {
        let _ = app.dispatch(Command::Resize(id, target));
    }
}

/// Where an end goes: ends stand behind words and starts before them, so a
/// start that goes forward, or an end that goes back, crosses the space too.
fn settle(
    text: &crate::text::Text,
    blocks: &[crate::text::Block],
    from: CodePoint,
    motion: Motion,
    edge: Edge,
) -> CodePoint {
    let to = move_from(text, blocks, from, motion);
    match (edge, motion) {
        (Edge::Start, Motion::NextWord) => {
            let next_end = move_from(text, blocks, to, Motion::NextWord);
            move_from(text, blocks, next_end, Motion::PreviousWord)
        }
        (Edge::End, Motion::PreviousWord) => {
            let before = move_from(text, blocks, to, Motion::PreviousWord);
            move_from(text, blocks, before, Motion::NextWord)
        }
        _ => to,
    }
}
