//! One place that lies in two directions.
//!
//! Directions are laid side by side by the name of the place; those of a part of a land
//! overlap, and "south" of a city is near "southeast" of it.

use std::collections::BTreeMap;

use super::Index;
use super::people::{Judged, judged_topic};
use crate::claim::{Claim, Kind};
use crate::detect::{Material, proper};
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::mention::direction::DirectionMention;
use crate::value::{Direction, Level, Reason};

/// A direction with the number of its article.
type Placed<'a> = (usize, &'a DirectionMention);

/// The topics of places that lie in two directions; `claims` are those that were
/// detected in `material`.
pub fn topics(material: &[Material<'_>], claims: &[Claim]) -> Vec<JudgedTopic> {
    let index = Index::of(claims);
    let mut places: BTreeMap<&str, Vec<Placed<'_>>> = BTreeMap::new();
    for (number, of_article) in material.iter().enumerate() {
        for mention in &of_article.directions {
            places.entry(&mention.place).or_default().push((number, mention));
        }
    }
    places.into_values().filter_map(|mentions| place(material, &mentions, claims, &index)).collect()
}

/// The topic of one place, if two of its directions differ.
fn place(
    material: &[Material<'_>],
    mentions: &[Placed<'_>],
    claims: &[Claim],
    index: &Index,
) -> Option<JudgedTopic> {
    let pairs = mentions.iter().enumerate().flat_map(|(i, a)| mentions[i + 1..].iter().map(move |b| (a, b)));
    let differing = pairs.filter_map(|(a, b)| {
        let comparison = a.1.direction.compare(&b.1.direction);
        (comparison.reason == Reason::DifferentDirection && comparison.level != Level::Incomparable)
            .then_some((a, b, comparison.level))
    });
    let (a, b, level) = differing.min_by_key(|(_, _, level)| *level)?;
    let text =
        |number: usize, span: crate::article::Span| &material[number].article.article.text[span.range()];
    let mut readings = Vec::new();
    for side in [a, b] {
        let same = mentions.iter().filter(|m| m.1.direction == side.1.direction);
        let ids: Vec<ClaimId> =
            same.filter_map(|(n, m)| index.id(&proper::direction(material[*n].article, m))).collect();
        readings.push((text(side.0, side.1.span).to_owned(), ids));
    }
    let (verdict, severity) = match level {
        Level::Conflict => (Verdict::Conflict, Severity::Medium),
        Level::Compatible | Level::Equivalent | Level::Identical | Level::Incomparable => {
            (Verdict::Minor, Severity::Low)
        }
    };
    let confidence = match a.1.direction {
        Direction::From(..) => Confidence::High,
        Direction::Within(..) => Confidence::Medium,
    };
    let title = format!("where {} lies", text(a.0, a.1.printed));
    let reason = Reason::DifferentDirection;
    let judged = Judged { kind: Kind::Place, title, verdict, confidence, severity, reason };
    Some(judged_topic(claims, judged, readings))
}
