//! References to international law, each rule and trap by example.
//!
//! In the examples a reference is `«ids:words»`: one id, or several with a space between them. A mark before
//! the ids tells the status: `=` a set, `?` ambiguous, `!` invalid, `-` unresolved.

mod cases;
mod documents;
mod names;
mod numbers;
mod places;
mod views;

use glossator::legal::{Options, Reference, Status, Table, recognise};
use glossator::text::Text;
use std::sync::OnceLock;

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::embedded)
}

fn found(text: &str) -> Vec<Reference> {
    recognise(&Text::new(text).expect("it is short"), table(), &Options::default())
}

fn marked(text: &str, references: &[Reference]) -> String {
    let text = Text::new(text).expect("it is short");
    let mut out = String::new();
    let mut last = text.all().start();
    for one in references {
        let mark = match one.status {
            Status::Resolved => "",
            Status::Set => "=",
            Status::Ambiguous => "?",
            Status::Unresolved => "-",
            Status::Invalid => "!",
        };
        let before = text.span(last.get(), one.span.start().get()).expect("they are in order");
        out.push_str(text.slice(before));
        out.push_str(&format!("«{mark}{}:{}»", one.ids().join(" "), text.slice(one.span)));
        last = one.span.end();
    }
    out.push_str(text.slice(text.span(last.get(), text.length().get()).expect("it is the rest")));
    out
}

#[track_caller]
fn check(expected: &str) {
    let mut text = String::new();
    let mut rest = expected;
    while let Some((before, after)) = rest.split_once('«') {
        text.push_str(before);
        let (inner, after) = after.split_once('»').expect("it is closed");
        let colon = inner.match_indices(':').map(|(at, _)| at).find(|at| {
            !matches!(
                inner[..*at].rsplit([' ', '=', '?', '!']).next(),
                Some(
                    "un" | "comment"
                        | "echr"
                        | "icj"
                        | "pcij"
                        | "icty"
                        | "ictr"
                        | "icc"
                        | "mict"
                        | "eccc"
                        | "iachr"
                        | "communication"
                        | "ecli"
                        | "ecli:CE"
                        | "ecli:CE:ECHR"
                        | "ecli:CE:ECHR:2015"
                        | "case"
                        | "celex"
                        | "unts"
                        | "lnts"
                        | "ets"
                        | "ecli:EU"
                        | "ecli:EU:C"
                        | "ecli:EU:C:2019"
                )
            )
        });
        let colon = colon.expect("a colon stands between ids and words");
        text.push_str(&inner[colon + 1..]);
        rest = after;
    }
    text.push_str(rest);
    assert_eq!(marked(&text, &found(&text)), expected);
}
