//! What steps are called in the history and in the saved form.

/// What a step was, for the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Act {
    Start,
    Annotate,
    Retag,
    Resize,
    Note,
    Certainty,
    DeleteAnnotations,
    AddTag,
    EditTag,
    MoveTag,
    DeleteTag,
    MergeTags,
    SplitTag,
    Reaffirm,
    Value,
    Relate,
    Retype,
    Unrelate,
    EditRelationTypes,
    EditRules,
    EditVersions,
    ReplaceCodebook,
    Memo,
    AddDocuments,
    EditDocument,
    RemoveDocument,
    RenameProject,
    LabelCoder,
    MarkReading,
    ReplaceProject,
    TakeIn,
    Refuse,
    OfferAgain,
    EditInstruments,
}

impl Act {
    /// Every act with its name in the saved form.
    pub const ALL: &[(Act, &'static str)] = &[
        (Act::Start, "start"),
        (Act::Annotate, "annotate"),
        (Act::Retag, "retag"),
        (Act::Resize, "resize"),
        (Act::Note, "note"),
        (Act::Certainty, "certainty"),
        (Act::DeleteAnnotations, "delete annotations"),
        (Act::AddTag, "add tag"),
        (Act::EditTag, "edit tag"),
        (Act::MoveTag, "move tag"),
        (Act::DeleteTag, "delete tag"),
        (Act::MergeTags, "merge tags"),
        (Act::SplitTag, "split tag"),
        (Act::Reaffirm, "reaffirm"),
        (Act::Value, "value"),
        (Act::Relate, "relate"),
        (Act::Retype, "retype"),
        (Act::Unrelate, "unrelate"),
        (Act::EditRelationTypes, "edit relation types"),
        (Act::EditRules, "edit rules"),
        (Act::EditVersions, "edit versions"),
        (Act::ReplaceCodebook, "replace codebook"),
        (Act::Memo, "memo"),
        (Act::AddDocuments, "add documents"),
        (Act::EditDocument, "edit document"),
        (Act::RemoveDocument, "remove document"),
        (Act::RenameProject, "rename project"),
        (Act::LabelCoder, "label coder"),
        (Act::MarkReading, "mark reading"),
        (Act::ReplaceProject, "replace project"),
        (Act::TakeIn, "take in"),
        (Act::Refuse, "refuse"),
        (Act::OfferAgain, "offer again"),
        (Act::EditInstruments, "edit instruments"),
    ];

    /// Its name in the saved form.
    pub fn name(self) -> &'static str {
        let row = Self::ALL.iter().find(|(act, _)| *act == self);
        row.expect("every act is in the table").1
    }

    /// The act of a name in the saved form.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(act, _)| *act)
    }
}
