//! What breaches the codebook: each with a way to it.

use super::parts::More;
use crate::app::{App, Screen, Topic};
use crate::model::{AnnotationId, AttributeId, Breach, DocumentId, RuleId, TagId, breaches};
use crate::ui::{app, words::words};
use leptos::prelude::*;

/// How many are listed at a time.
const LISTED: usize = 300;

/// All breaches as they are now, looked for once for the whole codebook.
#[derive(Clone, Copy)]
struct Found(Memo<Vec<Breach>>);

/// Looks for breaches, for all that stands in the codebook.
pub(super) fn provide_breaches(app: App) {
    provide_context(Found(Memo::new(move |_| {
        app.track(Topic::Annotations);
        app.track(Topic::Tags);
        app.track(Topic::Documents);
        app.with(breaches)
    })));
}

/// All breaches, as they are now.
pub(super) fn all_breaches() -> Memo<Vec<Breach>> {
    expect_context::<Found>().0
}

/// The rule that is breached, where it is one.
pub(super) fn about_rule(breach: &Breach) -> Option<RuleId> {
    match breach {
        Breach::Overlaps(rule, ..) | Breach::Outside(rule, _) | Breach::Lacks(rule, _) => Some(*rule),
        Breach::Missing(..) | Breach::Wrong(..) | Breach::Joins(_) => None,
    }
}

/// An annotation that may have gone, or a document.
type Place = Result<Option<AnnotationId>, DocumentId>;

/// What is wrong, the words of the passage, and where it is.
type Row = (String, String, Place);

/// Where it is.
fn place(app: App, breach: &Breach) -> Place {
    match breach {
        Breach::Missing(id, _)
        | Breach::Wrong(id, _)
        | Breach::Outside(_, id)
        | Breach::Overlaps(_, id, _) => Ok(Some(*id)),
        Breach::Joins(id) => {
            Ok(app.with(|project| project.relations().get(id).map(|relation| relation.from)))
        }
        Breach::Lacks(_, document) => Err(*document),
    }
}

/// What is wrong, in words.
fn sentence(app: App, breach: &Breach) -> String {
    let book = words().book;
    app.with(|project| {
        let tag = |id: TagId| project.tag(id).map(|tag| tag.name.clone()).unwrap_or_default();
        let of = |id: AnnotationId| {
            project.annotation(id).map(|annotation| tag(annotation.tag)).unwrap_or_default()
        };
        let attribute = |id: AttributeId| {
            let mut all = project.tags().values().flat_map(|tag| &tag.attributes);
            all.find(|attribute| attribute.id == id)
                .map(|attribute| attribute.name.clone())
                .unwrap_or_default()
        };
        let rule = |id: &RuleId| project.rules().get(id);
        match breach {
            Breach::Missing(id, asked) => (book.missing)(&of(*id), &attribute(*asked)),
            Breach::Wrong(id, asked) => (book.wrong)(&of(*id), &attribute(*asked)),
            Breach::Joins(id) => {
                let relation = project.relations().get(id);
                let name = relation.and_then(|relation| project.relation_types().get(&relation.kind));
                let name = name.map(|kind| kind.name.as_str()).unwrap_or_default();
                relation
                    .map(|relation| (book.joins)(&of(relation.from), name, &of(relation.to)))
                    .unwrap_or_default()
            }
            Breach::Overlaps(_, one, other) => (book.overlaps)(&of(*one), &of(*other)),
            Breach::Outside(id, annotation) => {
                let other = rule(id).and_then(|rule| rule.other).map(tag).unwrap_or_default();
                (book.outside)(&of(*annotation), &other)
            }
            Breach::Lacks(id, document) => {
                let title =
                    project.document(*document).map(|document| document.title.as_str()).unwrap_or_default();
                (book.lacks)(title, &rule(id).map(|rule| tag(rule.tag)).unwrap_or_default())
            }
        }
    })
}

/// All breaches on a page of their own.
#[component]
pub fn Breaches() -> impl IntoView {
    view! {
        <article class="sheet" aria-labelledby="sheet-name">
            <h2 id="sheet-name" class="sheet-title" tabindex="-1">{words().book.breaches_title}</h2>
            <BreachList found=all_breaches()/>
        </article>
    }
}

/// Some breaches, each a button that goes there.
#[component]
pub(super) fn BreachList(found: Memo<Vec<Breach>>) -> impl IntoView {
    let app = app();
    let book = words().book;
    let listed = RwSignal::new(LISTED);
    let shown = Memo::new(move |_| {
        let found = found.get();
        let row = |breach: &Breach| {
            let place = place(app, breach);
            let quote = place.ok().flatten().map(|id| app.quote(id, 90)).unwrap_or_default();
            (sentence(app, breach), quote, place)
        };
        found.iter().take(listed.get()).map(row).collect::<Vec<_>>()
    });
    let row = move |(at, (sentence, quote, place)): (usize, Row)| {
        let go = move |_| {
            match place {
                Ok(Some(id)) => app.choose(id),
                Ok(None) => return,
                Err(document) => app.show(document),
            }
            app.view.screen.set(Screen::Annotate);
            request_animation_frame(crate::ui::focus_reader);
        };
        view! {
            <li>
                <button type="button" class="breach" data-at=at on:click=go>
                    <b dir="auto">{sentence}</b>
                    {(!quote.is_empty()).then(|| view! { <q dir="auto">{quote}</q> })}
                </button>
            </li>
        }
    };
    let number = Signal::derive(move || match found.with(Vec::len) {
        0 => book.no_breach.to_owned(),
        number => (book.breach_count)(number),
    });
    view! {
        <p class="about" role="status">{number}</p>
        <ul class="breaches">
            <For each=move || shown.get().into_iter().enumerate() key=|row| row.clone() children=row/>
        </ul>
        <More listed all=Signal::derive(move || found.with(Vec::len)) step=LISTED each=".codebook .breaches .breach"/>
    }
}
