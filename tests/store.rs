//! The store: what is appended comes back, in any order, and damage is noticed.

mod sample;

use glossator::history::{At, Editor, Kind, Outcome, Step};
use glossator::model::*;
use glossator::store::*;
use glossator::table::{KeySet, Table};
use glossator::text::Text;
use sample::*;

/// A log with its editor.
struct Log {
    editor: Editor,
    pairs: Vec<Pair>,
    last: Option<Link>,
}

const TAB: u32 = 0xa1b2_c3d4;

impl Log {
    fn begin(project: Project) -> Self {
        let mut editor = Editor::new(project).resume(TAB, At::default());
        let step = editor.begin(&nothing(), at(0));
        let mut log = Self { editor, pairs: Vec::new(), last: None };
        log.write(step, Kind::Quiet);
        log
    }

    fn write(&mut self, step: Step, kind: Kind) {
        let place = step.place;
        let entry = Entry { after: self.last.take(), kind, step };
        let pairs = encode(&entry);
        // Written a change at a time, it is the same.
        let mut slices = Encoding::new(&entry);
        while slices.go_on(&entry.step, 1) {}
        assert_eq!(slices.finish(&entry.step), pairs);
        self.last = Some(link(place, &pairs));
        self.pairs.extend(pairs);
    }

    fn keep(&mut self, outcome: Outcome) {
        self.write(outcome.step, outcome.kind);
    }

    /// A step that always can be made.
    fn note(&mut self, chance: &mut Chance, minute: i64) {
        let title = format!("Title {}", chance.below(1 << 30));
        let outcome = self.editor.run(Command::RenameProject(title), at(minute)).unwrap();
        self.keep(outcome);
    }

    fn last(&self) -> Link {
        self.last.clone().unwrap()
    }

    fn sample() -> Self {
        let mut log = Self::begin(blank());
        let mut editor = log.editor.clone();
        sample_steps(&mut editor).into_iter().for_each(|outcome| log.keep(outcome));
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
fn found(pairs: Vec<Pair>) -> (Editor, Link, Vec<Damage>) {
    match open(pairs) {
        Opening::Found(opened) => (opened.editor, opened.last, opened.damage),
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
        let (mut editor, last, damage) = found(log.pairs.clone());
        assert_eq!(damage, [], "seed {seed}");
        assert_eq!(last, log.last(), "seed {seed}");
        check_same(&editor, &log.editor, &format!("seed {seed}"));
        // And it goes on as if it had never been closed.
        let mut live = log.editor;
        editor = editor.resume(TAB, last.at);
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

/// A tab that writes to a log of its own.
struct Tab {
    editor: Editor,
    last: Link,
    wrote: Vec<Vec<Pair>>,
    texts: Table<DocumentId, Text>,
}

impl Tab {
    fn at(log: &Log, tab: u32) -> Self {
        let mut editor = found(log.pairs.clone()).0;
        editor.disown(TAB);
        Self {
            editor: editor.resume(tab, log.last().at),
            last: log.last(),
            wrote: Vec::new(),
            texts: Table::new(),
        }
    }

    /// What this tab has ever shown.
    fn know_texts(&mut self) {
        for document in self.editor.project().documents() {
            self.texts.insert(document.id, document.text.clone());
        }
    }

    fn edit(&mut self, chance: &mut Chance, minute: i64) {
        self.know_texts();
        if let Some(Outcome { step, kind, .. }) = edit(chance, &mut self.editor, minute) {
            let place = step.place;
            let pairs = encode(&Entry { after: Some(self.last.clone()), kind, step });
            self.last = link(place, &pairs);
            self.wrote.push(pairs);
        }
    }

    fn hear(&mut self, pairs: &[Pair]) {
        self.know_texts();
        let (step, _) = decode(pairs, &mut self.texts).expect("nothing is damaged");
        self.editor.follow(step);
        self.know_texts();
    }
}

#[test]
fn two_tabs_that_interleave_say_the_same_as_the_log_in_any_order() {
    let mut late = 0;
    for seed in 0..60 {
        let log = Log::sample();
        let mut chance = Chance(seed);
        let mut tabs = [Tab::at(&log, 1), Tab::at(&log, 2)];
        let mut heard = [0, 0];
        for minute in 0..40 {
            let here = chance.below(2);
            if chance.below(3) == 0 {
                // What the other wrote comes late and in its order, as messages do.
                let news = tabs[1 - here].wrote[heard[here]..].to_vec();
                heard[here] += news.len();
                late += news.len();
                news.iter().for_each(|pairs| tabs[here].hear(pairs));
            } else {
                tabs[here].edit(&mut chance, minute);
            }
        }
        for here in [0, 1] {
            let news = tabs[1 - here].wrote[heard[here]..].to_vec();
            news.iter().for_each(|pairs| tabs[here].hear(pairs));
        }
        assert_eq!(tabs[0].editor.project(), tabs[1].editor.project(), "seed {seed}");
        let mut pairs = log.pairs;
        pairs.extend(tabs.iter().flat_map(|tab| tab.wrote.concat()));
        let (first, _, damage) = found(pairs.clone());
        assert_eq!(first.project(), tabs[0].editor.project(), "seed {seed}");
        assert!(damage.iter().all(|damage| damage.what == DamageKind::Unfit), "seed {seed}: {damage:?}");
        for _ in 0..3 {
            shuffle(&mut pairs, &mut chance);
            let (again, _, other_damage) = found(pairs.clone());
            check_same(&again, &first, &format!("seed {seed}"));
            assert_eq!(other_damage, damage, "seed {seed}");
        }
    }
    assert!(late > 300, "{late} steps came late");
}

#[test]
fn undo_takes_back_what_this_tab_did_and_nothing_else() {
    let log = Log::sample();
    let mut chance = Chance(7);
    let mut tabs = [Tab::at(&log, 1), Tab::at(&log, 2)];
    for minute in 0..20 {
        let here = minute as usize % 2;
        tabs[here].edit(&mut chance, minute);
        if let Some(pairs) = tabs[here].wrote.last().cloned() {
            tabs[1 - here].hear(&pairs);
        }
    }
    let [one, other] = &mut tabs;
    assert!(one.editor.done().iter().all(|step| step.place.tab == 1));
    let theirs: Vec<_> = other.editor.done().iter().map(|step| step.place).collect();
    while let Some(outcome) = one.editor.undo(at(99)) {
        other.editor.follow(outcome.step);
    }
    assert_eq!(other.editor.done().iter().map(|step| step.place).collect::<Vec<_>>(), theirs);
    assert_eq!(one.editor.project(), other.editor.project());
}

#[test]
fn short_visits_are_no_long_stretch_however_many() {
    let mut log = Log::begin(blank());
    let mut chance = Chance(20261126);
    // Each visit has two steps, a minute apart; an hour later comes the next.
    for visit in 1..9 {
        let last = log.last().at;
        log.editor = std::mem::replace(&mut log.editor, Editor::new(blank())).resume(visit, last);
        for minute in 0..2 {
            log.note(&mut chance, i64::from(visit) * 60 + minute);
        }
    }
    assert_eq!(opened(log.pairs.clone()).lasted, 60_000);
    log.note(&mut chance, 8 * 60 + 30);
    assert_eq!(opened(log.pairs).lasted, 30 * 60_000);
}

#[test]
fn two_tabs_that_begin_at_once_are_no_damage() {
    let mut pairs = Vec::new();
    for (tab, number) in [(1, 1), (2, 2)] {
        let mut editor =
            Editor::new(starter(ProjectId::from_random(bytes(number)))).resume(tab, At::default());
        let step = editor.begin(&nothing(), at(0));
        pairs.extend(encode(&Entry { after: None, kind: Kind::Quiet, step }));
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
                assert_eq!(last.at, log.last().at, "{} with {how}", pair.key);
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
    let beginning = log.pairs.iter().position(|pair| pair.key.starts_with("log:")).unwrap();
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
    let text: Vec<_> =
        Log::begin(sample()).pairs.into_iter().filter(|pair| pair.key.starts_with("text:")).collect();
    let (editor, _, damage) = found(text);
    assert_eq!(damage[0].what, DamageKind::NoStart);
    let titles: Vec<_> = editor.project().documents().iter().map(|document| document.title.clone()).collect();
    assert!(titles.contains(&"Appeal of 292 NGOs".to_owned()), "{titles:?}");
}

#[test]
fn nothing_there_is_a_first_visit() {
    assert!(matches!(open(Vec::new()), Opening::First));
    let what = Pair { key: "what".to_owned(), value: "x".to_owned() };
    assert_eq!(found(vec![what]).2[0].what, DamageKind::Unknown);
}

/// A snapshot of a log after so many of its records, with its records.
fn snapshot_of(
    log: &Log,
    known: Option<&Snapshot>,
    changed: &KeySet<DocumentId>,
    minute: i64,
) -> (Snapshot, Vec<Pair>) {
    let seen = log.pairs.iter().filter_map(|pair| place_of(&pair.key)).collect();
    let project = log.editor.project();
    Taking::begin(project, at(minute), log.last().at, seen, known, changed).whole(project)
}

#[track_caller]
fn opened(pairs: Vec<Pair>) -> Opened {
    match open(pairs) {
        Opening::Found(opened) => *opened,
        other => panic!("{other:?}"),
    }
}

/// A log of which the beginning was put into a snapshot, and the whole of it.
fn shortened(seed: u64) -> (Log, Vec<Pair>, Snapshot) {
    let mut log = Log::random(seed, 30);
    let (snapshot, records) = snapshot_of(&log, None, &KeySet::new(), 500);
    let gone = log.pairs.len();
    let mut chance = Chance(seed + 1000);
    for minute in 0..20 {
        if let Some(outcome) = edit(&mut chance, &mut log.editor, 200 + minute) {
            log.keep(outcome);
        }
    }
    let is_left =
        |(at, pair): (usize, &Pair)| (at >= gone || pair.key.starts_with("text:")).then(|| pair.clone());
    let mut pairs: Vec<_> = log.pairs.iter().enumerate().filter_map(is_left).collect();
    pairs.extend(records);
    pairs.push(mark(TAB, &log.last()));
    (log, pairs, snapshot)
}

#[test]
fn a_snapshot_and_the_rest_of_the_log_open_to_the_same_project() {
    for seed in 0..40 {
        let (log, mut pairs, snapshot) = shortened(seed);
        shuffle(&mut pairs, &mut Chance(seed));
        let opened = opened(pairs);
        assert_eq!(opened.damage, [], "seed {seed}");
        assert_eq!(opened.editor.project(), log.editor.project(), "seed {seed}");
        assert_eq!(opened.last, log.last(), "seed {seed}");
        assert_eq!(opened.snapshot, Some(snapshot), "seed {seed}");
        // What the snapshot shares with the next is what did not change.
        let (_, fresh) = snapshot_of(&log, opened.snapshot.as_ref(), &opened.changed, 600);
        let (_, whole) = snapshot_of(&log, None, &KeySet::new(), 600);
        assert!(fresh.len() <= whole.len(), "seed {seed}");
        assert_eq!(fresh.last(), whole.last(), "seed {seed}: another manifest");
    }
}

#[test]
fn steps_that_a_snapshot_holds_can_still_be_undone() {
    for seed in 0..20 {
        let log = Log::random(seed, 40);
        let (_, records) = snapshot_of(&log, None, &KeySet::new(), 500);
        let mut pairs = log.pairs.clone();
        pairs.extend(records);
        let opened = opened(pairs);
        assert_eq!(opened.damage, []);
        check_same(&opened.editor, &log.editor, &format!("seed {seed}"));
    }
}

#[test]
fn an_entry_that_came_too_late_for_a_snapshot_is_not_lost() {
    let log = Log::sample();
    let mut tab = Tab::at(&log, 1);
    let mut chance = Chance(3);
    (0..5).for_each(|minute| tab.edit(&mut chance, minute));
    let mut later = Log { editor: log.editor.clone(), pairs: log.pairs.clone(), last: log.last.clone() };
    for minute in 0..20 {
        if let Some(outcome) = edit(&mut Chance(minute as u64), &mut later.editor, minute) {
            later.keep(outcome);
        }
    }
    let (_, records) = snapshot_of(&later, None, &KeySet::new(), 500);
    let mut pairs = later.pairs.clone();
    pairs.extend(records);
    pairs.extend(tab.wrote.concat());
    let found = opened(pairs);
    for pair in tab.wrote.iter().flatten().filter(|pair| pair.key.starts_with("log:")) {
        assert!(found.places.contains(&place_of(&pair.key).unwrap()));
    }
    assert!(tab.wrote.len() >= 3);
    let theirs = |editor: &Editor| editor.done().iter().filter(|step| step.place.tab == 1).count();
    assert_eq!(theirs(&found.editor), theirs(&tab.editor));
}

#[test]
fn a_damaged_snapshot_is_noticed_and_an_older_one_takes_its_place() {
    let mut log = Log::random(11, 30);
    let (old, older) = snapshot_of(&log, None, &KeySet::new(), 500);
    for minute in 0..10 {
        if let Some(outcome) = edit(&mut Chance(minute), &mut log.editor, 300) {
            log.keep(outcome);
        }
    }
    let (_, newer) = snapshot_of(
        &log,
        Some(&old),
        &log.editor.project().documents().iter().map(|it| it.id).collect(),
        600,
    );
    let shared: Vec<_> = older.iter().map(|pair| &pair.key).collect();
    for (place, pair) in newer.iter().enumerate() {
        if shared.contains(&&pair.key) {
            continue;
        }
        for (how, damage) in damaged(pair) {
            let mut pairs = log.pairs.clone();
            pairs.extend(older.clone());
            let is_missing = damage.is_none();
            pairs.extend(
                newer
                    .iter()
                    .enumerate()
                    .filter_map(|(at, pair)| if at == place { damage.clone() } else { Some(pair.clone()) }),
            );
            let opened = opened(pairs);
            // A snapshot that is not there at all was perhaps never made.
            let is_invisible = is_missing && pair.key.starts_with("snapshot:");
            let kinds: Vec<_> = opened.damage.iter().map(|damage| damage.what.clone()).collect();
            let expected = if is_invisible { vec![] } else { vec![DamageKind::Snapshot] };
            assert_eq!(kinds, expected, "{} with {how}", pair.key);
            assert_eq!(opened.snapshot, Some(old.clone()), "{} with {how}", pair.key);
            assert_eq!(opened.editor.project(), log.editor.project(), "{} with {how}", pair.key);
        }
    }
}

#[test]
fn a_log_that_ends_too_early_is_noticed_by_its_mark() {
    let log = Log::random(5, 20);
    let marked = mark(TAB, &log.last());
    let mut pairs = log.pairs.clone();
    pairs.push(marked.clone());
    assert_eq!(found(pairs.clone()).2, []);
    let newest = log.pairs.iter().rposition(|pair| pair.key.starts_with("log:")).unwrap();
    pairs.remove(newest);
    let (_, last, damage) = found(pairs);
    assert_eq!(damage.iter().map(|it| it.what.clone()).collect::<Vec<_>>(), [DamageKind::Short]);
    assert_eq!(last.at, log.last().at);
    assert!(matches!(open(vec![marked]), Opening::Emptied));
}

#[test]
fn an_entry_in_the_place_of_another_is_noticed() {
    let log = Log::random(5, 20);
    let other = Log::random(6, 20);
    let mut noticed = 0;
    for (place, pair) in log.pairs.iter().enumerate().filter(|(_, pair)| pair.key.starts_with("log:")) {
        let Some(fake) = other.pairs.iter().find(|fake| fake.key == pair.key && fake.value != pair.value)
        else {
            continue;
        };
        let mut pairs = log.pairs.clone();
        pairs[place] = fake.clone();
        pairs.push(mark(TAB, &log.last()));
        assert_ne!(found(pairs).2, [], "{}", pair.key);
        noticed += 1;
    }
    assert!(noticed >= 5, "{noticed}");
}

/// Flips bits of the saved form: each is noticed, and what it does not touch is kept.
#[test]
fn every_flipped_bit_is_noticed() {
    let flips = if std::env::var_os("GLOSSATOR_LONG").is_some() { 10_000 } else { 500 };
    let (log, mut pairs, _) = shortened(17);
    pairs.sort_by(|one, other| one.key.cmp(&other.key));
    // Two documents with one text wrote it twice.
    pairs.dedup_by(|one, other| one.key == other.key);
    let mut chance = Chance(42);
    let mut kept = 0;
    for flip in 0..flips {
        let mut pairs = pairs.clone();
        let place = chance.below(pairs.len());
        let mut bytes = pairs[place].value.clone().into_bytes();
        let at = chance.below(bytes.len());
        bytes[at] ^= 1 << chance.below(8);
        // What is no UTF-8 any more reaches the program with a replacement character.
        pairs[place].value = String::from_utf8_lossy(&bytes).into_owned();
        let key = pairs[place].key.clone();
        let opened = opened(pairs);
        assert_ne!(opened.damage, [], "flip {flip} in {key}, byte {at}");
        let undamaged = log.editor.project().annotations().len();
        kept += opened.editor.project().annotations().len().min(undamaged);
    }
    assert!(kept > 0);
}

#[test]
fn of_the_snapshots_one_of_now_one_of_an_hour_ago_and_one_of_a_day_ago_stay() {
    // One every ten minutes, for three days; what does not stay is gone the next time.
    let mut made: Vec<Time> = Vec::new();
    for minute in (0..3 * 24 * 60).step_by(10) {
        made.push(at(minute));
        let stays = staying(&made, at(minute));
        made = made
            .iter()
            .enumerate()
            .filter(|(place, _)| stays.contains(place))
            .map(|(_, made)| *made)
            .collect();
        assert!(made.len() <= 5);
        assert!(made.contains(&at(minute)));
        let ages: Vec<_> = made.iter().map(|made| (at(minute).millis() - made.millis()) / 60_000).collect();
        assert!(minute < 120 || ages.iter().any(|age| (60..=130).contains(age)), "minute {minute}: {ages:?}");
        assert!(
            minute < 2 * 24 * 60 || ages.iter().any(|age| (1440..=2890).contains(age)),
            "minute {minute}: {ages:?}"
        );
    }
}

/// What version 1 kept, with its names in local storage. Never edited.
const V1: &str = include_str!("fixtures/v1-store.json");

/// The same project as a file.
const V1_FILE: &str = include_str!("fixtures/v1-store.glossator.json");

#[test]
fn what_version_1_kept_opens_with_its_history() {
    let records: std::collections::BTreeMap<String, String> = serde_json::from_str(V1).unwrap();
    let pair = |(key, value): (String, String)| {
        let key = key.strip_prefix("glossator:1:").expect("every key is of version 1").to_owned();
        Pair { key, value }
    };
    let opened = opened(records.into_iter().map(pair).collect());
    assert_eq!(opened.damage, []);
    assert_eq!((glossator::formats::WRITERS[0].write)(opened.editor.project()), V1_FILE);
    assert_eq!(opened.editor.undone().len(), 2);
    let mut editor = opened.editor.resume(7, opened.last.at);
    while editor.undo(at(999)).is_some() {}
    // The codebook to begin with did not ask for anything then, and joined nothing.
    let (project, blank) = (editor.project(), blank());
    let as_then = |tag: &Tag| Tag { attributes: Vec::new(), ..tag.clone() };
    let tags: Vec<_> = blank.tags().values().map(as_then).collect();
    assert_eq!(project.tags().values().cloned().collect::<Vec<_>>(), tags);
    assert_eq!(project.documents(), blank.documents());
    assert!(project.annotations().is_empty() && project.relation_types().is_empty());
}

#[test]
fn of_a_damaged_snapshot_that_is_the_only_one_all_else_is_kept() {
    let mut log = Log::begin(sample());
    let outcome = log.editor.run(Command::RenameProject("renamed".to_owned()), at(3)).unwrap();
    log.keep(outcome);
    let (_, records) = snapshot_of(&log, None, &KeySet::new(), 500);
    let texts = log.pairs.iter().filter(|pair| pair.key.starts_with("text:"));
    let whole: Vec<_> = texts.chain(&records).cloned().collect();
    assert_eq!(opened(whole.clone()).damage, []);
    let live = log.editor.project();
    let mut parts = 0;
    for document in live.documents() {
        let here: Vec<_> =
            live.annotations_on(document.id).map(|annotation| annotation.id.to_string()).collect();
        let Some(place) = whole.iter().position(|pair| {
            pair.key.starts_with("part:") && here.first().is_some_and(|id| pair.value.contains(id.as_str()))
        }) else {
            continue;
        };
        parts += 1;
        let mut pairs = whole.clone();
        pairs[place].value.push('x');
        let found = opened(pairs);
        assert_eq!(found.damage.iter().map(|it| it.what.clone()).collect::<Vec<_>>(), [DamageKind::Snapshot]);
        let left = live.annotations().values().filter(|annotation| annotation.document != document.id);
        assert_eq!(found.editor.project().annotations().values().count(), left.count());
        assert_eq!(found.editor.project().documents().len(), live.documents().len());
        // With a copy of that record it is whole again.
        let mut pairs = whole.clone();
        pairs[place].value.push('x');
        pairs.extend(records.clone());
        assert_eq!(opened(pairs).editor.project(), live);
    }
    assert!(parts >= 2, "{parts} parts");
}

fn sealed(pairs: &[Pair]) -> String {
    let mut sealing = Sealing::new(pairs);
    let pieces: String = sealing.by_ref().collect();
    sealing.head() + &pieces
}

#[test]
fn a_copy_is_whole_however_it_is_cut_into_pieces() {
    let long: String = "\u{1f600}\"\\\n\u{0}e\u{301}Ж".chars().cycle().take(300_000).collect();
    let pair = |key: &str, value: &str| Pair { key: key.to_owned(), value: value.to_owned() };
    for pairs in
        [vec![], vec![pair("", "")], vec![pair("text:1", &long), pair("log:1", "x"), pair("part:2", &long)]]
    {
        assert_eq!(unseal_copy(&sealed(&pairs)), Some(pairs.clone()));
        let longest = Sealing::new(&pairs).map(|piece| piece.len()).max();
        // A character may be written as six.
        assert!(longest.is_some_and(|longest| longest < 1_000_000), "{longest:?}");
    }
    let sealed = sealed(&[pair("text:1", &long)]);
    assert_eq!(unseal_copy(&sealed.replacen('e', "f", 1)), None, "one letter is another");
}

#[test]
fn what_changes_one_of_many_annotations_writes_little_of_a_snapshot_anew() {
    let mut editor = Editor::new(blank());
    let text = "Shells fell. ".repeat(2_000);
    let book = document(note(), "Book", &text);
    let spans = (0..6_000).map(|at| book.text.span(at * 4, at * 4 + 3).expect("within the text"));
    let spans: Vec<_> = spans.collect();
    let mut chance = Chance(11);
    editor.run(Command::AddDocuments(vec![book]), at(1)).expect("a new one");
    let book = note();
    editor.run(Command::LabelCoder(coder(), "Ada".to_owned()), at(1)).expect("a label");
    let tag = editor.project().tags().keys().next().expect("a tag");
    for span in spans {
        let target = Target::ranges(vec![span]).expect("some text");
        let id = AnnotationId::from_random(chance.bytes());
        let new = NewAnnotation { id, document: book, target, tag, coder: coder(), at: at(1) };
        editor.run(Command::Annotate(new), at(1)).expect("a passage");
    }
    let none = KeySet::new();
    let (place, seen) = (editor.last(), vec![editor.last()]);
    let taken = |editor: &Editor, known: Option<&Snapshot>, changed: &KeySet<DocumentId>, minute| {
        let project = editor.project();
        Taking::begin(project, at(minute), place, seen.clone(), known, changed).whole(project)
    };
    let (first, all) = taken(&editor, None, &none, 1);
    let parts = |pairs: &[Pair]| pairs.iter().filter(|pair| pair.key.starts_with("part:")).count();
    assert!(parts(&all) > 6, "{}", parts(&all));
    let id = editor.project().annotations_on(book).nth(3_000).expect("a crowd").id;
    editor.run(Command::DeleteAnnotations(vec![id]), at(2)).expect("is there");
    let changed: KeySet<DocumentId> = [book].into_iter().collect();
    let (_, fresh) = taken(&editor, Some(&first), &changed, 3);
    // The part that it was in, and what is not annotations.
    assert_eq!(parts(&fresh), 2);
    let size = |pairs: &[Pair]| pairs.iter().map(|pair| pair.value.len()).sum::<usize>();
    assert!(size(&fresh) * 3 < size(&all), "{} of {}", size(&fresh), size(&all));
}
