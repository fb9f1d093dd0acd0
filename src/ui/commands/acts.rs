//! What the commands do that have no better place.

use crate::app::{App, Palette, Pane, Screen, Setting, Topic};
use crate::model::Progress;
use crate::ui::{after::focus_soon, detail, focus_reader, relating, told::tell_chosen, words::words};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

pub(super) fn always(_: App) -> bool {
    true
}

pub(super) fn has_document(app: App) -> bool {
    app.view.document.get().is_some()
}

pub(super) fn has_chosen(app: App) -> bool {
    app.view.chosen.get().is_some()
}

/// True where an annotation is chosen, or the pen holds a tag.
pub(super) fn has_tag_in_hand(app: App) -> bool {
    has_chosen(app) || app.view.pen.get().is_some()
}

/// True where the shown document has annotations to go to.
pub(super) fn has_annotations(app: App) -> bool {
    app.track(Topic::Annotations);
    app.view.document.get().is_some_and(|id| app.with_index(|_, index| index.count(id) > 0))
}

pub(super) fn has_other_documents(app: App) -> bool {
    app.track(Topic::Documents);
    app.with(|project| project.documents().len() > 1)
}

/// True where a suggestion is under review, or the last one was settled right now.
pub(super) fn has_suggestion(app: App) -> bool {
    app.view.law.current.get().is_some() || app.has_just_settled()
}

/// True where a suggestion was refused.
pub(super) fn has_refusals(app: App) -> bool {
    app.track(Topic::Law);
    app.with(|project| !project.refusals().is_empty())
}

/// Chooses the next annotation, and says which that is.
/// The focus stays in the details, if it was there.
pub(super) fn step(app: App, by: isize) {
    let is_inside = has_focus(".card .detail");
    app.step(by);
    tell_chosen(app);
    if is_inside {
        focus_soon(detail::FIRST);
    }
}

/// Switches between light and dark, and says what is now.
pub(super) fn theme(app: App) {
    app.switch_theme();
    app.view.said.set((words().theme)(app.view.theme.get_untracked().name()));
}

pub(super) fn retag(app: App) {
    let chosen = app.view.chosen.get_untracked();
    app.view.palette.set(chosen.map(Palette::Retag));
}

/// Goes into the details of the chosen annotation, which a narrow page shows in another column.
pub(super) fn details(app: App) {
    show(app, Pane::Annotations);
    focus_soon(detail::FIRST);
}

/// Deletes the chosen annotation. Where its details had the focus, the text gets it.
pub(super) fn delete(app: App) {
    let is_inside = has_focus(".card .detail");
    app.delete_chosen();
    if is_inside {
        focus_reader();
    }
}

/// True where something inside such an element has the focus.
fn has_focus(selector: &str) -> bool {
    let active = document().active_element();
    active.is_some_and(|active| active.closest(selector).ok().flatten().is_some())
}

/// Opens the note of the chosen annotation, which a narrow page shows in another column.
pub(super) fn note(app: App) {
    show(app, Pane::Annotations);
    focus_soon(".card.chosen .note-field");
}

/// Adds what is selected to the annotation that was chosen last.
pub(super) fn add_piece(app: App) {
    if let Some(id) = app.extendable()
        && !app.add_selected()
    {
        app.say((words().memos.select_more)(&app.quote(id, 40)));
    }
    focus_reader();
}

/// Draws relations as arcs, or does not any more.
pub(super) fn arcs(app: App) {
    let reading = app.view.reading.get_untracked();
    let choice = 1 - reading.of(Setting::Arcs);
    app.set_reading(reading.with(Setting::Arcs, choice));
    app.view.said.set(words().detail.arcs[usize::from(choice)].to_owned());
}

/// Lets go of the passage, and of the marker pen; or gives up a relation.
pub(super) fn leave(app: App) {
    if app.view.relating.with_untracked(Option::is_some) {
        return relating::give_up(app);
    }
    let held = app.view.pending.get_untracked().is_some() || app.view.chosen.get_untracked().is_some();
    let has_pen = app.view.pen.get_untracked().is_some();
    let reviewed = app.view.law.current.get_untracked().is_some();
    app.view.leave_passage();
    app.leave_review();
    focus_reader();
    if has_pen {
        app.take_pen(None);
    } else if held || reviewed {
        app.view.said.set(words().commands.left.to_owned());
    }
}

/// Shows a screen and puts the focus on what it is about.
pub(super) fn go_to_screen(app: App, screen: Screen) {
    app.view.screen.set(screen);
    focus_soon(match screen {
        Screen::Annotate => "#reader",
        Screen::Codebook => ".codebook :is([role=treeitem][tabindex='0'], .new-tag)",
        Screen::Projects => ".projects .primary",
        Screen::Ledger => ".ledger :is(td button, .exports button)",
    });
}

fn show(app: App, pane: Pane) {
    app.view.screen.set(Screen::Annotate);
    app.view.pane.set(pane);
}

/// Shows a column and puts the focus on the first thing in it.
pub(super) fn go_to(app: App, pane: Pane) {
    show(app, pane);
    focus_soon(match pane {
        Pane::Lists => ".lists :is([aria-current], button)",
        Pane::Reader => "#reader",
        Pane::Annotations => ".annotations :is(.chosen .pick, button, input, select)",
    });
}

/// Presses a button or opens a hidden field: at once, so that the next key is typed into what it opens; where the
/// page does not show it yet, in the next frame.
pub(super) fn press(selector: &'static str) {
    if !click(selector) {
        request_animation_frame(move || {
            click(selector);
        });
    }
}

/// True where there was something to press.
fn click(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let element = found.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.map(|element| element.click()).is_some()
}

pub(super) fn new_tag(app: App) {
    if app.view.screen.get_untracked() == Screen::Annotate {
        show(app, Pane::Lists);
    }
    press(".new-tag");
}

/// Goes so many documents on; after the last comes the first.
pub(super) fn step_document(app: App, by: isize) {
    let ids: Vec<_> = app.with(|project| project.documents().iter().map(|document| document.id).collect());
    let shown = app.view.document.get_untracked();
    let at = ids.iter().position(|id| Some(*id) == shown);
    if let Some(at) = at {
        app.show(ids[(at as isize + by).rem_euclid(ids.len() as isize) as usize]);
        go_to(app, Pane::Reader);
    }
}

/// Marks the document as done, or as open again.
pub(super) fn done_reading(app: App) {
    let Some(document) = app.view.document.get_untracked() else { return };
    let coder = app.coder();
    let progress = app.with(|project| project.reading(coder, document).map(|reading| reading.progress));
    app.mark_reading(if progress == Some(Progress::Done) { Progress::Open } else { Progress::Done });
}
