//! The passages of a tag that is split one by one: each can be looked at where it stands, and is decided by itself.

use super::parts::More;
use super::split::Row;
use super::watch;
use crate::app::Topic;
use crate::model::{AnnotationId, TagId};
use crate::table::Table;
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};

/// How many are listed at a time.
const LISTED: usize = 500;

/// So many characters are shown before a passage and behind it.
const AROUND: u32 = 160;

/// What is decided of each: the number of a part.
pub(super) type Decided = RwSignal<Table<AnnotationId, usize>>;

/// All passages of a tag.
#[component]
pub(super) fn Passages(
    tag: TagId,
    all: Vec<AnnotationId>,
    rows: RwSignal<Vec<Row>>,
    decided: Decided,
) -> impl IntoView {
    let number = all.len();
    let listed = RwSignal::new(LISTED);
    let shown = move || all.iter().take(listed.get()).copied().collect::<Vec<_>>();
    view! {
        <ul class="passages"><For each=shown key=|id| *id children=move |id| view! { <Passage tag id rows decided/> }/></ul>
        <More listed all=Signal::stored(number) step=LISTED each=".split-dialog .passages select"/>
    }
}

/// One passage that is decided by itself.
#[component]
fn Passage(tag: TagId, id: AnnotationId, rows: RwSignal<Vec<Row>>, decided: Decided) -> impl IntoView {
    let app = app();
    let book = words().book;
    let quote = app.quote(id, 120);
    let title = app.with(|project| {
        let document = project.document(project.annotation(id)?.document)?;
        Some(document.title.clone())
    });
    let name = watch(app, tag);
    let choose = move |event: ev::Event| {
        let part = event_target_value(&event).parse::<usize>();
        decided.update(|decided| match part {
            Ok(part) => drop(decided.insert(id, part)),
            Err(_) => drop(decided.remove(&id)),
        });
    };
    let stays = move || {
        app.track(Topic::Tags);
        name.get().map(|tag| (book.stays)(&tag.name)).unwrap_or_default()
    };
    let options = move || {
        let option = |row: Row| {
            let name = row.name.get();
            let name = if name.trim().is_empty() { (book.part)(row.number) } else { name };
            let is_it = Signal::derive(move || decided.with(|decided| decided.get(&id) == Some(&row.number)));
            view! { <option value=row.number.to_string() prop:selected=is_it>{name}</option> }
        };
        rows.get().into_iter().map(option).collect_view()
    };
    let is_open = RwSignal::new(false);
    let look = (book.look_around)(&quote);
    let around = move || {
        let [before, passage, behind] = is_open.get().then(|| app.around(id, AROUND)).flatten()?;
        Some(view! { <p class="around" dir="auto">{before}<mark>{passage}</mark>{behind}</p> })
    };
    let place = title.map(|title| {
        let has_place = app.around(id, 0).is_some();
        let button = has_place.then(|| {
            view! {
                <button type="button" class="link" aria-label=look aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)>{book.look}</button>
            }
        });
        view! { <small><bdi>{title}</bdi></small> " " {button} }
    });
    view! {
        <li>
            <div class="passage"><q dir="auto">{quote.clone()}</q><p>{place}</p></div>
            <select aria-label=(book.goes_to)(&quote) on:change=choose>
                <option value="">{stays}</option>
                {options}
            </select>
            {around}
        </li>
    }
}
