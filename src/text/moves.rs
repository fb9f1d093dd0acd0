//! Movement of the caret. Only lines up and down need the layout; all else is
//! computed here.

use super::words::{sentences, words};
use super::{Block, CodePoint, Segmenter, Span, Text, block_at, to_graphemes};

/// A step of the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// To the next grapheme boundary.
    NextCharacter,
    /// To the grapheme boundary before.
    PreviousCharacter,
    /// To the end of this word or the next.
    NextWord,
    /// To the start of this word or the one before.
    PreviousWord,
    /// To the end of this sentence or the next.
    NextSentence,
    /// To the start of this sentence or the one before.
    PreviousSentence,
    /// To the end of this block or the next.
    NextBlock,
    /// To the start of this block or the one before.
    PreviousBlock,
    /// To the start of the text.
    Start,
    /// To the end of the text.
    End,
}

impl Motion {
    /// True for the motions towards the end of the text.
    pub fn is_forward(self) -> bool {
        use Motion::*;
        matches!(self, NextCharacter | NextWord | NextSentence | NextBlock | End)
    }

    /// The same step the other way.
    pub fn turned(self) -> Self {
        use Motion::*;
        match self {
            NextCharacter => PreviousCharacter,
            PreviousCharacter => NextCharacter,
            NextWord => PreviousWord,
            PreviousWord => NextWord,
            NextSentence => PreviousSentence,
            PreviousSentence => NextSentence,
            NextBlock => PreviousBlock,
            PreviousBlock => NextBlock,
            Start => End,
            End => Start,
        }
    }
}

/// Where the caret goes from a position. It stays within the blocks: what lies
/// between them is not shown.
pub fn move_from(
    text: &Text,
    blocks: &[Block],
    from: CodePoint,
    motion: Motion,
    segmenter: &dyn Segmenter,
) -> CodePoint {
    let at = block_at(blocks, from);
    let here = blocks[at].span;
    let from = from.min(here.end()).max(here.start());
    let next = blocks.get(at + 1).map(|block| block.span);
    let before = at.checked_sub(1).map(|at| blocks[at].span);
    match motion {
        Motion::Start => blocks[0].span.start(),
        Motion::End => blocks[blocks.len() - 1].span.end(),
        Motion::NextBlock if from < here.end() => here.end(),
        Motion::NextBlock => next.map_or(from, Span::end),
        Motion::PreviousBlock if from > here.start() => here.start(),
        Motion::PreviousBlock => before.map_or(from, Span::start),
        Motion::NextCharacter if from == here.end() => next.map_or(from, Span::start),
        Motion::NextCharacter => {
            let after = text.position(from.get() + 1).unwrap_or(from);
            to_graphemes(text, Span::between(from, after)).end().min(here.end())
        }
        Motion::PreviousCharacter if from > here.start() => character_before(text, here, from),
        Motion::PreviousCharacter => match before {
            // The pieces of a long paragraph touch: one's end is the other's start.
            Some(before) if before.end() == from => character_before(text, before, from),
            Some(before) => before.end(),
            None => from,
        },
        Motion::NextWord => forward(from, here, next, |block| words(text, block, segmenter)),
        Motion::PreviousWord => backward(from, here, before, |block| words(text, block, segmenter)),
        Motion::NextSentence => forward(from, here, next, |block| sentences(text, block)),
        Motion::PreviousSentence => backward(from, here, before, |block| sentences(text, block)),
    }
}

fn character_before(text: &Text, within: Span, from: CodePoint) -> CodePoint {
    let earlier = text.position(from.get().saturating_sub(1)).unwrap_or(from);
    to_graphemes(text, Span::between(earlier, from)).start().max(within.start())
}

fn forward(from: CodePoint, here: Span, next: Option<Span>, units: impl Fn(Span) -> Vec<Span>) -> CodePoint {
    let found = |block| units(block).into_iter().map(Span::end).find(|end| *end > from);
    found(here)
        .or_else(|| (from < here.end()).then_some(here.end()))
        .or_else(|| next.map(|next| found(next).unwrap_or(next.end())))
        .unwrap_or(from)
}

fn backward(
    from: CodePoint,
    here: Span,
    before: Option<Span>,
    units: impl Fn(Span) -> Vec<Span>,
) -> CodePoint {
    let found = |block| units(block).into_iter().map(Span::start).rfind(|start| *start < from);
    found(here)
        .or_else(|| (from > here.start()).then_some(here.start()))
        .or_else(|| before.map(|before| found(before).unwrap_or(before.start())))
        .unwrap_or(from)
}
