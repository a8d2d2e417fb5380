//! Weekdays against their dates, and days that no month has.
//!
//! "Thursday, 27 June 2017" tells one day twice, and the calendar knows whether the
//! two fit. Which of them is meant, it does not know: the weekday is one reading,
//! the date the other. So are "June" and "31".

use std::ops::Range;

use jiff::civil::Date;

use crate::claim::{Claim, Event, Kind, Subject, Value};
use crate::detect::Material;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Reach, Reading, Severity, Verdict};
use crate::language::Sentence;
use crate::mention::{Form, Moment};
use crate::value::calendar::{
    day_after, days_between, longest_month, month_name, month_named, weekday_name, weekday_named,
};
use crate::value::{Extent, When};

/// First year in which all of Europe's press would reckon alike; before, a weekday may
/// fit the other calendar.
const FIRST_YEAR: i16 = 1900;

/// Days around publication in which a weekday with its date is that of this week: a
/// date of another year would give its year.
const WEEK: i32 = 6;

/// The topics of kind weekday in one article, by place.
pub(super) fn topics(material: &Material, claims: &mut Vec<Claim>) -> Vec<JudgedTopic> {
    let published = material.article.article.published;
    let mut topics = Vec::new();
    for (sentence, found) in material.sentences() {
        for moment in found.moments.iter().filter(|m| !m.when.is_hedged) {
            let misfit = no_such_day(&sentence, moment).or_else(|| unfit(&sentence, moment, published));
            topics.extend(misfit.map(|misfit| topic(material, &sentence, moment, misfit, claims)));
        }
    }
    topics
}

/// Two parts of one expression that do not fit.
struct Misfit {
    a: Range<usize>,
    b: Range<usize>,
    confidence: Confidence,
    reason: String,
}

/// "June 31": the month has no such day.
fn no_such_day(sentence: &Sentence, moment: &Moment) -> Option<Misfit> {
    if moment.when.extent != Extent::Impossible {
        return None;
    }
    let mut tokens = moment.tokens.clone();
    let month_at = tokens.clone().find(|&i| month_named(sentence.norm(i)).is_some())?;
    let day_at = tokens.find(|&i| day_of_month(sentence.norm(i)).is_some_and(|day| day > 28))?;
    let month = month_named(sentence.norm(month_at))?;
    let day = day_of_month(sentence.norm(day_at))?;
    let longest = longest_month(month);
    let reason = if day <= longest {
        format!("that year has no {day} {}", month_name(month))
    } else {
        format!("{} has {longest} days", month_name(month))
    };
    let (a, b) = (month_at.min(day_at), month_at.max(day_at));
    Some(Misfit { a: a..a + 1, b: b..b + 1, confidence: Confidence::High, reason })
}

/// "Thursday, 27 June 2017": that day was a Tuesday.
fn unfit(sentence: &Sentence, moment: &Moment, published: Option<Date>) -> Option<Misfit> {
    let named = moment.weekday_named?;
    let (day, confidence) = match moment.form {
        Form::Calendar => (moment.when.single_day()?, Confidence::High),
        Form::Yearless => (this_year(moment.when.single_day()?, published?)?, Confidence::Medium),
        Form::Weekday | Form::Relative | Form::Holiday | Form::Context | Form::Past => return None,
    };
    if day.weekday() == named || day.year() < FIRST_YEAR {
        return None;
    }
    let mut tokens = moment.tokens.clone();
    let a = tokens.find(|&i| weekday_named(sentence.norm(i)).is_some())?;
    let is_figure = |i: &usize| sentence.norm(*i).starts_with(|c: char| c.is_ascii_digit());
    let is_date = |i: &usize| is_figure(i) || month_named(sentence.norm(*i)).is_some();
    let (first, last) = (tokens.clone().find(is_date)?, tokens.rev().find(is_date)?);
    let verb = match published {
        Some(published) if day >= published => "is",
        _ => "was",
    };
    let reason = format!("{} {verb} a {}", When::day(day), weekday_name(day.weekday()));
    Some(Misfit { a: a..a + 1, b: first..last + 1, confidence, reason })
}

/// The day of that name nearest to publication, if it lies in the same week or so.
fn this_year(day: Date, published: Date) -> Option<Date> {
    let years = [published.year() - 1, published.year(), published.year() + 1];
    let days = years.into_iter().filter_map(|year| Date::new(year, day.month(), day.day()).ok());
    let near = day_after(published, -WEEK)..=day_after(published, WEEK);
    days.filter(|day| near.contains(day)).min_by_key(|&day| days_between(day, published).abs())
}

fn day_of_month(word: &str) -> Option<i8> {
    word.trim_end_matches(char::is_alphabetic).parse().ok()
}

/// Adds the claims of a misfit and gives its topic.
fn topic(
    material: &Material,
    sentence: &Sentence,
    moment: &Moment,
    misfit: Misfit,
    claims: &mut Vec<Claim>,
) -> JudgedTopic {
    let text = |tokens: &Range<usize>| sentence.whole_text()[sentence.bytes(tokens.clone())].to_owned();
    let title = text(&(misfit.a.start..misfit.b.end));
    let readings = [misfit.a, misfit.b].map(|tokens| {
        let value = text(&tokens);
        let subject = Subject::Event(Event { class: "date".to_owned(), ..Event::default() });
        let when = Value::When(moment.when.clone());
        claims.push(material.claim(Kind::Weekday, sentence, tokens, when, subject));
        Reading { value, claims: vec![ClaimId(claims.len() as u32 - 1)] }
    });
    JudgedTopic {
        fingerprint: String::new(),
        hint: None,
        accepted: None,
        kind: Kind::Weekday,
        reach: Reach::Internal,
        verdict: Verdict::Conflict,
        confidence: misfit.confidence,
        severity: Severity::Medium,
        topic: title,
        reason: misfit.reason,
        readings: readings.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Cluster;
    use crate::read;

    /// Published on Wednesday, 28 June 2017.
    fn reasons(text: &str) -> Vec<String> {
        let cluster = Cluster::new(vec![read::article("a", None, None, Some("2017-06-28"), text)]);
        let topics = crate::check(&cluster).topics;
        topics.into_iter().filter(|t| t.kind == Kind::Weekday).map(|t| t.reason).collect()
    }

    #[test]
    fn a_weekday_that_is_not_its_dates_is_told() {
        for (text, reason) in [
            ("The verdict was read on Thursday, 27 June 2017.", "27 June 2017 was a Tuesday"),
            ("The verdict was read on Thursday, June 27, 2017.", "27 June 2017 was a Tuesday"),
            ("The verdict was read on Thursday (June 27, 2017).", "27 June 2017 was a Tuesday"),
            ("They fled on the night of Monday, 12 May 2013.", "12 May 2013 was a Sunday"),
            ("The verdict was read on Thursday, June 27.", "27 June 2017 was a Tuesday"),
            ("The trial opens on Monday, July 4.", "4 July 2017 is a Tuesday"),
            ("The trial opened on June 31.", "June has 30 days"),
            ("The trial opened on 31 June 2016.", "June has 30 days"),
            ("The trial opened on February 29, 2015.", "that year has no 29 February"),
        ] {
            assert_eq!(reasons(text), [reason], "{text}");
        }
    }

    #[test]
    fn a_weekday_that_fits_or_may_fit_is_not() {
        for text in [
            "The verdict was read on Tuesday, 27 June 2017.",
            "The verdict was read on Tuesday, June 27.",
            "The trial opened on February 29, 2016.",
            "On Thursday he appealed the verdict of 27 June 2017.",
            // Last year's 4 March was a Friday, and nothing says which year is meant.
            "The trial opened on Friday, March 4.",
            "The trial opened on Thursday, March 4.",
            // The old calendar and the new.
            "He was born on Thursday, 25 December 1642.",
            "The fair runs from Friday, 30 June to Sunday, 2 July.",
        ] {
            assert!(reasons(text).is_empty(), "{text}: {:?}", reasons(text));
        }
    }

    #[test]
    fn both_parts_stand_in_the_text() {
        let text = "The verdict was read on Thursday, 27 June 2017, in Bergen.";
        let cluster = Cluster::new(vec![read::article("a", None, None, None, text)]);
        let report = crate::check(&cluster);
        let topic = report.topics.iter().find(|t| t.kind == Kind::Weekday).expect("the date does not fit");
        let words: Vec<&str> =
            topic.readings.iter().map(|r| &cluster[report.claim(r.claims[0]).span]).collect();
        assert_eq!(words, ["Thursday", "27 June 2017"]);
        assert_eq!((topic.topic.as_str(), topic.reach), ("Thursday, 27 June 2017", Reach::Internal));
    }
}
