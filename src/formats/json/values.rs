//! The forms of plain values: numbers, texts, lists, ids, times, names in tables.

use super::form::{Fields, Flaw, Form, Place, by_name, from_source, name_of, text_form, write_extra};
use super::writer::{Json, source_of};
use crate::formats::Fault;
use crate::model::{
    AnnotationId, AttributeId, AttributeKind, BuriedId, Certainty, ChoiceId, CoderId, Colour, Condition,
    DocumentId, Example, Extra, InstrumentId, LineStyle, Order, Progress, ProjectId, RefusalId, RelationId,
    RelationTypeId, RuleId, RuleKind, TagId, Time, VersionId,
};
use crate::table::TextMap;
use crate::text::Hash;
use serde_json::Value;

/// How deep unknown fields may be nested: well below what the JSON reader
/// takes, so that the saved form, which wraps them once more, stays readable.
pub const DEEPEST: usize = 64;

/// The greatest number that every JSON reader holds exactly (RFC 8259, section 6).
const GREATEST: u64 = (1 << 53) - 1;

fn depth(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Value::Object(map) => 1 + map.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

/// An object of anything: names and JSON sources.
impl Form for Extra {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
        let Value::Object(map) = value else {
            return Err(at.expected("an object", &value));
        };
        let source = |(name, value): (String, Value)| {
            if depth(&value) > DEEPEST {
                return Err(at.field(&name).damaged(Fault::TooDeep));
            }
            Ok((name, source_of(&value)))
        };
        map.into_iter().map(source).collect::<Result<_, _>>().map(Extra)
    }

    fn write(&self, json: &mut Json) {
        json.open('{');
        write_extra(self, json);
        json.close('}');
    }
}

impl Form for String {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(at.expected("text", &other)),
        }
    }

    fn write(&self, json: &mut Json) {
        json.string(self);
    }

    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl Form for bool {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
        value.as_bool().ok_or_else(|| at.expected("true or false", &value))
    }

    fn write(&self, json: &mut Json) {
        json.bool(*self);
    }

    fn is_nothing(&self) -> bool {
        !self
    }
}

impl Form for u32 {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
        // One less than half of what fits, so that counting on never overflows.
        let number = value.as_u64().filter(|number| *number <= i32::MAX as u64);
        let number = number.ok_or_else(|| at.expected("a whole number from 0 to 2147483647", &value))?;
        Ok(number as u32)
    }

    fn write(&self, json: &mut Json) {
        json.bare(&self.to_string());
    }

    fn is_nothing(&self) -> bool {
        *self == 0
    }
}

impl Form for u64 {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
        let number = value.as_u64().filter(|number| *number <= GREATEST);
        number.ok_or_else(|| at.expected("a whole number from 0 to 9007199254740991", &value))
    }

    fn write(&self, json: &mut Json) {
        json.bare(&self.to_string());
    }
}

impl<F: Form> Form for Vec<F> {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
        let Value::Array(items) = value else {
            return Err(at.expected("a list", &value));
        };
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            list.push(F::read(item, &at.item(index))?);
        }
        Ok(list)
    }

    fn write(&self, json: &mut Json) {
        json.open('[');
        for item in self {
            json.item();
            item.write(json);
        }
        json.close(']');
    }

    fn is_nothing(&self) -> bool {
        self.is_empty()
    }
}

impl Form for TextMap {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
        let Value::Object(map) = value else {
            return Err(at.expected("an object", &value));
        };
        let field = |(name, value): (String, Value)| {
            let text = String::read(value, &at.field(&name))?;
            Ok((name, text))
        };
        map.into_iter().map(field).collect()
    }

    fn write(&self, json: &mut Json) {
        json.open('{');
        for (name, text) in self.iter() {
            json.field(name);
            json.string(text);
        }
        json.close('}');
    }
}

/// Written as `null` where there is nothing.
impl<F: Form> Form for Option<F> {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
        if value.is_null() { Ok(None) } else { F::read(value, at).map(Some) }
    }

    fn write(&self, json: &mut Json) {
        match self {
            Some(value) => value.write(json),
            None => json.bare("null"),
        }
    }

    fn missing() -> Option<Self> {
        Some(None)
    }

    fn is_nothing(&self) -> bool {
        self.is_none()
    }
}

/// A condition's value stands in the file as itself.
impl Form for Condition {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
        let mut fields = Fields::open(value, at)?;
        let attribute = fields.take("attribute")?;
        let Source(value) = fields.take("value")?;
        Ok(Self { attribute, value, extra: fields.rest()? })
    }

    fn write(&self, json: &mut Json) {
        json.open('{');
        json.field("attribute");
        self.attribute.write(json);
        json.field("value");
        json.value(&from_source(&self.value));
        write_extra(&self.extra, json);
        json.close('}');
    }
}

/// A value by its source.
struct Source(String);

impl Form for Source {
    fn read(value: Value, _: &Place<'_>) -> Result<Self, Flaw> {
        Ok(Self(source_of(&value)))
    }

    fn write(&self, json: &mut Json) {
        json.value(&from_source(&self.0));
    }
}

/// The words alone, as long as nothing more is known of them.
impl Form for Example {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
        if !value.is_object() {
            return String::read(value, at).map(|text| Self { text, ..Self::default() });
        }
        let mut fields = Fields::open(value, at)?;
        Ok(Self {
            text: fields.take("text")?,
            document: fields.take("document")?,
            start: fields.take_optional("start")?,
            end: fields.take_optional("end")?,
            extra: fields.rest()?,
        })
    }

    fn write(&self, json: &mut Json) {
        if self.document.is_none() && self.extra.0.is_empty() {
            return json.string(&self.text);
        }
        json.open('{');
        json.field("text");
        json.string(&self.text);
        if let Some(document) = self.document {
            json.field("document");
            document.write(json);
            json.field("start");
            self.start.write(json);
            json.field("end");
            self.end.write(json);
        }
        write_extra(&self.extra, json);
        json.close('}');
    }
}

text_form!(ProjectId, "an id (a UUID)", ProjectId::parse, ProjectId::to_string);
text_form!(DocumentId, "an id (a UUID)", DocumentId::parse, DocumentId::to_string);
text_form!(TagId, "an id (a UUID)", TagId::parse, TagId::to_string);
text_form!(CoderId, "an id (a UUID)", CoderId::parse, CoderId::to_string);
text_form!(AnnotationId, "an id (a UUID)", AnnotationId::parse, AnnotationId::to_string);
text_form!(AttributeId, "an id (a UUID)", AttributeId::parse, AttributeId::to_string);
text_form!(ChoiceId, "an id (a UUID)", ChoiceId::parse, ChoiceId::to_string);
text_form!(RelationTypeId, "an id (a UUID)", RelationTypeId::parse, RelationTypeId::to_string);
text_form!(RelationId, "an id (a UUID)", RelationId::parse, RelationId::to_string);
text_form!(RuleId, "an id (a UUID)", RuleId::parse, RuleId::to_string);
text_form!(VersionId, "an id (a UUID)", VersionId::parse, VersionId::to_string);
text_form!(RefusalId, "an id (a UUID)", RefusalId::parse, RefusalId::to_string);
text_form!(InstrumentId, "an id (a UUID)", InstrumentId::parse, InstrumentId::to_string);
text_form!(BuriedId, "an id (a UUID)", BuriedId::parse, BuriedId::to_string);
text_form!(Hash, "a SHA-256 (64 hexadecimal digits)", Hash::parse, Hash::to_string);
text_form!(Time, "a time such as “2020-10-04T16:29:00.000Z”", Time::parse, Time::to_string);
text_form!(Order, "an order key (digits, the last not 0)", Order::parse, |order| order.as_str().to_owned());
text_form!(Colour, "a colour such as “#0b6fb3”", Colour::parse, Colour::to_string);
text_form!(
    char,
    "a digit from 0 to 9",
    |text| text.parse().ok().filter(char::is_ascii_digit),
    char::to_string
);

const STYLES: &[(LineStyle, &str)] = &[
    (LineStyle::Solid, "solid"),
    (LineStyle::Dashed, "dashed"),
    (LineStyle::Dotted, "dotted"),
    (LineStyle::Wavy, "wavy"),
];
const CERTAINTIES: &[(Certainty, &str)] =
    &[(Certainty::Low, "low"), (Certainty::Medium, "medium"), (Certainty::High, "high")];
const ATTRIBUTE_KINDS: &[(AttributeKind, &str)] = &[
    (AttributeKind::One, "choice"),
    (AttributeKind::Many, "choices"),
    (AttributeKind::Text, "text"),
    (AttributeKind::Number, "number"),
    (AttributeKind::YesNo, "yes/no"),
    (AttributeKind::Date, "date"),
    (AttributeKind::Instrument, "instrument"),
];
const RULE_KINDS: &[(RuleKind, &str)] =
    &[(RuleKind::Apart, "apart"), (RuleKind::Within, "within"), (RuleKind::EachDocument, "each document")];
const PROGRESS: &[(Progress, &str)] = &[(Progress::Open, "open"), (Progress::Done, "done")];

text_form!(
    LineStyle,
    "“solid”, “dashed”, “dotted” or “wavy”",
    |name| by_name(STYLES, name),
    |value| name_of(STYLES, value)
);
text_form!(Certainty, "“low”, “medium” or “high”", |name| by_name(CERTAINTIES, name), |value| {
    name_of(CERTAINTIES, value)
});
text_form!(Progress, "“open” or “done”", |name| by_name(PROGRESS, name), |value| name_of(
    PROGRESS, value
));
text_form!(
    AttributeKind,
    "a kind of attribute such as “choice”",
    |name| by_name(ATTRIBUTE_KINDS, name),
    |kind| name_of(ATTRIBUTE_KINDS, kind)
);
text_form!(
    RuleKind,
    "“apart”, “within” or “each document”",
    |name| by_name(RULE_KINDS, name),
    |kind| { name_of(RULE_KINDS, kind) }
);
