//! What becomes of a suggestion: an annotation with its meaning, or a refusal.

use super::Suggestion;
use crate::app::{App, Palette, Pending, browser};
use crate::legal::{Candidate, Kind, Reference, Status};
use crate::model::{
    AnnotationId, Command, Extra, Joined, LawAttributes, Meaning, NewAnnotation, Part, Refusal, RefusalId,
    Target, law_attributes, provision_in, tag_for_law,
};
use leptos::prelude::*;

fn part(candidate: &Candidate) -> Part {
    Part { id: candidate.id.clone(), provision: candidate.provision.clone() }
}

/// What a reference means, where nobody has chosen anything.
fn proposed(reference: &Reference) -> Meaning {
    let mut parts: Vec<_> = reference.candidates.iter().map(part).collect();
    let joined = match reference.status {
        Status::Ambiguous => Joined::Either,
        _ => Joined::All,
    };
    // What is counted and not named has a place for each.
    let counted = reference.count.unwrap_or_default().min(MOST_SLOTS) as usize;
    if reference.status == Status::Set {
        parts.resize(parts.len().max(counted), Part::default());
    }
    Meaning { joined, parts }
}

/// So many places are made for a counted set.
const MOST_SLOTS: u32 = 30;

/// What a reference is read as, in one text.
pub(super) fn reading(reference: &Reference) -> String {
    format!("{}: {}", reference.status.name(), proposed(reference).write_whole())
}

/// What a reference means with these choices, by their full ids: one of the candidates, or some of what is
/// often meant.
pub fn meaning_of(reference: &Reference, chosen: &[String]) -> Meaning {
    let mut meaning = proposed(reference);
    if chosen.is_empty() {
        return meaning;
    }
    let chosen: Vec<_> = chosen.iter().map(|id| Part::read(id)).collect();
    if reference.status == Status::Set {
        for one in chosen {
            match meaning.parts.iter().position(|part| !part.is_known()) {
                Some(slot) => meaning.parts[slot] = one,
                None if !meaning.parts.contains(&one) => meaning.parts.push(one),
                None => {}
            }
        }
        return meaning;
    }
    Meaning { joined: Joined::All, parts: chosen }
}

/// What can be chosen for a reference: its candidates, where it is open which of them is meant.
pub fn choices(reference: &Reference) -> &[Candidate] {
    let is_open = reference.status == Status::Ambiguous;
    if is_open { &reference.candidates } else { &[] }
}

impl App {
    /// Makes an annotation of the suggestion under review, and goes on to the next.
    pub fn accept_suggestion(&self) {
        let Some(one) = untrack(|| self.suggestion()) else { return };
        let chosen = self.view.law.choice.get_untracked();
        let mut meaning = meaning_of(&one.reference, &chosen);
        // Which article it is stays known, though nobody knows of what.
        if meaning.parts.is_empty() && one.reference.kind == Kind::Provision {
            let provision = provision_in(&one.words);
            meaning.parts.extend((!provision.is_empty()).then(|| Part { provision, ..Part::default() }));
        }
        let Some(document) = self.view.document.get_untracked() else { return };
        let Some(target) = Target::passage(one.reference.span) else { return };
        let (is_treaty, is_resolution) = self.kind_of(&one, &meaning);
        let tag = self.with(|project| {
            let tag = tag_for_law(project, is_treaty, is_resolution)?;
            Some((tag, law_attributes(project, tag)?))
        });
        // Where no tag asks which law is meant, the person says which it is to be.
        let Some((tag, attributes)) = tag else {
            let span = one.reference.span;
            self.leave_review();
            self.view.pending.set(Some(Pending { raw: span, taken: span }));
            return self.view.palette.set(Some(Palette::Pending));
        };
        let id = AnnotationId::from_random(browser::random());
        let new = NewAnnotation { id, document, target, tag, coder: self.coder(), at: browser::now() };
        let values = attributes.values(&meaning).into_iter();
        let values = values.filter_map(|(id, value)| Some((id, value?))).collect();
        if self.dispatch(Command::AnnotateWith(new, values)).is_ok() {
            self.go_on_reviewing();
        }
    }

    /// True where a suggestion means treaties alone, and where it means resolutions.
    fn kind_of(&self, one: &Suggestion, meaning: &Meaning) -> (bool, bool) {
        let reference = &one.reference;
        let hints = reference.hints.iter().map(|hint| hint.id.as_str());
        let known = meaning.parts.iter().filter(|part| part.is_known()).map(|part| part.id.as_str());
        let ids: Vec<_> = known.chain(hints).collect();
        let is_numbered = |id: &&str| id.starts_with("un:") && id.contains("/RES/");
        let says_so = ids.is_empty() && one.words.to_lowercase().contains("resolution");
        let is_resolution = reference.kind == Kind::Resolution
            || (!ids.is_empty() && ids.iter().all(is_numbered))
            || (reference.kind == Kind::Set && says_so);
        let is_treaty = |id: &&str| untrack(|| self.entry(id)).treaty;
        let is_treaty = match reference.kind {
            Kind::Treaty => true,
            Kind::Provision | Kind::Set => !ids.is_empty() && ids.iter().all(is_treaty),
            _ => false,
        };
        (is_treaty, is_resolution)
    }

    /// Refuses the suggestion under review here, and goes on to the next.
    pub fn refuse_suggestion(&self) {
        let Some(document) = self.view.document.get_untracked() else { return };
        let refused = |one: Suggestion| {
            let span = one.reference.span;
            let refusal = refusal(one);
            Refusal { document: Some(document), start: span.start().get(), end: span.end().get(), ..refusal }
        };
        self.refuse_as(refused);
    }

    /// Refuses all that says and means the same, in every document, and goes on to the next. So many are refused
    /// in the shown text, and so many elsewhere, in so many texts: of those that were looked through.
    pub fn refuse_alike(&self) -> (usize, usize, usize) {
        let Some(one) = untrack(|| self.suggestion()) else { return (0, 0, 0) };
        let is_like = |other: &&Suggestion| other.words == one.words && other.reading == one.reading;
        let shown = self.view.document.get_untracked();
        let ids: Vec<_> = self.view.law.found.with_untracked(|found| found.keys().collect());
        let (mut here, mut elsewhere, mut texts) = (0, 0, 0);
        for id in ids {
            match untrack(|| self.suggestions_in(id)).iter().filter(is_like).count() {
                number if Some(id) == shown => here = number,
                number => {
                    elsewhere += number;
                    texts += usize::from(number > 0);
                }
            }
        }
        self.refuse_as(refusal);
        (here, elsewhere, texts)
    }

    fn refuse_as(&self, refused: impl FnOnce(Suggestion) -> Refusal) {
        let Some(one) = untrack(|| self.suggestion()) else { return };
        if self.dispatch(Command::Refuse(vec![refused(one)])).is_ok() {
            self.go_on_reviewing();
        }
    }

    /// What was refused is suggested again.
    pub fn offer_again(&self) {
        let ids = self.with(|project| project.refusals().keys().collect());
        let _ = self.dispatch(Command::OfferAgain(ids));
    }

    /// Says what an annotation means.
    pub fn set_meaning(&self, id: AnnotationId, meaning: &Meaning) {
        let Some(attributes) = self.law_attributes_of(id) else { return };
        let _ = self.dispatch(Command::SetValues(id, attributes.values(meaning)));
    }

    /// Where an annotation says what it means, if its tag asks.
    pub fn law_attributes_of(&self, id: AnnotationId) -> Option<LawAttributes> {
        self.with(|project| law_attributes(project, project.annotation(id)?.tag))
    }
}

fn refusal(one: Suggestion) -> Refusal {
    Refusal {
        id: RefusalId::from_random(browser::random()),
        words: one.words,
        reading: one.reading,
        document: None,
        start: 0,
        end: 0,
        extra: Extra::default(),
    }
}
