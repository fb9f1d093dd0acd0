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
    // A person's own words are one instrument, whatever signs they hold.
    for own in ["Ruritania Pact; Annex", "a; b | c", "Case #5", r"a\b; c\", r"\;", r"a\"] {
        let part = Part { id: own.to_owned(), provision: "3; 4#|".to_owned() };
        assert_eq!(Part::read(&part.full_id()), part);
        for joined in [Joined::All, Joined::Either] {
            let meaning = Meaning { joined, parts: vec![part.clone(), Part::read("gc4")] };
            assert_eq!(Meaning::read(&meaning.write_whole(), ""), meaning);
        }
    }
    check_meaning(r"Pact\; Annex", "5", r"Pact\; Annex#5");
    check_meaning(r"Pact\Annex", "", r"Pact\Annex");
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
        aliases: [" MD ", "", "MD", "Madrid Document"].map(str::to_owned).to_vec(),
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
    let code = |editor: &Editor, name: &str, number| {
        OwnInstrument::code_for(editor.project(), name, instrument_id(number))
    };
    let tail = |number| instrument_id(number).to_string().split_off(30);
    assert_eq!(code(&editor, "Madrid Document, 1992!", 1), format!("own:madrid-document-1992-{}", tail(1)));
    assert_eq!(code(&editor, "Հայ Ab", 1), format!("own:հայ-ab-{}", tail(1)));
    assert_eq!(code(&editor, "—", 1), format!("own:instrument-{}", tail(1)));
    assert_ne!(
        code(&editor, "A", 1),
        code(&editor, "A", 2),
        "the code of one that is gone is not given again"
    );
    let one = OwnInstrument { code: "own:a".to_owned(), ..instrument(1, "A") };
    editor.run(Command::SetInstrument(one.clone()), time(1)).unwrap();
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
fn a_code_that_annotations_mention_is_not_given_again() {
    let code = format!("own:a-{}", instrument_id(1).to_string().split_off(30));
    let project = appeal(&[(CONVENTION, &format!("gc1; {code}"), ""), (RESOLUTIONS, &code, "3")]);
    assert_eq!(references_to(&project, &code), 2);
    assert_eq!(references_to(&project, "own:a"), 0);
    assert_eq!(
        OwnInstrument::code_for(&project, "A", instrument_id(1)),
        format!("own:a-{}", instrument_id(1))
    );
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
        ..Known::default()
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
            "open: ?; ?; ? ×1",
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
        ["contradictory: gc4 ×1", "contradictory: gc4#200 ×1", "contradictory: gc3 ×1"]
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
    assert_eq!(
        csv[0],
        "standing,id,instrument,provision,title,document,document id,passages,annotation ids,not named,why,text"
    );
    let appeal_id = APPEAL.to_string();
    assert_eq!(
        csv[1],
        format!(
            "settled,un:S/RES/822(1993),un:S/RES/822(1993),,un:S/RES/822(1993),Appeal of 292 NGOs,{appeal_id},1,{},,,{RESOLUTIONS}",
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

/// What is known of these ids by the program's own table.
fn known_of(ids: &[&str]) -> Vec<Known> {
    let table = Table::embedded();
    let known = |id: &&str| {
        let entry = table.entry(id);
        Known {
            id: entry.id,
            title: entry.title,
            date: entry.date,
            articles: entry.articles,
            source: entry.source,
            misnumbered: entry.misnumbered,
            table_id: entry.table_id,
        }
    };
    ids.iter().map(known).collect()
}

#[test]
fn a_number_and_a_year_that_do_not_fit_stay_contradictory() {
    let misnumbered = "un:S/RES/1325(1995)";
    let project = appeal(&[(RESOLUTIONS, misnumbered, ""), (CONVENTION, "genocide", "2")]);
    let project_of_year = appeal(&[(CONVENTION, "cat", "2"), (RESOLUTIONS, "un:S/RES/1325(2000)", "")]);
    let ids = [misnumbered, "un:S/RES/1325(2000)", "un:S/RES/1973(2011)", "genocide", "cat"];
    let ledger = Ledger::new(&project, known_of(&ids));
    let odd = |ledger: &Ledger| -> Vec<String> {
        let odd = |entry: &glossator::formats::ledger::Entry| {
            let odd: Vec<_> = entry.odd.iter().map(|odd| odd.name()).collect();
            format!("{} {}: {}", entry.standing.name(), entry.name(), odd.join(", "))
        };
        ledger.entries.iter().map(odd).collect()
    };
    assert!(odd(&ledger).contains(&format!("contradictory {misnumbered}: number of another year")));
    let ledger = Ledger::new(&project_of_year, known_of(&ids));
    assert_eq!(
        odd(&ledger),
        ["settled un:S/RES/1325(2000): ", "contradictory cat#2: year of another instrument"],
        "the Convention of 1949 is not that of 1984"
    );
    let written: Vec<_> = LEDGERS.iter().map(|format| (format.write)(&project_of_year, &ledger)).collect();
    assert!(written[0].contains(",year of another instrument,"));
    let json: Json = serde_json::from_str(&written[1]).unwrap();
    assert_eq!(json["entries"][1]["why"][0], "year of another instrument");
    assert!(written[2].contains("contradictory"));
}

#[test]
fn a_counted_set_keeps_its_count_and_something_unknown_its_provision() {
    let project = appeal(&[(RESOLUTIONS, "?; ?; ?; ?", ""), (CONVENTION, "", "7(2)")]);
    let ledger = Ledger::new(&project, known());
    assert_eq!(lines(&ledger), ["open: ?; ?; ?; ? ×1", "open: ?#7(2) ×1"]);
    assert_eq!(ledger.entries[0].unnamed(), 4);
    let written: Vec<_> = LEDGERS.iter().map(|format| (format.write)(&project, &ledger)).collect();
    assert!(
        written[0].contains(&format!(",4,,{RESOLUTIONS}\r\n")) && written[0].contains("open,?#7(2),,7(2),")
    );
    let json: Json = serde_json::from_str(&written[1]).unwrap();
    assert_eq!(
        (&json["entries"][0]["not named"], &json["entries"][1]["means"][0]["provision"]),
        (&4.into(), &"7(2)".into())
    );
    assert!(written[2].contains("4 of 4 not named") && written[2].contains("1 of 1 not named: 7(2)"));
    for (words, provision) in [("Article 7(2) thereof", "7(2)"), ("Articles 5, 6", "5"), ("it", "")] {
        assert_eq!(provision_in(words), provision);
    }
}

#[test]
fn what_the_project_no_longer_has_is_not_settled() {
    let project = appeal(&[(CONVENTION, "own:lagos-compact", "")]);
    let ledger = Ledger::new(&project, Vec::new());
    assert_eq!(lines(&ledger), ["open: own:lagos-compact ×1"]);
    assert!(ledger.is_lost("own:lagos-compact") && !ledger.is_lost("gc4"));
    let mut editor = Editor::new(project);
    let compact = OwnInstrument { code: "own:lagos-compact".to_owned(), ..instrument(1, "Lagos Compact") };
    editor.run(Command::SetInstrument(compact), time(9)).unwrap();
    assert_eq!(lines(&Ledger::new(editor.project(), Vec::new())), ["settled: own:lagos-compact ×1"]);
}

#[test]
fn one_act_has_one_row_whichever_way_it_is_called() {
    let project = appeal(&[(CONVENTION, "celex:32016R0679", "6"), (RESOLUTIONS, "gdpr", "6")]);
    let ledger = Ledger::new(&project, known_of(&["celex:32016R0679", "gdpr"]));
    assert_eq!(ledger.entries.len(), 2, "{:?}", lines(&ledger));
    assert!(ledger.entries.iter().all(|entry| entry.name() == "gdpr#6"));
    let table = Table::embedded();
    assert_eq!(
        table.entry("celex:62018CJ0311").title,
        "Court of Justice of the European Union, case C-311/18"
    );
    assert!(table.entry("celex:32008L0115").title.starts_with("Act of"));
}

#[test]
fn an_address_holds_the_symbol_alone() {
    let table = Table::embedded();
    for one in table.instruments() {
        let source = table.entry(&one.id).source;
        let rest = source.strip_prefix("https://undocs.org/").unwrap_or_default();
        assert!(!rest.contains([',', ' ', '[']) && !source.ends_with('/'), "{}: {source}", one.id);
    }
    assert_eq!(table.entry("un:A/RES/54/263, annex").source, "https://undocs.org/A/RES/54/263");
    assert_eq!(table.entry("un:A/RES/67/234 B").source, "https://undocs.org/A/RES/67/234");
}

#[test]
fn the_rows_stand_by_title_and_number() {
    let numbers = ["un:S/RES/1325(2000)", "un:S/RES/822(1993)", "gc4", "ap1"];
    let means = [(RESOLUTIONS, "un:S/RES/1325(2000); un:S/RES/822(1993); gc4; ap1", "")];
    let ledger = Ledger::new(&appeal(&means), known_of(&numbers));
    let titles: Vec<_> = ledger.entries.iter().map(|entry| entry.name()).collect();
    assert_eq!(titles, ["gc4", "ap1", "un:S/RES/822(1993)", "un:S/RES/1325(2000)"]);
}

#[test]
fn what_an_instrument_cannot_hold_is_told() {
    let unfit = OwnInstrument::unfit;
    assert_eq!(unfit("Lagos Compact", "LC\n\n", "2019-02", " 12 "), []);
    assert_eq!(unfit("Հայ", "", "", ""), []);
    let all = [Unfit::Name, Unfit::Aliases, Unfit::Date, Unfit::Articles];
    assert_eq!(unfit("L ", "LC\nx", "2019-02-30", "99999999999"), all);
    assert_eq!(unfit("LC", "", "yesterday", "0"), all[2..]);
}
