//! The field of a legal instrument.

use super::typed;
use super::values::Field;
use crate::app::App;
use crate::model::{AttributeKind, Given};
use leptos::prelude::*;

/// The instrument in the person's own words.
pub(super) fn field(app: App, field: Field, given: Memo<Given>) -> AnyView {
    typed::line(app, field, given, AttributeKind::Instrument)
}
