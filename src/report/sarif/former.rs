//! A former report, for telling what is new since and what has gone.
//!
//! Discrepancies are the same if their fingerprints are: a source that changed its
//! figure makes one that is absent and one that is new.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use super::log::{
    Finding, FindingKind, Fingerprints, Level, Location, Log, PhysicalLocation, Properties, Region, Rule,
    Since, Snippet,
};
use super::{NAME, escaped, level, unlinked, uri};
use crate::claim::Kind;
use crate::discrepancy::{Confidence, Severity, Verdict};
use crate::report::Selection;
use crate::report::quotation::on_one_line;
use crate::report::unsupported::{REASON, UNSUPPORTED};

/// What a former report of ours found.
#[derive(Debug)]
pub struct Former {
    findings: Vec<Finding>,
}

impl Former {
    /// Reads what `factdiff check --format json` or `--format sarif` printed; `None` for
    /// any other JSON.
    pub fn read(report: &Value) -> Option<Former> {
        let findings = if report.get("runs").is_some() { of_sarif(report)? } else { of_json(report)? };
        Some(Former { findings })
    }

    /// Marks what is new and what is not, and adds what the former report had and
    /// `results` have not, as far as the selection wants it.
    pub(super) fn compare(&self, results: &mut Vec<Finding>, rules: &[Rule], selection: &Selection) {
        let before: BTreeSet<&str> = self.findings.iter().map(fingerprint).collect();
        for result in results.iter_mut() {
            let is_known = before.contains(fingerprint(result));
            result.since_former = Some(if is_known { Since::Unchanged } else { Since::New });
        }
        let now: BTreeSet<String> = results.iter().map(|result| fingerprint(result).to_owned()).collect();
        let gone = self.findings.iter().filter(|old| !now.contains(fingerprint(old)));
        for old in gone.filter(|old| is_wanted(old, selection)) {
            // A rule that this report has not: what it was about was not looked for.
            let Some(number) = rules.iter().position(|rule| rule.id == old.rule_id) else { continue };
            let mut old = old.clone();
            old.rule_index = Some(number);
            old.since_former = Some(Since::Absent);
            results.push(old);
        }
    }
}

fn fingerprint(finding: &Finding) -> &str {
    &finding.partial_fingerprints.factdiff
}

/// What is left out of both reports has not gone.
fn is_wanted(old: &Finding, selection: &Selection) -> bool {
    let levels = [Confidence::Low, Confidence::Medium, Confidence::High];
    let confidence = levels.into_iter().find(|l| Some(l.id()) == old.properties.confidence.as_deref());
    let kind = old.properties.kind.as_deref().unwrap_or(&old.rule_id);
    Kind::ALL.into_iter().any(|k| k.id() == kind && selection.wants_kind(k))
        && confidence.is_none_or(|confidence| confidence >= selection.min_confidence)
}

fn of_sarif(report: &Value) -> Option<Vec<Finding>> {
    let log = Log::deserialize(report).ok()?;
    let mut runs = log.runs.into_iter().filter(|run| run.tool.driver.name == NAME).peekable();
    runs.peek()?;
    let mut findings: Vec<Finding> = runs.flat_map(|run| run.results).collect();
    findings.retain(|finding| finding.since_former != Some(Since::Absent));
    Some(findings)
}

/// What is read of a report as JSON.
#[derive(Deserialize)]
struct FormerJson {
    #[serde(rename = "schema")]
    _schema: u32,
    articles: Vec<FormerArticle>,
    discrepancies: Vec<FormerDiscrepancy>,
    #[serde(default)]
    unsupported: Vec<FormerUnsupported>,
}

#[derive(Deserialize)]
struct FormerUnsupported {
    fingerprint: String,
    kind: String,
    value: String,
    #[serde(flatten)]
    claim: FormerClaim,
}

#[derive(Deserialize)]
struct FormerArticle {
    id: String,
    path: String,
}

#[derive(Deserialize)]
struct FormerDiscrepancy {
    fingerprint: String,
    kind: String,
    verdict: String,
    confidence: String,
    severity: String,
    topic: String,
    reason: String,
    readings: Vec<FormerReading>,
}

#[derive(Deserialize)]
struct FormerReading {
    value: String,
    claims: Vec<FormerClaim>,
}

#[derive(Deserialize)]
struct FormerClaim {
    article: String,
    text: String,
    line: usize,
    column: usize,
    paragraph: Option<usize>,
}

fn of_json(report: &Value) -> Option<Vec<Finding>> {
    let report = FormerJson::deserialize(report).ok()?;
    let found = report.discrepancies.iter().map(|old| finding(old, &report.articles));
    let reminders = report.unsupported.iter().map(|old| reminder(old, &report.articles));
    Some(found.chain(reminders).collect())
}

fn reminder(old: &FormerUnsupported, articles: &[FormerArticle]) -> Finding {
    let message = format!("{} {} – {REASON}", old.kind, old.value);
    Finding {
        rule_id: UNSUPPORTED.to_owned(),
        rule_index: None,
        kind: Some(FindingKind::Informational),
        level: Level::None,
        message: escaped(&unlinked(&on_one_line(&message))).into(),
        locations: location(&old.claim, articles).into_iter().collect(),
        related_locations: Vec::new(),
        partial_fingerprints: Fingerprints { factdiff: old.fingerprint.clone() },
        suppressions: Vec::new(),
        since_former: None,
        properties: Properties {
            topic: on_one_line(&old.value),
            verdict: UNSUPPORTED.to_owned(),
            confidence: None,
            severity: None,
            kind: Some(old.kind.clone()),
        },
    }
}

fn finding(old: &FormerDiscrepancy, articles: &[FormerArticle]) -> Finding {
    let verdicts = [Verdict::Conflict, Verdict::Minor, Verdict::Update];
    let verdict = verdicts.into_iter().find(|v| v.id() == old.verdict).unwrap_or(Verdict::Minor);
    let severities = [Severity::High, Severity::Medium, Severity::Low];
    let severity = severities.into_iter().find(|s| s.id() == old.severity).unwrap_or(Severity::Low);
    let values: Vec<&str> = old.readings.iter().map(|reading| reading.value.as_str()).collect();
    let message = format!("{}: {} – {}", old.topic, values.join(" / "), old.reason);
    let first = old.readings.iter().flat_map(|reading| &reading.claims).next();
    Finding {
        rule_id: old.kind.clone(),
        rule_index: None,
        kind: None,
        level: level(verdict, severity),
        message: escaped(&unlinked(&on_one_line(&message))).into(),
        locations: first.and_then(|claim| location(claim, articles)).into_iter().collect(),
        related_locations: Vec::new(),
        partial_fingerprints: Fingerprints { factdiff: old.fingerprint.clone() },
        suppressions: Vec::new(),
        since_former: None,
        properties: Properties {
            topic: on_one_line(&old.topic),
            verdict: old.verdict.clone(),
            confidence: Some(old.confidence.clone()),
            severity: Some(old.severity.clone()),
            kind: None,
        },
    }
}

/// Where a claim stood; its words are taken to stand on one line, in plain letters.
fn location(claim: &FormerClaim, articles: &[FormerArticle]) -> Option<Location> {
    let path = &articles.iter().find(|article| article.id == claim.article)?.path;
    let (line, column) = (claim.line.max(1), claim.column.max(1));
    Some(Location {
        id: None,
        physical_location: PhysicalLocation {
            artifact_location: uri::artifact_location(path.trim_start_matches("./")),
            region: claim.paragraph.is_none().then(|| Region {
                start_line: line,
                start_column: column,
                end_line: line,
                end_column: column + claim.text.encode_utf16().count(),
                snippet: Snippet { text: claim.text.clone() },
            }),
            context_region: None,
        },
        message: claim.paragraph.map(|number| format!("¶{number}").into()),
    })
}
