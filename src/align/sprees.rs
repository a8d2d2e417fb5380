//! Articles that tell of several events of one class: a weekend's shootings, last
//! night's and last week's.
//!
//! Such an article is known by two days, or by more streets than a corner and its
//! neighbour, for what is called by one word. Which of its events a figure or a time
//! belongs to is seldom said twice, so what it says is laid beside the other articles
//! with less confidence.

use crate::article::ArticleId;
use crate::claim::{Claim, Kind, Subject, Value};
use crate::discrepancy::ClaimId;
use crate::value::Level;

use super::Topic;

/// Streets that one event may have in one article: a corner, and the way somebody fled.
const STREETS: usize = 3;

/// Marks in every topic the articles that tell of several events of its class.
pub fn mark(claims: &[Claim], topics: &mut [Topic]) {
    let mut several: Vec<(String, ArticleId)> = Vec::new();
    for topic in topics.iter() {
        let Some(class) = topic.claims.first().and_then(|id| class(claim(claims, *id))) else { continue };
        let events = |article| match topic.kind {
            Kind::Date => apart(claims, &topic.claims, article, days_differ) > 1,
            Kind::Place => apart(claims, &topic.claims, article, streets_differ) > STREETS,
            _ => false,
        };
        let mut articles: Vec<ArticleId> =
            articles(claims, topic).filter(|article| events(*article)).collect();
        articles.dedup();
        several.extend(articles.into_iter().map(|article| (class.to_owned(), article)));
    }
    several.sort();
    several.dedup();
    for topic in topics {
        let Some(class) = topic.claims.first().and_then(|id| class(claim(claims, *id))) else { continue };
        topic.several = several.iter().filter(|(c, _)| c == class).map(|(_, article)| *article).collect();
    }
}

fn claim(claims: &[Claim], id: ClaimId) -> &Claim {
    &claims[id.0 as usize]
}

fn articles<'c>(claims: &'c [Claim], topic: &'c Topic) -> impl Iterator<Item = ArticleId> + 'c {
    topic.claims.iter().map(|id| claim(claims, *id).span.article)
}

/// The class of the event that a claim is about; those killed, hurt and shot are those
/// of the violence.
fn class(claim: &Claim) -> Option<&str> {
    match &claim.subject {
        Subject::Event(event) if event.participants.is_empty() => Some(&event.class),
        Subject::Measurand(m) => match m.event.as_deref()? {
            "kill" | "hurt" | "shoot" => Some("violence"),
            event => Some(event),
        },
        _ => None,
    }
}

/// How many values of the article exclude each other, each counted against the first
/// of its sort.
fn apart(claims: &[Claim], ids: &[ClaimId], article: ArticleId, differ: fn(&Value, &Value) -> bool) -> usize {
    let mut kept: Vec<&Value> = Vec::new();
    for claim in ids.iter().map(|id| claim(claims, *id)).filter(|c| c.span.article == article) {
        if kept.iter().all(|value| differ(value, &claim.value)) {
            kept.push(&claim.value);
        }
    }
    kept.len()
}

fn days_differ(a: &Value, b: &Value) -> bool {
    matches!((a, b), (Value::When(a), Value::When(b)) if a.compare(b).level == Level::Conflict)
}

fn streets_differ(a: &Value, b: &Value) -> bool {
    matches!((a, b), (Value::Place(a), Value::Place(b)) if a.compare(b).level == Level::Conflict)
}
