//! How sure the coder is, in three steps.

use super::segments::{Segments, segments};
use crate::app::Topic;
use crate::model::{AnnotationId, Certainty, Command};
use crate::ui::{app, words::words};
use leptos::prelude::*;

const STEPS: [Certainty; 3] = [Certainty::Low, Certainty::Medium, Certainty::High];

/// The three steps.
#[component]
pub(super) fn CertaintyRow(id: AnnotationId) -> impl IntoView {
    let app = app();
    let current = Memo::new(move |_| {
        app.track(Topic::Annotation(id));
        let certainty = app.with(|project| project.annotation(id).and_then(|it| it.certainty));
        certainty.and_then(|certainty| STEPS.iter().position(|step| *step == certainty))
    });
    let label = format!("certainty-{id}");
    let these = Segments {
        labelled: label.clone(),
        described: None,
        names: STEPS.map(|step| (words().detail.certainties)(step).to_owned()).to_vec(),
        current: current.into(),
    };
    let pick = move |at: Option<usize>| {
        let _ = app.dispatch(Command::SetCertainty(id, at.map(|at| STEPS[at])));
    };
    view! {
        <div class="row">
            <span class="name" id=label>{words().detail.certainty}</span>
            <div class="answer">{segments(these, pick)}</div>
        </div>
    }
}
