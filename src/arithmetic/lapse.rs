//! Time gone by: "ten years ago, in 2003", "the tenth anniversary of the 2004 flood".
//!
//! The calendar and the day of publication tell how much time has gone by. Whoever
//! counts in years may round to the nearest; an anniversary falls in one year only.

use std::ops::Range;

use jiff::civil::Date;

use super::finding::{Finding, Part, Side, flat};
use crate::claim::{Event, Kind, Subject, Value};
use crate::detect::{Found, Material};
use crate::discrepancy::Confidence;
use crate::language::Sentence;
use crate::lexicon::HEDGES;
use crate::mention::figure::{Figure, Form as FigureForm};
use crate::mention::{Form, Moment};
use crate::value::calendar::days_between;
use crate::value::{Extent, Grain};

/// Days from publication in which an anniversary is news.
const NEWS: i32 = 45;

/// The lapses of one article that do not fit the calendar.
pub(super) fn findings(material: &Material) -> Vec<Finding> {
    let Some(published) = material.article.article.published else { return Vec::new() };
    let mut findings = Vec::new();
    for (sentence, found) in material.sentences() {
        for pair in found.moments.windows(2) {
            let told = [(&pair[0], &pair[1]), (&pair[1], &pair[0])];
            let ago = told.into_iter().find(|(ago, day)| is_ago(&sentence, ago) && is_dated(day));
            if let Some((ago, day)) =
                ago.filter(|_| is_joined(&sentence, pair[0].tokens.end..pair[1].tokens.start))
            {
                findings.extend(ago_misfit(material, &sentence, ago, day, published));
            }
        }
        findings.extend(anniversary(material, &sentence, found, published));
    }
    findings
}

pub(super) fn norm<'a>(sentence: &Sentence<'a>, at: usize) -> &'a str {
    if at < sentence.len() { sentence.norm(at) } else { "" }
}

/// "ten years ago", with no "nearly" before it.
fn is_ago(sentence: &Sentence, moment: &Moment) -> bool {
    let before = moment.tokens.start.checked_sub(1).map_or("", |i| sentence.norm(i));
    let is_hedged = HEDGES.contains(before) || matches!(before, "than" | "least" | "just" | "exactly");
    let is_few = moment.tokens.clone().any(|i| {
        matches!(sentence.norm(i), "few" | "couple" | "several" | "some") || HEDGES.contains(sentence.norm(i))
    });
    moment.form == Form::Relative
        && norm(sentence, moment.tokens.end - 1) == "ago"
        && moment.tokens.len() >= 3
        && !(is_hedged || is_few)
}

/// A day, month or year of the calendar.
pub(super) fn is_dated(moment: &Moment) -> bool {
    let is_plain =
        matches!(moment.when.extent, Extent::Days { grain: Grain::Day | Grain::Month | Grain::Year, .. });
    moment.form == Form::Calendar && is_plain && !moment.when.is_hedged
}

/// "ten years ago, |in| 2003": the same time told twice.
fn is_joined(sentence: &Sentence, between: Range<usize>) -> bool {
    let is_link = |i: usize| matches!(sentence.norm(i), "," | "in" | "on" | "(" | "back" | "–" | "—" | "--");
    !between.is_empty() && between.len() <= 3 && between.into_iter().all(is_link)
}

fn event(class: &str) -> Subject {
    Subject::Event(Event { class: class.to_owned(), ..Event::default() })
}

pub(super) fn part_of(sentence: &Sentence, moment: &Moment, tokens: Range<usize>) -> Part {
    Part {
        sentence: sentence.number(),
        tokens,
        value: Value::When(moment.when.clone()),
        subject: event("date"),
    }
}

/// Days between two stretches of days; nought where they touch.
fn gap(a: (Date, Date), b: (Date, Date)) -> i32 {
    days_between(a.1, b.0).max(days_between(b.1, a.0)).max(0)
}

pub(super) fn stretch(moment: &Moment) -> Option<(Date, Date)> {
    moment.when.first().zip(moment.when.last())
}

/// "ten years ago, in 2003".
fn ago_misfit(
    material: &Material,
    sentence: &Sentence,
    ago: &Moment,
    day: &Moment,
    published: Date,
) -> Option<Finding> {
    let unit = norm(sentence, ago.tokens.end - 2);
    let (told, dated) = (stretch(ago)?, stretch(day)?);
    // Half a unit on either side is in the reading of "ago" already. Twenty years and
    // more are round.
    let years = days_between(told.0, published) / 365;
    let slack = match unit.trim_end_matches('s') {
        "year" if years >= 19 => 365,
        "year" => 0,
        "month" => 16,
        "week" => 4,
        _ => 1,
    };
    let gap = gap(told, dated);
    if gap <= slack {
        return None;
    }
    let confidence = if gap > 2 * slack.max(180) { Confidence::High } else { Confidence::Medium };
    let reason = format!("{} from {}", since(dated, published), day.when);
    let sides = [ago, day].map(|m| Side::of(material, part_of(sentence, m, m.tokens.clone())));
    let title = format!("{}, {}", sides[0].printed, sides[1].printed);
    Some(Finding::conflict(Kind::Anniversary, confidence, title, reason, sides))
}

/// How long it is from the days to publication: "the article appeared 11 to 12 years".
fn since((first, last): (Date, Date), published: Date) -> String {
    let (least, most) = (days_between(last, published), days_between(first, published));
    let span = |per: i32, unit: &str| {
        let (least, most) = (least / per, most / per);
        if least == most { format!("{least} {unit}") } else { format!("{least} to {most} {unit}") }
    };
    let told = match most {
        700.. => span(365, "years"),
        60.. => span(30, "months"),
        _ => span(1, "days"),
    };
    format!("the article appeared {told}")
}

/// The ordinal right before a token: "the |tenth| anniversary", "the |tenth| annual".
pub(super) fn rank_before(found: &Found, at: usize) -> Option<(&Figure, i32)> {
    let figure = found
        .figures
        .iter()
        .find(|f| f.form == FigureForm::Ordinal && f.tokens.end <= at && at - f.tokens.end <= 1)?;
    Some((figure, i32::try_from(flat(figure)?).ok()?))
}

/// "Friday is the tenth anniversary of the 2004 flood".
fn anniversary(material: &Material, sentence: &Sentence, found: &Found, published: Date) -> Option<Finding> {
    let at = (0..sentence.len()).find(|&i| sentence.lemma(i) == "anniversary")?;
    let (rank, years) = rank_before(found, at)?;
    if norm(sentence, at + 1) != "of" {
        return None;
    }
    let begun =
        found.moments.iter().find(|m| m.tokens.start > at && m.tokens.start - at <= 9 && is_dated(m))?;
    let is_news = |m: &&Moment| {
        let is_near = stretch(m).is_some_and(|days| gap(days, (published, published)) <= NEWS);
        m.tokens != begun.tokens && is_near && m.tokens.start.abs_diff(at) <= 9
    };
    let (first, last) = stretch(found.moments.iter().find(is_news)?)?;
    let is_one_year = first.year() == last.year();
    let start = begun.when.first().filter(|day| Some(day.year()) == begun.when.last().map(|d| d.year()))?;
    let gone = i32::from(first.year() - start.year());
    if !is_one_year || gone == years || gone < 1 {
        return None;
    }
    let reason = format!("from {} to {} is {}", start.year(), first.year(), counted(gone, "year"));
    let told = Part { tokens: rank.tokens.start..at + 1, ..Part::of_figure(sentence.number(), rank) };
    let sides = [told, part_of(sentence, begun, begun.tokens.clone())].map(|part| Side::of(material, part));
    let title = format!("{} of {}", sides[0].printed, begun.when);
    Some(Finding::conflict(Kind::Anniversary, Confidence::High, title, reason, sides))
}

fn counted(n: i32, unit: &str) -> String {
    if n == 1 { format!("{n} {unit}") } else { format!("{n} {unit}s") }
}

#[cfg(test)]
mod tests {
    use crate::arithmetic::tests::{quiet, told};
    use crate::claim::Kind;

    #[test]
    fn lapses_that_do_not_fit_the_calendar_are_told() {
        told(
            Kind::Anniversary,
            &[
                ("The bridge fell ten years ago, in 2003.", "the article appeared 11 to 12 years from 2003"),
                ("In 2003, ten years ago, the bridge fell.", "the article appeared 11 to 12 years from 2003"),
                (
                    "The bridge fell three months ago, in January 2015.",
                    "the article appeared 4 to 5 months from January 2015",
                ),
                (
                    "Friday was the tenth anniversary of the June 19, 2004 flood.",
                    "from 2004 to 2015 is 11 years",
                ),
            ],
        );
    }

    #[test]
    fn lapses_that_fit_or_are_rounded_are_not() {
        quiet(
            Kind::Anniversary,
            &[
                "The bridge fell ten years ago, in 2005.",
                // In June, ten years and a half are as near to ten as to eleven.
                "The bridge fell ten years ago, in 2004.",
                "The bridge fell nearly ten years ago, in 2003.",
                "The bridge fell more than ten years ago, in 2003.",
                "The bridge fell a few years ago, in 2009.",
                "The bridge fell 20 years ago, in 1994.",
                "Ten years ago the bridge fell, and in 2003 the road was closed.",
                "Friday was the tenth anniversary of the June 19, 2005 flood.",
                "In 2014 they marked the tenth anniversary of the 2004 flood.",
            ],
        );
    }
}
