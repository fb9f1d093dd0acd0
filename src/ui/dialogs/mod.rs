//! What stands before everything else: one native dialog at a time.

mod ask;
mod document;
mod encoding;
mod say;

use super::{app, focus_reader};
use crate::app::Dialog;
use ask::{AskCoder, AskText};
use document::AskDocument;
use encoding::AskEncoding;
use leptos::{html, prelude::*};
use say::{KeySheet, Message};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where the focus was before the first of the dialogs.
#[derive(Clone, Copy)]
struct Opener(StoredValue<Option<HtmlElement>, LocalStorage>);

/// The dialog, when there is one.
#[component]
pub fn Dialogs() -> impl IntoView {
    let app = app();
    let opener = Opener(StoredValue::new_local(None));
    provide_context(opener);
    crate::ui::effect(move || {
        if app.view.dialog.with(Option::is_none)
            && let Some(Some(element)) = opener.0.try_update_value(Option::take)
        {
            // Once the dialog is gone: until then the rest of the page takes no focus.
            request_animation_frame(move || {
                if element.is_connected() && element.tag_name() != "BODY" {
                    let _ = element.focus();
                } else {
                    focus_reader();
                }
            });
        }
    });
    // Numbered, so that two of a kind in a row do not share their fields.
    let number = StoredValue::new(0_usize);
    let each = move || {
        number.update_value(|number| *number += 1);
        app.view.dialog.get().map(|dialog| (number.get_value(), dialog))
    };
    let show = |(_, dialog)| match dialog {
        Dialog::Coder(export) => view! { <AskCoder export/> }.into_any(),
        Dialog::Paste => view! { <AskText/> }.into_any(),
        Dialog::Document(id) => view! { <AskDocument id/> }.into_any(),
        Dialog::Encoding(unread) => view! { <AskEncoding unread/> }.into_any(),
        Dialog::Message(answer) => view! { <Message answer/> }.into_any(),
        Dialog::Keys => view! { <KeySheet/> }.into_any(),
    };
    view! { <For each key=|(number, _)| *number children=show/> }
}

/// The frame of a dialog: its heading, its content, and what went wrong.
#[component]
fn Modal(
    /// A class of its own.
    class: &'static str,
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What Esc does; it closes the dialog if nothing else is said.
    #[prop(optional)]
    leave: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let app = app();
    let opener = expect_context::<Opener>().0;
    let frame = NodeRef::<html::Dialog>::new();
    if app.view.notice.with_untracked(|notice| notice.as_ref().is_some_and(|notice| notice.is_error)) {
        app.view.notice.set(None);
    }
    crate::ui::effect(move || {
        let Some(frame) = frame.get() else { return };
        opener.update_value(|opener| {
            if opener.is_none() {
                *opener = document().active_element().and_then(|element| element.dyn_into().ok());
            }
        });
        if !frame.open() {
            let _ = frame.show_modal();
        }
    });
    // Esc: the browser has closed it, and a field that was being written has been kept.
    let closed = move |_| match leave {
        Some(leave) => leave.run(()),
        None => app.view.dialog.set(None),
    };
    // The page's own place for errors lies behind the dialog.
    let error = Signal::derive(move || {
        app.view.notice.get().filter(|notice| notice.is_error).map(|notice| notice.text)
    });
    view! {
        <dialog class=format!("dialog {class}") aria-labelledby="dialog-title" node_ref=frame on:close=closed>
            <h2 id="dialog-title">{title}</h2>
            {children()}
            <p class="error" role="alert">{error}</p>
        </dialog>
    }
}

/// The button that closes the dialog.
#[component]
fn Close(text: &'static str) -> impl IntoView {
    let app = app();
    view! { <button type="button" class="close" on:click=move |_| app.view.dialog.set(None)>{text}</button> }
}
