//! As-of: the day for which a figure holds.
//!
//! "As of Tuesday evening" is stated; "police said on Tuesday" tells only when it was
//! said, and the count may be older.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::When;
use super::calendar::days_between;

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// The day for which a figure holds, and how the text gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsOf {
    /// The day, with the part of it where the text says so.
    pub when: When,
    /// Minutes from midnight, where the text gives the time of day.
    pub minute: Option<u16>,
    /// True for "as of Tuesday"; false for "police said on Tuesday".
    pub is_stated: bool,
}

impl AsOf {
    /// All of that day, as where an article says nothing and its own day stands in.
    pub fn day(day: Date) -> AsOf {
        AsOf { when: When::day(day), minute: None, is_stated: false }
    }

    /// Which of the two is the earlier moment.
    ///
    /// "Tuesday morning" comes before "Tuesday evening"; of "Tuesday" and "Tuesday
    /// evening" nobody knows. `Equal` only where both are stated alike.
    pub fn order(&self, other: &AsOf) -> Option<Ordering> {
        if self.is_stated && other.is_stated && (&self.when, self.minute) == (&other.when, other.minute) {
            return Some(Ordering::Equal);
        }
        let ((a, a_first, a_end), (b, b_first, b_end)) = (self.minutes()?, other.minutes()?);
        let days = days_between(a, b).checked_mul(DAY)?;
        if a_end <= b_first.checked_add(days)? {
            Some(Ordering::Less)
        } else if b_end.checked_add(days)? <= a_first {
            Some(Ordering::Greater)
        } else {
            None
        }
    }

    /// The first day, and the minutes from its midnight within which the moment lies.
    fn minutes(&self) -> Option<(Date, i32, i32)> {
        let (first, last) = self.when.first().zip(self.when.last())?;
        let (start, end) = match (self.minute, self.when.part) {
            (Some(minute), _) => (i32::from(minute), i32::from(minute)),
            // The night runs into the next day; a count of Sunday night is none of Monday.
            (None, Some(part)) => {
                let (start, end) = part.hours();
                (start.clamp(0, 24) * 60, end.clamp(0, 24) * 60)
            }
            (None, None) => (0, DAY),
        };
        Some((first, start, end.checked_add(days_between(first, last).checked_mul(DAY)?)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::PartOfDay::{self, Evening, Morning, Night};
    use jiff::civil::date;

    fn stated(day: i8, part: Option<PartOfDay>) -> AsOf {
        AsOf { when: When { part, ..When::day(date(2021, 6, day)) }, minute: None, is_stated: true }
    }

    #[test]
    fn a_morning_comes_before_its_evening_and_a_day_before_the_next() {
        let at = |minute| AsOf { minute: Some(minute), ..stated(8, None) };
        for (a, b, want) in [
            (stated(8, None), stated(9, None), Some(Ordering::Less)),
            (stated(8, Some(Night)), stated(9, Some(Morning)), Some(Ordering::Less)),
            (stated(8, Some(Morning)), stated(8, Some(Evening)), Some(Ordering::Less)),
            (stated(8, Some(Evening)), stated(8, Some(Evening)), Some(Ordering::Equal)),
            (stated(8, None), stated(8, Some(Evening)), None),
            (at(900), at(1080), Some(Ordering::Less)),
            (at(900), at(900), Some(Ordering::Equal)),
        ] {
            assert_eq!(a.order(&b), want, "{a:?} / {b:?}");
            assert_eq!(b.order(&a), want.map(Ordering::reverse), "{a:?} / {b:?}, swapped");
        }
    }

    #[test]
    fn two_sayings_of_one_day_are_not_one_moment() {
        let said = AsOf { is_stated: false, ..stated(8, None) };
        assert_eq!(said.order(&said), None);
        assert_eq!(said.order(&stated(9, None)), Some(Ordering::Less));
    }
}
