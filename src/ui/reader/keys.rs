//! Marking with the keyboard alone: what the commands do in the text.

use super::super::{told::tell_chosen, words::words};
use super::{dom, overlay, pointer};
use crate::app::{App, Caret, Take};
use crate::model::{Command, Target};
use crate::text::{Block, CodePoint, Direction, Motion, Span, Text, block_at, sentence_at, to_graphemes};
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
        app.view.said.set(passed(app, head, way));
    } else if let Some(taken) = app.select(span, Take::Words) {
        app.view.said.set(app.words_of(taken, 80));
    }
    overlay::follow_caret(app);
}

/// What a screen reader says where the caret came to: as much as the movement takes.
fn passed(app: App, head: CodePoint, way: Way) -> String {
    let by = match way {
        Way::To(Motion::NextCharacter | Motion::PreviousCharacter) => Motion::NextCharacter,
        Way::To(Motion::NextWord | Motion::PreviousWord) => Motion::NextWord,
        _ => Motion::NextSentence,
    };
    let end = go(app, Caret::at(head), Way::To(by)).map_or(head, |(end, _)| end);
    app.words_of(Span::between(head, end), 80)
}

/// Takes what is selected, or chooses what lies at the caret; a relation that is being drawn ends at the
/// chosen annotation.
pub fn take(app: App, take: Take) {
    let caret = app.view.caret.get_untracked();
    if app.view.relating.with_untracked(Option::is_some)
        && let Some(chosen) = app.view.chosen.get_untracked()
    {
        app.relate_to(chosen);
    } else if !caret.span().is_empty() {
        if app.select(caret.span(), take).is_some() {
            app.take_passage();
        }
    } else if app.view.pending.get_untracked().is_some() {
        app.take_passage();
    } else {
        pointer::choose_at(app, caret.head, true);
        tell_chosen(app);
    }
}

/// Selects the word, sentence or block at the caret.
pub fn select_unit(app: App, unit: Unit) {
    let Some(span) = span_of(app, unit) else { return };
    app.view.chosen.set(None);
    app.view.caret.set(Caret { anchor: span.start(), head: span.end(), column: None });
    if let Some(taken) = app.select(span, Take::Words) {
        app.view.said.set((words().selected)(&app.words_of(taken, 80)));
    }
}

fn span_of(app: App, unit: Unit) -> Option<Span> {
    let head = app.view.caret.get_untracked().head;
    let blocks = dom::blocks(app)?;
    let id = app.view.document.get_untracked()?;
    app.with(|project| {
        let text = &project.document(id)?.text;
        Some(match unit {
            Unit::Word => {
                let end = app.move_from(text, &blocks, head, Motion::NextWord);
                Span::between(app.move_from(text, &blocks, end, Motion::PreviousWord), end)
            }
            Unit::Sentence => sentence_at(text, &blocks, head),
            Unit::Block => blocks[block_at(&blocks, head)].span,
        })
    })
}

/// In a line that runs from right to left, the left arrow goes forward.
fn mirrored(app: App, head: CodePoint, way: Way) -> Way {
    let is_rtl = dom::direction(app, head) == Direction::RightToLeft;
    match way {
        Way::To(
            motion @ (Motion::NextCharacter
            | Motion::PreviousCharacter
            | Motion::NextWord
            | Motion::PreviousWord),
        ) if is_rtl => Way::To(motion.turned()),
        other => other,
    }
}

fn go(app: App, caret: Caret, way: Way) -> Option<(CodePoint, Option<i32>)> {
    match way {
        Way::To(motion) => {
            let blocks = dom::blocks(app)?;
            let id = app.view.document.get_untracked()?;
            let head = app.with(|project| {
                Some(app.move_from(&project.document(id)?.text, &blocks, caret.head, motion))
            })?;
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
            let (start, end) = dom::line(app, caret.head)?;
            Some((if side < 0 { start } else { end }, None))
        }
    }
}

/// Moves an end of the chosen annotation as an arrow does: where its line runs from
/// right to left, the right arrow goes back.
pub fn push_edge(app: App, edge: Edge, motion: Motion) {
    let motion = if is_mirrored_at(app, edge) { motion.turned() } else { motion };
    move_edge(app, edge, motion);
}

/// True where an end of the chosen passage lies in a line from right to left.
fn is_mirrored_at(app: App, edge: Edge) -> bool {
    let Some(id) = app.view.chosen.get_untracked() else { return false };
    let hull = app.with(|project| project.annotation(id)?.target.hull());
    let at = hull.map(|hull| if edge == Edge::Start { hull.start() } else { hull.end() });
    at.is_some_and(|at| dom::direction(app, at) == Direction::RightToLeft)
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
                let moved = settle(app, text, &blocks, old.start(), motion, edge);
                (moved < old.end()).then(|| Span::between(moved, old.end()))?
            }
            Edge::End => {
                let moved = settle(app, text, &blocks, old.end(), motion, edge);
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
fn settle(app: App, text: &Text, blocks: &[Block], from: CodePoint, motion: Motion, edge: Edge) -> CodePoint {
    let to = app.move_from(text, blocks, from, motion);
    match (edge, motion) {
        (Edge::Start, Motion::NextWord) => {
            let next_end = app.move_from(text, blocks, to, Motion::NextWord);
            app.move_from(text, blocks, next_end, Motion::PreviousWord)
        }
        (Edge::End, Motion::PreviousWord) => {
            let before = app.move_from(text, blocks, to, Motion::PreviousWord);
            app.move_from(text, blocks, before, Motion::NextWord)
        }
        _ => to,
    }
}
