//! The head of a table and the cells of its rows.

use super::COLUMNS;
use super::cells::unguard;
use crate::formats::ReadError;
use ::csv::{ReaderBuilder, StringRecord};

/// The rows of a table, its head first. What cannot be read ends it.
pub(in crate::formats) fn rows(source: &str) -> impl Iterator<Item = StringRecord> + '_ {
    let (delimiter, body) = delimiter(source);
    let mut table = ReaderBuilder::new();
    let table = table.has_headers(false).flexible(true).delimiter(delimiter);
    table.from_reader(body.as_bytes()).into_records().map_while(Result::ok)
}

/// Takes each row behind the head that is not empty. The answer says which did not fit, and why.
///
/// # Errors
/// Where there is no row, or none that fits.
pub(in crate::formats) fn take_each(
    rows: impl Iterator<Item = StringRecord>,
    mut take: impl FnMut(&StringRecord) -> Result<(), String>,
) -> Result<Vec<String>, ReadError> {
    let mut warnings = Vec::new();
    let mut count = 0;
    let is_filled = |row: &StringRecord| row.iter().any(|cell| !cell.trim().is_empty());
    for (at, row) in rows.enumerate().filter(|(_, row)| is_filled(row)) {
        count += 1;
        // The head is row 1, as spreadsheets count.
        warnings.extend(take(&row).err().map(|warning| format!("Row {}: {warning}.", at + 2)));
    }
    match warnings.first() {
        None if count == 0 => Err(ReadError::NoRows),
        Some(first) if warnings.len() == count => {
            Err(ReadError::NoRowFits { rows: count, first: first.clone() })
        }
        _ => Ok(warnings),
    }
}

/// The delimiter, and the table without the line `sep=;` that Excel knows.
fn delimiter(source: &str) -> (u8, &str) {
    let (first, rest) = source.split_once('\n').unwrap_or((source, ""));
    if let Some(&[delimiter]) = first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        return (delimiter, rest);
    }
    let count = |delimiter: &u8| first.bytes().filter(|byte| byte == delimiter).count();
    // Of equals the last wins, so that a table of one column is one with commas.
    let best = *b"\t;,".iter().max_by_key(|delimiter| count(delimiter)).expect("there are three");
    (best, source)
}

/// Where each of [`COLUMNS`] stands.
pub(super) struct Columns {
    known: [Option<usize>; COLUMNS.len()],
    /// The names of all columns, with their places.
    heads: Vec<String>,
}

impl Columns {
    pub(super) fn find(head: &StringRecord) -> Result<Self, ReadError> {
        let place = |name: &str| head.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
        let heads = head.iter().map(|cell| cell.trim().to_owned()).collect();
        let found = Self { known: COLUMNS.map(place), heads };
        // The id of a document says as much as its title, the path of a tag as its name.
        let needed =
            [["document id", "document"], ["tag path", "tag"], ["start"; 2], ["end"; 2], ["text"; 2]];
        let lacks = |either: &[&'static str; 2]| !either.iter().any(|name| found.place(name).is_some());
        let columns: Vec<_> = needed.into_iter().filter(lacks).map(|[name, _]| name).collect();
        if columns.is_empty() { Ok(found) } else { Err(ReadError::MissingColumns { columns }) }
    }

    fn place(&self, column: &str) -> Option<usize> {
        self.known[COLUMNS.iter().position(|name| *name == column)?]
    }
}

pub(super) struct Row<'r> {
    pub(super) columns: &'r Columns,
    pub(super) cells: &'r StringRecord,
}

impl<'r> Row<'r> {
    /// A cell as it stands; empty where there is none.
    pub(super) fn raw(&self, column: &str) -> &'r str {
        self.columns.place(column).and_then(|place| self.cells.get(place)).unwrap_or_default()
    }

    /// A cell without the `'` of a guarded one.
    pub(super) fn cell(&self, column: &str) -> &'r str {
        unguard(self.raw(column))
    }

    /// The cell under a head that is none of [`COLUMNS`], without the `'` of a guarded one.
    pub(super) fn named(&self, head: &str) -> Option<&'r str> {
        let place = self.columns.heads.iter().position(|name| name == head.trim())?;
        Some(unguard(self.cells.get(place).unwrap_or_default()))
    }

    pub(super) fn has(&self, column: &str) -> bool {
        self.columns.place(column).is_some()
    }
}
