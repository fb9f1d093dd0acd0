//! Keeps the source as DESIGN says: which layer may use which, and what must
//! not stand where.

mod support {
    pub mod source;
}

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use support::source::{Token, tokens};

/// A layer and those that it may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("table", &[]),
    ("text", &["table"]),
    ("legal", &["table", "text"]),
    ("model", &["table", "text"]),
    ("history", &["table", "text", "model"]),
    ("formats", &["table", "text", "model"]),
    ("store", &["table", "text", "model", "history", "formats"]),
    ("marked", &["table", "text", "model"]),
    ("app", &["table", "text", "legal", "model", "history", "formats", "store"]),
    ("ui", &["table", "text", "legal", "model", "formats", "app"]),
    // The worker, a program of its own.
    ("law", &["table", "text", "legal"]),
];

/// The layers without a clock, chance and a browser.
const CORE: &[&str] = &["table", "text", "legal", "model", "history", "formats", "store", "marked"];

/// What the core does without.
const OUTSIDE: &[&str] = &[
    "SystemTime",
    "Instant",
    "rand",
    "getrandom",
    "HashMap",
    "HashSet",
    "RandomState",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "leptos",
    "gloo",
    "gloo_storage",
    "thread",
    "fs",
];

/// What puts text into a page as markup.
const MARKUP: &[&str] = &[
    "inner_html",
    "set_inner_html",
    "outer_html",
    "set_outer_html",
    "insert_adjacent_html",
    "document_write",
    "create_contextual_fragment",
];

const LONGEST_FILE: usize = 450;

/// A file of the source: its path under `src`, and what it holds.
struct Source {
    path: String,
    content: String,
}

impl Source {
    /// The modules that the file is: `src/model/plan.rs` is `model`, `plan`.
    fn modules(&self) -> Vec<&str> {
        let path = self.path.trim_end_matches(".rs");
        path.split('/').filter(|part| !["mod", "lib", "main"].contains(part)).collect()
    }

    fn layer(&self) -> Option<&str> {
        self.modules().first().copied()
    }

    fn at(&self, token: &Token, what: &str) -> String {
        format!("src/{}:{}: {what}", self.path, token.line)
    }
}

/// Every file with one of these endings under a folder; none where there is no folder.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let folder = root().join("src");
    let read = |path: PathBuf| Source {
        content: fs::read_to_string(&path).expect("the file can be read"),
        path: path.strip_prefix(&folder).expect("it lies there").to_string_lossy().replace('\\', "/"),
    };
    let sources: Vec<_> = files(&folder, "rs").into_iter().map(read).collect();
    assert!(sources.len() > 20, "the source was not found");
    sources
}

/// What a check finds in all sources.
#[track_caller]
fn assert_none(check: impl Fn(&Source) -> Vec<String>) {
    let found: Vec<_> = sources().iter().flat_map(check).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// What a check finds in one made-up file.
#[track_caller]
fn check_finds(check: impl Fn(&Source) -> Vec<String>, path: &str, content: &str, expected: &[&str]) {
    let found = check(&Source { path: path.to_owned(), content: content.to_owned() });
    let found: Vec<_> = found.iter().map(|line| line.rsplit(": ").next().unwrap_or(line)).collect();
    assert_eq!(found, expected, "{path}: {content}");
}

/// The modules at the top of the crate that a file names, by `crate::` and `super::`.
fn named_layers(source: &Source) -> Vec<(Token, String)> {
    let tokens = tokens(&source.content);
    let mut named = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let mut up = match token.text.as_str() {
            "crate" => usize::MAX,
            "super" => 1,
            _ => {
                at += 1;
                continue;
            }
        };
        at += 1;
        while up != usize::MAX && next_is(&tokens, at, "::") && next_is(&tokens, at + 1, "super") {
            up += 1;
            at += 2;
        }
        let modules = source.modules().len() + token.depth;
        if up < modules || !next_is(&tokens, at, "::") {
            continue;
        }
        for name in first_names(&tokens, at + 1) {
            named.push((token.clone(), name));
        }
    }
    named
}

fn next_is(tokens: &[Token], at: usize, text: &str) -> bool {
    tokens.get(at).is_some_and(|token| token.text == text)
}

/// The first name of a path, or of each path in braces.
fn first_names(tokens: &[Token], at: usize) -> Vec<String> {
    if !next_is(tokens, at, "{") {
        return tokens.get(at).map(|token| token.text.clone()).into_iter().collect();
    }
    let mut names = Vec::new();
    let (mut depth, mut first) = (0, true);
    for token in &tokens[at..] {
        match token.text.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => break,
            "}" => depth -= 1,
            "," if depth == 1 => first = true,
            name if first => {
                names.push(name.to_owned());
                first = false;
            }
            _ => {}
        }
    }
    names
}

fn wrong_arrows(source: &Source) -> Vec<String> {
    let Some(layer) = source.layer() else { return Vec::new() };
    let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        return vec![format!("src/{}: {layer} is no layer", source.path)];
    };
    let wrong = |(token, name): (Token, String)| {
        let fine = name == layer || allowed.contains(&name.as_str());
        (!fine).then(|| source.at(&token, &format!("{layer} may not use {name}")))
    };
    named_layers(source).into_iter().filter_map(wrong).collect()
}

#[test]
fn the_layers_use_only_those_below_them() {
    assert_none(wrong_arrows);
}

#[test]
fn an_arrow_the_wrong_way_is_found() {
    let wrong = |path, content, expected: &[&str]| check_finds(wrong_arrows, path, content, expected);
    wrong("text/words.rs", "use crate::model::Tag;", &["text may not use model"]);
    wrong("text/mod.rs", "fn f(a: super::model::Tag) {}", &["text may not use model"]);
    wrong(
        "text/words.rs",
        "use super::super::{text::Span, model::{Tag, store}};",
        &["text may not use model"],
    );
    wrong("text.rs", "use super::model;", &["text may not use model"]);
    wrong(
        "ui/a/b.rs",
        "use crate::{\n  store::{x, y}, app,\n  history,\n};",
        &["ui may not use store", "ui may not use history"],
    );
    wrong("history/mod.rs", "mod tests { use super::super::store; }", &["history may not use store"]);
    wrong("text/a.rs", "pub(crate) use crate::*;", &["text may not use *"]);
    wrong("model/a.rs", "use crate::marked;", &["model may not use marked"]);
    wrong("legal/a.rs", "use crate::model::Tag;", &["legal may not use model"]);
    wrong("measures/a.rs", "", &["measures is no layer"]);
}

#[test]
fn an_arrow_the_right_way_is_none() {
    let right = |path, content| check_finds(wrong_arrows, path, content, &[]);
    right("model/a.rs", "use crate::text::Span; use crate::model::Tag; use super::{Tag, store};");
    right("model/a/b.rs", "use super::super::store;");
    right("history/mod.rs", "mod tests { use super::Editor; }");
    right(
        "text/a.rs",
        "// crate::model\n/* crate::model */ \"crate::model\"; r#\"crate::\"model\"#; 'a'; 'x: loop {}",
    );
    right("text/a.rs", "pub(crate) fn f() {} pub(super) fn g() {}");
    right("store/a.rs", "use crate::{formats::json, text, model::Tag, history::Step};");
    right("main.rs", "use crate::store;");
}

/// These names in the layers, outside of tests.
fn names_in(source: &Source, layers: &[&str], names: &[&str]) -> Vec<String> {
    if source.layer().is_some_and(|layer| !layers.contains(&layer)) {
        return Vec::new();
    }
    let tokens = tokens(&source.content);
    let found = tokens.iter().filter(|token| !token.tests && names.contains(&token.text.as_str()));
    found.map(|token| source.at(token, &token.text)).collect()
}

fn outside_of_the_core(source: &Source) -> Vec<String> {
    if source.layer().is_none() { Vec::new() } else { names_in(source, CORE, OUTSIDE) }
}

#[test]
fn the_core_has_no_clock_no_chance_no_hash_maps_and_no_browser() {
    assert_none(outside_of_the_core);
}

#[test]
fn a_clock_in_the_core_is_found() {
    let check = |path, content, expected: &[&str]| check_finds(outside_of_the_core, path, content, expected);
    check("text/a.rs", "use std::time::{Duration, Instant};", &["Instant"]);
    check("store/a.rs", "fn f() -> std::collections::HashMap<u8, web_sys::Window>", &["HashMap", "web_sys"]);
    check("app/clock.rs", "std::time::Instant::now()", &[]);
    check("main.rs", "leptos::mount()", &[]);
    check("text/a.rs", "// HashMap\n let hash_map = \"HashMap\"; ThisInstant", &[]);
    check("text/a.rs", "#[cfg(test)]\nmod tests { fn f() { Instant } }", &[]);
    check("text/a.rs", "#[cfg(test)]\nmod tests { fn f() {} }\nfn g() { Instant }", &["Instant"]);
    check("text/a.rs", "mod inner { fn f() { Instant } }", &["Instant"]);
}

fn serde_elsewhere(source: &Source) -> Vec<String> {
    let layers = ["text", "legal", "model", "history", "marked", "app", "ui"];
    names_in(source, &layers, &["serde", "serde_json", "Serialize", "Deserialize"])
}

#[test]
fn only_what_reads_and_writes_knows_serde() {
    assert_none(serde_elsewhere);
}

#[test]
fn serde_elsewhere_is_found() {
    check_finds(serde_elsewhere, "model/a.rs", "#[derive(Clone, Serialize)]", &["Serialize"]);
    check_finds(serde_elsewhere, "formats/a.rs", "#[derive(Clone, Serialize)]", &[]);
}

fn markup(source: &Source) -> Vec<String> {
    let layers: Vec<_> = LAYERS.iter().map(|(name, _)| *name).collect();
    names_in(source, &layers, MARKUP)
}

#[test]
fn no_text_is_put_into_the_page_as_markup() {
    assert_none(markup);
}

#[test]
fn text_put_in_as_markup_is_found() {
    check_finds(markup, "ui/a.rs", "view! { <p inner_html=text></p> }", &["inner_html"]);
    check_finds(markup, "app/a.rs", "element.set_inner_html(text)", &["set_inner_html"]);
    check_finds(markup, "ui/a.rs", "element.set_text_content(text)", &[]);
}

fn bare_unwraps(source: &Source) -> Vec<String> {
    let tokens = tokens(&source.content);
    let calls = tokens.windows(4).filter(|four| {
        let texts: Vec<_> = four.iter().map(|token| token.text.as_str()).collect();
        !four[0].tests && (texts == [".", "unwrap", "(", ")"] || texts[..2] == ["::", "unwrap"])
    });
    calls.map(|four| source.at(&four[1], "unwrap() does not say why it holds")).collect()
}

#[test]
fn nothing_is_unwrapped_without_a_reason() {
    assert_none(bare_unwraps);
}

#[test]
fn a_bare_unwrap_is_found() {
    let why = "unwrap() does not say why it holds";
    check_finds(bare_unwraps, "text/a.rs", "x\n  .unwrap();", &[why]);
    check_finds(bare_unwraps, "text/a.rs", "x.map(Option::unwrap);", &[why]);
    check_finds(bare_unwraps, "text/a.rs", "x.unwrap_or(1).expect(\"it is there\");", &[]);
    check_finds(bare_unwraps, "text/a.rs", "#[cfg(test)] mod tests { fn f() { x.unwrap(); } }", &[]);
}

/// The release prints nothing for `{:?}`: its standard library is built without the texts of `Debug`.
/// `marked` is for tests and not in it.
fn debug_texts(source: &Source) -> Vec<String> {
    if source.layer() == Some("marked") {
        return Vec::new();
    }
    let shipped = source.content.split("#[cfg(test)]").next().unwrap_or_default();
    let printed =
        shipped.lines().enumerate().filter(|(_, line)| line.contains(":?}") || line.contains(":#?}"));
    printed.map(|(at, _)| format!("src/{}:{}: {{:?}} is empty in a release", source.path, at + 1)).collect()
}

#[test]
fn nothing_relies_on_debug_texts() {
    assert_none(debug_texts);
}

#[test]
fn a_debug_text_is_found() {
    check_finds(debug_texts, "text/a.rs", "fn f() { format!(\"{id:?}\"); }", &["{:?} is empty in a release"]);
    check_finds(debug_texts, "text/a.rs", "#[cfg(test)] mod tests { fn f() { panic!(\"{id:?}\"); } }", &[]);
}

fn too_long(source: &Source) -> Vec<String> {
    let lines = source.content.lines().count();
    let long = format!("src/{}: {lines} lines", source.path);
    if lines > LONGEST_FILE { vec![long] } else { Vec::new() }
}

#[test]
fn no_file_is_too_long_to_read() {
    assert_none(too_long);
}

#[test]
fn a_file_that_is_too_long_is_found() {
    check_finds(too_long, "text/a.rs", &"x\n".repeat(450), &[]);
    check_finds(too_long, "text/a.rs", &"x\n".repeat(451), &["451 lines"]);
}

/// The colours in a style sheet, with their lines.
fn colours(css: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let css = without_comments(css);
    let (mut line, mut declares) = (1, false);
    let mut rest = css.as_str();
    while let Some(c) = rest.chars().next() {
        match c {
            '\n' => line += 1,
            // What follows a colon is a value, unless a brace opens: then it was a selector.
            ':' => declares = !rest.find(['{', ';', '}']).is_some_and(|at| rest[at..].starts_with('{')),
            '{' | '}' | ';' => declares = false,
            _ => {}
        }
        let colour = if declares { colour_at(rest) } else { None };
        let length = colour.map_or(c.len_utf8(), str::len);
        found.extend(colour.map(|colour| (line, colour.to_owned())));
        let word = if colour.is_none() && is_word(c) {
            rest.find(|c| !is_word(c)).unwrap_or(rest.len())
        } else {
            length
        };
        rest = &rest[word..];
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (comment, rest) = part.split_once("*/").unwrap_or((part, ""));
        out.extend(comment.chars().filter(|c| *c == '\n'));
        out.push_str(rest);
    }
    out
}

/// The colour that a value goes on with.
fn colour_at(rest: &str) -> Option<&str> {
    const FUNCTIONS: &[&str] =
        &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];
    const NAMES: &[&str] =
        &["white", "black", "red", "green", "blue", "gray", "grey", "yellow", "orange", "silver"];
    let word = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
    if let Some(digits) = rest.strip_prefix('#') {
        let end = digits.find(|c| !is_word(c)).unwrap_or(digits.len());
        let hex = [3, 4, 6, 8].contains(&end) && digits[..end].bytes().all(|b| b.is_ascii_hexdigit());
        return hex.then(|| &rest[..end + 1]);
    }
    let function = FUNCTIONS.iter().find(|function| rest.to_lowercase().starts_with(**function));
    function.map(|function| &rest[..function.len()]).or(NAMES.contains(&word).then_some(word))
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    let sheets = files(&root().join("style"), "css");
    let others = sheets.iter().filter(|path| !path.ends_with("style/tokens.css"));
    let found: Vec<_> = others
        .flat_map(|path| {
            let css = fs::read_to_string(path).expect("the sheet can be read");
            colours(&css)
                .into_iter()
                .map(move |(line, colour)| format!("{}:{line}: {colour}", path.display()))
        })
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_colour_is_found_in_a_value_only() {
    #[track_caller]
    fn check(css: &str, expected: &[(usize, &str)]) {
        let found = colours(css);
        let found: Vec<_> = found.iter().map(|(line, colour)| (*line, colour.as_str())).collect();
        assert_eq!(found, expected, "{css}");
    }
    check("p { color: #fff }", &[(1, "#fff")]);
    check("p {\n  margin: 0;\n  color:#ABCDEF80;\n}", &[(3, "#ABCDEF80")]);
    check("p { border: 1px solid rgb(0 0 0); }", &[(1, "rgb(")]);
    check("p { color: OKLCH(1 0 0); fill: hsl(0 0 0) }", &[(1, "OKLCH("), (1, "hsl(")]);
    check("@media (a: b) { p { color: white } }", &[(1, "white")]);
    check("#add { color: var(--white-ish) }", &[]);
    check("a:hover #fff, a:not(.black) { margin: 0 }", &[]);
    check("p { /* #fff */ --x: url(a#b); }\n/* color: red; */", &[]);
    check("p { white-space: pre-wrap; grid-area: a-red; }", &[]);
}

#[test]
fn every_layer_is_named_once_and_uses_layers_that_are_named() {
    let names: BTreeSet<_> = LAYERS.iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), LAYERS.len());
    for (layer, allowed) in LAYERS {
        assert!(allowed.iter().all(|name| names.contains(name) && name != layer));
    }
    assert!(CORE.iter().all(|layer| names.contains(layer)));
}
