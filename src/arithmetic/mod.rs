//! Checks inside one article, where its own words can be reckoned with.
//!
//! No other article is needed to see that a date and its weekday do not fit. Each
//! file is one check; it adds the claims it speaks of and gives topics that are
//! already judged.

mod weekday;

use crate::claim::Claim;
use crate::detect::Material;
use crate::discrepancy::JudgedTopic;

/// Adds the claims that do not add up to `claims` and gives their topics, by article
/// and place.
///
/// What several articles print alike, or one twice, is one topic: they copied it.
pub fn topics(material: &[Material], claims: &mut Vec<Claim>) -> Vec<JudgedTopic> {
    let mut topics: Vec<JudgedTopic> = Vec::new();
    for topic in material.iter().flat_map(|article| weekday::topics(article, claims)) {
        let is_same = |t: &&mut JudgedTopic| t.topic == topic.topic && t.reason == topic.reason;
        match topics.iter_mut().find(is_same) {
            Some(first) => {
                for (reading, other) in first.readings.iter_mut().zip(topic.readings) {
                    reading.claims.extend(other.claims);
                }
            }
            None => topics.push(topic),
        }
    }
    topics
}
