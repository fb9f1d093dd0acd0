//! The tags as a tree, and the field that makes one.

use super::eye::EyeButton;
use crate::app::{App, Topic, format_number};
use crate::model::{Colour, TagId, depth_first};
use crate::table::Table;
use crate::ui::add_named::AddNamed;
use crate::ui::{app, pen::PenButton, words::words};
use leptos::prelude::*;

/// What a row shows.
#[derive(Clone, PartialEq)]
struct Row {
    name: String,
    parent: Option<String>,
    depth: usize,
    is_retired: bool,
    colour: Colour,
    key: Option<char>,
}

type Rows = (Vec<TagId>, Table<TagId, Row>);

fn rows(app: App) -> Rows {
    app.track(Topic::Tags);
    app.with(|project| {
        let tags = depth_first(project);
        let row = |(depth, tag): &(usize, &crate::model::Tag)| {
            let parent = tag.parent.and_then(|parent| project.tag(parent)).map(|parent| parent.name.clone());
            let (name, is_retired) = (tag.name.clone(), tag.retired);
            (tag.id, Row { name, parent, depth: *depth, is_retired, colour: tag.colour, key: tag.key })
        };
        (tags.iter().map(|(_, tag)| tag.id).collect(), tags.iter().map(row).collect())
    })
}

/// The tags, each a button.
#[component]
pub fn TagTree(
    /// What happens with the tag that is clicked.
    pick: Callback<TagId>,
) -> impl IntoView {
    let app = app();
    let rows = Memo::new(move |_| rows(app));
    let ids = move || rows.with(|(ids, _)| ids.clone());
    let row = move |id: TagId| {
        let row = Memo::new(move |_| rows.with(|(_, rows)| rows.get(&id).cloned()));
        let number = Memo::new(move |_| {
            app.track(Topic::Annotations);
            app.with_index(|_, index| index.uses(id).0)
        });
        let name = Signal::derive(move || row.get().map(|row| row.name).unwrap_or_default());
        let colour = Signal::derive(move || row.get().map(|row| row.colour.to_string()).unwrap_or_default());
        let depth = Signal::derive(move || row.get().map_or(0, |row| row.depth).to_string());
        let key = move || row.get().and_then(|row| row.key).map(|key| view! { <kbd>{key.to_string()}</kbd> });
        let label = Signal::derive(move || {
            row.get().map(|row| {
                let name = if row.is_retired { (words().memos.retired)(&row.name) } else { row.name };
                (words().desk.tag_row)(&name, row.parent.as_deref(), number.get(), row.key)
            })
        });
        let is_retired = Memo::new(move |_| row.get().is_some_and(|row| row.is_retired));
        view! {
            <li class="tag-row" class:retired=is_retired class:unseen=move || app.hides(id) style:--depth=depth>
                <button type="button" class="tag" aria-label=label
                    on:click=move |_| pick.run(id)>
                    <span class="dot hued" style:--c=colour></span>
                    <span class="name" dir="auto">{name}</span>
                    <span class="count">{Signal::derive(move || format_number(number.get()))}</span>
                    <span class="key">{key}</span>
                </button>
                {move || app.view.whole.get().then(|| {
                    let pen = (!is_retired.get()).then(|| view! { <PenButton id/> });
                    view! { <EyeButton id/> {pen} }.into_any()
                })}
            </li>
        }
    };
    view! {
        <ul class="tag-tree">
            <For each=ids key=|id| *id children=row/>
        </ul>
    }
}

/// A button that becomes a field; Enter makes a tag of what it holds.
#[component]
pub fn NewTag(
    /// What the button shows.
    text: &'static str,
) -> impl IntoView {
    let app = app();
    let add = Callback::new(move |name: String| app.add_tag(name, None));
    view! {
        <AddNamed class="new-tag" text label=words().desk.new_tag field_label=words().desk.new_tag_name add/>
    }
}
