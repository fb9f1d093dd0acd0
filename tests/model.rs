//! Commands by example, the patches that they become, segments, order, index.

mod support;

use glossator::history::Editor;
use glossator::marked::*;
use glossator::model::*;
use glossator::text::Span;
use std::collections::BTreeMap;
use support::{Chance, codebook, for_seeds, time};

const DOC: DocumentId = document_id(1);

/// Does a command; what is not granted is the answer.
fn run(project: &mut Project, command: Command) -> Result<Applied, EditError> {
    let plan = plan(project, command, time(1))?;
    let applied = apply(project, &plan.patch, Strictness::Whole, plan.stamping);
    Ok(applied.expect("what is planned fits"))
}

/// A target of the first document, in code points.
#[track_caller]
fn at(project: &Project, start: u32, end: u32) -> Target {
    let text = &project.document(DOC).expect("there is a first document").text;
    Target::passage(text.span(start, end).expect("within the text")).expect("not empty")
}

fn a(number: u32) -> AnnotationId {
    annotation_id(number)
}

fn t(number: u32) -> TagId {
    tag_id(number)
}

fn new_annotation(number: u32, target: Target, tag: TagId) -> NewAnnotation {
    NewAnnotation { id: a(number), document: DOC, target, tag, coder: CODER, at: time(1) }
}

fn new_tag(number: u32, name: &str, parent: Option<TagId>) -> NewTag {
    NewTag { id: t(number), name: name.to_owned(), parent, colour: None }
}

/// A command on one marked document, in a codebook of these tags.
#[track_caller]
fn check_in(tags: &[&str], before: &str, command: impl FnOnce(&Project) -> Command, after: &str) {
    let mut project = project(tags, &[before]);
    let command = command(&project);
    run(&mut project, command).unwrap_or_else(|error| panic!("{before}: {error}"));
    assert_eq!(show(&project, DOC), after);
}

#[track_caller]
fn check(before: &str, command: impl FnOnce(&Project) -> Command, after: &str) {
    check_in(&["claim", "actor"], before, command, after);
}

/// A command that is not granted; it changes nothing.
#[track_caller]
fn check_error(before: &str, command: impl FnOnce(&Project) -> Command, error: EditError) {
    let project = project(&["claim/demand", "actor", "law/claim"], &[before]);
    let command = command(&project);
    assert_eq!(plan(&project, command, time(1)).map(|plan| plan.patch), Err(error));
}

/// A command on a codebook, shown in one line.
#[track_caller]
fn check_codebook(tags: &[&str], command: Command, after: &str) {
    let mut project = project(tags, &[]);
    run(&mut project, command).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(codebook(&project), after);
}

mod annotating {
    use super::*;

    #[test]
    fn a_passage_gets_a_tag() {
        check(
            "The shelling of Ganja",
            |project| Command::Annotate(new_annotation(1, at(project, 16, 21), t(2))),
            "The shelling of «actor:Ganja»",
        );
    }

    #[test]
    fn passages_may_cross() {
        check(
            "«claim:a b c» d",
            |project| Command::Annotate(new_annotation(2, at(project, 2, 7), t(2))),
            "«1:claim:a «2:actor:b c»1 d»2",
        );
    }

    #[test]
    fn two_tags_on_one_passage_are_two_annotations() {
        check(
            "«claim:Ganja»",
            |project| Command::Annotate(new_annotation(2, at(project, 0, 5), t(2))),
            "«actor:«claim:Ganja»»",
        );
    }

    #[test]
    fn a_passage_may_have_several_ranges() {
        check(
            "one two three",
            |project| {
                let text = &project.document(DOC).expect("it is there").text;
                let span = |start, end| text.span(start, end).expect("within the text");
                let target = Target::ranges(vec![span(0, 3), span(8, 13)]).expect("sorted and disjoint");
                Command::Annotate(new_annotation(1, target, t(1)))
            },
            "«1:claim:one»1 two «1:claim:three»1",
        );
    }

    #[test]
    fn a_whole_document_gets_a_tag() {
        check("one", |_| Command::Annotate(new_annotation(1, Target::document(), t(1))), "«claim»one");
    }

    #[test]
    fn a_tag_is_made_on_the_way() {
        check(
            "The shelling of Ganja",
            |project| {
                let annotation = new_annotation(1, at(project, 16, 21), t(1));
                Command::AnnotateAsNew(new_tag(3, "city", Some(t(2))), annotation)
            },
            "The shelling of «actor/city:Ganja»",
        );
    }

    #[test]
    fn a_coder_who_was_not_there_is_noted() {
        let mut project = project(&["claim"], &["a"]);
        let coder = coder_id(7);
        let new = NewAnnotation { coder, ..new_annotation(1, at(&project, 0, 1), t(1)) };
        run(&mut project, Command::Annotate(new)).expect("granted");
        assert_eq!(project.coder(coder).map(|coder| coder.label.as_str()), Some(""));
    }

    #[test]
    fn another_coder_may_say_the_same() {
        let mut project = project(&[], &["«claim:a»"]);
        let new = NewAnnotation { coder: coder_id(7), ..new_annotation(2, at(&project, 0, 1), t(1)) };
        run(&mut project, Command::Annotate(new)).expect("granted");
        assert_eq!(show(&project, DOC), "«claim:«claim:a»»");
    }

    #[test]
    fn the_tag_s_revision_is_noted() {
        let mut project = project(&["claim"], &["a"]);
        run(&mut project, Command::EditTag(t(1), vec![TagField::Definition("x".to_owned())]))
            .expect("granted");
        let new = new_annotation(1, at(&project, 0, 1), t(1));
        run(&mut project, Command::Annotate(new)).expect("granted");
        assert_eq!(project.annotation(a(1)).map(|annotation| annotation.tag_revision), Some(2));
    }

    #[test]
    fn the_same_passage_tag_and_coder_are_refused() {
        check_error(
            "«claim:a»",
            |project| Command::Annotate(new_annotation(2, at(project, 0, 1), t(1))),
            EditError::AlreadyTagged(a(1)),
        );
    }

    #[test]
    fn the_same_tag_on_the_whole_document_is_refused() {
        check_error(
            "«claim»a",
            |_| Command::Annotate(new_annotation(2, Target::document(), t(1))),
            EditError::AlreadyTagged(a(1)),
        );
    }

    #[test]
    fn a_passage_outside_the_text_is_refused() {
        let longer = project(&[], &["long"]);
        let target = at(&longer, 0, 4);
        check_error("a", |_| Command::Annotate(new_annotation(1, target, t(1))), EditError::OutsideText);
    }

    #[test]
    fn what_it_needs_has_to_be_there() {
        check_error(
            "a",
            |project| Command::Annotate(new_annotation(1, at(project, 0, 1), t(99))),
            EditError::NoTag(t(99)),
        );
        let document = document_id(9);
        check_error(
            "a",
            |project| {
                Command::Annotate(NewAnnotation { document, ..new_annotation(1, at(project, 0, 1), t(1)) })
            },
            EditError::NoDocument(document),
        );
    }

    #[test]
    fn an_id_is_used_once() {
        check_error(
            "«claim:a» b",
            |project| Command::Annotate(new_annotation(1, at(project, 2, 3), t(1))),
            EditError::AlreadyThere,
        );
    }
}

mod targets {
    use super::*;

    #[track_caller]
    fn check(ranges: &[(u32, u32)], sound: bool) {
        let project = project(&[], &["0123456789"]);
        let text = &project.document(DOC).expect("it is there").text;
        let spans = ranges.iter().map(|(start, end)| text.span(*start, *end).expect("within the text"));
        assert_eq!(Target::ranges(spans.collect()).is_some(), sound);
    }

    #[test]
    fn ranges_are_sorted_disjoint_and_not_empty() {
        check(&[(0, 1)], true);
        check(&[(0, 1), (1, 2), (5, 6)], true);
        check(&[], false);
        check(&[(1, 1)], false);
        check(&[(0, 2), (1, 3)], false);
        check(&[(3, 4), (0, 1)], false);
    }
}

mod changing {
    use super::*;

    #[test]
    fn an_annotation_gets_another_tag() {
        check("«claim:a» b", |_| Command::Retag(a(1), t(2)), "«actor:a» b");
    }

    #[test]
    fn a_tag_is_made_for_it_on_the_way() {
        check("«claim:a»", |_| Command::RetagAsNew(new_tag(3, "city", None), a(1)), "«city:a»");
    }

    #[test]
    fn its_ends_are_moved() {
        check("a «claim:b» c", |project| Command::Resize(a(1), at(project, 0, 3)), "«claim:a b» c");
    }

    #[test]
    fn a_note_is_written() {
        let mut project = project(&[], &["«claim:a»"]);
        run(&mut project, Command::Note(a(1), "why".to_owned())).expect("granted");
        assert_eq!(project.annotation(a(1)).map(|annotation| annotation.note.as_str()), Some("why"));
    }

    #[test]
    fn a_certainty_is_said() {
        let mut project = project(&[], &["«claim:a»"]);
        run(&mut project, Command::SetCertainty(a(1), Some(Certainty::Low))).expect("granted");
        assert_eq!(
            project.annotation(a(1)).and_then(|annotation| annotation.certainty),
            Some(Certainty::Low)
        );
    }

    #[test]
    fn each_change_counts_and_says_when() {
        let mut project = project(&[], &["«claim:a»"]);
        run(&mut project, Command::Note(a(1), "why".to_owned())).expect("granted");
        let stamp = project.annotation(a(1)).map(|annotation| annotation.stamp);
        assert_eq!(stamp, Some(Stamp { modified: time(1), rev: 2, lamport: 2 }));
    }

    #[test]
    fn twins_that_an_import_brought_can_still_be_noted() {
        let mut project = project(&[], &["«claim:«claim:a»»"]);
        run(&mut project, Command::Note(a(1), "why".to_owned())).expect("granted");
        run(&mut project, Command::SetCertainty(a(2), Some(Certainty::High))).expect("granted");
    }

    #[test]
    fn nothing_becomes_what_is_there_already() {
        check_error("«claim:«actor:a»»", |_| Command::Retag(a(1), t(1)), EditError::AlreadyTagged(a(2)));
        check_error(
            "«claim:a» «claim:b»",
            |project| Command::Resize(a(1), at(project, 2, 3)),
            EditError::AlreadyTagged(a(2)),
        );
    }

    #[test]
    fn a_change_to_what_it_is_already_is_none() {
        check_error("«claim:a»", |_| Command::Retag(a(1), t(1)), EditError::NothingToDo);
        check_error("«claim:a»", |project| Command::Resize(a(1), at(project, 0, 1)), EditError::NothingToDo);
        check_error("«claim:a»", |_| Command::Note(a(1), String::new()), EditError::NothingToDo);
        check_error("«claim:a»", |_| Command::SetCertainty(a(1), None), EditError::NothingToDo);
    }

    #[test]
    fn what_is_gone_cannot_be_changed() {
        let gone = || EditError::NoAnnotation(a(9));
        check_error("a", |_| Command::Retag(a(9), t(1)), gone());
        check_error("a", |_| Command::RetagAsNew(new_tag(9, "x", None), a(9)), gone());
        check_error("a", |project| Command::Resize(a(9), at(project, 0, 1)), gone());
        check_error("a", |_| Command::Note(a(9), "x".to_owned()), gone());
        check_error("a", |_| Command::SetCertainty(a(9), None), gone());
        check_error("«claim:a»", |_| Command::DeleteAnnotations(vec![a(1), a(9)]), gone());
        check_error("«claim:a»", |_| Command::Retag(a(1), t(99)), EditError::NoTag(t(99)));
    }

    #[test]
    fn its_ends_stay_within_the_text() {
        let longer = project(&[], &["long"]);
        let target = at(&longer, 0, 4);
        check_error("«claim:a»", |_| Command::Resize(a(1), target), EditError::OutsideText);
    }
}

mod deleting {
    use super::*;

    #[test]
    fn annotations_go_together() {
        check(
            "«claim:a» «claim:b» «actor:c»",
            |_| Command::DeleteAnnotations(vec![a(3), a(1), a(1)]),
            "a «claim:b» c",
        );
    }

    #[test]
    fn nothing_is_deleted_by_an_empty_list() {
        check_error("«claim:a»", |_| Command::DeleteAnnotations(vec![]), EditError::NothingToDo);
    }

    #[test]
    fn a_tombstone_is_left_with_the_next_revision() {
        let mut project = project(&[], &["«claim:a»"]);
        run(&mut project, Command::DeleteAnnotations(vec![a(1)])).expect("granted");
        let stamp = Stamp { modified: time(1), rev: 2, lamport: 2 };
        assert_eq!(project.tombstones().get(&a(1).into()), Some(&Tombstone { id: a(1).into(), stamp }));
    }

    #[test]
    fn an_annotation_that_comes_back_takes_its_tombstone_away_and_counts_on() {
        let mut project = project(&[], &["«claim:a»"]);
        let applied = run(&mut project, Command::DeleteAnnotations(vec![a(1)])).expect("granted");
        let back = applied.patch.reversed();
        apply(&mut project, &back, Strictness::Whole, Stamping::Now(time(2))).expect("it fits");
        assert!(project.tombstones().is_empty());
        let stamp = project.annotation(a(1)).map(|annotation| annotation.stamp);
        assert_eq!(stamp, Some(Stamp { modified: time(2), rev: 3, lamport: 3 }));
    }

    #[test]
    fn a_tombstone_stays_where_its_annotation_cannot_come_back() {
        let mut project = project(&[], &["«claim:a»"]);
        let applied = run(&mut project, Command::DeleteAnnotations(vec![a(1)])).expect("granted");
        run(&mut project, Command::DeleteTag(t(1), Orphans::Delete)).expect("granted");
        let back = applied.patch.reversed();
        let applied =
            apply(&mut project, &back, Strictness::WhatFits, Stamping::Now(time(2))).expect("lenient");
        assert_eq!(applied.left, [Left { key: Key::Annotation(a(1)), field: None }]);
        assert!(project.tombstones().contains_key(&a(1).into()));
    }
}

mod tags {
    use super::*;

    #[test]
    fn a_new_tag_comes_last_under_its_parent() {
        let tags = ["claim/accusation", "actor"];
        check_codebook(
            &tags,
            Command::AddTag(new_tag(9, " demand ", Some(t(1)))),
            "claim(accusation demand) actor",
        );
        check_codebook(&tags, Command::AddTag(new_tag(9, "law", None)), "claim(accusation) actor law");
    }

    #[track_caller]
    fn check_new(tags: &[&str], new: NewTag, check: impl Fn(&Project, &Tag) -> bool) {
        let mut project = project(tags, &[]);
        let id = new.id;
        run(&mut project, Command::AddTag(new)).expect("granted");
        let tag = project.tag(id).expect("it was made");
        assert!(check(&project, tag), "{tag:?}");
    }

    #[test]
    fn a_new_tag_takes_the_colour_of_its_parent() {
        check_new(&["claim"], new_tag(9, "demand", Some(t(1))), |project, tag| {
            Some(tag.colour) == project.tag(t(1)).map(|parent| parent.colour)
        });
    }

    #[test]
    fn a_new_tag_at_the_top_takes_a_colour_that_no_other_has() {
        check_new(&["a", "b", "c"], new_tag(9, "d", None), |project, tag| {
            project.tags().values().filter(|other| other.colour == tag.colour).count() == 1
        });
    }

    #[test]
    fn a_new_tag_takes_the_first_free_key() {
        let mut project = project(&["a", "b"], &[]);
        run(&mut project, Command::EditTag(t(1), vec![TagField::Key(Some('1'))])).expect("granted");
        run(&mut project, Command::AddTag(new_tag(9, "c", None))).expect("granted");
        assert_eq!(project.tag(t(9)).and_then(|tag| tag.key), Some('2'));
    }

    #[test]
    fn the_eleventh_tag_has_no_key() {
        let mut project = project(&[], &[]);
        for number in 1..=11 {
            run(&mut project, Command::AddTag(new_tag(number, &format!("tag {number}"), None)))
                .expect("granted");
        }
        let keys: String = (1..=11).filter_map(|number| project.tag(t(number))?.key).collect();
        assert_eq!(keys, "1234567890");
    }

    #[test]
    fn a_tag_is_renamed() {
        check(
            "«claim:a»",
            |_| Command::EditTag(t(1), vec![TagField::Name(" Claim ".to_owned())]),
            "«Claim:a»",
        );
    }

    #[track_caller]
    fn check_field(field: TagField, changed: impl Fn(&Tag) -> bool, revision: u32) {
        let mut project = project(&["claim"], &[]);
        run(&mut project, Command::EditTag(t(1), vec![field])).expect("granted");
        let tag = project.tag(t(1)).expect("it is there");
        assert!(changed(tag), "{tag:?}");
        assert_eq!(tag.revision, revision);
    }

    #[test]
    fn a_change_of_meaning_is_a_new_revision() {
        let x = || "x".to_owned();
        check_field(TagField::Name(x()), |tag| tag.name == "x", 2);
        check_field(TagField::Definition(x()), |tag| tag.definition == "x", 2);
        check_field(TagField::UseWhen(x()), |tag| tag.use_when == "x", 2);
        check_field(TagField::NotWhen(x()), |tag| tag.not_when == "x", 2);
    }

    #[test]
    fn a_change_of_looks_is_none() {
        check_field(TagField::Colour(Colour::rgb(7)), |tag| tag.colour == Colour::rgb(7), 1);
        check_field(TagField::Style(LineStyle::Wavy), |tag| tag.style == LineStyle::Wavy, 1);
        check_field(TagField::Key(Some('5')), |tag| tag.key == Some('5'), 1);
        check_field(TagField::Examples(vec!["x".into()]), |tag| tag.examples == ["x".into()], 1);
    }

    #[test]
    fn a_key_is_taken_from_the_tag_that_had_it() {
        let mut project = project(&["a", "b"], &[]);
        run(&mut project, Command::EditTag(t(1), vec![TagField::Key(Some('1'))])).expect("granted");
        run(&mut project, Command::EditTag(t(2), vec![TagField::Key(Some('1'))])).expect("granted");
        let keys: Vec<_> = project.tags().values().map(|tag| tag.key).collect();
        assert_eq!(keys, [None, Some('1')]);
    }

    #[test]
    fn only_the_last_of_several_keys_is_taken() {
        let mut project = project(&["a", "b"], &[]);
        run(&mut project, Command::EditTag(t(1), vec![TagField::Key(Some('1'))])).expect("granted");
        let keys = vec![TagField::Key(Some('1')), TagField::Key(Some('2'))];
        run(&mut project, Command::EditTag(t(2), keys)).expect("granted");
        let keys: Vec<_> = project.tags().values().map(|tag| tag.key).collect();
        assert_eq!(keys, [Some('1'), Some('2')]);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let edit = |field| move |_: &Project| Command::EditTag(t(1), vec![field]);
        check_error("", edit(TagField::Name(" ".to_owned())), EditError::EmptyName);
        check_error("", edit(TagField::Name("ACTOR".to_owned())), EditError::NameTaken("ACTOR".to_owned()));
        check_error("", edit(TagField::Key(Some('x'))), EditError::NoSuchKey('x'));
        check_error("", edit(TagField::Name("claim".to_owned())), EditError::NothingToDo);
        check_error("", |_| Command::EditTag(t(99), vec![]), EditError::NoTag(t(99)));
        check_error("", |_| Command::AddTag(new_tag(1, "x", None)), EditError::AlreadyThere);
        check_error("", |_| Command::AddTag(new_tag(9, "", None)), EditError::EmptyName);
        check_error("", |_| Command::AddTag(new_tag(9, "x", Some(t(99)))), EditError::NoTag(t(99)));
        check_error(
            "",
            |_| Command::AddTag(new_tag(9, "Demand", Some(t(1)))),
            EditError::NameTaken("Demand".to_owned()),
        );
    }

    #[test]
    fn under_another_parent_a_name_is_free() {
        check_codebook(&["a/x", "b"], Command::AddTag(new_tag(9, "x", Some(t(3)))), "a(x) b(x)");
    }
}

mod moving_tags {
    use super::*;

    fn move_tag(id: u32, parent: Option<u32>, before: Option<u32>) -> Command {
        Command::MoveTag { id: t(id), parent: parent.map(t), before: before.map(t) }
    }

    #[test]
    fn a_tag_goes_before_a_sibling() {
        check_codebook(&["a", "b", "c"], move_tag(3, None, Some(2)), "a c b");
        check_codebook(&["a", "b", "c"], move_tag(3, None, Some(1)), "c a b");
        check_codebook(&["a", "b", "c"], move_tag(1, None, Some(3)), "b a c");
    }

    #[test]
    fn a_tag_goes_last() {
        check_codebook(&["a", "b", "c"], move_tag(1, None, None), "b c a");
    }

    #[test]
    fn a_tag_goes_under_another_with_what_is_under_it() {
        check_codebook(&["a/x", "b/y"], move_tag(1, Some(3), None), "b(y a(x))");
        check_codebook(&["a/x", "b/y"], move_tag(1, Some(3), Some(4)), "b(a(x) y)");
        check_codebook(&["a/x", "b"], move_tag(2, None, Some(3)), "a x b");
    }

    #[test]
    fn its_annotations_stay() {
        check("«claim:a»", |_| move_tag(1, Some(2), None), "«actor/claim:a»");
    }

    #[test]
    fn tags_in_one_place_make_room() {
        // Two coders have each made a second tag: both have one order key.
        let mut project = project(&["a", "b", "c", "d"], &[]);
        let same = |number: u32, project: &Project| {
            let old = project.tag(t(number)).cloned().expect("it is there");
            let order = project.tag(t(2)).expect("it is there").order.clone();
            Change::new(Some(Record::Tag(old.clone())), Some(Record::Tag(Tag { order, ..old })))
        };
        let changes = same(3, &project).into_iter().collect();
        apply(&mut project, &Patch { changes }, Strictness::Whole, Stamping::Given).expect("it fits");
        assert_eq!(codebook(&project), "a b c d");
        run(&mut project, move_tag(1, None, Some(3))).expect("granted");
        assert_eq!(codebook(&project), "b a c d");
    }

    #[test]
    fn a_tag_that_shares_its_name_with_a_sibling_can_still_be_moved() {
        let mut project = project(&["a", "b"], &[]);
        let incoming = Incoming { tags: vec![tag(9, "a", None)], ..Incoming::default() };
        run(&mut project, Command::TakeIn(Box::new(incoming))).expect("granted");
        run(&mut project, move_tag(9, None, Some(1))).expect("granted");
        assert_eq!(codebook(&project), "a a b");
    }

    #[test]
    fn what_cannot_be_is_refused() {
        check_error("", |_| move_tag(1, Some(1), None), EditError::UnderItself);
        check_error("", |_| move_tag(1, Some(2), None), EditError::UnderItself);
        check_error("", |_| move_tag(1, Some(4), None), EditError::NameTaken("claim".to_owned()));
        check_error("", |_| move_tag(99, None, None), EditError::NoTag(t(99)));
        check_error("", |_| move_tag(1, Some(99), None), EditError::NoTag(t(99)));
        check_error("", |_| move_tag(1, None, Some(99)), EditError::NoTag(t(99)));
    }

    #[test]
    fn a_tag_that_is_there_already_does_not_move() {
        check_error("", |_| move_tag(1, None, Some(3)), EditError::NothingToDo);
        check_error("", |_| move_tag(1, None, Some(1)), EditError::NothingToDo);
        check_error("", |_| move_tag(4, None, None), EditError::NothingToDo);
    }
}

mod deleting_tags {
    use super::*;

    #[test]
    fn its_annotations_go_with_it() {
        check("«claim:a «actor:b»»", |_| Command::DeleteTag(t(1), Orphans::Delete), "a «actor:b»");
    }

    #[test]
    fn the_tags_under_it_take_its_place() {
        check_codebook(&["a", "b/x", "b/y/z", "c"], Command::DeleteTag(t(2), Orphans::Delete), "a x y(z) c");
        check_codebook(&["a/b/x", "a/c"], Command::DeleteTag(t(2), Orphans::Delete), "a(x c)");
    }

    #[test]
    fn the_annotations_of_those_stay() {
        check_in(&[], "«a/x:1» «a:2»", |_| Command::DeleteTag(t(1), Orphans::Delete), "«x:1» 2");
    }

    #[test]
    fn a_tag_under_it_may_be_called_the_same() {
        check_codebook(&["a/a", "b"], Command::DeleteTag(t(1), Orphans::Delete), "a b");
    }

    #[test]
    fn undo_brings_everything_back() {
        let before = project(&["a/x", "a/y"], &["«a:1 «a/x:2»» «a:3»"]);
        let mut project = before.clone();
        let applied = run(&mut project, Command::DeleteTag(t(1), Orphans::Delete)).expect("granted");
        assert_eq!(show(&project, DOC), "1 «x:2» 3");
        let back = applied.patch.reversed();
        apply(&mut project, &back, Strictness::Whole, Stamping::Now(time(2))).expect("it fits");
        assert!(project.says_the_same(&before));
        assert_eq!(show(&project, DOC), "«a:1 «a/x:2»» «a:3»");
    }

    #[test]
    fn what_cannot_be_is_refused() {
        check_error(
            "",
            |_| Command::DeleteTag(t(4), Orphans::Delete),
            EditError::NameTaken("claim".to_owned()),
        );
        check_error("", |_| Command::DeleteTag(t(99), Orphans::Delete), EditError::NoTag(t(99)));
    }
}

mod documents {
    use super::*;

    fn titles(project: &Project) -> Vec<&str> {
        project.documents().iter().map(|document| document.title.as_str()).collect()
    }

    #[test]
    fn documents_are_added_at_the_end_in_their_order() {
        let mut project = project(&[], &["a"]);
        let new = vec![document(9, "x"), document(5, "y")];
        run(&mut project, Command::AddDocuments(new)).expect("granted");
        assert_eq!(titles(&project), ["Document 1", "Document 9", "Document 5"]);
    }

    #[test]
    fn metadata_is_changed_without_the_space_around_it() {
        let mut project = project(&[], &["a"]);
        let text = |text: &str| text.to_owned();
        let fields = vec![
            DocumentField::Title(text(" Appeal ")),
            DocumentField::Source(text(" APA ")),
            DocumentField::Author(text(" NGOs ")),
            DocumentField::Date(text(" 2020-10-04 ")),
            DocumentField::Language(text(" en ")),
        ];
        run(&mut project, Command::EditDocument(DOC, fields)).expect("granted");
        let Document { title, source, author, date, language, .. } =
            project.document(DOC).cloned().expect("it is there");
        assert_eq!([title, source, author, date, language], ["Appeal", "APA", "NGOs", "2020-10-04", "en"]);
    }

    #[test]
    fn a_document_goes_with_its_annotations_and_readings() {
        let mut project = project(&[], &["«claim:a»", "«claim:b»"]);
        let (coder, progress) = (CODER, Progress::Open);
        let reading = Command::MarkReading { coder, document: DOC, progress, at: time(1) };
        run(&mut project, reading).expect("granted");
        run(&mut project, Command::RemoveDocument(DOC)).expect("granted");
        assert_eq!(titles(&project), ["Document 2"]);
        assert_eq!(project.annotations().keys().collect::<Vec<_>>(), [a(2)]);
        assert!(project.readings().is_empty());
        assert!(project.tombstones().contains_key(&a(1).into()));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let twice = vec![document(5, "x"), document(5, "y")];
        let nameless = Document { title: " ".to_owned(), ..document(5, "x") };
        let gone = document_id(9);
        check_error("", |_| Command::AddDocuments(vec![document(1, "x")]), EditError::AlreadyThere);
        check_error("", |_| Command::AddDocuments(twice), EditError::AlreadyThere);
        check_error("", |_| Command::AddDocuments(vec![nameless]), EditError::EmptyName);
        check_error("", |_| Command::AddDocuments(vec![]), EditError::NothingToDo);
        check_error("", |_| Command::RemoveDocument(gone), EditError::NoDocument(gone));
        check_error("", |_| Command::EditDocument(gone, vec![]), EditError::NoDocument(gone));
        check_error("", |_| Command::EditDocument(DOC, vec![]), EditError::NothingToDo);
        check_error(
            "",
            |_| Command::EditDocument(DOC, vec![DocumentField::Title(String::new())]),
            EditError::EmptyName,
        );
    }
}

mod the_project {
    use super::*;

    #[test]
    fn it_is_renamed() {
        let mut project = project(&[], &[]);
        run(&mut project, Command::RenameProject(" Claims ".to_owned())).expect("granted");
        assert_eq!(project.head().title, "Claims");
        assert_eq!(run(&mut project, Command::RenameProject(" ".to_owned())), Err(EditError::EmptyName));
        assert_eq!(
            run(&mut project, Command::RenameProject("Claims".to_owned())),
            Err(EditError::NothingToDo)
        );
    }

    #[test]
    fn a_coder_gets_a_label() {
        let mut project = project(&[], &[]);
        run(&mut project, Command::LabelCoder(coder_id(5), " Aysel ".to_owned())).expect("granted");
        assert_eq!(project.coder(coder_id(5)).map(|coder| coder.label.as_str()), Some("Aysel"));
    }

    fn mark(project: &mut Project, progress: Progress, step: u32) -> Result<Reading, EditError> {
        let at = time(step);
        run(project, Command::MarkReading { coder: coder_id(5), document: DOC, progress, at })?;
        Ok(project.reading(coder_id(5), DOC).cloned().expect("it was marked"))
    }

    #[test]
    fn a_reading_keeps_when_it_was_opened_and_when_it_was_done_last() {
        let mut project = project(&[], &["a"]);
        let reading =
            |progress, done| Reading { coder: coder_id(5), document: DOC, progress, opened: time(1), done };
        assert_eq!(mark(&mut project, Progress::Open, 1), Ok(reading(Progress::Open, None)));
        assert_eq!(mark(&mut project, Progress::Open, 2), Err(EditError::NothingToDo));
        assert_eq!(mark(&mut project, Progress::Done, 3), Ok(reading(Progress::Done, Some(time(3)))));
        assert_eq!(mark(&mut project, Progress::Open, 4), Ok(reading(Progress::Open, Some(time(3)))));
    }

    #[test]
    fn a_document_that_is_gone_cannot_be_read() {
        let document = document_id(9);
        let command = Command::MarkReading { coder: CODER, document, progress: Progress::Open, at: time(1) };
        check_error("", |_| command, EditError::NoDocument(document));
    }

    #[test]
    fn another_takes_its_place_with_its_own_stamps() {
        let mut project = project(&["x"], &["«claim:a»", "b"]);
        let mut other = glossator::marked::project(&[], &["«claim:a»"]);
        run(&mut other, Command::Note(a(1), "why".to_owned())).expect("granted");
        run(&mut project, Command::ReplaceProject(Box::new(other.clone()))).expect("granted");
        assert_eq!(project.records(), other.records());
        assert_eq!(run(&mut project, Command::ReplaceProject(Box::new(other))), Err(EditError::NothingToDo));
    }

    #[test]
    fn another_with_older_stamps_takes_its_place_just_so() {
        let other = project(&[], &["«claim:a» «actor:b»"]);
        let mut project = other.clone();
        run(&mut project, Command::Note(a(1), "x".to_owned())).expect("granted");
        run(&mut project, Command::Note(a(1), String::new())).expect("granted");
        run(&mut project, Command::ReplaceProject(Box::new(other.clone()))).expect("granted");
        assert_eq!(project.records(), other.records());
    }

    #[test]
    fn another_may_have_another_text_by_the_same_id() {
        let mut project = project(&[], &["«claim:a»\n\nbc"]);
        let other = glossator::marked::project(&[], &["«claim:x»yz\n\n«claim:b»"]);
        let mut index = Index::new(&project);
        let applied = run(&mut project, Command::ReplaceProject(Box::new(other))).expect("granted");
        assert_eq!(show(&project, DOC), "«claim:x»yz\n\n«claim:b»");
        index.follow(&project, &applied);
        assert_eq!(index, Index::new(&project));
    }

    #[test]
    fn another_text_is_left_where_a_foreign_passage_would_lie_outside_it() {
        let mut project = project(&["claim"], &["a"]);
        let other = glossator::marked::project(&["claim"], &["long"]);
        let applied = run(&mut project, Command::ReplaceProject(Box::new(other))).expect("granted");
        let new = new_annotation(1, at(&project, 0, 4), t(1));
        run(&mut project, Command::Annotate(new)).expect("granted");
        let back = applied.patch.reversed();
        let applied = apply(&mut project, &back, Strictness::WhatFits, Stamping::Given).expect("lenient");
        assert_eq!(applied.left, [Left { key: Key::Document(DOC), field: None }]);
        assert_eq!(show(&project, DOC), "«claim:long»");
    }
}

mod taking_in {
    use super::*;

    /// Two copies of «claim:a»; `change` is done to the second, which the first takes in.
    #[track_caller]
    fn check(change: &[Command], incoming: impl FnOnce(&mut Incoming), expected: &str) {
        let mut project = project(&[], &["«claim:a» b"]);
        let mut other = project.clone();
        for command in change {
            run(&mut other, command.clone()).expect("granted");
        }
        let mut all = support::incoming(&other);
        incoming(&mut all);
        run(&mut project, Command::TakeIn(Box::new(all))).expect("granted");
        assert_eq!(show(&project, DOC), expected);
    }

    fn resize() -> Command {
        Command::Resize(a(1), at(&project(&[], &["a b"]), 0, 3))
    }

    #[test]
    fn a_new_annotation_comes_with_its_tag_and_coder() {
        let target = at(&project(&[], &["a b"]), 2, 3);
        let new = NewAnnotation { coder: coder_id(5), ..new_annotation(2, target, t(9)) };
        let commands = [Command::AddTag(new_tag(9, "actor", None)), Command::Annotate(new)];
        check(&commands, |_| {}, "«claim:a» «actor:b»");
    }

    #[test]
    fn a_later_state_wins() {
        check(&[resize()], |_| {}, "«claim:a b»");
    }

    #[test]
    fn an_earlier_state_does_not() {
        let mut project = project(&[], &["«claim:a» b"]);
        let earlier = support::incoming(&project);
        run(&mut project, resize()).expect("granted");
        assert_eq!(run(&mut project, Command::TakeIn(Box::new(earlier))), Err(EditError::NothingToDo));
    }

    #[test]
    fn a_deletion_is_taken_in() {
        check(&[Command::DeleteAnnotations(vec![a(1)])], |_| {}, "a b");
    }

    #[test]
    fn a_deletion_of_what_never_came_keeps_it_away() {
        let mut project = project(&["claim"], &["a b"]);
        let mut other = glossator::marked::project(&[], &["«claim:a» b"]);
        let before = support::incoming(&other);
        run(&mut other, Command::DeleteAnnotations(vec![a(1)])).expect("granted");
        let after = support::incoming(&other);
        run(&mut project, Command::TakeIn(Box::new(after))).expect("granted");
        assert_eq!(run(&mut project, Command::TakeIn(Box::new(before))), Err(EditError::NothingToDo));
        assert_eq!(show(&project, DOC), "a b");
    }

    /// Both commands are done at one moment to copies of one project, and taken in in either order.
    #[track_caller]
    fn check_tie(one: Command, other: Command, expected: &str) {
        let start = project(&["law"], &["«claim:a» b"]);
        let [one, other] = [one, other].map(|command| {
            let mut copy = start.clone();
            run(&mut copy, command).expect("granted");
            support::incoming(&copy)
        });
        for order in [[&one, &other], [&other, &one]] {
            let mut project = start.clone();
            for incoming in order {
                let _ = run(&mut project, Command::TakeIn(Box::new(incoming.clone())));
            }
            assert_eq!(show(&project, DOC), expected);
        }
    }

    #[test]
    fn of_two_states_of_one_moment_the_same_wins_in_either_order() {
        let delete = || Command::DeleteAnnotations(vec![a(1)]);
        check_tie(delete(), resize(), "a b");
        check_tie(resize(), Command::Retag(a(1), t(1)), "«claim:a b»");
    }

    #[test]
    fn the_latest_of_two_states_in_one_file_wins() {
        let earlier = project(&[], &["«claim:a» b"]).annotation(a(1)).cloned().expect("it is there");
        check(&[resize()], |incoming| incoming.annotations.push(earlier), "«claim:a b»");
    }

    #[test]
    fn a_tag_that_is_there_stays_as_it_is() {
        let mut project = project(&["claim"], &[]);
        let theirs = Tag { definition: "theirs".to_owned(), ..tag(1, "CLAIM", None) };
        let incoming = Incoming { tags: vec![theirs, tag(2, "actor", None)], ..Incoming::default() };
        run(&mut project, Command::TakeIn(Box::new(incoming))).expect("granted");
        assert_eq!(codebook(&project), "claim actor");
    }

    #[test]
    fn a_new_tag_gives_up_a_key_that_is_taken() {
        let mut project = project(&["claim"], &[]);
        run(&mut project, Command::EditTag(t(1), vec![TagField::Key(Some('1'))])).expect("granted");
        let keyed = |number, key| Tag { key: Some(key), ..tag(number, &format!("tag {number}"), None) };
        let tags = vec![keyed(2, '1'), keyed(3, '2'), keyed(4, '2')];
        let incoming = Incoming { tags, ..Incoming::default() };
        run(&mut project, Command::TakeIn(Box::new(incoming))).expect("granted");
        let keys: Vec<_> = project.tags().values().map(|tag| tag.key).collect();
        assert_eq!(keys, [Some('1'), None, Some('2'), None]);
    }

    #[test]
    fn a_coder_takes_a_label_if_there_is_none() {
        let coder = |number, label: &str| Coder {
            id: coder_id(number),
            label: label.to_owned(),
            extra: Extra::default(),
        };
        let mut project = project(&[], &[]);
        run(&mut project, Command::LabelCoder(coder_id(5), String::new())).expect("granted");
        let coders = vec![coder(1, "theirs"), coder(5, "Aysel"), coder(6, "Rauf")];
        let incoming = Incoming { coders, ..Incoming::default() };
        run(&mut project, Command::TakeIn(Box::new(incoming))).expect("granted");
        let labels: Vec<_> = project.coders().values().map(|coder| coder.label.as_str()).collect();
        assert_eq!(labels, ["Coder", "Aysel", "Rauf"]);
    }

    #[test]
    fn the_further_reading_wins_with_the_times_of_both() {
        let mut project = project(&[], &["a"]);
        let reading = |progress, opened, done: Option<u32>| Reading {
            coder: CODER,
            document: DOC,
            progress,
            opened: time(opened),
            done: done.map(time),
        };
        let open =
            Command::MarkReading { coder: CODER, document: DOC, progress: Progress::Open, at: time(5) };
        run(&mut project, open).expect("granted");
        let readings = vec![reading(Progress::Done, 7, Some(8)), reading(Progress::Open, 2, Some(9))];
        let incoming = Incoming { readings, ..Incoming::default() };
        run(&mut project, Command::TakeIn(Box::new(incoming))).expect("granted");
        assert_eq!(project.reading(CODER, DOC), Some(&reading(Progress::Done, 2, Some(9))));
    }

    #[test]
    fn what_refers_to_nothing_does_not_fit() {
        let mut project = project(&[], &["«claim:a»"]);
        let before = project.clone();
        let lost = annotation(5, DOC, Target::document(), t(99));
        let fine = annotation(6, DOC, Target::document(), t(1));
        let incoming = Incoming { annotations: vec![fine, lost], ..Incoming::default() };
        let plan = plan(&project, Command::TakeIn(Box::new(incoming)), time(1)).expect("planned");
        let left = apply(&mut project, &plan.patch, Strictness::Whole, plan.stamping);
        assert_eq!(left, Err(vec![Left { key: Key::Annotation(a(5)), field: None }]));
        assert_eq!(project, before);
    }
}

mod applying {
    use super::*;

    fn note(project: &Project, note: &str) -> Change {
        let before = project.annotation(a(1)).cloned().expect("it is there");
        let after = Annotation { note: note.to_owned(), ..before.clone() };
        Change::new(Some(Record::Annotation(before.into())), Some(Record::Annotation(after.into())))
            .expect("they differ")
    }

    /// What is left of a patch, leniently; with `Whole` nothing is changed by it.
    #[track_caller]
    fn check_left(project: &Project, changes: Vec<Change>, left: &[Left]) -> Project {
        let patch = Patch { changes };
        let mut strict = project.clone();
        let refused = apply(&mut strict, &patch, Strictness::Whole, Stamping::Now(time(2)));
        assert_eq!(refused, Err(left.to_vec()));
        assert_eq!(strict, *project);
        let mut lenient = project.clone();
        let applied = apply(&mut lenient, &patch, Strictness::WhatFits, Stamping::Now(time(2)));
        assert_eq!(applied.expect("lenient").left, left);
        support::assert_sound(&lenient);
        lenient
    }

    #[test]
    fn a_field_that_somebody_else_wrote_is_left_and_named() {
        let mut project = project(&["actor"], &["«claim:a»"]);
        let before = project.annotation(a(1)).cloned().expect("it is there");
        let after = Annotation { note: "mine".to_owned(), tag: t(1), ..before.clone() };
        let change =
            Change::new(Some(Record::Annotation(before.into())), Some(Record::Annotation(after.into())));
        run(&mut project, Command::Note(a(1), "theirs".to_owned())).expect("granted");
        let left = Left { key: Key::Annotation(a(1)), field: Some("note") };
        let project = check_left(&project, change.into_iter().collect(), &[left]);
        let annotation = project.annotation(a(1)).expect("it is there");
        assert_eq!((annotation.note.as_str(), annotation.tag), ("theirs", t(1)));
    }

    #[test]
    fn a_record_that_somebody_else_changed_is_not_removed() {
        let mut project = project(&[], &["«claim:a»"]);
        let before = project.annotation(a(1)).cloned().expect("it is there");
        run(&mut project, Command::Note(a(1), "theirs".to_owned())).expect("granted");
        let left = Left { key: Key::Annotation(a(1)), field: None };
        check_left(&project, vec![Change::remove(Record::Annotation(before.into()))], &[left]);
    }

    #[test]
    fn a_record_that_is_gone_is_not_changed() {
        let mut project = project(&[], &["«claim:a»"]);
        let change = note(&project, "x");
        run(&mut project, Command::DeleteAnnotations(vec![a(1)])).expect("granted");
        check_left(&project, vec![change], &[Left { key: Key::Annotation(a(1)), field: None }]);
    }

    #[test]
    fn a_record_that_is_there_is_not_put_there() {
        let project = project(&["a"], &[]);
        let other = Record::Tag(tag(1, "b", None));
        check_left(&project, vec![Change::insert(other)], &[Left { key: Key::Tag(t(1)), field: None }]);
    }

    #[test]
    fn what_is_needed_is_not_removed() {
        let project = project(&["b/c"], &["«a:x»"]);
        let remove = |key: Key| Change::remove(project.get(key).expect("it is there"));
        for key in [Key::Document(DOC), Key::Tag(t(1)), Key::Tag(t(3)), Key::Coder(CODER)] {
            check_left(&project, vec![remove(key)], &[Left { key, field: None }]);
        }
    }

    #[test]
    fn what_has_no_footing_is_not_put_there() {
        let project = project(&["a"], &["x"]);
        let under = |number: u32, parent| Change::insert(Record::Tag(tag(number, "x", Some(t(parent)))));
        let on = |document, tag| Record::Annotation(annotation(5, document, Target::document(), tag).into());
        let left = |key| Left { key, field: None };
        check_left(&project, vec![under(5, 9)], &[left(Key::Tag(t(5)))]);
        check_left(&project, vec![under(5, 6), under(6, 5)], &[left(Key::Tag(t(5))), left(Key::Tag(t(6)))]);
        check_left(&project, vec![under(5, 9), under(6, 5)], &[left(Key::Tag(t(5))), left(Key::Tag(t(6)))]);
        check_left(&project, vec![Change::insert(on(DOC, t(9)))], &[left(Key::Annotation(a(5)))]);
        check_left(&project, vec![Change::insert(on(document_id(9), t(1)))], &[left(Key::Annotation(a(5)))]);
    }

    #[test]
    fn a_patch_may_bring_what_it_refers_to() {
        let mut project = project(&[], &["x"]);
        let changes = vec![
            Change::insert(Record::Annotation(annotation(5, DOC, Target::document(), t(5)).into())),
            Change::insert(Record::Tag(tag(5, "x", Some(t(6))))),
            Change::insert(Record::Tag(tag(6, "y", None))),
        ];
        apply(&mut project, &Patch { changes }, Strictness::Whole, Stamping::Now(time(2))).expect("it fits");
        assert_eq!(show(&project, DOC), "«y/x»x");
    }

    #[test]
    fn what_is_already_so_is_neither_written_nor_left() {
        let mut project = project(&[], &["«claim:a»"]);
        let before = project.clone();
        let removed = Change::remove(Record::Tag(tag(9, "x", None)));
        let there = Change::insert(project.get(Key::Annotation(a(1))).expect("it is there"));
        let patch = Patch { changes: vec![removed, there] };
        let applied = apply(&mut project, &patch, Strictness::Whole, Stamping::Now(time(2)));
        assert_eq!(applied, Ok(Applied::default()));
        assert_eq!(project, before);
    }

    #[test]
    fn undoing_what_somebody_else_undid_changes_no_stamp() {
        let mut project = project(&[], &["«claim:a»"]);
        let applied = run(&mut project, Command::Note(a(1), "x".to_owned())).expect("granted");
        run(&mut project, Command::Note(a(1), String::new())).expect("granted");
        let before = project.clone();
        let back = applied.patch.reversed();
        apply(&mut project, &back, Strictness::WhatFits, Stamping::Now(time(3))).expect("lenient");
        assert_eq!(project, before);
    }

    #[test]
    fn a_change_of_one_record_into_another_is_none() {
        let tag_at = |number| Some(Record::Tag(tag(number, "x", None)));
        assert_eq!(Change::new(tag_at(1), tag_at(2)), None);
        assert_eq!(Change::new(tag_at(1), tag_at(1)), None);
        assert_eq!(Change::new(None, None), None);
    }

    #[test]
    fn the_patch_from_one_project_to_another_leads_there() {
        for_seeds(500, |_, chance| {
            let mut walk = || {
                let mut editor = Editor::new(support::start());
                for step in 0..8 {
                    let command = support::random_command(chance, editor.project(), time(step));
                    drop(editor.run(command, time(step)));
                }
                editor.project().clone()
            };
            let (mut one, other) = (walk(), walk());
            let patch = Patch::from_to(&one, &other);
            apply(&mut one, &patch, Strictness::Whole, Stamping::Given).expect("it fits");
            assert_eq!(one.records(), other.records());
        });
    }
}

mod cutting_into_segments {
    use super::*;

    /// The segments of the text, each with the tags and lanes that cover it.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let project = project(&[], &[text]);
        let text = &project.document(DOC).expect("it is there").text;
        check_block(&project, text.all(), expected);
    }

    #[track_caller]
    fn check_block(project: &Project, block: Span, expected: &[&str]) {
        let text = &project.document(DOC).expect("it is there").text;
        let lanes = Lanes::new(Index::new(project).placed(DOC));
        let show = |segment: Segment| {
            let covers = segment.covers.iter().map(|(id, lane)| {
                let tag = project.annotation(*id).and_then(|annotation| project.tag(annotation.tag));
                format!(" {}{lane}", tag.expect("it is there").name)
            });
            format!("{}:{}", text.slice(segment.span), covers.collect::<String>())
        };
        let found: Vec<_> =
            segments(block, project.annotations().values(), &lanes).into_iter().map(show).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_block_without_marks_is_one_segment() {
        check("abc", &["abc:"]);
    }

    #[test]
    fn an_empty_block_has_none() {
        check("", &[]);
    }

    #[test]
    fn the_longer_of_two_that_nest_lies_lower() {
        check("«a:x«b:y»z»", &["x: a0", "y: a0 b1", "z: a0"]);
        check("«a:«b:x»y»", &["x: a0 b1", "y: a0"]);
    }

    #[test]
    fn those_that_coincide_are_stacked() {
        check("«a:«b:«c:x»»»", &["x: a0 b1 c2"]);
    }

    #[test]
    fn the_earlier_of_two_that_cross_lies_lower() {
        check("«1:a:x«2:b:y»1z»2", &["x: a0", "y: a0 b1", "z: b1"]);
    }

    #[test]
    fn those_that_touch_share_a_lane() {
        check("«a:x»«b:y»", &["x: a0", "y: b0"]);
    }

    #[test]
    fn a_lane_that_became_free_is_used_again() {
        check("«1:a:x«2:b:y»1z«3:c:u»2v»3", &["x: a0", "y: a0 b1", "z: b1", "u: c0 b1", "v: c0"]);
    }

    #[test]
    fn ranges_of_one_passage_have_one_lane() {
        check("«1:a:x»1«b:y»«1:a:z»1", &["x: a0", "y: b1", "z: a0"]);
    }

    #[test]
    fn a_whole_document_covers_no_segment() {
        check("«a»x", &["x:"]);
    }

    #[test]
    fn only_what_lies_on_the_block_counts() {
        let project = project(&[], &["«a:x» «b:y»"]);
        let text = project.document(DOC).expect("it is there").text.clone();
        check_block(&project, text.span(1, 2).expect("within the text"), &[" :"]);
    }

    #[test]
    fn a_passage_that_reaches_over_a_block_keeps_its_lane_there() {
        let project = project(&[], &["«1:a:x»1 «b:y» «1:a:z»1"]);
        let text = project.document(DOC).expect("it is there").text.clone();
        check_block(&project, text.span(2, 3).expect("within the text"), &["y: b1"]);
    }
}

mod the_order {
    use super::*;

    #[test]
    fn random_places_among_many_keep_their_order() {
        for_seeds(100, |_, chance: &mut Chance| {
            let mut keys: Vec<Order> = Vec::new();
            for _ in 0..200 {
                let place = chance.below(keys.len() as u32 + 1) as usize;
                let low = place.checked_sub(1).map(|at| &keys[at]);
                let key = Order::between(low, keys.get(place));
                assert_eq!(Order::parse(key.as_str()).as_ref(), Some(&key));
                keys.insert(place, key);
            }
            assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{keys:?}");
        });
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "0", "10", "a", "1.5", "-1", "١", " 1"] {
            assert_eq!(Order::parse(text), None, "{text}");
        }
    }

    #[test]
    fn between_two_that_are_not_in_order_it_lies_after_the_first() {
        let order = |text| Order::parse(text).expect("it is a key");
        assert!(Order::between(Some(&order("5")), Some(&order("5"))) > order("5"));
        assert!(Order::between(Some(&order("5")), Some(&order("4"))) > order("5"));
    }
}

mod the_index {
    use super::*;

    /// The blocks that an annotation of this marked text is found on.
    #[track_caller]
    fn check(text: &str, blocks: &[usize]) {
        let project = project(&[], &[text]);
        let index = Index::new(&project);
        let layout = index.layout(DOC).expect("it is there");
        let found: Vec<_> =
            (0..layout.blocks.len()).filter(|block| layout.on_block(*block).any(|id| id == a(1))).collect();
        assert_eq!(found, blocks);
        assert_eq!(index.placed(DOC).iter().map(|placed| placed.id).collect::<Vec<_>>(), [a(1)]);
        assert_eq!(index.count(DOC), 1);
    }

    #[test]
    fn a_passage_lies_on_every_block_that_it_touches() {
        check("a\n\n«x:b»\n\nc", &[1]);
        check("a\n\n«x:b\n\nc»\n\nd", &[1, 2]);
        check("«1:x:a»1\n\nb\n\n«1:x:c»1", &[0, 2]);
    }

    #[test]
    fn a_passage_between_blocks_lies_on_none() {
        check("a\n«x:\n»b", &[]);
    }

    #[test]
    fn a_whole_document_lies_on_no_block() {
        check("«x»a\n\nb", &[]);
    }

    #[test]
    fn what_is_not_there_has_no_layout() {
        let index = Index::new(&project(&[], &[]));
        assert!(index.layout(DOC).is_none());
        assert_eq!((index.count(DOC), index.placed(DOC).len()), (0, 0));
    }
}

mod the_codebook {
    use super::*;

    #[test]
    fn a_tag_s_path_leads_from_the_top_to_it() {
        let project = project(&["law/treaty/article"], &[]);
        assert_eq!(path(&project, t(3)), ["law", "treaty", "article"]);
        assert_eq!(path(&project, t(9)), [""; 0]);
    }

    #[test]
    fn tags_are_listed_with_their_depth() {
        let project = project(&["a/x/y", "a/z", "b"], &[]);
        let listed: Vec<_> =
            depth_first(&project).into_iter().map(|(depth, tag)| (depth, tag.name.as_str())).collect();
        assert_eq!(listed, [(0, "a"), (1, "x"), (2, "y"), (1, "z"), (0, "b")]);
    }

    #[test]
    fn the_starter_s_codebook_and_text_are_what_the_page_opens_with() {
        let project = starter(PROJECT);
        assert_eq!(
            codebook(&project),
            "claim(accusation demand) actor legal reference(treaty UN resolution)"
        );
        let appeal = &project.document(APPEAL).expect("the appeal is built in").text;
        assert_eq!(appeal.length().get(), 2_468);
        assert!(appeal.as_str().contains("Amenia"), "a source's spelling is never corrected");
        support::assert_sound(&project);
    }

    #[test]
    fn the_starter_s_examples_stand_in_its_text() {
        let project = starter(PROJECT);
        let appeal = &project.document(APPEAL).expect("the appeal is built in").text;
        for tag in project.tags().values() {
            assert!(!tag.definition.is_empty() && !tag.use_when.is_empty() && !tag.not_when.is_empty());
            assert!(!tag.examples.is_empty(), "{} has no example", tag.name);
            for example in &tag.examples {
                assert!(appeal.as_str().contains(&example.text), "{}", example.text);
            }
        }
    }
}

mod colours_and_acts {
    use super::*;

    #[test]
    fn a_colour_reads_as_it_is_written_and_nothing_else_is_one() {
        let colour = Colour::rgb(0x0b_6f_b3);
        assert_eq!(colour.to_string(), "#0b6fb3");
        assert_eq!(Colour::parse("#0B6FB3"), Some(colour));
        for text in ["", "0b6fb3", "#0b6fb", "#0b6fb33", "#+b6fb3", "#0b6fbé", "red;x:y"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }

    #[test]
    fn every_act_reads_as_it_is_written() {
        let names: BTreeMap<_, _> = Act::ALL.iter().map(|(act, name)| (*name, *act)).collect();
        assert_eq!(names.len(), Act::ALL.len());
        for (name, act) in names {
            assert_eq!((act.name(), Act::parse(name)), (name, Some(act)));
        }
        assert_eq!(Act::parse("nothing"), None);
    }

    #[test]
    fn an_id_reads_as_it_is_written() {
        let id = tag_id(1);
        assert_eq!(id.to_string(), "00000000-0000-4000-8000-000000000001");
        assert_eq!(TagId::parse(&id.to_string()), Some(id));
        for text in ["", "00000000000040008000000000000001", "{00000000-0000-4000-8000-000000000001}"] {
            assert_eq!(TagId::parse(text), None, "{text}");
        }
    }
}

mod at_scale {
    use super::*;

    #[test]
    fn an_edit_among_many_annotations_looks_at_few() {
        // Edits that each looked at all annotations would take a minute together,
        // on a fast machine; these take less than a second.
        let started = std::time::Instant::now();
        let text = "x".repeat(60_000);
        let mut project = project(&["a", "b"], &[&text]);
        let document = project.document(DOC).expect("it is there").text.clone();
        let target = |at: u32| {
            Target::passage(document.span(at, at + 2).expect("within the text")).expect("not empty")
        };
        let changes = (0..50_000).map(|number| {
            let tag = t(1);
            Change::insert(Record::Annotation(annotation(number, DOC, target(number), tag).into()))
        });
        let patch = Patch { changes: changes.collect() };
        apply(&mut project, &patch, Strictness::Whole, Stamping::Now(time(1))).expect("it fits");
        for number in 0..50_000 {
            run(&mut project, Command::Retag(a(number), t(2))).expect("granted");
        }
        assert!(project.annotations().values().all(|annotation| annotation.tag == t(2)));
        assert!(started.elapsed().as_secs() < 20, "it took {:?}", started.elapsed());
    }
}
