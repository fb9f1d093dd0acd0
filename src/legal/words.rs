//! The vocabulary: the words that the grammar and the table's names are made of,
//! each with a number, so that a text's words are looked up once.

/// The words of the grammar, in the order of their numbers.
macro_rules! grammar {
    ($($name:ident = $word:literal,)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, dead_code)]
        enum Order { NOTHING, $($name,)* }
        /// The numbers of the words of the grammar. Of a range only the ends are named elsewhere.
        #[allow(dead_code)]
        pub(super) mod w {
            use super::Order;
            $(pub const $name: u16 = Order::$name as u16;)*
        }
        /// All of them, each behind a space: a row of them would weigh twice as much.
        const GRAMMAR: &str = concat!($(" ", $word),*);
    };
}

grammar! {
    ARTICLE = "article", ARTICLES = "articles", ART = "art", ARTS = "arts",
    RULE = "rule", RULES = "rules", PRINCIPLE = "principle", PRINCIPLES = "principles",
    SECTION = "section", SECTIONS = "sections", CHAPTER = "chapter", CHAPTERS = "chapters",
    TITLE = "title", PART = "part", PARTS = "parts", ANNEX = "annex", ANNEXES = "annexes",
    PREAMBLE = "preamble", PREAMBULAR = "preambular", OPERATIVE = "operative", OP = "op",
    PARAGRAPH = "paragraph", PARAGRAPHS = "paragraphs", PARA = "para", PARAS = "paras", PAR = "par",
    SUBPARAGRAPH = "subparagraph", SUBPARAGRAPHS = "subparagraphs",
    SUBPARA = "subpara", POINT = "point", POINTS = "points", LETTER = "letter", LIT = "lit",
    INDENT = "indent", BIS = "bis", TER = "ter", QUATER = "quater",
    OF = "of", IN = "in", TO = "to", UNDER = "under", THE = "the", THIS = "this", THAT = "that",
    THESE = "these", THOSE = "those", SAID = "said", SAME = "same", ITS = "its", BOTH = "both",
    THEIR = "their", PRESENT = "present", AND = "and", OR = "or", BY = "by", ON = "on", FOR = "for",
    WITH = "with", AS = "as", A = "a", AT = "at", FROM = "from", AGAINST = "against",
    COMMON = "common", THEREOF = "thereof", THERETO = "thereto", IBID = "ibid",
    ABOVEMENTIONED = "abovementioned", AFOREMENTIONED = "aforementioned", SEE = "see",
    CONVENTION = "convention", CONVENTIONS = "conventions", COVENANT = "covenant", COVENANTS = "covenants",
    PROTOCOL = "protocol", PROTOCOLS = "protocols", DECLARATION = "declaration", CHARTER = "charter",
    STATUTE = "statute", TREATY = "treaty", REGULATIONS = "regulations",
    OPTIONAL = "optional", ADDITIONAL = "additional", DRAFT = "draft",
    FIRST = "first", SECOND = "second", THIRD = "third", FOURTH = "fourth", FIFTH = "fifth",
    SIXTH = "sixth", ONE = "one", TWO = "two", THREE = "three", FOUR = "four", FIVE = "five", SIX = "six",
    SEVEN = "seven", EIGHT = "eight", NINE = "nine", TEN = "ten", ELEVEN = "eleven", TWELVE = "twelve",
    RESOLUTION = "resolution", RESOLUTIONS = "resolutions", RES = "res", DECISION = "decision",
    DECISIONS = "decisions", UNSCR = "unscr", SCR = "scr", NO = "no", NOS = "nos", N = "n", NUMBER = "number",
    SECURITY = "security", COUNCIL = "council", GENERAL = "general", ASSEMBLY = "assembly",
    HUMAN = "human", RIGHTS = "rights", ECONOMIC = "economic", SOCIAL = "social", COMMISSION = "commission",
    UN = "un", UNITED = "united", NATIONS = "nations", UNSC = "unsc", SC = "sc", S = "s", C = "c", G = "g",
    GA = "ga", UNGA = "unga", HRC = "hrc", UNHRC = "unhrc", ECOSOC = "ecosoc", DATED = "dated",
    ADOPTED = "adopted", PASSED = "passed", COMMENT = "comment", COMMENTS = "comments",
    RECOMMENDATION = "recommendation", RECOMMENDATIONS = "recommendations", COMMITTEE = "committee",
    COMMUNICATION = "communication", COMMUNICATIONS = "communications",
    V = "v", VS = "vs", CASE = "case", JUDGMENT = "judgment", JUDGEMENT = "judgement", ORDER = "order",
    ADVISORY = "advisory", REPORTS = "reports", REP = "rep", SERIES = "series",
    ECHR = "echr", APPLICATION = "application", APPLICATIONS = "applications",
    P = "p", PP = "pp", PAGE = "page", VOL = "vol", VOLUME = "volume", UNTS = "unts", LNTS = "lnts",
    ETS = "ets", CETS = "cets", ECLI = "ecli", ICJ = "icj", PCIJ = "pcij", LIST = "list",
    REGULATION = "regulation", DIRECTIVE = "directive", EU = "eu", EC = "ec", EEC = "eec",
    FRAMEWORK = "framework", INTERNATIONAL = "international",
    HUMANITARIAN = "humanitarian", LAW = "law", STUDY = "study",
    CONSTITUTION = "constitution", CODE = "code", ACT = "act", DECREE = "decree", ORDINANCE = "ordinance",
    JANUARY = "january", FEBRUARY = "february", MARCH = "march", APRIL = "april", MAY = "may", JUNE = "june",
    JULY = "july", AUGUST = "august", SEPTEMBER = "september", OCTOBER = "october", NOVEMBER = "november",
    DECEMBER = "december", HEREINAFTER = "hereinafter", HEREAFTER = "hereafter",
    MEANS = "means", MEAN = "mean",
    CONCERNING = "concerning", RELATING = "relating", ADD = "add", CORR = "corr",
    REV = "rev", COURT = "court", RELEVANT = "relevant", OTHER = "other",
    EARLIER = "earlier", PREVIOUS = "previous", SUCH = "such", WAR = "war", LAWS = "laws",
    INSTRUMENTS = "instruments", TREATIES = "treaties", ASSEMBLEE = "assemblée",
    RESOLUTION_FR = "résolution", RESOLUTIONS_FR = "résolutions", RESOLUCION = "resolución",
    RESOLUCIONES = "resoluciones", QARAR = "قرار", REPORT = "report",
    REZOLYUTSI = "резолюци*", SOVET = "совет*", BEZOPASNOSTI = "безопасност*", GENERALN = "генеральн*",
    ASSAMBLE = "ассамбле*", CONSEIL = "conseil", SECURITE = "sécurité", GENERALE = "générale",
    CONSEJO = "consejo", SEGURIDAD = "seguridad", ASAMBLEA = "asamblea", MAJLIS = "مجلس", AMN = "الأمن",
    JAMIYA = "الجمعية", AMMA = "العامة", QATNAME = "qətnamə*", SURA = "şura*", SICHERHEITSRAT = "sicherheitsrat*",
    DE = "de", OT = "от", DU = "du", VOM = "vom", DES = "des", GODA = "года", DEL = "del",
    MUARRAKH = "المؤرخ", QARAR_AL = "القرار", QARARAT = "قرارات",
    INTO = "into", UPON = "upon", WITHIN = "within", PURSUANT = "pursuant",
    AGREEMENT = "agreement", GUIDELINES = "guidelines", ACCORD = "accord", ACCORDS = "accords", CITED = "cited", ABOVE = "above",
    BETWEEN = "between", ET = "et", AL = "al", CASES = "cases",
    ARTICULO = "artículo", ARTICULOS = "artículos", ARTIKEL = "artikel", ARTIKELN = "artikeln", ST = "ст", ARTICOLO = "articolo",
    ARTIGO = "artigo", MADDA = "المادة", CHAPITRE = "chapitre", CAPITULO = "capítulo", KAPITEL = "kapitel",
    PARAGRAPHE = "paragraphe", PARAGRAPHES = "paragraphes", PARRAFO = "párrafo", PARRAFOS = "párrafos",
    ABSATZ = "absatz", REGLE = "règle", REGLA = "regla", PRINCIPIO = "principio", ABS = "abs",
    STATYA = "стать*", HODVATS = "հոդված*", GLAVA = "глав*", PUNKT = "пункт*",
    QARARUHU = "قراره", QARARATUHU = "قراراته", AL_QARARAT = "القرارات",
    LIL_MADDA = "للمادة", BIL_MADDA = "بالمادة", MAWAD = "المواد", MADDATAIN = "المادتين",
    PREAMBULE = "préambule", PREAMBULO = "preámbulo",
    APPLICANT = "applicant", APPLICANTS = "applicants", GOVERNMENT = "government", ADMISSIBILITY = "admissibility",
    REMEDIES = "remedies", ADMISSIBLE = "admissible", INADMISSIBLE = "inadmissible",
    REGLEMENT = "règlement", REGLAMENTO = "reglamento", VERORDNUNG = "verordnung", DIRECTIVA = "directiva",
    RICHTLINIE = "richtlinie",
    POSITION = "position", ACTION = "action", PACT = "pact", DIRECTIVES = "directives", CONVENIO = "convenio", STATTYA = "статт*",
}

/// The English word for a unit of another language; the word itself for all others.
pub(super) fn unit(word: u16, stem: u16) -> u16 {
    match (word, stem) {
        (w::ARTICULO | w::ARTIKEL | w::ARTIKELN | w::ARTICOLO | w::ARTIGO | w::MADDA | w::ST, _) => {
            w::ARTICLE
        }
        (w::LIL_MADDA | w::BIL_MADDA, _) => w::ARTICLE,
        (w::ARTICULOS | w::MAWAD | w::MADDATAIN, _) => w::ARTICLES,
        (w::PREAMBULE | w::PREAMBULO, _) => w::PREAMBLE,
        (w::CHAPITRE | w::CAPITULO | w::KAPITEL, _) => w::CHAPTER,
        (w::PARAGRAPHE | w::PARRAFO | w::ABSATZ | w::ABS, _) => w::PARAGRAPH,
        (w::PARAGRAPHES | w::PARRAFOS, _) => w::PARAGRAPHS,
        (w::REGLE | w::REGLA, _) => w::RULE,
        (w::PRINCIPIO, _) => w::PRINCIPLE,
        (w::QARARUHU, _) => w::QARAR,
        (w::QARARATUHU | w::AL_QARARAT, _) => w::QARARAT,
        (_, w::STATYA | w::STATTYA | w::HODVATS) => w::ARTICLE,
        (_, w::GLAVA) => w::CHAPTER,
        (_, w::PUNKT) => w::PARAGRAPH,
        _ => word,
    }
}

/// What a hash begins with. It is FNV-1a: short, and the same on every machine.
pub(super) const BASIS: u32 = 0x811c_9dc5;

/// A hash with one more byte.
pub(super) fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

fn hash(word: &str) -> u32 {
    word.bytes().fold(BASIS, step)
}

/// So many words have numbers.
const LARGEST: usize = 59_000;

/// The longest word's beginning that is looked for, in bytes.
const LONGEST_STEM: usize = 40;

/// Words with their numbers.
pub(super) struct Words {
    /// Chains of words with the same hash.
    slots: Vec<u16>,
    next: Vec<u16>,
    /// The hash of each, compared before the letters are.
    hashes: Vec<u32>,
    words: Vec<Box<str>>,
    has_stems: bool,
    /// Beginnings in ASCII: few, and tried one by one.
    latin: Vec<(Box<str>, u16)>,
}

impl Words {
    /// The words of the grammar.
    pub fn new() -> Self {
        let mut words = Self {
            slots: vec![0; 16_384],
            next: Vec::new(),
            hashes: Vec::new(),
            words: Vec::new(),
            has_stems: false,
            latin: Vec::new(),
        };
        for word in GRAMMAR.split(' ') {
            let number = words.push(word);
            words.note_stem(word, number);
        }
        words
    }

    fn push(&mut self, word: &str) -> u16 {
        let number = self.words.len() as u16;
        let hash = hash(word);
        let slot = Self::slot(hash, self.slots.len());
        self.hashes.push(hash);
        self.words.push(word.into());
        self.next.push(self.slots[slot]);
        if number > 0 {
            self.slots[slot] = number;
        }
        number
    }

    fn note_stem(&mut self, word: &str, number: u16) {
        let Some(stem) = word.strip_suffix('*') else { return };
        self.has_stems = true;
        if stem.is_ascii() {
            self.latin.push((stem.into(), number));
        }
    }

    fn slot(hash: u32, slots: usize) -> usize {
        (hash ^ (hash >> 15)) as usize & (slots - 1)
    }

    /// The number of a word; 0 if there is none.
    pub(super) fn number(&self, word: &str) -> u16 {
        self.number_hashed(word, hash(word))
    }

    fn number_hashed(&self, word: &str, hash: u32) -> u16 {
        let mut at = self.slots[Self::slot(hash, self.slots.len())];
        while at != 0 && (self.hashes[at as usize] != hash || &*self.words[at as usize] != word) {
            at = self.next[at as usize];
        }
        at
    }

    /// The number of a word, which it is given if it has none. Numbers end where those of `names` begin.
    pub fn intern(&mut self, word: &str) -> u16 {
        match self.number(word) {
            0 if self.words.len() < LARGEST => {
                let number = self.push(word);
                self.note_stem(word, number);
                number
            }
            number => number,
        }
    }

    /// The numbers of a folded word: as it is, in capitals, and of its longest known beginning.
    pub fn find(&self, folded: &str, capitals: bool) -> (u16, u16, u16) {
        self.find_hashed(folded, capitals, hash(folded))
    }

    /// The same where the word's hash is known.
    pub fn find_hashed(&self, folded: &str, capitals: bool, hash: u32) -> (u16, u16, u16) {
        let word = self.number_hashed(folded, hash);
        let mut spelled = String::new();
        let mut upper = 0;
        if capitals && folded.len() <= 16 {
            spelled.push('^');
            spelled.push_str(folded);
            upper = self.number(&spelled);
        }
        let mut stem = 0;
        if folded.is_ascii() {
            let fits = self.latin.iter().filter(|(stem, _)| folded.starts_with(&**stem));
            let fits = fits.max_by_key(|(stem, _)| stem.len());
            return (word, upper, fits.map_or(0, |(_, number)| *number));
        }
        let mut end = if self.has_stems { folded.len().min(LONGEST_STEM) } else { 0 };
        while end > 3 && stem == 0 {
            if folded.is_char_boundary(end) {
                spelled.clear();
                spelled.push_str(&folded[..end]);
                spelled.push('*');
                stem = self.number(&spelled);
            }
            end -= 1;
        }
        (word, upper, stem)
    }

    /// How many there are.
    pub fn count(&self) -> u16 {
        self.words.len() as u16
    }

    /// The word of a number.
    pub fn word(&self, number: u16) -> &str {
        self.words.get(usize::from(number)).map_or("", |word| word)
    }
}
