//! The annotations of the shown document.

mod filter;

pub use filter::switch as switch_filter;

use super::after::Settled;
use super::tall::{Manner, Row, Tall, id, row, tall};
use super::{
    app,
    detail::{Detail, Short},
    reader::place_in_stack,
    words::words,
};
use crate::app::{App, Topic};
use crate::model::{AnnotationId, SortBy, TagId};
use filter::FilterBar;
use leptos::prelude::*;

/// The right column.
#[component]
pub fn Annotations() -> impl IntoView {
    let app = app();
    let settled = Settled::new(app);
    provide_context(settled);
    let listed = Memo::new(move |_| {
        settled.changed.track();
        settled.document.get().map(|id| app.listed(id)).unwrap_or_default()
    });
    let counts = Memo::new(move |_| {
        settled.changed.track();
        settled.document.get().map(|id| app.count_on(id)).unwrap_or_default()
    });
    let is_empty = move || counts.get().0 == 0;
    let here = Signal::derive(move || {
        let (shown, all) = (listed.with(Vec::len), counts.get().0);
        if shown == all { (words().here)(all) } else { (words().list.of)(shown, all) }
    });
    let rows = Memo::new(move |_| listed.with(|listed| rows(app, listed)));
    let kept = Signal::derive(move || settled.chosen.get().map(|id| row(CARD, id)));
    let list = Tall::new(rows, kept, Manner { scroller: ".annotations", usual: 96.0, button: ".pick" });
    let hints = move || {
        let hint = |&(head, text)| view! { <li><b>{head}</b><span>{text}</span></li> };
        words().hints.iter().map(hint).collect::<Vec<_>>()
    };
    crate::ui::effect(move || {
        // On a narrow page the column may have been hidden, and could not be scrolled.
        app.view.pane.track();
        if settled.chosen.get().is_some() {
            // The chosen card is always there, so that it can be scrolled to.
            request_animation_frame(|| {
                super::reader::place::bring_into_view(".card.chosen");
                // Of a card that is higher than the column, its head.
                super::reader::place::bring_into_view(".card.chosen .pick");
            });
        }
    });
    view! {
        <section class="annotations" aria-labelledby="annotations-head" on:keydown=move |event| list.walk(&event, |row| row[0] == CARD)>
            <div class="list-head">
                <h2 id="annotations-head">{words().annotations}<span>{here}</span></h2>
                <button type="button" class="link filter" aria-expanded=Signal::derive(move || app.view.asking.get().to_string())
                    aria-controls="filter" class:on=move || app.view.query.with(|query| query.is_narrow())
                    on:click=move |_| filter::switch(app)>{words().list.filter}</button>
            </div>
            {super::later(|| view! { <FilterBar/> <LeftOut/> }.into_any())}
            <Show when=is_empty><ol class="hints">{hints}</ol></Show>
            {tall(list, "cards", |row| match row[0] {
                CARD => view! { <Card id=id(row)/> }.into_any(),
                _ => group(id(row)),
            })}
        </section>
    }
}

/// The kinds of rows: the head of a tag's group, and an annotation.
const GROUP: u64 = 0;
const CARD: u64 = 1;

/// The listed annotations, by tag each group under its head.
fn rows(app: App, listed: &[AnnotationId]) -> Vec<Row> {
    let is_grouped = app.view.query.with(|query| query.order == SortBy::Tag);
    let mut rows = Vec::with_capacity(listed.len());
    let mut last = None;
    for id in listed {
        let tag = is_grouped.then(|| app.with(|project| project.annotation(*id).map(|it| it.tag))).flatten();
        if let Some(tag) = tag
            && last != Some(tag)
        {
            rows.push(row(GROUP, tag));
            last = Some(tag);
        }
        rows.push(row(CARD, *id));
    }
    rows
}

/// The head of a group: the tag's name and how many are listed.
#[inline(never)]
fn group(tag: TagId) -> AnyView {
    let app = app();
    let name = Signal::derive(move || {
        app.track(Topic::Tags);
        app.with(|project| project.tag(tag).map(|tag| tag.name.clone())).unwrap_or_default()
    });
    let number = Memo::new(move |_| {
        app.track(Topic::Annotations);
        let listed = app.view.document.get().map(|id| app.listed(id)).unwrap_or_default();
        app.with(|project| {
            let has = |id: &&AnnotationId| project.annotation(**id).is_some_and(|it| it.tag == tag);
            listed.iter().filter(has).count()
        })
    });
    view! {
        <div class="group"><h3 aria-label=move || (words().list.group)(&name.get(), number.get())>
            <bdi>{name}</bdi> <span>{move || crate::app::format_number(number.get())}</span>
        </h3></div>
    }
    .into_any()
}

/// What of the annotations here is not listed, and the way back.
#[component]
fn LeftOut() -> impl IntoView {
    let app = app();
    let state = Memo::new(move |_| {
        app.track(Topic::Annotations);
        let Some(id) = app.view.document.get() else { return (false, 0) };
        let (all, hidden) = app.count_on(id);
        let is_narrow = app.view.query.with(|query| query.is_narrow());
        (all > hidden && is_narrow && app.listed(id).is_empty(), hidden)
    });
    let line = move || {
        let (is_nothing, hidden) = state.get();
        let nothing = is_nothing.then(|| {
            view! {
                <p class="left-out">
                    <span>{words().list.nothing}</span>
                    <button type="button" class="link" on:click=move |_| app.ask_nothing()>{words().list.show_all}</button>
                </p>
            }
        });
        let hidden = (hidden > 0).then(|| {
            view! {
                <p class="left-out">
                    <span>{(words().list.hidden)(hidden)}</span>
                    <button type="button" class="link" on:click=move |_| app.reveal_all()>{words().list.show_tags}</button>
                </p>
            }
        });
        view! { {nothing}{hidden} }
    };
    view! { {line} }
}

/// What a card shows of its annotation.
#[derive(Clone, PartialEq, Default)]
struct Face {
    tag: String,
    colour: String,
    quote: String,
    is_whole: bool,
    note: String,
    coder: String,
}

/// What it shows now; nothing where the annotation has gone.
fn face(app: App, id: AnnotationId) -> Option<Face> {
    app.track(Topic::Annotation(id));
    app.track(Topic::Coders);
    let quote = app.quote(id, 90);
    app.with(|project| {
        let annotation = project.annotation(id)?;
        let is_whole = annotation.target.hull().is_none();
        let quote = if is_whole { words().whole_document.to_owned() } else { quote };
        let tag = project.tag(annotation.tag)?;
        let coder = project.coder(annotation.coder)?;
        Some(Face {
            tag: tag.name.clone(),
            colour: tag.colour.to_string(),
            quote,
            is_whole,
            note: annotation.note.clone(),
            coder: coder.label.clone(),
        })
    })
}

/// One annotation; the chosen one with all its details.
#[component]
fn Card(id: AnnotationId) -> impl IntoView {
    let app = app();
    let settled: Settled = expect_context();
    // A card that goes keeps its face until it has gone.
    let face =
        Memo::new(move |before: Option<&Face>| face(app, id).or_else(|| before.cloned()).unwrap_or_default());
    let is_chosen = Memo::new(move |_| settled.chosen.get() == Some(id));
    let language = Signal::derive(move || app.language());
    let pick = move |_| {
        let is_relating = app.view.relating.with_untracked(Option::is_some);
        if is_chosen.get_untracked() && !is_relating {
            app.view.chosen.set(None);
        } else {
            app.point_at(id);
        }
    };
    view! {
        <div class="card hued" class:chosen=is_chosen style:--c=Signal::derive(move || face.get().colour)>
            <button type="button" class="pick" aria-expanded=Signal::derive(move || is_chosen.get().to_string()) on:click=pick>
                <b>{Signal::derive(move || face.get().tag)}</b>
                <q dir="auto" lang=language class:whole=move || face.get().is_whole>{Signal::derive(move || face.get().quote)}</q>
                {move || (app.view.whole.get() && !is_chosen.get()).then(|| view! { <Short id/> }.into_any())}
                <Show when=move || !is_chosen.get() && !face.get().note.is_empty()>
                    <span class="note">{Signal::derive(move || face.get().note)}</span>
                </Show>
                <span class="who">{Signal::derive(move || face.get().coder)}</span>
            </button>
            <Show when=move || is_chosen.get()>
                <p class="stack">{Signal::derive(move || place_in_stack(app))}</p>
                <Detail id/>
            </Show>
        </div>
    }
}
