//! One place that lies in two directions.
//!
//! Bearings are laid side by side by the name of the place; those of a part of a land
//! overlap, and "south" of a city is near "southeast" of it.

use std::collections::BTreeMap;

use super::spelling::{claim, topic};
use crate::article::AnnotatedArticle;
use crate::claim::{Claim, Kind, Value};
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Reading, Severity, Verdict};
use crate::mention::bearing::{BearingMention, bearings};
use crate::value::{Bearing, Level, Reason};

/// Adds the claims that stand in a topic and gives the topics.
pub fn topics(articles: &[AnnotatedArticle<'_>], claims: &mut Vec<Claim>) -> Vec<JudgedTopic> {
    let mut places: BTreeMap<String, Vec<(usize, BearingMention)>> = BTreeMap::new();
    for (number, article) in articles.iter().enumerate() {
        for mention in bearings(article) {
            places.entry(mention.place.clone()).or_default().push((number, mention));
        }
    }
    let mut topics = Vec::new();
    for mentions in places.into_values() {
        topics.extend(place(articles, &mentions, claims));
    }
    topics
}

/// The topic of one place, if two of its bearings differ.
fn place(
    articles: &[AnnotatedArticle<'_>],
    mentions: &[(usize, BearingMention)],
    claims: &mut Vec<Claim>,
) -> Option<JudgedTopic> {
    let pairs = mentions.iter().enumerate().flat_map(|(i, a)| mentions[i + 1..].iter().map(move |b| (a, b)));
    let differing = pairs.filter_map(|(a, b)| {
        let comparison = a.1.bearing.compare(&b.1.bearing);
        (comparison.reason == Reason::DifferentDirection && comparison.level != Level::Incomparable)
            .then_some((a, b, comparison.level))
    });
    let (a, b, level) = differing.min_by_key(|(_, _, level)| *level)?;
    let printed = &articles[a.0].article.text[a.1.printed.range()];
    let title = format!("where {printed} lies");
    let mut readings = Vec::new();
    for side in [a, b] {
        let same = mentions.iter().filter(|m| m.1.bearing == side.1.bearing);
        let mut ids = Vec::new();
        for (article, mention) in same {
            ids.push(ClaimId(claims.len() as u32));
            let value = Value::Bearing(mention.bearing.clone());
            claims.push(claim(
                &articles[*article],
                Kind::Place,
                mention.sentence,
                mention.span,
                value,
                &title,
            ));
        }
        let value = articles[side.0].article.text[side.1.span.range()].to_owned();
        readings.push(Reading { value, claims: ids });
    }
    let (verdict, severity) = match level {
        Level::Conflict => (Verdict::Conflict, Severity::Medium),
        Level::Compatible | Level::Equivalent | Level::Identical | Level::Incomparable => {
            (Verdict::Minor, Severity::Low)
        }
    };
    let confidence = match a.1.bearing {
        Bearing::From(..) => Confidence::High,
        Bearing::Within(..) => Confidence::Medium,
    };
    let reason = Reason::DifferentDirection;
    Some(topic(claims, Kind::Place, verdict, confidence, severity, title, reason, readings))
}
