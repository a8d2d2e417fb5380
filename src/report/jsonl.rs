//! The report as JSON Lines: a discrepancy a line, for tools that read a line at a time.
//!
//! Each line stands alone: it has the number of the schema, the articles that its claims
//! name, and the fields that a discrepancy has in the report as JSON. What of a draft no
//! source supports comes last, a line each, under `unsupported`.

use schemars::JsonSchema;
use serde::Serialize;

use super::json::{JsonArticle, JsonDiscrepancy, JsonUnsupported, SCHEMA};
use super::unsupported::unsupported;
use crate::article::Cluster;
use crate::discrepancy::{JudgedTopic, Report};
use crate::report::Selection;

/// What stands on a line.
#[derive(JsonSchema)]
#[schemars(title = "factdiff line", untagged)]
#[expect(dead_code, reason = "only its schema is asked for")]
pub(super) enum Line<'a> {
    /// A difference.
    Discrepancy(JsonLine<'a>),
    /// What the draft says and no other article.
    Unsupported(UnsupportedLine<'a>),
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "discrepancy_line")]
pub(super) struct JsonLine<'a> {
    /// Number of the schema.
    schema: u32,
    /// The articles that its claims name.
    articles: Vec<JsonArticle<'a>>,
    #[serde(flatten)]
    discrepancy: JsonDiscrepancy<'a>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "unsupported_line")]
pub(super) struct UnsupportedLine<'a> {
    /// Number of the schema.
    schema: u32,
    /// The draft.
    articles: Vec<JsonArticle<'a>>,
    /// The claim.
    unsupported: JsonUnsupported<'a>,
}

/// The discrepancies that `selection` keeps, one a line, and what no source supports;
/// nothing if there is neither.
pub fn jsonl(cluster: &Cluster, report: &Report, selection: &Selection) -> String {
    let mut out = String::new();
    for topic in selection.discrepancies(report) {
        let line = serde_json::to_string(&line(cluster, report, topic)).expect("a line is plain JSON");
        out.push_str(&line);
        out.push('\n');
    }
    for claim in unsupported(report, selection) {
        let line = UnsupportedLine {
            schema: SCHEMA,
            articles: vec![JsonArticle::new(cluster, report, claim.span.article)],
            unsupported: JsonUnsupported::new(cluster, claim),
        };
        out.push_str(&serde_json::to_string(&line).expect("a line is plain JSON"));
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
