//! The types of relations, in the left column.

use crate::app::{App, Leaf, Topic};
use crate::model::{RelationTypeId, TagId, relation_types};
use crate::ui::add_named::AddNamed;
use crate::ui::{app, words::words};
use leptos::prelude::*;

type Row = (RelationTypeId, String, String, String);

/// The names of the tags at one end; any tag where there are none.
pub(super) fn ends(app: App, tags: Option<&[TagId]>) -> String {
    let Some(tags) = tags else { return words().book.any.to_owned() };
    app.with(|project| {
        let names: Vec<_> =
            tags.iter().filter_map(|id| project.tag(*id)).map(|tag| tag.name.as_str()).collect();
        if names.is_empty() { words().book.no_end.to_owned() } else { names.join(", ") }
    })
}

fn rows(app: App) -> Vec<Row> {
    app.track(Topic::Tags);
    let types = app.with(|project| relation_types(project).into_iter().cloned().collect::<Vec<_>>());
    let row = |kind: crate::model::RelationType| {
        (kind.id, ends(app, kind.from.as_deref()), kind.name, ends(app, kind.to.as_deref()))
    };
    types.into_iter().map(row).collect()
}

/// The types of relations.
#[component]
pub fn Relations() -> impl IntoView {
    let app = app();
    let book = words().book;
    let rows = Memo::new(move |_| rows(app));
    let row = move |(id, from, name, to): Row| {
        let is_current = Memo::new(move |_| app.view.leaf.get() == Leaf::RelationType(id));
        let label = (book.relation_row)(&from, &name, &to);
        view! {
            <li>
                <button type="button" class="line-row" class:current=is_current aria-label=label
                    aria-current=Signal::derive(move || is_current.get().then_some("true"))
                    on:click=move |_| app.view.leaf.set(Leaf::RelationType(id))>
                    <span dir="auto">{from}</span> " " <small dir="auto">{name}</small> " " <span dir="auto">{to}</span>
                </button>
            </li>
        }
    };
    let add = Callback::new(move |name: String| app.add_relation_type(name));
    view! {
        <div class="list-head"><h2>{book.relations}</h2></div>
        <ul class="line-rows"><For each=move || rows.get() key=|row| row.clone() children=row/></ul>
        <AddNamed class="add-relation" text=book.new_relation_button label=book.new_relation field_label=book.relation_name add/>
    }
}
