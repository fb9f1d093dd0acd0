//! Why a file could not be read: what is wrong, where, and what the person can do.

use thiserror::Error;

/// Why a file was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// When the file is larger than [`LARGEST`](super::LARGEST).
    #[error(
        "This file has {} MB. Glossator reads files of up to 64 MB; split it into several. Nothing was changed.",
        .bytes.div_ceil(1 << 20)
    )]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// When there is nothing in it.
    #[error("This file is empty. Export or download it again. Nothing was changed.")]
    Empty,
    /// When it begins like JSON and is not.
    #[error(
        "This file is damaged at line {line}, column {column}: {what}. \
         It may have been cut off or changed; get it again from where it came from. Nothing was changed."
    )]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
        /// What the JSON reader says.
        what: String,
    },
    /// When it begins like XML and is not.
    #[error(
        "This file is damaged at line {line}: {what}. Get it again from where it came from. Nothing was changed."
    )]
    NotXml {
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        what: &'static str,
    },
    /// When it is something else.
    #[error(
        "This is not a Glossator file. It looks like {looks}; expected was a file that Glossator exported, \
         such as “….glossator.json”. Nothing was changed."
    )]
    Foreign {
        /// What it looks like.
        looks: String,
    },
    /// When a newer program wrote it.
    #[error(
        "This file was made by a newer Glossator (format {version}; this one reads up to {known}). \
         Reload the page to get the newest Glossator, then open the file again. Nothing was changed.",
        known = super::json::VERSION
    )]
    Newer {
        /// The file's version.
        version: u64,
    },
    /// When something in it is wrong.
    #[error(
        "This file is damaged at {place}: {fault}. \
         Get it again from where it came from, or correct this place. Nothing was changed."
    )]
    Damaged {
        /// Where, as a path into the JSON.
        place: String,
        /// What is wrong there.
        fault: Fault,
    },
    /// When annotations lie on texts that the project does not have.
    #[error(
        "These annotations belong to texts that are not in this project, or not word for word: {}. \
         Add those texts first, then import the annotations again. Nothing was changed.",
        .titles.iter().map(|title| format!("“{title}”")).collect::<Vec<_>>().join(", ")
    )]
    MissingTexts {
        /// What the texts are called.
        titles: Vec<String>,
    },
    /// When a table lacks columns.
    #[error(
        "This table cannot be read: it has no column {}. The first row must name the columns, \
         as in a table that Glossator exported. Nothing was changed.",
        .columns.iter().map(|column| format!("“{column}”")).collect::<Vec<_>>().join(", ")
    )]
    MissingColumns {
        /// Their names.
        columns: Vec<&'static str>,
    },
    /// When a table has a head and nothing else.
    #[error("This table has no rows below its head. Nothing was changed.")]
    NoRows,
    /// When no row of a table could be taken.
    #[error("None of the {rows} rows of this table fits this project. {first} Nothing was changed.")]
    NoRowFits {
        /// How many there are.
        rows: usize,
        /// What is wrong with the first.
        first: String,
    },
}

impl From<Box<ReadError>> for ReadError {
    fn from(error: Box<ReadError>) -> Self {
        *error
    }
}

/// What is wrong at one place of a file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[allow(missing_docs)]
pub enum Fault {
    /// When a field is not there.
    #[error("it is missing")]
    Missing,
    /// When a value is of another kind, or outside of what it may be.
    #[error("expected {expected}, found {found}")]
    Expected { expected: &'static str, found: String },
    /// When unknown fields are nested too deeply to be kept.
    #[error("it is nested more than {} levels deep", super::json::DEEPEST)]
    TooDeep,
    /// When two records have one id.
    #[error("the id {0} is used twice")]
    Twice(String),
    /// When an annotation is among the living and the deleted.
    #[error("the annotation {0} is also listed as deleted")]
    AlsoDeleted(String),
    /// When a record names another that is not in the file.
    #[error("there is no {kind} {id} in this file")]
    Dangling { kind: &'static str, id: String },
    /// When a tag lies under itself.
    #[error("this tag lies under itself")]
    Circle,
    /// When a text is not the one that was hashed.
    #[error("the text was changed: its SHA-256 is {real}, not {stated}")]
    WrongHash { stated: String, real: String },
    /// When a text is not as long as it is said to be.
    #[error("the text has {real} code points, not {stated}")]
    WrongLength { stated: u32, real: u32 },
    /// When a text is longer than any that is taken.
    #[error("this text is too long")]
    TextTooLong,
    /// When a target is neither ranges nor the whole document, or both.
    #[error("expected either “ranges”, at least one, or “document”: true")]
    NoTarget,
    /// When a range holds nothing, or ends before it starts.
    #[error("the range {start} to {end} is empty")]
    EmptyRange { start: u32, end: u32 },
    /// When ranges overlap or are out of order.
    #[error("this range begins at {start}, before the one before it ends at {last}")]
    RangesCross { start: u32, last: u32 },
    /// When a range goes beyond the text.
    #[error("the range ends at {end}, but the text has only {length} code points")]
    OutsideText { end: u32, length: u32 },
    /// When the passage reads otherwise in the text.
    #[error("the quote is “{quote}”, but the text has “{text}” there")]
    WrongQuote { quote: String, text: String },
    /// When a record would break the project for a reason that no other fault names.
    #[error("this record does not fit the others")]
    Unfit,
}

/// The first characters of a text, for a message.
pub(crate) fn excerpt(text: &str) -> String {
    const LONG: usize = 60;
    let mut start: String = text.chars().take(LONG).collect();
    if text.chars().nth(LONG).is_some() {
        start.push('…');
    }
    start
}
