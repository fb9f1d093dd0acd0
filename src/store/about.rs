//! What the list of projects says of each, kept beside its records.

use super::entry::{seal, unseal};
use crate::formats::json::form::{Maybe, form};
use crate::model::{Extra, Project, Time};

/// One project in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What it is called.
    pub title: String,
    /// How many documents it has.
    pub documents: u32,
    /// How many characters they have together.
    pub characters: u64,
    /// How many annotations it has.
    pub annotations: u32,
    /// When it was last changed.
    pub changed: Time,
    /// When it was put into the bin.
    pub removed: Option<Time>,
}

/// How long what is in the bin can be brought back, in milliseconds: 30 days.
pub const BIN: i64 = 30 * 24 * 3_600_000;

struct AboutForm {
    title: String,
    documents: u32,
    characters: u64,
    annotations: u32,
    changed: Time,
    removed: Maybe<Time>,
    extra: Extra,
}

form!(AboutForm { title, documents, characters, annotations, changed, removed });

impl About {
    /// What is to be said of a project.
    pub fn of(project: &Project, changed: Time) -> Self {
        let documents = project.documents();
        Self {
            title: project.head().title.clone(),
            documents: documents.len() as u32,
            characters: documents.iter().map(|document| u64::from(document.text.length().get())).sum(),
            annotations: project.annotations().len() as u32,
            changed,
            removed: None,
        }
    }

    /// Its record.
    pub fn write(&self) -> String {
        let Self { title, documents, characters, annotations, changed, removed } = self.clone();
        seal(&AboutForm {
            title,
            documents,
            characters,
            annotations,
            changed,
            removed: Maybe(removed),
            extra: Extra::default(),
        })
    }

    /// Reads what [`write`](Self::write) wrote; `None` where it is damaged.
    pub fn read(value: &str) -> Option<Self> {
        let AboutForm { title, documents, characters, annotations, changed, removed, .. } = unseal(value)?;
        Some(Self { title, documents, characters, annotations, changed, removed: removed.0 })
    }
}
