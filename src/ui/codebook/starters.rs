//! Codebooks to begin with.

use super::parts::radio;
use crate::app::Instead;
use crate::model::{STARTERS, TagId};
use crate::table::KeySet;
use crate::ui::dialogs::{Close, Modal};
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// The choice of one.
#[component]
pub fn AskStarters() -> impl IntoView {
    let app = app();
    let book = words().book;
    let chosen = RwSignal::new(0_usize);
    let rows = STARTERS.iter().enumerate().map(move |(at, starter)| {
        let about = view! { <span><b>{starter.name}</b> " " <small>{starter.about}</small></span> };
        radio("check starter", "starter", at, chosen, about)
    });
    let begin = move |instead: Instead| {
        let Some(command) = app.begin_with(chosen.get_untracked(), instead) else { return };
        let before = app.with(|project| project.tags().len());
        if app.dispatch(command).is_ok() {
            app.view.dialog.set(None);
            let after = app.with(|project| project.tags().len());
            app.say_of_step(match instead {
                Instead::Beside => (book.took_in)(after.saturating_sub(before), 0),
                Instead::InPlace => book.replaced.to_owned(),
            });
        }
    };
    let kept = app.with(|project| {
        let up = |tag: &&crate::model::Tag| project.tag(tag.parent?);
        let used = project.annotations().values().map(|annotation| annotation.tag).collect::<KeySet<TagId>>();
        let line = |id: TagId| std::iter::successors(project.tag(id), up).map(|tag| tag.id);
        used.iter().flat_map(line).collect::<KeySet<TagId>>().len()
    });
    view! {
        <Modal class="book-dialog starters-dialog" title=book.starters_title.to_owned()>
            <p>{book.starters_about}</p>
            <fieldset>{rows.collect_view()}</fieldset>
            <p class="outcome">{(book.in_place_about)(kept)}</p>
            <div class="buttons">
                <button type="button" class="primary" on:click=move |_| begin(Instead::Beside)>{book.beside}</button>
                <button type="button" class="in-place" on:click=move |_| begin(Instead::InPlace)>{book.in_place}</button>
                <Close text=words().desk.cancel/>
            </div>
        </Modal>
    }
}
