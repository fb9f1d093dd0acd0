//! Marked text: how tests show passages.
//!
//! | written | means |
//! |---|---|
//! | `The «claim:shelling of «actor:Ganja»»` | passages with their tags; `»` closes the one that was opened last |
//! | `«1:claim:a b «2:actor:c»1 d»2` | passages that cross: a number before the tag, and after the `»` that closes it |
//! | `«1:claim:a»1 b «1:claim:c»1` | one passage of two ranges: its number is opened again |
//! | `«claim»` | an annotation of the whole document |
//! | `ab\|c`, `a⟦b⟧c` | a caret (a bar), and a selection |
//! | `\«` | the character itself, whichever it is |
//!
//! What is printed is canonical: passages that cross or have several ranges are
//! numbered in the order in which they begin, the others have no number; those
//! that begin together are opened with the longest first, then by tag; whole
//! documents stand at the start.

mod project;

pub use project::{
    CODER, PROJECT, annotation, annotation_id, attribute_id, choice_id, choice_of, coder_id, document,
    document_id, instrument, instrument_id, project, refusal, refusal_id, relation_id, relation_type,
    relation_type_id, rule, rule_id, show, show_relations, tag, tag_id, version_id,
};

use crate::model::Target;
use crate::text::{CodePoint, Span, Text};
use std::collections::BTreeMap;
use std::fmt;
use std::iter::Peekable;
use std::str::Chars;
use thiserror::Error;

/// A passage with the name of its tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The tag's name, or its path (`legal reference/treaty`).
    pub tag: String,
    /// Where it lies.
    pub target: Target,
}

/// A text with passages, and with a caret (an empty selection) or a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The text, without the marks.
    pub text: Text,
    /// The passages, in the order in which they are printed.
    pub passages: Vec<Passage>,
    /// The caret or the selection, if one is marked.
    pub selection: Option<Span>,
}

/// What is wrong with a marked text.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Flaw {
    /// When a passage or selection is never closed.
    #[error("“{0}” is never closed")]
    Unclosed(String),
    /// When something is closed that is not open.
    #[error("“{0}” closes nothing")]
    Unopened(String),
    /// When a passage holds no text.
    #[error("the passage “{0}” is empty")]
    Empty(String),
    /// When a number is opened again with another tag, or while it is open.
    #[error("the number {0} is used twice")]
    Reused(u32),
    /// When there are two carets or selections.
    #[error("there can be one caret or selection")]
    TwoSelections,
}

const MARKS: &[char] = &['«', '»', '|', '⟦', '⟧', '\\'];

impl Marked {
    /// The passages of a text in canonical order.
    pub fn new(text: Text, mut passages: Vec<Passage>, selection: Option<Span>) -> Self {
        passages.sort_by(|a, b| rank(a).cmp(&rank(b)));
        Self { text, passages, selection }
    }

    /// Reads marked text.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(marked: &str) -> Result<Self, Flaw> {
        let mut reader = Reader::default();
        let mut rest = marked.chars().peekable();
        while let Some(c) = rest.next() {
            match c {
                '«' => reader.open(&mut rest)?,
                '»' => reader.close(number(&mut rest))?,
                '|' => reader.select(reader.at, reader.at)?,
                '⟦' if reader.selecting.is_some() => return Err(Flaw::TwoSelections),
                '⟦' => reader.selecting = Some(reader.at),
                '⟧' => {
                    let start = reader.selecting.take().ok_or(Flaw::Unopened("⟧".to_owned()))?;
                    reader.select(start, reader.at)?;
                }
                '\\' => reader.push(rest.next().unwrap_or('\\')),
                c => reader.push(c),
            }
        }
        reader.finish()
    }
}

/// Reads marked text that is known to be right.
///
/// # Panics
/// When it is not: the message says why.
#[track_caller]
pub fn marked(text: &str) -> Marked {
    match Marked::parse(text) {
        Ok(marked) => marked,
        Err(flaw) => panic!("{text:?}: {flaw}"),
    }
}

/// Whole documents first, then by start, the longest first, then by tag.
fn rank(passage: &Passage) -> (Option<CodePoint>, std::cmp::Reverse<Option<CodePoint>>, &str, &Target) {
    let hull = passage.target.hull();
    (hull.map(Span::start), std::cmp::Reverse(hull.map(Span::end)), &passage.tag, &passage.target)
}

/// Start and end in the making, in code points.
type Offsets = (u32, u32);

#[derive(Default)]
struct Reader {
    text: String,
    at: u32,
    /// Tag and start of what is open without a number.
    open: Vec<(String, u32)>,
    /// By number: the tag, the closed ranges, and the start of one that is open.
    numbered: BTreeMap<u32, (String, Vec<Offsets>, Option<u32>)>,
    found: Vec<(String, Vec<Offsets>)>,
    selecting: Option<u32>,
    selection: Option<Offsets>,
}

impl Reader {
    fn push(&mut self, c: char) {
        self.text.push(c);
        self.at += 1;
    }

    fn open(&mut self, rest: &mut Peekable<Chars<'_>>) -> Result<(), Flaw> {
        let number = number(rest);
        let mut tag = String::new();
        // A number that no colon follows is the beginning of the tag's name.
        let number = match number {
            Some(number) if rest.next_if_eq(&':').is_none() => {
                tag = number.to_string();
                None
            }
            number => number,
        };
        loop {
            match rest.next() {
                Some('\\') => tag.extend(rest.next()),
                Some(':') => break,
                Some('»') if number.is_none() => {
                    self.found.push((tag, Vec::new()));
                    return Ok(());
                }
                Some(c) => tag.push(c),
                None => return Err(Flaw::Unclosed(tag)),
            }
        }
        let Some(number) = number else {
            self.open.push((tag, self.at));
            return Ok(());
        };
        let entry = self.numbered.entry(number).or_insert_with(|| (tag.clone(), Vec::new(), None));
        if entry.0 != tag || entry.2.is_some() {
            return Err(Flaw::Reused(number));
        }
        entry.2 = Some(self.at);
        Ok(())
    }

    fn close(&mut self, number: Option<u32>) -> Result<(), Flaw> {
        let end = self.at;
        let Some(number) = number else {
            let (tag, start) = self.open.pop().ok_or(Flaw::Unopened("»".to_owned()))?;
            if start == end {
                return Err(Flaw::Empty(tag));
            }
            self.found.push((tag, vec![(start, end)]));
            return Ok(());
        };
        let unopened = || Flaw::Unopened(format!("»{number}"));
        let (tag, ranges, open) = self.numbered.get_mut(&number).ok_or_else(unopened)?;
        let start = open.take().ok_or_else(unopened)?;
        if start == end {
            return Err(Flaw::Empty(tag.clone()));
        }
        ranges.push((start, end));
        Ok(())
    }

    fn select(&mut self, start: u32, end: u32) -> Result<(), Flaw> {
        match self.selection.replace((start, end)) {
            None => Ok(()),
            Some(_) => Err(Flaw::TwoSelections),
        }
    }

    fn finish(mut self) -> Result<Marked, Flaw> {
        if self.selecting.is_some() {
            return Err(Flaw::Unclosed("⟦".to_owned()));
        }
        for (_, (tag, ranges, open)) in self.numbered {
            if open.is_some() {
                return Err(Flaw::Unclosed(tag));
            }
            self.found.push((tag, ranges));
        }
        if let Some((tag, _)) = self.open.pop() {
            return Err(Flaw::Unclosed(tag));
        }
        let text = Text::new(&self.text).expect("a marked text is short");
        let span = |(start, end): Offsets| text.span(start, end).expect("marks are set in order");
        let passage = |(tag, ranges): (String, Vec<Offsets>)| {
            let spans: Vec<_> = ranges.into_iter().map(span).collect();
            // Marks come in order and none is empty, so that the ranges are sound.
            let target = Target::ranges(spans).unwrap_or_else(Target::document);
            Passage { tag, target }
        };
        let passages = self.found.into_iter().map(passage).collect();
        let selection = self.selection.map(span);
        Ok(Marked::new(text.clone(), passages, selection))
    }
}

/// The digits that come next. More than nine of them are no number.
fn number(rest: &mut Peekable<Chars<'_>>) -> Option<u32> {
    let mut ahead = rest.clone();
    let digits: String = std::iter::from_fn(|| ahead.next_if(char::is_ascii_digit)).collect();
    let canonical = digits.len() < 10 && !digits.starts_with('0');
    let number = canonical.then(|| digits.parse().ok()).flatten()?;
    *rest = ahead;
    Some(number)
}

impl fmt::Display for Marked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers = numbers(&self.passages);
        let (mut opens, mut closes) = (BTreeMap::new(), BTreeMap::new());
        for (passage, number) in self.passages.iter().zip(&numbers) {
            let label = label(&passage.tag, *number);
            if passage.target.spans().is_empty() {
                write!(f, "«{label}»")?;
            }
            for span in passage.target.spans() {
                opens.entry(span.start()).or_insert_with(Vec::new).push(format!("«{label}:"));
                let close = number.map_or("»".to_owned(), |number| format!("»{number}"));
                closes.entry(span.end()).or_insert_with(Vec::new).push(close);
            }
        }
        let mut after_close = false;
        for at in 0..=self.text.length().get() {
            let Some(position) = self.text.position(at) else { break };
            for close in closes.get(&position).into_iter().flatten().rev() {
                f.write_str(close)?;
                after_close = true;
            }
            if let Some(selection) = self.selection {
                let here = (selection.start() == position, selection.end() == position);
                let mark = match here {
                    (true, true) => "|",
                    (true, false) => "⟦",
                    (false, true) => "⟧",
                    (false, false) => "",
                };
                f.write_str(mark)?;
                after_close &= mark.is_empty();
            }
            for open in opens.get(&position).into_iter().flatten() {
                f.write_str(open)?;
                after_close = false;
            }
            if let Some(c) = self.text.char_at(position) {
                if MARKS.contains(&c) || after_close && c.is_ascii_digit() {
                    f.write_str("\\")?;
                }
                write!(f, "{c}")?;
            }
            after_close = false;
        }
        Ok(())
    }
}

/// A number for each passage that crosses another or has several ranges.
fn numbers(passages: &[Passage]) -> Vec<Option<u32>> {
    let several = |passage: &Passage| passage.target.spans().len() > 1;
    let cross = |a: &Passage, b: &Passage| match (a.target.hull(), b.target.hull()) {
        (Some(a), Some(b)) => a.overlaps(b) && !a.contains(b) && !b.contains(a),
        _ => false,
    };
    let mut next = 0;
    let mut number = |passage: &Passage| {
        let needed =
            several(passage) || passages.iter().any(|other| !several(other) && cross(passage, other));
        needed.then(|| {
            next += 1;
            next
        })
    };
    passages.iter().map(&mut number).collect()
}

fn label(tag: &str, number: Option<u32>) -> String {
    let mut label = number.map_or(String::new(), |number| format!("{number}:"));
    for (at, c) in tag.chars().enumerate() {
        if MARKS.contains(&c) || c == ':' || at == 0 && c.is_ascii_digit() {
            label.push('\\');
        }
        label.push(c);
    }
    label
}
