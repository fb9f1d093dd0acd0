//! Values of attributes, and the JSON that annotations hold them as.

use super::{AttributeKind, ChoiceId};

/// A value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// What was chosen.
    One(ChoiceId),
    /// All that were chosen.
    Many(Vec<ChoiceId>),
    /// Words.
    Text(String),
    /// A number, with the digits that were typed.
    Number(String),
    /// Yes is true.
    YesNo(bool),
    /// A day, a month or a year: `2020-10-04`, `2020-10` or `2020`.
    Date(String),
    /// An instrument, by its id or in the person's own words.
    Instrument(String),
}

impl Value {
    /// Its JSON source: a text, a number, true or false, or a list of texts.
    pub fn source(&self) -> String {
        match self {
            Value::One(id) => quoted(&id.to_string()),
            Value::Many(ids) => {
                let ids: Vec<_> = ids.iter().map(|id| quoted(&id.to_string())).collect();
                format!("[{}]", ids.join(","))
            }
            Value::Text(text) | Value::Date(text) | Value::Instrument(text) => quoted(text),
            Value::Number(number) => number.clone(),
            Value::YesNo(value) => (if *value { "true" } else { "false" }).to_owned(),
        }
    }

    /// Reads the JSON source of a value of this kind; `None` where it is none.
    pub fn read(kind: AttributeKind, source: &str) -> Option<Self> {
        Some(match kind {
            AttributeKind::One => Value::One(ChoiceId::parse(&unquoted(source)?)?),
            AttributeKind::Many => {
                let list = source.strip_prefix('[')?.strip_suffix(']')?;
                // An id holds no comma.
                let ids = list.split(',').filter(|id| !id.is_empty());
                Value::Many(ids.map(|id| ChoiceId::parse(&unquoted(id)?)).collect::<Option<_>>()?)
            }
            AttributeKind::Text => Value::Text(unquoted(source)?),
            AttributeKind::Instrument => Value::Instrument(unquoted(source)?),
            AttributeKind::Number => Value::Number(is_number(source).then(|| source.to_owned())?),
            AttributeKind::YesNo => match source {
                "true" => Value::YesNo(true),
                "false" => Value::YesNo(false),
                _ => return None,
            },
            AttributeKind::Date => Value::Date(unquoted(source).filter(|date| is_date(date))?),
        })
    }

    /// Reads what a person wrote for an attribute without choices: `3,5` is no number, `3.5` is.
    pub fn parse(kind: AttributeKind, text: &str) -> Option<Self> {
        let text = text.trim();
        match kind {
            AttributeKind::Number | AttributeKind::YesNo => Self::read(kind, text),
            _ => Self::read(kind, &quoted(text)),
        }
    }
}

/// A number of JSON (RFC 8259, section 6) without an exponent.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(part) && (whole == "0" || !whole.starts_with('0'))
}

/// Four digits for the year, two for the month, two for the day; the later ones may be missing.
pub(super) fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |at: usize| parts.get(at).map_or(Some(1), |part| part.parse::<u32>().ok());
    let shaped = parts.iter().zip([4, 2, 2]).all(|(part, long)| part.len() == long);
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let (Some(year), Some(month), Some(day)) = (number(0), number(1), number(2)) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let longest = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    shaped && digits && parts.len() <= 3 && (1..=12).contains(&month) && (1..=longest).contains(&day)
}

/// A text as JSON; escaped is what must be (RFC 8259, section 7).
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..' ' => {
                let digit = |half: u32| char::from_digit(half, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.extend([digit(c as u32 >> 4), digit(c as u32 & 15)]);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The text of a JSON source as [`quoted`] writes it, which is how all sources are kept.
fn unquoted(source: &str) -> Option<String> {
    let inner = source.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::new();
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return None,
            '\\' => out.push(match chars.next()? {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\u{8}',
                'f' => '\u{c}',
                'u' => {
                    let digits: String = chars.by_ref().take(4).collect();
                    char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?
                }
                c => c,
            }),
            c => out.push(c),
        }
    }
    Some(out)
}
