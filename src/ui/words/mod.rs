//! Every word that the program shows, in one table per language. A second
//! language is a second table, and the compiler says what it lacks.

mod book;
mod commands;
mod desk;
mod detail;
mod import;
mod legal;
mod list;
mod memos;
mod offline;
mod projects;
mod reading;
mod saving;
mod touch;
mod versions;

pub use book::Book;
pub use commands::Commands;
pub use desk::Desk;
pub use detail::DetailWords;
pub use import::Import;
pub use legal::Legal;
pub use list::List;
pub use memos::Memos;
pub use offline::Offline;
pub use projects::Projects;
pub use reading::ReadingWords;
pub use saving::{Reminder, SavingWords};
pub use touch::Touch;
pub use versions::VersionWords;

use crate::app::format_number;
use crate::model::Act;

/// The words of one language.
#[allow(missing_docs)]
pub struct Words {
    pub desk: &'static Desk,
    pub book: &'static Book,
    pub versions: &'static VersionWords,
    pub detail: &'static DetailWords,
    pub touch: &'static Touch,
    pub list: &'static List,
    pub memos: &'static Memos,
    pub imported: &'static Import,
    pub legal: &'static Legal,
    pub offline: &'static Offline,
    pub reading: &'static ReadingWords,
    pub saving: &'static SavingWords,
    pub projects: &'static Projects,
    pub commands: &'static Commands,
    pub skip_to_text: &'static str,
    pub annotate: &'static str,
    pub codebook: &'static str,
    pub screens: &'static str,
    pub panes: &'static str,
    pub pane_lists: &'static str,
    pub pane_reader: &'static str,
    pub pane_annotations: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub undo_act: fn(Act) -> String,
    pub redo_act: fn(Act) -> String,
    pub undone: fn(Act) -> String,
    pub redone: fn(Act) -> String,
    pub left: fn(usize) -> String,
    pub coder: fn(&str) -> String,
    pub coder_unnamed: &'static str,
    pub import: &'static str,
    pub export: &'static str,
    pub theme: fn(&str) -> String,
    pub close: &'static str,
    pub messages: &'static str,
    pub characters: fn(usize) -> String,
    pub done_reading: &'static str,
    pub whole_document: &'static str,
    pub document_tags: &'static str,
    pub tag_document: &'static str,
    pub remove_document_tag: fn(&str) -> String,
    pub no_document: &'static str,
    pub text_label: fn(&str) -> String,
    pub tag_passage: &'static str,
    pub palette_label: fn(&str) -> String,
    pub palette_input: &'static str,
    pub palette_tags: &'static str,
    pub new_tag: fn(&str) -> String,
    pub no_tag_fits: &'static str,
    pub annotations: &'static str,
    pub here: fn(usize) -> String,
    pub hints: &'static [(&'static str, &'static str)],
    pub annotation_label: fn(&str, &str, &str, &str) -> String,
    pub unnamed_coder: &'static str,
    pub change_tag: &'static str,
    pub note: &'static str,
    pub note_placeholder: &'static str,
    pub delete: &'static str,
    pub start: &'static str,
    pub end: &'static str,
    pub start_earlier: &'static str,
    pub start_later: &'static str,
    pub end_earlier: &'static str,
    pub end_later: &'static str,
    pub covers: fn(usize, usize) -> String,
    pub tagged: fn(&str, &str) -> String,
    pub retagged: fn(&str, &str) -> String,
    pub resized: fn(&str) -> String,
    pub noted: &'static str,
    pub deleted: fn(&str) -> String,
    pub deleted_many: fn(usize) -> String,
    pub selected: fn(&str) -> String,
    pub totals: fn(usize, usize) -> String,
    pub keys: &'static str,
}

/// The words of the language in use.
pub fn words() -> &'static Words {
    &ENGLISH
}

/// A count with its noun.
fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", format_number(number), if number == 1 { one } else { many })
}

fn act(act: Act) -> &'static str {
    match act {
        Act::Start => "the start",
        Act::Annotate => "tagging a passage",
        Act::Retag => "changing a tag",
        Act::Resize => "moving an end",
        Act::Note => "a note",
        Act::Certainty => "a certainty",
        Act::DeleteAnnotations => "deleting annotations",
        Act::AddTag => "adding a tag",
        Act::EditTag => "editing a tag",
        Act::MoveTag => "moving a tag",
        Act::DeleteTag => "deleting a tag",
        Act::MergeTags => "merging tags",
        Act::SplitTag => "splitting a tag",
        Act::Reaffirm => "looking through annotations",
        Act::Value => "a value",
        Act::Relate => "a relation",
        Act::Retype => "changing a relation",
        Act::Unrelate => "deleting relations",
        Act::EditRelationTypes => "editing the types of relations",
        Act::EditRules => "editing the rules",
        Act::EditVersions => "a version of the codebook",
        Act::ReplaceCodebook => "replacing the codebook",
        Act::Memo => "a memo",
        Act::AddDocuments => "adding documents",
        Act::EditDocument => "editing a document",
        Act::RemoveDocument => "removing a document",
        Act::RenameProject => "renaming the project",
        Act::LabelCoder => "naming the coder",
        Act::MarkReading => "marking how far you are",
        Act::ReplaceProject => "opening a project",
        Act::TakeIn => "taking in annotations",
        Act::Refuse => "refusing a suggestion",
        Act::OfferAgain => "offering suggestions again",
        Act::EditInstruments => "editing own instruments",
    }
}

/// English.
static ENGLISH: Words = Words {
    desk: &desk::ENGLISH,
    book: &book::ENGLISH,
    versions: &versions::ENGLISH,
    detail: &detail::ENGLISH,
    touch: &touch::ENGLISH,
    list: &list::ENGLISH,
    memos: &memos::ENGLISH,
    imported: &import::ENGLISH,
    legal: &legal::ENGLISH,
    offline: &offline::ENGLISH,
    reading: &reading::ENGLISH,
    saving: &saving::ENGLISH,
    projects: &projects::ENGLISH,
    commands: &commands::ENGLISH,
    skip_to_text: "Skip to the text",
    annotate: "Annotate",
    codebook: "Codebook",
    screens: "Views",
    panes: "Columns",
    pane_lists: "Documents and tags",
    pane_reader: "Text",
    pane_annotations: "Annotations",
    undo: "Undo",
    redo: "Redo",
    undo_act: |of| format!("Undo {}", act(of)),
    redo_act: |of| format!("Redo {}", act(of)),
    undone: |of| format!("Undone: {}", act(of)),
    redone: |of| format!("Done again: {}", act(of)),
    left: |number| {
        format!(
            "{} left as they are, because they were changed since then.",
            count(number, "field was", "fields were")
        )
    },
    coder: |label| format!("Coder: {label}"),
    coder_unnamed: "Coder",
    import: "Import",
    export: "Export",
    theme: |name| format!("Colours: {name}"),
    close: "Close",
    messages: "Messages",
    characters: |number| count(number, "character", "characters"),
    done_reading: "Done reading",
    whole_document: "The whole document",
    document_tags: "Tags of the whole document",
    tag_document: "Tag the document",
    remove_document_tag: |name| format!("Remove the tag {name} from the document"),
    no_document: "There is no document. Import a text, paste one, or undo.",
    text_label: |title| format!("Text: {title}"),
    tag_passage: "Tag this passage",
    palette_label: |quote| format!("Tag for “{quote}”"),
    palette_input: "Tag, or a new name",
    palette_tags: "Tags",
    new_tag: |name| format!("New tag “{name}”"),
    no_tag_fits: "No tag of this name",
    annotations: "Annotations",
    here: |number| format!("{} here", format_number(number)),
    hints: &[
        (
            "Mark",
            "Drag over some words, double-click one, or go to the text with Tab and hold Shift with the arrow keys.",
        ),
        ("Tag", "Press a tag's digit, or type its name and press Enter. A new name makes a new tag."),
        (
            "Take away",
            "All is kept in this browser as you go. Export gives you files; Undo takes back anything.",
        ),
    ],
    annotation_label: |tag, quote, coder, note| {
        let note = if note.is_empty() { String::new() } else { format!(". Note: {note}") };
        let quote = if quote.is_empty() { String::new() } else { format!(": “{quote}”") };
        format!("{tag}{quote}, by {coder}{note}")
    },
    unnamed_coder: "an unnamed coder",
    change_tag: "Change the tag",
    note: "Note",
    note_placeholder: "Why this tag, or what is unsure",
    delete: "Delete",
    start: "Start",
    end: "End",
    start_earlier: "Start one word earlier",
    start_later: "Start one word later",
    end_earlier: "End one word earlier",
    end_later: "End one word later",
    covers: |place, all| format!("{} of {} here", format_number(place), format_number(all)),
    tagged: |quote, tag| format!("Tagged “{quote}” as {tag}"),
    retagged: |quote, tag| format!("“{quote}” is now {tag}"),
    resized: |quote| format!("The passage is now “{quote}”"),
    noted: "Note kept",
    deleted: |tag| format!("Deleted one annotation with the tag {tag}"),
    deleted_many: |number| format!("Deleted {}", count(number, "annotation", "annotations")),
    selected: |quote| format!("Selected: {quote}"),
    totals: |annotations, tags| {
        format!("{} · {} used", count(annotations, "annotation", "annotations"), count(tags, "tag", "tags"))
    },
    keys: "Keys",
};
