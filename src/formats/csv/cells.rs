//! Cells: kept from running as formulas, and paths of tag names.

/// Makes a cell harmless that a spreadsheet would run (OWASP, "CSV Injection"):
/// it gets a `'` in front. A cell that begins with `'` by itself gets one more,
/// so that [`unguard`] gives back every text.
pub(in crate::formats) fn guard(text: &str) -> String {
    if is_guarded(text) { format!("'{text}") } else { text.to_owned() }
}

/// Takes off the `'` that [`guard`] put in front, and no other.
pub(in crate::formats) fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_guarded(text)).unwrap_or(cell)
}

fn is_guarded(text: &str) -> bool {
    let runs = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    let first = text.chars().next();
    let shown = text.trim_start().chars().next();
    first.is_some_and(|c| c == '\'' || runs(c)) || shown.is_some_and(runs)
}

/// A cell as it stands between commas (RFC 4180, section 2).
pub(in crate::formats) fn quoted(cell: String) -> String {
    if cell.contains([',', '"', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}

const UNDER: &str = " / ";

/// The names from the top down, between them ` / `; a `/` or `\` of a name gets
/// a `\` in front.
pub(in crate::formats) fn join_path(names: &[&str]) -> String {
    let escape = |name: &&str| name.replace('\\', r"\\").replace('/', r"\/");
    names.iter().map(escape).collect::<Vec<_>>().join(UNDER)
}

/// The names of a path, without the white space around them; empty ones left out.
pub(in crate::formats) fn split_path(path: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut chars = path.chars();
    while let Some(c) = chars.next() {
        let name = names.last_mut().expect("there is always one");
        match c {
            '/' => names.push(String::new()),
            '\\' => name.extend(chars.next()),
            c => name.push(c),
        }
    }
    names.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// The same but for how lines end: spreadsheets write LF as CRLF.
pub(in crate::formats) fn same_lines(a: &str, b: &str) -> bool {
    let lf = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
    a == b || lf(a) == lf(b)
}
