//! Writing JSON, byte for byte as `serde_json` does. Its serializer is compiled
//! once for each layout and form; this one is one type, and cannot fail.

use serde_json::Value;

/// JSON while it is written. Who opens a list or an object closes it, and names
/// each field of an object and each item of a list before its value.
pub(crate) struct Json {
    text: String,
    /// How deep the value lies; `None` where all stands on one line.
    depth: Option<usize>,
    /// Nothing stands yet in the list or object.
    is_empty: bool,
}

impl Json {
    /// All on one line, without a space.
    pub(crate) fn compact() -> Self {
        Self { text: String::new(), depth: None, is_empty: true }
    }

    /// A line for each field and item, set in by two spaces.
    pub(crate) fn pretty() -> Self {
        Self { depth: Some(0), ..Self::compact() }
    }

    /// More items of a list that was begun, all on one line; it holds some already, or none.
    pub(crate) fn more(text: String, is_empty: bool) -> Self {
        Self { text, depth: None, is_empty }
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// Begins a list or an object by its bracket.
    pub(crate) fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth = self.depth.map(|depth| depth + 1);
        self.is_empty = true;
    }

    /// Ends it.
    pub(crate) fn close(&mut self, bracket: char) {
        self.depth = self.depth.map(|depth| depth - 1);
        if !self.is_empty {
            self.break_line();
        }
        self.text.push(bracket);
        self.is_empty = false;
    }

    /// The next item of a list is about to be written.
    pub(crate) fn item(&mut self) {
        if !self.is_empty {
            self.text.push(',');
        }
        self.is_empty = false;
        self.break_line();
    }

    /// The next field of an object is about to be written.
    pub(crate) fn field(&mut self, name: &str) {
        self.item();
        self.string(name);
        self.text.push_str(if self.depth.is_some() { ": " } else { ":" });
    }

    fn break_line(&mut self) {
        if let Some(depth) = self.depth {
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n("  ", depth));
        }
    }

    /// A number, `true`, `false` or `null`.
    pub(crate) fn bare(&mut self, word: &str) {
        self.text.push_str(word);
    }

    /// A text; escaped is what must be (RFC 8259, section 7).
    pub(crate) fn string(&mut self, text: &str) {
        self.text.push('"');
        let mut rest = text;
        // No byte of a longer character is one of these.
        while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
            let (plain, odd) = rest.split_at(at);
            self.text.push_str(plain);
            self.escape(odd.as_bytes()[0]);
            rest = &odd[1..];
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    fn escape(&mut self, byte: u8) {
        const NAMED: [(u8, char); 7] =
            [(8, 'b'), (9, 't'), (10, 'n'), (12, 'f'), (13, 'r'), (b'"', '"'), (b'\\', '\\')];
        self.text.push('\\');
        if let Some((_, name)) = NAMED.iter().find(|(named, _)| *named == byte) {
            self.text.push(*name);
            return;
        }
        self.text.push_str("u00");
        let digit = |half: u8| char::from(b"0123456789abcdef"[usize::from(half)]);
        self.text.extend([digit(byte >> 4), digit(byte & 15)]);
    }

    /// A value as it was read; numbers keep all their digits.
    pub(crate) fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.bare("null"),
            Value::Bool(value) => self.bool(*value),
            Value::Number(number) => self.bare(number.as_str()),
            Value::String(text) => self.string(text),
            Value::Array(items) => {
                self.open('[');
                for item in items {
                    self.item();
                    self.value(item);
                }
                self.close(']');
            }
            Value::Object(map) => {
                self.open('{');
                for (name, value) in map {
                    self.field(name);
                    self.value(value);
                }
                self.close('}');
            }
        }
    }

    pub(crate) fn bool(&mut self, value: bool) {
        self.bare(if value { "true" } else { "false" });
    }
}

/// A value as its source on one line.
pub(crate) fn source_of(value: &Value) -> String {
    let mut json = Json::compact();
    json.value(value);
    json.into_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str) {
        let value: Value = serde_json::from_str(source).unwrap();
        assert_eq!(source_of(&value), serde_json::to_string(&value).unwrap());
        let mut json = Json::pretty();
        json.value(&value);
        assert_eq!(json.into_text(), serde_json::to_string_pretty(&value).unwrap());
    }

    #[test]
    fn values_are_written_as_serde_json_does() {
        check("null");
        check("[true, false, 0, -1, 1.50, 1e400, 123456789012345678901234567890]");
        check("[]");
        check("{}");
        check(r#"{"b": [], "a": {}, "": [{}, [[]], {"x": [1, {"y": "z"}]}], "\n": null}"#);
        check(r#""a\"b\\c\/d é 👩‍👧 \u2028 \ud83d\ude00""#);
    }

    #[test]
    fn every_character_is_escaped_as_serde_json_does() {
        let text: String = ('\0'..'\u{300}').collect();
        let mut json = Json::compact();
        json.string(&text);
        assert_eq!(json.into_text(), serde_json::to_string(&text).unwrap());
    }
}
