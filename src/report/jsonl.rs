//! The report as JSON Lines: a discrepancy a line, for tools that read a line at a time.
//!
//! Each line stands alone: it has the number of the schema, the articles that its claims
//! name, and the fields that a discrepancy has in the report as JSON.

use serde::Serialize;

use super::json::{JsonArticle, JsonDiscrepancy, SCHEMA};
use crate::article::Cluster;
use crate::discrepancy::{JudgedTopic, Report};
use crate::report::Selection;

#[derive(Debug, Serialize)]
struct JsonLine<'a> {
    schema: u32,
    articles: Vec<JsonArticle<'a>>,
    #[serde(flatten)]
    discrepancy: JsonDiscrepancy<'a>,
}

/// The discrepancies that `selection` keeps, one a line; nothing if there is none.
pub fn jsonl(cluster: &Cluster, report: &Report, selection: &Selection) -> String {
    let mut out = String::new();
    for topic in selection.discrepancies(report) {
        let line = serde_json::to_string(&line(cluster, report, topic)).expect("a line is plain JSON");
        out.push_str(&line);
        out.push('\n');
    }
    out
}

fn line<'a>(cluster: &'a Cluster, report: &'a Report, topic: &'a JudgedTopic) -> JsonLine<'a> {
    let claims = topic.readings.iter().flat_map(|reading| &reading.claims);
    let mut articles: Vec<_> = claims.map(|id| report.claim(*id).span.article).collect();
    articles.sort_unstable();
    articles.dedup();
    JsonLine {
        schema: SCHEMA,
        articles: articles.into_iter().map(|id| JsonArticle::new(cluster, report, id)).collect(),
        discrepancy: JsonDiscrepancy::new(cluster, report, topic),
    }
}
