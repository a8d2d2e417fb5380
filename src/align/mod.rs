//! Alignment: which claims are about the same thing.
//!
//! Claims are put into blocks by what they are about, and a block is parted by
//! scope: the day's event is never mixed with an earlier one, a part never with its
//! whole. What is left together is a [`Topic`].

mod ages;
pub mod apart;
mod bodies;
pub mod claimants;
pub mod directions;
mod events;
mod figures;
mod naming;
mod offices;
pub mod outcomes;
pub mod parted;
pub mod people;
pub mod quotes;
mod roles;
mod roster;
pub mod scenes;
pub mod spelling;
mod sprees;
pub mod superlatives;
mod tolls;
mod utterance;

use std::collections::BTreeMap;

use crate::article::{ArticleId, Cluster, Span};
use crate::claim::{Claim, Kind};
use crate::detect::Material;
use crate::discrepancy::{ClaimId, Confidence};

/// Claims about one thing.
#[derive(Debug, Clone)]
pub struct Topic {
    /// The kind of its claims.
    pub kind: Kind,
    /// What it is about: "people killed · Gaza".
    pub title: String,
    /// Its claims, by article and place.
    pub claims: Vec<ClaimId>,
    /// What articles give as an earlier state of the same: "up from 36".
    pub earlier: Vec<ClaimId>,
    /// The most that can be said for their being about one thing.
    pub confidence: Confidence,
    /// Articles that tell of several such events, so that a figure or a time of theirs
    /// may belong to another one.
    pub several: Vec<ArticleId>,
}

/// Topics of figures, days, times and places, by first appearance.
pub fn topics(cluster: &Cluster, material: &[Material], claims: &[Claim]) -> Vec<Topic> {
    let is_deadly = is_deadly(material);
    let mut topics = figures::topics(cluster, claims, is_deadly);
    topics.extend(events::topics(claims));
    if is_deadly {
        topics.extend(tolls::topics(cluster, claims));
    }
    topics.retain(|t| t.claims.len() > 1);
    if material.iter().any(|m| m.attacker_died) {
        for topic in topics.iter_mut().filter(|t| figures::is_toll_with_or_without_one(claims, t)) {
            topic.confidence = Confidence::Low;
        }
    }
    sprees::mark(claims, &mut topics);
    topics.sort_by_key(|t| t.claims.first().copied());
    topics
}

/// True when somebody died in the story.
fn is_deadly(material: &[Material]) -> bool {
    material.iter().any(|m| m.tells_of_death)
}

/// The numbers of claims by kind and place.
struct Index(BTreeMap<(Kind, Span), ClaimId>);

impl Index {
    fn of(claims: &[Claim]) -> Index {
        Index(numbered(claims).map(|(id, claim)| ((claim.kind, claim.span), id)).collect())
    }

    /// The number of the claim of that kind at that place.
    fn at(&self, kind: Kind, span: Span) -> Option<ClaimId> {
        self.0.get(&(kind, span)).copied()
    }

    /// The number of a claim that was detected.
    fn id(&self, claim: &Claim) -> Option<ClaimId> {
        self.0.get(&(claim.kind, claim.span)).copied()
    }
}

/// The claims with their numbers.
fn numbered(claims: &[Claim]) -> impl Iterator<Item = (ClaimId, &Claim)> {
    (0..).map(ClaimId).zip(claims)
}
