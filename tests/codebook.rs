//! The codebook by example: attributes, relations, rules, versions, and tags that become others. Each
//! command is undone and done again.

mod support;

use glossator::history::Editor;
use glossator::marked::*;
use glossator::model::*;
use support::{assert_sound, codebook, time};

const DOC: DocumentId = document_id(1);

fn a(number: u32) -> AnnotationId {
    annotation_id(number)
}

fn t(number: u32) -> TagId {
    tag_id(number)
}

/// A project with what these commands make of it.
#[track_caller]
fn made(tags: &[&str], texts: &[&str], commands: &[Command]) -> Editor {
    let mut editor = Editor::new(project(tags, texts));
    for command in commands {
        editor.run(command.clone(), time(1)).unwrap_or_else(|error| panic!("{command:?}: {error}"));
    }
    Editor::new(editor.project().clone())
}

/// Does a command, takes it back and does it again; shows what it made.
#[track_caller]
fn does(editor: &mut Editor, command: Command) -> String {
    let start = editor.project().clone();
    let previewed = preview(&start, &command, time(2)).expect("what is granted can be previewed");
    let outcome = editor.run(command, time(2)).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(Preview::of(&outcome.applied.patch), previewed, "what was previewed was done");
    let end = editor.project().clone();
    assert_sound(&end);
    editor.undo(time(3)).expect("there is a step to undo");
    assert!(editor.project().says_the_same(&start), "undone: {:#?}", editor.project());
    editor.redo(time(4)).expect("there is a step to redo");
    assert!(editor.project().says_the_same(&end), "redone: {:#?}", editor.project());
    show(editor.project(), DOC)
}

/// A command on one marked document.
#[track_caller]
fn check(tags: &[&str], before: &str, command: Command, after: &str) {
    assert_eq!(does(&mut made(tags, &[before], &[]), command), after);
}

/// A command that is not granted, after others that are.
#[track_caller]
fn check_error(tags: &[&str], before: &str, commands: &[Command], command: Command, error: EditError) {
    let editor = made(tags, &[before], commands);
    assert_eq!(plan(editor.project(), command, time(2)).map(|plan| plan.patch), Err(error));
}

fn span(editor: &Editor, start: u32, end: u32) -> glossator::text::Span {
    editor.project().document(DOC).expect("it is there").text.span(start, end).expect("within the text")
}

fn new_tag(number: u32, name: &str, parent: Option<TagId>) -> NewTag {
    NewTag { id: t(number), name: name.to_owned(), parent, colour: None }
}

fn relate(number: u32, kind: u32, from: u32, to: u32) -> Command {
    Command::Relate(NewRelation {
        id: relation_id(number),
        kind: relation_type_id(kind),
        from: a(from),
        to: a(to),
        coder: CODER,
        at: time(1),
    })
}

fn add_type(number: u32, name: &str, from: Option<&[TagId]>, to: Option<&[TagId]>) -> Command {
    Command::AddRelationType(relation_type(number, name, from, to))
}

fn attributes(tag: u32, attributes: Vec<Attribute>) -> Command {
    Command::EditTag(t(tag), vec![TagField::Attributes(attributes)])
}

fn set(annotation: u32, attribute: u32, value: Value) -> Command {
    Command::SetValue(a(annotation), attribute_id(attribute), Some(value))
}

fn one(choice: u32) -> Value {
    Value::One(choice_id(choice))
}

fn value_of(editor: &Editor, annotation: u32, attribute: &Attribute) -> Option<Value> {
    attribute.value_in(&editor.project().annotation(a(annotation))?.values)
}

mod merging {
    use super::*;

    fn merge(tags: &[u32], into: u32) -> Command {
        Command::MergeTags { tags: tags.iter().map(|tag| t(*tag)).collect(), into: t(into) }
    }

    #[test]
    fn annotations_get_the_tag_that_stays() {
        check(&["claim", "thesis", "view"], "«thesis:a» «view:b» «claim:c»", merge(&[2, 3], 1), {
            "«claim:a» «claim:b» «claim:c»"
        });
    }

    #[test]
    fn two_that_come_to_say_the_same_become_one_with_both_notes() {
        let note = |number, note: &str| Command::Note(a(number), note.to_owned());
        let before = ["«thesis:«claim:a»» b"];
        let mut editor = made(&["claim", "thesis"], &before, &[note(1, "one"), note(2, "two")]);
        assert_eq!(does(&mut editor, merge(&[2], 1)), "«claim:a» b");
        let kept = editor.project().annotations().values().next().expect("one is left");
        let mut notes: Vec<_> = kept.note.split("\n\n").collect();
        notes.sort();
        assert_eq!(notes, ["one", "two"]);
    }

    #[test]
    fn relations_lead_to_what_is_kept_and_none_joins_one_with_itself() {
        let mut editor = made(
            &["claim", "thesis", "actor"],
            &["«thesis:«claim:a»» «actor:b»"],
            &[add_type(1, "about", None, None), relate(1, 1, 1, 2), relate(2, 1, 1, 3), relate(3, 1, 2, 3)],
        );
        does(&mut editor, merge(&[2], 1));
        assert_eq!(show_relations(editor.project()), "«claim:a» about «actor:b»");
    }

    #[test]
    fn the_tags_under_those_that_go_come_under_the_one_that_stays() {
        let mut editor = made(&["claim/x", "thesis/y", "thesis/z"], &[], &[]);
        does(&mut made(&["claim/x", "thesis/y"], &[""], &[]), merge(&[3], 1));
        editor.run(merge(&[3], 1), time(1)).expect("granted");
        assert_eq!(codebook(editor.project()), "claim(x y z)");
    }

    #[test]
    fn a_tag_takes_the_place_of_the_one_above_it() {
        let mut editor = made(&["a/b/c", "a/d", "e"], &[], &[]);
        editor.run(merge(&[1], 3), time(1)).expect("granted");
        assert_eq!(codebook(editor.project()), "c(b d) e");
        assert_sound(editor.project());
    }

    #[test]
    fn values_stay_and_the_attributes_come_along() {
        let kind = choice_of(1, "kind", &["legal", "moral"]);
        let commands = [attributes(2, vec![kind.clone()]), set(1, 1, one(2))];
        let mut editor = made(&["claim", "thesis"], &["«thesis:a»"], &commands);
        does(&mut editor, merge(&[2], 1));
        assert_eq!(value_of(&editor, 1, &kind), Some(one(2)));
        let asked: Vec<_> = asked(editor.project(), t(1)).iter().map(|asked| asked.id).collect();
        assert_eq!(asked, [kind.id]);
    }

    #[test]
    fn types_of_relations_and_rules_name_the_tag_that_stays() {
        let commands = [
            add_type(1, "about", Some(&[t(1), t(2)]), None),
            Command::SetRule(rule(1, RuleKind::Apart, t(2), Some(t(3)))),
            Command::SetRule(rule(2, RuleKind::Within, t(1), Some(t(2)))),
        ];
        let mut editor = made(&["claim", "thesis", "actor"], &[""], &commands);
        does(&mut editor, merge(&[2], 1));
        let project = editor.project();
        assert_eq!(project.relation_types()[&relation_type_id(1)].from, Some(vec![t(1)]));
        let rules: Vec<_> = project.rules().values().map(|rule| (rule.tag, rule.other)).collect();
        assert_eq!(rules, [(t(1), Some(t(3)))], "a rule about both says nothing about one");
    }

    #[test]
    fn attributes_of_one_name_become_one_with_the_choices_of_both() {
        let (own, other) = (choice_of(1, "kind", &["legal"]), choice_of(4, "Kind", &["moral", "Legal"]));
        let commands = [
            attributes(1, vec![own.clone()]),
            attributes(2, vec![other.clone()]),
            set(1, 4, one(4)),
            set(2, 4, one(5)),
        ];
        let mut editor = made(&["claim", "thesis/demand"], &["«thesis:a» «thesis/demand:b»"], &commands);
        does(&mut editor, merge(&[2], 1));
        let all: Vec<_> = asked(editor.project(), t(1)).into_iter().cloned().collect();
        let names: Vec<_> = all.iter().flat_map(|asked| &asked.choices).map(|it| it.name.as_str()).collect();
        assert_eq!((all.len(), names), (1, vec!["legal", "moral"]));
        assert_eq!(value_of(&editor, 1, &all[0]), Some(one(4)));
        assert_eq!(value_of(&editor, 2, &all[0]), Some(one(1)), "“Legal” is “legal” now");
    }

    #[test]
    fn a_tag_that_takes_the_place_of_the_one_above_it_asks_for_what_that_asked() {
        let kind = choice_of(1, "kind", &["legal"]);
        let commands = [attributes(1, vec![kind.clone()]), set(1, 1, one(1)), set(2, 1, one(1))];
        let before = ["«claim/demand:a» «claim/plea:b»"];
        let mut editor = made(&["claim/demand", "claim/plea"], &before, &commands);
        does(&mut editor, merge(&[1], 2));
        assert_eq!(codebook(editor.project()), "demand(plea)");
        for annotation in [1, 2] {
            let tag = editor.project().annotation(a(annotation)).expect("it is there").tag;
            assert!(asked(editor.project(), tag).iter().any(|it| it.id == kind.id));
            assert_eq!(value_of(&editor, annotation, &kind), Some(one(1)));
        }
    }

    #[test]
    fn attributes_of_one_name_and_two_kinds_both_stay() {
        let words = Attribute::new(attribute_id(9), "kind", AttributeKind::Text);
        let commands = [
            attributes(1, vec![choice_of(1, "kind", &["legal"])]),
            attributes(2, vec![words.clone()]),
            set(1, 9, Value::Text("moral".to_owned())),
        ];
        let mut editor = made(&["claim", "thesis"], &["«thesis:a»"], &commands);
        does(&mut editor, merge(&[2], 1));
        let names: Vec<_> = asked(editor.project(), t(1)).iter().map(|it| it.name.clone()).collect();
        assert_eq!(names, ["kind", "kind (thesis)"]);
        assert_eq!(value_of(&editor, 1, &words), Some(Value::Text("moral".to_owned())));
    }

    #[test]
    fn what_two_say_differently_of_one_passage_stands_in_the_note() {
        let kind = choice_of(1, "kind", &["legal", "moral"]);
        let parts = Attribute { kind: AttributeKind::Many, ..choice_of(5, "parts", &["a", "b"]) };
        let asks = || vec![kind.clone(), parts.clone()];
        let commands = [
            attributes(1, asks()),
            attributes(2, asks()),
            set(1, 1, one(1)),
            set(2, 1, one(2)),
            set(1, 5, Value::Many(vec![choice_id(5)])),
            set(2, 5, Value::Many(vec![choice_id(6)])),
            Command::SetCertainty(a(1), Some(Certainty::High)),
            Command::SetCertainty(a(2), Some(Certainty::Low)),
        ];
        let mut editor = made(&["claim", "thesis"], &["«claim:«thesis:a»» b"], &commands);
        assert_eq!(does(&mut editor, merge(&[2], 1)), "«claim:a» b");
        let kept = editor.project().annotations().values().next().expect("one is left");
        let both = Value::Many(vec![choice_id(5), choice_id(6)]);
        assert_eq!(parts.value_in(&kept.values), Some(both));
        let (left, note) = match kept.certainty {
            Some(Certainty::High) => (one(1), "thesis: kind moral, certainty low"),
            _ => (one(2), "claim: kind legal, certainty high"),
        };
        assert_eq!((kind.value_in(&kept.values), kept.note.as_str()), (Some(left), note));
    }

    #[test]
    fn what_cannot_be_merged_is_said() {
        let tags = ["claim/x", "thesis/x"];
        check_error(&tags, "", &[], merge(&[1], 1), EditError::IntoItself);
        check_error(&tags, "", &[], merge(&[9], 1), EditError::NoTag(t(9)));
        check_error(&tags, "", &[], merge(&[3], 1), EditError::NameTaken("x".to_owned()));
        check_error(&tags, "", &[], merge(&[], 1), EditError::NothingToDo);
    }

    #[test]
    fn another_coder_s_reading_of_the_same_passage_stays_its_own() {
        let mut editor = made(&["claim", "thesis"], &["«claim:a»"], &[]);
        let target = editor.project().annotation(a(1)).expect("it is there").target.clone();
        let new =
            NewAnnotation { id: a(2), document: DOC, target, tag: t(2), coder: coder_id(2), at: time(1) };
        editor.run(Command::Annotate(new), time(1)).expect("granted");
        assert_eq!(does(&mut editor, merge(&[2], 1)), "«claim:«claim:a»»");
    }
}

mod splitting {
    use super::*;

    fn split(parts: Vec<(Sieve, TagId)>) -> Command {
        let new = vec![new_tag(3, "accusation", None), new_tag(4, "demand", Some(t(1)))];
        Command::SplitTag { id: t(1), new, parts }
    }

    fn says(words: &str) -> Sieve {
        Sieve::Says(words.to_owned())
    }

    #[test]
    fn each_passage_gets_the_first_that_it_falls_into() {
        check(
            &["claim", "actor"],
            "«claim:They did it» «claim:Stop it» «claim:It rains» «actor:it»",
            split(vec![(says("STOP"), t(4)), (says("did"), t(3))]),
            "«accusation:They did it» «claim/demand:Stop it» «claim:It rains» «actor:it»",
        );
    }

    #[test]
    fn the_new_tags_stand_behind_it_and_are_joined_as_it_is() {
        let commands = [add_type(1, "about", Some(&[t(1)]), None)];
        let mut editor = made(&["claim", "actor"], &["«claim:a» «claim:b»"], &commands);
        let new = vec![new_tag(7, "plea", None), new_tag(8, "charge", None)];
        let parts = vec![(says("a"), t(7)), (says("b"), t(8))];
        does(&mut editor, Command::SplitTag { id: t(1), new, parts });
        assert_eq!(codebook(editor.project()), "claim plea charge actor");
        let from = editor.project().relation_types()[&relation_type_id(1)].from.clone();
        assert_eq!(from, Some(vec![t(1), t(7), t(8)]));
    }

    #[test]
    fn each_can_be_decided() {
        check(
            &["claim", "actor"],
            "«claim:a» «claim:b» «claim:c»",
            split(vec![(Sieve::These(vec![a(1)]), t(2)), (Sieve::These(vec![a(3)]), t(4))]),
            "«actor:a» «claim:b» «claim/demand:c»",
        );
    }

    #[test]
    fn a_value_decides() {
        let kind = choice_of(1, "kind", &["legal", "moral"]);
        let commands = [attributes(1, vec![kind.clone()]), set(1, 1, one(1)), set(2, 1, one(2))];
        let mut editor = made(&["claim", "actor"], &["«claim:a» «claim:b» «claim:c»"], &commands);
        let command = split(vec![(Sieve::Value(kind.id, one(2)), t(3))]);
        assert_eq!(does(&mut editor, command), "«claim:a» «accusation:b» «claim:c»");
        assert_eq!(value_of(&editor, 2, &kind), Some(one(2)));
        let ids = |tag| asked(editor.project(), tag).iter().map(|asked| asked.id).collect::<Vec<_>>();
        assert_eq!((ids(t(3)), ids(t(4))), (vec![kind.id], vec![kind.id]), "both ask for it, each once");
    }

    #[test]
    fn the_coder_or_the_document_decides() {
        let by = |sieve| split(vec![(sieve, t(2))]);
        check(&["claim", "actor"], "«claim:a»", by(Sieve::Coder(CODER)), "«actor:a»");
        check(&["claim", "actor"], "«claim:a»", by(Sieve::Coder(coder_id(2))), "«claim:a»");
        check(&["claim", "actor"], "«claim»a", by(Sieve::Document(DOC)), "«actor»a");
        check(&["claim", "actor"], "«claim»a", by(Sieve::Document(document_id(2))), "«claim»a");
    }

    #[test]
    fn what_cannot_be_split_is_said() {
        let tags = ["claim", "actor"];
        let into = |tag| split(vec![(says("a"), tag)]);
        check_error(&tags, "«claim:a»", &[], into(t(1)), EditError::IntoItself);
        check_error(&tags, "«claim:a»", &[], into(t(9)), EditError::NoTag(t(9)));
        let twice = vec![new_tag(3, "x", None), new_tag(4, "X", None)];
        let twice = Command::SplitTag { id: t(1), new: twice, parts: Vec::new() };
        check_error(&tags, "", &[], twice, EditError::NameTaken("X".to_owned()));
    }
}

mod deleting {
    use super::*;

    #[test]
    fn its_annotations_go_or_get_another_tag() {
        let before = "«claim/demand:a» «actor:b»";
        let delete = |orphans| Command::DeleteTag(t(2), orphans);
        let tags = ["claim/demand", "actor"];
        check(&tags, before, delete(Orphans::Delete), "a «actor:b»");
        check(&tags, before, delete(Orphans::GiveTo(t(3))), "«actor:a» «actor:b»");
        check(&tags, before, delete(Orphans::GiveToParent), "«claim:a» «actor:b»");
    }

    #[test]
    fn it_is_previewed_with_counts() {
        let editor = made(
            &["claim/demand", "actor"],
            &["«claim/demand:a» «actor:b»", "«claim/demand:c»"],
            &[add_type(1, "about", None, None), relate(1, 1, 1, 2)],
        );
        let counts = |orphans| {
            let Preview { annotations, documents, relations, tags, .. } =
                preview(editor.project(), &Command::DeleteTag(t(2), orphans), time(2)).expect("granted");
            (annotations, documents, relations, tags)
        };
        assert_eq!(counts(Orphans::Delete), (2, 2, 1, 1));
        assert_eq!(counts(Orphans::GiveToParent), (2, 2, 0, 1));
    }

    #[test]
    fn the_tags_under_it_ask_for_what_it_asked_and_are_joined_as_it_was() {
        let kind = choice_of(1, "kind", &["legal", "moral"]);
        let commands = [
            attributes(1, vec![kind.clone()]),
            attributes(2, vec![Attribute::new(attribute_id(9), "Kind", AttributeKind::Text)]),
            set(1, 1, one(2)),
            add_type(1, "about", Some(&[t(1), t(4)]), None),
        ];
        let tags = ["claim/demand", "claim/plea", "actor"];
        let mut editor = made(&tags, &["«claim/demand:a» «claim/plea:b»"], &commands);
        does(&mut editor, Command::DeleteTag(t(1), Orphans::Delete));
        assert_eq!(value_of(&editor, 1, &kind), Some(one(2)));
        let names = |tag| asked(editor.project(), tag).iter().map(|it| it.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(t(2)), ["kind (claim)", "Kind"]);
        assert_eq!(names(t(3)), ["kind"]);
        let from = editor.project().relation_types()[&relation_type_id(1)].from.clone();
        assert_eq!(from, Some(vec![t(2), t(3), t(4)]));
    }

    #[test]
    fn an_heir_with_an_attribute_of_that_name_changes_nothing_for_the_tags_under_it() {
        let (kind, own) = (choice_of(1, "kind", &["legal"]), choice_of(5, "kind", &["lawful", "legal"]));
        let commands = [
            attributes(1, vec![kind.clone()]),
            attributes(3, vec![own.clone()]),
            set(1, 1, one(1)),
            set(2, 1, one(1)),
        ];
        let before = ["«claim:a» «claim/demand:b»"];
        let mut editor = made(&["claim/demand", "actor"], &before, &commands);
        does(&mut editor, Command::DeleteTag(t(1), Orphans::GiveTo(t(3))));
        assert_eq!(value_of(&editor, 1, &own), Some(one(6)));
        assert_eq!(value_of(&editor, 2, &kind), Some(one(1)));
    }

    #[test]
    fn who_gets_its_annotations_asks_for_the_values_that_they_have() {
        let (kind, words) =
            (choice_of(1, "kind", &["legal"]), Attribute::new(attribute_id(9), "words", AttributeKind::Text));
        let commands = [attributes(1, vec![kind.clone(), words]), set(1, 1, one(1))];
        let mut editor = made(&["claim", "actor"], &["«claim:a»"], &commands);
        does(&mut editor, Command::DeleteTag(t(1), Orphans::GiveTo(t(2))));
        assert_eq!(value_of(&editor, 1, &kind), Some(one(1)));
        let names: Vec<_> = asked(editor.project(), t(2)).iter().map(|it| it.name.clone()).collect();
        assert_eq!(names, ["kind"], "what nobody answered does not come along");
    }

    #[test]
    fn types_of_relations_forget_it_and_rules_about_it_go() {
        let commands = [
            add_type(1, "about", Some(&[t(1)]), None),
            Command::SetRule(rule(1, RuleKind::EachDocument, t(1), None)),
        ];
        let mut editor = made(&["claim", "actor"], &["a"], &commands);
        does(&mut editor, Command::DeleteTag(t(1), Orphans::Delete));
        assert_eq!(editor.project().relation_types()[&relation_type_id(1)].from, Some(vec![]));
        assert!(editor.project().rules().is_empty());
    }

    #[test]
    fn who_gets_its_annotations_has_to_be_there() {
        let error =
            |orphans, error| check_error(&["claim"], "", &[], Command::DeleteTag(t(1), orphans), error);
        error(Orphans::GiveToParent, EditError::NoParent);
        error(Orphans::GiveTo(t(1)), EditError::IntoItself);
        error(Orphans::GiveTo(t(9)), EditError::NoTag(t(9)));
    }
}

mod asking {
    use super::*;

    #[test]
    fn the_tags_under_a_tag_ask_for_what_it_asks() {
        let words = Attribute::new(attribute_id(9), "words", AttributeKind::Text);
        let commands =
            [attributes(1, vec![choice_of(1, "kind", &["x"])]), attributes(2, vec![words.clone()])];
        let editor = made(&["claim/demand"], &[""], &commands);
        let names: Vec<_> = asked(editor.project(), t(2)).iter().map(|asked| asked.name.as_str()).collect();
        assert_eq!(names, ["kind", "words"]);
    }

    #[test]
    fn a_value_is_set_and_taken_away() {
        let kind = choice_of(1, "kind", &["legal", "moral"]);
        let mut editor = made(&["claim"], &["«claim:a»"], &[attributes(1, vec![kind.clone()])]);
        does(&mut editor, set(1, 1, one(2)));
        assert_eq!(value_of(&editor, 1, &kind), Some(one(2)));
        does(&mut editor, Command::SetValue(a(1), kind.id, None));
        assert_eq!(value_of(&editor, 1, &kind), None);
    }

    #[test]
    fn a_value_that_does_not_fit_is_refused() {
        let commands = [attributes(1, vec![choice_of(1, "kind", &["legal"])])];
        let before = "«claim:a» «actor:b»";
        let error = |command, error| check_error(&["claim", "actor"], before, &commands, command, error);
        error(set(1, 1, one(2)), EditError::WrongValue("kind".to_owned()));
        error(set(1, 1, Value::Many(vec![choice_id(1)])), EditError::WrongValue("kind".to_owned()));
        error(set(2, 1, one(1)), EditError::NoAttribute);
        error(set(9, 1, one(1)), EditError::NoAnnotation(a(9)));
    }

    #[test]
    fn what_is_no_longer_asked_for_goes_and_comes_back_with_undo() {
        let many =
            |choices: &[&str]| Attribute { kind: AttributeKind::Many, ..choice_of(5, "parts", choices) };
        let kind = choice_of(1, "kind", &["legal", "moral"]);
        let commands = [
            attributes(1, vec![kind.clone(), many(&["a", "b"])]),
            set(1, 1, one(2)),
            set(1, 5, Value::Many(vec![choice_id(5), choice_id(6)])),
            set(2, 1, one(1)),
        ];
        let before = ["«claim:a» «claim:b»"];
        let mut editor = made(&["claim"], &before, &commands);
        does(&mut editor, attributes(1, vec![choice_of(1, "kind", &["lawful"]), many(&["a"])]));
        assert_eq!(value_of(&editor, 1, &kind), None, "its choice went");
        assert_eq!(value_of(&editor, 2, &kind), Some(one(1)), "its choice is called something else");
        assert_eq!(value_of(&editor, 1, &many(&["a"])), Some(Value::Many(vec![choice_id(5)])));
        does(&mut editor, attributes(1, Vec::new()));
        assert!(editor.project().annotations().values().all(|annotation| annotation.values.is_empty()));
    }

    #[test]
    fn values_that_go_are_counted_before() {
        let kind = choice_of(1, "kind", &["legal", "moral"]);
        let commands = [attributes(1, vec![kind]), set(1, 1, one(2)), set(2, 1, one(1))];
        let editor = made(&["claim"], &["«claim:a» «claim:b»"], &commands);
        let lost = |all| preview(editor.project(), &attributes(1, all), time(2)).expect("granted").values;
        assert_eq!(lost(vec![choice_of(1, "kind", &["legal"])]), 1);
        assert_eq!(lost(vec![choice_of(1, "sort", &["lawful", "good", "new"])]), 0);
        assert_eq!(lost(Vec::new()), 2);
    }

    #[test]
    fn a_choice_on_which_another_attribute_depends_cannot_go_before_it() {
        let legal =
            || Condition { attribute: attribute_id(1), value: one(1).source(), extra: Extra::default() };
        let only = |id, name| Attribute {
            only_if: Some(legal()),
            ..Attribute::new(attribute_id(id), name, AttributeKind::Text)
        };
        let kind = |choices: &[&str]| choice_of(1, "kind", choices);
        let mut moral = kind(&["legal", "moral"]);
        moral.choices.remove(0);
        let own = [attributes(1, vec![kind(&["legal", "moral"]), only(8, "norm")])];
        let below = [attributes(1, vec![kind(&["legal", "moral"])]), attributes(2, vec![only(9, "norm")])];
        let error = |commands: &[Command], all: Vec<Attribute>, error| {
            check_error(&["claim/demand"], "", commands, attributes(1, all), error);
        };
        let decides = || EditError::Decides("norm".to_owned());
        error(&own, vec![moral.clone(), only(8, "norm")], decides());
        error(&below, vec![moral.clone()], decides());
        error(&below, Vec::new(), EditError::NoCondition("norm".to_owned()));
    }

    #[test]
    fn what_another_tag_asks_for_stays() {
        let kind = choice_of(1, "kind", &["legal"]);
        let commands =
            [attributes(1, vec![kind.clone()]), attributes(2, vec![kind.clone()]), set(1, 1, one(1))];
        let mut editor = made(&["claim", "actor"], &["«claim:a»"], &commands);
        does(&mut editor, attributes(1, Vec::new()));
        assert_eq!(value_of(&editor, 1, &kind), Some(one(1)));
    }

    #[test]
    fn an_attribute_is_shown_where_the_other_has_the_value() {
        let shown = |source: Value, condition: Value| {
            let value = condition.source();
            let only_if = Condition { attribute: attribute_id(1), value, extra: Extra::default() };
            let asked = Attribute::new(attribute_id(2), "more", AttributeKind::Text);
            let values = [(attribute_id(1).to_string(), source.source())].into_iter().collect();
            Attribute { only_if: Some(only_if), ..asked }.is_shown(&values)
        };
        assert!(shown(one(1), one(1)));
        assert!(!shown(one(2), one(1)));
        assert!(shown(Value::Many(vec![choice_id(1), choice_id(2)]), one(2)));
        assert!(!shown(Value::Many(vec![choice_id(1)]), one(2)));
        assert!(shown(Value::YesNo(true), Value::YesNo(true)));
        assert!(shown(Value::Text("a \"b\"\n".to_owned()), Value::Text("a \"b\"\n".to_owned())));
    }

    #[test]
    fn attributes_that_cannot_be_told_apart_are_refused() {
        let kind = |number, name| choice_of(number, name, &["x"]);
        let error = |attributes: Vec<Attribute>, error| {
            check_error(&["claim"], "", &[], super::attributes(1, attributes), error);
        };
        error(vec![kind(1, "kind"), kind(2, "Kind")], EditError::Twice("Kind".to_owned()));
        error(vec![kind(1, "kind"), kind(1, "other")], EditError::Twice("other".to_owned()));
        error(vec![choice_of(1, "kind", &["x", "X"])], EditError::Twice("X".to_owned()));
        error(vec![kind(1, " ")], EditError::EmptyName);
        let value = one(1).source();
        let only_if = Some(Condition { attribute: attribute_id(2), value, extra: Extra::default() });
        let early = Attribute { only_if, ..kind(1, "kind") };
        error(vec![early, kind(2, "other")], EditError::NoCondition("kind".to_owned()));
    }

    #[test]
    fn values_read_as_they_were_written() {
        let check = |kind, value: Value, source: &str| {
            assert_eq!(value.source(), source);
            assert_eq!(Value::read(kind, source), Some(value));
        };
        check(AttributeKind::Text, Value::Text("\u{1}é\\\"\n".to_owned()), r#""\u0001é\\\"\n""#);
        check(AttributeKind::Number, Value::Number("-0.50".to_owned()), "-0.50");
        check(AttributeKind::YesNo, Value::YesNo(false), "false");
        check(AttributeKind::Date, Value::Date("2020-02-29".to_owned()), "\"2020-02-29\"");
        check(AttributeKind::Instrument, Value::Instrument("gc4".to_owned()), "\"gc4\"");
        check(AttributeKind::Many, Value::Many(vec![]), "[]");
        let none = |kind, text: &str| assert_eq!(Value::parse(kind, text), None, "{text}");
        for text in ["2019-02-29", "2020-13", "20", "2020-1", "2020-01-00", "2020-01-01-01", "+202"] {
            none(AttributeKind::Date, text);
        }
        for text in ["", "1,5", "01", "1.", ".5", "--1", "1e3", "٣"] {
            none(AttributeKind::Number, text);
        }
        assert_eq!(Value::parse(AttributeKind::Date, " 2020-10 "), Some(Value::Date("2020-10".to_owned())));
    }
}

mod defining {
    use super::*;

    #[test]
    fn a_passage_becomes_an_example_in_one_step() {
        let mut editor = made(&["claim"], &["«claim:shelling» of Ganja"], &[]);
        let passage = span(&editor, 12, 17);
        let target = Target::passage(passage).expect("it is not empty");
        for side in [Side::Example, Side::CounterExample] {
            does(&mut editor, Command::AddExample { tag: t(1), document: DOC, target: target.clone(), side });
        }
        let tag = editor.project().tag(t(1)).expect("it is there");
        for example in [&tag.examples[0], &tag.counter_examples[0]] {
            assert_eq!(example.text, "Ganja");
            assert_eq!(example.place(editor.project()), Some((DOC, passage)));
        }
        editor.run(Command::RemoveDocument(DOC), time(5)).expect("granted");
        let tag = editor.project().tag(t(1)).expect("it is there");
        assert_eq!((tag.examples[0].text.as_str(), tag.examples[0].place(editor.project())), ("Ganja", None));
    }

    #[test]
    fn an_example_in_pieces_says_nothing_of_what_lies_between() {
        let mut editor = made(&["claim"], &["They fired rockets at the city, injuring four."], &[]);
        let ranges = [(5, 18), (19, 30), (32, 45)].map(|(from, to)| span(&editor, from, to));
        let target = Target::ranges(ranges.to_vec()).expect("they are in order");
        does(&mut editor, Command::AddExample { tag: t(1), document: DOC, target, side: Side::Example });
        let example = editor.project().tag(t(1)).expect("it is there").examples[0].clone();
        assert_eq!(example.text, "fired rockets … at the city … injuring four");
        assert_eq!(example.place(editor.project()), Some((DOC, span(&editor, 5, 45))));
        let otherwise =
            Example { text: "fired rockets … at the town … injuring four".to_owned(), ..example };
        assert_eq!(otherwise.place(editor.project()), None);
    }

    #[test]
    fn examples_that_are_written_again_keep_their_places() {
        let mut editor = made(&["claim"], &["a"], &[]);
        let target = Target::passage(span(&editor, 0, 1)).expect("it is not empty");
        does(&mut editor, Command::AddExample { tag: t(1), document: DOC, target, side: Side::Example });
        does(&mut editor, Command::EditTag(t(1), vec![TagField::Examples(vec!["b".into(), "a".into()])]));
        let places: Vec<_> = editor
            .project()
            .tag(t(1))
            .expect("it is there")
            .examples
            .iter()
            .map(|one| one.document)
            .collect();
        assert_eq!(places, [None, Some(DOC)]);
    }

    #[test]
    fn what_was_made_under_an_older_definition_is_listed_until_it_is_said_to_hold() {
        let mut editor = made(&["claim", "actor"], &["«claim:a» «actor:b» «claim:c»"], &[]);
        assert_eq!(outdated(editor.project()), []);
        does(&mut editor, Command::EditTag(t(1), vec![TagField::Definition("x".to_owned())]));
        assert_eq!(outdated(editor.project()), [a(1), a(3)]);
        does(&mut editor, Command::Reaffirm(vec![a(1)]));
        assert_eq!(outdated(editor.project()), [a(3)]);
        does(&mut editor, Command::Retag(a(3), t(2)));
        assert_eq!(outdated(editor.project()), []);
    }

    #[test]
    fn memos_are_written() {
        let mut editor = made(&["claim"], &["a"], &[]);
        does(&mut editor, Command::Memo("Why?".to_owned()));
        does(&mut editor, Command::EditDocument(DOC, vec![DocumentField::Memo("Whose?".to_owned())]));
        assert_eq!(editor.project().head().memo, "Why?");
        assert_eq!(editor.project().document(DOC).expect("it is there").memo, "Whose?");
    }

    #[test]
    fn near_duplicates_are_found_by_their_names() {
        let project =
            project(&["claim/war crime", "Legal reference", "actor", "UN resolution", "شهر", "treaty"], &[]);
        let check = |name: &str, expected: &[&str]| {
            let found: Vec<_> = near_duplicates(&project, name)
                .into_iter()
                .map(|id| project.tag(id).expect("it is there").name.as_str())
                .collect();
            assert_eq!(found, expected, "{name}");
        };
        check("actors", &["actor"]);
        check("war-crimes", &["war crime"]);
        check("crime war", &["war crime"]);
        check("legal references", &["Legal reference"]);
        check("treatys", &["treaty"]);
        check("treaties", &["treaty"]);
        check("the UN resolutions", &["UN resolution"]);
        check("The", &[]);
        check("شهر ", &["شهر"]);
        check("", &[]);
        check("act", &[]);
        check("claims of law", &[]);
    }

    #[test]
    fn a_name_is_made_of_the_marked_words() {
        let check = |words: &str, expected: &str| assert_eq!(in_vivo(words), expected);
        check("  “gross\nviolations”, ", "gross violations");
        check("(e.g. this)", "e.g. this");
        check("", "");
        check(&"word ".repeat(30), &format!("{}word…", "word ".repeat(11)));
    }
}

mod passages {
    use super::*;

    #[test]
    fn a_range_is_added_and_taken_away() {
        let mut editor = made(&[], &["«claim:one» two three"], &[]);
        let (two, three) = (span(&editor, 4, 7), span(&editor, 8, 13));
        assert_eq!(does(&mut editor, Command::AddRange(a(1), three)), "«1:claim:one»1 two «1:claim:three»1");
        let all = span(&editor, 3, 8);
        assert_eq!(does(&mut editor, Command::AddRange(a(1), all)), "«claim:one two three»");
        assert_eq!(does(&mut editor, Command::RemoveRange(a(1), two)), "«1:claim:one »1two«1:claim: three»1");
    }

    #[test]
    fn something_of_it_stays() {
        let before = "«claim»«claim:one» two";
        let editor = made(&[], &[before], &[]);
        let error = |command, error| check_error(&[], before, &[], command, error);
        error(Command::RemoveRange(a(2), span(&editor, 0, 3)), EditError::NoRange);
        error(Command::RemoveRange(a(2), span(&editor, 4, 7)), EditError::NoRange);
        error(Command::AddRange(a(1), span(&editor, 4, 7)), EditError::NoRange);
        error(Command::AddRange(a(2), span(&editor, 1, 2)), EditError::NothingToDo);
    }
}

mod relations {
    use super::*;

    const TAGS: &[&str] = &["claim/demand", "actor"];
    const TEXT: &str = "«claim/demand:Stop» said «actor:Ann» to «actor:Bob»";

    fn made_by() -> Command {
        add_type(1, "made by", Some(&[t(1)]), Some(&[t(3)]))
    }

    #[test]
    fn two_annotations_are_joined_and_parted() {
        let mut editor = made(TAGS, &[TEXT], &[made_by()]);
        does(&mut editor, relate(1, 1, 1, 2));
        assert_eq!(show_relations(editor.project()), "«claim/demand:Stop» made by «actor:Ann»");
        let of: Vec<_> = editor.project().relations_of(a(2)).map(|relation| relation.id).collect();
        assert_eq!(of, [relation_id(1)]);
        does(&mut editor, Command::Unrelate(vec![relation_id(1)]));
        assert_eq!(show_relations(editor.project()), "");
        assert!(editor.project().tombstones().contains_key(&relation_id(1).into()));
    }

    #[test]
    fn a_relation_says_something_else() {
        let mut editor =
            made(TAGS, &[TEXT], &[made_by(), add_type(2, "about", None, None), relate(1, 1, 1, 2)]);
        does(&mut editor, Command::Retype(relation_id(1), relation_type_id(2)));
        assert_eq!(show_relations(editor.project()), "«claim/demand:Stop» about «actor:Ann»");
    }

    #[test]
    fn a_relation_goes_with_its_end() {
        let mut editor = made(TAGS, &[TEXT], &[made_by(), relate(1, 1, 1, 2), relate(2, 1, 1, 3)]);
        does(&mut editor, Command::DeleteAnnotations(vec![a(2)]));
        assert_eq!(show_relations(editor.project()), "«claim/demand:Stop» made by «actor:Bob»");
        let before = editor.project().clone();
        editor.run(Command::RemoveDocument(DOC), time(5)).expect("granted");
        assert_sound(editor.project());
        assert!(editor.project().relations().is_empty());
        editor.undo(time(6)).expect("there is a step to undo");
        assert!(editor.project().says_the_same(&before));
    }

    #[test]
    fn what_may_not_be_joined_is_said() {
        let commands = [made_by(), relate(1, 1, 1, 2)];
        let error = |command, error| check_error(TAGS, TEXT, &commands, command, error);
        error(relate(2, 1, 2, 1), EditError::MayNotJoin("made by".to_owned()));
        error(relate(2, 1, 1, 1), EditError::RelatesToItself);
        error(relate(2, 1, 1, 2), EditError::AlreadyRelated(relation_id(1)));
        error(relate(1, 1, 1, 3), EditError::AlreadyThere);
        error(relate(2, 9, 1, 2), EditError::Gone);
        error(relate(2, 1, 9, 2), EditError::NoAnnotation(a(9)));
        error(Command::Unrelate(vec![relation_id(9)]), EditError::NoRelation(relation_id(9)));
    }

    #[test]
    fn a_type_is_edited_and_goes_with_its_relations() {
        let mut editor = made(TAGS, &[TEXT], &[made_by(), relate(1, 1, 1, 2)]);
        let fields = vec![RelationTypeField::Name("told by".to_owned()), RelationTypeField::To(None)];
        does(&mut editor, Command::EditRelationType(relation_type_id(1), fields));
        assert_eq!(show_relations(editor.project()), "«claim/demand:Stop» told by «actor:Ann»");
        does(&mut editor, Command::DeleteRelationType(relation_type_id(1)));
        assert!(editor.project().relations().is_empty());
    }

    #[test]
    fn a_patch_that_would_leave_a_relation_without_an_end_is_refused() {
        let mut project = made(TAGS, &[TEXT], &[made_by(), relate(1, 1, 1, 2)]).project().clone();
        let removal = |key| Patch { changes: vec![Change::remove(project.get(key).expect("it is there"))] };
        let keys = [Key::Annotation(a(2)), Key::RelationType(relation_type_id(1)), Key::Tag(t(3))];
        let patches = keys.map(removal);
        let before = project.clone();
        for patch in patches {
            let refused = apply(&mut project, &patch, Strictness::Whole, Stamping::Now(time(2)));
            assert!(refused.is_err());
            assert_eq!(project, before);
        }
    }
}

mod versions {
    use super::*;

    fn name(number: u32, name: &str) -> Command {
        let (name, note) = (name.to_owned(), "why".to_owned());
        Command::NameVersion { id: version_id(number), name, note, at: time(1) }
    }

    #[test]
    fn a_version_keeps_the_codebook_as_it_was() {
        let mut editor = made(&["claim", "actor"], &["a"], &[]);
        does(&mut editor, name(1, " Pilot "));
        editor.run(Command::DeleteTag(t(1), Orphans::Delete), time(2)).expect("granted");
        let version = &editor.project().versions()[&version_id(1)];
        assert_eq!((version.name.as_str(), version.tags.len()), ("Pilot", 2));
        does(&mut editor, name(1, "First"));
        let version = &editor.project().versions()[&version_id(1)];
        assert_eq!((version.name.as_str(), version.tags.len()), ("First", 2), "only its name is another");
        does(&mut editor, Command::DeleteVersion(version_id(1)));
        check_error(&[], "", &[], Command::DeleteVersion(version_id(1)), EditError::Gone);
    }

    #[test]
    fn two_versions_are_compared() {
        let apart = Command::SetRule(rule(1, RuleKind::Apart, t(2), Some(t(3))));
        let commands = [add_type(1, "about", None, None), apart, name(1, "old")];
        let mut editor = made(&["claim", "actor", "law"], &["a"], &commands);
        let fields = vec![TagField::Name("assertion".to_owned()), TagField::Key(Some('9'))];
        for command in [
            Command::EditTag(t(1), fields),
            Command::DeleteTag(t(2), Orphans::Delete),
            Command::AddTag(new_tag(4, "new", None)),
            Command::EditRelationType(relation_type_id(1), vec![RelationTypeField::To(Some(vec![t(1)]))]),
            name(2, "new"),
        ] {
            editor.run(command, time(2)).expect("granted");
        }
        let versions = editor.project().versions();
        let (old, new) = (&versions[&version_id(1)], &versions[&version_id(2)]);
        let comparison = compare(old, new);
        let tags: Vec<_> = comparison
            .tags
            .iter()
            .map(|fate| match fate {
                Turn::Added(tag) => format!("+{}", tag.name),
                Turn::Removed(tag) => format!("-{}", tag.name),
                Turn::Changed(old, new, fields) => format!("{}>{} {}", old.name, new.name, fields.join(" ")),
            })
            .collect();
        assert_eq!(tags, ["claim>assertion name key revision", "-actor", "+new"]);
        assert!(matches!(&comparison.relation_types[..], [Turn::Changed(_, _, fields)] if *fields == ["to"]));
        assert!(matches!(&comparison.rules[..], [Turn::Removed(_)]));
        assert!(compare(new, new).is_empty());
    }
}

mod starters {
    use super::*;

    #[test]
    fn the_first_asks_and_joins() {
        let project = starter(PROJECT);
        let named =
            |name: &str| project.tags().values().find(|tag| tag.name == name).expect("it is there").id;
        let names = |tag: &str| -> Vec<_> {
            asked(&project, named(tag)).iter().map(|attribute| attribute.name.as_str()).collect()
        };
        assert_eq!(names("accusation"), ["kind"]);
        assert_eq!(names("actor"), ["kind"]);
        assert_eq!(names("treaty"), ["instrument", "provision"]);
        let kinds: Vec<_> = relation_types(&project).into_iter().map(|kind| kind.name.as_str()).collect();
        assert_eq!(kinds, ["made by", "about", "invokes"]);
        let kind = relation_types(&project)[2];
        assert!(kind.may_join(&project, named("demand"), named("UN resolution")));
        assert!(!kind.may_join(&project, named("demand"), named("actor")));
    }

    #[test]
    fn each_begins_a_project_and_can_be_taken_in_beside_another() {
        let mut all = Editor::new(starter(PROJECT));
        for book in &STARTERS[1..] {
            let project = begin_with(PROJECT, book);
            assert_sound(&project);
            assert!(project.tags().values().all(|tag| !tag.definition.is_empty()), "{}", book.name);
            all.run(Command::TakeIn(Box::new((book.make)())), time(1)).expect("granted");
            assert_sound(all.project());
        }
        let books = STARTERS.iter().map(|book| begin_with(PROJECT, book).tags().len());
        assert_eq!(all.project().tags().len(), books.sum::<usize>(), "no id is used twice");
        assert_eq!(
            codebook(&begin_with(PROJECT, &STARTERS[1])),
            "stance(for against undecided) target reason"
        );
        let mut attributes: Vec<_> =
            all.project().tags().values().flat_map(|tag| &tag.attributes).map(|asked| asked.id).collect();
        let count = attributes.len();
        attributes.sort();
        attributes.dedup();
        assert_eq!(attributes.len(), count);
    }
}

mod replaced {
    use super::*;

    fn replace(editor: &Editor, book: &StarterBook) -> Command {
        Command::ReplaceCodebook(Box::new(behind(editor.project(), book)))
    }

    fn names(editor: &Editor) -> Vec<String> {
        let tags = depth_first(editor.project());
        tags.iter().map(|(depth, tag)| format!("{}{}", "-".repeat(*depth), tag.name)).collect()
    }

    #[test]
    fn what_nothing_needs_goes() {
        let rule = Command::SetRule(rule(1, RuleKind::Within, t(1), Some(t(2))));
        let mut editor = made(&["claim/demand", "actor"], &["«claim/demand:a» b"], &[rule]);
        let command = replace(&editor, &STARTERS[1]);
        does(&mut editor, command);
        assert_eq!(
            names(&editor),
            ["claim", "-demand", "stance", "-for", "-against", "-undecided", "target", "reason"]
        );
        assert!(editor.project().rules().is_empty());
    }

    #[test]
    fn what_relations_need_stays() {
        let commands = [add_type(1, "about", Some(&[t(1), t(3)]), None), relate(1, 1, 1, 2)];
        let mut editor = made(&["claim", "actor", "place"], &["«claim:a» «actor:b»"], &commands);
        let command = replace(&editor, &STARTERS[3]);
        does(&mut editor, command);
        let kind = &editor.project().relation_types()[&relation_type_id(1)];
        assert_eq!((&kind.from, &kind.to), (&Some(vec![t(1)]), &None));
        assert_eq!(editor.project().relations().len(), 1);
    }

    #[test]
    fn the_same_again_changes_nothing() {
        let mut editor = made(&[], &["a"], &[]);
        let command = replace(&editor, &STARTERS[0]);
        does(&mut editor, command.clone());
        let again = plan(editor.project(), command, time(3));
        assert_eq!(again.map(|plan| plan.patch), Err(EditError::NothingToDo));
    }
}
