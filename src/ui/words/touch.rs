//! Words for marking by touch.

/// What is said and shown while a passage is marked with a finger.
#[allow(missing_docs)]
pub struct Touch {
    pub begun: fn(&str) -> String,
    pub passage: &'static str,
    pub tap_last: &'static str,
    pub tag_word: &'static str,
    pub give_up: &'static str,
    pub suggested: fn(&str) -> String,
}

/// English.
pub static ENGLISH: Touch = Touch {
    begun: |word| format!("From “{word}”. Tap the last word."),
    passage: "Marked passage",
    tap_last: "Tap the last word",
    tag_word: "Tag this word",
    give_up: "Cancel",
    suggested: |about| format!("Suggested: {about}"),
};
