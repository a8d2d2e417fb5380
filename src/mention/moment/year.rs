//! Years, decades and seasons: "in 2013", "the 2015 slayings", "the 1990s",
//! "summer of 2014".
//!
//! A bare figure of four digits is a year only where its neighbours say so: "2013
//! people" counts.

use jiff::civil::Date;

use super::reader::{Reader, part_of_period};
use super::{Form, Found};
use crate::language::Tag;
use crate::value::calendar::month_after;
use crate::value::{Extent, Grain, PartOfDay, When};

impl Reader<'_> {
    pub(super) fn year_or_decade(&self, at: usize) -> Option<Found> {
        self.decade(at)
            .or_else(|| self.middle_of_year(at))
            .or_else(|| self.years(at))
            .or_else(|| self.year(at))
    }

    /// A year in four figures: nothing for "2,013", nor for "2013.5".
    pub(super) fn year_at(&self, at: usize) -> Option<i16> {
        let word = self.norm(at);
        let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        word.parse().ok().filter(|year| is_year && (1500..2100).contains(year))
    }

    /// "in 2013", "since 2013", "the 2015 slayings".
    fn year(&self, at: usize) -> Option<Found> {
        // "the 2011 New Year's Eve": the holiday takes its year along.
        let year = self.year_at(at).filter(|_| self.holiday_at(at + 1).is_none())?;
        let before = self.norm_before(at, 1);
        let is_counting = self.can_be_noun(at + 1) && !self.is_capitalised(at + 1);
        let is_year = match before {
            "in" | "since" | "early" | "late" | "mid" | "circa" | "during" | "throughout" => {
                !self.is_hours(at + 1)
            }
            "of" | "by" | "until" | "till" | "from" | "before" | "after" | "through" | "for" | "around"
            | "between" => !is_counting && !self.is_hours(at + 1),
            "to" | "and" | "or" | "," if self.year_at(at.wrapping_sub(2)).is_some() => !is_counting,
            "a" | "an" | "the" | "this" | "that" | "his" | "her" | "its" | "their" | "'s" | "our" | "my" => {
                self.can_be_noun(at + 1) || self.sentence_tag(at + 1) == Some(Tag::Adj)
            }
            // "the fatal 2012 shooting"
            _ => {
                let is_adjective = at.checked_sub(1).and_then(|i| self.sentence_tag(i)) == Some(Tag::Adj);
                is_adjective && is_counting && self.norm_before(at, 2) == "the"
            }
        };
        is_year.then(|| whole_year(year, at..at + 1)).flatten()
    }

    /// "1900 hours" and "2000 GMT" are times of day.
    fn is_hours(&self, at: usize) -> bool {
        matches!(self.norm(at), "hours" | "hrs" | "gmt" | "utc" | "local" | "ist" | "est")
    }

    fn sentence_tag(&self, at: usize) -> Option<Tag> {
        (at < self.sentence.len()).then(|| self.sentence.tag(at))
    }

    /// "mid-2014", "mid 2014".
    fn middle_of_year(&self, at: usize) -> Option<Found> {
        let year = match self.norm(at).strip_prefix("mid-") {
            Some(rest) if rest.len() == 4 => rest.parse().ok()?,
            Some(_) => return None,
            None if self.norm_before(at, 1) == "-" && self.norm_before(at, 2) == "mid" => self.year_at(at)?,
            None => return None,
        };
        let found = whole_year(year, at..at + 1)?;
        let when = part_of_period(&found.when, PartOfDay::Midday)?;
        Some(Found { when, ..found })
    }

    /// "2012-13", "2012–2014", where a preposition or an article stands before.
    fn years(&self, at: usize) -> Option<Found> {
        let first = self.year_at(at)?;
        let is_dash = matches!(self.norm(at + 1), "-" | "–" | "—" | "/");
        let last = match self.norm(at + 2) {
            two if two.len() == 2 => first / 100 * 100 + two.parse::<i16>().ok()?,
            _ => self.year_at(at + 2)?,
        };
        let is_told = matches!(
            self.norm_before(at, 1),
            "in" | "from" | "of" | "the" | "for" | "during" | "since" | "("
        );
        if !is_dash || !is_told || last <= first {
            return None;
        }
        let (start, end) = (Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?);
        Some(Found::new(at..at + 3, When::days(start, end, Grain::Range).extent, Form::Calendar))
    }

    /// "the 1990s", "the '90s", "the late 1990s".
    fn decade(&self, at: usize) -> Option<Found> {
        let figures = self.norm(at).strip_suffix('s')?.trim_end_matches('\'');
        let first = match (figures.len(), figures.strip_prefix('\'')) {
            (4, None) => figures.parse::<i16>().ok()?,
            (3, Some(two)) => 1900 + two.parse::<i16>().ok()?,
            _ => return None,
        };
        let is_told = matches!(self.norm_before(at, 1), "the" | "early" | "mid" | "late" | "-" | "since");
        if !is_told || first % 10 != 0 {
            return None;
        }
        let (start, end) = (Date::new(first, 1, 1).ok()?, Date::new(first + 9, 12, 31).ok()?);
        let extent = When::days(start, end, Grain::Decade).extent;
        Some(Found::new(at..at + 1, extent, Form::Calendar))
    }

    /// "summer 2014", "the spring of 2014", "last summer".
    pub(super) fn season(&self, at: usize) -> Option<Found> {
        let month = season_named(self.norm(at))?;
        let of = usize::from(self.norm(at + 1) == "of");
        let comma = usize::from(self.norm(at + 1) == ",");
        if let Some(year) = self.year_at(at + 1 + of + comma) {
            let end = at + 2 + of + comma;
            return Some(season_from(Date::new(year, month, 1).ok()?, at..end, Form::Calendar));
        }
        let pull = self.pulled(at)?;
        let Some(published) = self.published else {
            return Some(Found::new(pull.start..at + 1, Extent::Unplaced, Form::Relative));
        };
        let this = Date::new(published.year(), month, 1).ok()?;
        Some(season_from(pull.month(this, published), pull.start..at + 1, Form::Relative))
    }
}

/// First month of the season in the north; its edges are hedged.
fn season_named(word: &str) -> Option<i8> {
    Some(match word {
        "spring" => 3,
        "summer" => 6,
        "fall" | "autumn" => 9,
        "winter" => 12,
        _ => return None,
    })
}

fn season_from(first: Date, tokens: std::ops::Range<usize>, form: Form) -> Found {
    let last = month_after(first, 2).last_of_month();
    Found::new(tokens, When::days(first, last, Grain::Season).extent, form).hedged()
}

fn whole_year(year: i16, tokens: std::ops::Range<usize>) -> Option<Found> {
    let first = Date::new(year, 1, 1).ok()?;
    let extent = Extent::Days { first, last: first.last_of_year(), grain: Grain::Year };
    Some(Found::new(tokens, extent, Form::Calendar))
}
