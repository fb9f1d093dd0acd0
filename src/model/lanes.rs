//! The lanes of underlines: no two annotations that overlap share one, and each keeps its own, from block
//! to block and while others come and go.

use super::{AnnotationId, Placed};
use crate::table::KeySet;
use crate::text::CodePoint;
use rustc_hash::FxHashMap;

/// So many changes are looked at one by one; with more, all lanes are given out anew.
const FEW: usize = 32;

/// The lane of each annotation of a document, 0 the lowest; from the 256th of a stack on they share one.
#[derive(Clone, Debug, Default)]
pub struct Lanes(FxHashMap<AnnotationId, u8>);

impl Lanes {
    /// Colours intervals: in the order of the text each gets the lowest lane that is free, so that as few are
    /// taken as lie on one another. Ranges of one annotation have one lane, with what is between them.
    pub fn new<'p>(placed: impl IntoIterator<Item = &'p Placed>) -> Self {
        let placed = placed.into_iter();
        let mut ends: Vec<CodePoint> = Vec::new();
        let mut lanes = FxHashMap::default();
        lanes.reserve(placed.size_hint().1.unwrap_or_default());
        for one in placed {
            let Some(hull) = one.hull() else { continue };
            let lane = ends.iter().position(|end| *end <= hull.start()).unwrap_or(ends.len());
            match ends.get_mut(lane) {
                Some(end) => *end = hull.end(),
                None => ends.push(hull.end()),
            }
            lanes.insert(one.id, lane.min(u8::MAX as usize) as u8);
        }
        Self(lanes)
    }

    /// The lane of an annotation; the lowest for one that lies nowhere.
    pub fn of(&self, id: AnnotationId) -> u8 {
        self.0.get(&id).copied().unwrap_or_default()
    }

    /// Follows a change of these annotations. All others keep their lanes, and so does one that has moved,
    /// where its lane is free.
    pub fn follow<'p, P>(&mut self, placed: impl Fn() -> P, changed: &KeySet<AnnotationId>)
    where
        P: Iterator<Item = &'p Placed>,
    {
        if changed.len() > FEW {
            *self = Self::new(placed());
            return;
        }
        for id in changed {
            let known = self.0.remove(&id);
            let hull = placed().find(|one| one.id == id).and_then(Placed::hull);
            let Some(hull) = hull else { continue };
            let mut taken = [false; 1 + u8::MAX as usize];
            // In the order of the text: what begins behind it does not lie on it.
            let before = placed().take_while(|one| one.hull().is_none_or(|other| other.start() < hull.end()));
            for one in before.filter(|one| one.hull().is_some_and(|other| other.overlaps(hull))) {
                if let Some(lane) = self.0.get(&one.id) {
                    taken[usize::from(*lane)] = true;
                }
            }
            let free = |lane: &u8| !taken[usize::from(*lane)];
            let lane = known.filter(free).or_else(|| (0..=u8::MAX).find(free));
            self.0.insert(id, lane.unwrap_or(u8::MAX));
        }
    }
}
