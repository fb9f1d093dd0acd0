//! Keys as rows of words, so that one tree can order all of them.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

/// How many words the longest key takes.
const WORDS: usize = 5;

/// A key as words. Two keys of one type compare as their words do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Code([u64; WORDS]);

/// The first word that differs decides; of random ids that is the first.
impl Ord for Code {
    // The innermost step of every search: small code has to call it otherwise.
    // The innermost step of every search, which code that is kept small would call.
    #[inline(always)]
    fn cmp(&self, other: &Self) -> Ordering {
        let mut at = 0;
        while at < WORDS - 1 && self.0[at] == other.0[at] {
            at += 1;
        }
        self.0[at].cmp(&other.0[at])
    }
}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A key of a [`Table`](super::Table) or a [`KeySet`](super::KeySet): of fixed size,
/// and turned into words that sort as it does and say all that it says.
pub trait Coded: Copy {
    /// How many words it takes.
    const WORDS: usize;

    /// Writes it into as many words.
    fn encode(self, words: &mut [u64]);

    /// Reads what [`encode`](Coded::encode) wrote.
    fn decode(words: &[u64]) -> Self;
}

/// The whole key; the words that it does not need are `filling`.
pub(super) fn code<K: Coded>(key: K, filling: u64) -> Code {
    const { assert!(K::WORDS <= WORDS, "a longer key needs a longer code") };
    let mut code = [filling; WORDS];
    key.encode(&mut code[..K::WORDS]);
    Code(code)
}

/// The codes of all keys that begin so.
pub(super) fn codes<P: Coded>(prefix: P) -> RangeInclusive<Code> {
    code(prefix, 0)..=code(prefix, u64::MAX)
}

pub(super) fn key<K: Coded>(code: &Code) -> K {
    K::decode(&code.0[..K::WORDS])
}

macro_rules! number {
    ($($type:ty),*) => {
        $(impl Coded for $type {
            const WORDS: usize = 1;

            fn encode(self, words: &mut [u64]) {
                words[0] = self as u64;
            }

            fn decode(words: &[u64]) -> Self {
                words[0] as $type
            }
        })*
    };
}

number!(u32, u64, usize);

/// By what stands first, then by what stands second.
impl<A: Coded, B: Coded> Coded for (A, B) {
    const WORDS: usize = A::WORDS + B::WORDS;

    fn encode(self, words: &mut [u64]) {
        self.0.encode(&mut words[..A::WORDS]);
        self.1.encode(&mut words[A::WORDS..]);
    }

    fn decode(words: &[u64]) -> Self {
        (A::decode(&words[..A::WORDS]), B::decode(&words[A::WORDS..]))
    }
}
