//! Clock, chance and the browser's knowledge of languages.

use crate::model::Time;
use js_sys::{Array, Date, Function, Intl, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
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
    ask(&property(&window().navigator(), "storage"), "persist", &[]).await.ok()?.as_bool()
}

/// What the page may keep here, in bytes, and what of it is taken; none where the browser does not tell
/// (plain http).
pub(super) async fn room() -> Option<Room> {
    let answer = ask(&property(&window().navigator(), "storage"), "estimate", &[]).await.ok()?;
    let number = |name| property(&answer, name).as_f64();
    Some(Room { quota: number("quota")?, usage: number("usage")? })
}

/// How much the page may keep in this browser.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Room {
    /// All, in bytes.
    pub quota: f64,
    /// What is taken of it.
    pub usage: f64,
}

/// A property of something that not every browser has; undefined where it is missing.
pub(super) fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// A plain object.
pub(super) fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// What gives locks between tabs (Web Locks); undefined on plain http.
pub(super) fn locks() -> JsValue {
    property(&window().navigator(), "locks")
}

/// Calls a method that not every browser has.
pub(super) fn call(of: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = property(of, method).dyn_into()?;
    let arguments: Array = arguments.iter().copied().collect();
    method.apply(of, &arguments)
}

/// Lets the browser do what waits: keys, clicks, frames.
pub(super) async fn pause() {
    let turn = Promise::new(&mut |go_on, _| {
        let _ = window().set_timeout_with_callback(&go_on);
    });
    let _ = JsFuture::from(turn).await;
}

/// How long something may go on without a pause while a person may want the page, in milliseconds.
pub const SLICE: f64 = 8.0;

/// A stretch of work that lets the browser do what waits before it takes too long.
pub(super) struct Slice(f64);

impl Slice {
    /// Begins now.
    pub(super) fn begin() -> Self {
        Self(Date::now() + SLICE)
    }

    /// Pauses where it has gone on for long enough.
    pub(super) async fn breathe(&mut self) {
        if Date::now() > self.0 {
            pause().await;
            *self = Self::begin();
        }
    }
}

/// Runs when the browser has nothing else to do.
pub fn when_idle(run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    // Chromium's idle time ends with its frames: where nothing moves, an idle callback never comes.
    let scheduler = property(&window(), "scheduler");
    let background = object(&[("priority", &"background".into())]);
    if call(&scheduler, "postTask", &[&run, &background]).is_err() {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), 16);
    }
}

/// Calls a method, and waits for its answer.
pub(super) async fn ask(of: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let answer: Promise = call(of, method, arguments)?.dyn_into()?;
    JsFuture::from(answer).await
}

/// True on Apple's systems, where Command takes the place of Control.
pub fn is_mac() -> bool {
    window().navigator().platform().is_ok_and(|name| name.starts_with("Mac") || name.starts_with("iP"))
}

/// A number as the reader's language writes it.
pub fn format_number(number: usize) -> String {
    // To make one takes a third of a millisecond, and each act writes some numbers.
    thread_local! {
        static FORMAT: Function = Intl::NumberFormat::new(&Array::new(), &Object::new()).format();
    }
    FORMAT.with(|format| formatted(format, &JsValue::from_f64(number as f64)))
}

/// A size in bytes as the reader's language writes it, in the largest unit that fits.
pub fn format_size(bytes: f64) -> String {
    let units = ["byte", "kilobyte", "megabyte", "gigabyte"];
    let at = units.iter().enumerate().rev().find(|(at, _)| bytes >= 1000_f64.powi(*at as i32));
    let at = at.map_or(0, |(at, _)| at);
    let options = Object::new();
    let style =
        [("style", "unit"), ("unit", units[at]), ("unitDisplay", if at == 0 { "long" } else { "short" })];
    for (name, value) in style {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let number = bytes / 1000_f64.powi(at as i32);
    let digits = if at == 0 || number >= 10.0 { 0.0 } else { 1.0 };
    let _ = Reflect::set(&options, &"maximumFractionDigits".into(), &digits.into());
    let format = Intl::NumberFormat::new(&Array::new(), &options);
    formatted(&format.format(), &number.into())
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
    formatted(&format.format(), &moment)
}

/// The time of the day of a moment, as the reader's language writes it.
pub fn format_time(millis: i64) -> String {
    let options = Object::new();
    for (name, value) in [("hour", "numeric"), ("minute", "2-digit")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let format = Intl::DateTimeFormat::new(&Array::new(), &options);
    formatted(&format.format(), &Date::new(&JsValue::from_f64(millis as f64)))
}

/// Day and time of a moment, as the reader's language writes them.
pub fn format_moment(millis: i64) -> String {
    let options = Object::new();
    for (name, value) in [("day", "numeric"), ("month", "short"), ("hour", "numeric"), ("minute", "2-digit")]
    {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let format = Intl::DateTimeFormat::new(&Array::new(), &options);
    formatted(&format.format(), &Date::new(&JsValue::from_f64(millis as f64)))
}

fn formatted(function: &Function, value: &JsValue) -> String {
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
