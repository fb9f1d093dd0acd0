//! Flat segments: where annotations overlap, a block is cut so that each piece
//! names all that cover it.

use super::{Annotation, AnnotationId};
use crate::table::Table;
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
/// An annotation has one lane in the block; two that overlap there never share
/// one, as long as fewer than 256 do. The earlier, and of two that begin together
/// the longer, lies lower.
pub fn segments<'a>(block: Span, annotations: impl IntoIterator<Item = &'a Annotation>) -> Vec<Segment> {
    let mut pieces: Vec<(Span, AnnotationId)> = Vec::new();
    let mut hulls: Vec<(Span, AnnotationId)> = Vec::new();
    for annotation in annotations {
        let inside = annotation.target.spans().iter().filter_map(|span| span.intersection(block));
        pieces.extend(inside.clone().map(|span| (span, annotation.id)));
        hulls.extend(inside.reduce(Span::hull).map(|hull| (hull, annotation.id)));
    }
    let lanes = lanes(hulls);
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
        let mut covers: Vec<_> = open.iter().map(|(_, id)| (*id, lanes[id])).collect();
        covers.sort_unstable_by_key(|(id, lane)| (*lane, *id));
        segments.push(Segment { span, covers });
    }
    segments
}

/// The lowest free lane for each, in order of start, the longer first.
fn lanes(mut hulls: Vec<(Span, AnnotationId)>) -> Table<AnnotationId, u8> {
    hulls.sort_unstable_by_key(|(span, id)| (span.start(), std::cmp::Reverse(span.end()), *id));
    let mut ends: Vec<crate::text::CodePoint> = Vec::new();
    let mut lanes = Table::new();
    for (span, id) in hulls {
        let lane = ends.iter().position(|end| *end <= span.start()).unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = span.end(),
            None => ends.push(span.end()),
        }
        lanes.insert(id, lane.min(u8::MAX as usize) as u8);
    }
    lanes
}
