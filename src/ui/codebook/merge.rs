//! What a tag becomes one with.

use super::name_of;
use super::parts::TagChoice;
use crate::model::{Command, TagId};
use crate::ui::dialogs::{Close, Modal};
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// Asks into which tag another one goes.
#[component]
pub fn AskMerge(id: TagId) -> impl IntoView {
    let app = app();
    let book = words().book;
    let into = RwSignal::new(None::<TagId>);
    let command = move || into.get().map(|into| Command::MergeTags { tags: vec![id], into });
    let outcome = Memo::new(move |_| command().map(|command| app.preview(&command)));
    let can = Signal::derive(move || outcome.with(|outcome| matches!(outcome, Some(Ok(_)))));
    let told = move || match outcome.get() {
        None => String::new(),
        Some(Ok(preview)) => (book.touches)(&preview),
        Some(Err(error)) => error.to_string(),
    };
    let merge = move |_| {
        let (Some(command), Some(heir)) = (untrack(command), into.get_untracked()) else { return };
        let moved = app.with_index(|_, index| index.uses(id).0);
        if can.get_untracked() && app.dispatch(command).is_ok() {
            app.view.show_tag(heir);
            app.view.dialog.set(None);
            app.say_of_step((book.merged)(&name_of(app, heir), moved));
        }
    };
    view! {
        <Modal class="book-dialog" title=(book.merge_title)(&name_of(app, id))>
            <p>{book.merge_about}</p>
            <TagChoice label=book.merge_into chosen=into but=id/>
            <p class="outcome" role="status" class:error=move || outcome.with(|outcome| matches!(outcome, Some(Err(_))))>{told}</p>
            <div class="buttons">
                <button type="button" class="primary" aria-disabled=Signal::derive(move || (!can.get()).to_string()) on:click=merge>{book.do_merge}</button>
                <Close text=words().desk.cancel/>
            </div>
        </Modal>
    }
}
