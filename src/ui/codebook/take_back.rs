//! Escape in a field of the codebook takes back what was typed since the field was gone into.

use crate::app::App;
use crate::ui::words::words;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};

/// A field in which something is written.
enum Field {
    Line(HtmlInputElement),
    Prose(HtmlTextAreaElement),
}

impl Field {
    fn of(event: &Event) -> Option<Self> {
        let target = event.target()?;
        match target.dyn_into::<HtmlInputElement>() {
            Ok(line) => (line.type_() == "text").then_some(Self::Line(line)),
            Err(target) => target.dyn_into::<HtmlTextAreaElement>().ok().map(Self::Prose),
        }
    }

    fn value(&self) -> String {
        match self {
            Self::Line(line) => line.value(),
            Self::Prose(prose) => prose.value(),
        }
    }

    fn write(&self, value: &str) {
        match self {
            Self::Line(line) => line.set_value(value),
            Self::Prose(prose) => prose.set_value(value),
        }
    }
}

/// What a field held when it was gone into, or when it was written last.
#[derive(Clone, Copy)]
pub(super) struct Before(StoredValue<String>);

impl Before {
    pub fn new() -> Self {
        Self(StoredValue::default())
    }

    /// Remembers what the field holds now.
    pub fn remember(self, event: &Event) {
        if let Some(field) = Field::of(event) {
            self.0.set_value(field.value());
        }
    }

    /// Brings it back on Escape.
    pub fn take_back(self, app: App, event: &ev::KeyboardEvent) {
        if event.key() != "Escape" || event.default_prevented() || event.is_composing() {
            return;
        }
        let Some(field) = Field::of(event) else { return };
        let before = self.0.get_value();
        if field.value() != before {
            event.prevent_default();
            event.stop_propagation();
            field.write(&before);
            app.view.said.set(words().book.taken_back.to_owned());
        }
    }
}
