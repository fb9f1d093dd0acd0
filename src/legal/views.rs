//! Whose a document of a committee is that names neither the committee nor its treaty: views on communications of
//! individuals, which say *the Convention*, *the Optional Protocol* and *article 7* throughout, and older comments.

/// What the documents of each committee speak of, with how much it weighs: counted over some 3,700 of them, of which 20 are
/// taken for another committee's and 40 stay open.
const OF_CONVENTIONS: &str = "CAT 4omplainant;CAT 9rticle 22;CAT 2tortur;CEDAW 9women;CEDAW 9iscrimination against w;\
    CEDAW 9rticle 4 (1);CERD 9racia;CERD 1etitioner;CRPD 9isabilit;CRPD 9rticle 2 (e) of the O;CRC 1child;CRC 6rticle 7 (;\
    CRC 9best interests;CED 3isappear";
const OF_COVENANTS: &str = "CCPR 1Civil and Pol;CCPR 1Human Rights Comm;CCPR 4rticle 5 (2);CCPR 4rticle 5, para;\
    CCPR 4rticles 2 and 5;CCPR 2rticle 14;CCPR 2rticle 17;CCPR 2rticle 26;CCPR 2rticle 19;CCPR 2rticle 2 of;CCPR 1rticle 27;\
    CCPR 1detention;CCPR 1emergenc;CESCR 3Economic, Soc;CESCR 2rticle 11;CESCR 2rticle 3 (;CESCR 2conomic, social;\
    CESCR 2rogressive";

/// So many bytes tell it.
const ENOUGH: usize = 60_000;

/// The committee to which a communication was addressed, where a text is its views on one.
pub(super) fn committee_of_views(text: &str) -> Option<&'static str> {
    let text = &text[..text.floor_char_boundary(ENOUGH)];
    let count = |words: &str| text.matches(words).count();
    if count("the State party") + count("the State Party") < 3
        || is_of_rapporteur(text)
        || count("he author") + count("omplainant") + count("etitioner") < 3
        || count("ommunication") + count("omplaint") < 2
    {
        return None;
    }
    // The older views of the Human Rights Committee speak of nothing else.
    committee_of_words(text).or_else(|| says_covenant(text).then_some("CCPR"))
}

/// The committee whose document a text is, by what it speaks of.
pub(super) fn committee_of_words(text: &str) -> Option<&'static str> {
    let text = &text[..text.floor_char_boundary(ENOUGH)];
    if is_of_rapporteur(text) {
        return None;
    }
    let all = if says_covenant(text) { OF_COVENANTS } else { OF_CONVENTIONS };
    let mut sums: Vec<(usize, &str)> = Vec::new();
    for one in all.split(';') {
        let (body, words) = one.split_once(' ')?;
        let weight = usize::from(words.as_bytes()[0] - b'0') * text.matches(&words[1..]).count();
        match sums.iter_mut().find(|(_, other)| *other == body) {
            Some((sum, _)) => *sum += weight,
            None => sums.push((weight, body)),
        }
    }
    sums.sort_unstable();
    let [.., (second, _), (first, body)] = sums[..] else { return None };
    (first > second + second / 2).then_some(body)
}

fn is_of_rapporteur(text: &str) -> bool {
    text.matches("Special Rapporteur").count() > text.matches("the Committee").count()
}

fn says_covenant(text: &str) -> bool {
    text.matches("Covenant").count() > text.matches("the Convention").count()
}
