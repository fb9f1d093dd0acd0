//! A select whose choice is an act: it is done when the choice is made, and not while others are passed.

use crate::app::is_mac;
use leptos::{ev, prelude::*};
use web_sys::HtmlSelectElement;

/// A choice of a select: value and text.
pub type Choice = (String, String);

/// A select. Keys that go through the closed list choose nothing yet: Enter does, and leaving it; Escape takes
/// them back. What is refused leaves what holds.
#[component]
pub fn Chooser(
    /// What there is to choose from.
    choices: Memo<Vec<Choice>>,
    /// What is chosen now.
    #[prop(into)]
    current: Signal<String>,
    /// Chooses; false where it is refused.
    choose: Callback<String, bool>,
    /// What it is called, where no label says it.
    #[prop(optional, into)]
    label: Option<String>,
    /// The id of the element that names it.
    #[prop(optional, into)]
    labelled: Option<String>,
    /// The id of the element that says what is wrong with it.
    #[prop(optional, into)]
    described: Option<String>,
    /// Whether it must be answered, where that can be asked.
    #[prop(optional, into)]
    required: Option<String>,
) -> impl IntoView {
    // While a key is down that goes through the closed list.
    let passing = StoredValue::new(false);
    let is_other = move |select: &HtmlSelectElement| {
        // One that goes while it has the focus tells of its change once more.
        let current = current.try_get_untracked();
        current.is_some_and(|current| select.is_connected() && select.value() != current)
    };
    let show_current = move |select: &HtmlSelectElement| {
        if let Some(current) = current.try_get_untracked() {
            select.set_value(&current);
        }
    };
    let commit = move |select: HtmlSelectElement| {
        if is_other(&select) {
            choose.run(select.value());
            show_current(&select);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let select: HtmlSelectElement = event_target(&event);
        let key = event.key();
        // These open the list: what is chosen there is meant.
        let opens = match key.as_str() {
            " " | "F4" => true,
            "ArrowUp" | "ArrowDown" => event.alt_key() || is_mac(),
            _ => false,
        };
        passing.set_value(!opens && key != "Enter");
        if matches!(key.as_str(), "Enter" | "Escape") && is_other(&select) {
            event.prevent_default();
            event.stop_propagation();
            if key == "Enter" { commit(select) } else { show_current(&select) }
        }
    };
    let on_change = move |event: ev::Event| {
        if passing.try_get_value() == Some(false) {
            commit(event_target(&event));
        }
    };
    let options = move || {
        let option = |(value, text): Choice| {
            let own = value.clone();
            view! { <option value=value prop:selected=Signal::derive(move || current.get() == own)>{text}</option> }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <select aria-label=label aria-labelledby=labelled aria-describedby=described aria-required=required
            on:keydown=on_key on:keyup=move |_| passing.set_value(false) on:pointerdown=move |_| passing.set_value(false)
            on:change=on_change on:blur=move |event| commit(event_target(&event))>{options}</select>
    }
}
