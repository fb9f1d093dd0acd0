//! Rules of the codebook by example: what breaches them, and where.

mod support;

use glossator::history::Editor;
use glossator::marked::*;
use glossator::model::*;
use support::time;

fn a(number: u32) -> AnnotationId {
    annotation_id(number)
}

fn t(number: u32) -> TagId {
    tag_id(number)
}

#[track_caller]
fn made(tags: &[&str], texts: &[&str], commands: Vec<Command>) -> Editor {
    let mut editor = Editor::new(project(tags, texts));
    for command in commands {
        editor.run(command, time(1)).unwrap_or_else(|error| panic!("{error}"));
    }
    editor
}

/// The breaches of one rule, as the words of its passages show it.
#[track_caller]
fn check(rule: Rule, texts: &[&str], expected: &[Breach]) {
    let editor = made(&["claim/demand", "actor"], texts, vec![Command::SetRule(rule)]);
    assert_eq!(breaches(editor.project()), expected, "{texts:?}");
}

#[test]
fn two_tags_may_not_overlap() {
    let apart = || rule(1, RuleKind::Apart, t(1), Some(t(3)));
    let overlaps = |one, other| Breach::Overlaps(rule_id(1), a(one), a(other));
    check(apart(), &["«claim:a» «actor:b»"], &[]);
    check(apart(), &["«claim:a»«actor:b»"], &[]);
    check(apart(), &["«claim:a «actor:b» c» «claim:d»"], &[overlaps(1, 2)]);
    check(apart(), &["«claim/demand:«actor:b»»"], &[overlaps(1, 2)]);
    check(apart(), &["«claim:a «claim/demand:b»»"], &[]);
    check(apart(), &["«1:claim:a «2:actor:b»1 c»2"], &[overlaps(1, 2)]);
    check(apart(), &["«1:claim:a»1 «2:actor:b»2 «1:claim:c»1"], &[]);
    check(apart(), &["«claim»«actor»a"], &[overlaps(1, 2)]);
    check(apart(), &["«claim»«actor:a»"], &[]);
    check(apart(), &["«claim:a»", "«actor:a»"], &[]);
}

#[test]
fn a_tag_may_not_overlap_itself() {
    let apart = rule(1, RuleKind::Apart, t(1), Some(t(1)));
    check(apart, &["«claim:a «claim:b» «actor:c»»"], &[Breach::Overlaps(rule_id(1), a(1), a(2))]);
}

#[test]
fn a_tag_lies_within_another() {
    let within = || rule(1, RuleKind::Within, t(3), Some(t(1)));
    let outside = |number| Breach::Outside(rule_id(1), a(number));
    check(within(), &["«claim:a «actor:b» c»"], &[]);
    check(within(), &["«claim/demand:«actor:b»»"], &[]);
    check(within(), &["«claim:a» «actor:b»"], &[outside(2)]);
    check(within(), &["«1:claim:a «2:actor:b»1 c»2"], &[outside(2)]);
    check(within(), &["«claim»«actor:b»"], &[]);
    check(within(), &["«claim:a «1:actor:b»1 c» «1:actor:d»1"], &[outside(2)]);
}

#[test]
fn each_document_has_a_tag() {
    let each = || rule(1, RuleKind::EachDocument, t(1), None);
    let lacks = |number| Breach::Lacks(rule_id(1), document_id(number));
    check(each(), &["«claim:a»", "«claim»b", "«claim/demand:c»"], &[]);
    check(each(), &["«actor:a»", "b"], &[lacks(1), lacks(2)]);
}

#[test]
fn another_coder_s_passages_are_another_reading() {
    let mut editor = made(
        &["claim", "actor"],
        &["«claim:a»"],
        vec![Command::SetRule(rule(1, RuleKind::Apart, t(1), Some(t(2))))],
    );
    let target = editor.project().annotation(a(1)).expect("it is there").target.clone();
    let (document, coder) = (document_id(1), coder_id(2));
    let new = NewAnnotation { id: a(2), document, target, tag: t(2), coder, at: time(1) };
    editor.run(Command::Annotate(new), time(1)).expect("granted");
    assert_eq!(breaches(editor.project()), []);
}

#[test]
fn a_required_attribute_is_missing_where_it_is_shown() {
    let kind = Attribute { required: true, ..choice_of(1, "kind", &["legal", "moral"]) };
    let value = Value::One(choice_id(1)).source();
    let only_if = Some(Condition { attribute: kind.id, value, extra: Extra::default() });
    let law = Attribute::new(attribute_id(5), "law", AttributeKind::Text);
    let law = Attribute { required: true, only_if, ..law };
    let set = |number, choice| Command::SetValue(a(number), kind.id, Some(Value::One(choice_id(choice))));
    let editor = made(
        &["claim/demand", "actor"],
        &["«claim:a» «claim/demand:b» «claim:c» «actor:d»"],
        vec![
            Command::EditTag(t(1), vec![TagField::Attributes(vec![kind.clone(), law.clone()])]),
            set(1, 1),
            set(3, 2),
        ],
    );
    let expected = [Breach::Missing(a(1), law.id), Breach::Missing(a(2), kind.id)];
    assert_eq!(breaches(editor.project()), expected);
}

#[test]
fn a_value_of_another_kind_is_wrong() {
    let kind = choice_of(1, "kind", &["legal"]);
    let attributes =
        |kind: &Attribute| Command::EditTag(t(1), vec![TagField::Attributes(vec![kind.clone()])]);
    let mut editor = made(
        &["claim"],
        &["«claim:a»"],
        vec![attributes(&kind), Command::SetValue(a(1), kind.id, Some(Value::One(choice_id(1))))],
    );
    assert_eq!(breaches(editor.project()), []);
    let number = Attribute { kind: AttributeKind::Number, ..kind };
    editor.run(attributes(&number), time(2)).expect("granted");
    assert_eq!(breaches(editor.project()), [Breach::Wrong(a(1), number.id)]);
}

#[test]
fn a_relation_joins_what_it_may_not_after_a_retag() {
    let new = NewRelation {
        id: relation_id(1),
        kind: relation_type_id(1),
        from: a(1),
        to: a(2),
        coder: CODER,
        at: time(1),
    };
    let mut editor = made(
        &["claim", "actor"],
        &["«claim:a» «actor:b»"],
        vec![
            Command::AddRelationType(relation_type(1, "made by", Some(&[t(1)]), Some(&[t(2)]))),
            Command::Relate(new),
        ],
    );
    assert_eq!(breaches(editor.project()), []);
    editor.run(Command::Retag(a(2), t(1)), time(2)).expect("granted");
    assert_eq!(breaches(editor.project()), [Breach::Joins(relation_id(1))]);
}
