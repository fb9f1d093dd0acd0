//! What holds for the recogniser whatever the text is: it never panics, its references
//! stand in order and apart, and the same text gives the same result.

use glossator::legal::packed::{pack, unpack};
use glossator::legal::{Options, Table, recognise};
use glossator::text::Text;
use std::fs;
use std::path::Path;

/// A generator that gives the same numbers in each run: xorshift64*.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % below.max(1)
    }
}

const FORMS: &str = "Articles 7 (1) (d) and 8 (2) (b) (iv) and (e) (ii) of the Rome Statute. Resolution 1244’ (1999); \
    A/RES/48/258 A-C, S/26000 and Add. 1-3 Case of X v. Y [GC], nos. 34044/96 and 1/2, §§ 100-01, ECHR 2003-VIII \
    Nicaragua (Nicaragua v. Honduras), I.C.J. Reports 1986 (I), p. 14. UNTS no. 1, vol. 2; Regulation (EU) 2016/679 \
    第十九條至第二十三條 第217A(III)号决议 ECLI:CE:ECHR:2015:0616JUD001321605 IT-94-1-A the Convention of 1984, art.l \
    para. 2 thereof; Ibid., art. 9 (hereinafter “the Convention”) its Optional Protocol and Protocols thereto \
    Artic1e 73 e of the Charter of 9 December l948, E/2019/32 (Part I), S/PV-300, part numbers A/61/10 and A/61/12 \
    Protocol No 22 on the position of Denmark, Convention of 15 November 1965 on the Service Abroad, CA 3, AP II, \
    Whaling (Australia v. Japan: New Zealand intervening), C-402/05 P, para. 83.12, general comments No. 4 (1991) \
    [1949] ICJ Rep 4; (Advisory Opinion) [1996] ICJ Rep 226; 1986 ICJ Reports 14; EU:C:2014:238; PCIJ Series A No 10 \
    its Article 3 of the Fourth, the treaty’s Article 5 (art. 7) paragraphe 1 d), Second Phase, 8 of the ILC’s Articles \
    articles 6 of the ICCPR and 2 of the ECHR; the 1951 Convention and the 1967 Protocol; Advisory Opinion OC-17/02 \
    four Security Council resolutions 217 ألف (د-3) Geneva Convention (IV) common article 3 \
    4 UN resolutions (822, 853), resolutions # 1, № 2; UA USA 2/2018, OL/CHN18/2019; Articles 2 (right to life), 3 and 13 \
    Art 1 P1; general comment No. 35 on liberty, para. 3, and No. 4; Convention IV, Art. 49 of Chapter II of the Charter \
    Articles 50, 51, 130 and 147 of the four Geneva Conventions; First Protocol (1954) ст. 3, общая для резолюции СБ ООН \
    Directive 2005/60/EC this Directive this Directive Article 7 of that Directive; Article 95 thereof; Kudła, cited above, § 157 \
    Article XII of the Annex to the Statute of the ILOAT; the Tribunal’s Statute; of Article 6 § 1 and of Article 13 https://x.org/A/RES/62/243 \
    Prosecutor v. Bemba, Kilolo, Mangenda (ICC-01/05-01/13) (Transcript) ICC-01/05-01/13-T-1; CONVENTION WITH RESPECT TO";

/// Pieces of real texts and of made-up forms, in each of which something is changed.
fn mutated(rounds: u64) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/legal/texts");
    let names = [
        "t06_unsc_674_1990",
        "t10_vclt_zh_hant",
        "t2_udhr_arb",
        "t15_un_cedaw_gr30_conflict",
        "t08_ap1_1977_en",
    ];
    let mut sources: Vec<Vec<char>> = vec![FORMS.chars().collect()];
    for name in names {
        let path = folder.join(format!("{name}.txt"));
        sources.push(fs::read_to_string(&path).expect("the text is there").chars().collect());
    }
    let odd: Vec<char> =
        "()[].,;:-/§¶'\"“”’ \n\n\t0123456789IVXaA第條至、《》\u{ad}\u{200d}ﬁ٥ß\u{301}😀İ*".chars().collect();
    let table = Table::embedded();
    for round in 0..rounds {
        let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15 ^ (round + 1));
        let source = &sources[numbers.next(sources.len())];
        let start = numbers.next(source.len());
        let length = 20 + numbers.next(400);
        let mut text: Vec<char> = source[start..source.len().min(start + length)].to_vec();
        for _ in 0..1 + numbers.next(12) {
            let at = numbers.next(text.len() + 1);
            match numbers.next(4) {
                0 if at < text.len() => drop(text.remove(at)),
                1 if at < text.len() => text[at] = odd[numbers.next(odd.len())],
                2 => {
                    let other = &sources[numbers.next(sources.len())];
                    let from = numbers.next(other.len());
                    let piece = other[from..other.len().min(from + numbers.next(30))].to_vec();
                    text.splice(at..at, piece);
                }
                _ => text.insert(at, odd[numbers.next(odd.len())]),
            }
        }
        let text: String = text.into_iter().collect();
        let taken = Text::new(&text).expect("it is short");
        let found = recognise(&taken, &table, &Options { vague: round % 2 == 0 });
        let mut last = 0;
        for one in &found {
            let (start, end) = (one.span.start().get(), one.span.end().get());
            assert!(last <= start && start < end && end <= taken.length().get(), "round {round}: {text}");
            last = end;
        }
    }
}

#[test]
fn no_text_makes_it_panic() {
    mutated(2_000);
}

/// What looks back finds the beginning of the text there.
#[test]
fn a_text_may_begin_anywhere() {
    let table = Table::embedded();
    for (start, _) in FORMS.char_indices() {
        let text = Text::new(&FORMS[start..]).expect("it is short");
        recognise(&text, &table, &Options { vague: true });
    }
}

#[test]
fn no_text_makes_it_panic_in_the_long_run() {
    if std::env::var_os("GLOSSATOR_LONG").is_some() {
        mutated(100_000);
    }
}

#[test]
fn the_same_text_gives_the_same_references() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/legal/texts/t16_un_sr_torture_e_cn4_1986_15_ocr.txt");
    let text = Text::new(&fs::read_to_string(path).expect("the text is there")).expect("it is short");
    let first = recognise(&text, &Table::embedded(), &Options::default());
    assert!(first.len() > 100);
    assert_eq!(first, recognise(&text, &Table::embedded(), &Options::default()));
}

#[test]
fn texts_without_words_have_none() {
    let table = Table::embedded();
    for text in ["", " ", "\n\n", "(", "§", "第", "v.", "A/", "Article", "《》", "\u{ad}"] {
        assert!(
            recognise(&Text::new(text).expect("it is short"), &table, &Options::default()).is_empty(),
            "{text}"
        );
    }
}

/// Repeats of one form, which would be slow if anything looked back to the beginning.
#[test]
fn time_grows_with_the_length_of_the_text() {
    let table = Table::embedded();
    for form in [
        "Article 5 ",
        "First Convention ",
        "the Convention (",
        "(a) and ",
        "resolution 62/1, ",
        "Convention on the Rights of the Convention on ",
        "Geneva Convention ",
        "X v. Y v. ",
        "第一至",
        "S/1-",
    ] {
        let text = Text::new(&form.repeat(300_000 / form.len())).expect("it is short");
        let found = recognise(&text, &table, &Options::default());
        assert!(found.len() < 300_000);
    }
}

#[test]
fn what_is_packed_is_read_again() {
    let mut numbers = Numbers(0x5eed);
    let noise: Vec<u8> = (0..3000).map(|_| numbers.next(256) as u8).collect();
    let same = [b'a'; 3000];
    for text in [&b""[..], b"a", FORMS.as_bytes(), &noise, &same, &[0; 9], &[255; 9]] {
        assert!(unpack(&pack(text)) == text, "{} bytes", text.len());
    }
    let other = unpack(&[0, 0x40, 0, 1, 2, 3]);
    assert_eq!(other.len(), 0x4000, "what was never packed ends too");
}

#[test]
fn the_packed_table_is_the_text_beside_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/legal");
    let read = |name: &str| fs::read(folder.join(name)).expect("it is there");
    assert!(
        unpack(&read("instruments.packed")) == read("instruments.txt"),
        "script/legal-table writes both anew"
    );
}
