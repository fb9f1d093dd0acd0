//! What became of a file when it was read as a text: in which encoding, and what of
//! it is not as it was.

use super::words::words;
use crate::model::Document;
use crate::text::{Hidden, invisibles, tally};

/// A sentence for each thing that was changed or is worth knowing; none where a file
/// in UTF-8 came through as it was.
pub fn sentences(document: &Document) -> Vec<String> {
    let words = words().imported;
    let original = &document.original;
    let mut said = Vec::new();
    if original.encoding != "utf-8" {
        said.push((words.read_as)(&original.encoding));
    }
    said.extend((words.newlines_became)(&original.newline).map(str::to_owned));
    if original.bom {
        said.push(words.mark_left_out.to_owned());
    }
    let lost = document.text.as_str().matches('\u{fffd}').count();
    if lost > 0 {
        said.push((words.unreadable)(lost));
    }
    let found = invisibles(&document.text, document.text.all());
    for (kind, tell) in [
        (Hidden::Direction, words.directions),
        (Hidden::Width, words.widths),
        (Hidden::Control, words.controls),
    ] {
        let (number, signs) = tally(&found, kind);
        if number > 0 {
            said.push(tell(number, &signs));
        }
    }
    said
}
