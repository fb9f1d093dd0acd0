//! What an annotation refers to: chosen from what it may mean, with the evidence, or searched in the table.
//! What is open is shown as open, and nothing is chosen that a person did not choose.

use super::choice::{choices, is_only, one_choice, one_hint, reference_of, with_provision};
use super::find::Find;
use super::part::{PartRow, focus_part};
use super::shared_evidence_in;
use crate::app::{App, Recogniser, Topic, meaning_of};
use crate::legal::Status;
use crate::model::{AnnotationId, Given, Joined, Meaning, Part, asked, law_attributes, shown};
use crate::ui::{app, focus, words::words};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What the chosen annotation refers to, where its tag asks.
#[component]
pub fn MeaningPanel(
    /// The annotation.
    id: AnnotationId,
) -> impl IntoView {
    let app = app();
    let is_asked = Memo::new(move |_| {
        app.track(Topic::Annotation(id));
        app.track(Topic::Tags);
        app.law_attributes_of(id).is_some()
    });
    view! { <Show when=move || is_asked.get()><Panel id/></Show> }
}

#[component]
fn Panel(id: AnnotationId) -> impl IntoView {
    let app = app();
    let filling = RwSignal::new(None);
    let meaning = Memo::new(move |_| {
        app.track(Topic::Annotation(id));
        app.track(Topic::Tags);
        let found = app.with(|project| {
            let annotation = project.annotation(id)?;
            Some(law_attributes(project, annotation.tag)?.meaning(annotation))
        });
        found.unwrap_or(Meaning::nothing())
    });
    let reference = Memo::new(move |_| reference_of(app, id));
    crate::ui::effect(move || {
        let document = app.with(|project| project.annotation(id).map(|annotation| annotation.document));
        if let Some(document) = document {
            untrack(|| app.look_for_meaning(document));
        }
        let ids = meaning.with(|meaning| meaning.parts.iter().map(|part| part.id.clone()).collect());
        // Again once instruments have changed.
        app.view.law.entries.with(Vec::is_empty);
        untrack(|| app.learn(ids));
    });
    // What had the focus may go with what was said: it stays as near as it can.
    let focused = StoredValue::new(None::<usize>);
    let note_focus = move |event: ev::FocusEvent| {
        let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        focused.set_value(element.map(|element| place_in_list(&element)));
    };
    let forget_focus = move |event: ev::FocusEvent| {
        if event.related_target().is_some() {
            focused.set_value(None);
        }
    };
    crate::ui::effect(move || {
        meaning.track();
        // After the views, which may move it themselves.
        request_animation_frame(move || {
            let Some(Some(at)) = focused.try_get_value() else { return };
            if has_no_focus() {
                focus_part(at);
            }
            if has_no_focus() {
                focus(".meaning :is(input, button)");
            }
        });
    });
    let is_either = Memo::new(move |_| meaning.with(|meaning| meaning.joined == Joined::Either));
    let number =
        Memo::new(move |_| if is_either.get() { 0 } else { meaning.with(|meaning| meaning.parts.len()) });
    let state = move || {
        let legal = words().legal;
        meaning.with(|meaning| match (meaning.joined, meaning.parts.len()) {
            (_, 0) => Some(legal.nothing_said.to_owned()),
            (Joined::Either, number) => Some((legal.is_open)(number)),
            (Joined::All, 1) => None,
            (Joined::All, number) => Some((legal.is_set)(number)),
        })
    };
    let issues = move || {
        let issues = reference.with(|found| found.as_ref().map(|one| one.issues.clone())).unwrap_or_default();
        issues
            .into_iter()
            .map(|issue| view! { <p class="issue">{(words().legal.issue)(issue)}</p> })
            .collect_view()
    };
    let choices = Memo::new(move |_| choices(&meaning.get(), reference.get().as_ref()));
    // One candidate, and it is what is said.
    let is_clear = Memo::new(move |_| choices.with(|choices| meaning.with(|said| is_only(choices, said))));
    let hints = Memo::new(move |_| reference.get().map(|one| one.hints).unwrap_or_default());
    let choose = move |next: Meaning| {
        app.learn(next.parts.iter().map(|part| part.id.clone()).collect());
        app.set_meaning(id, &next);
    };
    // What was said of the article holds for whichever instrument it is.
    let take = move |next: Meaning| choose(with_provision(next, &meaning.get_untracked()));
    let open_again = move || {
        let open = reference.get().filter(|one| one.status == Status::Ambiguous);
        let open = open.map(|one| meaning_of(&one, &[]));
        open.filter(|_| !is_either.get()).map(|open| {
            let leave = move |_| {
                take(open.clone());
                request_animation_frame(|| focus(".meaning :is(input, button)"));
            };
            view! { <button type="button" class="link" on:click=leave>{words().legal.leave_open}</button> }
        })
    };
    let pick_first = move |picked: String| {
        choose(Meaning { joined: Joined::All, parts: vec![Part::read(&picked)] });
        request_animation_frame(|| focus(".meaning .part button"));
    };
    // Where something is said already, another thing is looked for in its place.
    let first = move || {
        (number.get() == 0).then(|| {
            let label = words().legal.instrument.to_owned();
            view! { <Find label pick=Callback::new(pick_first) leave=Callback::new(|()| crate::ui::focus_reader())/> }
        })
    };
    let add = move |picked: String| {
        let mut next = meaning.get_untracked();
        next.parts.push(Part::read(&picked));
        choose(next);
        filling.set(None);
        request_animation_frame(|| focus(".meaning .another"));
    };
    let another = move || {
        (number.get() > 0).then(|| match filling.get() == Some(usize::MAX) {
            true => {
                let leave = move |()| filling.set(None);
                let label = words().legal.add_another.to_owned();
                view! { <Find label pick=Callback::new(add) leave=Callback::new(leave) eager=true/> }
                    .into_any()
            }
            false => view! {
                <button type="button" class="link another" on:click=move |_| filling.set(Some(usize::MAX))>
                    {words().legal.add_another}
                </button>
            }
            .into_any(),
        })
    };
    let is_missing = move || app.view.law.recogniser.get() == Recogniser::Missing;
    let together = move || {
        let found = reference.get().filter(|_| number.get() == 0 && !is_either.get())?;
        let all = meaning_of(&found, &[]);
        let take = move |_| {
            choose(all.clone());
            request_animation_frame(|| focus(".meaning .part button"));
        };
        let all = meaning_of(&found, &[]).parts.len();
        (found.status == Status::Set && all > 1).then(|| {
            view! { <button type="button" class="together" on:click=take>{(words().legal.take_all)(all)}</button> }
        })
    };
    let needs = Memo::new(move |_| {
        app.track(Topic::Annotation(id));
        app.track(Topic::Tags);
        needs(app, id)
    });
    let required = move || {
        let names = needs.with(|(required, _)| required.join(", "));
        (!names.is_empty()).then(|| {
            view! { <p class="state"><bdi>{names}</bdi> " " <small>{words().detail.required}</small></p> }
        })
    };
    let lacking = move || {
        let names = needs.with(|(_, lacking)| lacking.join(", "));
        if names.is_empty() { String::new() } else { (words().detail.lacks)(&names) }
    };
    let why = Memo::new(move |_| reference.with(|found| found.as_ref().and_then(shared_evidence_in)));
    view! {
        <section class="meaning" aria-label=words().legal.meaning on:focusin=note_focus on:focusout=forget_focus>
            <h3>{words().legal.meaning}</h3>
            {required}
            <p class="complaint" role="status">{lacking}</p>
            {move || state().map(|state| view! { <p class="state">{state}</p> })}
            <Show when=is_missing><p class="fault" role="alert">{words().legal.missing}</p></Show>
            {issues}
            {move || choices.with(|choices| !choices.is_empty()).then(|| view! {
                <fieldset class="choices">
                    <legend>{move || if is_clear.get() { words().legal.means } else { words().legal.may_mean }}</legend>
                    {choices.get().into_iter().map(|choice| one_choice(app, choice, meaning, take)).collect_view()}
                    {move || why.get().map(|why| view! { <p class="why">{why}</p> })}
                </fieldset>
            })}
            {together}
            <ol class="parts">
                <For each=move || 0..number.get() key=|at| *at children=move |at| view! { <PartRow id meaning at filling/> }/>
            </ol>
            {move || (!hints.with(Vec::is_empty)).then(|| view! {
                <fieldset class="hints">
                    <legend>{words().legal.hints}</legend>
                    {hints.get().into_iter().map(|hint| one_hint(app, hint, meaning, choose)).collect_view()}
                </fieldset>
            })}
            {first}
            <div class="row-acts">{another}{open_again}</div>
        </section>
    }
}

/// Which part an element lies in; the first where it lies in none.
fn place_in_list(element: &Element) -> usize {
    let part = element.closest(".part").ok().flatten();
    std::iter::successors(part, Element::previous_element_sibling).skip(1).count()
}

fn has_no_focus() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// What of it the codebook requires, and what of that is not said yet.
fn needs(app: App, id: AnnotationId) -> (Vec<String>, Vec<String>) {
    app.with(|project| {
        let Some(annotation) = project.annotation(id) else { return Default::default() };
        let Some(law) = law_attributes(project, annotation.tag) else { return Default::default() };
        let all = asked(project, annotation.tag);
        let own = shown(&all, &annotation.values).into_iter().filter(|one| law.holds(one.id) && one.required);
        let own: Vec<_> = own.collect();
        let names = |one: &&crate::model::Attribute| one.name.clone();
        let lacking = own.iter().filter(|one| matches!(one.given(&annotation.values), Given::Missing));
        (own.iter().map(names).collect(), lacking.map(names).collect())
    })
}
