//! What of the annotations is listed, and in which order.

use glossator::marked::*;
use glossator::model::*;
use glossator::table::KeySet;

const DOC: DocumentId = document_id(1);
const TAGS: &[&str] = &["claim", "claim/demand", "actor"];

/// The quotes of what a query lists on a document with these marks.
#[track_caller]
fn check(marked: &str, query: Query, hidden: &[TagId], expected: &[&str]) {
    let project = project(TAGS, &[marked]);
    let mut unseen = KeySet::default();
    unseen.extend(hidden.iter().copied());
    let listed = query.run(&project, Index::new(&project).placed(DOC), &unseen);
    let text = &project.document(DOC).expect("there is a first document").text;
    let quotes: Vec<_> = listed
        .iter()
        .map(|id| {
            text.slice(project.annotation(*id).expect("it is listed").target.hull().expect("a passage"))
        })
        .collect();
    assert_eq!(quotes, expected);
}

const MARKED: &str = "«actor:The army» «claim/demand:must stop» its «claim:SHELLING of «actor:Ganja»»";

#[test]
fn all_in_the_order_of_the_text_the_longer_first() {
    check(MARKED, Query::default(), &[], &["The army", "must stop", "SHELLING of Ganja", "Ganja"]);
}

#[test]
fn a_tag_stands_for_those_under_it() {
    let query = Query { tag: Some(tag_id(1)), ..Query::default() };
    check(MARKED, query, &[], &["must stop", "SHELLING of Ganja"]);
    let query = Query { tag: Some(tag_id(2)), ..Query::default() };
    check(MARKED, query, &[], &["must stop"]);
}

#[test]
fn words_are_looked_for_in_either_case() {
    let query = |words: &str| Query { words: words.to_owned(), ..Query::default() };
    check(MARKED, query(" ganja "), &[], &["SHELLING of Ganja", "Ganja"]);
    check(MARKED, query("Shelling"), &[], &["SHELLING of Ganja"]);
    check(MARKED, query("nowhere"), &[], &[]);
}

#[test]
fn words_that_a_line_break_parts_are_found() {
    let query = Query { words: "armed forces".to_owned(), ..Query::default() };
    check("«actor:armed\nforces»", query, &[], &["armed\nforces"]);
}

#[test]
fn by_tag_in_the_order_of_the_codebook() {
    let query = Query { order: SortBy::Tag, ..Query::default() };
    check(MARKED, query, &[], &["SHELLING of Ganja", "must stop", "The army", "Ganja"]);
}

#[test]
fn a_hidden_tag_hides_what_stands_under_it() {
    check(MARKED, Query::default(), &[tag_id(1)], &["The army", "Ganja"]);
    check(MARKED, Query::default(), &[tag_id(2)], &["The army", "SHELLING of Ganja", "Ganja"]);
}

#[test]
fn without_a_note_nothing_is_left_of_those_with_one() {
    check(MARKED, Query { notes: Notes::Some, ..Query::default() }, &[], &[]);
}

#[test]
fn another_order_leaves_nothing_out() {
    assert!(!Query { order: SortBy::Newest, ..Query::default() }.is_narrow());
    assert!(Query { notes: Notes::Some, ..Query::default() }.is_narrow());
}
