//! What a command would come to, counted before it is done.

use crate::app::App;
use crate::model::{Command, Preview};
use crate::ui::words::words;
use leptos::prelude::*;

/// What would be touched, or why it cannot be done; `None` where nothing is decided yet.
pub(super) type Outcome = Memo<Option<Result<Preview, String>>>;

/// Counts what a command would touch, whenever what it is made of changes.
pub(super) fn outcome(app: App, command: impl Fn() -> Option<Command> + Send + Sync + 'static) -> Outcome {
    Memo::new(move |_| command().map(|command| app.preview(&command).map_err(|error| error.to_string())))
}

/// The line that says it, and the button that does it.
#[component]
pub(super) fn Outcomes(
    /// What it would come to.
    outcome: Outcome,
    /// True where that is what was meant.
    can: Signal<bool>,
    /// The class of the button.
    class: &'static str,
    /// What the button does.
    text: &'static str,
    /// Does it.
    act: Callback<()>,
) -> impl IntoView {
    let told = move || match outcome.get() {
        None => String::new(),
        Some(Ok(preview)) => (words().book.touches)(&preview),
        Some(Err(error)) => error,
    };
    let is_error = move || outcome.with(|outcome| matches!(outcome, Some(Err(_))));
    let run = move |_| {
        if can.get_untracked() {
            act.run(());
        }
    };
    view! {
        <p class="outcome" role="status" class:error=is_error>{told}</p>
        <div class="buttons">
            <button type="button" class=class aria-disabled=Signal::derive(move || (!can.get()).to_string())
                on:click=run>{text}</button>
            <crate::ui::dialogs::Close text=words().desk.cancel/>
        </div>
    }
}

/// True where it can be done.
pub(super) fn can(outcome: Outcome) -> Signal<bool> {
    Signal::derive(move || outcome.with(|outcome| matches!(outcome, Some(Ok(_)))))
}
