//! The story as the page reads it: articles once, claims as places in them, topics.
//!
//! Places are UTF-16 units of the article's text, because a script cuts strings so.
//! This JSON is the page's own; other programs build on `--format json`.

use serde::Serialize;

use crate::article::{Article, Cluster, Origin, Span, Zone, ZoneKind};
use crate::claim::{Claim, Value};
use crate::discrepancy::{ClaimId, JudgedTopic, Reading, Report};
use crate::report::Selection;
use crate::report::text::names;

use super::offsets::Units;

/// First unit, and one past the last.
type Place = (usize, usize);

/// All that the page shows.
#[derive(Debug, Serialize)]
pub(super) struct Story<'a> {
    /// Raised when the page can no longer read an older story.
    page: u32,
    /// The least confidence that is shown at first.
    least: &'static str,
    articles: Vec<StoryArticle<'a>>,
    claims: Vec<StoryClaim>,
    /// In the order of the list: see [`order`].
    topics: Vec<StoryTopic<'a>>,
    /// Claims that only the draft makes, with their kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unsupported: Vec<(usize, &'static str)>,
}

#[derive(Debug, Serialize)]
struct StoryArticle<'a> {
    id: &'a str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    lineage: u32,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    draft: bool,
    /// Its lines are the paragraphs of a page or document.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    extracted: bool,
    text: &'a str,
    zones: Vec<StoryZone>,
}

/// First and last unit of a zone, and what it is unless it is body.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum StoryZone {
    Body(usize, usize),
    Other(usize, usize, &'static str),
}

/// A claim that a topic holds: number of its article, start and end of its words, start and
/// end of its sentence, and what else is known. A list, for a large story has thousands.
#[derive(Debug, Serialize)]
struct StoryClaim(usize, usize, usize, usize, usize, Known);

/// What is known of some claims; the figures are for the line of time.
#[derive(Debug, Default, Serialize)]
struct Known {
    #[serde(skip_serializing_if = "Option::is_none")]
    attribution: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    /// The figure, if it can mean nothing else.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
    /// Least and most that it can mean; what is left out is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct StoryTopic<'a> {
    fingerprint: &'a str,
    kind: &'static str,
    scope: &'static str,
    verdict: &'static str,
    confidence: &'static str,
    severity: &'static str,
    topic: &'a str,
    reason: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<StoryAcceptance<'a>>,
    readings: Vec<StoryReading<'a>>,
    /// Its place in the text of the articles.
    appears: usize,
}

#[derive(Debug, Serialize)]
struct StoryAcceptance<'a> {
    because: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

#[derive(Debug, Serialize)]
struct StoryReading<'a> {
    value: &'a str,
    witnesses: usize,
    claims: Vec<usize>,
}

/// The topics of the wanted kinds in the order of the page: by severity, then by how many
/// witnesses stand on the weaker side and on all sides, then by verdict and confidence.
/// What three sources say against three is looked at before what one says against six.
pub(super) fn order<'r>(report: &'r Report, selection: &Selection) -> Vec<&'r JudgedTopic> {
    let mut topics: Vec<&JudgedTopic> =
        report.topics.iter().filter(|t| selection.wants_kind(t.kind)).collect();
    topics.sort_by_key(|t| {
        std::cmp::Reverse((t.verdict.is_discrepancy(), t.severity, sides(report, t), t.verdict, t.confidence))
    });
    topics
}

/// Witnesses of the second strongest reading, and of all readings.
fn sides(report: &Report, topic: &JudgedTopic) -> (usize, usize) {
    let mut witnesses: Vec<usize> = topic.readings.iter().map(|r| report.witnesses(r)).collect();
    witnesses.sort_unstable_by(|a, b| b.cmp(a));
    (witnesses.get(1).copied().unwrap_or(0), witnesses.iter().sum())
}

impl<'a> Story<'a> {
    /// The story of `report`, with the topics of the kinds that `selection` wants.
    pub(super) fn new(cluster: &'a Cluster, report: &'a Report, selection: &Selection) -> Story<'a> {
        let units: Vec<Units> = cluster.articles().iter().map(|a| Units::new(&a.text)).collect();
        let mut names = names(cluster).into_iter();
        let articles = cluster.iter().map(|(id, article)| StoryArticle {
            draft: report.draft == Some(id),
            lineage: report.lineages.get(id.index()).copied().unwrap_or(id.0),
            ..self::article(article, names.next().unwrap_or_default(), &units[id.index()])
        });
        let mut kept = Kept { numbers: vec![None; report.claims.len()], claims: Vec::new() };
        let topics =
            order(report, selection).into_iter().map(|t| topic(report, t, |id| kept.number(id))).collect();
        let wanted = |id: &&ClaimId| selection.wants_kind(report.claim(**id).kind);
        let with_kind = |id: &ClaimId| (kept.number(*id), report.claim(*id).kind.id());
        let unsupported = report.unsupported.iter().filter(wanted).map(with_kind).collect();
        Story {
            page: 1,
            least: selection.min_confidence.id(),
            articles: articles.collect(),
            claims: kept.claims.iter().map(|id| claim(cluster, report.claim(*id), &units)).collect(),
            topics,
            unsupported,
        }
    }
}

/// The claims that the page needs, numbered as they come.
struct Kept {
    numbers: Vec<Option<usize>>,
    claims: Vec<ClaimId>,
}

impl Kept {
    fn number(&mut self, id: ClaimId) -> usize {
        let slot = &mut self.numbers[id.0 as usize];
        *slot.get_or_insert_with(|| {
            self.claims.push(id);
            self.claims.len() - 1
        })
    }
}

fn article<'a>(article: &'a Article, name: String, units: &Units) -> StoryArticle<'a> {
    let zone = |z: &Zone| {
        let (start, end) = (units.at(z.range.start), units.at(z.range.end));
        match z.kind {
            ZoneKind::Body => StoryZone::Body(start, end),
            ZoneKind::Headline => StoryZone::Other(start, end, "headline"),
            ZoneKind::Subheading => StoryZone::Other(start, end, "subheading"),
            ZoneKind::Caption => StoryZone::Other(start, end, "caption"),
            ZoneKind::Furniture => StoryZone::Other(start, end, "furniture"),
        }
    };
    StoryArticle {
        id: &article.id,
        name,
        title: article.title.as_deref(),
        published: article.published.map(|day| day.to_string()),
        lineage: 0,
        draft: false,
        extracted: article.origin == Origin::Extracted,
        text: &article.text,
        zones: article.zones.iter().map(zone).collect(),
    }
}

fn topic<'a>(
    report: &Report,
    topic: &'a JudgedTopic,
    mut number: impl FnMut(ClaimId) -> usize,
) -> StoryTopic<'a> {
    let mut reading = |r: &'a Reading| StoryReading {
        value: &r.value,
        witnesses: report.witnesses(r),
        claims: r.claims.iter().map(|id| number(*id)).collect(),
    };
    let first = topic.readings.iter().filter_map(|r| r.claims.first()).min();
    StoryTopic {
        fingerprint: &topic.fingerprint,
        kind: topic.kind.id(),
        scope: topic.reach.id(),
        verdict: topic.verdict.id(),
        confidence: topic.confidence.id(),
        severity: topic.severity.id(),
        topic: &topic.topic,
        reason: &topic.reason,
        hint: topic.hint.as_deref(),
        accepted: topic.accepted.as_ref().map(|a| StoryAcceptance {
            because: &a.because,
            by: a.by.as_deref(),
            until: a.until.map(|day| day.to_string()),
        }),
        readings: topic.readings.iter().map(&mut reading).collect(),
        appears: first.map_or(0, |id| id.0 as usize),
    }
}

fn claim(cluster: &Cluster, claim: &Claim, units: &[Units]) -> StoryClaim {
    let of = |span: Span| {
        let units = &units[span.article.index()];
        (units.at(span.range().start), units.at(span.range().end))
    };
    let slots = claim.slots(cluster);
    let mut known = Known {
        attribution: claim.attribution.filter(|a| a.article == claim.span.article).map(of),
        as_of: slots.as_of,
        ..Known::default()
    };
    if let Value::Quantity(quantity) = &claim.value {
        known.unit = quantity.unit_id();
        if slots.low == slots.high {
            known.at = slots.low;
        } else {
            (known.low, known.high) = (slots.low, slots.high);
        }
    }
    let ((start, end), (first, last)) = (of(claim.span), of(claim.sentence));
    StoryClaim(claim.span.article.index(), start, end, first, last, known)
}

/// True for what the page shows before anybody touches a filter.
pub(super) fn is_shown_first(topic: &JudgedTopic, selection: &Selection) -> bool {
    topic.verdict.is_discrepancy() && topic.confidence >= selection.min_confidence
}
