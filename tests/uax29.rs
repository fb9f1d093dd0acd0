//! Our UAX #29 against the crate `unicode-segmentation` and against Unicode's own
//! tests.

mod support;

use glossator::text::uax29;
use std::collections::BTreeSet;
use std::ops::Range;
use support::{SAMPLES, for_seeds, random_text};
use unicode_segmentation::UnicodeSegmentation;

/// Written by `script/uax29-table`.
const DATA: &str = include_str!("support/uax29.txt");

/// The lines of [`DATA`] about one thing.
fn lines(of: &str) -> impl Iterator<Item = &'static str> {
    DATA.lines().filter_map(move |line| line.strip_prefix(of)?.strip_prefix(' '))
}

fn character(hex: &str) -> char {
    let code = u32::from_str_radix(hex, 16).expect("it is written in hexadecimal");
    char::from_u32(code).expect("it is a scalar value")
}

/// A character of each class.
fn of_each_class() -> Vec<char> {
    lines("class").map(character).collect()
}

/// Segments as `÷ 0061 × 0301 ÷`.
fn show(text: &str, segments: &[Range<usize>]) -> String {
    let show = |segment: &Range<usize>| {
        let codes = text[segment.clone()].chars().map(|c| format!("{:04X}", c as u32));
        codes.collect::<Vec<_>>().join(" × ")
    };
    let parts: Vec<_> = segments.iter().map(show).collect();
    format!("÷ {} ÷", parts.join(" ÷ "))
}

#[track_caller]
fn check(what: &str, text: &str, ours: &[Range<usize>], expected: &[Range<usize>]) {
    assert!(ours == expected, "{what}\n   {}\nnot {}", show(text, expected), show(text, ours));
}

fn ranges<'a>(pieces: impl Iterator<Item = (usize, &'a str)>) -> Vec<Range<usize>> {
    pieces.map(|(at, piece)| at..at + piece.len()).collect()
}

/// Whether WB3c joins a character to the joiner before it.
fn is_pictograph(c: char) -> bool {
    let joined = |before| String::from_iter([before, '\u{200d}', c]).graphemes(true).nth(1).is_none();
    joined('©') && !joined('a')
}

/// The word boundaries of the crate, made to follow WB3c.
///
/// The crate departs from the annex where a pictograph that is joined to a joiner
/// is a letter too (ℹ, Ⓜ), and from itself there and in other places when it goes
/// backwards. Apart from WB3c a joiner is a mark as others are; so the boundaries
/// are those with another mark in its place, save those that WB3c forbids.
fn word_segments(text: &str) -> Vec<Range<usize>> {
    if is_plain(text) {
        return ranges(text.split_word_bound_indices());
    }
    let mark = '\u{20d0}';
    assert_eq!(mark.len_utf8(), '\u{200d}'.len_utf8());
    let mut segments: Vec<Range<usize>> = Vec::new();
    for (at, piece) in text.replace('\u{200d}', &mark.to_string()).split_word_bound_indices() {
        let (end, first) = (at + piece.len(), text[at..].chars().next());
        match segments.last_mut() {
            Some(last) if text[..at].ends_with('\u{200d}') && first.is_some_and(is_pictograph) => {
                last.end = end
            }
            _ => segments.push(at..end),
        }
    }
    segments
}

/// Whether the crate itself is right about the words of a text.
fn is_plain(text: &str) -> bool {
    !text.contains('\u{200d}')
        || text.chars().zip(text.chars().skip(1)).all(|(c, next)| c != '\u{200d}' || !is_pictograph(next))
}

/// Compares all walks from the start.
#[track_caller]
fn check_forwards(text: &str) {
    let graphemes: Vec<_> = uax29::graphemes(text).collect();
    check("graphemes", text, &graphemes, &ranges(text.grapheme_indices(true)));
    let sentences: Vec<_> = uax29::sentences(text).collect();
    check("sentences", text, &sentences, &ranges(text.split_sentence_bound_indices()));
    let segments: Vec<_> = uax29::word_segments(text).collect();
    check("words and what is between", text, &segments, &word_segments(text));
    if is_plain(text) {
        let words: Vec<_> = uax29::words(text).collect();
        check("words alone", text, &words, &ranges(text.unicode_word_indices()));
    }
}

/// Compares everything, from all places.
#[track_caller]
fn check_all(text: &str) {
    check_forwards(text);

    let mut graphemes = ranges(text.grapheme_indices(true).rev());
    check("graphemes backwards", text, &backwards(text, uax29::grapheme_start), &graphemes);
    graphemes.reverse();
    check_from_the_middle(text, &graphemes, uax29::grapheme_start, uax29::grapheme_end);

    let mut segments = word_segments(text);
    check_from_the_middle(text, &segments, uax29::word_start, uax29::word_end);
    segments.reverse();
    check("words backwards", text, &backwards(text, uax29::word_start), &segments);
    if is_plain(text) {
        check("the crate's words backwards", text, &segments, &ranges(text.split_word_bound_indices().rev()));
    }
}

/// The segments from the last to the first, as found one by one.
fn backwards(text: &str, start: fn(&str, usize) -> usize) -> Vec<Range<usize>> {
    let mut segments = Vec::new();
    let mut end = text.len();
    while end > 0 {
        let at = start(text, text.floor_char_boundary(end - 1));
        segments.push(at..end);
        end = at;
    }
    segments
}

/// Asks at each place for the boundaries next to it.
#[track_caller]
fn check_from_the_middle(
    text: &str,
    segments: &[Range<usize>],
    start: fn(&str, usize) -> usize,
    end: fn(&str, usize) -> usize,
) {
    assert_eq!((start(text, 0), end(text, text.len())), (0, text.len()));
    for segment in segments {
        assert_eq!((start(text, segment.start), end(text, segment.start)), (segment.start, segment.start));
        for at in segment.start + 1..segment.end {
            if text.is_char_boundary(at) {
                let found = start(text, at)..end(text, at);
                assert_eq!(found, *segment, "at {at} of {}", show(text, segments));
            }
        }
    }
}

#[test]
fn unicode_s_own_tests_pass() {
    /// A line's text and its segments.
    fn read(line: &str) -> (String, Vec<Range<usize>>) {
        let mut text = String::new();
        let mut segments = Vec::new();
        for part in line.split('÷').map(str::trim).filter(|part| !part.is_empty()) {
            let start = text.len();
            text.extend(part.split(" × ").map(character));
            segments.push(start..text.len());
        }
        (text, segments)
    }
    let mut count = 0;
    let mut run = |what: &str, segments: fn(&str) -> Vec<Range<usize>>| {
        for line in lines(what) {
            let (text, expected) = read(line);
            check(what, &text, &segments(&text), &expected);
            check_all(&text);
            count += 1;
        }
    };
    run("grapheme", |text| uax29::graphemes(text).collect());
    run("word", |text| uax29::word_segments(text).collect());
    run("sentence", |text| uax29::sentences(text).collect());
    assert_eq!(count, 766 + 1944 + 512);
}

/// What tells the class of a character between from all others for which the
/// rules differ, together with GB11. What tells most stands first.
const TELLING: [[&str; 2]; 12] = [
    [".", "_"],
    ["क\u{94d}", "\u{94d}क"],
    ["!", "'"],
    ["0", "0"],
    ["a.", " A"],
    ["ᄀ", "ᆨ"],
    ["\r", "\n"],
    [".", "a"],
    ["א", "🇦"],
    ["\u{1160}", "\u{1160}"],
    ["א", "א"],
    ["क", "क"],
];

/// A character alone, in these surroundings, and (a text of its own, because it
/// takes longer to compare) in those of GB11.
fn surrounded(c: char, by: &[[&str; 2]]) -> [String; 2] {
    let mut text = format!("{c}\n");
    for [before, after] in by {
        text += before;
        text.push(c);
        text += after;
        text.push('\n');
    }
    text.push(c);
    [text, String::from_iter(['©', c, '\u{200d}', '©'])]
}

#[test]
fn every_character_has_the_crate_s_classes() {
    // All boundaries, counted in characters.
    let boundaries = |c| {
        let text = surrounded(c, &TELLING).concat();
        let count = |segments: Vec<Range<usize>>| {
            segments.iter().map(|segment| text[segment.clone()].chars().count()).collect::<Vec<_>>()
        };
        let words = uax29::words(&text).map(|word| text[..word.start].chars().count()).collect::<Vec<_>>();
        let segments = uax29::word_segments(&text).collect();
        (
            count(uax29::graphemes(&text).collect()),
            count(segments),
            words,
            count(uax29::sentences(&text).collect()),
        )
    };
    let each = of_each_class();
    let told_apart: BTreeSet<_> = each.iter().copied().map(boundaries).collect();
    // No rule asks whether a letter is a number too, as Roman numerals are.
    assert_eq!(told_apart.len(), each.len() - 4);

    for c in '\0'..=char::MAX {
        // Beyond are Chinese characters, and places where there are none.
        let lines = if c < '\u{20000}' { TELLING.len() } else { 4 };
        surrounded(c, &TELLING[..lines]).iter().for_each(|text| check_forwards(text));
    }
}

#[test]
fn every_character_stands_beside_each_class_as_by_the_crate() {
    let each = of_each_class();
    for c in ('\0'..='\u{1ffff}').chain('\u{e0000}'..='\u{e0fff}') {
        check_forwards(&each.iter().flat_map(|other| [*other, c]).collect::<String>());
    }
}

#[test]
fn letters_and_their_case_are_what_the_language_says() {
    // Both have to know the same Unicode: a newer Rust wants a newer table.
    for c in '\0'..=char::MAX {
        assert_eq!(uax29::is_alphabetic(c), c.is_alphabetic(), "{c:?}");
        assert_eq!(uax29::is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        assert_eq!(uax29::is_lowercase(c), c.is_lowercase(), "{c:?}");
        assert_eq!(uax29::is_uppercase(c), c.is_uppercase(), "{c:?}");
    }
}

#[test]
fn texts_by_chance_are_cut_as_by_the_crate() {
    let each = of_each_class();
    for_seeds(200_000, |_, chance| {
        // Few kinds in one text, so that they meet.
        let kinds: Vec<char> = (0..2 + chance.below(7)).map(|_| *chance.pick(&each)).collect();
        let text: String = (0..1 + chance.below(12)).map(|_| *chance.pick(&kinds)).collect();
        check_all(&text);
    });
}

#[test]
fn the_texts_of_the_other_tests_are_cut_as_by_the_crate() {
    SAMPLES.iter().for_each(|sample| check_all(sample));
    for_seeds(20_000, |_, chance| check_all(&random_text(chance, 40)));
}

#[test]
fn a_letter_after_a_joiner_belongs_to_the_next_letters_if_it_is_a_pictograph_too() {
    // Where the crate departs from the annex: WB3c does not take WB5 away.
    let words = |text: &'static str| uax29::word_segments(text).map(|word| &text[word]).collect::<Vec<_>>();
    assert_eq!(words("\u{200d}ℹa"), ["\u{200d}ℹa"]);
    assert_eq!(words("a.\u{200d}😀"), ["a", ".\u{200d}😀"]);
}

#[test]
fn a_megabyte_of_what_wants_looking_back_takes_no_longer_than_another() {
    // The walks would take hours if they went over the same again.
    let pieces = [
        "\u{301}",
        "🇦",
        "👩\u{200d}",
        "क\u{94d}",
        "क\u{301}",
        "a.",
        "a. ",
        ".) ",
        "\u{200d}",
        "א\"",
        "a",
        "1,",
    ];
    let halves = ["a", "क\u{94d}", "a.", "", "\n"];
    for (piece, half) in pieces.into_iter().flat_map(|piece| halves.map(|half| (piece, half))) {
        let text = format!("{half}{}{half}", piece.repeat(100_000));
        let walked = [
            uax29::graphemes(&text).last(),
            uax29::word_segments(&text).last(),
            uax29::sentences(&text).last(),
        ];
        assert!(walked.iter().flatten().all(|last| last.end == text.len()));
        let middle = text.floor_char_boundary(text.len() / 2);
        for (start, end) in [
            (uax29::grapheme_start(&text, middle), uax29::grapheme_end(&text, middle)),
            (uax29::word_start(&text, middle), uax29::word_end(&text, middle)),
        ] {
            assert!(start <= middle && middle <= end);
        }
    }
}
