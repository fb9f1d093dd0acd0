//! Forms: how a value is read from JSON, with the place of every fault, and written to it.

use super::writer::Json;
use crate::formats::error::excerpt;
use crate::formats::{Fault, ReadError};
use crate::model::Extra;
use serde_json::{Map, Value};
use std::fmt;

/// Where in a file, as a path into the JSON. Made on the stack while reading
/// and spelled out only for a message.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    Top,
    Field(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl<'a> Place<'a> {
    pub(crate) fn field(&'a self, name: &'a str) -> Place<'a> {
        Place::Field(self, name)
    }

    pub(crate) fn item(&'a self, index: usize) -> Place<'a> {
        Place::Item(self, index)
    }

    pub(crate) fn damaged(&self, fault: Fault) -> Flaw {
        Box::new(ReadError::Damaged { place: self.to_string(), fault })
    }

    pub(crate) fn expected(&self, expected: &'static str, found: &Value) -> Flaw {
        self.damaged(Fault::Expected { expected, found: describe(found) })
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::Top => f.write_str("the top level"),
            Place::Field(Place::Top, name) => f.write_str(name),
            Place::Field(place, name) => write!(f, "{place}.{name}"),
            Place::Item(place, index) => write!(f, "{place}[{index}]"),
        }
    }
}

/// A value in words, for a message.
pub(crate) fn describe(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => format!("the number {number}"),
        Value::String(text) => format!("“{}”", excerpt(text)),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}

/// Why a value could not be read. Boxed, for every field of every form may give it back.
pub(crate) type Flaw = Box<ReadError>;

/// A value of a file: read with its place, and written.
pub(crate) trait Form: Sized {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw>;

    fn write(&self, json: &mut Json);

    /// What a field that is not there means; `None` where it must be there.
    fn missing() -> Option<Self> {
        None
    }

    /// True where the field is left out of the file.
    fn is_left_out(&self) -> bool {
        false
    }

    /// True where an optional field holds nothing, and is left out of the file.
    fn is_nothing(&self) -> bool {
        false
    }
}

/// An object while its fields are taken out of it.
pub(crate) struct Fields<'p> {
    map: Map<String, Value>,
    at: &'p Place<'p>,
}

impl<'p> Fields<'p> {
    pub(crate) fn open(value: Value, at: &'p Place<'p>) -> Result<Self, Flaw> {
        match value {
            Value::Object(map) => Ok(Self { map, at }),
            other => Err(at.expected("an object", &other)),
        }
    }

    pub(crate) fn take<F: Form>(&mut self, name: &str) -> Result<F, Flaw> {
        let at = self.at.field(name);
        match self.map.remove(name) {
            Some(value) => F::read(value, &at),
            None => F::missing().ok_or_else(|| at.damaged(Fault::Missing)),
        }
    }

    /// A field that came to the format later: where it is not there, it holds nothing.
    pub(crate) fn take_optional<F: Form + Default>(&mut self, name: &str) -> Result<F, Flaw> {
        match self.map.remove(name) {
            Some(value) => read_apart(value, &self.at.field(name)),
            None => Ok(F::default()),
        }
    }

    /// What nobody took: fields of a newer program.
    pub(crate) fn rest(self) -> Result<Extra, Flaw> {
        Extra::read(Value::Object(self.map), self.at)
    }
}

/// Reads a value in a function of its own: what few files have is then no part of what reads all of them,
/// and can come later (`script/wasm`).
#[inline(never)]
fn read_apart<F: Form>(value: Value, at: &Place<'_>) -> Result<F, Flaw> {
    F::read(value, at)
}

/// Lists the fields of a form in the order of the file; those after `;` came to the format later, and
/// are left out where they hold nothing. Whatever else an object has goes to `extra`, and is written
/// after them.
macro_rules! form {
    ($type:ty { $($field:ident),* $(; $($optional:ident),*)? $(,)? }) => {
        impl $crate::formats::json::form::Form for $type {
            #[inline(never)]
            fn read(
                value: serde_json::Value,
                at: &$crate::formats::json::form::Place<'_>,
            ) -> Result<Self, $crate::formats::json::form::Flaw> {
                let mut fields = $crate::formats::json::form::Fields::open(value, at)?;
                Ok(Self {
                    $($field: fields.take(stringify!($field))?,)*
                    $($($optional: fields.take_optional(stringify!($optional))?,)*)?
                    extra: fields.rest()?,
                })
            }

            fn write(&self, json: &mut $crate::formats::json::writer::Json) {
                json.open('{');
                $(if !$crate::formats::json::form::Form::is_left_out(&self.$field) {
                    json.field(stringify!($field));
                    $crate::formats::json::form::Form::write(&self.$field, json);
                })*
                $($(if !$crate::formats::json::form::Form::is_nothing(&self.$optional) {
                    json.field(stringify!($optional));
                    $crate::formats::json::form::Form::write(&self.$optional, json);
                })*)?
                $crate::formats::json::form::write_extra(&self.extra, json);
                json.close('}');
            }
        }
    };
}
pub(crate) use form;

pub(crate) fn write_extra(extra: &Extra, json: &mut Json) {
    for (name, source) in extra.0.iter() {
        json.field(name);
        json.value(&from_source(source));
    }
}

/// The value of a JSON source. The model does not check sources; one that is
/// none becomes a text, rather than making the whole project unwritable.
pub(crate) fn from_source(source: &str) -> Value {
    serde_json::from_str(source).unwrap_or_else(|_| Value::String(source.to_owned()))
}

/// Left out where there is nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Maybe<F>(pub(crate) Option<F>);

impl<F: Form> Form for Maybe<F> {
    fn read(value: Value, at: &Place<'_>) -> Result<Self, Flaw> {
        F::read(value, at).map(Some).map(Self)
    }

    fn write(&self, json: &mut Json) {
        self.0.write(json);
    }

    fn missing() -> Option<Self> {
        Some(Self(None))
    }

    fn is_left_out(&self) -> bool {
        self.0.is_none()
    }
}

/// Forms that are a text: how it is read, and how it is written.
macro_rules! text_form {
    ($type:ty, $expected:literal, $read:expr, $write:expr) => {
        impl $crate::formats::json::form::Form for $type {
            fn read(
                value: serde_json::Value,
                at: &$crate::formats::json::form::Place<'_>,
            ) -> Result<Self, $crate::formats::json::form::Flaw> {
                let read: fn(&str) -> Option<$type> = $read;
                value.as_str().and_then(read).ok_or_else(|| {
                    let found = $crate::formats::json::form::describe(&value);
                    at.damaged($crate::formats::Fault::Expected { expected: $expected, found })
                })
            }

            fn write(&self, json: &mut $crate::formats::json::writer::Json) {
                let write: fn(&$type) -> String = $write;
                json.string(&write(self));
            }
        }
    };
}
pub(crate) use text_form;

/// The value of a name in a table.
pub(crate) fn by_name<T: Copy>(table: &[(T, &str)], name: &str) -> Option<T> {
    table.iter().find(|(_, known)| *known == name).map(|(value, _)| *value)
}

/// The name of a value in a table.
pub(crate) fn name_of<T: PartialEq>(table: &[(T, &str)], value: &T) -> String {
    let row = table.iter().find(|(known, _)| known == value);
    row.expect("the table has a row for every value").1.to_owned()
}
