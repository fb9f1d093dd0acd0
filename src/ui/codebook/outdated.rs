//! What was annotated under older definitions, to be worked through: tag by tag, under what changed.

use super::changes::{Row as Line, lines, redefined};
use super::parts::More;
use crate::app::{App, Palette, Screen, Topic};
use crate::model::{AnnotationId, Command, TagId, outdated};
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// How many are listed at a time.
const LISTED: usize = 200;

/// A tag, and the revision of it that was used.
type Revision = (TagId, u32);

/// An annotation: which one, its words, and under which definition it was made where the one before it was made
/// under another.
type Row = (AnnotationId, String, Option<Revision>);

/// Those that wait, each tag's together, the oldest definition first.
fn waiting(app: App) -> Vec<(Revision, AnnotationId)> {
    let mut all: Vec<_> = app.with(|project| {
        let found = outdated(project).into_iter();
        found
            .filter_map(|id| project.annotation(id))
            .map(|annotation| ((annotation.tag, annotation.tag_revision), annotation.id))
            .collect()
    });
    // Those of one definition stay in the order of the texts.
    all.sort_by_key(|(revision, _)| *revision);
    all
}

/// The annotations made under older definitions.
#[component]
pub fn Outdated() -> impl IntoView {
    let app = app();
    let told = words().versions;
    let found = Memo::new(move |_| {
        app.track(Topic::Annotations);
        app.track(Topic::Tags);
        waiting(app)
    });
    let listed = RwSignal::new(LISTED);
    let rows = Memo::new(move |_| {
        found.with(|found| {
            let before = std::iter::once(None).chain(found.iter().map(|(revision, _)| Some(*revision)));
            let row = |((revision, id), before): (&(Revision, AnnotationId), Option<Revision>)| {
                (*id, app.quote(*id, 160), (before != Some(*revision)).then_some(*revision))
            };
            found.iter().zip(before).take(listed.get()).map(row).collect::<Vec<Row>>()
        })
    });
    // The focus goes on to the next one that waits.
    let next = || {
        request_animation_frame(|| {
            crate::ui::focus(".codebook .sheet-title");
            crate::ui::focus(".codebook .outdated .holds");
        });
    };
    let hold = move |ids: Vec<AnnotationId>| {
        let number = ids.len();
        if app.dispatch(Command::Reaffirm(ids)).is_ok() {
            app.say_of_step((told.reaffirmed)(number));
            next();
        }
    };
    let all = move || found.with_untracked(|found| found.iter().map(|(_, id)| *id).collect());
    let go = move |id: AnnotationId, retag: bool| {
        app.choose(id);
        app.view.screen.set(Screen::Annotate);
        request_animation_frame(move || {
            crate::ui::focus_reader();
            if retag {
                app.view.palette.set(Some(Palette::Retag(id)));
            }
        });
    };
    let row = move |(id, quote, revision): Row| {
        let (holds, look) = ((told.still_holds_of)(&quote), (told.look_at)(&quote));
        view! {
            <li>
                {revision.map(|revision| view! { <Change revision/> })}
                <q dir="auto">{quote}</q>
                <div class="acts">
                    <button type="button" class="holds" aria-label=holds on:click=move |_| hold(vec![id])>{told.still_holds}</button>
                    <button type="button" on:click=move |_| go(id, true)>{words().change_tag}</button>
                    <button type="button" class="link" aria-label=look on:click=move |_| go(id, false)>{told.look}</button>
                </div>
            </li>
        }
    };
    let about =
        Signal::derive(
            move || if found.with(Vec::is_empty) { told.outdated_none } else { told.outdated_about },
        );
    let number = Signal::derive(move || found.with(Vec::len));
    view! {
        <article class="sheet" aria-labelledby="sheet-name">
            <h2 id="sheet-name" class="sheet-title" tabindex="-1">{told.outdated_title}</h2>
            <p class="about">{about}</p>
            <Show when=move || { number.get() > 1 }>
                <button type="button" class="all-hold" on:click=move |_| hold(all())>
                    {move || (told.all_hold)(number.get())}
                </button>
            </Show>
            <ul class="outdated"><For each=move || rows.get() key=|row| row.clone() children=row/></ul>
            <More listed all=number step=LISTED each=".codebook .outdated .holds"/>
        </article>
    }
}

/// The tag, and how it was defined before beside how it is defined now.
#[component]
fn Change(revision: Revision) -> impl IntoView {
    let app = app();
    let told = words().versions;
    let (id, revision) = revision;
    let face = Memo::new(move |_| {
        app.track(Topic::Tags);
        let tag = app.with(|project| project.tag(id).cloned())?;
        let old = app.tag_at(id, revision);
        let changes = old.map(|old| redefined(&old, &tag, &app.version_now()));
        Some((tag.name, tag.colour.to_string(), changes))
    });
    let table = move |changes: Option<Vec<Line>>| {
        match changes {
        None => view! { <p class="about">{told.not_kept}</p> }.into_any(),
        // It was changed there and back.
        Some(changes) if changes.is_empty() => view! { <p class="about">{told.as_then}</p> }.into_any(),
        Some(changes) => view! {
            <table>
                <thead><tr><th scope="col">{told.field}</th><th scope="col">{told.before}</th><th scope="col">{told.now}</th></tr></thead>
                <tbody>{lines(&changes)}</tbody>
            </table>
        }
        .into_any(),
    }
    };
    move || {
        face.get().map(|(name, colour, changes)| {
            view! {
                <div class="change comparison">
                    <h3 class="of-tag"><span class="dot hued" style:--c=colour aria-hidden="true"></span><bdi>{name}</bdi></h3>
                    {table(changes)}
                </div>
            }
        })
    }
}
