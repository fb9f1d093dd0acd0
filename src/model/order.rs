//! Fractional order keys: a record can always be put between two others
//! without touching them.

/// A key that sorts as a string: digits after a zero point, base 10, never
/// ending in `0`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order(String);

impl Order {
    /// Reads a key from a file; `None` unless it is digits that do not end in `0`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        (digits && !text.ends_with('0')).then(|| Self(text.to_owned()))
    }

    /// The key as files hold it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key after `last` and all before it. Keys grow with the logarithm of
    /// their number: the next number of as many digits, and where those are used
    /// up, twice as many.
    pub fn after(last: Option<&Order>) -> Self {
        let mut key = last.map_or(b"0".to_vec(), |last| last.0.as_bytes().to_vec());
        let Some(at) = key.iter().rposition(|digit| *digit < b'9') else {
            key.resize(key.len() * 2, b'0');
            key.push(b'1');
            return Self::of(key);
        };
        key[at] += 1;
        key[at + 1..].fill(b'0');
        // No key ends in 0, so that there is always room before it.
        if let Some(end) = key.last_mut().filter(|end| **end == b'0') {
            *end = b'1';
        }
        Self::of(key)
    }

    /// A key between two, of which either may be missing. Where they are not in
    /// order (two coders gave the same key) it lies after the first.
    pub fn between(low: Option<&Order>, high: Option<&Order>) -> Self {
        let Some(high) = high.filter(|high| low.is_none_or(|low| low < *high)) else {
            return Self::after(low);
        };
        let low = low.map_or(&b""[..], |low| low.0.as_bytes());
        let mut high = Some(high.0.as_bytes());
        let mut key = Vec::new();
        for at in 0.. {
            let from = low.get(at).copied().unwrap_or(b'0');
            let to = high.map_or(b'9' + 1, |high| high.get(at).copied().unwrap_or(b'0'));
            if to > from + 1 {
                key.push(from + (to - from) / 2);
                break;
            }
            key.push(from);
            if from < to {
                high = None;
            }
        }
        Self::of(key)
    }

    fn of(digits: Vec<u8>) -> Self {
        Self(String::from_utf8(digits).expect("digits are ASCII"))
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    #[track_caller]
    fn check(low: Option<&str>, high: Option<&str>) {
        let order = |text: Option<&str>| text.map(|text| Order::parse(text).unwrap());
        let (low, high) = (order(low), order(high));
        let between = Order::between(low.as_ref(), high.as_ref());
        assert!(Order::parse(between.as_str()).is_some(), "{between:?} is no key");
        assert!(low.is_none_or(|low| low < between));
        assert!(high.is_none_or(|high| between < high));
    }

    #[test]
    fn a_key_is_found_between_any_two() {
        check(None, None);
        check(Some("9"), None);
        check(Some("99"), None);
        check(None, Some("1"));
        check(None, Some("01"));
        check(Some("1"), Some("2"));
        check(Some("1"), Some("11"));
        check(Some("1"), Some("101"));
        check(Some("19"), Some("2"));
        check(Some("199"), Some("2"));
    }

    #[test]
    fn appended_keys_stay_short() {
        let mut last = Order::after(None);
        for _ in 0..10_000 {
            last = Order::after(Some(&last));
        }
        assert!(last.as_str().len() <= 15, "{last:?}");
    }

    #[test]
    fn many_in_a_row_keep_their_order_at_either_end() {
        let mut last = Order::after(None);
        let mut first = last.clone();
        for _ in 0..500 {
            let next = Order::after(Some(&last));
            assert!(last < next);
            assert!(Order::parse(next.as_str()).is_some(), "{next:?} is no key");
            last = next;
            let earlier = Order::between(None, Some(&first));
            assert!(earlier < first);
            assert!(Order::parse(earlier.as_str()).is_some(), "{earlier:?} is no key");
            first = earlier;
        }
    }
}
