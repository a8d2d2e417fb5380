//! The documents run: the examples of the pages of kinds, the commands of the guides.
//!
//! A page pairs a fence ```` ```articles ```` with a fence ```` ```report ````; a guide
//! shows commands as `$ factdiff …`, with what they print below them.

use std::fs;
use std::path::Path;
use std::process::Command;

use factdiff::article::Cluster;
use factdiff::claim::Kind;
use factdiff::discrepancy::{Confidence, JudgedTopic, Reading, Report};
use factdiff::read;

/// Documents whose commands are run.
const GUIDES: [&str; 5] = ["README.md", "docs/guide.md", "docs/ci.md", "docs/faq.md", "docs/tricky-cases.md"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The fenced blocks of a document: info string, content.
fn fences(text: &str) -> Vec<(&str, &str)> {
    let mut parts = text.split("```").skip(1);
    let mut fences = Vec::new();
    while let (Some(fence), rest) = (parts.next(), parts.next()) {
        fences.push(fence.split_once('\n').unwrap_or((fence, "")));
        if rest.is_none() {
            break;
        }
    }
    fences
}

/// Lines `Name: text` or `Name (2025-05-11): text`; an indented line goes on.
fn cluster(articles: &str) -> Cluster {
    let mut drafts: Vec<(&str, String)> = Vec::new();
    for line in articles.lines() {
        match drafts.last_mut().filter(|_| line.starts_with(' ')) {
            Some((_, text)) => {
                text.push(' ');
                text.push_str(line.trim());
            }
            None => {
                let (name, text) = line.split_once(':').unwrap_or_else(|| panic!("no name in {line:?}"));
                drafts.push((name, text.trim().to_owned()));
            }
        }
    }
    let article = |(head, text): &(&str, String)| {
        let (name, day) = match head.split_once(" (") {
            Some((name, day)) => (name, Some(day.trim_end_matches(')'))),
            None => (*head, None),
        };
        read::article(name, None, None, day, text)
    };
    Cluster::new(drafts.iter().map(article).collect())
}

fn found(report: &Report) -> Vec<&JudgedTopic> {
    let mut found = report.discrepancies();
    found.retain(|topic| topic.confidence >= Confidence::Medium);
    found
}

/// `people killed: 67,160 (AP) / 67,173 (AFP)`, a line for each discrepancy, or `nothing`.
fn compact(cluster: &Cluster, report: &Report) -> String {
    let names = |reading: &Reading| {
        let mut articles: Vec<_> = reading.claims.iter().map(|c| report.claim(*c).span.article).collect();
        articles.sort();
        articles.dedup();
        articles.iter().map(|a| cluster[*a].name()).collect::<Vec<_>>().join(", ")
    };
    let side = |reading: &Reading| format!("{} ({})", reading.value, names(reading));
    let line = |topic: &&JudgedTopic| {
        let sides: Vec<String> = topic.readings.iter().map(side).collect();
        format!("{}: {}\n", topic.topic, sides.join(" / "))
    };
    let lines: String = found(report).iter().map(line).collect();
    if lines.is_empty() { "nothing\n".to_owned() } else { lines }
}

#[test]
fn every_example_of_a_kind_gives_what_its_page_says() {
    let mut complaints = Vec::new();
    for kind in Kind::ALL {
        let id = kind.id();
        let page = text(&format!("docs/kinds/{id}.md"));
        let fences = fences(&page);
        let (mut speaks, mut is_silent) = (false, false);
        for pair in fences.chunks(2) {
            let [("articles", articles), ("report", wanted)] = pair else {
                panic!("{id}: each articles fence needs a report fence: {pair:?}");
            };
            let cluster = cluster(articles);
            let report = factdiff::check(&cluster);
            let given = compact(&cluster, &report);
            if given != *wanted {
                complaints.push(format!("{id}: {articles}gives\n{given}and not\n{wanted}"));
            }
            is_silent |= *wanted == "nothing\n";
            speaks |= found(&report).iter().any(|topic| topic.kind == kind);
        }
        if !(speaks && is_silent) {
            complaints.push(format!("{id}: the page needs a conflict of its kind, and what is none\n"));
        }
    }
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}
