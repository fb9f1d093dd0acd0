//! One thing that an annotation refers to: what is known of it, its provision, another one in its place.

use super::find::Find;
use super::title_of;
use crate::app::format_date;
use crate::model::{AnnotationId, Meaning, Part};
use crate::ui::{app, focus, words::words};
use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

/// One part of a meaning, by its number; what is not named yet is a place to be filled.
#[component]
pub fn PartRow(
    /// The annotation.
    id: AnnotationId,
    /// What it means.
    meaning: Memo<Meaning>,
    /// Which part this is.
    at: usize,
    /// The part whose place is being filled.
    filling: RwSignal<Option<usize>>,
) -> impl IntoView {
    let app = app();
    let part = Memo::new(move |_| meaning.with(|meaning| meaning.parts.get(at).cloned()).unwrap_or_default());
    let is_known = Memo::new(move |_| part.with(Part::is_known));
    let entry = Memo::new(move |_| app.entry(&part.get().id));
    let title = Signal::derive(move || {
        if is_known.get() { title_of(app, &part.get().id) } else { words().legal.not_named.to_owned() }
    });
    let about = move || {
        let entry = entry.get();
        let date = (!entry.date.is_empty()).then(|| format_date(&entry.date));
        let parts = [date, Some(entry.identifier)].into_iter().flatten().filter(|part| !part.is_empty());
        let parts: Vec<_> = parts.chain(entry.own.then(|| words().legal.own.to_owned())).collect();
        is_known.get().then(|| view! { <p class="about">{parts.join(" · ")}</p> })
    };
    let write = move |change: &dyn Fn(&mut Vec<Part>)| {
        let mut next = meaning.get_untracked();
        change(&mut next.parts);
        app.set_meaning(id, &next);
    };
    let fill = move |picked: String| {
        write(&|parts| {
            if let Some(part) = parts.get_mut(at) {
                *part = Part { provision: part.provision.clone(), ..Part::read(&picked) };
            }
        });
        app.learn(vec![Part::read(&picked).id]);
        filling.set(None);
        request_animation_frame(move || go_on(at));
    };
    let leave = move |()| {
        filling.set(None);
        request_animation_frame(move || focus_part(at));
    };
    let remove = move |_| {
        write(&|parts| drop((at < parts.len()).then(|| parts.remove(at))));
        request_animation_frame(|| focus(".meaning :is(button, input)"));
    };
    let provide = move |event: ev::Event| {
        let typed = event_target_value(&event).trim().to_owned();
        write(&|parts| {
            if let Some(part) = parts.get_mut(at) {
                part.provision = typed.clone();
            }
        });
        // What could not be written does not stay in the field.
        event_target::<HtmlInputElement>(&event).set_value(&part.get_untracked().provision);
    };
    // Enter keeps what was typed and stays.
    let on_enter = |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            let _ = event_target::<HtmlInputElement>(&event).blur();
        }
    };
    let label = Signal::derive(move || match is_known.get() {
        true => (words().legal.change_of)(&title.get()),
        false => (words().legal.name_slot)(at + 1),
    });
    let text = move || if is_known.get() { words().legal.change } else { words().legal.name_it };
    let find = move || {
        (filling.get() == Some(at)).then(|| {
            let label = label.get_untracked();
            view! { <Find label pick=Callback::new(fill) leave=Callback::new(leave) eager=true/> }
        })
    };
    let source = move || {
        let source = entry.get().source;
        (is_known.get() && !source.is_empty()).then(|| view! { <Source source/> })
    };
    view! {
        <li class="part">
            <p class="title" class:open=move || !is_known.get()>{title}</p>
            {about}
            {source}
            <Show when=move || is_known.get()>
                <label class="provision">
                    <span>{words().legal.provision}</span>
                    <input type="text" dir="auto" autocomplete="off" prop:value=move || part.get().provision
                        aria-label=move || (words().legal.provision_of)(&title.get()) on:change=provide on:keydown=on_enter/>
                </label>
            </Show>
            <div class="row-acts">
                <button type="button" class="link" class:unnamed=move || !is_known.get() aria-label=label
                    on:click=move |_| filling.set(Some(at))>{text}</button>
                <button type="button" class="link" aria-label=move || (words().legal.remove_of)(&title.get())
                    on:click=remove>{words().legal.remove}</button>
            </div>
            {find}
        </li>
    }
}

/// Puts the focus on the next place to be named: after this part, else the first; or it stays at this part.
fn go_on(at: usize) {
    let next = format!(".meaning .part:nth-child(n + {}) .unnamed", at + 2);
    let has = |selector: &str| document().query_selector(selector).ok().flatten().is_some();
    match [next.as_str(), ".meaning .part .unnamed"].into_iter().find(|selector| has(selector)) {
        Some(selector) => focus(selector),
        None => focus_part(at),
    }
}

/// Puts the focus on the first button of a part.
pub(super) fn focus_part(at: usize) {
    focus(&format!(".meaning .part:nth-child({}) .row-acts button", at + 1));
}

/// Where the official text stands. The page itself never asks for it.
#[component]
fn Source(source: String) -> impl IntoView {
    let app = app();
    let (address, shown) = (source.clone(), source.clone());
    let copy = move |_| {
        let is_copied = app.copy_words(&address);
        app.say(if is_copied { words().legal.copied } else { words().legal.not_copied }.to_owned());
    };
    view! {
        <p class="source">
            <span>{words().legal.source}</span>
            <bdi>{shown}</bdi>
            <button type="button" class="link" on:click=copy>{words().legal.copy}</button>
            " "
            <a href=source target="_blank" rel="noopener noreferrer external">{words().legal.open}</a>
        </p>
    }
}
