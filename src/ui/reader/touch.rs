//! Marking with a finger: tap the first word, tap the last.

use super::super::{effect, focus_reader, legal, words::words};
use super::{dom, pointer};
use crate::app::{App, Caret, Take};
use crate::text::{CodePoint, Motion, Span};
use leptos::prelude::*;
use web_sys::PointerEvent;

/// How far a finger may slip, in CSS pixels, and still tap.
const SLIP: i32 = 10;

/// How long a finger may rest, in milliseconds: a longer press is the browser's,
/// which selects a word and shows handles of its own.
const REST: f64 = 500.0;

/// Where and when a finger came down.
#[derive(Clone, Copy)]
pub(super) struct Press {
    x: i32,
    y: i32,
    at: f64,
}

impl Press {
    pub(super) fn of(event: &PointerEvent) -> Self {
        Self { x: event.client_x(), y: event.client_y(), at: event.time_stamp() }
    }

    /// True where the finger was lifted soon, and where it came down. One that
    /// scrolled is never lifted: the browser takes the pointer away.
    pub(super) fn is_tap(self, up: &PointerEvent) -> bool {
        let slip = (up.client_x() - self.x).abs().max((up.client_y() - self.y).abs());
        slip <= SLIP && up.time_stamp() - self.at <= REST
    }
}

/// A tap in the text: on a word it begins a passage, which the next tap ends; on
/// marks it chooses them one after the other, and after the last begins there.
pub(super) fn tap(app: App, (x, y): (f64, f64)) {
    let Some(at) = dom::position_at(app, x as f32, y as f32) else { return };
    let Some(document) = app.view.document.get_untracked() else { return };
    let word = word_at(app, at);
    if let Some(first) = app.view.begun.get_untracked() {
        let whole = first.hull(word.unwrap_or_else(|| Span::between(at, at)));
        app.view.begun.set(None);
        app.view.caret.set(Caret::at(whole.end()));
        if app.select(whole, Take::Words).is_some() {
            app.take_passage();
        }
        return;
    }
    if app.view.relating.with_untracked(Option::is_some) {
        return pointer::choose_at(app, at, true);
    }
    let stack = pointer::stack_at(app, document, at);
    let chosen = app.view.chosen.get_untracked();
    app.view.pending.set(None);
    app.view.caret.set(Caret::at(at));
    focus_reader();
    if chosen.is_none() && !stack.is_empty() || chosen != stack.last().copied() && !stack.is_empty() {
        return pointer::choose_at(app, at, true);
    }
    app.view.chosen.set(None);
    if let Some(word) = word
        && let Some(taken) = app.select(word, Take::Words)
    {
        app.view.begun.set(Some(taken));
        app.view.said.set((words().touch.begun)(&app.words_of(taken, 80)));
    }
}

/// The word that a finger at this position means.
fn word_at(app: App, at: CodePoint) -> Option<Span> {
    let blocks = dom::blocks(app)?;
    let id = app.view.document.get_untracked()?;
    let beside = |motion| {
        let other =
            app.with(|project| Some(app.move_from(&project.document(id)?.text, &blocks, at, motion)))?;
        let raw = Span::between(at, other);
        app.taken(raw, Take::Words).filter(|taken| taken.overlaps(raw))
    };
    // Behind the middle of a word's last letter the position is the word's end.
    beside(Motion::NextCharacter).or_else(|| beside(Motion::PreviousCharacter))
}

/// What can be done with a passage that was selected by touch and has no tag yet.
#[component]
pub(super) fn PassageBar() -> impl IntoView {
    let app = super::super::app();
    effect(move || {
        if app.view.pending.get().is_none() {
            app.view.begun.set(None);
        }
    });
    let is_shown = move || app.view.pending.get().is_some() && app.view.palette.get().is_none();
    let has_begun = move || app.view.begun.get().is_some();
    let label =
        Signal::derive(move || if has_begun() { words().touch.tag_word } else { words().tag_passage });
    let give_up = move |_| {
        app.view.leave_passage();
        focus_reader();
    };
    let take = move |_| {
        app.view.begun.set(None);
        app.take_passage();
    };
    // Words with a suggestion: the tap begins a passage all the same.
    let begun = move || app.view.begun.get().map(|begun| begun.start());
    let suggested = move || {
        let at = begun()?;
        let about = legal::suggested_at(app, at)?;
        let open = move |_| {
            app.view.leave_passage();
            legal::open_at(app, at);
        };
        Some(view! {
            <button type="button" class="open-suggestion" on:click=open>{(words().touch.suggested)(&about)}</button>
        })
    };
    view! {
        <Show when=is_shown>
            <div class="passage-bar" role="group" aria-label=words().touch.passage>
                <Show when=has_begun><span>{words().touch.tap_last}</span></Show>
                <button type="button" class="tag-passage primary" on:click=take>{label}</button>
                <button type="button" class="give-up" on:click=give_up>{words().touch.give_up}</button>
                {suggested}
            </div>
        </Show>
    }
}
