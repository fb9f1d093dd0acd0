//! All that a view can ask for.

use super::{
    AnnotationId, Attribute, AttributeId, Certainty, CoderId, Colour, Document, DocumentId, Example,
    InstrumentId, LineStyle, OwnInstrument, Progress, Project, Refusal, RefusalId, RelationId, RelationType,
    RelationTypeId, Rule, RuleId, TagId, Target, Time, Value, VersionId,
};
use crate::text::Span;

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
    /// Passages that are it. One whose words stood there before keeps where it is from.
    Examples(Vec<Example>),
    /// Passages that look like it and are not.
    CounterExamples(Vec<Example>),
    /// What is asked of passages that have it. Values of what is no longer asked for go.
    Attributes(Vec<Attribute>),
    /// Whether it is no longer offered.
    Retired(bool),
}

/// What becomes of the annotations of a tag that goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orphans {
    /// They go with it.
    Delete,
    /// They get another tag.
    GiveTo(TagId),
    /// They get the tag above it.
    GiveToParent,
}

/// Which annotations of a tag that is split get another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sieve {
    /// These, as somebody has decided for each.
    These(Vec<AnnotationId>),
    /// Those with this value; of an attribute with many choices, those that have it among them.
    Value(AttributeId, Value),
    /// Those by this coder.
    Coder(CoderId),
    /// Those on this document.
    Document(DocumentId),
    /// Those whose passage holds these words, letter case aside.
    Says(String),
}

/// What an example of a tag shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What the tag means.
    Example,
    /// What only looks like it.
    CounterExample,
}

/// A relation to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRelation {
    /// Its id, fresh.
    pub id: RelationId,
    /// What it says.
    pub kind: RelationTypeId,
    /// Where it starts.
    pub from: AnnotationId,
    /// Where it leads.
    pub to: AnnotationId,
    /// Who draws it.
    pub coder: CoderId,
    /// When.
    pub at: Time,
}

/// A field of a type of relations, with its new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RelationTypeField {
    /// What it is called; may not be empty.
    Name(String),
    /// What it means.
    Definition(String),
    /// The tags that it may start from; `None` is any.
    From(Option<Vec<TagId>>),
    /// The tags that it may lead to; `None` is any.
    To(Option<Vec<TagId>>),
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
    /// Thoughts on it.
    Memo(String),
}

/// A wish. [`plan`](super::plan) makes a patch of it, or says why not. Ids and
/// times come with it: the core has no clock and no chance.
#[derive(Clone, Debug)]
pub enum Command {
    /// Give a passage a tag.
    Annotate(NewAnnotation),
    /// Give a passage a tag that does not exist yet.
    AnnotateAsNew(NewTag, NewAnnotation),
    /// Give a passage a tag, and values of what it asks for.
    AnnotateWith(NewAnnotation, Vec<(AttributeId, Value)>),
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
    /// Delete a tag. The tags under it move up.
    DeleteTag(TagId, Orphans),
    /// Make several tags one: annotations, the tags under them and the attributes go to it, and relation
    /// types and rules name it.
    MergeTags {
        /// Those that go.
        tags: Vec<TagId>,
        /// The one that stays.
        into: TagId,
    },
    /// Give the annotations of a tag to others. Each gets the first whose sieve it falls into; what falls
    /// into none stays.
    SplitTag {
        /// The tag.
        id: TagId,
        /// Tags to be made for it, which ask for the attributes that it has of its own.
        new: Vec<NewTag>,
        /// What falls into which tag.
        parts: Vec<(Sieve, TagId)>,
    },
    /// Keep a passage as an example or as a counter-example of a tag.
    AddExample {
        /// The tag.
        tag: TagId,
        /// Where the passage stands.
        document: DocumentId,
        /// The passage, in pieces perhaps.
        target: Target,
        /// What it shows.
        side: Side,
    },
    /// Say that annotations made under an older definition of their tag still hold.
    Reaffirm(Vec<AnnotationId>),
    /// Give an attribute of an annotation a value, or none.
    SetValue(AnnotationId, AttributeId, Option<Value>),
    /// Give several attributes of an annotation their values, or none.
    SetValues(AnnotationId, Vec<(AttributeId, Option<Value>)>),
    /// Add a range to a passage; ranges that touch become one.
    AddRange(AnnotationId, Span),
    /// Take a range away from a passage; what is left of it stays.
    RemoveRange(AnnotationId, Span),
    /// Draw a relation.
    Relate(NewRelation),
    /// Let a relation say something else.
    Retype(RelationId, RelationTypeId),
    /// Delete relations.
    Unrelate(Vec<RelationId>),
    /// Make a type of relations; its place is the last.
    AddRelationType(RelationType),
    /// Change a type's fields.
    EditRelationType(RelationTypeId, Vec<RelationTypeField>),
    /// Delete a type with its relations.
    DeleteRelationType(RelationTypeId),
    /// Make a rule, or put it in the place of the one that has its id.
    SetRule(Rule),
    /// Delete a rule.
    DeleteRule(RuleId),
    /// Keep the codebook as it is now under a name.
    NameVersion {
        /// Its id, fresh; one that is there gets the name and the note.
        id: VersionId,
        /// What it is called.
        name: String,
        /// Why it is kept.
        note: String,
        /// When.
        at: Time,
    },
    /// Forget a version.
    DeleteVersion(VersionId),
    /// Remember that suggestions are refused.
    Refuse(Vec<Refusal>),
    /// Forget refusals: what they kept away is suggested again.
    OfferAgain(Vec<RefusalId>),
    /// Add an instrument to the project, or put it in the place of the one that has its id.
    SetInstrument(OwnInstrument),
    /// Take an instrument of the project's own away.
    DeleteInstrument(InstrumentId),
    /// Put another codebook in the place of the one that is there. Tags that annotations have stay, with
    /// those above them, and so do types that relations have.
    ReplaceCodebook(Box<Incoming>),
    /// Write the project's memo.
    Memo(String),
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
    /// What a codebook from outside says otherwise of tags that are there.
    pub edits: Vec<(TagId, Vec<TagField>)>,
    /// Types of relations; one that is there already stays as it is.
    pub relation_types: Vec<RelationType>,
    /// Rules; one that is there already stays as it is.
    pub rules: Vec<Rule>,
    /// Instruments of its own; one that is there already stays as it is.
    pub instruments: Vec<OwnInstrument>,
    /// Coders; one that is there already stays, but takes a label if it has none.
    pub coders: Vec<super::Coder>,
    /// Annotations; one that is there already is replaced by a later one.
    pub annotations: Vec<super::Annotation>,
    /// Relations; one that is there already is replaced by a later one.
    pub relations: Vec<super::Relation>,
    /// Deleted annotations and relations; one that is there goes if it is not later.
    pub tombstones: Vec<super::Tombstone>,
    /// Readings; the further one wins.
    pub readings: Vec<super::Reading>,
}
