//! What the commands are called where their keys are kept.

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident = $name:literal,)*) => {
        /// A command.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Id {
            $($(#[$doc])* $id,)*
        }

        impl Id {
            /// All, in the order of the table.
            pub const ALL: &[Id] = &[$(Id::$id),*];

            /// The name by which its keys are kept; it never changes.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Id::$id => $name,)*
                }
            }
        }
    };
}

ids! {
    /// The palette of commands.
    Commands = "commands",
    /// The sheet of shortcuts.
    Keys = "keys",
    /// Take the last step back.
    Undo = "undo",
    /// Do it again.
    Redo = "redo",
    /// Every step, to go back to.
    History = "history",
    /// The screen with the texts.
    Annotate = "annotate",
    /// The screen with the tags.
    Codebook = "codebook",
    /// The screen with the projects.
    Projects = "projects",
    /// The screen with all references to law.
    Ledger = "ledger",
    /// An instrument that the table does not hold.
    NewInstrument = "new-instrument",
    /// The project's title and memo.
    Project = "project",
    /// Where the work is kept.
    Saving = "saving",
    /// A file that follows the project.
    TieFile = "tie-file",
    /// No such file any more.
    UntieFile = "untie-file",
    /// Erase all that is kept.
    Erase = "erase",
    /// Files from outside.
    Import = "import",
    /// A text from the clipboard.
    PasteText = "paste-text",
    /// The project as a file.
    ExportProject = "export-project",
    /// The annotations as a file.
    ExportAnnotations = "export-annotations",
    /// The table as a file.
    ExportTable = "export-table",
    /// The relations as a file.
    ExportRelations = "export-relations",
    /// What the coder is called.
    Coder = "coder",
    /// Light or dark.
    Theme = "theme",
    /// How texts are set.
    Reading = "reading",
    /// Whether the page comes up without a network.
    Offline = "offline",
    /// The document on paper.
    Print = "print",
    /// The next annotation.
    NextAnnotation = "next-annotation",
    /// The one before.
    PreviousAnnotation = "previous-annotation",
    /// Another tag.
    Retag = "retag",
    /// What the chosen annotation says besides.
    Details = "details",
    /// A note.
    Note = "note",
    /// A relation from the chosen annotation.
    Relate = "relate",
    /// More words for the chosen annotation.
    AddPiece = "add-piece",
    /// A tag for the whole document.
    TagDocument = "tag-document",
    /// Relations as arcs, or not.
    Arcs = "arcs",
    /// Away with it.
    Delete = "delete",
    /// Every selection gets a tag at once.
    Pen = "pen",
    /// The passage as an example of its tag.
    KeepExample = "keep-example",
    /// The passage as a counter-example of a tag.
    KeepCounterExample = "keep-counter-example",
    /// Some of the annotations, or another order.
    Filter = "filter",
    /// The chosen annotation's tag, out of sight or back.
    HideTag = "hide-tag",
    /// All tags in sight.
    ShowTags = "show-tags",
    /// Look the text through for references to law.
    LookForLaw = "look-for-law",
    /// The next suggestion.
    NextSuggestion = "next-suggestion",
    /// The one before.
    PreviousSuggestion = "previous-suggestion",
    /// What was refused is suggested again.
    OfferAgain = "offer-again",
    /// Let go of the passage.
    Leave = "leave",
    /// The left column.
    ShowLists = "show-lists",
    /// The middle column.
    ShowText = "show-text",
    /// The right column.
    ShowAnnotations = "show-annotations",
    /// The next document.
    NextDocument = "next-document",
    /// The one before.
    PreviousDocument = "previous-document",
    /// What is known about the document.
    EditDocument = "edit-document",
    /// Nothing is left to mark, or there is after all.
    DoneReading = "done-reading",
    /// A tag that does not exist yet.
    NewTag = "new-tag",
    /// A tag for what is selected.
    TagPassage = "tag-passage",
    /// The same for the very characters.
    TagExactly = "tag-exactly",
    /// The word at the caret.
    SelectWord = "select-word",
    /// The sentence.
    SelectSentence = "select-sentence",
    /// The paragraph.
    SelectParagraph = "select-paragraph",
    /// Caret.
    NextCharacter = "next-character",
    /// Caret.
    PreviousCharacter = "previous-character",
    /// Caret.
    NextWord = "next-word",
    /// Caret.
    PreviousWord = "previous-word",
    /// Caret.
    NextSentence = "next-sentence",
    /// Caret.
    PreviousSentence = "previous-sentence",
    /// Caret.
    NextParagraph = "next-paragraph",
    /// Caret.
    PreviousParagraph = "previous-paragraph",
    /// Caret.
    LineDown = "line-down",
    /// Caret.
    LineUp = "line-up",
    /// Caret.
    LineStart = "line-start",
    /// Caret.
    LineEnd = "line-end",
    /// Caret.
    TextStart = "text-start",
    /// Caret.
    TextEnd = "text-end",
    /// An end of the chosen annotation, by a word.
    EndLater = "end-later",
    /// An end of the chosen annotation, by a word.
    EndEarlier = "end-earlier",
    /// An end of the chosen annotation, by a word.
    StartLater = "start-later",
    /// An end of the chosen annotation, by a word.
    StartEarlier = "start-earlier",
    /// An end of the chosen annotation, by a character.
    EndLaterExactly = "end-later-exactly",
    /// An end of the chosen annotation, by a character.
    EndEarlierExactly = "end-earlier-exactly",
    /// An end of the chosen annotation, by a character.
    StartLaterExactly = "start-later-exactly",
    /// An end of the chosen annotation, by a character.
    StartEarlierExactly = "start-earlier-exactly",
    /// Make an annotation of the suggestion.
    AcceptSuggestion = "accept-suggestion",
    /// Say which of the candidates is meant.
    ChooseMeaning = "choose-meaning",
    /// Refuse it here.
    RefuseSuggestion = "refuse-suggestion",
    /// Refuse all that says and means the same.
    RefuseAlike = "refuse-alike",
    /// A tag that does not exist yet, in the codebook.
    BookNewTag = "book-new-tag",
    /// The shown tag, before its sibling.
    TagUp = "tag-up",
    /// The shown tag, behind its sibling.
    TagDown = "tag-down",
    /// The shown tag, under the sibling before it.
    TagIn = "tag-in",
    /// The shown tag, behind the tag above it.
    TagOut = "tag-out",
    /// Something more that the shown tag asks for.
    NewAttribute = "new-attribute",
    /// The shown tag becomes one with another.
    MergeTag = "merge-tag",
    /// The shown tag becomes several.
    SplitTag = "split-tag",
    /// The shown tag is offered no more, or again.
    RetireTag = "retire-tag",
    /// The shown tag goes.
    RemoveTag = "remove-tag",
    /// A type of relations that does not exist yet.
    NewRelationType = "new-relation-type",
    /// A rule that does not exist yet.
    NewRule = "new-rule",
    /// What breaches the codebook.
    Breaches = "breaches",
    /// The codebook as it is, under a name.
    NameVersion = "name-version",
    /// Two versions beside each other.
    CompareVersions = "compare-versions",
    /// What was annotated under older definitions.
    Outdated = "outdated",
    /// The codebook as a table.
    ExportCodebook = "export-codebook",
    /// The codebook for other programs.
    ExportQdc = "export-qdc",
    /// The codebook for print.
    ExportMarkdown = "export-markdown",
    /// Codebooks to begin with.
    Starters = "starters",
}
