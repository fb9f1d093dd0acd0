//! Words for the list of annotations, for the margin, for hidden tags, and for the history.

use super::{act, count};
use crate::app::format_number;
use crate::model::Act;

/// What the list, the eye and the history say.
#[allow(missing_docs)]
pub struct List {
    pub filter: &'static str,
    pub of: fn(usize, usize) -> String,
    pub told: fn(usize, usize) -> String,
    pub hidden: fn(usize) -> String,
    pub show_tags: &'static str,
    pub by_tag: &'static str,
    pub all_tags: &'static str,
    pub by_coder: &'static str,
    pub all_coders: &'static str,
    pub by_words: &'static str,
    pub with_note: &'static str,
    pub order: &'static str,
    pub orders: [&'static str; 3],
    pub show_all: &'static str,
    pub nothing: &'static str,
    pub group: fn(&str, usize) -> String,
    pub hide_tag: fn(&str) -> String,
    pub show_tag: fn(&str) -> String,
    pub tag_hidden: fn(&str) -> String,
    pub tag_shown: fn(&str) -> String,
    pub tags_shown: &'static str,
    pub history: &'static str,
    pub here: &'static str,
    pub beginning: &'static str,
    pub go_to: fn(&str) -> String,
    pub undone: &'static str,
    pub step: fn(Act, &str) -> String,
    pub gone_tag: &'static str,
    pub beside: fn(&str, usize) -> String,
    pub more_tags: &'static str,
}

/// English.
pub static ENGLISH: List = List {
    filter: "Filter",
    of: |shown, all| format!("{} of {} here", format_number(shown), format_number(all)),
    told: |shown, all| {
        format!("{} of {} shown", format_number(shown), count(all, "annotation", "annotations"))
    },
    hidden: |number| format!("{} hidden with their tags", format_number(number)),
    show_tags: "Show all tags",
    by_tag: "Tag",
    all_tags: "All tags",
    by_coder: "Coder",
    all_coders: "All coders",
    by_words: "Words in passage or note",
    with_note: "With a note",
    order: "Order",
    orders: ["As in the text", "By tag", "Newest first"],
    show_all: "Show all",
    nothing: "No annotation here fits.",
    group: |name, number| format!("{name}, {}", count(number, "annotation", "annotations")),
    hide_tag: |name| format!("Hide {name}"),
    show_tag: |name| format!("Show {name}"),
    tag_hidden: |name| format!("{name} is hidden in texts and lists. Files hold it all the same."),
    tag_shown: |name| format!("{name} is shown again"),
    tags_shown: "All tags are shown",
    history: "History",
    here: "You are here",
    beginning: "The beginning",
    go_to: |name| format!("Go to just after: {name}"),
    undone: "undone",
    step: |of, what| match of {
        Act::AddDocuments => format!("Added “{what}”"),
        Act::RemoveDocument => format!("Removed “{what}”"),
        Act::AddTag => format!("Added the tag {what}"),
        Act::DeleteTag => format!("Deleted the tag {what}"),
        Act::ReplaceProject => "Opened a project".to_owned(),
        Act::TakeIn => "Took in annotations".to_owned(),
        other => {
            let name = act(other);
            let mut letters = name.chars();
            letters
                .next()
                .map_or(String::new(), |first| format!("{}{}", first.to_ascii_uppercase(), letters.as_str()))
        }
    },
    gone_tag: "a tag that is gone",
    beside: |tag, number| {
        if number == 1 { tag.to_owned() } else { format!("{tag} ×{}", format_number(number)) }
    },
    more_tags: "more",
};
