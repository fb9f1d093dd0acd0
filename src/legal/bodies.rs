//! Which body a resolution or a comment is of.

use super::table::Table;
use super::tokens::Tokens;
use super::words::w;

/// A body that adopts resolutions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Body {
    /// The Security Council.
    Security,
    /// The General Assembly.
    Assembly,
    /// The Human Rights Council.
    HumanRights,
    /// The Economic and Social Council.
    Economic,
    /// The Commission on Human Rights.
    Commission,
    /// Another, whose resolutions have no ids.
    Other,
    /// *Council*, *Commission* alone.
    Unclear,
}

/// A body that is named somewhere.
#[derive(Clone, Copy)]
pub(super) struct Mention {
    /// The first token, with *United Nations* before the name.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// Which.
    pub body: Body,
}

/// The body whose name begins with a token.
pub(super) fn body(tokens: &Tokens, at: usize) -> Option<(Body, usize)> {
    let is = |offset: usize, word: u16| tokens.is_word(at + offset, word);
    let capital = tokens.at(at).capital();
    let dotted = |offset: usize| tokens.is(at + offset, '.');
    let han =
        |word: &str| word.chars().enumerate().all(|(offset, c)| tokens.folded(at + offset).chars().eq([c]));
    Some(match tokens.at(at).word {
        w::SECURITY if is(1, w::COUNCIL) => (Body::Security, at + 2),
        w::GENERAL if is(1, w::ASSEMBLY) => (Body::Assembly, at + 2),
        w::HUMAN if is(1, w::RIGHTS) && is(2, w::COUNCIL) => (Body::HumanRights, at + 3),
        w::ECONOMIC if is(1, w::AND) && is(2, w::SOCIAL) && is(3, w::COUNCIL) => (Body::Economic, at + 4),
        w::COMMISSION if capital && is(1, w::ON) && is(2, w::HUMAN) && is(3, w::RIGHTS) => {
            (Body::Commission, at + 4)
        }
        w::COMMISSION if capital && is(1, w::ON) && is(2, w::THE) => (Body::Other, at + 3),
        w::UNSC | w::SC if tokens.at(at).all_capitals() => (Body::Security, at + 1),
        w::GA | w::UNGA if tokens.at(at).all_capitals() => (Body::Assembly, at + 1),
        w::HRC | w::UNHRC if tokens.at(at).all_capitals() => (Body::HumanRights, at + 1),
        w::ECOSOC => (Body::Economic, at + 1),
        w::S if dotted(1) && is(2, w::C) && dotted(3) => (Body::Security, at + 4),
        w::G if dotted(1) && is(2, w::A) && dotted(3) => (Body::Assembly, at + 4),
        w::CONSEIL if is(1, w::DE) && is(2, w::SECURITE) => (Body::Security, at + 3),
        w::CONSEIL if is(1, w::DES) && tokens.folded(at + 2) == "droits" && is(3, w::DE) => {
            (Body::HumanRights, at + 7)
        }
        w::CONSEJO if is(1, w::DE) && is(2, w::SEGURIDAD) => (Body::Security, at + 3),
        w::CONSEJO if is(1, w::DE) && tokens.folded(at + 2) == "derechos" => (Body::HumanRights, at + 4),
        w::ASSEMBLEE if is(1, w::GENERALE) => (Body::Assembly, at + 2),
        w::ASAMBLEA if is(1, w::GENERAL) => (Body::Assembly, at + 2),
        w::MAJLIS if is(1, w::AMN) => (Body::Security, at + 2),
        w::JAMIYA if is(1, w::AMMA) => (Body::Assembly, at + 2),
        _ if capital && tokens.folded(at) == "subcommission" => (Body::Other, at + 1),
        _ if capital && tokens.folded(at) == "parliamentary" && is(1, w::ASSEMBLY) => (Body::Other, at + 2),
        w::COUNCIL if capital && !is(1, w::OF) => (Body::Unclear, at + 1),
        w::COMMISSION if capital && !is(1, w::ON) => (Body::Unclear, at + 1),
        w::ASSEMBLY if capital => (Body::Assembly, at + 1),
        _ => match tokens.at(at).stem {
            w::SOVET if tokens.at(at + 1).stem == w::BEZOPASNOSTI => {
                (Body::Security, of_nations(tokens, at + 2))
            }
            w::GENERALN if tokens.at(at + 1).stem == w::ASSAMBLE => (Body::Assembly, at + 2),
            _ if tokens.folded(at) == "сб" && tokens.at(at).all_capitals() => {
                (Body::Security, of_nations(tokens, at + 1))
            }
            w::SICHERHEITSRAT => (Body::Security, at + 1),
            w::SURA if tokens.folded(at.saturating_sub(1)).starts_with("təhlükəsizlik") => {
                (Body::Security, at + 1)
            }
            _ if tokens.written(at).is_ascii() => return None,
            _ if tokens.folded(at).starts_with("խորհրդ")
                && tokens.folded(at.saturating_sub(1)).starts_with("անվտանգության") =>
            {
                (Body::Security, at + 1)
            }
            _ if han("安全理事会") => (Body::Security, at + 5),
            _ if han("安理会") => (Body::Security, at + 3),
            _ if han("联合国大会") => (Body::Assembly, at + 5),
            _ if han("大会") => (Body::Assembly, at + 2),
            _ => return None,
        },
    })
}

/// *Совета Безопасности ООН*: the token after both.
fn of_nations(tokens: &Tokens, at: usize) -> usize {
    at + usize::from(tokens.folded(at) == "оон")
}

/// Few words of a text do: a quick look before the thorough one.
fn may_begin(tokens: &Tokens, at: usize) -> bool {
    let token = tokens.at(at);
    token.is_word()
        && (token.capital()
            || token.stem != 0
            || !tokens.text.as_bytes()[token.start as usize].is_ascii()
            || matches!(
                token.word,
                w::SECURITY
                    | w::GENERAL
                    | w::HUMAN
                    | w::ECONOMIC
                    | w::ECOSOC
                    | w::S
                    | w::G
                    | w::CONSEIL
                    | w::CONSEJO
                    | w::ASSEMBLEE
                    | w::ASAMBLEA
            ))
}

/// All bodies that a text names, in its order.
pub(super) fn mentions(tokens: &Tokens) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if may_begin(tokens, at)
            && let Some((body, to)) = body(tokens, at)
        {
            found.push(Mention { from: with_nations(tokens, at), to, body });
            at = to;
        } else {
            at += 1;
        }
    }
    found
}

/// Where a name begins if *UN* or *United Nations* before it is counted in.
pub(super) fn with_nations(tokens: &Tokens, at: usize) -> usize {
    let dotted = at >= 4 && tokens.is(at - 1, '.') && tokens.is_word(at - 2, w::N) && tokens.is(at - 3, '.');
    if dotted && tokens.folded(at - 4) == "u" {
        at - 4
    } else if at >= 2 && tokens.is_word(at - 1, w::NATIONS) && tokens.is_word(at - 2, w::UNITED) {
        at - 2
    } else if at >= 1 && tokens.is_word(at - 1, w::UN) && tokens.at(at - 1).all_capitals() {
        at - 1
    } else {
        at
    }
}

/// What is known about the bodies of a document.
pub(super) struct Bodies {
    mentions: Vec<Mention>,
    security: usize,
    /// The Council's resolutions that stand with their years somewhere, in their order.
    pub dated: Vec<u32>,
    /// What the symbols and most mentions say the document is of.
    pub own: Option<Body>,
}

impl Bodies {
    /// Reads a text.
    pub fn of(tokens: &Tokens, table: &Table) -> Self {
        let mentions = mentions(tokens);
        let count = |body: Body| mentions.iter().filter(|mention| mention.body == body).count();
        let head = &tokens.text[..tokens.at(tokens.len().min(4000).saturating_sub(1)).end as usize];
        let speaks = |body: Body| {
            mentions.iter().take(20).any(|one| {
                one.body == body
                    && one.from > 0
                    && tokens.is_word(one.from - 1, w::THE)
                    && tokens.at(one.from - 1).begins_line()
                    && tokens.is(one.to, ',')
            })
        };
        let own = if speaks(Body::Assembly) {
            Some(Body::Assembly)
        } else if speaks(Body::HumanRights) {
            Some(Body::HumanRights)
        } else if head.contains("E/CN.4/") || count(Body::Commission) > 2 {
            Some(Body::Commission)
        } else if head.contains("A/HRC/") {
            Some(Body::HumanRights)
        } else {
            None
        };
        let security = count(Body::Security);
        let fitting = |at: usize| {
            let (number, year) = (tokens.at(at), tokens.at(at + 2));
            let fits = number.is_number() && tokens.is(at + 1, '(') && tokens.is(at + 3, ')');
            (fits && table.resolution_fits(number.value, year.value)).then_some(number.value)
        };
        let mut dated = Vec::new();
        for number in (0..tokens.len()).filter_map(fitting) {
            if !dated.contains(&number) {
                dated.push(number);
            }
        }
        Self { mentions, security, dated, own }
    }

    /// How often the text names the Security Council.
    pub fn security(&self) -> usize {
        self.security
    }

    /// The mention that ends at a token, but for an ending as in *Council's*.
    pub fn ending_at(&self, at: usize) -> Option<&Mention> {
        let found = self.mentions.partition_point(|mention| mention.to <= at);
        self.mentions[..found].last().filter(|mention| mention.to == at)
    }

    /// The mention that begins at a token.
    pub fn beginning_at(&self, at: usize) -> Option<&Mention> {
        let found = self.mentions.partition_point(|mention| mention.to <= at);
        self.mentions.get(found).filter(|mention| mention.from <= at)
    }

    /// The nearest body before a token, at most so many tokens away; whether *Council* alone counts is left to the
    /// caller.
    pub fn near(&self, at: usize, distance: usize) -> Option<&Mention> {
        let found = self.mentions.partition_point(|mention| mention.to <= at);
        self.mentions[..found].last().filter(|mention| mention.to + distance > at)
    }

    /// What *Council* or *Commission* alone means at a place: the last full name.
    pub fn clear(&self, mention: &Mention, tokens: &Tokens) -> Option<Body> {
        if mention.body != Body::Unclear {
            return Some(mention.body);
        }
        let council = tokens.is_word(mention.to - 1, w::COUNCIL);
        let fits = |body: Body| match body {
            Body::Security | Body::HumanRights | Body::Economic => council,
            Body::Commission => !council,
            _ => false,
        };
        let before = self.mentions.partition_point(|other| other.to <= mention.from);
        let last = self.mentions[..before].iter().rev().take(200).find(|other| fits(other.body));
        last.map(|other| other.body).or(self.own.filter(|own| fits(*own)))
    }
}
