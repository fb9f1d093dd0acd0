//! What a year beside a name says of the instruments that it may mean.

use super::found::Name;
use super::names::Mode;
use super::table::Table;

/// True where one of them was adopted in that year: *Hague Regulations 1907*.
pub(super) fn of_year(name: &Name, table: &Table, year: u32) -> bool {
    name.members.iter().any(|one| table.get(*one).year() == Some(year))
}

/// True for an instrument that was adopted long after a year.
fn is_later(table: &Table, one: u16, year: u32) -> bool {
    table.get(one).year().is_some_and(|adopted| adopted > year + 1)
}

/// A year leaves those that are of it.
pub(super) fn narrow(name: &mut Name, table: &Table, short: bool) {
    let Some(year) = name.year else { return };
    if name.members.is_empty() {
        return;
    }
    // *Protocol I Additional to the Geneva Conventions of 1949*: the year is the Conventions'.
    if year == 1949 && name.members.iter().all(|one| table.get(*one).id.starts_with("ap")) {
        name.year = None;
        return;
    }
    let fits = |one: &u16| table.get(*one).year().is_none_or(|adopted| adopted == year);
    let fitting: Vec<u16> = name.members.iter().copied().filter(fits).collect();
    match name.mode {
        Mode::Any | Mode::Unknown if !fitting.is_empty() => {
            name.narrowed = fitting.len() < name.members.len();
            name.members = fitting;
            if name.members.len() == 1 {
                name.mode = Mode::One;
            }
        }
        // *the 1988 Vienna Convention*: another one of that city.
        Mode::Any if name.members.len() > 4 && fitting.is_empty() => {
            name.mode = Mode::OutsideTreaty;
            name.members.clear();
        }
        Mode::Set if !fitting.is_empty() && fitting.len() < name.members.len() => name.members = fitting,
        // *the 1922 Washington Treaty*: it did not exist then.
        Mode::One if short && name.members.iter().all(|one| is_later(table, *one, year)) => {
            name.mode = Mode::OutsideTreaty;
            name.members.clear();
        }
        _ => {
            name.year_conflict = name.members.iter().all(|one| !table.get(*one).fits_year(year));
        }
    }
}
