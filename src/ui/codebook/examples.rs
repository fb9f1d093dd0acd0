//! Passages that show what a tag means, or what only looks like it.

use super::{edit, watch};
use crate::app::Topic;
use crate::model::{DocumentId, Example, Side, TagField, TagId};
use crate::text::Span;
use crate::ui::add_named::AddNamed;
use crate::ui::after::focus_at;
use crate::ui::{app, reader, words::words};
use leptos::prelude::*;

/// An example as it is shown: its place in the list, its words, and where it stands.
type Shown = (usize, String, Option<(DocumentId, Span, String)>);

/// The examples of a tag, or its counter-examples.
#[component]
pub fn Examples(id: TagId, side: Side) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let colour = Signal::derive(move || tag.get().map(|tag| tag.colour.to_string()).unwrap_or_default());
    let all = move || {
        let tag = tag.get();
        tag.map(|tag| if side == Side::Example { tag.examples } else { tag.counter_examples })
            .unwrap_or_default()
    };
    let write = move |examples: Vec<Example>| {
        let field = match side {
            Side::Example => TagField::Examples(examples),
            Side::CounterExample => TagField::CounterExamples(examples),
        };
        edit(app, id, field)
    };
    // What takes one away, and what adds one.
    let ends = match side {
        Side::Example => {
            (".codebook .examples:not(.counter) .remove", ".codebook .examples:not(.counter) .add-named")
        }
        Side::CounterExample => {
            (".codebook .examples.counter .remove", ".codebook .examples.counter .add-named")
        }
    };
    let shown = Memo::new(move |_| {
        app.track(Topic::Documents);
        let examples = all();
        app.with(|project| {
            let place = |example: &Example| {
                let (document, span) = example.place(project)?;
                Some((document, span, project.document(document)?.title.clone()))
            };
            let show = |(at, example): (usize, &Example)| (at, example.text.clone(), place(example));
            examples.iter().enumerate().map(show).collect::<Vec<Shown>>()
        })
    });
    let row = move |(at, text, place): Shown| {
        let remove = move |_| {
            let mut left = untrack(all);
            if at < left.len() {
                left.remove(at);
                write(left);
                let (each, add) = ends;
                focus_at(each, at, add);
            }
        };
        let go = place.map(|(document, span, title)| {
            let go = move |_| {
                app.show_passage(document, span);
                request_animation_frame(move || {
                    crate::ui::focus_reader();
                    reader::follow_caret(app);
                });
            };
            view! { <button type="button" class="link source" dir="auto" on:click=go>{title}</button> }
        });
        let label = (words().book.remove_example)(&text);
        view! {
            <li>
                <q class="hued" dir="auto" style:--c=colour>{text.replace('\n', " ")}</q>
                {go}
                <button type="button" class="icon remove" aria-label=label.clone() title=label on:click=remove>"×"</button>
            </li>
        }
    };
    let add = Callback::new(move |text: String| {
        if text.trim().is_empty() {
            return false;
        }
        let mut examples = untrack(all);
        examples.push(Example::from(text.trim()));
        write(examples)
    });
    let book = words().book;
    let label = (book.add_example)(side);
    let name = if side == Side::Example { book.examples } else { book.counter_examples };
    view! {
        <div class="sheet-row examples" class:counter=side == Side::CounterExample role="group" aria-label=name>
            <span class="label" aria-hidden="true">{name}</span>
            <div>
                <ul><For each=move || shown.get() key=|(at, text, _)| (*at, text.clone()) children=row/></ul>
                <AddNamed class="quiet" text="+" label field_label=label add/>
            </div>
        </div>
    }
}
