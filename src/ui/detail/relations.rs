//! The relations of the chosen annotation, each a way to its other end.

use crate::app::{App, Setting, Topic};
use crate::model::{Act, AnnotationId, Change, Command, Record, Relation, RelationId, relation_types};
use crate::ui::commands::{Id, key_of, run_named};
use crate::ui::{after::focus_soon, app, relating, words::words};
use leptos::prelude::*;

/// A relation as one of its ends shows it.
#[derive(Clone, PartialEq)]
struct Chip {
    id: RelationId,
    other: AnnotationId,
    text: String,
    about: String,
    colour: String,
    is_misfit: bool,
}

/// Those that start here first, each part in the order of the types; listening.
fn chips(app: App, id: AnnotationId) -> Vec<Chip> {
    app.track(Topic::Annotations);
    app.track(Topic::Tags);
    let mut relations: Vec<Relation> = app.with(|project| {
        let types = relation_types(project);
        let place = |relation: &Relation| types.iter().position(|kind| kind.id == relation.kind);
        let mut relations: Vec<_> = project.relations_of(id).cloned().collect();
        relations.sort_by_key(|relation| (relation.from != id, place(relation), relation.created));
        relations
    });
    relations.dedup_by_key(|relation| relation.id);
    relations.into_iter().filter_map(|relation| chip(app, id, &relation)).collect()
}

fn chip(app: App, id: AnnotationId, relation: &Relation) -> Option<Chip> {
    let is_first = relation.from == id;
    let other = if is_first { relation.to } else { relation.from };
    let quote = app.naming(other, 60);
    app.with(|project| {
        let kind = project.relation_types().get(&relation.kind)?;
        let tag = |id| project.annotation(id).and_then(|annotation| project.tag(annotation.tag));
        let (from, to, other_tag) = (tag(relation.from)?, tag(relation.to)?, tag(other)?);
        let words = words().detail;
        let text = if is_first { words.relation_to } else { words.relation_from };
        let is_misfit = !kind.may_join(project, from.id, to.id);
        let definition = if is_misfit { words.misfit } else { kind.definition.as_str() };
        Some(Chip {
            id: relation.id,
            other,
            text: text(&kind.name, &quote),
            about: (words.other_end)(&other_tag.name, &quote, definition),
            colour: other_tag.colour.to_string(),
            is_misfit,
        })
    })
}

/// The chips, and the way to one more.
#[component]
pub(super) fn Relations(id: AnnotationId) -> impl IntoView {
    let app = app();
    let chips = Memo::new(move |_| chips(app, id));
    let ids = move || chips.with(|chips| chips.iter().map(|chip| chip.id).collect::<Vec<_>>());
    let children = move |id: RelationId| {
        let chip = Memo::new(move |_| chips.with(|chips| chips.iter().find(|chip| chip.id == id).cloned()));
        move || chip.get().map(|chip| face(app, chip))
    };
    let key = move || key_of(app, Id::Relate).map(|key| view! { <kbd>{key}</kbd> });
    let has_arcs = Signal::derive(move || app.view.reading.get().of(Setting::Arcs) == 1);
    let arcs = move || {
        chips.with(|chips| !chips.is_empty()).then(|| {
            view! {
                <button type="button" class="link arcs-button" aria-pressed=Signal::derive(move || has_arcs.get().to_string())
                    on:click=move |_| run_named(app, Id::Arcs)>{words().detail.show_arcs}</button>
            }
        })
    };
    view! {
        <div class="row">
            <span class="name">{words().detail.relations}</span>
            <div class="answer chips">
                <For each=ids key=|id| *id children/>
                <button type="button" class="relate" on:click=move |_| relating::begin(app)>
                    {words().detail.relate} " " {key}
                </button>
                {arcs}
            </div>
        </div>
    }
}

fn face(app: App, chip: Chip) -> AnyView {
    let Chip { id, other, text, about, colour, is_misfit } = chip;
    let remove = (words().detail.remove_relation)(&text);
    let on_remove = move |_| {
        if app.dispatch(Command::Unrelate(vec![id])).is_ok() {
            focus_soon(".card.chosen .detail .relate");
        }
    };
    // The focus goes along: to the other end's card.
    let go = move |_| {
        app.choose(other);
        focus_soon(".card.chosen .pick");
    };
    view! {
        <span class="chip hued" class:misfit=is_misfit style:--c=colour>
            <button type="button" class="go" dir="auto" title=about on:click=go>{text}</button>
            <button type="button" class="icon remove" aria-label=remove.clone() title=remove on:click=on_remove>"×"</button>
        </span>
    }
    .into_any()
}

/// What a step says of the relation that it drew, or took away.
pub fn told_relation(app: App, act: Act, changes: &[Change]) -> Option<String> {
    let relation = changes.iter().find_map(|change| match change.after().or(change.before()) {
        Some(Record::Relation(relation)) => Some(relation),
        _ => None,
    })?;
    let (from, to) = (app.naming(relation.from, 40), app.naming(relation.to, 40));
    let kind =
        app.with(|project| project.relation_types().get(&relation.kind).map(|kind| kind.name.clone()))?;
    let told = if act == Act::Relate { words().detail.joined } else { words().detail.parted };
    Some(told(&kind, &from, &to))
}
