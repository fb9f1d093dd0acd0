//! How texts are set for reading, and printed.

use super::{Close, Modal};
use crate::app::{Reading, Setting};
use crate::ui::{app, print, words::words};
use leptos::prelude::*;

/// The choices, each seen at once in the text behind them.
#[component]
pub fn ReadingSheet() -> impl IntoView {
    let app = app();
    let groups = Setting::ALL.map(|setting| {
        let (legend, names) = (words().reading.settings)(setting);
        let choices = (0..setting.choices()).zip(names).map(|(choice, name)| {
            let is_chosen = Signal::derive(move || app.view.reading.get().of(setting) == choice);
            let choose = move |_| app.set_reading(app.view.reading.get_untracked().with(setting, choice));
            view! {
                <label class="choice">
                    <input type="radio" name=setting.name() prop:checked=is_chosen on:change=choose/>
                    <span>{*name}</span>
                </label>
            }
        });
        view! {
            <fieldset>
                <legend>{legend}</legend>
                <div class="choices" data-setting=setting.name()>{choices.collect_view()}</div>
            </fieldset>
        }
    });
    let has_text = app.view.document.with_untracked(Option::is_some);
    let print = has_text.then(|| {
        view! { <button type="button" class="print-now" on:click=move |_| print::print(app)>{words().reading.print_now}</button> }
    });
    view! {
        <Modal class="reading-dialog" title=words().reading.title.to_owned()>
            {groups.to_vec()}
            <div class="buttons">
                <Close text=words().desk.close/>
                <button type="button" on:click=move |_| app.set_reading(Reading::default())>{words().reading.reset}</button>
                <span class="grow"></span>
                {print}
            </div>
        </Modal>
    }
}
