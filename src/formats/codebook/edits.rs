//! What a codebook from outside says otherwise of the tags that a project has.

use crate::model::{Attribute, Example, Project, Tag, TagField, TagId, children};

/// What a file says of a tag, as far as the tag is otherwise.
fn changed(known: &Tag, said: impl Iterator<Item = TagField>) -> Vec<TagField> {
    let same = |own: &[Example], other: &[Example]| {
        let words = |all: &[Example]| -> Vec<String> {
            all.iter().map(|one| one.text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
        };
        words(own) == words(other)
    };
    let differs = |field: &TagField| match field {
        TagField::Name(name) => *name != known.name,
        TagField::Colour(colour) => *colour != known.colour,
        TagField::Style(style) => *style != known.style,
        TagField::Key(key) => *key != known.key,
        TagField::Definition(text) => *text != known.definition,
        TagField::UseWhen(text) => *text != known.use_when,
        TagField::NotWhen(text) => *text != known.not_when,
        TagField::Examples(examples) => !same(examples, &known.examples),
        TagField::CounterExamples(examples) => !same(examples, &known.counter_examples),
        TagField::Attributes(attributes) => *attributes != known.attributes,
        TagField::Retired(retired) => *retired != known.retired,
    };
    said.filter(differs).collect()
}

/// The attributes of a tag with what a file says of them: they are called what they are called there, and what is
/// new comes behind. None goes, and none becomes of another kind: values would go with it.
fn with_attributes(known: &[Attribute], said: &[Attribute]) -> Vec<Attribute> {
    let mut all = known.to_vec();
    for attribute in said {
        let Some(own) = all.iter_mut().find(|own| own.id == attribute.id) else {
            all.push(attribute.clone());
            continue;
        };
        own.name.clone_from(&attribute.name);
        own.required = attribute.required;
        for choice in &attribute.choices {
            match own.choices.iter_mut().find(|own| own.id == choice.id) {
                Some(own) => own.name.clone_from(&choice.name),
                None => own.choices.push(choice.clone()),
            }
        }
    }
    all
}

/// The tag of a project that is called so under another one, letter case aside.
pub(super) fn namesake(project: &Project, parent: Option<TagId>, name: &str) -> Option<TagId> {
    let name = name.trim().to_lowercase();
    children(project, parent).into_iter().find(|tag| tag.name.trim().to_lowercase() == name).map(|tag| tag.id)
}

/// Notes what a file says of a tag that is there: of its fields as the file has them, those that it says something of.
pub(super) fn note(
    edits: &mut Vec<(TagId, Vec<TagField>)>,
    project: &Project,
    tag: &Tag,
    says: impl Fn(&TagField) -> bool,
) {
    let Some(known) = project.tag(tag.id) else { return };
    let tag = tag.clone();
    let fields = [
        TagField::Name(tag.name),
        TagField::Colour(tag.colour),
        TagField::Style(tag.style),
        TagField::Key(tag.key),
        TagField::Definition(tag.definition),
        TagField::UseWhen(tag.use_when),
        TagField::NotWhen(tag.not_when),
        TagField::Examples(tag.examples),
        TagField::CounterExamples(tag.counter_examples),
        TagField::Attributes(with_attributes(&known.attributes, &tag.attributes)),
        TagField::Retired(tag.retired),
    ];
    let fields = changed(known, fields.into_iter().filter(says));
    if !fields.is_empty() {
        edits.push((known.id, fields));
    }
}
