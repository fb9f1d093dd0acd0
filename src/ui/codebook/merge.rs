//! What a tag becomes one with.

use super::name_of;
use super::outcome::{Outcomes, can, outcome};
use super::parts::TagChoice;
use super::tree::focus_on;
use crate::model::{Command, TagId};
use crate::ui::dialogs::{Modal, Opener};
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// Asks into which tag another one goes.
#[component]
pub fn AskMerge(id: TagId) -> impl IntoView {
    let app = app();
    let book = words().book;
    let opener = expect_context::<Opener>();
    let into = RwSignal::new(None::<TagId>);
    let command = move || into.get().map(|into| Command::MergeTags { tags: vec![id], into });
    let found = outcome(app, command);
    let can = can(found);
    let merge = move |()| {
        let (Some(command), Some(heir)) = (untrack(command), into.get_untracked()) else { return };
        let moved = found.get_untracked().and_then(Result::ok).unwrap_or_default().annotations;
        if app.dispatch(command).is_ok() {
            app.view.show_tag(heir);
            opener.close_and(app, move || focus_on(heir));
            app.say_of_step((book.merged)(&name_of(app, heir), moved));
        }
    };
    view! {
        <Modal class="book-dialog" title=(book.merge_title)(&name_of(app, id))>
            <p>{book.merge_about}</p>
            <TagChoice label=book.merge_into chosen=into but=id/>
            <Outcomes outcome=found can class="primary" text=book.do_merge act=Callback::new(merge)/>
        </Modal>
    }
}
