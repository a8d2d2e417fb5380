//! Findings as JSON, schema 1.

use schemars::JsonSchema;
use serde::Serialize;

use super::text::{Pair, read_as};
use super::{claims_at, near};
use crate::article::{Cluster, Span};
use crate::discrepancy::{ClaimId, Report};
use crate::report::schema_of;

#[derive(Serialize, JsonSchema)]
#[schemars(title = "factdiff findings")]
struct JsonFindings<'a> {
    /// Number of the schema.
    #[schemars(range(min = 1, max = 1))]
    schema: u32,
    /// The first place.
    a: JsonPlace<'a>,
    /// The second place.
    b: JsonPlace<'a>,
    /// Every pair of claims of one kind: what was compared and differs first, what agrees last. Where no
    /// pair is of one kind, all pairs.
    pairs: Vec<JsonPair<'a>>,
    /// How many pairs of two kinds were left out.
    of_two_kinds: usize,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "place")]
struct JsonPlace<'a> {
    /// Id of the article.
    article: &'a str,
    /// First byte in the file; of a page or document, in the extracted text.
    start: usize,
    /// One past the last byte.
    end: usize,
    /// How many claims stand there.
    claims: usize,
    /// What a place without a claim was read as: body, headline, furniture.
    read_as: Option<String>,
    /// The nearest claims of a place without one.
    nearest: Vec<JsonClaim<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "pair")]
struct JsonPair<'a> {
    /// The claim at the first place.
    a: JsonClaim<'a>,
    /// The claim at the second.
    b: JsonClaim<'a>,
    /// True if the two were laid side by side.
    compared: bool,
    /// What became of them.
    #[schemars(extend("enum" = [
        "reported", "unsure", "accepted", "left-out", "compatible", "agree", "unclear", "apart"
    ]))]
    outcome: &'static str,
    /// What keeps them apart, if they were not compared.
    slot: Option<&'static str>,
    /// Why, in words.
    because: &'a str,
    /// Of the topic that holds both.
    fingerprint: Option<&'a str>,
    /// What the readings of that topic are to one another.
    #[schemars(extend("enum" = ["conflict", "update", "minor", "unclear", "compatible", "agree", null]))]
    verdict: Option<&'static str>,
    /// How sure we are of that topic.
    #[schemars(extend("enum" = ["low", "medium", "high", null]))]
    confidence: Option<&'static str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "claim")]
struct JsonClaim<'a> {
    /// Id of the article.
    article: &'a str,
    /// The kind of the claim.
    kind: &'static str,
    /// First byte in the file; of a page or document, in the extracted text.
    start: usize,
    /// One past the last byte.
    end: usize,
    /// Line of the text, from 1.
    line: usize,
    /// Column in characters, from 1.
    column: usize,
    /// Paragraph of the main text, from 1, in a page or document.
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
    /// The words of the claim.
    text: &'a str,
}

/// The JSON Schema of `factdiff why --format json`.
pub fn schema() -> String {
    schema_of::<JsonFindings<'_>>()
}

/// The pairs between two places, with a line's end.
pub fn json(
    cluster: &Cluster,
    report: &Report,
    places: [Span; 2],
    pairs: &[Pair],
    of_two_kinds: usize,
) -> String {
    let [a, b] = places.map(|span| place(cluster, report, span));
    let pairs = pairs.iter().map(|pair| self::pair(cluster, report, pair)).collect();
    let findings = JsonFindings { schema: 1, a, b, pairs, of_two_kinds };
    let mut text = serde_json::to_string_pretty(&findings).expect("findings are plain JSON");
    text.push('\n');
    text
}

fn place<'a>(cluster: &'a Cluster, report: &'a Report, span: Span) -> JsonPlace<'a> {
    let article = &cluster[span.article];
    let claims = claims_at(report, span).len();
    let nearest = if claims == 0 { near(cluster, report, span) } else { Vec::new() };
    JsonPlace {
        article: &article.id,
        start: article.file_offset(span.range().start),
        end: article.file_offset(span.range().end),
        claims,
        read_as: (claims == 0).then(|| read_as(cluster, span)),
        nearest: nearest.into_iter().map(|id| claim(cluster, report, id)).collect(),
    }
}

fn pair<'a>(cluster: &'a Cluster, report: &'a Report, pair: &'a Pair) -> JsonPair<'a> {
    let Pair { a, b, told } = pair;
    JsonPair {
        a: claim(cluster, report, *a),
        b: claim(cluster, report, *b),
        compared: told.slot.is_none(),
        outcome: told.outcome.id(),
        slot: told.slot,
        because: &told.words,
        fingerprint: told.topic.map(|t| t.fingerprint.as_str()),
        verdict: told.topic.map(|t| t.verdict.id()),
        confidence: told.topic.map(|t| t.confidence.id()),
    }
}

fn claim<'a>(cluster: &'a Cluster, report: &'a Report, id: ClaimId) -> JsonClaim<'a> {
    let claim = report.claim(id);
    let article = &cluster[claim.span.article];
    let (line, column) = article.line_and_column(claim.span.range().start);
    JsonClaim {
        article: &article.id,
        kind: claim.kind.id(),
        start: article.file_offset(claim.span.range().start),
        end: article.file_offset(claim.span.range().end),
        line,
        column,
        paragraph: article.paragraph(claim.span.range().start),
        text: &cluster[claim.span],
    }
}
