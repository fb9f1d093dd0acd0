//! Short forms that nothing was joined to: a bare article, *thereof*, *Ibid.*

use super::compose::Composer;
use super::found::{Document, Found};
use super::join::{behind, domestic};
use super::judged::Judged;
use super::letters::is_capital;
use super::mention::Meaning;
use super::names::Mode;
use super::provisions::{Provision, Unit};
use super::reference::{Evidence, Form, Kind, Status};
use super::tokens::Tokens;
use super::words::w;

impl Composer<'_> {
    pub(super) fn place_alone(&mut self, one: &Found, provision: &Provision) {
        let tokens = self.tokens;
        let comma = usize::from(tokens.is(one.to, ','));
        if tokens.is_word(one.to + comma, w::THEREOF) {
            self.thereof(one, one.to + comma + 1, provision);
            return;
        }
        if provision.common && super::validity::numbers(provision).iter().all(|number| *number <= 3) {
            let four = ["gc1", "gc2", "gc3", "gc4"].iter().filter_map(|id| self.table.number(id)).collect();
            self.place(one.from, one.to, provision, &Meaning::one(four, Evidence::Name), Form::Full, None);
            return;
        }
        // A place behind a document by number is a place in that.
        let behind_document =
            self.out.last().is_some_and(|last| matches!(last.kind, Kind::Resolution | Kind::UnDocument));
        if behind_document && self.last_end + 1 == one.from && tokens.before(one.from).is(',') {
            return;
        }
        if provision.same_article {
            if let Some((members, base)) = self.memory.last_article.clone() {
                let mut full = provision.clone();
                full.locators = provision.locators.iter().map(|steps| format!("{base}{steps}")).collect();
                let meaning = Meaning::one(members, Evidence::Antecedent);
                self.place(one.from, one.to, &full, &meaning, Form::Short, None);
            }
            return;
        }
        if let Some(from) = ibid(tokens, one.from) {
            self.repeated(from, one, provision);
            return;
        }
        let annexed = provision.unit == Unit::Division
            && provision.locators.iter().any(|one| one.starts_with("annex."));
        if (annexed || provision.itself)
            && let Some(own) = self.memory.own
        {
            self.place(
                one.from,
                one.to,
                provision,
                &Meaning::one(vec![own], Evidence::Itself),
                Form::Short,
                None,
            );
            return;
        }
        let linked = |at: usize| matches!(tokens.at(at).word, w::OF | w::DE | w::DU | w::DEL | w::DES);
        let of = (linked(one.to) || tokens.is(one.to, ',') && linked(one.to + 1))
            && tokens.folded(one.to + 1) != "which";
        let possessive = tokens.before(one.from).word == w::S && tokens.before(one.from - 1).is('\'');
        if of && (self.of_small_noun(one, provision) || self.of_ordinal(one, provision))
            || possessive && self.of_its_noun(one, provision)
        {
            return;
        }
        let alone = provision.locators.len() == 1 && tokens.at(one.from).begins_line();
        let heading = alone && is_heading(tokens, one);
        if self.of_act(one, provision, !of && !possessive && !heading) {
            return;
        }
        if matches!(provision.unit, Unit::Rule | Unit::Principle) && !of && !possessive {
            self.rule_alone(one, provision);
            return;
        }
        if self.of_the_charter(one, provision) {
            return;
        }
        if provision.unit != Unit::Article || domestic(tokens, provision) || of || possessive {
            return;
        }
        let printed = super::bare::is_in_volume(tokens, one.from);
        if printed || is_foreign(tokens, one.to) || super::abroad::is_of_something(tokens, one.to) {
            return;
        }
        // 《儿童权利公约》第三十八条: of a title that is not known.
        if tokens.before(one.from).is('》') || super::chinese::is_of_another(tokens, one.from) {
            return;
        }
        // *the Belém do Pará Convention (art. 7)*: of what stands before it, which is not known.
        let noun = one.from.checked_sub(2).map(|noun| tokens.at(noun));
        let unknown = noun.is_some_and(|noun| noun.capital() && super::generics::head(noun.word).is_some());
        if tokens.before(one.from).is('(') && unknown && self.last_end + 1 < one.from {
            return;
        }
        // *reads as follows: Article 23 “No one …”*
        let quoted = tokens.before(one.from).is(':') && tokens.is(one.to, '"');
        if heading || quoted {
            return;
        }
        if self.of_dated_act(one) || self.in_last_act(one, provision) {
            return;
        }
        if speaks_of_another(tokens, one.from) {
            return;
        }
        let numbers = super::validity::numbers(provision);
        let meaning = if behind(tokens, one.from, w::ITS) {
            let named = self.memory.subject(one.from, tokens).or_else(|| {
                // *the Universal Declaration was adopted. Its article 3 …*
                let begins = tokens.before(one.from).capital();
                let stop = |at: &usize| tokens.is(*at, '.') && tokens.at(at + 1).capital();
                self.memory
                    .last()
                    .filter(|last| begins && last.to + 20 > one.from && last.mode == Mode::One)
                    .filter(|last| (last.to..one.from).filter(stop).count() <= 1)
                    .map(|last| Meaning::of(last, Evidence::Antecedent))
            });
            // *Article 35 § 3 of the Convention. It must be rejected pursuant to its Article 35 § 4.*
            let court = || self.memory.for_article(one.from, tokens, self.table, &numbers);
            if self.memory.judgment { named.or_else(court) } else { named }
        } else {
            let told = self.memory.for_article(one.from, tokens, self.table, &numbers);
            // What the passage names may be spoken of for its sake: *the Rome Statute, which rests on Article 49(6)*.
            let own = self.memory.certain_treaty().map(|own| vec![own]);
            let open = |one: &Meaning| {
                one.evidence == Evidence::Antecedent && own.as_ref().is_none_or(|own| *own != one.members)
            };
            let times = if told.is_none() { 1 } else { 2 };
            let again = self.memory.cited_before(&provision.locators, times);
            again.filter(|_| told.as_ref().is_none_or(open)).or(told)
        };
        match meaning {
            Some(meaning) => {
                self.place(one.from, one.to, provision, &meaning, Form::Short, None);
                self.note(one, &meaning, false, 0);
            }
            // Of a code: the Convention and its Protocols have no such articles.
            None if self.memory.judgment && numbers.iter().any(|number| *number > 59) => {}
            None if self.memory.is_of_title(one.from) => {}
            // Of an act of the State whose observance a committee watches over.
            None if self.memory.certain_treaty().is_some_and(|own| !self.table.get(own).has(&numbers)) => {}
            None if self.memory.own_unknown
                || self.memory.observes
                || numbers.iter().any(|number| self.memory.unsaid.contains(number))
                || self.memory.last().is_some_and(|last| tokens.same_paragraph(last.from, one.from)) =>
            {
                self.put(
                    one.from,
                    one.to,
                    Kind::Provision,
                    Judged { form: Form::Short, ..Judged::unresolved() },
                );
            }
            None => {}
        }
    }

    /// *acting under Chapter VII*, in a text about the United Nations.
    fn of_the_charter(&mut self, one: &Found, provision: &Provision) -> bool {
        let known = |place: &String| matches!(place.as_str(), "chapter-VI" | "chapter-VII" | "chapter-VIII");
        let before = self.tokens.before(one.from);
        let under = before.word == w::UNDER
            || matches!(
                self.tokens.folded(one.from.saturating_sub(1)),
                "invoke" | "invoked" | "invoking" | "invokes"
            );
        let fits = under
            && self.memory.united_nations
            && self.tokens.at(one.from).capital()
            && provision.unit == Unit::Division
            && provision.locators.iter().all(known);
        let charter = self.table.number("un-charter").filter(|_| fits);
        if let Some(charter) = charter {
            let meaning = Meaning::one(vec![charter], Evidence::Genre);
            self.place(one.from, one.to, provision, &meaning, Form::Short, None);
        }
        charter.is_some()
    }

    /// *Article IX of the convention*, as newspapers write it, where one of that noun was named in the paragraph.
    fn of_small_noun(&mut self, one: &Found, provision: &Provision) -> bool {
        let tokens = self.tokens;
        let determined = matches!(tokens.at(one.to + 1).word, w::THE | w::THAT);
        let noun = tokens.at(one.to + 2);
        let Some((head, false)) = super::generics::head(noun.word) else { return false };
        if !determined || noun.capital() || provision.unit != Unit::Article {
            return false;
        }
        let Some(meaning) = self.memory.with_head(head, one.from, tokens) else { return false };
        let form = if matches!(meaning.mode, Mode::One) { Form::Short } else { Form::Outside };
        self.place(one.from, one.to + 3, provision, &meaning, form, None);
        true
    }

    /// *articles 18 to 20 of the Fourth*, where there is talk of the Geneva Conventions.
    fn of_ordinal(&mut self, one: &Found, provision: &Provision) -> bool {
        let tokens = self.tokens;
        let at = one.to + 2;
        let Some((value @ 1..=4, to)) = super::numbers::ordinal(tokens, at) else { return false };
        let bare = tokens.at(at).capital() && !tokens.at(to).capital() && tokens.is_word(at - 1, w::THE);
        let spoken = self.memory.subject(one.from, tokens).is_some_and(|last| {
            last.members.iter().all(|number| self.table.get(*number).id.starts_with("gc"))
        });
        let number = self.table.number(&format!("gc{value}")).filter(|_| bare && spoken);
        if let Some(number) = number {
            let meaning = Meaning::one(vec![number], Evidence::Antecedent);
            self.place(one.from, to, provision, &meaning, Form::Short, None);
        }
        number.is_some()
    }

    /// *The treaty’s Article 5*, as newspapers write it: of the one that the paragraph named.
    fn of_its_noun(&mut self, one: &Found, provision: &Provision) -> bool {
        let Some(noun) = one.from.checked_sub(3) else { return false };
        let tokens = self.tokens;
        let token = tokens.at(noun);
        let treaty = super::generics::head(token.word).is_some_and(|(_, plural)| !plural);
        if !treaty || token.capital() || provision.unit != Unit::Article {
            return false;
        }
        let Some(meaning) = self.memory.only_treaty(one.from, tokens) else { return false };
        self.place(one.from, one.to, provision, &meaning, Form::Short, None);
        self.note(one, &meaning, false, 0);
        true
    }

    /// *The Vreemdelingenwet 2000, Article 29*: of what stands before it with its year, which is not known.
    fn of_dated_act(&self, one: &Found) -> bool {
        let tokens = self.tokens;
        let Some(name) = one.from.checked_sub(3) else { return false };
        let dated = tokens.before(one.from).is(',') && super::numbers::is_year(tokens, name + 1);
        let named = tokens.at(name).is_word() && tokens.at(name).capital() && self.last_end <= name;
        dated && named && super::numbers::month(tokens, name).is_none()
    }

    /// *Directive 2004/83/EC — Article 24 (1)*: in the act of the Union that the paragraph named last.
    fn in_last_act(&mut self, one: &Found, provision: &Provision) -> bool {
        let Some((document, end)) = &self.last_document else { return false };
        let later = self.memory.last().map_or(0, |mention| mention.to);
        let fits = document.kind == Kind::EuAct
            && *end >= later
            && document.said.candidates.len() == 1
            && self.tokens.same_paragraph(*end - 1, one.from);
        if fits {
            let document = document.clone().whole();
            self.in_document(one.from, one.to, provision, &document);
        }
        fits
    }

    /// *in particular rules 43 to 45*: of the rules named just before, in the same sentence.
    fn rule_alone(&mut self, one: &Found, provision: &Provision) {
        let noun =
            if provision.unit == Unit::Rule { (w::RULES, "ules") } else { (w::PRINCIPLES, "rinciples") };
        let subject = self.memory.subject(one.from, self.tokens);
        let named = || self.memory.with_noun(noun, one.from, self.tokens, self.table);
        let Some(meaning) = subject.or_else(named) else { return };
        let named = meaning.members.len() == 1
            && meaning.members.iter().all(|number| self.table.get(*number).title.contains(noun.1));
        let fits = (named || meaning.mode.is_outside()) && !domestic(self.tokens, provision);
        if fits {
            self.place(one.from, one.to, provision, &meaning, Form::Short, None);
            self.note(one, &meaning, false, 0);
        }
    }

    /// *paragraphs 4 and 5 thereof*.
    fn thereof(&mut self, one: &Found, to: usize, provision: &Provision) {
        let document = self.last_document.clone();
        let later = self.memory.last().map_or(0, |mention| mention.to);
        match document {
            Some((document, end))
                if end >= later && (provision.unit != Unit::Article || document.kind == Kind::EuAct) =>
            {
                let mut document = document.whole();
                document.said.candidates.dedup();
                if document.said.candidates.len() == 1 {
                    self.in_document(one.from, to, provision, &document);
                }
            }
            _ => {
                // *the Treaty establishing the European Community, and in particular Article 95 thereof*
                let outside = self.memory.last().filter(|last| last.is_outside());
                let near = outside.filter(|last| self.tokens.same_sentence(last.to, one.from));
                let outside = near.map(|last| Meaning::of(last, Evidence::Antecedent));
                if let Some(meaning) = self.memory.subject(one.from, self.tokens).or(outside) {
                    self.place(one.from, to, provision, &meaning, Form::Short, None);
                }
            }
        }
    }

    /// *Ibid., art. 9*: what it repeats has to be one thing, just before.
    fn repeated(&mut self, from: usize, one: &Found, provision: &Provision) {
        let near = from <= self.last_end + 5
            && (self.last_end..from).all(|at| {
                self.tokens.is(at, '.')
                    || self.tokens.is(at, '[')
                    || self.tokens.is(at, ']')
                    || self.tokens.is(at, ';')
                    || self.tokens.is(at, ',')
                    || self.tokens.is_word(at, w::AND)
                    || self.tokens.at(at).is_number()
                    || self.tokens.is(at, '/')
            });
        // *(E/C.12/2000/4, para. 8). It also extends … (ibid., para. 17)*
        let spoken = self.tokens.before(from).is('(')
            && self.out.last().is_some_and(|last| {
                matches!(last.kind, Kind::UnDocument | Kind::GeneralComment | Kind::Case)
                    && self.tokens.same_paragraph(self.last_end - 1, from)
            });
        if !near && !spoken {
            return;
        }
        if self.follows_several(from) {
            return;
        }
        let Some(last) = self.out.last() else { return };
        if last.status != Status::Resolved && last.status != Status::Set {
            return;
        }
        let bases: Vec<_> = last.candidates.iter().map(|one| one.id.clone()).collect();
        let Some(base) = bases.first().filter(|base| bases.iter().all(|other| other == *base)).cloned()
        else {
            return;
        };
        if let Some(number) = self.table.number(&base) {
            self.place(
                from,
                one.to,
                provision,
                &Meaning::one(vec![number], Evidence::Antecedent),
                Form::Short,
                None,
            );
        } else {
            let mut document = Document::new(last.kind, vec![base]);
            document.said.form = Form::Short;
            self.in_document(from, one.to, provision, &document);
        }
    }
}

impl Composer<'_> {
    /// A footnote that repeats another, in which several things are named.
    fn follows_several(&self, from: usize) -> bool {
        let start = if self.tokens.before(from).is_number() { from - 1 } else { from };
        let [.., first, last] = self.out.as_slice() else { return false };
        let line = self.text().slice(crate::text::Span::between(first.span.end(), last.span.start()));
        self.tokens.at(start).begins_line() && !line.contains(['\n', '\u{2029}'])
    }
}

/// *Art. 5 GG*, *Art 3(e) ICTYSt*: an abbreviation directly behind it that nothing is known of.
fn is_foreign(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.at(at);
    let capitals = tokens.written(at).chars().filter(|c| is_capital(*c)).count();
    token.is_word() && token.capital() && token.word == 0 && !token.begins_line() && capitals > 1
}

/// *the association agreement’s human rights clause, Article 2*: of what the sentence speaks of without a name.
fn speaks_of_another(tokens: &Tokens, at: usize) -> bool {
    let near = (1..=10).map_while(|back| at.checked_sub(back)).take_while(|back| !tokens.is(*back, '.'));
    near.into_iter().any(|back| {
        tokens.is_any(back, "agreement accord contract bill decree constitution ordinance")
            && tokens.is(back + 1, '\'')
    })
}

/// A heading: the unit and one number, then the end of the line or a title.
fn is_heading(tokens: &Tokens, one: &Found) -> bool {
    let next = tokens.at(one.to);
    next.begins_line() || next.capital() || next.is('.') || next.is('-') || next.is(':') || next.is('"')
}

/// Where *Ibid.* before a place begins.
fn ibid(tokens: &Tokens, at: usize) -> Option<usize> {
    (1..=3).filter_map(|back| at.checked_sub(back)).find(|back| {
        tokens.is_word(*back, w::IBID) && (back + 1..at).all(|at| tokens.is(at, '.') || tokens.is(at, ','))
    })
}
