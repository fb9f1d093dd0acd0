//! Undo and redo, also in the presence of what others wrote.

mod support;

use glossator::history::{Editor, Kind, Outcome};
use glossator::marked::*;
use glossator::model::*;
use support::{codebook, time};

const DOC: DocumentId = document_id(1);

fn editor(text: &str) -> Editor {
    Editor::new(project(&["claim", "actor"], &[text]))
}

fn a(number: u32) -> AnnotationId {
    annotation_id(number)
}

#[track_caller]
fn run(editor: &mut Editor, command: Command) -> Outcome {
    editor.run(command, time(1)).unwrap_or_else(|error| panic!("{error}"))
}

fn note(number: u32, note: &str) -> Command {
    Command::Note(a(number), note.to_owned())
}

fn retag(number: u32, tag: u32) -> Command {
    Command::Retag(a(number), tag_id(tag))
}

fn the_note(editor: &Editor) -> &str {
    &editor.project().annotation(a(1)).expect("it is there").note
}

fn open(coder: CoderId, document: DocumentId) -> Command {
    Command::MarkReading { coder, document, progress: Progress::Open, at: time(1) }
}

/// Another tab does something and this one hears of it.
fn another_tab_does(editor: &mut Editor, command: Command) {
    let mut tab = Editor::new(editor.project().clone());
    let outcome = run(&mut tab, command);
    assert_eq!(editor.replay(outcome.step, Kind::Quiet), []);
}

#[test]
fn undo_takes_the_last_step_back_and_redo_does_it_again() {
    let mut editor = editor("«claim:x»");
    run(&mut editor, retag(1, 2));
    editor.undo(time(2));
    assert_eq!(show(editor.project(), DOC), "«claim:x»");
    editor.redo(time(3));
    assert_eq!(show(editor.project(), DOC), "«actor:x»");
}

#[test]
fn with_nothing_to_undo_or_redo_nothing_happens() {
    let mut editor = editor("x");
    let before = editor.project().clone();
    assert!(editor.undo(time(1)).is_none() && editor.redo(time(1)).is_none());
    assert_eq!(*editor.project(), before);
}

#[test]
fn a_new_step_forgets_what_could_be_redone() {
    let mut editor = editor("«claim:x»");
    run(&mut editor, note(1, "a"));
    editor.undo(time(2));
    run(&mut editor, note(1, "b"));
    assert!(editor.redo(time(3)).is_none());
    assert_eq!(the_note(&editor), "b");
}

#[test]
fn a_wish_that_is_not_granted_forgets_nothing() {
    let mut editor = editor("«claim:x»");
    run(&mut editor, note(1, "a"));
    editor.undo(time(2));
    editor.run(note(9, "b"), time(3)).expect_err("there is no such annotation");
    assert_eq!((editor.done().len(), editor.undone().len()), (0, 1));
}

#[test]
fn each_step_keeps_what_it_was_called() {
    let mut editor = editor("«claim:x»");
    let kinds = [
        run(&mut editor, retag(1, 2)),
        editor.undo(time(2)).expect("undone"),
        editor.redo(time(3)).expect("redone"),
    ]
    .map(|outcome| (outcome.step.act, outcome.kind));
    assert_eq!(kinds, [(Act::Retag, Kind::Done), (Act::Retag, Kind::Undone), (Act::Retag, Kind::Redone)]);
}

#[test]
fn undo_can_go_back_and_forth_for_ever() {
    let mut editor = editor("«claim:x»");
    run(&mut editor, Command::DeleteTag(tag_id(1), Orphans::Delete));
    for step in 0..100 {
        assert_eq!(editor.undo(time(step)).expect("undone").applied.left, []);
        assert_eq!(show(editor.project(), DOC), "«claim:x»");
        assert_eq!(editor.redo(time(step)).expect("redone").applied.left, []);
        assert_eq!(show(editor.project(), DOC), "x");
    }
}

#[test]
fn a_quiet_step_is_none_of_the_person_s() {
    let mut editor = editor("x");
    let outcome = editor.note(open(CODER, DOC), time(1)).expect("granted");
    assert_eq!(outcome.kind, Kind::Quiet);
    assert!(editor.undo(time(2)).is_none());
    assert!(editor.project().reading(CODER, DOC).is_some());
}

#[test]
fn a_quiet_step_leaves_what_can_be_redone() {
    let mut editor = editor("«claim:x»");
    run(&mut editor, note(1, "a"));
    editor.undo(time(2));
    editor.note(open(CODER, DOC), time(3)).expect("granted");
    editor.redo(time(4)).expect("it can be redone");
    assert_eq!(the_note(&editor), "a");
}

#[test]
fn adding_a_document_can_be_undone_after_it_was_shown() {
    let mut editor = editor("x");
    let new = document_id(5);
    run(&mut editor, Command::AddDocuments(vec![document(5, "new")]));
    editor.note(open(coder_id(7), new), time(2)).expect("granted");
    let outcome = editor.undo(time(3)).expect("undone");
    assert_eq!(outcome.applied.left, []);
    assert!(editor.project().document(new).is_none() && editor.project().readings().is_empty());
    editor.redo(time(4));
    assert!(editor.project().reading(coder_id(7), new).is_some(), "the reading comes back with it");
}

#[test]
fn a_coder_who_has_read_something_meanwhile_stays() {
    let mut editor = editor("x");
    let coder = coder_id(7);
    let target = Target::document();
    let new = NewAnnotation { id: a(5), document: DOC, target, tag: tag_id(1), coder, at: time(1) };
    run(&mut editor, Command::Annotate(new));
    editor.note(open(coder, DOC), time(2)).expect("granted");
    let left = editor.undo(time(3)).expect("undone").applied.left;
    assert_eq!(left, [Left { key: Key::Coder(coder), field: None }]);
    assert_eq!(show(editor.project(), DOC), "x");
}

#[test]
fn undo_leaves_and_names_a_field_that_another_tab_wrote() {
    let mut editor = editor("«claim:x»");
    run(&mut editor, note(1, "mine"));
    another_tab_does(&mut editor, note(1, "theirs"));
    let outcome = editor.undo(time(2)).expect("undone");
    assert_eq!(outcome.applied.left, [Left { key: Key::Annotation(a(1)), field: Some("note") }]);
    assert_eq!(the_note(&editor), "theirs");
}

#[test]
fn undo_writes_the_other_fields_all_the_same() {
    let mut editor = editor("x");
    let fields = |title: &str, source: &str| {
        vec![DocumentField::Title(title.to_owned()), DocumentField::Source(source.to_owned())]
    };
    run(&mut editor, Command::EditDocument(DOC, fields("mine", "mine")));
    another_tab_does(&mut editor, Command::EditDocument(DOC, fields("theirs", "mine")));
    let outcome = editor.undo(time(2)).expect("undone");
    assert_eq!(outcome.applied.left, [Left { key: Key::Document(DOC), field: Some("title") }]);
    let document = editor.project().document(DOC).expect("it is there");
    assert_eq!((document.title.as_str(), document.source.as_str()), ("theirs", ""));
}

#[test]
fn undo_leaves_other_fields_that_another_tab_wrote() {
    let mut editor = editor("«claim:x»");
    run(&mut editor, note(1, "mine"));
    another_tab_does(&mut editor, retag(1, 2));
    assert_eq!(editor.undo(time(2)).expect("undone").applied.left, []);
    assert_eq!((the_note(&editor), show(editor.project(), DOC).as_str()), ("", "«actor:x»"));
}

#[test]
fn redo_leaves_and_names_what_another_tab_wrote_after_undo() {
    let mut editor = editor("«claim:x»");
    run(&mut editor, note(1, "mine"));
    editor.undo(time(2));
    another_tab_does(&mut editor, note(1, "theirs"));
    let outcome = editor.redo(time(3)).expect("redone");
    assert_eq!(outcome.applied.left, [Left { key: Key::Annotation(a(1)), field: Some("note") }]);
    assert_eq!(the_note(&editor), "theirs");
}

#[test]
fn redo_of_an_undo_that_left_something_does_not_touch_it_either() {
    let mut editor = editor("«claim:x»");
    run(&mut editor, note(1, "mine"));
    another_tab_does(&mut editor, note(1, "theirs"));
    editor.undo(time(2));
    editor.redo(time(3));
    assert_eq!(the_note(&editor), "theirs");
}

#[test]
fn an_annotation_that_another_tab_worked_on_is_not_undone_away() {
    let mut editor = editor("x");
    let target = Target::document();
    let new = NewAnnotation { id: a(5), document: DOC, target, tag: tag_id(1), coder: CODER, at: time(1) };
    run(&mut editor, Command::Annotate(new));
    another_tab_does(&mut editor, note(5, "theirs"));
    let outcome = editor.undo(time(2)).expect("undone");
    assert_eq!(outcome.applied.left, [Left { key: Key::Annotation(a(5)), field: None }]);
    assert_eq!(show(editor.project(), DOC), "«claim»x");
    support::assert_sound(editor.project());
}

#[test]
fn a_tag_that_another_tab_uses_is_not_undone_away() {
    let mut editor = editor("«claim:x»");
    let new = NewTag { id: tag_id(9), name: "law".to_owned(), parent: None, colour: None };
    run(&mut editor, Command::AddTag(new));
    another_tab_does(&mut editor, retag(1, 9));
    let outcome = editor.undo(time(2)).expect("undone");
    assert_eq!(outcome.applied.left, [Left { key: Key::Tag(tag_id(9)), field: None }]);
    assert_eq!(show(editor.project(), DOC), "«law:x»");
}

#[test]
fn an_annotation_does_not_come_back_without_its_tag() {
    let mut editor = editor("«claim:x» «actor:y»");
    run(&mut editor, Command::DeleteAnnotations(vec![a(1), a(2)]));
    another_tab_does(&mut editor, Command::DeleteTag(tag_id(1), Orphans::Delete));
    let outcome = editor.undo(time(2)).expect("undone");
    assert_eq!(outcome.applied.left, [Left { key: Key::Annotation(a(1)), field: None }]);
    assert_eq!(show(editor.project(), DOC), "x «actor:y»");
    assert!(editor.project().tombstones().contains_key(&a(1).into()), "it is still deleted");
}

#[test]
fn a_step_of_another_tab_can_be_taken_over_into_the_history() {
    let mut editor = editor("«claim:x»");
    let mut tab = Editor::new(editor.project().clone());
    let steps = [
        run(&mut tab, note(1, "a")),
        run(&mut tab, retag(1, 2)),
        tab.undo(time(2)).expect("undone"),
        tab.redo(time(3)).expect("redone"),
        tab.undo(time(4)).expect("undone"),
    ];
    for outcome in steps {
        assert_eq!(editor.replay(outcome.step, outcome.kind), []);
    }
    assert_eq!(editor.project(), tab.project());
    assert_eq!((editor.done(), editor.undone()), (tab.done(), tab.undone()));
}

#[test]
fn of_two_stamps_that_cross_between_tabs_both_keep_the_later() {
    let mut here = editor("«claim:x»");
    let mut there = Editor::new(here.project().clone());
    let mine = here.run(note(1, "mine"), time(5)).expect("granted");
    let theirs = there.run(retag(1, 2), time(6)).expect("granted");
    here.replay(theirs.step, Kind::Quiet);
    there.replay(mine.step, Kind::Quiet);
    assert_eq!(here.project(), there.project());
}

#[test]
fn replacing_the_project_can_be_undone() {
    let mut editor = editor("«claim:x»");
    let before = editor.project().clone();
    let other = project(&["law"], &["«law:y»", "z"]);
    run(&mut editor, Command::ReplaceProject(Box::new(other.clone())));
    assert_eq!(editor.project().records(), other.records());
    editor.undo(time(2));
    assert_eq!(editor.project().records(), before.records());
}

#[test]
fn an_import_that_was_undone_can_be_repeated() {
    let mut editor = Editor::new(project(&["claim"], &["x y"]));
    let other = project(&[], &["«claim:x» «actor:y»"]);
    let import = || Command::TakeIn(Box::new(support::incoming(&other)));
    run(&mut editor, import());
    editor.undo(time(2));
    assert_eq!((show(editor.project(), DOC).as_str(), codebook(editor.project()).as_str()), ("x y", "claim"));
    assert!(editor.project().tombstones().is_empty());
    run(&mut editor, import());
    assert_eq!(show(editor.project(), DOC), "«claim:x» «actor:y»");
}

#[test]
fn a_file_that_refers_to_nothing_is_refused_whole() {
    let mut editor = editor("x");
    let before = editor.project().clone();
    let lost = annotation(5, document_id(9), Target::document(), tag_id(1));
    let incoming = Incoming { annotations: vec![lost], ..Incoming::default() };
    let error = editor.run(Command::TakeIn(Box::new(incoming)), time(1)).expect_err("it is broken");
    assert_eq!(error, EditError::Broken);
    assert_eq!(*editor.project(), before);
    assert!(editor.done().is_empty());
}
