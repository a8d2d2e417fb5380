//! Why two claims are shown as a difference, or are not.
//!
//! Every answer comes from the functions that decide: a topic that holds both claims is
//! looked up, and where there is none, alignment is asked again for the two. What it
//! cannot name is called unnamed, never guessed.

mod json;
mod place;
mod text;
mod words;

use std::collections::BTreeMap;

use crate::align::apart::{Apart, is_spelt};
use crate::align::parted::Parted;
use crate::align::{self, Topic};
use crate::article::{AnnotatedArticle, Cluster, Span};
use crate::claim::{Claim, Kind, Subject};
use crate::detect::{self, Material};
use crate::discrepancy::{ClaimId, JudgedTopic, Report};
use crate::judge::{self, Weakness};
use crate::value::Comparison;
pub use json::{json, schema};
pub use place::{Place, Spot, Unfound, claims_at, find_article, near, span_of};
pub use text::{Pair, nothing, text};
pub use words::{Outcome, Told, told};

/// What became of two claims.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// They are one claim.
    OneClaim,
    /// They were never laid side by side.
    Parted(Parted),
    /// They were.
    Together(Together),
}

/// Two claims that were laid side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// Where the two stand in what was judged.
    pub standing: Standing,
    /// The judged topic, by its place in [`Report::topics`]; `None` if nothing differs.
    pub topic: Option<usize>,
    /// How their values compare, where claims are compared one by one.
    pub comparison: Option<Comparison>,
    /// Why a conflict between them weighs little, in numbers of the report's claims.
    pub weakness: Option<Weakness>,
}

/// Where two claims of one topic stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// In two readings that the topic shows.
    TwoReadings,
    /// In one reading.
    OneReading,
    /// One of them, or both, is left out of the readings that are shown.
    LeftOut,
    /// Nothing differs of what they speak of, and nothing is judged.
    NothingDiffers,
}

/// What became of each pair of the report's claims, in order.
pub fn findings(cluster: &Cluster, report: &Report, pairs: &[(ClaimId, ClaimId)]) -> Vec<Finding> {
    let annotated: Vec<AnnotatedArticle> =
        cluster.iter().map(|(id, article)| AnnotatedArticle::new(id, article)).collect();
    let material: Vec<Material> = annotated.iter().map(Material::new).collect();
    let claims: Vec<Claim> = material.iter().flat_map(detect::claims).collect();
    let study = Study {
        report,
        apart: Apart::of(cluster, &material, &claims),
        topics: align::topics(cluster, &material, &claims),
        detected: detected(report, &claims),
        claims: &claims,
    };
    pairs.iter().map(|&(a, b)| study.finding(a, b)).collect()
}

/// True for claims that may meet: of one kind, two names of places and bodies, or two
/// that a topic of the report has together.
pub fn may_meet(report: &Report, a: ClaimId, b: ClaimId) -> bool {
    let [x, y] = [a, b].map(|id| report.claim(id));
    let are_names = is_spelt(x) && is_spelt(y);
    let has = |topic: &JudgedTopic, id| topic.readings.iter().any(|r| r.claims.contains(&id));
    x.kind == y.kind || are_names || report.topics.iter().any(|t| has(t, a) && has(t, b))
}

/// By claim of the report: its number among the detected ones. A claim that a check
/// inside one article has added has none.
fn detected(report: &Report, claims: &[Claim]) -> Vec<Option<ClaimId>> {
    let mut numbers: BTreeMap<(Span, Kind), Vec<ClaimId>> = BTreeMap::new();
    for (id, claim) in (0..).map(ClaimId).zip(claims) {
        numbers.entry((claim.span, claim.kind)).or_default().push(id);
    }
    // Claims of one place and kind keep their order in the report.
    numbers.values_mut().for_each(|ids| ids.reverse());
    report.claims.iter().map(|c| numbers.get_mut(&(c.span, c.kind))?.pop()).collect()
}

struct Study<'a> {
    report: &'a Report,
    apart: Apart<'a>,
    topics: Vec<Topic>,
    /// By claim of the report.
    detected: Vec<Option<ClaimId>>,
    claims: &'a [Claim],
}

impl Study<'_> {
    fn finding(&self, a: ClaimId, b: ClaimId) -> Finding {
        if a == b {
            return Finding::OneClaim;
        }
        let numbers = self.detected[a.0 as usize].zip(self.detected[b.0 as usize]);
        let topic = numbers.and_then(|(x, y)| {
            self.topics.iter().find(|t| t.claims.contains(&x) && t.claims.contains(&y)).map(|t| (t, x, y))
        });
        let pair = topic.and_then(|(topic, x, y)| judge::pair(self.claims, topic, x, y));
        let together = |standing, topic| {
            Finding::Together(Together {
                standing,
                topic,
                comparison: pair.map(|p| p.comparison),
                weakness: pair.and_then(|p| p.weakness).map(|w| self.in_report(w)),
            })
        };
        if let Some((standing, topic)) = self.shown(a, b) {
            return together(standing, Some(topic));
        }
        if let Some((topic, ..)) = topic {
            return together(Standing::LeftOut, self.judged(topic));
        }
        let [x, y] = [a, b].map(|id| self.report.claim(id));
        let Some((p, q)) = numbers else {
            let is_one_kind = x.kind == y.kind;
            return Finding::Parted(if is_one_kind {
                Parted::Reckoned
            } else {
                Parted::Kind(x.kind, y.kind)
            });
        };
        match self.apart.parted(p, q) {
            Some(parted) => Finding::Parted(parted),
            // Claims of these subjects are together in a topic or not at all.
            None if matches!(x.subject, Subject::Measurand(_) | Subject::Event(_)) => {
                Finding::Parted(Parted::Unnamed)
            }
            None => together(Standing::NothingDiffers, None),
        }
    }

    /// The judged topic that has both claims: one that has them in two readings if there
    /// is any, a discrepancy before what is none.
    fn shown(&self, a: ClaimId, b: ClaimId) -> Option<(Standing, usize)> {
        let topics = self.report.topics.iter().enumerate();
        let found = topics.filter_map(|(number, topic)| {
            let (x, y) = (self.reading(topic, a)?, self.reading(topic, b)?);
            let standing = if x == y { Standing::OneReading } else { Standing::TwoReadings };
            Some((standing, number))
        });
        found.min_by_key(|&(standing, number)| {
            (standing, !self.report.topics[number].verdict.is_discrepancy(), number)
        })
    }

    /// The reading that has the claim, or the name of the person who holds the role.
    fn reading(&self, topic: &JudgedTopic, id: ClaimId) -> Option<usize> {
        let claim = self.report.claim(id);
        let is_it = |c: &ClaimId| {
            let other = self.report.claim(*c);
            let is_holder = claim.kind == Kind::Role && Some(other.span) == claim.holder;
            *c == id || is_holder && other.kind == Kind::Name
        };
        topic.readings.iter().position(|r| r.claims.iter().any(is_it))
    }

    /// The judged topic that was made of a topic.
    fn judged(&self, topic: &Topic) -> Option<usize> {
        let is_claim = |c: &ClaimId| {
            let number = self.detected[c.0 as usize];
            number.is_some_and(|n| topic.claims.contains(&n))
        };
        let has_claim = |t: &JudgedTopic| t.readings.iter().flat_map(|r| &r.claims).any(is_claim);
        self.report.topics.iter().position(|t| t.kind == topic.kind && t.topic == topic.title && has_claim(t))
    }

    fn in_report(&self, weakness: Weakness) -> Weakness {
        let number = |id: ClaimId| {
            let at = self.detected.iter().position(|d| *d == Some(id));
            at.map_or(id, |at| ClaimId(at as u32))
        };
        match weakness {
            Weakness::Far => Weakness::Far,
            Weakness::OneArticle => Weakness::OneArticle,
            Weakness::Agree(a, b) => Weakness::Agree(number(a), number(b)),
        }
    }
}
