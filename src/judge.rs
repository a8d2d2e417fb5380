//! Judgement: from a topic to readings, verdict, confidence, severity and reason.
//!
//! Claims join a reading only if their values are equivalent. Two readings that
//! conflict count only between articles that do not agree otherwise: an article
//! that gives 12 and 14 for what looks like one thing speaks of two things, and its
//! 14 is no answer to another's 12.

mod collation;
mod pair;
mod time;
mod vouchers;
mod worst;
mod zones;

use crate::align::Topic;
use crate::article::{ArticleId, Cluster};
use crate::claim::{Claim, Kind, Subject, Value};
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Reach, Reading, Severity, Verdict};
use crate::house::{Basis, Counters};
use crate::value::{Comparison, Level, Reason};
use collation::{Collation, Standing, articles_of, size};
pub use pair::{Pair, Weakness, pair};
use worst::Worst;

/// Judges a topic: what its readings are to one another and, beside a conflict, the
/// hedge that got lost on the way from one article to another. Figures of two
/// `counters` do not contradict.
pub fn judge(cluster: &Cluster, claims: &[Claim], topic: Topic, counters: &Counters) -> Vec<JudgedTopic> {
    let collation = Collation::of(claims, &topic);
    let mut worst = Worst::default();
    for i in 0..collation.readings.len() {
        for j in i + 1..collation.readings.len() {
            worst.see(i, j, by_counter(cluster, counters, &collation, i, j), collation.standing(i, j));
        }
    }
    // Nobody measures a distance or a wait to the last digit.
    let is_told = matches!(topic.kind, Kind::Count | Kind::Money | Kind::Percent);
    let lost = worst.loose.filter(|(_, _, reason)| is_hedge(*reason));
    let is_between = lost.map(|(i, j, _)| collation.stand_apart(i, j));
    worst.is_lost_between_articles = is_told && is_between == Some(true);
    // A headline leaves out the hedge of its own body, and rounds.
    worst.is_lost_inside = is_between == Some(false);
    // Figures that hardly speak of one thing do not hide what became of a hedge.
    if worst.is_lost_between_articles && worst.standing == Some(Standing::Weak) {
        worst.forget_conflicts();
    }
    let mut judged = vec![judged(cluster, &collation, &worst)];
    if worst.is_lost_between_articles && worst.standing.is_some() {
        worst.forget_conflicts();
        judged.push(self::judged(cluster, &collation, &worst));
    }
    judged.extend(vouchers::topic(cluster, claims, &topic, &collation.readings, counters));
    judged
}

fn judged(cluster: &Cluster, collation: &Collation, worst: &Worst) -> JudgedTopic {
    let &Collation { claims, topic, ref readings, .. } = collation;
    let course = time::course(cluster, claims, topic, readings);
    let is_superseded = worst.is_superseded(collation);
    let verdict = verdict(
        readings,
        worst,
        is_superseded || matches!(course, Some(Reason::LaterIsLarger | Reason::OtherMoments)),
    );
    let reason = match verdict {
        Verdict::Update if is_superseded => Some(Reason::EarlierFigure),
        Verdict::Update => course,
        Verdict::Conflict if worst.reason() == Some(Reason::DifferentFigure) => course.or(worst.reason()),
        _ => worst.reason(),
    };
    let is_cross = topic.claims.iter().any(|c| article(claims, *c) != article(claims, topic.claims[0]));
    let confidence = match worst.standing {
        Some(Standing::Clear) => topic.confidence,
        Some(Standing::Several) => topic.confidence.min(Confidence::Medium),
        // Some find a hedge that went missing worth a note, nobody is alarmed by it.
        None if worst.is_lost_between_articles => topic.confidence.min(Confidence::Medium),
        None if worst.reason() == Some(Reason::DifferentBasis) => topic.confidence.min(Confidence::Medium),
        Some(Standing::Weak) | None => Confidence::Low,
    };
    let mut shown = match verdict.is_discrepancy() {
        true => worst.sides(collation),
        false => readings.clone(),
    };
    if worst.standing.is_none() && worst.is_lost_between_articles {
        drop_two_voiced(claims, &mut shown);
    }
    JudgedTopic {
        fingerprint: String::new(),
        hint: None,
        accepted: None,
        kind: topic.kind,
        reach: if is_cross { Reach::Cross } else { Reach::Internal },
        verdict,
        confidence,
        severity: severity(topic.kind, claims, &topic.claims, verdict),
        reason: reason.map_or_else(|| "the sources agree".to_owned(), |r| r.to_string()),
        topic: topic.title.clone(),
        readings: shown,
    }
    .with_values(cluster, claims)
}

impl JudgedTopic {
    fn with_values(mut self, cluster: &Cluster, claims: &[Claim]) -> JudgedTopic {
        for reading in &mut self.readings {
            if let Some(first) = reading.claims.first() {
                reading.value = claims[first.0 as usize].printed(cluster);
            }
        }
        self
    }
}

fn article(claims: &[Claim], id: ClaimId) -> ArticleId {
    claims[id.0 as usize].span.article
}

/// Compares the values of two claims.
pub fn compare(a: &Value, b: &Value) -> Comparison {
    match (a, b) {
        (Value::Quantity(a), Value::Quantity(b)) => a.compare(b),
        (Value::When(a), Value::When(b)) => a.compare(b),
        (Value::Clock(a), Value::Clock(b)) => a.compare(b),
        (Value::Place(a), Value::Place(b)) => a.compare(b),
        _ => Level::Incomparable.because(Reason::DifferentDimension),
    }
}

/// The comparison of two counts that differ, after who counts: two counters of whom
/// each counts in its own way say nothing against one another.
fn by_counter(
    cluster: &Cluster,
    counters: &Counters,
    collation: &Collation,
    i: usize,
    j: usize,
) -> Comparison {
    let comparison = collation.comparison(i, j);
    let of = |k: usize| collation.readings[k].claims.iter().map(|c| &collation.claims[c.0 as usize]);
    if comparison.level != Level::Conflict || collation.topic.kind != Kind::Count {
        return comparison;
    }
    // An article that gives both figures knows of both counters, and figures far apart
    // are rather of two things.
    let is_worth_listing = collation.stand_apart(i, j) && !collation.are_far(i, j);
    match counters.between(cluster, of(i), of(j)) {
        Some(Basis::Sort) if is_worth_listing => Level::Compatible.because(Reason::DifferentBasis),
        Some(Basis::Sort | Basis::House) => Level::Compatible.because(Reason::DifferentCounter),
        None => comparison,
    }
}

/// Leaves out the articles that give both readings: a headline drops the hedge of its
/// own body, and stands on neither side.
fn drop_two_voiced(claims: &[Claim], shown: &mut [Reading]) {
    let [a, b] = shown else { return };
    let both = articles_of(claims, a);
    let both: Vec<ArticleId> = articles_of(claims, b).into_iter().filter(|x| both.contains(x)).collect();
    for reading in shown {
        reading.claims.retain(|&id| !both.contains(&article(claims, id)));
    }
}

/// Differences that lie in the hedge alone.
fn is_hedge(reason: Reason) -> bool {
    matches!(reason, Reason::HedgeLost | Reason::HedgesOpposed | Reason::RangesDiffer)
}

fn verdict(readings: &[Reading], worst: &Worst, is_update: bool) -> Verdict {
    if readings.len() < 2 {
        return Verdict::Agree;
    }
    if worst.standing.is_none() {
        return match worst.loose {
            Some(_) if worst.is_lost_inside => Verdict::Compatible,
            Some((_, _, reason)) if is_hedge(reason) || reason == Reason::DifferentBasis => Verdict::Minor,
            Some(_) => Verdict::Compatible,
            None => Verdict::Unclear,
        };
    }
    if is_update { Verdict::Update } else { Verdict::Conflict }
}

fn severity(kind: Kind, claims: &[Claim], ids: &[ClaimId], verdict: Verdict) -> Severity {
    if verdict == Verdict::Minor {
        return Severity::Low;
    }
    let Some(first) = ids.first() else { return Severity::Low };
    let is_death = matches!(&claims[first.0 as usize].subject,
        Subject::Measurand(m) if m.event.as_deref() == Some("kill"));
    match kind {
        Kind::Count if is_death => Severity::High,
        Kind::Name | Kind::Role | Kind::Office | Kind::QuoteSpeaker => Severity::High,
        _ => Severity::Medium,
    }
}
