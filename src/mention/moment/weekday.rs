//! Weekdays: "Friday", "last Friday", "Thursday, 27 June 2017".
//!
//! A weekday that stands in a name ("Black Friday", "Sunday Times") or tells a habit
//! ("every Friday") is none.

use jiff::civil::{Date, Weekday};

use super::reader::{Reader, part_named};
use super::{Form, Found};
use crate::value::calendar::{
    day_after, monday_of, weekday_named, weekday_on_or_after, weekday_on_or_before,
};
use crate::value::{Extent, PartOfDay, When};

/// A word before a core that moves it: "last Friday", "next May", "this past Nov. 1".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pull {
    /// Where the expression begins with it.
    pub start: usize,
    direction: Direction,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Last,
    This,
    Next,
}

impl Pull {
    /// The weekday meant by an article of that day.
    fn weekday(self, weekday: Weekday, published: Date) -> Date {
        match self.direction {
            Direction::Last => weekday_on_or_before(weekday, day_after(published, -1)),
            Direction::This => weekday_on_or_after(weekday, published),
            Direction::Next => weekday_on_or_after(weekday, day_after(published, 1)),
        }
    }

    /// The first of the month meant; `this` is that month in the year of publication.
    pub(super) fn month(self, this: Date, published: Date) -> Date {
        let current = published.first_of_month();
        let step = match self.direction {
            Direction::Last if this >= current => -1,
            Direction::Next if this <= current => 1,
            Direction::Last | Direction::This | Direction::Next => 0,
        };
        Date::new(this.year() + step, this.month(), 1).unwrap_or(this)
    }
}

impl Reader<'_> {
    /// "Friday", "Friday night", "Sunday, Aug. 9, 2015", "Friday of last week".
    pub(super) fn weekday(&self, at: usize) -> Option<Found> {
        let weekday = self.weekday_at(at)?;
        if self.names_no_day(at) {
            return None;
        }
        let (part, end) = self.part_after(at + 1);
        if let Some(found) = self.date_beside_weekday(weekday, part, at, end) {
            return Some(found);
        }
        let pull = self.pulled(at);
        let (week, week_end) = self.week_after(end);
        let extent = match self.published {
            None => Extent::Weekday(weekday),
            Some(published) => {
                When::day(match (week, pull) {
                    (Some(weeks), _) => {
                        weekday_on_or_after(weekday, day_after(monday_of(published), 7 * weeks))
                    }
                    (None, Some(pull)) => pull.weekday(weekday, published),
                    (None, None) if self.looks_ahead(at) => weekday_on_or_after(weekday, published),
                    (None, None) => weekday_on_or_before(weekday, published),
                })
                .extent
            }
        };
        let start = pull.map_or(at, |pull| pull.start);
        let mut found = Found::new(start..week_end, extent, Form::Weekday);
        found.when.part = part;
        found.weekday_named = Some(weekday);
        Some(found)
    }

    /// The weekday of the token. Short forms are also verbs and newspapers: they
    /// need a capital and a dot or a date behind.
    fn weekday_at(&self, at: usize) -> Option<Weekday> {
        let word = self.norm(at);
        let weekday = weekday_named(word)?;
        let is_full = word.ends_with("day");
        let next = if self.norm(at + 1) == "," { at + 2 } else { at + 1 };
        let is_date = || self.month_first(next).is_some() || self.day_first(next).is_some();
        let is_short = || self.is_capitalised(at) && (is_date() || (word.ends_with('.') && word != "sat."));
        (is_full || is_short()).then_some(weekday)
    }

    /// "Black Friday", "Sunday Times", "Monday Night Football", "every Friday".
    fn names_no_day(&self, at: usize) -> bool {
        let before = matches!(
            self.norm_before(at, 1),
            "ash"
                | "black"
                | "bloody"
                | "bowl"
                | "cyber"
                | "easter"
                | "giving"
                | "good"
                | "palm"
                | "ruby"
                | "super"
        ) && self.is_capitalised(at - 1);
        let next = self.norm(at + 1);
        let after = self.is_capitalised(at + 1)
            && matches!(
                next,
                "express"
                    | "herald"
                    | "independent"
                    | "magazine"
                    | "mail"
                    | "mirror"
                    | "post"
                    | "school"
                    | "sun"
                    | "telegraph"
                    | "times"
                    | "world"
            );
        // "every Friday" and "Thursday nights" are habits.
        let is_habit = matches!(self.norm_before(at, 1), "every" | "each" | "most")
            || matches!(next, "mornings" | "afternoons" | "evenings" | "nights");
        let show = matches!(
            (next, self.norm(at + 2)),
            ("night", "football" | "lights" | "live" | "fever") | ("the", "13th") | ("night", "baseball")
        ) && (next == "the" || self.is_capitalised(at + 2));
        before || after || show || is_habit
    }

    /// The part of the day that follows a day: "night", "early morning".
    pub(super) fn part_after(&self, at: usize) -> (Option<PartOfDay>, usize) {
        let shade = self.norm(at);
        let is_shaded = matches!(shade, "early" | "late" | "mid");
        let dash = usize::from(is_shaded && self.norm(at + 1) == "-");
        let place = if is_shaded { at + 1 + dash } else { at };
        let Some(part) = part_named(self.norm(place)) else { return (None, at) };
        let part = match (shade, part) {
            ("early", PartOfDay::Morning) => PartOfDay::Early,
            ("late", PartOfDay::Night | PartOfDay::Evening) => PartOfDay::Late,
            _ => part,
        };
        (Some(part), place + 1)
    }

    /// The date that stands with the weekday, with or without comma or bracket.
    fn date_beside_weekday(
        &self,
        weekday: Weekday,
        part: Option<PartOfDay>,
        at: usize,
        end: usize,
    ) -> Option<Found> {
        let mark = self.norm(end);
        let skip = match (mark, self.norm(end + 1)) {
            (",", "the") => 2,
            ("," | "(" | "the", _) => 1,
            _ => 0,
        };
        let date = self
            .month_first(end + skip)
            .or_else(|| self.day_first(end + skip))
            .or_else(|| self.date_in_figures(end + skip))?;
        if date.tokens.start != end + skip || !names_a_day(&date.when) {
            return None;
        }
        let bracket = usize::from(mark == "(" && self.norm(date.tokens.end) == ")");
        let (later_part, end) = self.part_after(date.tokens.end + bracket);
        let mut found = Found { tokens: at..end, weekday_named: Some(weekday), ..date };
        if let (Form::Yearless, Some(day)) = (found.form, found.when.single_day()) {
            found.when = When::day(year_that_fits(weekday, day));
        }
        found.when.part = part.or(later_part);
        Some(found)
    }

    /// "of last week", "of this week": how many weeks from the present one.
    fn week_after(&self, at: usize) -> (Option<i32>, usize) {
        match (self.norm(at), self.norm(at + 1), self.norm(at + 2)) {
            ("of", "last", "week") => (Some(-1), at + 3),
            ("of", "this", "week") => (Some(0), at + 3),
            ("of", "next", "week") => (Some(1), at + 3),
            _ => (None, at),
        }
    }

    /// "last", "this past", "next", "this coming" before a core.
    pub(super) fn pulled(&self, at: usize) -> Option<Pull> {
        let at_word = at.checked_sub(1)?;
        let before = self.norm_before(at, 2);
        let direction = match self.norm(at_word) {
            "last" => Direction::Last,
            "past" if matches!(before, "this" | "the") => Direction::Last,
            "next" => Direction::Next,
            "coming" | "upcoming" if matches!(before, "this" | "the") => Direction::Next,
            "this" => Direction::This,
            _ => return None,
        };
        let start = if before == "this" && at >= 2 { at - 2 } else { at_word };
        Some(Pull { start, direction })
    }
}

/// The day in the year in which it falls on that weekday: the year it was read in,
/// or one of the two before. Further back, a wrong weekday would fit by chance.
fn year_that_fits(weekday: Weekday, day: Date) -> Date {
    (0..=2)
        .filter_map(|back| Date::new(day.year() - back, day.month(), day.day()).ok())
        .find(|day| day.weekday() == weekday)
        .unwrap_or(day)
}

/// False for a whole month, which cannot stand beside a weekday.
fn names_a_day(when: &When) -> bool {
    match when.extent {
        Extent::Days { first, last, .. } => first == last,
        Extent::Yearless { first, last } => first == last,
        Extent::EitherDay(..) | Extent::Impossible => true,
        Extent::Weekday(_) | Extent::Unplaced => false,
    }
}
