//! What the views show just now: none of it is saved.

use super::{DiskFile, Filed, LawState, Reading, Recovery, Relating, Saving, Shortcuts, Theme, Unread};
use crate::history::{Kind, Step};
use crate::model::{
    AnnotationId, AttributeId, DocumentId, InstrumentId, Query, RelationTypeId, RuleId, Side, TagId,
    VersionId,
};
use crate::table::KeySet;
use crate::text::{CodePoint, Span};
use leptos::prelude::*;

/// The large views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Texts and their marks.
    Annotate,
    /// Tags and their definitions.
    Codebook,
    /// All projects of this browser.
    Projects,
    /// All references to law, by instrument and document.
    Ledger,
}

/// What the middle of the codebook shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaf {
    /// The tag that is shown.
    Tag,
    /// A type of relations.
    RelationType(RelationTypeId),
    /// A rule with what breaches it, or one to be made.
    Rule(Option<RuleId>),
    /// All breaches.
    Breaches,
    /// What was annotated under older definitions.
    Outdated,
    /// Two versions beside each other: an older one and a newer one. None is the codebook as it is now.
    Compare(Option<VersionId>, Option<VersionId>),
}

/// The column that a narrow page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// Documents and tags.
    Lists,
    /// The text.
    Reader,
    /// The annotations.
    Annotations,
}

/// The caret of the reader, or what it selects: from `anchor` to `head`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Caret {
    /// The end that stays.
    pub anchor: CodePoint,
    /// The end that moves.
    pub head: CodePoint,
    /// Where up and down aim, in CSS pixels from the left of the window.
    pub column: Option<i32>,
}

impl Caret {
    /// A caret that selects nothing.
    pub fn at(position: CodePoint) -> Self {
        Self { anchor: position, head: position, column: None }
    }

    /// What it selects.
    pub fn span(self) -> Span {
        Span::between(self.anchor, self.head)
    }
}

/// A passage that was selected and has no tag yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending {
    /// What the hand selected.
    pub raw: Span,
    /// What will be taken.
    pub taken: Span,
}

/// What the palette gives a tag to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    /// The pending passage.
    Pending,
    /// An annotation, in place of the tag that it has.
    Retag(AnnotationId),
    /// The shown document as a whole.
    Document,
    /// Every passage that is selected from now on.
    Pen,
    /// The passage in hand, as an example or a counter-example.
    Example(Side),
}

/// A question or an answer that stands before everything else.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// What the coder is called; then the export with this number goes on.
    Coder(Option<usize>),
    /// A text to be pasted.
    Paste,
    /// A document's metadata.
    Document(DocumentId),
    /// The project's title and memo.
    Project,
    /// How bytes are to be read.
    Encoding(Unread),
    /// Something that a file brought up.
    Message(Answer),
    /// Which keys do what.
    Keys,
    /// How texts are set and printed.
    Reading,
    /// Where the work is kept.
    Saving,
    /// Whether all that is kept shall be erased.
    Erase,
    /// Every step, to go back to.
    History,
    /// An instrument of the project's own; none is a new one.
    Instrument(Option<InstrumentId>),
    /// Everything that can be done, found by its name.
    Commands,
    /// What a tag becomes one with.
    Merge(TagId),
    /// What a tag is split into.
    Split(TagId),
    /// What becomes of the annotations of a tag that goes.
    RemoveTag(TagId),
    /// Codebooks to begin with.
    Starters,
}

/// The outcome of an import, in sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it is about.
    pub title: String,
    /// What happened, a paragraph each.
    pub lines: Vec<String>,
}

/// A short message at the foot of the reader.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What happened.
    pub text: String,
    /// It can be undone from here.
    pub offers_undo: bool,
    /// It says why something was not done.
    pub is_error: bool,
}

/// A step that was just written, for the words that tell of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    /// What was done.
    pub step: Step,
    /// How it came about.
    pub kind: Kind,
    /// How many fields were left, because somebody else had changed them.
    pub left: usize,
}

/// The signals that views read and write.
#[derive(Clone, Copy)]
pub struct ViewState {
    /// The large view.
    pub screen: RwSignal<Screen>,
    /// The column of a narrow page.
    pub pane: RwSignal<Pane>,
    /// The document that is shown.
    pub document: RwSignal<Option<DocumentId>>,
    /// The caret.
    pub caret: RwSignal<Caret>,
    /// The passage that waits for a tag.
    pub pending: RwSignal<Option<Pending>>,
    /// The first word of a passage whose last word is still to be tapped.
    pub begun: RwSignal<Option<Span>>,
    /// What the chosen annotation would cover if the hand that drags its end let go.
    pub dragged: RwSignal<Option<Span>>,
    /// The chosen annotation.
    pub chosen: RwSignal<Option<AnnotationId>>,
    /// The annotation that was chosen last: until it is let go of, more words can be added to it.
    pub held: RwSignal<Option<AnnotationId>>,
    /// The relation that is being drawn.
    pub relating: RwSignal<Option<Relating>>,
    /// What was written for attributes and is no value of theirs, so that it is not lost.
    pub unfit: RwSignal<Vec<(AnnotationId, AttributeId, String)>>,
    /// What is asked of the list of annotations.
    pub query: RwSignal<Query>,
    /// The bar that asks it is open.
    pub asking: RwSignal<bool>,
    /// The tags whose marks are hidden.
    pub hidden: RwSignal<KeySet<TagId>>,
    /// The palette, when open.
    pub palette: RwSignal<Option<Palette>>,
    /// The tag that every further selection gets.
    pub pen: RwSignal<Option<TagId>>,
    /// The tag that the codebook shows.
    pub tag: RwSignal<Option<TagId>>,
    /// What the codebook shows.
    pub leaf: RwSignal<Leaf>,
    /// The attribute of that tag that is being edited.
    pub attribute: RwSignal<Option<AttributeId>>,
    /// The dialog, when open.
    pub dialog: RwSignal<Option<Dialog>>,
    /// The last message.
    pub notice: RwSignal<Option<Notice>>,
    /// The last step.
    pub happened: RwSignal<Option<Happened>>,
    /// What the view that asked for the last step says of it, until it is told.
    pub sentence: RwSignal<Option<String>>,
    /// What a screen reader is told.
    pub said: RwSignal<String>,
    /// The truth about saving.
    pub saving: RwSignal<Saving>,
    /// Light, dark, or as the system has it.
    pub theme: RwSignal<Theme>,
    /// The keys that were changed.
    pub shortcuts: RwSignal<Shortcuts>,
    /// How texts are set.
    pub reading: RwSignal<Reading>,
    /// The browser's promise not to clear what is kept; none before it was asked, or where it cannot be.
    pub persisted: RwSignal<Option<bool>>,
    /// The file that follows the project.
    pub file: RwSignal<Option<DiskFile>>,
    /// Whether a file holds the work.
    pub filed: RwSignal<Filed>,
    /// What was lost, until the person has seen it.
    pub recovery: RwSignal<Option<Recovery>>,
    /// All of the program is there, and not only what shows a text.
    pub whole: RwSignal<bool>,
    /// References to law: what was found, and what is under review.
    pub law: LawState,
}

impl ViewState {
    pub(super) fn new(
        document: Option<DocumentId>,
        saving: Saving,
        theme: Theme,
        shortcuts: Shortcuts,
        reading: Reading,
        whole: RwSignal<bool>,
        recovery: Option<Recovery>,
    ) -> Self {
        Self {
            screen: RwSignal::new(Screen::Annotate),
            pane: RwSignal::new(Pane::Reader),
            document: RwSignal::new(document),
            caret: RwSignal::new(Caret::default()),
            pending: RwSignal::new(None),
            begun: RwSignal::new(None),
            dragged: RwSignal::new(None),
            chosen: RwSignal::new(None),
            held: RwSignal::new(None),
            relating: RwSignal::new(None),
            unfit: RwSignal::default(),
            query: RwSignal::default(),
            asking: RwSignal::new(false),
            hidden: RwSignal::default(),
            palette: RwSignal::new(None),
            pen: RwSignal::new(None),
            tag: RwSignal::new(None),
            leaf: RwSignal::new(Leaf::Tag),
            attribute: RwSignal::new(None),
            dialog: RwSignal::new(None),
            notice: RwSignal::new(None),
            happened: RwSignal::new(None),
            sentence: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            saving: RwSignal::new(saving),
            theme: RwSignal::new(theme),
            shortcuts: RwSignal::new(shortcuts),
            reading: RwSignal::new(reading),
            persisted: RwSignal::new(None),
            file: RwSignal::new(None),
            filed: RwSignal::new(Filed::Nothing),
            recovery: RwSignal::new(recovery),
            whole,
            law: LawState::new(),
        }
    }

    /// Shows a tag in the codebook.
    pub fn show_tag(&self, id: TagId) {
        self.leaf.set(Leaf::Tag);
        if self.tag.get_untracked() != Some(id) {
            self.attribute.set(None);
            self.tag.set(Some(id));
        }
    }

    /// Lets go of the pending passage and the chosen annotation.
    pub fn leave_passage(&self) {
        self.pending.set(None);
        self.begun.set(None);
        self.palette.set(None);
        self.chosen.set(None);
        self.held.set(None);
    }
}
