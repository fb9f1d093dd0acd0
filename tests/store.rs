//! The store: what is appended comes back, in any order, and damage is noticed.

mod sample;

use glossator::history::{Editor, Kind, Outcome, Step};
use glossator::model::*;
use glossator::store::*;
use sample::*;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// A log with its editor.
struct Log {
    editor: Editor,
    pairs: Vec<Pair>,
    last: (u64, u32),
}

const TAB: u32 = 0xa1b2_c3d4;

impl Log {
    fn begin(project: Project) -> Self {
        let mut log = Self { editor: Editor::new(project.clone()), pairs: Vec::new(), last: (0, 0) };
        log.write(start(project, at(0)), Kind::Quiet);
        log
    }

    fn write(&mut self, step: Step, kind: Kind) {
        let after = (!self.pairs.is_empty()).then_some(self.last);
        self.last = (self.last.0 + 1, TAB);
        self.pairs.extend(encode(&Entry { seq: self.last.0, tab: TAB, after, kind, step }));
    }

    fn keep(&mut self, outcome: Outcome) {
        self.write(outcome.step, outcome.kind);
    }

    fn sample() -> Self {
        let mut log = Self::begin(blank());
        let (editor, outcomes) = sample_steps();
        outcomes.into_iter().for_each(|outcome| log.keep(outcome));
        log.editor = editor;
        log
    }

    fn random(seed: u64, steps: i64) -> Self {
        let mut log = Self::sample();
        let mut chance = Chance(seed);
        for minute in 0..steps {
            if let Some(outcome) = edit(&mut chance, &mut log.editor, 100 + minute) {
                log.keep(outcome);
            }
        }
        log
    }
}

#[track_caller]
fn found(pairs: Vec<Pair>) -> (Editor, (u64, u32), Vec<Damage>) {
    match open(pairs) {
        Opening::Found { editor, last, damage } => (*editor, last, damage),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn check_same(opened: &Editor, live: &Editor, what: &str) {
    assert!(opened.project() == live.project(), "{what}: another project");
    assert!(opened.done() == live.done(), "{what}: other steps to undo");
    assert!(opened.undone() == live.undone(), "{what}: other steps to redo");
}

fn shuffle<T>(items: &mut [T], chance: &mut Chance) {
    for place in (1..items.len()).rev() {
        items.swap(place, chance.below(place + 1));
    }
}

#[test]
fn what_was_appended_opens_to_the_same_editor() {
    for seed in 0..40 {
        let log = Log::random(seed, 60);
        let (mut editor, last, damage) = found(log.pairs);
        assert_eq!(damage, [], "seed {seed}");
        assert_eq!(last, log.last, "seed {seed}");
        check_same(&editor, &log.editor, &format!("seed {seed}"));
        // And it goes on as if it had never been closed.
        let mut live = log.editor;
        while editor.undo(at(999)).is_some() {
            live.undo(at(999));
        }
        check_same(&editor, &live, &format!("seed {seed}, all undone"));
    }
}

#[test]
fn the_order_of_the_records_says_nothing() {
    for seed in 0..10 {
        let mut log = Log::random(seed, 40);
        shuffle(&mut log.pairs, &mut Chance(seed));
        let (editor, _, damage) = found(log.pairs);
        assert_eq!(damage, [], "seed {seed}");
        check_same(&editor, &log.editor, &format!("seed {seed}"));
    }
}

#[test]
fn two_tabs_that_interleave_open_to_one_state_in_any_order() {
    for seed in 0..20 {
        let log = Log::sample();
        let mut chance = Chance(seed);
        let mut pairs = log.pairs;
        // Each tab sees only its own steps, as if the other's were on their way.
        for tab in [1, 2] {
            let mut editor = log.editor.clone();
            let mut last = log.last;
            for minute in 0..15 {
                if let Some(Outcome { step, kind, .. }) = edit(&mut chance, &mut editor, minute) {
                    let entry = Entry { seq: last.0 + 1, tab, after: Some(last), kind, step };
                    last = (entry.seq, tab);
                    pairs.extend(encode(&entry));
                }
            }
        }
        let (first, _, damage) = found(pairs.clone());
        assert!(damage.iter().all(|damage| damage.what == DamageKind::Unfit), "seed {seed}: {damage:?}");
        for _ in 0..3 {
            shuffle(&mut pairs, &mut chance);
            let (again, _, other_damage) = found(pairs.clone());
            check_same(&again, &first, &format!("seed {seed}"));
            assert_eq!(other_damage, damage, "seed {seed}");
        }
    }
}

#[test]
fn two_tabs_that_begin_at_once_are_no_damage() {
    let mut pairs = Vec::new();
    for (tab, number) in [(1, 1), (2, 2)] {
        let step = start(starter(ProjectId::from_random(bytes(number))), at(0));
        pairs.extend(encode(&Entry { seq: 1, tab, after: None, kind: Kind::Quiet, step }));
    }
    let (editor, _, damage) = found(pairs);
    assert_eq!(damage, []);
    assert_eq!(*editor.project(), starter(ProjectId::from_random(bytes(1))));
}

/// Every way in which one record can be damaged.
fn damaged(pair: &Pair) -> Vec<(String, Option<Pair>)> {
    let with = |value: String| Some(Pair { key: pair.key.clone(), value });
    let flipped = |place: usize| {
        let mut bytes = pair.value.clone().into_bytes();
        let place = (0..=place).rev().find(|place| bytes[*place] < 0x80).unwrap();
        bytes[place] ^= 1;
        with(String::from_utf8(bytes).unwrap())
    };
    let half = (0..=pair.value.len() / 2).rev().find(|place| pair.value.is_char_boundary(*place)).unwrap();
    vec![
        ("its first bit flipped".to_owned(), flipped(0)),
        ("a bit in the middle flipped".to_owned(), flipped(half)),
        ("its last bit flipped".to_owned(), flipped(pair.value.len() - 1)),
        ("its half cut off".to_owned(), with(pair.value[..half].to_owned())),
        ("nothing left of it".to_owned(), with(String::new())),
        ("something else in its place".to_owned(), with("{}".to_owned())),
        ("it missing".to_owned(), None),
    ]
}

#[test]
fn a_damaged_record_is_noticed() {
    let log = Log::random(7, 30);
    let newest = log.pairs.len() - 1;
    let built_in = blank().document(APPEAL).unwrap().text.hash().to_string();
    for (place, pair) in log.pairs.iter().enumerate() {
        for (how, damage) in damaged(pair) {
            let mut pairs = log.pairs.clone();
            pairs.splice(place..=place, damage.clone());
            let (_, last, found) = found(pairs);
            // Nothing tells of the newest entry, and the program has its own text.
            let is_invisible = damage.is_none() && (place == newest || pair.key.ends_with(&built_in));
            assert_eq!(found.is_empty(), is_invisible, "{} with {how}", pair.key);
            if !is_invisible {
                assert_eq!(last, log.last, "{} with {how}", pair.key);
            }
            for damage in found {
                assert!(damage.what.to_string().ends_with('.'));
            }
        }
    }
}

#[test]
fn what_a_damaged_record_does_not_tell_of_is_kept() {
    let log = Log::sample();
    let live = log.editor.project();
    for (place, lost) in log.pairs.iter().enumerate() {
        let mut pairs = log.pairs.clone();
        pairs.remove(place);
        let project = found(pairs).0.project().clone();
        for annotation in live.annotations().values() {
            let hash = live.document(annotation.document).unwrap().text.hash().to_string();
            let is_told = lost.value.contains(&annotation.id.to_string());
            let is_on_lost_text = lost.key.ends_with(&hash) && annotation.document != APPEAL;
            if !is_told && !is_on_lost_text {
                assert_eq!(project.annotation(annotation.id), Some(annotation), "without {}", lost.key);
            }
        }
    }
}

#[test]
fn a_lost_beginning_is_put_together_again() {
    let log = Log::sample();
    let beginning = log.pairs.iter().position(|pair| pair.key.contains(":log:")).unwrap();
    let mut pairs = log.pairs;
    pairs.remove(beginning);
    let (editor, _, damage) = found(pairs);
    let kinds: Vec<_> = damage.iter().map(|damage| damage.what.clone()).collect();
    assert_eq!(kinds, [DamageKind::Gap, DamageKind::NoStart]);
    let (project, live) = (editor.project(), log.editor.project());
    assert_eq!(project.head().title, "Restored project");
    assert_eq!(project.annotations(), live.annotations());
    assert_eq!(project.documents().len(), live.documents().len());
    assert_eq!(project.document(APPEAL).unwrap().text, live.document(APPEAL).unwrap().text);
    for annotation in live.annotations().values() {
        assert_eq!(path(project, annotation.tag), path(live, annotation.tag));
    }
    assert_eq!(editor.done().len(), log.editor.done().len());
}

#[test]
fn an_annotation_survives_its_tag_and_its_maker() {
    let mut log = Log::begin(blank());
    let tag = NewTag { id: TagId::from_random(bytes(1)), name: "own".to_owned(), parent: None, colour: None };
    let made = log.editor.run(Command::AddTag(tag.clone()), at(1)).unwrap();
    log.keep(made);
    let lost = log.pairs.len() - 1;
    let target = passage(log.editor.project(), APPEAL, "Geneva");
    let new =
        NewAnnotation { id: annotation(1), document: APPEAL, target, tag: tag.id, coder: coder(), at: at(2) };
    let made = log.editor.run(Command::Annotate(new), at(2)).unwrap();
    log.keep(made);
    log.pairs.remove(lost);
    let (editor, _, damage) = found(log.pairs);
    assert_eq!(damage.len(), 1);
    assert_eq!(editor.project().annotations(), log.editor.project().annotations());
    assert!(editor.project().tag(tag.id).unwrap().name.starts_with("Lost tag "));
}

#[test]
fn a_text_of_which_nothing_else_is_left_comes_back() {
    let text =
        encode(&Entry { seq: 1, tab: 1, after: None, kind: Kind::Quiet, step: start(sample(), at(0)) });
    let text: Vec<_> = text.into_iter().filter(|pair| pair.key.contains(":text:")).collect();
    let (editor, _, damage) = found(text);
    assert_eq!(damage[0].what, DamageKind::NoStart);
    let titles: Vec<_> = editor.project().documents().iter().map(|document| document.title.clone()).collect();
    assert!(titles.contains(&"Appeal of 292 NGOs".to_owned()), "{titles:?}");
}

#[test]
fn nothing_there_is_a_first_visit_and_other_keys_are_not_ours() {
    assert!(matches!(open(Vec::new()), Opening::First));
    let pair = |key: &str| Pair { key: key.to_owned(), value: "x".to_owned() };
    assert!(matches!(open(vec![pair("theme"), pair("glossator:theme")]), Opening::First));
    assert_eq!(found(vec![pair("glossator:1:what")]).2[0].what, DamageKind::Unknown);
}

#[test]
fn what_a_newer_program_keeps_is_left_alone() {
    let mut pairs = Log::sample().pairs;
    pairs.push(Pair { key: "glossator:3:log:x".to_owned(), value: String::new() });
    assert!(matches!(open(pairs), Opening::Newer { version: 3 }));
}

/// Runs what never has to wait.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

#[test]
fn a_store_in_memory_gives_back_what_it_got() {
    let store = MemoryStore::default();
    let log = Log::sample();
    for pair in &log.pairs {
        now(store.append(vec![pair.clone()])).unwrap();
    }
    let (editor, _, damage) = found(now(store.read_all()).unwrap());
    assert_eq!(damage, []);
    check_same(&editor, &log.editor, "in memory");
}
