//! Flat segments: where annotations overlap, a block is cut so that each piece
//! names all that cover it.

use super::{Annotation, AnnotationId, Lanes};
use crate::text::Span;

/// A piece of a block that the same annotations cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it lies.
    pub span: Span,
    /// Who covers it, each with the lane of its underline, from the lowest lane.
    pub covers: Vec<(AnnotationId, u8)>,
}

impl Segment {
    /// How many lanes lie below it, taken or free: one more than its highest.
    pub fn depth(&self) -> usize {
        self.covers.iter().map(|(_, lane)| usize::from(*lane) + 1).max().unwrap_or(0)
    }
}

/// Cuts a block at the ends of annotations. The segments follow each other
/// without a gap and make up the block; annotations that do not touch it are
/// passed over.
///
/// What covers a piece is sorted by lane.
pub fn segments<'a>(
    block: Span,
    annotations: impl IntoIterator<Item = &'a Annotation>,
    lanes: &Lanes,
) -> Vec<Segment> {
    let mut pieces: Vec<(Span, AnnotationId)> = Vec::new();
    for annotation in annotations {
        let inside = annotation.target.spans().iter().filter_map(|span| span.intersection(block));
        pieces.extend(inside.map(|span| (span, annotation.id)));
    }
    let mut cuts: Vec<_> = pieces.iter().flat_map(|(span, _)| [span.start(), span.end()]).collect();
    cuts.extend([block.start(), block.end()]);
    cuts.sort_unstable();
    cuts.dedup();
    pieces.sort_unstable_by_key(|(span, _)| span.start());
    let mut segments: Vec<Segment> = Vec::with_capacity(cuts.len());
    let mut next = 0;
    let mut open: Vec<(Span, AnnotationId)> = Vec::new();
    for pair in cuts.windows(2) {
        let span = Span::between(pair[0], pair[1]);
        open.retain(|(piece, _)| piece.end() > span.start());
        while next < pieces.len() && pieces[next].0.start() <= span.start() {
            open.push(pieces[next]);
            next += 1;
        }
        let mut covers: Vec<_> = open.iter().map(|(_, id)| (*id, lanes.of(*id))).collect();
        covers.sort_unstable_by_key(|(id, lane)| (*lane, *id));
        segments.push(Segment { span, covers });
    }
    segments
}
