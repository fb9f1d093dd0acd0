//! Large texts, and projects with them.

use super::sample::{Chance, at, blank, bytes, coder, document};
use glossator::history::Editor;
use glossator::model::*;

const LATIN: &str =
    "the court finds that no party may rely upon a measure which it has itself declared unlawful";
const CHINESE: &str = "法 院 认 定 任 何 一 方 不 得 援 引 其 本 身 已 宣 布 为 非 法 的 措 施";

/// A text of so many characters, in paragraphs of a hundred words.
fn written(words: &str, between: &str, characters: usize) -> String {
    let words: Vec<_> = words.split(' ').collect();
    let mut chance = Chance(20_261_126);
    let (mut text, mut length) = (String::new(), 0);
    for number in 0.. {
        let glue = if number == 0 {
            ""
        } else if number % 100 == 0 {
            "\n\n"
        } else {
            between
        };
        let word = words[chance.below(words.len())];
        text.push_str(glue);
        text.push_str(word);
        length += glue.chars().count() + word.chars().count();
        if length >= characters {
            break;
        }
    }
    text
}

/// The same in words between spaces.
pub fn latin(characters: usize) -> String {
    written(LATIN, " ", characters)
}

/// The same without spaces.
pub fn chinese(characters: usize) -> String {
    written(CHINESE, "", characters)
}

/// Texts full of references to international law, one after the other and again, up to so many bytes.
pub fn legal(bytes: usize) -> String {
    let texts = [
        include_str!("../../tests/legal/texts/t05_unsc_820_1993.txt"),
        include_str!("../../tests/legal/texts/t08_ap1_1977_en.txt"),
        include_str!("../../tests/legal/texts/t15_un_cedaw_gr30_conflict.txt"),
        include_str!("../../tests/legal/texts/t16_un_sr_torture_e_cn4_1986_15_ocr.txt"),
        include_str!("../../tests/legal/texts/t30_fpcontrol_state_union_2003-GWBush.txt"),
    ];
    let mut all = String::with_capacity(bytes + 500_000);
    while all.len() < bytes {
        texts.iter().for_each(|text| all.push_str(text));
    }
    all
}

/// The document that is marked.
pub fn book() -> DocumentId {
    DocumentId::from_random(bytes(0xb0))
}

fn annotation(number: usize) -> AnnotationId {
    AnnotationId::from_random((number as u128).to_be_bytes())
}

/// A project whose book has a hundred characters for each of so many annotations of 5 to 300 characters.
pub fn project(annotations: usize) -> Project {
    let mut editor = Editor::new(blank());
    let book = document(book(), "Book", &latin(annotations * 100));
    let text = book.text.clone();
    editor.run(Command::AddDocuments(vec![book]), at(0)).expect("the document is new");
    let tags: Vec<_> = editor.project().tags().keys().collect();
    let mut chance = Chance(7);
    let mut incoming = Incoming::default();
    incoming.coders.push(Coder { id: coder(), label: "Ada".to_owned(), extra: Extra::default() });
    for number in 0..annotations {
        let start = (number * 100) as u32;
        let end = (start + 5 + chance.below(295) as u32).min(text.length().get());
        incoming.annotations.push(Annotation {
            id: annotation(number),
            document: self::book(),
            target: text.span(start, end).and_then(Target::passage).expect("it lies within the text"),
            tag: tags[number % tags.len()],
            tag_revision: 1,
            coder: coder(),
            values: Default::default(),
            certainty: None,
            note: String::new(),
            created: at(number as i64),
            stamp: Stamp { modified: at(number as i64), rev: 1, lamport: number as u64 + 1 },
            extra: Extra::default(),
        });
    }
    editor.run(Command::TakeIn(Box::new(incoming)), at(1)).expect("all that they refer to is there");
    editor.project().clone()
}

/// One more annotation, in the middle of the book.
pub fn one_more(project: &Project) -> Command {
    let text = &project.document(book()).expect("it is there").text;
    let middle = text.length().get() / 2;
    Command::Annotate(NewAnnotation {
        id: AnnotationId::from_random([0xee; 16]),
        document: book(),
        target: text.span(middle, middle + 40).and_then(Target::passage).expect("the text is longer"),
        tag: project.tags().keys().next().expect("there are tags"),
        coder: coder(),
        at: at(2),
    })
}
