//! Keys that are held together, as text: `Mod+Shift+z`, `n`, `Alt+Enter`. `Mod` is
//! Control, or Command on Apple's systems. The order is Mod, Alt, Shift. Shift is
//! not written where the key already says it: `?`, and not `Shift+?`.

use crate::app::is_mac;
use web_sys::KeyboardEvent;

/// The keys that may be held with another, in the order in which they are written.
const HELD: [&str; 3] = ["Mod+", "Alt+", "Shift+"];

/// True where Control is held, or Command on Apple's systems.
pub fn has_control(event: &KeyboardEvent) -> bool {
    if is_mac() { event.meta_key() } else { event.ctrl_key() }
}

/// What is pressed, by what the key writes; and where that is no Latin letter, by
/// where the key lies, so that Ctrl+Z is that on a Cyrillic or Arabic keyboard too.
pub fn pressed(event: &KeyboardEvent) -> Vec<String> {
    let is_foreign = if is_mac() { event.ctrl_key() } else { event.meta_key() };
    let key = event.key();
    let is_none = matches!(
        key.as_str(),
        "Control" | "Shift" | "Alt" | "Meta" | "AltGraph" | "CapsLock" | "Dead" | "Process" | "Unidentified"
    );
    if is_foreign || is_none || event.is_composing() {
        return Vec::new();
    }
    let written = if key == " " { "Space".to_owned() } else { key };
    let mut chords = vec![chord(event, &written)];
    // A sign in a letter's place may be meant (Dvorak's Ctrl and semicolon): there only
    // a bare key is taken for the letter.
    let is_bare = !has_control(event) && !event.alt_key();
    let is_sign = written.len() == 1 && !written.as_bytes()[0].is_ascii_alphanumeric();
    if (!written.is_ascii() || (is_sign && is_bare))
        && let Some(letter) = lies_at(event)
    {
        chords.push(chord(event, &letter));
    }
    chords
}

/// The letter or digit of a US keyboard in the place of the pressed key.
pub fn lies_at(event: &KeyboardEvent) -> Option<String> {
    let code = event.code();
    let name = code.strip_prefix("Key").or(code.strip_prefix("Digit"))?;
    (name.len() == 1).then(|| name.to_ascii_lowercase())
}

fn chord(event: &KeyboardEvent, key: &str) -> String {
    let is_letter = key.len() == 1 && key.as_bytes()[0].is_ascii_alphabetic();
    let says_shift = key.chars().nth(1).is_none() && !is_letter;
    let held = [has_control(event), event.alt_key(), event.shift_key() && !says_shift];
    let mut text = String::new();
    for (name, is_held) in HELD.iter().zip(held) {
        text.push_str(if is_held { name } else { "" });
    }
    text + &if is_letter { key.to_ascii_lowercase() } else { key.to_owned() }
}

/// A chord cut into what is held and the key.
fn parts(chord: &str) -> ([bool; 3], &str) {
    let mut rest = chord;
    let held = HELD.map(|name| match rest.strip_prefix(name) {
        Some(after) => {
            rest = after;
            true
        }
        None => false,
    });
    (held, rest)
}

/// True of what [`pressed`] could have written.
pub fn is_chord(text: &str) -> bool {
    let (_, key) = parts(text);
    !key.is_empty() && key.len() <= 20 && !key.contains(char::is_whitespace)
}

/// The same without Shift, where Shift is written.
pub fn without_shift(chord: &str) -> Option<String> {
    let (held, key) = parts(chord);
    held[2].then(|| {
        HELD[..2].iter().zip(held).filter(|(_, held)| *held).map(|(name, _)| *name).collect::<String>() + key
    })
}

/// True of a chord that is one character and nothing held: such keys can be turned
/// off, for those who speak to their computer (WCAG 2.1.4).
pub fn is_single(chord: &str) -> bool {
    chord.chars().nth(1).is_none()
}

/// The chord as it is written on the keys, for people.
pub fn shown(chord: &str) -> String {
    let (held, key) = parts(chord);
    let is_mac = is_mac();
    let names = if is_mac { ["⌘", "⌥", "⇧"] } else { ["Ctrl ", "Alt ", "Shift "] };
    let mut text = String::new();
    for (name, is_held) in names.into_iter().zip(held) {
        text.push_str(if is_held { name } else { "" });
    }
    text.push_str(match key {
        "ArrowLeft" => "←",
        "ArrowRight" => "→",
        "ArrowUp" => "↑",
        "ArrowDown" => "↓",
        "Escape" => "Esc",
        other => other,
    });
    // With something held a letter is shown as it is printed on its key.
    if held.contains(&true) && key.len() == 1 {
        text.make_ascii_uppercase();
        text = text.replace("CTRL", "Ctrl").replace("ALT", "Alt").replace("SHIFT", "Shift");
    }
    text
}
