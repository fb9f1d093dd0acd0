//! The palette: what a passage is.

mod rows;

use super::{app, commands::tag_of_key, focus_reader, reader::place, words::words};
use crate::app::{App, Palette, Topic};
use crate::model::{Side, TagId};
use leptos::{ev, html, prelude::*};
use rows::{Row, from_words};

/// The palette, when it is open.
#[component]
pub fn PaletteBox() -> impl IntoView {
    let app = app();
    let open = Memo::new(move |_| app.view.palette.get().is_some());
    view! { <Show when=move || open.get()><Open/></Show> }
}

#[component]
fn Open() -> impl IntoView {
    let app = app();
    let field = NodeRef::<html::Input>::new();
    let frame = NodeRef::<html::Div>::new();
    let typed = RwSignal::new(String::new());
    let active = RwSignal::new(0_usize);
    let rows = Memo::new(move |_| {
        app.track(Topic::Tags);
        let typed = typed.get();
        let mut rows = rows::rows(app, typed.trim());
        if typed.trim().is_empty() {
            rows.extend(from_words(app));
        }
        rows
    });
    let label = Signal::derive(move || match app.view.palette.get() {
        Some(Palette::Pen) => words().commands.pen_palette.to_owned(),
        Some(Palette::Example(side)) => (words().book.example_of)(side, &quote(app)),
        _ => (words().palette_label)(&quote(app)),
    });
    crate::ui::effect(move || {
        app.view.pending.track();
        if app.view.palette.get().is_none() {
            return;
        }
        typed.set(String::new());
        active.set(0);
        // At once: what is typed before the next frame belongs to the field already.
        let Some(field) = field.get() else { return };
        field.set_value("");
        super::focus(".palette input");
        request_animation_frame(move || {
            if let Some(Some(frame)) = frame.try_get_untracked() {
                place::stand_at_passage(app, &frame);
            }
        });
    });
    let pick = move |row: Row| {
        match row {
            Row::Tag { id, .. } => give(app, id),
            Row::New(name, _) | Row::InVivo(name, _) => app.give_new(name),
            Row::Piece(_) => drop(app.add_selected()),
        }
        focus_reader();
    };
    let has_piece = move || rows.with_untracked(|rows| rows.iter().any(|row| matches!(row, Row::Piece(_))));
    let on_key = move |event: ev::KeyboardEvent| {
        let count = rows.with_untracked(Vec::len);
        let step = |by| {
            active.update(|at| *at = (*at + by) % count);
            request_animation_frame(|| place::bring_into_view(".palette [aria-selected=true]"));
        };
        match event.key().as_str() {
            "ArrowDown" if count > 0 => step(1),
            "ArrowUp" if count > 0 => step(count - 1),
            "Enter" => {
                let row = rows.with_untracked(|rows| rows.get(active.get_untracked()).cloned());
                if let Some(row) = row {
                    pick(row);
                }
            }
            "Escape" => {
                // A passage that is not asked for now waits on.
                if app.view.palette.get_untracked() != Some(Palette::Pen) {
                    app.view.pending.set(None);
                }
                app.view.palette.set(None);
                focus_reader();
            }
            "Tab" => {
                app.view.palette.set(None);
                focus_reader();
            }
            "+" if typed.with_untracked(String::is_empty) && has_piece() => {
                app.add_selected();
                focus_reader();
            }
            _ => match tag_of_key(app, &event) {
                Some(tag) => {
                    give(app, tag);
                    focus_reader();
                }
                None => return,
            },
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let on_input = move |event| {
        typed.set(event_target_value(&event));
        active.set(0);
        app.view.said.set((words().commands.found_tags)(rows.with_untracked(Vec::len)));
    };
    let options = move || {
        let rows = rows.get();
        if rows.is_empty() {
            return view! { <p class="none">{words().no_tag_fits}</p> }.into_any();
        }
        let option = |(at, row): (usize, Row)| {
            let picked = row.clone();
            view! {
                <div role="option" id=format!("option-{at}") class="option"
                    aria-selected=Signal::derive(move || (active.get() == at).to_string())
                    on:pointermove=move |_| active.set(at)
                    on:click=move |_| pick(picked.clone())>{face(row)}</div>
            }
        };
        rows.into_iter().enumerate().map(option).collect_view().into_any()
    };
    // By keys the palette is left, and the commands do it.
    let is_passage = Memo::new(move |_| app.view.palette.get() == Some(Palette::Pending));
    let keep = move |side: Side, text: &'static str| {
        view! {
            <button type="button" class="link" tabindex="-1" on:pointerdown=|event| event.prevent_default()
                on:click=move |_| app.view.palette.set(Some(Palette::Example(side)))>{text}</button>
        }
    };
    view! {
        <div class="palette" role="dialog" aria-label=label node_ref=frame>
            <input type="text" role="combobox" aria-expanded="true" aria-controls="options" aria-autocomplete="list"
                aria-activedescendant=Signal::derive(move || format!("option-{}", active.get())) aria-label=words().palette_input
                placeholder=words().palette_input autocomplete="off" spellcheck="false"
                node_ref=field on:keydown=on_key on:input=on_input/>
            <div role="listbox" id="options" aria-label=words().palette_tags>{options}</div>
            <Show when=move || is_passage.get()>
                <p class="keep">
                    {keep(Side::Example, words().detail.keep_example)}
                    {keep(Side::CounterExample, words().detail.keep_counter)}
                </p>
            </Show>
        </div>
    }
}

/// Gives the tag; of an example nothing else on the page would tell.
fn give(app: App, tag: TagId) {
    let asked = app.view.palette.get_untracked();
    app.give(tag);
    if let (Some(Palette::Example(side)), None) = (asked, app.view.palette.get_untracked()) {
        let name = app.with(|project| project.tag(tag).map(|tag| tag.name.clone()));
        app.say_of_step((words().book.kept_example)(side, &name.unwrap_or_default()));
    }
}

/// What a row shows.
fn face(row: Row) -> AnyView {
    match row {
        Row::Tag { name: [before, matched, after], under, colour, key, .. } => view! {
            <span class="dot hued" style:--c=colour></span>
            <span class="name">{before}<b>{matched}</b>{after}<small>{under}</small></span>
            {key.map(|key| view! { <kbd>{key.to_string()}</kbd> })}
        }
        .into_any(),
        Row::New(name, near) => new((words().new_tag)(&name), &near),
        Row::InVivo(name, near) => new((words().memos.in_vivo)(&name), &near),
        Row::Piece(text) => {
            view! { <span class="new">"+ "{text}</span><span class="grow"></span><kbd>"+"</kbd> }.into_any()
        }
    }
}

/// A tag that would be new; and a warning where one is called nearly so.
fn new(text: String, near: &[String]) -> AnyView {
    let near = (!near.is_empty()).then(|| (words().memos.near)(&near.join(", ")));
    view! { <span class="new">"+ "{text}{near.map(|near| view! { <small class="near">{near}</small> })}</span> }
        .into_any()
}

/// The passage that gets the tag.
fn quote(app: App) -> String {
    match app.view.palette.get() {
        Some(Palette::Example(_)) => app.words_in_hand(60),
        Some(Palette::Retag(id)) => app.naming(id, 60),
        Some(Palette::Document) => app.document().map(|document| document.title).unwrap_or_default(),
        _ => app.view.pending.get().map(|pending| app.words_of(pending.taken, 60)).unwrap_or_default(),
    }
}
