//! Letters and their case, for the scripts in which law is cited. What Unicode says of all the others would weigh
//! more than the rest of this does.

/// Where letters end and marks begin, and marks end and letters begin, in turns: the first is a mark. Characters that
/// no text can have belong to either side; signs that are written in words (vowels, accents) count as letters.
/// Scripts that put no spaces between words have a class of their own; rare ones are as what stands before them.
#[rustfmt::skip]
const TURNS: &[u16] = &[
    0x80, 0xaa, 0xab, 0xb2, 0xb4, 0xb5, 0xb6, 0xb9, 0xbb, 0xbc, 0xbf, 0xc0, 0xd7, 0xd8, 0xf7, 0xf8, 0x2c2, 0x2c6,
    0x2d2, 0x2e0, 0x2e5, 0x2ec, 0x2ed, 0x2ee, 0x2ef, 0x300, 0x375, 0x376, 0x37e, 0x37f, 0x384, 0x386, 0x387,
    0x388, 0x3f6, 0x3f7, 0x482, 0x483, 0x55a, 0x560, 0x589, 0x591, 0x5be, 0x5bf, 0x5c0, 0x5c1, 0x5c3, 0x5c4,
    0x5c6, 0x5c7, 0x5f3, 0x610, 0x61b, 0x620, 0x66a, 0x66e, 0x6d4, 0x6d5, 0x6dd, 0x6df, 0x6e9, 0x6ea, 0x6fd,
    0x6ff, 0x700, 0x710, 0x964, 0x966, 0x970, 0x971, 0x9f2, 0x9f4, 0x9fa, 0x9fc, 0x9fd, 0x9fe, 0xa76, 0xa81,
    0xaf0, 0xaf9, 0xb70, 0xb71, 0xbf3, 0xc00, 0xc77, 0xc78, 0xc7f, 0xc80, 0xc84, 0xc85, 0xd4f, 0xd54, 0xd79,
    0xd7a, 0xdf4, 0x10a0, 0x10fb, 0x10fc, 0x1360, 0x1369, 0x1390, 0x13a0, 0x1fbd, 0x1fbe, 0x1fbf, 0x1fc2, 0x1fcd,
    0x1fd0, 0x1fdd, 0x1fe0, 0x1fed, 0x1ff2, 0x1ffd, 0x2070, 0x207a, 0x207f, 0x208a, 0x2090, 0x20a0, 0x20d0,
    0x2100, 0x2102, 0x2103, 0x2107, 0x2108, 0x210a, 0x2114, 0x2115, 0x2116, 0x2119, 0x211e, 0x2124, 0x2125,
    0x2126, 0x2127, 0x2128, 0x2129, 0x212a, 0x212e, 0x212f, 0x213a, 0x213c, 0x2140, 0x2145, 0x214a, 0x214e,
    0x214f, 0x2150, 0x218a, 0x2460, 0x249c, 0x24ea, 0x2500, 0x2776, 0x2794, 0x2c00, 0x2ce5, 0x2ceb, 0x2cf9,
    0x2cfd, 0x2cfe, 0x2d00, 0x2d70, 0x2d7f, 0x2e00, 0x2e2f, 0x2e30, 0x3005, 0x3008, 0x3021, 0x3030, 0x3031,
    0x3036, 0x3038, 0x303d, 0x3105, 0x3190, 0x3192, 0x3196, 0x31a0, 0x31c0, 0x31f0, 0x3200, 0x3220, 0x322a,
    0x3248, 0x3250, 0x3251, 0x3260, 0x3280, 0x328a, 0x32b1, 0x32c0, 0xa000, 0xa490, 0xa4d0, 0xa4fe, 0xac00,
    0xd800, 0xf900, 0xfb29, 0xfb2a, 0xfbb2, 0xfbd3, 0xfd3e, 0xfd50, 0xfdcf, 0xfdf0, 0xfdfc, 0xfe00, 0xfe10,
    0xfe20, 0xfe30, 0xfe70, 0xfeff, 0xff10, 0xff1a, 0xff21, 0xff3b, 0xff41, 0xff5b, 0xff66, 0xffe0,
];

/// True for letters, figures that are no decimal digits (², Ⅷ), and what is written in words.
pub(super) fn is_letter(c: char) -> bool {
    match u16::try_from(c as u32) {
        Ok(..0x80) => c.is_ascii_alphabetic(),
        Ok(code) => TURNS.partition_point(|turn| *turn <= code).is_multiple_of(2),
        // Pictures, signs of music and games; tags and private use.
        Err(_) => !matches!(c, '\u{1d000}'..='\u{1d3ff}' | '\u{1f000}'..='\u{1fbff}' | '\u{e0000}'..),
    }
}

/// The small letter of a capital; any other character as it is.
pub(super) fn fold(c: char) -> char {
    let code = c as u32;
    let small = match code {
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => code + 32,
        0x100..=0x137 | 0x14a..=0x177 | 0x1de..=0x1ef | 0x1f8..=0x21f | 0x222..=0x233 => code | 1,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff => code | 1,
        0x139..=0x148 | 0x179..=0x17e | 0x1cd..=0x1dc | 0x4c1..=0x4ce => code + (code & 1),
        0x178 => 0xff,
        // Azerbaijani.
        0x18f => 0x259,
        0x386 => 0x3ac,
        0x388..=0x38a => code + 37,
        0x38c => 0x3cc,
        0x38e | 0x38f => code + 63,
        0x391..=0x3a1 | 0x3a3..=0x3ab => code + 32,
        0x400..=0x40f => code + 80,
        0x410..=0x42f => code + 32,
        0x4c0 => 0x4cf,
        0x531..=0x556 => code + 48,
        0x1e9e => 0xdf,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// Characters of traditional Chinese, each before what is written for it in simplified Chinese, in the order of their
/// codes: those that the names of the table and the words of its grammar are made of.
const TRADITIONAL: &str = "係系傷伤兒儿內内則则協协員员國国婦妇學学對对憲宪戰战擴扩敗败於于時时書书會会條条權权殘残\
    氣气決决滅灭濟济種种約约納纳絕绝經经維维編编織织罰罚羅罗聯联與与處处號号裝装規规視视議议\
    護护變变貿贸門门關关陸陆隊队際际難难項项領领馬马";

/// How many there are.
const PAIRS: usize = TRADITIONAL.len() / 6;

/// The codes of both, side by side.
const CODES: [[u16; PAIRS]; 2] = {
    let bytes = TRADITIONAL.as_bytes();
    let mut codes = [[0; PAIRS]; 2];
    let mut at = 0;
    while at < 2 * PAIRS {
        // Each has three bytes in UTF-8.
        let (high, middle, low) = (bytes[3 * at], bytes[3 * at + 1], bytes[3 * at + 2]);
        let code = (high as u16 & 0xf) << 12 | (middle as u16 & 0x3f) << 6 | low as u16 & 0x3f;
        codes[at % 2][at / 2] = code;
        at += 1;
    }
    codes
};

/// A character of traditional Chinese as it is written in simplified Chinese; any other as it is.
pub(super) fn simplified(c: char) -> char {
    let [traditional, simple] = &CODES;
    let found = u16::try_from(c as u32).ok().and_then(|code| traditional.binary_search(&code).ok());
    found.and_then(|at| char::from_u32(u32::from(simple[at]))).unwrap_or(c)
}

/// True for a capital letter.
pub(super) fn is_capital(c: char) -> bool {
    fold(c) != c
}

/// True for a small letter of a script that has capitals.
pub(super) fn is_small(c: char) -> bool {
    let cased = matches!(c, 'a'..='z' | 'ª' | 'µ' | 'º' | 'À'..='\u{24f}' | '\u{259}' | '\u{370}'..='\u{588}')
        || matches!(c, '\u{10d0}'..='\u{10ff}' | '\u{1e00}'..='\u{1fff}');
    cased && is_letter(c) && !is_capital(c)
}

/// A text in small letters.
pub(super) fn in_small(text: &str) -> String {
    text.chars().map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::uax29;

    /// Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari, and what is between them.
    const SCRIPTS: [(u32, u32); 3] = [(0x80, 0x7bf), (0x900, 0x97f), (0x1e00, 0x1fff)];

    fn characters() -> impl Iterator<Item = char> {
        SCRIPTS.into_iter().flat_map(|(from, to)| from..=to).filter_map(char::from_u32)
    }

    #[test]
    fn letters_are_those_of_unicode_and_signs_within_words() {
        for c in characters().filter(|c| uax29::is_alphanumeric(*c)) {
            assert!(is_letter(c), "{c:?} {:x}", c as u32);
        }
        let more: String = characters().filter(|c| is_letter(*c) && !uax29::is_alphanumeric(*c)).collect();
        let outside = more.chars().filter(|c| "«»“”§№—–…·×÷¡¿´¨°€£؟،؛٪۔।॥։־׳״".contains(*c));
        assert_eq!(outside.collect::<String>(), "");
        for mark in "—–…“”‘’„•§№€′″‐−→✓（）【】「」《》、。！？：；，．".chars()
        {
            assert!(!is_letter(mark), "{mark}");
        }
        for letter in "ªµ²ⅧⅣ①ﬁ한글الشرعיא".chars() {
            assert!(is_letter(letter), "{letter}");
        }
        assert!(!is_letter('🕊'));
    }

    #[test]
    fn traditional_characters_are_read_as_simplified_ones() {
        assert!(CODES[0].is_sorted(), "they are searched by halves");
        assert!(CODES[1].iter().all(|code| CODES[0].binary_search(code).is_err()));
        let read = |text: &str| text.chars().map(simplified).collect::<String>();
        assert_eq!(read("維也納條約法公約"), "维也纳条约法公约");
        assert_eq!(read("经济社会文化权利国际公约 a"), "经济社会文化权利国际公约 a");
    }

    #[test]
    fn the_case_of_letters_is_that_of_unicode() {
        // Georgian's and Greek's old capitals, and letters for phonetics, no law is cited in.
        let common =
            |c: &char| !matches!(*c, '\u{180}'..='\u{1cc}' | '\u{1dd}'..='\u{24f}' | '\u{370}'..='\u{377}');
        let common = |c: &char| common(c) && !matches!(*c, '\u{37f}' | '\u{3cf}'..='\u{3ff}' | '\u{1f00}'..);
        for c in characters().filter(common).filter(|c| *c != 'İ') {
            let small = c.to_lowercase().next().unwrap();
            assert_eq!(fold(c), small, "{c:?} {:x}", c as u32);
            let names =
                uax29::is_alphanumeric(c) && !matches!(c, '\u{250}'..='\u{36f}' | '\u{559}'..='\u{55f}');
            if names {
                assert_eq!(is_small(c), c.is_lowercase(), "{c:?} {:x}", c as u32);
            }
            assert_eq!(is_capital(c), c.is_uppercase(), "{c:?} {:x}", c as u32);
        }
        assert_eq!((fold('Ə'), in_small("ΆÇŁЁՀ")), ('ə', "άçłёհ".to_owned()));
    }
}
