//! What a file is, by its name and its first bytes.

use super::{Offered, Remark, document, is_json, read_json};
use crate::formats::codebook;
use crate::formats::json::AnnotationSet;
use crate::formats::plain::{self, Decoded};
use crate::model::{Document, Project};
use std::sync::Arc;

/// What was offered, as far as it can be told without the project.
pub(super) enum Kind {
    /// A project.
    Project(Box<Project>),
    /// Annotations without their texts.
    Annotations(Box<AnnotationSet>),
    /// A table of annotations.
    Table(String),
    /// A codebook alone.
    Codebook(String),
    /// A text.
    Text(Box<Document>),
    /// Bytes in an unknown encoding.
    Unread(Arc<[u8]>),
    /// Nothing that can be used.
    Refused(Remark),
}

/// How files begin that hold no plain text.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a word processor's document (.docx, .odt) or another packed file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel document"),
    (b"{\\rtf", "a rich text document (.rtf)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file"),
];

/// Says what was offered, with the name under which to speak of it.
pub(super) fn recognise(offered: Offered) -> (String, Kind) {
    let (name, bytes) = match offered {
        Offered::Pasted { title, text } => {
            let original = plain::original(&text, "utf-8", None);
            let kind = text_kind(&title, title.clone(), &text, original);
            return (title, kind);
        }
        Offered::File { name, bytes } => (name, bytes),
    };
    let signature = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start));
    if let Some((_, kind)) = signature {
        let kind = Kind::Refused(Remark::Binary { name: name.clone(), kind });
        return (name, kind);
    }
    let kind = match plain::decode(&bytes) {
        Decoded::Unknown => Kind::Unread(bytes),
        Decoded::Text { raw, original } => {
            let plain = raw.strip_prefix('\u{feff}').unwrap_or(&raw);
            if is_json(&name, plain) {
                read_json(&name, plain)
            } else if codebook::is_one(&name, plain) {
                Kind::Codebook(plain.to_owned())
            } else if name.to_lowercase().ends_with(".csv") {
                Kind::Table(plain.to_owned())
            } else {
                text_kind(&name, title(&name), &raw, original)
            }
        }
    };
    (name, kind)
}

fn text_kind(name: &str, title: String, raw: &str, original: crate::model::Original) -> Kind {
    match document(name, title, raw, original) {
        Ok(document) => Kind::Text(Box::new(document)),
        Err(remark) => Kind::Refused(remark),
    }
}

/// A file's name without its ending.
pub(super) fn title(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
    if stem.is_empty() { name.to_owned() } else { stem.to_owned() }
}
