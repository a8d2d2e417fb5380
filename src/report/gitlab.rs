//! The report as GitLab Code Quality: one item for each discrepancy.
//!
//! The fields are those of the format that GitLab documents under "Code Quality report
//! format"; an item points at the draft if there is one, else at its first claim.

use serde::Serialize;

use crate::article::Cluster;
use crate::discrepancy::{JudgedTopic, Report, Severity, Verdict};
use crate::report::Selection;
use crate::report::place::Place;
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
    let issues: Vec<Issue> = found
        .iter()
        .zip(wording.unique_names(&found))
        .filter_map(|(topic, fingerprint)| issue(&wording, topic, fingerprint))
        .collect();
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
