//! The instruments that are known, with their names: those of the program, and a
//! project's own.

use super::letters::in_small;
use super::names::{Mode, Names, Target, expand};
use super::packed::unpack;
use super::reference::Kind;
use super::words::Words;

/// The program's own table, `instruments.txt` packed; `script/legal-table` writes both.
const EMBEDDED: &[u8] = include_bytes!("instruments.packed");

/// The first year of the Security Council.
const FIRST_YEAR: u32 = 1946;

/// A treaty, a declaration, a set of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// What it is called in results: `gc4`.
    pub id: String,
    /// [`Kind::Treaty`], [`Kind::SoftLaw`] or [`Kind::EuAct`].
    pub kind: Kind,
    /// The official title.
    pub title: String,
    /// The day of adoption, `1949-08-12`, or as much of it as is known; empty if nothing is.
    pub date: String,
    /// The highest number of an article, if it is known.
    pub articles: Option<u32>,
    /// Where it is published: `unts 75 UNTS 287 (No. 973); icrc_slug gciv-1949`.
    pub identifiers: String,
    /// True for one that a project added.
    pub own: bool,
}

impl Instrument {
    /// The year of adoption.
    pub fn year(&self) -> Option<u32> {
        self.date.get(..4)?.parse().ok()
    }

    /// True where it has been adopted in that year, or was opened the year after.
    pub(super) fn fits_year(&self, year: u32) -> bool {
        self.year().is_none_or(|adopted| adopted == year || adopted + 1 == year)
    }

    /// True where it has articles of all these numbers, as far as is known.
    pub(super) fn has(&self, numbers: &[u32]) -> bool {
        self.articles.is_none_or(|highest| numbers.iter().all(|number| *number <= highest))
    }
}

/// An instrument that a project adds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnInstrument {
    /// What it is called in results. One that the table has already gets the further names.
    pub id: String,
    /// The title.
    pub name: String,
    /// Further names and abbreviations; what is in capitals is found in capitals only.
    pub aliases: Vec<String>,
    /// The highest number of an article, if it is known.
    pub articles: Option<u32>,
    /// The day or year of adoption; empty if it is not known.
    pub date: String,
    /// Where it is published, in free words.
    pub identifiers: String,
}

/// The instruments with their names, ready for the recogniser.
pub struct Table {
    instruments: Vec<Instrument>,
    /// The numbers in `instruments`, by id.
    by_id: Vec<u16>,
    pub(super) words: Words,
    pub(super) names: Names,
    /// What *its Optional Protocol* may mean: instrument, protocols.
    parents: Vec<(u16, Vec<u16>)>,
    /// The first resolution of each year, and the bound after the last.
    resolutions: Vec<u32>,
    /// The names of a project's own instruments, by id.
    own_names: Vec<(String, String)>,
    /// What it was read from, which has the further names.
    text: String,
}

impl Table {
    /// The program's own table.
    pub fn embedded() -> Self {
        let mut table = Self {
            instruments: Vec::new(),
            by_id: Vec::new(),
            words: Words::new(),
            names: Names::new(),
            parents: Vec::new(),
            resolutions: Vec::new(),
            own_names: Vec::new(),
            text: String::new(),
        };
        let text = String::from_utf8(unpack(EMBEDDED)).unwrap_or_default();
        for line in text.lines() {
            if let Some((_, starts)) = line.strip_prefix('#').and_then(|line| line.split_once('\t')) {
                let more = starts.split(' ').filter_map(|more| more.parse::<u32>().ok());
                table.resolutions = more
                    .scan(0, |start, more| {
                        *start += more;
                        Some(*start)
                    })
                    .collect();
            } else if !line.starts_with('\t') {
                table.read_instrument(line);
            }
        }
        each_name(&text, |target, names| table.read_names(target, names));
        table.text = text;
        table
    }

    /// Adds a project's own instrument; its names take part at once. Where a name means another instrument
    /// already, it is ambiguous from now on.
    pub fn add(&mut self, own: &OwnInstrument) {
        if own.id.is_empty() || self.instruments.len() >= usize::from(u16::MAX) {
            return;
        }
        let number = self.number(&own.id).unwrap_or_else(|| {
            self.push(Instrument {
                id: own.id.clone(),
                kind: Kind::Treaty,
                title: own.name.clone(),
                date: own.date.clone(),
                articles: own.articles,
                identifiers: own.identifiers.clone(),
                own: true,
            })
        });
        let target = Target { mode: Mode::One, members: vec![number] };
        for name in std::iter::once(&own.name).chain(&own.aliases) {
            self.names.add_plain(&mut self.words, name, &target);
            self.own_names.push((own.id.clone(), name.clone()));
        }
    }

    /// All instruments: the program's in the order of its table, then the project's own.
    pub fn instruments(&self) -> &[Instrument] {
        &self.instruments
    }

    /// The instrument of an id.
    pub fn find(&self, id: &str) -> Option<&Instrument> {
        self.number(id).map(|number| self.get(number))
    }

    /// The instruments that have all of these words in their title, id, date or in one of their names, in the
    /// order of the table; those of which they are a name come first.
    pub fn search(&self, words: &str) -> Vec<&Instrument> {
        let words: Vec<_> = words.split_whitespace().map(in_small).collect();
        let all = |text: &str| words.iter().all(|word| text.contains(word.as_str()));
        let typed = words.join(" ");
        let (mut named, mut holding) = (Vec::new(), Vec::new());
        for (one, further) in self.instruments.iter().zip(self.further_names()) {
            let head = format!("{} {} {}", one.id, in_small(&one.title), one.date);
            if one.id == typed || further.contains(&typed) {
                named.push(one);
            } else if all(&head) || further.iter().any(|name| all(&format!("{name} {}", one.date))) {
                holding.push(one);
            }
        }
        named.extend(holding);
        named
    }

    /// The further names of each instrument, in small letters, each of its choices by itself.
    fn further_names(&self) -> Vec<Vec<String>> {
        let mut all = vec![Vec::new(); self.instruments.len()];
        each_name(&self.text, |id, names| {
            let Some(number) = self.number(id) else { return };
            let plain = names.split("; ").filter(|name| *name != "=").flat_map(expand);
            all[usize::from(number)].extend(plain.map(|name| in_small(&name.replace('*', ""))));
        });
        for (id, name) in &self.own_names {
            if let Some(number) = self.number(id) {
                all[usize::from(number)].push(in_small(name));
            }
        }
        all
    }

    /// The year of a resolution of the Security Council. The last year that is known has no end.
    pub fn resolution_year(&self, number: u32) -> Option<u32> {
        let after = self.resolutions.partition_point(|start| *start <= number) as u32;
        (after > 0 && number < 10_000).then(|| FIRST_YEAR + after - 1)
    }

    /// The numbers of the resolutions of a year, first and last; the last year has no last one.
    pub fn resolutions_of(&self, year: u32) -> Option<(u32, Option<u32>)> {
        let at = year.checked_sub(FIRST_YEAR)? as usize;
        let first = *self.resolutions.get(at)?;
        Some((first, self.resolutions.get(at + 1).map(|next| next - 1)))
    }

    /// True where the Council may have adopted that number in that year: the years after the last one that the
    /// table has are open.
    pub(super) fn resolution_fits(&self, number: u32, year: u32) -> bool {
        match self.resolution_year(number) {
            Some(known) if known == self.last_year() => year >= known && year < known + 100,
            known => known == Some(year),
        }
    }

    /// The last year whose first resolution is known.
    pub(super) fn last_year(&self) -> u32 {
        FIRST_YEAR + self.resolutions.len() as u32 - 1
    }

    pub(super) fn get(&self, number: u16) -> &Instrument {
        &self.instruments[usize::from(number)]
    }

    pub(super) fn number(&self, id: &str) -> Option<u16> {
        let at = self.by_id.binary_search_by(|number| self.get(*number).id.as_str().cmp(id));
        at.ok().map(|at| self.by_id[at])
    }

    /// What *its Optional Protocol* may mean.
    pub(super) fn protocols_of(&self, number: u16) -> &[u16] {
        self.parents.iter().find(|(parent, _)| *parent == number).map_or(&[], |(_, protocols)| protocols)
    }

    /// What a protocol belongs to, where that is one instrument.
    pub(super) fn parent_of(&self, number: u16) -> Option<u16> {
        let mut all = self.parents.iter().filter(|(_, protocols)| protocols.contains(&number));
        let (parent, _) = all.next()?;
        all.next().is_none().then_some(*parent)
    }

    /// True for an optional protocol that has a parent.
    pub(super) fn is_protocol(&self, number: u16) -> bool {
        let optional = self.get(number).title.contains("Optional");
        optional && self.parents.iter().any(|(_, protocols)| protocols.contains(&number))
    }

    /// Takes an instrument in; its number.
    fn push(&mut self, instrument: Instrument) -> u16 {
        let at = self.by_id.partition_point(|number| self.get(*number).id < instrument.id);
        let number = self.instruments.len() as u16;
        self.by_id.insert(at, number);
        self.instruments.push(instrument);
        number
    }

    fn read_instrument(&mut self, line: &str) {
        let mut fields = line.split('\t');
        let mut field = || fields.next().unwrap_or_default();
        let id = field().to_owned();
        let kind = match field() {
            "" => Kind::Treaty,
            "e" => Kind::EuAct,
            _ => Kind::SoftLaw,
        };
        let date = field().to_owned();
        let articles = field().parse().ok();
        let title = field().to_owned();
        let identifiers = field().to_owned();
        self.push(Instrument { id, kind, title, date, articles, identifiers, own: false });
    }

    fn read_names(&mut self, target: &str, names: &str) {
        let mut words = target.split(' ').peekable();
        let mode = match words.peek().copied().unwrap_or_default() {
            "set" => Mode::Set,
            "any" => Mode::Any,
            "unknown" => Mode::Unknown,
            "outside-treaty" => Mode::OutsideTreaty,
            "outside-soft" => Mode::OutsideSoft,
            "short" => Mode::Short,
            "short-here" => Mode::ShortHere,
            "parent" => {
                let parent = words.nth(1).and_then(|id| self.number(id));
                let protocols = names.split(' ').filter_map(|id| self.number(id)).collect();
                self.parents.extend(parent.map(|parent| (parent, protocols)));
                return;
            }
            _ => Mode::One,
        };
        if mode != Mode::One {
            words.next();
        }
        let members: Vec<u16> = words.filter_map(|id| self.number(id)).collect();
        let title = members.first().map(|number| self.get(*number).title.clone()).unwrap_or_default();
        let target = Target { mode, members };
        for name in names.split("; ") {
            self.names.add(&mut self.words, if name == "=" { &title } else { name }, &target);
        }
    }
}

/// The lines of names with their targets: where none is written, the instrument above.
fn each_name(text: &str, mut read: impl FnMut(&str, &str)) {
    let mut above = "";
    for line in text.lines() {
        match line.strip_prefix('\t') {
            Some(names) => {
                let (target, names) = names.split_once('\t').unwrap_or((above, names));
                read(target, names);
            }
            None => above = line.split('\t').next().unwrap_or_default(),
        }
    }
}
