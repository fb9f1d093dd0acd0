//! Identifiers: a UUID each, and one type per kind of record.

use crate::table::Coded;
use std::fmt;
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// Makes a version 4 UUID of sixteen random bytes.
            pub const fn from_random(bytes: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }

            /// Reads the hyphenated form; `None` for anything else.
            pub fn parse(text: &str) -> Option<Self> {
                (text.len() == 36).then(|| Uuid::try_parse(text).ok()).flatten().map(Self)
            }
        }

        impl Coded for $name {
            const WORDS: usize = 2;

            fn encode(self, words: &mut [u64]) {
                (words[0], words[1]) = self.0.as_u64_pair();
            }

            fn decode(words: &[u64]) -> Self {
                Self(Uuid::from_u64_pair(words[0], words[1]))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.as_hyphenated())
            }
        }
    };
}

id!(/// Names a project.
    ProjectId);
id!(/// Names a document.
    DocumentId);
id!(/// Names a tag.
    TagId);
id!(/// Names a coder: random per browser, so that no account is needed.
    CoderId);
id!(/// Names an annotation.
    AnnotationId);
id!(/// Names an attribute of tags.
    AttributeId);
id!(/// Names one choice of an attribute.
    ChoiceId);
id!(/// Names a type of relations.
    RelationTypeId);
id!(/// Names a relation.
    RelationId);
id!(/// Names a rule of the codebook.
    RuleId);
id!(/// Names a version of the codebook.
    VersionId);
id!(/// Names the refusal of a suggestion.
    RefusalId);
id!(/// Names an instrument that a project added.
    InstrumentId);
id!(/// Names what was deleted: an annotation or a relation, by the id that it had.
    BuriedId);

macro_rules! buried {
    ($($name:ident),*) => {
        $(impl From<$name> for BuriedId {
            fn from(id: $name) -> Self {
                Self(id.0)
            }
        }

        impl From<BuriedId> for $name {
            fn from(id: BuriedId) -> Self {
                Self(id.0)
            }
        })*
    };
}

buried!(AnnotationId, RelationId);
