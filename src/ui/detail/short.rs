//! What an annotation says besides its tag and its note, in few words.

use crate::app::{App, Topic, when_idle};
use crate::model::{
    Annotation, AnnotationId, Attribute, Change, Given, Meaning, Project, Record, Value, asked,
    law_attributes, shown,
};
use crate::ui::legal::short_meaning;
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// A value as it is read.
pub fn value_words(attribute: &Attribute, value: &Value) -> String {
    let name = |id| attribute.choices.iter().find(|choice| choice.id == id).map(|it| it.name.as_str());
    match value {
        Value::One(id) => name(*id).unwrap_or_default().to_owned(),
        Value::Many(ids) => ids.iter().filter_map(|id| name(*id)).collect::<Vec<_>>().join(", "),
        Value::Text(text) | Value::Number(text) | Value::Date(text) | Value::Instrument(text) => text.clone(),
        Value::YesNo(value) => {
            (words().detail.answer)(&attribute.name, words().detail.yes_no[usize::from(!value)])
        }
    }
}

/// The values and the certainty of an annotation; what it still needs; and which law it refers to.
fn short(project: &Project, annotation: &Annotation) -> (String, String, Meaning) {
    let (mut said, mut lacking) = (Vec::new(), Vec::new());
    let law = law_attributes(project, annotation.tag);
    let meaning = law.as_ref().map_or(Meaning::nothing(), |law| law.meaning(annotation));
    for attribute in shown(&asked(project, annotation.tag), &annotation.values) {
        let is_law = law.as_ref().is_some_and(|law| law.holds(attribute.id));
        match attribute.given(&annotation.values) {
            Given::Fits(_) if is_law => {}
            Given::Fits(value) => said.push(value_words(attribute, &value)),
            Given::Missing => lacking.push(attribute.name.as_str()),
            Given::Wrong | Given::Nothing => {}
        }
    }
    said.extend(annotation.certainty.map(|certainty| (words().detail.sure)(certainty).to_owned()));
    let lacking =
        if lacking.is_empty() { String::new() } else { (words().detail.lacks)(&lacking.join(", ")) };
    (said.join(" · "), lacking, meaning)
}

/// The quiet line of a card.
#[component]
pub fn Short(id: AnnotationId) -> impl IntoView {
    let app = app();
    let line =
        Memo::new(move |_| {
            app.track(Topic::Annotation(id));
            app.track(Topic::Tags);
            app.with(|project| project.annotation(id).map(|annotation| short(project, annotation)))
                .unwrap_or((String::new(), String::new(), Meaning::nothing()))
        });
    // What is meant is asked for once somebody is here: until then its id stands for it.
    crate::ui::effect(move || {
        let ids: Vec<_> = line.with(|line| line.2.parts.iter().map(|part| part.id.clone()).collect());
        if app.view.whole.get() && !ids.is_empty() {
            when_idle(move || app.learn(ids));
        }
    });
    let said = Signal::derive(move || {
        let (said, _, meaning) = line.get();
        let meant = short_meaning(app, &meaning);
        [meant, said].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    let lacking = Signal::derive(move || line.get().1);
    view! { <span class="short" dir="auto">{said}</span><span class="short lacking" dir="auto">{lacking}</span> }
}

/// What a step says of the one value that it changed.
pub fn told_value(app: App, changes: &[Change]) -> Option<String> {
    let (before, after) = changes.iter().find_map(|change| match (change.before(), change.after()) {
        (Some(Record::Annotation(before)), Some(Record::Annotation(after))) => Some((before, after)),
        _ => None,
    })?;
    app.with(|project| {
        let is_other = |attribute: &&Attribute| {
            let id = attribute.id.to_string();
            before.values.get(&id) != after.values.get(&id)
        };
        let attribute = asked(project, after.tag).into_iter().find(is_other)?;
        let words = words().detail;
        Some(match attribute.given(&after.values) {
            Given::Fits(value @ Value::YesNo(_)) => value_words(attribute, &value),
            Given::Fits(value) => (words.answer)(&attribute.name, &value_words(attribute, &value)),
            _ => (words.value_gone)(&attribute.name),
        })
    })
}

/// What a step says of the certainty that it changed.
pub fn told_certainty(changes: &[Change]) -> String {
    let after = changes.iter().find_map(|change| match change.after() {
        Some(Record::Annotation(after)) => after.certainty,
        _ => None,
    });
    let words = words().detail;
    after.map_or(words.certainty_gone.to_owned(), |it| (words.certainty_is)((words.certainties)(it)))
}
