//! Commands made by chance over a small alphabet of records, so that they often
//! meet the same one.

use super::Chance;
use glossator::marked::{
    annotation_id, attribute_id, choice_id, choice_of, coder_id, document, document_id, instrument,
    instrument_id, project, refusal, refusal_id, relation_id, relation_type, relation_type_id, rule, rule_id,
    tag_id, version_id,
};
use glossator::model::*;
use glossator::text::{CodePoint, Span, Text};

const TEXTS: &[&str] = &[
    "One two three.\n\nFour five six.",
    "The «claim:shelling of «actor:Ganja»» went on.",
    "«1:claim:a b «2:actor:c»1 d»2\n\ne",
    "👨‍👩‍👧‍👦 é «actor:🇦🇿»",
    "",
];
const NAMES: &[&str] = &["claim", "actor", "Claim", "demand", " law ", "", "x:«y»"];

/// The project that random sequences begin with: some of everything.
pub fn start() -> Project {
    let mut project = project(&["claim/demand", "law"], &[TEXTS[0], TEXTS[1], TEXTS[2]]);
    let commands = [
        Command::EditTag(tag_id(1), vec![TagField::Attributes(attributes(1))]),
        Command::AddRelationType(relation_type(1, "about", None, None)),
        Command::AddRelationType(relation_type(2, "made by", None, None)),
        Command::SetRule(rule(1, RuleKind::Apart, tag_id(1), Some(tag_id(2)))),
        Command::Relate(relation(1, 1, 2)),
    ];
    for command in commands {
        let plan = plan(&project, command, time(0)).expect("it can be granted");
        apply(&mut project, &plan.patch, Strictness::Whole, plan.stamping).expect("what is planned fits");
    }
    project
}

/// The attributes of which a tag has some; the second depends on the first.
fn attributes(number: u32) -> Vec<Attribute> {
    let kind = choice_of(1, "kind", &["legal", "moral"]);
    let value = Value::One(choice_id(1)).source();
    let only_if = Some(Condition { attribute: kind.id, value, extra: Extra::default() });
    let year = Attribute { only_if, ..Attribute::new(attribute_id(3), "year", AttributeKind::Number) };
    let all = [
        kind,
        year,
        Attribute { kind: AttributeKind::Many, ..choice_of(5, "parts", &["a", "b"]) },
        Attribute { required: true, ..Attribute::new(attribute_id(7), "words", AttributeKind::Text) },
    ];
    all.into_iter().take(number as usize).collect()
}

fn relation(number: u32, from: u32, to: u32) -> NewRelation {
    NewRelation {
        id: relation_id(number),
        kind: relation_type_id(1),
        from: annotation_id(from),
        to: annotation_id(to),
        coder: coder_id(1),
        at: time(0),
    }
}

/// The moment of a step.
pub fn time(step: u32) -> Time {
    Time::from_millis(1_600_000_000_000 + i64::from(step) * 1_000)
}

fn name(chance: &mut Chance) -> String {
    (*chance.pick(NAMES)).to_owned()
}

fn a_tag(chance: &mut Chance) -> TagId {
    tag_id(1 + chance.below(7))
}

fn a_document(chance: &mut Chance) -> DocumentId {
    document_id(1 + chance.below(4))
}

fn an_annotation(chance: &mut Chance) -> AnnotationId {
    annotation_id(1 + chance.below(9))
}

fn a_coder(chance: &mut Chance) -> CoderId {
    coder_id(1 + chance.below(3))
}

/// A target on a document, now and then one that does not fit.
fn target(chance: &mut Chance, project: &Project, document: DocumentId) -> Target {
    let long = Text::new(&"x".repeat(40)).expect("it is short");
    let text = match project.document(document) {
        Some(document) if !chance.one_in(20) => &document.text,
        _ => &long,
    };
    // Few different ends, so that passages coincide.
    let mut position = || text.position(chance.below(text.length().get() / 3 + 1) * 3).unwrap_or_default();
    let (a, b, c) = (position(), position(), position());
    match chance.below(8) {
        0 => Target::document(),
        1 => Target::ranges(vec![Span::between(a, b), Span::between(b.max(a), c.max(a).max(b))])
            .unwrap_or_else(Target::document),
        _ => Target::passage(Span::between(a, b)).unwrap_or_else(Target::document),
    }
}

fn new_annotation(chance: &mut Chance, project: &Project, at: Time) -> NewAnnotation {
    let document = a_document(chance);
    NewAnnotation {
        id: an_annotation(chance),
        document,
        target: target(chance, project, document),
        tag: a_tag(chance),
        coder: a_coder(chance),
        at,
    }
}

fn new_tag(chance: &mut Chance) -> NewTag {
    NewTag {
        id: a_tag(chance),
        name: name(chance),
        parent: chance.one_in(2).then(|| a_tag(chance)),
        colour: chance.one_in(2).then(|| *chance.pick(PALETTE)),
    }
}

fn examples(chance: &mut Chance) -> Vec<Example> {
    vec![Example::from(name(chance).as_str())]
}

fn tag_field(chance: &mut Chance) -> TagField {
    match chance.below(11) {
        0 => TagField::Name(name(chance)),
        1 => TagField::Colour(*chance.pick(PALETTE)),
        2 => TagField::Style(*chance.pick(&[LineStyle::Solid, LineStyle::Wavy])),
        3 => TagField::Key(*chance.pick(&[None, Some('1'), Some('2'), Some('x')])),
        4 => TagField::Definition(name(chance)),
        5 => TagField::UseWhen(name(chance)),
        6 => TagField::NotWhen(name(chance)),
        7 => TagField::CounterExamples(examples(chance)),
        8 => TagField::Attributes(attributes(chance.below(5))),
        9 => TagField::Retired(chance.one_in(2)),
        _ => TagField::Examples(examples(chance)),
    }
}

fn value(chance: &mut Chance) -> Value {
    match chance.below(5) {
        0 => Value::Many(vec![choice_id(5 + chance.below(3))]),
        1 => Value::Number("3.5".to_owned()),
        2 => Value::Text(name(chance)),
        _ => Value::One(choice_id(1 + chance.below(3))),
    }
}

fn sieve(chance: &mut Chance) -> Sieve {
    match chance.below(5) {
        0 => Sieve::These(some(chance, 4, an_annotation)),
        1 => Sieve::Value(an_attribute(chance), value(chance)),
        2 => Sieve::Coder(a_coder(chance)),
        3 => Sieve::Document(a_document(chance)),
        _ => Sieve::Says((*chance.pick(&["a", "Two", "e", ""])).to_owned()),
    }
}

fn an_attribute(chance: &mut Chance) -> AttributeId {
    attribute_id(*chance.pick(&[1, 1, 1, 3, 5, 7]))
}

fn a_relation(chance: &mut Chance) -> RelationId {
    relation_id(*chance.pick(&[1, 1, 1, 2, 3, 4]))
}

fn a_relation_type(chance: &mut Chance) -> RelationTypeId {
    relation_type_id(1 + chance.below(3))
}

fn ends(chance: &mut Chance) -> Option<Vec<TagId>> {
    chance.one_in(3).then(|| some(chance, 3, a_tag))
}

fn relation_type_field(chance: &mut Chance) -> RelationTypeField {
    match chance.below(4) {
        0 => RelationTypeField::Name(name(chance)),
        1 => RelationTypeField::Definition(name(chance)),
        2 => RelationTypeField::From(ends(chance)),
        _ => RelationTypeField::To(ends(chance)),
    }
}

/// A span of a document, now and then one that does not fit.
fn span(chance: &mut Chance, project: &Project, document: DocumentId) -> Span {
    target(chance, project, document)
        .hull()
        .unwrap_or(Span::between(CodePoint::default(), CodePoint::default()))
}

/// The document of an annotation, or the first.
fn document_of(project: &Project, id: AnnotationId) -> DocumentId {
    project.annotation(id).map_or(document_id(1), |annotation| annotation.document)
}

fn a_refusal(chance: &mut Chance) -> Refusal {
    let document = chance.one_in(2).then(|| a_document(chance));
    Refusal { document, ..refusal(1 + chance.below(4), &name(chance), "set: gc1; gc2") }
}

fn document_field(chance: &mut Chance) -> DocumentField {
    let value = name(chance);
    match chance.below(6) {
        0 => DocumentField::Title(value),
        1 => DocumentField::Memo(value),
        2 => DocumentField::Source(value),
        3 => DocumentField::Author(value),
        4 => DocumentField::Date(value),
        _ => DocumentField::Language(value),
    }
}

fn some<T>(chance: &mut Chance, most: u32, mut make: impl FnMut(&mut Chance) -> T) -> Vec<T> {
    let count = chance.below(most + 1);
    (0..count).map(|_| make(chance)).collect()
}

macro_rules! kinds {
    ($($kind:ident),* $(,)?) => {
        /// Every kind of command.
        pub const KINDS: &[&str] = &[$(stringify!($kind)),*];

        /// Which of [`KINDS`] it is. A new kind of command does not compile before it is listed, and is not
        /// listed before [`random_command`] makes it.
        pub fn kind_of(command: &Command) -> &'static str {
            match command {
                $(Command::$kind { .. } => stringify!($kind),)*
            }
        }
    };
}

kinds!(
    Annotate,
    AnnotateAsNew,
    AnnotateWith,
    Retag,
    RetagAsNew,
    Resize,
    Note,
    SetCertainty,
    DeleteAnnotations,
    AddTag,
    EditTag,
    MoveTag,
    DeleteTag,
    MergeTags,
    SplitTag,
    AddExample,
    Reaffirm,
    SetValue,
    SetValues,
    AddRange,
    RemoveRange,
    Relate,
    Retype,
    Unrelate,
    AddRelationType,
    EditRelationType,
    DeleteRelationType,
    SetRule,
    DeleteRule,
    NameVersion,
    DeleteVersion,
    Refuse,
    OfferAgain,
    SetInstrument,
    DeleteInstrument,
    ReplaceCodebook,
    Memo,
    AddDocuments,
    EditDocument,
    RemoveDocument,
    RenameProject,
    LabelCoder,
    MarkReading,
    ReplaceProject,
    TakeIn,
);

/// A command on a project, of any kind; often one that cannot be granted.
pub fn random_command(chance: &mut Chance, project: &Project, at: Time) -> Command {
    let kind = if chance.one_in(5) { "Annotate" } else { chance.pick(KINDS) };
    let id = an_annotation(chance);
    match kind {
        "Annotate" => Command::Annotate(new_annotation(chance, project, at)),
        "AnnotateAsNew" => Command::AnnotateAsNew(new_tag(chance), new_annotation(chance, project, at)),
        "AnnotateWith" => {
            let values = some(chance, 2, |chance| (an_attribute(chance), value(chance)));
            Command::AnnotateWith(new_annotation(chance, project, at), values)
        }
        "Retag" => Command::Retag(id, a_tag(chance)),
        "RetagAsNew" => Command::RetagAsNew(new_tag(chance), id),
        "Resize" => Command::Resize(id, target(chance, project, document_of(project, id))),
        "Note" => Command::Note(id, name(chance)),
        "SetCertainty" => {
            Command::SetCertainty(id, *chance.pick(&[None, Some(Certainty::Low), Some(Certainty::High)]))
        }
        "DeleteAnnotations" => Command::DeleteAnnotations(some(chance, 3, an_annotation)),
        "AddTag" => Command::AddTag(new_tag(chance)),
        "EditTag" => Command::EditTag(a_tag(chance), some(chance, 3, tag_field)),
        "MoveTag" => Command::MoveTag {
            id: a_tag(chance),
            parent: chance.one_in(2).then(|| a_tag(chance)),
            before: chance.one_in(2).then(|| a_tag(chance)),
        },
        "DeleteTag" => {
            let heir = a_tag(chance);
            let orphans = *chance.pick(&[Orphans::Delete, Orphans::GiveToParent, Orphans::GiveTo(heir)]);
            Command::DeleteTag(a_tag(chance), orphans)
        }
        "MergeTags" => Command::MergeTags { tags: some(chance, 2, a_tag), into: a_tag(chance) },
        "SplitTag" => Command::SplitTag {
            id: a_tag(chance),
            new: some(chance, 2, new_tag),
            parts: some(chance, 2, |chance| (sieve(chance), a_tag(chance))),
        },
        "AddExample" => {
            let document = a_document(chance);
            let side = *chance.pick(&[Side::Example, Side::CounterExample]);
            let target = target(chance, project, document);
            Command::AddExample { tag: a_tag(chance), document, target, side }
        }
        "Reaffirm" => Command::Reaffirm(some(chance, 5, an_annotation)),
        "SetValue" => {
            let (attribute, value) = an_asked_value(chance, project, id);
            Command::SetValue(id, attribute, value)
        }
        "SetValues" => Command::SetValues(id, some(chance, 2, |chance| an_asked_value(chance, project, id))),
        "AddRange" => Command::AddRange(id, span(chance, project, document_of(project, id))),
        "RemoveRange" => Command::RemoveRange(id, span(chance, project, document_of(project, id))),
        "Relate" => Command::Relate(NewRelation {
            id: a_relation(chance),
            kind: a_relation_type(chance),
            coder: a_coder(chance),
            at,
            ..relation(1, 1 + chance.below(5), 1 + chance.below(5))
        }),
        "Retype" => Command::Retype(a_relation(chance), a_relation_type(chance)),
        "Unrelate" => Command::Unrelate(some(chance, 1, a_relation)),
        "AddRelationType" => {
            let (from, to) = (ends(chance), ends(chance));
            let kind = relation_type(1 + chance.below(3), &name(chance), None, None);
            Command::AddRelationType(RelationType { from, to, ..kind })
        }
        "EditRelationType" => {
            Command::EditRelationType(a_relation_type(chance), some(chance, 2, relation_type_field))
        }
        "DeleteRelationType" => Command::DeleteRelationType(a_relation_type(chance)),
        "SetRule" => {
            let kind = *chance.pick(&[RuleKind::Apart, RuleKind::Within, RuleKind::EachDocument]);
            let other = chance.one_in(2).then(|| a_tag(chance));
            Command::SetRule(rule(1 + chance.below(3), kind, a_tag(chance), other))
        }
        "DeleteRule" => Command::DeleteRule(rule_id(1 + chance.below(3))),
        "NameVersion" => Command::NameVersion {
            id: version_id(1 + chance.below(2)),
            name: name(chance),
            note: name(chance),
            at,
        },
        "DeleteVersion" => Command::DeleteVersion(version_id(1 + chance.below(2))),
        "Refuse" => Command::Refuse(some(chance, 2, a_refusal)),
        "OfferAgain" => {
            let known: Vec<_> = project.refusals().keys().collect();
            let known = (!known.is_empty() && !chance.one_in(4)).then(|| *chance.pick(&known));
            Command::OfferAgain(vec![known.unwrap_or(refusal_id(1 + chance.below(4)))])
        }
        "SetInstrument" => Command::SetInstrument(OwnInstrument {
            aliases: some(chance, 2, name),
            articles: chance.one_in(2).then(|| chance.below(9)),
            ..instrument(1 + chance.below(3), &name(chance))
        }),
        "DeleteInstrument" => Command::DeleteInstrument(instrument_id(1 + chance.below(3))),
        "ReplaceCodebook" => Command::ReplaceCodebook(Box::new(incoming(&another(chance, at)))),
        "Memo" => Command::Memo(name(chance)),
        "AddDocuments" => {
            let document = |chance: &mut Chance| {
                let text = *chance.pick(TEXTS);
                document(1 + chance.below(5), text)
            };
            Command::AddDocuments(some(chance, 2, document))
        }
        "EditDocument" => Command::EditDocument(a_document(chance), some(chance, 2, document_field)),
        "RemoveDocument" => Command::RemoveDocument(a_document(chance)),
        "RenameProject" => Command::RenameProject(name(chance)),
        "LabelCoder" => Command::LabelCoder(a_coder(chance), name(chance)),
        "MarkReading" => Command::MarkReading {
            coder: a_coder(chance),
            document: a_document(chance),
            progress: *chance.pick(&[Progress::Open, Progress::Done]),
            at,
        },
        "ReplaceProject" => Command::ReplaceProject(Box::new(another(chance, at))),
        "TakeIn" => {
            let edits = match chance.one_in(3) {
                true => some(chance, 2, |chance| (a_tag(chance), some(chance, 3, tag_field))),
                false => Vec::new(),
            };
            Command::TakeIn(Box::new(Incoming { edits, ..incoming(&another(chance, at)) }))
        }
        other => panic!("there is no way to make a command of the kind {other}"),
    }
}

/// A value of something that an annotation is asked for, now and then of something else.
fn an_asked_value(chance: &mut Chance, project: &Project, id: AnnotationId) -> (AttributeId, Option<Value>) {
    let annotation = project.annotation(id);
    let asked = annotation.map(|annotation| asked(project, annotation.tag)).unwrap_or_default();
    if asked.is_empty() || chance.one_in(4) {
        return (an_attribute(chance), Some(value(chance)));
    }
    let attribute = *chance.pick(&asked);
    let value = match attribute.kind {
        AttributeKind::One => Value::One(chance.pick(&attribute.choices).id),
        AttributeKind::Many => Value::Many(vec![chance.pick(&attribute.choices).id]),
        AttributeKind::Number => Value::Number(chance.below(9).to_string()),
        _ => Value::Text(name(chance)),
    };
    (attribute.id, (!chance.one_in(5)).then_some(value))
}

/// Another project over the same records: other texts, or a copy that went its own way.
fn another(chance: &mut Chance, at: Time) -> Project {
    let texts = some(chance, 3, |chance| *chance.pick(TEXTS));
    let mut another = if chance.one_in(2) { start() } else { project(&["law/claim", "demand"], &texts) };
    for _ in 0..chance.below(4) {
        let id = an_annotation(chance);
        let command = match chance.below(6) {
            0 => Command::DeleteAnnotations(vec![id]),
            1 => Command::Note(id, name(chance)),
            4 => Command::Relate(relation(1 + chance.below(4), 1 + chance.below(5), 1 + chance.below(5))),
            5 => Command::Unrelate(vec![a_relation(chance)]),
            2 => Command::Annotate(new_annotation(chance, &another, at)),
            _ => Command::AddTag(new_tag(chance)),
        };
        if let Ok(plan) = plan(&another, command, at) {
            apply(&mut another, &plan.patch, Strictness::Whole, plan.stamping)
                .expect("what is planned can be applied");
        }
    }
    another
}

/// All that a project has to give to another with the same documents.
pub fn incoming(project: &Project) -> Incoming {
    Incoming {
        edits: Vec::new(),
        tags: project.tags().values().cloned().collect(),
        relation_types: project.relation_types().values().cloned().collect(),
        rules: project.rules().values().cloned().collect(),
        instruments: project.instruments().values().cloned().collect(),
        coders: project.coders().values().cloned().collect(),
        relations: project.relations().values().cloned().collect(),
        annotations: project.annotations().values().cloned().collect(),
        tombstones: project.tombstones().values().cloned().collect(),
        readings: project.readings().values().cloned().collect(),
    }
}
