//! An instrument that the table does not hold.

use super::{Close, Modal};
use crate::model::{Command, Extra, InstrumentId, OwnInstrument};
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};

/// Its names and what is known of it; without an id a new one.
#[component]
pub fn AskInstrument(id: Option<InstrumentId>) -> impl IntoView {
    let app = app();
    let known = id.and_then(|id| app.with(|project| project.instruments().get(&id).cloned()));
    let is_new = known.is_none();
    let text =
        |read: fn(&OwnInstrument) -> String| RwSignal::new(known.as_ref().map(read).unwrap_or_default());
    let name = text(|one| one.name.clone());
    let aliases = text(|one| one.aliases.join("\n"));
    let identifier = text(|one| one.identifier.clone());
    let date = text(|one| one.date.clone());
    let articles = text(|one| one.articles.map(|number| number.to_string()).unwrap_or_default());
    let extra = known.as_ref().map_or(Extra::default(), |one| one.extra.clone());
    let keep = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked();
        let instrument = OwnInstrument {
            id: id.unwrap_or_else(|| app.new_instrument_id()),
            code: app.with(|project| OwnInstrument::code_for(project, &name)),
            aliases: aliases.get_untracked().lines().map(str::to_owned).collect(),
            identifier: identifier.get_untracked().trim().to_owned(),
            date: date.get_untracked().trim().to_owned(),
            articles: articles.get_untracked().trim().parse().ok(),
            extra: extra.clone(),
            name: name.clone(),
        };
        if app.dispatch(Command::SetInstrument(instrument)).is_ok() {
            app.view.dialog.set(None);
            app.say((words().legal.added)(name.trim()));
        }
    };
    let legal = words().legal;
    view! {
        <Modal class="instrument-dialog" title=legal.instrument_title.to_owned()>
            <form on:submit=keep>
                <p>{legal.instrument_about}</p>
                <label class="field">
                    <span class="label">{legal.name}</span>
                    <input type="text" dir="auto" autofocus required maxlength="300" autocomplete="off" bind:value=name/>
                </label>
                <label class="field">
                    <span class="label">{legal.aliases} ": " {legal.aliases_hint}</span>
                    <textarea dir="auto" rows="3" bind:value=aliases></textarea>
                </label>
                <label class="field">
                    <span class="label">{legal.identifier}</span>
                    <input type="text" dir="auto" autocomplete="off" placeholder=legal.identifier_hint bind:value=identifier/>
                </label>
                <label class="field">
                    <span class="label">{legal.date}</span>
                    <input type="text" dir="auto" autocomplete="off" placeholder=legal.date_hint bind:value=date/>
                </label>
                <label class="field">
                    <span class="label">{legal.articles}</span>
                    <input type="text" inputmode="numeric" pattern="[0-9]*" autocomplete="off" placeholder=legal.articles_hint bind:value=articles/>
                </label>
                <div class="buttons">
                    <button type="submit" class="primary">{if is_new { legal.add } else { legal.keep }}</button>
                    <Close text=words().desk.cancel/>
                </div>
            </form>
        </Modal>
    }
}
