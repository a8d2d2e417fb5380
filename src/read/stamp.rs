//! The line that says when an article was published.
//!
//! "Posted: Sunday, February 16, 2014 1:50 PM EST". A line is a stamp only if
//! every word of it belongs to a date, a time or a label; one word too many and
//! it is text.

use jiff::civil::Date;

/// What a publication line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The day, if it is whole and can be meant in one way only.
    pub date: Option<Date>,
    /// It has a word such as "posted".
    pub is_labelled: bool,
    /// It says only when the text was changed.
    pub is_update: bool,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const LABELS: [&str; 9] =
    ["created", "dated", "modified", "posted", "published", "publication", "update", "updated", "uploaded"];

const FILLERS: [&str; 31] = [
    "a",
    "ago",
    "am",
    "at",
    "d",
    "date",
    "day",
    "days",
    "first",
    "hour",
    "hours",
    "hrs",
    "last",
    "local",
    "m",
    "min",
    "mins",
    "minutes",
    "nd",
    "of",
    "on",
    "originally",
    "p",
    "pm",
    "rd",
    "st",
    "t",
    "th",
    "the",
    "time",
    "uk",
];

/// Where a date of figures has the month first.
const AMERICAN_ZONES: [&str; 12] =
    ["akst", "cdt", "cst", "ct", "edt", "est", "et", "hst", "mdt", "mst", "pdt", "pst"];

const OTHER_ZONES: [&str; 10] = ["bst", "cest", "cet", "eat", "eet", "gmt", "ist", "sgt", "utc", "z"];

/// The stamp that `line` is.
pub(super) fn stamp(line: &str) -> Option<Stamp> {
    let tokens = tokens(line)?;
    let words = || tokens.iter().filter_map(Token::word);
    let is_labelled = words().any(|word| LABELS.contains(&word.as_str()));
    let has_month = words().any(|word| month(word).is_some());
    let numbers = tokens.iter().filter(|token| matches!(token, Token::Number(..))).count();
    let has_date = (has_month && numbers > 0) || figures(&tokens).is_some();
    let is_short = words().count() + numbers <= 8;
    let may_go_undated = is_labelled && is_short;
    if !has_date && !may_go_undated {
        return None;
    }
    let is_new = |word: &String| LABELS.contains(&word.as_str()) && !is_change(word);
    let is_update = words().any(|word| is_change(word)) && !words().any(is_new);
    Some(Stamp { date: date(&tokens), is_labelled, is_update })
}

/// The day that a header's value names, in any usual form.
pub(super) fn day(value: &str) -> Option<Date> {
    stamp(value)?.date
}

/// Where a stamp begins that ends a line of other words.
///
/// "Two dead Posted: May 3, 2014", "Post | Marlow Sun May 4, 2014 10:26 PM". It
/// needs a label, or a time of day after a bar or a byline: "shot on May 3, 2014" ends
/// in a date too.
pub(super) fn glued(line: &str) -> Option<usize> {
    let is_opening = |c: char| c.is_uppercase() || c.is_ascii_digit();
    let starts = || {
        line.char_indices()
            .filter(|&(at, c)| is_opening(c) && line[..at].ends_with(char::is_whitespace))
            .map(|(at, _)| at)
    };
    starts().find(|&at| is_labelled_stamp(&line[at..])).or_else(|| {
        // "A bus fell at 10:20 on May 4, 2014" is text: a bar or a byline must stand before.
        let may_be_timed = line.contains('|') || line.to_lowercase().starts_with("by ");
        starts().find(|&at| may_be_timed && is_timed_stamp(&line[at..]))
    })
}

fn is_labelled_stamp(line: &str) -> bool {
    let first = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
    let opens = LABELS.contains(&first.as_str()) || matches!(first.as_str(), "first" | "last" | "originally");
    opens && line.contains(|c: char| c.is_ascii_digit()) && stamp(line).is_some_and(|stamp| stamp.is_labelled)
}

fn is_timed_stamp(line: &str) -> bool {
    line.contains(':') && stamp(line).is_some_and(|stamp| stamp.date.is_some())
}

fn is_change(label: &str) -> bool {
    matches!(label, "update" | "updated" | "modified")
}

#[derive(Debug)]
enum Token {
    Word(String),
    /// Value, digits, and whether a colon stands before or after it.
    Number(u32, usize, bool),
    Mark(char),
}

impl Token {
    fn word(&self) -> Option<&String> {
        match self {
            Token::Word(word) => Some(word),
            Token::Number(..) | Token::Mark(_) => None,
        }
    }
}

/// The parts of a line; `None` if one of them has no place in a stamp.
fn tokens(line: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let same: fn(char) -> bool = if first.is_ascii_digit() {
            |c| c.is_ascii_digit()
        } else if first.is_alphabetic() {
            char::is_alphabetic
        } else {
            |_| false
        };
        let length = rest.find(|c| !same(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (part, after) = rest.split_at(length);
        if first.is_ascii_digit() {
            let before = line[..line.len() - rest.len()].trim_end();
            let is_time = before.ends_with(':')
                && !before.trim_end_matches(':').ends_with(char::is_alphabetic)
                || after.starts_with(':');
            found.push(Token::Number(part.parse().ok()?, part.len(), is_time));
        } else if first.is_alphabetic() {
            let word = part.to_lowercase();
            if !is_stamp_word(&word) {
                return None;
            }
            found.push(Token::Word(word));
        } else if !first.is_whitespace() {
            if !matches!(
                first,
                '.' | ','
                    | ':'
                    | '-'
                    | '/'
                    | '|'
                    | '('
                    | ')'
                    | '+'
                    | '\u{b7}'
                    | '\u{2013}'
                    | '\u{2014}'
                    | '\u{2022}'
            ) {
                return None;
            }
            found.push(Token::Mark(first));
        }
        rest = after;
    }
    Some(found)
}

fn is_stamp_word(word: &str) -> bool {
    [&LABELS[..], &FILLERS[..], &AMERICAN_ZONES[..], &OTHER_ZONES[..]].iter().any(|list| list.contains(&word))
        || month(word).is_some()
        || is_short_for(word, &WEEKDAYS)
}

fn is_short_for(word: &str, list: &[&str]) -> bool {
    list.iter().any(|name| *name == word || (3..=5).contains(&word.len()) && name.starts_with(word))
}

/// 1 for "January" and "Jan".
fn month(word: &str) -> Option<i8> {
    let place = MONTHS.iter().position(|name| is_short_for(word, &[name]))?;
    i8::try_from(place + 1).ok()
}

fn date(tokens: &[Token]) -> Option<Date> {
    let named = tokens.iter().position(|token| token.word().is_some_and(|word| month(word).is_some()));
    match named {
        Some(at) => named_date(tokens, at),
        None => {
            let (a, b, c) = figures(tokens)?;
            let is_american =
                tokens.iter().filter_map(Token::word).any(|word| AMERICAN_ZONES.contains(&word.as_str()));
            figure_date(a, b, c, is_american)
        }
    }
}

/// "June 3rd, 2021", "9 September 2013", "28-Nov-05".
fn named_date(tokens: &[Token], at: usize) -> Option<Date> {
    let month = tokens[at].word().and_then(|word| month(word))?;
    let year = tokens.iter().find_map(|token| match token {
        Token::Number(value @ 1800..=2199, 4, false) => Some(*value),
        _ => None,
    });
    let is_day = |token: &&Token| matches!(token, Token::Number(1..=31, 1 | 2, false));
    let skip = |token: &&Token| match token {
        Token::Word(word) => matches!(word.as_str(), "of" | "the" | "th" | "st" | "nd" | "rd"),
        Token::Mark(mark) => matches!(mark, '.' | ',' | '-' | '/'),
        Token::Number(..) => false,
    };
    let after = tokens[at + 1..].iter().find(|token| !skip(token)).filter(is_day);
    let before = tokens[..at].iter().rev().find(|token| !skip(token)).filter(is_day);
    let (day, year) = match (before, after, year) {
        (_, Some(Token::Number(day, ..)), Some(year)) => (*day, year),
        (Some(Token::Number(day, ..)), _, Some(year)) => (*day, year),
        (Some(Token::Number(day, ..)), Some(Token::Number(year, 2, _)), None) => (*day, 2000 + *year),
        _ => return None,
    };
    Date::new(i16::try_from(year).ok()?, month, i8::try_from(day).ok()?).ok()
}

type Figure = (u32, usize);

/// Three numbers with the same mark between them.
fn figures(tokens: &[Token]) -> Option<(Figure, Figure, Figure)> {
    tokens.windows(5).find_map(|five| match five {
        [
            Token::Number(a, x, false),
            Token::Mark(m @ ('/' | '-' | '.')),
            Token::Number(b, 1 | 2, false),
            Token::Mark(n),
            Token::Number(c, z, false),
        ] if m == n && matches!((*x, *z), (4, 1 | 2) | (1 | 2, 4) | (1 | 2, 2)) => {
            Some(((*a, *x), (*b, 2), (*c, *z)))
        }
        _ => None,
    })
}

/// "2025-05-11", "11/27/2005"; "3/4/2025" only where the time zone is American.
fn figure_date(a: Figure, b: Figure, c: Figure, is_american: bool) -> Option<Date> {
    let (year, month, day) = if a.1 == 4 {
        (a.0, b.0, c.0)
    } else {
        let year = if c.1 == 2 { 2000 + c.0 } else { c.0 };
        if a.0 > 12 || a.0 == b.0 {
            (year, b.0, a.0)
        } else if b.0 > 12 || is_american {
            (year, a.0, b.0)
        } else {
            return None;
        }
    };
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_date_reads_however_it_is_written() {
        for line in [
            "2014-02-16",
            "2014-02-16T13:50:00Z",
            "February 16, 2014",
            "Posted: Sunday, February 16, 2014 1:50 PM EST",
            "Published February 16th, 2014 - 06:29 GMT",
            "Published on: Sun, 16 Feb 2014 at 09:56 IST",
            "Published: 16 Feb 2014 11:25 GMT+02:00",
            "Sun Feb 16 2014,01:19 hrs",
            "Last Updated: Sunday, 16 February 2014,02:24 GMT",
            "16 February 2014 Last updated at 14:39 GMT",
            "11: 39am UK, Sunday 16 February 2014",
            "Sunday, February 16-2014 at 16:12",
            "updated 2/16/2014 3:02:00 PM ET",
            "16/2/14",
            "16-Feb-14",
            "16.02.2014, 10.15 p.m.",
        ] {
            assert_eq!(day(line), Some(date(2014, 2, 16)), "{line}");
        }
    }

    #[test]
    fn figures_that_can_be_read_twice_are_no_date() {
        assert_eq!(day("3/4/2014"), None);
        assert_eq!(day("3/4/2014 1:50 PM EST"), Some(date(2014, 3, 4)));
        assert_eq!(day("2014-02-30"), None);
        assert_eq!(day("31 June 2014"), None);
        assert_eq!(day("May 2014"), None);
    }

    #[test]
    fn a_line_with_other_words_is_text() {
        for line in [
            "Published in 2014, the book sold 40 copies",
            "Updated figures show 50 dead",
            "On May 3, 2014, a bus fell",
            "Sunday",
            "6:30 PM",
            "20 days",
            "40-20",
            "",
        ] {
            assert_eq!(stamp(line), None, "{line}");
        }
        assert!(stamp("Posted on").is_some_and(|s| s.is_labelled && s.date.is_none()));
        assert!(stamp("Updated 3 hours ago").is_some_and(|s| s.is_update));
    }

    #[test]
    fn a_stamp_may_be_glued_to_a_title() {
        let line = "Bus falls into river Posted: Sunday, May 4, 2014 6:20 PM EST Updated: Monday, May 5, 2014 11:17 AM";
        assert_eq!(glued(line).map(|at| &line[at..at + 7]), Some("Posted:"));
        let line = "The Marlow Post | post.example Sun May 4, 2014 10:26 PM";
        assert_eq!(glued(line).map(|at| &line[at..at + 3]), Some("Sun"));
        let line = "Bus falls Saturday Posted: Sunday, May 4, 2014 6:20 PM EST";
        assert_eq!(glued(line).map(|at| &line[at..at + 6]), Some("Posted"));
        assert_eq!(glued("A bus fell at 10:20 on May 4, 2014."), None);
        assert_eq!(glued("Two shot in Marlow on May 4, 2014"), None);
        assert_eq!(glued("The report was published May 4, 2014"), None);
        assert_eq!(glued("The bill was sent. Posted: nobody, said the 20 members"), None);
    }
}
