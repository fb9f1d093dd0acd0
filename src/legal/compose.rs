//! Puts together what the scanners found: places with their instruments, short forms
//! with what they repeat, and says what is known about each.

use super::committee::is_unnamed;
use super::found::{Document, Found, Name, What};

use super::join::{Joint, domestic, joints};

use super::definitions::defined_heads;

use super::judged::Judged;
use super::memory::Memory;
use super::mention::{Meaning, Mention};

use super::names::Mode;

use super::provisions::{Provision, Unit};

use super::reference::{Candidate, Evidence, Form, Issue, Kind, Reference, Status};

use super::table::Table;

use super::tokens::Tokens;

use super::words::w;

use crate::text::{Span, Text};

/// Puts references together. What a document of a committee is about may show only at its end: it is read again then.
pub(super) fn compose(text: &Text, tokens: &Tokens, table: &Table, found: &[Found]) -> Vec<Reference> {
    let mut composer = Composer::new(text, tokens, table, found);
    composer.run(found);
    let Some(own) = composer.memory.watched(tokens, table) else { return composer.out };
    let mut again = Composer::new(text, tokens, table, found);
    (again.memory.committee, again.memory.is_watched) = (Some(own), true);
    again.run(found);
    again.out
}

/// Puts references together.
pub(super) struct Composer<'a> {
    text: &'a Text,
    pub(super) tokens: &'a Tokens<'a>,
    pub(super) table: &'a Table,
    pub(super) memory: Memory,
    pub(super) out: Vec<Reference>,
    /// The last document by number, for *thereof* and *the same general comment*.
    pub(super) last_document: Option<(Document, usize)>,
    /// The last act of the European Union, without its places.
    pub(super) last_act: Option<Document>,
    /// *article 1 of both the … and the …*: the place that goes on to the second.
    both: Option<Provision>,
    /// The token after what was put out last.
    pub(super) last_end: usize,
}

impl<'a> Composer<'a> {
    pub fn new(text: &'a Text, tokens: &'a Tokens<'a>, table: &'a Table, found: &[Found]) -> Self {
        let memory = Memory::new(tokens, table, found);
        Self {
            text,
            tokens,
            table,
            memory,
            out: Vec::new(),
            last_document: None,
            last_act: None,
            both: None,
            last_end: 0,
        }
    }

    /// All references, in the order of the text.
    fn run(&mut self, found: &[Found]) {
        let joints = joints(self.tokens, found);
        let mut at = 0;
        while at < found.len() {
            at = match joints[at] {
                Joint::Right(target) | Joint::Same(target) => {
                    // *Article 19 (2) of the [Charter]*
                    let (open, close) = (self.tokens.before(found[target].from), found[target].to);
                    let inside = (found[at].to..found[target].from).any(|at| self.tokens.is(at, '['));
                    let wrapped = (open.is('[') || inside) && self.tokens.is(close, ']');
                    let to = if wrapped { close + 1 } else { close };
                    self.joined(
                        &as_one(&found[at..target]),
                        &found[target],
                        found[at].from,
                        to,
                        found.get(target + 1),
                    );
                    self.after_name(found, target);
                    target + 1
                }
                Joint::Left { end } => {
                    let from = found[at].from;
                    self.joined(&found[at + 1], &found[at], from, end, None);
                    at + 2
                }
                Joint::None => {
                    self.alone(found, at);
                    at + 1
                }
            };
        }
    }

    pub(super) fn text(&self) -> &Text {
        self.text
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.text.position_of_byte(self.tokens.at(from).start as usize);
        let end = self.text.position_of_byte(self.tokens.before(to).end as usize);
        Span::between(start, end)
    }

    pub(super) fn put(&mut self, from: usize, to: usize, kind: Kind, judged: Judged) {
        if from < self.last_end || from >= to {
            return;
        }
        self.last_end = to;
        self.out.push(judged.stands(self.span(from, to), kind));
    }

    /// What a name means, with what the document says about it.
    pub(super) fn meaning_of(&self, name: &Name) -> (Meaning, Form) {
        let full = |mode, members: &[u16], evidence| Meaning {
            mode,
            members: members.to_vec(),
            evidence,
            antecedent: None,
        };
        let evidence = if name.narrowed { Evidence::Discriminator } else { Evidence::Name };
        match name.mode {
            Mode::Any | Mode::Unknown => {
                let before = self.memory.family(&name.members, name.mentioned, name.year, self.table);
                match before {
                    Some(before) => (before, Form::Short),
                    None => (full(name.mode, &name.members, evidence), Form::Full),
                }
            }
            Mode::OutsideSoft | Mode::OutsideTreaty => (full(name.mode, &[], evidence), Form::Outside),
            Mode::Union => {
                let both = self.memory.both_treaties(&name.members, self.table);
                (both.unwrap_or_else(|| full(Mode::Any, &[], evidence)), Form::Short)
            }
            Mode::Short | Mode::ShortHere => (full(Mode::One, &name.members, Evidence::Genre), Form::Short),
            _ if name.defined => (full(name.mode, &name.members, Evidence::Definition), Form::Short),
            _ => (full(name.mode, &name.members, evidence), Form::Full),
        }
    }

    /// Notes a name for later short forms, and what brackets behind it define.
    pub(super) fn note(&mut self, one: &Found, meaning: &Meaning, full: bool, head: u16) {
        let mention = Mention {
            mode: meaning.mode,
            members: meaning.members.clone(),
            head,
            from: one.from,
            to: one.to,
            span: self.span(one.from, one.to),
            full,
        };
        if full {
            for (head, plural) in defined_heads(self.tokens, one.to) {
                self.memory.define(head, plural, mention.clone());
            }
            let far = (one.to..one.to + 40).take_while(|at| !self.tokens.at(*at).begins_paragraph());
            let mut far = far.take_while(|at| !self.tokens.is(*at, ';') && !self.tokens.is(*at, '.'));
            let hereinafter = far.find(|at| {
                self.tokens.is(*at, '(')
                    && (matches!(self.tokens.at(at + 1).word, w::HEREINAFTER | w::HEREAFTER)
                        || self.tokens.is(at + 1, '"') && self.tokens.is_word(at + 2, w::THE))
            });
            if let Some(open) = hereinafter.filter(|open| *open != one.to) {
                for (head, plural) in defined_heads(self.tokens, open) {
                    self.memory.define(head, plural, mention.clone());
                }
            }
        }
        self.memory.note(mention);
    }

    /// A place and what it is of; `next` is what was found behind both.
    fn joined(&mut self, place: &Found, target: &Found, from: usize, to: usize, next: Option<&Found>) {
        let What::Provision(provision) = &place.what else { return };
        match &target.what {
            What::Name(name) => {
                let (meaning, form) = self.meaning_of(name);
                if self.skips(name) {
                    return;
                }
                self.note(target, &meaning, true, name.head);
                // 本憲章第一條
                let own = from == target.from && self.tokens.folded(from.saturating_sub(1)) == "本";
                let from = from - usize::from(own && from > 0);
                self.place(from, to, provision, &meaning, form, Some(name));
                self.settle(&meaning);
                let shared = |at: usize| self.tokens.is_word(at, w::COMMON);
                let set = meaning.mode == Mode::Set;
                let both = (provision.to..target.from).any(|at| self.tokens.is_word(at, w::BOTH));
                if both || !set && (provision.common || (provision.to..target.from).any(shared)) {
                    self.both = Some(provision.clone());
                }
            }
            What::Generic(generic) => {
                let meaning = self.memory.generic(generic, target.from, self.tokens, self.table);
                let numbers = super::validity::numbers(provision);
                let nations = self.memory.of_the_nations(generic, &provision.locators, self.table);
                let meaning = nations
                    .or_else(|| self.memory.abroad(generic, target.from, (self.tokens, self.table), meaning));
                if generic.abroad && meaning.is_none() {
                    return;
                }
                let meaning = meaning.or_else(|| self.parent_ahead(next?, generic));
                let meaning = meaning.map(|meaning| {
                    let meaning =
                        self.memory.with_article(meaning, generic, target.from, self.table, &numbers);
                    self.memory.either_treaty(meaning, generic, self.table, &numbers)
                });
                let unmistakable = || self.memory.famous(generic, &provision.locators, self.table);
                let Some(meaning) = meaning.or_else(unmistakable) else {
                    let article = provision.unit == Unit::Article && !generic.itself;
                    let known = generic.itself && (self.memory.own_unknown || generic.head == w::AGREEMENT)
                        || article
                        || self.memory.last().is_some();
                    let whole =
                        provision.unit == Unit::Division && !(self.memory.own_unknown && generic.itself);
                    if known && !whole && !domestic(self.tokens, provision) {
                        if !self.memory.named_with_head(generic.head) {
                            self.memory.unsaid.extend(numbers);
                        }
                        let judged = Judged { form: Form::Short, ..Judged::unresolved() };
                        self.put(from, to, Kind::Provision, judged);
                    }
                    return;
                };
                self.note(target, &meaning, false, generic.head);
                self.place(from, to, provision, &meaning, Form::Short, None);
            }
            What::Document(document) => {
                let own = self.comment_of_its_own(target, document.clone());
                self.in_document(from, to, provision, own.as_ref().unwrap_or(document));
            }
            What::Provision(_) | What::Title(_) => {}
        }
    }

    /// *the same general comment* is the last one.
    pub(super) fn known(&self, mut document: Document) -> Document {
        if document.kind == Kind::GeneralComment
            && document.said.candidates.is_empty()
            && document.said.status == Status::Unresolved
            && let Some((last, _)) = &self.last_document
            && last.kind == Kind::GeneralComment
        {
            document.said.candidates = last.said.candidates.clone();
            document.said.candidates.iter_mut().for_each(|one| one.provision.clear());
            document.said.candidates.truncate(1);
            document.said.status = Status::Resolved;
        }
        if document.said.status == Status::Ambiguous
            && let Some(meant) = self.meant_again(&document.said.candidates)
        {
            document.said.candidates = vec![meant];
            document.said.status = Status::Resolved;
        }
        document
    }

    /// What a number means that several bodies have (*general comment No. 14*): the committee's own in its own document, else
    /// the only one of them that was cited before.
    fn meant_again(&self, candidates: &[Candidate]) -> Option<Candidate> {
        let own = self.memory.certain_treaty();
        let own =
            |one: &&Candidate| own.is_some() && own == self.committee_of(&one.id).map(|(_, treaty)| treaty);
        let said = |one: &&Candidate| {
            self.out.iter().any(|other| {
                other.status == Status::Resolved && other.candidates.iter().any(|other| other.id == one.id)
            })
        };
        let mut cited = candidates.iter().filter(said);
        let once = cited.next().filter(|_| cited.next().is_none());
        let one = candidates.iter().find(own).or(once)?;
        Some(Candidate { evidence: vec![Evidence::Antecedent], ..one.clone() })
    }

    /// The committee whose comment or views an id is, and its treaty.
    fn committee_of<'b>(&self, id: &'b str) -> Option<(&'b str, u16)> {
        let rest = id.strip_prefix("comment:").or_else(|| id.strip_prefix("communication:"))?;
        let body = rest.split('/').next()?;
        Some((body, self.table.number(super::committees::treaty_of(body))?))
    }

    pub(super) fn note_document(&mut self, document: &Document, from: usize, to: usize) {
        self.last_document = Some((document.clone(), to));
        if document.kind == Kind::EuAct && document.said.candidates.len() == 1 {
            self.last_act = Some(document.clone().whole());
        }
        if document.said.candidates.iter().any(|one| one.id.starts_with("echr:")) {
            self.memory.last_case = to;
        }
        if let [Candidate { id, .. }, ..] = document.said.candidates.as_slice()
            && let Some((body, treaty)) = self.committee_of(id)
        {
            let head = if treaty_head(body) { w::COVENANT } else { w::CONVENTION };
            let one = Found { from, to, what: What::Document(document.clone()) };
            self.note(&one, &Meaning::one(vec![treaty], Evidence::Antecedent), false, head);
        }
    }

    /// *general comment No. 4 (2003) on adolescent health in the context of the Convention on the Rights of the Child*:
    /// a name within the subject of a comment.
    fn is_in_subject(&self, at: usize) -> bool {
        let last = self.last_end;
        let comment = self.out.last().is_some_and(|one| one.kind == Kind::GeneralComment);
        let words = |at: usize| self.tokens.at(at).is_word() && !self.tokens.at(at).begins_paragraph();
        comment
            && self.tokens.is_word(last, w::ON)
            && at < last + 16
            && (last..at).all(words)
            && self.tokens.is_any(at.saturating_sub(3), "context obligations implementation parties")
    }

    /// Names that count only in certain documents, or only with a place.
    fn skips(&self, name: &Name) -> bool {
        match name.mode {
            Mode::Short => !self.memory.united_nations && !self.knows_one_of(&["udhr", "un-charter"]),
            Mode::ShortHere => !name.members.iter().any(|one| self.memory.named(*one)),
            Mode::Union => self.memory.both_treaties(&name.members, self.table).is_none(),
            _ => false,
        }
    }

    fn knows_one_of(&self, ids: &[&str]) -> bool {
        ids.iter().any(|id| self.table.number(id).is_some_and(|number| self.memory.named(number)))
    }

    /// Something that nothing was joined to.
    fn alone(&mut self, found: &[Found], at: usize) {
        let one = &found[at];
        match &one.what {
            What::Document(document) => {
                let mut document = self.known(document.clone());
                if is_unnamed(&document) {
                    let Some(own) = self.comment_of_its_own(one, document) else { return };
                    document = own;
                }
                self.note_document(&document, one.from, one.to);
                self.put(one.from, one.to, document.kind, document.said);
            }
            What::Name(name) => {
                self.name_alone(one, name);
                self.after_name(found, at);
            }
            What::Generic(generic) => self.generic_alone(found, at, generic),
            What::Provision(provision) => self.place_alone(one, provision),
            What::Title(head) => self.title_alone(one, *head),
        }
    }

    /// *article 1 of both the Declaration and the Convention*: nothing more to do after a name that is not one of both.
    fn after_name(&mut self, found: &[Found], at: usize) {
        let Some(next) =
            found.get(at + 1..).unwrap_or_default().iter().find(|one| matches!(one.what, What::Name(_)))
        else {
            return;
        };
        if self.both.is_some() && !self.tokens.same_paragraph(found[at].from, next.from) {
            self.both = None;
        }
    }

    fn name_alone(&mut self, one: &Found, name: &Name) {
        let this = matches!(self.tokens.folded(one.from.saturating_sub(1)), "այս" | "這一" | "本");
        if self.skips(name)
            || matches!(name.mode, Mode::Short | Mode::ShortHere)
                && (this
                    || name.mode == Mode::Short && self.memory.own.is_some_and(|own| name.members == [own]))
            || self.is_in_subject(one.from)
        {
            return;
        }
        let (meaning, form) = self.meaning_of(name);
        if let Some(provision) = self.both.take_if(|place| {
            let and = self.tokens.before(one.from).word == w::AND
                || self.tokens.is_word(one.from.saturating_sub(2), w::AND);
            and && self.tokens.same_sentence(place.to, one.from)
        }) {
            self.note(one, &meaning, true, name.head);
            self.place(one.from, one.to, &provision, &meaning, form, Some(name));
            return;
        }
        let full = !matches!(name.mode, Mode::Short | Mode::ShortHere);
        self.note(one, &meaning, full, name.head);
        let study = meaning.members.iter().any(|number| self.table.get(*number).id == "cihl");
        let named = (one.from..one.to).any(|at| self.tokens.is_word(at, w::STUDY));
        if study && !named {
            return;
        }
        let mut judged = Judged::of(self.table, &meaning);
        judged.form = form;
        judged.year = name.year;
        judged.antecedent = meaning.antecedent;
        if name.year_conflict {
            judged.issues.push(Issue::YearConflict);
        }
        let kind = self.kind_of(&meaning);
        self.put(one.from, one.to, kind, judged);
    }

    pub(super) fn kind_of(&self, meaning: &Meaning) -> Kind {
        match (meaning.mode, meaning.members.first()) {
            (Mode::OutsideTreaty, _) => Kind::Treaty,
            (Mode::OutsideSoft, _) => Kind::SoftLaw,
            (Mode::Set, _) if meaning.members.len() > 1 => Kind::Set,
            (_, Some(first)) => self.table.get(*first).kind,
            _ => Kind::Treaty,
        }
    }
}

/// Places that have one instrument, as one: *article 7; article 9, paragraph 3; and article 26, of the
/// International Covenant*.
fn as_one(places: &[Found]) -> Found {
    let mut one = places[0].clone();
    if let What::Provision(place) = &mut one.what {
        for next in &places[1..] {
            if let What::Provision(more) = &next.what {
                place.locators.extend(more.locators.iter().cloned());
                place.misread |= more.misread;
                (one.to, place.to) = (next.to, next.to);
            }
        }
    }
    one
}

fn treaty_head(body: &str) -> bool {
    matches!(body, "CCPR" | "CESCR")
}
