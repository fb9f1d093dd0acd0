//! The ledger: what the annotations of a project refer to, by instrument, provision and document. What is left
//! open, and what does not fit together, stands apart.

mod csv;
mod json;
mod linked;
mod odd;

pub use odd::Odd;

use crate::model::{
    Annotation, AnnotationId, CoderId, DocumentId, Joined, LawAttributes, Meaning, OWN, Part, Project,
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
    /// The number and the year in the id do not belong together.
    pub misnumbered: bool,
    /// What the table calls it, where that is not this id.
    pub table_id: String,
}

/// How it stands with what is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is known.
    Settled,
    /// It is one of several, or not named yet, or nothing is said, or the project no longer has it.
    Open,
    /// There is no such provision, number or year, or a passage is read in two ways.
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
    /// What is referred to. Of what is settled, one thing; of what is not named, a place for each.
    pub meaning: Meaning,
    /// What does not fit together.
    pub odd: Vec<Odd>,
    /// The passages, by document, in the order of the project and of the text.
    pub cells: Vec<(DocumentId, Vec<AnnotationId>)>,
}

impl Entry {
    /// What names the entry among those of its standing: `gc4#49(6)`, `gc1 | gc2`, or nothing.
    pub fn name(&self) -> String {
        self.meaning.write_whole()
    }

    /// How many of the things that are meant are not named.
    pub fn unnamed(&self) -> usize {
        self.meaning.parts.iter().filter(|part| !part.is_known()).count()
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
    /// What is referred to: by standing, then by title and provision.
    pub entries: Vec<Entry>,
    /// The documents in which anything is referred to, in their order.
    pub documents: Vec<DocumentId>,
    /// What is known of the instruments, by id.
    pub known: Vec<Known>,
    /// What the project calls the instruments of its own.
    own: Vec<String>,
}

impl Ledger {
    /// The ledger of a project. `known` says what the instruments are.
    pub fn new(project: &Project, known: Vec<Known>) -> Self {
        let mut ledger = Self { known, ..Self::default() };
        ledger.known.sort_by(|one, other| one.id.cmp(&other.id));
        ledger.own = project.instruments().values().map(|one| one.code.clone()).collect();
        for document in project.documents() {
            let of_law: Vec<_> = project
                .annotations_on(document.id)
                .filter_map(|one| {
                    Some((one, ledger.in_table(law_attributes(project, one.tag)?.meaning(one))))
                })
                .collect();
            if !of_law.is_empty() {
                ledger.documents.push(document.id);
            }
            for (annotation, meaning) in &of_law {
                let of_passage = Odd::of_passage(&ledger, project, annotation, meaning, &of_law);
                for (meaning, odd) in ledger.split(meaning, &of_passage) {
                    ledger.put(meaning, odd, document.id, annotation.id);
                }
            }
        }
        let key = |entry: &Entry| {
            let first = entry.meaning.parts.first().cloned().unwrap_or_default();
            let title =
                if first.is_known() { in_order(&ledger.known(&first.id).title) } else { String::new() };
            let provision = (number_of(&first.provision), first.provision);
            (entry.standing, entry.meaning.parts.is_empty(), title, first.id, provision, entry.name())
        };
        let mut entries = ledger.entries.clone();
        entries.sort_by_cached_key(key);
        ledger.entries = entries;
        ledger
    }

    /// The same by the names of the table, so that one thing has one row.
    fn in_table(&self, mut meaning: Meaning) -> Meaning {
        for part in &mut meaning.parts {
            let known = self.known(&part.id).table_id;
            if !known.is_empty() {
                part.id = known;
            }
        }
        meaning
    }

    /// The entries that one annotation stands in: one for each thing that is meant, and one for the places of
    /// those that are not named.
    fn split(&self, meaning: &Meaning, of_passage: &[Odd]) -> Vec<(Meaning, Vec<Odd>)> {
        if meaning.parts.is_empty() || meaning.joined == Joined::Either && meaning.parts.len() > 1 {
            return vec![(meaning.clone(), of_passage.to_vec())];
        }
        let mut split: Vec<(Meaning, Vec<Odd>)> = Vec::new();
        for part in &meaning.parts {
            let mut odd = of_passage.to_vec();
            odd.extend(Odd::of_part(self, part));
            odd.sort();
            let is_place = |one: &Meaning| !part.is_known() && one.parts[0] == *part;
            if let Some((places, _)) = split.iter_mut().find(|(one, _)| is_place(one)) {
                places.parts.push(part.clone());
                continue;
            }
            let one = (Meaning { joined: Joined::All, parts: vec![part.clone()] }, odd);
            if !split.contains(&one) {
                split.push(one);
            }
        }
        split
    }

    fn standing(&self, meaning: &Meaning, odd: &[Odd]) -> Standing {
        let is_lost = meaning.parts.iter().any(|part| self.is_lost(&part.id));
        match odd {
            [] if meaning.is_settled() && !is_lost => Standing::Settled,
            [] => Standing::Open,
            _ => Standing::Contradictory,
        }
    }

    /// True of an instrument of the project's own that the project no longer has.
    pub fn is_lost(&self, id: &str) -> bool {
        id.starts_with(OWN) && !self.own.iter().any(|code| code == id)
    }

    fn put(&mut self, meaning: Meaning, odd: Vec<Odd>, document: DocumentId, id: AnnotationId) {
        let standing = self.standing(&meaning, &odd);
        let is_same = |entry: &Entry| entry.standing == standing && entry.meaning == meaning;
        let entry = match self.entries.iter().position(is_same) {
            Some(at) => &mut self.entries[at],
            None => {
                self.entries.push(Entry { standing, meaning, odd: Vec::new(), cells: Vec::new() });
                let last = self.entries.len() - 1;
                &mut self.entries[last]
            }
        };
        entry.odd.extend(odd);
        entry.odd.sort();
        entry.odd.dedup();
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

/// A title as it is sorted: letter case aside, and numbers by what they come to.
fn in_order(title: &str) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    for c in title.to_lowercase().chars().chain([' ']) {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            if !digits.is_empty() {
                out.push_str(&format!("{digits:0>8}"));
                digits.clear();
            }
            out.push(c);
        }
    }
    out
}

/// The number that a provision begins with: of an article, if it is not a chapter or the like.
fn number_of(provision: &str) -> Option<u32> {
    let end = provision.find(|c: char| !c.is_ascii_digit()).unwrap_or(provision.len());
    provision[..end].parse().ok()
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
