//! The list of suggestions in the left column.

use super::open::Open;
use super::{about, all_suggestions, misfits, review};
use crate::app::{App, Recogniser, Topic, format_number};
use crate::model::law_attributes;
use crate::text::Span;
use crate::ui::commands::{Id, key_of};
use crate::ui::tall::{Manner, Row, Tall, tall};
use crate::ui::{app, focus, words::words};
use leptos::{ev, prelude::*};

/// The list, with what can be done about it.
#[component]
pub fn Suggested() -> impl IntoView {
    let app = app();
    let all = all_suggestions();
    let rows = Memo::new(move |_| all.with(|all| all.iter().map(|one| row(one.reference.span)).collect()));
    let number = Signal::derive(move || rows.with(Vec::len));
    let kept = Signal::derive(move || app.view.law.current.get().map(row));
    let list = Tall::new(rows, kept, Manner { scroller: ".lists", usual: 60.0, button: ".suggestion" });
    let is_looked = is_looked(app);
    // Who comes back sees what is open.
    crate::ui::effect(move || {
        app.track(Topic::Documents);
        app.track(Topic::Law);
        if let Some(id) = app.view.document.get()
            && !is_looked.get()
        {
            app.look_through_shown(id);
        }
    });
    let state = move || {
        let legal = words().legal;
        match app.view.law.recogniser.get() {
            Recogniser::Missing => {
                view! { <p class="fault" role="alert">{legal.missing} " " <Look text=legal.again/></p> }
                    .into_any()
            }
            Recogniser::Busy if !is_looked.get() => view! { <p class="state">{legal.busy}</p> }.into_any(),
            _ if !is_looked.get() => view! { <p class="state"><Look text=legal.look/></p> }.into_any(),
            _ if number.get() == 0 => view! { <p class="state">{legal.none_left}</p> }.into_any(),
            _ => ().into_any(),
        }
    };
    // A review ends where the caret goes elsewhere: its keys are for what is seen to be selected.
    crate::ui::effect(move || {
        let span = app.view.caret.get().span();
        if app.view.law.current.get_untracked().is_some_and(|current| current != span) {
            app.leave_review();
        }
    });
    let refused = Memo::new(move |_| {
        app.track(Topic::Law);
        app.with(|project| project.refusals().len())
    });
    let again = move |_| {
        app.offer_again();
        request_animation_frame(|| focus(".suggested :is(.suggestion, input)"));
    };
    let with_vague = move |event: ev::Event| app.suggest_vague(event_target_checked(&event));
    // Where no tag asks which law is meant, the command looks all the same.
    let is_asked = is_asked(app);
    let is_shown = move || is_asked.get() || is_looked.get();
    view! {
        <section class="suggested" aria-labelledby="suggested-head" hidden=move || !is_shown()>
            <div class="list-head">
                <h2 id="suggested-head">{words().legal.suggested}</h2>
                <Show when=move || is_looked.get()><span class="count">{move || format_number(number.get())}</span></Show>
            </div>
            {state}
            <div on:keydown=move |event| list.walk(&event, |_| true)>
                {tall(list, "suggestions", |row| view! { <OneRow row/> }.into_any())}
            </div>
            <Show when=move || is_looked.get()>
                <label class="check">
                    <input type="checkbox" prop:checked=move || app.view.law.vague.get() on:change=with_vague/>
                    {words().legal.vague}
                </label>
            </Show>
            <Show when=move || { refused.get() > 0 }>
                <p class="state">
                    {move || (words().legal.refused)(refused.get())} " "
                    <button type="button" class="link" on:click=again>{words().legal.offer_again}</button>
                </p>
            </Show>
        </section>
    }
}

/// The button that has the text looked through.
#[component]
fn Look(text: &'static str) -> impl IntoView {
    let app = app();
    let key = move || key_of(app, Id::LookForLaw).map(|key| view! { " " <kbd>{key}</kbd> });
    view! { <button type="button" class="link look" on:click=move |_| review::look(app)>{text}{key}</button> }
}

fn row(span: Span) -> Row {
    [0, span.start().get().into(), span.end().get().into()]
}

/// One suggestion; the one under review with all that can be done.
#[component]
fn OneRow(row: Row) -> impl IntoView {
    let app = app();
    let all = all_suggestions();
    let is_this = move |span: Span| self::row(span) == row;
    let one = Memo::new(move |_| all.with(|all| all.iter().find(|one| is_this(one.reference.span)).cloned()));
    let is_current = Memo::new(move |_| app.view.law.current.get().is_some_and(is_this));
    let quote = Signal::derive(move || one.get().map(|one| one.words).unwrap_or_default());
    let about = Signal::derive(move || one.get().map(|one| about(app, &one)).unwrap_or_default());
    let misfits = move || {
        let misfits = one.get().map(|one| misfits(&one.reference)).unwrap_or_default();
        let line = |text| view! { <span class="misfit"><b aria-hidden="true">"!"</b> " " {text}</span> };
        misfits.into_iter().map(line).collect_view()
    };
    let pick = move |_| {
        if is_current.get_untracked() {
            return app.leave_review();
        }
        if let Some(one) = one.get_untracked() {
            app.review(one.reference.span);
            review::tell(app, "");
        }
    };
    let language = Signal::derive(move || app.language());
    let open = move || is_current.get().then(|| one.get()).flatten().map(|one| view! { <Open one/> });
    view! {
        <div class="suggestion-row" class:current=is_current>
            <button type="button" class="suggestion" aria-expanded=Signal::derive(move || is_current.get().to_string())
                on:click=pick>
                <q dir="auto" lang=language>{quote}</q>
                <small>{about}</small>
                // Under review the card says it below what is meant.
                {move || (!is_current.get()).then(misfits)}
            </button>
            {open}
        </div>
    }
}

/// How many suggestions the shown text has, at the text in the list of documents: it leads to them. Where the text
/// was not looked through, it looks.
#[component]
pub fn InRow() -> impl IntoView {
    let app = app();
    let all = all_suggestions();
    let (is_asked, is_looked) = (is_asked(app), is_looked(app));
    let number = Memo::new(move |_| all.with(Vec::len));
    let text = move || {
        if is_looked.get() { (words().legal.number)(number.get()) } else { words().legal.look.to_owned() }
    };
    let is_shown = move || if is_looked.get() { number.get() > 0 } else { is_asked.get() };
    view! {
        <Show when=is_shown>
            <button type="button" class="link to-suggested" on:click=move |_| review::go_to_list(app)>{text}</button>
        </Show>
    }
}

/// True where a tag asks which law is meant.
fn is_asked(app: App) -> Memo<bool> {
    Memo::new(move |_| {
        app.track(Topic::Tags);
        app.with(|project| project.tags().keys().any(|tag| law_attributes(project, tag).is_some()))
    })
}

/// True where the shown document was looked through.
fn is_looked(app: App) -> Memo<bool> {
    Memo::new(move |_| {
        let id = app.view.document.get();
        app.view.law.found.with(|found| id.is_some_and(|id| found.contains_key(&id)))
    })
}
