//! What is said of a passage that refers to international law.

use crate::text::Span;

/// What is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A treaty or statute as a whole.
    Treaty,
    /// A declaration, a set of principles or rules, a political document, as a whole.
    SoftLaw,
    /// An article, rule, paragraph, chapter of one of these.
    Provision,
    /// Several instruments together, or a counted set of resolutions.
    Set,
    /// A resolution or decision of an international body.
    Resolution,
    /// Any other document of the United Nations.
    UnDocument,
    /// A general comment or recommendation of a treaty body.
    GeneralComment,
    /// A rule of the ICRC study of customary law.
    CustomaryRule,
    /// A judgment, decision, advisory opinion, communication.
    Case,
    /// A legislative act of the European Union.
    EuAct,
    /// A place in a treaty series.
    TreatySeries,
    /// A mention that names nothing: *international conventions*. Only on demand.
    Vague,
}

impl Kind {
    /// The word for it in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Treaty => "treaty",
            Self::SoftLaw => "soft_law",
            Self::Provision => "provision",
            Self::Set => "set",
            Self::Resolution => "resolution",
            Self::UnDocument => "un_document",
            Self::GeneralComment => "general_comment",
            Self::CustomaryRule => "customary_rule",
            Self::Case => "case",
            Self::EuAct => "eu_act",
            Self::TreatySeries => "treaty_series",
            Self::Vague => "vague",
        }
    }
}

/// What is known about what is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Exactly one thing is meant.
    Resolved,
    /// Several are meant together.
    Set,
    /// One of several is meant, and the document does not say which.
    Ambiguous,
    /// Something that the table does not hold, or that the document does not identify.
    Unresolved,
    /// What is named cannot exist.
    Invalid,
}

impl Status {
    /// The word for it in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::Set => "set",
            Self::Ambiguous => "ambiguous",
            Self::Unresolved => "unresolved",
            Self::Invalid => "invalid",
        }
    }
}

/// How much the words say by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// They suffice.
    Full,
    /// The rest of the document is needed: *the Convention*, a bare article.
    Short,
    /// A proper title of something that the table does not hold.
    Outside,
}

impl Form {
    /// The word for it in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
            Self::Outside => "outside",
        }
    }
}

/// Why a candidate is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The name, number or symbol says so.
    Name,
    /// A year, date, ordinal or subject beside the name.
    Discriminator,
    /// The document defines the words.
    Definition,
    /// It was named before.
    Antecedent,
    /// It alone has an article of that number, or the number alone decides.
    Validity,
    /// The kind of document: a resolution speaks of the Charter.
    Genre,
    /// The text is the instrument itself.
    Itself,
}

impl Evidence {
    /// The word for it in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Discriminator => "discriminator",
            Self::Definition => "definition",
            Self::Antecedent => "antecedent",
            Self::Validity => "validity",
            Self::Genre => "genre",
            Self::Itself => "itself",
        }
    }
}

/// What was looked up and agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// The year is the instrument's or the number's.
    Year,
    /// The article exists.
    Article,
}

/// What does not agree, or was put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Issue {
    /// The instrument is of another year.
    YearConflict,
    /// The resolution's number is of another year.
    NumberYearMismatch,
    /// There is no such article.
    PhantomArticle,
    /// A scan had garbled it.
    Misread,
}

impl Issue {
    /// The word for it in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::YearConflict => "year_conflict",
            Self::NumberYearMismatch => "number_year_mismatch",
            Self::PhantomArticle => "phantom_article",
            Self::Misread => "ocr",
        }
    }
}

/// Something that a passage may mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The table's id, or a scheme: `un:S/RES/822(1993)`.
    pub id: String,
    /// `51(2)(b)`, `chapter-VII`; empty for the whole.
    pub provision: String,
    /// Why.
    pub evidence: Vec<Evidence>,
    /// What was looked up and agrees.
    pub checks: Vec<Check>,
}

impl Candidate {
    /// One for which the words themselves speak.
    pub(super) fn named(id: String) -> Self {
        Self { id, provision: String::new(), evidence: vec![Evidence::Name], checks: Vec::new() }
    }

    /// Id and provision in one: `ap1#51(2)(b)`.
    pub fn full_id(&self) -> String {
        if self.provision.is_empty() { self.id.clone() } else { format!("{}#{}", self.id, self.provision) }
    }
}

/// A passage that refers to international law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where it stands.
    pub span: Span,
    /// What is referred to.
    pub kind: Kind,
    /// What is known about what is meant.
    pub status: Status,
    /// How much the words say by themselves.
    pub form: Form,
    /// Everything that it may mean, or that it means together: in the order of the text, else of the table.
    pub candidates: Vec<Candidate>,
    /// What was never said, but is often meant: to be offered without a tick.
    pub hints: Vec<Candidate>,
    /// What does not agree.
    pub issues: Vec<Issue>,
    /// The year in the words.
    pub year: Option<u32>,
    /// How many a counted set has.
    pub count: Option<u32>,
    /// What a short form repeats.
    pub antecedent: Option<Span>,
}

impl Reference {
    /// The ids with their provisions.
    pub fn ids(&self) -> Vec<String> {
        self.candidates.iter().map(Candidate::full_id).collect()
    }
}
