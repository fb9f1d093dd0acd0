//! A relation that is being drawn: the bar that says so, and the list of what it may say.

use super::commands::{Id, key_of};
use super::{app, focus_reader, reader::place, words::words};
use crate::app::{App, Pane, Relating, Topic};
use crate::model::{Fit, RelationTypeId, TagId};
use leptos::{ev, html, prelude::*};

/// Begins a relation at the chosen annotation. The other end is looked for in the text.
pub fn begin(app: App) {
    app.begin_relation();
    let Some(Relating { from, .. }) = app.view.relating.get_untracked() else { return };
    app.view.pane.set(Pane::Reader);
    focus_reader();
    request_animation_frame(focus_reader);
    let said = (words().detail.relating)(&app.naming(from, 40));
    app.view.said.set(format!("{said} {}", words().detail.relating_about));
}

/// Gives up the end, or the relation.
pub fn give_up(app: App) {
    app.give_up_relation();
    focus_reader();
    if app.view.relating.with_untracked(Option::is_none) {
        app.view.said.set(words().detail.given_up.to_owned());
    }
}

/// The bar above the text while a relation is being drawn.
#[component]
pub fn RelatingBar() -> impl IntoView {
    let app = app();
    let from = Memo::new(move |_| app.view.relating.get().map(|relating| relating.from));
    let bar = move || {
        from.get().map(|from| {
            let colour = app.with(|project| {
                let tag = project.annotation(from).and_then(|annotation| project.tag(annotation.tag));
                tag.map(|tag| tag.colour.to_string()).unwrap_or_default()
            });
            let about = words().detail.relating_about;
            let ends = key_of(app, Id::Leave).map(|keys| (words().detail.relating_ends)(&keys));
            view! {
                <div class="pen-bar hued" role="group" aria-label=words().detail.relations style:--c=colour>
                    <span class="dot"></span>
                    <p><b dir="auto">{(words().detail.relating)(&app.naming(from, 32))}</b> <span class="about">{about} " " {ends}</span></p>
                    <button type="button" class="pen-end" on:click=move |_| {
                        app.view.relating.set(None);
                        focus_reader();
                    }>{words().detail.give_up}</button>
                </div>
            }
            .into_any()
        })
    };
    view! { {bar} }
}

/// A type of relations, as it is offered.
#[derive(Clone, PartialEq)]
struct Row {
    kind: RelationTypeId,
    fit: Fit,
    name: String,
    about: String,
}

fn rows(app: App) -> Vec<Row> {
    app.track(Topic::Tags);
    let words = words().detail;
    let fits = app.relation_fits();
    app.with(|project| {
        let names = |tags: &[TagId]| {
            let names: Vec<_> =
                tags.iter().filter_map(|id| project.tag(*id)).map(|tag| tag.name.as_str()).collect();
            if names.is_empty() { words.no_tag.to_owned() } else { names.join(", ") }
        };
        let row = |(id, fit): (RelationTypeId, Fit)| {
            let kind = project.relation_types().get(&id)?;
            let (name, about) = match &fit {
                Fit::Forward => ((words.forward)(&kind.name), kind.definition.clone()),
                Fit::Backward => {
                    ((words.backward)(&kind.name), format!("{} · {}", words.other_way, kind.definition))
                }
                Fit::Drawn => ((words.forward)(&kind.name), words.drawn.to_owned()),
                Fit::StartsElsewhere(tags) => {
                    ((words.forward)(&kind.name), (words.starts_from)(&names(tags)))
                }
                Fit::LeadsElsewhere(tags) => ((words.forward)(&kind.name), (words.leads_to)(&names(tags))),
            };
            Some(Row { kind: id, fit, name, about })
        };
        fits.into_iter().filter_map(row).collect()
    })
}

/// The list of what the relation may say, once both ends are known.
#[component]
pub fn RelationBox() -> impl IntoView {
    let app = app();
    let ends = Memo::new(move |_| app.view.relating.get().filter(|relating| relating.to.is_some()));
    move || ends.get().map(|ends| open(app, ends))
}

fn open(app: App, Relating { from, to }: Relating) -> AnyView {
    let frame = NodeRef::<html::Div>::new();
    let active = RwSignal::new(0_usize);
    let rows = Memo::new(move |_| rows(app));
    super::effect(move || {
        if frame.get().is_none() {
            return;
        }
        request_animation_frame(move || {
            if let Some(Some(frame)) = frame.try_get_untracked() {
                place::stand_at(app, &frame, to.and_then(|to| place::hull(app, to)));
                super::focus(".palette.relation [role=listbox]");
            }
        });
    });
    let draw = move |at: usize| {
        let row = rows.with_untracked(|rows| rows.get(at).cloned());
        match row {
            Some(Row { kind, fit, .. }) if fit.is_drawable() => {
                app.draw_relation(kind, &fit);
                focus_reader();
            }
            Some(Row { name, about, .. }) => app.view.said.set(format!("{name} {about}")),
            None => {}
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let count = rows.with_untracked(Vec::len);
        let key = event.key();
        match key.as_str() {
            "ArrowDown" if count > 0 => active.update(|at| *at = (*at + 1) % count),
            "ArrowUp" if count > 0 => active.update(|at| *at = (*at + count - 1) % count),
            "Enter" | " " => draw(active.get_untracked()),
            "Escape" => give_up(app),
            "Tab" => {}
            _ => match key.parse::<usize>() {
                Ok(number) if number > 0 => draw(number - 1),
                _ => return,
            },
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let option = move |(at, row): (usize, Row)| {
        let is_out = (!row.fit.is_drawable()).then_some("true");
        let key = (is_out.is_none() && at < 9).then(|| view! { <kbd>{(at + 1).to_string()}</kbd> });
        view! {
            <div role="option" id=format!("relation-{at}") class="option" aria-disabled=is_out
                aria-selected=Signal::derive(move || (active.get() == at).to_string())
                on:pointermove=move |_| active.set(at) on:click=move |_| draw(at)>
                <span class="name"><bdi>{row.name}</bdi><small dir="auto">{row.about}</small></span>{key}
            </div>
        }
    };
    let options = move || rows.get().into_iter().enumerate().map(option).collect_view();
    let none =
        move || rows.with(Vec::is_empty).then(|| view! { <p class="none">{words().detail.no_types}</p> });
    let question = (words().detail.relation_label)(
        &app.naming(from, 40),
        &to.map(|to| app.naming(to, 40)).unwrap_or_default(),
    );
    view! {
        <div class="palette relation" role="dialog" aria-label=question.clone() node_ref=frame>
            <p class="question" dir="auto">{question.clone()}</p>
            <div role="listbox" tabindex="0" aria-label=words().detail.relation_list
                aria-activedescendant=Signal::derive(move || format!("relation-{}", active.get())) on:keydown=on_key>{options}</div>
            {none}
        </div>
    }
    .into_any()
}
