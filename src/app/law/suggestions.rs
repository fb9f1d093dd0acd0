//! Suggestions: what was found and neither accepted nor refused, and the way from one to the next.

use super::accepting::reading;
use super::{InHand, LawState};
use crate::app::{App, Caret, Topic};
use crate::legal::{Kind, Reference};
use crate::model::{Change, DocumentId, Record, Refusal, reads_law};
use crate::text::Span;
use leptos::prelude::*;

/// A passage that may be given a tag.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Where it lies, and what it may mean.
    pub reference: Reference,
    /// Its words, with plain spaces.
    pub words: String,
    /// What it is read as: what a refusal remembers.
    pub reading: String,
}

impl App {
    /// The suggestions of the shown document, in the order of its text; listening.
    pub fn suggestions(&self) -> Vec<Suggestion> {
        self.view.document.get().map(|id| self.suggestions_in(id)).unwrap_or_default()
    }

    /// The suggestions of a document that was looked through, in the order of its text; listening.
    pub(super) fn suggestions_in(&self, id: DocumentId) -> Vec<Suggestion> {
        let LawState { found, vague, .. } = self.view.law;
        let with_vague = vague.get();
        let any = found.with(|found| found.get(&id).is_some_and(|all| !all.is_empty()));
        if !any {
            return Vec::new();
        }
        self.track(Topic::Annotations);
        self.track(Topic::Tags);
        self.track(Topic::Law);
        found.with(|found| {
            let references = found.get(&id).map(Vec::as_slice).unwrap_or_default();
            let offered = references.iter().filter(|one| with_vague || one.kind != Kind::Vague);
            self.with(|project| {
                let Some(document) = project.document(id) else { return Vec::new() };
                let on_document = project.annotations_on(id).filter(|one| reads_law(project, one));
                let mut covered: Vec<Span> =
                    on_document.flat_map(|one| one.target.spans().iter().copied()).collect();
                covered.sort();
                let refused: Vec<&Refusal> = project.refusals().values().collect();
                let mut longest = 0;
                // No range can reach over one that begins behind it, but long ones may begin far before.
                let reach: Vec<u32> = covered
                    .iter()
                    .map(|span| {
                        longest = longest.max(span.end().get());
                        longest
                    })
                    .collect();
                let is_covered = |span: Span| {
                    let before = covered.partition_point(|one| one.start() < span.end());
                    before > 0 && reach[before - 1] > span.start().get()
                };
                offered
                    .filter(|one| !is_covered(one.span))
                    .map(|one| {
                        let words = document.text.slice(one.span);
                        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                        Suggestion { reading: reading(one), words, reference: one.clone() }
                    })
                    .filter(|one| {
                        let span = one.reference.span;
                        let place = (id, span.start().get(), span.end().get());
                        !refused.iter().any(|refusal| refusal.holds(&one.words, &one.reading, place))
                    })
                    .collect()
            })
        })
    }

    /// The suggestion under review, listening.
    pub fn suggestion(&self) -> Option<Suggestion> {
        let span = self.view.law.current.get()?;
        self.suggestions().into_iter().find(|one| one.reference.span == span)
    }

    /// Brings the suggestion so many places on under review; after the last comes the first. False where
    /// there is none.
    pub fn step_suggestion(&self, by: isize) -> bool {
        let all = untrack(|| self.suggestions());
        if all.is_empty() {
            self.view.law.current.set(None);
            return false;
        }
        let current = self.view.law.current.get_untracked();
        let at = current.and_then(|span| all.iter().position(|one| one.reference.span == span));
        let next = match at {
            Some(at) => at as isize + by,
            None => {
                let head = current.map_or(self.view.caret.get_untracked().head, Span::start);
                let next = all.partition_point(|one| one.reference.span.start() < head) as isize;
                if by > 0 { next + by - 1 } else { next + by }
            }
        };
        self.review(all[next.rem_euclid(all.len() as isize) as usize].reference.span);
        true
    }

    /// True right after the last suggestion of a text was settled, as long as nothing else is in hand: who
    /// presses the key of a review once too often means the review.
    pub fn has_just_settled(&self) -> bool {
        let settled = self.view.law.settled.get_untracked();
        settled.is_some() && settled == self.in_hand() && untrack(|| self.suggestions()).is_empty()
    }

    fn in_hand(&self) -> Option<InHand> {
        let view = self.view;
        Some((view.document.get_untracked()?, view.caret.get_untracked().span(), view.chosen.get_untracked()))
    }

    /// The suggestion after the one that is settled now, where there is one.
    pub(super) fn go_on_reviewing(&self) {
        if !self.step_suggestion(1) {
            self.leave_review();
            self.view.law.settled.set(self.in_hand());
        }
    }

    /// Brings a suggestion under review: its words are selected in the text.
    pub fn review(&self, span: Span) {
        self.view.leave_passage();
        self.view.law.choice.set(Vec::new());
        self.view.caret.set(Caret { anchor: span.start(), head: span.end(), column: None });
        self.view.law.current.set(Some(span));
    }

    /// Lets go of the suggestion under review.
    pub fn leave_review(&self) {
        self.view.law.current.set(None);
        self.view.law.choice.set(Vec::new());
    }

    /// What was found in a text that is another one now, or gone, is forgotten.
    pub(in crate::app) fn forget_references(&self, id: DocumentId, change: &Change) {
        let text = |record: Option<&Record>| match record {
            Some(Record::Document(document)) => Some(document.text.clone()),
            _ => None,
        };
        if self.looked_through(id) && text(change.before()) != text(change.after()) {
            self.view.law.found.update(|found| drop(found.remove(&id)));
        }
    }

    /// True where a document was looked through.
    pub fn looked_through(&self, id: DocumentId) -> bool {
        self.view.law.found.with(|found| found.contains_key(&id))
    }
}
