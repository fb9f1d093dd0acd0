//! The document on paper: its text with numbered marks, the names of the marks
//! beside their paragraphs, a legend of the tags, and the notes. Built when a page is
//! about to be printed, however that came about, and taken away after it.

use super::reader::{LANES, about};
use super::words::words;
use crate::app::{App, Screen};
use crate::model::{
    Annotation, AnnotationId, DocumentId, Lanes, Project, Query, Segment, TagId, hides, path, segments,
};
use crate::table::{KeySet, Table};
use crate::text::Block;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Opens the browser's own dialog for printing.
pub fn print(app: App) {
    app.view.dialog.set(None);
    // The dialog is gone from the page before the browser stops it.
    request_animation_frame(|| {
        let _ = window().print();
    });
}

/// Waits for the page to be printed.
#[component]
pub fn Paper() -> impl IntoView {
    let app = super::app();
    window_event_listener_untyped("beforeprint", move |_| {
        lay_out(app);
    });
    window_event_listener_untyped("afterprint", |_| clear());
}

fn clear() {
    if let Ok(Some(sheet)) = document().query_selector("body > .print") {
        sheet.remove();
    }
}

/// What the sheet is made from.
struct Sheet<'p> {
    project: &'p Project,
    /// The annotations that are not hidden, in the order of the text, numbered from 1.
    numbers: Table<AnnotationId, usize>,
    /// The tags that they have, each with its line's style.
    styles: Table<TagId, usize>,
    lanes: Lanes,
}

fn lay_out(app: App) -> Option<()> {
    clear();
    let id = app.view.document.get_untracked()?;
    if app.view.screen.get_untracked() != Screen::Annotate {
        return None;
    }
    let hidden = app.view.hidden.get_untracked();
    let sheet = element("section", "print");
    app.with_index(|project, index| {
        let document = project.document(id)?;
        let listed = Query::default().run(project, index.placed(id), &hidden);
        let annotations: Vec<_> = listed.iter().filter_map(|id| project.annotation(*id)).collect();
        let numbers: Table<_, _> = listed.iter().copied().zip(1..).collect();
        let lanes = Lanes::new(index.placed(id).iter().filter(|it| numbers.contains_key(&it.id)));
        let mut parts = Sheet { project, numbers, styles: Table::new(), lanes };
        for annotation in &annotations {
            let next = parts.styles.len();
            parts.styles.get_or_insert(annotation.tag, || next);
        }
        add(&sheet, "h1", "", &document.title);
        add(&sheet, "p", "about", &about(document));
        let whole: Vec<_> =
            annotations.iter().copied().filter(|annotation| annotation.target.hull().is_none()).collect();
        if !whole.is_empty() {
            add(&sheet, "h2", "", words().reading.whole);
            let _ = sheet.append_child(&parts.names(whole.into_iter()));
        }
        let text = element("div", "print-text");
        let _ = text.set_attribute("lang", &document.language);
        let layout = index.layout(id)?;
        for (at, block) in layout.blocks.iter().enumerate() {
            let on_block: Vec<_> = layout
                .on_block(at)
                .filter_map(|id| project.annotation(id))
                .filter(|annotation| !hides(project, &hidden, annotation.tag))
                .collect();
            let _ = text.append_child(&parts.row(id, block, &on_block));
        }
        let _ = sheet.append_child(&text);
        if !annotations.is_empty() {
            let _ = sheet.append_child(&parts.legend(&annotations));
        }
        let unseen = index.count(id) - annotations.len();
        if unseen > 0 {
            add(&sheet, "p", "about", &(words().reading.left_out)(unseen));
        }
        if let Some(notes) = parts.notes(app, &annotations) {
            let _ = sheet.append_child(&notes);
        }
        Some(())
    })?;
    leptos::prelude::document().body()?.append_child(&sheet).ok()?;
    Some(())
}

impl Sheet<'_> {
    /// A paragraph, with the names of what begins in it.
    fn row(&self, id: DocumentId, block: &Block, on_block: &[&Annotation]) -> Element {
        let row = element("div", "print-row");
        let paragraph = add(&row, "p", "", "");
        let _ = paragraph.set_attribute("dir", "auto");
        let Some(text) = self.project.document(id).map(|document| &document.text) else { return row };
        let mut begun = KeySet::default();
        for segment in segments(block.span, on_block.iter().copied(), &self.lanes) {
            for (id, _) in &segment.covers {
                let starts = self.project.annotation(*id).and_then(|it| it.target.hull());
                let starts = starts.is_some_and(|hull| hull.start() == segment.span.start());
                if starts && begun.insert(*id) {
                    add(&paragraph, "sup", "", &self.number(*id));
                }
            }
            let piece = add(&paragraph, if segment.covers.is_empty() { "span" } else { "mark" }, "", "");
            piece.set_text_content(Some(text.slice(segment.span)));
            self.dress(&piece, &segment);
        }
        let mut names: Vec<_> =
            on_block.iter().copied().filter(|annotation| begun.contains(&annotation.id)).collect();
        names.sort_by_key(|annotation| self.numbers.get(&annotation.id).copied());
        if !names.is_empty() {
            let _ = row.append_child(&self.names(names.into_iter()));
        }
        row
    }

    fn number(&self, id: AnnotationId) -> String {
        self.numbers.get(&id).map(ToString::to_string).unwrap_or_default()
    }

    /// Colours for a mark, and the style of its line where there are none.
    fn dress(&self, mark: &Element, segment: &Segment) {
        let Some((deepest, _)) = segment.covers.last() else { return };
        for (id, lane) in &segment.covers {
            if let Some(annotation) = self.project.annotation(*id) {
                self.colour(mark, &format!("--l{lane}"), annotation.tag);
            }
        }
        let _ = mark.set_attribute("data-depth", &segment.depth().min(LANES).to_string());
        let tag = self.project.annotation(*deepest).map(|annotation| annotation.tag);
        self.line(mark, tag);
    }

    fn line(&self, element: &Element, tag: Option<TagId>) {
        let style = tag.and_then(|tag| self.styles.get(&tag).copied()).unwrap_or(0);
        let _ = element.set_attribute("data-line", &(style % 4).to_string());
    }

    /// Numbers and names, one below the other.
    fn names<'a>(&self, annotations: impl Iterator<Item = &'a Annotation>) -> Element {
        let names = element("ul", "print-names");
        for annotation in annotations {
            let item = add(&names, "li", "hued", "");
            self.colour(&item, "--c", annotation.tag);
            add(&item, "sup", "", &self.number(annotation.id));
            add(&item, "b", "", &self.name(annotation.tag));
            let coder = self.project.coder(annotation.coder).map(|coder| coder.label.clone());
            add(&item, "small", "", &coder.unwrap_or_default());
        }
        names
    }

    fn name(&self, tag: TagId) -> String {
        self.project.tag(tag).map(|tag| tag.name.clone()).unwrap_or_default()
    }

    /// Writes a tag's colour as a custom property.
    fn colour(&self, element: &Element, property: &str, tag: TagId) {
        if let Some(tag) = self.project.tag(tag) {
            let element: &HtmlElement = element.unchecked_ref();
            let _ = element.style().set_property(property, &tag.colour.to_string());
        }
    }

    /// The tags that occur, with their colours and lines.
    fn legend(&self, annotations: &[&Annotation]) -> Element {
        let legend = element("section", "print-legend");
        add(&legend, "h2", "", words().reading.legend);
        let list = add(&legend, "ul", "", "");
        for tag in self.styles.keys() {
            let item = add(&list, "li", "hued", "");
            self.colour(&item, "--c", tag);
            let sample = add(&item, "span", "sample", "");
            self.line(&sample, Some(tag));
            add(&item, "b", "", &path(self.project, tag).join(" / "));
            let number = annotations.iter().filter(|annotation| annotation.tag == tag).count();
            add(&item, "small", "", &(words().reading.used)(number));
        }
        legend
    }

    /// The notes, by the numbers of their marks.
    fn notes(&self, app: App, annotations: &[&Annotation]) -> Option<Element> {
        let noted: Vec<_> = annotations.iter().filter(|annotation| !annotation.note.is_empty()).collect();
        if noted.is_empty() {
            return None;
        }
        let notes = element("section", "print-notes");
        add(&notes, "h2", "", words().reading.notes);
        for annotation in noted {
            let item = add(&notes, "p", "", "");
            add(&item, "sup", "", &self.number(annotation.id));
            add(&item, "b", "", &self.name(annotation.tag));
            add(&item, "q", "", &app.quote_of(annotation, 80));
            add(&item, "span", "", &annotation.note);
        }
        Some(notes)
    }
}

fn element(name: &str, class: &str) -> Element {
    let element = document().create_element(name).expect("it is an element's name");
    if !class.is_empty() {
        element.set_class_name(class);
    }
    element
}

/// Adds an element with some text.
fn add(to: &Element, name: &str, class: &str, text: &str) -> Element {
    let made = element(name, class);
    if !text.is_empty() {
        made.set_text_content(Some(text));
    }
    let _ = to.append_child(&made);
    made
}
