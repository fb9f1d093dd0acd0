//! Why a wish was not granted, in words for the person who wished it.

use super::{AnnotationId, DocumentId, RelationId, TagId};
use thiserror::Error;

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
    /// When a range is taken away that is all of the passage, or none of it.
    #[error("This range is not a part of the passage that can be taken away. Delete the annotation instead.")]
    NoRange,
    /// When the attribute is not asked for by the annotation's tag.
    #[error("This tag does not ask for this attribute any more. Undo may bring it back.")]
    NoAttribute,
    /// When a value is not of its attribute's kind.
    #[error("“{0}” does not take this value. Look at what kind of value it has in the codebook.")]
    WrongValue(String),
    /// When two attributes of one tag, or two choices of one attribute, are called the same or have one id.
    #[error("“{0}” stands there twice. Give one of them another name.")]
    Twice(String),
    /// When an attribute is shown only for a value of an attribute that does not come before it.
    #[error("“{0}” can only depend on an attribute that stands before it.")]
    NoCondition(String),
    /// When a choice goes for which another attribute is asked.
    #[error("“{0}” is asked for only where this is chosen. Change that first.")]
    Decides(String),
    /// When a relation was deleted meanwhile.
    #[error("This relation is no longer there. Undo may bring it back.")]
    NoRelation(RelationId),
    /// When a type of relations, a rule or a version was deleted meanwhile.
    #[error("This is no longer in the codebook. Undo may bring it back.")]
    Gone,
    /// When the coder drew this relation before.
    #[error("These two are already joined in this way.")]
    AlreadyRelated(RelationId),
    /// When a relation would lead back to where it starts.
    #[error("A relation joins two annotations, not one with itself.")]
    RelatesToItself,
    /// When a relation's type does not join these tags.
    #[error("“{0}” does not join these two tags. What it joins is set in the codebook.")]
    MayNotJoin(String),
    /// When a rule about two tags has only one.
    #[error("This rule needs a second tag.")]
    NeedsOther,
    /// When a tag would be merged or split into itself.
    #[error("Choose another tag: this one cannot become itself.")]
    IntoItself,
    /// When the annotations of a tag at the top are to be given to the tag above it.
    #[error("There is no tag above this one. Choose which tag its annotations get.")]
    NoParent,
    /// When a name is empty.
    #[error("A name needs at least one character.")]
    EmptyName,
    /// When a sibling is called the same.
    #[error("There is already a tag “{0}” here. Choose another name, or use that tag.")]
    NameTaken(String),
    /// When a key is not a digit.
    #[error("“{0}” cannot be a tag's key. Tags have the digits 0 to 9 as keys.")]
    NoSuchKey(char),
    /// When a tag that is retired would be given.
    #[error("“{0}” is retired: it stays where it was given, and is not given any more.")]
    Retired(String),
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
