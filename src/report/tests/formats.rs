//! What is accepted, hinted at, of one lineage, or in a draft, in every format.

use jiff::civil::date;
use serde_json::Value;

use super::{plain, toll};
use crate::article::{ArticleId, Cluster};
use crate::discrepancy::{Acceptance, Confidence, Report, Severity, Verdict};
use crate::report::{Counts, Selection, github, gitlab, jsonl, junit, markdown, sarif};

/// The toll, accepted by the house.
fn accepted() -> (Cluster, Report) {
    let (cluster, mut report) = toll();
    report.topics[1].accepted = Some(Acceptance {
        because: "counted a day apart, see @desk".to_owned(),
        by: Some("Desk".to_owned()),
        until: Some(date(2025, 12, 31)),
    });
    (cluster, report)
}

type Format = fn(&Cluster, &Report) -> String;

/// Each format with what it is called.
const FORMATS: [(&str, Format); 6] = [
    ("github", |cluster, report| github(cluster, report, &Selection::default())),
    ("gitlab", |cluster, report| gitlab(cluster, report, &Selection::default())),
    ("jsonl", |cluster, report| jsonl(cluster, report, &Selection::default())),
    ("junit", |cluster, report| junit(cluster, report, &Selection::default())),
    ("markdown", |cluster, report| markdown(cluster, report, &Selection::default())),
    ("sarif", |cluster, report| sarif(cluster, report, &Selection::default(), None)),
];

fn printed(name: &str, cluster: &Cluster, report: &Report) -> String {
    let (_, format) = FORMATS.iter().find(|(format, _)| *format == name).expect("a format of the list");
    format(cluster, report)
}

fn json(name: &str, cluster: &Cluster, report: &Report) -> Value {
    serde_json::from_str(&printed(name, cluster, report)).expect("the format is JSON")
}

#[test]
fn what_is_accepted_is_counted_and_shown_last_in_the_text() {
    let (cluster, report) = accepted();
    let wanted = "\
accepted
  count b1e391: people killed · Gaza: 67,160 (AP, BBC) / 67,173 (AFP) – counted a day apart, see
                @desk (Desk, until 2025-12-31)

no discrepancy, 1 agree, 1 accepted, 1 not sure enough to show
";
    assert_eq!(plain(&cluster, &report), wanted);
    let counts = Counts { agree: 1, accepted: 1, too_unsure: 1, ..Counts::default() };
    assert_eq!(Selection::default().counts(&report), counts);
}

#[test]
fn what_is_accepted_comes_after_what_is_open() {
    let (_, mut report) = accepted();
    report.topics[2].confidence = Confidence::Medium;
    let found = Selection::default().discrepancies(&report);
    assert_eq!(
        found.iter().map(|t| t.topic.as_str()).collect::<Vec<_>>(),
        ["people hurt", "people killed · Gaza"]
    );
}

#[test]
fn what_is_accepted_is_told_in_every_format_and_is_no_alarm_in_any() {
    let (cluster, report) = accepted();
    for (name, format) in FORMATS {
        let (open_cluster, open) = toll();
        assert!(!format(&open_cluster, &open).contains("counted a day apart"), "{name}");
        assert!(format(&cluster, &report).contains("counted a day apart"), "{name}");
    }
    let commands = printed("github", &cluster, &report);
    assert!(commands.lines().all(|line| line.starts_with("::notice ")), "{commands}");
    assert!(commands.contains("title=accepted conflict%3A people killed"), "{commands}");
    assert!(commands.contains("%0Aaccepted: counted a day apart, see @desk (Desk, until"), "{commands}");
    let issues = json("gitlab", &cluster, &report);
    assert_eq!(issues[0]["severity"], "info");
    assert!(issues[0]["description"].as_str().is_some_and(|words| words.starts_with("accepted: ")));
    let xml = printed("junit", &cluster, &report);
    assert!(xml.contains("<skipped>accepted: counted") && !xml.contains("<failure"), "{xml}");
    assert!(xml.contains(r#"failures="0" skipped="1""#), "{xml}");
    let comment = printed("markdown", &cluster, &report);
    assert!(comment.contains("<summary>1 accepted</summary>") && !comment.contains("####"), "{comment}");
    assert!(comment.contains("see @&#8203;desk"), "{comment}");
    let line = json("jsonl", &cluster, &report);
    assert_eq!(line["accepted"]["until"], "2025-12-31");
    let log = json("sarif", &cluster, &report);
    let suppression = &log["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(suppression["kind"], "external");
    assert_eq!(suppression["status"], "accepted");
    assert_eq!(suppression["justification"], "counted a day apart, see @desk (Desk, until 2025-12-31)");
    let (cluster, report) = toll();
    let open = json("sarif", &cluster, &report);
    assert_eq!(open["runs"][0]["results"][0]["suppressions"], serde_json::json!([]));
}

#[test]
fn a_hint_follows_the_reason_in_every_format() {
    let (cluster, mut report) = toll();
    report.topics[1].hint = Some("the ministry counts at noon".to_owned());
    let text = plain(&cluster, &report);
    let wanted = "  why: the figures differ by 13\n  note: the ministry counts at noon\n\n";
    assert!(text.contains(wanted), "{text}");
    for (name, format) in FORMATS {
        assert!(format(&cluster, &report).contains("the ministry counts at noon"), "{name}");
    }
}

#[test]
fn fewer_lineages_than_articles_are_told_at_the_reading_and_at_the_end() {
    let (cluster, mut report) = toll();
    report.lineages = vec![0, 1, 0];
    let text = plain(&cluster, &report);
    assert!(text.contains("\n  67,160   AP, BBC (2 articles, 1 lineage)\n"), "{text}");
    assert!(text.contains("\n  67,173   AFP\n"), "{text}");
    assert!(
        text.ends_with("1 conflict, 1 agree, 1 not sure enough to show; 3 articles, 2 lineages\n"),
        "{text}"
    );
    for name in ["gitlab", "junit", "markdown", "sarif"] {
        assert!(printed(name, &cluster, &report).contains("2 articles, 1 lineage"), "{name}");
    }
    report.lineages = vec![0, 1, 2];
    assert!(!plain(&cluster, &report).contains("lineage"));
}

#[test]
fn a_draft_is_where_formats_point_at() {
    let (cluster, mut report) = toll();
    let first_place = |report: &Report| {
        let log = json("sarif", &cluster, report);
        let result = &log["runs"][0]["results"][0];
        let uri = |place: &Value| place["physicalLocation"]["artifactLocation"]["uri"].clone();
        (uri(&result["locations"][0]), uri(&result["relatedLocations"][0]), result["message"]["text"].clone())
    };
    assert_eq!(
        first_place(&report),
        (
            "001".into(),
            "003".into(),
            "people killed · Gaza: 67,160 (AP, BBC) / [67,173](2) (AFP) – the figures differ by 13".into()
        )
    );
    let places = |report: &Report| printed("github", &cluster, report).lines().count();
    assert_eq!(places(&report), 2);
    report.draft = Some(ArticleId(1));
    assert_eq!(
        first_place(&report),
        (
            "002".into(),
            "001".into(),
            "people killed · Gaza: [67,160](1) (AP, BBC) / 67,173 (AFP) – the figures differ by 13".into()
        )
    );
    assert_eq!(places(&report), 1);
    let command = printed("github", &cluster, &report);
    let wanted = "::error file=002,line=1,endLine=1,col=132,endColumn=138,title=conflict%3A people killed · Gaza\
        ::67,173 here; 67,160 in AP (001:3), BBC (003:1) – the figures differ by 13\n";
    assert_eq!(command, wanted);
    assert_eq!(json("gitlab", &cluster, &report)[0]["location"]["path"], "002");
    // A discrepancy among the other articles is shown where it stands.
    report.topics[1].readings[1].claims = report.topics[1].readings[0].claims.split_off(1);
    assert_eq!(places(&report), 2);
}

#[test]
fn verdict_and_severity_choose_the_level() {
    for (verdict, severity, wanted) in [
        (Verdict::Conflict, Severity::High, ["error", "error", "critical"]),
        (Verdict::Conflict, Severity::Medium, ["warning", "error", "major"]),
        (Verdict::Conflict, Severity::Low, ["warning", "error", "minor"]),
        (Verdict::Minor, Severity::Low, ["note", "warning", "minor"]),
        (Verdict::Update, Severity::High, ["note", "notice", "info"]),
    ] {
        let (cluster, mut report) = toll();
        (report.topics[1].verdict, report.topics[1].severity) = (verdict, severity);
        let level = json("sarif", &cluster, &report)["runs"][0]["results"][0]["level"].clone();
        let command = printed("github", &cluster, &report);
        let name = command.strip_prefix("::").and_then(|rest| rest.split(' ').next()).unwrap_or("");
        let severity = json("gitlab", &cluster, &report)[0]["severity"].clone();
        assert_eq!([level, name.into(), severity], wanted.map(Value::from), "{verdict:?}");
    }
}

#[test]
fn junit_passes_what_agrees_and_what_is_only_minor() {
    let (cluster, mut report) = toll();
    let wanted = r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="factdiff" tests="2" failures="1">
  <testsuite name="count" tests="1" failures="1" skipped="0">
    <testcase name="people killed · Gaza" classname="factdiff.count">
      <failure message="67,160 (AP, BBC) / 67,173 (AFP) – the figures differ by 13" type="conflict">67,160 (AP, BBC)
  001:3: Officials put the dead at 67,160.
  003:1: “東京” – the dead number 67,160.
67,173 (AFP)
  002:1: "#;
    let xml = printed("junit", &cluster, &report);
    assert!(xml.starts_with(wanted), "{xml}");
    let agrees = r#"    <testcase name="people killed · Gaza" classname="factdiff.place"/>"#;
    assert!(xml.contains(agrees), "{xml}");
    report.topics[1].verdict = Verdict::Minor;
    let xml = printed("junit", &cluster, &report);
    assert!(
        xml.contains("<system-out>minor: 67,160 (AP, BBC) / 67,173") && !xml.contains("<failure"),
        "{xml}"
    );
    report.topics[1].verdict = Verdict::Unclear;
    assert!(!printed("junit", &cluster, &report).contains("factdiff.count"));
}

#[test]
fn names_are_unique_where_a_format_wants_them_so() {
    let (cluster, mut report) = toll();
    report.topics.push(report.topics[1].clone());
    let issues = json("gitlab", &cluster, &report);
    assert_eq!(issues[0]["fingerprint"], "b1e391ae5f009694");
    assert_eq!(issues[1]["fingerprint"], "b1e391ae5f009694-2");
    let xml = printed("junit", &cluster, &report);
    assert!(xml.contains(r#"name="people killed · Gaza (2)""#), "{xml}");
}

#[test]
fn a_comment_leaves_out_the_least_and_says_how_many() {
    let (cluster, mut report) = toll();
    let mut topic = report.topics[1].clone();
    topic.reason = "of these and those, ".repeat(100);
    report.topics = vec![topic.clone(); 60];
    topic.verdict = Verdict::Minor;
    report.topics.extend(vec![topic; 7]);
    let comment = printed("markdown", &cluster, &report);
    let length = comment.encode_utf16().count();
    assert!((60_000..=65_536).contains(&length), "{length}");
    let shown = comment.matches("#### conflict").count();
    let left_out = format!("\n{} more left out, for a comment holds 65,536 characters", 67 - shown);
    assert!(shown > 20 && comment.contains(&left_out), "{shown}: {}", &comment[comment.len() - 300..]);
    assert_eq!(comment.matches("<details>").count(), comment.matches("</details>").count());
}
