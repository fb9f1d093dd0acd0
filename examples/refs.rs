//! Prints the references to international law in text files, one JSON line each:
//!
//!     cargo run --no-default-features --example refs -- FILE…
//!     cargo run --release --no-default-features --example refs -- --time FILE…
//!
//! Positions are code points of the file as it is. With `--time` it prints instead how long the
//! recogniser takes, beside a plain scan of the same text for some words.

use glossator::legal::{Options, Table, recognise};
use glossator::text::Text;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (flags, files): (Vec<_>, Vec<_>) = arguments.iter().partition(|one| one.starts_with("--"));
    let table = Table::embedded();
    let mut code = ExitCode::SUCCESS;
    for file in files {
        let text = match std::fs::read(file) {
            Ok(bytes) => Text::new(&String::from_utf8_lossy(&bytes)),
            Err(error) => {
                eprintln!("{file}: {error}");
                code = ExitCode::FAILURE;
                continue;
            }
        };
        let Some(text) = text else {
            eprintln!("{file}: too long");
            code = ExitCode::FAILURE;
            continue;
        };
        if flags.iter().any(|flag| *flag == "--time") {
            time(file, &text, &table);
        } else {
            print(file, &text, &table, flags.iter().any(|flag| *flag == "--vague"));
        }
    }
    code
}

fn print(file: &str, text: &Text, table: &Table, vague: bool) {
    let mut out = String::new();
    for one in recognise(text, table, &Options { vague }) {
        let line = serde_json::json!({
            "file": file,
            "start": one.span.start().get(),
            "end": one.span.end().get(),
            "surface": text.slice(one.span),
            "status": one.status.name(),
            "ids": one.ids(),
            "kind": one.kind.name(),
            "form": one.form.name(),
            "issues": one.issues.iter().map(|issue| issue.name()).collect::<Vec<_>>(),
        });
        out.push_str(&line.to_string());
        out.push('\n');
    }
    print!("{out}");
}

/// Medians of nine runs, in milliseconds.
fn time(file: &str, text: &Text, table: &Table) {
    let median = |work: &dyn Fn() -> usize| {
        let mut times: Vec<_> = (0..9)
            .map(|_| {
                let start = Instant::now();
                std::hint::black_box(work());
                start.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        times[4]
    };
    let recogniser = median(&|| recognise(text, table, &Options::default()).len());
    let words = ["Convention", "resolution", "Article", "S/RES/", "Charter"];
    let scan = median(&|| words.iter().map(|word| text.as_str().matches(word).count()).sum());
    let start = Instant::now();
    std::hint::black_box(Table::embedded());
    let table = start.elapsed().as_secs_f64() * 1000.0;
    println!(
        "{file}: {} bytes, recogniser {recogniser:.1} ms, plain scan for {} words {scan:.1} ms, table {table:.1} ms",
        text.as_str().len(),
        words.len()
    );
}
