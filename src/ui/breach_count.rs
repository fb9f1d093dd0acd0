//! How often the codebook is breached, quietly at the foot of the page.

use super::commands::{Id, run_named};
use super::{app, words::words};
use crate::app::{Screen, Topic, when_idle};
use crate::model::breaches;
use leptos::prelude::*;
use std::time::Duration;

/// So long nothing changes before they are counted anew: it reads all annotations.
const REST: Duration = Duration::from_millis(400);

/// The number, as a way to them; nothing where there are none.
#[component]
pub(super) fn BreachCount() -> impl IntoView {
    let app = app();
    let number = RwSignal::new(0);
    let turn = StoredValue::new(0_usize);
    crate::ui::effect(move || {
        app.track(Topic::Annotations);
        app.track(Topic::Tags);
        app.track(Topic::Documents);
        turn.update_value(|turn| *turn += 1);
        let own = turn.get_value();
        let is_last = move || turn.try_get_value() == Some(own);
        let count = move || {
            if is_last() {
                number.set(app.with(breaches).len());
            }
        };
        set_timeout(
            move || {
                if is_last() {
                    when_idle(count)
                }
            },
            REST,
        );
    });
    let is_shown = Memo::new(move |_| number.get() > 0 && app.view.screen.get() != Screen::Codebook);
    view! {
        <Show when=move || is_shown.get()>
            <button type="button" class="link breaches" title=words().book.breaches_lead
                on:click=move |_| run_named(app, Id::Breaches)>{move || (words().book.breach_count)(number.get())}</button>
        </Show>
    }
}
