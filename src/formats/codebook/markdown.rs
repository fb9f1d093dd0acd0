//! The codebook for print, as Markdown (CommonMark 0.31).

use crate::model::*;

/// Writes it: a heading for each tag, what is said of it, what it asks for; then relations and rules.
pub fn write(project: &Project) -> String {
    let mut out = format!("# {}: codebook\n", plain(&project.head().title));
    for (depth, tag) in depth_first(project) {
        let retired = if tag.retired { " (retired)" } else { "" };
        out += &format!("\n{} {}{retired}\n", "#".repeat((depth + 2).min(6)), plain(&tag.name));
        paragraph(&mut out, "", &tag.definition);
        paragraph(&mut out, "**Use when:** ", &tag.use_when);
        paragraph(&mut out, "**Do not use when:** ", &tag.not_when);
        quotes(&mut out, "Examples", &tag.examples);
        quotes(&mut out, "Counter-examples", &tag.counter_examples);
        if !tag.attributes.is_empty() {
            out += "\n**Asks for:**\n\n";
            let asked = asked(project, tag.id);
            tag.attributes.iter().for_each(|attribute| out += &attribute_line(attribute, &asked));
        }
    }
    let name = |tag: &TagId| plain(&path(project, *tag).join(" / "));
    let types = relation_types(project);
    if !types.is_empty() {
        out += "\n## Relations\n\n";
    }
    for kind in types {
        let ends = |tags: &Option<Vec<TagId>>| match tags.as_deref() {
            None => "anything".to_owned(),
            Some([]) => "nothing".to_owned(),
            Some(tags) => tags.iter().map(name).collect::<Vec<_>>().join(", "),
        };
        out += &format!("- **{}**: from {} to {}.", plain(&kind.name), ends(&kind.from), ends(&kind.to));
        if !kind.definition.is_empty() {
            out += &format!(" {}", plain(&kind.definition).replace('\n', " "));
        }
        out.push('\n');
    }
    if !project.rules().is_empty() {
        out += "\n## Rules\n\n";
    }
    for rule in project.rules().values() {
        let other = rule.other.map(|other| name(&other)).unwrap_or_default();
        let tag = name(&rule.tag);
        out += &match rule.kind {
            RuleKind::Apart => format!("- No “{tag}” overlaps a “{other}”.\n"),
            RuleKind::Within => format!("- Each “{tag}” lies within a “{other}”.\n"),
            RuleKind::EachDocument => format!("- Each document has a “{tag}”.\n"),
        };
    }
    out
}

fn attribute_line(attribute: &Attribute, asked: &[&Attribute]) -> String {
    let kind = match attribute.kind {
        AttributeKind::One => "one of",
        AttributeKind::Many => "any of",
        AttributeKind::Text => "text",
        AttributeKind::Number => "number",
        AttributeKind::YesNo => "yes or no",
        AttributeKind::Date => "date",
        AttributeKind::Instrument => "instrument",
    };
    let choices: Vec<_> = attribute.choices.iter().map(|choice| plain(&choice.name)).collect();
    let mut line = format!("- *{}*: {kind} {}", plain(&attribute.name), choices.join(", "));
    line.truncate(line.trim_end().len());
    if attribute.required {
        line += "; required";
    }
    if let Some(condition) = &attribute.only_if
        && let Some(other) = asked.iter().find(|other| other.id == condition.attribute)
    {
        let chosen = |choice: &&Choice| Value::One(choice.id).source() == condition.value;
        let value = other.choices.iter().find(chosen).map_or(condition.value.as_str(), |choice| &choice.name);
        line += &format!("; only if {} is {}", plain(&other.name), plain(value));
    }
    line + "\n"
}

fn paragraph(out: &mut String, label: &str, text: &str) {
    if !text.trim().is_empty() {
        *out += &format!("\n{label}{}\n", plain(text.trim()));
    }
}

fn quotes(out: &mut String, label: &str, examples: &[Example]) {
    if !examples.is_empty() {
        *out += &format!("\n**{label}:**\n");
    }
    for example in examples {
        *out += &format!("\n> {}\n", plain(example.text.trim()).replace('\n', "\n> "));
    }
}

/// A text in which nothing is taken for markup (CommonMark, section 2.4).
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let begins = out.is_empty() || out.ends_with('\n');
        if begins && matches!(c, '-' | '+' | '=')
            || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~')
        {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
