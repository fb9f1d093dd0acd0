//! The text quote of a passage: its exact characters with some of what stands
//! around it (W3C Web Annotation, section 4.2.4, Text Quote Selector).

use super::{Span, Text};

/// How many code points of context are kept on each side.
pub const CONTEXT: u32 = 32;

/// A passage in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote<'t> {
    /// The passage.
    pub exact: &'t str,
    /// Up to [`CONTEXT`] code points before it.
    pub prefix: &'t str,
    /// Up to [`CONTEXT`] code points after it.
    pub suffix: &'t str,
}

/// Quotes a span of a text.
pub fn quote(text: &Text, span: Span) -> Quote<'_> {
    let before = span.start().get().saturating_sub(CONTEXT);
    let after = (span.end().get() + CONTEXT).min(text.length().get());
    let part = |start, end| text.span(start, end).map_or("", |span| text.slice(span));
    Quote {
        exact: text.slice(span),
        prefix: part(before, span.start().get()),
        suffix: part(span.end().get(), after),
    }
}
