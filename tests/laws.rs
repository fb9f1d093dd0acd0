//! Laws: what holds for whatever is done to whatever text. Each is tried with
//! seeds; the one that failed is in the message.

mod support;

use glossator::history::{Editor, Kind, Outcome, Step};
use glossator::marked::{Marked, Passage};
use glossator::model::*;
use glossator::table::KeySet;
use glossator::text::{Motion, NoSegmenter, Span, Text, blocks, move_from, snap, to_graphemes, words};
use std::collections::BTreeMap;
use support::*;

/// A sequence of commands, with undo and redo in between. `see` is shown each
/// step that was taken.
fn walk(chance: &mut Chance, mut see: impl FnMut(&Editor, &Outcome)) -> Editor {
    let mut editor = Editor::new(start());
    for step in 0..4 + chance.below(16) {
        let outcome = match chance.below(8) {
            0 => editor.undo(time(step)),
            1 => editor.redo(time(step)),
            _ => {
                let command = random_command(chance, editor.project(), time(step));
                let before = editor.project().clone();
                let outcome = editor.run(command, time(step)).ok();
                assert!(outcome.is_some() || *editor.project() == before, "an error changed something");
                outcome
            }
        };
        if let Some(outcome) = outcome {
            assert_eq!(outcome.applied.left, [], "nothing stood in the way");
            see(&editor, &outcome);
        }
    }
    editor
}

#[test]
fn undoing_everything_leads_back_to_the_start_and_redoing_it_to_the_end() {
    for_seeds(10_000, |_, chance| {
        let mut editor = walk(chance, |_, _| {});
        let end = editor.project().clone();
        let steps = editor.done().len();
        for step in 0..steps {
            let outcome = editor.undo(time(step as u32)).expect("there is a step to undo");
            assert_eq!(outcome.applied.left, []);
        }
        assert!(editor.undo(time(99)).is_none());
        assert!(editor.project().says_the_same(&start()), "undone: {:#?}", editor.project());
        for step in 0..steps {
            let outcome = editor.redo(time(step as u32)).expect("there is a step to redo");
            assert_eq!(outcome.applied.left, []);
        }
        assert!(editor.project().says_the_same(&end), "redone: {:#?}", editor.project());
    });
}

#[test]
fn a_project_is_sound_after_every_step() {
    for_seeds(10_000, |_, chance| {
        walk(chance, |editor, _| {
            assert_sound(editor.project());
            let keys: Vec<_> = editor.project().tags().values().filter_map(|tag| tag.key).collect();
            let different: std::collections::BTreeSet<_> = keys.iter().collect();
            assert_eq!(keys.len(), different.len(), "two tags share a key");
        });
    });
}

#[test]
fn the_sequences_grant_every_kind_of_command() {
    let granted = std::cell::RefCell::new(BTreeMap::<&str, u32>::new());
    for_seeds(16_000, |_, chance| {
        let mut editor = Editor::new(start());
        for step in 0..12 {
            let command = random_command(chance, editor.project(), time(step));
            let kind = kind_of(&command);
            if let Ok(outcome) = editor.run(command, time(step)) {
                *granted.borrow_mut().entry(kind).or_default() += 1;
                *granted.borrow_mut().entry(outcome.step.act.name()).or_default() += 1;
            }
        }
    });
    let acts = Act::ALL.iter().filter(|(act, _)| *act != Act::Start).map(|(_, name)| *name);
    for name in KINDS.iter().copied().chain(acts) {
        let times = granted.borrow().get(name).copied().unwrap_or_default();
        assert!(times >= 50, "“{name}” was granted {times} times");
    }
}

#[test]
fn what_is_previewed_is_what_is_done() {
    for_seeds(2_000, |_, chance| {
        let mut editor = Editor::new(start());
        for step in 0..12 {
            let command = random_command(chance, editor.project(), time(step));
            let previewed = preview(editor.project(), &command, time(step));
            match editor.run(command, time(step)) {
                // Records that came in may lie on documents that are not there.
                Err(EditError::Broken) => {}
                done => assert_eq!(previewed, done.map(|outcome| Preview::of(&outcome.applied.patch))),
            }
        }
    });
}

#[test]
fn replaying_the_steps_gives_the_same_project_stamps_and_all() {
    for_seeds(3_000, |_, chance| {
        let mut steps: Vec<(Step, Kind)> = Vec::new();
        let editor = walk(chance, |_, outcome| steps.push((outcome.step.clone(), outcome.kind)));
        let mut again = Editor::new(start());
        for (step, kind) in steps {
            assert_eq!(again.replay(step, kind), []);
        }
        assert_eq!(again.project(), editor.project());
        assert_eq!(again.done(), editor.done());
        assert_eq!(again.undone(), editor.undone());
    });
}

#[test]
fn the_index_that_follows_equals_one_from_scratch() {
    for_seeds(3_000, |_, chance| {
        let mut index = Index::new(&start());
        walk(chance, |editor, outcome| {
            index.follow(editor.project(), &outcome.applied);
            assert_eq!(index, Index::new(editor.project()));
        });
    });
}

#[test]
fn the_index_names_every_block_whose_marks_changed() {
    for_seeds(1_000, |_, chance| {
        let mut index = Index::new(&start());
        walk(chance, |editor, outcome| {
            let before = index.clone();
            let touched = index.follow(editor.project(), &outcome.applied);
            for document in editor.project().documents() {
                let layout = index.layout(document.id).expect("each document has a layout");
                for block in 0..layout.blocks.len() {
                    let on_block = |index: &Index| -> Option<Vec<_>> {
                        Some(index.layout(document.id)?.on_block(block).collect())
                    };
                    let same = on_block(&before).is_none_or(|marks| Some(marks) == on_block(&index));
                    assert!(same || touched.contains(&(document.id, block)));
                }
            }
        });
    });
}

#[test]
fn two_tabs_that_hear_of_each_other_late_stay_sound() {
    for_seeds(3_000, |_, chance| {
        let mut tabs = [Editor::new(start()), Editor::new(start())];
        let mut late: [Vec<Step>; 2] = Default::default();
        for step in 0..24 {
            let (here, there) = if chance.one_in(2) { (0, 1) } else { (1, 0) };
            let outcome = match chance.below(6) {
                0 => tabs[here].undo(time(step)),
                1 => tabs[here].redo(time(step)),
                2 => {
                    for step in std::mem::take(&mut late[here]) {
                        tabs[here].replay(step, Kind::Quiet);
                        assert_sound(tabs[here].project());
                    }
                    None
                }
                _ => {
                    let command = random_command(chance, tabs[here].project(), time(step));
                    tabs[here].run(command, time(step)).ok()
                }
            };
            late[there].extend(outcome.map(|outcome| outcome.step));
            assert_sound(tabs[here].project());
        }
    });
}

#[test]
fn a_patch_with_something_that_does_not_fit_changes_nothing_at_all() {
    for_seeds(2_000, |_, chance| {
        let foreign = walk(chance, |_, _| {});
        let mut patches = Vec::new();
        walk(chance, |_, outcome| patches.push(outcome.applied.patch.clone()));
        for patch in patches {
            let mut project = foreign.project().clone();
            match apply(&mut project, &patch, Strictness::Whole, Stamping::Given) {
                Ok(applied) => assert_eq!(applied.left, []),
                Err(left) => {
                    assert!(!left.is_empty());
                    assert_eq!(project, *foreign.project());
                }
            }
            assert_sound(&project);
        }
    });
}

/// What a copy of the first project has to give after going its own way: its
/// annotations and readings are changed, its codebook and documents are not.
fn copy_that_went_its_own_way(chance: &mut Chance, from: &Project) -> Incoming {
    let mut editor = Editor::new(from.clone());
    for _ in 0..chance.below(12) {
        let at = time(chance.below(4));
        match random_command(chance, editor.project(), at) {
            command @ (Command::Annotate(_)
            | Command::Retag(..)
            | Command::Resize(..)
            | Command::Note(..)
            | Command::SetValue(..)
            | Command::AddRange(..)
            | Command::RemoveRange(..)
            | Command::Relate(_)
            | Command::Unrelate(_)
            | Command::DeleteAnnotations(_)
            | Command::MarkReading { .. }) => drop(editor.run(command, at)),
            _ => drop(editor.undo(at)),
        }
    }
    incoming(editor.project())
}

fn taken_in(project: &Project, incoming: &Incoming) -> Project {
    let mut editor = Editor::new(project.clone());
    match editor.run(Command::TakeIn(Box::new(incoming.clone())), time(50)) {
        Ok(_) | Err(EditError::NothingToDo) => editor.project().clone(),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn taking_in_twice_is_taking_in_once() {
    for_seeds(2_000, |_, chance| {
        let incoming = copy_that_went_its_own_way(chance, &start());
        let once = taken_in(&start(), &incoming);
        assert_sound(&once);
        assert_eq!(once, taken_in(&once, &incoming));
    });
}

#[test]
fn what_two_coders_hand_in_comes_to_the_same_in_either_order() {
    for_seeds(3_000, |_, chance| {
        let one = copy_that_went_its_own_way(chance, &start());
        let other = copy_that_went_its_own_way(chance, &start());
        let forwards = taken_in(&taken_in(&start(), &one), &other);
        let backwards = taken_in(&taken_in(&start(), &other), &one);
        assert_eq!(forwards, backwards);
    });
}

#[test]
fn an_import_that_is_undone_leaves_no_trace_and_can_be_repeated() {
    for_seeds(2_000, |_, chance| {
        let before = copy_that_went_its_own_way(chance, &start());
        let mut editor = Editor::new(taken_in(&start(), &before));
        let incoming = copy_that_went_its_own_way(chance, &start());
        let start = editor.project().clone();
        let Ok(_) = editor.run(Command::TakeIn(Box::new(incoming.clone())), time(50)) else { return };
        let end = editor.project().clone();
        editor.undo(time(51)).expect("the import can be undone");
        assert_eq!(start.records(), editor.project().records());
        editor.run(Command::TakeIn(Box::new(incoming)), time(52)).expect("the import can be repeated");
        assert_eq!(end.records(), editor.project().records());
    });
}

#[test]
fn the_slice_by_code_points_equals_the_quote() {
    for_seeds(5_000, |_, chance| {
        let raw = random_text(chance, 60);
        let text = Text::new(&raw).expect("it is short");
        let length = raw.chars().count() as u32;
        let (a, b) = (chance.below(length + 1), chance.below(length + 1));
        let (start, end) = (a.min(b), a.max(b));
        let span = text.span(start, end).expect("it lies within the text");
        let chars = |from: u32, to: u32| -> String {
            raw.chars().skip(from as usize).take((to - from) as usize).collect()
        };
        let quote = glossator::text::quote(&text, span);
        assert_eq!(quote.exact, chars(start, end));
        assert_eq!(quote.prefix, chars(start.saturating_sub(32), start));
        assert_eq!(quote.suffix, chars(end, length.min(end + 32)));
    });
}

#[test]
fn the_blocks_of_a_text_come_in_order_and_hold_all_but_white_space() {
    for_seeds(3_000, |_, chance| {
        let text = Text::new(&random_text(chance, 80)).expect("it is short");
        let blocks = blocks(&text);
        let mut at = text.all().start();
        for block in &blocks {
            assert!(at <= block.span.start());
            assert_eq!(text.slice(Span::between(at, block.span.start())).trim(), "");
            at = block.span.end();
        }
        assert_eq!(text.slice(Span::between(at, text.all().end())).trim(), "");
        let numbers: Vec<_> = blocks.iter().map(|block| block.number).collect();
        assert!(numbers.is_sorted() && numbers[0] == 1);
    });
}

/// A text and a span of it.
fn text_and_span(chance: &mut Chance) -> (Text, Span) {
    let text = Text::new(&random_text(chance, 30)).expect("it is short");
    let mut position = || text.position(chance.below(text.length().get() + 1)).expect("within the text");
    let span = Span::between(position(), position());
    (text, span)
}

#[test]
fn snapping_a_second_time_changes_nothing() {
    for_seeds(20_000, |_, chance| {
        let (text, span) = text_and_span(chance);
        if let Some(once) = snap(&text, span, &NoSegmenter) {
            let show = |span| Marked::new(text.clone(), vec![], Some(span)).to_string();
            let twice = snap(&text, once, &NoSegmenter).expect("it holds text");
            assert_eq!(show(once), show(twice), "from {}", show(span));
        }
    });
}

#[test]
fn what_is_snapped_holds_every_letter_and_digit_that_was_touched_and_their_words() {
    for_seeds(20_000, |_, chance| {
        let (text, span) = text_and_span(chance);
        let Some(snapped) = snap(&text, span, &NoSegmenter) else { return };
        // A narrow no-break space can belong to a number; at an edge it is not meant.
        let blank = |c: &char| c.is_whitespace();
        let before = text.slice(span).chars().take_while(blank).count() as u32;
        let after = text.slice(span).chars().rev().take_while(blank).count() as u32;
        let touched =
            text.span(span.start().get() + before, span.end().get() - after).expect("it holds text");
        for word in words(&text, text.all(), &NoSegmenter).into_iter().filter(|word| word.overlaps(touched)) {
            // The word without what may be at its edges, such as a low line.
            let letters: Vec<u32> = (word.start().get()..word.end().get())
                .filter(|at| {
                    text.position(*at).and_then(|at| text.char_at(at)).is_some_and(char::is_alphanumeric)
                })
                .collect();
            let (Some(first), Some(last)) = (letters.first(), letters.last()) else { continue };
            let core = text.span(*first, last + 1).expect("it lies within the word");
            assert!(snapped.contains(core), "{:?}", text.slice(word));
        }
    });
}

#[test]
fn what_is_snapped_never_ends_within_a_grapheme() {
    for_seeds(20_000, |_, chance| {
        let (text, span) = text_and_span(chance);
        let boundaries = grapheme_boundaries(&text);
        for span in snap(&text, span, &NoSegmenter).into_iter().chain([to_graphemes(&text, span)]) {
            assert!(boundaries.contains(&span.start().get()), "{text:?} {span}");
            assert!(boundaries.contains(&span.end().get()), "{text:?} {span}");
        }
    });
}

/// Straight from the library, over the whole text.
fn grapheme_boundaries(text: &Text) -> Vec<u32> {
    use unicode_segmentation::UnicodeSegmentation;
    let clusters = text.as_str().graphemes(true);
    let ends = clusters.scan(0, |at, cluster| {
        *at += cluster.chars().count() as u32;
        Some(*at)
    });
    [0].into_iter().chain(ends).collect()
}

const FORWARD: &[Motion] =
    &[Motion::NextCharacter, Motion::NextWord, Motion::NextSentence, Motion::NextBlock, Motion::End];
const BACKWARD: &[Motion] = &[
    Motion::PreviousCharacter,
    Motion::PreviousWord,
    Motion::PreviousSentence,
    Motion::PreviousBlock,
    Motion::Start,
];

#[test]
fn every_motion_goes_on_until_the_end_and_back_until_the_start() {
    for_seeds(3_000, |_, chance| {
        let text = Text::new(&random_text(chance, 40)).expect("it is short");
        let blocks = blocks(&text);
        let (first, last) = (blocks[0].span.start(), blocks[blocks.len() - 1].span.end());
        for motion in FORWARD {
            let mut at = first;
            while at < last {
                let next = move_from(&text, &blocks, at, *motion, &NoSegmenter);
                assert!(next > at && next <= last, "{motion:?} from {at} of {:?}", text.as_str());
                at = next;
            }
            assert_eq!(move_from(&text, &blocks, last, *motion, &NoSegmenter), last);
        }
        for motion in BACKWARD {
            let mut at = last;
            while at > first {
                let next = move_from(&text, &blocks, at, *motion, &NoSegmenter);
                assert!(next < at && next >= first, "{motion:?} from {at} of {:?}", text.as_str());
                at = next;
            }
            assert_eq!(move_from(&text, &blocks, first, *motion, &NoSegmenter), first);
        }
    });
}

#[test]
fn a_character_forward_and_back_again_leads_back() {
    for_seeds(3_000, |_, chance| {
        let text = Text::new(&random_text(chance, 40)).expect("it is short");
        let blocks = blocks(&text);
        let mut at = blocks[0].span.start();
        loop {
            let next = move_from(&text, &blocks, at, Motion::NextCharacter, &NoSegmenter);
            if next == at {
                break;
            }
            assert_eq!(move_from(&text, &blocks, next, Motion::PreviousCharacter, &NoSegmenter), at);
            at = next;
        }
    });
}

#[test]
fn segments_make_up_the_block_and_no_two_that_overlap_share_a_lane() {
    for_seeds(5_000, |_, chance| {
        let text = Text::new("0123456789abcdefghij").expect("it is short");
        let mut position = || text.position(chance.below(21)).expect("within the text");
        let block = Span::between(position(), position());
        let targets: Vec<_> =
            (0..12).filter_map(|_| Target::passage(Span::between(position(), position()))).collect();
        let annotations: Vec<_> = targets
            .into_iter()
            .zip(1..)
            .map(|(target, number)| {
                let (document, tag) = (glossator::marked::document_id(1), glossator::marked::tag_id(1));
                glossator::marked::annotation(number, document, target, tag)
            })
            .collect();
        let mut placed: Vec<_> = annotations.iter().map(Placed::new).collect();
        placed.sort();
        let segments = segments(block, &annotations, &Lanes::new(&placed));
        let mut at = block.start();
        let mut lanes = BTreeMap::new();
        for segment in &segments {
            assert!(segment.span.start() == at && !segment.span.is_empty());
            at = segment.span.end();
            let covering =
                annotations.iter().filter(|annotation| annotation.target.holds(segment.span.start()));
            let mut expected: Vec<_> = covering.map(|annotation| annotation.id).collect();
            let mut found: Vec<_> = segment.covers.iter().map(|(id, _)| *id).collect();
            expected.sort();
            found.sort();
            assert_eq!(found, expected);
            assert!(segment.covers.windows(2).all(|pair| pair[0].1 < pair[1].1), "{segment:?}");
            for (id, lane) in &segment.covers {
                assert_eq!(lanes.entry(*id).or_insert(*lane), lane, "one lane in a block");
            }
        }
        assert_eq!(at, block.end());
    });
}

#[test]
fn an_annotation_keeps_its_lane_while_others_come_go_and_move() {
    for_seeds(2_000, |_, chance| {
        let mut placed: BTreeMap<AnnotationId, Placed> = BTreeMap::new();
        let mut lanes = Lanes::default();
        let text = Text::new("0123456789abcdefghij").expect("it is short");
        for _ in 0..30 {
            let number = chance.below(12) + 1;
            let mut position = || text.position(chance.below(21)).expect("within the text");
            let target = Target::passage(Span::between(position(), position()));
            let (document, tag) = (glossator::marked::document_id(1), glossator::marked::tag_id(1));
            let id = glossator::marked::annotation_id(number);
            match target {
                Some(target) => {
                    let one = glossator::marked::annotation(number, document, target, tag);
                    placed.insert(id, Placed::new(&one));
                }
                None => drop(placed.remove(&id)),
            }
            let before = lanes.clone();
            let mut order: Vec<_> = placed.values().copied().collect();
            order.sort();
            lanes.follow(|| order.iter(), &KeySet::from_iter([id]));
            for one in &order {
                assert!(one.id == id || lanes.of(one.id) == before.of(one.id), "it keeps its lane");
                let overlapping = order.iter().filter(|other| {
                    other.id != one.id && other.hull().zip(one.hull()).is_some_and(|(a, b)| a.overlaps(b))
                });
                for other in overlapping {
                    assert_ne!(lanes.of(one.id), lanes.of(other.id), "they overlap");
                }
            }
        }
    });
}

#[test]
fn marked_text_reads_as_it_was_printed() {
    for_seeds(5_000, |_, chance| {
        let raw: String = (0..chance.below(14))
            .map(|_| *chance.pick(&['a', '1', '«', '»', '|', '\\', '😀', ':']))
            .collect();
        let text = Text::new(&raw).expect("it is short");
        let mut span = || {
            let mut position = || text.position(chance.below(text.length().get() + 1)).unwrap_or_default();
            Span::between(position(), position())
        };
        let mut passages = Vec::new();
        let tags = ["a", "b:c", "1", "12x", "«»", "\\", "", "law/treaty"];
        for tag in tags {
            let (one, two) = (span(), span());
            let target = Target::ranges(vec![one.min(two), one.max(two)])
                .or(Target::passage(one))
                .unwrap_or_else(Target::document);
            passages.push(Passage { tag: tag.to_owned(), target });
        }
        let selection = chance.one_in(2).then_some(passages[0].target.hull()).flatten();
        let marked = Marked::new(text, passages, selection);
        let printed = marked.to_string();
        let read = Marked::parse(&printed).unwrap_or_else(|flaw| panic!("{printed}: {flaw}"));
        assert_eq!(read, marked, "{printed}");
        assert_eq!(read.to_string(), printed);
    });
}
