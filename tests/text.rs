//! Texts: import, positions in three units, blocks, words, sentences, snapping
//! and the caret.

mod support;

use glossator::marked::{Marked, marked};
use glossator::text::*;
use support::{SAMPLES, for_seeds, random_text};

fn text(content: &str) -> Text {
    Text::new(content).expect("it is short")
}

mod import {
    use super::*;

    #[track_caller]
    fn check(raw: &str, imported: &str) {
        assert_eq!(Text::import(raw).expect("it is short").as_str(), imported);
    }

    #[test]
    fn every_newline_becomes_a_line_feed() {
        check("a\r\nb\rc\nd\r\r\n\n\r", "a\nb\nc\nd\n\n\n\n");
    }

    #[test]
    fn a_byte_order_mark_goes_from_the_start_alone() {
        check("\u{feff}a\u{feff}", "a\u{feff}");
        check("\u{feff}\u{feff}", "\u{feff}");
    }

    #[test]
    fn nothing_else_is_touched() {
        let odd = "\u{0}\u{85}\u{2028}\u{2029}\u{b}\u{c}e\u{301} \t\u{a0}\u{fffd}\n ";
        check(odd, odd);
        check("", "");
    }

    #[test]
    fn a_text_is_the_same_as_another_with_the_same_characters_only() {
        assert_eq!(text("é"), text("é"));
        assert_ne!(text("é"), text("e\u{301}"));
    }

    #[test]
    fn the_hash_is_the_sha_256_of_its_utf_8() {
        let hash = text("abc").hash();
        let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hash.to_string(), hex);
        assert_eq!(Hash::parse(hex), Some(hash));
        for broken in ["", &hex[1..], &hex.replace('a', "g"), &format!("{hex}0"), &"é".repeat(32)] {
            assert_eq!(Hash::parse(broken), None, "{broken}");
        }
    }
}

mod positions {
    use super::*;

    #[test]
    fn the_units_agree_with_counting_one_by_one() {
        for_seeds(2_000, |_, chance| {
            let raw = random_text(chance, 120);
            let text = text(&raw);
            let (mut byte, mut utf16) = (0, 0);
            for (count, c) in raw.chars().enumerate() {
                let position = text.position(count as u32).expect("within the text");
                assert_eq!(text.byte_of(position).get(), byte);
                assert_eq!(text.utf16_of(position).get(), utf16);
                assert_eq!(text.char_at(position), Some(c));
                // All units of a character are at its start.
                for within in 0..c.len_utf16() as u32 {
                    assert_eq!(text.position_of_utf16(utf16 + within), position);
                }
                for within in 0..c.len_utf8() as u32 {
                    assert_eq!(text.position_of_byte((byte + within) as usize), position);
                }
                byte += c.len_utf8() as u32;
                utf16 += c.len_utf16() as u32;
            }
            let end = text.all().end();
            assert_eq!(end.get() as usize, raw.chars().count());
            assert_eq!((text.byte_of(end).get(), text.utf16_of(end)), (byte, text.length_utf16()));
            assert_eq!(text.length_utf16().get() as usize, raw.encode_utf16().count());
            assert_eq!((text.position_of_byte(byte as usize), text.position_of_utf16(utf16)), (end, end));
            assert_eq!(
                (text.position_of_byte(byte as usize + 9), text.position_of_utf16(utf16 + 9)),
                (end, end)
            );
            assert_eq!(text.char_at(end), None);
        });
    }

    #[test]
    fn checkpoints_stand_where_counting_stands_in_texts_of_every_length() {
        for length in 0..200 {
            let text = text(&"a😀é".chars().cycle().take(length).collect::<String>());
            let end = text.all().end();
            assert_eq!(text.position_of_utf16(text.utf16_of(end).get()), end);
            assert_eq!(text.slice(text.all()).chars().count(), length);
        }
    }

    #[test]
    fn no_position_lies_outside_the_text() {
        let text = text("a😀");
        assert_eq!(text.position(2), Some(text.all().end()));
        assert_eq!(text.position(3), None);
        assert_eq!(text.span(1, 0), None);
        assert_eq!(text.span(0, 3), None);
        assert_eq!(text.span(2, 2).map(Span::is_empty), Some(true));
    }

    #[test]
    fn an_empty_text_has_one_position() {
        let text = text("");
        let only = text.position(0).expect("the start");
        assert_eq!((text.all().start(), text.all().end()), (only, only));
        assert_eq!((text.position_of_utf16(0), text.position_of_byte(5)), (only, only));
        assert_eq!((text.byte_of(only).get(), text.utf16_of(only).get()), (0, 0));
    }
}

mod spans {
    use super::*;

    #[track_caller]
    fn check(a: (u32, u32), b: (u32, u32), overlap: Option<(u32, u32)>, contains: bool) {
        let text = text("0123456789");
        let span = |(start, end)| text.span(start, end).expect("within the text");
        let (a, b) = (span(a), span(b));
        assert_eq!(a.intersection(b), overlap.map(span));
        assert_eq!((a.overlaps(b), b.overlaps(a)), (overlap.is_some(), overlap.is_some()));
        assert_eq!(a.contains(b), contains);
        assert!(a.hull(b).contains(a) && a.hull(b).contains(b));
    }

    #[test]
    fn crossing_spans_share_the_middle() {
        check((0, 5), (3, 8), Some((3, 5)), false);
    }

    #[test]
    fn touching_spans_share_nothing() {
        check((0, 3), (3, 5), None, false);
    }

    #[test]
    fn a_span_contains_itself_and_what_lies_within() {
        check((2, 5), (2, 5), Some((2, 5)), true);
        check((2, 5), (3, 4), Some((3, 4)), true);
    }

    #[test]
    fn a_span_holds_its_start_and_not_its_end() {
        let text = text("0123");
        let span = text.span(1, 3).expect("within the text");
        assert!(span.holds(span.start()) && !span.holds(span.end()));
    }
}

mod quotes {
    use super::*;

    #[test]
    fn the_context_is_32_code_points_and_less_at_the_ends() {
        let text = text(&format!("{}Ganja{}", "😀".repeat(40), "é".repeat(3)));
        let quote = quote(&text, text.span(40, 45).expect("within the text"));
        assert_eq!(quote.exact, "Ganja");
        assert_eq!(quote.prefix, "😀".repeat(32));
        assert_eq!(quote.suffix, "ééé");
    }
}

mod cutting_into_blocks {
    use super::*;

    /// Each block as its number and its text.
    #[track_caller]
    fn check(content: &str, expected: &[(u32, &str)]) {
        let text = text(content);
        let found: Vec<_> =
            blocks(&text).iter().map(|block| (block.number, text.slice(block.span))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn blank_lines_part_blocks() {
        check("a\n\nb\n\n\n\nc", &[(1, "a"), (2, "b"), (3, "c")]);
    }

    #[test]
    fn single_line_breaks_stay_within_a_block() {
        check("# 16:29\n4 October\n\nb", &[(1, "# 16:29\n4 October"), (2, "b")]);
    }

    #[test]
    fn a_line_of_nothing_but_white_space_is_blank() {
        check("a\n \t\u{a0}\u{3000}\nb", &[(1, "a"), (2, "b")]);
    }

    #[test]
    fn white_space_within_a_line_belongs_to_its_block() {
        check("  a \n b  ", &[(1, "  a \n b  ")]);
    }

    #[test]
    fn blank_lines_at_either_end_are_no_blocks() {
        check("\n\n a\n\n \n", &[(1, " a")]);
    }

    #[test]
    fn a_text_with_nothing_but_white_space_is_one_block() {
        check(" \n\n ", &[(1, " \n\n ")]);
    }

    #[test]
    fn an_empty_text_is_one_empty_block() {
        check("", &[(1, "")]);
    }

    #[test]
    fn four_thousand_characters_are_not_cut() {
        let long = "😀".repeat(4_000);
        check(&long, &[(1, &long)]);
    }

    #[test]
    fn a_longer_piece_is_cut_at_its_last_line_end() {
        let (line, last) = (format!("{}\n", "a b".repeat(600)), "c ".repeat(1_000));
        check(&format!("{line}{line}{last}"), &[(1, &line.repeat(2)), (1, &last)]);
    }

    #[test]
    fn an_endless_line_is_cut_after_white_space() {
        let (word, rest) = (format!("{} ", "é".repeat(2_500)), "b".repeat(2_500));
        check(&format!("{word}{rest}\n\nc"), &[(1, &word), (1, &rest), (2, "c")]);
    }

    #[test]
    fn an_endless_word_is_cut_anywhere() {
        let (piece, rest) = ("a".repeat(4_000), "a".repeat(500));
        check(&format!("{piece}{rest}"), &[(1, &piece), (1, &rest)]);
    }

    #[test]
    fn no_cut_falls_within_a_grapheme() {
        let family = "👨‍👩‍👧‍👦";
        let fit = 4_000 / family.chars().count();
        let (piece, rest) = (family.repeat(fit), family.repeat(3));
        check(&format!("{piece}{rest}"), &[(1, &piece), (1, &rest)]);
        let flags = "🇦🇿".repeat(2_000);
        check(&format!("a{flags}"), &[(1, &format!("a{}", "🇦🇿".repeat(1_999))), (1, "🇦🇿")]);
    }

    #[test]
    fn no_cut_falls_between_a_space_and_the_mark_on_it() {
        let (start, rest) = ("a".repeat(3_999), " \u{308}bc");
        check(&format!("{start}{rest}"), &[(1, &start), (1, rest)]);
    }

    #[test]
    fn a_grapheme_longer_than_a_block_is_cut_itself() {
        let text = text(&format!("a{}", "\u{301}".repeat(9_000)));
        let lengths: Vec<_> = blocks(&text).iter().map(|block| block.span.length()).collect();
        assert_eq!(lengths, [4_000, 4_000, 1_001]);
    }

    #[test]
    fn a_position_belongs_to_the_block_that_shows_it_or_the_one_before() {
        let text = text("ab\n\n\ncd");
        let blocks = blocks(&text);
        let at: Vec<_> =
            (0..=7).map(|at| block_at(&blocks, text.position(at).expect("within the text"))).collect();
        assert_eq!(at, [0, 0, 0, 0, 0, 1, 1, 1]);
    }
}

mod counting_words {
    use super::*;

    #[track_caller]
    fn check(content: &str, expected: &[&str]) {
        let text = text(content);
        let found: Vec<_> =
            words(&text, text.all(), &NoSegmenter).into_iter().map(|word| text.slice(word)).collect();
        assert_eq!(found, expected);
        assert_eq!(count_tokens(&text, text.all(), &NoSegmenter), expected.len());
    }

    #[test]
    fn a_word_holds_a_letter_or_a_digit() {
        check("Res. 822 (1993), §5 – 3.14!", &["Res", "822", "1993", "5", "3.14"]);
    }

    #[test]
    fn an_apostrophe_within_is_part_of_a_word() {
        check("today's l’été", &["today's", "l’été"]);
    }

    #[test]
    fn each_chinese_character_is_a_word() {
        check("人人,生", &["人", "人", "生"]);
    }

    #[test]
    fn only_what_lies_within_the_span_is_counted() {
        let text = text("one two three");
        assert_eq!(count_tokens(&text, text.span(4, 13).expect("within the text"), &NoSegmenter), 2);
    }
}

mod snapping {
    use super::*;

    /// `⟦…⟧` is what was selected, before and after.
    #[track_caller]
    fn check(selected: &str, snapped: &str) {
        let Marked { text, selection, .. } = marked(selected);
        let found = snap(&text, selection.expect("the case has a selection"), &NoSegmenter);
        assert_eq!(Marked::new(text, vec![], found).to_string(), snapped);
    }

    #[test]
    fn a_part_of_a_word_takes_the_whole_word() {
        check("the arm⟦ed forc⟧es of", "the ⟦armed forces⟧ of");
    }

    #[test]
    fn a_caret_within_a_word_takes_nothing() {
        check("arm|ed", "armed");
    }

    #[test]
    fn spaces_at_the_edges_go() {
        check("the⟦ armed \n⟧forces", "the ⟦armed⟧ \nforces");
        check("the⟦\u{a0}armed\u{3000}\t⟧forces", "the\u{a0}⟦armed⟧\u{3000}\tforces");
    }

    #[test]
    fn a_selection_of_white_space_is_none() {
        check("a⟦ \n\u{2028}⟧b", "a \n\u{2028}b");
    }

    #[test]
    fn punctuation_at_the_edges_goes() {
        check("said⟦, “war crimes,⟧ and", "said, “⟦war crimes⟧, and");
        check("⟦— Ganja…⟧", "— ⟦Ganja⟧…");
    }

    #[test]
    fn a_selection_of_punctuation_is_kept() {
        check("a ⟦ … ⟧ b", "a  ⟦…⟧  b");
    }

    #[test]
    fn a_bracket_whose_partner_is_inside_stays() {
        check("Resolution ⟦822 (1993)⟧.", "Resolution ⟦822 (1993)⟧.");
        check("Resolution ⟦822 (1993).⟧", "Resolution ⟦822 (1993)⟧.");
        check("Article ⟦51(2)(b)⟧ of", "Article ⟦51(2)(b)⟧ of");
        check("⟦(a) persons [sic]⟧", "⟦(a) persons [sic]⟧");
    }

    #[test]
    fn a_bracket_whose_partner_is_outside_goes() {
        check("(see ⟦822)⟧ and", "(see ⟦822⟧) and");
        check("⟦(see 822⟧)", "(⟦see 822⟧)");
        check("⟦(see 822 (1993)⟧)", "(⟦see 822 (1993)⟧)");
    }

    #[test]
    fn curly_quotes_stay_with_their_partner() {
        check("he said ⟦“stop”⟧.", "he said ⟦“stop”⟧.");
        check("he said ⟦“stop⟧ now”", "he said “⟦stop⟧ now”");
        check("⟦„halt“⟧ ⸺", "⟦„halt“⟧ ⸺");
        check("⟦\\« halte \\»⟧,", "⟦\\« halte \\»⟧,");
        check("⟦\\»halt\\«⟧,", "⟦\\»halt\\«⟧,");
        check("‘stop ⟦it’,⟧", "‘stop ⟦it⟧’,");
    }

    #[test]
    fn straight_quotes_stay_with_their_partner() {
        check("he said ⟦\"stop\"⟧.", "he said ⟦\"stop\"⟧.");
        check("he said ⟦\"stop⟧ now\"", "he said \"⟦stop⟧ now\"");
        check("\"stop ⟦now\"⟧ he", "\"stop ⟦now⟧\" he");
        check("⟦\"a\" and \"b\"⟧", "⟦\"a\" and \"b\"⟧");
        check("⟦\"a\" and \"⟧b\"", "⟦\"a\" and⟧ \"b\"");
        check("\"a⟦\" and \"b\"⟧", "\"a\" ⟦and \"b\"⟧");
    }

    #[test]
    fn an_apostrophe_is_part_of_its_word() {
        check("to⟦da⟧y's", "⟦today's⟧");
        check("Azer⟦baijan’s⟧ regions", "⟦Azerbaijan’s⟧ regions");
        check("the ⟦workers'⟧ rights", "the ⟦workers⟧' rights");
    }

    #[test]
    fn an_abbreviation_keeps_its_full_stop() {
        check("the ⟦U.N.⟧ said", "the ⟦U.N.⟧ said");
        check("under ⟦art. 5⟧,", "under ⟦art. 5⟧,");
        check("S.C. ⟦Res.⟧ 822", "S.C. ⟦Res.⟧ 822");
        check("the ⟦war.⟧", "the ⟦war⟧.");
        check("bombs ⟦etc.)⟧", "bombs ⟦etc.⟧)");
    }

    #[test]
    fn hyphens_within_a_passage_stay() {
        check("⟦non-international-⟧", "⟦non-international⟧-");
        check("non-⟦inter⟧national", "non-⟦international⟧");
    }

    #[test]
    fn signs_that_carry_meaning_stay() {
        check("⟦§ 5⟧,", "⟦§ 5⟧,");
        check("⟦50 %⟧.", "⟦50 %⟧.");
        check("⟦$5⟧", "⟦$5⟧");
        check("⟦№ 5⟧", "⟦№ 5⟧");
    }

    #[test]
    fn marks_of_direction_at_the_edges_go() {
        check("⟦\u{200f}שלום\u{200e}⟧", "\u{200f}⟦שלום⟧\u{200e}");
        check("⟦\u{2067}سلام\u{2069}⟧", "\u{2067}⟦سلام⟧\u{2069}");
        check("⟦\u{202b}a\u{202c}⟧", "\u{202b}⟦a⟧\u{202c}");
    }

    #[test]
    fn a_joiner_within_a_persian_word_stays() {
        check("م⟦ی\u{200c}خوا⟧هم،", "⟦می\u{200c}خواهم⟧،");
    }

    #[test]
    fn words_of_other_scripts_are_taken_whole() {
        check("أحر⟦ارًا متسا⟧وين في", "⟦أحرارًا متساوين⟧ في");
        check("الحق⟦وق. ⟧وقد", "⟦الحقوق⟧. وقد");
        check("צה⟦\"ל,⟧ ו", "⟦צה\"ל⟧, ו");
        check("ձե⟦զ։ Սրա⟧նք", "⟦ձեզ։ Սրանք⟧");
        check("⟦ձեզ։⟧", "⟦ձեզ⟧։");
        check("თავის⟦უფალი,⟧ და", "⟦თავისუფალი⟧, და");
        check("⟦人人,⟧生", "⟦人人⟧,生");
        check("《⟦公约》⟧", "《⟦公约⟧》");
        check("⟦《公约》。⟧", "⟦《公约》⟧。");
        check("सफल⟦ता है ।⟧", "⟦सफलता है⟧ ।");
        check("กิโล⟦เม⟧ตร", "กิโล⟦เม⟧ตร");
    }

    #[test]
    fn emoji_are_never_cut() {
        let family = text("a 👨‍👩‍👧‍👦 b");
        for start in 2..9 {
            let span = family.span(start, start + 1).expect("within the text");
            let snapped = snap(&family, span, &NoSegmenter).map(|span| family.slice(span));
            assert_eq!(snapped, Some("👨‍👩‍👧‍👦"), "from {start}");
        }
    }

    #[test]
    fn a_flag_far_out_on_an_endless_line_is_not_cut() {
        let flags = text(&format!("a{}", "🇦🇿".repeat(3_000)));
        let span = to_graphemes(&flags, flags.span(4_000, 4_001).expect("within the text"));
        assert_eq!((span.start().get(), span.length()), (3_999, 2));
        let snapped = snap(&flags, span, &NoSegmenter).expect("it holds something");
        assert_eq!(flags.slice(snapped), "🇦🇿");
    }

    #[test]
    fn an_endless_word_is_taken_whole() {
        let word = text(&format!("a {} b", "x".repeat(30_000)));
        let snapped = snap(&word, word.span(15_000, 15_001).expect("within the text"), &NoSegmenter);
        assert_eq!(snapped, word.span(2, 30_002));
    }

    #[test]
    fn a_number_grouped_by_narrow_spaces_is_one_word() {
        check("5⟦0\u{202f}0⟧00 people", "⟦50\u{202f}000⟧ people");
    }

    #[test]
    fn the_surroundings_make_no_difference_to_what_is_taken() {
        for sample in SAMPLES {
            let alone = text(sample);
            let paragraph = text(&format!("{sample}{sample} {sample}\n"));
            let offset = sample.chars().count() as u32 * 2 + 1;
            for at in 0..alone.length().get() {
                let length = (at + 3).min(alone.length().get()) - at;
                let short = snap(&alone, alone.span(at, at + length).expect("within the text"), &NoSegmenter);
                let long = paragraph.span(offset + at, offset + at + length).expect("within the text");
                let long = snap(&paragraph, long, &NoSegmenter);
                let show = |text: &Text, span: Option<Span>| span.map(|span| text.slice(span).to_owned());
                assert_eq!(show(&alone, short), show(&paragraph, long), "{at} of {sample}");
            }
        }
    }
}

mod graphemes {
    use super::*;

    #[track_caller]
    fn check(selected: &str, widened: &str) {
        let Marked { text, selection, .. } = marked(selected);
        let found = to_graphemes(&text, selection.expect("the case has a selection"));
        assert_eq!(Marked::new(text, vec![], Some(found)).to_string(), widened);
    }

    #[test]
    fn exact_characters_are_widened_to_graphemes_only() {
        check("xe⟦\u{301} ab⟧c", "x⟦e\u{301} ab⟧c");
        check("🇦⟦🇿⟧🇦🇲", "⟦🇦🇿⟧🇦🇲");
        check("क⟦्⟧षि", "⟦क्षि⟧");
        check("\r⟦\n⟧", "⟦\r\n⟧");
    }

    #[test]
    fn a_caret_goes_to_the_start_of_its_grapheme() {
        check("xe|\u{301}y", "x|e\u{301}y");
        check("e\u{301}|", "e\u{301}|");
    }
}

mod sentences {
    use super::*;

    /// `|` is the caret, `⟦…⟧` the sentence that it stands in.
    #[track_caller]
    fn check(caret: &str, sentence: &str) {
        let Marked { text, selection, .. } = marked(caret);
        let caret = selection.expect("the case has a caret").start();
        let found = sentence_at(&text, &blocks(&text), caret);
        assert_eq!(Marked::new(text, vec![], Some(found)).to_string(), sentence);
    }

    #[test]
    fn a_sentence_ends_at_its_full_stop() {
        check("One two. Th|ree four? Five.", "One two. ⟦Three four?⟧ Five.");
    }

    #[test]
    fn the_space_behind_a_sentence_belongs_to_it() {
        check("One. | Two.", "⟦One.⟧  Two.");
        check("One. |Two.", "One. ⟦Two.⟧");
    }

    #[test]
    fn the_space_before_the_first_sentence_belongs_to_it() {
        check("| One. Two.", " ⟦One.⟧ Two.");
    }

    #[test]
    fn an_abbreviation_does_not_end_it() {
        check("The U.N. Security Council| met. It did.", "⟦The U.N. Security Council met.⟧ It did.");
        check("S.C. Res. ES-10| (1997). It did.", "⟦S.C. Res. ES-10 (1997).⟧ It did.");
        check("See Art. IV| of it. It did.", "⟦See Art. IV of it.⟧ It did.");
        check("Mr. Smith |met Dr. Ali.", "⟦Mr. Smith met Dr. Ali.⟧");
        check("Under No. 5| of it.", "⟦Under No. 5 of it.⟧");
    }

    #[test]
    fn some_abbreviations_end_it_before_a_capital_letter() {
        check("He said no. |They left.", "He said no. ⟦They left.⟧");
        check("Bombs, etc.| They left.", "⟦Bombs, etc.⟧ They left.");
    }

    #[test]
    fn a_number_does_not_end_it() {
        check("On 4.5 million| people. Two.", "⟦On 4.5 million people.⟧ Two.");
    }

    #[test]
    fn a_hard_wrapped_sentence_goes_on_over_its_lines() {
        check("The armed\nfor|ces\n  of it. Two.", "⟦The armed\nforces\n  of it.⟧ Two.");
        check("The forces,\nAr|med,\n12 of them. Two.", "⟦The forces,\nArmed,\n12 of them.⟧ Two.");
    }

    #[test]
    fn a_heading_over_a_line_is_a_sentence_of_its_own() {
        check("# 16:29\n4 Oct|ober", "# 16:29\n⟦4 October⟧");
    }

    #[test]
    fn a_closing_quote_belongs_to_the_sentence() {
        check("“We c|all.” He said.", "⟦“We call.”⟧ He said.");
        check("He asked: \"Wh|y?\" Nobody knew.", "⟦He asked: \"Why?\"⟧ Nobody knew.");
    }

    #[test]
    fn no_sentence_reaches_over_a_block() {
        check("One two\n\nth|ree. Four.", "One two\n\n⟦three.⟧ Four.");
    }

    #[test]
    fn other_scripts_have_their_own_full_stops() {
        check("सफलता है । इस|का है।", "सफलता है । ⟦इसका है।⟧");
        check("ձեզ։ Սր|անք։", "ձեզ։ ⟦Սրանք։⟧");
        check("人人。他|们。", "人人。⟦他们。⟧");
        check("الحقوق؟ و|قد.", "الحقوق؟ ⟦وقد.⟧");
    }

    #[test]
    fn a_block_without_text_is_its_own_sentence() {
        check(" | ", "⟦  ⟧");
    }
}

mod the_caret {
    use super::*;

    #[track_caller]
    fn check(motion: Motion, before: &str, after: &str) {
        let Marked { text, selection, .. } = marked(before);
        let caret = selection.expect("the case has a caret").start();
        let moved = move_from(&text, &blocks(&text), caret, motion, &NoSegmenter);
        let caret = text.span(moved.get(), moved.get());
        assert_eq!(Marked::new(text, vec![], caret).to_string(), after, "{motion:?}");
    }

    #[test]
    fn by_character_it_goes_over_a_grapheme() {
        check(Motion::NextCharacter, "|e\u{301}x", "e\u{301}|x");
        check(Motion::PreviousCharacter, "a👨‍👩‍👧‍👦|", "a|👨‍👩‍👧‍👦");
        check(Motion::NextCharacter, "|🇦🇿🇦🇲", "🇦🇿|🇦🇲");
        check(Motion::PreviousCharacter, "🇦🇿🇦🇲|", "🇦🇿|🇦🇲");
        check(Motion::NextCharacter, "|😀😀", "😀|😀");
    }

    #[test]
    fn by_character_it_goes_over_a_line_end() {
        check(Motion::NextCharacter, "a|\nb", "a\n|b");
    }

    #[test]
    fn by_character_it_steps_from_block_to_block() {
        check(Motion::NextCharacter, "a|\n\n\nb", "a\n\n\n|b");
        check(Motion::PreviousCharacter, "a\n\n\n|b", "a|\n\n\nb");
    }

    #[test]
    fn by_character_it_stays_at_the_ends() {
        check(Motion::NextCharacter, "ab|", "ab|");
        check(Motion::PreviousCharacter, "|ab", "|ab");
        check(Motion::NextCharacter, "|", "|");
    }

    #[test]
    fn from_between_blocks_it_starts_at_the_end_of_the_one_before() {
        check(Motion::NextCharacter, "a\n|\nb", "a\n\n|b");
        check(Motion::PreviousCharacter, "ab\n|\nb", "a|b\n\nb");
    }

    #[test]
    fn by_word_it_goes_to_the_end_of_a_word() {
        check(Motion::NextWord, "o|ne, two", "one|, two");
        check(Motion::NextWord, "one|, two", "one, two|");
        check(Motion::NextWord, "one|\n\n— two", "one\n\n— two|");
    }

    #[test]
    fn by_word_backwards_it_goes_to_the_start_of_a_word() {
        check(Motion::PreviousWord, "one, tw|o", "one, |two");
        check(Motion::PreviousWord, "one, |two", "|one, two");
        check(Motion::PreviousWord, "one —\n\n|two", "|one —\n\ntwo");
    }

    #[test]
    fn by_word_it_goes_over_what_is_no_word_at_the_end_of_a_block() {
        check(Motion::NextWord, "one| …\n\ntwo", "one …|\n\ntwo");
        check(Motion::PreviousWord, "… |one", "|… one");
    }

    #[test]
    fn by_sentence_it_goes_to_the_end_of_a_sentence() {
        check(Motion::NextSentence, "O|ne. Two.", "One.| Two.");
        check(Motion::NextSentence, "One.| Two.", "One. Two.|");
        check(Motion::NextSentence, "One.|\n\nTwo. Three.", "One.\n\nTwo.| Three.");
    }

    #[test]
    fn by_sentence_backwards_it_goes_to_the_start_of_a_sentence() {
        check(Motion::PreviousSentence, "One. Tw|o.", "One. |Two.");
        check(Motion::PreviousSentence, "One. |Two.", "|One. Two.");
        check(Motion::PreviousSentence, "One. Two.\n\n|Three.", "One. |Two.\n\nThree.");
    }

    #[test]
    fn by_block_it_goes_to_its_end_and_then_to_the_next_ones() {
        check(Motion::NextBlock, "o|ne\n\ntwo", "one|\n\ntwo");
        check(Motion::NextBlock, "one|\n\ntwo", "one\n\ntwo|");
        check(Motion::PreviousBlock, "one\n\nt|wo", "one\n\n|two");
        check(Motion::PreviousBlock, "one\n\n|two", "|one\n\ntwo");
    }

    #[test]
    fn to_the_ends_it_goes_to_what_is_shown() {
        check(Motion::Start, "\n\n a|b \n\n", "\n\n| ab \n\n");
        check(Motion::End, "\n\n a|b \n\n", "\n\n ab |\n\n");
    }

    #[test]
    fn it_goes_both_ways_over_the_pieces_of_a_long_paragraph() {
        let text = text(&"a".repeat(8_001));
        let blocks = blocks(&text);
        let step = |from: u32, motion| {
            move_from(&text, &blocks, text.position(from).expect("within the text"), motion, &NoSegmenter)
                .get()
        };
        assert_eq!(step(3_999, Motion::NextCharacter), 4_000);
        assert_eq!(step(4_000, Motion::PreviousCharacter), 3_999);
        assert_eq!(step(4_000, Motion::NextCharacter), 4_001);
        assert_eq!(step(4_000, Motion::PreviousBlock), 0);
        assert_eq!(step(4_000, Motion::NextBlock), 8_000);
        assert_eq!(step(4_000, Motion::PreviousWord), 0);
    }

    #[test]
    fn the_forward_motions_say_so() {
        assert!(Motion::NextWord.is_forward() && Motion::End.is_forward());
        assert!(!Motion::PreviousWord.is_forward() && !Motion::Start.is_forward());
    }
}

mod marks {
    use super::*;
    use glossator::marked::Flaw;

    #[track_caller]
    fn check(printed: &str) {
        assert_eq!(marked(printed).to_string(), printed);
    }

    #[test]
    fn what_is_canonical_prints_as_it_was_written() {
        check("The «claim:shelling of «actor:Ganja»»");
        check("«1:claim:a b «2:actor:c»1 d»2");
        check("«1:claim:a»1 b «1:claim:c»1");
        check("«claim»«a:x»«b:y»");
        check("a|b");
        check("⟦«a:x»⟧y");
        check("\\«\\»\\|\\⟦\\⟧\\\\");
        check("«a:x»\\1");
        check("«\\1b\\:c:x»");
    }

    #[track_caller]
    fn check_reading(written: &str, printed: &str) {
        assert_eq!(marked(written).to_string(), printed);
    }

    #[test]
    fn what_is_not_canonical_becomes_so() {
        check_reading("«7:a:x»7", "«a:x»");
        check_reading("«b:«a:x»»", "«a:«b:x»»");
        check_reading("«2nd:x»", "«\\2nd:x»");
        check_reading("«5:b:x«a:y»5z»", "«1:b:x«2:a:y»1z»2");
    }

    #[track_caller]
    fn check_flaw(written: &str, flaw: Flaw) {
        assert_eq!(Marked::parse(written), Err(flaw));
    }

    #[test]
    fn what_is_wrong_is_said() {
        check_flaw("«a:x", Flaw::Unclosed("a".to_owned()));
        check_flaw("«a", Flaw::Unclosed("a".to_owned()));
        check_flaw("«1:a:x", Flaw::Unclosed("a".to_owned()));
        check_flaw("⟦x", Flaw::Unclosed("⟦".to_owned()));
        check_flaw("x»", Flaw::Unopened("»".to_owned()));
        check_flaw("«1:a:x»2", Flaw::Unopened("»2".to_owned()));
        check_flaw("«a:»", Flaw::Empty("a".to_owned()));
        check_flaw("«1:a:»1", Flaw::Empty("a".to_owned()));
        check_flaw("«1:a:x«1:a:y»1", Flaw::Reused(1));
        check_flaw("«1:a:x»1«1:b:y»1", Flaw::Reused(1));
        check_flaw("a|b|", Flaw::TwoSelections);
        check_flaw("⟦a|⟧", Flaw::TwoSelections);
    }
}
