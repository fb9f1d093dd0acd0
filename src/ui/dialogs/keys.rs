//! The sheet of shortcuts: what has which keys, and how to give it others.

use super::{Close, Modal};
use crate::app::App;
use crate::ui::commands::{self, COMMANDS, Id, Place, Row, meets, shown};
use crate::ui::{app, focus, words::words};
use leptos::{ev, prelude::*};

/// What the sheet is just now asking.
#[derive(Clone, Copy)]
struct Asking {
    /// The command whose new keys are waited for.
    waiting: RwSignal<Option<Id>>,
    /// The keys that were pressed for a command, and which has them already.
    taken: RwSignal<Option<(Id, String, Id)>>,
    /// What came of it.
    outcome: RwSignal<String>,
}

/// Which keys do what.
#[component]
pub fn KeySheet() -> impl IntoView {
    let app = app();
    let asking = Asking {
        waiting: RwSignal::new(None),
        taken: RwSignal::new(None),
        outcome: RwSignal::new(String::new()),
    };
    let on_key = move |event: ev::KeyboardEvent| take_key(app, asking, &event);
    let groups = Place::ALL.map(|place| {
        let rows = COMMANDS.iter().filter(|row| row.place == place).map(|row| row_view(app, asking, row));
        view! {
            <tbody>
                <tr><th colspan="3" scope="rowgroup">{(words().commands.place)(place)}</th></tr>
                {rows.collect_view()}
            </tbody>
        }
    });
    let fixed = words().commands.fixed.map(|(keys, what)| {
        view! { <tr><th scope="row">{what}</th><td class="keys"><kbd>{keys}</kbd></td><td></td></tr> }
    });
    let switch = move |event: ev::Event| {
        let is_on = event_target_checked(&event);
        app.set_shortcuts(|shortcuts| shortcuts.bare_off = !is_on);
    };
    let is_on = Signal::derive(move || !app.view.shortcuts.with(|shortcuts| shortcuts.bare_off));
    let reset = move |_| {
        app.set_shortcuts(|shortcuts| shortcuts.changed = Default::default());
        asking.taken.set(None);
        asking.outcome.set(words().commands.reset_done.to_owned());
    };
    let is_changed =
        Signal::derive(move || !app.view.shortcuts.with(|shortcuts| shortcuts.changed.is_empty()));
    view! {
        <Modal class="keys-dialog" title=words().desk.keys_title.to_owned()>
            <label class="check">
                <input type="checkbox" prop:checked=is_on on:change=switch/>
                <span>{words().commands.bare} <small>{words().commands.bare_about}</small></span>
            </label>
            <div class="asked" role="status">{asking.outcome} {move || conflict(app, asking)}</div>
            <div class="scroll" tabindex="0" role="region" aria-label=words().desk.keys_title on:keydown=on_key>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words().desk.what_column}</th>
                            <th scope="col">{words().desk.keys_column}</th>
                            <th scope="col"><span class="sr-only">{words().commands.change}</span></th>
                        </tr>
                    </thead>
                    {groups}
                    <tbody>
                        <tr><th colspan="3" scope="rowgroup">{words().commands.fixed_head}</th></tr>
                        {fixed}
                    </tbody>
                </table>
            </div>
            <div class="buttons">
                <Close text=words().desk.close/>
                <span class="grow"></span>
                <button type="button" class="reset-all" disabled=Signal::derive(move || !is_changed.get())
                    on:click=reset>{words().commands.reset_all}</button>
            </div>
        </Modal>
    }
}

/// A command with its keys and the buttons that change them.
fn row_view(app: App, asking: Asking, row: &'static Row) -> AnyView {
    let id = row.id;
    let name = (words().commands.name)(id);
    let keys = move || {
        let chords = commands::chords(app, id);
        if chords.is_empty() {
            return view! { <span class="none">{words().commands.no_keys}</span> }.into_any();
        }
        chords.iter().map(|chord| view! { <kbd>{shown(chord)}</kbd> " " }).collect_view().into_any()
    };
    let is_waiting = Signal::derive(move || asking.waiting.get() == Some(id));
    let text =
        Signal::derive(
            move || {
                if is_waiting.get() { words().commands.press } else { words().commands.change }
            },
        );
    let label = Signal::derive(move || (!is_waiting.get()).then(|| (words().commands.change_of)(name)));
    let is_changed = move || app.view.shortcuts.with(|shortcuts| shortcuts.changed.get(id.name()).is_some());
    let change = move |_| {
        asking.outcome.set(String::new());
        asking.taken.set(None);
        asking.waiting.set(Some(id));
    };
    let reset = move |_| {
        focus_row(id);
        reset(app, asking, id);
    };
    view! {
        <tr class:waiting=is_waiting>
            <th scope="row">{name}</th>
            <td class="keys">{keys}</td>
            <td class="acts">
                <button type="button" class="change" data-command=id.name() aria-label=label on:click=change
                    on:blur=move |_| {
                        // Where the focus goes away, nothing is waited for any more.
                        if asking.waiting.try_get_untracked() == Some(Some(id)) {
                            asking.waiting.set(None);
                        }
                    }>{text}</button>
                <Show when=is_changed>
                    <button type="button" class="icon reset" aria-label=(words().commands.reset_of)(name)
                        title=(words().commands.reset_of)(name) on:click=reset>"↺"</button>
                </Show>
            </td>
        </tr>
    }
    .into_any()
}

/// The keys that are pressed while they are waited for.
fn take_key(app: App, asking: Asking, event: &ev::KeyboardEvent) {
    let Some(id) = asking.waiting.get_untracked() else { return };
    event.prevent_default();
    event.stop_propagation();
    if event.key() == "Escape" {
        return asking.waiting.set(None);
    }
    let Some(chord) = commands::pressed(event).pop() else { return };
    asking.waiting.set(None);
    let row = &COMMANDS[id as usize];
    let bare_off = app.view.shortcuts.with_untracked(|shortcuts| shortcuts.bare_off);
    if commands::is_kept(&chord, matches!(row.place, Place::Text | Place::Chosen)) {
        return asking.outcome.set((words().commands.kept)(&shown(&chord)));
    }
    if bare_off && commands::is_bare(&chord) {
        return asking.outcome.set((words().commands.bare_refused)(&shown(&chord)));
    }
    let has_it = |other: &&Row| other.id != id && meets(row.place, other.place) && has(app, other.id, &chord);
    match COMMANDS.iter().find(has_it) {
        Some(other) => {
            asking.taken.set(Some((id, chord, other.id)));
            request_animation_frame(|| focus(".asked button"));
        }
        None => give(app, asking, id, chord),
    }
}

fn has(app: App, id: Id, chord: &str) -> bool {
    untrack(|| commands::assigned(app, id)).iter().any(|known| known == chord)
}

fn give(app: App, asking: Asking, id: Id, chord: String) {
    asking.outcome.set((words().commands.given)(&shown(&chord), (words().commands.name)(id)));
    commands::assign(app, id, vec![chord]);
}

/// The question whether keys are to be taken from the command that has them.
fn conflict(app: App, asking: Asking) -> Option<AnyView> {
    let (id, chord, other) = asking.taken.get()?;
    let words = words().commands;
    let text = (words.taken)(&shown(&chord), (words.name)(other));
    let take = move |_| {
        let mut rest = untrack(|| commands::assigned(app, other));
        rest.retain(|known| *known != chord);
        commands::assign(app, other, rest);
        asking.taken.set(None);
        give(app, asking, id, chord.clone());
        focus_row(id);
    };
    let leave = move |_| {
        asking.taken.set(None);
        focus_row(id);
    };
    Some(
        view! {
            <span>{text}</span>
            <button type="button" class="take-over primary" on:click=take>{words.take_over}</button>
            <button type="button" class="leave" on:click=leave>{words.leave}</button>
        }
        .into_any(),
    )
}

/// Gives a command its first keys back; whoever has them now loses them.
fn reset(app: App, asking: Asking, id: Id) {
    let row = &COMMANDS[id as usize];
    for other in COMMANDS.iter().filter(|other| other.id != id && meets(row.place, other.place)) {
        let before = untrack(|| commands::assigned(app, other.id));
        let mut rest = before.clone();
        rest.retain(|chord| !row.chords.contains(&chord.as_str()));
        if rest != before {
            commands::assign(app, other.id, rest);
        }
    }
    commands::assign(app, id, row.chords.iter().map(|chord| (*chord).to_owned()).collect());
    asking.outcome.set((words().commands.reset_one)((words().commands.name)(id)));
}

fn focus_row(id: Id) {
    focus(&format!("[data-command=\"{}\"]", id.name()));
}
