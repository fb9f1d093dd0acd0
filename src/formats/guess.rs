//! A guess at the encoding of a text that does not say it: which letters would be
//! how frequent, and whether capitals stand where capitals stand. It is no more
//! than a guess, and nothing is read by it that a person has not looked at.
//!
//! It knows one-byte encodings only. Chinese, Japanese and Korean ones share
//! nearly all of their bytes with each other, and are left to the person.

/// How far a guess can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// There is little text, or another encoding reads nearly as well.
    Possible,
    /// No other encoding comes near.
    Probable,
}

/// An encoding in which a text may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// Its name in the WHATWG Encoding Standard.
    pub encoding: &'static str,
    /// How far it can be relied on.
    pub confidence: Confidence,
}

/// How a language looks in an encoding, its bytes beyond ASCII alone.
struct Model {
    encoding: &'static str,
    /// Small letters, the commonest first.
    letters: &'static [u8],
    /// Their capitals in the same order, or 0.
    capitals: &'static [u8],
    /// Quotation marks, dashes and the like.
    signs: &'static [u8],
    /// What the commonest letter costs, in thousandths of a nat.
    base: u32,
    /// After how many letters each is e times rarer.
    spread: u32,
    /// Its letters stand among those of ASCII.
    is_latin: bool,
}

/// What a byte costs that no text of the language would have.
const STRANGE: u32 = 9_000;

/// What a text may cost in the mean, byte by byte, to be of a language.
const PLAUSIBLE: u32 = 4_200;

/// How much dearer every other encoding has to be.
const CLEAR: u32 = 12_000;

/// Fewer bytes beyond ASCII say too little.
const ENOUGH: u32 = 6;

/// As much of a text is looked at, in bytes.
const LONGEST: usize = 1 << 16;

/// What a byte is in a model.
#[derive(Clone, Copy, PartialEq)]
enum Seen {
    Small(u32),
    Capital(u32),
    Sign,
    Strange,
}

impl Model {
    fn table(&self) -> [Seen; 256] {
        let mut table = [Seen::Strange; 256];
        for (letters, seen) in
            [(self.capitals, Seen::Capital as fn(u32) -> Seen), (self.letters, Seen::Small)]
        {
            for (letter, rank) in letters.iter().zip(0..) {
                table[usize::from(*letter)] = seen(rank);
            }
        }
        self.signs.iter().for_each(|sign| table[usize::from(*sign)] = Seen::Sign);
        for letter in b'a'..=b'z' {
            table[usize::from(letter)] = Seen::Small(0);
            table[usize::from(letter.to_ascii_uppercase())] = Seen::Capital(0);
        }
        table
    }

    /// What the bytes beyond ASCII cost together, and how many they are.
    fn cost(&self, bytes: &[u8]) -> (u32, u32) {
        let table = self.table();
        let (mut sum, mut count) = (0, 0);
        let mut before = b' ';
        for byte in bytes {
            let last = table[usize::from(before)];
            if *byte >= 0x80 {
                count += 1;
                sum += self.cost_of(table[usize::from(*byte)], last, before);
            } else if byte.is_ascii_alphabetic() && before >= 0x80 && !self.is_latin && last != Seen::Sign {
                sum += 3_000;
            }
            before = *byte;
        }
        (sum, count)
    }

    fn cost_of(&self, seen: Seen, last: Seen, before: u8) -> u32 {
        let (rank, is_capital) = match seen {
            Seen::Strange => return STRANGE,
            Seen::Sign => return 4_000,
            Seen::Small(rank) => (rank, false),
            Seen::Capital(rank) => (rank, true),
        };
        let case = match last {
            Seen::Small(_) if is_capital => 6_000,
            Seen::Capital(_) if is_capital => 100,
            _ if is_capital => 1_200,
            _ => 0,
        };
        // Accented letters seldom touch; letters of another script seldom touch Latin ones.
        let touches = matches!(last, Seen::Small(_) | Seen::Capital(_));
        let company = match self.is_latin {
            true if touches && before >= 0x80 => 3_000,
            false if touches && before.is_ascii_alphabetic() => 3_000,
            _ => 0,
        };
        self.base + 1_000 * rank / self.spread + case + company
    }
}

/// The encodings in which these bytes can be a text, the likeliest first; none
/// where nothing can be said.
pub fn guess(bytes: &[u8]) -> Vec<Guess> {
    let bytes = &bytes[..bytes.len().min(LONGEST)];
    let mut ranked: Vec<(u32, &'static str)> = Vec::new();
    let mut count = 0;
    for model in MODELS {
        let (cost, seen) = model.cost(bytes);
        count = seen;
        if cost > PLAUSIBLE.saturating_mul(seen) {
            continue;
        }
        match ranked.iter_mut().find(|(_, encoding)| *encoding == model.encoding) {
            Some((best, _)) => *best = cost.min(*best),
            None => ranked.push((cost, model.encoding)),
        }
    }
    if count == 0 {
        return Vec::new();
    }
    ranked.sort_unstable();
    let is_clear = count >= ENOUGH
        && match *ranked {
            [(best, _), (next, _), ..] => next - best >= CLEAR,
            [_] => true,
            [] => false,
        };
    let guess = |(at, (_, encoding)): (usize, (u32, &'static str))| Guess {
        encoding,
        confidence: if at == 0 && is_clear { Confidence::Probable } else { Confidence::Possible },
    };
    ranked.into_iter().enumerate().map(guess).collect()
}

/// The commonest letters by the Universal Declaration of Human Rights in each
/// language, where it was at hand, else by common knowledge.
#[rustfmt::skip]
const MODELS: &[Model] = &[
    Model {
        encoding: "windows-1251",
        // Russian: оеиантвсрлдпмкябуыьгчжйзхющцшэфъёіїєґў
        letters: b"\xee\xe5\xe8\xe0\xed\xf2\xe2\xf1\xf0\xeb\xe4\xef\xec\xea\xff\xe1\xf3\xfb\xfc\xe3\xf7\xe6\xe9\xe7\xf5\xfe\xf9\xf6\xf8\xfd\xf4\xfa\xb8\xb3\xbf\xba\xb4\xa2",
        capitals: b"\xce\xc5\xc8\xc0\xcd\xd2\xc2\xd1\xd0\xcb\xc4\xcf\xcc\xca\xdf\xc1\xd3\xdb\xdc\xc3\xd7\xc6\xc9\xc7\xd5\xde\xd9\xd6\xd8\xdd\xd4\xda\xa8\xb2\xaf\xaa\xa5\xa1",
        signs: b"\xab\xbb\x93\x94\x84\x91\x92\x96\x97\x85\xb9\xa7\xb0\xa0\x95",
        base: 2303,
        spread: 10,
        is_latin: false,
    },
    Model {
        encoding: "koi8-r",
        // Russian: оеиантвсрлдпмкябуыьгчжйзхющцшэфъё
        letters: b"\xcf\xc5\xc9\xc1\xce\xd4\xd7\xd3\xd2\xcc\xc4\xd0\xcd\xcb\xd1\xc2\xd5\xd9\xd8\xc7\xde\xd6\xca\xda\xc8\xc0\xdd\xc3\xdb\xdc\xc6\xdf\xa3",
        capitals: b"\xef\xe5\xe9\xe1\xee\xf4\xf7\xf3\xf2\xec\xe4\xf0\xed\xeb\xf1\xe2\xf5\xf9\xf8\xe7\xfe\xf6\xea\xfa\xe8\xe0\xfd\xe3\xfb\xfc\xe6\xff\xb3",
        signs: b"\x9c\x9a",
        base: 2079,
        spread: 8,
        is_latin: false,
    },
    Model {
        encoding: "iso-8859-5",
        // Russian: оеиантвсрлдпмкябуыьгчжйзхющцшэфъё
        letters: b"\xde\xd5\xd8\xd0\xdd\xe2\xd2\xe1\xe0\xdb\xd4\xdf\xdc\xda\xef\xd1\xe3\xeb\xec\xd3\xe7\xd6\xd9\xd7\xe5\xee\xe9\xe6\xe8\xed\xe4\xea\xf1",
        capitals: b"\xbe\xb5\xb8\xb0\xbd\xc2\xb2\xc1\xc0\xbb\xb4\xbf\xbc\xba\xcf\xb1\xc3\xcb\xcc\xb3\xc7\xb6\xb9\xb7\xc5\xce\xc9\xc6\xc8\xcd\xc4\xca\xa1",
        signs: b"\xf0\xfd\xa0",
        base: 2079,
        spread: 8,
        is_latin: false,
    },
    Model {
        encoding: "ibm866",
        // Russian: оеиантвсрлдпмкябуыьгчжйзхющцшэфъё
        letters: b"\xae\xa5\xa8\xa0\xad\xe2\xa2\xe1\xe0\xab\xa4\xaf\xac\xaa\xef\xa1\xe3\xeb\xec\xa3\xe7\xa6\xa9\xa7\xe5\xee\xe9\xe6\xe8\xed\xe4\xea\xf1",
        capitals: b"\x8e\x85\x88\x80\x8d\x92\x82\x91\x90\x8b\x84\x8f\x8c\x8a\x9f\x81\x93\x9b\x9c\x83\x97\x86\x89\x87\x95\x9e\x99\x96\x98\x9d\x94\x9a\xf0",
        signs: b"\xfc\xf8\xff",
        base: 2079,
        spread: 8,
        is_latin: false,
    },
    Model {
        encoding: "windows-1256",
        // Arabic and Persian: اليموتنرهبدةعقسكحفأشجخصضطىذزءئإظغثآؤپگچکژ
        letters: b"\xc7\xe1\xed\xe3\xe6\xca\xe4\xd1\xe5\xc8\xcf\xc9\xda\xde\xd3\xdf\xcd\xdd\xc3\xd4\xcc\xce\xd5\xd6\xd8\xec\xd0\xd2\xc1\xc6\xc5\xd9\xdb\xcb\xc2\xc4\x81\x90\x8d\x98\x8e",
        capitals: b"",
        signs: b"\xab\xbb\x93\x94\x84\x91\x92\x96\x97\x85\xa7\xb0\xa0\x95\xa1\xba\xbf",
        base: 2303,
        spread: 10,
        is_latin: false,
    },
    Model {
        encoding: "windows-1255",
        // Hebrew: ויהלאתבשרכדמעחםנזפסןקגצטףךץ
        letters: b"\xe5\xe9\xe4\xec\xe0\xfa\xe1\xf9\xf8\xeb\xe3\xee\xf2\xe7\xed\xf0\xe6\xf4\xf1\xef\xf7\xe2\xf6\xe8\xf3\xea\xf5",
        capitals: b"",
        signs: b"\xab\xbb\x93\x94\x84\x91\x92\x96\x97\x85\xa7\xb0\xa0\x95",
        base: 1946,
        spread: 7,
        is_latin: false,
    },
    Model {
        encoding: "windows-1253",
        // Greek: ατονιεσρκπυμςληάίόέδήγύχθώφβξζψϊΐϋΰ
        letters: b"\xe1\xf4\xef\xed\xe9\xe5\xf3\xf1\xea\xf0\xf5\xec\xf2\xeb\xe7\xdc\xdf\xfc\xdd\xe4\xde\xe3\xfd\xf7\xe8\xfe\xf6\xe2\xee\xe6\xf8\xfa\xc0\xfb\xe0",
        capitals: b"\xc1\xd4\xcf\xcd\xc9\xc5\xd3\xd1\xca\xd0\xd5\xcc\xd3\xcb\xc7\xa2\xba\xbc\xb8\xc4\xb9\xc3\xbe\xd7\xc8\xbf\xd6\xc2\xce\xc6\xd8\xda\x00\xdb\x00",
        signs: b"\xab\xbb\x93\x94\x84\x91\x92\x96\x97\x85\xa7\xb0\xa0\x95",
        base: 2197,
        spread: 9,
        is_latin: false,
    },
    Model {
        encoding: "windows-874",
        // Thai: ารนกอมงท่ะีดส้เิลั์คยวตแหุจ็ปบใึขชธไืพำศูโถภษญผๆฏฐณซฎฒฉฝฟฬฮ
        letters: b"\xd2\xc3\xb9\xa1\xcd\xc1\xa7\xb7\xe8\xd0\xd5\xb4\xca\xe9\xe0\xd4\xc5\xd1\xec\xa4\xc2\xc7\xb5\xe1\xcb\xd8\xa8\xe7\xbb\xba\xe3\xd6\xa2\xaa\xb8\xe4\xd7\xbe\xd3\xc8\xd9\xe2\xb6\xc0\xc9\xad\xbc\xe6\xaf\xb0\xb3\xab\xae\xb2\xa9\xbd\xbf\xcc\xce",
        capitals: b"",
        signs: b"\x93\x94\x91\x92\x96\x97\x85\xa0\x95",
        base: 2708,
        spread: 15,
        is_latin: false,
    },
    Model {
        encoding: "windows-1254",
        // Turkish: ıüşğçöiâäî
        letters: b"\xfd\xfc\xfe\xf0\xe7\xf6\x00\xe2\xe4\xee",
        capitals: b"\x00\xdc\xde\xd0\xc7\xd6\xdd\xc2\xc4\xce",
        signs: b"\xab\xbb\x93\x94\x84\x91\x92\x96\x97\x85\xa7\xb0\xa0\x95",
        base: 693,
        spread: 2,
        is_latin: true,
    },
    Model {
        encoding: "windows-1252",
        // German: üäöß
        letters: b"\xfc\xe4\xf6\xdf",
        capitals: b"\xdc\xc4\xd6\x00",
        signs: b"\xab\xbb\x93\x94\x84\x91\x92\x96\x97\x85\xa7\xb0\xa0\x95",
        base: 693,
        spread: 2,
        is_latin: true,
    },
    Model {
        encoding: "windows-1252",
        // French: éàèêçôîûâùïëœ
        letters: b"\xe9\xe0\xe8\xea\xe7\xf4\xee\xfb\xe2\xf9\xef\xeb\x9c",
        capitals: b"\xc9\xc0\xc8\xca\xc7\xd4\xce\xdb\xc2\xd9\xcf\xcb\x8c",
        signs: b"\xab\xbb\x93\x94\x84\x91\x92\x96\x97\x85\xa7\xb0\xa0\x95",
        base: 1099,
        spread: 3,
        is_latin: true,
    },
    Model {
        encoding: "windows-1252",
        // Spanish and Portuguese: óáíéñãçúêõâüà
        letters: b"\xf3\xe1\xed\xe9\xf1\xe3\xe7\xfa\xea\xf5\xe2\xfc\xe0",
        capitals: b"\xd3\xc1\xcd\xc9\xd1\xc3\xc7\xda\xca\xd5\xc2\xdc\xc0",
        signs: b"\xab\xbb\x93\x94\x84\x91\x92\x96\x97\x85\xa7\xb0\xa0\x95",
        base: 1099,
        spread: 3,
        is_latin: true,
    },
    Model {
        encoding: "windows-1252",
        // the Nordic languages: äöåøæéóáíðþúý
        letters: b"\xe4\xf6\xe5\xf8\xe6\xe9\xf3\xe1\xed\xf0\xfe\xfa\xfd",
        capitals: b"\xc4\xd6\xc5\xd8\xc6\xc9\xd3\xc1\xcd\xd0\xde\xda\xdd",
        signs: b"\xab\xbb\x93\x94\x84\x91\x92\x96\x97\x85\xa7\xb0\xa0\x95",
        base: 1099,
        spread: 3,
        is_latin: true,
    },
    Model {
        encoding: "windows-1252",
        // Italian and Dutch: èàùòéìëïö
        letters: b"\xe8\xe0\xf9\xf2\xe9\xec\xeb\xef\xf6",
        capitals: b"\xc8\xc0\xd9\xd2\xc9\xcc\xcb\xcf\xd6",
        signs: b"\xab\xbb\x93\x94\x84\x91\x92\x96\x97\x85\xa7\xb0\xa0\x95",
        base: 1099,
        spread: 3,
        is_latin: true,
    },];
