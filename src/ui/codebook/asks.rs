//! What a tag asks of its annotations: a chip for each attribute, and what edits one.

use super::attribute::AttributeSheet;
use super::watch;
use crate::app::{App, Topic};
use crate::model::{Attribute, AttributeId, AttributeKind, TagId};
use crate::ui::add_named::AddNamed;
use crate::ui::after::focus_soon;
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// An attribute in a few words: “kind: factual · legal · moral”.
pub(super) fn face(attribute: &Attribute) -> String {
    let book = words().book;
    let values = match attribute.kind {
        AttributeKind::One | AttributeKind::Many if !attribute.choices.is_empty() => {
            attribute.choices.iter().map(|choice| choice.name.as_str()).collect::<Vec<_>>().join(" · ")
        }
        kind => (book.kinds)(kind).to_owned(),
    };
    let required = if attribute.required { format!(" ({})", book.is_required) } else { String::new() };
    format!("{}: {values}{required}", attribute.name)
}

/// The attributes that a tag has from those above it: their faces, and whose they are.
fn inherited(app: App, id: TagId) -> Vec<(AttributeId, String, TagId, String)> {
    app.track(Topic::Tags);
    app.with(|project| {
        let up = |tag: &&crate::model::Tag| project.tag(tag.parent?);
        let line = std::iter::successors(project.tag(id), up).skip(1);
        let each = line.flat_map(|tag| {
            tag.attributes.iter().map(|attribute| (attribute.id, face(attribute), tag.id, tag.name.clone()))
        });
        each.collect()
    })
}

/// The attributes.
#[component]
pub fn Asks(id: TagId) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let book = words().book;
    let own = Memo::new(move |_| {
        let attributes = tag.get().map(|tag| tag.attributes).unwrap_or_default();
        attributes
            .iter()
            .map(|attribute| (attribute.id, attribute.name.clone(), face(attribute)))
            .collect::<Vec<_>>()
    });
    let above = Memo::new(move |_| inherited(app, id));
    let open = Memo::new(move |_| {
        let open = app.view.attribute.get();
        open.filter(|open| own.with(|own| own.iter().any(|(id, ..)| id == open)))
    });
    let chip = move |(attribute, name, face): (AttributeId, String, String)| {
        let is_open = Signal::derive(move || open.get() == Some(attribute));
        let toggle = move |_| {
            let is_open = is_open.get_untracked();
            app.view.attribute.set((!is_open).then_some(attribute));
        };
        view! {
            <button type="button" class="chip" aria-expanded=move || is_open.get().to_string()
                aria-label=format!("{}: {face}", (book.edit_attribute)(&name)) on:click=toggle>{face.clone()}</button>
        }
    };
    let from = move |(attribute, face, owner, name): (AttributeId, String, TagId, String)| {
        // To where it can be edited.
        let go = move |_| {
            app.view.show_tag(owner);
            app.view.attribute.set(Some(attribute));
            focus_soon(".codebook .asks .chip[aria-expanded='true']");
        };
        view! {
            <button type="button" class="chip inherited" on:click=go>
                {face} " " <small>{(book.from_tag)(&name)}</small>
            </button>
        }
    };
    let add = Callback::new(move |name: String| match app.add_attribute(id, &name) {
        Some(attribute) => {
            app.view.attribute.set(Some(attribute));
            request_animation_frame(|| crate::ui::focus(".attribute-sheet select"));
            true
        }
        None => false,
    });
    view! {
        <div class="sheet-row asks" role="group" aria-label=book.asks>
            <span class="label" aria-hidden="true">{book.asks}</span>
            <div>
                <div class="chips">
                    <For each=move || above.get() key=|row| row.clone() children=from/>
                    <For each=move || own.get() key=|row| row.clone() children=chip/>
                    <AddNamed class="chip add-attribute" text=book.new_attribute_button label=book.new_attribute
                        field_label=book.attribute_name add/>
                </div>
                <For each=move || open.get() key=|open| *open children=move |attribute| view! { <AttributeSheet tag=id id=attribute/> }/>
            </div>
        </div>
    }
}
