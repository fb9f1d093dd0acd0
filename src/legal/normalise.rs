//! What a character counts as, whatever the scan or the typesetter made of it.

use super::letters::{fold, is_letter, simplified};

/// What a character is to the recogniser.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Char {
    /// Part of a word, in lower case.
    Letter(char),
    /// A character that is a word by itself: scripts that put no spaces between words.
    Alone(char),
    /// A decimal digit, in whatever script.
    Digit(u8),
    /// Anything that is seen and is none of the above, with its variants made one.
    Mark(char),
    /// A space, or a line's end.
    Space,
    /// Nothing: soft hyphens, joiners, marks of direction, vowel signs that writers leave out.
    Nothing,
}

/// The decimal digits that are not ASCII: the zero of each row of ten.
const ZEROS: &[char] = &['٠', '۰', '०', '০', '０', '๐'];

/// What a character counts as.
pub(super) fn classify(c: char) -> Char {
    if c.is_ascii() {
        return match c {
            'a'..='z' => Char::Letter(c),
            'A'..='Z' => Char::Letter(c.to_ascii_lowercase()),
            '0'..='9' => Char::Digit(c as u8 - b'0'),
            ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => Char::Space,
            '`' => Char::Mark('\''),
            '\0'..='\u{1f}' | '\u{7f}' => Char::Nothing,
            _ => Char::Mark(c),
        };
    }
    for zero in ZEROS {
        if let Some(digit) = (c as u32).checked_sub(*zero as u32).filter(|digit| *digit < 10) {
            return Char::Digit(digit as u8);
        }
    }
    match c {
        '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => Char::Space,
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{300}'..='\u{36f}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{640}'
        | '\u{591}'..='\u{5c7}' => Char::Nothing,
        '‘' | '’' | '‛' | '′' | 'ʼ' => Char::Mark('\''),
        '“' | '”' | '„' | '«' | '»' | '‟' | '″' | '「' | '」' | '『' | '』' => {
            Char::Mark('"')
        }
        '‐'..='―' | '−' | '－' => Char::Mark('-'),
        '（' => Char::Mark('('),
        '）' => Char::Mark(')'),
        '，' | '،' => Char::Mark(','),
        '。' | '．' => Char::Mark('.'),
        '；' | '؛' => Char::Mark(';'),
        '：' => Char::Mark(':'),
        '／' => Char::Mark('/'),
        // Thai, Lao, Burmese, Khmer; Chinese and Japanese.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Char::Alone(c),
        '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => {
            Char::Alone(simplified(c))
        }
        '\u{94d}' | '\u{9cd}' => Char::Letter(c),
        // Full-width letters.
        'Ａ'..='Ｚ' => Char::Letter((c as u32 - 'Ａ' as u32 + 'a' as u32) as u8 as char),
        'ａ'..='ｚ' => Char::Letter((c as u32 - 'ａ' as u32 + 'a' as u32) as u8 as char),
        'İ' => Char::Letter('i'),
        'ё' | 'Ё' => Char::Letter('е'),
        _ if is_letter(c) => Char::Letter(fold(c)),
        _ => Char::Mark(c),
    }
}

/// How a ligature is written out.
pub(super) fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => return None,
    })
}

/// What a scan took for something else: the one of *Artic1e*, which is a letter, the letter of *l948*, which is a one.
pub(super) fn misread(text: &str, at: usize, c: char) -> Option<Char> {
    let bytes = text.as_bytes();
    let before = at.checked_sub(1).map(|at| bytes[at]);
    // *70S (1991)*
    if c == 'S' {
        let number = before.is_some_and(|digit| digit.is_ascii_digit()) && text[at + 1..].starts_with(" (19");
        return number.then_some(Char::Digit(5));
    }
    // *$/24810*, *S$/24870*, *(8/25307)*: the letter of a symbol.
    if c == '$' || c == '8' && before == Some(b'(') {
        let number = bytes.get(at + 2..at + 6).is_some_and(|digits| digits.iter().all(u8::is_ascii_digit));
        let again = before == Some(b'S');
        let letter = if again { Char::Nothing } else { Char::Letter('s') };
        return (number && bytes[at + 1] == b'/').then_some(letter);
    }
    // *9 December l948*, *article 3l*
    if c == 'l' {
        let is = |at: Option<usize>, fits: fn(&u8) -> bool| at.and_then(|at| bytes.get(at)).is_some_and(fits);
        let (before, after) = (at.checked_sub(1), Some(at + 1));
        let part: fn(&u8) -> bool = |byte| byte.is_ascii_alphanumeric() || !byte.is_ascii();
        let first = !is(before, part) && is(after, u8::is_ascii_digit);
        let last = is(before, u8::is_ascii_digit) && !is(after, part);
        return (first || last).then_some(Char::Digit(1));
    }
    let beside = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_lowercase);
    let letter = match c {
        '1' => 'l',
        '0' => 'o',
        _ => return None,
    };
    // *S1avery*
    let capital = at.checked_sub(1).and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_uppercase);
    let before = beside(at.checked_sub(1)) || capital && beside(Some(at + 2));
    (before && beside(Some(at + 1))).then_some(Char::Letter(letter))
}
