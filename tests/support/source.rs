//! Rust source as a list of names and marks, without comments and strings, each
//! with the module that it stands in.

/// A name or a mark of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    pub line: usize,
    /// How many modules written in the file it stands in.
    pub depth: usize,
    /// It is only compiled for tests.
    pub tests: bool,
}

/// The tokens of a file, with the modules that are written in it marked.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut tokens = words(source);
    let mut braces = 0;
    // The brace that closes each open module, and if it is only for tests.
    let mut modules: Vec<(usize, bool)> = Vec::new();
    for at in 0..tokens.len() {
        let text = |back: usize| at.checked_sub(back).map_or("", |at| tokens[at].text.as_str());
        match text(0) {
            "{" => {
                braces += 1;
                if text(2) == "mod" {
                    let before: String =
                        tokens[..at - 2].iter().rev().take(7).rev().map(|t| &*t.text).collect();
                    let outer = modules.last().is_some_and(|(_, tests)| *tests);
                    let tests = outer || before.ends_with("#[cfg(test)]");
                    modules.push((braces, tests));
                }
            }
            "}" => {
                if modules.last().is_some_and(|(brace, _)| *brace == braces) {
                    modules.pop();
                }
                braces -= 1;
            }
            _ => {}
        }
        tokens[at].depth = modules.len();
        tokens[at].tests = modules.last().is_some_and(|(_, tests)| *tests);
    }
    tokens
}

fn words(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    let mut push = |text: String, line| tokens.push(Token { text, line, depth: 0, tests: false });
    while at < chars.len() {
        let c = chars[at];
        let end = match c {
            '/' if chars.get(at + 1) == Some(&'/') => find(&chars, at, |rest| rest[0] == '\n'),
            '/' if chars.get(at + 1) == Some(&'*') => {
                find(&chars, at + 2, |rest| rest.starts_with(&['*', '/'])) + 2
            }
            '"' => end_of_string(&chars, at),
            'r' if is_raw_string(&chars, at) => end_of_raw_string(&chars, at),
            '\'' if is_char(&chars, at) => {
                let first = if chars[at + 1] == '\\' { at + 3 } else { at + 2 };
                find(&chars, first, |rest| rest[0] == '\'') + 1
            }
            c if c.is_alphanumeric() || c == '_' => {
                let end = find(&chars, at, |rest| !(rest[0].is_alphanumeric() || rest[0] == '_'));
                push(chars[at..end].iter().collect(), line);
                end
            }
            ':' if chars.get(at + 1) == Some(&':') => {
                push("::".to_owned(), line);
                at + 2
            }
            c => {
                if !c.is_whitespace() {
                    push(c.to_string(), line);
                }
                at + 1
            }
        };
        let end = end.min(chars.len());
        line += chars[at..end].iter().filter(|c| **c == '\n').count();
        at = end;
    }
    tokens
}

fn find(chars: &[char], from: usize, stop: impl Fn(&[char]) -> bool) -> usize {
    (from..chars.len()).find(|at| stop(&chars[*at..])).unwrap_or(chars.len())
}

fn end_of_string(chars: &[char], start: usize) -> usize {
    let mut at = start + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// True for `r"` and `r#"`, also after a `b`.
fn is_raw_string(chars: &[char], at: usize) -> bool {
    let within_a_name =
        at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_') && chars[at - 1] != 'b';
    let quote = find(chars, at + 1, |rest| rest[0] != '#');
    !within_a_name && chars.get(quote) == Some(&'"')
}

fn end_of_raw_string(chars: &[char], at: usize) -> usize {
    let quote = find(chars, at + 1, |rest| rest[0] != '#');
    let hashes = quote - at - 1;
    let closes = |rest: &[char]| {
        rest[0] == '"' && rest.iter().skip(1).take(hashes).filter(|c| **c == '#').count() == hashes
    };
    find(chars, quote + 1, closes) + hashes + 1
}

/// A character, and not a lifetime.
fn is_char(chars: &[char], at: usize) -> bool {
    chars.get(at + 1) == Some(&'\\') || chars.get(at + 2) == Some(&'\'')
}
