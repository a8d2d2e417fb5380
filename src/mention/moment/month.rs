//! Dates with a month in them: "May 11, 2025", "10 Nov 11", "late June",
//! "2016-01-24".
//!
//! "May" and "March" are verbs, and "April", "June" and "August" people, unless a
//! figure or a preposition stands by.

use jiff::civil::Date;

use super::reader::{Reader, part_of_period};
use super::{Form, Found};
use crate::value::calendar::{longest_month, month_named};
use crate::value::{Extent, Grain, PartOfDay, When};

impl Reader<'_> {
    /// "May 11, 2025", "Nov. 1", "May 5-7", "February 2013", "in October".
    pub(super) fn month_first(&self, at: usize) -> Option<Found> {
        let (month, is_mid) = self.month_at(at)?;
        let next = if self.norm(at + 1) == "the" { at + 2 } else { at + 1 };
        let day =
            (!is_mid).then(|| self.day_of_month(next)).flatten().filter(|_| !self.counts_after(at, next));
        if let Some(first) = day {
            let (last, end) = self.second_day(first, next + 1).unwrap_or((first, next + 1));
            return Some(self.dated((month, first), (month, last), at, end));
        }
        let found = self.whole_month(month, at)?;
        if !is_mid {
            return Some(found);
        }
        let when = part_of_period(&found.when, PartOfDay::Midday)?;
        Some(Found { when, ..found })
    }

    /// "11 May 2025", "10th Nov", "10 Nov 11", "the 9th of May".
    pub(super) fn day_first(&self, at: usize) -> Option<Found> {
        let first = self.day_of_month(at)?;
        let (last, mut next) = match self.norm(at + 1) {
            "-" | "–" | "to" | "and" => (self.day_of_month(at + 2).filter(|&d| d > first)?, at + 3),
            _ => (first, at + 1),
        };
        if self.norm(next) == "of" {
            next += 1;
        }
        let (month, is_mid) = self.month_at(next)?;
        // "May 5 June …" is no day before June, and "3 March people" is none.
        let is_taken = at > 0 && self.month_at(at - 1).is_some_and(|_| self.is_capitalised(at - 1));
        if is_mid || is_taken || !self.is_capitalised(next) {
            return None;
        }
        let end = next + 1;
        if let Some(year) = self.short_year(end) {
            return Some(full(year, (month, first), (month, last), at..end + 1));
        }
        Some(self.dated((month, first), (month, last), at, end))
    }

    /// Month and days found, `end` is where a year can follow.
    fn dated(&self, first: (i8, i8), last: (i8, i8), at: usize, end: usize) -> Found {
        let (year, end) = self.year_after(end);
        if let Some(year) = year {
            return full(year, first, last, at..end);
        }
        if last.1 > longest_month(last.0) {
            return Found::new(at..end, Extent::Impossible, Form::Yearless);
        }
        Found::new(at..end, self.in_a_year(first, last, at), Form::Yearless)
    }

    /// A month without a day.
    fn whole_month(&self, month: i8, at: usize) -> Option<Found> {
        let (first, last) = ((month, 1), (month, longest_month(month)));
        let of = usize::from(self.norm(at + 1) == "of");
        if let (Some(year), end) = self.year_after(at + 1 + of) {
            let start = Date::new(year, month, 1).ok()?;
            let extent = Extent::Days { first: start, last: start.last_of_month(), grain: Grain::Month };
            return Some(Found::new(at..end, extent, Form::Calendar));
        }
        if !self.is_bare_month(at) {
            return None;
        }
        let pulled = self.pulled(at);
        let extent = match (pulled, self.published) {
            (Some(pull), Some(published)) => {
                let this = Date::new(published.year(), month, 1).ok()?;
                let start = pull.month(this, published);
                Extent::Days { first: start, last: start.last_of_month(), grain: Grain::Month }
            }
            _ => self.in_a_year(first, last, at),
        };
        let start = pulled.map_or(at, |pull| pull.start);
        Some(Found::new(start..at + 1, extent, Form::Yearless))
    }

    /// Month of the token, and whether it is the middle of it: "mid-May".
    fn month_at(&self, at: usize) -> Option<(i8, bool)> {
        let word = self.norm(at);
        if let Some(rest) = word.strip_prefix("mid-") {
            return Some((month_named(rest)?, true));
        }
        let month = month_named(word)?;
        let is_mid = self.norm_before(at, 1) == "-" && self.norm_before(at, 2) == "mid";
        (is_mid || self.is_capitalised(at) || word.len() > 5).then_some((month, is_mid))
    }

    /// True for a month that stands without day or year and is no name or verb.
    fn is_bare_month(&self, at: usize) -> bool {
        let word = self.norm(at);
        let before = self.norm_before(at, 1);
        if word.starts_with("mid-") || before == "-" && self.norm_before(at, 2) == "mid" {
            return true;
        }
        if !self.is_capitalised(at) {
            return false;
        }
        let is_sure = matches!(
            before,
            "in" | "since"
                | "until"
                | "till"
                | "during"
                | "last"
                | "next"
                | "this"
                | "past"
                | "early"
                | "mid"
                | "late"
                | "of"
                | "through"
                | "between"
        );
        // "in April and May"
        let is_listed = matches!(before, "and" | "or" | "to" | "through")
            && at >= 2
            && self.is_capitalised(at - 2)
            && month_named(self.norm(at - 2)).is_some();
        let is_sure = is_sure || is_listed;
        match word {
            "may" => is_sure,
            "march" => is_sure && self.norm(at + 1) != "on",
            "april" | "june" | "august" => {
                let is_name = |i: usize| self.is_capitalised(i) && i < self.sentence.len();
                let after = matches!(before, "by" | "from" | "before" | "after" | "to" | "the" | "an");
                (is_sure || after) && !is_name(at + 1)
            }
            // Short forms are short for dates only.
            _ => word.len() > 5 || word == "july" || (is_sure && word.ends_with('.')),
        }
    }

    /// The day of the month at a token: "11", "11th"; nothing for hours and figures.
    fn day_of_month(&self, at: usize) -> Option<i8> {
        let word = self.norm(at);
        let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end));
        let figures = if is_ordinal { &word[..word.len() - 2] } else { word };
        if figures.is_empty() || figures.len() > 2 || !figures.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let is_hour = matches!(
            self.norm(at + 1),
            "a.m."
                | "p.m."
                | "a.m"
                | "p.m"
                | "am"
                | "pm"
                | "o'clock"
                | "%"
                | "percent"
                | "hours"
                | "hrs"
                | ":"
        );
        figures.parse().ok().filter(|day| (1..=31).contains(day) && !is_hour)
    }

    /// "In May 20 people were hurt": the figure counts people.
    fn counts_after(&self, month: usize, figure: usize) -> bool {
        let is_plain = matches!(self.norm_before(month, 1), "in" | "since" | "during" | "until");
        let ordinal = self.norm(figure).ends_with(char::is_alphabetic);
        is_plain && !ordinal && self.can_be_noun(figure + 1)
    }

    /// The last day of "5-7", "5 to 7", "5 and 6", and where it ends.
    fn second_day(&self, first: i8, at: usize) -> Option<(i8, usize)> {
        let is_link = match self.norm(at) {
            "-" | "–" | "—" | "to" | "through" => true,
            "and" | "&" | "or" => !self.can_be_noun(at + 2),
            _ => false,
        };
        let last = self.day_of_month(at + 1).filter(|&day| is_link && day > first)?;
        // "May 5 to 7 June" and "May 5 - 10:30" are something else.
        (self.month_at(at + 2).is_none()).then_some((last, at + 2))
    }

    /// The year at or after a comma, with where the date ends.
    pub(super) fn year_after(&self, at: usize) -> (Option<i16>, usize) {
        let comma = usize::from(self.norm(at) == ",");
        let year = self.year_at(at + comma);
        if year.is_some() && !self.is_counting(at + comma) {
            return (year, at + comma + 1);
        }
        let short = self.norm(at + comma);
        if let Some(figures) = short.strip_prefix('\'').filter(|f| f.len() == 2) {
            return (figures.parse().ok().map(whole_year), at + comma + 1);
        }
        let told = match (self.norm(at), self.norm(at + 1)) {
            ("this", "year") => Some(0),
            ("last", "year") => Some(-1),
            ("next", "year") => Some(1),
            _ => None,
        };
        match (told, self.published) {
            (Some(step), Some(published)) => (Some(published.year() + step), at + 2),
            _ => (None, at),
        }
    }

    /// "of May 7, 2013 people": seldom, and only with a plain noun right behind.
    fn is_counting(&self, year: usize) -> bool {
        matches!(self.norm(year + 1), "people" | "men" | "women" | "children" | "percent" | "%" | "hours")
    }

    /// The two figures of "10 Nov 11", unless they count or open an hour.
    fn short_year(&self, at: usize) -> Option<i16> {
        let word = self.norm(at);
        let is_two = word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit());
        let next = self.norm(at + 1);
        let is_free = next.is_empty() || !next.starts_with(char::is_alphanumeric) || is_closing(next);
        (is_two && is_free && next != ":" && next != "%").then(|| word.parse().ok().map(whole_year)).flatten()
    }

    /// "2016-01-24", "1-24-16", "5/7/2015" (the order is open), "24.01.2016".
    pub(super) fn date_in_figures(&self, at: usize) -> Option<Found> {
        if !self.norm(at).starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let mut end = at + 1;
        while end < self.sentence.len() && !self.sentence.has_space_before(end) && end < at + 5 {
            end += 1;
        }
        while end > at + 1 && !self.norm(end - 1).ends_with(|c: char| c.is_ascii_digit()) {
            end -= 1;
        }
        let text = &self.sentence.whole_text()[self.sentence.bytes(at..end)];
        let separator = text.chars().find(|c| !c.is_ascii_digit())?;
        let mut parts = text.split(separator);
        let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || !matches!(separator, '-' | '/' | '.') {
            return None;
        }
        let figure =
            |text: &str| text.parse::<i16>().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
        let (x, y, z) = (figure(a)?, figure(b)?, figure(c)?);
        let extent = match (a.len(), b.len(), c.len(), separator) {
            (4, 2, 2, '-' | '/') => on_day(x, y, z).unwrap_or(Extent::Impossible),
            (1..=2, 1..=2, 4, '.') => on_day(z, y, x)?,
            (1..=2, 1..=2, 4, _) => self.in_either_order(z, x, y)?,
            (1..=2, 1..=2, 2, '/') => self.in_either_order(whole_year(z), x, y)?,
            (1..=2, 1..=2, 2, '-') if self.follows_date_word(at) => {
                self.in_either_order(whole_year(z), x, y)?
            }
            _ => return None,
        };
        Some(Found::new(at..end, extent, Form::Calendar))
    }

    /// Without such a word, "12-10-10" can be a score or a part number.
    fn follows_date_word(&self, at: usize) -> bool {
        matches!(
            self.norm_before(at, 1),
            "on" | "since" | "from" | "until" | "dated" | "before" | "after" | "by" | "(" | ","
        )
    }

    /// American order first; the other stays open unless it lies in the future.
    fn in_either_order(&self, year: i16, a: i16, b: i16) -> Option<Extent> {
        match (Date::new(year, small(a)?, small(b)?), Date::new(year, small(b)?, small(a)?)) {
            (Ok(day), Err(_)) | (Err(_), Ok(day)) => Some(When::day(day).extent),
            (Ok(first), Ok(second)) if first == second => Some(When::day(first).extent),
            (Ok(first), Ok(second)) => Some(match self.published {
                Some(now) if first <= now && second > now => When::day(first).extent,
                Some(now) if second <= now && first > now => When::day(second).extent,
                _ => Extent::EitherDay(first, second),
            }),
            (Err(_), Err(_)) => None,
        }
    }
}

/// A date with its year, or a day that no calendar has.
fn full(year: i16, first: (i8, i8), last: (i8, i8), tokens: std::ops::Range<usize>) -> Found {
    let extent = match (Date::new(year, first.0, first.1), Date::new(year, last.0, last.1)) {
        (Ok(day), Ok(other)) if day == other => When::day(day).extent,
        (Ok(first), Ok(last)) => When::days(first, last, Grain::Range).extent,
        (Err(_), _) | (_, Err(_)) => Extent::Impossible,
    };
    Found::new(tokens, extent, Form::Calendar)
}

fn on_day(year: i16, month: i16, day: i16) -> Option<Extent> {
    Date::new(year, small(month)?, small(day)?).ok().map(|day| When::day(day).extent)
}

fn small(figure: i16) -> Option<i8> {
    figure.try_into().ok()
}

/// The century of a year in two figures: '69 is 1969, '15 is 2015.
fn whole_year(two: i16) -> i16 {
    if two < 50 { 2000 + two } else { 1900 + two }
}

/// Words that can follow a date; a noun there would be counted.
fn is_closing(word: &str) -> bool {
    matches!(
        word,
        "and" | "at" | "by" | "for" | "from" | "in" | "off" | "on" | "to" | "when" | "with" | "while"
    )
}
