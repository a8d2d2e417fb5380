//! Bounds: a number with what its hedge says of it, and the interval that means.
//!
//! Each bound has a firm interval, where the figure is expected, and a loose one,
//! where it is possible: "at least 500" is expected below 600 and may be 5,000.
//! Vague words ("dozens") are wide bounds and never an invented number.

use rust_decimal::Decimal;

use super::number::{Grain, Number};

/// What a figure says of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// "67,160", and "18,000", which may be rounded.
    Exactly(Number),
    /// "about", "some", "roughly", "or so".
    About(Number),
    /// "at least", "no fewer than", "or more".
    AtLeast(Number),
    /// "more than", "over".
    MoreThan(Number),
    /// "nearly", "almost": never above.
    Nearly(Number),
    /// "up to", "as many as", "at most".
    AtMost(Number),
    /// "fewer than", "under".
    LessThan(Number),
    /// "between 40 and 80".
    Between(Number, Number),
    /// A word without a number: "dozens", "several".
    Vague(Number, Number),
}

impl Bound {
    /// Its name in reports; vague words stand between two numbers.
    pub fn id(self) -> &'static str {
        match self {
            Bound::Exactly(_) => "exactly",
            Bound::About(_) => "about",
            Bound::AtLeast(_) => "at_least",
            Bound::MoreThan(_) => "more_than",
            Bound::Nearly(_) => "nearly",
            Bound::AtMost(_) => "at_most",
            Bound::LessThan(_) => "less_than",
            Bound::Between(..) | Bound::Vague(..) => "between",
        }
    }

    /// The one number it speaks of, if there is one.
    pub fn number(self) -> Option<Number> {
        match self {
            Bound::Exactly(n)
            | Bound::About(n)
            | Bound::AtLeast(n)
            | Bound::MoreThan(n)
            | Bound::Nearly(n)
            | Bound::AtMost(n)
            | Bound::LessThan(n) => Some(n),
            Bound::Between(..) | Bound::Vague(..) => None,
        }
    }

    /// True when a hedge, a range or a vague word stands in place of a flat figure.
    pub fn is_hedged(self) -> bool {
        !matches!(self, Bound::Exactly(_))
    }

    /// True when it names a number that nothing rounds or loosens: a flat "14", or
    /// "at least 67,160", for nobody counts so finely and means any larger figure.
    pub fn is_point(self, grain: Grain) -> bool {
        match self {
            Bound::Exactly(n) => n.slack(grain).width.is_zero(),
            Bound::AtLeast(n) => !n.is_round(),
            Bound::About(_)
            | Bound::MoreThan(_)
            | Bound::Nearly(_)
            | Bound::AtMost(_)
            | Bound::LessThan(_)
            | Bound::Between(..)
            | Bound::Vague(..) => false,
        }
    }

    /// The same bound on other numbers, as when all change unit.
    pub fn map(self, change: impl Fn(Number) -> Number) -> Bound {
        match self {
            Bound::Exactly(n) => Bound::Exactly(change(n)),
            Bound::About(n) => Bound::About(change(n)),
            Bound::AtLeast(n) => Bound::AtLeast(change(n)),
            Bound::MoreThan(n) => Bound::MoreThan(change(n)),
            Bound::Nearly(n) => Bound::Nearly(change(n)),
            Bound::AtMost(n) => Bound::AtMost(change(n)),
            Bound::LessThan(n) => Bound::LessThan(change(n)),
            Bound::Between(a, b) => Bound::Between(change(a), change(b)),
            Bound::Vague(a, b) => Bound::Vague(change(a), change(b)),
        }
    }

    /// Where the figure is expected.
    pub fn firm(self, grain: Grain) -> Interval {
        match self {
            Bound::Exactly(n) => {
                let slack = n.slack(grain);
                Interval::around(n.value(), slack.width, !slack.closed)
            }
            Bound::About(n) => Interval::around(n.value(), about(n), false),
            Bound::AtLeast(n) if n.is_round() => Interval {
                low: Some(n.value()),
                low_open: false,
                high: Some(n.value() + n.step()),
                high_open: true,
            },
            Bound::AtLeast(n) => Interval::around(n.value(), Decimal::ZERO, false),
            Bound::MoreThan(n) => Interval {
                low: Some(n.value()),
                low_open: true,
                high: Some(n.value() + reach(n)),
                high_open: false,
            },
            Bound::Nearly(n) => Interval {
                low: Some(n.value() - nearly(n)),
                low_open: false,
                high: Some(n.value()),
                high_open: true,
            },
            Bound::AtMost(n) => Interval {
                low: Some(n.value() - reach(n)),
                low_open: false,
                high: Some(n.value()),
                high_open: false,
            },
            Bound::LessThan(n) => Interval {
                low: Some(n.value() - reach(n)),
                low_open: false,
                high: Some(n.value()),
                high_open: true,
            },
            Bound::Between(a, b) | Bound::Vague(a, b) => Interval {
                low: Some(a.value().min(b.value())),
                low_open: false,
                high: Some(a.value().max(b.value())),
                high_open: false,
            },
        }
    }

    /// Where the figure is possible.
    pub fn loose(self, grain: Grain) -> Interval {
        let firm = self.firm(grain);
        match self {
            Bound::AtLeast(_) | Bound::MoreThan(_) => Interval { high: None, ..firm },
            Bound::AtMost(_) | Bound::LessThan(_) => Interval { low: None, ..firm },
            Bound::Exactly(_)
            | Bound::About(_)
            | Bound::Nearly(_)
            | Bound::Between(..)
            | Bound::Vague(..) => firm,
        }
    }

    /// True for "at least" and "more than".
    pub fn is_floor(self) -> bool {
        matches!(self, Bound::AtLeast(_) | Bound::MoreThan(_))
    }

    /// Least and most that it says, for output: a flat figure is itself, an open
    /// side is `None`.
    pub fn stated(self) -> (Option<Decimal>, Option<Decimal>) {
        match self {
            Bound::Exactly(n) => (Some(n.value()), Some(n.value())),
            Bound::About(_) | Bound::Nearly(_) | Bound::Between(..) | Bound::Vague(..) => {
                let firm = self.firm(Grain::Counted);
                (firm.low, firm.high)
            }
            Bound::AtLeast(n) | Bound::MoreThan(n) => (Some(n.value()), None),
            Bound::AtMost(n) | Bound::LessThan(n) => (None, Some(n.value())),
        }
    }
}

fn share(n: Number, percent: u32) -> Decimal {
    n.value().abs() * Decimal::from(percent) / Decimal::ONE_HUNDRED
}

/// Half the last written digit or a twentieth, never more than 15 percent; but
/// "about five hours" may be four or six.
fn about(n: Number) -> Decimal {
    let wide = (n.step() / Decimal::TWO).max(share(n, 5)).min(share(n, 15));
    let is_small_whole = n.step() == Decimal::ONE && n.value().abs() >= Decimal::from(4);
    if is_small_whole { wide.max(Decimal::ONE) } else { wide }
}

/// How far above "more than" and below "up to" a figure is still expected.
fn reach(n: Number) -> Decimal {
    n.step().max(share(n, 15))
}

/// How far below "nearly" a figure may lie: the last written digit where that is
/// at most a tenth ("nearly 2,000" is not 1,200), and always 7 percent.
fn nearly(n: Number) -> Decimal {
    n.step().min(share(n, 10)).max(share(n, 7))
}

/// A stretch of numbers; a side without a limit is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Least number.
    pub low: Option<Decimal>,
    /// True when the least number itself is out.
    pub low_open: bool,
    /// Greatest number.
    pub high: Option<Decimal>,
    /// True when the greatest number itself is out.
    pub high_open: bool,
}

impl Interval {
    fn around(middle: Decimal, width: Decimal, open: bool) -> Interval {
        let is_open = open && !width.is_zero();
        Interval {
            low: Some(middle - width),
            low_open: is_open,
            high: Some(middle + width),
            high_open: is_open,
        }
    }

    /// The stretch with both limits changed by a function that keeps their order.
    pub fn map(self, change: impl Fn(Decimal) -> Decimal) -> Interval {
        Interval { low: self.low.map(&change), high: self.high.map(&change), ..self }
    }

    /// True when some number lies in both.
    pub fn overlaps(self, other: Interval) -> bool {
        self.reaches(other) && other.reaches(self)
    }

    /// True when it does not end before `other` begins.
    fn reaches(self, other: Interval) -> bool {
        match (self.high, other.low) {
            (Some(high), Some(low)) if self.high_open || other.low_open => high > low,
            (Some(high), Some(low)) => high >= low,
            (None, _) | (_, None) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(n: u32) -> Number {
        Number::whole(n)
    }

    fn firm_limits(bound: Bound) -> (String, String) {
        let firm = bound.firm(Grain::Counted);
        let text = |limit: Option<Decimal>| limit.map_or_else(String::new, |d| d.normalize().to_string());
        (text(firm.low), text(firm.high))
    }

    #[test]
    fn each_hedge_means_its_interval() {
        let cases = [
            (Bound::Exactly(number(67_160)), "67160", "67160"),
            (Bound::Exactly(number(18_000)), "17500", "18500"),
            (Bound::Exactly(number(300)), "300", "300"),
            (Bound::Exactly(number(1_000)), "950", "1050"),
            (Bound::About(number(300)), "255", "345"),
            (Bound::About(number(1_200)), "1140", "1260"),
            (Bound::About(number(5)), "4", "6"),
            (Bound::AtLeast(number(500)), "500", "600"),
            (Bound::AtLeast(number(67_160)), "67160", "67160"),
            (Bound::MoreThan(number(500)), "500", "600"),
            (Bound::MoreThan(number(67_000)), "67000", "77050"),
            (Bound::Nearly(number(2_000)), "1800", "2000"),
            (Bound::Nearly(number(70)), "63", "70"),
            (Bound::AtMost(number(300)), "200", "300"),
            (Bound::LessThan(number(100)), "0", "100"),
            (Bound::Between(number(80), number(40)), "40", "80"),
        ];
        for (bound, low, high) in cases {
            assert_eq!(firm_limits(bound), (low.to_owned(), high.to_owned()), "{bound:?}");
        }
    }

    #[test]
    fn only_one_sided_hedges_are_open_and_only_on_that_side() {
        let loose = Bound::AtLeast(number(500)).loose(Grain::Counted);
        assert_eq!((loose.low.is_some(), loose.high), (true, None));
        let loose = Bound::AtMost(number(500)).loose(Grain::Counted);
        assert_eq!((loose.low, loose.high.is_some()), (None, true));
        let about = Bound::About(number(500));
        assert_eq!(about.loose(Grain::Counted), about.firm(Grain::Counted));
    }

    #[test]
    fn an_open_limit_does_not_touch() {
        let at = |n| Bound::Exactly(number(n)).firm(Grain::Counted);
        assert!(!Bound::Nearly(number(70)).firm(Grain::Counted).overlaps(at(70)));
        assert!(Bound::Nearly(number(70)).firm(Grain::Counted).overlaps(at(69)));
        assert!(!Bound::MoreThan(number(70)).firm(Grain::Counted).overlaps(at(70)));
        assert!(Bound::AtLeast(number(70)).firm(Grain::Counted).overlaps(at(70)));
    }
}
