//! The history: every step by its name, and a way to each.

use super::{Close, Modal};
use crate::app::{App, Topic, format_moment};
use crate::ui::tall::{Manner, Row, Tall, tall};
use crate::ui::{app, told::step_name, words::words};
use leptos::prelude::*;

/// A row by how many steps are done once its own is, and when that was: what is done after an undo is
/// another step with the same count.
fn row(count: usize, millis: i64) -> Row {
    [0, millis as u64, count as u64]
}

fn count(row: Row) -> usize {
    row[2] as usize
}

/// All steps, the newest first, and the beginning.
fn rows(app: App) -> Vec<Row> {
    app.track(Topic::History);
    app.with_steps(|done, undone| {
        let steps = done.iter().chain(undone.iter().rev()).enumerate();
        let mut rows = vec![row(0, 0)];
        rows.extend(steps.map(|(at, step)| row(at + 1, step.at.millis())));
        rows.reverse();
        rows
    })
}

/// The name of a step and when it was done; how many are done before it is.
fn named(app: App, count: usize) -> (String, String) {
    let Some(before) = count.checked_sub(1) else {
        return (words().list.beginning.to_owned(), String::new());
    };
    app.with_steps(|done, undone| {
        let undone = || undone.iter().rev().nth(before - done.len());
        done.get(before)
            .or_else(undone)
            .map(|step| (step_name(app, step.act, &step.patch.changes), format_moment(step.at.millis())))
    })
    .unwrap_or_default()
}

/// How many steps are done; listening.
fn done(app: App) -> usize {
    app.track(Topic::History);
    app.with_steps(|done, _| done.len())
}

/// All steps, the newest on top, and the place where we are.
#[component]
pub fn History() -> impl IntoView {
    let app = app();
    let rows = Memo::new(move |_| rows(app));
    let here = Memo::new(move |_| done(app));
    let place = move || rows.with(|rows| rows.iter().position(|row| count(*row) == here.get()));
    let kept = Signal::derive(move || place().and_then(|place| rows.with(|rows| rows.get(place).copied())));
    let list = Tall::new(rows, kept, Manner { scroller: ".steps", usual: 36.0, button: "button" });
    request_animation_frame(move || {
        // Whoever is quick has closed the dialog by then.
        if here.try_get_untracked().is_some()
            && let Some(place) = untrack(place)
        {
            list.go_to(place);
        }
    });
    view! {
        <Modal class="history-dialog" title=words().list.history.to_owned()>
            <div class="steps" on:keydown=move |event| list.walk(&event, |_| true)>
                {tall(list, "all", |row| step(count(row)))}
            </div>
            <div class="buttons"><Close text=words().close/></div>
        </Modal>
    }
}

/// One step.
fn step(count: usize) -> AnyView {
    let app = app();
    let here = Memo::new(move |_| done(app).cmp(&count));
    let (name, time) = untrack(|| named(app, count));
    let label = (words().list.go_to)(&name);
    view! {
        <button type="button" class:undone=move || here.get().is_lt() aria-label=label
            aria-current=move || here.get().is_eq().then_some("step")
            on:click=move |_| app.go_to_step(count)>
            <bdi>{name}</bdi>
            <small>{move || if here.get().is_eq() {
                words().list.here.to_owned()
            } else if here.get().is_lt() {
                format!("{} · {time}", words().list.undone)
            } else {
                time.clone()
            }}</small>
        </button>
    }
    .into_any()
}
