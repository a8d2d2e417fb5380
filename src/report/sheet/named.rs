//! Names that no topic holds: a name on which nobody differs is compared with nothing,
//! and yet a checker wants to see where else it stands.

use crate::article::{ArticleId, Cluster};
use crate::claim::{Claim, Value};
use crate::discrepancy::{ClaimId, Report, Verdict};
use crate::value::{Level, PersonName};

/// The first claim of each other article that bears the same name as one of `claims`,
/// and what the names are to one another.
pub(super) fn bearers(cluster: &Cluster, report: &Report, claims: &[ClaimId]) -> Vec<(ClaimId, Verdict)> {
    let ours: Vec<&Claim> = claims.iter().map(|id| report.claim(*id)).collect();
    let home = ours.first().map(|claim| claim.span.article);
    let mut found: Vec<(ArticleId, ClaimId, Verdict)> = Vec::new();
    for (id, claim) in (0..).map(ClaimId).zip(&report.claims) {
        let article = claim.span.article;
        if Some(article) == home {
            continue;
        }
        let Some(verdict) = ours.iter().filter_map(|our| same_name(cluster, our, claim)).min() else {
            continue;
        };
        match found.iter_mut().find(|(known, ..)| *known == article) {
            // "Steve Witkoff" tells more than "Witkoff" of the same article.
            Some(known) if verdict < known.2 => *known = (article, id, verdict),
            Some(_) => {}
            None => found.push((article, id, verdict)),
        }
    }
    found.into_iter().map(|(_, id, verdict)| (id, verdict)).collect()
}

/// Agree for one name in the same words, compatible for a shorter or longer form of it.
fn same_name(cluster: &Cluster, a: &Claim, b: &Claim) -> Option<Verdict> {
    let words = |claim: &Claim| cluster[claim.span].to_lowercase();
    match (&a.value, &b.value) {
        (Value::Name(one), Value::Name(other)) => match PersonName::compare(one, other).level {
            Level::Identical | Level::Equivalent => Some(Verdict::Agree),
            Level::Compatible => Some(Verdict::Compatible),
            Level::Conflict | Level::Incomparable => None,
        },
        (Value::Proper(_), Value::Proper(_)) | (Value::Place(_), Value::Place(_)) if a.kind == b.kind => {
            (words(a) == words(b)).then_some(Verdict::Agree)
        }
        _ => None,
    }
}
