//! Where a person was in each text: there they are again when they come back to it, or load the page anew.

use super::{dom, surface};
use crate::app::{App, shown_before};
use crate::model::DocumentId;
use crate::table::Table;
use leptos::prelude::*;
use std::cell::RefCell;

/// The first block in sight, and how much of it is above the view, in CSS pixels.
type Place = (usize, usize);

thread_local! {
    static PLACES: RefCell<Table<DocumentId, Place>> = RefCell::default();
}

/// Notes where the view is when the page goes.
pub(super) fn listen(app: App) {
    window_event_listener_untyped("pagehide", move |_| {
        let Some(id) = app.view.document.get_untracked() else { return };
        let (block, offset) = here().unwrap_or_default();
        app.note_shown(&format!("{id} {block} {offset}"));
    });
}

/// Notes where the view is in a text that is about to go.
pub(super) fn leave(id: DocumentId) {
    if let Some(place) = here() {
        PLACES.with_borrow_mut(|places| places.insert(id, place));
    }
}

fn here() -> Option<Place> {
    let top = dom::column()?.get_bounding_client_rect().top();
    let block = surface::blocks_between(top, top)?.start;
    // What stands below the edge is 0 above it.
    Some((block, (top - surface::paragraph(block)?.get_bounding_client_rect().top()) as usize))
}

/// Goes where the view was in this text, or to its start.
pub(super) fn go(id: DocumentId) -> Option<()> {
    let column = dom::column()?;
    let known = PLACES.with_borrow(|places| places.get(&id).copied()).or_else(|| before(id));
    // To the title, where the first block was all in sight.
    let Some((block, offset)) = known.filter(|place| *place > (0, 0)) else {
        if column.scroll_top() != 0 {
            column.set_scroll_top(0);
        }
        return None;
    };
    let top = column.get_bounding_client_rect().top();
    let now = surface::paragraph(block)?.get_bounding_client_rect().top() - top;
    column.set_scroll_top(column.scroll_top() + now as i32 + offset as i32);
    Some(())
}

/// What the page noted before it was loaded anew.
fn before(id: DocumentId) -> Option<Place> {
    let note = shown_before()?;
    let mut words = note.split(' ');
    if DocumentId::parse(words.next()?) != Some(id) {
        return None;
    }
    Some((words.next()?.parse().ok()?, words.next()?.parse().ok()?))
}
