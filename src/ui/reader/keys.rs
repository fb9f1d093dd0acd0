//! Marking with the keyboard alone.

use super::super::commands::has_control;
use super::{dom, overlay, pointer};
use crate::app::{App, Caret, Palette, Take};
use crate::model::{Command, Target};
use crate::text::{Block, CodePoint, Direction, Motion, Span, Text, block_at, sentence_at, to_graphemes};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Where a key takes the caret.
#[derive(Clone, Copy)]
enum Way {
    /// Computed in the text.
    To(Motion),
    /// To the line above (−1) or below (1), as it is laid out.
    Line(i8),
    /// To an end of the line, as it is laid out.
    LineEnd(i8),
}

/// Key, Control (or Command, or Alt), way. Shift selects with each.
const WAYS: &[(&str, bool, Way)] = &[
    ("ArrowRight", false, Way::To(Motion::NextCharacter)),
    ("ArrowLeft", false, Way::To(Motion::PreviousCharacter)),
    ("ArrowRight", true, Way::To(Motion::NextWord)),
    ("ArrowLeft", true, Way::To(Motion::PreviousWord)),
    ("ArrowDown", false, Way::Line(1)),
    ("ArrowUp", false, Way::Line(-1)),
    ("ArrowDown", true, Way::To(Motion::NextBlock)),
    ("ArrowUp", true, Way::To(Motion::PreviousBlock)),
    ("Home", false, Way::LineEnd(-1)),
    ("End", false, Way::LineEnd(1)),
    ("Home", true, Way::To(Motion::Start)),
    ("End", true, Way::To(Motion::End)),
    (".", false, Way::To(Motion::NextSentence)),
    (",", false, Way::To(Motion::PreviousSentence)),
    (">", false, Way::To(Motion::NextSentence)),
    ("<", false, Way::To(Motion::PreviousSentence)),
];

/// Handles a key in the text. What is no movement goes on to the page.
pub(super) fn on_key(app: App, event: &KeyboardEvent) {
    let key = event.key();
    let is_wide = has_control(event) || event.alt_key();
    if app.view.chosen.get_untracked().is_some()
        && (event.shift_key() || has_control(event))
        && resize(app, event)
    {
        return event.prevent_default();
    }
    if key == "Enter" && !has_control(event) {
        enter(app, if event.alt_key() { Take::Exact } else { Take::Words });
        return event.prevent_default();
    }
    if !is_wide && let Some(span) = unit(app, &key) {
        app.view.chosen.set(None);
        app.view.caret.set(Caret { anchor: span.start(), head: span.end(), column: None });
        app.select(span, Take::Words);
        return event.prevent_default();
    }
    let Some((_, _, way)) = WAYS.iter().find(|(name, wide, _)| *name == key && *wide == is_wide) else {
        return;
    };
    event.prevent_default();
    let caret = app.view.caret.get_untracked();
    let way = mirrored(app, caret.head, *way, key.starts_with("Arrow"));
    let Some((head, column)) = go(app, caret, way) else { return };
    let anchor = if event.shift_key() { caret.anchor } else { head };
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

/// Enter opens the palette for the selection, or chooses what lies at the caret.
fn enter(app: App, take: Take) {
    let caret = app.view.caret.get_untracked();
    if !caret.span().is_empty() {
        if app.select(caret.span(), take).is_some() {
            app.view.palette.set(Some(Palette::Pending));
        }
    } else if app.view.pending.get_untracked().is_some() {
        app.view.palette.set(Some(Palette::Pending));
    } else {
        pointer::choose_at(app, caret.head, true);
    }
}

/// The word, sentence or block at the caret, for the letters that select one.
fn unit(app: App, key: &str) -> Option<Span> {
    let head = app.view.caret.get_untracked().head;
    let blocks = dom::blocks(app)?;
    let id = app.view.document.get_untracked()?;
    app.with(|project| {
        let text = &project.document(id)?.text;
        match key {
            "w" => {
                let end = app.move_from(text, &blocks, head, Motion::NextWord);
                Some(Span::between(app.move_from(text, &blocks, end, Motion::PreviousWord), end))
            }
            "s" => Some(sentence_at(text, &blocks, head)),
            "b" => Some(blocks[block_at(&blocks, head)].span),
            _ => None,
        }
    })
}

/// In a line that runs from right to left, the left arrow goes forward.
fn mirrored(app: App, head: CodePoint, way: Way, is_arrow: bool) -> Way {
    let is_rtl = dom::direction(app, head) == Direction::RightToLeft;
    match way {
        Way::To(motion) if is_rtl && is_arrow => Way::To(match motion {
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

/// Shift moves the end of the chosen passage, Control its start; by words, with
/// Alt by characters. True where the key was one of these.
fn resize(app: App, event: &KeyboardEvent) -> bool {
    let is_right = match event.key().as_str() {
        "ArrowRight" => true,
        "ArrowLeft" => false,
        _ => return false,
    };
    let edge = if event.shift_key() { Edge::End } else { Edge::Start };
    let forward = is_right != is_mirrored_at(app, edge);
    let motion = match (event.alt_key(), forward) {
        (false, true) => Motion::NextWord,
        (false, false) => Motion::PreviousWord,
        (true, true) => Motion::NextCharacter,
        (true, false) => Motion::PreviousCharacter,
    };
    move_edge(app, edge, motion);
    true
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
