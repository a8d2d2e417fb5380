//! How old a person is.

use std::fmt;

use super::comparison::{Comparison, Level, Reason};

/// The unit in which an age is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AgeUnit {
    /// "6 days old".
    Day,
    /// "3-week-old".
    Week,
    /// "2-month-old".
    Month,
    /// "17-year-old", or a figure alone.
    Year,
}

/// How old a person is: "17", "2 months old".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Age {
    /// How many.
    pub figure: u16,
    /// Of which unit.
    pub unit: AgeUnit,
}

impl Age {
    /// An age in years.
    pub fn years(figure: u16) -> Age {
        Age { figure, unit: AgeUnit::Year }
    }

    /// True before the teens.
    pub fn is_of_child(self) -> bool {
        self.unit != AgeUnit::Year || self.figure < 13
    }

    /// How two ages of one person stand to each other; `days_apart` lie between
    /// the two tellings, where the articles are dated.
    ///
    /// A year more may be a birthday when it had time to come.
    pub fn compare(a: Age, b: Age, days_apart: Option<u32>) -> Comparison {
        if a == b {
            return Level::Identical.because(Reason::SameAge);
        }
        let (least_a, most_a) = a.days();
        let (least_b, most_b) = b.days();
        if least_a <= most_b && least_b <= most_a {
            return Level::Compatible.because(Reason::SameAge);
        }
        let gap = least_a.max(least_b) - most_a.min(most_b);
        match days_apart {
            // Ages within the days that passed: both can hold.
            Some(days) if gap <= days && days >= BIRTHDAY_APART => {
                Level::Compatible.because(Reason::Birthday)
            }
            Some(_) | None => Level::Conflict.because(Reason::DifferentAge),
        }
    }

    /// The fewest and most days that a person of this age has lived.
    fn days(self) -> (u32, u32) {
        let (day, next) = match self.unit {
            AgeUnit::Day => (1, 1),
            AgeUnit::Week => (7, 7),
            AgeUnit::Month => (30, 31),
            AgeUnit::Year => (365, 365),
        };
        let figure = u32::from(self.figure);
        (figure * day, (figure + 1) * next - 1)
    }
}

/// Days between two articles from which a birthday explains a year's difference.
/// Ten days of coverage hold one person's birthday once in forty.
const BIRTHDAY_APART: u32 = 30;

impl fmt::Display for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            AgeUnit::Day => " days",
            AgeUnit::Week => " weeks",
            AgeUnit::Month => " months",
            AgeUnit::Year => "",
        };
        write!(f, "{}{unit}", self.figure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(figure: u16) -> Age {
        Age { figure, unit: AgeUnit::Month }
    }

    #[test]
    fn ages_compare_with_the_days_between_them() {
        let y = Age::years;
        let cases = [
            (y(17), y(17), None, Level::Identical),
            (y(17), y(18), None, Level::Conflict),
            (y(17), y(18), Some(3), Level::Conflict),
            (y(17), y(18), Some(200), Level::Compatible),
            (y(17), y(19), Some(200), Level::Conflict),
            (y(17), y(19), Some(500), Level::Compatible),
            (y(1), months(17), None, Level::Compatible),
            (y(1), months(27), None, Level::Conflict),
            (months(13), months(13), None, Level::Identical),
        ];
        for (a, b, days, want) in cases {
            assert_eq!(Age::compare(a, b, days).level, want, "{a} / {b} after {days:?}");
            assert_eq!(Age::compare(b, a, days).level, want, "{b} / {a} after {days:?}, swapped");
        }
    }
}
