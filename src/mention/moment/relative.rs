//! Moments told from the day of publication or from another day: "yesterday",
//! "last week", "two days ago", "two days later"; and holidays.
//!
//! What is told from a day that the sentence does not give stays unplaced.

use std::ops::Range;

use jiff::civil::Weekday;

use super::reader::{Reader, part_named};
use super::{Form, Found};
use crate::value::calendar::{Holiday, day_after, monday_of, month_after, weekday_on_or_before};
use crate::value::{Extent, Grain, PartOfDay, When};

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Weekend,
    Week,
    Month,
    Year,
}

impl Reader<'_> {
    /// "today", "last night", "last week", "two days ago", "the next day".
    pub(super) fn relative(&self, at: usize) -> Option<Found> {
        self.day_by_name(at)
            .or_else(|| self.this_or_last(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.stretch(at))
            .or_else(|| self.told_elsewhere(at))
    }

    /// "today", "yesterday morning", "tonight", "overnight".
    fn day_by_name(&self, at: usize) -> Option<Found> {
        let (days, own_part) = match self.norm(at) {
            "today" => (0, None),
            "tonight" => (0, Some(PartOfDay::Night)),
            "yesterday" => (-1, None),
            "tomorrow" => (1, None),
            // Before a day it shades that day, and is pulled in there.
            "overnight" if !self.begins_weekday(at + 1) => (0, Some(PartOfDay::Overnight)),
            _ => return None,
        };
        let (part, end) = self.part_after(at + 1);
        Some(self.days_away(days, own_part.or(part), at, end))
    }

    fn begins_weekday(&self, at: usize) -> bool {
        self.norm(at).ends_with("day") || self.norm(at) == "into"
    }

    /// The day so many days from publication.
    fn days_away(&self, days: i32, part: Option<PartOfDay>, at: usize, end: usize) -> Found {
        let extent = self.published.map_or(Extent::Unplaced, |now| When::day(day_after(now, days)).extent);
        let mut found = Found::new(at..end, extent, Form::Relative);
        found.when.part = part;
        found
    }

    /// "this morning", "last night", "last week", "next month", "earlier this year".
    fn this_or_last(&self, at: usize) -> Option<Found> {
        let step = match self.norm(at) {
            "this" => 0,
            "last" => -1,
            "next" => 1,
            "over" if self.norm(at + 1) == "the" && self.norm(at + 2) == "weekend" => {
                let mut found = self.period(Unit::Weekend, 0, at)?;
                found.tokens = at + 1..at + 3;
                return Some(found);
            }
            _ => return None,
        };
        // "this past week", "this coming week"
        let skip = usize::from(matches!((step, self.norm(at + 1)), (0, "past" | "coming")));
        let step = match self.norm(at + skip) {
            "past" => -1,
            "coming" => 1,
            _ => step,
        };
        let noun = at + 1 + skip;
        // "this late-night venue"
        let is_compound = self.norm(noun + 1) == "-";
        let (part, end) = if is_compound { (None, noun) } else { self.part_after(noun) };
        if let Some(part) = part {
            return match step {
                0 => Some(self.days_away(0, Some(part), at, end)),
                -1 if skip == 0 && matches!(part, PartOfDay::Night | PartOfDay::Evening) => {
                    Some(self.days_away(-1, Some(part), at, end))
                }
                _ => None,
            };
        }
        let unit = unit_named(self.norm(noun)).filter(|unit| *unit != Unit::Day)?;
        if self.norm(at + skip) == "past" && unit != Unit::Weekend {
            return self.stretch_back(1, unit, at..noun + 1);
        }
        let mut found = self.period(unit, step, at)?;
        found.tokens = at..noun + 1;
        let earlier = match self.norm_before(at, 1) {
            "earlier" => Some(true),
            "later" => Some(false),
            _ => None,
        };
        if let (Some(is_earlier), 0, Some(now)) = (earlier, step, self.published) {
            found.tokens.start -= 1;
            if let Extent::Days { first, last, grain } = &mut found.when.extent {
                if is_earlier {
                    *last = now.clamp(*first, *last);
                } else {
                    *first = now.clamp(*first, *last);
                }
                *grain = Grain::Range;
            }
        }
        Some(found)
    }

    /// The present week, month … or one `step` away.
    fn period(&self, unit: Unit, step: i32, at: usize) -> Option<Found> {
        let Some(now) = self.published else {
            return Some(Found::new(at..at + 1, Extent::Unplaced, Form::Relative));
        };
        let (first, last, grain) = match unit {
            Unit::Day => return None,
            Unit::Weekend => {
                let saturday = match step {
                    // On a weekday "this weekend" is the coming one; over the weekend, the past.
                    1 => day_after(weekday_on_or_before(Weekday::Saturday, now), 7),
                    0 if self.looks_ahead(at) => day_after(monday_of(now), 5),
                    _ => weekday_on_or_before(Weekday::Saturday, now),
                };
                (saturday, day_after(saturday, 1), Grain::Weekend)
            }
            Unit::Week => {
                let monday = day_after(monday_of(now), 7 * step);
                // To some desks the week begins on Sunday.
                (day_after(monday, -1), day_after(monday, 6), Grain::Week)
            }
            Unit::Month => {
                let first = month_after(now.first_of_month(), step);
                (first, first.last_of_month(), Grain::Month)
            }
            Unit::Year => {
                let first = month_after(now.first_of_year(), 12 * step);
                (first, first.last_of_year(), Grain::Year)
            }
        };
        Some(Found::new(at..at + 1, When::days(first, last, grain).extent, Form::Relative))
    }

    /// "two days ago", "about a year ago", "a few weeks ago"; "a year after", of what
    /// the news follows so long afterwards.
    fn ago(&self, at: usize) -> Option<Found> {
        let (count, is_vague, next) = self.count_at(at)?;
        let unit = unit_named(self.norm(next))?;
        let form = match self.norm(next + 1) {
            "ago" => Form::Relative,
            // "for ten years after his trial" lasts, and weeks do not make the past.
            "after" if matches!(unit, Unit::Month | Unit::Year) && self.norm_before(at, 1) != "for" => {
                Form::Past
            }
            _ => return None,
        };
        let Some(now) = self.published else {
            return Some(Found::new(at..next + 2, Extent::Unplaced, form));
        };
        let back = |n: i32| match unit {
            Unit::Day => day_after(now, -n),
            Unit::Week | Unit::Weekend => day_after(now, -7 * n),
            Unit::Month => month_after(now, -n),
            Unit::Year => month_after(now, -12 * n),
        };
        let is_few = is_vague && count > 2;
        let (first, last) = if is_few { (back(7), back(2)) } else { (back(count), back(count)) };
        let (first, last, grain) = match unit {
            Unit::Day if is_few => (first, last, Grain::Range),
            Unit::Day => (first, last, Grain::Day),
            Unit::Week | Unit::Weekend => (day_after(first, -3), day_after(last, 3), Grain::Week),
            Unit::Month => (day_after(first, -15), day_after(last, 15), Grain::Month),
            Unit::Year => (month_after(first, -6), month_after(last, 6), Grain::Year),
        };
        // A month so counted begins on no first: in print it is a stretch of days.
        let grain = if matches!(grain, Grain::Month | Grain::Year) { Grain::Range } else { grain };
        let found = Found::new(at..next + 2, When::days(first, last, grain).extent, form);
        Some(if grain == Grain::Day && !is_vague { found } else { found.hedged() })
    }

    /// "the past 24 hours", "the last two weeks", "the past year".
    fn stretch(&self, at: usize) -> Option<Found> {
        let is_stretch =
            matches!(self.norm(at), "past" | "last" | "previous") && self.norm_before(at, 1) == "the";
        if !is_stretch {
            return None;
        }
        let (count, is_vague, next) = self.count_at(at + 1).unwrap_or((1, false, at + 1));
        let hours = matches!(self.norm(next), "hour" | "hours");
        let unit = if hours { Unit::Day } else { unit_named(self.norm(next))? };
        let count = if is_vague { 7 } else { count };
        let count = if hours { (count + 23) / 24 } else { count };
        self.stretch_back(count, unit, at..next + 1)
    }

    /// The days from so many units ago to publication.
    fn stretch_back(&self, count: i32, unit: Unit, tokens: Range<usize>) -> Option<Found> {
        let Some(now) = self.published else {
            return Some(Found::new(tokens, Extent::Unplaced, Form::Relative));
        };
        let first = match unit {
            Unit::Day => day_after(now, -count),
            Unit::Week | Unit::Weekend => day_after(now, -7 * count),
            Unit::Month => month_after(now, -count),
            Unit::Year => month_after(now, -12 * count),
        };
        Some(Found::new(tokens, When::days(first, now, Grain::Range).extent, Form::Relative))
    }

    /// "two days later", "a week earlier", "the next day", "that night".
    fn told_elsewhere(&self, at: usize) -> Option<Found> {
        let unplaced = |end: usize| Found::new(at..end, Extent::Unplaced, Form::Context);
        let is_unit = |i: usize| unit_named(self.norm(i)).is_some();
        if let Some((_, _, next)) = self.count_at(at) {
            let is_told = matches!(self.norm(next + 1), "later" | "earlier");
            return (is_unit(next) && is_told).then(|| unplaced(next + 2));
        }
        let (word, next) = (self.norm(at), self.norm(at + 1));
        let is_told = match word {
            "the" if matches!(next, "next" | "following" | "previous" | "same") => {
                is_unit(at + 2).then_some(at + 3)
            }
            "the" if is_unit(at + 1) && self.norm_before(at, 1) != "in" => {
                matches!(self.norm(at + 2), "before" | "after").then_some(at + 3)
            }
            "that" | "same" if is_unit(at + 1) => Some(at + 2),
            _ => None,
        };
        if let Some(end) = is_told {
            return Some(unplaced(end));
        }
        // "that night", "the next morning", "the night before"
        let (noun, end) = match (word, next, self.norm(at + 2)) {
            ("that", noun, _) => (noun, at + 2),
            ("the", "next" | "following" | "previous" | "same", noun) => (noun, at + 3),
            ("the", noun, "before") => (noun, at + 3),
            _ => return None,
        };
        let mut found = unplaced(end);
        found.when.part = Some(part_named(noun)?);
        Some(found)
    }

    /// A count of units: "two", "a", "a few", "a couple of"; whether it is vague,
    /// and where it ends.
    fn count_at(&self, at: usize) -> Option<(i32, bool, usize)> {
        let few = |word: &str| match word {
            "couple" => Some(2),
            "few" | "several" => Some(5),
            _ => None,
        };
        let word = self.norm(at);
        if let (true, Some(n)) = (matches!(word, "a"), few(self.norm(at + 1))) {
            let of = usize::from(self.norm(at + 2) == "of");
            return Some((n, true, at + 2 + of));
        }
        if let Some(n) = few(word).filter(|_| word != "couple") {
            return Some((n, true, at + 1));
        }
        let count = match word {
            "a" | "an" | "one" => 1,
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "five" => 5,
            "six" => 6,
            "seven" => 7,
            "eight" => 8,
            "nine" => 9,
            "ten" => 10,
            "eleven" => 11,
            "twelve" => 12,
            _ => word.parse::<i32>().ok().filter(|n| (1..1000).contains(n))?,
        };
        Some((count, false, at + 1))
    }

    /// "Christmas Day", "New Year's Eve", "Halloween 2014", "Fourth of July".
    pub(super) fn holiday(&self, at: usize) -> Option<Found> {
        let (holiday, end) = self.holiday_at(at)?;
        let year_before = at.checked_sub(1).and_then(|i| self.year_at(i));
        let (year, year_end) = self.year_after(end);
        if let Some(year) = year_before.or(year) {
            let extent = When::day(holiday.in_year(year)?).extent;
            let start = at - usize::from(year_before.is_some());
            return Some(Found::new(start..year_end, extent, Form::Holiday));
        }
        let extent = match (holiday, self.published) {
            (Holiday::Fixed(month, day), _) => self.in_a_year((month, day), (month, day), at),
            (Holiday::Nth(..), None) => Extent::Unplaced,
            (Holiday::Nth(..), Some(now)) => {
                let days = |years: [i16; 2]| years.map(|step| holiday.in_year(now.year() + step));
                let [before, this] = days([-1, 0]);
                let past = this.filter(|day| *day <= now).or(before);
                let coming = this.filter(|day| *day >= now).or(holiday.in_year(now.year() + 1));
                When::day(if self.looks_ahead(at) { coming? } else { past? }).extent
            }
        };
        let (part, end) = self.part_after(end);
        let mut found = Found::new(at..end, extent, Form::Holiday);
        found.when.part = part;
        Some(found)
    }

    /// The holiday whose name begins at the token, and where it ends.
    pub(super) fn holiday_at(&self, at: usize) -> Option<(Holiday, usize)> {
        if !self.is_capitalised(at) {
            return None;
        }
        let words = [self.norm(at), self.norm(at + 1), self.norm(at + 2), self.norm(at + 3)];
        let is_dated =
            matches!(self.norm_before(at, 1), "on" | "at" | "before" | "after" | "since" | "until" | "by");
        Some(match words {
            ["christmas", "eve", ..] => (Holiday::Fixed(12, 24), at + 2),
            ["christmas", "day", ..] => (Holiday::Fixed(12, 25), at + 2),
            ["christmas", ..] if is_dated && !self.can_be_noun(at + 1) => (Holiday::Fixed(12, 25), at + 1),
            ["boxing", "day", ..] => (Holiday::Fixed(12, 26), at + 2),
            ["new", "year", "'s", "eve"] => (Holiday::Fixed(12, 31), at + 4),
            ["new", "year", "'s", "day"] => (Holiday::Fixed(1, 1), at + 4),
            ["new", "years", "eve", ..] => (Holiday::Fixed(12, 31), at + 3),
            ["new", "years", "day", ..] => (Holiday::Fixed(1, 1), at + 3),
            ["halloween", ..] => (Holiday::Fixed(10, 31), at + 1),
            ["fourth", "of", "july", _] => (Holiday::Fixed(7, 4), at + 3),
            ["valentine", "'s", "day", _] => (Holiday::Fixed(2, 14), at + 3),
            ["st." | "st", "patrick", "'s", "day"] => (Holiday::Fixed(3, 17), at + 4),
            ["veterans", "day", ..] => (Holiday::Fixed(11, 11), at + 2),
            ["thanksgiving", "day", ..] => (Holiday::Nth(11, 4, Weekday::Thursday), at + 2),
            ["thanksgiving", ..] if is_dated => (Holiday::Nth(11, 4, Weekday::Thursday), at + 1),
            ["labor", "day", ..] => (Holiday::Nth(9, 1, Weekday::Monday), at + 2),
            ["memorial", "day", ..] => (Holiday::Nth(5, -1, Weekday::Monday), at + 2),
            _ => return None,
        })
    }
}

fn unit_named(word: &str) -> Option<Unit> {
    Some(match word {
        "day" | "days" => Unit::Day,
        "weekend" => Unit::Weekend,
        "week" | "weeks" => Unit::Week,
        "month" | "months" => Unit::Month,
        "year" | "years" => Unit::Year,
        _ => return None,
    })
}
