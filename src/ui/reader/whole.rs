//! The tags of the whole document, under its title.

use super::super::{app, commands, words::words};
use crate::app::{App, Palette, Topic};
use crate::model::{AnnotationId, Command, hides};
use leptos::prelude::*;

/// Asks for a tag for the shown document.
pub fn tag_document(app: App) {
    app.view.leave_passage();
    app.view.palette.set(Some(Palette::Document));
}

/// A tag on the document: the annotation, its name, its colour.
type Chip = (AnnotationId, String, String);

fn chips(app: App) -> Vec<Chip> {
    app.track(Topic::Annotations);
    app.track(Topic::Tags);
    let hidden = app.view.hidden.get();
    let Some(document) = app.view.document.get() else { return Vec::new() };
    app.with_index(|project, index| {
        // Those on the whole document stand first.
        let whole = index.placed(document).iter().take_while(|placed| placed.hull().is_none());
        let seen = whole.filter(|placed| !hides(project, &hidden, placed.tag));
        seen.filter_map(|placed| {
            let tag = project.tag(placed.tag)?;
            Some((placed.id, tag.name.clone(), tag.colour.to_string()))
        })
        .collect()
    })
}

/// The chips.
#[component]
pub(super) fn DocumentTags() -> impl IntoView {
    let app = app();
    let chips = Memo::new(move |_| chips(app));
    let list = move || chips.with(|chips| !chips.is_empty()).then(|| list(app, chips));
    view! { {list} }
}

#[inline(never)]
fn list(app: App, chips: Memo<Vec<Chip>>) -> AnyView {
    let children = move |(id, name, colour): Chip| {
        let is_chosen = Memo::new(move |_| app.view.chosen.get() == Some(id));
        let remove = (words().remove_document_tag)(&name);
        let pick = move |_| {
            if is_chosen.get_untracked() && app.view.relating.with_untracked(Option::is_none) {
                app.view.chosen.set(None);
            } else {
                app.point_at(id);
            }
        };
        let on_remove = move |_| {
            if app.dispatch(Command::DeleteAnnotations(vec![id])).is_ok() {
                super::super::focus_reader();
            }
        };
        view! {
            <li class="document-tag hued" class:chosen=is_chosen style:--c=colour>
                <button type="button" class="go" aria-pressed=Signal::derive(move || is_chosen.get().to_string())
                    on:click=pick><span class="dot"></span><bdi>{name}</bdi></button>
                <button type="button" class="icon" aria-label=remove.clone() title=remove on:click=on_remove>"×"</button>
            </li>
        }
    };
    view! {
        <ul class="document-tags" aria-label=words().document_tags>
            <For each=move || chips.get() key=|chip| chip.clone() children/>
        </ul>
    }
    .into_any()
}

/// The button beside what is known of the document that asks for a tag for it.
#[component]
pub(super) fn TagDocument() -> impl IntoView {
    let app = app();
    let key =
        move || commands::key_of(app, commands::Id::TagDocument).map(|key| view! { " " <kbd>{key}</kbd> });
    view! {
        <button type="button" class="link tag-document" on:click=move |_| tag_document(app)>{words().tag_document}{key}</button>
    }
}
