//! The rules, in the left column, with how often each is breached.

use super::breaches::{about_rule, all_breaches};
use crate::app::{App, Leaf, Topic, format_number};
use crate::model::{Rule, RuleId};
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// A rule as a sentence.
pub(super) fn sentence(app: App, rule: &Rule) -> String {
    let name = |id| super::name_of(app, id);
    (words().book.rule)(rule.kind, &name(rule.tag), &rule.other.map(name).unwrap_or_default())
}

/// The rules.
#[component]
pub fn Rules() -> impl IntoView {
    let app = app();
    let book = words().book;
    let found = all_breaches();
    let rows = Memo::new(move |_| {
        app.track(Topic::Tags);
        let rules = app.with(|project| project.rules().values().cloned().collect::<Vec<_>>());
        rules.iter().map(|rule| (rule.id, sentence(app, rule))).collect::<Vec<_>>()
    });
    let number = Memo::new(move |_| found.with(Vec::len));
    let row = move |(id, sentence): (RuleId, String)| {
        let is_current = Memo::new(move |_| app.view.leaf.get() == Leaf::Rule(Some(id)));
        let number = Memo::new(move |_| {
            found.with(|found| found.iter().filter(|it| about_rule(it) == Some(id)).count())
        });
        let label = {
            let sentence = sentence.clone();
            Signal::derive(move || format!("{sentence}, {}", (book.breach_count)(number.get())))
        };
        let count = move || {
            (number.get() > 0)
                .then(|| view! { <span class="breach-count">{format_number(number.get())}</span> })
        };
        view! {
            <li>
                <button type="button" class="line-row" class:current=is_current aria-label=label
                    aria-current=Signal::derive(move || is_current.get().then_some("true"))
                    on:click=move |_| app.view.leaf.set(Leaf::Rule(Some(id)))>
                    <span dir="auto">{sentence.clone()}</span>
                    {count}
                </button>
            </li>
        }
    };
    let is_open = Memo::new(move |_| app.view.leaf.get() == Leaf::Breaches);
    let all = move || {
        let text = Signal::derive(move || (book.all_breaches)(number.get()));
        view! {
            <button type="button" class="line-row all-breaches" class:breached={move || number.get() > 0}
                aria-current=Signal::derive(move || is_open.get().then_some("true"))
                on:click=move |_| app.view.leaf.set(Leaf::Breaches)>{text}</button>
        }
    };
    view! {
        <div class="list-head"><h2>{book.rules}</h2></div>
        <ul class="line-rows"><For each=move || rows.get() key=|row| row.clone() children=row/></ul>
        {all()}
        <button type="button" class="add-named add-rule" aria-label=book.new_rule
            on:click=move |_| app.view.leaf.set(Leaf::Rule(None))>{book.new_rule_button}</button>
    }
}
