//! The history as a person walks in it.

use super::App;
use crate::history::Step;

impl App {
    /// Reads the steps that were done, the oldest first, and those that were taken
    /// back, the next to be done again last; without listening.
    pub fn with_steps<T>(&self, read: impl FnOnce(&[Step], &[Step]) -> T) -> T {
        let inner = self.inner();
        let editor = inner.editor.borrow();
        read(editor.done(), editor.undone())
    }

    /// Takes steps back, or does them again, until so many are done. What is in
    /// between is not lost: the other way leads there again.
    pub fn go_to_step(&self, count: usize) {
        loop {
            let done = self.with_steps(|done, _| done.len());
            match done.cmp(&count) {
                std::cmp::Ordering::Greater => self.undo(),
                std::cmp::Ordering::Less => self.redo(),
                std::cmp::Ordering::Equal => return,
            }
            // A step that cannot be taken ends the way.
            if self.with_steps(|now, _| now.len()) == done {
                return;
            }
        }
    }
}
