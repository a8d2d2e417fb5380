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
/// article: `LaterIsLarger` for an update, `LaterIsSmaller` for what has fallen.
pub(super) fn course(
    cluster: &Cluster,
    claims: &[Claim],
    topic: &Topic,
    readings: &[Reading],
) -> Option<Reason> {
    if !is_cumulative(claims, topic) {
        None
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
