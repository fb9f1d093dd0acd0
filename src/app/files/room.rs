//! Whether there is room for texts. They are what fills a browser, and they are refused before they
//! do: then there is always room for annotations, which are small.

use super::Remark;
use crate::app::browser;
use crate::app::{App, format_size};
use crate::model::Document;

/// What is left free for annotations, in bytes: some thousand steps and the snapshots of them.
const RESERVE: usize = 2 << 20;

impl App {
    /// Sees whether the browser keeps so much more, and what to say where it does not.
    pub(super) async fn make_room(&self, name: &str, documents: &[&Document]) -> Result<(), Remark> {
        let needs: usize = documents.iter().map(|document| bytes_of(document)).sum();
        if needs == 0 {
            return Ok(());
        }
        let told =
            browser::room().await.map_or(usize::MAX, |room| (room.quota - room.usage).max(0.0) as usize);
        let free = told.min(self.inner().shelf.room_for(needs + RESERVE).await).saturating_sub(RESERVE);
        if free >= needs {
            return Ok(());
        }
        Err(Remark::NoRoom {
            name: name.to_owned(),
            needs: format_size(needs as f64),
            free: format_size(free as f64),
        })
    }
}

/// What a text takes in the browser: its record, of which a character has two bytes where one of them is
/// beyond Latin-1, and the second copy.
fn bytes_of(document: &Document) -> usize {
    let text = document.text.as_str();
    let width = if text.chars().all(|c| c <= '\u{ff}') { 1 } else { 2 };
    text.chars().map(char::len_utf16).sum::<usize>() * width + text.len()
}
