//! The browser's dictionaries: `Intl.Segmenter` knows the words of languages that
//! are written without spaces. And the functions of `text` that ask for it.

use super::App;
use crate::text::{self, Block, CodePoint, Motion, Segmenter, Span, Text};
use js_sys::{Array, Function, Object, Reflect};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// How many runs are remembered; a movement or a drag asks for few again and again.
const REMEMBERED: usize = 32;

/// The browser's segmenter, where it has one, and what it said last.
#[derive(Default)]
pub(super) struct Dictionary {
    segmenter: OnceCell<Option<JsValue>>,
    last: RefCell<Vec<(String, Rc<[usize]>)>>,
}

impl Segmenter for Dictionary {
    fn ends(&self, run: &str) -> Option<Rc<[usize]>> {
        let known = self.last.borrow().iter().find(|(text, _)| text == run).map(|(_, ends)| ends.clone());
        if known.is_some() {
            return known;
        }
        let ends = ends(self.segmenter.get_or_init(probe).as_ref()?, run)?;
        let mut last = self.last.borrow_mut();
        if last.len() == REMEMBERED {
            last.remove(0);
        }
        last.push((run.to_owned(), ends.clone()));
        Some(ends)
    }
}

/// A segmenter for words; `None` where the browser has none.
fn probe() -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"Segmenter".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"granularity".into(), &"word".into()).ok()?;
    Reflect::construct(&constructor, &Array::of2(&Array::new(), &options)).ok()
}

/// Where the words of a run end, in bytes.
fn ends(segmenter: &JsValue, run: &str) -> Option<Rc<[usize]>> {
    let segment: Function = Reflect::get(segmenter, &"segment".into()).ok()?.dyn_into().ok()?;
    let found = Array::from(&segment.call1(segmenter, &run.into()).ok()?);
    let mut starts = found.iter().map(|part| Reflect::get(&part, &"index".into()).ok()?.as_f64());
    // The first begins where the run does.
    starts.next();
    let mut ends = Vec::new();
    let mut utf16 = 0;
    let mut characters = run.char_indices();
    for start in starts {
        let start = start? as usize;
        let at = characters.find_map(|(at, c)| {
            let here = utf16;
            utf16 += c.len_utf16();
            (here == start).then_some(at)
        })?;
        ends.push(at);
    }
    ends.push(run.len());
    Some(ends.into())
}

impl App {
    /// Where a selection snaps to; see [`text::snap`].
    pub fn snap(&self, text: &Text, span: Span) -> Option<Span> {
        text::snap(text, span, &self.inner().dictionary)
    }

    /// Where the caret goes; see [`text::move_from`].
    pub fn move_from(&self, text: &Text, blocks: &[Block], from: CodePoint, motion: Motion) -> CodePoint {
        text::move_from(text, blocks, from, motion, &self.inner().dictionary)
    }
}
