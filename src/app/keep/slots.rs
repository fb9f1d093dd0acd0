//! Which of the projects a tab shows.

use super::journal;
use crate::app::{browser, settings};
use crate::store::{About, Pair};

/// What the records of the list of projects begin with.
pub(in crate::app) const ABOUT: &str = "about/";

/// The first project of a browser, and the one that version 1 knew.
pub(super) const FIRST: &str = "00000000";

/// Which project was shown last: in this tab, and in any.
const CURRENT: &str = "glossator:current";

/// The key of what the list says of a project.
pub(super) fn key(slot: &str) -> String {
    format!("{ABOUT}{slot}")
}

/// The record of what the list says of a project.
pub(super) fn record(slot: &str, about: &About) -> Pair {
    Pair { key: key(slot), value: about.write() }
}

/// What this tab showed when it was last loaded anew or left.
const SHOWN: &str = "glossator:shown";

/// What this tab noted of what it showed, before it was loaded anew.
pub fn shown_before() -> Option<String> {
    session()?.get_item(SHOWN).ok().flatten()
}

/// Notes what this tab shows, for when it is loaded anew.
pub(in crate::app) fn note_shown(note: &str) {
    if let Some(session) = session() {
        let _ = session.set_item(SHOWN, note);
    }
}

/// Which texts this tab has looked through for references to law.
const LOOKED: &str = "glossator:looked";

/// True where this tab looked a text through before it was loaded anew.
pub(in crate::app) fn looked_before(id: &str) -> bool {
    let note = session().and_then(|session| session.get_item(LOOKED).ok().flatten());
    note.is_some_and(|note| note.split(' ').any(|known| known == id))
}

/// Notes which texts this tab has looked through, for when it is loaded anew.
pub(in crate::app) fn note_looked(ids: &str) {
    if let Some(session) = session() {
        let _ = session.set_item(LOOKED, ids);
    }
}

fn session() -> Option<web_sys::Storage> {
    browser::window().session_storage().ok().flatten()
}

/// The project of this tab.
pub(super) fn chosen() -> String {
    known().unwrap_or_else(|| FIRST.to_owned())
}

/// The same, where one was ever chosen.
pub(super) fn known() -> Option<String> {
    let here = session().and_then(|session| session.get_item(CURRENT).ok().flatten());
    here.or_else(|| settings::read(CURRENT)).filter(|slot| is_slot(slot))
}

/// True where this tab has chosen a project: then it is not asked again when the page is loaded anew.
pub(in crate::app) fn is_chosen_here() -> bool {
    session().is_some_and(|session| session.get_item(CURRENT).ok().flatten().is_some())
}

/// Chooses the project that this tab shows from its next start on.
pub(in crate::app) fn choose(slot: &str) {
    if let Some(session) = session() {
        let _ = session.set_item(CURRENT, slot);
    }
    let _ = journal::put(CURRENT, slot);
}

/// Lets go of the choice of this tab: it goes by that of any tab.
pub(in crate::app) fn leave() {
    if let Some(session) = session() {
        let _ = session.remove_item(CURRENT);
    }
}

/// Lets go of the choice, and of what was shown.
pub(in crate::app) fn forget() {
    leave();
    if let Some(session) = session() {
        let _ = session.remove_item(SHOWN);
    }
    journal::remove(CURRENT);
}

fn is_slot(slot: &str) -> bool {
    slot.len() == 8 && slot.bytes().all(|b| b.is_ascii_hexdigit())
}
