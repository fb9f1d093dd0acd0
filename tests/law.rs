//! What a project keeps of references to law: their meaning as values, refusals, instruments of its own, the
//! ledger; and what goes between the page and the recogniser.

mod support;

use glossator::formats::json::{self, Opened};
use glossator::formats::ledger::{Known, LEDGERS, Ledger, Standing};
use glossator::history::Editor;
use glossator::legal::{Options, OwnInstrument as Named, Table, recognise, wire};
use glossator::marked::*;
use glossator::model::*;
use glossator::text::Text;
use serde_json::Value as Json;
use support::time;

#[track_caller]
fn check_meaning(instrument: &str, provision: &str, whole: &str) {
    let meaning = Meaning::read(instrument, provision);
    assert_eq!(meaning.write_whole(), whole);
    assert_eq!(meaning.write(), (instrument.to_owned(), provision.to_owned()), "it is written as it was");
    let (instrument, provision) = meaning.write();
    assert_eq!(Meaning::read(&instrument, &provision), meaning);
}

#[test]
fn a_meaning_is_read_and_written() {
    check_meaning("", "", "");
    check_meaning("gc4", "", "gc4");
    check_meaning("gc4", "49(6)", "gc4#49(6)");
    check_meaning("gc1; gc2", "3", "gc1#3; gc2#3");
    check_meaning("ap1", "51; 52", "ap1#51; ap1#52");
    check_meaning("gc4#27; ap1#75", "", "gc4#27; ap1#75");
    check_meaning("gc1 | gc2 | gc3 | gc4", "", "gc1 | gc2 | gc3 | gc4");
    check_meaning("?; ?; ?; ?", "", "?; ?; ?; ?");
    check_meaning("un:S/RES/822(1993); ?", "", "un:S/RES/822(1993); ?");
    check_meaning("customary law", "", "customary law");
    check_meaning("", "51", "?#51");
}

#[test]
fn only_what_is_named_and_chosen_is_settled() {
    let settled = |text: &str| Meaning::read(text, "").is_settled();
    assert!(settled("gc4") && settled("gc1; gc2"));
    assert!(!settled("") && !settled("gc1 | gc2") && !settled("gc1; ?"));
}

/// The starter with a passage of the appeal for each of these words, and what each is said to mean.
fn appeal(passages: &[(&str, &str, &str)]) -> Project {
    let mut editor = Editor::new(starter(PROJECT));
    let text = editor.project().document(APPEAL).unwrap().text.clone();
    for ((words, instrument, provision), number) in passages.iter().zip(1..) {
        let start = text.as_str().find(words).unwrap();
        let span = glossator::text::Span::between(
            text.position_of_byte(start),
            text.position_of_byte(start + words.len()),
        );
        let attributes = law_attributes(editor.project(), LEGAL_REFERENCE).unwrap();
        let values = attributes.values(&Meaning::read(instrument, provision));
        let values = values.into_iter().filter_map(|(id, value)| Some((id, value?))).collect();
        let new = NewAnnotation {
            id: annotation_id(number),
            document: APPEAL,
            target: Target::passage(span).unwrap(),
            tag: LEGAL_REFERENCE,
            coder: coder_id(number),
            at: time(1),
        };
        editor.run(Command::AnnotateWith(new, values), time(number)).unwrap();
    }
    editor.project().clone()
}

const CONVENTION: &str = "the Geneva Convention of 1949";
const RESOLUTIONS: &str = "four UN Security Council resolutions";

#[test]
fn an_annotation_comes_with_its_meaning_in_one_step_and_gets_another_in_one() {
    let mut editor = Editor::new(appeal(&[(CONVENTION, "gc1 | gc4", "3")]));
    let attributes = law_attributes(editor.project(), LEGAL_REFERENCE).unwrap();
    let meaning = |editor: &Editor| {
        attributes.meaning(editor.project().annotation(annotation_id(1)).unwrap()).write_whole()
    };
    assert_eq!(meaning(&editor), "gc1#3 | gc4#3");
    let values = attributes.values(&Meaning::read("gc4", ""));
    editor.run(Command::SetValues(annotation_id(1), values), time(5)).unwrap();
    assert_eq!(meaning(&editor), "gc4");
    editor.undo(time(6));
    assert_eq!(meaning(&editor), "gc1#3 | gc4#3");
    let wrong = Command::SetValues(annotation_id(1), vec![(attribute_id(9), None)]);
    assert_eq!(editor.run(wrong, time(7)).err(), Some(EditError::NoAttribute));
}

#[test]
fn the_starters_tags_are_given_where_they_fit() {
    let project = starter(PROJECT);
    assert_eq!(tag_for_law(&project, true, false), Some(TREATY));
    assert_eq!(tag_for_law(&project, false, true), Some(UN_RESOLUTION));
    assert_eq!(tag_for_law(&project, false, false), Some(LEGAL_REFERENCE));
    let without = support::start();
    assert_eq!(tag_for_law(&without, true, false), None, "no tag asks for an instrument");
}

#[test]
fn a_refusal_is_remembered_undone_and_forgotten() {
    let mut editor = Editor::new(starter(PROJECT));
    let here = Refusal {
        document: Some(APPEAL),
        start: 3,
        end: 9,
        ..refusal(1, CONVENTION, "ambiguous: gc1 | gc2")
    };
    let everywhere = refusal(2, RESOLUTIONS, "set: ?; ?");
    editor.run(Command::Refuse(vec![here.clone(), everywhere.clone()]), time(1)).unwrap();
    let again = Refusal { id: refusal_id(3), ..everywhere.clone() };
    assert_eq!(editor.run(Command::Refuse(vec![again]), time(2)).err(), Some(EditError::NothingToDo));
    assert!(here.holds(CONVENTION, "ambiguous: gc1 | gc2", (APPEAL, 3, 9)));
    assert!(!here.holds(CONVENTION, "ambiguous: gc1 | gc2", (APPEAL, 4, 9)), "another place");
    assert!(!here.holds(CONVENTION, "resolved: gc4", (APPEAL, 3, 9)), "another reading");
    assert!(everywhere.holds(RESOLUTIONS, "set: ?; ?", (document_id(7), 0, 1)));
    let file = json::write_project(editor.project());
    assert_eq!(read(&file).refusals(), editor.project().refusals());
    editor.undo(time(3));
    assert!(editor.project().refusals().is_empty());
    editor.redo(time(4));
    editor.run(Command::OfferAgain(vec![refusal_id(1), refusal_id(9)]), time(5)).unwrap();
    assert_eq!(editor.project().refusals().len(), 1);
}

#[track_caller]
fn read(file: &str) -> Project {
    match json::read(file) {
        Ok(Opened::Project(project)) => *project,
        other => panic!("{other:?}"),
    }
}

fn validator() -> jsonschema::Validator {
    let schema: Json = serde_json::from_str(include_str!("../docs/format.schema.json")).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

#[test]
fn refusals_and_instruments_travel_in_the_file_and_older_files_have_none() {
    let mut editor = Editor::new(appeal(&[(CONVENTION, "own:1", "")]));
    let madrid = OwnInstrument {
        aliases: vec![" MD ".to_owned(), String::new()],
        articles: Some(12),
        date: "1992".to_owned(),
        identifier: "Official Journal 1".to_owned(),
        ..instrument(1, " Madrid Document ")
    };
    editor.run(Command::SetInstrument(madrid), time(1)).unwrap();
    let place = Refusal { document: Some(APPEAL), start: 0, end: 4, ..refusal(1, "x", "unresolved: ") };
    editor.run(Command::Refuse(vec![place, refusal(2, "y", "")]), time(2)).unwrap();
    let kept = &editor.project().instruments()[&instrument_id(1)];
    assert_eq!((kept.name.as_str(), &kept.aliases[..]), ("Madrid Document", &["MD".to_owned()][..]));
    let file = json::write_project(editor.project());
    let value: Json = serde_json::from_str(&file).unwrap();
    let faults: Vec<_> = validator().iter_errors(&value).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, [""; 0]);
    assert_eq!(json::write_project(&read(&file)), file);
    assert_eq!(read(&file), *editor.project());

    // Those who take in annotations alone need what these refer to.
    let Ok(Opened::Annotations(set)) = json::read(&json::write_annotations(editor.project())) else {
        panic!()
    };
    let incoming = set.attach(&starter(PROJECT)).unwrap();
    let mut other = Editor::new(starter(PROJECT));
    other.run(Command::TakeIn(Box::new(incoming)), time(3)).unwrap();
    assert_eq!(other.project().instruments(), editor.project().instruments());
    assert!(other.project().refusals().is_empty(), "each refuses for themselves");

    let older = read(include_str!("fixtures/v1-project.glossator.json"));
    assert!(older.refusals().is_empty() && older.instruments().is_empty());
}

#[test]
fn an_instrument_keeps_its_code_and_no_two_have_one() {
    let mut editor = Editor::new(starter(PROJECT));
    let code = |editor: &Editor, name: &str| OwnInstrument::code_for(editor.project(), name);
    assert_eq!(code(&editor, "Madrid Document, 1992!"), "own:madrid-document-1992");
    assert_eq!(code(&editor, "Հայ"), "own:instrument");
    let one = OwnInstrument { code: "own:a".to_owned(), ..instrument(1, "A") };
    editor.run(Command::SetInstrument(one.clone()), time(1)).unwrap();
    assert_eq!(code(&editor, "A"), "own:a-2");
    let renamed = OwnInstrument { code: "own:b".to_owned(), name: "B".to_owned(), ..one.clone() };
    editor.run(Command::SetInstrument(renamed), time(2)).unwrap();
    assert_eq!(editor.project().instruments()[&instrument_id(1)].code, "own:a");
    let twin = OwnInstrument { id: instrument_id(2), ..one };
    assert_eq!(editor.run(Command::SetInstrument(twin), time(3)).err(), Some(EditError::AlreadyThere));
    let nameless = OwnInstrument { code: "own:c".to_owned(), ..instrument(3, "  ") };
    assert_eq!(editor.run(Command::SetInstrument(nameless), time(4)).err(), Some(EditError::EmptyName));
    editor.run(Command::DeleteInstrument(instrument_id(1)), time(5)).unwrap();
    editor.undo(time(6));
    assert_eq!(editor.project().instruments().len(), 1);
}

#[test]
fn references_come_through_the_wire_as_they_were() {
    let table = Table::embedded();
    for file in [
        "t08_ap1_1977_en.txt",
        "t15_un_cedaw_gr30_conflict.txt",
        "t05_unsc_820_1993.txt",
        "t10_vclt_zh_hant.txt",
    ] {
        let content = std::fs::read_to_string(format!("tests/legal/texts/{file}")).unwrap();
        let text = Text::new(&content).unwrap();
        let found = recognise(&text, &table, &Options { vague: true });
        assert!(found.len() > 10, "{file}");
        assert_eq!(wire::read_references(&text, &wire::write_references(&found)), Some(found));
    }
    let short = Text::new("short").unwrap();
    assert_eq!(wire::read_references(&short, "900-901\ta\ta\ta\t\t\t\t\t\t\n"), None, "of another text");
    let own = vec![Named {
        id: "own:a".to_owned(),
        name: "A\tB".to_owned(),
        aliases: vec!["C".to_owned(), "D".to_owned()],
        articles: Some(3),
        ..Named::default()
    }];
    let expected = vec![Named { name: "A B".to_owned(), ..own[0].clone() }];
    assert_eq!(wire::read_own(&wire::write_own(&own)), expected);
}

#[test]
fn what_is_meant_is_known_by_title_date_and_address() {
    let mut table = Table::embedded();
    table.add(&Named {
        id: "own:md".to_owned(),
        name: "Madrid Document".to_owned(),
        aliases: vec!["MADOC".to_owned()],
        ..Named::default()
    });
    let fourth = table.entry("gc4");
    assert_eq!(fourth.identifier, "75 UNTS 287 (No. 973)");
    assert_eq!(fourth.source, "https://ihl-databases.icrc.org/en/ihl-treaties/gciv-1949");
    assert_eq!((fourth.articles, fourth.treaty), (Some(159), true));
    let resolution = table.entry("un:S/RES/822(1993)");
    assert_eq!(resolution.title, "Security Council resolution 822 (1993)");
    assert_eq!(resolution.source, "https://undocs.org/S/RES/822(1993)");
    let first =
        |words: &str| table.entries(words, 5).first().map(|entry| entry.id.clone()).unwrap_or_default();
    assert_eq!(first("gciv"), "gc4", "an abbreviation");
    assert_eq!(first("additional protocol ii"), "ap2", "a name that is exactly so");
    assert_eq!(first("madoc"), "own:md", "a name of the project's own");
    assert_eq!(first("prisoners of war 1949"), "gc3", "words of the title and the year");
    let entries = vec![fourth, resolution];
    assert_eq!(wire::read_entries(&wire::write_entries(&entries)), entries);
}

/// The entries of a ledger, a line each: standing, name, how many passages.
fn lines(ledger: &Ledger) -> Vec<String> {
    let line = |entry: &glossator::formats::ledger::Entry| {
        format!("{}: {} ×{}", entry.standing.name(), entry.name(), entry.count(None))
    };
    ledger.entries.iter().map(line).collect()
}

fn known() -> Vec<Known> {
    vec![Known {
        id: "gc4".to_owned(),
        title: "Fourth Convention".to_owned(),
        date: "1949-08-12".to_owned(),
        articles: Some(159),
        source: "https://example.org/gc4".to_owned(),
    }]
}

#[test]
fn the_ledger_keeps_what_is_settled_open_and_contradictory_apart() {
    let project = appeal(&[
        (CONVENTION, "gc1 | gc2 | gc3 | gc4", ""),
        (RESOLUTIONS, "un:S/RES/822(1993); ?; ?; ?", ""),
        ("international humanitarian law and warfare", "gc4", "27; 10"),
        ("international conventions", "", ""),
        ("war crimes, acts of occupation", "gc4", "27"),
    ]);
    let ledger = Ledger::new(&project, known());
    assert_eq!(
        lines(&ledger),
        [
            "settled: gc4#10 ×1",
            "settled: gc4#27 ×2",
            "settled: un:S/RES/822(1993) ×1",
            "open: ? ×1",
            "open: gc1 | gc2 | gc3 | gc4 ×1",
            "open:  ×1",
        ]
    );
    assert_eq!(Ledger::ids(&project), ["gc1", "gc2", "gc3", "gc4", "un:S/RES/822(1993)"]);

    // There is no article 200; and two coders read the same words otherwise.
    let project = appeal(&[(RESOLUTIONS, "gc4", "200"), (CONVENTION, "gc4", ""), (CONVENTION, "gc3", "")]);
    let ledger = Ledger::new(&project, known());
    assert_eq!(
        lines(&ledger),
        ["contradictory: gc3 ×1", "contradictory: gc4 ×1", "contradictory: gc4#200 ×1"]
    );
    let phantom = ledger.entry(Standing::Contradictory, "gc4#200").unwrap();
    assert_eq!(ledger.lacks(&phantom.meaning.parts[0]), Some(159));
}

#[test]
fn the_ledger_goes_out_in_three_forms_always_the_same_bytes() {
    let project = appeal(
        &[(CONVENTION, "gc1 | gc4", "3"), (RESOLUTIONS, "un:S/RES/822(1993); ?", ""), ("=1", "", "")][..2],
    );
    let ledger = Ledger::new(&project, known());
    let written: Vec<_> = LEDGERS.iter().map(|format| (format.write)(&project, &ledger)).collect();
    assert_eq!(written, LEDGERS.iter().map(|format| (format.write)(&project, &ledger)).collect::<Vec<_>>());

    let csv: Vec<&str> = written[0].trim_start_matches('\u{feff}').split("\r\n").collect();
    assert_eq!(csv[0], "standing,id,instrument,provision,title,document,document id,passages,annotation ids");
    let appeal_id = APPEAL.to_string();
    assert_eq!(
        csv[1],
        format!(
            "settled,un:S/RES/822(1993),un:S/RES/822(1993),,un:S/RES/822(1993),Appeal of 292 NGOs,{appeal_id},1,{}",
            annotation_id(2)
        )
    );
    assert!(
        csv.iter().any(|line| line.starts_with("open,gc1#3 | gc4#3,gc1 | gc4,3,gc1 | Fourth Convention,")),
        "{csv:?}"
    );

    let json: Json = serde_json::from_str(&written[1]).unwrap();
    assert_eq!(json["format"], "glossator ledger");
    let open = json["entries"].as_array().unwrap().iter().find(|entry| entry["joined"] == "one of").unwrap();
    assert_eq!(open["means"][1]["title"], "Fourth Convention");
    assert_eq!(open["passages"][0]["quote"], CONVENTION);

    let linked: Json = serde_json::from_str(&written[2]).unwrap();
    let graph = linked["@graph"].as_array().unwrap();
    let choice = graph.iter().find(|one| one["body"]["type"] == "Choice").unwrap();
    assert_eq!(choice["body"]["items"][1]["schema:name"], "Fourth Convention");
    assert_eq!(choice["target"]["selector"][1]["exact"], CONVENTION);
    let counted = graph.iter().find(|one| !one["schema:description"].is_null()).unwrap();
    assert_eq!(counted["schema:description"], "1 of 2 not named");
    assert_eq!(counted["body"][0]["id"], "urn:glossator:un:S/RES/822%281993%29");
}
