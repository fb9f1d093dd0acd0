//! Readers and writers of files. [`WRITERS`] is the table of what can be taken away, [`CODEBOOKS`] that
//! of what the codebook alone can be taken away as.

pub mod codebook;
pub mod csv;
pub mod guess;
pub mod json;
pub mod ledger;
pub mod plain;

mod error;

pub use error::{Fault, ReadError};

use crate::model::Project;

/// A kind of file that a project can be taken away as.
pub struct Format {
    /// What it is called in menus.
    pub name: &'static str,
    /// One sentence on what it is for.
    pub about: &'static str,
    /// How the file's name ends, without the first dot.
    pub extension: &'static str,
    /// Its media type (IANA).
    pub media_type: &'static str,
    /// Writes it.
    pub write: fn(&Project) -> String,
}

/// Every kind of file that is written, in the order of the menu.
pub static WRITERS: &[Format] = &[
    Format {
        name: "Project",
        about: "Everything: texts, codebook, annotations. Open it again here, or hand it on.",
        extension: "glossator.json",
        media_type: "application/json",
        write: json::write_project,
    },
    Format {
        name: "Annotations only",
        about: "The annotations and the codebook without the texts, for someone who has the same texts.",
        extension: "annotations.json",
        media_type: "application/json",
        write: json::write_annotations,
    },
    Format {
        name: "Table (CSV)",
        about: "One row for each annotation, for spreadsheets and statistics.",
        extension: "csv",
        media_type: "text/csv",
        write: csv::write,
    },
    Format {
        name: "Relations (CSV)",
        about: "One row for each relation, with the words of both ends.",
        extension: "relations.csv",
        media_type: "text/csv",
        write: csv::write_relations,
    },
];

/// Every kind of file that the codebook alone is written as, in the order of the menu.
pub static CODEBOOKS: &[Format] = &[
    Format {
        name: "Codebook (CSV)",
        about: "All of the codebook as a table, for spreadsheets; it can be read back.",
        extension: "codebook.csv",
        media_type: "text/csv",
        write: codebook::table::write,
    },
    Format {
        name: "Codebook (REFI-QDA)",
        about: "Tags with their descriptions, for ATLAS.ti, MAXQDA, NVivo and QualCoder; it can be read back.",
        extension: "qdc",
        media_type: "application/xml",
        write: codebook::qdc::write,
    },
    Format {
        name: "Codebook for print",
        about: "The codebook as a text with headings (Markdown), to read and to hand out.",
        extension: "md",
        media_type: "text/markdown",
        write: codebook::markdown::write,
    },
];

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 64 << 20;
