//! Blocks: the paragraphs in which a text is shown. They are only for showing;
//! no offset is ever relative to one.

use super::{CodePoint, Span, Text, uax29};
use std::ops::Range;

/// One piece of a text as shown, with its single line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it lies in the text, without the blank lines around it.
    pub span: Span,
    /// Paragraph number, from 1; the pieces of a long paragraph share it.
    pub number: u32,
}

/// A longer piece is cut, in characters.
const LONGEST: usize = 4_000;

/// Cuts a text into blocks: what stands between blank lines (lines of nothing
/// but white space). A piece of more than 4,000 characters is cut at line ends,
/// an endless line after white space, an endless word between any two grapheme
/// clusters.
///
/// A text with nothing but white space is one block, so that a caret has a place.
pub fn blocks(text: &Text) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (paragraph, number) in paragraphs(text.as_str()).into_iter().zip(1..) {
        for piece in pieces(text.as_str(), paragraph) {
            blocks.push(Block { span: text.span_of_bytes(piece), number });
        }
    }
    if blocks.is_empty() {
        blocks.push(Block { span: text.all(), number: 1 });
    }
    blocks
}

/// The byte ranges between blank lines, without the line end that closes each.
fn paragraphs(content: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut at = 0;
    for line in content.split_inclusive('\n') {
        let end = at + line.len();
        let text_end = at + line.strip_suffix('\n').unwrap_or(line).len();
        if line.trim().is_empty() {
            found.extend(open.take());
        } else {
            open = Some(open.map_or(at, |range| range.start)..text_end);
        }
        at = end;
    }
    found.extend(open);
    found
}

fn pieces(content: &str, paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = paragraph.start;
    while start < paragraph.end {
        let rest = &content[start..paragraph.end];
        let Some((limit, _)) = rest.char_indices().nth(LONGEST) else {
            pieces.push(start..paragraph.end);
            break;
        };
        let cut = cut_within(rest, limit);
        pieces.push(start..start + cut);
        start += cut;
    }
    pieces
}

/// The best place for a cut in the first `limit` bytes. Only a grapheme cluster
/// that is longer than that is cut itself.
fn cut_within(rest: &str, limit: usize) -> usize {
    let (mut line_end, mut word_end, mut anywhere) = (None, None, None);
    let mut has_text = false;
    for range in uax29::graphemes(rest) {
        let (cluster, end) = (&rest[range.clone()], range.end);
        if end > limit {
            break;
        }
        let blank = cluster.trim().is_empty();
        has_text |= !blank;
        anywhere = Some(end);
        if blank && has_text {
            word_end = anywhere;
            if cluster.ends_with('\n') {
                line_end = anywhere;
            }
        }
    }
    line_end.or(word_end).or(anywhere).unwrap_or(limit)
}

/// The block that shows a position, or the last one before it where the
/// position lies between blocks.
pub fn block_at(blocks: &[Block], position: CodePoint) -> usize {
    blocks.partition_point(|block| block.span.start() <= position).saturating_sub(1)
}
