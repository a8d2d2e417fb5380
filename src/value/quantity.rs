//! Quantities: a bound with its unit, and how two of them compare.
//!
//! A flat figure agrees with another if one is the other, rounded; a hedged one if
//! their intervals meet. The same number hedged here and flat there is compatible
//! for a reason of its own: the hedge was lost on the way.

use rust_decimal::Decimal;

use super::bound::{Bound, Interval};
use super::number::{Grain, Number};
use super::unit::{Dimension, Unit};
use super::{Comparison, Level, Reason};

/// A figure with its hedge and unit: "at least 67,160", "about 5 km".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The number and what its hedge says of it.
    pub bound: Bound,
    /// What it is a number of.
    pub unit: Unit,
}

impl Quantity {
    /// The quantity of that bound and unit.
    pub fn new(bound: Bound, unit: Unit) -> Quantity {
        Quantity { bound, unit }
    }

    /// Compares two quantities; rungs from sure to loose, the first that holds wins.
    pub fn compare(&self, other: &Quantity) -> Comparison {
        let (a, b) = (self, other);
        if let Some(reason) = a.is_of_another_kind(b) {
            return Level::Incomparable.because(reason);
        }
        if a.unit.grain() == Grain::Named {
            return a.compare_names(b);
        }
        if a.has_numbers_of(b) {
            return a.compare_hedges(b);
        }
        if a.bound.is_point(a.unit.grain()) && b.bound.is_point(b.unit.grain()) && a.unit == b.unit {
            return Level::Conflict.because(a.difference(b));
        }
        match (a.bound, b.bound) {
            (Bound::Exactly(m), Bound::Exactly(n)) => {
                if a.rounds_to(m, b, n) || b.rounds_to(n, a, m) {
                    return Level::Compatible.because(Reason::Rounding);
                }
            }
            _ => {
                // "More than 26,000" and "more than 31,000" do not tell of one toll.
                let are_floors = a.bound.is_floor() && b.bound.is_floor();
                let is_possible = || !are_floors && a.loose().overlaps(b.loose()) && a.is_within_reach(b);
                if a.firm().overlaps(b.firm()) && a.ends_elsewhere(b) {
                    return Level::Compatible.because(Reason::RangesDiffer);
                }
                if a.firm().overlaps(b.firm()) || is_possible() {
                    return Level::Compatible.because(Reason::WithinBound);
                }
            }
        }
        Level::Conflict.because(a.difference(b))
    }

    fn is_of_another_kind(&self, other: &Quantity) -> Option<Reason> {
        let (a, b) = (self.unit.dimension(), other.unit.dimension());
        let is_percent = |d| matches!(d, Dimension::Percent | Dimension::PercentagePoint);
        if a == b {
            return (a == Dimension::Money && self.unit != other.unit).then_some(Reason::DifferentCurrency);
        }
        let same = self.bound.number().map(Number::value) == other.bound.number().map(Number::value);
        let is_confused = is_percent(a) && is_percent(b) && same;
        Some(if is_confused { Reason::UnitChanged } else { Reason::DifferentDimension })
    }

    /// Calibres, ranks and years are names: nothing rounds them.
    fn compare_names(&self, other: &Quantity) -> Comparison {
        if self.unit == other.unit && self.numbers() == other.numbers() {
            Level::Identical.because(Reason::SameFigure)
        } else {
            Level::Conflict.because(Reason::DifferentFigure)
        }
    }

    /// True when the numbers are the same, as they stand or after conversion. A "ton"
    /// may be any of three, so that 40 tons are 40 tonnes.
    fn has_numbers_of(&self, other: &Quantity) -> bool {
        let is_ton = |u: Unit| matches!(u.id(), Some("ton" | "tonne"));
        if self.unit == other.unit || is_ton(self.unit) && is_ton(other.unit) {
            return self.numbers() == other.numbers();
        }
        let in_base = |q: &Quantity| q.numbers().map(|n| n.map(|n| q.unit.in_base(n)));
        in_base(self) == in_base(other)
    }

    /// Same numbers: what is left are hedges, units and writing.
    fn compare_hedges(&self, other: &Quantity) -> Comparison {
        let is_loose = |q: &Quantity| q.bound.number().is_some_and(Number::is_loose);
        if self == other {
            Level::Identical.because(Reason::SameFigure)
        } else if self.bound.id() == other.bound.id() {
            if self.unit != other.unit {
                Level::Equivalent.because(Reason::SameAfterConversion)
            } else if is_loose(self) != is_loose(other) {
                Level::Compatible.because(Reason::Rounding)
            } else {
                Level::Equivalent.because(Reason::SameFigure)
            }
        } else if self.bound.is_hedged() && other.bound.is_hedged() {
            let overlap = self.firm().overlaps(other.firm());
            Level::Compatible.because(if overlap { Reason::WithinBound } else { Reason::HedgesOpposed })
        } else {
            Level::Compatible.because(Reason::HedgeLost)
        }
    }

    /// True for two ranges of which an end of one is no end of the other, rounded or not:
    /// "40 to 70 percent" and "40 to 80 percent", but not "half to two-thirds" and "50 to 67".
    fn ends_elsewhere(&self, other: &Quantity) -> bool {
        let (Bound::Between(a, b), Bound::Between(c, d)) = (self.bound, other.bound) else { return false };
        let sorted = |x: Number, y: Number| if x.value() <= y.value() { [x, y] } else { [y, x] };
        let is_one = |x: Number, y: Number| {
            let slack = |n: Number, unit: Unit| unit.difference_in_base(n.slack(unit.grain()).width);
            let distance = (self.unit.in_base(x.value()) - other.unit.in_base(y.value())).abs();
            distance <= slack(x, self.unit) + slack(y, other.unit)
        };
        !sorted(a, b).into_iter().zip(sorted(c, d)).all(|(x, y)| is_one(x, y))
    }

    /// True when the flat number `m` of this quantity stands for `n` of the other.
    fn rounds_to(&self, m: Number, other: &Quantity, n: Number) -> bool {
        let distance = (self.unit.in_base(m.value()) - other.unit.in_base(n.value())).abs();
        let mut slack = m.slack(self.unit.grain());
        slack.width = self.unit.difference_in_base(slack.width);
        slack.covers(distance)
    }

    /// True when neither is more than twice the other: beyond the firm interval
    /// "at least 500" may be 800, yet hardly 5,000.
    fn is_within_reach(&self, other: &Quantity) -> bool {
        let (a, b) = (self.size(), other.size());
        a <= b * Decimal::TWO && b <= a * Decimal::TWO
    }

    fn firm(&self) -> Interval {
        self.bound.firm(self.unit.grain()).map(|n| self.unit.in_base(n))
    }

    fn loose(&self) -> Interval {
        self.bound.loose(self.unit.grain()).map(|n| self.unit.in_base(n))
    }

    /// How two conflicting quantities differ.
    fn difference(&self, other: &Quantity) -> Reason {
        match (self.bound.number(), other.bound.number()) {
            (Some(a), Some(b)) if self.unit != other.unit => {
                if a.value() == b.value() {
                    Reason::UnitChanged
                } else {
                    Reason::DifferentFigure
                }
            }
            (Some(a), Some(b)) if a.has_digits_swapped(b) => Reason::DigitsSwapped,
            (Some(a), Some(b)) if a.is_scale_slip(b) => Reason::ScaleSlip,
            _ => Reason::DifferentFigure,
        }
    }

    fn numbers(&self) -> [Option<Decimal>; 2] {
        match self.bound {
            Bound::Between(a, b) | Bound::Vague(a, b) => [Some(a.value()), Some(b.value())],
            Bound::Exactly(n)
            | Bound::About(n)
            | Bound::AtLeast(n)
            | Bound::MoreThan(n)
            | Bound::Nearly(n)
            | Bound::AtMost(n)
            | Bound::LessThan(n) => [Some(n.value()), None],
        }
    }

    /// Its main number in the base unit, for putting quantities in order; the middle
    /// of a range.
    pub fn size(&self) -> Decimal {
        let middle = match self.numbers() {
            [Some(a), Some(b)] => (a + b) / Decimal::TWO,
            [Some(n), None] => n,
            [None, _] => Decimal::ZERO,
        };
        self.unit.in_base(middle)
    }

    /// Least it can mean, as a decimal in its own unit; `None` is open.
    pub fn low(&self) -> Option<String> {
        self.bound.stated().0.map(digits)
    }

    /// Most it can mean, as a decimal in its own unit; `None` is open.
    pub fn high(&self) -> Option<String> {
        self.bound.stated().1.map(digits)
    }

    /// "USD", "mile", "percent"; `None` for plain counts.
    pub fn unit_id(&self) -> Option<&'static str> {
        self.unit.id()
    }

    /// What its hedge says: exactly, about, at_least, more_than, nearly, at_most,
    /// less_than, between.
    pub fn bound_id(&self) -> &'static str {
        self.bound.id()
    }

    /// The bare figure: "67160", "2000000", "40-80".
    pub fn printed(&self) -> String {
        match self.numbers() {
            [Some(a), Some(b)] => format!("{}-{}", digits(a), digits(b)),
            [Some(n), None] => digits(n),
            [None, _] => String::new(),
        }
    }
}

fn digits(value: Decimal) -> String {
    value.normalize().to_string()
}

#[cfg(test)]
mod tests;
