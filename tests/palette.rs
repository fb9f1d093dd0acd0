//! The colours that are offered for tags, as they are seen.

use glossator::model::{Colour, Ground, PALETTE, TOLD_APART};

#[test]
fn any_two_are_told_apart_by_everybody_on_light_ground_and_on_dark() {
    assert_eq!(PALETTE.len(), 12);
    let mut near = Vec::new();
    for (at, one) in PALETTE.iter().enumerate() {
        for other in &PALETTE[..at] {
            let difference = one.difference(*other);
            assert!((difference - other.difference(*one)).abs() < 1e-6);
            if difference < TOLD_APART {
                near.push(format!("{one} and {other}: {difference:.3}"));
            }
        }
    }
    assert_eq!(near, Vec::<String>::new());
}

#[test]
fn red_and_green_of_one_lightness_are_not_told_apart_without_cones_for_them() {
    let (red, green) = (Colour::rgb(0x00b5_441b), Colour::rgb(0x004f_7c0c));
    assert!(red.difference(green) < TOLD_APART, "{}", red.difference(green));
    assert_eq!(red.difference(red), 0.0);
}

#[test]
fn contrast_with_the_page_is_that_of_wcag() {
    let near = |found: f32, wanted: f32| assert!((found - wanted).abs() < 0.05, "{found}, not {wanted}");
    near(Colour::rgb(0x00ff_ffff).contrast(Ground::Light), 1.04);
    near(Colour::rgb(0).contrast(Ground::Light), 20.07);
    near(Colour::rgb(0x00ff_ffff).contrast(Ground::Dark), 17.08);
    near(Colour::rgb(0x00c7_7f00).contrast(Ground::Light), 3.16);
}
