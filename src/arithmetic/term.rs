//! Terms: a length beside its two ends, "from 1998 to 2004, nine years".
//!
//! Years give their term to one year more or less: the first and the last may count in
//! full or not at all.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::finding::{Finding, Part, Side, flat};
use crate::claim::{Event, Kind, Subject, Value};
use crate::detect::Material;
use crate::discrepancy::Confidence;
use crate::language::{Sentence, Tag};
use crate::mention::Moment;
use crate::mention::figure::{Figure, Form};
use crate::value::calendar::{days_between, longest_month};
use crate::value::{Extent, Grain};

/// The terms of one article that do not fit their ends.
pub(super) fn findings(material: &Material) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (sentence, found) in material.sentences() {
        for term in found.figures.iter().filter(|f| f.form == Form::Duration && f.hedge.is_none()) {
            let beside = found.moments.iter().find(|m| is_beside(&sentence, term, m));
            findings.extend(beside.and_then(|range| misfit(material, &sentence, term, range)));
        }
    }
    findings
}

/// "nine years, |from| 1998 to 2004": nothing stands between the two.
fn is_beside(sentence: &Sentence, term: &Figure, range: &Moment) -> bool {
    let between = match term.tokens.start < range.tokens.start {
        true => term.tokens.end..range.tokens.start,
        false => range.tokens.end..term.tokens.start,
    };
    let is_link = |i: usize| {
        matches!(norm(sentence, i), "," | "(" | "from" | "between" | "for" | "–" | "—" | "a" | "the")
    };
    // "the nine-year |war| from 1998 to 2004"
    let is_hyphened = term.tokens.clone().any(|i| sentence.norm(i) == "-");
    let nouns = between.clone().filter(|&i| !is_link(i)).collect::<Vec<_>>();
    let is_named = is_hyphened && nouns.len() == 1 && sentence.tag(nouns[0]) == Tag::Noun;
    let is_clear = nouns.is_empty() || is_named;
    // "nine years, from 1998 to 2004, and two months": a part of the term.
    let goes_on = norm(sentence, term.tokens.end) == "and"
        && term.tokens.end + 1 < sentence.len()
        && sentence.tag(term.tokens.end + 1) == Tag::Num;
    between.len() <= 4 && is_clear && !goes_on && !range.when.is_hedged
}

fn norm<'a>(sentence: &Sentence<'a>, at: usize) -> &'a str {
    if at < sentence.len() { sentence.norm(at) } else { "" }
}

/// Days that a stretch can last, from least to most.
fn lasts(sentence: &Sentence, range: &Moment) -> Option<(i32, i32)> {
    let Extent::Days { first, last, grain: Grain::Range } = range.when.extent else { return None };
    // Ends told from the day of publication ("from Monday to today") are of many sorts.
    let is_year =
        |i: usize| norm(sentence, i).len() == 4 && norm(sentence, i).bytes().all(|b| b.is_ascii_digit());
    let years = range.tokens.clone().filter(|&i| is_year(i)).count();
    let days = days_between(first, last);
    let is_whole_year = first.month() == 1 && first.day() == 1 && last.month() == 12 && last.day() == 31;
    let is_whole_month = first.day() == 1 && last.day() >= longest_month(last.month()) - 1;
    if is_whole_year && years == 2 {
        let years = i32::from(last.year() - first.year());
        return Some(((years - 1) * 365, (years + 1) * 366));
    }
    match (is_whole_month, years) {
        (true, 1..) => Some((days - 62, days + 2)),
        (false, 1..) if is_in_days(sentence, range, first, last) => Some((days - 1, days + 1)),
        _ => None,
    }
}

/// Both ends are days of a month: "from 3 May 2014 to 10 June 2014".
fn is_in_days(sentence: &Sentence, range: &Moment, first: Date, last: Date) -> bool {
    let tells = |day: i8| {
        range
            .tokens
            .clone()
            .any(|i| norm(sentence, i).trim_end_matches(char::is_alphabetic) == day.to_string())
    };
    tells(first.day()) && tells(last.day())
}

fn misfit(material: &Material, sentence: &Sentence, term: &Figure, range: &Moment) -> Option<Finding> {
    let number = flat(term).filter(Decimal::is_integer)?;
    let number = i32::try_from(number).ok().filter(|n| (1..10_000).contains(n))?;
    let unit = term.quantity.unit.id()?;
    // A term may be rounded to half of its unit.
    let (days, slack) = match unit {
        "day" => (number, 0),
        "week" => (number * 7, 3),
        "month" => (number * 61 / 2, 16),
        "year" => (number * 1461 / 4, 1),
        _ => return None,
    };
    let (least, most) = lasts(sentence, range)?;
    let slack = if unit == "year" && most - least < 400 { 183 } else { slack };
    if (least - slack..=most + slack).contains(&days) {
        return None;
    }
    let middle = (least + most) / 2;
    let came = match unit {
        "day" => middle,
        "week" => middle / 7,
        "month" => middle * 2 / 61,
        _ => (middle * 4 + 730) / 1461,
    };
    let far = days.abs_diff(middle) > (most - least).unsigned_abs();
    let confidence = if far { Confidence::High } else { Confidence::Medium };
    let subject = Subject::Event(Event { class: "date".to_owned(), ..Event::default() });
    let ends = Part {
        sentence: sentence.number(),
        tokens: range.tokens.clone(),
        value: Value::When(range.when.clone()),
        subject,
    };
    let sides = [Side::of(material, Part::of_figure(sentence.number(), term)), Side::of(material, ends)];
    let reason = format!("{} is about {came} {unit}s", sides[1].printed);
    let title = sides[1].printed.clone();
    Some(Finding::conflict(Kind::Duration, confidence, title, reason, sides))
}

#[cfg(test)]
mod tests {
    use crate::arithmetic::tests::{quiet, told};
    use crate::claim::Kind;

    #[test]
    fn terms_that_do_not_fit_their_ends_are_told() {
        told(
            Kind::Duration,
            &[
                ("She ran the school for nine years, from 1998 to 2004.", "1998 to 2004 is about 6 years"),
                ("She ran the school from 1998 to 2004, nine years.", "1998 to 2004 is about 6 years"),
                ("The nine-year war from 1998 to 2004 left scars.", "1998 to 2004 is about 6 years"),
                (
                    "He was held for 12 days, from 3 May 2014 to 10 May 2014.",
                    "3 May 2014 to 10 May 2014 is about 7 days",
                ),
            ],
        );
    }

    #[test]
    fn terms_that_fit_or_are_of_something_else_are_not() {
        quiet(
            Kind::Duration,
            &[
                "She ran the school for six years, from 1998 to 2004.",
                // The first year and the last in full.
                "She ran the school for seven years, from 1998 to 2004.",
                "She ran the school for almost a decade, from 1998 to 2004.",
                "She was jailed for nine years and ran the school from 1998 to 2004.",
                "He was held for seven days, from 3 May 2014 to 10 May 2014.",
                "He was held for eight days, from 3 May 2014 to 10 May 2014.",
            ],
        );
    }
}
