//! The Glossator file: what is written can be read, what is wrong is named, and
//! what is not known survives.

mod sample;

use glossator::formats::json::{self, Opened};
use glossator::formats::{LARGEST, ReadError, WRITERS};
use glossator::history::Editor;
use glossator::model::*;
use glossator::text::Text;
use sample::*;
use serde_json::{Map, Value, json};

#[track_caller]
fn project(source: &str) -> Project {
    match json::read(source) {
        Ok(Opened::Project(project)) => *project,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn set(source: &str) -> json::AnnotationSet {
    match json::read(source) {
        Ok(Opened::Annotations(set)) => *set,
        other => panic!("{other:?}"),
    }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(include_str!("../docs/format.schema.json")).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

/// The sample with a field of a newer program at every place that can have one.
fn from_a_newer_program() -> Value {
    fn add(value: &mut Value) {
        match value {
            Value::Object(map) => {
                // In these two any name is the person's own.
                let known = map.iter_mut().filter(|(name, _)| !["fields", "values"].contains(&name.as_str()));
                known.for_each(|(_, value)| add(value));
                map.insert("x_new".to_owned(), json!({ "deep": [1, null, "𝔊", { "b": 1.5, "a": 2 }] }));
            }
            Value::Array(items) => items.iter_mut().for_each(add),
            _ => {}
        }
    }
    let mut value: Value = serde_json::from_str(&json::write_project(&sample())).unwrap();
    add(&mut value);
    let big = serde_json::from_str("123456789012345678901234567890").unwrap();
    value["annotations"][0]["values"] = json!({ "sure": true, "count": Value::Number(big) });
    value
}

#[test]
fn a_project_comes_back_byte_for_byte() {
    let written = json::write_project(&sample());
    let read = project(&written);
    assert_eq!(read, sample());
    assert_eq!(json::write_project(&read), written);
}

#[test]
fn every_project_that_edits_lead_to_comes_back() {
    let is_valid = validator();
    for seed in 0..30 {
        let mut editor = Editor::new(sample());
        let mut chance = Chance(seed);
        (0..60).for_each(|minute| drop(edit(&mut chance, &mut editor, minute)));
        let written = json::write_project(editor.project());
        let read = project(&written);
        assert!(read.says_the_same(editor.project()), "seed {seed}");
        assert_eq!(read.tombstones(), editor.project().tombstones(), "seed {seed}");
        assert_eq!(json::write_project(&read), written, "seed {seed}");
        assert!(is_valid.is_valid(&serde_json::from_str(&written).unwrap()), "seed {seed}");
    }
}

#[test]
fn a_byte_order_mark_and_crlf_around_the_file_do_no_harm() {
    let written = json::write_project(&sample());
    assert_eq!(project(&format!("\u{feff}{}", written.replace('\n', "\r\n"))), sample());
}

#[test]
fn what_a_newer_program_wrote_survives() {
    let source = pretty(&from_a_newer_program());
    let once = json::write_project(&project(&source));
    assert_eq!(serde_json::from_str::<Value>(&once).unwrap(), from_a_newer_program());
    assert_eq!(json::write_project(&project(&once)), once);
}

#[test]
fn what_a_newer_program_said_of_a_range_stays_with_the_range() {
    let mut editor = Editor::new(project(&pretty(&from_a_newer_program())));
    let target = passage(editor.project(), APPEAL, "humanitarian law");
    editor.run(Command::Resize(annotation(2), target), at(99)).unwrap();
    let range = |editor: &Editor| {
        let written: Value = serde_json::from_str(&json::write_project(editor.project())).unwrap();
        let list = written["annotations"].as_array().unwrap().clone();
        let id = annotation(2).to_string();
        let found = list.into_iter().find(|annotation| annotation["id"] == id.as_str()).unwrap();
        found["target"]["ranges"][0].clone()
    };
    assert_eq!(range(&editor)["x_new"], Value::Null);
    editor.undo(at(100)).unwrap();
    assert_ne!(range(&editor)["x_new"], Value::Null);
}

const PROJECT: &str = include_str!("fixtures/v1-project.glossator.json");
const ANNOTATIONS: &str = include_str!("fixtures/v1-annotations.json");

#[test]
fn a_project_of_version_1_is_read_and_written_as_it_was() {
    let read = project(PROJECT);
    assert_eq!(read.annotations().len(), 10);
    assert_eq!(read.tombstones().len(), 1);
    assert_eq!(json::write_project(&read), PROJECT);
    assert_eq!(json::write_annotations(&read), ANNOTATIONS);
}

#[test]
fn annotations_of_version_1_find_their_texts() {
    let mut editor = Editor::new(project(PROJECT));
    let ids = editor.project().annotations().keys().collect();
    let before = editor.project().clone();
    editor.run(Command::DeleteAnnotations(ids), Time::default()).unwrap();
    let incoming = set(ANNOTATIONS).attach(editor.project()).unwrap();
    assert_eq!(incoming.annotations.len(), before.annotations().len());
    assert!(
        incoming.annotations.iter().all(|annotation| before.annotation(annotation.id) == Some(annotation))
    );
}

#[test]
fn the_files_are_what_the_schema_says() {
    let validator = validator();
    for source in [PROJECT, ANNOTATIONS] {
        let value = serde_json::from_str(source).unwrap();
        let faults: Vec<_> = validator.iter_errors(&value).map(|fault| fault.to_string()).collect();
        assert_eq!(faults, Vec::<String>::new());
    }
}

/// A value at a path such as `/annotations/0/note`.
fn with(path: &str, value: Value) -> Value {
    let mut file: Value = serde_json::from_str(PROJECT).unwrap();
    put(&mut file, path, value);
    file
}

fn put(file: &mut Value, path: &str, value: Value) {
    let (parent, name) = path.rsplit_once('/').unwrap();
    let parent = file.pointer_mut(parent).unwrap();
    match parent {
        Value::Array(items) => items[name.parse::<usize>().unwrap()] = value,
        Value::Object(map) => drop(map.insert(name.to_owned(), value)),
        _ => panic!("{path} is in neither a list nor an object"),
    }
}

fn without(path: &str) -> Value {
    let mut file: Value = serde_json::from_str(PROJECT).unwrap();
    let (parent, name) = path.rsplit_once('/').unwrap();
    let parent: &mut Map<_, _> = file.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    parent.remove(name).unwrap();
    file
}

#[track_caller]
fn check_refused(source: &str, parts: &[&str]) {
    let error = json::read(source).expect_err("the file is damaged");
    let message = error.to_string();
    for part in parts {
        assert!(message.contains(part), "{part:?} is not in: {message}");
    }
    assert!(message.ends_with("Nothing was changed."), "{message}");
}

#[test]
fn the_schema_and_the_reader_refuse_wrong_values() {
    let validator = validator();
    let cases: &[(&str, Value, &str)] = &[
        ("/unit", json!("byte"), "at unit: expected “code point”, found “byte”"),
        ("/kind", json!("backup"), "at kind: expected “project” or “annotations”"),
        ("/version", json!("1"), "at version: expected a whole number from 1, found “1”"),
        ("/version", json!(0), "at version: expected a whole number from 1, found the number 0"),
        ("/project", json!([]), "at project: expected an object, found a list"),
        ("/project/title", json!(3), "at project.title: expected text, found the number 3"),
        ("/coders/0/id", json!("ada"), "at coders[0].id: expected an id (a UUID), found “ada”"),
        ("/codebook/tags", json!({}), "at codebook.tags: expected a list"),
        ("/codebook/tags/2/colour", json!("red"), "at codebook.tags[2].colour: expected a colour"),
        ("/codebook/tags/2/colour", json!("#0b6fb3;x:y"), "expected a colour"),
        ("/codebook/tags/2/style", json!("zigzag"), "at codebook.tags[2].style: expected “solid”"),
        ("/codebook/tags/2/key", json!("ab"), "at codebook.tags[2].key: expected a digit"),
        ("/codebook/tags/2/order", json!("10"), "at codebook.tags[2].order: expected an order key"),
        ("/codebook/tags/2/retired", json!(null), "at codebook.tags[2].retired: expected true or false"),
        ("/codebook/tags/2/examples/0", json!(1), "at codebook.tags[2].examples[0]: expected text"),
        ("/documents/0/sha256", json!("12"), "at documents[0].sha256: expected a SHA-256"),
        ("/documents/1/fields/archive", json!(3), "at documents[1].fields.archive: expected text"),
        ("/documents/0/original/bom", json!(0), "at documents[0].original.bom: expected true or false"),
        ("/annotations/3/created", json!("2020-10-04"), "at annotations[3].created: expected a time"),
        ("/annotations/3/certainty", json!("sure"), "at annotations[3].certainty: expected “low”"),
        ("/annotations/3/values", json!([]), "at annotations[3].values: expected an object"),
        ("/annotations/3/rev", json!(-1), "at annotations[3].rev: expected a whole number"),
        ("/annotations/3/rev", json!(1.5), "at annotations[3].rev: expected a whole number"),
        ("/annotations/3/rev", json!(u32::MAX), "at annotations[3].rev: expected a whole number"),
        ("/annotations/3/lamport", json!(u64::MAX), "at annotations[3].lamport: expected a whole number"),
        ("/annotations/3/target", json!({}), "at annotations[3].target: expected either “ranges”"),
        ("/annotations/3/target", json!({ "ranges": [] }), "at annotations[3].target: expected either"),
        ("/annotations/3/target", json!({ "document": false }), "at annotations[3].target: expected either"),
        ("/annotations/3/target/document", json!(true), "at annotations[3].target: expected either"),
        (
            "/annotations/3/target/ranges/0/start",
            json!("1"),
            "annotations[3].target.ranges[0].start: expected",
        ),
        ("/readings/0/progress", json!("half"), "at readings[0].progress: expected “open” or “done”"),
        ("/deleted/0/modified", json!(""), "at deleted[0].modified: expected a time"),
    ];
    for (path, value, part) in cases {
        let file = with(path, value.clone());
        assert!(!validator.is_valid(&file), "the schema takes {value} at {path}");
        check_refused(&file.to_string(), &[part]);
    }
    for path in
        ["/readings", "/project/id", "/codebook/tags/0/name", "/documents/0/text", "/annotations/0/note"]
    {
        let place = path[1..].replace("/0", "[0]").replace('/', ".");
        assert!(!validator.is_valid(&without(path)), "the schema takes a file without {path}");
        check_refused(&without(path).to_string(), &[&format!("at {place}: it is missing")]);
    }
}

/// Files that only a look at several records at once shows to be wrong.
#[test]
fn records_that_do_not_go_together_are_refused() {
    let fixture: Value = serde_json::from_str(PROJECT).unwrap();
    let get = |path: &str| fixture.pointer(path).unwrap().clone();
    let nobody = json!("00000000-0000-4000-8000-00000000dead");
    let range = "/annotations/3/target/ranges/0";
    let length = get("/documents/0/length").as_u64().unwrap();
    let (start, end) = (get(&format!("{range}/start")), get(&format!("{range}/end")));
    let twice = json!([get(range), get(range)]);
    let cases: &[(&str, Value, &str)] = &[
        ("/coders/0/id", nobody.clone(), ".coder: there is no coder"),
        ("/annotations/3/tag", nobody.clone(), "at annotations[3].tag: there is no tag 00000000-"),
        ("/annotations/3/document", nobody.clone(), "at annotations[3].document: there is no document"),
        ("/annotations/3/id", get("/annotations/2/id"), "at annotations[3].id: the id"),
        ("/codebook/tags/2/id", get("/codebook/tags/1/id"), "at codebook.tags[2].id: the id"),
        ("/documents/1/id", get("/documents/0/id"), "at documents[1].id: the id"),
        ("/codebook/tags/2/parent", nobody.clone(), "at codebook.tags[2].parent: there is no tag"),
        (
            "/codebook/tags/0/parent",
            get("/codebook/tags/0/id"),
            "at codebook.tags[0].parent: this tag lies under",
        ),
        (
            "/codebook/tags/0/parent",
            get("/codebook/tags/1/id"),
            "at codebook.tags[0].parent: this tag lies under",
        ),
        ("/deleted/0/id", get("/annotations/0/id"), "at deleted[0].id: the annotation"),
        ("/readings/0/coder", nobody, "at readings[0].coder: there is no coder"),
        ("/documents/0/text", json!("short"), "at documents[0].text: the text was changed"),
        ("/documents/0/length", json!(length + 1), "at documents[0].length: the text has"),
        (&format!("{range}/end"), start.clone(), "at annotations[3].target.ranges[0]: the range"),
        (&format!("{range}/end"), json!(length + 1), "at annotations[3].target.ranges[0]: the range ends at"),
        (
            &format!("{range}/start"),
            json!(start.as_u64().unwrap() + 1),
            "at annotations[3].target.ranges[0]: the quote is “",
        ),
        (
            &format!("{range}/quote"),
            json!("else"),
            "at annotations[3].target.ranges[0]: the quote is “else”, but",
        ),
        ("/annotations/3/target/ranges", twice, "at annotations[3].target.ranges[1]: this range begins at"),
    ];
    assert_ne!(start, end);
    for (path, value, part) in cases {
        check_refused(&with(path, value.clone()).to_string(), &[part]);
    }
    let nested = (0..100).fold(json!(0), |inner, _| json!([inner]));
    check_refused(
        &with("/project/x", nested).to_string(),
        &["at project.x: it is nested more than 64 levels"],
    );
}

#[test]
fn relations_and_rules_have_all_that_they_name() {
    let source: Value = serde_json::from_str(&json::write_project(&sample())).unwrap();
    let nobody = json!("00000000-0000-4000-8000-00000000dead");
    let first = source["annotations"][0]["id"].clone();
    let cases: &[(&str, Value, &str)] = &[
        ("/relations/0/kind", nobody.clone(), "at relations[0].kind: there is no type of relations"),
        ("/relations/0/from", nobody.clone(), "at relations[0].from: there is no annotation"),
        ("/relations/1/to", nobody.clone(), "at relations[1].to: there is no annotation"),
        ("/relations/0/coder", nobody.clone(), "at relations[0].coder: there is no coder"),
        ("/relations/0/id", source["relations"][1]["id"].clone(), "at relations[1].id: the id"),
        ("/relations/0/id", first, "at relations[0].id: the id"),
        ("/relations/0/id", source["deleted"][1]["id"].clone(), "at deleted[1].id: the annotation"),
        ("/codebook/relation_types/0/from/0", nobody.clone(), "relation_types[0].from: there is no tag"),
        ("/codebook/rules/0/tag", nobody.clone(), "at codebook.rules[0].tag: there is no tag"),
        ("/codebook/rules/0/other", nobody, "at codebook.rules[0].other: there is no tag"),
        ("/codebook/rules/0/kind", json!("near"), "at codebook.rules[0].kind: expected “apart”"),
        ("/codebook/versions/0/at", json!("now"), "at codebook.versions[0].at: expected a time"),
    ];
    for (path, value, part) in cases {
        let mut file = source.clone();
        put(&mut file, path, value.clone());
        check_refused(&file.to_string(), &[part]);
    }
}

const CODEBOOK: &str = include_str!("fixtures/v1-codebook.glossator.json");

#[test]
fn a_project_with_attributes_relations_rules_and_versions_is_written_as_it_was() {
    let read = project(CODEBOOK);
    assert_eq!((read.relations().len(), read.rules().len(), read.versions().len()), (2, 2, 1));
    assert_eq!(json::write_project(&read), CODEBOOK);
}

#[test]
fn a_file_that_was_cut_off_says_where() {
    let lines = PROJECT.lines().count();
    let mut place = PROJECT.len() * 2 / 3;
    while !PROJECT.is_char_boundary(place) {
        place -= 1;
    }
    let cut = &PROJECT[..place];
    check_refused(cut, &[&format!("at line {}, column", cut.lines().count()), "cut off"]);
    check_refused(&PROJECT.replacen("\"unit\"", "unit", 1), &["at line 5, column 3: key must be a string"]);
    assert!(lines > 100);
}

#[test]
fn every_file_that_was_cut_off_is_refused() {
    for place in (0..PROJECT.trim_end().len()).step_by(97).filter(|place| PROJECT.is_char_boundary(*place)) {
        assert!(json::read(&PROJECT[..place]).is_err(), "cut off at byte {place}");
    }
}

#[test]
fn what_is_not_ours_is_named() {
    let cases = [
        ("", "This file is empty"),
        (" \n", "This file is empty"),
        ("<html>", "It looks like XML or HTML"),
        ("PK\u{3}\u{4}…", "It looks like a ZIP archive"),
        ("%PDF-1.7", "It looks like a PDF"),
        ("a,b\n1,2", "It looks like plain text or a table"),
        ("{}", "It looks like JSON of another program"),
        ("[1]", "It looks like JSON of another program"),
        (r#"{"format":"other"}"#, "It looks like JSON of another program"),
        (r#"{"@context":"http://www.w3.org/ns/anno.jsonld"}"#, "a W3C Web Annotation"),
        (r#"[{"data":{"text":"x"}}]"#, "Label Studio"),
        (r#"[{"text":"x","label":[]}]"#, "doccano"),
        (r#"{"%TYPES":{}}"#, "INCEpTION"),
    ];
    for (source, part) in cases {
        check_refused(source, &[part]);
    }
    let large = " ".repeat(LARGEST + 1);
    check_refused(&large, &["This file has 65 MB"]);
}

#[test]
fn a_newer_file_is_refused() {
    let newer = with("/version", json!(3)).to_string();
    assert_eq!(json::read(&newer).unwrap_err(), ReadError::Newer { version: 3 });
    check_refused(&newer, &["made by a newer Glossator (format 3; this one reads up to 1)"]);
    // Whatever else a newer one says.
    check_refused(r#"{"format":"glossator","version":2,"kind":"feast"}"#, &["format 2"]);
}

/// The texts of the sample in a project of its own, under other ids and titles.
fn elsewhere() -> Editor {
    let mut editor = Editor::new(Project::empty(blank().head().clone()));
    let mut number = 0;
    let sample = sample();
    let documents = sample.documents().into_iter().map(|document| {
        number += 1;
        Document {
            id: DocumentId::from_random(bytes(number)),
            title: format!("mine {number}"),
            ..document.clone()
        }
    });
    editor.run(Command::AddDocuments(documents.collect()), at(0)).unwrap();
    editor
}

#[test]
fn annotations_find_their_texts_under_any_id() {
    let mut editor = elsewhere();
    let incoming = set(&json::write_annotations(&sample())).attach(editor.project()).unwrap();
    editor.run(Command::TakeIn(Box::new(incoming)), at(1)).unwrap();
    let (mine, theirs) = (editor.project().clone(), sample());
    assert_eq!(mine.tags(), theirs.tags());
    assert_eq!(mine.coders(), theirs.coders());
    let said = |project: &Project| -> Vec<_> {
        let words = |annotation: &Annotation| {
            let text = &project.document(annotation.document).unwrap().text;
            let spans = annotation.target.spans().iter();
            spans.map(|span| text.slice(*span).to_owned()).collect::<Vec<_>>()
        };
        let annotations = project.annotations().values();
        annotations.map(|annotation| (annotation.id, annotation.tag, words(annotation))).collect()
    };
    assert_eq!(said(&mine), said(&theirs));
    assert!(mine.document(APPEAL).is_none());
    assert_eq!(mine.readings().len(), 1);
}

#[test]
fn annotations_taken_in_twice_change_nothing() {
    let mut editor = elsewhere();
    let incoming = |editor: &Editor| {
        let set = set(&json::write_annotations(&sample()));
        Command::TakeIn(Box::new(set.attach(editor.project()).unwrap()))
    };
    let once = incoming(&editor);
    editor.run(once, at(1)).unwrap();
    let again = incoming(&editor);
    assert_eq!(editor.run(again, at(2)).unwrap_err(), EditError::NothingToDo);
}

#[test]
fn annotations_without_their_texts_are_refused_by_title() {
    let mut editor = Editor::new(sample());
    editor.run(Command::RemoveDocument(note()), at(9)).unwrap();
    let changed = Text::import("else").unwrap();
    let document = Document { text: changed, ..document(note(), "A note, \"quoted\"", "") };
    editor.run(Command::AddDocuments(vec![document]), at(9)).unwrap();
    let error = set(&json::write_annotations(&sample())).attach(editor.project()).unwrap_err();
    assert_eq!(error, ReadError::MissingTexts { titles: vec!["A note, \"quoted\"".to_owned()] });
    assert!(error.to_string().contains("“A note, \"quoted\"”"), "{error}");
    // A text that nothing lies on may be missing.
    let ids = |editor: &Editor| editor.project().annotations().keys().collect();
    let mut bare = Editor::new(sample());
    let all = ids(&bare);
    bare.run(Command::DeleteAnnotations(all), at(9)).unwrap();
    assert!(set(&json::write_annotations(bare.project())).attach(editor.project()).is_ok());
}

#[test]
fn a_quote_that_was_changed_in_an_annotations_file_is_named() {
    let mut file: Value = serde_json::from_str(ANNOTATIONS).unwrap();
    put(&mut file, "/annotations/3/target/ranges/0/quote", json!("else"));
    let error = set(&file.to_string()).attach(&project(PROJECT)).unwrap_err();
    assert!(error.to_string().contains("at annotations[3].target.ranges[0]: the quote is “else”"), "{error}");
}

#[test]
fn an_annotations_file_holds_no_text() {
    let written = json::write_annotations(&sample());
    let value: Value = serde_json::from_str(&written).unwrap();
    assert!(value["documents"].as_array().unwrap().iter().all(|document| document.get("text").is_none()));
    assert!(validator().is_valid(&value));
}

#[test]
fn every_kind_of_file_is_written_the_same_each_time() {
    for format in WRITERS {
        assert_eq!((format.write)(&sample()), (format.write)(&sample()), "{}", format.name);
        assert!(format.about.ends_with('.') && !format.extension.starts_with('.'), "{}", format.name);
    }
}
