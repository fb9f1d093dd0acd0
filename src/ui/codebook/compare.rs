//! Two versions of the codebook beside each other.

use super::changes::{group, groups};
use super::parts::{Choice, Select};
use super::versions::versions;
use crate::app::Leaf;
use crate::model::VersionId;
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// Two versions.
#[component]
pub fn Compare() -> impl IntoView {
    let app = app();
    let told = words().versions;
    let all = Memo::new(move |_| versions(app));
    let chosen = Memo::new(move |_| match app.view.leaf.get() {
        Leaf::Compare(old, new) => (old, new),
        _ => (None, None),
    });
    let version = move |id: Option<VersionId>| {
        let found = id.and_then(|id| all.with(|all| all.iter().find(|version| version.id == id).cloned()));
        found.unwrap_or_else(|| app.version_now())
    };
    let groups = Memo::new(move |_| {
        let (old, new) = chosen.get();
        all.track();
        groups(&version(old), &version(new))
    });
    let choices = Memo::new(move |_| {
        let mut choices: Vec<Choice> = vec![(String::new(), told.now.to_owned())];
        choices.extend(all.get().into_iter().map(|version| (version.id.to_string(), version.name)));
        choices
    });
    let text = |id: Option<VersionId>| id.map(|id| id.to_string()).unwrap_or_default();
    let older = Callback::new(move |value: String| {
        app.view.leaf.set(Leaf::Compare(VersionId::parse(&value), chosen.get_untracked().1));
        true
    });
    let newer = Callback::new(move |value: String| {
        app.view.leaf.set(Leaf::Compare(chosen.get_untracked().0, VersionId::parse(&value)));
        true
    });
    view! {
        <article class="sheet comparison" aria-labelledby="sheet-name">
            <h2 id="sheet-name" class="sheet-title" tabindex="-1">{told.comparison}</h2>
            <div class="pair">
                <Select label=told.older_version choices current=Signal::derive(move || text(chosen.get().0)) choose=older/>
                <Select label=told.newer_version choices current=Signal::derive(move || text(chosen.get().1)) choose=newer/>
            </div>
            <Show when=move || groups.with(Vec::is_empty)><p class="about" role="status">{told.same}</p></Show>
            <Show when=move || groups.with(|groups| !groups.is_empty())>
                <table>
                    <thead><tr><th scope="col">{told.field}</th><th scope="col">{told.older_version}</th><th scope="col">{told.newer_version}</th></tr></thead>
                    <For each=move || groups.get() key=|group| group.clone() children=group/>
                </table>
            </Show>
        </article>
    }
}
