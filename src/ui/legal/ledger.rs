//! The ledger: instruments and provisions by document, with counts; each leads to its passages.

use super::grid;
use super::passages::{OwnInstruments, Passages};
use crate::app::{App, Recogniser, Topic, format_number};
use crate::formats::ledger::{Entry, LEDGERS, Ledger, Odd, Standing};
use crate::model::{DocumentId, Joined, Part};
use crate::ui::reader::place::bring_into_view;
use crate::ui::{app, focus, words::words};
use leptos::prelude::*;

/// The ledger, with the passages of a cell beside it.
#[component]
pub fn LedgerScreen() -> impl IntoView {
    let app = app();
    crate::ui::effect(move || {
        for topic in [Topic::Annotations, Topic::Tags, Topic::Law] {
            app.track(topic);
        }
        untrack(|| app.learn_all());
    });
    let ledger = Memo::new(move |_| app.ledger());
    let is_empty = Memo::new(move |_| ledger.with(|ledger| ledger.entries.is_empty()));
    let is_missing = move || app.view.law.recogniser.get() == Recogniser::Missing;
    let exports = LEDGERS.iter().enumerate().map(|(which, format)| {
        view! {
            <button type="button" aria-label=format!("{}: {}", words().legal.exports, format.name)
                on:click=move |_| app.take_ledger_away(which)>{format.name}</button>
        }
    });
    view! {
        <main class="ledger">
            <div class="book">
                <div class="book-head">
                    <div>
                        <h2>{words().legal.ledger}</h2>
                        <p class="about">{words().legal.ledger_about}</p>
                    </div>
                    <div class="exports" role="group" aria-label=words().legal.exports>{exports.collect_view()}</div>
                </div>
                <Show when=is_missing><p class="fault" role="alert">{words().legal.missing}</p></Show>
                <Show when=move || is_empty.get()><p class="empty">{words().legal.ledger_empty}</p></Show>
                {move || ledger.with(|ledger| Standing::ALL.map(|standing| section(app, ledger, standing)).into_iter().collect_view())}
            </div>
            <aside class="beside-book">
                <Passages ledger/>
                <OwnInstruments/>
            </aside>
        </main>
    }
}

/// The rows of one standing.
fn section(app: App, ledger: &Ledger, standing: Standing) -> Option<AnyView> {
    let entries: Vec<_> = ledger.entries.iter().filter(|entry| entry.standing == standing).collect();
    let (head, class) = match standing {
        Standing::Settled => (words().legal.settled_head, "settled"),
        Standing::Open => (words().legal.open_head, "left-open"),
        Standing::Contradictory => (words().legal.contradictory_head, "contradictory"),
    };
    if entries.is_empty() {
        return None;
    }
    let titles: Vec<_> = ledger.documents.iter().map(|id| (*id, title_of(app, *id))).collect();
    let columns = titles.iter().map(|(_, title)| view! { <th scope="col" dir="auto">{title.clone()}</th> });
    let columns = columns.collect_view();
    let mut above = String::new();
    let rows = entries.into_iter().enumerate().map(|(at, entry)| {
        let is_same = standing == Standing::Settled && instrument(entry) == above;
        above = instrument(entry);
        row(app, ledger, entry, &titles, at, is_same)
    });
    let rows = rows.collect_view();
    Some(
        view! {
            <section class=class>
                <h3>{head}</h3>
                <div class="scroll" role="region" aria-label=head>
                    <table role="grid" aria-label=head on:keydown=|event| grid::walk(&event)
                        on:focusin=|event| grid::keep_stop(&event)>
                        <thead><tr>
                            <th scope="col">{words().legal.instrument}</th>
                            <th scope="col" class="total">{words().legal.total}</th>
                            {columns}
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </section>
        }
        .into_any(),
    )
}

fn instrument(entry: &Entry) -> String {
    entry.meaning.parts.first().map(|part| part.id.clone()).unwrap_or_default()
}

/// What a part is called, without its provision.
fn title(ledger: &Ledger, part: &Part) -> String {
    match part.is_known() {
        true if ledger.is_lost(&part.id) => (words().legal.lost)(&part.id),
        true => ledger.known(&part.id).title,
        false => words().legal.not_named.to_owned(),
    }
}

fn named(title: String, part: &Part) -> String {
    if part.provision.is_empty() { title } else { format!("{}, {title}", part.provision) }
}

/// What a row is called: what comes before the names of what is meant, if it is several things, and the names.
fn names(ledger: &Ledger, entry: &Entry) -> (Option<&'static str>, Vec<String>) {
    let name = |part: &Part| named(title(ledger, part), part);
    let parts = &entry.meaning.parts;
    if parts.is_empty() {
        return (None, vec![words().legal.nothing_row.to_owned()]);
    }
    // The places of a counted set are one thing.
    if parts.len() > 1 && entry.unnamed() == parts.len() {
        return (None, vec![named((words().legal.places)(parts.len()), &parts[0])]);
    }
    let is_either = entry.meaning.joined == Joined::Either;
    let before = if is_either { words().legal.open_row } else { words().legal.set_row };
    ((parts.len() > 1).then_some(before), parts.iter().map(name).collect())
}

/// What a row is called.
pub(super) fn row_name(ledger: &Ledger, entry: &Entry) -> String {
    let (before, names) = names(ledger, entry);
    let before = before.map(|before| format!("{before}: ")).unwrap_or_default();
    before + &names.join("; ")
}

fn row(
    app: App,
    ledger: &Ledger,
    entry: &Entry,
    titles: &[(DocumentId, String)],
    at: usize,
    is_below: bool,
) -> impl IntoView + use<> {
    let name = row_name(ledger, entry);
    let part = entry.meaning.parts.first().cloned().unwrap_or_default();
    let is_provision = !part.provision.is_empty() && entry.meaning.parts.len() == 1;
    // Under its own instrument a provision is enough.
    let shown = match entry.meaning.parts.len() {
        1 if is_below && is_provision => {
            view! { <span class="provision">{part.provision.clone()}</span> }.into_any()
        }
        1 if is_provision => view! {
            {title(ledger, &part)}<span class="provision">{part.provision.clone()}</span>
        }
        .into_any(),
        _ => {
            let (before, names) = names(ledger, entry);
            let before = before.map(|before| view! { <em>{before}": "</em> });
            let names = names.into_iter().map(|name| view! { <span class="one">{name}</span> " " });
            view! { {before} {names.collect_view()} }.into_any()
        }
    };
    let why = entry.odd.iter().map(|odd| {
        let articles = entry.meaning.parts.iter().find_map(|part| ledger.lacks(part));
        let why = match (odd, articles) {
            (Odd::NoArticle, Some(articles)) => (words().legal.no_article)(articles),
            (odd, _) => (words().legal.odd)(*odd).to_owned(),
        };
        view! { <small>{why}</small> }
    });
    let why = why.collect_view();
    let cell = |column: usize, document: Option<DocumentId>, title: &str| {
        let number = entry.count(document);
        let label = (words().legal.cell)(number, &name, title);
        let wanted = (entry.standing, entry.name(), document);
        let own = wanted.clone();
        let is_shown = Signal::derive(move || app.view.law.cell.with(|cell| cell.as_ref() == Some(&own)));
        (number > 0).then(|| {
            view! {
                <button type="button" aria-label=label aria-pressed=move || is_shown.get().to_string()
                    data-row=at data-column=column tabindex=if (at, column) == (0, 0) { "0" } else { "-1" }
                    on:click=move |_| show(app, wanted.clone())>{format_number(number)}</button>
            }
        })
    };
    let cells = titles.iter().zip(1..);
    let cells = cells.map(|((id, title), column)| view! { <td>{cell(column, Some(*id), title)}</td> });
    let cells = cells.collect_view();
    view! {
        <tr class:below=is_below>
            <th scope="row"><div>{shown}{why}</div></th>
            <td class="total">{cell(0, None, words().legal.everywhere)}</td>
            {cells}
        </tr>
    }
}

/// Shows the passages of a cell: they come into view, and the focus goes to their heading.
fn show(app: App, cell: (Standing, String, Option<DocumentId>)) {
    app.view.law.cell.set(Some(cell));
    request_animation_frame(|| {
        focus("#passages-head");
        bring_into_view("#passages-head");
        bring_into_view(".ledger .passage");
    });
}

pub(super) fn title_of(app: App, id: DocumentId) -> String {
    app.with(|project| project.document(id).map(|document| document.title.clone())).unwrap_or_default()
}
