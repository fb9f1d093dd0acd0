//! What differs between two texts, word by word.

/// Which of two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// The one that was.
    Old,
    /// The one that is.
    New,
}

/// Texts with more words than this are not compared: each is all different.
const LONGEST: usize = 2_000;

/// One of two texts in pieces: those that it has in common with the other (false) and those that it has
/// alone (true). What is common is a longest common subsequence of words and the spaces between them; the
/// time grows with the product of the lengths.
pub fn word_changes(old: &str, new: &str, half: Half) -> Vec<(bool, String)> {
    let (old, new) = (pieces(old), pieces(new));
    let own = if half == Half::Old { &old } else { &new };
    let common = if old.len().max(new.len()) > LONGEST { Vec::new() } else { common(&old, &new) };
    let common =
        |at: usize| common.iter().any(|pair| if half == Half::Old { pair.0 == at } else { pair.1 == at });
    let mut out: Vec<(bool, String)> = Vec::new();
    for (at, piece) in own.iter().enumerate() {
        let differs = !common(at);
        match out.last_mut() {
            Some((known, words)) if *known == differs => words.push_str(piece),
            _ => out.push((differs, (*piece).to_owned())),
        }
    }
    out
}

/// Words, each with the space behind it.
fn pieces(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

/// The pairs of places that hold the same word, in order.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    let width = new.len() + 1;
    // The length of the longest common part of what follows.
    let mut longest = vec![0_u16; (old.len() + 1) * width];
    let same = |a: &str, b: &str| a.trim_end() == b.trim_end();
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            longest[a * width + b] = if same(old[a], new[b]) {
                longest[(a + 1) * width + b + 1] + 1
            } else {
                longest[(a + 1) * width + b].max(longest[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < old.len() && b < new.len() {
        if same(old[a], new[b]) {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if longest[(a + 1) * width + b] >= longest[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}
