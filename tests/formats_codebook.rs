//! The codebook as a table, as REFI-QDA and for print.

mod support;

use glossator::formats::{CODEBOOKS, ReadError, codebook};
use glossator::history::Editor;
use glossator::marked::*;
use glossator::model::*;
use support::{Chance, for_seeds, random_command, random_text, start, time};

fn t(number: u32) -> TagId {
    tag_id(number)
}

fn blank() -> Project {
    project(&[], &[])
}

/// Reads a codebook into an empty project; nothing of it may be left out.
#[track_caller]
fn read(source: &str) -> Project {
    let mut number = 900;
    let mut fresh = || {
        number += 1;
        (number as u128).to_be_bytes()
    };
    let (incoming, warnings) =
        codebook::read(source, &blank(), &mut fresh).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(warnings, Vec::<String>::new(), "{source}");
    let mut editor = Editor::new(blank());
    match editor.run(Command::TakeIn(Box::new(incoming)), time(1)) {
        Ok(_) | Err(EditError::NothingToDo) => editor.project().clone(),
        Err(error) => panic!("{error}: {source}"),
    }
}

/// Tags, relation types and rules without what only orders them and what a newer program wrote.
fn said(project: &Project) -> (Vec<Tag>, Vec<RelationType>, Vec<Rule>) {
    let order = Order::after(None);
    let tags = depth_first(project).into_iter().map(|(_, tag)| Tag { order: order.clone(), ..tag.clone() });
    let types = relation_types(project).into_iter().cloned();
    let types = types.map(|kind| RelationType { order: order.clone(), ..kind });
    (tags.collect(), types.collect(), project.rules().values().cloned().collect())
}

/// A codebook that edits lead to, with odd texts in it.
fn some(chance: &mut Chance) -> Project {
    let mut editor = Editor::new(start());
    for step in 0..20 {
        let command = match chance.below(4) {
            0 => {
                let text: String = random_text(chance, 20).chars().filter(|c| is_held(*c)).collect();
                let fields = vec![
                    TagField::Name(text.clone()),
                    TagField::Definition(format!("{text}\nUse when: {text}")),
                    TagField::UseWhen(text.clone()),
                    TagField::Examples(vec![text.as_str().into(), "\\n\n x".into(), "=1".into()]),
                    TagField::CounterExamples(vec!["Example: y".into()]),
                ];
                Command::EditTag(t(1 + chance.below(4)), fields)
            }
            _ => random_command(chance, editor.project(), time(step)),
        };
        let _ = editor.run(command, time(step));
    }
    editor.project().clone()
}

/// True for what XML can hold, and a table too.
fn is_held(c: char) -> bool {
    (c >= ' ' || c == '\n') && !matches!(c, '\u{fffe}' | '\u{ffff}')
}

#[test]
fn a_table_is_read_back_equal() {
    let project = starter(PROJECT);
    let written = codebook::table::write(&project);
    let back = read(&written);
    assert_eq!(said(&back), said(&project));
    assert_eq!(codebook::table::write(&back), written);
}

#[test]
fn a_qdc_is_read_back_equal() {
    let project = starter(PROJECT);
    let written = codebook::qdc::write(&project);
    let back = read(&written);
    let bare = |project: &Project| -> Vec<Tag> {
        let tags = said(project).0.into_iter();
        tags.map(|tag| Tag { key: None, attributes: Vec::new(), ..tag }).collect()
    };
    assert_eq!(bare(&back), bare(&project));
    assert_eq!(codebook::qdc::write(&back), written);
}

#[test]
fn whatever_a_codebook_holds_comes_back() {
    for_seeds(300, |_, chance| {
        let project = some(chance);
        if project.tags().is_empty() {
            return;
        }
        for write in [codebook::table::write, codebook::qdc::write] {
            let written = write(&project);
            assert_eq!(write(&read(&written)), written);
        }
    });
}

#[test]
fn a_qdc_is_shaped_as_the_schema_asks() {
    for_seeds(200, |_, chance| {
        let written = codebook::qdc::write(&some(chance));
        let mut lines = written.lines();
        assert_eq!(lines.next(), Some("<?xml version=\"1.0\" encoding=\"utf-8\"?>"));
        let head = "<CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Glossator\">";
        assert_eq!(lines.next(), Some(head));
        for code in written.split("<Code ").skip(1) {
            let (attributes, rest) = code.split_once('>').expect("it ends");
            let names =
                attributes.split("=\"").map(|part| part.rsplit([' ', '"']).next().unwrap_or_default());
            assert_eq!(names.take(4).collect::<Vec<_>>(), ["guid", "name", "isCodable", "color"]);
            // A description comes first, and once.
            let own = rest.split("</Code>").next().unwrap_or_default();
            assert!(own.matches("<Description>").count() <= 1);
            assert!(own.find("<Description>").is_none_or(|at| own[..at].trim().is_empty()));
        }
        assert!(!written.contains(|c: char| c < ' ' && c != '\n'));
    });
}

/// Reads a codebook into a project that has one; what it warned of.
#[track_caller]
fn read_into(project: &Project, source: &str) -> (Project, Vec<String>) {
    let mut number = 900;
    let mut fresh = || {
        number += 1;
        u128::to_be_bytes(number)
    };
    let (incoming, warnings) =
        codebook::read(source, project, &mut fresh).unwrap_or_else(|error| panic!("{error}"));
    let mut editor = Editor::new(project.clone());
    match editor.run(Command::TakeIn(Box::new(incoming)), time(1)) {
        Ok(_) | Err(EditError::NothingToDo) => {}
        Err(error) => panic!("{error}: {source}"),
    }
    support::assert_sound(editor.project());
    (editor.project().clone(), warnings)
}

#[test]
fn a_codebook_that_was_edited_elsewhere_changes_the_tags_that_are_there() {
    let here = starter(PROJECT);
    let claim = |project: &Project| {
        let found = project.tags().values().find(|tag| tag.name.to_lowercase() == "claim").cloned();
        found.expect("it is there")
    };
    let old = claim(&here);
    for write in [codebook::table::write, codebook::qdc::write] {
        let mut edited = Editor::new(here.clone());
        let fields = vec![
            TagField::Definition("What somebody holds.".to_owned()),
            TagField::UseWhen(String::new()),
            TagField::Examples(vec!["“It rains.”".into()]),
            TagField::Colour(Colour::parse("#123456").expect("a colour")),
            TagField::Retired(true),
            TagField::Name("Claim".to_owned()),
        ];
        edited.run(Command::EditTag(old.id, fields), time(1)).expect("granted");
        let (after, warnings) = read_into(&here, &write(edited.project()));
        assert_eq!(warnings, Vec::<String>::new());
        let wanted = Tag { revision: 2, ..claim(edited.project()) };
        assert_eq!(Tag { style: wanted.style, ..claim(&after) }, wanted);
        assert_eq!(read_into(&after, &write(&after)).0, after, "the same again changes nothing");
    }
    // What a file does not say stays.
    let (after, _) = read_into(&here, "name,definition\nCLAIM,What somebody holds.\n");
    let after = claim(&after);
    assert_eq!((after.definition.as_str(), &after.use_when), ("What somebody holds.", &old.use_when));
    assert_eq!((&after.name, after.colour), (&old.name, old.colour));
}

#[test]
fn attributes_of_a_table_are_added_and_renamed_and_none_goes() {
    let here = starter(PROJECT);
    let tag = here.tags().values().find(|tag| !tag.attributes.is_empty()).expect("one asks for something");
    let attribute = &tag.attributes[0];
    let table = codebook::table::write(&here);
    let mut lines: Vec<String> = table.split("\r\n").map(str::to_owned).collect();
    let own = lines.iter().position(|line| line.ends_with(&attribute.id.to_string())).expect("it has a row");
    lines[own] = lines[own].replacen(&attribute.name, "sort", 1);
    let columns = table.lines().next().expect("a head").matches(',').count();
    lines.insert(own + 1, format!("choice,quite new{}", ",".repeat(columns - 1)));
    let (after, warnings) = read_into(&here, &lines.join("\r\n"));
    assert_eq!(warnings, Vec::<String>::new());
    let after = &after.tag(tag.id).expect("it is there").attributes;
    let choices: Vec<_> = after[0].choices.iter().map(|choice| choice.name.as_str()).collect();
    assert_eq!((after[0].name.as_str(), choices.len()), ("sort", attribute.choices.len() + 1));
    assert!(choices.contains(&"quite new"));
    let (without, _) =
        read_into(&here, &format!("{}\r\n", table.split("\r\n").take(2).collect::<Vec<_>>().join("\r\n")));
    assert_eq!(without, here);
}

#[test]
fn a_code_that_stands_where_a_tag_of_its_name_does_is_that_tag() {
    let here = project(&["claim/demand"], &[]);
    let source = r#"<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
<Code guid="0a99ea10-0000-4000-8000-000000000001" name="Claim" isCodable="true"><Description>Held.</Description>
<Code guid="0a99ea10-0000-4000-8000-000000000002" name="demand" isCodable="true"/>
<Code guid="0a99ea10-0000-4000-8000-000000000003" name="plea" isCodable="true"/></Code></Codes>
<Sets><Set guid="0a99ea10-0000-4000-8000-000000000004" name="s"/></Sets></CodeBook>"#;
    let (after, warnings) = read_into(&here, source);
    assert_eq!(support::codebook(&after), "claim(demand plea)");
    assert_eq!(after.tag(t(1)).expect("it is there").definition, "Held.");
    assert_eq!(warnings, ["1 set of codes was passed over: a codebook here has none."]);
}

#[test]
fn a_qdc_of_another_program_is_read() {
    let source = r##"<?xml version="1.0"?><!-- made elsewhere --><q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0">
<q:Codes><q:Code guid="{0A99EA10-0000-4000-8000-000000000001}" name='A &amp; &quot;B&quot; &#233;' isCodable="false" color="#0AF">
<q:Description><![CDATA[What <it> is.]]></q:Description><q:Code guid="x" name="under" isCodable="true"/></q:Code></q:Codes>
<q:Sets><q:Set guid="0a99ea10-0000-4000-8000-000000000002" name="s"><q:MemberCode guid="x"/></q:Set></q:Sets></q:CodeBook>"##;
    let (project, _) = read_into(&blank(), source);
    assert_eq!(support::codebook(&project), "A & \"B\" é(under)");
    let tag = children(&project, None)[0];
    assert_eq!(tag.id.to_string(), "0a99ea10-0000-4000-8000-000000000001");
    assert_eq!((tag.definition.as_str(), tag.retired), ("What <it> is.", true));
    assert_eq!(tag.colour.to_string(), "#00aaff");
}

#[test]
fn a_table_of_another_program_is_read() {
    let project = read("tag;description\nclaim;What is said\nactor;Who");
    assert_eq!(support::codebook(&project), "claim actor");
    assert_eq!(children(&project, None)[0].definition, "What is said");
    let project = read("path,key\nlaw / treaty,3\nlaw / custom,\n");
    assert_eq!(support::codebook(&project), "law(treaty custom)");
}

#[test]
fn tags_that_are_there_stay_and_are_not_doubled() {
    let here = project(&["law/treaty"], &[]);
    let mut fresh = || [7; 16];
    let (incoming, _) =
        codebook::read("path\nlaw / treaty\nlaw / custom\n", &here, &mut fresh).expect("it reads");
    let mut editor = Editor::new(here);
    editor.run(Command::TakeIn(Box::new(incoming)), time(1)).expect("granted");
    assert_eq!(support::codebook(editor.project()), "law(treaty custom)");
}

#[test]
fn what_cannot_be_read_says_why() {
    let check = |source: &str, part: &str| {
        let error = codebook::read(source, &blank(), &mut || [7; 16]).expect_err("it is damaged").to_string();
        assert!(error.contains(part), "{error}");
        assert!(error.ends_with("Nothing was changed."), "{error}");
    };
    check("", "empty");
    check("a,b\n1,2\n", "no column “name”");
    check("name\n", "no rows");
    check("row,name\nthing,x\n", "no kind of row");
    check("<html></html>", "no REFI-QDA codebook");
    check("<CodeBook><Codes>", "at line 1: it ends too early");
    check("<CodeBook>\n<Codes a=b></Codes></CodeBook>", "at line 2: an attribute has no value");
    check("<CodeBook><Codes></CodeBook></Codes>", "cross each other");
    check("<!DOCTYPE a [<!ENTITY b 'c'>]><CodeBook/>", "names of its own");
    check("<CodeBook><Codes><Code name='&b;'/></Codes></CodeBook>", "XML does not know");
    assert!(matches!(codebook::read(" ", &blank(), &mut || [7; 16]), Err(ReadError::Empty)));
}

#[test]
fn any_bytes_are_taken_without_a_panic() {
    for_seeds(2_000, |_, chance| {
        let mut source = codebook::qdc::write(&start());
        if chance.one_in(2) {
            source = codebook::table::write(&start());
        }
        let places: Vec<_> = source.char_indices().map(|(at, _)| at).collect();
        for _ in 0..1 + chance.below(4) {
            let at = *chance.pick(&places);
            if source.is_char_boundary(at) {
                match chance.below(3) {
                    0 => source.truncate(at),
                    1 => source.insert(at, *chance.pick(&['<', '>', '&', '"', '\n', ',', ';', '/'])),
                    _ => drop((at < source.len()).then(|| source.remove(at))),
                }
            }
        }
        let _ = codebook::read(&source, &start(), &mut || chance_bytes(7));
    });
}

fn chance_bytes(byte: u8) -> [u8; 16] {
    [byte; 16]
}

#[test]
fn the_print_says_all_and_takes_nothing_for_markup() {
    let commands = [
        Command::EditTag(
            t(1),
            vec![
                TagField::Definition("What *is* said.".to_owned()),
                TagField::UseWhen("- always".to_owned()),
                TagField::Examples(vec!["It\nrains".into()]),
                TagField::Attributes(vec![Attribute {
                    required: true,
                    ..choice_of(1, "kind", &["legal", "moral"])
                }]),
            ],
        ),
        Command::EditTag(t(2), vec![TagField::Retired(true)]),
        Command::AddRelationType(relation_type(1, "made by", Some(&[t(1)]), None)),
        Command::SetRule(rule(1, RuleKind::Apart, t(1), Some(t(3)))),
    ];
    let mut editor = Editor::new(project(&["claim/demand", "actor"], &[]));
    for command in commands {
        editor.run(command, time(1)).expect("granted");
    }
    let expected = "\
# Project: codebook

## claim

What \\*is\\* said.

**Use when:** \\- always

**Examples:**

> It
> rains

**Asks for:**

- *kind*: one of legal, moral; required

### demand (retired)

## actor

## Relations

- **made by**: from claim to anything.

## Rules

- No “claim” overlaps a “actor”.
";
    assert_eq!(codebook::markdown::write(editor.project()), expected);
}

#[test]
fn the_menu_has_a_row_for_each() {
    let names: Vec<_> = CODEBOOKS.iter().map(|format| format.extension).collect();
    assert_eq!(names, ["codebook.csv", "qdc", "md"]);
    for format in CODEBOOKS {
        assert!(!(format.write)(&start()).is_empty());
    }
}
