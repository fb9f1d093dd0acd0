//! The table: what is written can be read, as it was or as a spreadsheet saved
//! it, and no cell of it runs.

mod sample;

use glossator::formats::{ReadError, csv};
use glossator::history::Editor;
use glossator::model::*;
use sample::*;

type Read = Result<(Incoming, Vec<String>), ReadError>;

/// Who imports, and is not in the sample.
fn importer() -> CoderId {
    CoderId::from_random(bytes(0xc1))
}

fn read(table: &str, project: &Project) -> Read {
    let mut number = 0x80;
    let mut fresh = || {
        number += 1;
        bytes(number)
    };
    csv::read(table, project, &mut fresh, importer(), at(500))
}

/// Reads a table without a warning and takes it in.
#[track_caller]
fn taken(table: &str, project: &Project) -> Project {
    let (incoming, warnings) = read(table, project).unwrap();
    assert_eq!(warnings, Vec::<String>::new());
    let mut editor = Editor::new(project.clone());
    editor.run(Command::TakeIn(Box::new(incoming)), at(500)).unwrap();
    editor.project().clone()
}

/// The cells of a table as a stranger's reader gives them.
fn cells(table: &str) -> Vec<Vec<String>> {
    let table = table.strip_prefix('\u{feff}').unwrap();
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The table with one cell changed, in the row of an annotation.
fn edited(number: u8, column: &str, value: &str) -> String {
    let mut rows = cells(&csv::write(&sample()));
    let column = rows[0].iter().position(|name| name == column).unwrap();
    let id = annotation(number).to_string();
    let row = rows.iter_mut().find(|row| row.contains(&id)).unwrap();
    row[column] = value.to_owned();
    written(&rows, b',')
}

fn written(rows: &[Vec<String>], delimiter: u8) -> String {
    let mut writer = ::csv::WriterBuilder::new().delimiter(delimiter).flexible(true).from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// What a project says, without ids: passage, tag path, coder, note.
fn said(project: &Project) -> Vec<(Target, Vec<String>, String, String)> {
    let mut said: Vec<_> = project
        .annotations()
        .values()
        .map(|annotation| {
            let path = path(project, annotation.tag).into_iter().map(str::to_owned).collect();
            let coder = project.coder(annotation.coder).unwrap().label.clone();
            (annotation.target.clone(), path, coder, annotation.note.clone())
        })
        .collect();
    said.sort();
    said
}

#[test]
fn the_table_is_utf_8_with_a_mark_and_ends_its_lines_with_crlf() {
    let table = csv::write(&sample());
    let head = "\u{feff}project,document,document id,annotation id,coder,tag,tag path,start,end,unit,text,note,certainty,created,modified";
    assert!(table.starts_with(head), "{table}");
    assert!(table.ends_with("\r\n"));
    let rows = cells(&table);
    assert_eq!(rows.len(), 1 + sample().annotations().len());
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
}

#[test]
fn no_cell_runs_in_a_spreadsheet() {
    let rows = cells(&csv::write(&sample()));
    for cell in rows.iter().flatten() {
        let runs = |c: char| "=+-@\t\r\n＝＋－＠".contains(c);
        assert!(!cell.starts_with(runs), "{cell:?}");
        assert!(!cell.trim_start().starts_with(runs), "{cell:?}");
    }
    let has = |cell: &str| assert!(rows.iter().flatten().any(|other| other == cell), "{cell:?} is not there");
    has("'=SUM(1) 𝔊𝔩𝔬𝔰𝔰𝔢");
    has("''tis");
    has("'-1 + \"two\",\n'three'");
    has(r"claim / @demand \/ plea / call \\ cry");
    has("Ганджа … 🕊");
    has("0;7");
}

#[test]
fn a_table_that_nobody_changed_changes_nothing() {
    let (incoming, warnings) = read(&csv::write(&sample()), &sample()).unwrap();
    assert_eq!(warnings, Vec::<String>::new());
    assert_eq!((incoming.annotations.len(), incoming.tags.len(), incoming.coders.len()), (0, 0, 0));
}

#[test]
fn a_table_makes_the_annotations_again() {
    let mut editor = Editor::new(blank());
    editor.run(Command::AddDocuments(vec![sample().document(note()).unwrap().clone()]), at(0)).unwrap();
    let again = taken(&csv::write(&sample()), editor.project());
    // The tag that the sample renamed is not the starter's, so it is made.
    assert_eq!(said(&again), said(&sample()));
    assert!(again.annotations().keys().eq(sample().annotations().keys()));
}

#[test]
fn tables_as_spreadsheets_save_them_say_the_same() {
    let rows = cells(&csv::write(&sample()));
    let bare = Editor::new(blank());
    let with_crlf = |table: String| table.replace('\n', "\r\n");
    let tables = [
        written(&rows, b','),
        written(&rows, b';'),
        written(&rows, b'\t'),
        format!("\u{feff}{}", written(&rows, b';')),
        format!("sep=;\r\n{}", written(&rows, b';')),
        with_crlf(written(&rows, b',')),
    ];
    for table in tables {
        let (incoming, _) = read(&table, bare.project()).unwrap();
        let of_appeal =
            sample().annotations().values().filter(|annotation| annotation.document == APPEAL).count();
        assert_eq!(incoming.annotations.len(), of_appeal, "{table}");
        let (incoming, warnings) = read(&table, &sample()).unwrap();
        assert_eq!((incoming.annotations.len(), warnings.len()), (0, 0), "{table}");
    }
}

#[test]
fn a_changed_cell_changes_its_annotation() {
    let before = sample();
    let one = |project: &Project| project.annotation(annotation(2)).unwrap().clone();
    let after = taken(&edited(2, "note", "'=new"), &before);
    assert_eq!(one(&after), Annotation { note: "=new".to_owned(), stamp: one(&after).stamp, ..one(&before) });
    assert_eq!((one(&after).stamp.rev, one(&after).stamp.modified), (2, at(500)));

    let after = taken(&edited(2, "tag path", "actor"), &before);
    assert_eq!(path(&after, one(&after).tag), ["actor"]);

    let after = taken(&edited(2, "tag path", "actor / state / party"), &before);
    assert_eq!(path(&after, one(&after).tag), ["actor", "state", "party"]);
    assert_eq!(after.tags().len(), before.tags().len() + 2);
}

#[test]
fn changed_ends_must_fit_the_words() {
    let start = sample().annotation(annotation(2)).unwrap().target.hull().unwrap().start().get();
    let table = edited(2, "end", &(start + 13).to_string());
    let (_, warnings) = read(&table, &sample()).unwrap();
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].contains("but the text has “international” there"), "{warnings:?}");
    let mut rows = cells(&format!("\u{feff}{table}"));
    rows.iter_mut().find(|row| row[3] == annotation(2).to_string()).unwrap()[10] = "international".to_owned();
    let after = taken(&written(&rows, b','), &sample());
    assert_eq!(after.annotation(annotation(2)).unwrap().target.hull().unwrap().end().get(), start + 13);
}

const HEAD: &str = "document,tag path,start,end,text,coder\n";

#[test]
fn rows_of_ones_own_become_annotations() {
    let table = format!("{HEAD}\"A note, \"\"quoted\"\"\",actor,0,6,Ганджа,\n");
    let after = taken(&table, &sample());
    let new = after.annotations().values().find(|annotation| annotation.coder == importer()).unwrap();
    assert_eq!((new.document, new.created, new.stamp.rev), (note(), at(500), 1));
    assert!(after.coder(importer()).is_some());
}

#[test]
fn a_coder_of_the_table_is_known_by_label_or_made() {
    let table =
        format!("{HEAD}Appeal of 292 NGOs,actor,0,4,Baku,Ada\nAppeal of 292 NGOs,actor,0,4,Baku,Bob\n");
    let text = &sample().document(APPEAL).unwrap().text.clone();
    let table = table.replace("Baku", text.slice(text.span(0, 4).unwrap()));
    let (incoming, warnings) = read(&table, &sample()).unwrap();
    assert_eq!(warnings, Vec::<String>::new());
    assert_eq!(incoming.annotations[0].coder, coder());
    assert_eq!(incoming.coders.len(), 1);
    assert_eq!(
        (incoming.coders[0].label.as_str(), incoming.coders[0].id),
        ("Bob", incoming.annotations[1].coder)
    );
}

#[test]
fn a_row_that_does_not_fit_is_left_out_and_named() {
    let good = "\"A note, \"\"quoted\"\"\",actor,0,6,Ганджа,";
    let cases = [
        ("nowhere,actor,0,6,Ганджа", "Row 3: there is no document “nowhere” in this project."),
        (
            "\"A note, \"\"quoted\"\"\",actor,0,6,Gandja",
            "Row 3: it says “Gandja”, but the text has “Ганджа” there.",
        ),
        ("\"A note, \"\"quoted\"\"\",actor,6,0,Ганджа", "Row 3: 6 to 0 is no passage of this text."),
        ("\"A note, \"\"quoted\"\"\",actor,0,9999,Ганджа", "Row 3: 0 to 9999 is no passage of this text."),
        ("\"A note, \"\"quoted\"\"\",actor,zero,6,Ганджа", "Row 3: “zero” is no position in a text."),
        ("\"A note, \"\"quoted\"\"\",actor,0;7,6,Ганджа", "Row 3: it has not as many starts as ends."),
        ("\"A note, \"\"quoted\"\"\",actor,,,Ганджа", "Row 3: it has a text but no start and end."),
        ("\"A note, \"\"quoted\"\"\",,0,6,Ганджа", "Row 3: it names no tag."),
        (good, "Row 3: this passage already has this tag by this coder."),
    ];
    for (row, warning) in cases {
        let (incoming, warnings) = read(&format!("{HEAD}{good}\n{row}\n"), &sample()).unwrap();
        assert_eq!(warnings, [warning], "{row}");
        assert_eq!(incoming.annotations.len(), 1, "{row}");
    }
}

#[test]
fn a_copied_row_is_another_annotation_once_its_id_is_cleared() {
    let mut rows = cells(&csv::write(&sample()));
    let mut copy = rows.iter().find(|row| row[3] == annotation(2).to_string()).unwrap().clone();
    copy[6] = "claim".to_owned();
    rows.push(copy);
    let (incoming, warnings) = read(&written(&rows, b','), &sample()).unwrap();
    assert_eq!(incoming.annotations.len(), 0);
    assert!(warnings[0].ends_with("an earlier row has the same annotation id."), "{warnings:?}");

    rows.last_mut().unwrap()[3].clear();
    let after = taken(&written(&rows, b','), &sample());
    assert_eq!(after.annotations().len(), sample().annotations().len() + 1);
}

#[test]
fn a_table_that_cannot_be_read_says_why() {
    let cases = [
        ("", "This file is empty"),
        ("document,tag\nx,y\n", "it has no column “start”, “end”, “text”"),
        ("just words\nand more\n", "it has no column “document id”, “tag path”, “start”"),
        (HEAD, "This table has no rows below its head"),
        (
            "document,tag path,start,end,text\nx,y,0,1,z\n",
            "None of the 1 rows of this table fits this project. Row 2:",
        ),
    ];
    for (table, part) in cases {
        let message = read(table, &sample()).unwrap_err().to_string();
        assert!(message.contains(part), "{part:?} is not in: {message}");
        assert!(message.ends_with("Nothing was changed."), "{message}");
    }
}

#[test]
fn every_note_comes_back_from_its_cell() {
    let notes = [
        "",
        "'",
        "''",
        "=1",
        "'=1",
        "''=1",
        "+",
        "-",
        "@x",
        "\tx",
        " =x",
        "\n=x",
        "＝x",
        "'tis",
        "\"",
        "a\"b,c;d",
        "a\nb",
        "…",
        "\u{a0}=x",
        "\u{feff}x",
        " ",
        "\0",
    ];
    for note in notes {
        let mut editor = Editor::new(sample());
        editor.run(Command::Note(annotation(1), "before".to_owned()), at(50)).unwrap();
        let other = editor.project().clone();
        editor.run(Command::Note(annotation(1), note.to_owned()), at(51)).unwrap();
        let after = taken(&csv::write(editor.project()), &other);
        assert_eq!(after.annotation(annotation(1)).unwrap().note, note);
    }
}

/// The sample with a claim that has answers, and one relation.
fn answered() -> Project {
    let mut editor = Editor::new(sample());
    let choice = |number: u8, name: &str| Choice {
        id: ChoiceId::from_random(bytes(number)),
        name: name.to_owned(),
        extra: Extra::default(),
    };
    let choices = vec![choice(0xe1, "legal"), choice(0xe2, "=moral; or not")];
    let attribute = |number: u8, name: &str, kind| Attribute {
        choices: choices.clone(),
        ..Attribute::new(AttributeId::from_random(bytes(number)), name, kind)
    };
    let all = [
        ("one", AttributeKind::One, Value::One(choices[1].id)),
        ("many", AttributeKind::Many, Value::Many(vec![choices[0].id])),
        ("number", AttributeKind::Number, Value::Number("-0.50".to_owned())),
        ("day", AttributeKind::Date, Value::Date("2020-10".to_owned())),
        ("sure", AttributeKind::YesNo, Value::YesNo(false)),
        ("words", AttributeKind::Text, Value::Text("=1, \"two\"".to_owned())),
    ];
    let ids: Vec<_> = editor.project().annotations().keys().collect();
    let tag = editor.project().annotation(ids[0]).unwrap().tag;
    let other = ids.iter().find(|id| editor.project().annotation(**id).unwrap().tag != tag).unwrap();
    let made = all.iter().zip(0xd1..).map(|((name, kind, _), number)| attribute(number, name, *kind));
    let mut run = |command| editor.run(command, at(400)).unwrap();
    run(Command::EditTag(tag, vec![TagField::Attributes(made.collect())]));
    for ((_, _, value), number) in all.iter().zip(0xd1..) {
        run(Command::SetValue(ids[0], AttributeId::from_random(bytes(number)), Some(value.clone())));
    }
    run(Command::SetCertainty(ids[0], Some(Certainty::Low)));
    let kind = RelationTypeId::from_random(bytes(0xf1));
    run(Command::AddRelationType(RelationType {
        id: kind,
        name: "=sees".to_owned(),
        order: Order::after(None),
        definition: String::new(),
        from: None,
        to: None,
        extra: Extra::default(),
    }));
    run(Command::Relate(NewRelation {
        id: RelationId::from_random(bytes(0xf2)),
        kind,
        from: ids[0],
        to: *other,
        coder: importer(),
        at: at(400),
    }));
    editor.project().clone()
}

#[test]
fn values_and_certainty_have_columns_of_their_own() {
    let project = answered();
    let rows = cells(&csv::write(&project));
    let id = project.annotations().keys().next().unwrap().to_string();
    let row = rows.iter().find(|row| row.contains(&id)).unwrap();
    let ends = |name: &str| rows[0].iter().position(|head| head.ends_with(name)).unwrap();
    let said = ["certainty", ": one", ": many", ": number", ": day", ": sure", ": words"]
        .map(|name| &row[ends(name)]);
    assert_eq!(said, ["low", "'=moral; or not", "legal", "'-0.50", "2020-10", "no", "'=1, \"two\""]);
    let (incoming, warnings) = read(&csv::write(&project), &project).unwrap();
    assert_eq!((incoming.annotations.len(), warnings.len()), (0, 0), "nothing was changed");
}

#[test]
fn values_and_certainty_are_read_back() {
    let project = answered();
    let id = project.annotations().keys().next().unwrap();
    let mut without = Editor::new(project.clone());
    without.run(Command::SetCertainty(id, None), at(500)).unwrap();
    for number in 0xd1..0xd7 {
        without.run(Command::SetValue(id, AttributeId::from_random(bytes(number)), None), at(500)).unwrap();
    }
    let again = taken(&csv::write(&project), without.project());
    let (again, before) = (again.annotation(id).unwrap(), project.annotation(id).unwrap());
    assert_eq!((&again.values, again.certainty), (&before.values, before.certainty));
}

#[test]
fn what_is_not_asked_for_any_more_is_not_said_and_not_lost() {
    let mut editor = Editor::new(answered());
    let id = editor.project().annotations().keys().next().unwrap();
    let tag = editor.project().annotation(id).unwrap().tag;
    let attribute = |number| AttributeId::from_random(bytes(number));
    let mut attributes = editor.project().tag(tag).unwrap().attributes.clone();
    let legal = Value::One(attributes[0].choices[0].id).source();
    let words = attributes.last_mut().unwrap();
    words.only_if = Some(Condition { attribute: attribute(0xd1), value: legal, extra: Extra::default() });
    editor.run(Command::EditTag(tag, vec![TagField::Attributes(attributes)]), at(500)).unwrap();
    let table = csv::write(editor.project());
    let mut rows = cells(&table);
    let column = |name: &str| rows[0].iter().position(|head| head.ends_with(name)).unwrap();
    let (one, words) = (column(": one"), column(": words"));
    let row = rows.iter_mut().find(|row| row.contains(&id.to_string())).unwrap();
    assert_eq!(row[words], "");
    // In the spreadsheet the other value is chosen: what was kept is asked for again.
    row[one] = "legal".to_owned();
    let kept = taken(&written(&rows, b','), editor.project());
    let values = &kept.annotation(id).unwrap().values;
    assert_eq!(values.get(&attribute(0xd6).to_string()), Some("\"=1, \\\"two\\\"\""));
    assert!(csv::write(&kept).contains("=1, \"\"two\"\""));
}

#[test]
fn a_cell_that_is_no_value_leaves_its_row_out() {
    let project = answered();
    let id = project.annotations().keys().next().unwrap().to_string();
    let mut rows = cells(&csv::write(&project));
    let column = rows[0].iter().position(|head| head.ends_with(": day")).unwrap();
    let row = rows.iter_mut().find(|row| row.contains(&id)).unwrap();
    row[column] = "2021-02-30".to_owned();
    let (incoming, warnings) = read(&written(&rows, b';'), &project).unwrap();
    assert_eq!(incoming.annotations.len(), 0);
    assert!(warnings[0].contains("“2021-02-30” is no value of “day”"), "{warnings:?}");
}

#[test]
fn relations_are_a_table_of_their_own() {
    let project = answered();
    let rows = cells(&csv::write_relations(&project));
    assert_eq!(rows.len(), 1 + project.relations().len());
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
    let id = RelationId::from_random(bytes(0xf2)).to_string();
    let row = rows.iter().find(|row| row[1] == id).unwrap();
    assert_eq!(row[2], "'=sees");
    let annotations = cells(&csv::write(&project));
    let of = |id: &String| annotations.iter().find(|row| row.contains(id)).unwrap()[10].clone();
    assert_eq!([&row[7], &row[11]], [&of(&row[4]), &of(&row[8])]);
}
