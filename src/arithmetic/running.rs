//! Running counts: "in its fourth month since May", "has entered its second year".
//!
//! What has lasted three months and a part is in its fourth. Where the text gives the
//! beginning, the day of publication tells which one runs; where it keeps the second
//! anniversary, the third year begins and not the second.

use std::ops::Range;

use jiff::civil::Date;

use super::finding::{Finding, Part, Side};
use super::lapse::{is_dated, norm, part_of, rank_before, stretch};
use crate::claim::Kind;
use crate::detect::{Found, Material};
use crate::discrepancy::Confidence;
use crate::language::Sentence;
use crate::mention::Moment;
use crate::mention::figure::Figure;
use crate::value::calendar::days_between;

/// Units of time by which a running event is counted, in hundredths of a day.
const UNITS: [(&str, i32); 4] = [("day", 100), ("week", 700), ("month", 3_044), ("year", 36_525)];

/// Words that say the anniversary is kept now, right before it: "marking the second".
const KEPT: [&str; 5] = ["celebrate", "commemorate", "mark", "observe", "remember"];

/// The running counts of one article that do not fit.
pub(super) fn findings(material: &Material) -> Vec<Finding> {
    let counts: Vec<Count> =
        material.sentences().filter_map(|(sentence, found)| count(sentence, found)).collect();
    let mut findings: Vec<Finding> = Vec::new();
    if let Some(published) = material.article.article.published {
        findings.extend(counts.iter().filter_map(|count| since(material, count, published)));
    }
    findings.extend(anniversary(material, &counts));
    findings
}

/// "its fourth month".
struct Count<'a> {
    sentence: Sentence<'a>,
    found: &'a Found,
    rank: &'a Figure,
    number: i32,
    /// The unit with its worth.
    unit: (&'static str, i32),
    tokens: Range<usize>,
}

impl Count<'_> {
    fn part(&self) -> Part {
        Part { tokens: self.tokens.clone(), ..Part::of_figure(self.sentence.number(), self.rank) }
    }
}

/// "|in its| fourth |month|", "|entered its| second |year|".
fn count<'a>(sentence: Sentence<'a>, found: &'a Found) -> Option<Count<'a>> {
    let (at, unit) = (2..sentence.len())
        .find_map(|i| Some((i, *UNITS.iter().find(|(unit, _)| sentence.norm(i) == *unit)?)))?;
    let (rank, number) = rank_before(found, at).filter(|(f, n)| f.tokens.end == at && *n < 10_000)?;
    let before = |back: usize| rank.tokens.start.checked_sub(back).map_or("", |i| sentence.norm(i));
    let is_now = matches!(before(1), "its" | "their")
        && matches!(before(2), "in" | "into" | "entered" | "enters" | "entering" | "now" | "enter");
    // "had entered its second year when": of another time.
    let is_past = before(3) == "had" || matches!(norm(&sentence, at + 1), "when" | "then");
    let tokens = rank.tokens.start..at + 1;
    (is_now && !is_past).then_some(Count { sentence, found, rank, number, unit, tokens })
}

/// "in its fourth month since May 2014".
fn since(material: &Material, count: &Count, published: Date) -> Option<Finding> {
    let (unit, worth) = count.unit;
    let begun = count.found.moments.iter().find(|m| is_dated(m) && begins(&count.sentence, m))?;
    let (first, last) = stretch(begun)?;
    let (least, most) = (days_between(last, published), days_between(first, published));
    if least < 0 || most > 36_525 {
        return None;
    }
    // The first month runs from nought to one; a quarter on either side for "entered".
    let slack = if unit == "day" { worth * 3 / 2 } else { worth / 4 };
    let (least, most) = (least * 100, most * 100);
    if (count.number - 1) * worth - slack <= most && least <= count.number * worth + slack {
        return None;
    }
    let (low, high) = (least / worth + 1, most / worth + 1);
    let span = if low == high { format!("{unit} {low}") } else { format!("{unit} {low} to {high}") };
    let reason = format!("counted from {}, the article appeared in {span}", begun.when);
    let begun_part = part_of(&count.sentence, begun, begun.tokens.clone());
    let sides = [count.part(), begun_part].map(|part| Side::of(material, part));
    let title = format!("{} since {}", sides[0].printed, begun.when);
    Some(Finding::conflict(Kind::Anniversary, Confidence::Medium, title, reason, sides))
}

/// "|since| May 2014", "that |began| in May 2014".
fn begins(sentence: &Sentence, moment: &Moment) -> bool {
    let start = moment.tokens.start;
    (start.saturating_sub(3)..start).any(|i| {
        sentence.norm(i) == "since"
            || matches!(sentence.lemma(i), "begin" | "start" | "erupt" | "break" | "launch")
    })
}

/// "marking the second anniversary" and "has entered its second year" in one article.
fn anniversary(material: &Material, counts: &[Count]) -> Option<Finding> {
    let [count] = counts.iter().filter(|c| c.unit.0 == "year").collect::<Vec<_>>()[..] else { return None };
    let kept = material.sentences().find_map(|(sentence, found)| {
        let at = (0..sentence.len()).find(|&i| sentence.lemma(i) == "anniversary")?;
        let (rank, number) = rank_before(found, at)?;
        let start = rank.tokens.start;
        let is_kept =
            (start.saturating_sub(3)..start).any(|i| KEPT.binary_search(&sentence.lemma(i)).is_ok());
        let tokens = start..at + 1;
        let part = Part { tokens, ..Part::of_figure(sentence.number(), rank) };
        (is_kept && number == count.number).then_some(part)
    })?;
    let sides = [kept, count.part()].map(|part| Side::of(material, part));
    let reason = format!("after {} full years the next one runs", count.number);
    let title = format!("{} and {}", sides[0].printed, sides[1].printed);
    Some(Finding::conflict(Kind::Anniversary, Confidence::Medium, title, reason, sides))
}

#[cfg(test)]
mod tests {
    use crate::arithmetic::tests::{quiet, told};
    use crate::claim::Kind;

    #[test]
    fn counts_that_do_not_fit_their_beginning_are_told() {
        told(
            Kind::Anniversary,
            &[
                (
                    "The strike is in its fourth month since it began in December 2014.",
                    "counted from December 2014, the article appeared in month 6 to 7",
                ),
                (
                    "The strike has entered its second year. Hundreds marked the second anniversary on Friday.",
                    "after 2 full years the next one runs",
                ),
            ],
        );
    }

    #[test]
    fn counts_that_fit_or_are_of_another_time_are_not() {
        quiet(
            Kind::Anniversary,
            &[
                "The strike is in its sixth month since it began in December 2014.",
                "The strike is in its seventh month since it began in December 2014.",
                "The strike was in its fourth month when the December 2014 talks failed.",
                "The strike has entered its third year. Hundreds marked the second anniversary on Friday.",
                "The strike has entered its second year. Hundreds prepare for the second anniversary.",
                "The strike had entered its second year. Hundreds marked the second anniversary on Friday.",
            ],
        );
    }
}
