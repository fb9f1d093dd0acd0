//! Records as one text with its checksum before it: the second copy.

use super::entry::{Pair, short, sound};
use crate::formats::json::writer::Json;
use crate::text::Hashing;

/// A piece is made of so many bytes of a record: a text of megabytes takes longer than a page may stand still.
const PIECE: usize = 64 * 1024;

/// The pieces of a copy, one after the other. What stands before them is known when all are made.
pub struct Sealing<'p> {
    texts: Box<dyn Iterator<Item = &'p str> + 'p>,
    /// What of the present text is still to come.
    rest: Option<&'p str>,
    is_empty: bool,
    is_done: bool,
    hashing: Hashing,
}

impl<'p> Sealing<'p> {
    /// Begins with the first record.
    pub fn new(pairs: &'p [Pair]) -> Self {
        let texts = Box::new(pairs.iter().flat_map(|pair| [&*pair.key, &*pair.value]));
        Self { texts, rest: None, is_empty: true, is_done: false, hashing: Hashing::default() }
    }

    /// What stands before the pieces: their checksum.
    pub fn head(self) -> String {
        format!("{} ", short(self.hashing.finish()))
    }

    fn piece(&mut self) -> Option<String> {
        if self.is_done {
            return None;
        }
        let mut piece = String::new();
        while piece.len() < PIECE {
            let text = match self.rest.take() {
                Some(text) => text,
                None => match self.texts.next() {
                    Some(text) => {
                        piece.push_str(if self.is_empty { "[\"" } else { ",\"" });
                        self.is_empty = false;
                        text
                    }
                    None => {
                        piece.push_str(if self.is_empty { "[]" } else { "]" });
                        self.is_done = true;
                        break;
                    }
                },
            };
            let end = text.floor_char_boundary(PIECE);
            let mut json = Json::compact();
            json.string(&text[..end]);
            let json = json.into_text();
            piece.push_str(&json[1..json.len() - 1]);
            if end < text.len() {
                self.rest = Some(&text[end..]);
            } else {
                piece.push('"');
            }
        }
        Some(piece)
    }
}

impl Iterator for Sealing<'_> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let piece = self.piece()?;
        self.hashing.add(piece.as_bytes());
        Some(piece)
    }
}

/// Reads a copy: the head of its [`Sealing`], then the pieces; `None` where a single bit is different.
pub fn unseal_copy(sealed: &str) -> Option<Vec<Pair>> {
    let texts: Vec<String> = serde_json::from_str(sound(sealed)?).ok()?;
    let pair = |pair: &[String]| Some(Pair { key: pair.first()?.clone(), value: pair.get(1)?.clone() });
    texts.chunks(2).map(pair).collect()
}
