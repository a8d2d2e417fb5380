use super::*;
use crate::language::{Block, annotate};
use crate::mention::figure::figures;
use Level::{Compatible, Conflict, Equivalent, Identical, Incomparable};
use Reason::*;

/// The one figure of a phrase.
fn quantity(phrase: &str) -> Quantity {
    let text = format!("They saw {phrase} there.");
    let annotation = annotate(&text, &[Block { range: 0..text.len(), is_headline: false }]);
    let found: Vec<_> = annotation.sentences(&text).flat_map(|s| figures(&s)).collect();
    assert_eq!(found.len(), 1, "{phrase} gives {found:?}");
    found[0].quantity.clone()
}

#[test]
fn two_figures_stand_on_their_rung_whichever_comes_first() {
    let cases = [
        ("67,160 people", "67,160 people", Identical, SameFigure),
        ("twenty people", "20 people", Identical, SameFigure),
        ("more than 500,000 people", "more than half a million people", Equivalent, SameFigure),
        ("a year and a half", "18 months", Equivalent, SameAfterConversion),
        ("two weeks", "14 days", Equivalent, SameAfterConversion),
        ("40 tons", "40 tonnes", Equivalent, SameAfterConversion),
        ("10 miles", "16 km", Compatible, Rounding),
        ("36 miles", "58 km", Compatible, Rounding),
        ("magnitude 6.1", "magnitude 6.1", Identical, SameFigure),
        ("67,160 people", "67,000 people", Compatible, Rounding),
        ("magnitude 6", "magnitude 6.1", Compatible, Rounding),
        ("a dozen people", "12 people", Compatible, Rounding),
        ("a third of voters", "33 percent", Compatible, Rounding),
        ("one in five voters", "20 percent", Compatible, Rounding),
        ("at least 500 people", "580 people", Compatible, WithinBound),
        ("at least 500 people", "800 people", Compatible, WithinBound),
        ("at least 500 people", "5,000 people", Conflict, DifferentFigure),
        ("nearly 2,000 people", "1,968 people", Compatible, WithinBound),
        ("about 70 percent", "nearly 70 percent", Compatible, WithinBound),
        ("dozens of people", "37 people", Compatible, WithinBound),
        ("about 5 km", "3 miles", Compatible, WithinBound),
        ("at least 67,160 people", "67,160 people", Compatible, HedgeLost),
        ("about 300 people", "300 people", Compatible, HedgeLost),
        ("over $2.6 million", "$2.6 million", Compatible, HedgeLost),
        ("nearly 100 billion", "over 100 billion", Compatible, HedgesOpposed),
        ("at least 67,160 people", "at least 67,173 people", Conflict, DifferentFigure),
        ("more than 500 people", "430 people", Conflict, DifferentFigure),
        ("nearly 2,000 people", "2,114 people", Conflict, DifferentFigure),
        ("dozens of people", "212 people", Conflict, DifferentFigure),
        ("up to 300 people", "at least 450 people", Conflict, DifferentFigure),
        ("14 people", "17 people", Conflict, DifferentFigure),
        ("18,000 people", "20,179 people", Conflict, DifferentFigure),
        ("1,000 homes", "1,200 homes", Conflict, DifferentFigure),
        ("three days", "four days", Conflict, DifferentFigure),
        ("magnitude 6.1", "magnitude 5.9", Conflict, DifferentFigure),
        ("7.4 percent", "7.9 percent", Conflict, DifferentFigure),
        ("two-thirds of voters", "54 percent", Conflict, DifferentFigure),
        ("251 people", "215 people", Conflict, DigitsSwapped),
        ("£350 million", "£530 million", Conflict, DigitsSwapped),
        ("$3.2 million", "$3.2 billion", Conflict, ScaleSlip),
        ("40 km", "40 miles", Conflict, UnitChanged),
        ("40 minutes", "40 hours", Conflict, UnitChanged),
        ("a .40-caliber gun", "a 40-caliber gun", Identical, SameFigure),
        ("a .40-caliber gun", "a .45-caliber gun", Conflict, DifferentFigure),
        ("a .40-caliber gun", "a 9 mm handgun", Conflict, DifferentFigure),
        ("$5 million", "5 million euros", Incomparable, DifferentCurrency),
        ("5 percent", "5 percentage points", Incomparable, UnitChanged),
        ("5 percent", "5 miles", Incomparable, DifferentDimension),
        ("the second visit", "the third visit", Conflict, DifferentFigure),
    ];
    for (a, b, level, reason) in cases {
        let (x, y) = (quantity(a), quantity(b));
        assert_eq!(x.compare(&y), level.because(reason), "{a} / {b}: {x:?} {y:?}");
        assert_eq!(y.compare(&x), level.because(reason), "{b} / {a}, swapped");
    }
}

#[test]
fn a_quantity_prints_its_limits_in_its_own_unit() {
    let cases = [
        ("67,160 people", "67160", Some("67160"), Some("67160"), None, "exactly"),
        ("at least $2.6 million", "2600000", Some("2600000"), None, Some("USD"), "at_least"),
        ("up to 36 miles", "36", None, Some("36"), Some("mile"), "at_most"),
        ("between 40 and 80 percent", "40-80", Some("40"), Some("80"), Some("percent"), "between"),
        ("dozens of people", "24-99", Some("24"), Some("99"), None, "between"),
    ];
    for (phrase, printed, low, high, unit, bound) in cases {
        let q = quantity(phrase);
        assert_eq!(q.printed(), printed, "{phrase}");
        assert_eq!((q.low().as_deref(), q.high().as_deref()), (low, high), "{phrase}");
        assert_eq!((q.unit_id(), q.bound_id()), (unit, bound), "{phrase}");
    }
}
