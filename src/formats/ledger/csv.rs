//! The ledger as a table: a row for each thing that is referred to in each document.

use super::{Ledger, Odd, words};
use crate::formats::csv::cells::{guard, quoted};
use crate::model::Project;

const COLUMNS: &[&str] = &[
    "standing",
    "id",
    "instrument",
    "provision",
    "title",
    "document",
    "document id",
    "passages",
    "annotation ids",
    "not named",
    "why",
    "text",
];

/// Writes it, new columns last: RFC 4180, UTF-8 with a byte order mark, as the table of annotations.
pub fn write(project: &Project, ledger: &Ledger) -> String {
    let mut out = format!("\u{feff}{}\r\n", COLUMNS.join(","));
    for entry in &ledger.entries {
        let parts = &entry.meaning.parts;
        let joined = |each: &dyn Fn(&crate::model::Part) -> String| {
            parts.iter().map(each).collect::<Vec<_>>().join(" | ")
        };
        let instrument = joined(&|part| part.id.clone());
        let provision = match &parts[..] {
            [first, rest @ ..] if rest.iter().all(|part| part.provision == first.provision) => {
                first.provision.clone()
            }
            _ => joined(&|part| part.provision.clone()),
        };
        let title =
            joined(&|part| if part.is_known() { ledger.known(&part.id).title } else { String::new() });
        for (document, passages) in &entry.cells {
            let named =
                project.document(*document).map(|document| document.title.clone()).unwrap_or_default();
            let ids: Vec<_> = passages.iter().map(ToString::to_string).collect();
            let why: Vec<_> = entry.odd.iter().copied().map(Odd::name).collect();
            let annotations = passages.iter().filter_map(|id| project.annotation(*id));
            let quotes = annotations.map(|annotation| words(project, annotation));
            let cells = [
                entry.standing.name().to_owned(),
                entry.name(),
                instrument.clone(),
                provision.clone(),
                title.clone(),
                named,
                document.to_string(),
                passages.len().to_string(),
                ids.join(" "),
                if entry.unnamed() > 0 { entry.unnamed().to_string() } else { String::new() },
                why.join("; "),
                quotes.collect::<Vec<_>>().join(" | "),
            ];
            let cells: Vec<_> = cells.iter().map(|cell| quoted(guard(cell))).collect();
            out.push_str(&cells.join(","));
            out.push_str("\r\n");
        }
    }
    out
}
