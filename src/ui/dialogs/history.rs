//! The history: every step by its name, and a way to each.

use super::{Close, Modal};
use crate::app::{App, Topic, format_moment};
use crate::ui::{app, told::step_name, words::words};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// How many steps are shown at once.
const PAGE: usize = 200;

/// A step as it is shown: how many are done once one is there.
#[derive(Clone, PartialEq)]
struct Row {
    count: usize,
    name: String,
    time: String,
}

fn rows(app: App, shown: usize) -> (Vec<Row>, usize, usize) {
    app.track(Topic::History);
    app.with_steps(|done, undone| {
        let all = done.len() + undone.len();
        let steps = done.iter().chain(undone.iter().rev()).enumerate().skip(all.saturating_sub(shown));
        let mut rows: Vec<_> = steps
            .map(|(at, step)| Row {
                count: at + 1,
                name: step_name(app, step.act, &step.patch.changes),
                time: format_moment(step.at.millis()),
            })
            .collect();
        rows.reverse();
        (rows, done.len(), all.saturating_sub(shown))
    })
}

/// All steps, the newest on top, and the place where we are.
#[component]
pub fn History() -> impl IntoView {
    let app = app();
    let shown = RwSignal::new(PAGE);
    let state = Memo::new(move |_| rows(app, shown.get()));
    let row = move |count: usize, name: String, time: String| {
        let is_here = move || state.with(|(_, done, _)| *done == count);
        let is_undone = move || state.with(|(_, done, _)| count > *done);
        let label = (words().list.go_to)(&name);
        view! {
            <li class:undone=is_undone>
                <button type="button" aria-current=move || is_here().then_some("step") aria-label=label
                    on:click=move |_| app.go_to_step(count)>
                    <bdi>{name}</bdi>
                    <small>{move || if is_here() {
                        words().list.here.to_owned()
                    } else if is_undone() {
                        format!("{} · {time}", words().list.undone)
                    } else {
                        time.clone()
                    }}</small>
                </button>
            </li>
        }
        .into_any()
    };
    let keys = Memo::new(move |_| {
        state.with(|(rows, ..)| {
            rows.iter().map(|row| (row.count, row.name.clone(), row.time.clone())).collect::<Vec<_>>()
        })
    });
    let earlier = move || {
        let more = state.with(|(_, _, more)| *more);
        if more > 0 {
            let text = (words().list.earlier)(more.min(PAGE));
            let show = move |_| shown.update(|shown| *shown += PAGE);
            view! { <li><button type="button" class="earlier" on:click=show>{text}</button></li> }.into_any()
        } else {
            row(0, words().list.beginning.to_owned(), String::new())
        }
    };
    request_animation_frame(|| crate::ui::focus(".history-dialog [aria-current]"));
    view! {
        <Modal class="history-dialog" title=words().list.history.to_owned()>
            <ol class="steps" on:keydown=walk>
                <For each=move || keys.get() key=|key| key.clone() children=move |(count, name, time)| row(count, name, time)/>
                {earlier}
            </ol>
            <div class="buttons"><Close text=words().close/></div>
        </Modal>
    }
}

/// Up and down go from step to step.
fn walk(event: ev::KeyboardEvent) {
    let is_down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let row = document().active_element().and_then(|active| active.closest("li").ok().flatten());
    let other =
        row.and_then(|row| if is_down { row.next_element_sibling() } else { row.previous_element_sibling() });
    let button = other.and_then(|row| row.query_selector("button").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = button.focus();
    }
}
