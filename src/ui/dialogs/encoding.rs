//! How bytes are to be read that say nothing about it.

use super::Modal;
use crate::app::{Unread, decode_with};
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};

/// How many characters are shown.
const PREVIEW: usize = 600;

/// A choice of encodings, with a look at what comes of it.
#[component]
pub fn AskEncoding(unread: Unread) -> impl IntoView {
    let app = app();
    let (encoding, set_encoding) = signal(words().desk.encodings[0].0.to_owned());
    let title = (words().desk.encoding_title)(&unread.name);
    let unread = StoredValue::new(unread);
    let read = Memo::new(move |_| {
        let decoded = unread.with_value(|unread| decode_with(&unread.bytes, &encoding.get()));
        decoded.map(|(text, whole)| (text.chars().take(PREVIEW).collect::<String>(), whole))
    });
    let preview = Signal::derive(move || read.get().map(|(text, _)| text).unwrap_or_default());
    let warning = Signal::derive(move || {
        (!read.get().is_some_and(|(_, whole)| whole)).then_some(words().desk.fits_not)
    });
    let options =
        words().desk.encodings.iter().map(|(name, words)| view! { <option value=*name>{*words}</option> });
    let accept = move |event: ev::SubmitEvent| {
        event.prevent_default();
        app.accept_encoding(unread.get_value(), &encoding.get_untracked());
    };
    let leave = Callback::new(move |()| app.leave_out(unread.get_value()));
    view! {
        <Modal class="encoding-dialog" title leave>
            <form on:submit=accept>
                <p>{words().desk.encoding_about}</p>
                <label class="field">
                    <span class="label">{words().desk.encoding_choice}</span>
                    <select autofocus on:change=move |event| set_encoding.set(event_target_value(&event))>
                        {options.collect_view()}
                    </select>
                </label>
                <h3>{words().desk.preview}</h3>
                <p class="preview" dir="auto" tabindex="0">{preview}</p>
                <p class="warning" role="status">{warning}</p>
                <div class="buttons">
                    <button type="submit" class="primary">{words().desk.add_this_text}</button>
                    <button type="button" class="leave-out" on:click=move |_| leave.run(())>{words().desk.leave_out}</button>
                </div>
            </form>
        </Modal>
    }
}
