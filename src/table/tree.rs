//! Codes in order, each with the place of its value: a row of short sorted rows. A search halves twice (some 14
//! comparisons among 10,000, where the nodes of a B-tree, which are walked along, take about 30), and a change
//! moves part of one short row.

use super::coded::Code;
use std::cmp::Ordering;
use std::ops::RangeInclusive;

/// How many entries a row holds before it is cut in two: a change moves half of them at most.
const FULL: usize = 64;

/// A row that holds fewer joins the next one, where both together leave room to grow.
const THIN: usize = FULL / 4;

type Entry = (Code, u32);

#[derive(Clone)]
pub(super) struct Tree {
    /// None is empty, and each lies behind the one before.
    rows: Vec<Vec<Entry>>,
    len: usize,
}

/// Where an entry is: its row, and its place in it.
type Spot = (usize, usize);

impl Tree {
    pub(super) const fn new() -> Self {
        Self { rows: Vec::new(), len: 0 }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Where a code is, or where it would stand.
    #[inline(never)]
    fn spot(&self, code: &Code) -> Result<Spot, Spot> {
        let rows = self.rows.as_slice();
        let (mut low, mut high) = (0, rows.len());
        while low < high {
            let half = low + (high - low) / 2;
            match rows[half].as_slice() {
                [(first, _), ..] if first.cmp(code).is_le() => low = half + 1,
                _ => high = half,
            }
        }
        let row = low.saturating_sub(1);
        let Some(entries) = rows.get(row) else { return Err((row, 0)) };
        let entries = entries.as_slice();
        let (mut low, mut high) = (0, entries.len());
        while low < high {
            let half = low + (high - low) / 2;
            match entries[half].0.cmp(code) {
                Ordering::Less => low = half + 1,
                Ordering::Equal => return Ok((row, half)),
                Ordering::Greater => high = half,
            }
        }
        Err((row, low))
    }

    pub(super) fn find(&self, code: &Code) -> Option<usize> {
        let (row, at) = self.spot(code).ok()?;
        Some(self.rows[row][at].1 as usize)
    }

    /// Puts a code in at a place, unless it is there; gives back where it is.
    #[inline(never)]
    pub(super) fn put(&mut self, code: &Code, place: usize) -> usize {
        let (row, at) = match self.spot(code) {
            Ok((row, at)) => return self.rows[row][at].1 as usize,
            Err(spot) => spot,
        };
        self.len += 1;
        let entry = (*code, place as u32);
        let is_last = row + 1 >= self.rows.len();
        match self.rows.get_mut(row) {
            None => self.rows.push(vec![entry]),
            Some(entries) if entries.len() < FULL => entries.insert(at, entry),
            // What comes in order fills each row before it begins the next.
            Some(entries) if is_last && at == entries.len() => self.rows.push(vec![entry]),
            Some(entries) => {
                let mut behind = entries.split_off(FULL / 2);
                match at.checked_sub(FULL / 2) {
                    Some(at) => behind.insert(at, entry),
                    None => entries.insert(at, entry),
                }
                self.rows.insert(row + 1, behind);
            }
        }
        place
    }

    /// Takes a code out; gives back its place.
    #[inline(never)]
    pub(super) fn take(&mut self, code: &Code) -> Option<usize> {
        let (row, at) = self.spot(code).ok()?;
        let (_, place) = self.rows[row].remove(at);
        self.len -= 1;
        let left = self.rows[row].len();
        let next = self.rows.get(row + 1).map_or(FULL, Vec::len);
        if left == 0 {
            self.rows.remove(row);
        } else if left < THIN && left + next <= FULL / 2 {
            let next = self.rows.remove(row + 1);
            self.rows[row].extend(next);
        }
        Some(place as usize)
    }

    pub(super) fn all(&self) -> Rows<'_> {
        let (rows, row) = (&self.rows[..], (&[] as &[Entry]).iter());
        Rows { rows: rows.iter(), row, end: None }
    }

    /// The entries from one code to another, both ends included.
    pub(super) fn range(&self, codes: &RangeInclusive<Code>) -> Rows<'_> {
        let (row, at) = self.spot(codes.start()).unwrap_or_else(|spot| spot);
        let mut rows = self.rows[row.min(self.rows.len())..].iter();
        let row = rows.next().map_or(&[] as &[Entry], |entries| &entries[at..]).iter();
        Rows { rows, row, end: Some(*codes.end()) }
    }

    pub(super) fn codes(&self) -> impl Iterator<Item = &Code> {
        self.rows.iter().flatten().map(|(code, _)| code)
    }
}

/// Entries in order.
#[derive(Clone)]
pub(super) struct Rows<'a> {
    rows: std::slice::Iter<'a, Vec<Entry>>,
    row: std::slice::Iter<'a, Entry>,
    end: Option<Code>,
}

impl<'a> Rows<'a> {
    #[inline(never)]
    pub(super) fn next(&mut self) -> Option<(&'a Code, usize)> {
        let (code, place) = loop {
            match self.row.next() {
                Some(entry) => break entry,
                None => self.row = self.rows.next()?.iter(),
            }
        };
        if self.end.is_some_and(|end| *code > end) {
            (self.rows, self.row) = Default::default();
            return None;
        }
        Some((code, *place as usize))
    }
}
