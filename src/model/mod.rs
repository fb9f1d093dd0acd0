//! What is coded: a project as a value, the commands that change it, and the
//! patches that those become.

mod act;
mod after;
mod apply;
mod attribute;
mod beside;
mod breaches;
mod codebook;
mod colour;
mod command;
mod edit_error;
mod ids;
mod index;
mod lanes;
mod law;
mod meaning;
mod needs;
mod order;
mod patch;
mod plan;
mod preview;
mod project;
mod query;
mod records;
mod relation;
mod segments;
mod similar;
mod starter;
mod starters;
mod take_in;
mod time;
mod value;
mod versions;

pub use act::Act;
pub use apply::{Applied, Left, Stamping, Strictness, apply, restore};
pub use attribute::{AND, Attribute, AttributeKind, Choice, Condition, Example, GAP, Given, asked, shown};
pub use beside::{Beside, Group, Name, Stretch, density, groups};
pub use breaches::{Breach, breaches};
pub use codebook::{children, depth_first, lies_under, path};
pub use colour::{Ground, PALETTE, Sight, TOLD_APART};
pub use command::{
    Command, DocumentField, Incoming, NewAnnotation, NewRelation, NewTag, Orphans, RelationTypeField, Side,
    Sieve, TagField,
};
pub use edit_error::EditError;
pub use ids::{
    AnnotationId, AttributeId, BuriedId, ChoiceId, CoderId, DocumentId, InstrumentId, ProjectId, RefusalId,
    RelationId, RelationTypeId, RuleId, TagId, VersionId,
};
pub use index::{Index, Layout, Placed};
pub use lanes::Lanes;
pub use law::{
    LawAttributes, OWN, OwnInstrument, Refusal, Unfit, law_attributes, provision_in, reads_law,
    references_to, tag_for_law,
};
pub use meaning::{Joined, Meaning, Part};
pub use order::Order;
pub use patch::{Change, Key, Patch, Record};
pub use plan::{Plan, plan};
pub use preview::{Preview, outdated, preview};
pub use project::{Head, Project};
pub use query::{Notes, Query, SortBy, hides, unseen};
pub use records::{
    Annotation, Certainty, Coder, Colour, Document, Extra, LineStyle, Original, Progress, Reading, Stamp,
    Tag, Target, Tombstone,
};
pub use relation::{Fit, Relation, RelationType, Rule, RuleKind, Version, fits, relation_types};
pub use segments::{Segment, segments};
pub use similar::{in_vivo, near_duplicates};
pub use starter::{APPEAL, LEGAL_REFERENCE, TREATY, UN_RESOLUTION, starter};
pub use starters::{STARTERS, StarterBook, begin_with, behind};
pub use time::Time;
pub use value::Value;
pub use versions::{Comparison, Turn, compare};
