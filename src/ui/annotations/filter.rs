//! The bar that asks the list for some of the annotations, or for another order.

use crate::app::{App, Topic};
use crate::model::{CoderId, Notes, SortBy, TagId, depth_first};
use crate::ui::reader::place::bring_into_view;
use crate::ui::{app, words::words};
use leptos::{ev, html, prelude::*};

const ORDERS: [SortBy; 3] = [SortBy::Place, SortBy::Tag, SortBy::Newest];

/// Opens the bar, or closes it; what was asked stays asked.
pub fn switch(app: App) {
    let is_open = app.view.asking.get_untracked();
    app.view.asking.set(!is_open);
    if !is_open {
        app.view.pane.set(crate::app::Pane::Annotations);
        request_animation_frame(|| {
            crate::ui::focus("#filter select");
            // The list may have been scrolled far down; a column that comes into sight shows its chosen card first.
            request_animation_frame(|| bring_into_view(".annotations .list-head"));
        });
    }
}

/// The bar, when it is open.
#[component]
pub fn FilterBar() -> impl IntoView {
    let app = app();
    (move || app.view.asking.get().then(|| bar(app))).into_any()
}

/// Asks, and says what came of it.
fn ask(app: App, change: impl FnOnce(&mut crate::model::Query)) {
    app.ask(change);
    if let Some(id) = app.view.document.get_untracked() {
        let (all, _) = untrack(|| app.count_on(id));
        let shown = untrack(|| app.listed(id)).len();
        app.view.said.set((words().list.told)(shown, all));
    }
}

#[inline(never)]
fn bar(app: App) -> AnyView {
    let words = words().list;
    let query = app.view.query;
    let tags = move || {
        app.track(Topic::Tags);
        let mut rows = vec![(String::new(), words.all_tags.to_owned())];
        app.with(|project| {
            rows.extend(
                depth_first(project)
                    .into_iter()
                    .map(|(depth, tag)| (tag.id.to_string(), "\u{2003}".repeat(depth) + &tag.name)),
            );
        });
        rows
    };
    let coders = move || {
        app.track(Topic::Coders);
        app.track(Topic::Annotations);
        let mut rows = vec![(String::new(), words.all_coders.to_owned())];
        app.with(|project| {
            rows.extend(project.coders().values().map(|coder| {
                let unnamed = crate::ui::words::words().unnamed_coder;
                let name = if coder.label.is_empty() { unnamed.to_owned() } else { coder.label.clone() };
                (coder.id.to_string(), name)
            }));
        });
        rows
    };
    let orders = move || {
        words.orders.iter().enumerate().map(|(at, name)| (at.to_string(), (*name).to_owned())).collect()
    };
    let by_tag = choice(
        "filter-tag",
        words.by_tag,
        tags,
        move || query.get().tag.map(|tag| tag.to_string()),
        move |value| {
            ask(app, |query| query.tag = TagId::parse(&value));
        },
    );
    let has_coders = move || {
        app.track(Topic::Coders);
        app.with(|project| project.coders().len() > 1)
    };
    let by_coder = move || {
        has_coders().then(|| {
            choice(
                "filter-coder",
                words.by_coder,
                coders,
                move || query.get().coder.map(|coder| coder.to_string()),
                move |value| {
                    ask(app, |query| query.coder = CoderId::parse(&value));
                },
            )
        })
    };
    let order = choice(
        "filter-order",
        words.order,
        orders,
        move || ORDERS.iter().position(|order| *order == query.get().order).map(|at| at.to_string()),
        move |value| ask(app, |query| query.order = ORDERS[value.parse().unwrap_or(0)]),
    );
    let typed = move |event: ev::Event| ask(app, |query| query.words = event_target_value(&event));
    let noted = move |event: ev::Event| {
        let notes = if event_target_checked(&event) { Notes::Some } else { Notes::Any };
        ask(app, |query| query.notes = notes);
    };
    let field = NodeRef::<html::Input>::new();
    let reset = move |_| {
        app.ask_nothing();
        crate::ui::focus("#filter select");
    };
    view! {
        <div class="filter-bar" id="filter" role="group" aria-label=words.filter>
            {by_tag}
            {by_coder}
            <label for="filter-words">{words.by_words}</label>
            <input type="search" id="filter-words" autocomplete="off" node_ref=field
                prop:value=move || query.get().words on:input=typed/>
            {order}
            <label class="check">
                <input type="checkbox" prop:checked=move || query.get().notes == Notes::Some on:change=noted/>
                {words.with_note}
            </label>
            <button type="button" class="show-all" disabled=Signal::derive(move || !query.get().is_narrow())
                on:click=reset>{words.show_all}</button>
        </div>
    }
    .into_any()
}

/// A label and a field in which one of several is picked.
fn choice(
    id: &'static str,
    label: &'static str,
    rows: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
    value: impl Fn() -> Option<String> + Send + Sync + Copy + 'static,
    pick: impl Fn(String) + 'static,
) -> AnyView {
    let options = move || {
        rows()
            .into_iter()
            .map(|(key, name)| {
                let is_picked = {
                    let key = key.clone();
                    move || value().unwrap_or_default() == key
                };
                view! { <option value=key selected=is_picked>{name}</option> }
            })
            .collect_view()
    };
    view! {
        <label for=id>{label}</label>
        <select id=id on:change=move |event| pick(event_target_value(&event))>{options}</select>
    }
    .into_any()
}
