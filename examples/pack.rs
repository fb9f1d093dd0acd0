//! Packs the table of instruments for the recogniser; `script/legal-table` runs it.

use glossator::legal::packed::pack;

fn main() -> std::io::Result<()> {
    let text = std::fs::read("src/legal/instruments.txt")?;
    std::fs::write("src/legal/instruments.packed", pack(&text))
}
