//! Judgement: from a topic to readings, verdict, confidence, severity and reason.
//!
//! Claims join a reading only if their values are equivalent. Two readings that
//! conflict count only between articles that do not agree otherwise: an article
//! that gives 12 and 14 for what looks like one thing speaks of two things, and its
//! 14 is no answer to another's 12.

mod pair;
mod time;
mod vouchers;
mod zones;

use rust_decimal::Decimal;

use crate::align::Topic;
use crate::article::{ArticleId, Cluster};
use crate::claim::{Claim, Kind, Subject, Value};
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Reach, Reading, Severity, Verdict};
use crate::house::{Basis, Counters};
use crate::value::{Comparison, Level, Reason};
pub use pair::{Pair, Weakness, pair};

/// Judges a topic: what its readings are to one another and, beside a conflict, the
/// hedge that got lost on the way from one article to another. Figures of two
/// `counters` do not contradict.
pub fn judge(cluster: &Cluster, claims: &[Claim], topic: Topic, counters: &Counters) -> Vec<JudgedTopic> {
    let readings = readings(claims, &topic.claims);
    let levels = Levels::of(claims, &readings);
    let articles: Vec<Vec<ArticleId>> = readings.iter().map(|r| articles_of(claims, r)).collect();
    let near = |i: usize, j: usize| are_near(claims, &readings[i], &readings[j]);
    let larger = |i: usize, j: usize| size(claims, &readings[i]) > size(claims, &readings[j]);
    let strict = |i: usize, j: usize, id| zones::are_two(claims, &readings[i], &readings[j], id);
    let mut worst = Worst::default();
    for i in 0..readings.len() {
        for j in i + 1..readings.len() {
            let comparison = levels.at(i, j);
            let comparison = by_counter(cluster, claims, counters, comparison, &readings[i], &readings[j]);
            let standing = match are_two_things(claims, &readings[i], &readings[j], comparison) {
                true => Standing::Weak,
                false => standing(&topic, &articles, &levels, i, j, strict, near, larger),
            };
            worst.see(i, j, comparison, standing);
        }
    }
    // Nobody measures a distance or a wait to the last digit.
    let is_told = matches!(topic.kind, Kind::Count | Kind::Money | Kind::Percent);
    let apart = |(i, j, r): (usize, usize, Reason)| is_hedge(r) && stand_apart(&articles[i], &articles[j]);
    worst.is_lost_between_articles = is_told && worst.loose.is_some_and(apart);
    // A headline leaves out the hedge of its own body, and rounds.
    let is_inside =
        |(i, j, r): (usize, usize, Reason)| is_hedge(r) && !stand_apart(&articles[i], &articles[j]);
    worst.is_lost_inside = worst.loose.is_some_and(is_inside);
    // Figures that hardly speak of one thing do not hide what became of a hedge.
    if worst.is_lost_between_articles && worst.standing == Some(Standing::Weak) {
        worst.forget_conflicts();
    }
    let mut judged = vec![judged(cluster, claims, &topic, &readings, &levels, &worst)];
    if worst.is_lost_between_articles && worst.standing.is_some() {
        worst.forget_conflicts();
        judged.push(self::judged(cluster, claims, &topic, &readings, &levels, &worst));
    }
    judged.extend(vouchers::topic(cluster, claims, &topic, &readings, counters));
    judged
}

fn judged(
    cluster: &Cluster,
    claims: &[Claim],
    topic: &Topic,
    readings: &[Reading],
    levels: &Levels,
    worst: &Worst,
) -> JudgedTopic {
    let course = time::course(cluster, claims, topic, readings);
    let is_superseded = worst.is_superseded(claims, topic, readings);
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
        true => worst.sides(readings, levels),
        false => readings.to_vec(),
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
    claims: &[Claim],
    counters: &Counters,
    comparison: Comparison,
    a: &Reading,
    b: &Reading,
) -> Comparison {
    let of = |reading: &Reading| reading.claims.iter().map(|c| &claims[c.0 as usize]).collect::<Vec<_>>();
    let (of_a, of_b) = (of(a), of(b));
    let is_count = of_a.iter().chain(&of_b).all(|claim| claim.kind == Kind::Count);
    if comparison.level != Level::Conflict || !is_count {
        return comparison;
    }
    // An article that gives both figures knows of both counters, and figures far apart
    // are rather of two things.
    let is_worth_listing =
        stand_apart(&articles_of(claims, a), &articles_of(claims, b)) && !is_far(claims, a, b);
    match counters.between(cluster, of_a.into_iter(), of_b.into_iter()) {
        Some(Basis::Sort) if is_worth_listing => Level::Compatible.because(Reason::DifferentBasis),
        Some(Basis::Sort | Basis::House) => Level::Compatible.because(Reason::DifferentCounter),
        None => comparison,
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

fn articles_of(claims: &[Claim], reading: &Reading) -> Vec<ArticleId> {
    let mut articles: Vec<ArticleId> = reading.claims.iter().map(|&c| article(claims, c)).collect();
    articles.dedup();
    articles
}

/// The comparison of every pair of readings.
struct Levels {
    width: usize,
    cells: Vec<Comparison>,
}

impl Levels {
    fn of(claims: &[Claim], readings: &[Reading]) -> Levels {
        let value = |r: &Reading| &claims[r.claims[0].0 as usize].value;
        let cells = readings.iter().flat_map(|a| readings.iter().map(move |b| compare(value(a), value(b))));
        Levels { width: readings.len(), cells: cells.collect() }
    }

    fn at(&self, i: usize, j: usize) -> Comparison {
        self.cells[i * self.width + j]
    }
}

/// How clearly two readings stand against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// Only between articles that also agree, or inside one.
    Weak,
    /// Between articles of which one gives several values, or tells of several events.
    Several,
    /// Between articles that each give one value.
    Clear,
}

fn standing(
    topic: &Topic,
    articles: &[Vec<ArticleId>],
    levels: &Levels,
    i: usize,
    j: usize,
    strict: impl Fn(usize, usize, ArticleId) -> bool,
    near: impl Fn(usize, usize) -> bool,
    larger: impl Fn(usize, usize) -> bool,
) -> Standing {
    let mut best = Standing::Weak;
    for &a in &articles[i] {
        for &b in &articles[j] {
            if a == b {
                if strict(i, j, a) {
                    best = best.max(Standing::Several);
                }
                continue;
            }
            let of_a = || (0..articles.len()).filter(|&k| articles[k].contains(&a));
            let of_b = || (0..articles.len()).filter(|&k| articles[k].contains(&b));
            let fits = |x: usize, y: usize| x == y || levels.at(x, y).level >= Level::Compatible;
            if of_a().any(|x| of_b().any(|y| fits(x, y))) {
                // They agree on another value; what is left over on both sides still
                // speaks of one thing if the two figures are near, or if each is the
                // whole of which the article gives parts.
                let left_over = !of_b().any(|y| fits(i, y)) && !of_a().any(|x| fits(x, j));
                let largest = !of_a().any(|x| larger(x, i)) && !of_b().any(|y| larger(y, j));
                if left_over && (near(i, j) || largest) {
                    best = best.max(Standing::Several);
                }
                continue;
            }
            let tells_of_one = |article: ArticleId| !topic.several.contains(&article);
            let single = of_a().count() == 1 && of_b().count() == 1 && tells_of_one(a) && tells_of_one(b);
            best = best.max(if single { Standing::Clear } else { Standing::Several });
        }
    }
    best
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

/// True when each of the two readings has an article that does not give the other: a
/// headline often drops the hedge that its own body keeps.
fn stand_apart(a: &[ArticleId], b: &[ArticleId]) -> bool {
    a.iter().any(|x| !b.contains(x)) && b.iter().any(|x| !a.contains(x))
}

/// The size of a reading that is a figure.
fn size(claims: &[Claim], reading: &Reading) -> Option<Decimal> {
    match &claims[reading.claims[0].0 as usize].value {
        Value::Quantity(q) => Some(q.size()),
        _ => None,
    }
}

/// True for figures so far apart that they are rather two things; the same digits
/// speak of one figure, however far the units throw it.
fn are_two_things(claims: &[Claim], a: &Reading, b: &Reading, comparison: Comparison) -> bool {
    let is_slip = matches!(comparison.reason, Reason::ScaleSlip | Reason::UnitChanged);
    is_far(claims, a, b) && !is_slip
}

/// True for figures of which one is more than ten times the other: rather two things
/// than two figures for one.
fn is_far(claims: &[Claim], a: &Reading, b: &Reading) -> bool {
    let (Some(a), Some(b)) = (size(claims, a), size(claims, b)) else { return false };
    a.min(b) * Decimal::TEN < a.max(b)
}

/// True for figures of some size within a tenth of one another, such as 67,160 and
/// 67,173: too near for two different things.
fn are_near(claims: &[Claim], a: &Reading, b: &Reading) -> bool {
    let (Some(a), Some(b)) = (size(claims, a), size(claims, b)) else { return false };
    let (small, large) = (a.min(b), a.max(b));
    small >= Decimal::ONE_HUNDRED && large - small <= small / Decimal::TEN
}

/// The strongest disagreement seen.
#[derive(Default)]
struct Worst {
    standing: Option<Standing>,
    reason: Option<Reason>,
    pairs: Vec<(usize, usize, Standing)>,
    loose: Option<(usize, usize, Reason)>,
    is_lost_between_articles: bool,
    is_lost_inside: bool,
}

impl Worst {
    fn see(&mut self, i: usize, j: usize, comparison: Comparison, standing: Standing) {
        match comparison.level {
            Level::Conflict => {
                self.pairs.push((i, j, standing));
                if self.standing.is_none_or(|s| standing > s) {
                    self.standing = Some(standing);
                    self.reason = Some(comparison.reason);
                }
            }
            Level::Compatible => {
                let is_basis = |reason| reason == Reason::DifferentBasis;
                let is_kept = self.loose.is_some_and(|(_, _, reason)| is_basis(reason));
                if self.loose.is_none()
                    || is_basis(comparison.reason)
                    || is_hedge(comparison.reason) && !is_kept
                {
                    self.loose = Some((i, j, comparison.reason));
                }
            }
            Level::Incomparable | Level::Equivalent | Level::Identical => {}
        }
    }

    /// True when every disagreement as strong as the strongest is one of now and then.
    fn is_superseded(&self, claims: &[Claim], topic: &Topic, readings: &[Reading]) -> bool {
        let Some(strongest) = self.standing else { return false };
        let mut worst = self.pairs.iter().filter(|(_, _, standing)| *standing >= strongest);
        worst.all(|&(i, j, _)| time::is_superseded(claims, topic, &readings[i], &readings[j]))
    }

    fn forget_conflicts(&mut self) {
        self.pairs.clear();
        self.standing = None;
        self.reason = None;
    }

    /// Why the readings conflict or, where none do, how they can stand together.
    fn reason(&self) -> Option<Reason> {
        self.reason.or(self.loose.map(|(_, _, reason)| reason))
    }

    /// The readings that stand in a disagreement as strong as the strongest.
    ///
    /// A loose reading ("early Monday" beside "late Sunday") stands with the one side
    /// that it fits; one that fits both sides speaks for neither and is left out.
    fn sides(&self, readings: &[Reading], levels: &Levels) -> Vec<Reading> {
        let strongest = self.standing.unwrap_or(Standing::Weak);
        let quarrels =
            |k: usize| self.pairs.iter().filter(|&&(i, j, s)| s >= strongest && (i == k || j == k)).count();
        let mut shown: Vec<usize> = match self.loose {
            Some((i, j, _)) if self.pairs.is_empty() => {
                return vec![readings[i].clone(), readings[j].clone()];
            }
            _ => (0..readings.len()).filter(|&k| quarrels(k) > 0).collect(),
        };
        shown.sort_by_key(|&k| std::cmp::Reverse(quarrels(k)));
        let mut sides: Vec<Vec<usize>> = Vec::new();
        for k in shown {
            let fits =
                |side: &&mut Vec<usize>| side.iter().all(|&m| levels.at(m, k).level >= Level::Compatible);
            let mut fitting: Vec<&mut Vec<usize>> = sides.iter_mut().filter(fits).collect();
            match fitting.as_mut_slice() {
                [] => sides.push(vec![k]),
                [side] => side.push(k),
                _ => {}
            }
        }
        let joined = sides.into_iter().map(|side| {
            let mut claims: Vec<ClaimId> = side.iter().flat_map(|&k| readings[k].claims.clone()).collect();
            claims.sort();
            Reading { value: String::new(), claims }
        });
        joined.collect()
    }
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
