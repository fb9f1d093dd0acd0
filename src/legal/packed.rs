//! The table's text in a fifth of its bytes: each bit is coded by how likely it is after what was read so far.
//!
//! Several contexts (the last one, two and three bytes, the second and third, the word, the word and the one before it,
//! the part of the line, and what followed when the last four bytes stood there before) each remember how a bit turned
//! out; their opinions are weighed, once by what has been read of the byte and once by the byte before too, and the
//! weights learn. This is the model of Mahoney, *Adaptive Weighing of Context Models for Lossless Data Compression* (2005), in
//! the small form of his lpaq. Only integers, so that every machine reads the same.

/// So many contexts, and the byte that is expected because it stood there before.
const CONTEXTS: usize = 7;
const INPUTS: usize = CONTEXTS + 1;

/// The rows of weights that look at how sure the expected byte is, and at what has been read of the byte; those behind
/// them look at the byte before.
const ROWS: usize = 3 * 256;

/// What is remembered of a bit in a context takes one of so many slots (a power of two).
const SLOT_BITS: u32 = 22;

/// Nothing is known: even chances, in twelve bits, above the count of what was seen, in four.
const UNKNOWN: u16 = 2048 << 4;

/// After so many bits a chance changes no slower.
const STEADY: u16 = 12;

/// How fast the weights learn.
const RATE: i32 = 14;

/// An odd number without a pattern in its bits (2³² divided by the golden ratio).
const SPREAD: u32 = 0x9e37_79b1;

/// 4096 / (1 + e^(-x/256)) for every 128th x.
const CURVE: [i16; 33] = [
    1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785,
    3901, 3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];

/// The chance of which a number is the logit.
fn squash(logit: i32) -> i32 {
    let logit = logit.clamp(-2047, 2047);
    let (at, rest) = ((logit >> 7) + 16, logit & 127);
    let value = |at: i32| i32::from(CURVE[at as usize]);
    (value(at) * (128 - rest) + value(at + 1) * rest + 64) >> 7
}

/// What has been read, and what it makes likely.
struct Model {
    text: Vec<u8>,
    /// The logit of each chance.
    stretch: Vec<i32>,
    slots: Vec<u16>,
    weights: Vec<i32>,
    /// Where four bytes last stood, by their hash.
    places: Vec<u32>,
    /// Where what is read now stood before, and how much of it is alike.
    before: usize,
    alike: usize,
    /// The letters of the word that is being read, hashed, and of the one before.
    word: u32,
    word_before: u32,
    /// How many tabs stand before in the line, and the last of the marks between its names.
    part: u32,
    hashes: [u32; INPUTS],
    /// The bits of the byte that is being read, behind a one.
    partial: u32,
    used: [usize; INPUTS],
    inputs: [i32; INPUTS],
    count: usize,
    /// Where the two rows of weights begin that count now.
    rows: [usize; 2],
    chance: i32,
}

impl Model {
    fn new() -> Self {
        let mut stretch = vec![2047; 4096];
        let mut chance = 0;
        for logit in -2047..=2047 {
            while chance <= squash(logit) {
                stretch[chance as usize] = logit;
                chance += 1;
            }
        }
        let mut model = Self {
            text: Vec::new(),
            stretch,
            slots: vec![UNKNOWN; 1 << SLOT_BITS],
            weights: vec![1 << 14; INPUTS * (ROWS + (1 << 16))],
            places: vec![0; 1 << 16],
            before: 0,
            alike: 0,
            word: 0,
            word_before: 0,
            part: 0,
            hashes: [0; INPUTS],
            partial: 1,
            used: [0; INPUTS],
            inputs: [0; INPUTS],
            count: 0,
            rows: [0; 2],
            chance: 0,
        };
        model.begin_byte();
        model
    }

    /// The byte so far back; 0 before the first.
    fn back(&self, back: usize) -> u32 {
        self.text.len().checked_sub(back).map_or(0, |at| u32::from(self.text[at]))
    }

    fn begin_byte(&mut self) {
        let mut hash = 0u32;
        for order in 1..=3 {
            hash = (hash ^ self.back(order)).wrapping_mul(SPREAD);
            hash ^= hash >> 15;
            self.hashes[order - 1] = hash.wrapping_add(order as u32 * 0x3c6e_f372);
        }
        let word = self.word.wrapping_mul(0x2545_f491);
        let skipped = (self.back(2) << 8 | self.back(3)).wrapping_add(0x12_0000);
        let part = (self.part << 8 | self.back(1)).wrapping_add(0x3400_0000);
        self.hashes[3] = word;
        self.hashes[4] = (word ^ self.word_before.wrapping_mul(SPREAD)).wrapping_add(77);
        self.hashes[5] = skipped.wrapping_mul(SPREAD);
        self.hashes[6] = part.wrapping_mul(SPREAD);
        let goes_on = self.alike > 0 && u32::from(self.text[self.before]) == self.back(1);
        (self.before, self.alike) = if goes_on { (self.before + 1, self.alike + 1) } else { (0, 0) };
        let end = self.text.len();
        if end < 4 {
            return;
        }
        let four = (1..=4).fold(0u32, |hash, back| hash.wrapping_mul(271).wrapping_add(self.back(back)));
        let place = &mut self.places[(four.wrapping_mul(SPREAD) >> 16) as usize];
        let last = std::mem::replace(place, end as u32) as usize;
        if self.alike == 0 && last > 0 {
            let same = (1..=last.min(40)).take_while(|back| self.text[last - back] == self.text[end - back]);
            (self.before, self.alike) = (last, same.count());
        }
    }

    /// How likely the next bit is a one, in 4096ths. A browser makes a function fast that is called often, so this is
    /// one.
    #[inline(never)]
    fn predict(&mut self) -> i32 {
        let length = u32::BITS - self.partial.leading_zeros();
        let expected = (self.alike > 0)
            .then(|| u32::from(self.text[self.before]) | 256)
            .filter(|byte| byte >> (9 - length) == self.partial)
            .map(|byte| byte >> (8 - length) & 1);
        let mut confidence = 0;
        self.count = CONTEXTS;
        if let Some(bit) = expected {
            self.hashes[CONTEXTS] = (self.alike.min(15) as u32 * 2 + bit) << 8;
            self.count = INPUTS;
            confidence = 1 + usize::from(self.alike > 9);
        }
        let byte = ROWS + (self.back(1) << 8 | self.partial) as usize;
        self.rows = [(confidence * 256 + self.partial as usize) * INPUTS, byte * INPUTS];
        let mut sum = 0i64;
        for at in 0..self.count {
            let bits = if at == CONTEXTS { 0 } else { self.partial.wrapping_mul(SPREAD) };
            let slot = ((self.hashes[at] ^ bits).wrapping_mul(0x85eb_ca6b) >> (32 - SLOT_BITS)) as usize;
            self.used[at] = slot;
            self.inputs[at] = self.stretch[usize::from(self.slots[slot] >> 4)];
            let weight = self.weights[self.rows[0] + at] + self.weights[self.rows[1] + at];
            sum += i64::from(self.inputs[at]) * i64::from(weight);
        }
        self.chance = squash((sum >> 17) as i32).clamp(1, 4095);
        self.chance
    }

    /// How the bit turned out.
    #[inline(never)]
    fn learn(&mut self, bit: bool) {
        let one = i32::from(bit);
        let error = ((one << 12) - self.chance) * RATE;
        for at in 0..self.count {
            for row in self.rows {
                self.weights[row + at] += (self.inputs[at] * error + 0x2000) >> 14;
            }
            let slot = &mut self.slots[self.used[at]];
            let (chance, seen) = (i32::from(*slot >> 4), *slot & 15);
            let chance = chance + ((one << 12) - one - chance) * 2 / (2 * i32::from(seen) + 3);
            *slot = (chance as u16) << 4 | (seen + u16::from(seen < STEADY));
        }
        self.partial = self.partial << 1 | one as u32;
        if self.partial > 255 {
            self.end_byte(self.partial as u8);
        }
    }

    fn end_byte(&mut self, byte: u8) {
        self.partial = 1;
        self.text.push(byte);
        if byte.is_ascii_alphabetic() || byte > 127 {
            let letter = u32::from(byte.to_ascii_lowercase());
            self.word = (self.word ^ letter).wrapping_mul(0x0100_0193).wrapping_add(1);
        } else if self.word != 0 {
            (self.word_before, self.word) = (self.word, 0);
        }
        match byte {
            b'\n' => self.part = 0,
            b'\t' => self.part = (self.part & !255) + 256,
            b';' | b'{' => self.part = self.part & !255 | u32::from(byte),
            _ => {}
        }
        self.begin_byte();
    }
}

/// The border between a one and a zero in the range of codes that are left.
fn border(low: u32, high: u32, chance: i32) -> u32 {
    low + ((u64::from(high - low) * chance as u64) >> 12) as u32
}

/// The text that was packed.
pub fn unpack(packed: &[u8]) -> Vec<u8> {
    let mut bytes = packed.iter().map(|byte| u32::from(*byte));
    let length = bytes.by_ref().take(3).fold(0, |length, byte| length << 8 | byte) as usize;
    let mut model = Model::new();
    let (mut low, mut high, mut code) = (0u32, 0u32, 0u32);
    while model.text.len() < length {
        // The first four bytes, and one for each that is settled.
        while (low ^ high) >> 24 == 0 {
            (low, high) = (low << 8, high << 8 | 255);
            code = code << 8 | bytes.next().unwrap_or(0);
        }
        let border = border(low, high, model.predict());
        let bit = code <= border;
        (low, high) = if bit { (low, border) } else { (border + 1, high) };
        model.learn(bit);
    }
    model.text
}

/// A text of at most 16 MB as [`unpack`] reads it: its length in three bytes, and its code.
pub fn pack(text: &[u8]) -> Vec<u8> {
    let mut model = Model::new();
    let mut packed = (text.len() as u32).to_be_bytes()[1..].to_vec();
    let (mut low, mut high) = (0, u32::MAX);
    for byte in text {
        for shift in (0..8).rev() {
            let border = border(low, high, model.predict());
            let bit = byte >> shift & 1 == 1;
            (low, high) = if bit { (low, border) } else { (border + 1, high) };
            model.learn(bit);
            while (low ^ high) >> 24 == 0 {
                packed.push((high >> 24) as u8);
                (low, high) = (low << 8, high << 8 | 255);
            }
        }
    }
    packed.extend(low.to_be_bytes());
    packed
}
