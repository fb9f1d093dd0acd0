//! What stands before everything else: one native dialog at a time.

mod ask;
mod document;
mod encoding;
mod erase;
mod find;
mod history;
mod instrument;
mod keys;
mod project;
mod reading;
mod saving;
mod say;

use super::codebook::{AskMerge, AskRemove, AskSplit, AskStarters};
use super::{app, focus_reader};
use crate::app::{App, Dialog};
use ask::{AskCoder, AskText};
use document::AskDocument;
use encoding::AskEncoding;
use erase::AskErase;
use find::FindCommand;
use history::History;
use instrument::AskInstrument;
use keys::KeySheet;
use leptos::{ev, html, prelude::*};
use project::AskProject;
use reading::ReadingSheet;
use saving::SavingSheet;
pub(super) use saving::untie;
use say::Message;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where the focus was before the first of the dialogs, and what is done once it is
/// there again.
#[derive(Clone, Copy)]
pub(super) struct Opener {
    element: StoredValue<Option<HtmlElement>, LocalStorage>,
    next: StoredValue<Option<Box<dyn FnOnce()>>, LocalStorage>,
}

impl Opener {
    fn new() -> Self {
        Self { element: StoredValue::new_local(None), next: StoredValue::new_local(None) }
    }

    /// Closes the dialog and goes on: what comes next may move the focus itself.
    pub fn close_and(self, app: App, next: impl FnOnce() + 'static) {
        self.next.set_value(Some(Box::new(next)));
        app.view.dialog.set(None);
    }

    /// Puts the focus back, once the dialog is gone: until then the rest of the page
    /// takes none.
    fn go_back(self) {
        let Some(Some(element)) = self.element.try_update_value(Option::take) else { return };
        let next = self.next.try_update_value(Option::take).flatten();
        request_animation_frame(move || {
            if element.is_connected() && element.tag_name() != "BODY" {
                let _ = element.focus();
            } else {
                focus_reader();
            }
            if let Some(next) = next {
                next();
            }
        });
    }
}

/// Shows a dialog before everything else, and remembers where the focus was.
fn open_modal(frame: NodeRef<html::Dialog>) {
    let opener = expect_context::<Opener>().element;
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
}

/// The dialog, when there is one.
#[component]
pub fn Dialogs() -> impl IntoView {
    let app = app();
    let opener = Opener::new();
    provide_context(opener);
    crate::ui::effect(move || {
        if app.view.dialog.with(Option::is_none) {
            opener.go_back();
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
        Dialog::Project => view! { <AskProject/> }.into_any(),
        Dialog::Encoding(unread) => view! { <AskEncoding unread/> }.into_any(),
        Dialog::Message(answer) => view! { <Message answer/> }.into_any(),
        Dialog::Reading => view! { <ReadingSheet/> }.into_any(),
        Dialog::Erase => view! { <AskErase/> }.into_any(),
        Dialog::Saving => view! { <SavingSheet/> }.into_any(),
        Dialog::Keys => view! { <KeySheet/> }.into_any(),
        Dialog::History => view! { <History/> }.into_any(),
        Dialog::Instrument(id) => view! { <AskInstrument id/> }.into_any(),
        Dialog::Commands => view! { <FindCommand/> }.into_any(),
        Dialog::Merge(id) => view! { <AskMerge id/> }.into_any(),
        Dialog::Split(id) => view! { <AskSplit id/> }.into_any(),
        Dialog::RemoveTag(id) => view! { <AskRemove id/> }.into_any(),
        Dialog::Starters => view! { <AskStarters/> }.into_any(),
    };
    view! { <For each key=|(number, _)| *number children=show/> }
}

/// The frame of a dialog: its heading, its content, and what went wrong.
#[component]
pub(super) fn Modal(
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
    let frame = NodeRef::<html::Dialog>::new();
    if app.view.notice.with_untracked(|notice| notice.as_ref().is_some_and(|notice| notice.is_error)) {
        app.view.notice.set(None);
    }
    open_modal(frame);
    // Esc: the browser has closed it, and a field that was being written has been kept.
    // The event comes a moment later: by then another dialog may stand here.
    let closed = move |event: ev::Event| {
        if !event_target::<HtmlElement>(&event).is_connected() {
            return;
        }
        match leave {
            Some(leave) => leave.run(()),
            None => app.view.dialog.set(None),
        }
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
pub(super) fn Close(text: &'static str) -> impl IntoView {
    let app = app();
    view! { <button type="button" class="close" on:click=move |_| app.view.dialog.set(None)>{text}</button> }
}
