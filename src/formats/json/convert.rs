//! Between the records of the file and those of the model.

use super::form::{Flaw, Maybe, Place};
use super::v1::{Annotation, Document, Original, Range, Reading, Relation, Target, Tombstone};
use crate::formats::Fault;
use crate::formats::error::excerpt;
use crate::model::{self, Extra, Stamp};
use crate::text::{Span, Text};

impl Document {
    /// The form of a document, its text left out.
    pub(crate) fn of(document: &model::Document) -> Self {
        let model::Document {
            id,
            title,
            source,
            author,
            date,
            language,
            fields,
            order,
            original,
            text,
            memo,
            extra,
        } = document.clone();
        let model::Original { encoding, newline, bom, sha256 } = original;
        Self {
            id,
            title,
            source,
            author,
            date,
            language,
            fields,
            order,
            sha256: text.hash(),
            length: text.length().get(),
            original: Original { encoding, newline, bom, sha256, extra: Extra::default() },
            text: Maybe(None),
            memo,
            extra,
        }
    }

    pub(crate) fn into_model(self, text: Text) -> model::Document {
        let Self { id, title, source, author, date, language, fields, order, original, memo, extra, .. } =
            self;
        let Original { encoding, newline, bom, sha256, .. } = original;
        let original = model::Original { encoding, newline, bom, sha256 };
        model::Document {
            id,
            title,
            source,
            author,
            date,
            language,
            fields,
            order,
            original,
            text,
            memo,
            extra,
        }
    }
}

impl Annotation {
    /// The form of an annotation, without the words of the passage.
    pub(crate) fn of(annotation: &model::Annotation) -> Self {
        let model::Annotation {
            id,
            document,
            target,
            tag,
            tag_revision,
            coder,
            values,
            certainty,
            note,
            created,
            stamp: Stamp { modified, rev, lamport },
            extra,
        } = annotation.clone();
        Self {
            id,
            document,
            tag,
            tag_revision,
            coder,
            target: Target::of(&target),
            values: Extra(values),
            certainty,
            note,
            created,
            modified,
            rev,
            lamport,
            extra,
        }
    }

    pub(crate) fn into_model(self, text: &Text, at: &Place<'_>) -> Result<model::Annotation, Flaw> {
        let target = self.target.into_model(text, &at.field("target"))?;
        let Self { id, document, tag, tag_revision, coder, values, certainty, note, created, extra, .. } =
            self;
        let stamp = Stamp { modified: self.modified, rev: self.rev, lamport: self.lamport };
        let values = values.0;
        Ok(model::Annotation {
            id,
            document,
            target,
            tag,
            tag_revision,
            coder,
            values,
            certainty,
            note,
            created,
            stamp,
            extra,
        })
    }
}

impl Target {
    fn of(target: &model::Target) -> Self {
        let range = |span: &Span| Range {
            start: span.start().get(),
            end: span.end().get(),
            quote: Maybe(None),
            prefix: Maybe(None),
            suffix: Maybe(None),
            extra: Extra::default(),
        };
        let ranges: Vec<_> = target.spans().iter().map(range).collect();
        let whole = ranges.is_empty();
        Self {
            document: Maybe(whole.then_some(true)),
            ranges: Maybe((!whole).then_some(ranges)),
            extra: Extra::default(),
        }
    }

    /// Checks all that can be checked without the text, given its length.
    pub(crate) fn check(&self, length: u32, at: &Place<'_>) -> Result<(), Flaw> {
        let ranges = match (&self.document.0, &self.ranges.0) {
            (Some(true), None) => return Ok(()),
            (None, Some(ranges)) if !ranges.is_empty() => ranges,
            _ => return Err(at.damaged(Fault::NoTarget)),
        };
        let list = at.field("ranges");
        let mut last = 0;
        for (index, &Range { start, end, .. }) in ranges.iter().enumerate() {
            let at = list.item(index);
            if start >= end {
                return Err(at.damaged(Fault::EmptyRange { start, end }));
            }
            if start < last {
                return Err(at.damaged(Fault::RangesCross { start, last }));
            }
            if end > length {
                return Err(at.damaged(Fault::OutsideText { end, length }));
            }
            last = end;
        }
        Ok(())
    }

    /// The target on a text; every quote that is there must be what the text says.
    fn into_model(self, text: &Text, at: &Place<'_>) -> Result<model::Target, Flaw> {
        self.check(text.length().get(), at)?;
        let list = at.field("ranges");
        let mut spans = Vec::new();
        for (index, range) in self.ranges.0.unwrap_or_default().into_iter().enumerate() {
            let span = text.span(range.start, range.end).expect("it was checked to lie within the text");
            let real = text.slice(span);
            if let Some(quote) = range.quote.0.filter(|quote| quote != real) {
                let fault = Fault::WrongQuote { quote: excerpt(&quote), text: excerpt(real) };
                return Err(list.item(index).damaged(fault));
            }
            spans.push(span);
        }
        if spans.is_empty() {
            return Ok(model::Target::document());
        }
        Ok(model::Target::ranges(spans).expect("the ranges were checked"))
    }
}

impl Tombstone {
    pub(crate) fn of(tombstone: &model::Tombstone) -> Self {
        let &model::Tombstone { id, stamp: Stamp { modified, rev, lamport } } = tombstone;
        Self { id, modified, rev, lamport, extra: Extra::default() }
    }

    pub(crate) fn into_model(self) -> model::Tombstone {
        let Self { id, modified, rev, lamport, .. } = self;
        model::Tombstone { id, stamp: Stamp { modified, rev, lamport } }
    }
}

impl Reading {
    pub(crate) fn of(reading: &model::Reading) -> Self {
        let &model::Reading { coder, document, progress, opened, done } = reading;
        Self { coder, document, progress, opened, done, extra: Extra::default() }
    }

    pub(crate) fn into_model(self) -> model::Reading {
        let Self { coder, document, progress, opened, done, .. } = self;
        model::Reading { coder, document, progress, opened, done }
    }
}

impl Relation {
    pub(crate) fn of(relation: &model::Relation) -> Self {
        let model::Relation { id, kind, from, to, coder, created, stamp, extra } = relation.clone();
        let Stamp { modified, rev, lamport } = stamp;
        Self { id, kind, from, to, coder, created, modified, rev, lamport, extra }
    }

    pub(crate) fn into_model(self) -> model::Relation {
        let Self { id, kind, from, to, coder, created, modified, rev, lamport, extra } = self;
        model::Relation { id, kind, from, to, coder, created, stamp: Stamp { modified, rev, lamport }, extra }
    }
}
