//! What a tag asks of the passages that have it, and examples of such passages.

use super::{AttributeId, ChoiceId, DocumentId, Extra, Project, Tag, TagId, Target, Value};
use crate::table::TextMap;
use crate::text::Span;

/// A typed field that a tag asks for. The tags under a tag ask for it too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name for ever.
    pub id: AttributeId,
    /// What it is called.
    pub name: String,
    /// What its values are.
    pub kind: AttributeKind,
    /// What can be chosen, where its kind is a choice.
    pub choices: Vec<Choice>,
    /// A passage without a value breaches the codebook.
    pub required: bool,
    /// It is asked for only then; `None` is always.
    pub only_if: Option<Condition>,
    /// Fields of a newer program.
    pub extra: Extra,
}

/// What the values of an attribute are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AttributeKind {
    /// One of the choices.
    One,
    /// Any of the choices.
    Many,
    /// Words.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
    /// A day (ISO 8601), or its year and month, or its year.
    Date,
    /// A legal instrument.
    Instrument,
}

/// Between the words of several ranges.
pub const GAP: &str = " … ";

/// Between the choices of an attribute that has many, in words.
pub const AND: &str = "; ";

/// One of the things that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its name for ever: values hold it, so that it can be called something else.
    pub id: ChoiceId,
    /// What it is called.
    pub name: String,
    /// Fields of a newer program.
    pub extra: Extra,
}

/// That another attribute has a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The other attribute.
    pub attribute: AttributeId,
    /// The JSON source of the value that it must have. Of an attribute that has many choices it
    /// is the one that must be among them.
    pub value: String,
    /// Fields of a newer program.
    pub extra: Extra,
}

/// A passage that is what a tag means, or only looks like it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// Its words.
    pub text: String,
    /// The document that it was taken from.
    pub document: Option<DocumentId>,
    /// Where it began there, in code points.
    pub start: u32,
    /// Where it ended there.
    pub end: u32,
    /// Fields of a newer program.
    pub extra: Extra,
}

impl Example {
    /// A passage of a document of the project, in pieces perhaps; `None` where the document is not there or
    /// the passage lies outside it.
    pub fn of(project: &Project, document: DocumentId, target: &Target) -> Option<Self> {
        let text = &project.document(document)?.text;
        let hull = target.hull().filter(|_| target.fits(text))?;
        let words: Vec<_> = target.spans().iter().map(|span| text.slice(*span)).collect();
        let (start, end) = (hull.start().get(), hull.end().get());
        Some(Self { text: words.join(GAP), document: Some(document), start, end, extra: Extra::default() })
    }

    /// Where it stands, as long as its document is in the project and says the same there: an
    /// example is a quotation, and no reference that could dangle.
    pub fn place(&self, project: &Project) -> Option<(DocumentId, Span)> {
        let document = project.document(self.document?)?;
        let span = document.text.span(self.start, self.end)?;
        let says = document.text.slice(span);
        (says == self.text || is_in_pieces(says, &self.text)).then_some((document.id, span))
    }
}

/// True where pieces of a passage, written with gaps between them, follow each other from its start to its end.
fn is_in_pieces(passage: &str, pieces: &str) -> bool {
    let Some((first, last)) = pieces.split_once(GAP).zip(pieces.rsplit_once(GAP)).map(|(a, b)| (a.0, b.1))
    else {
        return false;
    };
    let inner = passage.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
    let mut middle = pieces.split(GAP).skip(1).collect::<Vec<_>>();
    middle.pop();
    let found =
        middle.into_iter().try_fold(inner, |rest, piece| Some(rest?.split_once(piece).map(|it| it.1)));
    found.flatten().is_some()
}

impl From<&str> for Example {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

/// The attributes that a tag asks for: from the top tag down to its own.
pub fn asked(project: &Project, tag: TagId) -> Vec<&Attribute> {
    let up = |tag: &&Tag| project.tag(tag.parent?);
    let mut line: Vec<&Tag> = std::iter::successors(project.tag(tag), up).collect();
    line.reverse();
    line.into_iter().flat_map(|tag| &tag.attributes).collect()
}

/// Of what a tag asks for, what an annotation with these values is asked for: conditions hold, and what
/// they depend on is asked for itself.
pub fn shown<'a>(asked: &[&'a Attribute], values: &TextMap) -> Vec<&'a Attribute> {
    let mut shown: Vec<&Attribute> = Vec::new();
    for attribute in asked {
        let is_asked = |condition: &Condition| shown.iter().any(|other| other.id == condition.attribute);
        if attribute.is_shown(values) && attribute.only_if.as_ref().is_none_or(is_asked) {
            shown.push(attribute);
        }
    }
    shown
}

/// How an annotation answers an attribute that it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// It has a value that fits.
    Fits(Value),
    /// It has something that the attribute does not take.
    Wrong,
    /// It has no value, and must have one.
    Missing,
    /// It has no value, and need not have one.
    Nothing,
}

impl Given {
    /// The value that fits.
    pub fn value(&self) -> Option<&Value> {
        match self {
            Given::Fits(value) => Some(value),
            _ => None,
        }
    }
}

impl Attribute {
    /// An attribute with nothing but a name and a kind.
    pub fn new(id: AttributeId, name: &str, kind: AttributeKind) -> Self {
        let (name, choices) = (name.to_owned(), Vec::new());
        Self { id, name, kind, choices, required: false, only_if: None, extra: Extra::default() }
    }

    /// True where it is asked for, going by the values of the others.
    pub fn is_shown(&self, values: &TextMap) -> bool {
        self.only_if.as_ref().is_none_or(|condition| {
            let value = values.get(&condition.attribute.to_string());
            value.is_some_and(|value| {
                let among = || match Value::read(AttributeKind::Many, value) {
                    Some(Value::Many(all)) => {
                        all.iter().any(|choice| Value::One(*choice).source() == condition.value)
                    }
                    _ => false,
                };
                value == condition.value || among()
            })
        })
    }

    /// The value that it has among these; `None` where there is none, or none of its kind.
    pub fn value_in(&self, values: &TextMap) -> Option<Value> {
        Value::read(self.kind, values.get(&self.id.to_string())?)
    }

    /// How these values answer it, where it is asked for.
    pub fn given(&self, values: &TextMap) -> Given {
        match self.value_in(values).filter(|value| self.takes(value)) {
            Some(value) => Given::Fits(value),
            None if values.get(&self.id.to_string()).is_some() => Given::Wrong,
            None if self.required => Given::Missing,
            None => Given::Nothing,
        }
    }

    /// A value in words: choices by their names, yes and no.
    pub fn words(&self, value: &Value) -> String {
        let name = |id: &ChoiceId| {
            let choice = self.choices.iter().find(|choice| choice.id == *id);
            choice.map_or(String::new(), |choice| choice.name.clone())
        };
        match value {
            Value::One(id) => name(id),
            Value::Many(ids) => ids.iter().map(name).collect::<Vec<_>>().join(AND),
            Value::Text(text) | Value::Number(text) | Value::Date(text) | Value::Instrument(text) => {
                text.clone()
            }
            Value::YesNo(value) => (if *value { "yes" } else { "no" }).to_owned(),
        }
    }

    /// The words of a value's source; the source itself where it is none of this kind.
    pub fn words_of(&self, source: &str) -> String {
        Value::read(self.kind, source).map_or_else(|| source.to_owned(), |value| self.words(&value))
    }

    /// True where this can be its value: of its kind, and chosen from its choices.
    pub fn takes(&self, value: &Value) -> bool {
        let known = |id: &ChoiceId| self.choices.iter().any(|choice| choice.id == *id);
        match value {
            Value::One(id) => self.kind == AttributeKind::One && known(id),
            Value::Many(ids) => self.kind == AttributeKind::Many && !ids.is_empty() && ids.iter().all(known),
            other => Value::read(self.kind, &other.source()).as_ref() == Some(other),
        }
    }
}
