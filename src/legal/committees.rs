//! The committees that watch over the treaties, and where a text speaks of them.

use super::found::{Found, What};
use super::tokens::Tokens;
use super::views::committee_of_views;
use super::words::w;

/// Committees by the words after *Committee*.
const COMMITTEES: &str = "CESCR on economic social;CEDAW on the elimination of discrimination against women;\
    CERD on the elimination of racial;CRC on the rights of the child;CRPD on the rights of persons;CAT against torture;\
    CMW on the protection of the rights of all migrant;CMW on migrant;CED on enforced";

/// The committees, each with the table's id of its treaty.
pub(super) const BODIES: &[(&str, &str)] = &[
    ("CCPR", "iccpr"),
    ("CESCR", "icescr"),
    ("CEDAW", "cedaw"),
    ("CERD", "cerd"),
    ("CRC", "crc"),
    ("CRPD", "crpd"),
    ("CAT", "cat"),
    ("CMW", "icrmw"),
    ("CED", "cped"),
];

/// The table's id of the treaty of the only committee whose documents a text cites.
pub(super) fn only_body(found: &[Found]) -> Option<&'static str> {
    let mut only = None;
    for one in found {
        let What::Document(document) = &one.what else { continue };
        for candidate in &document.said.candidates {
            let Some((scheme, rest)) = candidate.id.split_once(':') else { continue };
            let body = rest.split('/').next().unwrap_or_default();
            let known = BODIES.iter().find(|(name, _)| *name == body);
            let Some((_, treaty)) = known.filter(|_| matches!(scheme, "un" | "comment" | "communication"))
            else {
                continue;
            };
            if only.is_some_and(|other| other != *treaty) {
                return None;
            }
            only = Some(*treaty);
        }
    }
    only
}

/// Committees of a text, in its order: token, short name.
pub(super) struct Committees {
    pub(super) mentions: Vec<(usize, &'static str)>,
    /// The one whose views the text is.
    views: Option<&'static str>,
}

/// The table's id of the treaty that a committee watches.
pub(super) fn treaty_of(body: &str) -> &'static str {
    BODIES.iter().find(|(name, _)| *name == body).map_or("iccpr", |(_, treaty)| treaty)
}

impl Committees {
    /// Reads a text.
    pub fn of(tokens: &Tokens) -> Self {
        let mut mentions = Vec::new();
        for at in tokens.spots.committees.iter().copied() {
            let token = tokens.at(at);
            if token.word == w::COMMITTEE && token.capital() {
                if at >= 2 && tokens.is_word(at - 1, w::RIGHTS) && tokens.is_word(at - 2, w::HUMAN) {
                    mentions.push((at, "CCPR"));
                }
                let follows = |words: &str| {
                    let mut next = at + 1;
                    words.split(' ').all(|word| {
                        while tokens.is(next, ',') {
                            next += 1;
                        }
                        next += 1;
                        tokens.folded(next - 1) == word
                    })
                };
                let all = COMMITTEES.split(';').filter_map(|one| one.split_once(' '));
                mentions.extend(all.filter(|(_, words)| follows(words)).map(|(name, _)| (at, name)).next());
            } else if token.all_capitals() && token.is_word() && (3..=5).contains(&token.folded_length()) {
                let name = match tokens.folded(at) {
                    "ccpr" => "CCPR",
                    "cescr" => "CESCR",
                    "cedaw" => "CEDAW",
                    "cerd" => "CERD",
                    "crc" => "CRC",
                    "crpd" => "CRPD",
                    "cmw" => "CMW",
                    "cat" | "ced" | "hrc" if speaks(tokens, at + 1) => match tokens.folded(at) {
                        "cat" => "CAT",
                        "ced" => "CED",
                        _ => "CCPR",
                    },
                    _ => continue,
                };
                mentions.push((at, name));
            }
        }
        Self { mentions, views: committee_of_views(tokens.text) }
    }

    /// Those that are named in full.
    pub fn in_full(&self, tokens: &Tokens) -> Vec<(usize, &'static str)> {
        self.mentions.iter().filter(|(at, _)| tokens.is_word(*at, w::COMMITTEE)).copied().collect()
    }

    /// The committee of a comment on the tokens from one to another, and whether the same passage says so.
    pub fn for_comment(
        &self,
        tokens: &Tokens,
        from: usize,
        to: usize,
        recommendation: bool,
    ) -> (Vec<&'static str>, bool) {
        let fits = |body: &str| if recommendation { body == "CEDAW" || body == "CERD" } else { true };
        let split = self.mentions.partition_point(|(at, _)| *at < from);
        let behind = self.mentions[split..].iter().find(|(_, body)| fits(body));
        // *general comment No. 12 of the Committee on …*, *in its general comment No. 12, the Committee on …*
        let beside = self.mentions[..split].last().filter(|(at, body)| {
            fits(body) && (*at + 1 == from || *at + 2 == from && tokens.before(from).is(','))
        });
        if let Some((_, body)) = beside {
            return (vec![body], true);
        }
        if let Some((at, body)) = behind
            && *at <= to + 5
            && (to..*at).all(|at| {
                let other = tokens.is_word(at, w::AND) && !tokens.at(at + 1).is_number();
                !other && !tokens.is(at, '.') && !tokens.at(at).begins_paragraph()
            })
        {
            return (vec![body], true);
        }
        let before = self.mentions[..split].iter().rev().take(40).find(|(_, body)| fits(body));
        if let Some((at, body)) = before {
            let near = (*at..from).all(|at| !tokens.at(at).begins_paragraph());
            let others = self.mentions.iter().any(|(_, other)| other != body && fits(other));
            if near || !others {
                return (vec![body], near);
            }
        }
        let mut all: Vec<&'static str> = Vec::new();
        for (_, body) in self.mentions.iter().filter(|(_, body)| fits(body)) {
            if !all.contains(body) {
                all.push(body);
            }
        }
        (all, false)
    }

    /// The committee that a communication is addressed to: one that the sentence names, else the one whose views these are,
    /// else the last one.
    pub fn nearest(&self, tokens: &Tokens, at: usize, to: usize) -> Option<&'static str> {
        let split = self.mentions.partition_point(|(mention, _)| *mention < at);
        let behind = self.mentions.get(split).filter(|(mention, _)| {
            *mention >= to && *mention <= to + 6 && tokens.same_sentence(to, *mention)
        });
        let beside =
            self.mentions[..split].last().is_some_and(|(mention, _)| tokens.same_sentence(*mention, at));
        if let Some((_, body)) = behind.filter(|_| !beside) {
            return Some(body);
        }
        if !beside && self.views.is_some() {
            return self.views;
        }
        let before = self.mentions[..split].last().or(self.mentions.get(split));
        before.map(|(_, body)| *body)
    }
}

/// True where a general comment or *Committee* follows, with or without a comma.
fn speaks(tokens: &Tokens, at: usize) -> bool {
    let at = if tokens.is(at, ',') { at + 1 } else { at };
    let comment = matches!(tokens.at(at + 1).word, w::COMMENT..=w::RECOMMENDATIONS);
    tokens.is_word(at, w::COMMITTEE) || tokens.is_word(at, w::GENERAL) && comment
}
