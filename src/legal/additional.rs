//! What a protocol is additional to.

use super::found::Name;
use super::names::Mode;
use super::numbers::is_year;
use super::table::Table;
use super::tokens::Tokens;
use super::words::w;

/// *Additional Protocol I of 1977 to the 1949 Geneva Conventions*: the end of what it is additional to.
pub(super) fn to_the_conventions(tokens: &Tokens, table: &Table, name: &Name, to: usize) -> Option<usize> {
    let additional = |number: &u16| matches!(table.get(*number).id.as_str(), "ap1" | "ap2" | "ap3");
    let fits = !name.members.is_empty() && name.members.iter().all(additional);
    if !fits || !tokens.is_word(to, w::TO) || !tokens.is_word(to + 1, w::THE) {
        return None;
    }
    let first = if is_year(tokens, to + 2) || tokens.is_word(to + 2, w::FOUR) { to + 3 } else { to + 2 };
    let hit = table.names.longest(&table.words, tokens, first)?;
    let target = table.names.target(hit.target);
    let four = target.mode == Mode::Set && target.members.len() == 4;
    four.then_some(hit.end)
}

/// The end of another treaty that a protocol is additional to.
pub(super) fn to_another(tokens: &Tokens, table: &Table, name: &Name, to: usize) -> Option<usize> {
    let numbered = |number: &u16| table.get(*number).id.starts_with("ap");
    let fits = name.head == w::PROTOCOL && !name.members.is_empty() && name.members.iter().all(numbered);
    if !fits || !tokens.is_word(to, w::TO) || !tokens.is_word(to + 1, w::THE) {
        return None;
    }
    let title = (to + 2..to + 8).take_while(|at| tokens.at(*at).capital());
    let other = title.into_iter().find_map(|at| super::titles::unknown_title(tokens, at));
    let known = || table.names.longest(&table.words, tokens, to + 2).map(|hit| hit.end);
    other.map(|other| other.to).or_else(known)
}
