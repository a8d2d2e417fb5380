//! Readings in time: a figure that rose between two articles is an update.
//!
//! The order is that of the days for which the figures hold, where the texts say so;
//! else that of publication. Two figures for one moment are no update, whoever printed
//! the larger one later.

use std::cmp::Ordering;

use super::{article, articles_of, compare};
use crate::align::Topic;
use crate::article::Cluster;
use crate::claim::{Claim, Kind, Subject, Value};
use crate::discrepancy::Reading;
use crate::value::{AsOf, Level, Reason};

/// Which way a figure that rises while an event is being reported went from article to
/// article: `LaterIsLarger` for an update, `LaterIsSmaller` for what has fallen. What may
/// rise and fall is `OtherMoments` if the texts say so for every figure.
pub(super) fn course(
    cluster: &Cluster,
    claims: &[Claim],
    topic: &Topic,
    readings: &[Reading],
) -> Option<Reason> {
    if !is_cumulative(claims, topic) {
        // Who is missing or what is paid may rise and fall.
        are_of_two_moments(claims, readings).then_some(Reason::OtherMoments)
    } else if runs(cluster, claims, readings, Ordering::Less) {
        Some(Reason::LaterIsLarger)
    } else {
        runs(cluster, claims, readings, Ordering::Greater).then_some(Reason::LaterIsSmaller)
    }
}

/// True when the articles of one reading say that the other was the figure once: "15,
/// up from 12" beside 12.
pub(super) fn is_superseded(claims: &[Claim], topic: &Topic, a: &Reading, b: &Reading) -> bool {
    let gives_as_earlier = |now: &Reading, then: &Reading| {
        let articles = articles_of(claims, now);
        let value = &claims[then.claims[0].0 as usize].value;
        topic.earlier.iter().any(|&id| {
            articles.contains(&article(claims, id))
                && compare(&claims[id.0 as usize].value, value).level >= Level::Compatible
        })
    };
    gives_as_earlier(a, b) || gives_as_earlier(b, a)
}

/// True for figures that rise while an event is being reported.
fn is_cumulative(claims: &[Claim], topic: &Topic) -> bool {
    let Subject::Measurand(m) = &claims[topic.claims[0].0 as usize].subject else { return false };
    topic.kind == Kind::Count
        && matches!(
            m.event.as_deref(),
            Some("kill" | "hurt" | "arrest" | "displace" | "free" | "damage" | "rescue")
        )
}

/// True when of every two different figures the smaller one is `order` the other: with
/// `Less` they rise, with `Greater` they fall.
fn runs(cluster: &Cluster, claims: &[Claim], readings: &[Reading], order: Ordering) -> bool {
    let mut points = Vec::new();
    for &id in readings.iter().flat_map(|r| &r.claims) {
        let claim = &claims[id.0 as usize];
        let Value::Quantity(quantity) = &claim.value else { return false };
        points.push((quantity.size(), claim));
    }
    let mut differs = false;
    for (i, (a, x)) in points.iter().enumerate() {
        for (b, y) in &points[i + 1..] {
            let fits = match a.cmp(b) {
                Ordering::Equal => true,
                Ordering::Less => in_time(cluster, x, y) == Some(order),
                Ordering::Greater => in_time(cluster, x, y) == Some(order.reverse()),
            };
            if !fits {
                return false;
            }
            differs |= a != b;
        }
    }
    differs
}

/// True when every two different figures are stated to hold for two moments.
fn are_of_two_moments(claims: &[Claim], readings: &[Reading]) -> bool {
    let stated = |r: &Reading| -> Option<Vec<&AsOf>> {
        let claims = r.claims.iter().map(|id| claims[id.0 as usize].as_of.as_ref().filter(|a| a.is_stated));
        claims.collect()
    };
    let Some(stated) = readings.iter().map(stated).collect::<Option<Vec<_>>>() else { return false };
    let are_apart = |a: &AsOf, b: &AsOf| a.order(b).is_some_and(Ordering::is_ne);
    let pairs = stated.iter().enumerate().flat_map(|(i, a)| stated[i + 1..].iter().map(move |b| (a, b)));
    pairs.into_iter().all(|(a, b)| a.iter().all(|x| b.iter().all(|y| are_apart(x, y))))
}

/// Which of two claims holds for the earlier time.
fn in_time(cluster: &Cluster, a: &Claim, b: &Claim) -> Option<Ordering> {
    let published = |c: &Claim| cluster[c.span.article].published;
    let by_article = || Some(published(a)?.cmp(&published(b)?)).filter(|o| o.is_ne());
    let day = |c: &Claim| published(c).map(AsOf::day);
    let stated = |c: &Claim| c.as_of.as_ref().is_some_and(|as_of| as_of.is_stated);
    let told = match (&a.as_of, &b.as_of) {
        (Some(x), Some(y)) => x.order(y),
        // A day of saying is no day of counting: beside a claim without either, the
        // articles' own days are nearer.
        (Some(x), None) if stated(a) => x.order(&day(b)?),
        (None, Some(y)) if stated(b) => day(a)?.order(y),
        _ => None,
    };
    told.or_else(by_article)
}

#[cfg(test)]
mod tests {
    use crate::article::Cluster;
    use crate::discrepancy::Verdict::{self, Conflict, Update};
    use crate::read;

    /// Verdict and reason of the one difference of counts between two articles, each with
    /// its day of June 2021; the ninth was a Wednesday.
    fn judged(a: (&str, &str), b: (&str, &str)) -> (Verdict, String) {
        let article = |id: &str, (day, text): (&str, &str)| {
            read::article(id, None, None, Some(&format!("2021-06-{day}")), text)
        };
        let report = crate::check(&Cluster::new(vec![article("a", a), article("b", b)]));
        let found = report.discrepancies();
        assert_eq!(found.len(), 1, "{a:?} / {b:?}: {found:?}");
        (found[0].verdict, found[0].reason.clone())
    }

    #[test]
    fn a_later_and_larger_toll_is_an_update_and_one_of_the_same_moment_is_not() {
        for (a, b, want) in [
            (
                ("09", "As of Tuesday morning, 12 people had been killed."),
                ("09", "As of Tuesday evening, 15 people had been killed."),
                Update,
            ),
            (
                ("08", "As of Tuesday evening, 12 people had been killed."),
                ("09", "As of Tuesday evening, 15 people had been killed."),
                Conflict,
            ),
            (
                ("09", "On Thursday the ministry put the death toll at 36."),
                ("09", "On Friday the ministry put the death toll at 41."),
                Update,
            ),
            (
                ("09", "On Thursday the ministry put the death toll at 41."),
                ("09", "On Friday the ministry put the death toll at 36."),
                Conflict,
            ),
            (
                ("09", "The ministry said on Monday that 36 people were killed."),
                ("09", "The ministry said on Tuesday that 41 people were killed."),
                Update,
            ),
            (
                ("09", "The ministry said on Monday that 36 people were killed."),
                ("09", "The ministry said on Monday that 41 people were killed."),
                Conflict,
            ),
            (
                ("08", "Police said 36 people were killed."),
                ("09", "Police said 41 people were killed."),
                Update,
            ),
            (
                ("09", "Police said 36 people were killed."),
                ("09", "Police said 41 people were killed."),
                Conflict,
            ),
        ] {
            assert_eq!(judged(a, b).0, want, "{a:?} / {b:?}");
            assert_eq!(judged(b, a).0, want, "{b:?} / {a:?}, swapped");
        }
    }

    #[test]
    fn what_rises_and_has_fallen_is_told_so() {
        let (a, b) =
            (("09", "Police said 36 people were killed."), ("08", "Police said 41 people were killed."));
        assert_eq!(judged(a, b).0, Conflict);
        assert!(judged(a, b).1.contains("smaller"), "{}", judged(a, b).1);
    }

    #[test]
    fn an_earlier_figure_of_one_is_the_figure_of_the_other() {
        let now = ("09", "At least 41 people were killed, up from 36.");
        assert_eq!(judged(now, ("09", "Police said 36 people were killed.")).0, Update);
        assert_eq!(judged(now, ("09", "Police said 38 people were killed.")).0, Conflict);
    }
}
