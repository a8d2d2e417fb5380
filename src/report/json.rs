//! The report as JSON, schema 1: what other programs build on.
//!
//! Fields are only ever added. `schema` makes `docs/schemas/report.schema.json` from the structs
//! below; offsets are bytes of the file as given, not of the decoded text, but for
//! pages and documents, whose text is extracted: there they are bytes of that text.

use schemars::JsonSchema;
use serde::Serialize;

use crate::article::{ArticleId, Cluster};
use crate::claim::Claim;
use crate::discrepancy::{Acceptance, ClaimId, JudgedTopic, Report};
use crate::report::Selection;
use crate::report::unsupported::{name_of, unsupported};

/// The number of the schema: raised when a field changes its meaning or goes.
pub(super) const SCHEMA: u32 = 1;

/// A report on the articles of one story.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "factdiff report")]
pub struct JsonReport<'a> {
    /// Number of the schema.
    #[schemars(range(min = 1, max = 1))]
    schema: u32,
    /// The articles in reading order.
    articles: Vec<JsonArticle<'a>>,
    /// The differences found, worst first.
    discrepancies: Vec<JsonDiscrepancy<'a>>,
    /// Id of the draft; only where one was checked against the other articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    draft: Option<&'a str>,
    /// What the draft says and no other article; only with a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    unsupported: Option<Vec<JsonUnsupported<'a>>>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "unsupported")]
pub(super) struct JsonUnsupported<'a> {
    /// Stable hash of kind, source and value.
    fingerprint: String,
    /// The kind of the claim.
    kind: &'static str,
    /// Its value as printed.
    value: String,
    #[serde(flatten)]
    claim: JsonClaim<'a>,
}

/// What `factdiff batch` answers to a line.
#[derive(JsonSchema)]
#[schemars(title = "factdiff answer", untagged)]
#[expect(dead_code, reason = "only its schema is asked for")]
pub(super) enum JsonAnswer<'a> {
    /// The report on the story.
    Report(BatchReport<'a>),
    /// Why the line could not be checked.
    Problem {
        /// The cluster's id, as given; null if the line has none.
        id: &'a serde_json::Value,
        /// What is wrong with the line.
        error: &'a str,
    },
}

/// A report with the id of its cluster: one line of `factdiff batch`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "answered")]
pub struct BatchReport<'a> {
    /// The cluster's id, as given.
    pub id: &'a serde_json::Value,
    /// The report.
    #[serde(flatten)]
    pub report: JsonReport<'a>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "article")]
pub(super) struct JsonArticle<'a> {
    /// Short name, unique in the report.
    id: &'a str,
    /// Where it came from, as given; in a batch, its id.
    path: &'a str,
    /// Its title.
    title: Option<&'a str>,
    /// Who published it.
    source: Option<&'a str>,
    /// Day of publication: 2025-05-11.
    published: Option<String>,
    /// Articles of one number are copies of one text or carry the same wire text.
    lineage: u32,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "discrepancy")]
pub(super) struct JsonDiscrepancy<'a> {
    /// Stable hash of kind, topic and (source, value) pairs.
    fingerprint: &'a str,
    /// What kind of claim differs; `factdiff explain` lists them.
    kind: &'static str,
    /// cross: the sides stand in different articles; internal: all in one.
    #[schemars(extend("enum" = ["cross", "internal"]))]
    scope: &'static str,
    /// What the readings are to one another.
    #[schemars(extend("enum" = ["conflict", "minor", "update"]))]
    verdict: &'static str,
    /// Were the claims read and aligned rightly?
    #[schemars(extend("enum" = ["low", "medium", "high"]))]
    confidence: &'static str,
    /// How bad, if so?
    #[schemars(extend("enum" = ["low", "medium", "high"]))]
    severity: &'static str,
    /// What it is about.
    topic: &'a str,
    /// Why this verdict, in words.
    reason: &'a str,
    /// What reference knowledge adds.
    hint: Option<&'a str>,
    /// Why the house lets the difference stand, if it does.
    accepted: Option<JsonAcceptance<'a>>,
    /// The distinct values, by first appearance.
    readings: Vec<JsonReading<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "acceptance")]
struct JsonAcceptance<'a> {
    /// Why the difference is fine.
    because: &'a str,
    /// Who accepted it.
    by: Option<&'a str>,
    /// The last day on which it holds: 2025-12-31.
    until: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "reading")]
struct JsonReading<'a> {
    /// The value as its first claim prints it.
    value: &'a str,
    /// How many independent lineages give it.
    witnesses: usize,
    /// The claims that give it.
    claims: Vec<JsonClaim<'a>>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "claim")]
struct JsonClaim<'a> {
    /// Id of the article.
    article: &'a str,
    /// First byte in the file; where `paragraph` stands, in the extracted text.
    start: usize,
    /// One past the last byte in the file; where `paragraph` stands, in the extracted text.
    end: usize,
    /// The words of the claim.
    text: &'a str,
    /// The sentence it stands in.
    sentence: &'a str,
    /// Line of the text, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
    /// Paragraph of the main text of a page or document, from 1; null for text files.
    paragraph: Option<usize>,
    /// On whose word, as the article puts it.
    attribution: Option<&'a str>,
    /// The day for which the claim holds: 2025-10-07.
    as_of: Option<String>,
}

impl<'a> JsonReport<'a> {
    /// The report on `cluster`, with the discrepancies that `selection` keeps.
    pub fn new(cluster: &'a Cluster, report: &'a Report, selection: &Selection) -> JsonReport<'a> {
        JsonReport {
            schema: SCHEMA,
            articles: cluster.iter().map(|(id, _)| JsonArticle::new(cluster, report, id)).collect(),
            discrepancies: selection
                .discrepancies(report)
                .into_iter()
                .map(|topic| JsonDiscrepancy::new(cluster, report, topic))
                .collect(),
            draft: report.draft.map(|id| cluster[id].id.as_str()),
            unsupported: report.draft.map(|_| {
                let claims = unsupported(report, selection).into_iter();
                claims.map(|claim| JsonUnsupported::new(cluster, claim)).collect()
            }),
        }
    }
}

impl<'a> JsonUnsupported<'a> {
    /// The claim of the draft that no source supports.
    pub(super) fn new(cluster: &'a Cluster, of: &Claim) -> JsonUnsupported<'a> {
        JsonUnsupported {
            fingerprint: name_of(cluster, of),
            kind: of.kind.id(),
            value: of.printed(cluster),
            claim: claim(cluster, of),
        }
    }
}

impl<'a> JsonArticle<'a> {
    /// The article of that number.
    pub(super) fn new(cluster: &'a Cluster, report: &Report, id: ArticleId) -> JsonArticle<'a> {
        let article = &cluster[id];
        JsonArticle {
            id: &article.id,
            path: &article.path,
            title: article.title.as_deref(),
            source: article.source.as_deref(),
            published: article.published.map(|day| day.to_string()),
            lineage: report.lineages.get(id.index()).copied().unwrap_or(id.0),
        }
    }
}

impl<'a> JsonDiscrepancy<'a> {
    /// The discrepancy of the report that `topic` is.
    pub(super) fn new(
        cluster: &'a Cluster,
        report: &'a Report,
        topic: &'a JudgedTopic,
    ) -> JsonDiscrepancy<'a> {
        let claim_of = |id: &ClaimId| claim(cluster, report.claim(*id));
        JsonDiscrepancy {
            fingerprint: &topic.fingerprint,
            kind: topic.kind.id(),
            scope: topic.reach.id(),
            verdict: topic.verdict.id(),
            confidence: topic.confidence.id(),
            severity: topic.severity.id(),
            topic: &topic.topic,
            reason: &topic.reason,
            hint: topic.hint.as_deref(),
            accepted: topic.accepted.as_ref().map(acceptance),
            readings: topic
                .readings
                .iter()
                .map(|r| JsonReading {
                    value: &r.value,
                    witnesses: report.witnesses(r),
                    claims: r.claims.iter().map(claim_of).collect(),
                })
                .collect(),
        }
    }
}

fn acceptance(acceptance: &Acceptance) -> JsonAcceptance<'_> {
    JsonAcceptance {
        because: &acceptance.because,
        by: acceptance.by.as_deref(),
        until: acceptance.until.map(|day| day.to_string()),
    }
}

fn claim<'a>(cluster: &'a Cluster, claim: &Claim) -> JsonClaim<'a> {
    let article = &cluster[claim.span.article];
    let (line, column) = article.line_and_column(claim.span.range().start);
    JsonClaim {
        article: &article.id,
        start: article.file_offset(claim.span.range().start),
        end: article.file_offset(claim.span.range().end),
        text: &cluster[claim.span],
        sentence: &cluster[claim.sentence],
        line,
        column,
        paragraph: article.paragraph(claim.span.range().start),
        attribution: claim.attribution.map(|span| &cluster[span]),
        as_of: claim.slots(cluster).as_of,
    }
}
