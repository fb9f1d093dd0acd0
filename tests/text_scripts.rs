//! Words in scripts without spaces, and characters that are not seen.

use glossator::text::{
    CodePoint, Hidden, Motion, Segmenter, Span, Text, blocks, invisibles, move_from, snap, tally,
};
use std::cell::RefCell;
use std::rc::Rc;

/// A dictionary in which every word has two letters; it remembers what it was asked.
#[derive(Default)]
struct Pairs {
    asked: RefCell<Vec<String>>,
}

impl Segmenter for Pairs {
    fn ends(&self, run: &str) -> Option<Rc<[usize]>> {
        self.asked.borrow_mut().push(run.to_owned());
        let ends: Vec<_> =
            run.char_indices().skip(2).step_by(2).map(|(at, _)| at).chain([run.len()]).collect();
        Some(ends.into())
    }
}

fn text(content: &str) -> Text {
    Text::new(content).expect("it is short")
}

#[track_caller]
fn words_at(content: &str, at: u32, expected: &str) {
    let text = text(content);
    let caret = text.position(at).expect("inside");
    let taken = snap(&text, Span::between(caret, text.position(at + 1).expect("inside")), &Pairs::default())
        .expect("there are words");
    assert_eq!(text.slice(taken), expected);
}

#[test]
fn the_dictionary_says_what_a_word_is_without_spaces() {
    words_at("自由平等", 0, "自由");
    words_at("自由平等", 1, "自由");
    words_at("自由平等", 2, "平等");
    // What is written with spaces is not its business.
    words_at("free 自由 men", 1, "free");
    words_at("free 自由 men", 6, "自由");
}

#[test]
fn a_movement_stops_where_the_dictionary_does() {
    let text = text("自由平等,王");
    let blocks = blocks(&text);
    let mut stops = vec![0];
    let mut at = CodePoint::default();
    while at < text.all().end() {
        at = move_from(&text, &blocks, at, Motion::NextWord, &Pairs::default());
        stops.push(at.get());
    }
    assert_eq!(stops, [0, 2, 4, 6]);
}

#[test]
fn a_long_run_is_asked_for_in_pieces_that_lie_where_they_lie() {
    // 9,000 bytes of one run: no question is longer than 4,096, and the same place has the same word
    // whichever way one comes to it.
    let content = "由".repeat(3_000);
    let text = text(&content);
    let pairs = Pairs::default();
    let word = |at: u32| {
        let place = text.span(at, at + 1).expect("inside");
        snap(&text, place, &pairs).expect("there is a word")
    };
    for at in [0, 1, 1_300, 1_364, 1_365, 1_366, 2_729, 2_730, 2_731, 2_998, 2_999] {
        let found = word(at);
        assert!(found.length() >= 1 && found.length() <= 2, "{at}: {found:?}");
        for other in found.start().get()..found.end().get() {
            assert_eq!(word(other), found, "{at} and {other}");
        }
    }
    let longest = pairs.asked.borrow().iter().map(String::len).max();
    assert!(longest.is_some_and(|longest| longest <= 4_096), "{longest:?}");
}

#[test]
fn a_dictionary_that_does_not_know_leaves_each_cluster_a_word() {
    let text = text("自由");
    let place = text.span(1, 2).expect("inside");
    assert_eq!(text.slice(snap(&text, place, &glossator::text::NoSegmenter).expect("there is a word")), "由");
}

/// The signs of a text, each with its position.
#[track_caller]
fn signs(content: &str, expected: &[(u32, &str)]) {
    let text = text(content);
    let found: Vec<_> = invisibles(&text, text.all()).iter().map(|one| (one.at.get(), one.sign)).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_turns_the_direction_is_found() {
    signs("a\u{202e}b\u{202c}c", &[(1, "RLO"), (3, "PDF")]);
    signs("\u{2067}x\u{2069}\u{200f}\u{61c}", &[(0, "RLI"), (2, "PDI"), (3, "RLM"), (4, "ALM")]);
}

#[test]
fn what_is_spelling_is_left_alone() {
    signs("می\u{200c}خواهم", &[]);
    signs("👨\u{200d}👩", &[]);
    signs("a\u{200d}b\u{200c}", &[(1, "ZWJ"), (3, "ZWNJ")]);
    signs("tab\tand\nline", &[]);
}

#[test]
fn controls_and_what_has_no_width_are_found() {
    signs("\0a\u{7}\u{ad}b\u{200b}\u{feff}", &[(0, "NUL"), (2, "BEL"), (3, "SHY"), (5, "ZWSP"), (6, "BOM")]);
    signs("𐐷\u{85}\u{9c}", &[(1, "NEL"), (2, "C1")]);
}

#[test]
fn a_part_of_a_text_has_its_own_signs() {
    let text = text("a\u{200b}b\u{200b}c");
    let found = invisibles(&text, text.span(2, 5).expect("inside"));
    assert_eq!(found.iter().map(|one| one.at.get()).collect::<Vec<_>>(), [3]);
}

#[test]
fn a_tally_counts_all_and_names_each_once() {
    let text = text("\u{200b}a\u{200b}\u{2060}\u{202e}");
    let found = invisibles(&text, text.all());
    assert_eq!(tally(&found, Hidden::Width), (3, vec!["ZWSP", "WJ"]));
    assert_eq!(tally(&found, Hidden::Direction), (1, vec!["RLO"]));
    assert_eq!(tally(&found, Hidden::Control), (0, vec![]));
}
