//! A table of numbers as one stop of Tab, in which arrow keys lead from number to number (ARIA Authoring
//! Practices, "Grid").

use leptos::ev;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The numbers of the table that an element stands in, with the row and the column of each.
fn numbers(inside: &Element) -> Vec<(HtmlElement, usize, usize)> {
    let table = inside.closest("table").ok().flatten();
    let found = table.and_then(|table| table.query_selector_all("td button").ok());
    let Some(found) = found else { return Vec::new() };
    let all = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok());
    let placed = |button: HtmlElement| {
        let place = |name: &str| button.get_attribute(name).and_then(|at| at.parse().ok());
        let (row, column) = (place("data-row")?, place("data-column")?);
        Some((button, row, column))
    };
    all.filter_map(placed).collect()
}

fn target(event: &ev::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The number that has the focus is the one that Tab comes back to.
pub fn keep_stop(event: &ev::Event) {
    let Some(now) = target(event) else { return };
    for (button, ..) in numbers(&now) {
        let is_now = button.is_same_node(Some(&now));
        let _ = button.set_attribute("tabindex", if is_now { "0" } else { "-1" });
    }
}

/// Goes to the next number in the direction of an arrow key, to the first or last of the row, or of all with
/// Ctrl.
pub fn walk(event: &ev::KeyboardEvent) {
    let Some(now) = target(event) else { return };
    let all = numbers(&now);
    let Some((_, row, column)) = all.iter().find(|(button, ..)| button.is_same_node(Some(&now))) else {
        return;
    };
    let (row, column) = (*row, *column);
    let in_row = || all.iter().filter(|one| one.1 == row);
    let in_column = || all.iter().filter(|one| one.2 == column);
    let is_far = event.ctrl_key() || event.meta_key();
    let next = match event.key().as_str() {
        "ArrowRight" => in_row().find(|one| one.2 > column),
        "ArrowLeft" => in_row().rfind(|one| one.2 < column),
        "ArrowDown" => in_column().find(|one| one.1 > row),
        "ArrowUp" => in_column().rfind(|one| one.1 < row),
        "Home" if is_far => all.first(),
        "End" if is_far => all.last(),
        "Home" => in_row().next(),
        "End" => in_row().next_back(),
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    if let Some((button, ..)) = next {
        let _ = button.focus();
    }
}
