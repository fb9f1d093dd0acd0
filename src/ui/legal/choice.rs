//! What can be chosen for an annotation, with what speaks for it.

use super::{evidence_in, shared_evidence_in, titled};
use crate::app::{App, Topic};
use crate::legal::{Candidate, Reference, Status};
use crate::model::{AnnotationId, Joined, Meaning, Part};
use crate::text::Span;
use leptos::{ev, prelude::*};

/// A whole meaning that can be chosen, with what speaks for it.
#[derive(Clone, PartialEq)]
pub(super) struct Choice {
    meaning: Meaning,
    why: String,
}

/// The reference that the recogniser found where an annotation lies: the one that shares most with it.
pub(super) fn reference_of(app: App, id: AnnotationId) -> Option<Reference> {
    app.track(Topic::Annotation(id));
    let (document, spans) = app.with(|project| {
        let annotation = project.annotation(id)?;
        Some((annotation.document, annotation.target.spans().to_vec()))
    })?;
    app.view.law.found.with(|found| {
        let shared = |one: &&Reference| -> u32 {
            spans.iter().filter_map(|span| span.intersection(one.span)).map(Span::length).sum()
        };
        let overlapping = found.get(&document)?.iter().filter(|one| shared(one) > 0);
        overlapping.max_by_key(shared).cloned()
    })
}

/// What can be chosen: the candidates where it is open which of them is meant, what was found where nothing is
/// said. Where the recogniser is not there, what was left open.
pub(super) fn choices(meaning: &Meaning, reference: Option<&Reference>) -> Vec<Choice> {
    let one = |part: Part| Meaning { joined: Joined::All, parts: vec![part] };
    match reference {
        Some(found) if found.status == Status::Ambiguous || found.candidates.len() == 1 => {
            let is_shared = shared_evidence_in(found).is_some();
            let why =
                |candidate: &Candidate| if is_shared { String::new() } else { evidence_in(found, candidate) };
            let of = |one: &Candidate| Choice { meaning: meaning_of_one(one), why: why(one) };
            found.candidates.iter().map(of).collect()
        }
        _ if meaning.joined == Joined::Either => {
            let parts = meaning.parts.iter().cloned();
            parts.map(|part| Choice { meaning: one(part), why: String::new() }).collect()
        }
        _ => Vec::new(),
    }
}

fn meaning_of_one(candidate: &Candidate) -> Meaning {
    let part = Part { id: candidate.id.clone(), provision: candidate.provision.clone() };
    Meaning { joined: Joined::All, parts: vec![part] }
}

/// The meaning with the provision that was said for all of another one, where it has none itself.
pub(super) fn with_provision(mut meaning: Meaning, said: &Meaning) -> Meaning {
    let provision = said.parts.first().map(|part| part.provision.clone()).unwrap_or_default();
    let is_for_all = said.parts.iter().all(|part| part.provision == provision);
    if is_for_all && meaning.parts.iter().all(|part| part.provision.is_empty()) {
        meaning.parts.iter_mut().for_each(|part| part.provision.clone_from(&provision));
    }
    meaning
}

/// True where there is but one choice, and it is what is said.
pub(super) fn is_only(choices: &[Choice], said: &Meaning) -> bool {
    matches!(choices, [only] if *said == with_provision(only.meaning.clone(), said))
}

/// A meaning to be chosen.
pub(super) fn one_choice(
    app: App,
    choice: Choice,
    meaning: Memo<Meaning>,
    choose: impl Fn(Meaning) + Copy + 'static,
) -> impl IntoView {
    let (own, wanted, shown) = (choice.meaning.clone(), choice.meaning.clone(), choice.meaning);
    let is_chosen =
        Signal::derive(move || meaning.with(|meaning| *meaning == with_provision(own.clone(), meaning)));
    let part = shown.parts.into_iter().next().unwrap_or_default();
    let title = move || titled(app, &part.id, &part.provision);
    view! {
        <label class="candidate">
            <input type="radio" name="meaning" prop:checked=is_chosen on:change=move |_| choose(wanted.clone())/>
            <span>{title}{(!choice.why.is_empty()).then(|| view! { <small>{choice.why}</small> })}</span>
        </label>
    }
}

/// What is often meant and was not said: it counts for nothing until it is ticked.
pub(super) fn one_hint(
    app: App,
    hint: Candidate,
    meaning: Memo<Meaning>,
    choose: impl Fn(Meaning) + Copy + 'static,
) -> impl IntoView {
    let part = Part { id: hint.id.clone(), provision: hint.provision.clone() };
    let own = part.clone();
    let is_chosen = Signal::derive(move || meaning.with(|meaning| meaning.parts.contains(&own)));
    let tick = move |event: ev::Event| {
        let mut next = meaning.get_untracked();
        next.joined = Joined::All;
        if event_target_checked(&event) {
            match next.parts.iter_mut().find(|part| !part.is_known()) {
                Some(slot) => *slot = part.clone(),
                None => next.parts.push(part.clone()),
            }
        } else if let Some(at) = next.parts.iter().position(|other| *other == part) {
            // A counted set keeps its places.
            match next.parts.len() > 1 {
                true => next.parts[at] = Part::default(),
                false => drop(next.parts.remove(at)),
            }
        }
        choose(next);
    };
    let title = move || titled(app, &hint.id, &hint.provision);
    view! {
        <label class="candidate">
            <input type="checkbox" prop:checked=is_chosen on:change=tick/>
            <span>{title}</span>
        </label>
    }
}
