//! One rule with what breaches it, or one that is to be made.

use super::breaches::{BreachList, about_rule, all_breaches};
use super::parts::{Choice, Select, TagChoice};
use super::rules::sentence;
use crate::app::{App, Leaf, Topic};
use crate::model::{Command, Extra, Rule, RuleId, RuleKind};
use crate::ui::after::focus_soon;
use crate::ui::{app, words::words};
use leptos::prelude::*;

const KINDS: [RuleKind; 3] = [RuleKind::Apart, RuleKind::Within, RuleKind::EachDocument];

/// One rule.
#[component]
pub fn RuleSheet(id: Option<RuleId>) -> impl IntoView {
    let app = app();
    let (book, desk) = (words().book, words().desk);
    let known = Memo::new(move |_| {
        app.track(Topic::Tags);
        app.with(|project| project.rules().get(&id?).cloned())
    });
    let rule = known.get_untracked();
    let kind = RwSignal::new(rule.as_ref().map_or(RuleKind::Apart, |rule| rule.kind));
    let tag = RwSignal::new(rule.as_ref().map(|rule| rule.tag));
    let other = RwSignal::new(rule.as_ref().and_then(|rule| rule.other));
    let show = move |rule: &Rule| {
        kind.set(rule.kind);
        tag.set(Some(rule.tag));
        other.set(rule.other);
    };
    // What undo or another tab made of it comes into the fields.
    crate::ui::effect(move || {
        if let Some(rule) = known.get() {
            show(&rule);
        }
    });
    // A rule that is there changes at once, as long as it says something.
    crate::ui::effect(move || {
        let (kind, tag, other) = (kind.get(), tag.get(), other.get());
        let (Some(old), Some(tag)) = (known.get_untracked(), tag) else { return };
        let other = other.filter(|_| kind.needs_other());
        if kind.needs_other() && other.is_none() {
            return;
        }
        let rule = Rule { kind, tag, other, ..old.clone() };
        if rule == old {
            return;
        }
        untrack(|| match is_known(app, &rule) {
            true => {
                app.refuse(book.rule_known.to_owned());
                show(&old);
            }
            false => drop(app.dispatch(Command::SetRule(rule))),
        });
    });
    let kinds = Memo::new(move |_| {
        KINDS
            .iter()
            .enumerate()
            .map(|(at, kind)| (at.to_string(), (book.rule_kinds)(*kind).to_owned()))
            .collect::<Vec<Choice>>()
    });
    let current = Signal::derive(move || {
        KINDS.iter().position(|other| *other == kind.get()).unwrap_or_default().to_string()
    });
    let choose = Callback::new(move |value: String| {
        if let Some(chosen) = value.parse::<usize>().ok().and_then(|at| KINDS.get(at)) {
            kind.set(*chosen);
        }
        true
    });
    let title = Signal::derive(move || {
        app.track(Topic::Tags);
        known.get().map_or(book.new_rule.to_owned(), |rule| sentence(app, &rule))
    });
    let is_whole =
        Memo::new(move |_| tag.get().is_some() && (!kind.get().needs_other() || other.get().is_some()));
    let make = move |_| {
        if let (Some(tag), true) = (tag.get_untracked(), is_whole.get_untracked()) {
            let kind = kind.get_untracked();
            let other = other.get_untracked().filter(|_| kind.needs_other());
            let like = Rule {
                id: RuleId::from_random(Default::default()),
                kind,
                tag,
                other,
                extra: Extra::default(),
            };
            if is_known(app, &like) {
                app.refuse(book.rule_known.to_owned());
            } else if app.add_rule(kind, tag, other) {
                focus_soon(".codebook .rule .sheet-title[tabindex]");
            }
        }
    };
    let delete = move |_| {
        if let Some(id) = id
            && app.dispatch(Command::DeleteRule(id)).is_ok()
        {
            app.view.leaf.set(Leaf::Tag);
            app.say_of_step(book.removed_rule.to_owned());
            request_animation_frame(|| crate::ui::focus(".codebook .add-rule"));
        }
    };
    let found = all_breaches();
    let own = Memo::new(move |_| {
        let found = found.get();
        found.into_iter().filter(|breach| about_rule(breach) == id).collect::<Vec<_>>()
    });
    let last = if id.is_some() {
        view! { <button type="button" class="delete" on:click=delete>{book.delete_rule}</button> }.into_any()
    } else {
        let is_disabled = Signal::derive(move || (!is_whole.get()).to_string());
        view! { <button type="button" class="primary" aria-disabled=is_disabled on:click=make>{book.do_rule}</button> }.into_any()
    };
    view! {
        <article class="sheet rule" aria-labelledby="sheet-name">
            <h2 id="sheet-name" class="sheet-title" tabindex=id.map(|_| "-1")>{title}</h2>
            <p class="about">{book.rule_title}</p>
            <Select label=book.rule_kind choices=kinds current choose/>
            <TagChoice label=book.rule_tag chosen=tag/>
            <Show when=move || kind.get().needs_other()><TagChoice label=book.rule_other chosen=other/></Show>
            <div class="sheet-row actions">
                <button type="button" class="back" on:click=move |_| app.view.leaf.set(Leaf::Tag)>
                    {if id.is_some() { book.back_to_tag } else { desk.cancel }}
                </button>
                {last}
            </div>
            {id.is_some().then(|| view! { <BreachList found=own/> })}
        </article>
    }
}

/// True where another rule asks for the same.
fn is_known(app: App, rule: &Rule) -> bool {
    let asks = |rule: &Rule| {
        let (tag, other) = (Some(rule.tag), rule.other);
        // Which of two never overlaps the other makes no difference.
        let ends = if rule.kind == RuleKind::Apart { (tag.min(other), tag.max(other)) } else { (tag, other) };
        (rule.kind, ends)
    };
    app.with(|project| project.rules().values().any(|known| known.id != rule.id && asks(known) == asks(rule)))
}
