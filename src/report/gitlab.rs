//! The report as GitLab Code Quality: one item for each discrepancy.
//!
//! The fields are those of the format that GitLab documents under "Code Quality report
//! format"; an item points at the draft if there is one, else at its first claim.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::article::Cluster;
use crate::claim::Claim;
use crate::discrepancy::{JudgedTopic, Report, Severity, Verdict};
use crate::report::Selection;
use crate::report::place::Place;
use crate::report::unsupported::{self, UNSUPPORTED, unsupported};
use crate::report::wording::Wording;

#[derive(Debug, Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

impl Lines {
    /// GitLab wants a line of every item; that of a page or a document is its first.
    fn of(place: &Place) -> Lines {
        place.lines.map_or(Lines { begin: 1, end: 1 }, |l| Lines { begin: l.line, end: l.end_line })
    }
}

/// The discrepancies that `selection` keeps as a Code Quality report.
pub fn gitlab(cluster: &Cluster, report: &Report, selection: &Selection) -> String {
    let wording = Wording::new(cluster, report);
    let found = selection.discrepancies(report);
    let reminders = unsupported(report, selection);
    let names = found.iter().map(|topic| topic.fingerprint.clone());
    let names = names.chain(reminders.iter().map(|claim| unsupported::name_of(cluster, claim)));
    let mut names = unique(names).into_iter();
    let mut issues: Vec<Issue> = found
        .iter()
        .zip(names.by_ref())
        .filter_map(|(topic, fingerprint)| issue(&wording, topic, fingerprint))
        .collect();
    issues.extend(
        reminders.iter().zip(names).map(|(claim, fingerprint)| reminder(cluster, claim, fingerprint)),
    );
    let mut text = serde_json::to_string_pretty(&issues).expect("a report is plain JSON");
    text.push('\n');
    text
}

/// An item, but not for a topic without claims, which would have no place.
fn issue(wording: &Wording<'_>, topic: &JudgedTopic, fingerprint: String) -> Option<Issue> {
    let (_, claim) = wording.main_claim(topic)?;
    let place = Place::of(wording.cluster, claim.span);
    let mut description = match &topic.accepted {
        Some(acceptance) => {
            format!("accepted: {} – {}", wording.message(topic), wording.acceptance(acceptance))
        }
        None => format!("{}: {}", topic.verdict.id(), wording.message(topic)),
    };
    if let Some(paragraph) = place.paragraph() {
        description.push_str(&format!(" ({paragraph})"));
    }
    Some(Issue {
        description,
        check_name: topic.kind.id(),
        fingerprint,
        severity: severity(topic),
        location: Location { lines: Lines::of(&place), path: place.path },
    })
}

fn reminder(cluster: &Cluster, claim: &Claim, fingerprint: String) -> Issue {
    let place = Place::of(cluster, claim.span);
    let mut description = format!("{UNSUPPORTED} in the draft: {}", unsupported::message(cluster, claim));
    if let Some(paragraph) = place.paragraph() {
        description.push_str(&format!(" ({paragraph})"));
    }
    Issue {
        description,
        check_name: UNSUPPORTED,
        fingerprint,
        severity: "info",
        location: Location { lines: Lines::of(&place), path: place.path },
    }
}

/// Each name with a number behind it if it is not the first of its kind: what must be
/// unique in the file.
fn unique(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut times = BTreeMap::new();
    let mut numbered = |name: String| {
        let time = times.entry(name.clone()).or_insert(0);
        *time += 1;
        if *time == 1 { name } else { format!("{name}-{time}") }
    };
    names.map(&mut numbered).collect()
}

/// GitLab's "blocker" is left to people.
fn severity(topic: &JudgedTopic) -> &'static str {
    if topic.accepted.is_some() {
        return "info";
    }
    match (topic.verdict, topic.severity) {
        (Verdict::Conflict, Severity::High) => "critical",
        (Verdict::Conflict, Severity::Medium) => "major",
        (Verdict::Conflict, Severity::Low) | (Verdict::Minor, _) => "minor",
        (Verdict::Update | Verdict::Unclear | Verdict::Compatible | Verdict::Agree, _) => "info",
    }
}
