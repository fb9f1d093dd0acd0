//! What several parts of the codebook are made of: a select, the choice of a tag.

use crate::app::{App, Topic};
use crate::model::{TagId, depth_first, path};
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};
use web_sys::HtmlSelectElement;

/// A choice of a select: value and text.
pub(super) type Choice = (String, String);

/// A select that goes back to what holds when a choice is refused.
#[component]
pub(super) fn Select(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// What there is to choose from.
    choices: Memo<Vec<Choice>>,
    /// What is chosen now.
    #[prop(into)]
    current: Signal<String>,
    /// Chooses; false where it is refused.
    choose: Callback<String, bool>,
) -> impl IntoView {
    let change = move |event: ev::Event| {
        let select: HtmlSelectElement = event_target(&event);
        if !choose.run(select.value()) {
            select.set_value(&current.get_untracked());
        }
    };
    let options = move || {
        let option = |(value, text): Choice| {
            let own = value.clone();
            view! { <option value=value prop:selected=Signal::derive(move || current.get() == own)>{text}</option> }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="sheet-row choice">
            <span class="label">{label}</span>
            <select on:change=change>{options}</select>
        </label>
    }
}

/// One of several ways, as a radio button with what it says.
pub(super) fn radio<T: Copy + PartialEq + Send + Sync + 'static>(
    class: &'static str,
    group: &'static str,
    own: T,
    chosen: RwSignal<T>,
    about: impl IntoView,
) -> impl IntoView {
    let is_it = Signal::derive(move || chosen.get() == own);
    view! {
        <label class=class>
            <input type="radio" name=group prop:checked=is_it on:change=move |_| chosen.set(own)/>
            {about}
        </label>
    }
}

/// All tags but some, by their paths; listening.
pub(super) fn tag_choices(app: App, leave_out: impl Fn(TagId) -> bool) -> Vec<Choice> {
    app.track(Topic::Tags);
    app.with(|project| {
        let tags = depth_first(project).into_iter().filter(|(_, tag)| !leave_out(tag.id));
        tags.map(|(_, tag)| (tag.id.to_string(), path(project, tag.id).join(" / "))).collect()
    })
}

/// The choice of one tag, none at first.
#[component]
pub(super) fn TagChoice(
    /// What it is for.
    label: &'static str,
    /// What is chosen.
    chosen: RwSignal<Option<TagId>>,
    /// The tag that cannot be chosen.
    #[prop(optional)]
    but: Option<TagId>,
) -> impl IntoView {
    let app = app();
    let choices = Memo::new(move |_| {
        let mut choices = vec![(String::new(), words().book.choose.to_owned())];
        choices.extend(tag_choices(app, |id| Some(id) == but));
        choices
    });
    let current = Signal::derive(move || chosen.get().map(|id| id.to_string()).unwrap_or_default());
    let choose = Callback::new(move |value: String| {
        chosen.set(TagId::parse(&value));
        true
    });
    view! { <Select label choices current choose/> }
}
