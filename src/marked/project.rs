//! Projects from marked text, and back.

use super::{Marked, Passage, marked};
use crate::model::*;
use crate::table::TextMap;
use crate::text::{Hash, Text};
use std::collections::BTreeMap;

/// The id of the project that [`project`] makes.
pub const PROJECT: ProjectId = ProjectId::from_random(fixed(0));
/// The coder of every passage that [`project`] makes.
pub const CODER: CoderId = coder_id(1);

/// The id of the `number`th document, from 1.
pub const fn document_id(number: u32) -> DocumentId {
    DocumentId::from_random(fixed(number))
}

/// The id of the `number`th tag, from 1, in the order in which tags first appear.
pub const fn tag_id(number: u32) -> TagId {
    TagId::from_random(fixed(number))
}

/// The id of the `number`th coder, from 1.
pub const fn coder_id(number: u32) -> CoderId {
    CoderId::from_random(fixed(number))
}

/// The id of the `number`th passage, from 1, in the order of printing.
pub const fn annotation_id(number: u32) -> AnnotationId {
    AnnotationId::from_random(fixed(number))
}

/// The id of the `number`th attribute, from 1.
pub const fn attribute_id(number: u32) -> AttributeId {
    AttributeId::from_random(fixed(number))
}

/// The id of the `number`th choice, from 1.
pub const fn choice_id(number: u32) -> ChoiceId {
    ChoiceId::from_random(fixed(number))
}

/// The id of the `number`th type of relations, from 1.
pub const fn relation_type_id(number: u32) -> RelationTypeId {
    RelationTypeId::from_random(fixed(number))
}

/// The id of the `number`th relation, from 1; it is no annotation's.
pub const fn relation_id(number: u32) -> RelationId {
    RelationId::from_random(fixed(number + 1_000_000))
}

/// The id of the `number`th rule, from 1.
pub const fn rule_id(number: u32) -> RuleId {
    RuleId::from_random(fixed(number))
}

/// The id of the `number`th version, from 1.
pub const fn version_id(number: u32) -> VersionId {
    VersionId::from_random(fixed(number))
}

/// The id of the `number`th refusal, from 1.
pub const fn refusal_id(number: u32) -> RefusalId {
    RefusalId::from_random(fixed(number))
}

/// The id of the `number`th instrument of the project's own, from 1.
pub const fn instrument_id(number: u32) -> InstrumentId {
    InstrumentId::from_random(fixed(number))
}

const fn fixed(number: u32) -> [u8; 16] {
    (number as u128).to_be_bytes()
}

/// A document with a text and little else.
pub fn document(number: u32, text: &str) -> Document {
    Document {
        id: document_id(number),
        title: format!("Document {number}"),
        source: String::new(),
        author: String::new(),
        date: String::new(),
        language: String::new(),
        fields: TextMap::new(),
        order: Order::after(None),
        original: Original {
            encoding: "utf-8".to_owned(),
            newline: "none".to_owned(),
            bom: false,
            sha256: Some(Hash::of(text.as_bytes())),
        },
        text: Text::new(text).expect("a marked text is short"),
        memo: String::new(),
        extra: Extra::default(),
    }
}

/// A project with these tags (`legal reference/treaty` is one under another) and
/// those that the texts name, and one document for each marked text.
///
/// # Panics
/// When a text is not right: the message says why.
#[track_caller]
pub fn project(tags: &[&str], texts: &[&str]) -> Project {
    let texts: Vec<Marked> = texts.iter().map(|text| marked(text)).collect();
    let passages = || texts.iter().flat_map(|text| &text.passages);
    let mut book = BTreeMap::new();
    let mut changes = Vec::new();
    for path in tags.iter().copied().chain(passages().map(|passage| passage.tag.as_str())) {
        add_path(path, &mut book, &mut changes);
    }
    changes.push(Change::insert(Record::Coder(Coder {
        id: CODER,
        label: "Coder".to_owned(),
        extra: Extra::default(),
    })));
    let mut order = None;
    let mut next = 1;
    for (text, number) in texts.iter().zip(1..) {
        let mut document = document(number, text.text.as_str());
        document.order = Order::after(order.as_ref());
        order = Some(document.order.clone());
        for passage in &text.passages {
            let annotation = annotation(next, document.id, passage.target.clone(), book[&passage.tag]);
            changes.push(Change::insert(Record::Annotation(annotation.into())));
            next += 1;
        }
        changes.push(Change::insert(Record::Document(document)));
    }
    let head =
        Head { id: PROJECT, title: "Project".to_owned(), memo: String::new(), extra: Extra::default() };
    let mut project = Project::empty(head);
    apply(&mut project, &Patch { changes }, Strictness::Whole, Stamping::Now(Time::default()))
        .expect("marks lie within their text and their tags were made");
    project
}

/// Makes the tags along a path that are not there yet.
fn add_path(path: &str, book: &mut BTreeMap<String, TagId>, changes: &mut Vec<Change>) {
    let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
    let mut parent = None;
    for end in ends {
        let number = book.len() as u32 + 1;
        let start = path[..end].rfind('/').map_or(0, |slash| slash + 1);
        let id = *book.entry(path[..end].to_owned()).or_insert_with(|| {
            changes.push(Change::insert(Record::Tag(tag(number, &path[start..end], parent))));
            tag_id(number)
        });
        parent = Some(id);
    }
}

/// A tag with a name and little else; tags stand in the order of their numbers.
pub fn tag(number: u32, name: &str, parent: Option<TagId>) -> Tag {
    let order = Order::parse(&format!("1{number:03}1")).expect("these are digits");
    Tag::new(tag_id(number), name.to_owned(), parent, order, PALETTE[number as usize % PALETTE.len()])
}

/// An annotation with little more than its passage, by [`CODER`].
pub fn annotation(number: u32, document: DocumentId, target: Target, tag: TagId) -> Annotation {
    Annotation {
        id: annotation_id(number),
        document,
        target,
        tag,
        tag_revision: 1,
        coder: CODER,
        values: TextMap::new(),
        certainty: None,
        note: String::new(),
        created: Time::default(),
        stamp: Stamp::default(),
        extra: Extra::default(),
    }
}

/// An attribute of one choice of these; its `number` is that of its first choice, too.
pub fn choice_of(number: u32, name: &str, choices: &[&str]) -> Attribute {
    let choice = |(name, id): (&&str, u32)| Choice {
        id: choice_id(id),
        name: (*name).to_owned(),
        extra: Extra::default(),
    };
    let choices = choices.iter().zip(number..).map(choice).collect();
    Attribute { choices, ..Attribute::new(attribute_id(number), name, AttributeKind::One) }
}

/// A type of relations that may join these tags; `None` is any.
pub fn relation_type(number: u32, name: &str, from: Option<&[TagId]>, to: Option<&[TagId]>) -> RelationType {
    RelationType {
        id: relation_type_id(number),
        name: name.to_owned(),
        order: Order::after(None),
        definition: String::new(),
        from: from.map(<[TagId]>::to_vec),
        to: to.map(<[TagId]>::to_vec),
        extra: Extra::default(),
    }
}

/// A rule about one tag or two.
pub fn rule(number: u32, kind: RuleKind, tag: TagId, other: Option<TagId>) -> Rule {
    Rule { id: rule_id(number), kind, tag, other, extra: Extra::default() }
}

/// The refusal of these words, read so, in every document.
pub fn refusal(number: u32, words: &str, reading: &str) -> Refusal {
    Refusal {
        id: refusal_id(number),
        words: words.to_owned(),
        reading: reading.to_owned(),
        document: None,
        start: 0,
        end: 0,
        extra: Extra::default(),
    }
}

/// An instrument of the project's own with little but its name.
pub fn instrument(number: u32, name: &str) -> OwnInstrument {
    OwnInstrument {
        id: instrument_id(number),
        code: format!("own:{number}"),
        name: name.to_owned(),
        aliases: Vec::new(),
        identifier: String::new(),
        date: String::new(),
        articles: None,
        extra: Extra::default(),
    }
}

/// The relations of a project, a line for each, with the words and tags of their ends:
/// `«claim:shelling» made by «actor:Ganja»`.
pub fn show_relations(project: &Project) -> String {
    let end = |id: AnnotationId| {
        let Some(annotation) = project.annotation(id) else { return "?".to_owned() };
        let text = project.document(annotation.document).map(|document| &document.text);
        let words = |span| text.map_or("", |text| text.slice(span));
        let words: Vec<_> = annotation.target.spans().iter().map(|span| words(*span)).collect();
        format!("«{}:{}»", path(project, annotation.tag).join("/"), words.join("…"))
    };
    let line = |relation: &Relation| {
        let name = project.relation_types().get(&relation.kind).map_or("?", |kind| kind.name.as_str());
        format!("{} {name} {}", end(relation.from), end(relation.to))
    };
    project.relations().values().map(line).collect::<Vec<_>>().join("\n")
}

/// A document of a project as marked text.
///
/// # Panics
/// When the project does not have it.
#[track_caller]
pub fn show(project: &Project, document: DocumentId) -> String {
    let text = &project.document(document).expect("the document is there").text;
    let annotations = project.annotations().values().filter(|annotation| annotation.document == document);
    let passages = annotations
        .map(|annotation| Passage {
            tag: path(project, annotation.tag).join("/"),
            target: annotation.target.clone(),
        })
        .collect();
    Marked::new(text.clone(), passages, None).to_string()
}
