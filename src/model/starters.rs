//! Codebooks to begin with. Their ids are fixed, as those of the first one.

use super::starter::{claims_and_law, fixed};
use super::*;

/// A codebook that a project can begin with, or take in beside its own.
pub struct StarterBook {
    /// What it is called.
    pub name: &'static str,
    /// What it is for, in one sentence.
    pub about: &'static str,
    /// Makes its records.
    pub make: fn() -> Incoming,
}

/// The codebooks to choose from, the first one as it is on a first visit.
pub const STARTERS: &[StarterBook] = &[
    StarterBook {
        name: "Claims and law",
        about: "Who claims what about whom, and which law is invoked.",
        make: claims_and_law,
    },
    StarterBook {
        name: "Stance",
        about: "For or against what, and how strongly.",
        make: || book(1, STANCE, &[(1, "strength", &["weak", "plain", "strong"])]),
    },
    StarterBook {
        name: "Media frames",
        about: "How a text presents an issue (Entman 1993; Semetko and Valkenburg 2000).",
        make: || book(2, FRAMES, &[(1, "tone", &["negative", "neutral", "positive"])]),
    },
    StarterBook {
        name: "Interview themes",
        about: "A first round over conversations: what is told, felt and meant.",
        make: || book(3, THEMES, &[]),
    },
];

/// A tag's name, the number of the one above it (from 1, 0 for the top) and its definition.
type Row = (&'static str, usize, &'static str);

const STANCE: &[Row] = &[
    ("stance", 0, "Where the speaker takes a side on a target. Mark the words that show it."),
    ("for", 1, "The speaker supports the target, wants it or calls it good."),
    ("against", 1, "The speaker opposes the target, fears it or calls it bad."),
    ("undecided", 1, "The speaker weighs both sides, or says that no side is taken."),
    ("target", 0, "What the stance is about: a proposal, a person, a group, a deed."),
    ("reason", 0, "What the speaker gives as the ground for a stance."),
];

const FRAMES: &[Row] = &[
    ("frame", 0, "What a text makes prominent so that an issue is seen in one way."),
    ("conflict", 1, "Sides, winners and losers, attack and blame between them."),
    ("human interest", 1, "A face, a fate or a feeling brings the issue near."),
    ("economic consequences", 1, "Gains, losses and costs."),
    ("morality", 1, "Right and wrong, duty, faith."),
    ("responsibility", 1, "Who is to blame, or who has to act."),
    ("function", 0, "What a part of a frame does (Entman 1993)."),
    ("problem", 7, "Says what is the matter."),
    ("cause", 7, "Says where it comes from."),
    ("judgement", 7, "Says how it is to be valued."),
    ("remedy", 7, "Says what is to be done."),
];

const THEMES: &[Row] = &[
    ("experience", 0, "Something that happened to the speaker, as it is told."),
    ("feeling", 0, "A feeling that is named or shown."),
    ("opinion", 0, "What the speaker holds to be so or to be right."),
    ("relationship", 0, "How the speaker stands to somebody else."),
    ("obstacle", 0, "What makes something hard or keeps it from happening."),
    ("resource", 0, "What helps: people, means, habits."),
    ("turning point", 0, "A moment after which things were otherwise."),
    ("in their own words", 0, "An expression worth keeping as it was said."),
];

/// The records of a book: its tags, and choices that tags (by number) ask for.
fn book(number: u128, rows: &[Row], choices: &[(usize, &str, &[&str])]) -> Incoming {
    let id = |at: usize| TagId::from_random(fixed(0x0a99_7a90 + number, at as u128));
    let mut tags: Vec<Tag> = Vec::new();
    let mut group = 0;
    for (at, &(name, under, definition)) in rows.iter().enumerate() {
        group += usize::from(under == 0 && at > 0);
        let parent = (under > 0).then(|| id(under));
        let order = Order::after(tags.last().map(|tag| &tag.order));
        let colour = PALETTE[group % PALETTE.len()];
        let tag = Tag::new(id(at + 1), name.to_owned(), parent, order, colour);
        let key = char::from_digit((at as u32 + 1) % 10, 10).filter(|_| at < 10);
        tags.push(Tag { key, definition: definition.to_owned(), ..tag });
    }
    for &(tag, name, choices) in choices {
        tags[tag - 1].attributes.push(choice(number, tag as u128, name, choices));
    }
    Incoming { tags, ..Incoming::default() }
}

/// A fixed attribute of one choice.
pub(super) fn choice(book: u128, number: u128, name: &str, choices: &[&str]) -> Attribute {
    let made = |(at, name): (usize, &&str)| Choice {
        id: ChoiceId::from_random(fixed(0x0a99_c401 + (book << 8), number * 100 + at as u128)),
        name: (*name).to_owned(),
        extra: Extra::default(),
    };
    let choices = choices.iter().enumerate().map(made).collect();
    Attribute { choices, ..asks(book, number, name, AttributeKind::One) }
}

/// A fixed attribute without choices.
pub(super) fn asks(book: u128, number: u128, name: &str, kind: AttributeKind) -> Attribute {
    Attribute::new(AttributeId::from_random(fixed(0x0a99_a770 + (book << 8), number)), name, kind)
}

/// A project with nothing but a codebook to begin with.
pub fn begin_with(id: ProjectId, book: &StarterBook) -> Project {
    let head = Head { id, title: book.name.to_owned(), memo: String::new(), extra: Extra::default() };
    let mut project = Project::empty(head);
    let changes = super::take_in::take_in(&project, &(book.make)());
    apply(&mut project, &Patch { changes }, Strictness::Whole, Stamping::Given)
        .expect("a book holds all that it names");
    project
}

/// The records of a book, its top tags behind those that the project has.
pub fn behind(project: &Project, book: &StarterBook) -> Incoming {
    let mut incoming = (book.make)();
    let mut last = children(project, None).last().map(|tag| tag.order.clone());
    for tag in incoming.tags.iter_mut().filter(|tag| tag.parent.is_none()) {
        tag.order = Order::after(last.as_ref());
        last = Some(tag.order.clone());
    }
    incoming
}
