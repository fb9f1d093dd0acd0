//! The pieces of a passage in several ranges.

use crate::app::{App, Caret, Topic};
use crate::model::AnnotationId;
use crate::text::Span;
use crate::ui::reader::follow_caret;
use crate::ui::{after::focus_at, app, words::words};
use leptos::prelude::*;

/// So many characters of a piece are shown.
const SHOWN: usize = 60;

/// The pieces with their words, where there are several; listening.
fn pieces(app: App, id: AnnotationId) -> Vec<(Span, String)> {
    app.track(Topic::Annotation(id));
    let spans = app.with(|project| {
        project.annotation(id).map(|annotation| annotation.target.spans().to_vec()).unwrap_or_default()
    });
    if spans.len() < 2 {
        return Vec::new();
    }
    spans.into_iter().map(|span| (span, app.words_of(span, SHOWN))).collect()
}

/// Each piece, a way to where it stands, and a button that takes it away.
#[component]
pub(super) fn Pieces(id: AnnotationId) -> impl IntoView {
    let app = app();
    let pieces = Memo::new(move |_| pieces(app, id));
    let label = format!("pieces-{id}");
    let children = move |(span, words_of): (Span, String)| {
        let remove = (words().detail.remove_piece)(&words_of);
        let go = move |_| {
            app.view.caret.set(Caret::at(span.start()));
            follow_caret(app);
        };
        let on_remove = move |_| {
            let at = pieces.with_untracked(|pieces| pieces.iter().position(|(piece, _)| *piece == span));
            if app.remove_piece(id, span) {
                focus_at(".card.chosen .pieces .remove", at.unwrap_or_default(), ".card.chosen .ends button");
            }
        };
        view! {
            <li class="chip">
                <button type="button" class="go" dir="auto" on:click=go>{words_of}</button>
                <button type="button" class="icon remove" aria-label=remove.clone() title=remove.clone() on:click=on_remove>"×"</button>
            </li>
        }
    };
    let list = move || {
        let label = label.clone();
        pieces.with(|pieces| !pieces.is_empty()).then(move || {
            let labelled = label.clone();
            view! {
                <div class="row">
                    <span class="name" id=label>{words().detail.pieces}</span>
                    <ul class="answer chips pieces" aria-labelledby=labelled>
                        <For each=move || pieces.get() key=|(span, _)| (span.start().get(), span.end().get()) children/>
                    </ul>
                </div>
            }
            .into_any()
        })
    };
    view! { {list} }
}
