//! What does not fit together in what is referred to.

use super::{Ledger, words};
use crate::model::{Annotation, Joined, Meaning, Part, Project};

/// Something that does not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Odd {
    /// The instrument has no such article.
    NoArticle,
    /// The number is one of another year.
    NumberYear,
    /// The year in the words of a passage is not the instrument's.
    Year,
    /// A passage is said to mean something else too, by another coder or with another tag.
    ReadOtherwise,
}

impl Odd {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoArticle => "no such article",
            Self::NumberYear => "number of another year",
            Self::Year => "year of another instrument",
            Self::ReadOtherwise => "read otherwise too",
        }
    }

    /// What is odd about one thing that is meant.
    pub(super) fn of_part(ledger: &Ledger, part: &Part) -> Vec<Odd> {
        let lacks = ledger.lacks(part).map(|_| Self::NoArticle);
        let misnumbered = ledger.known(&part.id).misnumbered.then_some(Self::NumberYear);
        lacks.into_iter().chain(misnumbered).collect()
    }

    /// What is odd about a passage with its meaning, beside the others of its document.
    pub(super) fn of_passage(
        ledger: &Ledger,
        project: &Project,
        annotation: &Annotation,
        meaning: &Meaning,
        all: &[(&Annotation, Meaning)],
    ) -> Vec<Odd> {
        let year = || misses_year(ledger, meaning, &words(project, annotation)).then_some(Self::Year);
        let otherwise = contradicts(annotation, meaning, all).then_some(Self::ReadOtherwise);
        year().into_iter().chain(otherwise).collect()
    }
}

/// True where the words name years, and none is of anything that is meant. An instrument may be called by the
/// year after its adoption, in which it was opened.
fn misses_year(ledger: &Ledger, meaning: &Meaning, words: &str) -> bool {
    if meaning.joined == Joined::Either && meaning.parts.len() > 1 {
        return false;
    }
    let years = years(words);
    let mut dated = false;
    for part in &meaning.parts {
        let known = ledger.known(&part.id);
        let Some(adopted) = known.date.get(..4).and_then(|year| year.parse::<u32>().ok()) else {
            return false;
        };
        // A number of the id is no year: resolution 1973 is of 2011.
        let of_id = numbers(&part.id);
        let fits = |year: &u32| (adopted..=adopted + 1).contains(year) || of_id.contains(year);
        if years.iter().any(fits) {
            return false;
        }
        dated = true;
    }
    dated && !years.is_empty()
}

/// The years in words; volumes of a treaty series and parts of symbols are none.
fn years(words: &str) -> Vec<u32> {
    let mut found = Vec::new();
    let mut all = words.split_whitespace().peekable();
    while let Some(word) = all.next() {
        let is_volume = all.peek().is_some_and(|next| next.contains("NTS") || next.contains("N.T.S"));
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_year = bare.len() == 4 && bare.bytes().all(|byte| byte.is_ascii_digit()) && !is_volume;
        found.extend(bare.parse::<u32>().ok().filter(|year| is_year && (1800..2100).contains(year)));
    }
    found
}

fn numbers(id: &str) -> Vec<u32> {
    id.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

/// True where the same passage is said to mean something else, by another coder or with another tag.
fn contradicts(annotation: &Annotation, meaning: &Meaning, all: &[(&Annotation, Meaning)]) -> bool {
    let says_else = |(other, other_meaning): &(&Annotation, Meaning)| {
        let is_other = other.id != annotation.id && other.target == annotation.target;
        is_other && !meaning.parts.is_empty() && !other_meaning.parts.is_empty() && other_meaning != meaning
    };
    all.iter().any(says_else)
}
