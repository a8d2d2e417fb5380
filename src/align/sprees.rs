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

/// Days that one event may have in one article.
const DAYS: usize = 1;
/// Streets that one event may have in one article: a corner, and the way somebody fled.
const STREETS: usize = 3;

/// Marks in every topic the articles that tell of several events of its class.
pub fn mark(claims: &[Claim], topics: &mut [Topic]) {
    let mut several: Vec<(String, ArticleId)> = Vec::new();
    for topic in topics.iter() {
        let Some(class) = topic.claims.first().and_then(|id| class(claim(claims, *id))) else { continue };
        // Claims stand in the order of their articles.
        for ids in topic.claims.chunk_by(|a, b| article(claims, *a) == article(claims, *b)) {
            let tells_of_several = match topic.kind {
                Kind::Date => has_apart(claims, ids, DAYS, days_differ),
                Kind::Place => has_apart(claims, ids, STREETS, streets_differ),
                _ => false,
            };
            if tells_of_several {
                several.push((class.to_owned(), article(claims, ids[0])));
            }
        }
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

fn article(claims: &[Claim], id: ClaimId) -> ArticleId {
    claim(claims, id).span.article
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

/// True when more than `most` values exclude each other, each laid against the first of
/// its sort.
fn has_apart(claims: &[Claim], ids: &[ClaimId], most: usize, differ: fn(&Value, &Value) -> bool) -> bool {
    let mut kept: Vec<&Value> = Vec::with_capacity(most);
    for value in ids.iter().map(|id| &claim(claims, *id).value) {
        if kept.iter().all(|other| differ(other, value)) {
            if kept.len() == most {
                return true;
            }
            kept.push(value);
        }
    }
    false
}

fn days_differ(a: &Value, b: &Value) -> bool {
    matches!((a, b), (Value::When(a), Value::When(b)) if a.compare(b).level == Level::Conflict)
}

fn streets_differ(a: &Value, b: &Value) -> bool {
    matches!((a, b), (Value::Place(a), Value::Place(b)) if a.compare(b).level == Level::Conflict)
}
