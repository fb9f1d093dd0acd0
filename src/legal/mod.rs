//! References to international law: found in a text, told what they mean, and told
//! honestly where the text does not say.
//!
//! Everything here is a function of the text and the table. A text is cut into tokens once
//! ([`tokens`]); scanners find names, places within instruments, generic nouns and numbered
//! documents ([`found`]); these are put together in the order of the text ([`compose`]), which
//! alone remembers what was named before ([`memory`]).
//!
//! Limitations: one text at a time; a treaty's full title is known in English, and in other languages only
//! where `aliases.txt` names the text that it was found in.

mod entry;
mod letters;
mod normalise;
mod reference;
mod rejoined;
mod spots;
mod standards;
mod table;
mod tokens;
mod words;

pub mod packed;
pub mod wire;

mod names;
mod naming;
mod numbers;
mod provisions;
mod steps;

mod abroad;
mod acts;
mod additional;
mod apart;
mod bodies;
mod brackets;
mod chinese;
mod citations;
mod cited;
mod comments;
mod committee;
mod committees;
mod convention_protocols;
mod counted;
mod courts;
mod found;
mod generics;
mod genre;
mod nouns;
mod numbering;
mod organs;
mod parties;
mod resolutions;
mod symbols;
mod tails;
mod title_words;
mod titles;
mod treaties;
mod union;
mod vague;
mod years;

mod alone;
mod bare;
mod compose;
mod definitions;
mod endings;
mod join;
mod judged;
mod memory;
mod mention;
mod places;
mod protocols;
mod scan;
mod validity;
mod views;

pub use entry::Entry;
pub use reference::{Candidate, Check, Evidence, Form, Issue, Kind, Reference, Status};
pub use table::{Instrument, OwnInstrument, Table};

use crate::text::Text;

/// What is wanted of the recogniser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Also what names nothing: *international conventions*, *relevant resolutions*.
    pub vague: bool,
}

/// All references of a text, in its order; none overlaps another.
pub fn recognise(text: &Text, table: &Table, options: &Options) -> Vec<Reference> {
    let tokens = tokens::Tokens::of(text.as_str(), &table.words, true);
    let found = scan::scan(&tokens, table);
    let mut references = compose::compose(text, &tokens, table, &found);
    counted::link(&mut references);
    if options.vague {
        vague::add(text, &tokens, &mut references);
    }
    references
}
