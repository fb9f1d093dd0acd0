//! The codebook as REFI-QDA 1.0 has it (`.qdc`): what ATLAS.ti, MAXQDA, NVivo and QualCoder read.

use super::edits::{namesake, note};
use super::lines::{Part, describe, parts};
use super::xml::{Event, Reader, escaped};
use crate::formats::ReadError;
use crate::model::{Colour, Example, Incoming, Order, PALETTE, Project, Tag, TagField, TagId, children};
use crate::table::KeySet;

/// Writes the tags: tree, names, colours, and as description all that is said of them. Keys, lines,
/// attributes, types of relations and rules have no place in it. A retired tag is one that cannot be
/// given. Without a single tag it is no valid file, for the format knows no empty codebook.
pub fn write(project: &Project) -> String {
    let mut out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <CodeBook xmlns=\"urn:QDA-XML:codebook:1.0\" origin=\"Glossator\">\n  <Codes>\n"
        .to_owned();
    for tag in children(project, None) {
        code(project, tag, 2, &mut out);
    }
    out + "  </Codes>\n</CodeBook>\n"
}

fn code(project: &Project, tag: &Tag, depth: usize, out: &mut String) {
    let margin = "  ".repeat(depth);
    *out += &format!(
        "{margin}<Code guid=\"{}\" name=\"{}\" isCodable=\"{}\" color=\"{}\"",
        tag.id,
        escaped(&tag.name),
        if tag.retired { "false" } else { "true" },
        tag.colour,
    );
    let mut texts = vec![
        (Part::Definition, tag.definition.as_str()),
        (Part::UseWhen, &tag.use_when),
        (Part::NotWhen, &tag.not_when),
    ];
    texts.extend(tag.examples.iter().map(|example| (Part::Example, example.text.as_str())));
    texts.extend(tag.counter_examples.iter().map(|example| (Part::CounterExample, example.text.as_str())));
    let description = describe(&texts);
    let below = children(project, Some(tag.id));
    if description.is_empty() && below.is_empty() {
        *out += "/>\n";
        return;
    }
    *out += ">\n";
    if !description.is_empty() {
        // Line ends by number would be kept too, but not read by people.
        let description = escaped(&description).replace("&#10;", "\n");
        *out += &format!("{margin}  <Description>{description}</Description>\n");
    }
    for tag in below {
        code(project, tag, depth + 1, out);
    }
    *out += &format!("{margin}</Code>\n");
}

/// What a code says besides its name.
#[derive(Clone, Copy, Default)]
struct Says {
    colour: bool,
    codable: bool,
    description: bool,
}

/// Reads the tags of a codebook; sets of codes are passed over.
///
/// # Errors
/// When it is no codebook, or damaged.
pub fn read(
    source: &str,
    project: &Project,
    fresh: &mut dyn FnMut() -> [u8; 16],
) -> Result<(Incoming, Vec<String>), ReadError> {
    let mut reader = Reader::new(source);
    let mut tags: Vec<Tag> = Vec::new();
    let mut says: Vec<Says> = Vec::new();
    let mut sets = 0;
    let mut seen: KeySet<TagId> = KeySet::new();
    let mut warnings = Vec::new();
    // The elements that are open; of codes, where they stand among the tags.
    let mut open: Vec<(String, Option<usize>)> = Vec::new();
    let mut description = String::new();
    let mut is_codebook = false;
    let damaged = |(line, what): (usize, &'static str)| ReadError::NotXml { line, what };
    while let Some(event) = reader.next().map_err(damaged)? {
        match event {
            Event::Open(name, attributes) => {
                is_codebook |= open.is_empty() && name == "CodeBook" || name == "Codes";
                let mut place = None;
                sets += usize::from(name == "Set");
                if name == "Code" {
                    let parent = open.iter().rev().find_map(|(_, place)| *place);
                    let get = |wanted: &str| {
                        let found = attributes.iter().find(|(name, _)| name == wanted);
                        found.map(|(_, value)| value.trim()).unwrap_or_default()
                    };
                    let guid = get("guid").trim_start_matches('{').trim_end_matches('}').to_lowercase();
                    let known = TagId::parse(&guid).filter(|id| seen.insert(*id));
                    let id = known.unwrap_or_else(|| TagId::from_random(fresh()));
                    let name = match get("name") {
                        "" => {
                            warnings.push(format!("Code {} has no name.", tags.len() + 1));
                            "(no name)"
                        }
                        name => name,
                    };
                    let above = parent.map(|at| (tags[at].id, tags[at].colour));
                    let tops = tags.iter().filter(|tag| tag.parent.is_none()).count();
                    let own = colour(get("color"));
                    let colour =
                        own.or(above.map(|(_, colour)| colour)).unwrap_or(PALETTE[tops % PALETTE.len()]);
                    let order = Order::after(tags.last().map(|tag| &tag.order));
                    let tag = Tag::new(id, name.to_owned(), above.map(|(id, _)| id), order, colour);
                    place = Some(tags.len());
                    let codable = !get("isCodable").is_empty();
                    says.push(Says { colour: own.is_some(), codable, description: false });
                    tags.push(Tag { retired: matches!(get("isCodable"), "false" | "0"), ..tag });
                }
                open.push((name, place));
                description.clear();
            }
            Event::Text(text) => description.push_str(&text),
            Event::Close(name) => {
                let Some((opened, _)) = open.pop() else {
                    return Err(damaged((1, "an end has no beginning")));
                };
                if opened != name {
                    return Err(ReadError::NotXml { line: 1, what: "its elements cross each other" });
                }
                if let ("Description", Some((_, Some(at)))) = (name.as_str(), open.last()) {
                    take(&mut tags[*at], &description);
                    says[*at].description |= !description.trim().is_empty();
                }
            }
        }
    }
    if !is_codebook {
        return Err(ReadError::Foreign { looks: "XML that is no REFI-QDA codebook".to_owned() });
    }
    if !open.is_empty() {
        return Err(ReadError::NotXml { line: 1 + source.matches('\n').count(), what: "it ends too early" });
    }
    if sets > 0 {
        let many =
            if sets == 1 { "1 set of codes was".to_owned() } else { format!("{sets} sets of codes were") };
        warnings.push(format!("{many} passed over: a codebook here has none."));
    }
    let mut edits = Vec::new();
    meet(project, &mut tags);
    for (tag, says) in tags.iter().zip(says) {
        note(&mut edits, project, tag, |field| match field {
            TagField::Name(_) => true,
            TagField::Colour(_) => says.colour,
            TagField::Retired(_) => says.codable,
            TagField::Style(_) | TagField::Key(_) | TagField::Attributes(_) => false,
            _ => says.description,
        });
    }
    Ok((Incoming { tags, edits, ..Incoming::default() }, warnings))
}

/// Codes that stand where the project has a tag of their name are that tag.
fn meet(project: &Project, tags: &mut [Tag]) {
    let mut met: Vec<(TagId, TagId)> = Vec::new();
    let mut taken: KeySet<TagId> = tags.iter().map(|tag| tag.id).collect();
    for tag in tags {
        let now = |id: TagId| met.iter().find(|(old, _)| *old == id).map_or(id, |(_, new)| *new);
        tag.parent = tag.parent.map(now);
        if project.tag(tag.id).is_some() {
            continue;
        }
        if let Some(id) = namesake(project, tag.parent, &tag.name).filter(|id| taken.insert(*id)) {
            met.push((tag.id, id));
            tag.id = id;
            // It is called so already, but for letter case.
            tag.name = project.tag(id).map(|known| known.name.clone()).unwrap_or_default();
        }
    }
}

/// `#RGB` or `#RRGGBB`.
fn colour(text: &str) -> Option<Colour> {
    let short = text.strip_prefix('#').filter(|digits| digits.len() == 3);
    let long = short.map(|digits| digits.chars().flat_map(|digit| [digit, digit]).collect::<String>());
    Colour::parse(&long.map_or(text.to_owned(), |digits| format!("#{digits}")))
}

fn take(tag: &mut Tag, description: &str) {
    for (part, text) in parts(description) {
        match part {
            Part::Definition => tag.definition = text,
            Part::UseWhen => tag.use_when = text,
            Part::NotWhen => tag.not_when = text,
            Part::Example => tag.examples.push(Example::from(text.as_str())),
            Part::CounterExample => tag.counter_examples.push(Example::from(text.as_str())),
        }
    }
}
