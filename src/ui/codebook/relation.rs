//! One type of relations: its name, what it means, what it joins.

use super::parts::tag_choices;
use crate::app::{App, Leaf, Topic};
use crate::model::{Command, RelationType, RelationTypeField, RelationTypeId, TagId};
use crate::ui::after::focus_at;
use crate::ui::chooser::Chooser;
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

fn edit(app: App, id: RelationTypeId, field: RelationTypeField) -> bool {
    app.dispatch(Command::EditRelationType(id, vec![field])).is_ok()
}

/// One type of relations.
#[component]
pub fn RelationSheet(id: RelationTypeId) -> impl IntoView {
    let app = app();
    let (book, desk) = (words().book, words().desk);
    let kind = Memo::new(move |_| {
        app.track(Topic::Tags);
        app.with(|project| project.relation_types().get(&id).cloned())
    });
    let name = Memo::new(move |_| kind.get().map(|kind| kind.name).unwrap_or_default());
    let definition = Signal::derive(move || kind.get().map(|kind| kind.definition).unwrap_or_default());
    let number = Memo::new(move |_| {
        app.track(Topic::Annotations);
        app.with(|project| project.relations().values().filter(|relation| relation.kind == id).count())
    });
    let rename = move |event: ev::Event| {
        if !edit(app, id, RelationTypeField::Name(event_target_value(&event))) {
            event_target::<HtmlInputElement>(&event).set_value(&name.get_untracked());
        }
    };
    let define = move |event: ev::Event| {
        edit(app, id, RelationTypeField::Definition(event_target_value(&event)));
    };
    let delete = move |_| {
        let (name, number) = (name.get_untracked(), number.get_untracked());
        if app.dispatch(Command::DeleteRelationType(id)).is_ok() {
            app.view.leaf.set(Leaf::Tag);
            app.say_of_step((book.removed_relation)(&name, number));
            request_animation_frame(|| crate::ui::focus(".codebook .add-relation"));
        }
    };
    view! {
        <article class="sheet" aria-labelledby="sheet-name">
            <h2 id="sheet-name" class="sr-only">{name}</h2>
            <div class="sheet-name">
                <input type="text" dir="auto" aria-label=book.relation_name title=name prop:value=name on:change=rename/>
            </div>
            <p class="about">{move || (book.relation_about)(number.get())}</p>
            <label class="sheet-row">
                <span class="label">{desk.definition}</span>
                <textarea dir="auto" rows="2" prop:value=definition on:change=define></textarea>
            </label>
            <Ends id kind at=FROM label=book.joins_from read=|kind| kind.from write=RelationTypeField::From/>
            <Ends id kind at=TO label=book.joins_to read=|kind| kind.to write=RelationTypeField::To/>
            <div class="sheet-row actions">
                <button type="button" class="back" on:click=move |_| app.view.leaf.set(Leaf::Tag)>{book.back_to_tag}</button>
                <button type="button" class="delete" on:click=delete>{desk.delete_tag}</button>
            </div>
        </article>
    }
}

/// Where one end stands: its row, what takes a tag away there, and what adds one.
#[derive(Clone, Copy)]
struct End {
    class: &'static str,
    chips: &'static str,
    field: &'static str,
}

const FROM: End = End {
    class: "sheet-row ends from",
    chips: ".codebook .ends.from .remove",
    field: ".codebook .ends.from select",
};

const TO: End = End {
    class: "sheet-row ends to",
    chips: ".codebook .ends.to .remove",
    field: ".codebook .ends.to select",
};

/// The tags at one end: a chip for each, and a select that adds one. Without any, every tag will do.
#[component]
fn Ends(
    id: RelationTypeId,
    kind: Memo<Option<RelationType>>,
    at: End,
    label: &'static str,
    read: fn(RelationType) -> Option<Vec<TagId>>,
    write: fn(Option<Vec<TagId>>) -> RelationTypeField,
) -> impl IntoView {
    let app = app();
    let book = words().book;
    let End { class, chips, field } = at;
    let all = Memo::new(move |_| kind.get().and_then(read));
    let ends = Memo::new(move |_| all.get().unwrap_or_default());
    // The last of its tags may have been deleted: then it joins none.
    let none = move || if all.with(Option::is_some) { book.no_end } else { book.any_tag };
    let named = Memo::new(move |_| {
        app.track(Topic::Tags);
        let ends = ends.get();
        app.with(|project| {
            ends.iter()
                .filter_map(|id| project.tag(*id))
                .map(|tag| (tag.id, tag.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let set = move |ends: Vec<TagId>| edit(app, id, write((!ends.is_empty()).then_some(ends)));
    let chip = move |(tag, name): (TagId, String)| {
        let label = (book.remove_tag)(&name);
        let remove = move |_| {
            let mut left = ends.get_untracked();
            let at = left.iter().position(|other| *other == tag).unwrap_or_default();
            left.retain(|other| *other != tag);
            set(left);
            focus_at(chips, at, field);
        };
        view! {
            <span class="chip">
                <span dir="auto">{name}</span>
                <button type="button" class="icon remove" aria-label=label.clone() title=label on:click=remove>"×"</button>
            </span>
        }
    };
    let choices = Memo::new(move |_| {
        let ends = ends.get();
        let first = (String::new(), book.add_tag.to_owned());
        std::iter::once(first).chain(tag_choices(app, |id| ends.contains(&id))).collect::<Vec<_>>()
    });
    let add = Callback::new(move |value: String| {
        let Some(tag) = TagId::parse(&value) else { return false };
        let mut ends = ends.get_untracked();
        ends.push(tag);
        set(ends)
    });
    view! {
        <div class=class role="group" aria-label=label>
            <span class="label" aria-hidden="true">{label}</span>
            <div class="chips">
                <Show when=move || ends.with(Vec::is_empty)><span class="chip inherited">{none}</span></Show>
                <For each=move || named.get() key=|row| row.clone() children=chip/>
                <Chooser label=format!("{label}: {}", book.add_tag) choices current=String::new() choose=add/>
            </div>
        </div>
    }
}
