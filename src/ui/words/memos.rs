//! Words for thoughts on the document and on the project, and for tags in the palette.

/// What memos and the rows of the palette say.
#[allow(missing_docs)]
pub struct Memos {
    pub memo: &'static str,
    pub document_hint: &'static str,
    pub project: &'static str,
    pub title: &'static str,
    pub project_hint: &'static str,
    pub in_vivo: fn(&str) -> String,
    pub near: fn(&str) -> String,
    pub retired: fn(&str) -> String,
    pub add_piece: fn(&str, &str) -> String,
    pub select_more: fn(&str) -> String,
}

/// English.
pub static ENGLISH: Memos = Memos {
    memo: "Memo",
    document_hint: "Thoughts on this document",
    project: "The project",
    title: "Title",
    project_hint: "What it is about, what was decided and why",
    in_vivo: |name| format!("New tag from these words: “{name}”"),
    near: |names| format!("Nearly the same name: {names}"),
    retired: |name| format!("{name} (retired)"),
    add_piece: |tag, quote| format!("Add to {tag} “{quote}”"),
    select_more: |quote| format!("Select more words, then press + again to add them to “{quote}”"),
};
