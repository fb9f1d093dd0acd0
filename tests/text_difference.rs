//! What differs between two texts, word by word.

use glossator::text::{Half, word_changes};

/// Both texts, with what each has alone in brackets.
#[track_caller]
fn check(old: &str, new: &str, wanted: [&str; 2]) {
    let show = |half| {
        let pieces = word_changes(old, new, half);
        pieces
            .iter()
            .map(|(differs, words)| if *differs { format!("[{words}]") } else { words.clone() })
            .collect::<String>()
    };
    assert_eq!([show(Half::Old), show(Half::New)], wanted);
}

#[test]
fn words_that_came_and_went_are_told() {
    check(
        "the passage names who did it and when.",
        "the passage names or clearly implies who did it.",
        ["the passage names who did [it and when.]", "the passage names [or clearly implies ]who did [it.]"],
    );
}

#[test]
fn what_is_equal_is_common() {
    check("a b\nc", "a b\nc", ["a b\nc", "a b\nc"]);
    check("", "", ["", ""]);
    check("a b", "a  b", ["a b", "a [ ]b"]);
}

#[test]
fn what_has_nothing_in_common_is_all_different() {
    check("a b", "", ["[a b]", ""]);
    check("один два", "три", ["[один два]", "[три]"]);
    let long = "x ".repeat(3_000);
    assert_eq!(word_changes(&long, &long, Half::New), [(true, long)]);
}
