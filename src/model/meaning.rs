//! What a legal reference is said to mean, as its two values hold it. `gc4` is one instrument, `ap1; ap2` are
//! two together, `gc1 | gc2` is one of two and nobody has said which, `?` is one that is not known yet. The
//! provision stands in the other value, `49(6)`, or behind each id, `gc4#49(6)`, where they differ. In a person's
//! own words a `\` stands before each of these signs: `Pact\; Annex` is one instrument.

/// How the parts of a meaning belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// All are meant.
    All,
    /// One is meant, and it is open which.
    Either,
}

/// One thing that is meant, or may be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The instrument, by its id or in the person's own words; empty is one that is not known yet.
    pub id: String,
    /// The article, rule or paragraph; empty for the whole.
    pub provision: String,
}

impl Part {
    /// Reads `gc4#49(6)`.
    pub fn read(full: &str) -> Self {
        let (id, provision) = parted(full, '#').map_or((full, ""), |at| (&full[..at], &full[at + 1..]));
        let id = if id.trim() == UNKNOWN { "" } else { id.trim() };
        Self { id: plain(id), provision: plain(provision.trim()) }
    }

    /// Id and provision in one.
    pub fn full_id(&self) -> String {
        let id = if self.id.is_empty() { UNKNOWN.to_owned() } else { escaped(&self.id) };
        if self.provision.is_empty() { id } else { format!("{id}#{}", escaped(&self.provision)) }
    }

    /// True where it is known what is meant.
    pub fn is_known(&self) -> bool {
        !self.id.is_empty()
    }
}

/// What a reference is said to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// How the parts belong together.
    pub joined: Joined,
    /// The parts, in the order in which they were given; none where nothing is said.
    pub parts: Vec<Part>,
}

const UNKNOWN: &str = "?";

impl Meaning {
    /// Nothing is said.
    pub const fn nothing() -> Self {
        Self { joined: Joined::All, parts: Vec::new() }
    }

    /// Reads the two values.
    pub fn read(instrument: &str, provision: &str) -> Self {
        let joined = if instrument.contains(EITHER) { Joined::Either } else { Joined::All };
        let parts = split(instrument, if joined == Joined::Either { '|' } else { ';' });
        let provisions = provision.split(';').map(str::trim).filter(|one| !one.is_empty());
        let provisions: Vec<_> = provisions.map(str::to_owned).collect();
        let mut read = Vec::new();
        for part in parts.iter().map(|part| Part::read(part)) {
            if part.provision.is_empty() && !provisions.is_empty() {
                let with = |provision: &String| Part { provision: provision.clone(), ..part.clone() };
                read.extend(provisions.iter().map(with));
            } else {
                read.push(part);
            }
        }
        if read.is_empty() {
            read.extend(provisions.into_iter().map(|provision| Part { id: String::new(), provision }));
        }
        Self { joined, parts: read }
    }

    /// The two values: ids, and the provision wherever it is one for all.
    pub fn write(&self) -> (String, String) {
        let Some(first) = self.parts.first() else { return Default::default() };
        let ids =
            || self.parts.iter().map(|part| Part { provision: String::new(), ..part.clone() }.full_id());
        if self.parts.iter().all(|part| part.provision == first.provision) {
            let provision = first.provision.clone();
            // What a provision of something unknown is a provision of is not said.
            let is_bare = self.parts.len() == 1 && !first.is_known() && !provision.is_empty();
            let ids = if is_bare { String::new() } else { ids().collect::<Vec<_>>().join(self.by()) };
            return (ids, provision);
        }
        let all_have = self.parts.iter().all(|part| !part.provision.is_empty());
        if self.joined == Joined::All && all_have && self.parts.iter().all(|part| part.id == first.id) {
            let provisions: Vec<_> = self.parts.iter().map(|part| part.provision.as_str()).collect();
            return (ids().next().unwrap_or_default(), provisions.join(ALL));
        }
        (self.write_whole(), String::new())
    }

    /// All of it in one value.
    pub fn write_whole(&self) -> String {
        self.parts.iter().map(Part::full_id).collect::<Vec<_>>().join(self.by())
    }

    /// True where one thing, or several together, are known to be meant.
    pub fn is_settled(&self) -> bool {
        let is_one = self.joined == Joined::All || self.parts.len() == 1;
        is_one && !self.parts.is_empty() && self.parts.iter().all(Part::is_known)
    }

    fn by(&self) -> &'static str {
        match self.joined {
            Joined::All => ALL,
            Joined::Either => EITHER,
        }
    }
}

const ALL: &str = "; ";
const EITHER: &str = " | ";

/// Where a sign stands that parts, and has no `\` before it.
fn parted(text: &str, sign: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        if c == sign && !is_escaped {
            return Some(at);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    None
}

fn split(text: &str, sign: char) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some(at) = parted(rest, sign) {
        parts.push(&rest[..at]);
        rest = &rest[at + 1..];
    }
    parts.push(rest);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The signs that a `\` may stand before; before any other it is itself.
const SIGNS: &str = ";|#\\";

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        let stands_before = next.is_none_or(|next| SIGNS.contains(next));
        if SIGNS.contains(c) && (c != '\\' || stands_before) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.next_if(|next| c == '\\' && SIGNS.contains(*next));
        out.push(next.unwrap_or(c));
    }
    out
}
