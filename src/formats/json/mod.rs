//! The Glossator file: a project, or its annotations only, as JSON. See docs/format.md.

mod beside;
mod convert;
pub(crate) mod form;
mod migrate;
mod read;
pub(crate) mod v1;
mod values;
mod write;
pub(crate) mod writer;

pub use migrate::VERSION;
pub use read::{AnnotationSet, Opened, read};
pub use values::DEEPEST;
pub(crate) use write::in_order;
pub use write::{write_annotations, write_project};

const FORMAT: &str = "glossator";
const UNIT: &str = "code point";
const PROJECT: &str = "project";
const ANNOTATIONS: &str = "annotations";
