//! An instrument that the table does not hold.

use super::{Close, Modal};
use crate::model::{Command, Extra, InstrumentId, OwnInstrument, Unfit};
use crate::ui::{app, focus, words::words};
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
    let unfit = RwSignal::new(Vec::new());
    let keep = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let name = name.get_untracked();
        // What was typed stays, with what is wrong about it.
        let found = OwnInstrument::unfit(
            &name,
            &aliases.get_untracked(),
            &date.get_untracked(),
            &articles.get_untracked(),
        );
        unfit.set(found.clone());
        if !found.is_empty() {
            return request_animation_frame(|| focus(".instrument-dialog [aria-invalid=true]"));
        }
        let id = id.unwrap_or_else(|| app.new_instrument_id());
        let instrument = OwnInstrument {
            id,
            code: app.with(|project| OwnInstrument::code_for(project, &name, id)),
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
    let is_unfit = move |which| Signal::derive(move || unfit.with(|unfit| unfit.contains(&which)));
    let invalid = move |which| Signal::derive(move || is_unfit(which).get().to_string());
    let complaint = move |which, id: &'static str| {
        let is_unfit = is_unfit(which);
        let about = move || if is_unfit.get() { (words().legal.unfit)(which) } else { "" };
        view! { <span class="complaint" id=id role="status">{about}</span> }
    };
    view! {
        <Modal class="instrument-dialog" title=legal.instrument_title.to_owned()>
            <form on:submit=keep>
                <p>{legal.instrument_about}</p>
                <label class="field">
                    <span class="label">{legal.name}</span>
                    <input type="text" dir="auto" autofocus required maxlength="300" autocomplete="off" bind:value=name
                        aria-invalid=invalid(Unfit::Name) aria-describedby="unfit-name"/>
                </label>
                {complaint(Unfit::Name, "unfit-name")}
                <label class="field">
                    <span class="label">{legal.aliases} ": " {legal.aliases_hint}</span>
                    <textarea dir="auto" rows="3" bind:value=aliases
                        aria-invalid=invalid(Unfit::Aliases) aria-describedby="unfit-aliases"></textarea>
                </label>
                {complaint(Unfit::Aliases, "unfit-aliases")}
                <label class="field">
                    <span class="label">{legal.identifier}</span>
                    <input type="text" dir="auto" autocomplete="off" placeholder=legal.identifier_hint bind:value=identifier/>
                </label>
                <label class="field">
                    <span class="label">{legal.date}</span>
                    <input type="text" dir="auto" autocomplete="off" placeholder=legal.date_hint bind:value=date
                        aria-invalid=invalid(Unfit::Date) aria-describedby="unfit-date"/>
                </label>
                {complaint(Unfit::Date, "unfit-date")}
                <label class="field">
                    <span class="label">{legal.articles}</span>
                    <input type="text" inputmode="numeric" autocomplete="off" placeholder=legal.articles_hint bind:value=articles
                        aria-invalid=invalid(Unfit::Articles) aria-describedby="unfit-articles"/>
                </label>
                {complaint(Unfit::Articles, "unfit-articles")}
                <div class="buttons">
                    <button type="submit" class="primary">{if is_new { legal.add } else { legal.keep }}</button>
                    <Close text=words().desk.cancel/>
                </div>
            </form>
        </Modal>
    }
}
