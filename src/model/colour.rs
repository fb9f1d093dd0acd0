//! How colours are seen: by most people, by those who are colour-blind, on light ground and on dark.

use super::Colour;

/// The colours offered for tags. Any two are told apart also without the one or the other of the cones for
/// red and green (protanopia, deuteranopia: some 8 in 100 men have them or a weakness of that kind), on
/// light ground and on dark (`tests/palette.rs`).
pub const PALETTE: &[Colour] = &[
    Colour::rgb(0xc77f00),
    Colour::rgb(0x0b6fb3),
    Colour::rgb(0x0a8463),
    Colour::rgb(0x79507b),
    Colour::rgb(0x915202),
    Colour::rgb(0x35a1db),
    Colour::rgb(0x01a49d),
    Colour::rgb(0x631b6d),
    Colour::rgb(0x31a55a),
    Colour::rgb(0x632600),
    Colour::rgb(0x0047ce),
    Colour::rgb(0x3e4e43),
];

/// Two colours that differ by less are hard to tell apart where they do not touch: distance in OKLab
/// (Ottosson 2020), in which black and white are 1 apart.
pub const TOLD_APART: f32 = 0.055;

/// The ground on which something is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Three kinds of cones.
    Trichromat,
    /// None for red.
    Protanope,
    /// None for green.
    Deuteranope,
}

/// Linear light, red, green and blue from 0 to 1.
type Light = [f32; 3];

/// Lightness, green to red, blue to yellow.
type Lab = [f32; 3];

impl Ground {
    /// Both.
    pub const ALL: [Ground; 2] = [Ground::Light, Ground::Dark];

    /// The page's own colour: `--paper` of `style/tokens.css`.
    fn paper(self) -> Colour {
        match self {
            Ground::Light => Colour::rgb(0xfb_fa_f7),
            Ground::Dark => Colour::rgb(0x1b_1c_1e),
        }
    }

    /// The lightness with which a colour is drawn on it: `--hue` of `style/tokens.css`.
    fn lightness(self, own: f32) -> f32 {
        let clamped = own.clamp(0.4, 0.62);
        match self {
            Ground::Light => clamped,
            Ground::Dark => 0.72 + (clamped - 0.4) * 0.58,
        }
    }
}

impl Sight {
    /// All.
    pub const ALL: [Sight; 3] = [Sight::Trichromat, Sight::Protanope, Sight::Deuteranope];

    /// What is seen of some light (Machado, Oliveira and Fernandes 2009, table 1, severity 1.0).
    fn sees(self, light: Light) -> Light {
        let matrix = match self {
            Sight::Trichromat => return light,
            Sight::Protanope => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Sight::Deuteranope => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_82, 0.042_94, 0.968_881],
            ],
        };
        times(&matrix, light).map(|part| part.clamp(0.0, 1.0))
    }
}

impl Colour {
    /// As light (IEC 61966-2-1).
    fn light(self) -> Light {
        let [_, r, g, b] = self.value().to_be_bytes();
        [r, g, b].map(|part| {
            let part = f32::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// As it is drawn on a ground: lighter or darker, where it could not be seen. What no screen can
    /// show is cut off, as browsers do.
    fn drawn(self, ground: Ground) -> Light {
        let [lightness, a, b] = lab(self.light());
        light([ground.lightness(lightness), a, b]).map(|part| part.clamp(0.0, 1.0))
    }

    /// The contrast between the colour itself and a page without marks (WCAG 2.2, "contrast ratio"), from
    /// 1 to 21. Below 3 it could not be seen well, and is drawn lighter or darker than it is.
    pub fn contrast(self, ground: Ground) -> f32 {
        let luminance = |[r, g, b]: Light| 0.2126 * r + 0.7152 * g + 0.0722 * b;
        let (own, paper) = (luminance(self.light()), luminance(ground.paper().light()));
        (own.max(paper) + 0.05) / (own.min(paper) + 0.05)
    }

    /// How far it is from another, as both are drawn, for those who see the least difference; compare
    /// [`TOLD_APART`].
    pub fn difference(self, other: Colour) -> f32 {
        let mut least = f32::MAX;
        for ground in Ground::ALL {
            for sight in Sight::ALL {
                let seen = |colour: Colour| lab(sight.sees(colour.drawn(ground)));
                let (one, other) = (seen(self), seen(other));
                let sum: f32 = one.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum();
                least = least.min(sum.sqrt());
            }
        }
        least
    }
}

fn times(matrix: &[[f32; 3]; 3], [x, y, z]: [f32; 3]) -> [f32; 3] {
    matrix.map(|[a, b, c]| a * x + b * y + c * z)
}

/// Light in OKLab (Ottosson 2020).
fn lab(light: Light) -> Lab {
    const CONES: [[f32; 3]; 3] = [
        [0.412_221_46, 0.536_332_55, 0.051_445_995],
        [0.211_903_5, 0.680_699_5, 0.107_396_96],
        [0.088_302_46, 0.281_718_85, 0.629_978_7],
    ];
    const LAB: [[f32; 3]; 3] = [
        [0.210_454_26, 0.793_617_8, -0.004_072_047],
        [1.977_998_5, -2.428_592_2, 0.450_593_7],
        [0.025_904_037, 0.782_771_77, -0.808_675_77],
    ];
    times(&LAB, times(&CONES, light).map(f32::cbrt))
}

/// The way back.
fn light(lab: Lab) -> Light {
    const CONES: [[f32; 3]; 3] = [
        [1.0, 0.396_337_78, 0.215_803_76],
        [1.0, -0.105_561_346, -0.063_854_17],
        [1.0, -0.089_484_18, -1.291_485_5],
    ];
    const LIGHT: [[f32; 3]; 3] = [
        [4.076_741_7, -3.307_711_6, 0.230_969_94],
        [-1.268_438, 2.609_757_4, -0.341_319_4],
        [-0.004_196_086_3, -0.703_418_6, 1.707_614_7],
    ];
    times(&LIGHT, times(&CONES, lab).map(|part| part * part * part))
}
