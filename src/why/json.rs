//! Findings as JSON, schema 1.

use serde::Serialize;

use super::text::{Pair, read_as};
use super::{claims_at, near};
use crate::article::{Cluster, Span};
use crate::discrepancy::{ClaimId, Report};

#[derive(Serialize)]
struct JsonFindings<'a> {
    schema: u32,
    a: JsonPlace<'a>,
    b: JsonPlace<'a>,
    pairs: Vec<JsonPair<'a>>,
    of_two_kinds: usize,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    article: &'a str,
    start: usize,
    end: usize,
    claims: usize,
    read_as: Option<String>,
    nearest: Vec<JsonClaim<'a>>,
}

#[derive(Serialize)]
struct JsonPair<'a> {
    a: JsonClaim<'a>,
    b: JsonClaim<'a>,
    compared: bool,
    outcome: &'static str,
    slot: Option<&'static str>,
    because: &'a str,
    fingerprint: Option<&'a str>,
    verdict: Option<&'static str>,
    confidence: Option<&'static str>,
}

#[derive(Serialize)]
struct JsonClaim<'a> {
    article: &'a str,
    kind: &'static str,
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    /// Paragraph of the main text, from 1, in a page or document.
    #[serde(skip_serializing_if = "Option::is_none")]
    paragraph: Option<usize>,
    text: &'a str,
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
