//! A mark that was not found: which claims stand at its sides, and which sides have none.

use std::collections::BTreeSet;

use super::mark::{Mark, Side};
use crate::article::{Cluster, Span};
use crate::discrepancy::{ClaimId, Report};
use crate::report::on_one_line;
use crate::report::text::names;

/// Two claims of one kind at two sides that differ: of the mark's kind if there are such,
/// and in two articles rather than in one.
pub fn nearest_pair(mark: &Mark, report: &Report) -> Option<(ClaimId, ClaimId)> {
    let sides: Vec<(&Side, Vec<ClaimId>)> = mark.sides.iter().map(|s| (s, claims(s, report))).collect();
    let mut pairs = Vec::new();
    for (number, (a, of_a)) in sides.iter().enumerate() {
        for (_, of_b) in sides[number + 1..].iter().filter(|(b, _)| b.value != a.value) {
            pairs.extend(of_a.iter().flat_map(|&x| of_b.iter().map(move |&y| (x, y))));
        }
    }
    pairs.retain(|(a, b)| report.claim(*a).kind == report.claim(*b).kind);
    let rank = |&(a, b): &(ClaimId, ClaimId)| {
        let (x, y) = (report.claim(a), report.claim(b));
        (x.kind.id() != mark.kind, x.span.article == y.span.article)
    };
    pairs.into_iter().min_by_key(rank)
}

/// Where no claim was read; if some was at every side, of which kinds they are.
pub fn unread(mark: &Mark, cluster: &Cluster, report: &Report) -> Option<String> {
    let names = names(cluster);
    let place = |span: Span| {
        let (line, column) = cluster[span.article].line_and_column(span.range().start);
        format!("{}:{line}:{column}", names[span.article.index()])
    };
    let at = |side: &Side| (place(side.places[0]), claims(side, report));
    let sides: Vec<(String, Vec<ClaimId>)> = mark.sides.iter().map(at).collect();
    let empty: Vec<&str> = sides.iter().filter(|s| s.1.is_empty()).map(|s| s.0.as_str()).collect();
    if !empty.is_empty() {
        return Some(on_one_line(&format!("no claim was read at {}", empty.join(", "))));
    }
    let kinds = |ids: &[ClaimId]| ids.iter().map(|id| report.claim(*id).kind.id()).collect::<BTreeSet<_>>();
    let side = |(place, ids): &(String, Vec<ClaimId>)| {
        format!("{} at {place}", kinds(ids).into_iter().collect::<Vec<_>>().join(" and "))
    };
    let read: Vec<String> = sides.iter().map(side).collect();
    Some(on_one_line(&format!("no two claims of one kind stand there: {}", read.join(", "))))
}

fn claims(side: &Side, report: &Report) -> Vec<ClaimId> {
    let ids = (0..).map(ClaimId).zip(&report.claims);
    let stands = |span: Span| side.places.iter().any(|place| place.overlaps(span));
    ids.filter(|(_, claim)| stands(claim.span)).map(|(id, _)| id).collect()
}
