//! Places within instruments and documents, once it is known which.

use super::compose::Composer;
use super::found::{Document, Name};
use super::mention::Meaning;
use super::names::Mode;
use super::provisions::Provision;
use super::reference::{Candidate, Form, Issue, Kind, Status};
use super::validity::{Instruments, judge};

impl Composer<'_> {
    /// A place within instruments.
    pub(super) fn place(
        &mut self,
        from: usize,
        to: usize,
        provision: &Provision,
        meaning: &Meaning,
        form: Form,
        name: Option<&Name>,
    ) {
        if let Some(annex) = provision
            .locators
            .iter()
            .rev()
            .find_map(|one| one.split('.').find(|part| part.starts_with("annex-")))
        {
            self.memory.last_annex = Some(annex.to_owned());
        }
        if let (Mode::One, [member]) = (meaning.mode, meaning.members.as_slice()) {
            let stepped = provision.locators.iter().filter(|one| one.contains('('));
            stepped.for_each(|place| self.memory.cite(place, *member));
        }
        let provision = self.with_annex(provision);
        let instruments = Instruments { meaning, year: name.and_then(|name| name.year) };
        let mut judged = judge(self.table, &provision, &instruments);
        judged.form = if judged.form == Form::Outside { Form::Outside } else { form };
        if name.is_some_and(|name| name.year_conflict) {
            judged.issues.push(Issue::YearConflict);
        }
        judged.year = name.and_then(|name| name.year);
        judged.antecedent = meaning.antecedent;
        if let Some(base) =
            provision.locators.last().map(|one| one.split('(').next().unwrap_or(one).to_owned())
        {
            self.memory.last_article = Some((meaning.members.clone(), base));
        }
        let rule = meaning.members.iter().any(|one| self.table.get(*one).id == "cihl");
        self.put(from, to, if rule { Kind::CustomaryRule } else { Kind::Provision }, judged);
    }

    /// *Protocol I, Article 52 … Article 53*: what the article alone told is known from then on.
    pub(super) fn settle(&mut self, meaning: &Meaning) {
        let Some(last) = self.out.last().filter(|_| meaning.mode == Mode::Any) else { return };
        let [first, rest @ ..] = last.candidates.as_slice() else { return };
        let Some(number) = self.table.number(&first.id) else { return };
        if rest.iter().all(|other| other.id == first.id) {
            self.memory.settle_last(number);
        }
    }

    /// *Chapter III of the Annex*: the annex that was named by its number.
    fn with_annex(&self, provision: &Provision) -> Provision {
        let mut provision = provision.clone();
        if let Some(annex) = &self.memory.last_annex {
            for locator in &mut provision.locators {
                if let Some(rest) = locator.strip_prefix("annex.") {
                    *locator = format!("{annex}.{rest}");
                }
            }
        }
        provision
    }

    /// A paragraph of a resolution, a document, a comment.
    pub(super) fn in_document(&mut self, from: usize, to: usize, provision: &Provision, document: &Document) {
        let mut document = self.known(document.clone());
        let places = |one: &Candidate| -> Vec<Candidate> {
            provision
                .locators
                .iter()
                .map(|locator| Candidate { provision: locator.clone(), ..one.clone() })
                .collect()
        };
        let several = document.said.candidates.len() * provision.locators.len() > 1;
        document.said.candidates = document.said.candidates.iter().flat_map(places).collect();
        if document.said.status == Status::Resolved && several {
            document.said.status = Status::Set;
        }
        if document.said.candidates.is_empty() {
            document.said.status = Status::Unresolved;
        }
        let kind = document.kind;
        self.note_document(&document, from, to);
        self.put(from, to, kind, document.said);
    }
}
