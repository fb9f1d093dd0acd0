//! A file of the disk as the browser hands it out (WICG File System Access: `showSaveFilePicker`,
//! permissions; WHATWG File System: `createWritable`, whose bytes reach the file at `close`).

use crate::app::browser::{self, ask, object, property};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{DomException, File};

/// A file that was chosen.
#[derive(Clone)]
pub(super) struct Handle(pub JsValue);

/// What of a file changes whenever something writes to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stamp {
    /// When it was written last, in milliseconds.
    pub modified: f64,
    /// Bytes in it.
    pub size: f64,
}

impl Stamp {
    fn of(file: &File) -> Self {
        Self { modified: file.last_modified(), size: file.size() }
    }
}

/// True where this browser can write to a file that a person chose.
pub(super) fn is_supported() -> bool {
    property(&browser::window(), PICKER).is_function()
}

const PICKER: &str = "showSaveFilePicker";

/// Lets a person choose a file; none where they left it. To be called while they press something.
pub(super) async fn choose(name: &str, extension: &str, media_type: &str) -> Result<Option<Handle>, JsValue> {
    let accept = object(&[(media_type, &Array::of1(&format!(".{extension}").into()))]);
    let kind = object(&[("description", &"Glossator".into()), ("accept", &accept)]);
    let options = object(&[("suggestedName", &name.into()), ("types", &Array::of1(&kind))]);
    match ask(&browser::window(), PICKER, &[&options]).await {
        Ok(handle) => Ok(Some(Handle(handle))),
        Err(fault) if name_of(&fault) == "AbortError" => Ok(None),
        Err(fault) => Err(fault),
    }
}

impl Handle {
    /// The file's name, without its folder: browsers do not tell that.
    pub(super) fn name(&self) -> String {
        property(&self.0, "name").as_string().unwrap_or_default()
    }

    /// True where writing is allowed; `asking` lets the browser ask, while a person presses something.
    pub(super) async fn may_write(&self, asking: Asking) -> bool {
        let method = match asking {
            Asking::No => "queryPermission",
            Asking::Yes => "requestPermission",
        };
        // A browser without the method asks for nothing.
        if !property(&self.0, method).is_function() {
            return true;
        }
        let mode = object(&[("mode", &"readwrite".into())]);
        ask(&self.0, method, &[&mode]).await.is_ok_and(|answer| answer == "granted")
    }

    /// True where both are the same file.
    pub(super) async fn is_same(&self, other: &Handle) -> bool {
        ask(&self.0, "isSameEntry", &[&other.0]).await.is_ok_and(|answer| answer.is_truthy())
    }

    /// The file as it is now.
    pub(super) async fn stamp(&self) -> Result<Stamp, JsValue> {
        Ok(Stamp::of(&self.file().await?))
    }

    /// What is in it, and how it is now.
    pub(super) async fn read(&self) -> Result<(String, Stamp), JsValue> {
        let file = self.file().await?;
        let text = ask(&file, "text", &[]).await?.as_string().unwrap_or_default();
        Ok((text, Stamp::of(&file)))
    }

    async fn file(&self) -> Result<File, JsValue> {
        Ok(ask(&self.0, "getFile", &[]).await?.unchecked_into())
    }

    /// Puts a text in the place of all that is in it: whole, or not at all.
    pub(super) async fn write(&self, text: &str) -> Result<Stamp, JsValue> {
        let stream = ask(&self.0, "createWritable", &[]).await?;
        let written = async {
            ask(&stream, "write", &[&text.into()]).await?;
            ask(&stream, "close", &[]).await
        };
        if let Err(fault) = written.await {
            // What was written so far lies beside the file, and goes.
            let _ = ask(&stream, "abort", &[]).await;
            return Err(fault);
        }
        let stamp = self.stamp().await?;
        if stamp.size != text.len() as f64 {
            return Err("it does not hold what was written".into());
        }
        Ok(stamp)
    }
}

/// Whether the browser may ask the person.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asking {
    /// It says what it knows.
    No,
    /// It may ask.
    Yes,
}

/// What the browser says of a failure.
pub(super) fn explain(fault: &JsValue) -> String {
    match name_of(fault).as_str() {
        "NotFoundError" => "it is not there any more; it was moved, renamed or deleted".to_owned(),
        "NotAllowedError" | "NoModificationAllowedError" => "the browser does not allow it".to_owned(),
        "QuotaExceededError" => "there is no room for it on the disk".to_owned(),
        _ => fault
            .dyn_ref::<DomException>()
            .map(DomException::message)
            .or_else(|| fault.as_string())
            .unwrap_or_else(|| "the browser gives no reason".to_owned()),
    }
}

fn name_of(fault: &JsValue) -> String {
    fault.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
}
