//! A mark that was not found: which claims stand at its sides, and which sides have none.

use std::collections::BTreeSet;

use super::mark::{Mark, Side};
use crate::article::{Cluster, Span};
use crate::discrepancy::{ClaimId, Report};
use crate::report::on_one_line;
use crate::report::text::names;
use crate::why::{self, Outcome, Told};

/// Most pairs of one mark that are looked into; a mark with more has them in many articles.
const MOST: usize = 60;

/// Pairs of claims of one kind at two sides that differ, those of the mark's kind and in
/// two articles first.
pub fn pairs(mark: &Mark, report: &Report) -> Vec<(ClaimId, ClaimId)> {
    let sides: Vec<(&Side, Vec<ClaimId>)> = mark.sides.iter().map(|s| (s, claims(s, report))).collect();
    let mut pairs = Vec::new();
    for (number, (a, of_a)) in sides.iter().enumerate() {
        for (_, of_b) in sides[number + 1..].iter().filter(|(b, _)| b.value != a.value) {
            pairs.extend(of_a.iter().flat_map(|&x| of_b.iter().map(move |&y| (x, y))));
        }
    }
    pairs.retain(|&(a, b)| a != b && why::may_meet(report, a, b));
    pairs.sort_by_key(|&(a, b)| {
        let (x, y) = (report.claim(a), report.claim(b));
        (x.kind.id() != mark.kind, x.span.article == y.span.article)
    });
    pairs.truncate(MOST);
    pairs
}

/// Why a mark was not found, by what became of its pairs: a difference that is not shown
/// tells more than one that was never looked at, and that more than what agrees.
pub fn reason(
    mark: &Mark,
    cluster: &Cluster,
    report: &Report,
    pairs: &[(ClaimId, ClaimId)],
    told: &[Told],
) -> String {
    let rank = |told: &Told| match told.outcome {
        Outcome::Accepted | Outcome::Unsure => 0,
        Outcome::LeftOut => 1,
        Outcome::Compatible | Outcome::Unclear => 2,
        Outcome::Apart => 3,
        Outcome::Agree => 4,
        // Shown, and yet the mark is not found: for another pair of values.
        Outcome::Reported => 5,
    };
    let words = |id: ClaimId| on_one_line(&cluster[report.claim(id).span]);
    match pairs.iter().zip(told).min_by_key(|(_, told)| rank(told)) {
        Some((_, told)) if rank(told) > 3 && has_unread(mark, report) => unread(mark, cluster, report),
        Some((&(a, b), told)) => format!("{}; a is “{}”, b is “{}”", told.words, words(a), words(b)),
        None => unread(mark, cluster, report),
    }
}

fn has_unread(mark: &Mark, report: &Report) -> bool {
    mark.sides.iter().any(|side| claims(side, report).is_empty())
}

/// Where no claim was read; if some was at every side, of which kinds they are.
fn unread(mark: &Mark, cluster: &Cluster, report: &Report) -> String {
    let names = names(cluster);
    let place = |span: Span| {
        let at = cluster[span.article].place_of(span.range().start);
        format!("{}:{at}", names[span.article.index()])
    };
    let at = |side: &Side| (place(side.places[0]), claims(side, report));
    let sides: Vec<(String, Vec<ClaimId>)> = mark.sides.iter().map(at).collect();
    let empty: Vec<&str> = sides.iter().filter(|s| s.1.is_empty()).map(|s| s.0.as_str()).collect();
    if !empty.is_empty() {
        return on_one_line(&format!("no claim was read at {}", empty.join(", ")));
    }
    let kinds = |ids: &[ClaimId]| ids.iter().map(|id| report.claim(*id).kind.id()).collect::<BTreeSet<_>>();
    let side = |(place, ids): &(String, Vec<ClaimId>)| {
        format!("{} at {place}", kinds(ids).into_iter().collect::<Vec<_>>().join(" and "))
    };
    let read: Vec<String> = sides.iter().map(side).collect();
    on_one_line(&format!("no two claims of one kind stand there: {}", read.join(", ")))
}

fn claims(side: &Side, report: &Report) -> Vec<ClaimId> {
    let ids = (0..).map(ClaimId).zip(&report.claims);
    let stands = |span: Span| side.places.iter().any(|place| place.overlaps(span));
    ids.filter(|(_, claim)| stands(claim.span)).map(|(id, _)| id).collect()
}
