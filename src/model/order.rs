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

    /// A key after all others that are not beyond `last`, growing slowly.
    pub fn after(last: Option<&Order>) -> Self {
        Self::between(last, None)
    }

    /// A key between two, of which either may be missing. Where they are not in
    /// order (two coders gave the same key) it lies just after the first.
    pub fn between(low: Option<&Order>, high: Option<&Order>) -> Self {
        let low = low.map_or(&b""[..], |order| order.0.as_bytes());
        let high = high.map(|order| order.0.as_bytes()).filter(|high| low < *high);
        let mut key = Vec::new();
        let mut high = high;
        for at in 0.. {
            let from = low.get(at).copied().unwrap_or(b'0');
            let to = high.map_or(b'9' + 1, |high| high.get(at).copied().unwrap_or(b'0'));
            if to > from + 1 {
                // Next to the lower end, so that appending many keeps keys short.
                let step = if high.is_none() { 1 } else { (to - from) / 2 };
                key.push(from + step);
                break;
            }
            key.push(from);
            if from < to {
                high = None;
            }
        }
        Self(String::from_utf8(key).expect("digits are ASCII"))
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
    fn many_in_a_row_keep_their_order_at_either_end() {
        let mut last = Order::after(None);
        let mut first = last.clone();
        for _ in 0..500 {
            let next = Order::after(Some(&last));
            assert!(last < next);
            last = next;
            let earlier = Order::between(None, Some(&first));
            assert!(earlier < first);
            first = earlier;
        }
    }
}
