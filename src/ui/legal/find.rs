//! The field that finds an instrument: by title, name, abbreviation or number.

use crate::app::{Recogniser, format_date};
use crate::legal::Entry;
use crate::model::Part;
use crate::ui::reader::place::bring_into_view;
use crate::ui::{app, words::words};
use leptos::{ev, html, prelude::*};

/// What was picked: an id, or the person's own words.
pub type Pick = Callback<String>;

/// A combobox over the table and the project's own instruments. `leave` runs where nothing is picked.
#[component]
pub fn Find(
    /// What is looked for.
    label: String,
    /// Gets what was picked.
    pick: Pick,
    /// Runs on Escape.
    leave: Callback<()>,
    /// The focus goes there at once.
    #[prop(optional)]
    eager: bool,
) -> impl IntoView {
    let app = app();
    let field = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    let found = RwSignal::new(Vec::<Entry>::new());
    let active = RwSignal::new(0_usize);
    // What was found is an answer to this; and Enter waits for the answer.
    let answered = StoredValue::new(String::new());
    let waits = StoredValue::new(false);
    // Whoever leaves the field leaves the list too; what was typed is there when they come back.
    let has_focus = RwSignal::new(false);
    let is_open = Memo::new(move |_| has_focus.get() && !typed.with(|typed| typed.trim().is_empty()));
    if eager {
        crate::ui::effect(move || {
            if let Some(field) = field.get() {
                let _ = field.focus();
            }
        });
    }
    // Behind what was found stands what was typed, as it is.
    let take = move |at: usize| {
        let entry = found.with_untracked(|found| found.get(at).map(|entry| entry.id.clone()));
        let wanted = entry.unwrap_or_else(|| typed.get_untracked().trim().to_owned());
        if !wanted.is_empty() {
            typed.set(String::new());
            found.set(Vec::new());
            // Signs in a person's own words part nothing.
            pick.run(Part { id: wanted, ..Part::default() }.full_id());
        }
    };
    let search = move |event: ev::Event| {
        waits.set_value(false);
        let asked = event_target_value(&event);
        typed.set(asked.clone());
        active.set(0);
        if asked.trim().is_empty() {
            return found.set(Vec::new());
        }
        app.search_law(asked.trim().to_owned(), move |entries| {
            // An answer to what was typed before is none any more.
            if typed.try_get_untracked().is_some_and(|now| now == asked) {
                let told = if entries.is_empty() {
                    words().legal.search_none.to_owned()
                } else {
                    (words().legal.search_found)(entries.len())
                };
                found.set(entries);
                request_animation_frame(|| bring_into_view(".find [role=listbox]"));
                app.view.said.set(told);
                answered.set_value(asked);
                if waits.get_value() {
                    take(0);
                }
            }
        });
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let count = found.with_untracked(Vec::len) + 1;
        let step = |by| {
            active.update(|at| *at = (*at + by) % count);
            request_animation_frame(|| bring_into_view(".find [aria-selected=true]"));
        };
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(count - 1),
            "Enter" if !event.is_composing() => {
                let is_answered =
                    answered.with_value(|answered| typed.with_untracked(|typed| typed == answered));
                let is_missing = app.view.law.recogniser.get_untracked() == Recogniser::Missing;
                match is_answered || is_missing {
                    true => take(active.get_untracked()),
                    false => waits.set_value(true),
                }
            }
            "Escape" => {
                typed.set(String::new());
                found.set(Vec::new());
                leave.run(());
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let options = move || {
        let own = Entry { title: (words().legal.own_words)(typed.get().trim()), ..Entry::default() };
        let shown = found.get().into_iter().chain([own]).enumerate();
        let option = move |(at, entry): (usize, Entry)| {
            let about = about(&entry);
            view! {
                <div role="option" id=format!("found-{at}") class="option"
                    aria-selected=Signal::derive(move || (active.get() == at).to_string())
                    on:pointermove=move |_| active.set(at)
                    on:pointerdown=|event| event.prevent_default()
                    on:click=move |_| take(at)>
                    <span class="name">{entry.title}</span>
                    <small>{about}</small>
                </div>
            }
        };
        shown.map(option).collect_view()
    };
    view! {
        <div class="find">
            <input type="text" role="combobox" dir="auto" autocomplete="off" spellcheck="false" aria-autocomplete="list"
                aria-controls="found" aria-expanded=Signal::derive(move || is_open.get().to_string())
                aria-activedescendant=Signal::derive(move || is_open.get().then(|| format!("found-{}", active.get())))
                aria-label=label placeholder=words().legal.search prop:value=typed node_ref=field
                on:focus=move |_| has_focus.set(true) on:blur=move |_| has_focus.set(false)
                on:input=search on:keydown=on_key/>
            <Show when=move || is_open.get()>
                <div role="listbox" id="found" aria-label=words().legal.search_list>{options}</div>
            </Show>
        </div>
    }
}

/// What tells an instrument from others of its name: its date, and the symbol of a document of the United Nations.
/// The table's own ids say nothing to people.
fn about(entry: &Entry) -> String {
    let date = (!entry.date.is_empty()).then(|| format_date(&entry.date));
    let symbol = entry.id.strip_prefix("un:").map(str::to_owned);
    let own = entry.own.then(|| words().legal.own.to_owned());
    [date, symbol, own].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
