//! Values that are written. What is no value stays in its field, until it is one or is taken away.

use super::values::Field;
use crate::app::App;
use crate::model::{AttributeKind, Given, Value};
use crate::ui::words::words;
use leptos::{ev, prelude::*};

/// The words of a value that is written.
fn written(given: &Given) -> String {
    match given.value() {
        Some(Value::Text(text) | Value::Number(text) | Value::Date(text) | Value::Instrument(text)) => {
            text.clone()
        }
        _ => String::new(),
    }
}

/// A number or a date: not all that can be typed is one.
pub(super) fn strict(app: App, kind: AttributeKind, field: Field, given: Memo<Given>) -> AnyView {
    let unfit = app.unfit(field.annotation, field.id);
    let (hint, mode) = match kind {
        AttributeKind::Date => (words().detail.date_hint, "text"),
        _ => ("", "decimal"),
    };
    let shown = Memo::new(move |_| unfit.get().unwrap_or_else(|| given.with(written)));
    let (label, complaint, required) = (field.label(), field.complaint(), field.required.to_string());
    let commit = move |event: ev::Event| {
        let typed = event_target_value(&event);
        let value = Value::parse(kind, &typed);
        let is_unfit = value.is_none() && !typed.trim().is_empty();
        app.keep_unfit(field.annotation, field.id, is_unfit.then_some(typed));
        // What was kept before is not what the person means any more, but it is not for a slip to take it away.
        if !is_unfit {
            field.write(app, value);
        }
    };
    view! {
        <input type="text" inputmode=mode placeholder=hint autocomplete="off" aria-labelledby=label aria-describedby=complaint
            aria-required=required aria-invalid=Signal::derive(move || unfit.get().is_some().to_string())
            prop:value=shown on:change=commit/>
    }
    .into_any()
}

/// Words.
pub(super) fn text(app: App, field: Field, given: Memo<Given>) -> AnyView {
    line(app, field, given, AttributeKind::Text)
}

/// A line of any words, kept as a value of this kind.
pub(super) fn line(app: App, field: Field, given: Memo<Given>, kind: AttributeKind) -> AnyView {
    let shown = Memo::new(move |_| given.with(written));
    let (label, complaint, required) = (field.label(), field.complaint(), field.required.to_string());
    let commit = move |event: ev::Event| {
        let typed = event_target_value(&event);
        field.write(app, (!typed.trim().is_empty()).then(|| Value::parse(kind, &typed)).flatten());
    };
    view! {
        <input type="text" dir="auto" autocomplete="off" aria-labelledby=label aria-describedby=complaint
            aria-required=required prop:value=shown on:change=commit/>
    }
    .into_any()
}
