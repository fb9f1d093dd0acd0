//! What the tests of the files and of the store work on: a small project with
//! one of everything, and chance from a seed.

#![allow(dead_code)]

use glossator::formats::plain;
use glossator::history::{Editor, Outcome};
use glossator::model::*;
use glossator::text::Text;

#[path = "../support/chance.rs"]
mod chance;

pub use chance::Chance;

impl Chance {
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    pub fn bytes(&mut self) -> [u8; 16] {
        let both = u128::from(self.next()) << 64 | u128::from(self.next());
        both.to_be_bytes()
    }

    pub fn pick<T: Clone>(&mut self, items: &[T]) -> Option<T> {
        items.get(self.below(items.len())).cloned()
    }
}

/// Sixteen bytes for an id that the number tells.
pub fn bytes(number: u8) -> [u8; 16] {
    let mut bytes = [0x5a; 16];
    bytes[15] = number;
    bytes
}

pub fn at(minute: i64) -> Time {
    Time::from_millis(1_601_828_940_000 + minute * 60_000)
}

pub fn coder() -> CoderId {
    CoderId::from_random(bytes(0xc0))
}

pub fn annotation(number: u8) -> AnnotationId {
    AnnotationId::from_random(bytes(number))
}

/// The document of [`sample`] that is not the appeal.
pub fn note() -> DocumentId {
    DocumentId::from_random(bytes(0xd0))
}

pub fn document(id: DocumentId, title: &str, raw: &str) -> Document {
    Document {
        id,
        title: title.to_owned(),
        source: String::new(),
        author: "M. Sample".to_owned(),
        date: "2020".to_owned(),
        language: String::new(),
        fields: [("archive".to_owned(), "box 3".to_owned())].into_iter().collect(),
        order: Order::after(None),
        original: plain::original(raw, "utf-8", Some(raw.as_bytes())),
        text: Text::import(raw).unwrap(),
        memo: String::new(),
        extra: Extra::default(),
    }
}

pub fn blank() -> Project {
    starter(ProjectId::from_random(bytes(0xff)))
}

/// The words of a passage, where they first stand.
pub fn passage(project: &Project, document: DocumentId, words: &str) -> Target {
    let text = &project.document(document).unwrap().text;
    let byte = text.as_str().find(words).unwrap_or_else(|| panic!("{words:?} is in the text"));
    let start = text.position_of_byte(byte).get();
    let span = text.span(start, start + words.chars().count() as u32).unwrap();
    Target::passage(span).unwrap()
}

/// The steps that lead from [`blank`] to a project with one of everything:
/// annotations that overlap and cross, one of a whole document, one in two
/// ranges, one deleted; characters outside the BMP; a note; a finished reading.
pub fn sample_steps(editor: &mut Editor) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    let mut run = |editor: &mut Editor, command| {
        let minute = outcomes.len() as i64;
        outcomes.push(editor.run(command, at(minute)).unwrap());
    };
    let text = "Ганджа 🕊️ شهر\r\n=SUM(1) 𝔊𝔩𝔬𝔰𝔰𝔢 e\u{301}\0 'tis said";
    run(editor, Command::AddDocuments(vec![document(note(), "A note, \"quoted\"", text)]));
    run(editor, Command::LabelCoder(coder(), "Ada".to_owned()));
    let tag = |editor: &Editor, name: &str| {
        editor.project().tags().values().find(|tag| tag.name == name).unwrap().id
    };
    let marks: &[(u8, DocumentId, &str, &str)] = &[
        (1, APPEAL, "Armenia has grossly violated international humanitarian law", "accusation"),
        (2, APPEAL, "international humanitarian law", "legal reference"),
        (3, APPEAL, "the armed forces of Amenia", "actor"),
        (4, APPEAL, "four UN Security Council resolutions", "UN resolution"),
        (5, note(), "🕊️ شهر\n=SUM(1) 𝔊𝔩𝔬", "claim"),
        (6, note(), "=SUM(1) 𝔊𝔩𝔬𝔰𝔰𝔢", "actor"),
        (7, note(), "'tis", "claim"),
        (8, APPEAL, "the Geneva Convention of 1949", "treaty"),
    ];
    for &(number, document, words, name) in marks {
        let new = NewAnnotation {
            id: annotation(number),
            document,
            target: passage(editor.project(), document, words),
            tag: tag(editor, name),
            coder: coder(),
            at: at(i64::from(number)),
        };
        run(editor, Command::Annotate(new));
    }
    let text = editor.project().document(note()).unwrap().text.clone();
    let two = Target::ranges(vec![text.span(0, 6).unwrap(), text.span(7, 8).unwrap()]).unwrap();
    let new = |number, target, name| NewAnnotation {
        id: annotation(number),
        document: note(),
        target,
        tag: tag(editor, name),
        coder: coder(),
        at: at(20),
    };
    let (two, whole) = (new(9, two, "actor"), new(10, Target::document(), "claim"));
    run(editor, Command::Annotate(two));
    run(editor, Command::Annotate(whole));
    run(editor, Command::Note(annotation(6), "-1 + \"two\",\n'three'".to_owned()));
    run(editor, Command::SetCertainty(annotation(1), Some(Certainty::Medium)));
    run(editor, Command::DeleteAnnotations(vec![annotation(8)]));
    let tag = tag(editor, "demand");
    run(editor, Command::EditTag(tag, vec![TagField::Name("@demand / plea".to_owned())]));
    let new = |document, name: &str| {
        Command::AnnotateAsNew(
            NewTag {
                id: TagId::from_random(bytes(0x70)),
                name: name.to_owned(),
                parent: Some(tag),
                colour: None,
            },
            NewAnnotation {
                id: annotation(11),
                document,
                target: passage(editor.project(), document, "to protest"),
                tag,
                coder: coder(),
                at: at(21),
            },
        )
    };
    let new = new(APPEAL, r"call \ cry");
    run(editor, new);
    for progress in [Progress::Open, Progress::Done] {
        run(editor, Command::MarkReading { coder: coder(), document: APPEAL, progress, at: at(30) });
    }
    for command in codebook_commands(editor.project()) {
        run(editor, command);
    }
    outcomes
}

/// What makes the codebook one that holds everything: attributes and their values, relations, rules, a
/// version, examples with their places, memos.
fn codebook_commands(project: &Project) -> Vec<Command> {
    let tag = |name: &str| project.tags().values().find(|tag| tag.name == name).unwrap().id;
    let (claim, actor) = (tag("claim"), tag("actor"));
    let choice = |number, name: &str| Choice {
        id: ChoiceId::from_random(bytes(number)),
        name: name.to_owned(),
        extra: Extra::default(),
    };
    let attribute = |number, name, kind| Attribute::new(AttributeId::from_random(bytes(number)), name, kind);
    let ground = Attribute {
        choices: vec![choice(0xa1, "law"), choice(0xa2, "morals")],
        required: true,
        ..attribute(0xa0, "ground", AttributeKind::Many)
    };
    let value = Value::One(ground.choices[0].id);
    let only_if = Condition { attribute: ground.id, value: value.source(), extra: Extra::default() };
    let year = Attribute { only_if: Some(only_if), ..attribute(0xa3, "year", AttributeKind::Number) };
    let mut attributes = project.tag(claim).unwrap().attributes.clone();
    attributes.extend([ground.clone(), year.clone()]);
    let kind = RelationType {
        id: RelationTypeId::from_random(bytes(0xb0)),
        name: "answers".to_owned(),
        order: Order::after(None),
        definition: "It says something against it.".to_owned(),
        from: Some(vec![claim]),
        to: None,
        extra: Extra::default(),
    };
    let relation = |number, from, to| NewRelation {
        id: RelationId::from_random(bytes(number)),
        kind: kind.id,
        from: annotation(from),
        to: annotation(to),
        coder: coder(),
        at: at(40),
    };
    let rule = |number, kind, other| Rule {
        id: RuleId::from_random(bytes(number)),
        kind,
        tag: claim,
        other,
        extra: Extra::default(),
    };
    let span = passage(project, APPEAL, "has grossly violated").hull().unwrap();
    let both = Value::Many(vec![ground.choices[1].id, ground.choices[0].id]);
    vec![
        Command::EditTag(claim, vec![TagField::Attributes(attributes)]),
        Command::SetValue(annotation(5), ground.id, Some(both)),
        Command::SetValue(annotation(5), year.id, Value::parse(AttributeKind::Number, "-1.50")),
        Command::EditTag(
            actor,
            vec![TagField::Retired(true), TagField::CounterExamples(vec!["Ganja".into()])],
        ),
        Command::AddExample {
            tag: claim,
            document: APPEAL,
            target: Target::passage(span).unwrap(),
            side: Side::CounterExample,
        },
        Command::AddRelationType(kind.clone()),
        Command::Relate(relation(0xb1, 1, 2)),
        Command::Relate(relation(0xb2, 5, 6)),
        Command::Relate(relation(0xb3, 7, 5)),
        Command::Unrelate(vec![RelationId::from_random(bytes(0xb3))]),
        Command::SetRule(rule(0xe0, RuleKind::Within, Some(actor))),
        Command::SetRule(rule(0xe1, RuleKind::EachDocument, None)),
        Command::NameVersion {
            id: VersionId::from_random(bytes(0xf0)),
            name: "Pilot".to_owned(),
            note: "As it was tried.".to_owned(),
            at: at(41),
        },
        Command::EditDocument(APPEAL, vec![DocumentField::Memo("Read it again.".to_owned())]),
    ]
}

pub fn sample() -> Project {
    let mut editor = Editor::new(blank());
    sample_steps(&mut editor);
    editor.project().clone()
}

/// Does something by chance, or nothing where the wish is not granted.
pub fn edit(chance: &mut Chance, editor: &mut Editor, minute: i64) -> Option<Outcome> {
    let now = at(minute);
    match chance.below(10) {
        0 | 1 => return editor.undo(now),
        2 => return editor.redo(now),
        _ => {}
    }
    let project = editor.project();
    let annotations: Vec<_> = project.annotations().keys().collect();
    let tags: Vec<_> = project.tags().keys().collect();
    let documents: Vec<_> = project.documents().iter().map(|document| document.id).collect();
    let (annotation, tag, document) =
        (chance.pick(&annotations), chance.pick(&tags), chance.pick(&documents));
    let command = match chance.below(18) {
        0..=3 => {
            let target = target(chance, project, document?);
            let id = AnnotationId::from_random(chance.bytes());
            let new = NewAnnotation { id, document: document?, target, tag: tag?, coder: coder(), at: now };
            Command::Annotate(new)
        }
        4 => Command::Retag(annotation?, tag?),
        5 => {
            let document = project.annotation(annotation?)?.document;
            Command::Resize(annotation?, target(chance, project, document))
        }
        6 => Command::Note(annotation?, format!("note {} 🕊", chance.below(99))),
        7 => Command::DeleteAnnotations(vec![annotation?]),
        8 => {
            let id = TagId::from_random(chance.bytes());
            Command::AddTag(NewTag {
                id,
                name: format!("tag {}", chance.below(999)),
                parent: tag,
                colour: None,
            })
        }
        9 => Command::EditTag(tag?, vec![TagField::Definition(format!("means {}", chance.below(99)))]),
        10 => Command::MoveTag { id: tag?, parent: chance.pick(&tags), before: None },
        11 => Command::DeleteTag(tag?, Orphans::Delete),
        12 => {
            let id = DocumentId::from_random(chance.bytes());
            let text = format!("text {} of 𝔊lossator", chance.below(5));
            Command::AddDocuments(vec![self::document(id, &text, &text)])
        }
        13 => Command::RemoveDocument(document?),
        14 => Command::MarkReading { coder: coder(), document: document?, progress: Progress::Done, at: now },
        _ => match chance.below(6) {
            3 | 4 => {
                let kinds: Vec<_> = project.relation_types().keys().collect();
                Command::Relate(NewRelation {
                    id: RelationId::from_random(chance.bytes()),
                    kind: chance.pick(&kinds)?,
                    from: annotation?,
                    to: chance.pick(&annotations)?,
                    coder: coder(),
                    at: now,
                })
            }
            5 => {
                let relations: Vec<_> = project.relations().keys().collect();
                Command::Unrelate(vec![chance.pick(&relations)?])
            }
            0 => Command::RenameProject(format!("project {}", chance.below(9))),
            1 => Command::EditDocument(document?, vec![DocumentField::Source("a source".to_owned())]),
            _ => Command::ReplaceProject(Box::new(sample())),
        },
    };
    editor.run(command, now).ok()
}

fn target(chance: &mut Chance, project: &Project, document: DocumentId) -> Target {
    let text = &project.document(document).unwrap().text;
    let a = chance.below(text.length().get() as usize) as u32;
    let end = (a + 1 + chance.below(40) as u32).min(text.length().get());
    Target::passage(text.span(a, end).unwrap()).unwrap()
}
