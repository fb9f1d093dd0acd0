//! What becomes of the annotations of a tag that goes.

use super::name_of;
use super::parts::TagChoice;
use crate::model::{Command, Orphans, TagId};
use crate::ui::dialogs::{Close, Modal};
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// What is offered.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Delete,
    Parent,
    Other,
}

/// Asks what becomes of them.
#[component]
pub fn AskRemove(id: TagId) -> impl IntoView {
    let app = app();
    let book = words().book;
    let parent = app.with(|project| project.tag(id).and_then(|tag| tag.parent));
    let fate = RwSignal::new(if parent.is_some() { Fate::Parent } else { Fate::Delete });
    let heir = RwSignal::new(None::<TagId>);
    let command = move || {
        let orphans = match fate.get() {
            Fate::Delete => Orphans::Delete,
            Fate::Parent => Orphans::GiveToParent,
            Fate::Other => Orphans::GiveTo(heir.get()?),
        };
        Some(Command::DeleteTag(id, orphans))
    };
    let outcome = Memo::new(move |_| command().map(|command| app.preview(&command)));
    let can = Signal::derive(move || outcome.with(|outcome| matches!(outcome, Some(Ok(_)))));
    let told = move || match outcome.get() {
        None => String::new(),
        Some(Ok(preview)) => (book.touches)(&preview),
        Some(Err(error)) => error.to_string(),
    };
    let remove = move |_| {
        if let (Some(command), true) = (untrack(command), can.get_untracked())
            && app.dispatch(command).is_ok()
        {
            app.view.dialog.set(None);
            request_animation_frame(|| crate::ui::focus(".codebook [role=treeitem][tabindex='0']"));
        }
    };
    let choice = move |own: Fate, text: String| {
        let is_it = Signal::derive(move || fate.get() == own);
        view! {
            <label class="check">
                <input type="radio" name="fate" prop:checked=is_it on:change=move |_| fate.set(own)/>
                {text}
            </label>
        }
    };
    let number = app.with_index(|_, index| index.uses(id).0);
    view! {
        <Modal class="book-dialog" title=(book.remove_title)(&name_of(app, id))>
            <fieldset>
                <legend>{(book.remove_about)(number)}</legend>
                {parent.map(|parent| choice(Fate::Parent, (book.give_to_parent)(&name_of(app, parent))))}
                {choice(Fate::Delete, book.delete_them.to_owned())}
                {choice(Fate::Other, book.give_to.to_owned())}
            </fieldset>
            <Show when=move || fate.get() == Fate::Other>
                <TagChoice label=book.give_to_which chosen=heir but=id/>
            </Show>
            <p class="outcome" role="status" class:error=move || outcome.with(|outcome| matches!(outcome, Some(Err(_))))>{told}</p>
            <div class="buttons">
                <button type="button" class="danger" aria-disabled=Signal::derive(move || (!can.get()).to_string()) on:click=remove>{book.do_remove}</button>
                <Close text=words().desk.cancel/>
            </div>
        </Modal>
    }
}
