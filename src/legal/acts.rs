//! Articles of acts of the European Union: of the act that the text is itself, *in accordance with Article 5(2)* and
//! *Article 4 of this Directive*; and of one that was named, *Article 1(3) of that Directive*.

use super::compose::Composer;
use super::found::{Document, Found, What};
use super::join::domestic;
use super::memory::Memory;
use super::provisions::{Provision, Unit};
use super::reference::{Evidence, Kind};
use super::tokens::Tokens;
use super::words::w;

/// The letter of an act's noun in its number, and the token after the noun: *Directive*, *Framework Decision*.
fn noun(tokens: &Tokens, at: usize) -> Option<(char, usize)> {
    let framework = usize::from(tokens.is_word(at, w::FRAMEWORK) && tokens.is_word(at + 1, w::DECISION));
    let letter = match tokens.at(at + framework).word {
        w::REGULATION => 'R',
        w::DIRECTIVE => 'L',
        w::DECISION if framework == 1 => 'F',
        w::DECISION => 'D',
        _ => return None,
    };
    tokens.at(at).capital().then_some((letter, at + framework + 1))
}

impl Memory {
    /// A text is the act that its head names, if it speaks of itself.
    pub(super) fn find_own_act(&mut self, tokens: &Tokens, found: &[Found]) {
        let first = found.iter().take_while(|one| one.from < 12).find_map(|one| match &one.what {
            What::Document(document) if document.kind == Kind::EuAct => Some((one.from, document)),
            _ => None,
        });
        let Some((head, first)) = first.filter(|one| one.1.said.candidates.len() == 1) else { return };
        let own = &tokens.spots.own;
        let itself = |at: &&usize| tokens.is_word(**at, w::THIS) && noun(tokens, **at + 1).is_some();
        let heading = |at: &&usize| tokens.is_word(**at, w::ARTICLE) && tokens.at(**at + 2).begins_line();
        let spoken = own.iter().filter(itself).count();
        let all = spoken + own.iter().filter(heading).count();
        // The title itself stands at the head.
        if spoken > 0 && all > 1 || all > 0 && head < 6 {
            self.own_act = Some(first.clone().whole().by(Evidence::Itself));
        }
    }
}

impl Composer<'_> {
    /// An article of the act that the text is itself, or of one that was named before.
    pub(super) fn of_act(&mut self, one: &Found, provision: &Provision, bare: bool) -> bool {
        let tokens = self.tokens;
        // *Article 24(1), of that Directive*
        let of = one.to + usize::from(tokens.is(one.to, ','));
        let linked = matches!(tokens.at(of).word, w::OF | w::IN | w::TO);
        let named = noun(tokens, of + 2).filter(|_| linked);
        let (act, to) = match (named, tokens.at(of + 1).word) {
            (Some((_, to)), w::THIS) => (self.memory.own_act.clone(), to),
            (Some((letter, to)), w::THAT | w::THE) => {
                let fits =
                    |one: &&Document| one.said.candidates[0].id.chars().nth(11).unwrap_or('R') == letter;
                let last = self.last_act.as_ref().filter(fits);
                (last.map(|one| one.clone().by(Evidence::Antecedent)), to)
            }
            _ if bare && self.is_its_own(one, provision) => (self.memory.own_act.clone(), one.to),
            _ => (None, one.to),
        };
        let Some(act) = act else { return false };
        self.in_document(one.from, to, provision, &act);
        true
    }

    /// An article with nothing beside it, in an act: of nothing that was named just before, and of no code.
    fn is_its_own(&self, one: &Found, provision: &Provision) -> bool {
        // *the Treaty on European Union, and in particular Article 29 …*
        let particular =
            (1..=2).any(|back| self.tokens.folded(one.from.saturating_sub(back)) == "particular");
        let named = || self.memory.last().is_some_and(|last| last.to + 5 > one.from);
        self.memory.own_act.is_some()
            && provision.unit == Unit::Article
            && !(particular && named())
            && !domestic(self.tokens, provision)
    }
}
