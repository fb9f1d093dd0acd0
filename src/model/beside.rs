//! What stands beside a text: the names of its marks in the margin, merged where
//! they are dense, and how densely each stretch of the document is marked.

use super::{AnnotationId, TagId};
use crate::text::Span;

/// An annotation as the margin sees it, in any unit of height (pixels).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Which one.
    pub annotation: AnnotationId,
    /// Its tag.
    pub tag: TagId,
    /// Where its first line begins.
    pub top: i32,
    /// Where its last line ends.
    pub bottom: i32,
}

/// A name in the margin, for all annotations of a group that have its tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The tag; nothing where names of more tags had no room.
    pub tag: Option<TagId>,
    /// The annotations that it stands for, in the order of the text.
    pub annotations: Vec<AnnotationId>,
}

/// Names that stand one below the other, with the bracket of what they name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Where the first name and the bracket begin.
    pub top: i32,
    /// Where the bracket ends.
    pub bottom: i32,
    /// How many brackets are drawn further out, beside this one.
    pub lane: u8,
    /// The names, of which the last may stand for several tags.
    pub names: Vec<Name>,
}

/// The most names of one group.
const NAMES: usize = 4;

/// Groups the annotations of a text, in order of their tops, so that no two names
/// cover each other and none stands further than four rows below its first line:
/// what begins beside a group's names joins it.
pub fn groups(annotations: impl IntoIterator<Item = Beside>, row: i32) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for one in annotations {
        let own = |tag| Name { tag, annotations: vec![one.annotation] };
        let last = groups.last_mut().filter(|group| one.top < group.top + row * group.names.len() as i32);
        let Some(group) = last else {
            groups.push(Group { top: one.top, bottom: one.bottom, lane: 0, names: vec![own(Some(one.tag))] });
            continue;
        };
        group.bottom = group.bottom.max(one.bottom);
        let same = group.names.iter().position(|name| name.tag == Some(one.tag));
        let full = (group.names.len() == NAMES).then_some(NAMES - 1);
        match same.or(full) {
            Some(at) => {
                let name = &mut group.names[at];
                name.tag = name.tag.filter(|tag| *tag == one.tag);
                name.annotations.push(one.annotation);
            }
            None => group.names.push(own(Some(one.tag))),
        }
    }
    let mut ends: Vec<i32> = Vec::new();
    for group in &mut groups {
        let lane = ends.iter().position(|end| *end <= group.top).unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = group.bottom,
            None => ends.push(group.bottom),
        }
        group.lane = lane.min(u8::MAX as usize) as u8;
    }
    groups
}

/// A stretch of a document that is marked alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its rows, from the first to the one behind the last.
    pub rows: (usize, usize),
    /// Its tags, the one with the most text first; no more than three.
    pub tags: Vec<TagId>,
    /// How much of it is marked: 1 up to a third, 2 up to two thirds, 3 above.
    pub level: u8,
}

/// The most tags of one stretch.
const TAGS: usize = 3;

/// How densely a text of so many characters is marked, cut into so many rows of the
/// same length. Rows without a mark are left out; neighbours that are alike are one.
pub fn density(length: u32, rows: usize, marks: impl IntoIterator<Item = (TagId, Span)>) -> Vec<Stretch> {
    if length == 0 || rows == 0 {
        return Vec::new();
    }
    // In units in which both a character (as many as there are rows) and a row (as many as there
    // are characters) are whole.
    let (row_width, width) = (u64::from(length), rows as u64);
    let mut covered: Vec<Vec<(TagId, u64)>> = vec![Vec::new(); rows];
    for (tag, span) in marks {
        let (start, end) =
            (u64::from(span.start().get()) * width, u64::from(span.end().get().min(length)) * width);
        if start >= end {
            continue;
        }
        let (first, last) = ((start / row_width) as usize, ((end - 1) / row_width) as usize);
        for (row, tags) in covered.iter_mut().enumerate().take(last + 1).skip(first) {
            let from = row as u64 * row_width;
            let share = end.min(from + row_width) - start.max(from);
            match tags.iter_mut().find(|(known, _)| *known == tag) {
                Some((_, sum)) => *sum += share,
                None => tags.push((tag, share)),
            }
        }
    }
    let mut stretches: Vec<Stretch> = Vec::new();
    for (row, mut tags) in covered.into_iter().enumerate() {
        if tags.is_empty() {
            continue;
        }
        tags.sort_by_key(|(_, share)| std::cmp::Reverse(*share));
        let sum: u64 = tags.iter().map(|(_, share)| *share).sum();
        let level = (sum * 3).div_ceil(row_width).clamp(1, 3) as u8;
        let tags: Vec<_> = tags.into_iter().take(TAGS).map(|(tag, _)| tag).collect();
        match stretches.last_mut() {
            Some(last) if last.rows.1 == row && last.tags == tags && last.level == level => last.rows.1 += 1,
            _ => stretches.push(Stretch { rows: (row, row + 1), tags, level }),
        }
    }
    stretches
}
