//! Plain text files: which bytes are which characters.

use glossator::formats::plain::{Decoded, decode, original};
use glossator::text::{Hash, Text};

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn little(text: &str) -> Vec<u8> {
    utf16(text, u16::to_le_bytes)
}

fn big(text: &str) -> Vec<u8> {
    utf16(text, u16::to_be_bytes)
}

#[track_caller]
fn check(bytes: &[u8], text: &str, encoding: &str, newline: &str, bom: bool) {
    let Decoded::Text { raw, original } = decode(bytes) else {
        panic!("{text:?} in {encoding} is not known");
    };
    assert_eq!(Text::import(&raw).unwrap().as_str(), Text::import(text).unwrap().as_str());
    assert_eq!((original.encoding.as_str(), original.newline.as_str()), (encoding, newline), "{text:?}");
    assert_eq!(original.bom, bom, "{text:?}");
    assert_eq!(original.sha256, Some(Hash::of(bytes)));
}

#[track_caller]
fn check_unknown(bytes: &[u8]) {
    assert_eq!(decode(bytes), Decoded::Unknown);
}

#[test]
fn utf_8_is_utf_8_whatever_it_says() {
    for text in [
        "",
        "plain",
        "naïve 🕊 e\u{301}",
        "Ганджа",
        "文字",
        "one\0two\0three",
        "\0",
        "a\0b",
        "a\0bc d\0e",
        "\u{1}\u{2}",
    ] {
        check(text.as_bytes(), text, "utf-8", "none", false);
    }
    check("\u{feff}marked".as_bytes(), "marked", "utf-8", "none", true);
}

#[test]
fn newlines_are_told_apart() {
    for (text, newline) in [
        ("a", "none"),
        ("a\nb\n", "lf"),
        ("a\r\nb\r\n", "crlf"),
        ("a\rb\r", "cr"),
        ("a\nb\r\n", "mixed"),
        ("a\rb\r\n", "mixed"),
        ("a\n\rb", "mixed"),
        ("a\u{2028}b\u{85}c", "none"),
    ] {
        check(text.as_bytes(), text, "utf-8", newline, false);
        check(&little(&format!("\u{feff}{text}")), text, "utf-16le", newline, true);
    }
}

#[test]
fn utf_16_with_a_mark_is_utf_16() {
    for text in ["", "plain", "naïve 🕊 e\u{301}", "Ганджа", "文字", "one\0two"] {
        let marked = format!("\u{feff}{text}");
        check(&little(&marked), text, "utf-16le", "none", true);
        check(&big(&marked), text, "utf-16be", "none", true);
    }
}

#[test]
fn utf_16_without_a_mark_is_taken_where_nothing_else_can_be_meant() {
    for text in
        ["plain words", "naïve “quotes” 🕊", "Обращение организаций, 4 октября", "שלום עולם, שלום עולם"]
    {
        check(&little(text), text, "utf-16le", "none", false);
        check(&big(text), text, "utf-16be", "none", false);
    }
    // Without a single space or line end nothing gives it away.
    check_unknown(&big("文文文文"));
}

#[test]
fn what_is_neither_is_asked_about() {
    check_unknown(b"na\xefve");
    check_unknown("Ганджа".encode_utf16().map(|unit| unit as u8 | 0x80).collect::<Vec<_>>().as_slice());
    let marked = little("\u{feff}text");
    check_unknown(&marked[..marked.len() - 1]);
    // Half a surrogate pair.
    check_unknown(&[0xff, 0xfe, 0x3d, 0xd8, 0x20, 0x00]);
    check_unknown(&[0xfe, 0xff, 0xdc, 0x00]);
    // UTF-32, which the Encoding Standard does not have.
    check_unknown(&[0xff, 0xfe, 0, 0, b'a', 0, 0, 0]);
}

#[test]
fn any_bytes_are_taken_without_a_panic_and_text_stays_text() {
    let mut state = 1_u32;
    for length in 0..300 {
        let bytes: Vec<u8> = (0..length)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 24) as u8
            })
            .collect();
        if let Decoded::Text { original, .. } = decode(&bytes) {
            assert_eq!(original.sha256, Some(Hash::of(&bytes)));
        }
    }
}

#[test]
fn pasted_text_has_no_bytes() {
    let pasted = original("a\r\nb", "utf-8", None);
    assert_eq!((pasted.newline.as_str(), pasted.bom, pasted.sha256), ("crlf", false, None));
    let legacy = original("na\u{ef}ve", "windows-1252", Some(b"na\xefve"));
    assert_eq!((legacy.encoding.as_str(), legacy.bom), ("windows-1252", false));
}

mod judging {
    use glossator::formats::plain::{Newlines, newlines, sample};

    #[test]
    fn line_ends_are_counted_by_their_kinds() {
        assert_eq!(newlines("a\r\nb\nc\rd\r\r\n"), Newlines { lf: 1, crlf: 2, cr: 2 });
        assert_eq!(newlines(""), Newlines::default());
    }

    #[test]
    fn a_sample_is_the_first_line_and_those_that_tell() {
        let text = "Plain head\r\n\r\nplain too\nстатья\rnothing\nвторая\nтретья";
        assert_eq!(sample(text, 3), ["Plain head", "статья", "вторая"]);
        assert_eq!(sample(text, 9), ["Plain head", "статья", "вторая", "третья"]);
        assert_eq!(sample("\n \n", 3), [""; 0]);
    }

    #[test]
    fn a_long_line_is_shown_from_near_what_tells() {
        let line = format!("{}статья{}", "a".repeat(300), "b".repeat(300));
        let shown = sample(&line, 1).remove(0);
        assert_eq!(shown, format!("…{}статья{}…", "a".repeat(40), "b".repeat(114)));
    }
}
