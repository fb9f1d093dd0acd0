//! The codebook: tags, relations and rules on the left, one of them in the middle, versions on the right.

mod asks;
mod attribute;
mod breaches;
mod changes;
mod choices;
mod colour;
mod compare;
mod examples;
mod files;
mod merge;
mod outcome;
mod outdated;
mod parts;
mod passages;
mod relation;
mod relations;
mod remove;
mod rule;
mod rules;
mod sheet;
mod split;
mod starters;
mod take_back;
mod tree;
mod versions;

pub use merge::AskMerge;
pub use remove::AskRemove;
pub use split::AskSplit;
pub use starters::AskStarters;

use super::lists::NewTag;
use super::{app, words::words};
use crate::app::{App, Dialog, Leaf, Topic, format_number};
use crate::model::{Command, Orphans, Tag, TagField, TagId, children, depth_first};
use breaches::{Breaches, provide_breaches};
use compare::Compare;
use files::Files;
use leptos::prelude::*;
use outdated::Outdated;
use relation::RelationSheet;
use relations::Relations;
use rule::RuleSheet;
use rules::Rules;
use sheet::TagSheet;
use take_back::Before;
use tree::Tree;
use versions::Versions;

/// The codebook.
#[component]
pub fn CodebookScreen() -> impl IntoView {
    let app = app();
    provide_breaches(app);
    let tag = Memo::new(move |_| shown(app));
    let leaf = Memo::new(move |_| app.view.leaf.get());
    let number = Signal::derive(move || {
        app.track(Topic::Tags);
        format_number(app.with(|project| project.tags().len()))
    });
    // Keyed, so that each has fields of its own and none keeps another's words.
    let middle = move |(leaf, tag): (Leaf, Option<TagId>)| match (leaf, tag) {
        (Leaf::Tag, Some(id)) => view! { <TagSheet id/> }.into_any(),
        (Leaf::Tag, None) => view! { <p class="empty">{words().desk.no_tags}</p> }.into_any(),
        (Leaf::RelationType(id), _) => view! { <RelationSheet id/> }.into_any(),
        (Leaf::Rule(id), _) => view! { <RuleSheet id/> }.into_any(),
        (Leaf::Breaches, _) => view! { <Breaches/> }.into_any(),
        (Leaf::Outdated, _) => view! { <Outdated/> }.into_any(),
        (Leaf::Compare(..), _) => view! { <Compare/> }.into_any(),
    };
    let each = move || {
        let leaf = leaf.get();
        Some((leaf, (leaf == Leaf::Tag).then(|| tag.get()).flatten()))
    };
    let before = Before::new();
    view! {
        <main class="codebook" on:focusin=move |event| before.remember(&event) on:change=move |event| before.remember(&event)
            on:keydown=move |event| before.take_back(app, &event)>
            <section class="lists" aria-label=words().desk.tags>
                <div class="list-head"><h2>{words().desk.tags}</h2><span class="count">{number}</span></div>
                <Tree shown=tag/>
                <NewTag text=words().desk.new_tag_button/>
                <Relations/>
                <Rules/>
            </section>
            <div class="sheet-box">
                <For each key=|(leaf, tag)| key_of(*leaf, *tag) children=middle/>
            </div>
            <aside class="beside-book" aria-label=words().versions.versions>
                <Versions/>
                <Files/>
            </aside>
        </main>
    }
}

/// Two versions are compared on one and the same page.
fn key_of(leaf: Leaf, tag: Option<TagId>) -> String {
    match leaf {
        Leaf::Tag => tag.map(|id| id.to_string()).unwrap_or_default(),
        Leaf::RelationType(id) => id.to_string(),
        Leaf::Rule(id) => id.map_or("rule".to_owned(), |id| id.to_string()),
        Leaf::Breaches => "breaches".to_owned(),
        Leaf::Outdated => "outdated".to_owned(),
        Leaf::Compare(..) => "compare".to_owned(),
    }
}

/// The tag that is shown: the wanted one, else the first; listening.
pub fn shown(app: App) -> Option<TagId> {
    app.track(Topic::Tags);
    let wanted = app.view.tag.get();
    app.with(|project| {
        let wanted = wanted.filter(|id| project.tag(*id).is_some());
        wanted.or_else(|| depth_first(project).first().map(|(_, tag)| tag.id))
    })
}

/// The tag that a command of the codebook acts on.
pub fn in_hand(app: App) -> Option<TagId> {
    untrack(|| (app.view.leaf.get() == Leaf::Tag).then(|| shown(app)).flatten())
}

/// One tag, listening.
fn watch(app: App, id: TagId) -> Memo<Option<Tag>> {
    Memo::new(move |_| {
        app.track(Topic::Tags);
        app.with(|project| project.tag(id).cloned())
    })
}

fn edit(app: App, id: TagId, field: TagField) -> bool {
    app.dispatch(Command::EditTag(id, vec![field])).is_ok()
}

fn name_of(app: App, id: TagId) -> String {
    app.with(|project| project.tag(id).map(|tag| tag.name.clone())).unwrap_or_default()
}

/// A way by which a tag goes in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Before the sibling before it.
    Up,
    /// Behind the sibling behind it.
    Down,
    /// Under the sibling before it.
    In,
    /// Behind the tag above it.
    Out,
}

/// The command for a step; `None` where it leads nowhere.
pub fn step_of(app: App, id: TagId, step: Step) -> Option<Command> {
    app.with(|project| {
        let parent = project.tag(id)?.parent;
        let siblings = children(project, parent);
        let at = siblings.iter().position(|tag| tag.id == id)?;
        let (parent, before) = match step {
            Step::Up => (parent, Some(siblings[at.checked_sub(1)?].id)),
            Step::Down => {
                siblings.get(at + 1)?;
                (parent, siblings.get(at + 2).map(|tag| tag.id))
            }
            Step::In => (Some(siblings[at.checked_sub(1)?].id), None),
            Step::Out => {
                let above = project.tag(parent?)?;
                let uncles = children(project, above.parent);
                let at = uncles.iter().position(|tag| tag.id == above.id)?;
                (above.parent, uncles.get(at + 1).map(|tag| tag.id))
            }
        };
        Some(Command::MoveTag { id, parent, before })
    })
}

/// Moves a tag, which keeps the focus.
pub fn move_tag(app: App, command: Command) {
    let Command::MoveTag { id, .. } = command else { return };
    if app.dispatch(command).is_ok() {
        tree::focus_on(id);
    }
}

/// Deletes a tag; where more goes with it than its place in the tree, it is asked first.
pub fn remove(app: App, id: TagId) {
    let touched = app.preview(&Command::DeleteTag(id, Orphans::Delete)).unwrap_or_default();
    // Tags under it take its place in the types of relations.
    let joins =
        if app.with(|project| children(project, Some(id)).is_empty()) { touched.relation_types } else { 0 };
    if touched.annotations + touched.relations + touched.rules + joins > 0 {
        app.view.dialog.set(Some(Dialog::RemoveTag(id)));
    } else if app.dispatch(Command::DeleteTag(id, Orphans::Delete)).is_ok() {
        request_animation_frame(|| super::focus(".codebook [role=treeitem][tabindex='0']"));
    }
}

/// Retires a tag, or brings it back.
pub fn retire(app: App, id: TagId) {
    let is_retired = app.with(|project| project.tag(id).is_some_and(|tag| tag.retired));
    if edit(app, id, TagField::Retired(!is_retired)) {
        let said = if is_retired { words().book.brought_back } else { words().book.retired };
        app.say_of_step(said(&name_of(app, id)));
    }
}
