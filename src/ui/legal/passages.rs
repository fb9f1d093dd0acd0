//! Beside the ledger: the passages of the chosen cell, and the instruments of the project's own.

use super::ledger::{row_name, title_of};
use crate::app::{App, Dialog, Topic};
use crate::formats::ledger::Ledger;
use crate::model::{AnnotationId, OwnInstrument, Project, references_to};
use crate::ui::{app, focus, words::words};
use leptos::{ev, prelude::*};

/// The passages of a cell, each a way to its place in the text.
#[component]
pub fn Passages(ledger: Memo<Ledger>) -> impl IntoView {
    let app = app();
    let shown = Memo::new(move |_| {
        let (standing, name, document) = app.view.law.cell.get()?;
        ledger.with(|ledger| {
            let entry = ledger.entry(standing, &name)?;
            let passages = entry.passages(document);
            let title = document.map_or(words().legal.everywhere.to_owned(), |id| title_of(app, id));
            let head = (words().legal.passages)(&row_name(ledger, entry), &title, passages.len());
            (!passages.is_empty()).then_some((head, passages))
        })
    });
    let list = move || {
        match shown.get() {
        None => view! { <p class="about">{words().legal.pick_cell}</p> }.into_any(),
        Some((head, passages)) => view! {
            <h3 id="passages-head" tabindex="-1">{head}</h3>
            <ul aria-labelledby="passages-head">{passages.into_iter().map(|id| passage(app, id)).collect_view()}</ul>
        }
        .into_any(),
    }
    };
    let back = |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            focus(".ledger td button[aria-pressed=true]");
        }
    };
    view! { <section class="passages" on:keydown=back>{list}</section> }
}

fn passage(app: App, id: AnnotationId) -> impl IntoView {
    let quote = app.quote(id, 160);
    let about = app.with(|project| {
        let annotation = project.annotation(id)?;
        let document = project.document(annotation.document)?;
        let coder = project.coder(annotation.coder).map(|coder| coder.label.clone()).unwrap_or_default();
        let parts = [document.title.clone(), project.tag(annotation.tag)?.name.clone(), coder];
        Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
    });
    view! {
        <li><button type="button" class="passage" on:click=move |_| app.go_to_passage(id)>
            <q dir="auto">{quote}</q>
            <small>{about}</small>
        </button></li>
    }
}

/// What the project has added to the table.
#[component]
pub fn OwnInstruments() -> impl IntoView {
    let app = app();
    let all = Memo::new(move |_| {
        for topic in [Topic::Law, Topic::Annotations, Topic::Tags] {
            app.track(topic);
        }
        let counted = |project: &Project| {
            let own = project.instruments().values();
            own.map(|one| (one.clone(), references_to(project, &one.code))).collect()
        };
        let mut all: Vec<_> = app.with(counted);
        all.sort_by(|(one, _): &(OwnInstrument, usize), (other, _)| {
            (&one.name, one.id).cmp(&(&other.name, other.id))
        });
        all
    });
    let row = move |(one, number): (OwnInstrument, usize)| {
        let id = one.id;
        let deleted = (words().legal.deleted_instrument)(&one.name, number);
        let delete = move |_| {
            app.delete_instrument(id, deleted.clone());
            request_animation_frame(|| focus(".own .add"));
        };
        let edit = (words().legal.edit_instrument)(&one.name);
        let remove = (words().legal.delete_instrument)(&one.name, number);
        let references = (number > 0).then(|| (words().legal.references)(number));
        let about: Vec<_> = [one.aliases.join(", ")].into_iter().chain(references).collect();
        let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        view! {
            <li>
                <button type="button" class="link" aria-label=edit
                    on:click=move |_| app.view.dialog.set(Some(Dialog::Instrument(Some(id))))><bdi>{one.name}</bdi></button>
                <small>{about}</small>
                <button type="button" class="icon" aria-label=remove.clone() title=remove on:click=delete>"×"</button>
            </li>
        }
    };
    view! {
        <section class="own" aria-labelledby="own-head">
            <h3 id="own-head">{words().legal.own_instruments}</h3>
            <p class="about">{words().legal.own_none}</p>
            <ul>{move || all.get().into_iter().map(row).collect_view()}</ul>
            <button type="button" class="add" on:click=move |_| app.view.dialog.set(Some(Dialog::Instrument(None)))>
                {words().legal.add_instrument}
            </button>
        </section>
    }
}
