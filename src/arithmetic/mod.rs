//! Checks inside one article, where its own words can be reckoned with.
//!
//! No other article is needed to see that a date and its weekday do not fit, or that
//! nine and four are not twelve. Each file is one check; it adds the claims it speaks
//! of and gives topics that are already judged.

mod birth;
mod change;
mod conversion;
mod finding;
mod lapse;
mod list;
mod running;
mod share;
mod sum;
mod term;
mod weekday;

use crate::claim::Claim;
use crate::detect::Material;
use crate::discrepancy::JudgedTopic;

use finding::Finding;

/// The checks that look at one article.
const CHECKS: [fn(&Material) -> Vec<Finding>; 8] = [
    sum::findings,
    share::findings,
    change::findings,
    conversion::findings,
    lapse::findings,
    running::findings,
    term::findings,
    birth::findings,
];

/// Adds the claims that do not add up to `claims` and gives their topics, by article
/// and place.
///
/// What several articles print alike, or one twice, is one topic: they copied it.
pub fn topics(material: &[Material], claims: &mut Vec<Claim>) -> Vec<JudgedTopic> {
    let mut topics: Vec<JudgedTopic> = Vec::new();
    for article in material {
        let mut found = weekday::topics(article, claims);
        let findings = CHECKS.iter().flat_map(|check| check(article));
        found.extend(findings.map(|finding| finding.topic(article, claims)));
        for topic in found {
            join(&mut topics, topic);
        }
    }
    topics
}

/// Adds a topic; one that is known gains its claims.
fn join(topics: &mut Vec<JudgedTopic>, topic: JudgedTopic) {
    let is_same =
        |t: &&mut JudgedTopic| (t.kind, &t.topic, &t.reason) == (topic.kind, &topic.topic, &topic.reason);
    match topics.iter_mut().find(is_same) {
        Some(first) => {
            for (reading, other) in first.readings.iter_mut().zip(topic.readings) {
                reading.claims.extend(other.claims);
            }
        }
        None => topics.push(topic),
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Cluster;
    use crate::claim::Kind;
    use crate::discrepancy::{JudgedTopic, Reach};
    use crate::read;

    /// The topics of one article, published on Saturday, 20 June 2015.
    fn found(kind: Kind, text: &str) -> Vec<JudgedTopic> {
        let cluster = Cluster::new(vec![read::article("a", None, None, Some("2015-06-20"), text)]);
        let topics = crate::check(&cluster).topics;
        topics.into_iter().filter(|t| t.kind == kind && t.reach == Reach::Internal).collect()
    }

    /// Each text has one topic of the kind, for the reason.
    pub(super) fn told(kind: Kind, cases: &[(&str, &str)]) {
        let mut complaints = String::new();
        for (text, reason) in cases {
            let reasons: Vec<String> = found(kind, text).into_iter().map(|t| t.reason).collect();
            if reasons != [*reason] {
                complaints.push_str(&format!("\n{text}\n  gives {reasons:?}, not {reason:?}"));
            }
        }
        assert!(complaints.is_empty(), "{complaints}");
    }

    /// No text has a topic of the kind that is a discrepancy.
    pub(super) fn quiet(kind: Kind, texts: &[&str]) {
        let mut complaints = String::new();
        for text in texts {
            for topic in found(kind, text).into_iter().filter(|t| t.verdict.is_discrepancy()) {
                complaints.push_str(&format!("\n{text}\n  gives {:?}", topic.reason));
            }
        }
        assert!(complaints.is_empty(), "{complaints}");
    }
}
