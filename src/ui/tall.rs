//! A list of any length, of which only the rows near the view are there. Rows may have any height: it is
//! measured when they are shown, and taken for the usual one before. Each row stands at its own place,
//! so that one that is far from the others can stay as well: the chosen one, and the one with the focus.

use crate::table::{Coded, Heights};
use leptos::{ev, html, prelude::*};
use std::ops::Range;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, ResizeObserver};

/// So many rows are all shown.
const FEW: usize = 40;

/// What a row is: a kind, and which of its kind. Lists of all kinds of rows share one type, so that the page
/// carries one list.
pub type Row = [u64; 3];

/// The row of a kind that has this id.
pub fn row<K: Coded>(kind: u64, id: K) -> Row {
    let mut row = [kind, 0, 0];
    id.encode(&mut row[1..][..K::WORDS]);
    row
}

/// The id of a row.
pub fn id<K: Coded>(row: Row) -> K {
    K::decode(&row[1..][..K::WORDS])
}

/// How a list is shown.
#[derive(Clone, Copy)]
pub struct Manner {
    /// Scrolls the list, and holds it.
    pub scroller: &'static str,
    /// What a row is taken for before it was seen, in CSS pixels.
    pub usual: f64,
    /// What gets the focus in a row.
    pub button: &'static str,
}

/// The list.
#[derive(Clone, Copy)]
pub struct Tall {
    rows: Memo<Vec<Row>>,
    /// Stays, wherever the view is.
    kept: Signal<Option<Row>>,
    manner: Manner,
    list: NodeRef<html::Ul>,
    heights: RwSignal<Heights<Row>>,
    /// The rows that are there, with their places.
    shown: RwSignal<Vec<(usize, Row)>>,
    observer: StoredValue<Option<ResizeObserver>, LocalStorage>,
    /// The row that gets the focus as soon as it is there.
    wanted: StoredValue<Option<usize>>,
}

impl Tall {
    /// A list of these rows.
    pub fn new(rows: Memo<Vec<Row>>, kept: Signal<Option<Row>>, manner: Manner) -> Self {
        let heights = RwSignal::new(Heights::new(manner.usual));
        let tall = Self {
            rows,
            kept,
            manner,
            list: NodeRef::new(),
            heights,
            shown: RwSignal::default(),
            observer: StoredValue::new_local(None),
            wanted: StoredValue::new(None),
        };
        super::effect(move || {
            rows.track();
            kept.track();
            untrack(|| {
                rows.with(|rows| heights.update(|heights| heights.follow(rows)));
                tall.show_rows();
            });
        });
        tall.follow_view();
        tall
    }

    /// Looks again whenever the view moves, or rows have another height than before.
    fn follow_view(self) {
        super::effect(move || {
            let Some(list) = self.list.get() else { return };
            let measure = Closure::<dyn FnMut()>::new(move || self.measure());
            let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
            let scroller = list.closest(self.manner.scroller).ok().flatten();
            if let (Some(observer), Some(scroller)) = (&observer, &scroller) {
                observer.observe(scroller);
            }
            let waits = StoredValue::new(false);
            let look = Closure::<dyn FnMut()>::new(move || {
                if waits.try_get_value() == Some(false) {
                    waits.set_value(true);
                    request_animation_frame(move || {
                        if waits.try_get_value().is_some() {
                            waits.set_value(false);
                            self.show_rows();
                        }
                    });
                }
            });
            if let Some(scroller) = &scroller {
                let _ = scroller.add_event_listener_with_callback("scroll", look.as_ref().unchecked_ref());
            }
            self.observer.set_value(observer);
            let alive = StoredValue::new_local((measure, look, scroller));
            on_cleanup(move || {
                alive.with_value(|(_, look, scroller)| {
                    let look = look.as_ref().unchecked_ref();
                    if let Some(scroller) = scroller {
                        let _ = scroller.remove_event_listener_with_callback("scroll", look);
                    }
                });
                if let Some(Some(observer)) = self.observer.try_update_value(Option::take) {
                    observer.disconnect();
                }
            });
            self.show_rows();
        });
    }

    /// Sees to it that the rows near the view are there.
    fn show_rows(self) {
        let near = self.near();
        let shown = self.rows.with_untracked(|rows| {
            let mut places: Vec<usize> = near.collect();
            let (focused, wanted) = (self.focused(), self.wanted.get_value());
            let kept = self.kept.get_untracked().and_then(|kept| rows.iter().position(|row| *row == kept));
            for place in [kept, focused, wanted].into_iter().flatten().filter(|place| *place < rows.len()) {
                if let Err(at) = places.binary_search(&place) {
                    places.insert(at, place);
                }
            }
            places.into_iter().map(|place| (place, rows[place])).collect::<Vec<_>>()
        });
        if self.shown.with_untracked(|known| *known != shown) {
            self.shown.set(shown);
            self.hold_focus();
        }
    }

    /// The browser takes the focus from an element that is put elsewhere in the page.
    fn hold_focus(self) {
        let active = document().active_element().and_then(|active| active.dyn_into::<HtmlElement>().ok());
        let Some((active, list)) = active.zip(self.list.get_untracked()) else { return };
        if !list.contains(Some(&active)) {
            return;
        }
        // Views have followed when this runs.
        wasm_bindgen_futures::spawn_local(async move {
            leptos::task::tick().await;
            let is_lost = document().active_element().is_none_or(|now| now.tag_name() == "BODY");
            if is_lost && active.is_connected() {
                let options = web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = active.focus_with_options(&options);
            }
        });
    }

    /// The places of the rows in view, and as much again on both sides.
    fn near(self) -> Range<usize> {
        let count = self.rows.with_untracked(Vec::len);
        if count <= FEW {
            return 0..count;
        }
        let Some((view, list)) = self.list.get_untracked().and_then(|list| {
            let scroller = list.closest(self.manner.scroller).ok()??;
            Some((scroller.get_bounding_client_rect(), list.get_bounding_client_rect()))
        }) else {
            return 0..FEW;
        };
        let (top, reach) = (view.top() - list.top(), view.height().max(self.manner.usual * 4.0));
        self.heights.with_untracked(|heights| {
            let first = heights.first_from(top - reach).saturating_sub(1);
            let last = heights.first_from(top + view.height() + reach);
            first.min(count)..last.min(count)
        })
    }

    /// The place of the row that has the focus.
    fn focused(self) -> Option<usize> {
        let active = document().active_element()?;
        let list: &Element = &*self.list.get_untracked()?;
        list.contains(Some(&active)).then(|| place_of(&active)).flatten()
    }

    /// Measures the rows that are there, and keeps what is in view where it is.
    fn measure(self) {
        let Some(Some(list)) = self.list.try_get_untracked() else { return };
        let children = list.children();
        let anchor = self.anchor(&list);
        let top = || anchor.map(|at| self.heights.with_untracked(|heights| heights.top(at)));
        let before = top();
        let mut is_changed = false;
        // Views are told once, and only where something is another.
        self.heights.update_untracked(|heights| {
            for child in (0..children.length()).filter_map(|at| children.item(at)) {
                // Whole pixels: to write fractions, the page would have to carry the tables for them.
                let height = child.get_bounding_client_rect().height().ceil();
                is_changed |= place_of(&child).is_some_and(|place| heights.measure(place, height));
            }
        });
        if is_changed {
            self.heights.notify();
            if let (Some((before, after)), Ok(Some(scroller))) =
                (before.zip(top()), list.closest(self.manner.scroller))
                && before != after
            {
                // The list must be as high as it will be before it can be scrolled so far.
                self.fit(&list);
                scroller.scroll_by_with_x_and_y(0.0, after - before);
            }
        }
        self.show_rows();
    }

    /// The first row in view, unless the list begins there.
    fn anchor(self, list: &Element) -> Option<usize> {
        let view = list.closest(self.manner.scroller).ok()??.get_bounding_client_rect();
        let top = view.top() - list.get_bounding_client_rect().top();
        let count = self.rows.with_untracked(Vec::len);
        let at = self.heights.with_untracked(|heights| heights.first_from(top));
        (top > 0.0 && at < count).then_some(at)
    }

    fn fit(self, list: &HtmlElement) {
        let _ = list.style().set_property("height", &px(self.heights.with_untracked(Heights::all)));
    }

    /// Brings a row into view, and the focus to its button.
    pub fn go_to(self, place: usize) {
        let (top, bottom) =
            self.heights.with_untracked(|heights| (heights.top(place), heights.top(place + 1)));
        let Some(list) = self.list.get_untracked() else { return };
        let Ok(Some(scroller)) = list.closest(self.manner.scroller) else { return };
        let (view, from) = (scroller.get_bounding_client_rect(), list.get_bounding_client_rect().top());
        let above = from + top - view.top();
        let below = from + bottom - view.bottom();
        let by = if above < 0.0 { above } else { below.max(0.0) };
        scroller.scroll_by_with_x_and_y(0.0, by);
        if self.focus(place) {
            return self.show_rows();
        }
        // The row has to come first, which it does before the next key: that key goes to it.
        self.wanted.set_value(Some(place));
        self.show_rows();
        wasm_bindgen_futures::spawn_local(async move {
            leptos::task::tick().await;
            if !self.focus_wanted(place) {
                request_animation_frame(move || {
                    self.focus_wanted(place);
                    self.wanted.try_update_value(|wanted| wanted.take_if(|wanted| *wanted == place));
                });
            }
        });
    }

    /// The focus goes to a row that is still wanted; true where nothing is left to do.
    fn focus_wanted(self, place: usize) -> bool {
        if self.wanted.try_get_value().flatten() != Some(place) {
            return true;
        }
        let is_there = self.focus(place);
        if is_there {
            self.wanted.set_value(None);
        }
        is_there
    }

    /// False where the row is not there.
    fn focus(self, place: usize) -> bool {
        let list = self.list.get_untracked();
        let found = list.and_then(|list| {
            list.query_selector(&format!("[data-at=\"{place}\"] {}", self.manner.button)).ok().flatten()
        });
        match found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            Some(element) => element.focus().is_ok(),
            None => false,
        }
    }

    /// Up and down go from row to row, Home and End to the first and the last, past those that have no button.
    pub fn walk(self, event: &ev::KeyboardEvent, has_button: impl Fn(Row) -> bool) {
        // What else is in a row has these keys for itself.
        let active = document().active_element();
        if !active.is_some_and(|active| active.matches(self.manner.button).unwrap_or(false)) {
            return;
        }
        let Some(place) = self.focused_place() else { return };
        let next = self.rows.with_untracked(|rows| {
            let is = |place: &usize| has_button(rows[*place]);
            match event.key().as_str() {
                "ArrowDown" => (place + 1..rows.len()).find(is),
                "ArrowUp" => (0..place).rev().find(is),
                "Home" => (0..rows.len()).find(is),
                "End" => (0..rows.len()).rev().find(is),
                _ => None,
            }
        });
        if let Some(next) = next {
            event.prevent_default();
            self.go_to(next);
        }
    }

    /// Where the focus is, or will be in a moment.
    fn focused_place(self) -> Option<usize> {
        self.wanted.get_value().or_else(|| self.focused())
    }
}

/// The place of a row's element, or of one in it.
fn place_of(element: &Element) -> Option<usize> {
    element.closest("[data-at]").ok()??.get_attribute("data-at")?.parse().ok()
}

fn px(value: f64) -> String {
    format!("{}px", value as i32)
}

/// The list as it is seen. `row` gives what is in a row.
pub fn tall(list: Tall, class: &'static str, row: fn(Row) -> AnyView) -> AnyView {
    let height = Signal::derive(move || px(list.heights.with(Heights::all)));
    let children = move |(_, key): (usize, Row)| {
        let item = NodeRef::<html::Li>::new();
        let place = Memo::new(move |_| {
            list.shown.with(|shown| shown.iter().find(|(_, known)| *known == key).map(|(place, _)| *place))
        });
        let top = Signal::derive(move || {
            let place = place.get().unwrap_or(0);
            px(list.heights.with(|heights| heights.top(place)))
        });
        super::effect(move || {
            let Some(item) = item.get() else { return };
            let _ = list.observer.try_with_value(|observer| {
                if let Some(observer) = observer {
                    observer.observe(&item);
                }
            });
        });
        let number = Signal::derive(move || place.get().map(|place| (place + 1).to_string()));
        let count = Memo::new(move |_| list.rows.with(Vec::len).to_string());
        view! {
            <li class="tall-row" node_ref=item style:top=top aria-setsize=move || count.get() aria-posinset=number
                data-at=Signal::derive(move || place.get().map(|place| place.to_string()))>{row(key)}</li>
        }
    };
    view! {
        <ul class=format!("tall {class}") node_ref=list.list style:height=height>
            <For each=move || list.shown.get() key=|(_, key)| *key children/>
        </ul>
    }
    .into_any()
}
