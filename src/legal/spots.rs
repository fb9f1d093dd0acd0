//! Where the few words stand that are looked for in a whole text, gathered while it is cut.

use super::tokens::{Kind, Token};
use super::words::w;

/// Where some words and signs stand, each in the order of the text.
#[derive(Default)]
pub(super) struct Spots {
    /// *v.*, *vs*, *cited*, *judgment*, *al.*
    pub versus: Vec<usize>,
    /// *Committee*, and words in three to five capitals.
    pub committees: Vec<usize>,
    /// *this*, *present*, and what may be the heading of an article.
    pub own: Vec<usize>,
    /// The sign of a section.
    pub sections: Vec<usize>,
    /// The word *Court*.
    pub court: bool,
    /// *applicant*, and what courts say of their complaints.
    pub complaint: (bool, bool),
}

impl Spots {
    pub fn note(&mut self, at: usize, token: &Token) {
        match token.kind {
            Kind::Mark('§') => self.sections.push(at),
            Kind::Word => match token.word {
                w::V | w::VS | w::CITED | w::JUDGMENT | w::JUDGEMENT | w::AL => self.versus.push(at),
                w::COMMITTEE => self.committees.push(at),
                w::THIS | w::PRESENT => self.own.push(at),
                w::ARTICLE | w::ART if token.begins_line() => self.own.push(at),
                w::COURT => self.court = true,
                w::APPLICANT | w::APPLICANTS if !token.capital() => self.complaint.0 = true,
                w::GOVERNMENT if token.capital() => self.complaint.1 = true,
                w::ADMISSIBILITY..=w::INADMISSIBLE => self.complaint.1 = true,
                _ if token.all_capitals() && (3..=5).contains(&token.folded_length()) => {
                    self.committees.push(at)
                }
                _ => {}
            },
            _ => {}
        }
    }
}
