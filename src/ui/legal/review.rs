//! The review of suggestions by keyboard: what the commands do, and what they say.

use super::reading;
use crate::app::{App, Pane};
use crate::text::CodePoint;
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
    let mut spans = all.iter().map(|one| one.reference.span);
    if let Some(span) = spans.find(|span| span.start() <= position && position < span.end()) {
        app.review(span);
        tell(app, "");
    }
}

/// Takes the suggestion under review.
pub fn accept(app: App) {
    app.accept_suggestion();
    tell(app, words().legal.accepted);
}

/// Refuses it here.
pub fn refuse(app: App) {
    app.refuse_suggestion();
    tell(app, words().legal.refused_one);
}

/// Refuses all that says and means the same.
pub fn refuse_alike(app: App) {
    app.refuse_alike();
    tell(app, words().legal.refused_one);
}

/// Goes to the choices of the suggestion under review.
pub fn choose(app: App) {
    app.view.pane.set(Pane::Lists);
    request_animation_frame(|| focus(".suggested .current :is(input, .accept)"));
}

/// Tells which suggestion is under review now, after what was done; and keeps its words in sight.
pub fn tell(app: App, done: &'static str) {
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
        let told = (words().legal.told)(&one.words, &reading(&one.reference), at + 1, all.len());
        app.view.said.set(format!("{done} {told}").trim().to_owned());
        reader::follow_caret(app);
        reader::place::bring_into_view(".suggested .current");
    });
}
