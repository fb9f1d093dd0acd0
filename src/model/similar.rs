//! Names of tags that are nearly the same, and names made of marked words.

use super::{Project, TagId, depth_first};
use crate::text::{NoSegmenter, Text, words};

/// The tags that are called nearly so, in the order of the codebook: the same words whatever their order,
/// letter case or what stands between them, with or without an article, one or many of it, also with a letter
/// more, less or another in a long word.
pub fn near_duplicates(project: &Project, name: &str) -> Vec<TagId> {
    let wanted = key(name);
    let near = |other: &str| {
        let other = key(other);
        wanted.len() == other.len() && wanted.iter().zip(&other).all(|(one, other)| is_near(one, other))
    };
    let tags = depth_first(project).into_iter().map(|(_, tag)| tag);
    tags.filter(|tag| !wanted.is_empty() && near(&tag.name)).map(|tag| tag.id).collect()
}

/// Articles, which name nothing.
const ARTICLES: [&str; 14] =
    ["the", "a", "an", "der", "die", "das", "le", "la", "les", "l", "el", "los", "las", "il"];

/// *treaty* of *treaties*.
fn singular(word: &str) -> String {
    match word.strip_suffix("ies") {
        Some(stem) if !stem.is_empty() => format!("{stem}y"),
        _ => word.to_owned(),
    }
}

/// The words of a name, in small letters and in alphabetical order.
fn key(name: &str) -> Vec<Vec<char>> {
    let Some(text) = Text::new(&name.to_lowercase()) else { return Vec::new() };
    let words = words(&text, text.all(), &NoSegmenter);
    let words = words.into_iter().map(|word| text.slice(word)).filter(|word| !ARTICLES.contains(word));
    let mut words: Vec<Vec<char>> = words.map(|word| singular(word).chars().collect()).collect();
    words.sort();
    words
}

/// True where one edit (Levenshtein 1966) leads from one word to the other, both of four letters at
/// least, or none.
fn is_near(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short == long {
        return true;
    }
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let tail = short[head..].iter().rev().zip(long[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    short.len() >= 4 && long.len() - short.len() <= 1 && long.len() - head - tail <= 1
}

/// How long a name is at most that is made of marked words, in characters.
const LONGEST: usize = 60;

/// A name for a tag, taken from the words that it is given to first: on one line, without what stands
/// around the words, cut after a word where it would be long.
pub fn in_vivo(words: &str) -> String {
    let is_edge = |c: char| !crate::text::uax29::is_alphanumeric(c);
    let mut name = String::new();
    for word in words.trim_matches(is_edge).split_whitespace() {
        let long = name.chars().count() + word.chars().count() + 1;
        if !name.is_empty() && long > LONGEST {
            name.push('…');
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    name
}
