//! Publication lines: from "Published May 11th, 2025 - 06:29 GMT" to a day.
//!
//! Works on raw text, since such lines are read before anything is annotated.
//! Only a date with its year counts; a figure order is American unless the first
//! figure is above twelve.

use jiff::civil::Date;

use super::calendar::month_named;

/// The first full date in a line; one after "published" or "posted" comes first.
///
/// "Updated: Nov 28,2005 Posted: Nov 27,2005" gives the 27th; "Updated at 4:45
/// p.m. ET" gives none.
pub fn publication_date(line: &str) -> Option<Date> {
    let lower = line.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '–')))
        .filter(|word| !word.is_empty())
        .collect();
    let told = words.iter().position(|word| matches!(*word, "published" | "posted"));
    let from = |start: usize| (start..words.len()).find_map(|i| date_at(&words, i));
    told.and_then(from).or_else(|| from(0))
}

/// The date that starts at word `i`.
fn date_at(words: &[&str], i: usize) -> Option<Date> {
    let word = words[i];
    let next = |n: usize| words.get(i + n).copied().unwrap_or("");
    if let Some(date) = numeric(word) {
        return Some(date);
    }
    if let Some(month) = month_named(word) {
        return valid(year(next(2))?, month, day(next(1))?);
    }
    let of = usize::from(next(1) == "of");
    if let (Some(day), Some(month)) = (day(word), month_named(next(1 + of))) {
        return valid(year(next(2 + of))?, month, day);
    }
    // "11-May-2025"
    let mut parts = word.split('-');
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    valid(year(c)?, month_named(b)?, day(a)?)
}

/// A date in figures alone: "2013-03-22", "2025-05-11t06", "4/28/2015", "28.04.2015".
fn numeric(word: &str) -> Option<Date> {
    // RFC 3339 puts the time behind a "t"; its colons have split the word.
    let word = word.split('t').next()?;
    let separator = word.chars().find(|c| !c.is_ascii_digit())?;
    let mut parts = word.trim_end_matches('.').split(separator);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    if let Some(year) = year(a) {
        return valid(year, b.parse().ok()?, c.parse().ok()?);
    }
    let (a, b, year) = (a.parse::<i8>().ok()?, b.parse::<i8>().ok()?, year(c)?);
    match separator {
        '.' => valid(year, b, a),
        '/' | '-' if a > 12 => valid(year, b, a),
        '/' | '-' => valid(year, a, b),
        _ => None,
    }
}

/// A year in four figures that a news article can have been published in.
fn year(word: &str) -> Option<i16> {
    let year = word.trim_end_matches('.');
    let four = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    year.parse().ok().filter(|y| four && (1700..2200).contains(y))
}

/// A day of the month, "11" or "11th".
fn day(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let figures = ["st", "nd", "rd", "th"].iter().find_map(|s| word.strip_suffix(s)).unwrap_or(word);
    figures.parse().ok().filter(|d| (1..=31).contains(d) && figures.len() <= 2)
}

fn valid(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_publication_line_gives_its_day() {
        let lines = [
            ("Published May 11th, 2025 - 06:29 GMT", date(2025, 5, 11)),
            ("Posted: Sunday, February 16, 2014 1:50 PM EST", date(2014, 2, 16)),
            ("2013-03-22", date(2013, 3, 22)),
            ("2025-05-11T06:29:00Z", date(2025, 5, 11)),
            ("2025-05-11T06:29:00+02:00", date(2025, 5, 11)),
            ("Nov 28,2005", date(2005, 11, 28)),
            ("(Published Tuesday, April 28, 2015)", date(2015, 4, 28)),
            ("15 February 2014", date(2014, 2, 15)),
            ("Sat Nov 12 2011,01:19 hrs", date(2011, 11, 12)),
            ("Published on: Fri, 11 Nov 2011 at 09:56 IST", date(2011, 11, 11)),
            ("Posted on November 15,2011 6:07:15 PM GMT+01:0", date(2011, 11, 15)),
            ("Sept. 9, 2015", date(2015, 9, 9)),
            ("the 3rd of June 2014", date(2014, 6, 3)),
            ("04/28/2015 10:15", date(2015, 4, 28)),
            ("28/04/2015", date(2015, 4, 28)),
            ("28.04.2015", date(2015, 4, 28)),
            ("11-May-2025", date(2025, 5, 11)),
        ];
        for (line, want) in lines {
            assert_eq!(publication_date(line), Some(want), "{line}");
        }
    }

    #[test]
    fn a_line_without_a_full_date_gives_none() {
        for line in [
            "Updated at 4:45 p.m. ET",
            "Published May 11th",
            "June 31, 2014",
            "Call 555-01-2014 now",
            "Copyright 2012",
            "10-12",
            "13.14.2015",
            "",
            "…",
        ] {
            assert_eq!(publication_date(line), None, "{line}");
        }
    }

    #[test]
    fn the_day_of_publication_goes_before_that_of_an_update() {
        let line = "Updated: Sunday, April 27, 2014 2:31 PM Posted: Sunday, February 16, 2014";
        assert_eq!(publication_date(line), Some(date(2014, 2, 16)));
        let line = "Last updated on: November 11,2011 19:04 IST";
        assert_eq!(publication_date(line), Some(date(2011, 11, 11)));
    }
}
