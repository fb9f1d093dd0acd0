//! What the tag of an annotation asks for, each attribute with the field that its kind needs.

use super::segments::{Segments, segments};
use super::typed;
use crate::app::{App, Topic};
use crate::model::{
    AnnotationId, Attribute, AttributeId, AttributeKind, ChoiceId, Command, Given, Value, asked,
    law_attributes, shown,
};
use crate::ui::chooser::{Choice, Chooser};
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};

/// So many choices stand side by side; more are a list to choose from.
const FEW: usize = 6;

/// An attribute that an annotation is asked for.
#[derive(Clone, PartialEq)]
pub(super) struct Field {
    pub annotation: AnnotationId,
    pub id: AttributeId,
    pub name: String,
    kind: AttributeKind,
    choices: Vec<(ChoiceId, String)>,
    pub required: bool,
}

/// Which attributes are asked for just now, listening.
fn fields(app: App, id: AnnotationId) -> Vec<Field> {
    app.track(Topic::Annotation(id));
    app.track(Topic::Tags);
    let field = |attribute: &Attribute| Field {
        annotation: id,
        id: attribute.id,
        name: attribute.name.clone(),
        kind: attribute.kind,
        choices: attribute.choices.iter().map(|choice| (choice.id, choice.name.clone())).collect(),
        required: attribute.required,
    };
    app.with(|project| {
        let Some(annotation) = project.annotation(id) else { return Vec::new() };
        // What is meant by a reference to law is said in a panel of its own.
        let law = law_attributes(project, annotation.tag);
        let is_law = |one: &&Attribute| law.is_some_and(|law| law.holds(one.id));
        let shown = shown(&asked(project, annotation.tag), &annotation.values).into_iter();
        shown.filter(|one| !is_law(one)).map(field).collect()
    })
}

impl Field {
    /// The id of the element that names it.
    pub fn label(&self) -> String {
        format!("value-{}-name", self.id)
    }

    /// The id of the element that says what is wrong with it.
    pub fn complaint(&self) -> String {
        format!("value-{}-wrong", self.id)
    }

    /// How the annotation answers it, listening.
    pub fn given(&self, app: App) -> Memo<Given> {
        let (annotation, id) = (self.annotation, self.id);
        Memo::new(move |_| {
            app.track(Topic::Annotation(annotation));
            app.track(Topic::Tags);
            let given = app.with(|project| {
                let annotation = project.annotation(annotation)?;
                let asked = asked(project, annotation.tag);
                let attribute = asked.into_iter().find(|attribute| attribute.id == id)?;
                Some(attribute.given(&annotation.values))
            });
            given.unwrap_or(Given::Nothing)
        })
    }

    /// Writes its value, or takes it away.
    pub fn write(&self, app: App, value: Option<Value>) {
        let _ = app.dispatch(Command::SetValue(self.annotation, self.id, value));
    }
}

/// The fields, in the order of the codebook.
#[component]
pub(super) fn Values(id: AnnotationId) -> impl IntoView {
    let app = app();
    let fields = Memo::new(move |_| fields(app, id));
    let ids = move || fields.with(|fields| fields.iter().map(|field| field.id).collect::<Vec<_>>());
    let children = move |id: AttributeId| {
        let field =
            Memo::new(move |_| fields.with(|fields| fields.iter().find(|field| field.id == id).cloned()));
        move || field.get().map(|field| row(app, field))
    };
    view! { <For each=ids key=|id| *id children/> }
}

/// A field with its name and with what is wrong.
fn row(app: App, field: Field) -> AnyView {
    let given = field.given(app);
    let unfit = app.unfit(field.annotation, field.id);
    let kind = field.kind;
    let complaint = Signal::derive(move || {
        let words = words().detail;
        match (unfit.get(), given.get(), kind) {
            (Some(_), _, AttributeKind::Date) => words.not_date,
            (Some(_), ..) => words.not_number,
            (None, Given::Wrong, _) => words.wrong,
            (None, Given::Missing, _) => words.missing,
            (None, ..) => "",
        }
    });
    let required = field.required.then(|| view! { " " <small>{words().detail.required}</small> });
    let name = field.name.clone();
    view! {
        <div class="row">
            <span class="name" id=field.label()><bdi>{name}</bdi>{required}</span>
            <div class="answer">
                {control(app, field.clone(), given)}
                <p class="complaint" id=field.complaint() role="status">{complaint}</p>
            </div>
        </div>
    }
    .into_any()
}

fn control(app: App, field: Field, given: Memo<Given>) -> AnyView {
    match field.kind {
        AttributeKind::One if field.choices.len() > FEW => list(app, field, given),
        AttributeKind::One => one(app, field, given),
        AttributeKind::Many => many(app, field, given),
        AttributeKind::YesNo => yes_no(app, field, given),
        AttributeKind::Text => typed::text(app, field, given),
        AttributeKind::Number | AttributeKind::Date => typed::strict(app, field.kind, field, given),
        AttributeKind::Instrument => typed::line(app, field, given, AttributeKind::Instrument),
    }
}

/// One of a few.
fn one(app: App, field: Field, given: Memo<Given>) -> AnyView {
    let ids: Vec<ChoiceId> = field.choices.iter().map(|(id, _)| *id).collect();
    let current = {
        let ids = ids.clone();
        Signal::derive(move || match given.get().value() {
            Some(Value::One(chosen)) => ids.iter().position(|id| id == chosen),
            _ => None,
        })
    };
    let names = field.choices.iter().map(|(_, name)| name.clone()).collect();
    let these = Segments { labelled: field.label(), described: Some(field.complaint()), names, current };
    let kept = StoredValue::new((field, ids));
    segments(these, move |at| {
        let (field, value) =
            kept.with_value(|(field, ids)| (field.clone(), at.and_then(|at| ids.get(at).copied())));
        field.write(app, value.map(Value::One));
    })
}

/// One of many.
fn list(app: App, field: Field, given: Memo<Given>) -> AnyView {
    let option = |(id, name): &(ChoiceId, String)| (id.to_string(), name.clone());
    let nothing = (String::new(), words().detail.nothing.to_owned());
    let choices: Vec<Choice> = std::iter::once(nothing).chain(field.choices.iter().map(option)).collect();
    let choices = Memo::new(move |_| choices.clone());
    let current = Signal::derive(move || match given.get().value() {
        Some(Value::One(chosen)) => chosen.to_string(),
        _ => String::new(),
    });
    let (label, complaint, required) = (field.label(), field.complaint(), field.required.to_string());
    let choose = Callback::new(move |value: String| {
        field.write(app, ChoiceId::parse(&value).map(Value::One));
        true
    });
    view! { <Chooser choices current choose labelled=label described=complaint required/> }.into_any()
}

/// Any of them.
fn many(app: App, field: Field, given: Memo<Given>) -> AnyView {
    let (label, complaint) = (field.label(), field.complaint());
    let chosen = move || match given.get().value() {
        Some(Value::Many(ids)) => ids.clone(),
        _ => Vec::new(),
    };
    let order: Vec<ChoiceId> = field.choices.iter().map(|(id, _)| *id).collect();
    let kept = StoredValue::new((field.clone(), order));
    let boxes = field.choices.into_iter().map(|(id, name)| {
        let switch = move |event: ev::Event| {
            let (field, order) = kept.get_value();
            let (before, is_on) = (untrack(chosen), event_target_checked(&event));
            let is_in = |choice: &ChoiceId| if *choice == id { is_on } else { before.contains(choice) };
            // As the codebook has them: the order in which they were chosen says nothing.
            let ids: Vec<_> = order.into_iter().filter(is_in).collect();
            field.write(app, (!ids.is_empty()).then_some(Value::Many(ids)));
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=move || chosen().contains(&id) on:change=switch/>
                <span dir="auto">{name}</span>
            </label>
        }
    });
    view! { <div class="checks" role="group" aria-labelledby=label aria-describedby=complaint>{boxes.collect_view()}</div> }
        .into_any()
}

fn yes_no(app: App, field: Field, given: Memo<Given>) -> AnyView {
    let current = Signal::derive(move || match given.get().value() {
        Some(Value::YesNo(value)) => Some(usize::from(!value)),
        _ => None,
    });
    let names = words().detail.yes_no.map(str::to_owned).to_vec();
    let these = Segments { labelled: field.label(), described: Some(field.complaint()), names, current };
    let kept = StoredValue::new(field);
    segments(these, move |at| kept.get_value().write(app, at.map(|at| Value::YesNo(at == 0))))
}
