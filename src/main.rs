//! Starts the page.

fn main() {
    glossator::ui::start();
}
