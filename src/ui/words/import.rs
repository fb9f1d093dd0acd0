//! Words for texts that come in: their encodings, and what became of them.

use super::count;

/// What is asked and said of a file that becomes a text.
#[allow(missing_docs)]
pub struct Import {
    pub probably: fn(&str) -> String,
    pub perhaps: fn(&str) -> String,
    pub no_guess: &'static str,
    pub likely: &'static str,
    pub others: &'static str,
    pub schwa: &'static str,
    pub read_as: fn(&str) -> String,
    pub newlines_became: fn(&str) -> Option<&'static str>,
    pub mark_left_out: &'static str,
    pub unreadable: fn(usize) -> String,
    pub directions: fn(usize, &[&str]) -> String,
    pub widths: fn(usize, &[&str]) -> String,
    pub controls: fn(usize, &[&str]) -> String,
    pub came: &'static str,
    pub came_whole: &'static str,
}

fn list(signs: &[&str]) -> String {
    const MOST: usize = 8;
    let more = if signs.len() > MOST { ", …" } else { "" };
    format!("{}{more}", signs[..signs.len().min(MOST)].join(", "))
}

/// English.
pub static ENGLISH: Import = Import {
    probably: |name| {
        format!("Going by its letters it is probably {name}; the text below shows whether it is.")
    },
    perhaps: |name| format!("It may be {name}, but others come near: let the text below decide."),
    no_guess: "Its letters do not tell which it is: try until the text below reads right.",
    likely: "Likely",
    others: "Others",
    schwa: "The Azerbaijani ə is in none of these older encodings: where a text should have it and shows something \
            else, look for a copy in UTF-8.",
    read_as: |encoding| format!("It was read as {encoding}."),
    newlines_became: |newline| match newline {
        "crlf" => Some("Its line ends were CR LF, as on Windows; they are LF now."),
        "cr" => Some("Its line ends were CR, as on old Macintoshes; they are LF now."),
        "mixed" => Some("Its line ends were of several kinds; all are LF now."),
        _ => None,
    },
    mark_left_out: "The byte order mark at its start was left out.",
    unreadable: |number| {
        format!("{} could not be read and stand as �.", count(number, "character", "characters"))
    },
    directions: |number, signs| {
        format!(
            "It has {} that turn the direction of writing ({}); small signs show where.",
            count(number, "character", "characters"),
            list(signs)
        )
    },
    widths: |number, signs| {
        format!(
            "It has {} without width ({}); small signs show where.",
            count(number, "character", "characters"),
            list(signs)
        )
    },
    controls: |number, signs| {
        format!(
            "It has {} ({}); small signs show where.",
            count(number, "control character", "control characters"),
            list(signs)
        )
    },
    came: "How it came in",
    came_whole: "As it was in the file, character by character.",
};
