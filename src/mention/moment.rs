//! Days and periods in a sentence, as moments.
//!
//! A moment says which days its words can mean, given the day of publication.
//! Newsrooms leave out what the reader knows: a bare weekday is the last such day
//! up to publication, and so is a day without its year, unless the clause looks
//! ahead. Without a day of publication such words stay unresolved.

mod direction;
mod month;
mod reader;
mod relative;
mod surroundings;
mod weekday;
mod year;

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::clock::clocks;
use crate::language::Sentence;
use crate::value::calendar::{day_after, days_between, month_after};
use crate::value::{Extent, Grain, When};

use reader::Reader;

/// A day or period, with the words that tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Its tokens, without the preposition: "Sunday night", "early 2014".
    pub tokens: Range<usize>,
    /// The days it can mean.
    pub when: When,
    /// How it is told.
    pub form: Form,
    /// The weekday that is named, whether or not a date stands with it.
    pub weekday_named: Option<Weekday>,
    /// The preposition before it.
    pub preposition: Option<Preposition>,
    /// The noun it belongs to: "Friday's talks", "the Feb. 5 shooting".
    pub modifies: Option<usize>,
    /// True when it names an event and dates nothing: "the October 7 attacks".
    pub names_event: bool,
}

/// How a moment is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// With its year: "May 11, 2025", "2013", "the 1990s".
    Calendar,
    /// Without its year: "May 11", "October".
    Yearless,
    /// By weekday alone: "Friday night", "last Friday".
    Weekday,
    /// From the day of publication: "yesterday", "two weeks ago".
    Relative,
    /// By a holiday's name.
    Holiday,
    /// From a day told elsewhere: "two days later".
    Context,
    /// So long before the news: "a year after nine people were shot". Holds for what
    /// stands behind it and dates nothing before it.
    Past,
}

/// A preposition that places something in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // each is its own word
pub enum Preposition {
    On,
    In,
    At,
    Of,
    AsOf,
    For,
    From,
    Since,
    After,
    Before,
    Until,
    By,
    To,
    During,
    Between,
    Around,
}

impl Preposition {
    /// True when the days only bound what happened: "since Monday", "by Friday", "as of Friday".
    pub fn is_bound(self) -> bool {
        match self {
            Preposition::From
            | Preposition::Since
            | Preposition::After
            | Preposition::Before
            | Preposition::Until
            | Preposition::By
            | Preposition::AsOf
            | Preposition::To => true,
            Preposition::On
            | Preposition::In
            | Preposition::At
            | Preposition::Of
            | Preposition::For
            | Preposition::During
            | Preposition::Between
            | Preposition::Around => false,
        }
    }
}

/// What a reader found at a token.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Found {
    tokens: Range<usize>,
    when: When,
    form: Form,
    weekday_named: Option<Weekday>,
}

impl Found {
    fn new(tokens: Range<usize>, extent: Extent, form: Form) -> Found {
        Found { tokens, when: When::of(extent), form, weekday_named: None }
    }

    fn hedged(mut self) -> Found {
        self.when.is_hedged = true;
        self
    }
}

/// The moments of a sentence, in order; they do not overlap.
///
/// "on Thursday, 27 June 2017" is one moment with both weekday and date; that the
/// two do not fit is for others to say. "June 31" is a moment without a day.
pub fn moments(sentence: &Sentence<'_>, published: Option<Date>) -> Vec<Moment> {
    let reader = Reader { sentence, published };
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let Some(mut next) = reader.found_at(at) else {
            at += 1;
            continue;
        };
        let floor = found.last().map_or(0, |f| f.tokens.end);
        reader.pull_in_words_before(&mut next, floor);
        at = next.tokens.end;
        match found.last_mut().and_then(|last| joined(&reader, last, &next)) {
            Some(range) => *found.last_mut().expect("a range was joined to it") = range,
            None => found.push(next),
        }
    }
    let clocks = clocks(sentence);
    found.into_iter().map(|f| surroundings::moment(&reader, f, &clocks)).collect()
}

/// Gives the days without a year the year that their article gives elsewhere.
///
/// A story of June 2014 tells of "March 13, 2013" and later of "March 13": it means
/// the same day. So does "Feb. 5" in a story of November with "February 2015"; a
/// day of the last months stays where it is. Takes the moments of one article.
pub fn settle_years<'m>(moments: impl Iterator<Item = &'m mut Moment>, published: Option<Date>) {
    let mut all: Vec<&mut Moment> = moments.collect();
    let given: Vec<(Date, bool)> = all
        .iter()
        .filter(|m| m.form == Form::Calendar)
        .filter_map(|m| match m.when.extent {
            Extent::Days { first, grain: Grain::Day, .. } => Some((first, true)),
            Extent::Days { first, grain: Grain::Month, .. } => Some((first, false)),
            _ => None,
        })
        .collect();
    for moment in &mut all {
        let day = match (moment.form, moment.when.extent) {
            (Form::Yearless, Extent::Days { first, grain: Grain::Day, .. }) => (first.month(), first.day()),
            (Form::Yearless, Extent::Yearless { first, last }) if first == last => first,
            _ => continue,
        };
        let is_old = match (moment.when.single_day(), published) {
            (Some(read), Some(published)) => days_between(read, published) > RECENT,
            _ => true,
        };
        let fits = |(date, is_day): &&(Date, bool)| {
            date.month() == day.0 && if *is_day { date.day() == day.1 } else { is_old }
        };
        let mut years = given.iter().filter(fits).map(|(date, _)| date.year());
        let Some(year) = years.next().filter(|year| years.all(|other| other == *year)) else { continue };
        if let Ok(date) = Date::new(year, day.0, day.1) {
            moment.when.extent = When::day(date).extent;
        }
    }
}

/// Days in which a date without its year needs no other to be understood.
const RECENT: i32 = 120;

/// The range of two neighbours: "from Monday to Friday", "between 2010 and 2013".
fn joined(reader: &Reader<'_>, a: &Found, b: &Found) -> Option<Found> {
    let link: Vec<&str> = (a.tokens.end..b.tokens.start).map(|i| reader.norm(i)).collect();
    let is_between = || reader.norm_before(a.tokens.start, 1) == "between";
    match link[..] {
        ["to" | "through" | "thru" | "until" | "till" | "-" | "–" | "—" | "into"] => {}
        ["to" | "into", "the"] => {}
        ["and"] if is_between() => {}
        _ => return None,
    }
    let (mut first, last) = (a.when.first()?, b.when.last()?);
    // Each end was read by itself: "from October to June", "from Friday to Monday".
    if last < first {
        first = match (a.form, b.form) {
            (Form::Yearless, Form::Yearless) => month_after(first, -12),
            (Form::Weekday, Form::Weekday) => day_after(first, -7),
            _ => return None,
        };
    }
    let form = if b.form == Form::Calendar { b.form } else { a.form };
    let mut range =
        Found::new(a.tokens.start..b.tokens.end, Extent::Days { first, last, grain: Grain::Range }, form);
    range.when.is_hedged = a.when.is_hedged || b.when.is_hedged;
    Some(range)
}

#[cfg(test)]
mod tests;
