//! Files that go out.

use crate::app::{App, Dialog, Filed};
use crate::formats::{Format, WRITERS};
use crate::model::Project;
use crate::text::uax29::is_alphanumeric;
use js_sys::Array;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The longest file name, in characters, without its ending.
const LONGEST: usize = 80;

impl App {
    /// Takes the project away in one of the [`WRITERS`]' formats. The first time
    /// the coder's label is asked first.
    pub fn export(&self, which: usize) {
        let coder = self.coder();
        let named = self.with(|project| project.coder(coder).is_some_and(|coder| !coder.label.is_empty()));
        if named {
            self.download(which);
        } else {
            self.view.dialog.set(Some(Dialog::Coder(Some(which))));
        }
    }

    /// Takes the project away without a question.
    pub fn download(&self, which: usize) {
        let Some(format) = WRITERS.get(which) else { return };
        let is_handed_over = self.with(|project| self.hand_over(format, project));
        // Of the formats the first alone holds all of the work.
        if is_handed_over && which == 0 {
            self.note_filed(Filed::All);
        }
    }

    /// Hands a project to the browser's downloads; false, and said, where it does not take it.
    pub(in crate::app) fn hand_over(&self, format: &Format, project: &Project) -> bool {
        let (content, name) = ((format.write)(project), file_name(format, &project.head().title));
        self.offer_named(&name, format.media_type, &content)
    }

    /// Hands a text to the browser's downloads under the project's name.
    pub(in crate::app) fn offer(&self, extension: &str, media_type: &str, content: &str) {
        let name = format!("{}.{extension}", safe(&self.with(|project| project.head().title.clone())));
        self.offer_named(&name, media_type, content);
    }

    fn offer_named(&self, name: &str, media_type: &str, content: &str) -> bool {
        let Err(error) = offer(name, media_type, content) else { return true };
        let why = error
            .as_string()
            .or_else(|| error.dyn_ref::<js_sys::Error>().map(|error| error.message().into()));
        self.refuse(format!("The browser refused the download. {}", why.unwrap_or_default()));
        false
    }
}

/// What a project's file is called.
pub(in crate::app) fn file_name(format: &Format, title: &str) -> String {
    format!("{}.{}", safe(title), format.extension.trim_start_matches('.'))
}

/// Hands a file to the browser's downloads.
fn offer(name: &str, media_type: &str, content: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.set_hidden(true);
    let body = document().body().expect("a page has a body");
    body.append_child(&link)?;
    link.click();
    link.remove();
    // Some browsers begin to read only after the click is over.
    set_timeout(move || drop(Url::revoke_object_url(&url)), Duration::from_secs(30));
    Ok(())
}

/// A title as a file name that every system takes.
fn safe(title: &str) -> String {
    let kept = |c: char| if is_alphanumeric(c) || "-_ ".contains(c) { c } else { ' ' };
    let words: String = title.chars().map(kept).take(LONGEST).collect();
    let name = words.split_whitespace().collect::<Vec<_>>().join("-").to_lowercase();
    if name.is_empty() { "project".to_owned() } else { name }
}
