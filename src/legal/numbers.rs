//! Numbers that are not digits: roman, Chinese, in words; and dates.

use super::tokens::Tokens;
use super::words::w;

/// The value of a roman number, in small or capital letters; `None` for anything that is not written as the
/// rules want it.
pub(super) fn roman(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    let digit = |c: u8| match c.to_ascii_uppercase() {
        b'I' => 1,
        b'V' => 5,
        b'X' => 10,
        b'L' => 50,
        b'C' => 100,
        _ => 0,
    };
    let values: Vec<u32> = text.bytes().map(digit).collect();
    if values.contains(&0) {
        return None;
    }
    let mut sum = 0;
    for (at, value) in values.iter().enumerate() {
        if values.get(at + 1).is_some_and(|next| next > value) {
            sum -= *value as i32;
        } else {
            sum += *value as i32;
        }
    }
    let sum = u32::try_from(sum).ok()?;
    (to_roman(sum).eq_ignore_ascii_case(text)).then_some(sum)
}

/// A roman number that a scan may have garbled: `XXVTII`, `111`, `lV`. The flag says whether it was.
pub(super) fn roman_mended(text: &str) -> Option<(u32, bool)> {
    if let Some(value) = roman(text) {
        return Some((value, false));
    }
    let mend = |c: char| match c {
        'T' | 'l' | '1' | '|' | 'í' | 'І' | '!' => 'I',
        'Х' | 'х' => 'X',
        'У' => 'V',
        'С' => 'C',
        c => c,
    };
    let mended: String = text.chars().map(mend).collect();
    roman(&mended).map(|value| (value, true))
}

/// A number in roman capitals.
pub(super) fn to_roman(mut value: u32) -> String {
    const STEPS: &[(u32, &str)] =
        &[(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut out = String::new();
    if value > 399 {
        return value.to_string();
    }
    for (step, letters) in STEPS {
        while value >= *step {
            out.push_str(letters);
            value -= step;
        }
    }
    out
}

/// The value of a Chinese digit or of 十 百 千; for the latter as a factor.
fn han_digit(c: char) -> Option<(u32, bool)> {
    Some(match c {
        '零' | '〇' => (0, false),
        '一' => (1, false),
        '二' | '兩' | '两' => (2, false),
        '三' => (3, false),
        '四' => (4, false),
        '五' => (5, false),
        '六' => (6, false),
        '七' => (7, false),
        '八' => (8, false),
        '九' => (9, false),
        '十' => (10, true),
        '百' => (100, true),
        '千' => (1000, true),
        _ => return None,
    })
}

/// A number in Chinese words, or in digits, that begins with a token, and the token after it.
pub(super) fn han_number(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    if tokens.at(at).is_number() {
        return Some((tokens.at(at).value, at + 1));
    }
    let (mut sum, mut digit, mut end) = (0, None, at);
    while end < at + 8 {
        let mut letters = tokens.folded(end).chars();
        let Some((value, factor)) = letters.next().and_then(han_digit) else { break };
        // 兩條: both articles.
        let both = matches!(tokens.folded(end), "兩" | "两");
        if both && !matches!(tokens.folded(end + 1), "百" | "千") {
            break;
        }
        if letters.next().is_some() || end > at && tokens.at(end).begins_line() {
            break;
        }
        if factor {
            sum += digit.take().unwrap_or(1) * value;
        } else if let Some(before) = digit {
            digit = Some(before * 10 + value);
        } else {
            digit = Some(value);
        }
        end += 1;
    }
    (end > at).then(|| (sum + digit.unwrap_or(0), end))
}

/// *first* to *sixth*, also as *1st*; the value and the token after it.
pub(super) fn ordinal(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    let word = tokens.at(at).word;
    if (w::FIRST..=w::SIXTH).contains(&word) {
        return Some((u32::from(word - w::FIRST) + 1, at + 1));
    }
    let ending = tokens.is_any(at + 1, "st nd rd th");
    let glued = ending && !tokens.at(at + 1).spaced();
    (tokens.at(at).is_number() && glued).then(|| (tokens.at(at).value, at + 2))
}

/// *two* to *twelve*, or digits.
pub(super) fn count(tokens: &Tokens, at: usize) -> Option<u32> {
    let token = tokens.at(at);
    if (w::TWO..=w::TWELVE).contains(&token.word) {
        return Some(u32::from(token.word - w::ONE) + 1);
    }
    if tokens.is_any(at, "quatre cuatro четырех vier quatro") {
        return Some(4);
    }
    (token.is_number() && (2..=99).contains(&token.value)).then_some(token.value)
}

/// The number of a month.
pub(super) fn month(tokens: &Tokens, at: usize) -> Option<u32> {
    let word = tokens.at(at).word;
    let capital = tokens.at(at).capital();
    (capital && (w::JANUARY..=w::DECEMBER).contains(&word)).then(|| u32::from(word - w::JANUARY) + 1)
}

/// A month, also as *Nov.*, and the token after it.
fn month_at(tokens: &Tokens, at: usize) -> Option<(u32, usize)> {
    if let Some(month) = month(tokens, at).or_else(|| month_abroad(tokens, at)) {
        return Some((month, at + 1));
    }
    const SHORT: &str = "jan feb mar apr may jun jul aug sep oct nov dec";
    if !tokens.at(at).capital() || !(3..=4).contains(&tokens.at(at).folded_length()) {
        return None;
    }
    let name = match tokens.folded(at) {
        "sept" => "sep",
        name => name,
    };
    let month = SHORT.split(' ').position(|short| short == name)? as u32 + 1;
    Some((month, if tokens.is(at + 1, '.') { at + 2 } else { at + 1 }))
}

/// Months in French, Spanish, Russian and German; English ones are words of the grammar.
const MONTHS: &str = "janvier enero января januar;\
    février febrero февраля februar;\
    mars marzo марта märz;\
    avril abril апреля;\
    mai mayo мая;\
    juin junio июня juni;\
    juillet julio июля juli;\
    août agosto августа;\
    septembre septiembre сентября;\
    octobre octubre октября oktober;\
    novembre noviembre ноября;\
    décembre diciembre декабря dezember";

/// *du 12 août 1949*, *de 12 de agosto de 1949*, *от 12 августа 1949 года*: behind a day only.
fn month_abroad(tokens: &Tokens, at: usize) -> Option<u32> {
    let before = tokens.before(at);
    let day = before.is_number() || before.word == w::DE || before.is('.');
    let word = tokens.folded(at);
    let fits = day && tokens.at(at).is_word();
    let month = MONTHS.split(';').position(|all| fits && all.split(' ').any(|one| one == word))?;
    Some(month as u32 + 1)
}

/// A year that law can be of.
pub(super) fn is_year(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.at(at);
    token.is_number() && token.folded_length() == 4 && (1800..2100).contains(&token.value)
}

/// A date: its year and the token after it.
#[derive(Clone, Copy)]
pub(super) struct Date {
    /// The year.
    pub year: u32,
    /// Month and day, if they are there.
    pub day: Option<(u32, u32)>,
    /// The token after it.
    pub end: usize,
}

/// A date that begins with a token: `30 April 1993`, `April 30, 1993`, `April 1993`, `1993`.
pub(super) fn date(tokens: &Tokens, at: usize) -> Option<Date> {
    if is_year(tokens, at) {
        return Some(Date { year: tokens.at(at).value, day: None, end: at + 1 });
    }
    // *25.10.1971*, *25/10/1971*
    let (day, month, year) = (tokens.at(at), tokens.at(at + 2), at + 4);
    let mark = |at: usize| (tokens.is(at, '.') || tokens.is(at, '/')) && !tokens.at(at).spaced();
    let digits = is_year(tokens, year) && mark(at + 1) && mark(at + 3) && !month.spaced();
    if digits && day.is_number() && (1..=31).contains(&day.value) && (1..=12).contains(&month.value) {
        let day = Some((month.value, day.value));
        return Some(Date { year: tokens.at(year).value, day, end: year + 1 });
    }
    // A scan makes `l4` of 14.
    let day_at = |at: usize| {
        let token = tokens.at(at);
        if token.is_word() && tokens.folded(at) == "l" && !tokens.at(at + 1).spaced() {
            let unit = tokens.at(at + 1);
            return (unit.is_number() && unit.value < 10).then_some((10 + unit.value, at + 2));
        }
        // *12. August*, *12 de agosto*, *1er août*, *5th July*
        let ending = tokens.is(at + 1, '.')
            || tokens.is_word(at + 1, w::DE)
            || !tokens.at(at + 1).spaced() && tokens.is_any(at + 1, "er st nd rd th");
        let day = token.is_number() && (1..=31).contains(&token.value);
        day.then_some((token.value, at + 1 + usize::from(ending)))
    };
    let year_at = |at: usize| at + usize::from(tokens.is(at, ',') || tokens.is_word(at, w::DE));
    if let Some((day, after)) = day_at(at)
        && let Some((month, after)) = month_at(tokens, after)
    {
        let year = year_at(after);
        return is_year(tokens, year).then(|| Date {
            year: tokens.at(year).value,
            day: Some((month, day)),
            end: year + 1,
        });
    }
    let (month, after) = month_at(tokens, at)?;
    if let Some((day, after)) = day_at(after) {
        let year = year_at(after);
        return is_year(tokens, year).then(|| Date {
            year: tokens.at(year).value,
            day: Some((month, day)),
            end: year + 1,
        });
    }
    is_year(tokens, after).then(|| Date { year: tokens.at(after).value, day: None, end: after + 1 })
}

/// A date in brackets, or after *of* or *dated*, with or without a comma: what may follow a name.
pub(super) fn date_after(tokens: &Tokens, at: usize) -> Option<Date> {
    let token = tokens.at(at);
    if token.is('(') {
        let inner = if tokens.is_word(at + 1, w::OF) { at + 2 } else { at + 1 };
        let found = date(tokens, inner)?;
        return tokens.is(found.end, ')').then_some(Date { end: found.end + 1, ..found });
    }
    let of = if token.is(',') { at + 1 } else { at };
    let linked = matches!(tokens.at(of).word, w::OF | w::DATED | w::DE | w::DU | w::OT | w::VOM)
        || tokens.is_any(of, "لعام لسنة von");
    let found = linked.then(|| date(tokens, of + 1))??;
    let goda = usize::from(tokens.is_word(found.end, w::GODA));
    Some(Date { end: found.end + goda, ..found })
}
