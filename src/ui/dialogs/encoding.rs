//! How bytes are to be read that say nothing about it.

use super::Modal;
use crate::app::{Unread, decode_with};
use crate::formats::guess::{Confidence, guess};
use crate::formats::plain::sample;
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};

/// How many lines are shown.
const LINES: usize = 8;

/// A choice of encodings, the likeliest first, with a look at what comes of each.
#[component]
pub fn AskEncoding(unread: Unread) -> impl IntoView {
    let app = app();
    let all = words().desk.encodings;
    let guesses = guess(&unread.bytes);
    let name_of = |encoding: &str| all.iter().find(|(name, _)| *name == encoding).map(|(_, words)| *words);
    let likely: Vec<_> =
        guesses.iter().filter_map(|guess| Some((guess.encoding, name_of(guess.encoding)?))).collect();
    let first = likely.first().map_or(all[0].0, |(encoding, _)| *encoding);
    let about = match (guesses.first(), likely.first()) {
        (Some(guess), Some((_, name))) if guess.confidence == Confidence::Probable => {
            (words().imported.probably)(name)
        }
        (_, Some((_, name))) => (words().imported.perhaps)(name),
        _ => words().imported.no_guess.to_owned(),
    };
    let (encoding, set_encoding) = signal(first.to_owned());
    let title = (words().desk.encoding_title)(&unread.name);
    let unread = StoredValue::new(unread);
    let read = Memo::new(move |_| {
        let decoded = unread.with_value(|unread| decode_with(&unread.bytes, &encoding.get()));
        decoded.map(|(text, whole)| (sample(&text, LINES), whole))
    });
    let preview = move || {
        let lines = read.get().map(|(lines, _)| lines).unwrap_or_default();
        lines.into_iter().map(|line| view! { <span class="line" dir="auto">{line}</span> }).collect_view()
    };
    let warning = Signal::derive(move || {
        (!read.get().is_some_and(|(_, whole)| whole)).then_some(words().desk.fits_not)
    });
    let options = |some: Vec<(&'static str, &'static str)>| {
        let each = |(name, words)| view! { <option value=name selected=name == first>{words}</option> };
        some.into_iter().map(each).collect_view()
    };
    let others =
        all.iter().copied().filter(|(name, _)| likely.iter().all(|(known, _)| known != name)).collect();
    let groups = if likely.is_empty() {
        options(others).into_any()
    } else {
        view! {
            <optgroup label=words().imported.likely>{options(likely)}</optgroup>
            <optgroup label=words().imported.others>{options(others)}</optgroup>
        }
        .into_any()
    };
    let accept = move |event: ev::SubmitEvent| {
        event.prevent_default();
        app.accept_encoding(unread.get_value(), &encoding.get_untracked());
    };
    let leave = Callback::new(move |()| app.leave_out(unread.get_value()));
    view! {
        <Modal class="encoding-dialog" title leave>
            <form on:submit=accept>
                <p>{words().desk.encoding_about} " " {about}</p>
                <label class="field">
                    <span class="label">{words().desk.encoding_choice}</span>
                    <select autofocus on:change=move |event| set_encoding.set(event_target_value(&event))>
                        {groups}
                    </select>
                </label>
                <h3>{words().desk.preview}</h3>
                <p class="preview" tabindex="0">{preview}</p>
                <p class="warning" role="status">{warning}</p>
                <p class="about">{words().imported.schwa}</p>
                <div class="buttons">
                    <button type="submit" class="primary">{words().desk.add_this_text}</button>
                    <button type="button" class="leave-out" on:click=move |_| leave.run(())>{words().desk.leave_out}</button>
                </div>
            </form>
        </Modal>
    }
}
