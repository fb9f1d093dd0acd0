//! Where things stand that belong to a passage.

use super::dom;
use crate::app::{App, Palette};
use crate::model::AnnotationId;
use crate::text::Span;
use leptos::prelude::*;
use web_sys::{DomRect, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Scrolling that does no more than it must.
fn nearest() -> ScrollIntoViewOptions {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options
}

/// Scrolls to the first element that matches, if it is out of sight.
pub fn bring_into_view(selector: &str) {
    show(selector);
}

/// Does the same; nothing where there is no such element.
pub(super) fn show(selector: &str) -> Option<()> {
    let element = document().query_selector(selector).ok()??;
    element.scroll_into_view_with_scroll_into_view_options(&nearest());
    Some(())
}

/// How far from the edge of the reader the palette stays: its `scroll-padding`.
const EDGE: f64 = 32.0;

/// Puts the palette at what it gives a tag to.
pub fn stand_at_passage(app: App, frame: &HtmlElement) {
    let span = match app.view.palette.get_untracked() {
        Some(Palette::Retag(id)) => hull(app, id),
        Some(Palette::Pen) => {
            Some(Span::between(app.view.caret.get_untracked().head, app.view.caret.get_untracked().head))
        }
        Some(Palette::Example(_)) => app.passage().and_then(|(_, target)| target.hull()),
        _ => app.view.pending.get_untracked().map(|pending| pending.taken),
    };
    stand_at(app, frame, span);
}

/// From the first to the last character of an annotation; nothing for a whole document.
pub fn hull(app: App, id: AnnotationId) -> Option<Span> {
    app.with(|project| project.annotation(id)?.target.hull())
}

/// Where a box stands at a passage: under its end. What is on the whole document is at its title.
fn place_of(app: App, span: Option<Span>) -> Option<DomRect> {
    match span {
        Some(span) => dom::caret_rectangle(app, span.end()),
        None => {
            document().query_selector(".reader .title").ok()?.map(|title| title.get_bounding_client_rect())
        }
    }
}

/// Puts a box under the end of its passage, or above it where there is
/// more room, and no larger than the room: a third click must find the text where
/// the second left it. On a narrow page the style sheet puts it at the foot instead.
pub fn stand_at(app: App, frame: &HtmlElement, span: Option<Span>) {
    let Some(page) = frame.parent_element() else { return };
    let Some(rect) = place_of(app, span) else { return };
    let Some(reader) = page.parent_element() else { return };
    let (origin, view) = (page.get_bounding_client_rect(), reader.get_bounding_client_rect());
    let style = frame.style();
    let _ = style.remove_property("--room");
    let under = rect.bottom().clamp(view.top(), view.bottom()) + 8.0;
    let over = rect.top().clamp(view.top(), view.bottom()) - 8.0;
    let (below, above) = (view.bottom() - EDGE - under, over - view.top() - EDGE);
    let is_below = f64::from(frame.offset_height()) <= below || below >= above;
    let _ = style.set_property("--room", &format!("{}px", if is_below { below } else { above }));
    let (width, height) = (f64::from(frame.offset_width()), f64::from(frame.offset_height()));
    let top = if is_below { under } else { over - height };
    let most = (origin.width() - width - 8.0).max(0.0);
    let left = (rect.left() - origin.left() - width / 2.0).clamp(0.0, most);
    let _ = style.set_property("left", &format!("{left}px"));
    let _ = style.set_property("top", &format!("{}px", top - origin.top()));
}
