//! The suggestion under review: what it may mean, and what becomes of it.

use super::{evidence_in, reading, review, shared_evidence_in, titled};
use crate::app::{App, Suggestion, choices};
use crate::legal::Candidate;
use crate::ui::commands::{Id, key_of};
use crate::ui::{app, focus, words::words};
use leptos::{ev, prelude::*};

/// What the suggestion under review may mean, and what becomes of it.
#[component]
pub fn Open(one: Suggestion) -> impl IntoView {
    let app = app();
    let reference = one.reference;
    let is_open = !choices(&reference).is_empty();
    let shared = shared_evidence_in(&reference);
    let candidates = reference.candidates.iter().map(|candidate| {
        let own = if shared.is_some() { String::new() } else { evidence_in(&reference, candidate) };
        let (candidate, why) = (candidate.clone(), own);
        match is_open {
            true => view! { <Choice candidate why kind="radio"/> }.into_any(),
            false => {
                let title = move || titled(app, &candidate.id, &candidate.provision);
                let why = (!why.is_empty()).then(|| view! { <small>{why}</small> });
                view! { <p class="candidate">{title}{why}</p> }.into_any()
            }
        }
    });
    let hints = reference.hints.iter().cloned().map(|candidate| {
        view! { <Choice candidate why=String::new() kind="checkbox"/> }
    });
    let hints = (!reference.hints.is_empty()).then(|| {
        view! { <fieldset class="hints"><legend>{words().legal.hints}</legend>{hints.collect_view()}</fieldset> }
    });
    let issues =
        reference.issues.iter().map(|issue| view! { <p class="issue">{(words().legal.issue)(*issue)}</p> });
    let accept = move || {
        let undecided = is_open && app.view.law.choice.with(Vec::is_empty);
        if undecided { words().legal.accept_open } else { words().legal.accept }
    };
    // What was pressed goes with its suggestion, and the focus goes on to the next.
    let act = move |run: fn(App)| {
        move |_| {
            run(app);
            request_animation_frame(|| focus(".suggestion[aria-expanded=true], .suggested button, #reader"));
        }
    };
    let key = move |id| move || key_of(app, id).map(|key| view! { " " <kbd>{key}</kbd> });
    view! {
        <div class="open">
            <fieldset>
                <legend>{if is_open { words().legal.may_mean } else { words().legal.meaning }}</legend>
                {candidates.collect_view()}
                {shared.map(|why| view! { <p class="why">{why}</p> })}
                {reference.candidates.is_empty().then(|| view! { <p class="candidate">{reading(&reference)}</p> })}
            </fieldset>
            {hints}
            {issues.collect_view()}
            <div class="acts">
                <button type="button" class="primary accept" on:click=act(review::accept)>{accept}{key(Id::AcceptSuggestion)}</button>
                <button type="button" class="refuse" on:click=act(review::refuse)>{words().legal.refuse}{key(Id::RefuseSuggestion)}</button>
                <button type="button" class="link alike" title=words().legal.refuse_alike_about
                    on:click=act(review::refuse_alike)>{words().legal.refuse_alike}{key(Id::RefuseAlike)}</button>
            </div>
        </div>
    }
}

/// A candidate that can be chosen; none is chosen until a person does.
#[component]
fn Choice(candidate: Candidate, why: String, kind: &'static str) -> impl IntoView {
    let app = app();
    let full = candidate.full_id();
    let own = full.clone();
    let is_chosen = Signal::derive(move || app.view.law.choice.with(|choice| choice.contains(&own)));
    let is_one = kind == "radio";
    let choose = move |event: ev::Event| {
        let wanted = event_target_checked(&event);
        app.view.law.choice.update(|choice| {
            choice.retain(|other| !is_one && *other != full);
            if wanted {
                choice.push(full.clone());
            }
        });
    };
    let accept = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            review::accept(app);
            request_animation_frame(|| focus(".suggestion[aria-expanded=true], .suggested button, #reader"));
        }
    };
    let title = move || titled(app, &candidate.id, &candidate.provision);
    view! {
        <label class="candidate">
            <input type=kind name="candidate" prop:checked=is_chosen on:change=choose on:keydown=accept/>
            <span>{title}{(!why.is_empty()).then(|| view! { <small>{why}</small> })}</span>
        </label>
    }
}
