//! What is coded: a project as a value, the commands that change it, and the
//! patches that those become.

mod after;
mod apply;
mod beside;
mod codebook;
mod command;
mod ids;
mod index;
mod lanes;
mod order;
mod patch;
mod plan;
mod project;
mod query;
mod records;
mod segments;
mod starter;
mod take_in;
mod time;

pub use apply::{Applied, Left, Stamping, Strictness, apply, restore};
pub use beside::{Beside, Group, Name, Stretch, density, groups};
pub use codebook::{children, depth_first, path};
pub use command::{Act, Command, DocumentField, EditError, Incoming, NewAnnotation, NewTag, TagField};
pub use ids::{AnnotationId, CoderId, DocumentId, ProjectId, TagId};
pub use index::{Index, Layout, Placed};
pub use lanes::Lanes;
pub use order::Order;
pub use patch::{Change, Key, Patch, Record};
pub use plan::{Plan, plan};
pub use project::{Head, Project};
pub use query::{Notes, Query, SortBy, hides, unseen};
pub use records::{
    Annotation, Certainty, Coder, Colour, Document, Extra, LineStyle, Original, Progress, Reading, Stamp,
    Tag, Target, Tombstone,
};
pub use segments::{Segment, segments};
pub use starter::{APPEAL, PALETTE, starter};
pub use time::Time;
