//! What is done to the codebook that needs a clock, chance or files.

use super::marking::shortened;
use super::{App, Caret, Leaf, Screen, Take, browser};
use crate::formats::CODEBOOKS;
use crate::model::{
    AnnotationId, Attribute, AttributeId, AttributeKind, Choice, ChoiceId, Command, DocumentId, EditError,
    Example, Extra, NewTag, Order, Preview, Project, Record, RelationType, RelationTypeId, Rule, RuleId,
    RuleKind, STARTERS, Side, Sieve, Tag, TagField, TagId, Target, Version, VersionId, behind, preview,
    relation_types,
};
use crate::text::Span;
use leptos::prelude::*;

/// A part into which a tag is split: what it is called or which tag it is, and what falls into it.
pub type Part = (Result<TagId, String>, Sieve);

impl App {
    /// What a command would touch, or why it cannot be done.
    pub fn preview(&self, command: &Command) -> Result<Preview, EditError> {
        self.with(|project| preview(project, command, browser::now()))
    }

    /// Adds an attribute that a tag asks for, and says which it is.
    pub fn add_attribute(&self, tag: TagId, name: &str) -> Option<AttributeId> {
        let id = AttributeId::from_random(browser::random());
        let mut all = self.with(|project| project.tag(tag).map(|tag| tag.attributes.clone()))?;
        all.push(Attribute::new(id, name, AttributeKind::Text));
        self.dispatch(Command::EditTag(tag, vec![TagField::Attributes(all)])).ok().map(|()| id)
    }

    /// A choice that can be made of an attribute.
    pub fn new_choice(&self, name: String) -> Choice {
        Choice { id: ChoiceId::from_random(browser::random()), name, extra: Extra::default() }
    }

    /// Adds a type of relations, which the codebook then shows.
    pub fn add_relation_type(&self, name: String) -> bool {
        let id = RelationTypeId::from_random(browser::random());
        let last = self.with(|project| relation_types(project).last().map(|kind| kind.order.clone()));
        let (definition, extra) = (String::new(), Extra::default());
        let order = Order::after(last.as_ref());
        let new = RelationType { id, name, order, definition, from: None, to: None, extra };
        let is_added = self.dispatch(Command::AddRelationType(new)).is_ok();
        if is_added {
            self.view.leaf.set(Leaf::RelationType(id));
        }
        is_added
    }

    /// Makes a rule, which the codebook then shows.
    pub fn add_rule(&self, kind: RuleKind, tag: TagId, other: Option<TagId>) -> bool {
        let id = RuleId::from_random(browser::random());
        let is_added =
            self.dispatch(Command::SetRule(Rule { id, kind, tag, other, extra: Extra::default() })).is_ok();
        if is_added {
            self.view.leaf.set(Leaf::Rule(Some(id)));
        }
        is_added
    }

    /// Keeps the codebook as it is under a name.
    pub fn name_version(&self, name: String) -> bool {
        let id = VersionId::from_random(browser::random());
        self.dispatch(Command::NameVersion { id, name, note: String::new(), at: browser::now() }).is_ok()
    }

    /// Gives a version another name or note.
    pub fn edit_version(&self, version: &Version, name: String, note: String) -> bool {
        self.dispatch(Command::NameVersion { id: version.id, name, note, at: version.at }).is_ok()
    }

    /// The codebook as it is now, as if it had been given a name.
    pub fn version_now(&self) -> Version {
        let id = VersionId::from_random(Default::default());
        self.with(|project| Version::of(project, id, String::new(), String::new(), browser::now()))
    }

    /// A tag as it was defined at one of its revisions: as a version kept it, or as the steps had it that can be
    /// taken back; none where neither does.
    pub fn tag_at(&self, id: TagId, revision: u32) -> Option<Tag> {
        let is_it = |tag: &&Tag| tag.id == id && tag.revision == revision;
        let versions = |project: &Project| {
            project.versions().values().flat_map(|version| &version.tags).find(is_it).cloned()
        };
        self.with(versions).or_else(|| {
            self.with_steps(|done, _| {
                let changes = done.iter().rev().flat_map(|step| &step.patch.changes);
                let sides = changes.flat_map(|change| [change.before(), change.after()]).flatten();
                let tags = sides.filter_map(|record| match record {
                    Record::Tag(tag) => Some(tag),
                    _ => None,
                });
                tags.into_iter().find(is_it).cloned()
            })
        })
    }

    /// The passage of an annotation with so many characters before and behind it.
    pub fn around(&self, id: AnnotationId, reach: u32) -> Option<[String; 3]> {
        self.with(|project| {
            let annotation = project.annotation(id)?;
            let (text, hull) = (&project.document(annotation.document)?.text, annotation.target.hull()?);
            let (start, end) = (hull.start().get(), hull.end().get());
            let (from, to) = (start.saturating_sub(reach), text.length().get().min(end + reach));
            let cut = |is_cut: bool| if is_cut { "…" } else { "" };
            let before = text.slice(text.span(from, start)?).trim_start();
            let behind = text.slice(text.span(end, to)?).trim_end();
            Some([
                format!("{}{before}", cut(from > 0)),
                text.slice(hull).to_owned(),
                format!("{behind}{}", cut(to < text.length().get())),
            ])
        })
    }

    /// The command that splits a tag into parts. Names that are given twice mean one tag.
    pub fn split(&self, id: TagId, parts: Vec<Part>) -> Command {
        let parent = self.with(|project| project.tag(id).and_then(|tag| tag.parent));
        let mut new: Vec<NewTag> = Vec::new();
        let mut made = Vec::new();
        for (tag, sieve) in parts {
            let tag = tag.unwrap_or_else(|name| {
                let known = new.iter().find(|known| known.name == name).map(|known| known.id);
                known.unwrap_or_else(|| {
                    let id = TagId::from_random(browser::random());
                    new.push(NewTag { id, name, parent, colour: None });
                    id
                })
            });
            made.push((sieve, tag));
        }
        Command::SplitTag { id, new, parts: made }
    }

    /// Keeps the pending passage, or that of the chosen annotation, as an example of a tag.
    pub fn keep_example(&self, tag: TagId, side: Side) -> bool {
        let Some((document, target)) = self.passage() else { return false };
        self.dispatch(Command::AddExample { tag, document, target, side }).is_ok()
    }

    /// The passage in hand: the pending one, or that of the chosen annotation.
    pub fn passage(&self) -> Option<(DocumentId, Target)> {
        if let Some(pending) = self.view.pending.get_untracked() {
            return Some((self.view.document.get_untracked()?, Target::passage(pending.taken)?));
        }
        let id = self.view.chosen.get_untracked()?;
        self.with(|project| {
            let annotation = project.annotation(id)?;
            annotation.target.hull()?;
            Some((annotation.document, annotation.target.clone()))
        })
    }

    /// The words of the passage in hand, shortened to some characters.
    pub fn words_in_hand(&self, longest: usize) -> String {
        let passage = self.passage();
        let example =
            passage.and_then(|(document, target)| self.with(|it| Example::of(it, document, &target)));
        example.map(|example| shortened([example.text.as_str()], longest)).unwrap_or_default()
    }

    /// Shows a passage of a document as a selection.
    pub fn show_passage(&self, document: DocumentId, span: Span) {
        self.view.screen.set(Screen::Annotate);
        self.show(document);
        self.view.chosen.set(None);
        self.view.palette.set(None);
        self.view.caret.set(Caret { anchor: span.start(), head: span.end(), column: None });
        self.select(span, Take::Exact);
    }

    /// Takes the codebook away in one of the [`CODEBOOKS`]' formats.
    pub fn export_codebook(&self, which: usize) {
        if let Some(format) = CODEBOOKS.get(which) {
            self.with(|project| self.hand_over(format, project));
        }
    }

    /// The command that takes one of the [`STARTERS`] in, beside the codebook that is there or in its place.
    pub fn begin_with(&self, which: usize, instead: Instead) -> Option<Command> {
        let starter = STARTERS.get(which)?;
        let book = Box::new(self.with(|project| behind(project, starter)));
        Some(match instead {
            Instead::Beside => Command::TakeIn(book),
            Instead::InPlace => Command::ReplaceCodebook(book),
        })
    }
}

/// What becomes of the codebook that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    /// It stays.
    Beside,
    /// What nothing needs of it goes.
    InPlace,
}
