//! Findings as text: the two claims, labelled `a` and `b`, and what became of them.

use std::fmt::Write;

use super::{Told, near};
use crate::article::{AnnotatedArticle, Cluster, Span, ZoneKind};
use crate::claim::Claim;
use crate::discrepancy::{ClaimId, Report};
use crate::report::on_one_line;
use crate::report::text::names;

/// One pair of claims with what became of it.
#[derive(Debug, Clone)]
pub struct Pair<'r> {
    /// The first claim.
    pub a: ClaimId,
    /// The second claim.
    pub b: ClaimId,
    /// What became of the two.
    pub told: Told<'r>,
}

/// The pairs, each under its two claims; then how many pairs are of two kinds and left out.
pub fn text(cluster: &Cluster, report: &Report, pairs: &[Pair], of_two_kinds: usize) -> String {
    let mut out = String::new();
    for pair in pairs {
        if !out.is_empty() {
            out.push('\n');
        }
        let [a, b] = [pair.a, pair.b].map(|id| claim(cluster, report.claim(id)));
        let width = a.0.chars().count().max(b.0.chars().count());
        for (label, (place, words)) in [("a", a), ("b", b)] {
            let _ = writeln!(out, "{label}  {place:width$}  {words}");
        }
        let _ = writeln!(out, "   {}", pair.told.words);
    }
    match of_two_kinds {
        0 => {}
        1 => out.push_str("\none more pair is of two kinds, which are never compared\n"),
        n => {
            let _ = writeln!(out, "\n{n} more pairs are of two kinds, which are never compared");
        }
    }
    out
}

/// Its place, and its words with its kind.
fn claim(cluster: &Cluster, claim: &Claim) -> (String, String) {
    let at = cluster[claim.span.article].place_of(claim.span.range().start);
    let place = format!("{}:{at}", names(cluster)[claim.span.article.index()]);
    (place, format!("{:13}  {}", claim.kind.id(), on_one_line(&cluster[claim.span])))
}

/// What was read at a place without a claim, and the claims nearest to it.
pub fn nothing(cluster: &Cluster, report: &Report, label: &str, span: Span) -> String {
    let mut out = String::new();
    let at = cluster[span.article].place_of(span.range().start);
    let name = &names(cluster)[span.article.index()];
    let _ = writeln!(out, "{label}  {name}:{at}  no claim stands there");
    let _ = writeln!(out, "   {}", read_as(cluster, span));
    let nearest: Vec<(String, String)> =
        near(cluster, report, span).into_iter().map(|id| claim(cluster, report.claim(id))).collect();
    let width = nearest.iter().map(|(place, _)| place.chars().count()).max().unwrap_or(0);
    for (number, (place, words)) in nearest.into_iter().enumerate() {
        let head = if number == 0 { "nearest:" } else { "" };
        let _ = writeln!(out, "   {head:9}{place:width$}  {words}");
    }
    out
}

/// As what the place was read, with its words.
pub(super) fn read_as(cluster: &Cluster, span: Span) -> String {
    let article = &cluster[span.article];
    let overlaps = |start: usize, end: usize| {
        start < span.end.max(span.start + 1) as usize && (span.start as usize) < end
    };
    let Some(zone) = article.zones.iter().find(|z| overlaps(z.range.start, z.range.end)) else {
        return "nothing was read there: an empty line, or the header".to_owned();
    };
    let kind = match zone.kind {
        ZoneKind::Headline => "headline",
        ZoneKind::Subheading => "subheading",
        ZoneKind::Caption => "caption",
        ZoneKind::Body => "body",
        ZoneKind::Furniture => {
            let words = on_one_line(article.text.get(zone.range.clone()).unwrap_or(""));
            return format!("read as furniture, which makes no claims: {}", words.trim());
        }
    };
    let annotated = AnnotatedArticle::new(span.article, article);
    let sentence = annotated.sentences().map(|s| s.range()).find(|r| overlaps(r.start, r.end));
    let range = sentence.unwrap_or_else(|| zone.range.clone());
    format!("read as {kind}: {}", on_one_line(article.text.get(range).unwrap_or("")).trim())
}
