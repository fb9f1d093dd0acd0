//! Words for the versions of the codebook, and for what was annotated under older definitions.

use super::count;
use crate::app::format_number;

/// What the versions say.
#[allow(missing_docs)]
pub struct VersionWords {
    pub versions: &'static str,
    pub new_version: &'static str,
    pub new_version_button: &'static str,
    pub version_name: &'static str,
    pub now: &'static str,
    pub since: fn(usize, &str) -> String,
    pub no_versions: &'static str,
    pub older: fn(usize) -> String,
    pub review: &'static str,
    pub compare: &'static str,
    pub compare_with_now: fn(&str) -> String,
    pub forget: fn(&str) -> String,
    pub forgot: fn(&str) -> String,
    pub version_known: fn(&str) -> String,
    pub version_kept: fn(&str) -> String,
    pub version_note: fn(&str) -> String,
    pub version_why: &'static str,
    pub comparison: &'static str,
    pub older_version: &'static str,
    pub newer_version: &'static str,
    pub same: &'static str,
    pub field: &'static str,
    pub added: fn(&str) -> String,
    pub removed: fn(&str) -> String,
    pub changed: fn(&str) -> String,
    pub fields: &'static [(&'static str, &'static str)],
    pub another_place: &'static str,
    pub nothing: &'static str,
    pub outdated_title: &'static str,
    pub outdated_about: &'static str,
    pub outdated_none: &'static str,
    pub still_holds: &'static str,
    pub still_holds_of: fn(&str) -> String,
    pub all_hold: fn(usize) -> String,
    pub before: &'static str,
    pub not_kept: &'static str,
    pub as_then: &'static str,
    pub look: &'static str,
    pub look_at: fn(&str) -> String,
    pub reaffirmed: fn(usize) -> String,
}

fn annotations(number: usize) -> String {
    count(number, "annotation", "annotations")
}

/// English.
pub static ENGLISH: VersionWords = VersionWords {
    versions: "Versions",
    new_version: "Name this version",
    new_version_button: "+ Name this version",
    version_name: "Name of the version",
    now: "now",
    since: |changes, name| match changes {
        0 => format!("as in “{name}”"),
        _ => format!("{} since “{name}”", count(changes, "change", "changes")),
    },
    no_versions: "Give the codebook's state a name, and later ones can be compared with it.",
    older: |number| {
        let were = if number == 1 { "annotation was" } else { "annotations were" };
        format!("{} {were} made under older definitions.", format_number(number))
    },
    review: "Work them through",
    compare: "Compare with now",
    compare_with_now: |name| format!("Compare “{name}” with now"),
    forget: |name| format!("Forget the version “{name}”"),
    forgot: |name| format!("Forgot the version “{name}”."),
    version_known: |name| format!("There is a version “{name}” already. Give this one another name."),
    version_kept: |name| format!("The codebook as it is now is kept as “{name}”."),
    version_note: |name| format!("Note on “{name}”"),
    version_why: "Why it was kept",
    comparison: "Two versions",
    older_version: "Older",
    newer_version: "Newer",
    same: "Nothing differs.",
    field: "What",
    added: |name| format!("{name} came"),
    removed: |name| format!("{name} went"),
    changed: |name| format!("{name} changed"),
    fields: &[
        ("name", "Name"),
        ("parent", "Under"),
        ("order", "Place"),
        ("colour", "Colour"),
        ("style", "Line"),
        ("key", "Key"),
        ("definition", "Definition"),
        ("use_when", "Use when"),
        ("not_when", "Do not use when"),
        ("examples", "Examples"),
        ("counter_examples", "Counter-examples"),
        ("retired", "Retired"),
        ("attributes", "Asks for"),
        ("from", "Starts from"),
        ("to", "Leads to"),
        ("kind", "Rule"),
        ("tag", "Tag"),
        ("other", "Other tag"),
    ],
    another_place: "another place",
    nothing: "—",
    outdated_title: "Made under older definitions",
    outdated_about: "The definition of their tag has changed since. Look at each: it still holds, or it gets another tag.",
    outdated_none: "Every annotation was made under the present definition of its tag.",
    still_holds: "Still holds",
    still_holds_of: |quote| format!("“{quote}” still holds"),
    all_hold: |number| format!("All {} still hold", format_number(number)),
    before: "before",
    as_then: "It is defined as it was then.",
    not_kept: "How it was defined then is not kept. Give versions a name, and it will be.",
    look: "Show it",
    look_at: |quote| format!("Show “{quote}” in its text"),
    reaffirmed: |number| {
        if number == 1 {
            "One annotation still holds.".to_owned()
        } else {
            format!("{} still hold.", annotations(number))
        }
    },
};
