//! A noun of the document that nothing was joined to: *the Convention*, *the 1951 Convention*, and what a document says
//! that such a noun means.

use super::compose::Composer;
use super::found::{Found, Generic, What};
use super::judged::Judged;
use super::mention::{Meaning, Mention};
use super::names::Mode;
use super::reference::{Evidence, Form, Kind};
use super::words::w;

impl Composer<'_> {
    pub(super) fn generic_alone(&mut self, found: &[Found], at: usize, generic: &Generic) {
        let one = &found[at];
        let own = generic.head == self.memory.own_head
            && self.memory.own_head != 0
            && !generic.plural
            && generic.ordinals.is_empty();
        let itself =
            generic.itself && !generic.optional || own && !generic.optional && generic.year.is_none();
        self.define_by_meaning(found, at, generic);
        // *This Convention recognizes …*, after a text that is no treaty has named it.
        let again = self.tokens.before(one.from);
        let again = again.word == w::THIS && again.capital() && self.memory.own.is_none();
        if itself && (!again || self.memory.own_unknown) {
            return;
        }
        let meaning = self.memory.generic(generic, one.from, self.tokens, self.table);
        if itself && meaning.is_none() {
            return;
        }
        let meaning = self.memory.abroad(generic, one.from, (self.tokens, self.table), meaning);
        // *la Charte de 1814*: another one from here on.
        if generic.abroad && generic.year.is_some() && meaning.is_none() {
            self.title_alone(one, generic.head);
        }
        let meaning = meaning.or_else(|| self.parent_ahead(found.get(at + 1)?, generic));
        let meaning = meaning.map(|meaning| self.memory.either_treaty(meaning, generic, self.table, &[]));
        let Some(meaning) = meaning.filter(|meaning| meaning.evidence != Evidence::Itself) else {
            // *the Convention of 28 October 1933*: its date identifies it.
            let treaty = matches!(generic.head, w::CONVENTION | w::TREATY | w::AGREEMENT | w::PROTOCOL);
            let before = self.tokens.before(one.from);
            let spoken = generic.head == w::CONVENTION || self.memory.last().is_some();
            if generic.dated && treaty && spoken && (!before.capital() || before.word == w::THE) {
                let judged = Judged { form: Form::Outside, ..Judged::unresolved() };
                self.put(one.from, one.to, Kind::Treaty, judged);
                return;
            }
            // Without any instrument before, *the Convention* is a meeting.
            let treaty = matches!(generic.head, w::CONVENTION | w::COVENANT | w::PROTOCOL | w::DECLARATION)
                && !generic.its
                && !generic.abroad;
            let covenant = generic.head == w::COVENANT || generic.optional && generic.head == w::PROTOCOL;
            let spoken = covenant || self.memory.observes || self.memory.named_with_head(generic.head);
            // *the Convention or the Protocols thereto*
            let thereto = generic.plural && self.tokens.before(one.to).word == w::THERETO;
            let thereto = thereto && self.memory.subject(one.from, self.tokens).is_some();
            if treaty && (spoken && !generic.plural || thereto) {
                let kind = if generic.head == w::DECLARATION { Kind::SoftLaw } else { Kind::Treaty };
                self.put(one.from, one.to, kind, Judged { form: Form::Short, ..Judged::unresolved() });
            }
            return;
        };
        self.note(one, &meaning, false, generic.head);
        let mut judged = Judged::of(self.table, &meaning);
        judged.form = if judged.form == Form::Outside { Form::Outside } else { Form::Short };
        judged.year = generic.year;
        judged.antecedent = meaning.antecedent;
        let kind = self.kind_of(&meaning);
        self.put(one.from, one.to, kind, judged);
    }

    /// *the 1951 Convention and the 1967 Protocol relating to the Status of Refugees*: what that protocol belongs to.
    pub(super) fn parent_ahead(&self, next: &Found, generic: &Generic) -> Option<Meaning> {
        let What::Name(name) = &next.what else { return None };
        let (protocol, year) = (name.members.first()?, generic.year?);
        let parent = self.table.parent_of(*protocol).filter(|_| name.mode == Mode::One)?;
        let fits = generic.head != w::PROTOCOL && self.table.get(parent).fits_year(year);
        fits.then(|| Meaning::one(vec![parent], Evidence::Antecedent))
    }

    /// *"the Conventions" means the four Geneva Conventions*.
    fn define_by_meaning(&mut self, found: &[Found], at: usize, generic: &Generic) {
        let one = &found[at];
        let verb = if self.tokens.is(one.to, '"') { one.to + 1 } else { one.to };
        if !matches!(self.tokens.at(verb).word, w::MEANS | w::MEAN) || !generic.ordinals.is_empty() {
            return;
        }
        let Some(next) = found.get(at + 1).filter(|next| next.from <= verb + 4) else { return };
        if let What::Name(name) = &next.what {
            let (meaning, _) = self.meaning_of(name);
            let mention = Mention {
                mode: meaning.mode,
                members: meaning.members,
                head: generic.head,
                from: next.from,
                to: next.to,
                span: self.span(next.from, next.to),
                full: true,
            };
            self.memory.define(generic.head, generic.plural, mention);
        }
    }
}
