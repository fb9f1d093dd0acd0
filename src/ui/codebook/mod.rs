//! The codebook: the tags on the left, one of them as a sheet in the middle.

mod choices;
mod sheet;

use super::lists::{NewTag, TagTree};
use super::{app, words::words};
use crate::app::Topic;
use crate::model::{TagId, depth_first};
use leptos::prelude::*;
use sheet::TagSheet;

/// The codebook.
#[component]
pub fn CodebookScreen() -> impl IntoView {
    let app = app();
    let shown = Memo::new(move |_| {
        app.track(Topic::Tags);
        let wanted = app.view.tag.get();
        app.with(|project| {
            let wanted = wanted.filter(|id| project.tag(*id).is_some());
            wanted.or_else(|| depth_first(project).first().map(|(_, tag)| tag.id))
        })
    });
    let pick = Callback::new(move |id: TagId| app.view.tag.set(Some(id)));
    view! {
        <main class="codebook">
            <section class="lists" aria-label=words().desk.tags>
                <div class="list-head"><h2>{words().desk.tags}</h2></div>
                <TagTree current=shown.into() pick/>
                <NewTag text=words().desk.new_tag_button/>
            </section>
            <div class="sheet-box">
                // Keyed, so that each tag has fields of its own and none keeps another's words.
                <For each=move || shown.get() key=|id| *id children=|id| view! { <TagSheet id/> }/>
                <Show when=move || shown.get().is_none()>
                    <p class="empty">{words().desk.no_tags}</p>
                </Show>
            </div>
        </main>
    }
}
