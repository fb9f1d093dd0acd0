//! The tags as a tree: one Tab stop, moved in by arrow keys, moved about by dragging.

use super::{move_tag, name_of};
use crate::app::{App, Leaf, Topic, format_number};
use crate::model::{Colour, Command, TagId, children, depth_first};
use crate::table::Table;
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, HtmlElement};

/// What a row shows.
#[derive(Clone, PartialEq)]
struct Row {
    name: String,
    parent: Option<String>,
    depth: usize,
    place: usize,
    siblings: usize,
    colour: Colour,
    key: Option<char>,
    retired: bool,
}

type Rows = (Vec<TagId>, Table<TagId, Row>);

fn rows(app: App) -> Rows {
    app.track(Topic::Tags);
    app.with(|project| {
        let tags = depth_first(project);
        let mut counts: Table<TagId, usize> = Table::new();
        let mut tops = 0;
        let mut places = Vec::new();
        for (_, tag) in &tags {
            let count = match tag.parent {
                Some(parent) => counts.get_or_insert(parent, || 0),
                None => &mut tops,
            };
            *count += 1;
            places.push(*count);
        }
        let row = |((depth, tag), place): (&(usize, &crate::model::Tag), usize)| {
            let parent = tag.parent.and_then(|parent| project.tag(parent)).map(|parent| parent.name.clone());
            let siblings = tag.parent.map_or(tops, |parent| counts.get(&parent).copied().unwrap_or(tops));
            let (name, colour, key, retired) = (tag.name.clone(), tag.colour, tag.key, tag.retired);
            (tag.id, Row { name, parent, depth: *depth, place, siblings, colour, key, retired })
        };
        (tags.iter().map(|(_, tag)| tag.id).collect(), tags.iter().zip(places).map(row).collect())
    })
}

/// Where what is dragged would go.
#[derive(Clone, Copy, PartialEq)]
enum Drop {
    Before,
    Inside,
    After,
}

/// Puts the focus on a tag, once the page shows it.
pub(super) fn focus_on(id: TagId) {
    request_animation_frame(move || {
        crate::ui::focus(&format!(".codebook [data-tag='{id}']"));
        crate::ui::reader::place::bring_into_view(&format!(".codebook [data-tag='{id}']"));
    });
}

/// The tags.
#[component]
pub fn Tree(
    /// The tag that is shown.
    shown: Memo<Option<TagId>>,
) -> impl IntoView {
    let app = app();
    let rows = Memo::new(move |_| rows(app));
    let ids = move || rows.with(|(ids, _)| ids.clone());
    let dragged = RwSignal::new(None::<TagId>);
    let target = RwSignal::new(None::<(TagId, Drop)>);
    let pick = move |id: TagId| {
        app.view.show_tag(id);
        // At once: the next key may lead elsewhere.
        let row = format!(".codebook [data-tag='{id}']");
        crate::ui::focus(&row);
        request_animation_frame(move || crate::ui::reader::place::bring_into_view(&row));
    };
    let walk = move |event: ev::KeyboardEvent| {
        if event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        let next = rows.with_untracked(|(ids, _)| {
            let at = shown.get_untracked().and_then(|id| ids.iter().position(|other| *other == id))?;
            let next = match event.key().as_str() {
                "ArrowDown" => at + 1,
                "ArrowUp" => at.checked_sub(1)?,
                "Home" => 0,
                "End" => ids.len() - 1,
                _ => return None,
            };
            ids.get(next).copied()
        });
        match next {
            Some(id) => pick(id),
            None if event.key() == "Enter" => {
                crate::ui::focus(".codebook .sheet-name input");
            }
            None => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let over = move |event: DragEvent| {
        if dragged.get_untracked().is_none() {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        let found = place(&event);
        if target.get_untracked() != found {
            target.set(found);
        }
    };
    let drop = move |event: DragEvent| {
        let (Some(id), Some((other, place))) = (dragged.get_untracked(), target.get_untracked()) else {
            return;
        };
        event.prevent_default();
        event.stop_propagation();
        dragged.set(None);
        target.set(None);
        if id != other {
            move_tag(app, dropped(app, id, other, place));
        }
    };
    let end = move |_| {
        dragged.set(None);
        target.set(None);
    };
    let row = move |id: TagId| {
        let row = Memo::new(move |_| rows.with(|(_, rows)| rows.get(&id).cloned()));
        let number = Memo::new(move |_| {
            app.track(Topic::Annotations);
            app.with_index(|_, index| index.uses(id).0)
        });
        let of = move |read: fn(&Row) -> String| {
            Signal::derive(move || row.with(|row| row.as_ref().map(read).unwrap_or_default()))
        };
        let is_stop = Memo::new(move |_| shown.get() == Some(id));
        // While another page is open no tag is.
        let is_current = Memo::new(move |_| is_stop.get() && app.view.leaf.get() == Leaf::Tag);
        let is_retired = move || row.with(|row| row.as_ref().is_some_and(|row| row.retired));
        let label = Signal::derive(move || {
            let row = row.get()?;
            let retired = if row.retired { format!(", {}", words().book.retired_row) } else { String::new() };
            let face = (words().desk.tag_row)(&row.name, row.parent.as_deref(), number.get(), row.key);
            Some(format!("{face}{retired}"))
        });
        let drops = move |place| move || target.get() == Some((id, place)) && dragged.get() != Some(id);
        let key = move || row.get().and_then(|row| row.key).map(|key| view! { <kbd>{key.to_string()}</kbd> });
        let lift = move |event: DragEvent| {
            if let Some(data) = event.data_transfer() {
                let _ = data.set_data("text/plain", &name_of(app, id));
                data.set_effect_allowed("move");
            }
            dragged.set(Some(id));
        };
        view! {
            <div class="tag-row" role="none" class:current=is_current class:retired=is_retired style:--depth=of(|row| row.depth.to_string())
                class:drop-before=drops(Drop::Before) class:drop-inside=drops(Drop::Inside) class:drop-after=drops(Drop::After)>
                <div class="tag" role="treeitem" data-tag=id.to_string() draggable="true" aria-label=label
                    aria-selected=Signal::derive(move || is_current.get().to_string())
                    prop:ariaLevel=of(|row| (row.depth + 1).to_string()) prop:ariaPosInSet=of(|row| row.place.to_string())
                    prop:ariaSetSize=of(|row| row.siblings.to_string())
                    tabindex=Signal::derive(move || if is_stop.get() { "0" } else { "-1" })
                    on:click=move |_| pick(id) on:dragstart=lift>
                    <span class="dot hued" style:--c=of(|row| row.colour.to_string())></span>
                    <span class="name" dir="auto">{of(|row| row.name.clone())}</span>
                    <span class="count">{Signal::derive(move || format_number(number.get()))}</span>
                    <span class="key">{key}</span>
                </div>
            </div>
        }
    };
    view! {
        <div class="tag-tree" role="tree" aria-label=words().book.tree aria-describedby="tree-hint"
            on:keydown=walk on:dragover=over on:drop=drop on:dragend=end>
            <For each=ids key=|id| *id children=row/>
        </div>
        <p id="tree-hint" hidden>{words().book.tree_hint}</p>
    }
}

/// Over which row it is, and over which part of it: the quarters at its edges mean beside it.
fn place(event: &DragEvent) -> Option<(TagId, Drop)> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let row = target.closest(".tag-row").ok()??.query_selector("[data-tag]").ok()??;
    let row = row.dyn_into::<HtmlElement>().ok()?;
    let id = TagId::parse(&row.get_attribute("data-tag")?)?;
    let rect = row.get_bounding_client_rect();
    let share = (f64::from(event.client_y()) - rect.top()) / rect.height();
    Some((
        id,
        if share < 0.25 {
            Drop::Before
        } else if share > 0.75 {
            Drop::After
        } else {
            Drop::Inside
        },
    ))
}

fn dropped(app: App, id: TagId, other: TagId, place: Drop) -> Command {
    let (parent, before) = app.with(|project| {
        let parent = project.tag(other).and_then(|tag| tag.parent);
        match place {
            Drop::Inside => (Some(other), None),
            Drop::Before => (parent, Some(other)),
            Drop::After => {
                let siblings = children(project, parent);
                let at = siblings.iter().position(|tag| tag.id == other);
                let next = at.and_then(|at| siblings[at + 1..].iter().find(|tag| tag.id != id));
                (parent, next.map(|tag| tag.id))
            }
        }
    });
    Command::MoveTag { id, parent, before }
}
