//! The review of suggestions by keyboard: what the commands do, and what they say.

use super::{misfits, reading};
use crate::app::{App, Pane};
use crate::text::{CodePoint, Span};
use crate::ui::{focus, reader, words::words};
use leptos::prelude::*;

/// Looks the shown text through, and begins with the first suggestion.
pub fn look(app: App) {
    app.view.said.set(words().legal.busy.to_owned());
    app.look_for_law(move |app| {
        if app.step_suggestion(1) {
            tell(app, "");
        } else {
            let id = app.view.document.get_untracked();
            let any =
                app.view.law.found.with_untracked(|found| {
                    id.and_then(|id| found.get(&id)).is_some_and(|all| !all.is_empty())
                });
            let told = if any { words().legal.none_left } else { words().legal.none_found };
            app.say(told.to_owned());
        }
    });
}

/// Brings the next suggestion under review, or the one before; looks the text through where that was not done.
pub fn step(app: App, by: isize) {
    let is_new = app.view.document.get_untracked().is_some_and(|id| !app.looked_through(id));
    if is_new {
        return look(app);
    }
    if app.step_suggestion(by) {
        tell(app, "");
    } else {
        app.view.said.set(words().legal.none_left.to_owned());
    }
}

/// Brings the suggestion that lies at a position under review, if one does.
pub fn at(app: App, position: CodePoint) {
    let all = untrack(|| app.suggestions());
    if let Some(one) = super::suggestion_at(&all, position) {
        app.review(one.reference.span);
        tell(app, "");
    }
}

/// Shows the list with the suggestion that lies at a position, on a page that shows one column too.
pub fn open_at(app: App, position: CodePoint) {
    app.view.pane.set(Pane::Lists);
    at(app, position);
    request_animation_frame(|| focus(".suggestion[aria-expanded=true]"));
}

/// Leads to the list: to its first suggestion, or to what looks for some.
pub fn go_to_list(app: App) {
    let id = app.view.document.get_untracked();
    if id.is_some_and(|id| !app.looked_through(id)) {
        return look(app);
    }
    if app.view.law.current.get_untracked().is_none() {
        app.step_suggestion(1);
    }
    tell(app, "");
    request_animation_frame(|| focus(".suggestion[aria-expanded=true]"));
}

/// Takes the suggestion under review.
pub fn accept(app: App) {
    if is_over(app) {
        return;
    }
    app.accept_suggestion();
    tell(app, words().legal.accepted);
}

/// Refuses it here.
pub fn refuse(app: App) {
    if is_over(app) {
        return;
    }
    app.refuse_suggestion();
    tell(app, words().legal.refused_one);
}

/// Refuses all that says and means the same.
pub fn refuse_alike(app: App) {
    if is_over(app) {
        return;
    }
    let (here, elsewhere, texts) = app.refuse_alike();
    tell(app, &(words().legal.refused_all)(here, elsewhere, texts));
}

/// Says so where the last suggestion was settled before this key came.
fn is_over(app: App) -> bool {
    let is_over = app.view.law.current.get_untracked().is_none();
    if is_over {
        app.view.said.set(words().legal.none_left.to_owned());
    }
    is_over
}

/// Goes to the choices of the suggestion under review.
pub fn choose(app: App) {
    app.view.pane.set(Pane::Lists);
    request_animation_frame(|| focus(".suggested .current :is(input, .accept)"));
}

/// Tells which suggestion is under review now, after what was done; and keeps its words in sight.
pub fn tell(app: App, done: &str) {
    let done = done.to_owned();
    // After what the step itself tells.
    request_animation_frame(move || {
        // What had the focus may have gone with its suggestion.
        if document().active_element().is_none_or(|element| element.tag_name() == "BODY") {
            focus(".suggestion[aria-expanded=true], .suggested button, #reader");
        }
        let all = untrack(|| app.suggestions());
        let current = app.view.law.current.get_untracked();
        let at = current.and_then(|span| all.iter().position(|one| one.reference.span == span));
        let Some(at) = at else {
            if app.view.palette.get_untracked().is_none() {
                app.view.said.set(format!("{done} {}", words().legal.all_settled));
            }
            return;
        };
        let one = &all[at];
        let read: Vec<_> = [reading(&one.reference)].into_iter().chain(misfits(&one.reference)).collect();
        let told = (words().legal.told)(&one.words, &read.join(". "), at + 1, all.len());
        app.view.said.set(format!("{done} {told}").trim().to_owned());
        reader::follow_caret(app);
        keep_in_view(app, one.reference.span, Settling::default());
    });
}

/// A card that is being laid out: where it stood last, for how many frames it has, and how many were seen.
#[derive(Clone, Copy, Default)]
struct Settling {
    top: i32,
    height: i32,
    still: u8,
    seen: u8,
}

/// So many frames a card has not moved when it is laid out: rows are measured after they are shown.
const STILL: u8 = 4;

/// After so many frames a card is left where it is: the person may be scrolling.
const MOST: u8 = 40;

/// Brings the card under review into view, and again until it is laid out: its head before all, and as much of what
/// can be chosen as there is room for.
fn keep_in_view(app: App, span: Span, was: Settling) {
    let is_current = app.view.law.current.get_untracked() == Some(span);
    let found = || {
        let card = document().query_selector(".suggested .current").ok()??;
        Some((card.closest(".lists").ok()??, card))
    };
    let Some((scroller, card)) = found().filter(|_| is_current) else { return };
    let (view, place) = (scroller.get_bounding_client_rect(), card.get_bounding_client_rect());
    let (above, below) = (place.top() - view.top() - EDGE, place.bottom() - view.bottom() + EDGE);
    scroller.scroll_by_with_x_and_y(0.0, if above < 0.0 { above } else { below.clamp(0.0, above) });
    let place = card.get_bounding_client_rect();
    let (top, height) = (place.top() as i32, place.height() as i32);
    let is_still = top == was.top && height == was.height;
    let now = Settling { top, height, still: if is_still { was.still + 1 } else { 0 }, seen: was.seen + 1 };
    if now.still < STILL && now.seen < MOST {
        request_animation_frame(move || keep_in_view(app, span, now));
    }
}

/// How far from the edges of the column a card is brought, in CSS pixels.
const EDGE: f64 = 8.0;
