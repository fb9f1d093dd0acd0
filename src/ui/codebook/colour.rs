//! A tag's colour: one of the palette's, or any other, with a word where it is seen badly.

use super::{edit, watch};
use crate::app::{App, Topic};
use crate::model::{Colour, Ground, PALETTE, TOLD_APART, TagField, TagId};
use crate::ui::{app, words::words};
use leptos::{ev, prelude::*};

/// Below this contrast with the page, what is drawn is hard to see (WCAG 2.2, 1.4.11).
const SEEN: f32 = 3.0;

/// The colour.
#[component]
pub fn ColourRow(id: TagId) -> impl IntoView {
    let app = app();
    let tag = watch(app, id);
    let colour = Memo::new(move |_| tag.get().map(|tag| tag.colour));
    let swatches = PALETTE.iter().zip(words().desk.colours).map(|(&offered, name)| {
        let is_it = Signal::derive(move || colour.get() == Some(offered));
        let choose = move |_| {
            edit(app, id, TagField::Colour(offered));
        };
        view! {
            <label class="swatch hued" style:--c=offered.to_string() title=name>
                <input type="radio" name="tag-colour" aria-label=name prop:checked=is_it on:change=choose/>
            </label>
        }
    });
    let other = move |event: ev::Event| {
        if let Some(colour) = Colour::parse(&event_target_value(&event)) {
            edit(app, id, TagField::Colour(colour));
        }
    };
    let value = Signal::derive(move || colour.get().map(|colour| colour.to_string()).unwrap_or_default());
    let label = words().desk.other_colour;
    let remarks = move || {
        let remarks = colour.get().map(|colour| remarks(app, id, colour)).unwrap_or_default();
        remarks.into_iter().map(|remark| view! { <span class="remark">{remark}</span> }).collect_view()
    };
    view! {
        <fieldset class="sheet-row colours">
            <legend class="label">{words().desk.colour}</legend>
            <span class="swatches">
                {swatches.collect_view()}
                <input type="color" aria-label=label title=label prop:value=value on:change=other/>
            </span>
            <span class="remarks" role="status">{remarks}</span>
        </fieldset>
    }
}

/// What there is to say about a colour that is none of the palette's, or that is much like another
/// family's; listening. Tags of one family often share their colour on purpose.
fn remarks(app: App, id: TagId, colour: Colour) -> Vec<String> {
    app.track(Topic::Tags);
    let book = words().book;
    let mut remarks = Vec::new();
    if !PALETTE.contains(&colour) {
        let is_seen = |ground| colour.contrast(ground) >= SEEN;
        remarks.extend((!is_seen(Ground::Light)).then(|| book.drawn_darker.to_owned()));
        remarks.extend((!is_seen(Ground::Dark)).then(|| book.drawn_lighter.to_owned()));
    }
    app.with(|project| {
        let up = |tag: &&crate::model::Tag| project.tag(tag.parent?);
        let top = |id| std::iter::successors(project.tag(id), up).last();
        let own = project.tag(id).map(|tag| (tag.style, top(tag.id).map(|top| top.id)));
        let like = project.tags().values().find(|other| {
            let is_of_kin = own.is_none_or(|(style, family)| {
                other.style != style || top(other.id).map(|top| top.id) == family
            });
            !is_of_kin && other.colour.difference(colour) < TOLD_APART
        });
        remarks.extend(like.map(|other| (book.looks_like)(&other.name)));
    });
    remarks
}
