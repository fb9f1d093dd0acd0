//! Chunks of a text: what the browser lays out in one go, and what is put on the page in one go.

use super::written::{Bundle, Written};
use crate::text::{Block, Text};
use js_sys::JsString;
use leptos::prelude::*;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The most blocks in a chunk, and the most characters after which another one begins.
const BLOCKS: usize = 32;
const CHARACTERS: u32 = 8_000;

/// A text with short blocks has about so many chunks at most: their blocks are more then.
const MANY: usize = 1_000;

/// About how many characters a line has, for the height of what was never in sight.
const LINE: u32 = 68;

/// A stretch of blocks.
pub(super) struct Chunk {
    /// What holds them. Until it is filled it is as high as they are taken to be.
    pub(super) element: HtmlElement,
    /// Which ones.
    pub(super) blocks: Range<usize>,
    /// The blocks are on the page.
    pub(super) is_filled: bool,
}

/// A text in chunks, none of them filled.
pub(super) fn cut(blocks: &[Block]) -> Option<Vec<Chunk>> {
    let mut chunks: Vec<Chunk> = Vec::new();
    // The browser styles each chunk before it shows anything.
    let most = BLOCKS.max(blocks.len() / MANY);
    let (mut first, mut characters, mut lines) = (0, 0, 0);
    for (at, block) in blocks.iter().enumerate() {
        characters += block.span.length();
        lines += block.span.length() / LINE + 1;
        let end = at + 1;
        if characters >= CHARACTERS || end - first == most || end == blocks.len() {
            let element: HtmlElement = document().create_element("div").ok()?.unchecked_into();
            element.set_class_name("chunk unfilled");
            let _ = element.style().set_property("--lines", &lines.to_string());
            let _ = element.style().set_property("--blocks", &(end - first).to_string());
            chunks.push(Chunk { element, blocks: first..end, is_filled: false });
            (first, characters, lines) = (end, 0, 0);
        }
    }
    Some(chunks)
}

thread_local! {
    /// An empty paragraph, and the names of its attributes.
    static PATTERN: Option<(HtmlElement, JsString, JsString)> = pattern();
}

fn pattern() -> Option<(HtmlElement, JsString, JsString)> {
    let paragraph: HtmlElement = document().create_element("p").ok()?.unchecked_into();
    paragraph.set_class_name("block");
    let _ = paragraph.set_attribute("dir", "auto");
    Some((paragraph, "data-block".into(), "data-number".into()))
}

impl Chunk {
    /// Puts the blocks on the page, without their marks: gives back their paragraphs.
    pub(super) fn fill(&mut self, text: &Text, blocks: &[Block]) -> Vec<HtmlElement> {
        self.is_filled = true;
        let mut words = Bundle::default();
        for at in self.blocks.clone() {
            words.add(text.slice(blocks[at].span));
        }
        let (words, nodes) = (words.open(), js_sys::Array::new());
        let paragraph = |at: usize| {
            let paragraph: Written = PATTERN.with(|pattern| {
                let (empty, block, number) = pattern.as_ref()?;
                let paragraph: Written = empty.clone_node().ok()?.unchecked_into();
                paragraph.set_number(block, at as u32);
                if at == 0 || blocks[at - 1].number != blocks[at].number {
                    paragraph.set_number(number, blocks[at].number);
                }
                Some(paragraph)
            })?;
            paragraph.set_words(&words(at - self.blocks.start));
            nodes.push(&paragraph);
            Some(paragraph.unchecked_into())
        };
        let paragraphs = self.blocks.clone().filter_map(paragraph).collect();
        self.element.replace_children_with_node(&nodes);
        self.element.set_class_name("chunk");
        paragraphs
    }
}
