//! The guess at an encoding, tried on the texts of tests/fixtures/scripts as they
//! would lie on an old disk.

use encoding_rs::Encoding;
use glossator::formats::guess::{Confidence, guess};

fn read(name: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/fixtures/scripts/{name}.txt", env!("CARGO_MANIFEST_DIR")))
        .expect("the fixture is there")
}

fn encoded(text: &str, encoding: &str) -> Vec<u8> {
    if encoding == "iso-8859-9" {
        return encoded(text, "windows-1254");
    }
    let encoding = Encoding::for_label(encoding.as_bytes()).expect("it is an encoding");
    encoding.encode(text).0.into_owned()
}

/// What a text can be written with: letters that a set lacks were left out of it.
fn fitting(text: &str, encoding: &str) -> String {
    let encoding = Encoding::for_label(encoding.as_bytes()).expect("it is an encoding");
    text.chars().filter(|c| !encoding.encode(&c.to_string()).2).collect()
}

/// Every passage of a text of so many lines is guessed right, and how surely.
#[track_caller]
fn check(name: &str, encoding: &str, lines: usize) {
    let text = fitting(&read(name), encoding);
    let lines_of: Vec<_> =
        text.lines().filter(|line| line.chars().filter(|c| !c.is_ascii()).count() >= 20).collect();
    let mut wrong = Vec::new();
    for passage in lines_of.chunks(lines) {
        let passage = passage.join("\r\n");
        let found = guess(&encoded(&passage, encoding));
        match found.first() {
            Some(first) if first.encoding == encoding => {}
            other => wrong.push((other.copied(), passage)),
        }
    }
    assert!(wrong.is_empty(), "{} of {}: {wrong:?}", wrong.len(), lines_of.len().div_ceil(lines));
    let whole = guess(&encoded(&text, encoding));
    assert_eq!(whole[0].confidence, Confidence::Probable, "{whole:?}");
}

#[test]
fn russian_is_found_in_each_of_its_encodings_by_a_line_alone() {
    for encoding in ["windows-1251", "koi8-r", "iso-8859-5", "ibm866"] {
        check("russian", encoding, 1);
    }
}

#[test]
fn arabic_and_persian_are_found_by_a_line_alone() {
    check("arabic", "windows-1256", 1);
    check("persian", "windows-1256", 1);
}

#[test]
fn turkish_is_not_taken_for_a_western_language() {
    check("turkish", "windows-1254", 1);
}

#[test]
fn azerbaijani_without_its_schwa_is_taken_for_turkish() {
    check("azerbaijani-latin", "windows-1254", 1);
}

#[test]
fn hebrew_and_thai_are_found_by_a_line_alone() {
    check("hebrew", "windows-1255", 1);
    check("thai", "windows-874", 1);
}

#[test]
fn western_languages_are_found() {
    for text in [
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt und sollen einander im Geiste der Brüderlichkeit begegnen. Jeder hat Anspruch auf die in dieser Erklärung verkündeten Rechte und Freiheiten ohne irgendeinen Unterschied, etwa nach Rasse, Hautfarbe, Geschlecht, Sprache, Religion, politischer oder sonstiger Überzeugung.",
        "Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité.",
        "Todos los seres humanos nacen libres e iguales en dignidad y derechos y, dotados como están de razón y conciencia, deben comportarse fraternalmente los unos con los otros. Toda persona tiene los derechos y libertades proclamados en esta Declaración, sin distinción alguna de raza, color, sexo, idioma, religión, opinión política.",
        "Todas as pessoas nascem livres e iguais em dignidade e direitos. São dotadas de razão e consciência e devem agir em relação umas às outras com espírito de fraternidade. Não será tampouco feita qualquer distinção fundada na condição política, jurídica ou internacional do país.",
        "Alla människor är födda fria och lika i värde och rättigheter. De är utrustade med förnuft och samvete och bör handla gentemot varandra i en anda av broderskap.",
    ] {
        let found = guess(&encoded(text, "windows-1252"));
        assert_eq!(found[0].encoding, "windows-1252", "{text}");
    }
}

#[test]
fn capitals_alone_are_guessed_as_well() {
    let text = "ВСЕОБЩАЯ ДЕКЛАРАЦИЯ ПРАВ ЧЕЛОВЕКА ПРИНЯТА И ПРОВОЗГЛАШЕНА ГЕНЕРАЛЬНОЙ АССАМБЛЕЕЙ";
    for encoding in ["windows-1251", "koi8-r", "iso-8859-5", "ibm866"] {
        assert_eq!(guess(&encoded(text, encoding))[0].encoding, encoding);
    }
}

#[test]
fn little_text_is_never_called_probable() {
    for text in ["caf\u{e9}", "Да.", "ı"] {
        for encoding in ["windows-1251", "windows-1252", "windows-1254"] {
            let found = guess(&encoded(&fitting(text, encoding), encoding));
            assert!(found.iter().all(|guess| guess.confidence == Confidence::Possible), "{text}: {found:?}");
        }
    }
    assert_eq!(guess(b""), []);
}

#[test]
fn what_it_does_not_know_it_does_not_call_probable() {
    let chinese = read("chinese-simplified");
    for (text, encoding) in [(&chinese, "gb18030"), (&read("chinese-traditional"), "big5")] {
        let found = guess(&encoded(&fitting(text, encoding), encoding));
        assert!(found.iter().all(|guess| guess.confidence == Confidence::Possible), "{encoding}: {found:?}");
    }
    let mut noise = Vec::new();
    let mut state = 7_u32;
    for _ in 0..4_000 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        noise.push((state >> 24) as u8);
    }
    assert_eq!(guess(&noise), []);
}

#[test]
fn the_schwa_is_in_none_of_the_legacy_encodings() {
    for encoding in ["windows-1251", "windows-1252", "windows-1254", "koi8-r", "iso-8859-5"] {
        assert_eq!(fitting("ə", encoding), "", "{encoding}");
    }
}
