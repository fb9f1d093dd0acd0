//! One of a few, side by side: one Tab stop, arrows go from one to the next, and what is chosen is taken
//! away by choosing it again.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What can be chosen, and what is.
pub(super) struct Segments {
    /// The id of the element that names them.
    pub labelled: String,
    /// The id of the element that says what is wrong, where there is one.
    pub described: Option<String>,
    /// Their names.
    pub names: Vec<String>,
    /// Which one is chosen.
    pub current: Signal<Option<usize>>,
}

/// The buttons. `pick` is told what is chosen now.
pub(super) fn segments(these: Segments, pick: impl Fn(Option<usize>) + Copy + 'static) -> AnyView {
    let Segments { labelled, described, names, current } = these;
    let buttons = names.into_iter().enumerate().map(|(at, name)| {
        let is_chosen = Signal::derive(move || current.get() == Some(at));
        let is_stop = Signal::derive(move || current.get().unwrap_or(0) == at);
        view! {
            <button type="button" role="radio" dir="auto" aria-checked=Signal::derive(move || is_chosen.get().to_string())
                tabindex=Signal::derive(move || if is_stop.get() { "0" } else { "-1" })
                on:click=move |_| pick((!is_chosen.get_untracked()).then_some(at))>{name}</button>
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => go(&event, 1),
            "ArrowLeft" | "ArrowUp" => go(&event, -1),
            "Delete" | "Backspace" => pick(None),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="segments" role="radiogroup" aria-labelledby=labelled aria-describedby=described on:keydown=on_key>
            {buttons.collect_view()}
        </div>
    }
    .into_any()
}

/// Brings the focus so many buttons on; after the last comes the first.
fn go(event: &ev::KeyboardEvent, by: i32) {
    let group = event.current_target().and_then(|group| group.dyn_into::<Element>().ok());
    let Some(buttons) = group.map(|group| group.children()) else { return };
    let count = buttons.length() as i32;
    let active = document().active_element();
    let at = (0..count).find(|at| buttons.item(*at as u32) == active).unwrap_or(0);
    let next = buttons.item((at + by).rem_euclid(count) as u32);
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        let _ = next.focus();
    }
}
