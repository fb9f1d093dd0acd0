//! Words for what is kept, where, and what was lost.

use crate::app::{DiskFile, FileState, Filed, RecoveryKind, Saving, format_moment, format_time};

/// What the foot and the recovery screen say.
#[allow(missing_docs)]
pub struct SavingWords {
    pub state: fn(&Saving) -> String,
    pub about: fn(&Saving) -> &'static str,
    pub file: fn(&DiskFile) -> String,
    pub about_file: fn(&FileState) -> &'static str,
    pub filed: fn(Filed, Reminder) -> String,
    pub in_a_file: &'static str,
    pub in_this_browser: &'static str,
    pub about_tying: &'static str,
    pub no_tying: &'static str,
    pub tie: &'static str,
    pub tie_other: &'static str,
    pub untie: &'static str,
    pub untied: fn(&str) -> String,
    pub allow: &'static str,
    pub overwrite: &'static str,
    pub details_title: &'static str,
    pub persisted: fn(bool) -> &'static str,
    pub only_files: &'static str,
    pub download_now: &'static str,
    pub try_again: &'static str,
    pub title: fn(RecoveryKind) -> &'static str,
    pub told: fn(RecoveryKind) -> &'static str,
    pub go_on: fn(RecoveryKind) -> &'static str,
    pub go_without: &'static str,
    pub found: fn(usize, usize) -> String,
    pub download_found: &'static str,
    pub download_raw: &'static str,
    pub raw_why: &'static str,
}

/// Whether it is time to remind of a download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// Not yet.
    Quiet,
    /// Since so long today, and it is said at what time.
    Today,
    /// Since a day before.
    Earlier,
}

/// English.
pub static ENGLISH: SavingWords = SavingWords {
    state: |state| match state {
        Saving::Saved => "Saved in this browser".to_owned(),
        Saving::Writing => "Saving…".to_owned(),
        Saving::Loose => "Kept in this browser; a crash may lose the last moments".to_owned(),
        Saving::Failed(error) => format!("NOT SAVED. {error}"),
        Saving::Blocked => {
            "NOT SAVED. This browser keeps nothing for this page: what you do is lost when you close it"
                .to_owned()
        }
        Saving::Newer(version) => format!(
            "NOT SAVED. This browser holds work of a newer Glossator (store {version}), which is left alone. Reload to get that version"
        ),
    },
    about: |state| match state {
        Saving::Saved | Saving::Writing => {
            "Every step is on the disk of this computer, in this browser’s database, a moment after it is done: a \
             crash cannot take it. While the foot says “Saving…” that moment is not over."
        }
        Saving::Loose => {
            "This browser gives the page no database, only its small local storage, which it writes to the disk \
             every few seconds: a crash can take what was done since."
        }
        Saving::Failed(_) => {
            "What could not be written is in this tab and nowhere else. It is tried again by itself; until the foot \
             says “Saved”, do not close the tab without a download."
        }
        Saving::Blocked => {
            "The settings of this browser, or a private window, forbid pages to keep anything. What you do lasts \
             as long as this tab."
        }
        Saving::Newer(_) => {
            "Another tab has a newer version of this program, which keeps its work in a form that this one does \
             not know. Nothing of it is touched. Reload to get the newer version."
        }
    },
    file: |file| {
        let name = &file.name;
        match &file.state {
            FileState::Written => format!("Also in {name}"),
            FileState::Writing => format!("Writing {name}…"),
            FileState::NeedsLeave => format!("{name} waits for your leave"),
            FileState::Elsewhere => format!("Another tab writes {name}"),
            FileState::Changed => format!("{name} was changed elsewhere and is left alone"),
            FileState::Failed(why) => format!("{name} was NOT written: {why}"),
        }
    },
    about_file: |state| match state {
        FileState::Written | FileState::Writing => {
            "This file on your disk follows the project: it is rewritten some seconds after each change, as long \
             as this page is open. It stays when the browser’s data are cleared."
        }
        FileState::NeedsLeave => {
            "The browser asks again on each visit before a page may write to a file. Until you allow it, what you \
             do is kept in this browser only."
        }
        FileState::Elsewhere => {
            "Another tab with this project writes the file, with what you do here too. This tab goes on with it \
             when that one is closed."
        }
        FileState::Changed => {
            "What is in the file is not what this project last wrote there: another computer or program has \
             changed it, or it holds work that is missing here. Nothing is written to it until you decide. To see \
             what is in it, begin a new project and import it."
        }
        FileState::Failed(_) => {
            "What you do is kept in this browser all the same. The file is tried again after the next change."
        }
    },
    filed: |filed, reminder| match (filed, reminder) {
        (Filed::All, _) => "Downloaded, nothing new since".to_owned(),
        (Filed::Nothing, _) | (Filed::Since(_), Reminder::Quiet) => "Not in a file".to_owned(),
        (Filed::Since(at), Reminder::Today) => format!("In no file since {}", format_time(at)),
        (Filed::Since(at), Reminder::Earlier) => format!("In no file since {}", format_moment(at)),
    },
    in_a_file: "In a file",
    in_this_browser: "In this browser",
    about_tying: "Choose a file on your disk, and the project is written to it by itself after each change.",
    no_tying: "This browser cannot write to a file by itself (Chrome and Edge can, over https). Download the \
               project from time to time: that is a file too.",
    tie: "Write to a file as well…",
    tie_other: "Another file…",
    untie: "Stop writing to it",
    untied: |name| format!("{name} stays as it is, and is not written any more"),
    allow: "Allow",
    overwrite: "Replace it by this project",
    details_title: "Where your work is",
    persisted: |is_persistent| {
        if is_persistent {
            "This browser has promised not to clear it by itself when the disk runs short."
        } else {
            "This browser has not promised to keep it: when the disk runs short it may clear the data of sites \
             that have not been visited for long."
        }
    },
    only_files: "Whoever clears this browser’s data for this site clears the work too, and some browsers do that by \
                 themselves after weeks without a visit (Safari after seven days of use). Nothing can notice \
                 that: only files that you download protect against it.",
    download_now: "Download now",
    try_again: "Try again",
    title: |kind| match kind {
        RecoveryKind::Damaged => "Some of what was kept here is damaged or missing",
        RecoveryKind::Copied => "The database of this browser was emptied",
        RecoveryKind::Emptied => "Work was kept here, and it is gone",
        RecoveryKind::Unreachable => "The work that is kept here cannot be read just now",
    },
    told: |kind| match kind {
        RecoveryKind::Damaged => {
            "Everything else was put together again, and nothing has been written since. Damaged records are put \
             aside when you go on; you can download them as they are."
        }
        RecoveryKind::Copied => {
            "This is the second copy of the work. What was done after it was made is not in it: compare it with a \
             file, if you have one."
        }
        RecoveryKind::Emptied => {
            "The browser’s database is empty, though it was said to hold work, and there is no second copy. \
             Somebody or something may have cleared it. If you have a file of the project, begin anew and \
             import it."
        }
        RecoveryKind::Unreachable => {
            "The browser’s database does not open. Nothing is lost by that. Close other tabs of this page, see \
             that the disk is not full, and try again."
        }
    },
    go_on: |kind| match kind {
        RecoveryKind::Damaged => "Go on with what was found",
        RecoveryKind::Copied => "Go on with the copy",
        RecoveryKind::Emptied => "Begin anew",
        RecoveryKind::Unreachable => "Try again",
    },
    go_without: "Work without the database for now",
    found: |documents, annotations| {
        format!(
            "Found: {}, {}.",
            super::count(documents, "document", "documents"),
            super::count(annotations, "annotation", "annotations")
        )
    },
    download_found: "Download what was found",
    download_raw: "Download all records as they are",
    raw_why: "All records as they are: one file with everything that both stores of this browser hold for this \
              page, damaged or not, for somebody who can read it.",
};
