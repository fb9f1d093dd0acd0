//! Commands made by chance over a small alphabet of records, so that they often
//! meet the same one.

use super::Chance;
use glossator::marked::{annotation_id, coder_id, document, document_id, project, tag_id};
use glossator::model::*;
use glossator::text::{Span, Text};

const TEXTS: &[&str] = &[
    "One two three.\n\nFour five six.",
    "The «claim:shelling of «actor:Ganja»» went on.",
    "«1:claim:a b «2:actor:c»1 d»2\n\ne",
    "👨‍👩‍👧‍👦 é «actor:🇦🇿»",
    "",
];
const NAMES: &[&str] = &["claim", "actor", "Claim", "demand", " law ", "", "x:«y»"];

/// The project that random sequences begin with.
pub fn start() -> Project {
    project(&["claim/demand", "law"], &[TEXTS[0], TEXTS[1], TEXTS[2]])
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

fn tag_field(chance: &mut Chance) -> TagField {
    match chance.below(8) {
        0 => TagField::Name(name(chance)),
        1 => TagField::Colour(*chance.pick(PALETTE)),
        2 => TagField::Style(*chance.pick(&[LineStyle::Solid, LineStyle::Wavy])),
        3 => TagField::Key(*chance.pick(&[None, Some('1'), Some('2'), Some('x')])),
        4 => TagField::Definition(name(chance)),
        5 => TagField::UseWhen(name(chance)),
        6 => TagField::NotWhen(name(chance)),
        _ => TagField::Examples(vec![name(chance)]),
    }
}

fn document_field(chance: &mut Chance) -> DocumentField {
    let value = name(chance);
    match chance.below(5) {
        0 => DocumentField::Title(value),
        1 => DocumentField::Source(value),
        2 => DocumentField::Author(value),
        3 => DocumentField::Date(value),
        _ => DocumentField::Language(value),
    }
}

fn some<T>(chance: &mut Chance, most: u32, mut make: impl FnMut(&mut Chance) -> T) -> Vec<T> {
    let count = chance.below(most + 1);
    (0..count).map(|_| make(chance)).collect()
}

/// A command on a project, of any kind; often one that cannot be granted.
pub fn random_command(chance: &mut Chance, project: &Project, at: Time) -> Command {
    match chance.below(24) {
        0..=4 => Command::Annotate(new_annotation(chance, project, at)),
        5 => Command::AnnotateAsNew(new_tag(chance), new_annotation(chance, project, at)),
        6 => Command::Retag(an_annotation(chance), a_tag(chance)),
        7 => Command::RetagAsNew(new_tag(chance), an_annotation(chance)),
        8 => {
            let id = an_annotation(chance);
            let document = project.annotation(id).map_or(document_id(1), |annotation| annotation.document);
            Command::Resize(id, target(chance, project, document))
        }
        9 => Command::Note(an_annotation(chance), name(chance)),
        10 => {
            let certainty = *chance.pick(&[None, Some(Certainty::Low), Some(Certainty::High)]);
            Command::SetCertainty(an_annotation(chance), certainty)
        }
        11 => Command::DeleteAnnotations(some(chance, 3, an_annotation)),
        12 => Command::AddTag(new_tag(chance)),
        13 => Command::EditTag(a_tag(chance), some(chance, 3, tag_field)),
        14 | 15 => Command::MoveTag {
            id: a_tag(chance),
            parent: chance.one_in(2).then(|| a_tag(chance)),
            before: chance.one_in(2).then(|| a_tag(chance)),
        },
        16 => Command::DeleteTag(a_tag(chance)),
        17 => {
            let document = |chance: &mut Chance| {
                let text = *chance.pick(TEXTS);
                document(1 + chance.below(5), text)
            };
            Command::AddDocuments(some(chance, 2, document))
        }
        18 => Command::EditDocument(a_document(chance), some(chance, 2, document_field)),
        19 => Command::RemoveDocument(a_document(chance)),
        20 => Command::RenameProject(name(chance)),
        21 => Command::LabelCoder(a_coder(chance), name(chance)),
        22 => Command::MarkReading {
            coder: a_coder(chance),
            document: a_document(chance),
            progress: *chance.pick(&[Progress::Open, Progress::Done]),
            at,
        },
        _ if chance.one_in(3) => Command::ReplaceProject(Box::new(another(chance, at))),
        _ => {
            let another = another(chance, at);
            Command::TakeIn(Box::new(incoming(&another)))
        }
    }
}

/// Another project over the same records: other texts, or a copy that went its own way.
fn another(chance: &mut Chance, at: Time) -> Project {
    let texts = some(chance, 3, |chance| *chance.pick(TEXTS));
    let mut another = if chance.one_in(2) { start() } else { project(&["law/claim", "demand"], &texts) };
    for _ in 0..chance.below(4) {
        let id = an_annotation(chance);
        let command = match chance.below(4) {
            0 => Command::DeleteAnnotations(vec![id]),
            1 => Command::Note(id, name(chance)),
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
        tags: project.tags().values().cloned().collect(),
        coders: project.coders().values().cloned().collect(),
        annotations: project.annotations().values().cloned().collect(),
        tombstones: project.tombstones().values().cloned().collect(),
        readings: project.readings().values().cloned().collect(),
    }
}
