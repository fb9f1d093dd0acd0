//! What is said of files that were offered.

use thiserror::Error;

/// What there is to say about a file, beside that it was taken.
#[derive(Clone, Debug, PartialEq, Error)]
pub(super) enum Remark {
    /// When the browser does not give the bytes away.
    #[error(
        "“{0}” could not be read. It may be a folder, or it may have been moved or changed since. Nothing was changed."
    )]
    Closed(String),
    /// When the file is too large to be read.
    #[error("“{0}” is larger than 64 MB. Cut it into parts, and add those. Nothing was changed.")]
    TooLarge(String),
    /// When there is not one character.
    #[error("“{0}” is empty. Nothing was changed.")]
    Empty(String),
    /// When the bytes are of a known kind that holds no plain text.
    #[error(
        "“{name}” looks like {kind}. Open it in the program that made it, save it as plain text (.txt, UTF-8), and add that file. Nothing was changed."
    )]
    Binary {
        /// The file's name.
        name: String,
        /// What it looks like.
        kind: &'static str,
    },
    /// When the same text is in the project.
    #[error(
        "“{0}” has the same text as “{1}”, which is in the project already. It was not added a second time."
    )]
    Known(String, String),
    /// When everything in a file is in the project.
    #[error("“{0}” holds nothing that is not in the project already. Nothing was changed.")]
    NothingNew(String),
    /// When the browser cannot read this encoding.
    #[error("This browser cannot read “{0}” in the encoding {1}. The file was left out.")]
    UnknownEncoding(String, String),
    /// When several projects were offered at once.
    #[error(
        "“{0}” is a second project. One project is open at a time: open this one by itself. Nothing was changed for it."
    )]
    SecondProject(String),
    /// When a table that was offered as a codebook is none.
    #[error(
        "“{0}” is no codebook’s table. Its first row would begin “{1}”, and each row below say in the first column what it is: tag, attribute, choice, relation or rule. Take this codebook away as “Codebook (CSV)” to see one, and write yours into it. Nothing was changed."
    )]
    NoCodebook(String, String),
    /// When the browser has no room for texts.
    #[error(
        "“{name}” was not added: it needs {needs}, and this browser has room for {free} of text. Nothing was changed, and annotations still go through. To make room, remove projects that you have downloaded, or free some of the disk."
    )]
    NoRoom {
        /// The name of what was offered.
        name: String,
        /// What it would take.
        needs: String,
        /// What there is.
        free: String,
    },
    /// When a reader finds a fault.
    #[error("“{0}”: {told}", told = with_outcome(.1))]
    Faulty(String, String),
    /// When a reader has a warning.
    #[error("“{0}”: {1}")]
    Warning(String, String),
    /// When something did go in beside what did not.
    #[error("Taken in: “{0}”.")]
    Taken(String),
}

/// What a reader says, and that nothing came of it, once.
fn with_outcome(error: &str) -> String {
    let is_said = error.contains("Nothing was changed");
    if is_said { error.to_owned() } else { format!("{error} Nothing was changed for this file.") }
}
