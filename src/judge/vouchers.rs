//! On whose word one figure stands: the ministry in one article, the United Nations in
//! another.
//!
//! Two who count in their own ways seldom come to one exact figure; rather one article
//! has credited it to the wrong one, or has left out that one cites the other. A round
//! or a small figure anybody may have.

use rust_decimal::Decimal;

use super::{article, articles_of, size};
use crate::align::Topic;
use crate::article::{ArticleId, Cluster};
use crate::claim::{Claim, Kind, Value};
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Reach, Reading, Severity, Verdict};
use crate::house::Counters;
use crate::value::Reason;

/// The claims of one article that give a reading, with the one counter behind them.
struct Voucher {
    article: ArticleId,
    counter: String,
    claims: Vec<ClaimId>,
}

/// The topic of a figure that two articles credit to two counters, if there is one: a
/// conflict where two figures have changed places, else minor. Of several figures the
/// largest is shown.
pub(super) fn topic(
    cluster: &Cluster,
    claims: &[Claim],
    topic: &Topic,
    readings: &[Reading],
    counters: &Counters,
) -> Option<JudgedTopic> {
    if topic.kind != Kind::Count {
        return None;
    }
    let vouchers: Vec<Vec<Voucher>> =
        readings.iter().map(|r| vouchers(cluster, claims, r, counters)).collect();
    let has = |of: &[Voucher], article: ArticleId, counter: &str| {
        of.iter().any(|v| v.article == article && v.counter == counter)
    };
    let is_swapped = |a: &Voucher, b: &Voucher| {
        vouchers.iter().any(|of| has(of, a.article, &b.counter) && has(of, b.article, &a.counter))
    };
    let found = readings.iter().zip(&vouchers).filter_map(|(reading, of)| {
        let mut counters: Vec<&str> = of.iter().map(|v| v.counter.as_str()).collect();
        counters.sort_unstable();
        counters.dedup();
        let [a, b, ..] = counters.as_slice() else { return None };
        let pairs = of.iter().flat_map(|x| of.iter().map(move |y| (x, y)));
        let mut pairs = pairs.filter(|(x, y)| x.counter == *a && y.counter == *b);
        let is_swapped = pairs.any(|(x, y)| is_swapped(x, y));
        let sides = [*a, *b].map(|counter| side(cluster, claims, of, counter));
        (is_swapped || is_telling(claims, reading)).then_some((is_swapped, size(claims, reading), sides))
    });
    let (is_swapped, _, sides) = found.max_by_key(|(is_swapped, size, _)| (*is_swapped, *size))?;
    let (verdict, reason) = match is_swapped {
        true => (Verdict::Conflict, Reason::CountersSwapped),
        false => (Verdict::Minor, Reason::TwoCounters),
    };
    Some(judged(topic, verdict, reason, sides))
}

/// The claims that one counter stands behind, printed as the first names it.
fn side(cluster: &Cluster, claims: &[Claim], of: &[Voucher], counter: &str) -> Reading {
    let mut ids: Vec<ClaimId> =
        of.iter().filter(|v| v.counter == counter).flat_map(|v| v.claims.clone()).collect();
    ids.sort();
    let span = ids.first().and_then(|c| claims[c.0 as usize].attribution);
    let words = span.map_or("", |span| &cluster[span]);
    Reading { value: words.split_whitespace().collect::<Vec<_>>().join(" "), claims: ids }
}

fn judged(topic: &Topic, verdict: Verdict, reason: Reason, readings: [Reading; 2]) -> JudgedTopic {
    JudgedTopic {
        fingerprint: String::new(),
        hint: None,
        accepted: None,
        kind: topic.kind,
        reach: Reach::Cross,
        verdict,
        confidence: topic.confidence.min(Confidence::Medium),
        severity: if verdict == Verdict::Minor { Severity::Low } else { Severity::Medium },
        topic: format!("{}, on whose word", topic.title),
        reason: reason.to_string(),
        readings: readings.into(),
    }
}

/// The articles that credit a reading to one counter, and name no other beside it.
fn vouchers(cluster: &Cluster, claims: &[Claim], reading: &Reading, counters: &Counters) -> Vec<Voucher> {
    let of_article = |id: ArticleId| {
        let here = reading.claims.iter().copied().filter(|c| article(claims, *c) == id);
        let credited: Vec<ClaimId> = here.filter(|c| claims[c.0 as usize].attribution.is_some()).collect();
        let mut named = credited.iter().map(|c| {
            let claim = &claims[c.0 as usize];
            let source = counters.named(&cluster[claim.attribution?]);
            // "The ministry, in figures cited by the United Nations": a chain has two.
            let beside = counters.named(&cluster[claim.sentence]);
            (source.len() == 1 && beside.len() == 1).then(|| source.into_iter().next())?
        });
        let counter = named.next()??;
        let is_one = named.all(|other| other.as_ref() == Some(&counter));
        is_one.then_some(Voucher { article: id, counter, claims: credited })
    };
    articles_of(claims, reading).into_iter().filter_map(of_article).collect()
}

/// True for a figure that two do not count by chance: of some size, and not round.
fn is_telling(claims: &[Claim], reading: &Reading) -> bool {
    let is_telling = |id: &ClaimId| match &claims[id.0 as usize].value {
        Value::Quantity(q) => {
            q.size() >= Decimal::ONE_HUNDRED && q.bound.number().is_some_and(|n| !n.is_round())
        }
        _ => false,
    };
    reading.claims.iter().all(is_telling)
}

#[cfg(test)]
mod tests {
    use crate::article::Cluster;
    use crate::discrepancy::{Confidence, Verdict};
    use crate::read;

    /// Verdict and sides of what two articles report on whose word a figure stands.
    fn found(a: &str, b: &str) -> Vec<(Verdict, Vec<String>)> {
        let article = |id: &str, text: &str| read::article(id, None, None, Some("2015-06-20"), text);
        let report = crate::check(&Cluster::new(vec![article("a", a), article("b", b)]));
        let topics = report.discrepancies().into_iter().filter(|t| t.topic.ends_with("on whose word"));
        let topics = topics.filter(|t| t.confidence >= Confidence::Medium);
        topics.map(|t| (t.verdict, t.readings.iter().map(|r| r.value.clone()).collect())).collect()
    }

    const MINISTRY: &str = "The health ministry said 34,622 people were killed.";

    #[test]
    fn one_exact_figure_of_two_counters_is_minor() {
        let sides = ["The health ministry".to_owned(), "The United Nations".to_owned()].to_vec();
        let un = "The United Nations said 34,622 people were killed.";
        assert_eq!(found(MINISTRY, un), [(Verdict::Minor, sides)]);
    }

    #[test]
    fn two_figures_that_changed_places_are_a_conflict() {
        let a = "The health ministry said 312 people were killed. The United Nations said 268 people were killed.";
        let b = "The health ministry said 268 people were killed. The United Nations said 312 people were killed.";
        assert_eq!(found(a, b).len(), 1);
        assert_eq!(found(a, b)[0].0, Verdict::Conflict);
        assert_eq!(found(b, a)[0].0, Verdict::Conflict, "swapped");
        assert_eq!(found(a, a), []);
    }

    #[test]
    fn one_counter_a_chain_nobody_and_what_anybody_may_count_are_quiet() {
        for other in [
            "The ministry of health said 34,622 people were killed.",
            "The United Nations said 34,622 people were killed, the health ministry reported.",
            "Some 34,622 people were killed.",
            "Officials said 34,622 people were killed.",
        ] {
            assert_eq!(found(MINISTRY, other), [], "{other}");
        }
        let small = "Police said 12 people were killed.";
        assert_eq!(found("The health ministry said 12 people were killed.", small), []);
        let round = "Police said 20,000 people were killed.";
        assert_eq!(found("The health ministry said 20,000 people were killed.", round), []);
    }
}
