//! Several texts in one: examples as lines of a cell, and the parts of a description.

use crate::model::{DocumentId, Example, Extra};

/// Examples, each on one line; after a tab where it was taken from: `document start end`.
pub(super) fn join(examples: &[Example]) -> String {
    let line = |example: &Example| {
        let text =
            example.text.replace('\\', r"\\").replace('\n', r"\n").replace('\t', r"\t").replace('\r', r"\r");
        match example.document {
            Some(document) => format!("{text}\t{document} {} {}", example.start, example.end),
            None => text,
        }
    };
    examples.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The examples of a cell; empty lines are none.
pub(super) fn split(cell: &str) -> Vec<Example> {
    let lines = cell.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
    lines.filter(|line| !line.trim().is_empty()).map(example).collect()
}

fn example(line: &str) -> Example {
    let (text, place) = line.split_once('\t').unwrap_or((line, ""));
    let mut words = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => words.push('\n'),
                Some('t') => words.push('\t'),
                Some('r') => words.push('\r'),
                Some(other) => words.push(other),
                None => words.push('\\'),
            },
            (c, _) => words.push(c),
        }
    }
    let mut parts = place.split(' ');
    let document = parts.next().and_then(DocumentId::parse);
    let mut number = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
    let (start, end) = (number(), number());
    match document {
        Some(_) => Example { text: words, document, start, end, extra: Extra::default() },
        None => Example::from(words.as_str()),
    }
}

/// What a part of a description is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Definition,
    UseWhen,
    NotWhen,
    Example,
    CounterExample,
}

/// The words that a part begins with, at the start of a line.
const LABELS: &[(Part, &str)] = &[
    (Part::UseWhen, "Use when: "),
    (Part::NotWhen, "Do not use when: "),
    (Part::Example, "Example: "),
    (Part::CounterExample, "Counter-example: "),
];

/// One text of several parts, an empty line between them. A line of a part that begins like a label, or
/// with `\`, gets a `\` in front.
pub(super) fn describe(parts: &[(Part, &str)]) -> String {
    let guard = |line: &str| {
        let odd = line.starts_with('\\') || LABELS.iter().any(|(_, label)| line.starts_with(label));
        if odd { format!("\\{line}") } else { line.to_owned() }
    };
    let part = |(part, text): &(Part, &str)| {
        let label = LABELS.iter().find(|(known, _)| known == part).map_or("", |(_, label)| label);
        format!("{label}{}", text.split('\n').map(guard).collect::<Vec<_>>().join("\n"))
    };
    let filled = parts.iter().filter(|(_, text)| !text.is_empty());
    filled.map(part).collect::<Vec<_>>().join("\n\n")
}

/// The parts of such a text; what stands before the first label is the definition.
pub(super) fn parts(text: &str) -> Vec<(Part, String)> {
    let mut parts = vec![(Part::Definition, Vec::new())];
    for line in text.split('\n') {
        let found = LABELS.iter().find_map(|(part, label)| Some((*part, line.strip_prefix(label)?)));
        match found {
            Some((part, rest)) => parts.push((part, vec![rest.strip_prefix('\\').unwrap_or(rest)])),
            None => {
                let line = line.strip_prefix('\\').unwrap_or(line);
                parts.last_mut().expect("there is always one").1.push(line);
            }
        }
    }
    let last = parts.len() - 1;
    let text = |(at, (part, mut lines)): (usize, (Part, Vec<&str>))| {
        // The empty line before the next label.
        if at < last && lines.last() == Some(&"") {
            lines.pop();
        }
        (part, lines.join("\n"))
    };
    parts.into_iter().enumerate().map(text).filter(|(_, text)| !text.is_empty()).collect()
}
