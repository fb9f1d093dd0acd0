//! What becomes of the annotations of a tag that goes.

use super::name_of;
use super::outcome::{Outcomes, can, outcome};
use super::parts::{TagChoice, radio};
use crate::model::{Command, Orphans, TagId};
use crate::ui::dialogs::{Modal, Opener};
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
    let opener = expect_context::<Opener>();
    let parent = app.with(|project| project.tag(id).and_then(|tag| tag.parent));
    let number = app.with_index(|_, index| index.uses(id).0);
    let fate = RwSignal::new(if parent.is_some() && number > 0 { Fate::Parent } else { Fate::Delete });
    let heir = RwSignal::new(None::<TagId>);
    let command = move || {
        let orphans = match fate.get() {
            Fate::Delete => Orphans::Delete,
            Fate::Parent => Orphans::GiveToParent,
            Fate::Other => Orphans::GiveTo(heir.get()?),
        };
        Some(Command::DeleteTag(id, orphans))
    };
    let found = outcome(app, command);
    let can = can(found);
    let remove = move |()| {
        let is_done = untrack(command).is_some_and(|command| app.dispatch(command).is_ok());
        if is_done {
            opener.close_and(app, || crate::ui::focus(".codebook [role=treeitem][tabindex='0']"));
        }
    };
    let choice = move |own: Fate, text: String| radio("check", "fate", own, fate, text);
    view! {
        <Modal class="book-dialog" title=(book.remove_title)(&name_of(app, id))>
            <Show when=move || number == 0><p>{book.remove_unused}</p></Show>
            <fieldset hidden=number == 0>
                <legend>{(book.remove_about)(number)}</legend>
                {parent.map(|parent| choice(Fate::Parent, (book.give_to_parent)(&name_of(app, parent))))}
                {choice(Fate::Delete, book.delete_them.to_owned())}
                {choice(Fate::Other, book.give_to.to_owned())}
            </fieldset>
            <Show when=move || fate.get() == Fate::Other>
                <TagChoice label=book.give_to_which chosen=heir but=id/>
            </Show>
            <Outcomes outcome=found can class="danger" text=book.do_remove act=Callback::new(remove)/>
        </Modal>
    }
}
