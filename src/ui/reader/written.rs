//! Words and attributes that are written many thousand times. Each text that goes from here to the browser is
//! translated there, which is most of what writing one costs: so they go many in one, names of attributes go
//! once, and what the page has already is taken from the page.

use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, Text};

#[wasm_bindgen]
extern "C" {
    /// An element whose words and attributes are the browser's own.
    #[wasm_bindgen(extends = HtmlElement)]
    pub(super) type Written;

    #[wasm_bindgen(method, getter, js_name = textContent)]
    pub(super) fn words(this: &Written) -> JsString;

    #[wasm_bindgen(method, setter, js_name = textContent)]
    pub(super) fn set_words(this: &Written, words: &JsString);

    #[wasm_bindgen(method, js_name = setAttribute)]
    pub(super) fn set(this: &Written, name: &JsString, value: &JsString);

    #[wasm_bindgen(method, js_name = setAttribute)]
    pub(super) fn set_number(this: &Written, name: &JsString, value: u32);

    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub(super) fn text_node(words: &JsString) -> Text;
}

/// Texts on their way to the browser, which gets them as one.
#[derive(Default)]
pub(super) struct Bundle {
    joined: String,
    /// Where each text ends in UTF-16.
    ends: Vec<u32>,
}

impl Bundle {
    /// Adds a text; gives back which one it is.
    pub(super) fn add(&mut self, text: &str) -> usize {
        self.joined += text;
        let length = text.encode_utf16().count() as u32;
        self.ends.push(self.ends.last().copied().unwrap_or_default() + length);
        self.ends.len() - 1
    }

    /// Hands them over; each can be asked for then.
    pub(super) fn open(self) -> impl Fn(usize) -> JsString {
        let joined = JsString::from(self.joined);
        move |at| {
            let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
            joined.substring(start, self.ends[at])
        }
    }
}
