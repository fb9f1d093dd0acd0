//! The codebook alone: as a table, as REFI-QDA has it, and for print. See docs/format.md.

pub mod markdown;
pub mod qdc;
pub mod table;

mod edits;
mod lines;
mod xml;

use super::{LARGEST, ReadError};
use crate::model::{Incoming, Project};

/// Reads a codebook, whichever of the two it is: a table (CSV) or REFI-QDA. What the project has already
/// keeps its id, by id or by the names from the top down, and becomes what the file says of it; what it has
/// not gets an id from `fresh`, unless the file has one. The second half of the answer says what could not be read.
///
/// # Errors
/// When nothing could be read.
pub fn read(
    source: &str,
    project: &Project,
    fresh: &mut dyn FnMut() -> [u8; 16],
) -> Result<(Incoming, Vec<String>), ReadError> {
    if source.len() > LARGEST {
        return Err(ReadError::TooLarge { bytes: source.len() });
    }
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    match source.trim_start().chars().next() {
        None => Err(ReadError::Empty),
        Some('<') => qdc::read(source, project, fresh),
        Some(_) => table::read(source, project, fresh),
    }
}

/// True of a file that [`read`] is for, by its name or by how it begins.
pub fn is_one(name: &str, source: &str) -> bool {
    let start = source.trim_start_matches(['\u{feff}', ' ', '\n', '\r']);
    name.to_lowercase().ends_with(".qdc") || start.starts_with(&table::head())
}
