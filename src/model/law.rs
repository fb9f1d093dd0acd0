//! What a project keeps of references to law beside the annotations themselves: refusals, instruments of its
//! own; and which of its tags are for such references.

use super::{
    Annotation, Attribute, AttributeId, AttributeKind, DocumentId, Extra, InstrumentId, LEGAL_REFERENCE,
    Meaning, Project, RefusalId, TREATY, TagId, UN_RESOLUTION, Value, asked, depth_first, value::is_date,
};

/// That a suggestion is not wanted. It is remembered by what was suggested, and needs no document to be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Its name for ever.
    pub id: RefusalId,
    /// The words of the passage.
    pub words: String,
    /// What they were read as.
    pub reading: String,
    /// The document in which alone it holds; `None` is everywhere.
    pub document: Option<DocumentId>,
    /// Where the passage began there, in code points.
    pub start: u32,
    /// Where it ended there.
    pub end: u32,
    /// Fields of a newer program.
    pub extra: Extra,
}

impl Refusal {
    /// True where it refuses these words, read so, at this place.
    pub fn holds(&self, words: &str, reading: &str, place: (DocumentId, u32, u32)) -> bool {
        let is_here = self.document.is_none_or(|document| (document, self.start, self.end) == place);
        is_here && self.words == words && self.reading == reading
    }
}

/// An instrument that the program's table does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnInstrument {
    /// Its name for ever.
    pub id: InstrumentId,
    /// What values call it: `own:madrid-document`. It stays as it is.
    pub code: String,
    /// Its title; may not be empty.
    pub name: String,
    /// Further names and abbreviations.
    pub aliases: Vec<String>,
    /// Where it is published, in free words.
    pub identifier: String,
    /// The day or year of adoption; empty if it is not known.
    pub date: String,
    /// The highest number of an article, if it is known.
    pub articles: Option<u32>,
    /// Fields of a newer program.
    pub extra: Extra,
}

/// A field of an instrument with something in it that it cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// The title is too short to be found in a text.
    Name,
    /// One of the further names is.
    Aliases,
    /// There is no such date.
    Date,
    /// It is no number of articles.
    Articles,
}

impl OwnInstrument {
    /// What is wrong with what was typed: title, further names (one a line), date, number of articles.
    pub fn unfit(name: &str, aliases: &str, date: &str, articles: &str) -> Vec<Unfit> {
        let is_name = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).count() > 1;
        let mut lines = aliases.lines().map(str::trim).filter(|line| !line.is_empty());
        let (date, articles) = (date.trim(), articles.trim());
        let is_number = |number: u32| (1..=MOST_ARTICLES).contains(&number);
        let fits = [
            (Unfit::Name, is_name(name)),
            (Unfit::Aliases, lines.all(is_name)),
            (Unfit::Date, date.is_empty() || is_date(date)),
            (Unfit::Articles, articles.is_empty() || articles.parse().is_ok_and(is_number)),
        ];
        fits.into_iter().filter(|(_, fits)| !fits).map(|(unfit, _)| unfit).collect()
    }

    /// What values will call an instrument of this name: letters and digits of the name, whatever the script,
    /// and the end of its id. So the code of one that is gone, or that somebody else added, is never given again.
    pub fn code_for(project: &Project, name: &str, id: InstrumentId) -> String {
        let kept = |c: char| if c.is_alphanumeric() { c } else { ' ' };
        let words: String = name.chars().take(60).map(kept).collect();
        let words = words.to_lowercase();
        let slug: Vec<_> = words.split_whitespace().collect();
        let slug = if slug.is_empty() { "instrument".to_owned() } else { slug.join("-") };
        let id = id.to_string();
        let taken = |code: &str| {
            project.instruments().values().any(|one| one.code == code) || references_to(project, code) > 0
        };
        let short = format!("{OWN}{slug}-{}", &id[id.len() - TAIL..]);
        if taken(&short) { format!("{OWN}{slug}-{id}") } else { short }
    }
}

/// No instrument has more articles.
const MOST_ARTICLES: u32 = 9999;

/// How the code of every instrument of a project's own begins.
pub const OWN: &str = "own:";

/// So many digits of its id stand at the end of a code.
const TAIL: usize = 6;

/// How many annotations refer to an instrument, alone or among others.
pub fn references_to(project: &Project, code: &str) -> usize {
    let refers = |annotation: &&Annotation| {
        let attributes = law_attributes(project, annotation.tag);
        let parts = attributes.map(|attributes| attributes.meaning(annotation).parts).unwrap_or_default();
        parts.iter().any(|part| part.id == code)
    };
    project.annotations().values().filter(refers).count()
}

/// Where the annotations of a tag say what they refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawAttributes {
    /// The attribute of the kind instrument.
    pub instrument: AttributeId,
    /// The text that says which article, where there is one.
    pub provision: Option<AttributeId>,
}

/// Where the annotations of a tag say what they refer to; `None` where they are not asked.
pub fn law_attributes(project: &Project, tag: TagId) -> Option<LawAttributes> {
    let all = asked(project, tag);
    let instrument = all.iter().find(|one| one.kind == AttributeKind::Instrument)?.id;
    let is_provision =
        |one: &&&Attribute| one.kind == AttributeKind::Text && one.name.to_lowercase().contains("provision");
    Some(LawAttributes { instrument, provision: all.iter().find(is_provision).map(|one| one.id) })
}

impl LawAttributes {
    /// What an annotation says that it refers to.
    pub fn meaning(&self, annotation: &Annotation) -> Meaning {
        let value = |kind, id: AttributeId| match Value::read(kind, annotation.values.get(&id.to_string())?)?
        {
            Value::Instrument(text) | Value::Text(text) => Some(text),
            _ => None,
        };
        let instrument = value(AttributeKind::Instrument, self.instrument).unwrap_or_default();
        let provision = self.provision.and_then(|id| value(AttributeKind::Text, id)).unwrap_or_default();
        Meaning::read(&instrument, &provision)
    }

    /// True of the attributes that say it.
    pub fn holds(&self, id: AttributeId) -> bool {
        id == self.instrument || Some(id) == self.provision
    }

    /// The values that say so; those that hold nothing are to go.
    pub fn values(&self, meaning: &Meaning) -> Vec<(AttributeId, Option<Value>)> {
        let (instrument, provision) = match self.provision {
            Some(_) => meaning.write(),
            None => (meaning.write_whole(), String::new()),
        };
        let instrument = Some(instrument).filter(|text| !text.is_empty()).map(Value::Instrument);
        let provision = Some(provision).filter(|text| !text.is_empty()).map(Value::Text);
        let provision = self.provision.map(|id| (id, provision));
        std::iter::once((self.instrument, instrument)).chain(provision).collect()
    }
}

/// True of an annotation whose tag asks which law it refers to.
pub fn reads_law(project: &Project, annotation: &Annotation) -> bool {
    law_attributes(project, annotation.tag).is_some()
}

/// The tag for a reference to a treaty, a resolution or other law: the starter's, else the first that asks for
/// an instrument; none where there is none that is offered.
pub fn tag_for_law(project: &Project, is_treaty: bool, is_resolution: bool) -> Option<TagId> {
    let offered = |id: &TagId| {
        let is_offered = project.tag(*id).is_some_and(|tag| !tag.retired);
        is_offered && law_attributes(project, *id).is_some()
    };
    let wanted = [
        Some(UN_RESOLUTION).filter(|_| is_resolution),
        Some(TREATY).filter(|_| is_treaty && !is_resolution),
        Some(LEGAL_REFERENCE),
    ];
    let starters = wanted.into_iter().flatten().find(offered);
    starters.or_else(|| depth_first(project).into_iter().map(|(_, tag)| tag.id).find(offered))
}

/// The number of the article, rule or paragraph that words such as *Article 7(2)* name; the first of them. For
/// a provision of something that nobody has identified.
pub fn provision_in(words: &str) -> String {
    let numbered = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let word = words.split_whitespace().find(numbered).unwrap_or_default();
    word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')').to_owned()
}
