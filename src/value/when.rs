//! A day or a period, or a weekday that no date resolves.
//!
//! Days are civil dates and the last is included. What the wording leaves open
//! (a year, a week, the order of figures) stays open: such a value is compared
//! with what it can mean, and never called the same as a full date.

use std::fmt;

use jiff::civil::{Date, Weekday};

use super::calendar::{day_after, days_between, longest_month, month_name, weekday_name};
use super::calendar::{weekday_on_or_after, weekday_on_or_before};
use super::{Comparison, Level, Reason};

/// What a date expression says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// Which days.
    pub extent: Extent,
    /// Which part of the day: "Friday night", "late Sunday".
    pub part: Option<PartOfDay>,
    /// "around May 11", "on or about Feb. 5", "early 2014".
    pub is_hedged: bool,
}

/// Which days a date expression can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// From the first to the last day, both included.
    Days {
        /// First day.
        first: Date,
        /// Last day, never before the first.
        last: Date,
        /// The unit in which the text speaks.
        grain: Grain,
    },
    /// A day in figures whose order is open: "5/7/2015", month first or day first.
    EitherDay(Date, Date),
    /// Days of an unknown year, as (month, day): "May 11", "September".
    Yearless {
        /// First day.
        first: (i8, i8),
        /// Last day.
        last: (i8, i8),
    },
    /// A weekday of an unknown week.
    Weekday(Weekday),
    /// A day that no calendar has: "June 31".
    Impossible,
    /// A day told from another that the sentence does not give: "two days later".
    Unplaced,
}

/// The unit in which a text speaks of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// "May 11".
    Day,
    /// "last weekend".
    Weekend,
    /// "last week".
    Week,
    /// A part of a month: "mid-May".
    PartOfMonth,
    /// "May 2014".
    Month,
    /// "summer 2014".
    Season,
    /// A part of a year: "early 2014".
    PartOfYear,
    /// "2014".
    Year,
    /// "the 1990s".
    Decade,
    /// "from May 3 to May 5".
    Range,
}

/// A part of the day, as loosely as newspapers use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartOfDay {
    /// "early Monday", "early Monday morning", "before dawn".
    Early,
    /// "Monday morning".
    Morning,
    /// "midday Monday".
    Midday,
    /// "Monday afternoon".
    Afternoon,
    /// "Monday evening".
    Evening,
    /// "Monday night".
    Night,
    /// "late Monday", "late Monday night".
    Late,
    /// "overnight Monday": of the night before or of the night after.
    Overnight,
}

impl PartOfDay {
    /// Hours it can mean, from the midnight that begins its day.
    ///
    /// Wide on purpose: a shooting at one o'clock on Monday is "Sunday night" to
    /// one desk and "early Monday" to another.
    pub(super) fn hours(self) -> (i32, i32) {
        match self {
            PartOfDay::Early => (0, 10),
            PartOfDay::Morning => (0, 12),
            PartOfDay::Midday => (11, 14),
            PartOfDay::Afternoon => (12, 18),
            PartOfDay::Evening => (16, 24),
            PartOfDay::Night => (17, 30),
            PartOfDay::Late => (16, 29),
            PartOfDay::Overnight => (-6, 33),
        }
    }

    /// Its name in reports.
    fn name(self) -> &'static str {
        match self {
            PartOfDay::Early => "early",
            PartOfDay::Morning => "morning",
            PartOfDay::Midday => "midday",
            PartOfDay::Afternoon => "afternoon",
            PartOfDay::Evening => "evening",
            PartOfDay::Night => "night",
            PartOfDay::Late => "late",
            PartOfDay::Overnight => "overnight",
        }
    }
}

/// Days as placed in the calendar, both included.
type Placed = (Date, Date);

impl When {
    /// One day.
    pub fn day(day: Date) -> When {
        When::days(day, day, Grain::Day)
    }

    /// From `first` to `last`, both included; in whichever order they are given.
    pub fn days(first: Date, last: Date, grain: Grain) -> When {
        When::of(Extent::Days { first: first.min(last), last: first.max(last), grain })
    }

    /// A flat statement of that extent.
    pub fn of(extent: Extent) -> When {
        When { extent, part: None, is_hedged: false }
    }

    /// The first day it can mean; a date's `Display` is its ISO form.
    pub fn first(&self) -> Option<Date> {
        match self.extent {
            Extent::Days { first, .. } => Some(first),
            Extent::EitherDay(a, b) => Some(a.min(b)),
            Extent::Yearless { .. } | Extent::Weekday(_) | Extent::Impossible | Extent::Unplaced => None,
        }
    }

    /// The last day it can mean.
    pub fn last(&self) -> Option<Date> {
        match self.extent {
            Extent::Days { last, .. } => Some(last),
            Extent::EitherDay(a, b) => Some(a.max(b)),
            Extent::Yearless { .. } | Extent::Weekday(_) | Extent::Impossible | Extent::Unplaced => None,
        }
    }

    /// The one day it means, if it means one day.
    pub fn single_day(&self) -> Option<Date> {
        match self.extent {
            Extent::Days { first, last, .. } if first == last => Some(first),
            _ => None,
        }
    }

    /// How near the two stand.
    ///
    /// "May" and "11 May" are compatible, and so are "late Sunday" and "early
    /// Monday", which one night joins; "Sunday" and "Monday" conflict.
    pub fn compare(&self, other: &When) -> Comparison {
        if self == other && self.is_placeable() {
            return Level::Identical.because(Reason::SameDate);
        }
        let mut best = Level::Incomparable.because(Reason::DateUnplaced);
        for (a, b) in self.placements(other) {
            best = higher(best, compare_placed(self, a, other, b));
        }
        self.capped(other, best)
    }

    /// False for what can never be compared, not even with itself.
    fn is_placeable(&self) -> bool {
        !matches!(self.extent, Extent::Impossible | Extent::Unplaced)
    }

    /// Every pair of days that the two can mean together.
    fn placements(&self, other: &When) -> Vec<(Placed, Placed)> {
        let swap = |pairs: Vec<(Placed, Placed)>| pairs.into_iter().map(|(a, b)| (b, a)).collect();
        match (self.extent, other.extent) {
            (Extent::Weekday(a), Extent::Weekday(b)) => {
                // Any week will do; the two days lie at most three apart in it.
                let anchor = weekday_on_or_after(a, Date::constant(2001, 1, 1));
                let day = near(b, (anchor, anchor));
                vec![((anchor, anchor), (day, day))]
            }
            (Extent::Yearless { first, last }, Extent::Yearless { .. }) => {
                let anchor = in_year(first, last, 2000);
                anchor.into_iter().flat_map(|a| other.readings(a).into_iter().map(move |b| (a, b))).collect()
            }
            (Extent::Yearless { .. } | Extent::Weekday(_), _) => swap(other.placements_of(self)),
            _ => self.placements_of(other),
        }
    }

    /// As [`placements`](Self::placements), where `self` has its place by itself.
    fn placements_of(&self, other: &When) -> Vec<(Placed, Placed)> {
        let own = match self.extent {
            Extent::Days { first, last, .. } => vec![(first, last)],
            Extent::EitherDay(a, b) => vec![(a, a), (b, b)],
            Extent::Yearless { .. } | Extent::Weekday(_) | Extent::Impossible | Extent::Unplaced => vec![],
        };
        own.into_iter().flat_map(|a| other.readings(a).into_iter().map(move |b| (a, b))).collect()
    }

    /// The days it can mean in the neighbourhood of `place`.
    fn readings(&self, place: Placed) -> Vec<Placed> {
        match self.extent {
            Extent::Days { first, last, .. } => vec![(first, last)],
            Extent::EitherDay(a, b) => vec![(a, a), (b, b)],
            Extent::Yearless { first, last } => (place.0.year() - 1
                ..=place.1.year().min(place.0.year() + 9) + 1)
                .filter_map(|year| in_year(first, last, year))
                .collect(),
            Extent::Weekday(weekday) => {
                let day = near(weekday, place);
                vec![(day, day)]
            }
            Extent::Impossible | Extent::Unplaced => vec![],
        }
    }

    /// What is left open is never the same as what is said in full.
    fn capped(&self, other: &When, found: Comparison) -> Comparison {
        let weekday = |when: &When| matches!(when.extent, Extent::Weekday(_));
        let open = |when: &When| !matches!(when.extent, Extent::Days { .. });
        match found.level {
            Level::Conflict if weekday(self) || weekday(other) => {
                Level::Conflict.because(match found.reason {
                    Reason::DifferentDate => Reason::DifferentWeekday,
                    reason => reason,
                })
            }
            Level::Identical | Level::Equivalent if open(self) != open(other) => {
                Level::Compatible.because(found.reason)
            }
            _ => found,
        }
    }
}

/// The higher of two; of two alike the one whose reason is listed first.
fn higher(a: Comparison, b: Comparison) -> Comparison {
    if (b.level, a.reason) > (a.level, b.reason) { b } else { a }
}

/// Compares two statements at one place in the calendar each.
fn compare_placed(a: &When, at: Placed, b: &When, bt: Placed) -> Comparison {
    let is_one_day = at.0 == at.1 && bt.0 == bt.1;
    if at == bt {
        return match (a.part, b.part) {
            _ if a.is_hedged != b.is_hedged => Level::Compatible.because(Reason::NearTime),
            (None, None) => Level::Identical.because(Reason::SameDate),
            (Some(p), Some(q)) if p == q => Level::Identical.because(Reason::SameDate),
            (Some(p), Some(q)) if hours_meet(p, q, 0) => Level::Compatible.because(Reason::SameDate),
            (Some(_), Some(_)) => Level::Conflict.because(Reason::DifferentTime),
            (Some(_), None) | (None, Some(_)) => Level::Compatible.because(Reason::DateWithin),
        };
    }
    if let (true, Some(p), Some(q)) = (is_one_day, a.part, b.part)
        && hours_meet(p, q, days_between(at.0, bt.0))
    {
        return Level::Compatible.because(Reason::SameNight);
    }
    if at.0 <= bt.1 && bt.0 <= at.1 {
        return Level::Compatible.because(Reason::DateWithin);
    }
    let (wide_a, wide_b) = (widened(a, at), widened(b, bt));
    if wide_a.0 <= wide_b.1 && wide_b.0 <= wide_a.1 {
        return Level::Compatible.because(Reason::NearTime);
    }
    Level::Conflict.because(Reason::DifferentDate)
}

/// True when the hours of `a` and of `b`, `days` later, have an hour in common.
fn hours_meet(a: PartOfDay, b: PartOfDay, days: i32) -> bool {
    let ((a_first, a_end), (b_first, b_end)) = (a.hours(), b.hours());
    // Beyond a day or two there is no meeting, and no overflow either.
    let shift = days.clamp(-9, 9) * 24;
    a_first < b_end + shift && b_first + shift < a_end
}

/// The days with what a hedge allows on each side: three days, or a quarter of a
/// longer period ("around May 11", "early 2014").
fn widened(when: &When, (first, last): Placed) -> Placed {
    if !when.is_hedged {
        return (first, last);
    }
    let slack = (days_between(first, last) / 4).max(3);
    (day_after(first, -slack), day_after(last, slack))
}

/// The first day of that weekday in the period, or else the nearest to its first day.
fn near(weekday: Weekday, (first, last): Placed) -> Date {
    let before = weekday_on_or_before(weekday, first);
    let after = weekday_on_or_after(weekday, first);
    let is_after = after <= last || days_between(first, after) < days_between(before, first);
    if is_after { after } else { before }
}

/// The days of that year from `first` to `last`, which may lie in the next.
fn in_year(first: (i8, i8), last: (i8, i8), year: i16) -> Option<Placed> {
    let end_year = if last < first { year + 1 } else { year };
    let start = Date::new(year, first.0, first.1).ok()?;
    // "February" ends on the 28th in most years.
    let end = Date::new(end_year, last.0, 1).ok()?;
    let day = last.1.min(longest_month(last.0)).min(end.days_in_month());
    Some((start, Date::new(end_year, last.0, day).ok()?))
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_hedged {
            f.write_str("about ")?;
        }
        self.extent.fmt(f)?;
        match self.part {
            Some(part) => write!(f, ", {}", part.name()),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Extent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let full = |day: &Date| format!("{} {} {}", day.day(), month_name(day.month()), day.year());
        match self {
            Extent::Days { first, last, .. } if first == last => f.write_str(&full(first)),
            Extent::Days { first, grain: Grain::Month, .. } => {
                write!(f, "{} {}", month_name(first.month()), first.year())
            }
            Extent::Days { first, grain: Grain::Year, .. } => write!(f, "{}", first.year()),
            Extent::Days { first, grain: Grain::Decade, .. } => write!(f, "the {}s", first.year()),
            Extent::Days { first, last, .. } => write!(f, "{} to {}", full(first), full(last)),
            Extent::EitherDay(a, b) => write!(f, "{} or {}", full(a), full(b)),
            Extent::Yearless { first, last } if first == last => {
                write!(f, "{} {}", first.1, month_name(first.0))
            }
            Extent::Yearless { first, last } if first.0 == last.0 && first.1 == 1 => {
                f.write_str(month_name(first.0))
            }
            Extent::Yearless { first, last } => {
                write!(f, "{} {} to {} {}", first.1, month_name(first.0), last.1, month_name(last.0))
            }
            Extent::Weekday(weekday) => f.write_str(weekday_name(*weekday)),
            Extent::Impossible => f.write_str("a day that no calendar has"),
            Extent::Unplaced => f.write_str("a day told from another"),
        }
    }
}

#[cfg(test)]
mod tests;
