//! The ledger: what the annotations of a project refer to, by instrument, provision and document. What is left
//! open, and what does not fit together, stands apart.

mod csv;
mod json;
mod linked;

use crate::model::{
    Annotation, AnnotationId, CoderId, DocumentId, Joined, LawAttributes, Meaning, Part, Project,
    law_attributes,
};
use crate::table::{Table, TextMap};

/// A kind of file that the ledger can be taken away as.
pub struct LedgerFormat {
    /// What it is called.
    pub name: &'static str,
    /// How the file's name ends, without the first dot.
    pub extension: &'static str,
    /// Its media type (IANA).
    pub media_type: &'static str,
    /// Writes it.
    pub write: fn(&Project, &Ledger) -> String,
}

/// Every kind of file that the ledger is written as.
pub static LEDGERS: &[LedgerFormat] = &[
    LedgerFormat { name: "CSV", extension: "ledger.csv", media_type: "text/csv", write: csv::write },
    LedgerFormat {
        name: "JSON",
        extension: "ledger.json",
        media_type: "application/json",
        write: json::write,
    },
    LedgerFormat {
        name: "JSON-LD",
        extension: "ledger.jsonld",
        media_type: "application/ld+json",
        write: linked::write,
    },
];

/// What is known of an instrument.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// What values call it.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it was adopted.
    pub date: String,
    /// The highest number of an article.
    pub articles: Option<u32>,
    /// The address of the official text; empty if none is known.
    pub source: String,
}

/// How it stands with what is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is known.
    Settled,
    /// It is one of several, or not named yet, or nothing is said.
    Open,
    /// There is no such provision, or a passage is read in two ways.
    Contradictory,
}

impl Standing {
    /// In the order of the ledger.
    pub const ALL: [Standing; 3] = [Standing::Settled, Standing::Open, Standing::Contradictory];

    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Settled => "settled",
            Self::Open => "open",
            Self::Contradictory => "contradictory",
        }
    }
}

/// Something that is referred to, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How it stands with it.
    pub standing: Standing,
    /// What is referred to. Of what is settled, one thing.
    pub meaning: Meaning,
    /// The passages, by document, in the order of the project and of the text.
    pub cells: Vec<(DocumentId, Vec<AnnotationId>)>,
}

impl Entry {
    /// What names the entry among those of its standing: `gc4#49(6)`, `gc1 | gc2`, or nothing.
    pub fn name(&self) -> String {
        self.meaning.write_whole()
    }

    /// How many passages there are, in one document or in all.
    pub fn count(&self, document: Option<DocumentId>) -> usize {
        self.cells_of(document).map(Vec::len).sum()
    }

    /// The passages in one document or in all.
    pub fn passages(&self, document: Option<DocumentId>) -> Vec<AnnotationId> {
        self.cells_of(document).flatten().copied().collect()
    }

    fn cells_of(&self, document: Option<DocumentId>) -> impl Iterator<Item = &Vec<AnnotationId>> {
        let cells = self.cells.iter().filter(move |(id, _)| document.is_none_or(|document| document == *id));
        cells.map(|(_, annotations)| annotations)
    }
}

/// All that is referred to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// What is referred to: by standing, then by id and provision.
    pub entries: Vec<Entry>,
    /// The documents in which anything is referred to, in their order.
    pub documents: Vec<DocumentId>,
    /// What is known of the instruments, by id.
    pub known: Vec<Known>,
}

impl Ledger {
    /// The ledger of a project. `known` says what the instruments are.
    pub fn new(project: &Project, known: Vec<Known>) -> Self {
        let mut ledger = Self { known, ..Self::default() };
        ledger.known.sort_by(|one, other| one.id.cmp(&other.id));
        for document in project.documents() {
            let of_law: Vec<_> = project
                .annotations_on(document.id)
                .filter_map(|one| Some((one, law_attributes(project, one.tag)?.meaning(one))))
                .collect();
            if !of_law.is_empty() {
                ledger.documents.push(document.id);
            }
            for (annotation, meaning) in &of_law {
                let is_contradicted = contradicts(annotation, meaning, &of_law);
                for (standing, meaning) in ledger.split(meaning, is_contradicted) {
                    ledger.put(standing, meaning, document.id, annotation.id);
                }
            }
        }
        ledger.entries.sort_by_cached_key(|entry| {
            let first = entry.meaning.parts.first();
            let id = first.map(|part| part.id.clone());
            let provision = first.map(|part| (number_of(&part.provision), part.provision.clone()));
            (entry.standing, entry.meaning.parts.is_empty(), id, provision, entry.name())
        });
        ledger
    }

    /// The entries that one annotation stands in: one for each thing that is meant.
    fn split(&self, meaning: &Meaning, is_contradicted: bool) -> Vec<(Standing, Meaning)> {
        if meaning.joined == Joined::Either && meaning.parts.len() > 1 {
            let standing = if is_contradicted { Standing::Contradictory } else { Standing::Open };
            return vec![(standing, meaning.clone())];
        }
        if meaning.parts.is_empty() {
            return vec![(Standing::Open, Meaning::nothing())];
        }
        let mut split: Vec<(Standing, Meaning)> = Vec::new();
        for part in &meaning.parts {
            let standing = match part {
                _ if is_contradicted || self.lacks(part).is_some() => Standing::Contradictory,
                part if part.is_known() => Standing::Settled,
                _ => Standing::Open,
            };
            let one = (standing, Meaning { joined: Joined::All, parts: vec![part.clone()] });
            if !split.contains(&one) {
                split.push(one);
            }
        }
        split
    }

    fn put(&mut self, standing: Standing, meaning: Meaning, document: DocumentId, id: AnnotationId) {
        let is_same = |entry: &Entry| entry.standing == standing && entry.meaning == meaning;
        let entry = match self.entries.iter().position(is_same) {
            Some(at) => &mut self.entries[at],
            None => {
                self.entries.push(Entry { standing, meaning, cells: Vec::new() });
                let last = self.entries.len() - 1;
                &mut self.entries[last]
            }
        };
        match entry.cells.last_mut().filter(|(known, _)| *known == document) {
            Some((_, passages)) => passages.push(id),
            None => entry.cells.push((document, vec![id])),
        }
    }

    /// What is known of an instrument; its id, where nothing is.
    pub fn known(&self, id: &str) -> Known {
        let at = self.known.binary_search_by(|known| known.id.as_str().cmp(id));
        match at {
            Ok(at) => self.known[at].clone(),
            Err(_) => Known { id: id.to_owned(), title: id.to_owned(), ..Known::default() },
        }
    }

    /// How many articles the instrument has, where the part names one behind the last.
    pub fn lacks(&self, part: &Part) -> Option<u32> {
        let articles = self.known(&part.id).articles?;
        number_of(&part.provision).filter(|number| *number > articles).map(|_| articles)
    }

    /// The entry of this standing and name.
    pub fn entry(&self, standing: Standing, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.standing == standing && entry.name() == name)
    }

    /// Every id that is named, for what is known of them.
    pub fn ids(project: &Project) -> Vec<String> {
        let mut ids = TextMap::new();
        let mut asked: Table<crate::model::TagId, Option<LawAttributes>> = Table::new();
        for annotation in project.annotations().values() {
            let attributes = asked.get_or_insert(annotation.tag, || law_attributes(project, annotation.tag));
            let Some(attributes) = attributes else { continue };
            for part in attributes.meaning(annotation).parts.into_iter().filter(Part::is_known) {
                ids.insert(part.id, String::new());
            }
        }
        ids.into_iter().map(|(id, _)| id).collect()
    }
}

/// The number that a provision begins with: of an article, if it is not a chapter or the like.
fn number_of(provision: &str) -> Option<u32> {
    let end = provision.find(|c: char| !c.is_ascii_digit()).unwrap_or(provision.len());
    provision[..end].parse().ok()
}

/// True where the same passage is said to mean something else, by another coder or with another tag.
fn contradicts(annotation: &Annotation, meaning: &Meaning, all: &[(&Annotation, Meaning)]) -> bool {
    let says_else = |(other, other_meaning): &(&Annotation, Meaning)| {
        let is_other = other.id != annotation.id && other.target == annotation.target;
        is_other && !meaning.parts.is_empty() && !other_meaning.parts.is_empty() && other_meaning != meaning
    };
    all.iter().any(says_else)
}

/// What a coder is called; the id where that is nothing.
fn coder_name(project: &Project, id: CoderId) -> String {
    let label = project.coder(id).map(|coder| coder.label.clone()).unwrap_or_default();
    if label.is_empty() { id.to_string() } else { label }
}

/// The words of an annotation's passage.
fn words(project: &Project, annotation: &Annotation) -> String {
    let Some(document) = project.document(annotation.document) else { return String::new() };
    let spans = annotation.target.spans().iter().map(|span| document.text.slice(*span));
    spans.collect::<Vec<_>>().join(" … ")
}
