//! What a tag is split into: by rule, or passage by passage.

use super::name_of;
use super::outcome::{Outcomes, outcome};
use super::parts::{Choice, Select, radio};
use super::passages::Passages;
use crate::app::{App, Part};
use crate::model::{AnnotationId, AttributeKind, CoderId, DocumentId, Sieve, TagId, Value, asked, path};
use crate::table::Table;
use crate::ui::after::focus_at;
use crate::ui::dialogs::Modal;
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// A part that is being described.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub number: usize,
    /// The name of its tag.
    pub name: RwSignal<String>,
    /// What falls into it: a place in the list of what can decide.
    by: RwSignal<String>,
    /// The words that its passages say, where words decide.
    says: RwSignal<String>,
}

impl Row {
    fn new(number: usize) -> Self {
        Self {
            number,
            name: RwSignal::default(),
            by: RwSignal::new("words".to_owned()),
            says: RwSignal::default(),
        }
    }
}

/// What can decide besides words: its name and its sieve.
fn sieves(app: App, id: TagId) -> Vec<(String, Sieve)> {
    let book = words().book;
    app.with(|project| {
        let own = || project.annotations().values().filter(move |annotation| annotation.tag == id);
        let mut found = Vec::new();
        for attribute in asked(project, id) {
            if matches!(attribute.kind, AttributeKind::One | AttributeKind::Many) {
                found.extend(attribute.choices.iter().map(|choice| {
                    let sieve = Sieve::Value(attribute.id, Value::One(choice.id));
                    ((book.holds_value)(&attribute.name, &choice.name), sieve)
                }));
            }
            if attribute.kind == AttributeKind::YesNo {
                found.extend([(true, book.yes), (false, book.no)].map(|(value, name)| {
                    (
                        (book.holds_value)(&attribute.name, name),
                        Sieve::Value(attribute.id, Value::YesNo(value)),
                    )
                }));
            }
        }
        let mut coders: Table<CoderId, ()> = Table::new();
        let mut documents: Table<DocumentId, ()> = Table::new();
        for annotation in own() {
            coders.insert(annotation.coder, ());
            documents.insert(annotation.document, ());
        }
        if coders.len() > 1 {
            found.extend(coders.keys().map(|coder| {
                let label = project.coder(coder).map(|coder| coder.label.as_str()).unwrap_or_default();
                let label = if label.is_empty() { words().unnamed_coder } else { label };
                ((book.holds_coder)(label), Sieve::Coder(coder))
            }));
        }
        if documents.len() > 1 {
            found.extend(documents.keys().filter_map(|document| {
                let title = &project.document(document)?.title;
                Some(((book.holds_document)(title), Sieve::Document(document)))
            }));
        }
        found
    })
}

/// Asks what falls into which part.
#[component]
pub fn AskSplit(id: TagId) -> impl IntoView {
    let app = app();
    let book = words().book;
    let rows = RwSignal::new(vec![Row::new(1)]);
    let each = RwSignal::new(false);
    let decided = RwSignal::new(Table::<AnnotationId, usize>::new());
    let known = StoredValue::new(sieves(app, id));
    let annotations: Vec<AnnotationId> = app.with(|project| {
        let documents = project.documents();
        let all = documents.iter().flat_map(|document| project.annotations_on(document.id));
        all.filter(|annotation| annotation.tag == id).map(|annotation| annotation.id).collect()
    });
    let is_empty = annotations.is_empty();
    let parts = move || {
        let part = |row: Row| {
            let name = row.name.get().trim().to_owned();
            if name.is_empty() {
                return None;
            }
            let sieve = if each.get() {
                let own = decided.with(|decided| {
                    decided
                        .iter()
                        .filter(|(_, part)| **part == row.number)
                        .map(|(id, _)| id)
                        .collect::<Vec<_>>()
                });
                Sieve::These(own)
            } else {
                match row.by.get().parse::<usize>().ok() {
                    Some(at) => known.with_value(|known| known.get(at).map(|(_, sieve)| sieve.clone()))?,
                    None => Sieve::Says(row.says.get()),
                }
            };
            Some((tag_called(app, id, name), sieve))
        };
        rows.get().into_iter().filter_map(part).collect::<Vec<Part>>()
    };
    let found = outcome(app, move || {
        let parts = parts();
        (!parts.is_empty()).then(|| app.split(id, parts))
    });
    let can = Signal::derive(move || {
        found.with(|found| matches!(found, Some(Ok(preview)) if preview.annotations > 0))
    });
    let split = move |()| {
        let moved = found.get_untracked().and_then(Result::ok).unwrap_or_default().annotations;
        if app.dispatch(app.split(id, untrack(parts))).is_ok() {
            app.view.dialog.set(None);
            app.say_of_step((book.split_done)(&name_of(app, id), moved));
        }
    };
    let add = move |_| {
        rows.update(|rows| {
            let last = rows.iter().map(|row| row.number).max().unwrap_or_default();
            rows.push(Row::new(last + 1));
        });
        focus_at(".split-dialog .part-name", rows.with_untracked(Vec::len), ".split-dialog .add-part");
    };
    let remove = Callback::new(move |number: usize| {
        let at = rows.with_untracked(|rows| rows.iter().position(|row| row.number == number));
        rows.update(|rows| rows.retain(|row| row.number != number));
        // What was to go there stays where it is.
        decided.update(|decided| {
            let gone: Vec<_> =
                decided.iter().filter(|(_, part)| **part == number).map(|(id, _)| id).collect();
            gone.iter().for_each(|id| drop(decided.remove(id)));
        });
        focus_at(".split-dialog .part-name", at.unwrap_or_default(), ".split-dialog .add-part");
    });
    let ways = [(false, book.by_rule), (true, book.each)]
        .map(|(own, name)| radio("check", "split-by", own, each, name));
    let passages = move || {
        let all = annotations.clone();
        each.get().then(|| view! { <Passages tag=id all rows decided/> })
    };
    view! {
        <Modal class="book-dialog split-dialog" title=(book.split_title)(&name_of(app, id))>
            <p>{if is_empty { book.no_annotations } else { book.split_about }}</p>
            <fieldset class="ways"><legend>{book.split_by}</legend>{ways}</fieldset>
            <For each=move || rows.get() key=|row| row.number children=move |row| view! { <PartRow row rows known each remove/> }/>
            <button type="button" class="add-named add-part" on:click=add>{book.add_part}</button>
            {passages}
            <Outcomes outcome=found can class="primary" text=book.do_split act=Callback::new(split)/>
        </Modal>
    }
}

/// The tag that is called so, beside another or anywhere if there is but one; else the name of one to be made.
fn tag_called(app: App, beside: TagId, name: String) -> Result<TagId, String> {
    app.with(|project| {
        let parent = project.tag(beside).and_then(|tag| tag.parent);
        let is_it = |tag: &&crate::model::Tag| {
            let is_near = tag.parent == parent || tag.parent == Some(beside);
            is_near && tag.id != beside && tag.name.to_lowercase() == name.to_lowercase()
        };
        let near = project.tags().values().find(is_it);
        let named = |tag: &&crate::model::Tag| {
            let full = path(project, tag.id).join(" / ").to_lowercase();
            let called = [tag.name.to_lowercase(), full].contains(&name.to_lowercase());
            tag.id != beside && !tag.retired && called
        };
        let mut far = project.tags().values().filter(named);
        let only = far.next().filter(|_| far.next().is_none());
        near.or(only).map(|tag| tag.id).ok_or(name)
    })
}

/// One part.
#[component]
fn PartRow(
    row: Row,
    rows: RwSignal<Vec<Row>>,
    known: StoredValue<Vec<(String, Sieve)>>,
    each: RwSignal<bool>,
    remove: Callback<usize>,
) -> impl IntoView {
    let book = words().book;
    let number = row.number;
    let choices = Memo::new(move |_| {
        let mut choices: Vec<Choice> = vec![("words".to_owned(), book.holds_words.to_owned())];
        known.with_value(|known| {
            choices.extend(known.iter().enumerate().map(|(at, (name, _))| (at.to_string(), name.clone())));
        });
        choices
    });
    let by = row.by;
    let choose = Callback::new(move |value: String| {
        by.set(value);
        true
    });
    let label = (book.remove_part)(number);
    let is_one_of_some = move || rows.with(|rows| rows.len() > 1);
    view! {
        <div class="part" role="group" aria-label=(book.part)(number)>
            <Show when=is_one_of_some>
                <button type="button" class="icon remove" aria-label=label.clone() title=label.clone()
                    on:click=move |_| remove.run(number)>"×"</button>
            </Show>
            <label class="sheet-row">
                <span class="label">{(book.part_name)(number)}</span>
                <input type="text" class="part-name" dir="auto" bind:value=row.name/>
            </label>
            <Show when=move || !each.get()>
                <Select label=(book.part_holds)(number) choices current=by choose/>
                <Show when=move || by.get() == "words">
                    <label class="sheet-row">
                        <span class="label">{(book.these_words)(number)}</span>
                        <input type="text" dir="auto" bind:value=row.says/>
                    </label>
                </Show>
            </Show>
        </div>
    }
}
