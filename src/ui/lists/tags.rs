//! The tags as a tree, and the field that makes one.

use super::eye::EyeButton;
use crate::app::{App, Screen, Topic, format_number};
use crate::model::{Colour, TagId, depth_first};
use crate::table::Table;
use crate::ui::{app, pen::PenButton, words::words};
use leptos::{ev, html, prelude::*};

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
    /// The tag that is shown elsewhere.
    current: Signal<Option<TagId>>,
    /// What happens with the tag that is clicked.
    pick: Callback<TagId>,
) -> impl IntoView {
    let app = app();
    let rows = Memo::new(move |_| rows(app));
    let ids = move || rows.with(|(ids, _)| ids.clone());
    // The pen marks texts: the codebook has no use for it.
    let is_here = app.view.screen.get_untracked() == Screen::Annotate;
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
        let is_current = Memo::new(move |_| current.get() == Some(id));
        view! {
            <li class="tag-row" class:current=is_current class:retired=is_retired class:unseen=move || is_here && app.hides(id) style:--depth=depth>
                <button type="button" class="tag" aria-label=label aria-current=Signal::derive(move || is_current.get().then_some("true"))
                    on:click=move |_| pick.run(id)>
                    <span class="dot hued" style:--c=colour></span>
                    <span class="name" dir="auto">{name}</span>
                    <span class="count">{Signal::derive(move || format_number(number.get()))}</span>
                    <span class="key">{key}</span>
                </button>
                {move || (is_here && app.view.whole.get()).then(|| {
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
    let (is_open, set_open) = signal(false);
    let field = NodeRef::<html::Input>::new();
    let button = NodeRef::<html::Button>::new();
    let close = move || {
        set_open.set(false);
        request_animation_frame(move || {
            if let Some(Some(button)) = button.try_get_untracked() {
                let _ = button.focus();
            }
        });
    };
    crate::ui::effect(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        // An input method's Enter takes a candidate and not the field.
        "Enter" if !event.is_composing() => {
            event.prevent_default();
            if app.add_tag(event_target_value(&event), None) {
                close();
            }
        }
        "Escape" => {
            event.prevent_default();
            close();
        }
        _ => {}
    };
    let on_blur = move |event: ev::FocusEvent| {
        if event_target_value(&event).trim().is_empty() {
            set_open.try_set(false);
        }
    };
    let label = words().desk.new_tag;
    let open = move |_| set_open.set(true);
    view! {
        <Show
            when=move || is_open.get()
            fallback=move || view! {
                <button type="button" class="new-tag" aria-label=label title=label node_ref=button on:click=open>{text}</button>
            }
        >
            <input type="text" class="new-tag-field" aria-label=words().desk.new_tag_name placeholder=words().desk.new_tag_name
                node_ref=field on:keydown=on_key on:blur=on_blur/>
        </Show>
    }
}
