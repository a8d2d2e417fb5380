//! A topic's readings laid side by side: how each compares with each, and how clearly two
//! of them stand against each other.

use rust_decimal::Decimal;

use super::{article, compare, zones};
use crate::align::Topic;
use crate::article::ArticleId;
use crate::claim::{Claim, Value};
use crate::discrepancy::{ClaimId, Reading};
use crate::value::{Comparison, Level, Reason};

/// A topic's readings, the articles of each, and the comparison of every two.
pub(super) struct Collation<'a> {
    pub claims: &'a [Claim],
    pub topic: &'a Topic,
    pub readings: Vec<Reading>,
    pub articles: Vec<Vec<ArticleId>>,
    levels: Vec<Comparison>,
}

/// How clearly two readings stand against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Only between articles that also agree, or inside one.
    Weak,
    /// Between articles of which one gives several values, or tells of several events.
    Several,
    /// Between articles that each give one value.
    Clear,
}

impl<'a> Collation<'a> {
    pub fn of(claims: &'a [Claim], topic: &'a Topic) -> Collation<'a> {
        let readings = readings(claims, &topic.claims);
        let value = |r: &Reading| &claims[r.claims[0].0 as usize].value;
        let levels = readings.iter().flat_map(|a| readings.iter().map(move |b| compare(value(a), value(b))));
        let levels = levels.collect();
        let articles = readings.iter().map(|r| articles_of(claims, r)).collect();
        Collation { claims, topic, readings, articles, levels }
    }

    /// How the values of two readings compare.
    pub fn comparison(&self, i: usize, j: usize) -> Comparison {
        self.levels[i * self.readings.len() + j]
    }

    /// True for one reading, or two that can both hold.
    pub fn fits(&self, i: usize, j: usize) -> bool {
        i == j || self.comparison(i, j).level >= Level::Compatible
    }

    /// How clearly two readings that conflict stand against each other.
    pub fn standing(&self, i: usize, j: usize) -> Standing {
        if self.are_two_things(i, j) {
            return Standing::Weak;
        }
        let mut best = Standing::Weak;
        for &a in &self.articles[i] {
            for &b in &self.articles[j] {
                best = best.max(self.standing_between(i, a, j, b));
            }
        }
        best
    }

    /// How clearly reading `i` of article `a` stands against reading `j` of article `b`.
    fn standing_between(&self, i: usize, a: ArticleId, j: usize, b: ArticleId) -> Standing {
        if a == b {
            let is_strict = zones::are_two(self.claims, &self.readings[i], &self.readings[j], a);
            return if is_strict { Standing::Several } else { Standing::Weak };
        }
        let of = |article| (0..self.articles.len()).filter(move |&k| self.articles[k].contains(&article));
        if of(a).any(|x| of(b).any(|y| self.fits(x, y))) {
            // They agree on another value; what is left over on both sides still speaks
            // of one thing if the two figures are near, or if each is the whole of which
            // the article gives parts.
            let is_left_over = !of(b).any(|y| self.fits(i, y)) && !of(a).any(|x| self.fits(x, j));
            let larger = |x: usize, y: usize| self.size(x) > self.size(y);
            let are_largest = !of(a).any(|x| larger(x, i)) && !of(b).any(|y| larger(y, j));
            let is_one_thing = is_left_over && (self.are_near(i, j) || are_largest);
            return if is_one_thing { Standing::Several } else { Standing::Weak };
        }
        let tells_of_one = |article| of(article).count() == 1 && !self.topic.several.contains(&article);
        if tells_of_one(a) && tells_of_one(b) { Standing::Clear } else { Standing::Several }
    }

    fn size(&self, reading: usize) -> Option<Decimal> {
        size(self.claims, &self.readings[reading])
    }

    /// True for figures so far apart that they are rather two things; the same digits
    /// speak of one figure, however far the units throw it.
    pub fn are_two_things(&self, i: usize, j: usize) -> bool {
        let is_slip = matches!(self.comparison(i, j).reason, Reason::ScaleSlip | Reason::UnitChanged);
        self.are_far(i, j) && !is_slip
    }

    /// True for figures of which one is more than ten times the other: rather two things
    /// than two figures for one.
    pub fn are_far(&self, i: usize, j: usize) -> bool {
        let sizes = self.size(i).zip(self.size(j));
        sizes.is_some_and(|(a, b)| a.min(b) * Decimal::TEN < a.max(b))
    }

    /// True for figures of some size within a tenth of one another, such as 67,160 and
    /// 67,173: too near for two different things.
    fn are_near(&self, i: usize, j: usize) -> bool {
        let Some((a, b)) = self.size(i).zip(self.size(j)) else { return false };
        let (small, large) = (a.min(b), a.max(b));
        small >= Decimal::ONE_HUNDRED && large - small <= small / Decimal::TEN
    }

    /// True when each of the two readings has an article that does not give the other: a
    /// headline often drops the hedge that its own body keeps.
    pub fn stand_apart(&self, i: usize, j: usize) -> bool {
        let (a, b) = (&self.articles[i], &self.articles[j]);
        a.iter().any(|x| !b.contains(x)) && b.iter().any(|x| !a.contains(x))
    }
}

/// Claims of equivalent values, by first appearance.
fn readings(claims: &[Claim], ids: &[ClaimId]) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    for &id in ids {
        let value = &claims[id.0 as usize].value;
        let same = readings.iter_mut().find(|r| {
            let first = r.claims[0];
            compare(&claims[first.0 as usize].value, value).level >= Level::Equivalent
        });
        match same {
            Some(reading) => reading.claims.push(id),
            None => readings.push(Reading { value: String::new(), claims: vec![id] }),
        }
    }
    readings
}

pub(super) fn articles_of(claims: &[Claim], reading: &Reading) -> Vec<ArticleId> {
    let mut articles: Vec<ArticleId> = reading.claims.iter().map(|&c| article(claims, c)).collect();
    articles.dedup();
    articles
}

/// The size of a reading that is a figure.
pub(super) fn size(claims: &[Claim], reading: &Reading) -> Option<Decimal> {
    match &claims[reading.claims[0].0 as usize].value {
        Value::Quantity(q) => Some(q.size()),
        _ => None,
    }
}
