//! The names of instruments as a tree of words, and the longest name at a place
//! of a text.

use super::letters::is_capital;
use super::tokens::{Kind, Tokens};
use super::words::{Words, w};

/// How a name means its instruments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mode {
    /// The one.
    One,
    /// All of them together.
    Set,
    /// One of them; the words do not say which.
    Any,
    /// The one, or another that the table does not hold.
    Unknown,
    /// A treaty that the table does not hold.
    OutsideTreaty,
    /// Another instrument that the table does not hold.
    OutsideSoft,
    /// The one, in documents about it or about the United Nations.
    Short,
    /// The one, in documents that name it in full.
    ShortHere,
    /// All of them together, in texts of the European Union.
    Union,
}

impl Mode {
    /// True for what the table does not hold.
    pub fn is_outside(self) -> bool {
        matches!(self, Self::OutsideSoft | Self::OutsideTreaty)
    }
}

/// What a name means.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Target {
    /// How.
    pub mode: Mode,
    /// Numbers of instruments in the table.
    pub members: Vec<u16>,
}

#[derive(Default)]
struct Node {
    /// Word and node, in the order of the words.
    children: Vec<(u16, u32)>,
    /// One more than the number of a target; 0 for none.
    target: u16,
    /// The first letter has to be a capital.
    capital: bool,
}

/// A name that was found.
#[derive(Clone, Copy)]
pub(super) struct Hit {
    /// The token after it.
    pub end: usize,
    /// What it means: a number for [`Names::target`].
    pub target: u16,
    /// How many words it has.
    pub words: usize,
}

/// The tree.
pub(super) struct Names {
    nodes: Vec<Node>,
    targets: Vec<Target>,
    /// The node for each first word.
    roots: Vec<u32>,
}

/// A name with this many words may have a slip of the pen.
const WORDS_FOR_SLIPS: usize = 5;

/// There is one slip at most for so many letters.
const LETTERS_FOR_A_SLIP: usize = 12;

/// A short name begins with a capital if the table's does.
const SHORT: usize = 6;

impl Names {
    pub fn new() -> Self {
        Self { nodes: vec![Node::default()], targets: Vec::new(), roots: Vec::new() }
    }

    /// What a name means.
    pub fn target(&self, number: u16) -> &Target {
        &self.targets[usize::from(number)]
    }

    /// Adds a name in the notation of `aliases.txt`.
    pub fn add(&mut self, words: &mut Words, name: &str, target: &Target) {
        for plain in expand(name) {
            self.add_plain(words, &plain, target);
        }
    }

    /// Adds a name that means what it says.
    pub fn add_plain(&mut self, words: &mut Words, name: &str, target: &Target) {
        let path = path(words, name);
        if path.is_empty() {
            return;
        }
        let mut at = 0;
        for word in &path {
            at = self.child_or_new(at, *word);
        }
        let capital = path.len() <= SHORT && name.chars().next().is_some_and(is_capital);
        let known = self.nodes[at].target;
        // Where it is known with a small letter too, that is enough.
        let capital = capital && (known == 0 || self.nodes[at].capital);
        let merged = match known.checked_sub(1).map(|known| self.target(known)) {
            Some(known) => merge(known, target),
            None => target.clone(),
        };
        let number = match self.targets.iter().position(|known| *known == merged) {
            Some(number) => number,
            None => {
                self.targets.push(merged);
                self.targets.len() - 1
            }
        };
        self.nodes[at].target = number as u16 + 1;
        self.nodes[at].capital = capital;
    }

    fn child(&self, node: usize, word: u16) -> Option<usize> {
        if word == 0 {
            return None;
        }
        if node == 0 {
            return self.roots.get(usize::from(word)).map(|node| *node as usize).filter(|node| *node != 0);
        }
        let children = &self.nodes[node].children;
        let at = children.binary_search_by_key(&word, |(word, _)| *word).ok()?;
        Some(children[at].1 as usize)
    }

    fn child_or_new(&mut self, node: usize, word: u16) -> usize {
        if let Some(child) = self.child(node, word) {
            return child;
        }
        let new = self.nodes.len();
        self.nodes.push(Node::default());
        if node == 0 {
            if self.roots.len() <= usize::from(word) {
                self.roots.resize(usize::from(word) + 1, 0);
            }
            self.roots[usize::from(word)] = new as u32;
        } else {
            let children = &mut self.nodes[node].children;
            let at = children.partition_point(|(known, _)| *known < word);
            children.insert(at, (word, new as u32));
        }
        new
    }

    /// True for a word that a name begins with.
    pub fn begins(&self, word: u16) -> bool {
        self.child(0, word).is_some()
    }

    /// The longest name that begins with a token.
    pub fn longest(&self, words: &Words, tokens: &Tokens, at: usize) -> Option<Hit> {
        let mut walk = Walk { names: self, words, tokens, start: at, best: None, steps: 0 };
        walk.go(0, at, 0, 0, 0, true);
        walk.best
    }
}

/// A walk down the tree along a text.
struct Walk<'a> {
    names: &'a Names,
    words: &'a Words,
    tokens: &'a Tokens<'a>,
    start: usize,
    best: Option<Hit>,
    /// Bounds the branches that a text made to this end could have.
    steps: usize,
}

impl Walk<'_> {
    fn go(&mut self, node: usize, at: usize, words: usize, letters: usize, slips: usize, ended: bool) {
        self.steps += 1;
        if self.steps > 400 {
            return;
        }
        let here = &self.names.nodes[node];
        let slips_fit = slips == 0 || words >= WORDS_FOR_SLIPS && slips * LETTERS_FOR_A_SLIP <= letters;
        if here.target != 0
            && ended
            && slips_fit
            && self.best.is_none_or(|best| best.end < at)
            && (!here.capital || self.tokens.at(self.start).capital())
        {
            self.best = Some(Hit { end: at, target: here.target - 1, words });
        }
        let token = *self.tokens.at(at);
        if at >= self.tokens.len() || node != 0 && token.begins_paragraph() {
            return;
        }
        let (word, upper, stem) = match token.kind {
            Kind::Word => (token.word, token.upper, token.stem),
            Kind::Number => (number_word(token.value), 0, 0),
            Kind::Mark(mark) => (mark_word(mark), 0, 0),
        };
        let length = token.folded_length() as usize;
        let mut found = false;
        for word in [word, upper, stem] {
            if let Some(child) = self.names.child(node, word) {
                found = true;
                self.go(child, at + 1, words + 1, letters + length, slips, true);
            }
        }
        if found || node == 0 {
            return;
        }
        let skipped = match token.kind {
            Kind::Mark(',' | '\'') => true,
            Kind::Mark('.') => self.tokens.before(at).folded_length() <= 3,
            _ => token.word == w::THE || words > 1 && token.word == w::S && self.tokens.before(at).is('\''),
        };
        if skipped {
            self.go(node, at + 1, words, letters, slips, false);
        } else if token.word == 0
            && let Some(rest) = self.tokens.folded(at).strip_prefix("the")
            && let Some(child) = self.names.child(node, self.words.find(rest, false).0)
        {
            // A lost space: *the Charter of theUnited Nations*.
            self.go(child, at + 1, words + 1, letters + length, slips, true);
        } else if token.is_word() && token.word == 0 && length >= 6 && slips < 3 {
            let children: Vec<_> =
                here.children.iter().map(|(word, child)| (*word, *child as usize)).collect();
            for (word, child) in children {
                if one_slip(self.tokens.folded(at), self.words.word(word)) {
                    self.go(child, at + 1, words + 1, letters + length, slips + 1, true);
                }
            }
        }
    }
}

/// Numbers and brackets in names have words of their own.
const NUMBERS: u16 = 60_000;
const OPEN: u16 = 65_001;
const CLOSE: u16 = 65_002;
const OPEN_TITLE: u16 = 65_003;
const CLOSE_TITLE: u16 = 65_004;

fn number_word(value: u32) -> u16 {
    if value < 4000 { NUMBERS + value as u16 } else { 0 }
}

fn mark_word(mark: char) -> u16 {
    match mark {
        '(' => OPEN,
        ')' => CLOSE,
        '《' => OPEN_TITLE,
        '》' => CLOSE_TITLE,
        _ => 0,
    }
}

/// A name as numbers of words: without articles and most marks.
fn path(words: &mut Words, name: &str) -> Vec<u16> {
    let stems: Vec<bool> = name.split_whitespace().map(|word| word.ends_with('*')).collect();
    let cut = Tokens::of(name, words, false);
    let parts: Vec<_> =
        (0..cut.len()).map(|at| (*cut.at(at), cut.folded(at).to_owned(), cut.at(at + 1).is('*'))).collect();
    let has_stems = stems.contains(&true);
    let mut path = Vec::new();
    for (at, (token, folded, stem)) in parts.iter().enumerate() {
        match token.kind {
            Kind::Word if folded == "the" && !path.is_empty() => {}
            Kind::Word => {
                // Capitals that are a whole word: an abbreviation or a roman number.
                let capitals =
                    token.all_capitals() && !has_stems && folded.is_ascii() && !is_shouted(&parts, at);
                let word = match (stem, capitals) {
                    (true, _) => format!("{folded}*"),
                    (_, true) => format!("^{folded}"),
                    _ => folded.clone(),
                };
                path.push(words.intern(&word));
            }
            Kind::Number => path.push(number_word(token.value)),
            Kind::Mark(mark) => path.extend(Some(mark_word(mark)).filter(|word| *word != 0)),
        }
    }
    path
}

/// A single capital letter that is not a roman number stands for itself.
fn is_shouted(parts: &[(super::tokens::Token, String, bool)], at: usize) -> bool {
    let folded = &parts[at].1;
    folded.len() == 1 && !matches!(folded.as_str(), "i" | "v" | "x")
}

/// Two names for one thing are one; two things with one name are ambiguous.
fn merge(known: &Target, new: &Target) -> Target {
    let one = |target: &Target| target.mode == Mode::One;
    match (known.mode, new.mode) {
        _ if known == new => new.clone(),
        (Mode::One, Mode::One | Mode::Any) | (Mode::Any, Mode::One) => {
            let mut members = if one(known) { new.members.clone() } else { known.members.clone() };
            let added = if one(known) { &known.members } else { &new.members };
            for member in added {
                if !members.contains(member) {
                    let at = members.iter().position(|one| one > member);
                    members.insert(at.unwrap_or(members.len()), *member);
                }
            }
            Target { mode: Mode::Any, members }
        }
        _ => new.clone(),
    }
}

/// True where one letter was lost, added, exchanged, or two changed places.
pub(super) fn one_slip(a: &str, b: &str) -> bool {
    if a.len().abs_diff(b.len()) > 2 || b.len() < 6 {
        return false;
    }
    let (a, b): (Vec<_>, Vec<_>) = (a.chars().collect(), b.chars().collect());
    let same = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = |skip_a: usize, skip_b: usize| a.get(same + skip_a..) == b.get(same + skip_b..);
    let swapped = a.get(same) == b.get(same + 1) && a.get(same + 1) == b.get(same) && rest(2, 2);
    rest(1, 1) || rest(1, 0) || rest(0, 1) || rest(2, 0) || swapped
}

/// Writes out `[x]`, `[x|y]` and `{x|y}`.
pub(super) fn expand(name: &str) -> Vec<String> {
    let Some(open) = name.find(['[', '{']) else {
        return vec![name.split_whitespace().collect::<Vec<_>>().join(" ")];
    };
    let optional = name[open..].starts_with('[');
    let (mut depth, mut close) = (0, name.len());
    for (at, c) in name.char_indices().skip_while(|(at, _)| *at < open) {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            close = at;
            break;
        }
    }
    let inner = name.get(open + 1..close).unwrap_or_default();
    let mut choices = vec![String::new()];
    let mut depth = 0;
    for c in inner.chars() {
        match c {
            '|' if depth == 0 => choices.push(String::new()),
            _ => {
                depth += match c {
                    '[' | '{' => 1,
                    ']' | '}' => -1,
                    _ => 0,
                };
                if let Some(last) = choices.last_mut() {
                    last.push(c);
                }
            }
        }
    }
    if optional {
        choices.push(String::new());
    }
    let rest = name.get(close + 1..).unwrap_or_default();
    choices.iter().flat_map(|choice| expand(&format!("{}{choice}{rest}", &name[..open]))).collect()
}
