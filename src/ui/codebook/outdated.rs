//! What was annotated under older definitions, to be worked through.

use crate::app::{Palette, Screen, Topic};
use crate::model::{AnnotationId, Command, outdated};
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// How many are listed at a time.
const LISTED: usize = 200;

type Row = (AnnotationId, String, String, String);

/// The annotations made under older definitions.
#[component]
pub fn Outdated() -> impl IntoView {
    let app = app();
    let told = words().versions;
    let found = Memo::new(move |_| {
        app.track(Topic::Annotations);
        app.track(Topic::Tags);
        app.with(outdated)
    });
    let rows = Memo::new(move |_| {
        let row = |id: &AnnotationId| {
            let (tag, colour) = app.with(|project| {
                let tag = project.annotation(*id).and_then(|annotation| project.tag(annotation.tag));
                tag.map(|tag| (tag.name.clone(), tag.colour.to_string())).unwrap_or_default()
            });
            (*id, tag, colour, app.quote(*id, 160))
        };
        found.with(|found| found.iter().take(LISTED).map(row).collect::<Vec<Row>>())
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
    let row = move |(id, tag, colour, quote): Row| {
        let (holds, look) = ((told.still_holds_of)(&quote), (told.look_at)(&quote));
        view! {
            <li>
                <p><span class="dot hued" style:--c=colour aria-hidden="true"></span> <b dir="auto">{tag}</b></p>
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
    view! {
        <article class="sheet" aria-labelledby="sheet-name">
            <h2 id="sheet-name" class="sheet-title" tabindex="-1">{told.outdated_title}</h2>
            <p class="about">{about}</p>
            <Show when=move || found.with(|found| found.len() > 1)>
                <button type="button" class="all-hold" on:click=move |_| hold(found.get_untracked())>
                    {move || (told.all_hold)(found.with(Vec::len))}
                </button>
            </Show>
            <ul class="outdated"><For each=move || rows.get() key=|row| row.clone() children=row/></ul>
        </article>
    }
}
