//! One attribute: its name, its values, when it is asked for.

use super::parts::{Choice, Select};
use super::{edit, watch};
use crate::app::{App, Topic};
use crate::model::{
    Attribute, AttributeId, AttributeKind, ChoiceId, Command, Condition, Extra, TagField, TagId, Value, asked,
};
use crate::ui::add_named::AddNamed;
use crate::ui::after::focus_at;
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

const KINDS: [AttributeKind; 7] = [
    AttributeKind::One,
    AttributeKind::Many,
    AttributeKind::Text,
    AttributeKind::Number,
    AttributeKind::YesNo,
    AttributeKind::Date,
    AttributeKind::Instrument,
];

/// Changes one attribute of a tag; false where that is refused.
fn change(app: App, tag: TagId, id: AttributeId, change: impl FnOnce(&mut Attribute)) -> bool {
    let Some(mut all) = app.with(|project| project.tag(tag).map(|tag| tag.attributes.clone())) else {
        return false;
    };
    let Some(attribute) = all.iter_mut().find(|attribute| attribute.id == id) else { return false };
    change(attribute);
    edit(app, tag, TagField::Attributes(all))
}

/// Takes an attribute away from a tag, and says how many values go with it.
fn remove(app: App, tag: TagId, id: AttributeId) {
    let Some(mut all) = app.with(|project| project.tag(tag).map(|tag| tag.attributes.clone())) else {
        return;
    };
    let Some(at) = all.iter().position(|attribute| attribute.id == id) else { return };
    let gone = all.remove(at);
    let name = id.to_string();
    let values = || {
        app.with(|project| {
            let has = |annotation: &&crate::model::Annotation| annotation.values.get(&name).is_some();
            project.annotations().values().filter(has).count()
        })
    };
    let before = values();
    // What depended on it is asked for always.
    for other in &mut all {
        other.only_if.take_if(|condition| condition.attribute == id);
    }
    if edit(app, tag, TagField::Attributes(all)) {
        app.say_of_step((words().book.removed_attribute)(&gone.name, before - values()));
        request_animation_frame(|| crate::ui::focus(".codebook .add-attribute"));
    }
}

/// One attribute of a tag.
#[component]
pub fn AttributeSheet(tag: TagId, id: AttributeId) -> impl IntoView {
    let app = app();
    let owner = watch(app, tag);
    let attribute = Memo::new(move |_| {
        let attributes = owner.get()?.attributes;
        attributes.into_iter().find(|attribute| attribute.id == id)
    });
    let book = words().book;
    let name = Memo::new(move |_| attribute.get().map(|attribute| attribute.name).unwrap_or_default());
    let rename = move |event: ev::Event| {
        let value = event_target_value(&event);
        if !change(app, tag, id, |attribute| attribute.name = value) {
            event_target::<HtmlInputElement>(&event).set_value(&name.get_untracked());
        }
    };
    let kinds = Memo::new(move |_| {
        KINDS
            .iter()
            .enumerate()
            .map(|(at, kind)| (at.to_string(), (book.kinds)(*kind).to_owned()))
            .collect::<Vec<Choice>>()
    });
    let kind = Memo::new(move |_| attribute.get().map(|attribute| attribute.kind));
    let current = Signal::derive(move || {
        KINDS.iter().position(|other| Some(*other) == kind.get()).map(|at| at.to_string()).unwrap_or_default()
    });
    let set_kind = Callback::new(move |value: String| {
        let kind = value.parse::<usize>().ok().and_then(|at| KINDS.get(at));
        kind.is_some_and(|kind| change(app, tag, id, |attribute| attribute.kind = *kind))
    });
    let has_choices =
        Memo::new(move |_| matches!(kind.get(), Some(AttributeKind::One | AttributeKind::Many)));
    let is_required = Signal::derive(move || attribute.get().is_some_and(|attribute| attribute.required));
    let require = move |event: ev::Event| {
        let required = event_target_checked(&event);
        change(app, tag, id, |attribute| attribute.required = required);
    };
    let close = move |_| {
        app.view.attribute.set(None);
        request_animation_frame(|| crate::ui::focus(".codebook .add-attribute"));
    };
    view! {
        <div class="attribute-sheet" role="group" aria-label=move || (book.attribute_about)(&name.get())>
            <label class="sheet-row">
                <span class="label">{book.attribute_name}</span>
                <input type="text" dir="auto" prop:value=name on:change=rename/>
            </label>
            <Select label=book.kind choices=kinds current choose=set_kind/>
            <Show when=move || has_choices.get()><Choices tag id attribute/></Show>
            <label class="sheet-row check">
                <input type="checkbox" prop:checked=is_required on:change=require/>
                {book.required}
            </label>
            <OnlyIf tag id attribute/>
            <div class="actions">
                <button type="button" on:click=close>{book.close}</button>
                <button type="button" class="remove" on:click=move |_| remove(app, tag, id)>{book.remove_attribute}</button>
            </div>
        </div>
    }
}

/// What can be chosen.
#[component]
fn Choices(tag: TagId, id: AttributeId, attribute: Memo<Option<Attribute>>) -> impl IntoView {
    let app = app();
    let book = words().book;
    let choices = Memo::new(move |_| {
        let choices = attribute.get().map(|attribute| attribute.choices).unwrap_or_default();
        choices.into_iter().enumerate().map(|(at, choice)| (at, choice.id, choice.name)).collect::<Vec<_>>()
    });
    let row = move |(at, choice, name): (usize, ChoiceId, String)| {
        let old = name.clone();
        let rename = move |event: ev::Event| {
            let value = event_target_value(&event);
            let is_done = change(app, tag, id, |attribute| {
                if let Some(choice) = attribute.choices.iter_mut().find(|known| known.id == choice) {
                    choice.name = value;
                }
            });
            if !is_done {
                event_target::<HtmlInputElement>(&event).set_value(&old);
            }
        };
        let gone = name.clone();
        let remove = move |_| {
            let mut all =
                app.with(|project| project.tag(tag).map(|tag| tag.attributes.clone())).unwrap_or_default();
            for attribute in all.iter_mut().filter(|attribute| attribute.id == id) {
                attribute.choices.retain(|known| known.id != choice);
            }
            let command = Command::EditTag(tag, vec![TagField::Attributes(all)]);
            let values = app.preview(&command).unwrap_or_default().values;
            if app.dispatch(command).is_ok() {
                app.say_of_step((words().book.removed_choice)(&gone, values));
                focus_at(".attribute-sheet .choice-list .remove", at, ".attribute-sheet .add-choice");
            }
        };
        let label = (book.remove_choice)(&name);
        view! {
            <li>
                <input type="text" dir="auto" aria-label=(book.choice)(at + 1) prop:value=name on:change=rename/>
                <button type="button" class="icon remove" aria-label=label.clone() title=label on:click=remove>"×"</button>
            </li>
        }
    };
    let add = Callback::new(move |name: String| {
        let choice = app.new_choice(name);
        change(app, tag, id, |attribute| attribute.choices.push(choice))
    });
    view! {
        <div class="sheet-row" role="group" aria-label=book.choices>
            <span class="label" aria-hidden="true">{book.choices}</span>
            <div>
                <ul class="choice-list"><For each=move || choices.get() key=|row| row.clone() children=row/></ul>
                <AddNamed class="add-choice" text=book.new_choice_button label=book.new_choice field_label=book.new_choice add/>
            </div>
        </div>
    }
}

/// When it is asked for: always, or where another attribute has a value.
#[component]
fn OnlyIf(tag: TagId, id: AttributeId, attribute: Memo<Option<Attribute>>) -> impl IntoView {
    let app = app();
    let book = words().book;
    // Those that are asked for before it and have values to choose from.
    let before = Memo::new(move |_| {
        app.track(Topic::Tags);
        app.with(|project| {
            let all = asked(project, tag).into_iter();
            let before = all.take_while(|other| other.id != id);
            let values = |other: &Attribute| match other.kind {
                AttributeKind::One | AttributeKind::Many => {
                    let value =
                        |choice: &crate::model::Choice| (Value::One(choice.id).source(), choice.name.clone());
                    other.choices.iter().map(value).collect()
                }
                AttributeKind::YesNo => [(true, book.yes), (false, book.no)]
                    .map(|(value, name)| (Value::YesNo(value).source(), name.to_owned()))
                    .to_vec(),
                _ => Vec::<Choice>::new(),
            };
            let known = before.map(|other| (other.id, other.name.clone(), values(other)));
            known.filter(|(_, _, values)| !values.is_empty()).collect::<Vec<_>>()
        })
    });
    let condition = Memo::new(move |_| attribute.get().and_then(|attribute| attribute.only_if));
    let others = Memo::new(move |_| {
        let mut choices = vec![(String::new(), book.always.to_owned())];
        choices.extend(before.get().into_iter().map(|(id, name, _)| (id.to_string(), name)));
        choices
    });
    let other =
        Signal::derive(move || condition.get().map(|it| it.attribute.to_string()).unwrap_or_default());
    let set_other = Callback::new(move |value: String| {
        let found = before.get_untracked().into_iter().find(|(id, ..)| id.to_string() == value);
        let only_if = found.map(|(attribute, _, values)| Condition {
            attribute,
            value: values.into_iter().next().map(|(value, _)| value).unwrap_or_default(),
            extra: Extra::default(),
        });
        change(app, tag, id, |attribute| attribute.only_if = only_if)
    });
    let values = Memo::new(move |_| {
        let other = condition.get().map(|condition| condition.attribute);
        let found = before.get().into_iter().find(|(id, ..)| Some(*id) == other);
        found.map(|(_, _, values)| values).unwrap_or_default()
    });
    let value = Signal::derive(move || condition.get().map(|condition| condition.value).unwrap_or_default());
    let set_value = Callback::new(move |value: String| {
        change(app, tag, id, |attribute| {
            if let Some(condition) = &mut attribute.only_if {
                condition.value = value;
            }
        })
    });
    view! {
        <Show when=move || before.with(|before| !before.is_empty())>
            <Select label=book.only_if choices=others current=other choose=set_other/>
            <Show when=move || condition.with(Option::is_some)>
                <Select label=book.only_value choices=values current=value choose=set_value/>
            </Show>
        </Show>
    }
}
