//! Everything that can be done, found by its name.

use super::{Opener, open_modal};
use crate::app::{App, Pane, Screen, Topic};
use crate::model::DocumentId;
use crate::ui::commands::{self, COMMANDS, Deed, Id};
use crate::ui::{app, focus_reader, reader::place, words::words};
use leptos::{ev, html, prelude::*};

/// So many rows are there at once: the page that the active one is on.
const PAGE: usize = 100;

/// Something that can be done.
#[derive(Clone, Copy, PartialEq)]
enum Entry {
    Command(Id),
    Document(DocumentId),
}

/// What a row shows.
#[derive(Clone, PartialEq)]
struct Row {
    entry: Entry,
    name: String,
    keys: Option<String>,
    is_offered: bool,
}

/// The palette of commands.
#[component]
pub fn FindCommand() -> impl IntoView {
    let app = app();
    let opener = expect_context::<Opener>();
    let frame = NodeRef::<html::Dialog>::new();
    open_modal(frame);
    let typed = RwSignal::new(String::new());
    let active = RwSignal::new(0_usize);
    // What can be done is asked as it was before this was opened.
    let all = untrack(|| entries(app));
    let rows = Memo::new(move |_| fitting(&all, typed.get().trim()));
    let run = move |row: &Row| {
        if !row.is_offered {
            return app.view.said.set((words().commands.not_now)(&row.name));
        }
        let entry = row.entry;
        opener.close_and(app, move || run(app, entry));
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let count = rows.with_untracked(Vec::len);
        let step = |by| {
            active.update(|at| *at = (*at + by) % count);
            request_animation_frame(|| place::bring_into_view(".finder [aria-selected=true]"));
        };
        match event.key().as_str() {
            "ArrowDown" if count > 0 => step(1),
            "ArrowUp" if count > 0 => step(count - 1),
            "Enter" if !event.is_composing() => {
                let row = rows.with_untracked(|rows| rows.get(active.get_untracked()).cloned());
                if let Some(row) = row {
                    run(&row);
                }
            }
            "Escape" => app.view.dialog.set(None),
            _ if commands::is_pressed(app, &event, Id::Commands) => app.view.dialog.set(None),
            _ => return,
        }
        event.prevent_default();
    };
    let on_input = move |event| {
        typed.set(event_target_value(&event));
        active.set(0);
    };
    let page = Memo::new(move |_| active.get() / PAGE * PAGE);
    let options = move || {
        let all = rows.with(Vec::len).to_string();
        let option = |(at, row): (usize, Row)| {
            let keys = row.keys.clone().map(|keys| view! { <kbd>{keys}</kbd> });
            let name = row.name.clone();
            let disabled = (!row.is_offered).then_some("true");
            view! {
                <div role="option" id=format!("command-{at}") class="option" aria-disabled=disabled
                    aria-setsize=all.clone() aria-posinset=(at + 1).to_string()
                    aria-selected=Signal::derive(move || (active.get() == at).to_string())
                    on:pointermove=move |_| active.set(at)
                    on:click=move |_| run(&row)><span class="name" dir="auto">{name}</span>{keys}</div>
            }
        };
        let shown = rows.get().into_iter().enumerate().skip(page.get()).take(PAGE);
        shown.map(option).collect_view()
    };
    let descendant = Signal::derive(move || {
        rows.with(|rows| !rows.is_empty()).then(|| format!("command-{}", active.get()))
    });
    let found = Signal::derive(move || (words().commands.found)(rows.with(Vec::len)));
    // A click beside the box lets go of it.
    let on_click = move |event: ev::MouseEvent| {
        if event.target() == frame.get_untracked().map(|frame| (**frame).clone().into()) {
            app.view.dialog.set(None);
        }
    };
    view! {
        <dialog class="finder" aria-label=words().commands.finder node_ref=frame on:click=on_click
            on:close=move |_| app.view.dialog.set(None)>
            <div class="box">
                <input type="text" role="combobox" aria-expanded="true" aria-controls="commands" aria-autocomplete="list"
                    aria-activedescendant=descendant
                    aria-label=words().commands.finder_input placeholder=words().commands.finder_input
                    autofocus autocomplete="off" spellcheck="false" on:keydown=on_key on:input=on_input/>
                <div role="listbox" id="commands" aria-label=words().commands.finder_list>{options}</div>
                <p class="found" role="status">{found}</p>
            </div>
        </dialog>
    }
}

fn entries(app: App) -> Vec<Row> {
    let found = COMMANDS.iter().filter(|row| matches!(row.deed, Deed::Run(_)) && row.id != Id::Commands);
    let mut rows: Vec<_> = found
        .map(|row| Row {
            entry: Entry::Command(row.id),
            name: (words().commands.name)(row.id).to_owned(),
            keys: commands::key_of(app, row.id),
            is_offered: (row.is_offered)(app),
        })
        .collect();
    app.track(Topic::Documents);
    app.with(|project| {
        rows.extend(project.documents().iter().map(|document| Row {
            entry: Entry::Document(document.id),
            name: (words().commands.go_to_document)(&document.title),
            keys: None,
            is_offered: true,
        }));
    });
    rows
}

/// The rows that hold everything that was typed: those where it begins words first.
fn fitting(all: &[Row], typed: &str) -> Vec<Row> {
    let typed = typed.to_lowercase();
    let rank = |row: &Row| -> Option<usize> {
        let name = row.name.to_lowercase();
        let begins = |piece: &str| name.split([' ', '“', '’']).any(|word| word.starts_with(piece));
        let ranks = typed.split(' ').filter(|piece| !piece.is_empty()).map(|piece| match name.find(piece) {
            Some(0) => Some(0),
            Some(_) => Some(if begins(piece) { 1 } else { 3 }),
            None => None,
        });
        ranks.sum()
    };
    let mut rows: Vec<_> = all.iter().filter_map(|row| rank(row).map(|rank| (rank, row))).collect();
    rows.sort_by_key(|(rank, _)| *rank);
    rows.into_iter().map(|(_, row)| row.clone()).collect()
}

fn run(app: App, entry: Entry) {
    match entry {
        Entry::Command(id) => commands::run(app, &COMMANDS[id as usize]),
        Entry::Document(id) => {
            app.view.screen.set(Screen::Annotate);
            app.view.pane.set(Pane::Reader);
            app.show(id);
            request_animation_frame(focus_reader);
        }
    }
}
