//! The calendar as newspapers write it: names of months, weekdays and holidays,
//! and steps from one day to another.
//!
//! Every step is total: beyond the calendar's last day it stays there.

use jiff::Span;
use jiff::civil::{Date, Weekday};

/// The month of that name in lower case, in full or short: "november", "nov.", "nov".
pub fn month_named(word: &str) -> Option<i8> {
    Some(match word.strip_suffix('.').unwrap_or(word) {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// The weekday of that name in lower case, in full or short: "friday", "fri.".
pub fn weekday_named(word: &str) -> Option<Weekday> {
    Some(match word.strip_suffix('.').unwrap_or(word) {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tues" | "tue" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thurs" | "thur" | "thu" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// English name of the weekday.
pub fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// English name of the month, 1 to 12.
pub fn month_name(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1).ok().and_then(|i| NAMES.get(i)).unwrap_or(&"")
}

/// Days of the month in a leap year: the most that any year allows.
pub fn longest_month(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day `days` later, or earlier where negative.
pub fn day_after(day: Date, days: i32) -> Date {
    day.saturating_add(Span::new().days(days))
}

/// The same day of the month `months` later; the 31st becomes a shorter month's last.
pub fn month_after(day: Date, months: i32) -> Date {
    day.saturating_add(Span::new().months(months))
}

/// Days from `a` to `b`; negative where `b` is earlier.
pub fn days_between(a: Date, b: Date) -> i32 {
    // The whole calendar has fewer than 2^23 days.
    (a.duration_until(b).as_hours() / 24) as i32
}

/// The last such weekday on or before `day`.
pub fn weekday_on_or_before(weekday: Weekday, day: Date) -> Date {
    day_after(day, -i32::from(day.weekday().since(weekday)))
}

/// The first such weekday on or after `day`.
pub fn weekday_on_or_after(weekday: Weekday, day: Date) -> Date {
    day_after(day, i32::from(day.weekday().until(weekday)))
}

/// The Monday of the week of `day`. Newsrooms count weeks from Monday; a Sunday
/// story's "this week" is the one that ends that day.
pub fn monday_of(day: Date) -> Date {
    weekday_on_or_before(Weekday::Monday, day)
}

/// A day that comes every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    /// On one day of the year: month, day.
    Fixed(i8, i8),
    /// The nth such weekday of a month, counted from its end where negative.
    Nth(i8, i8, Weekday),
}

impl Holiday {
    /// Its day in that year.
    pub fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Holiday::Fixed(month, day) => Date::new(year, month, day).ok(),
            Holiday::Nth(month, nth, weekday) => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_weekday_equal_to_the_day_is_that_day_both_ways() {
        let sunday = date(2025, 5, 11);
        assert_eq!(weekday_on_or_before(Weekday::Sunday, sunday), sunday);
        assert_eq!(weekday_on_or_after(Weekday::Sunday, sunday), sunday);
        assert_eq!(weekday_on_or_before(Weekday::Monday, sunday), date(2025, 5, 5));
        assert_eq!(weekday_on_or_after(Weekday::Monday, sunday), date(2025, 5, 12));
    }

    #[test]
    fn a_sunday_ends_its_week() {
        assert_eq!(monday_of(date(2025, 5, 11)), date(2025, 5, 5));
        assert_eq!(monday_of(date(2025, 5, 12)), date(2025, 5, 12));
    }

    #[test]
    fn days_between_counts_across_a_leap_day() {
        assert_eq!(days_between(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(days_between(date(2023, 3, 1), date(2023, 2, 28)), -1);
    }

    #[test]
    fn thanksgiving_is_the_fourth_thursday_and_memorial_day_the_last_monday() {
        assert_eq!(Holiday::Nth(11, 4, Weekday::Thursday).in_year(2014), Some(date(2014, 11, 27)));
        assert_eq!(Holiday::Nth(5, -1, Weekday::Monday).in_year(2015), Some(date(2015, 5, 25)));
    }

    #[test]
    fn steps_stay_inside_the_calendar() {
        assert_eq!(day_after(Date::MAX, 1), Date::MAX);
        assert_eq!(month_after(date(2014, 1, 31), 1), date(2014, 2, 28));
    }

    #[test]
    fn may_is_a_month_and_maybe_is_not() {
        assert_eq!(month_named("may"), Some(5));
        assert_eq!(month_named("maybe"), None);
        assert_eq!(weekday_named("fri."), Some(Weekday::Friday));
        assert_eq!(weekday_named("fridays"), None);
    }
}
