//! What several parts of the codebook are made of: a select, the choice of a tag, more of a long list.

use crate::app::{App, Topic};
use crate::model::{Project, Tag, TagId, depth_first, path};
use crate::ui::after::focus_at;
pub(super) use crate::ui::chooser::Choice;
use crate::ui::chooser::Chooser;
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// A select with its label.
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
    view! {
        <label class="sheet-row choice">
            <span class="label">{label}</span>
            <Chooser choices current choose/>
        </label>
    }
}

/// How much of a long list stands there, and the button for more of it.
#[component]
pub(super) fn More(
    /// So many of them are listed.
    listed: RwSignal<usize>,
    /// So many there are.
    #[prop(into)]
    all: Signal<usize>,
    /// So many come at a time.
    step: usize,
    /// What in a row takes the focus.
    each: &'static str,
) -> impl IntoView {
    let book = words().book;
    let more = move |_| {
        let at = listed.get_untracked();
        listed.set(at + step);
        focus_at(each, at, each);
    };
    let next = move || step.min(all.get().saturating_sub(listed.get()));
    view! {
        <Show when=move || listed.get() < all.get()>
            <p class="more">
                <span>{move || (book.listed)(listed.get(), all.get())}</span>
                <button type="button" on:click=more>{move || (book.show_more)(next())}</button>
            </p>
        </Show>
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

/// A tag by its path, which says whether it is retired.
pub(super) fn tag_choice(project: &Project, tag: &Tag) -> Choice {
    let path = path(project, tag.id).join(" / ");
    (tag.id.to_string(), if tag.retired { (words().memos.retired)(&path) } else { path })
}

/// All tags but some, by their paths; listening.
pub(super) fn tag_choices(app: App, leave_out: impl Fn(TagId) -> bool) -> Vec<Choice> {
    app.track(Topic::Tags);
    app.with(|project| {
        let tags = depth_first(project).into_iter().filter(|(_, tag)| !leave_out(tag.id));
        tags.map(|(_, tag)| tag_choice(project, tag)).collect()
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
