//! What stands beside a text: names in the margin, and the density of marks.

use glossator::marked::*;
use glossator::model::*;
use glossator::text::Text;

/// `top-bottom tag` for each annotation, against `top-bottom/lane name×n …` for each group.
#[track_caller]
fn check(annotations: &str, expected: &[&str]) {
    let annotations = annotations.split(", ").enumerate().map(|(at, written)| {
        let (heights, tag) = written.split_once(' ').expect("heights and a tag");
        let (top, bottom) = heights.split_once('-').expect("two heights");
        Beside {
            annotation: annotation_id(at as u32 + 1),
            tag: tag_id(tag.parse().expect("a tag's number")),
            top: top.parse().expect("a number"),
            bottom: bottom.parse().expect("a number"),
        }
    });
    let groups: Vec<_> = groups(annotations, 20)
        .iter()
        .map(|group| {
            let names = group.names.iter().map(|name| {
                let tag = (1..9).find(|tag| name.tag == Some(tag_id(*tag)));
                format!(
                    " {}×{}",
                    tag.map_or("more".to_owned(), |tag| tag.to_string()),
                    name.annotations.len()
                )
            });
            format!("{}-{}/{}{}", group.top, group.bottom, group.lane, names.collect::<String>())
        })
        .collect();
    assert_eq!(groups, expected);
}

#[test]
fn names_with_room_stand_alone() {
    check("0-30 1, 30-60 2, 60-90 1", &["0-30/0 1×1", "30-60/0 2×1", "60-90/0 1×1"]);
}

#[test]
fn what_begins_beside_a_name_joins_its_group() {
    check("0-30 1, 0-30 2, 30-60 2, 39-60 1, 60-90 3", &["0-60/0 1×2 2×2", "60-90/0 3×1"]);
}

#[test]
fn the_same_tag_is_one_name() {
    check("0-30 1, 0-30 1, 0-90 1", &["0-90/0 1×3"]);
}

#[test]
fn a_fifth_tag_makes_the_last_name_stand_for_more() {
    check("0-30 1, 0-30 2, 0-30 3, 0-30 4, 0-30 5, 0-30 1, 0-30 4", &["0-30/0 1×2 2×1 3×1 more×3"]);
    // A full group takes no more than four rows, so that what follows stands by its line.
    check("0-30 1, 0-30 2, 0-30 3, 0-30 4, 80-99 5", &["0-30/0 1×1 2×1 3×1 4×1", "80-99/0 5×1"]);
}

#[test]
fn brackets_that_would_meet_lie_in_lanes() {
    check(
        "0-200 1, 30-60 2, 60-300 3, 90-120 1",
        &["0-200/0 1×1", "30-60/1 2×1", "60-300/1 3×1", "90-120/2 1×1"],
    );
}

/// `rows tags level` for each stretch of a marked text.
#[track_caller]
fn dense(marked: &str, rows: usize, expected: &[&str]) {
    let project = project(&["claim", "actor", "law", "date"], &[marked]);
    let document = project.documents()[0].clone();
    let marks = project.annotations().values().flat_map(|annotation| {
        annotation.target.spans().iter().map(|span| (annotation.tag, *span)).collect::<Vec<_>>()
    });
    let found: Vec<_> = density(document.text.length().get(), rows, marks)
        .iter()
        .map(|stretch| {
            let names: Vec<_> =
                stretch.tags.iter().map(|tag| project.tag(*tag).expect("it is used").name.clone()).collect();
            format!("{}-{} {} {}", stretch.rows.0, stretch.rows.1, names.join("+"), stretch.level)
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn rows_that_are_marked_alike_are_one_stretch() {
    dense("«claim:aaaabbbb»ccccdddd", 4, &["0-2 claim 3"]);
    dense("aaaab«claim:b»bbccccdddd", 4, &["1-2 claim 1"]);
    dense("aaaa«claim:bb»bbcccc«actor:d»ddd", 4, &["1-2 claim 2", "3-4 actor 1"]);
}

#[test]
fn the_tag_with_the_most_text_comes_first_and_a_fourth_is_left_out() {
    dense("«claim:a»«actor:bb»bbbbb", 1, &["0-1 actor+claim 2"]);
    dense("«claim:aaaa»«actor:bbb»«law:cc»«date:d»", 1, &["0-1 claim+actor+law 3"]);
}

#[test]
fn a_short_text_has_more_rows_than_characters() {
    dense("a«claim:b»c", 6, &["2-4 claim 3"]);
    assert_eq!(density(0, 6, []), []);
    assert_eq!(density(5, 0, [(tag_id(1), Text::new("abcde").expect("short").all())]), []);
}

#[test]
fn every_marked_character_is_in_a_stretch() {
    for length in [1_u32, 2, 3, 7, 50, 333] {
        let text = Text::new(&"x".repeat(length as usize)).expect("short");
        for rows in [1, 2, 3, 5, 64, 100] {
            for at in 0..length {
                let span = text.span(at, at + 1).expect("inside");
                let found = density(length, rows, [(tag_id(1), span)]);
                assert!(!found.is_empty(), "{at} of {length} in {rows} rows");
            }
        }
    }
}
