//! The left column: documents and the codebook.

mod documents;
pub(super) mod eye;
mod tags;

pub(super) use tags::NewTag;

use tags::TagTree;

use super::{app, words::words};
use crate::app::Screen;
use crate::model::TagId;
use documents::Documents;
use leptos::prelude::*;

/// The left column.
#[component]
pub fn Lists() -> impl IntoView {
    let app = app();
    let pick = Callback::new(move |tag: TagId| {
        if app.has_subject() {
            app.give(tag);
            super::focus_reader();
        } else {
            app.view.show_tag(tag);
            app.view.screen.set(Screen::Codebook);
        }
    });
    view! {
        <section class="lists" aria-label=words().desk.lists>
            <Documents/>
            <div class="list-head">
                <h2>{words().desk.codebook}</h2>
                <NewTag text="+"/>
            </div>
            <TagTree pick/>
            {super::later(|| view! { <super::legal::Suggested/> }.into_any())}
        </section>
    }
}
