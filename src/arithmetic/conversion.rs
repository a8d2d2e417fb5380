//! Conversions: "10 miles (12 km)".
//!
//! One of the two figures was measured, the other worked out and rounded; which, no
//! text says. The pair fits if either comes out as the other to its last digit that
//! tells, cut off or rounded. Money is left alone: no text tells the rate of the day.

use std::ops::Range;

use rust_decimal::Decimal;

use super::finding::{Finding, Part, Side};
use crate::claim::Kind;
use crate::detect::{Found, Material};
use crate::discrepancy::Confidence;
use crate::language::Sentence;
use crate::mention::figure::Figure;
use crate::value::{Bound, Dimension, Number, Unit};

/// Units of one name and several worths: an American gallon is not a British one.
const AMBIGUOUS: [&str; 9] =
    ["barrel", "cup", "fluid ounce", "gallon", "hundredweight", "ounce", "pint", "quart", "ton"];

/// The conversions of one article that do not come out.
pub(super) fn findings(material: &Material) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sentence, found) in material.sentences() {
        for (at, pair) in found.figures.windows(2).enumerate() {
            let [a, b] = pair else { continue };
            if !is_conversion(&sentence, found, at) {
                continue;
            }
            let pairs = match (a.quantity.bound, b.quantity.bound) {
                (Bound::Between(a, b), Bound::Between(c, d)) => vec![(a, c), (b, d)],
                (x, y) => x.number().zip(y.number()).into_iter().collect(),
            };
            let (from, to) = (a.quantity.unit, b.quantity.unit);
            let is_loose = b.quantity.bound.is_hedged() && b.quantity.bound.id() != a.quantity.bound.id();
            let misfit = pairs.into_iter().find(|&(m, n)| !fits(m, from, n, to, is_loose));
            findings.extend(misfit.map(|(m, _)| finding(material, &sentence, a, b, m)));
        }
    }
    findings
}

/// "10 miles (|16 km|)", "10 miles, or |16 km|": the same thing in another unit.
fn is_conversion(sentence: &Sentence, found: &Found, at: usize) -> bool {
    let (a, b) = (&found.figures[at], &found.figures[at + 1]);
    let (from, to) = (a.quantity.unit, b.quantity.unit);
    let is_measured = matches!(
        from.dimension(),
        Dimension::Length
            | Dimension::Area
            | Dimension::Mass
            | Dimension::Speed
            | Dimension::Temperature
            | Dimension::Volume
            | Dimension::Power
    );
    let is_ambiguous = |unit: Unit| unit.id().is_none_or(|id| AMBIGUOUS.contains(&id));
    if !is_measured
        || from.dimension() != to.dimension()
        || from == to
        || is_ambiguous(from)
        || is_ambiguous(to)
    {
        return false;
    }
    // "5 feet 10 inches (178 cm)": the first figure is but a part.
    let is_part = at > 0 && {
        let before = &found.figures[at - 1];
        before.quantity.unit.dimension() == from.dimension() && a.tokens.start - before.tokens.end <= 2
    };
    !is_part && restates(sentence, a.tokens.end..b.tokens.start) && closes(sentence, b.tokens.end)
}

/// "(", ", or", "deep (": nothing between the two but the mark.
fn restates(sentence: &Sentence, between: Range<usize>) -> bool {
    let words: Vec<&str> = between.map(|i| sentence.norm(i)).collect();
    let is_manner = |word: &str| {
        matches!(word, "away" | "deep" | "high" | "long" | "tall" | "thick" | "wide" | "heavy" | "-")
    };
    match words.as_slice() {
        ["("] | ["or"] | [",", "or"] | ["/"] | ["["] => true,
        [word, "("] | [word, ",", "or"] => is_manner(word),
        _ => false,
    }
}

fn closes(sentence: &Sentence, end: usize) -> bool {
    end >= sentence.len() || matches!(sentence.norm(end), ")" | "]" | "," | "." | ";" | "/" | "-" | "or")
}

/// True when the one can be the other, converted and rounded.
fn fits(m: Number, from: Unit, n: Number, to: Unit, is_loose: bool) -> bool {
    let exact = |m: Number, from: Unit, n: Number, to: Unit| {
        let level = (from.in_base(m.value()) - to.in_base(n.value())).abs();
        level <= to.difference_in_base(slack(n, is_loose))
    };
    // "warmed by 2C (3.6F)": a difference has no zero point.
    let as_difference = |m: Number, from: Unit, n: Number, to: Unit| {
        let distance = from.difference_in_base(m.value()) - to.difference_in_base(n.value());
        distance.abs() <= to.difference_in_base(slack(n, is_loose))
    };
    exact(m, from, n, to)
        || exact(n, to, m, from)
        || from.dimension() == Dimension::Temperature
            && (as_difference(m, from, n, to) || as_difference(n, to, m, from))
}

/// How far a converted figure may lie from the one that is printed: the worth of its
/// last digit where that is at most a tenth of it, and always three hundredths.
fn slack(n: Number, is_loose: bool) -> Decimal {
    let value = n.value().abs();
    let share = |hundredths: u32| value * Decimal::from(hundredths) / Decimal::ONE_HUNDRED;
    let half = n.step().min(Decimal::ONE) / Decimal::TWO;
    // "15 km" for 16: rounded to the five.
    let is_five = n.step() == Decimal::ONE && (n.value() % Decimal::from(5)).is_zero();
    let step = if is_five { Decimal::from(5) } else { n.step() };
    let wide = if is_loose { share(15) } else { share(3) };
    half.max(step.min(share(10))).max(wide)
}

fn finding(material: &Material, sentence: &Sentence, a: &Figure, b: &Figure, m: Number) -> Finding {
    let (from, to) = (a.quantity.unit, b.quantity.unit);
    let one = to.difference_in_base(Decimal::ONE);
    let zero = to.in_base(Decimal::ZERO);
    let came = (from.in_base(m.value()) - zero).checked_div(one).unwrap_or_default();
    let names = |unit: Unit| unit.id().unwrap_or_default();
    let digits = if came.abs() < Decimal::TEN { 2 } else { 1 };
    let came = came.round_dp(digits).normalize();
    let reason = format!("{m} in {} is {came} in {}", plural(names(from)), plural(names(to)));
    let sides = [a, b].map(|f| Side::of(material, Part::of_figure(sentence.number(), f)));
    let title = format!("{m} {}", plural(names(from)));
    Finding::conflict(Kind::Conversion, Confidence::High, title, reason, sides)
}

/// The unit in the plural, as reasons print it.
fn plural(unit: &str) -> String {
    match unit {
        "foot" => "feet".to_owned(),
        "square foot" => "square feet".to_owned(),
        "cubic foot" => "cubic feet".to_owned(),
        "inch" => "inches".to_owned(),
        "square inch" => "square inches".to_owned(),
        "celsius" => "degrees Celsius".to_owned(),
        "fahrenheit" => "degrees Fahrenheit".to_owned(),
        "horsepower" => unit.to_owned(),
        _ => match unit.split_once(" an ") {
            Some((unit, per)) => format!("{unit}s an {per}"),
            None => format!("{unit}s"),
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::arithmetic::tests::{quiet, told};
    use crate::claim::Kind;

    #[test]
    fn figures_that_are_not_each_other_converted_are_told() {
        told(
            Kind::Conversion,
            &[
                ("The village lies 10 miles (12 km) from the coast.", "10 in miles is 16.1 in kilometres"),
                ("The village lies 5 miles (10 km) from the coast.", "5 in miles is 8.05 in kilometres"),
                ("It was 100°F (30°C) in the shade.", "100 in degrees Fahrenheit is 37.8 in degrees Celsius"),
                ("The wall is 30 feet (19 meters) high.", "30 in feet is 9.14 in metres"),
                ("He weighed 200 pounds, or 80 kilograms.", "200 in pounds is 90.7 in kilograms"),
                (
                    "The wind blew at 100 mph (190 kph).",
                    "100 in miles an hour is 160.9 in kilometres an hour",
                ),
            ],
        );
    }

    #[test]
    fn figures_that_are_each_other_rounded_are_not() {
        quiet(
            Kind::Conversion,
            &[
                "The village lies 10 miles (16 km) from the coast.",
                "The village lies 10 miles (15 km) from the coast.",
                "The village lies about 3 miles (5 km) from the coast.",
                "The village lies a mile (2 km) from the coast.",
                "The village lies 20 miles (30 km) from the coast.",
                "The village lies 5 to 10 miles (8 to 16 km) from the coast.",
                "It was 100°F (38°C) in the shade.",
                "It has warmed by 2 degrees Celsius (3.6 degrees Fahrenheit).",
                "The wall is 30 feet (9 meters) high.",
                "He is 5 feet 10 inches (178 cm) tall.",
                "The village lies 10 miles (2 km by boat) from the coast.",
                "The village lies 10 miles from the coast, 12 km of it by boat.",
                // The rate of the day is nobody's here.
                "The raid brought $2.6 million (2 million euros).",
            ],
        );
    }
}
