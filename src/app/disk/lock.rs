//! One tab at a time (Web Locks): of several tabs on one project one writes its file.

use crate::app::browser::{call, locks, object};
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A lock that is held until it is dropped.
pub(super) struct Lock(Function);

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// What is done where another tab has it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Patience {
    /// Nothing.
    None,
    /// It is waited until that tab lets go of it, or is closed.
    Endless,
}

/// Takes the lock of this name; none where another tab has it.
pub(super) async fn take(name: &str, patience: Patience) -> Option<Lock> {
    let release: Rc<RefCell<Option<Function>>> = Rc::default();
    let released = release.clone();
    // Held for as long as this is not kept.
    let held = Promise::new(&mut |done, _| *released.borrow_mut() = Some(done));
    let granted = Promise::new(&mut |come, _| {
        let held = held.clone();
        let answer = come.clone();
        let on_lock = Closure::once_into_js(move |lock: JsValue| {
            let is_mine = lock.is_truthy();
            let _ = answer.call1(&JsValue::UNDEFINED, &is_mine.into());
            if is_mine { JsValue::from(held) } else { JsValue::UNDEFINED }
        });
        let options = object(&[("ifAvailable", &(patience == Patience::None).into())]);
        // Where there are no locks there are no files to write either.
        if call(&locks(), "request", &[&name.into(), &options, &on_lock]).is_err() {
            let _ = come.call1(&JsValue::UNDEFINED, &false.into());
        }
    });
    let is_mine = JsFuture::from(granted).await.is_ok_and(|answer| answer.is_truthy());
    let release = release.take().filter(|_| is_mine)?;
    Some(Lock(release))
}
