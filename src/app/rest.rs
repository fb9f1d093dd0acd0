//! The rest of the program. A release page comes in two parts that share one
//! memory (`script/split.mjs`): what shows the text, and all else, which is
//! fetched when a person first does something. `index.html` names its address;
//! a page that was not cut in two names none, and all of it is there.

use js_sys::{Array, JsString, Object, Promise, Uint8Array, WebAssembly};
use leptos::prelude::{RwSignal, Set};
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, KeyboardEvent, Response, XmlHttpRequest};

thread_local! {
    static THERE: Cell<bool> = const { Cell::new(false) };
    static ASKED: Cell<bool> = const { Cell::new(false) };
    static WAITING: Cell<bool> = const { Cell::new(false) };
    static TOLD: Cell<Option<RwSignal<bool>>> = const { Cell::new(None) };
}

/// Waits for the rest where a service worker answers for the page. It has the rest at hand, and a
/// request that waits for its answer would pass it by, into a network that may be off.
pub async fn come_with_worker() {
    let window = web_sys::window().expect("a page has a window");
    let read = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).unwrap_or_default();
    let controller = read(&read(&window.navigator(), "serviceWorker"), "controller");
    come(address().filter(|_| controller.is_truthy())).await;
}

/// Waits for the rest.
pub(super) async fn come_now() {
    come(address()).await;
}

/// Waits for the rest from this address, where there is one and it has not come. It runs at every start, and
/// so stays in the first part.
async fn come(address: Option<String>) {
    if let Some(address) = address.filter(|_| !THERE.get()) {
        // What fails here is asked for again, and told, where it is needed.
        let _ = fetch(&address).await;
    }
}

/// What a person does first, on any device.
const SIGNS: [&str; 6] = ["pointermove", "pointerdown", "keydown", "focusin", "dragenter", "wheel"];

/// Fetches the rest at the first sign of a person, in the background, and then
/// sets `whole`: at once where all of it is there already.
pub(super) fn when_first_needed(whole: RwSignal<bool>) {
    let address = address().filter(|_| !THERE.get());
    let Some(address) = address else {
        THERE.set(true);
        return whole.set(true);
    };
    TOLD.set(Some(whole));
    let ask = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if THERE.get() {
            return;
        }
        if is_idle(&event) {
            event.stop_immediate_propagation();
        }
        if !ASKED.replace(true) {
            let address = address.clone();
            spawn_local(async move {
                // What fails here is asked for again, and told, where it is needed.
                let _ = fetch(&address).await;
                ASKED.set(false);
            });
        }
    });
    let window = web_sys::window().expect("a page has a window");
    for sign in SIGNS {
        let ask = ask.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_bool(sign, ask, true);
    }
    ask.forget();
}

/// True for what asks nothing of the program: nobody has to wait for that. What
/// the browser does by itself (scrolling, moving the focus) it still does.
fn is_idle(event: &Event) -> bool {
    match event.dyn_ref::<KeyboardEvent>() {
        Some(event) => matches!(event.key().as_str(), "Tab" | "Shift" | "Control" | "Alt" | "Meta"),
        None => event.type_() != "pointerdown",
    }
}

/// Tells it once what runs now is done: a view may be in the middle of being built
/// when a function of the rest is needed, and would not hear of it.
fn has_come() {
    THERE.set(true);
    if let Some(told) = TOLD.take() {
        spawn_local(async move { told.set(true) });
    }
}

/// Called by each function of the first part that leads to the rest. Waits for
/// it, if it has not come by itself.
#[wasm_bindgen]
pub fn need_rest() {
    if THERE.get() {
        return;
    }
    if WAITING.replace(true) {
        wasm_bindgen::throw_str("what fetches the rest of the program was cut from it");
    }
    let outcome = fetch_and_wait();
    WAITING.set(false);
    if let Err(fault) = outcome {
        if let Some(words) = element("#rest-missing") {
            let _ = words.remove_attribute("hidden");
        }
        wasm_bindgen::throw_val(fault);
    }
}

async fn fetch(address: &str) -> Result<(), JsValue> {
    let window = web_sys::window().expect("a page has a window");
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.unchecked_into();
    let bytes = JsFuture::from(response.array_buffer()?).await?;
    let module: WebAssembly::Module = JsFuture::from(WebAssembly::compile(&bytes)).await?.unchecked_into();
    if !THERE.get() {
        JsFuture::from(WebAssembly::instantiate_module(&module, &imports()?)).await?;
        THERE.set(true);
        let arrivals: Vec<_> = later_sheets().iter().map(arrival).collect();
        for sheet in arrivals {
            let _ = JsFuture::from(sheet).await;
        }
        has_come();
    }
    Ok(())
}

fn fetch_and_wait() -> Result<(), JsValue> {
    let address = address().ok_or("no address of the rest")?;
    let request = XmlHttpRequest::new()?;
    request.open_with_async("GET", &address, false)?;
    // Only text comes at once: this makes each byte the low half of a character.
    request.override_mime_type("text/plain; charset=x-user-defined")?;
    request.send()?;
    let text: JsString = request.response()?.unchecked_into();
    let bytes = Uint8Array::new_with_length(text.length());
    for at in 0..text.length() {
        bytes.set_index(at, text.char_code_at(at) as u32 as u8);
    }
    let module = WebAssembly::Module::new(&bytes)?;
    WebAssembly::Instance::new(&module, &imports()?)?;
    later_sheets();
    has_come();
    Ok(())
}

/// The style sheets of what the rest shows: from now on they are style sheets.
fn later_sheets() -> Vec<Element> {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.query_selector_all("link[rel=later]").ok());
    let sheets: Vec<Element> = found
        .into_iter()
        .flat_map(|found| (0..found.length()).filter_map(move |at| found.get(at)))
        .map(JsCast::unchecked_into)
        .collect();
    for sheet in &sheets {
        let _ = sheet.set_attribute("rel", "stylesheet");
    }
    sheets
}

/// Is kept when a style sheet has come, or has failed to.
fn arrival(sheet: &Element) -> Promise {
    Promise::new(&mut |come, _| {
        for outcome in ["load", "error"] {
            let _ = sheet.add_event_listener_with_callback(outcome, &come);
        }
    })
}

/// All that the first part has is there for the rest, which writes itself into
/// the table that both share.
fn imports() -> Result<Object, JsValue> {
    Object::from_entries(&Array::of1(&Array::of2(&"~".into(), &wasm_bindgen::exports())))
}

fn address() -> Option<String> {
    element("meta[name=rest]")?.get_attribute("content").filter(|name| name.ends_with(".wasm"))
}

fn element(selector: &str) -> Option<Element> {
    web_sys::window()?.document()?.query_selector(selector).ok()?
}
