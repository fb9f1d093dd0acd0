//! What an annotation is asked for and how it answers, and which relations fit between two of them.

mod support;

use glossator::history::Editor;
use glossator::marked::*;
use glossator::model::*;
use glossator::table::TextMap;
use support::time;

fn only_if(asked: Attribute, attribute: u32, value: Value) -> Attribute {
    let (attribute, value) = (attribute_id(attribute), value.source());
    Attribute { only_if: Some(Condition { attribute, value, extra: Extra::default() }), ..asked }
}

fn one(choice: u32) -> Value {
    Value::One(choice_id(choice))
}

fn values(of: &[(u32, Value)]) -> TextMap {
    of.iter().map(|(number, value)| (attribute_id(*number).to_string(), value.source())).collect()
}

/// Which of three attributes are asked for: the second depends on the first, the third on the second.
#[track_caller]
fn check_shown(of: &[(u32, Value)], expected: &[&str]) {
    let kind = choice_of(1, "kind", &["legal", "moral"]);
    let rule = only_if(choice_of(11, "rule", &["named", "implied"]), 1, one(1));
    let source = only_if(Attribute::new(attribute_id(21), "source", AttributeKind::Text), 11, one(11));
    let asked = [&kind, &rule, &source];
    let names: Vec<_> = shown(&asked, &values(of)).iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, expected);
}

#[test]
fn what_depends_on_something_that_is_not_asked_is_not_asked_either() {
    check_shown(&[], &["kind"]);
    check_shown(&[(1, one(1))], &["kind", "rule"]);
    check_shown(&[(1, one(1)), (11, one(11))], &["kind", "rule", "source"]);
    check_shown(&[(1, one(1)), (11, one(12))], &["kind", "rule"]);
    check_shown(&[(1, one(2)), (11, one(11))], &["kind"]);
}

#[test]
fn an_answer_fits_is_wrong_is_missing_or_is_not_needed() {
    let kind = choice_of(1, "kind", &["legal"]);
    let required = Attribute { required: true, ..kind.clone() };
    assert_eq!(kind.given(&values(&[(1, one(1))])), Given::Fits(one(1)));
    assert_eq!(kind.given(&values(&[(1, one(9))])), Given::Wrong);
    assert_eq!(kind.given(&values(&[(1, Value::Number("3".to_owned()))])), Given::Wrong);
    assert_eq!(kind.given(&values(&[])), Given::Nothing);
    assert_eq!(required.given(&values(&[])), Given::Missing);
    assert_eq!(required.given(&values(&[(1, one(9))])), Given::Wrong);
}

/// The types that join the first passage with the second, by their names.
#[track_caller]
fn check_fits(text: &str, drawn: &[(u32, u32, u32)], expected: &[(&str, Fit)]) {
    let t = tag_id;
    let mut editor = Editor::new(project(&["claim/demand", "actor", "law"], &[text]));
    let mut run = |command| drop(editor.run(command, time(1)).unwrap_or_else(|error| panic!("{error}")));
    let types = [
        relation_type(1, "invokes", Some(&[t(1)]), Some(&[t(4)])),
        relation_type(2, "made by", Some(&[t(1)]), Some(&[t(3)])),
        relation_type(3, "see", None, None),
        relation_type(4, "unused", Some(&[]), None),
    ];
    types.into_iter().for_each(|kind| run(Command::AddRelationType(kind)));
    for (number, (kind, from, to)) in (1..).zip(drawn) {
        run(Command::Relate(NewRelation {
            id: relation_id(number),
            kind: relation_type_id(*kind),
            from: annotation_id(*from),
            to: annotation_id(*to),
            coder: CODER,
            at: time(1),
        }));
    }
    let project = editor.project();
    let found: Vec<_> = fits(project, annotation_id(1), annotation_id(2), CODER)
        .into_iter()
        .map(|(kind, fit)| (project.relation_types()[&kind].name.as_str(), fit))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_types_that_fit_come_first_and_the_others_say_why_they_do_not() {
    let elsewhere = || Fit::StartsElsewhere(vec![]);
    check_fits(
        "«claim/demand:Stop» «actor:Ann»",
        &[],
        &[
            ("made by", Fit::Forward),
            ("see", Fit::Forward),
            ("invokes", Fit::LeadsElsewhere(vec![tag_id(4)])),
            ("unused", elsewhere()),
        ],
    );
    check_fits(
        "«actor:Ann» «claim:Stop»",
        &[],
        &[
            ("made by", Fit::Backward),
            ("see", Fit::Forward),
            ("invokes", Fit::StartsElsewhere(vec![tag_id(1)])),
            ("unused", elsewhere()),
        ],
    );
    check_fits(
        "«claim:Stop» «actor:Ann»",
        &[(2, 1, 2)],
        &[
            ("see", Fit::Forward),
            ("invokes", Fit::LeadsElsewhere(vec![tag_id(4)])),
            ("made by", Fit::Drawn),
            ("unused", elsewhere()),
        ],
    );
}

#[test]
fn nothing_joins_an_annotation_with_itself_or_with_one_that_is_gone() {
    let project = project(&[], &["«claim:a»"]);
    assert_eq!(fits(&project, annotation_id(1), annotation_id(1), CODER), []);
    assert_eq!(fits(&project, annotation_id(1), annotation_id(9), CODER), []);
}
