//! Clock, chance and the browser's knowledge of languages.

use crate::model::Time;
use js_sys::{Array, Date, Function, Intl, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

pub(super) fn window() -> web_sys::Window {
    web_sys::window().expect("the program runs in a window")
}

/// The clock.
pub(super) fn now() -> Time {
    Time::from_millis(Date::now() as i64)
}

/// Random bytes from `crypto.getRandomValues`, which plain http has too.
pub(super) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    let crypto = window().crypto().expect("every browser that runs wasm has crypto");
    crypto.get_random_values_with_u8_array(&mut bytes).expect("fewer than 65,536 bytes are asked for");
    bytes
}

/// Asks the browser not to clear what is kept when the disk runs short; its answer, or none where it
/// cannot be asked (plain http).
pub(super) async fn persist() -> Option<bool> {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let ask: Function = Reflect::get(&storage, &"persist".into()).ok()?.dyn_into().ok()?;
    let answer: Promise = ask.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_bool()
}

/// True on Apple's systems, where Command takes the place of Control.
pub fn is_mac() -> bool {
    window().navigator().platform().is_ok_and(|name| name.starts_with("Mac") || name.starts_with("iP"))
}

/// A number as the reader's language writes it.
pub fn format_number(number: usize) -> String {
    let format = Intl::NumberFormat::new(&Array::new(), &Object::new());
    call(&format.format(), &JsValue::from_f64(number as f64))
}

/// A date (`2020-10-04`) as the reader's language writes it, or the words themselves
/// where they are none.
pub fn format_date(date: &str) -> String {
    let shape = date.len() == 10 && date.bytes().filter(|b| b.is_ascii_digit()).count() == 8;
    let moment = Date::new(&JsValue::from_str(date));
    if !shape || moment.get_time().is_nan() {
        return date.to_owned();
    }
    let options = Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let format = Intl::DateTimeFormat::new(&Array::new(), &options);
    call(&format.format(), &moment)
}

/// Day and time of a moment, as the reader's language writes them.
pub fn format_moment(millis: i64) -> String {
    let options = Object::new();
    for (name, value) in [("day", "numeric"), ("month", "short"), ("hour", "numeric"), ("minute", "2-digit")]
    {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let format = Intl::DateTimeFormat::new(&Array::new(), &options);
    call(&format.format(), &Date::new(&JsValue::from_f64(millis as f64)))
}

fn call(function: &js_sys::Function, value: &JsValue) -> String {
    function.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Reads bytes in an encoding of the WHATWG Encoding Standard. The second
/// answer is false where some bytes mean nothing in it and became U+FFFD.
/// `None` when the browser does not know the encoding.
pub fn decode_with(bytes: &[u8], encoding: &str) -> Option<(String, bool)> {
    let constructor = Reflect::get(&js_sys::global(), &"TextDecoder".into()).ok()?;
    let constructor: js_sys::Function = constructor.dyn_into().ok()?;
    let decoder = Reflect::construct(&constructor, &Array::of1(&encoding.into())).ok()?;
    let decode: js_sys::Function = Reflect::get(&decoder, &"decode".into()).ok()?.dyn_into().ok()?;
    let text = decode.call1(&decoder, &Uint8Array::from(bytes)).ok()?.as_string()?;
    let whole = !text.contains('\u{fffd}');
    Some((text, whole))
}
