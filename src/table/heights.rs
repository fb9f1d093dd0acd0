//! How high the rows of a long list are, and so where each of them begins.

/// Rows of any key with their places, in any unit of height.
pub struct Heights<K> {
    rows: Vec<K>,
    /// Where each row begins, and the last one ends.
    tops: Vec<f64>,
    /// What was measured, by row: one that goes and comes back has its height again.
    measured: Vec<(K, f64)>,
    usual: f64,
}

impl<K: Copy + Ord> Heights<K> {
    /// No rows yet. One that was not measured is taken for the usual height.
    pub fn new(usual: f64) -> Self {
        Self { rows: Vec::new(), tops: vec![0.0], measured: Vec::new(), usual }
    }

    /// Where a row begins; behind the last one, where that ends.
    pub fn top(&self, place: usize) -> f64 {
        self.tops[place.min(self.rows.len())]
    }

    /// How high all rows are.
    pub fn all(&self) -> f64 {
        self.top(self.rows.len())
    }

    /// The first row that begins at this height or below it.
    pub fn first_from(&self, height: f64) -> usize {
        self.tops.partition_point(|top| *top < height)
    }

    /// Other rows. At both ends they mostly are those of before: only what lies between is looked up.
    pub fn follow(&mut self, rows: &[K]) {
        let least = self.rows.len().min(rows.len());
        let before = (0..least).take_while(|at| self.rows[*at] == rows[*at]).count();
        let (old, new) = (self.rows.len(), rows.len());
        let after =
            (0..least - before).take_while(|at| self.rows[old - 1 - at] == rows[new - 1 - at]).count();
        let rest = self.tops.split_off(old - after);
        self.tops.push(rest[0]);
        self.tops.truncate(before + 1);
        let mut top = self.tops[before];
        for row in &rows[before..new - after] {
            top += self.find(row).map_or(self.usual, |at| self.measured[at].1);
            self.tops.push(top);
        }
        self.tops.extend(rest[1..].iter().map(|old| old - rest[0] + top));
        self.rows.clear();
        self.rows.extend_from_slice(rows);
    }

    /// Takes in how high a row is; false where that was known.
    pub fn measure(&mut self, place: usize, height: f64) -> bool {
        let Some(row) = self.rows.get(place) else { return false };
        match self.find(row) {
            Ok(at) => self.measured[at].1 = height,
            Err(at) => self.measured.insert(at, (*row, height)),
        }
        let by = height - (self.tops[place + 1] - self.tops[place]);
        if by != 0.0 {
            self.tops[place + 1..].iter_mut().for_each(|top| *top += by);
        }
        by != 0.0
    }

    fn find(&self, row: &K) -> Result<usize, usize> {
        self.measured.binary_search_by(|(known, _)| known.cmp(row))
    }
}

#[cfg(test)]
mod tests {
    use super::Heights;

    const USUAL: f64 = 96.0;

    /// The list `before` with heights by row, and then `after`, has these tops.
    #[track_caller]
    fn check(before: &str, heights: &[(char, f64)], after: &str, tops: &[f64]) {
        let mut known = Heights::new(USUAL);
        let rows = |text: &str| text.chars().collect::<Vec<_>>();
        known.follow(&rows(before));
        for (row, height) in heights {
            let place = before.find(*row).expect("it is among them");
            known.measure(place, *height);
        }
        known.follow(&rows(after));
        assert_eq!(known.tops, tops);
    }

    #[test]
    fn rows_that_were_not_seen_are_as_high_as_usual() {
        check("", &[], "ab", &[0.0, USUAL, 2.0 * USUAL]);
    }

    #[test]
    fn a_row_between_others_moves_those_below() {
        check("ab", &[('a', 10.0), ('b', 20.0)], "acb", &[0.0, 10.0, 10.0 + USUAL, 30.0 + USUAL]);
        check("ab", &[('a', 10.0), ('b', 20.0)], "cab", &[0.0, USUAL, USUAL + 10.0, USUAL + 30.0]);
        check("ab", &[('a', 10.0), ('b', 20.0)], "abc", &[0.0, 10.0, 30.0, 30.0 + USUAL]);
    }

    #[test]
    fn a_row_that_goes_lets_those_below_move_up() {
        check("abc", &[('a', 10.0), ('b', 20.0), ('c', 30.0)], "ac", &[0.0, 10.0, 40.0]);
        check("aab", &[('b', 20.0)], "ab", &[0.0, USUAL, USUAL + 20.0]);
        check("abc", &[('a', 10.0)], "", &[0.0]);
    }

    #[test]
    fn rows_in_another_order_keep_their_heights() {
        check("abc", &[('a', 10.0), ('b', 20.0), ('c', 30.0)], "cba", &[0.0, 30.0, 50.0, 60.0]);
    }

    #[test]
    fn a_row_that_is_higher_now_moves_those_below() {
        check("ab", &[('a', 10.0), ('a', 15.0), ('b', 5.0)], "ab", &[0.0, 15.0, 20.0]);
    }

    #[test]
    fn it_says_whether_a_height_is_another() {
        let mut heights = Heights::new(USUAL);
        heights.follow(&['a']);
        assert!(!heights.measure(0, USUAL));
        assert!(heights.measure(0, 10.0));
        assert!(!heights.measure(0, 10.0));
        assert!(!heights.measure(1, 10.0));
    }
}
