//! All that a view can ask for.

use super::{
    AnnotationId, Certainty, CoderId, Colour, Document, DocumentId, LineStyle, Progress, Project, TagId,
    Target, Time,
};
use thiserror::Error;

/// An annotation to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAnnotation {
    /// Its id, fresh.
    pub id: AnnotationId,
    /// Where it lies.
    pub document: DocumentId,
    /// The passage.
    pub target: Target,
    /// What it is.
    pub tag: TagId,
    /// Who says so.
    pub coder: CoderId,
    /// When.
    pub at: Time,
}

/// A tag to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewTag {
    /// Its id, fresh.
    pub id: TagId,
    /// What it is called; white space around it goes.
    pub name: String,
    /// The tag that it goes under.
    pub parent: Option<TagId>,
    /// Its colour; `None` takes the parent's, or the palette's least used.
    pub colour: Option<Colour>,
}

/// A field of a tag, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagField {
    /// What it is called.
    Name(String),
    /// Its colour.
    Colour(Colour),
    /// How its line is drawn.
    Style(LineStyle),
    /// The digit that gives it. It is taken from the tag that had it.
    Key(Option<char>),
    /// What it means.
    Definition(String),
    /// When to give it.
    UseWhen(String),
    /// When not to.
    NotWhen(String),
    /// Passages that are it.
    Examples(Vec<String>),
}

/// A field of a document's metadata, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentField {
    /// What it is called; may not be empty.
    Title(String),
    /// Where it was published.
    Source(String),
    /// Who wrote it.
    Author(String),
    /// When.
    Date(String),
    /// A BCP 47 tag.
    Language(String),
}

/// A wish. [`plan`](super::plan) makes a patch of it, or says why not. Ids and
/// times come with it: the core has no clock and no chance.
#[derive(Clone, Debug)]
pub enum Command {
    /// Give a passage a tag.
    Annotate(NewAnnotation),
    /// Give a passage a tag that does not exist yet.
    AnnotateAsNew(NewTag, NewAnnotation),
    /// Give an annotation another tag.
    Retag(AnnotationId, TagId),
    /// Give an annotation a tag that does not exist yet.
    RetagAsNew(NewTag, AnnotationId),
    /// Move an annotation's ends.
    Resize(AnnotationId, Target),
    /// Write an annotation's note.
    Note(AnnotationId, String),
    /// Say how sure the coder is.
    SetCertainty(AnnotationId, Option<Certainty>),
    /// Delete annotations.
    DeleteAnnotations(Vec<AnnotationId>),
    /// Make a tag.
    AddTag(NewTag),
    /// Change a tag's fields.
    EditTag(TagId, Vec<TagField>),
    /// Put a tag under another, before one of its siblings or last.
    MoveTag {
        /// The tag.
        id: TagId,
        /// What it goes under; `None` for the top.
        parent: Option<TagId>,
        /// The sibling it goes before; `None` for the last place.
        before: Option<TagId>,
    },
    /// Delete a tag with its annotations. The tags under it move up.
    DeleteTag(TagId),
    /// Add documents at the end.
    AddDocuments(Vec<Document>),
    /// Change a document's metadata.
    EditDocument(DocumentId, Vec<DocumentField>),
    /// Remove a document with its annotations.
    RemoveDocument(DocumentId),
    /// Call the project something else.
    RenameProject(String),
    /// Call a coder something.
    LabelCoder(CoderId, String),
    /// Note that a coder has opened, finished or reopened a document.
    MarkReading {
        /// Who.
        coder: CoderId,
        /// What.
        document: DocumentId,
        /// How far.
        progress: Progress,
        /// When.
        at: Time,
    },
    /// Put another project in the place of this one.
    ReplaceProject(Box<Project>),
    /// Take in annotations, with the coders and tags that they need.
    TakeIn(Box<Incoming>),
}

/// Records from a file, whose documents are already in the project.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// Tags; one that is there already stays as it is.
    pub tags: Vec<super::Tag>,
    /// Coders; one that is there already stays, but takes a label if it has none.
    pub coders: Vec<super::Coder>,
    /// Annotations; one that is there already is replaced by a later one.
    pub annotations: Vec<super::Annotation>,
    /// Deleted annotations; one that is there goes if it is not later.
    pub tombstones: Vec<super::Tombstone>,
    /// Readings; the further one wins.
    pub readings: Vec<super::Reading>,
}

/// What a step was, for the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Act {
    Start,
    Annotate,
    Retag,
    Resize,
    Note,
    Certainty,
    DeleteAnnotations,
    AddTag,
    EditTag,
    MoveTag,
    DeleteTag,
    AddDocuments,
    EditDocument,
    RemoveDocument,
    RenameProject,
    LabelCoder,
    MarkReading,
    ReplaceProject,
    TakeIn,
}

impl Act {
    /// Every act with its name in the saved form.
    pub const ALL: &[(Act, &'static str)] = &[
        (Act::Start, "start"),
        (Act::Annotate, "annotate"),
        (Act::Retag, "retag"),
        (Act::Resize, "resize"),
        (Act::Note, "note"),
        (Act::Certainty, "certainty"),
        (Act::DeleteAnnotations, "delete annotations"),
        (Act::AddTag, "add tag"),
        (Act::EditTag, "edit tag"),
        (Act::MoveTag, "move tag"),
        (Act::DeleteTag, "delete tag"),
        (Act::AddDocuments, "add documents"),
        (Act::EditDocument, "edit document"),
        (Act::RemoveDocument, "remove document"),
        (Act::RenameProject, "rename project"),
        (Act::LabelCoder, "label coder"),
        (Act::MarkReading, "mark reading"),
        (Act::ReplaceProject, "replace project"),
        (Act::TakeIn, "take in"),
    ];

    /// Its name in the saved form.
    pub fn name(self) -> &'static str {
        let row = Self::ALL.iter().find(|(act, _)| *act == self);
        row.expect("every act is in the table").1
    }

    /// The act of a name in the saved form.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(act, _)| *act)
    }
}

/// Why a wish was not granted. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// When the annotation was deleted meanwhile.
    #[error("This annotation is no longer there. Undo may bring it back.")]
    NoAnnotation(AnnotationId),
    /// When the tag was deleted meanwhile.
    #[error("This tag is no longer in the codebook. Undo may bring it back.")]
    NoTag(TagId),
    /// When the document was removed meanwhile.
    #[error("This document is no longer in the project. Undo may bring it back.")]
    NoDocument(DocumentId),
    /// When the passage lies outside the document's text.
    #[error("This passage lies outside the text.")]
    OutsideText,
    /// When the coder gave this passage this tag before.
    #[error("This passage already has this tag.")]
    AlreadyTagged(AnnotationId),
    /// When a name is empty.
    #[error("A name needs at least one character.")]
    EmptyName,
    /// When a sibling is called the same.
    #[error("There is already a tag “{0}” here. Choose another name, or use that tag.")]
    NameTaken(String),
    /// When a key is not a digit.
    #[error("“{0}” cannot be a tag's key. Tags have the digits 0 to 9 as keys.")]
    NoSuchKey(char),
    /// When a tag would be moved under itself.
    #[error("A tag cannot go under itself or one of its own tags.")]
    UnderItself,
    /// When an id is used twice.
    #[error("This record is already there.")]
    AlreadyThere,
    /// When a project that was read breaks one of its own references.
    #[error("This file refers to something that is not in it.")]
    Broken,
    /// When a newer program writes the project now.
    #[error(
        "Nothing can be changed in this tab any more: a newer Glossator has taken over. Download what is here, then reload."
    )]
    ReadOnly,
    /// When the wish would change nothing.
    #[error("Nothing to change: it is so already.")]
    NothingToDo,
}
