//! Words for the projects of this browser.

use super::count;
use crate::app::About;

/// The screen of projects, and the question before all is erased.
#[allow(missing_docs)]
pub struct Projects {
    pub screen: &'static str,
    pub title: &'static str,
    pub about: &'static str,
    pub new: &'static str,
    pub untitled: &'static str,
    pub meta: fn(&About, Option<&str>, &str) -> String,
    pub open: &'static str,
    pub open_now: &'static str,
    pub rename: &'static str,
    pub name: &'static str,
    pub duplicate: &'static str,
    pub download: &'static str,
    pub remove: &'static str,
    pub restore: &'static str,
    pub copy_of: fn(&str) -> String,
    pub duplicated: fn(&str) -> String,
    pub removed: fn(&str) -> String,
    pub restored: fn(&str) -> String,
    pub bin: &'static str,
    pub bin_about: &'static str,
    pub erase: &'static str,
    pub erase_about: &'static str,
    pub erase_button: &'static str,
    pub erase_title: &'static str,
    pub erase_sure: &'static str,
    pub erase_now: &'static str,
    pub cancel: &'static str,
}

/// English.
pub static ENGLISH: Projects = Projects {
    screen: "Projects",
    title: "Projects in this browser",
    about: "Each has its own documents, codebook, annotations and history. One is open in a tab; other tabs can \
            show others.",
    new: "New project",
    untitled: "Untitled project",
    meta: |about, size, changed| {
        format!(
            "{} · {}{} · changed {changed}",
            count(about.documents as usize, "document", "documents"),
            count(about.annotations as usize, "annotation", "annotations"),
            size.map(|size| format!(" · {size}")).unwrap_or_default(),
        )
    },
    open: "Open",
    open_now: "open now",
    rename: "Rename",
    name: "Name of the project",
    duplicate: "Duplicate",
    download: "Download",
    remove: "Remove",
    restore: "Bring back",
    copy_of: |title| format!("{title} (copy)"),
    duplicated: |title| format!("“{title}” has a copy now"),
    removed: |title| format!("“{title}” is in the bin; it can be brought back for 30 days"),
    restored: |title| format!("“{title}” is back"),
    bin: "Bin",
    bin_about: "What is here can be brought back for 30 days from the day it was removed, and is gone after that.",
    erase: "Leave nothing behind",
    erase_about: "On a computer that others use, all of this can be erased. Files that you have downloaded, or let \
                  a project write to, stay where they are.",
    erase_button: "Erase everything …",
    erase_title: "Erase everything?",
    erase_sure: "All projects of this browser, those in the bin too, their histories, second copies and all \
                 settings of this page will be erased. This cannot be undone. Files that you have downloaded, or \
                 let a project write to, are not touched: they stay where they are.",
    erase_now: "Erase everything now",
    cancel: "Keep it all",
};
