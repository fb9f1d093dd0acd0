//! Steps from each version of the file to the next. Append-only: a step, once
//! released, is never edited, and neither is its fixture.

use serde_json::Value;

/// A step takes a whole file of one version and makes it one of the next.
type Step = fn(&mut Value);

/// The step at place `n` leads from version `n + 1` to `n + 2`.
const STEPS: &[Step] = &[];

/// The version that is written, and the greatest that is read.
pub const VERSION: u32 = 1 + STEPS.len() as u32;

/// Brings a file of an older version up to [`VERSION`].
pub(super) fn migrate(file: &mut Value, version: u32) {
    let behind = STEPS.iter().skip(version.saturating_sub(1) as usize);
    behind.for_each(|step| step(file));
    if version < VERSION {
        file["version"] = VERSION.into();
    }
}
