//! The report as workflow commands, which GitHub Actions shows beside the lines they name.
//!
//! GitHub shows ten annotations of each level for a step. So one side of every
//! discrepancy comes first, worst first, and the other sides follow.

use crate::article::Cluster;
use crate::claim::{Claim, Kind};
use crate::discrepancy::{JudgedTopic, Reading, Report, Verdict};
use crate::report::Selection;
use crate::report::place::{Lines, Place};
use crate::report::quotation::on_one_line;
use crate::report::unsupported::{self, UNSUPPORTED, unsupported};
use crate::report::wording::Wording;

/// The discrepancies that `selection` keeps, a command for each side: `::error …` for a
/// conflict, `::warning …` for a minor one, `::notice …` for an update or what is accepted.
pub fn github(cluster: &Cluster, report: &Report, selection: &Selection) -> String {
    let wording = Wording::new(cluster, report);
    let mut commands: Vec<(usize, String)> = Vec::new();
    for topic in selection.discrepancies(report) {
        for (nth, (number, claim)) in annotated(&wording, topic).into_iter().enumerate() {
            commands.push((nth, command(&wording, topic, number, claim)));
        }
    }
    commands.sort_by_key(|(nth, _)| *nth);
    let reminders = unsupported(report, selection).into_iter().map(|claim| reminder(&wording, claim));
    commands.into_iter().map(|(_, command)| command).chain(reminders).map(|command| command + "\n").collect()
}

/// The claims to annotate, with the numbers of their readings: the draft's if it has
/// any, else the first of each reading; the main one first.
fn annotated<'a>(wording: &Wording<'a>, topic: &JudgedTopic) -> Vec<(usize, &'a Claim)> {
    let claims = |number: usize| topic.readings[number].claims.iter().map(|id| wording.report.claim(*id));
    let readings = 0..topic.readings.len();
    let is_draft = |claim: &&Claim| Some(claim.span.article) == wording.report.draft;
    let of_draft: Vec<_> =
        readings.clone().filter_map(|n| claims(n).find(is_draft).map(|claim| (n, claim))).collect();
    if of_draft.is_empty() {
        readings.filter_map(|n| claims(n).next().map(|claim| (n, claim))).collect()
    } else {
        of_draft
    }
}

fn command(wording: &Wording<'_>, topic: &JudgedTopic, number: usize, claim: &Claim) -> String {
    let accepted = if topic.accepted.is_some() { "accepted " } else { "" };
    let title = format!("{accepted}{}: {}", topic.verdict.id(), wording.topic(topic));
    at(wording, claim, level(topic), title, &message(wording, topic, number, claim))
}

/// What no source supports is a notice, after all that differs.
fn reminder(wording: &Wording<'_>, claim: &Claim) -> String {
    let mut message = unsupported::message(wording.cluster, claim);
    if let Some(paragraph) = Place::of(wording.cluster, claim.span).paragraph() {
        message.push_str(&format!(" ({paragraph})"));
    }
    at(wording, claim, "notice", format!("{UNSUPPORTED} in the draft"), &message)
}

/// The command that shows a message at a claim.
fn at(wording: &Wording<'_>, claim: &Claim, level: &str, title: String, message: &str) -> String {
    let place = Place::of(wording.cluster, claim.span);
    let mut properties = vec![("file", place.path.clone())];
    if let Some(Lines { line, column, end_line, end_column }) = place.lines {
        properties.extend([("line", line.to_string()), ("endLine", end_line.to_string())]);
        // GitHub takes columns only where both stand on one line.
        if line == end_line {
            properties.extend([("col", column.to_string()), ("endColumn", end_column.to_string())]);
        }
    }
    properties.push(("title", title));
    let properties: Vec<String> =
        properties.into_iter().map(|(name, value)| format!("{name}={}", property(&value))).collect();
    format!("::{level} {}::{}", properties.join(","), data(message))
}

fn level(topic: &JudgedTopic) -> &'static str {
    if topic.accepted.is_some() {
        return "notice";
    }
    match topic.verdict {
        Verdict::Conflict => "error",
        Verdict::Minor => "warning",
        Verdict::Update | Verdict::Unclear | Verdict::Compatible | Verdict::Agree => "notice",
    }
}

/// What stands here, what the other sides read and where, and why.
fn message(wording: &Wording<'_>, topic: &JudgedTopic, number: usize, claim: &Claim) -> String {
    let here = &topic.readings[number];
    let mut parts = vec![format!("{} here", value(topic, here))];
    if let Some(paragraph) = Place::of(wording.cluster, claim.span).paragraph() {
        parts[0].push_str(&format!(" ({paragraph})"));
    }
    let elsewhere: Vec<String> = wording
        .first_of_each_article(here)
        .into_iter()
        .filter(|other| other.span.article != claim.span.article)
        .map(|other| wording.name(other.span.article).to_owned())
        .collect();
    if !elsewhere.is_empty() {
        parts[0].push_str(&format!(" and in {}", elsewhere.join(", ")));
    }
    for (_, other) in topic.readings.iter().enumerate().filter(|(n, _)| *n != number) {
        let places: Vec<String> = wording
            .first_of_each_article(other)
            .into_iter()
            .map(|claim| {
                let name = wording.name(claim.span.article);
                format!("{name} ({})", Place::of(wording.cluster, claim.span).path_and_line())
            })
            .collect();
        parts.push(format!("{} in {}", value(topic, other), places.join(", ")));
    }
    let mut message = format!("{} – {}", parts.join("; "), wording.reason(topic));
    if let Some(acceptance) = &topic.accepted {
        message.push_str(&format!("\naccepted: {}", wording.acceptance(acceptance)));
    }
    message
}

/// The value on one line, the words of a quotation between quotation marks.
fn value(topic: &JudgedTopic, reading: &Reading) -> String {
    let value = on_one_line(&reading.value);
    if topic.kind == Kind::QuoteWording { format!("“{value}”") } else { value }
}

/// As `escapeData` of GitHub's toolkit (`@actions/core`, command.ts) does it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// As `escapeProperty` of GitHub's toolkit does it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_those_of_the_toolkit() {
        assert_eq!(data("50 %, a: b\r\n::error::c"), "50 %25, a: b%0D%0A::error::c");
        assert_eq!(property("50 %, a: b\r\n"), "50 %25%2C a%3A b%0D%0A");
        assert_eq!(property("%3A"), "%253A");
    }
}
