//! What a first visit finds: the appeal and a codebook for claims and law. The
//! ids are fixed, so that thirty students have one codebook.

use super::starters::{asks, choice};
use super::*;
use crate::text::{Hash, Text};

/// The id of the built-in document.
pub const APPEAL: DocumentId = DocumentId::from_random(fixed(0x0a99_ea10, 1));

const TEXT: &str = include_str!("../../assets/appeal.txt");

struct Row {
    number: u128,
    under: Option<u128>,
    name: &'static str,
    colour: usize,
    key: char,
    definition: &'static str,
    use_when: &'static str,
    not_when: &'static str,
    examples: &'static [&'static str],
}

const TAGS: &[Row] = &[
    Row {
        number: 1,
        under: None,
        name: "claim",
        colour: 0,
        key: '1',
        definition: "A statement that its speaker presents as true or as right and that others could dispute.",
        use_when: "the text asserts, accuses or demands, and neither “accusation” nor “demand” says it more exactly.",
        not_when: "the passage only names who speaks (use actor) or only cites a rule (use legal reference).",
        examples: &[
            "The purpose of Armenia's deliberate targeting of the civilian population is to expand the geography of the war",
        ],
    },
    Row {
        number: 2,
        under: Some(1),
        name: "accusation",
        colour: 0,
        key: '2',
        definition: "A statement that someone did, or is responsible for, something the text presents as wrong.",
        use_when: "the passage names or clearly implies who did it and what was done. Mark the whole statement, not only the verb.",
        not_when: "the passage only reports harm without saying who caused it, or calls on someone to act (use demand).",
        examples: &["Armenia has grossly violated international humanitarian law"],
    },
    Row {
        number: 3,
        under: Some(1),
        name: "demand",
        colour: 0,
        key: '3',
        definition: "A call on someone to do something or to stop doing it.",
        use_when: "the passage asks, urges, calls on or warns someone to act. Mark who is called on and what is asked.",
        not_when: "the passage says what someone did (use accusation).",
        examples: &[
            "we call on human rights organizations, NGOs, media representatives, parliamentarians and governments around the world to protest",
        ],
    },
    Row {
        number: 4,
        under: None,
        name: "actor",
        colour: 1,
        key: '4',
        definition: "A person, group, organisation, state or armed force that acts, is acted upon or speaks.",
        use_when: "the passage names the actor or describes it (“the armed forces of …”).",
        not_when: "the name is only part of a place (“the Ganja city”) or of a law's title.",
        examples: &["the armed forces of Amenia", "the Azerbaijani NGOs"],
    },
    Row {
        number: 5,
        under: None,
        name: "legal reference",
        colour: 2,
        key: '5',
        definition: "A reference to law: a body of law, a treaty, a resolution, a rule or a provision.",
        use_when: "the passage names law, and neither “treaty” nor “UN resolution” says it more exactly.",
        not_when: "a legal word is used without reference to a rule (“crimes”, “impunity”).",
        examples: &["international humanitarian law"],
    },
    Row {
        number: 6,
        under: Some(5),
        name: "treaty",
        colour: 2,
        key: '6',
        definition: "A reference to a treaty, convention, protocol or covenant, or to one of its provisions.",
        use_when: "the passage names the treaty, also where the name fits several.",
        not_when: "conventions are meant in general and none is named (use legal reference).",
        examples: &["the Geneva Convention of 1949"],
    },
    Row {
        number: 7,
        under: Some(5),
        name: "UN resolution",
        colour: 2,
        key: '7',
        definition: "A reference to one or more resolutions of an organ of the United Nations.",
        use_when: "the passage names resolutions by number, by organ or as a group.",
        not_when: "the organ is named without a resolution (use actor).",
        examples: &["four UN Security Council resolutions"],
    },
];

/// The id of the starter's tag for references to law.
pub const LEGAL_REFERENCE: TagId = tag_id(5);
/// The id of the one under it for treaties.
pub const TREATY: TagId = tag_id(6);
/// The id of the one under it for resolutions.
pub const UN_RESOLUTION: TagId = tag_id(7);

const fn tag_id(number: u128) -> TagId {
    TagId::from_random(fixed(0x0a99_7a90, number))
}

/// Sixteen bytes that begin with `kind` and end with `number`.
pub(super) const fn fixed(kind: u128, number: u128) -> [u8; 16] {
    ((kind << 96) | number).to_be_bytes()
}

/// A type's name, the number of the tag that it leads to, and what it means. All start from a claim.
const RELATIONS: &[(&str, u128, &str)] = &[
    ("made by", 4, "Who makes the claim, as the text has it."),
    ("about", 4, "Whom the claim is about, or who is called on."),
    ("invokes", 5, "The law that the claim rests on."),
];

/// The codebook for claims and law.
pub(super) fn claims_and_law() -> Incoming {
    let made = |(at, row): (usize, &Row)| {
        let order = Order::parse(&(at + 1).to_string()).expect("fewer than ten tags");
        let id = tag_id(row.number);
        Tag {
            key: Some(row.key),
            definition: row.definition.to_owned(),
            use_when: row.use_when.to_owned(),
            not_when: row.not_when.to_owned(),
            examples: row.examples.iter().map(|&example| Example::from(example)).collect(),
            attributes: attributes(row.number),
            ..Tag::new(id, row.name.to_owned(), row.under.map(tag_id), order, PALETTE[row.colour])
        }
    };
    let kind = |(at, &(name, to, definition)): (usize, &(&str, u128, &str))| RelationType {
        id: RelationTypeId::from_random(fixed(0x0a99_4e1a, at as u128 + 1)),
        name: name.to_owned(),
        order: Order::parse(&(at + 1).to_string()).expect("fewer than ten types"),
        definition: definition.to_owned(),
        from: Some(vec![tag_id(1)]),
        to: Some(vec![tag_id(to)]),
        extra: Extra::default(),
    };
    Incoming {
        tags: TAGS.iter().enumerate().map(made).collect(),
        relation_types: RELATIONS.iter().enumerate().map(kind).collect(),
        ..Incoming::default()
    }
}

/// What the tag of this number asks for.
fn attributes(tag: u128) -> Vec<Attribute> {
    match tag {
        1 => vec![choice(0, 1, "kind", &["factual", "legal", "moral"])],
        4 => vec![choice(0, 2, "kind", &["state", "armed forces", "organisation", "person", "group"])],
        5 => vec![
            asks(0, 3, "instrument", AttributeKind::Instrument),
            asks(0, 4, "provision", AttributeKind::Text),
        ],
        _ => Vec::new(),
    }
}

/// A project with the built-in document and the starter codebook.
pub fn starter(id: ProjectId) -> Project {
    let head = Head { id, title: "Claims and law".to_owned(), memo: String::new(), extra: Extra::default() };
    let mut project = Project::empty(head);
    let appeal = appeal();
    project.documents.insert(appeal.id, appeal);
    let Incoming { tags, relation_types, .. } = claims_and_law();
    project.tags = tags.into_iter().map(|tag| (tag.id, tag)).collect();
    project.relation_types = relation_types.into_iter().map(|kind| (kind.id, kind)).collect();
    project
}

fn appeal() -> Document {
    Document {
        id: APPEAL,
        title: "Appeal of 292 NGOs".to_owned(),
        source: "APA".to_owned(),
        author: String::new(),
        date: "2020-10-04".to_owned(),
        language: "en".to_owned(),
        fields: Default::default(),
        order: Order::after(None),
        original: Original {
            encoding: "utf-8".to_owned(),
            newline: "lf".to_owned(),
            bom: false,
            sha256: Some(Hash::of(TEXT.as_bytes())),
        },
        text: Text::import(TEXT).expect("the appeal is short"),
        memo: String::new(),
        extra: Extra::default(),
    }
}
