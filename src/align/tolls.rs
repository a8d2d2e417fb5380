//! Tolls that are told in other parts: six shot here, four hurt and one killed there.
//!
//! Those who were shot are those who were hurt and, as papers count differently, those
//! who were killed. Only where no such sum fits do the two speak against each other.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::figures::is_news;
use super::{Topic, numbered};
use crate::article::{ArticleId, Cluster};
use crate::claim::{Claim, Kind, Subject, Value};
use crate::discrepancy::{ClaimId, Confidence};
use crate::value::Bound;

/// The dead that an article may leave uncounted ("a man died") beside those it counts
/// as hurt, where no article counts them.
const UNCOUNTED: u32 = 2;

/// What one article says of one part of a toll, if it says one thing.
#[derive(Default)]
struct Part {
    value: Option<u32>,
    is_torn: bool,
    claims: Vec<ClaimId>,
}

impl Part {
    fn add(&mut self, id: ClaimId, value: u32) {
        self.is_torn |= self.value.is_some_and(|v| v != value);
        self.value = Some(value);
        self.claims.push(id);
    }

    fn settled(&self) -> Option<u32> {
        self.value.filter(|_| !self.is_torn)
    }
}

/// What one article says of the shot, the hurt and the killed.
#[derive(Default)]
struct Toll {
    shot: Part,
    hurt: Part,
    killed: Part,
}

/// Topics of those shot in one article and hurt in another, where no sum fits.
pub fn topics(cluster: &Cluster, claims: &[Claim]) -> Vec<Topic> {
    let tolls = tolls(cluster, claims);
    let shot = || tolls.values().filter(|t| t.hurt.value.is_none());
    let hurt = || tolls.values().filter(|t| t.shot.value.is_none());
    let mut told: Vec<ClaimId> = Vec::new();
    for a in shot() {
        for b in hurt().filter(|b| is_torn(a, b)) {
            told.extend(a.shot.claims.iter().chain(&b.hurt.claims));
        }
    }
    told.sort();
    told.dedup();
    if told.is_empty() {
        return Vec::new();
    }
    vec![Topic {
        kind: Kind::Count,
        title: "people shot or hurt".to_owned(),
        claims: told,
        earlier: Vec::new(),
        confidence: Confidence::Medium,
        several: Vec::new(),
    }]
}

fn tolls(cluster: &Cluster, claims: &[Claim]) -> BTreeMap<ArticleId, Toll> {
    let mut tolls: BTreeMap<ArticleId, Toll> = BTreeMap::new();
    for (id, claim) in numbered(claims) {
        let (Subject::Measurand(m), Value::Quantity(quantity)) = (&claim.subject, &claim.value) else {
            continue;
        };
        let is_all = claim.kind == Kind::Count && m.counted == "any" && !claim.scope.is_subset;
        if !is_all || !m.modifiers.is_empty() || !is_news(cluster, claim) {
            continue;
        }
        let Bound::Exactly(number) = &quantity.bound else { continue };
        let Some(value) = number.value().to_u32().filter(|v| Decimal::from(*v) == number.value()) else {
            continue;
        };
        let toll = tolls.entry(claim.span.article).or_default();
        match m.event.as_deref() {
            Some("shoot") => toll.shot.add(id, value),
            Some("hurt") => toll.hurt.add(id, value),
            Some("kill") => toll.killed.add(id, value),
            _ => {}
        }
    }
    tolls
}

/// True when the shot of `a` are neither the hurt of `b` nor those and the dead.
fn is_torn(a: &Toll, b: &Toll) -> bool {
    let (Some(shot), Some(hurt)) = (a.shot.settled(), b.hurt.settled()) else { return false };
    if a.killed.is_torn || b.killed.is_torn {
        return false;
    }
    let dead = a.killed.value.max(b.killed.value).unwrap_or(UNCOUNTED);
    shot < hurt || shot > hurt + dead
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toll(shot: Option<u32>, hurt: Option<u32>, killed: Option<u32>) -> Toll {
        let part = |value: Option<u32>| Part { value, ..Part::default() };
        Toll { shot: part(shot), hurt: part(hurt), killed: part(killed) }
    }

    #[test]
    fn who_is_shot_is_hurt_or_killed() {
        let four_and_one = toll(None, Some(4), Some(1));
        assert!(!is_torn(&toll(Some(5), None, None), &four_and_one));
        assert!(!is_torn(&toll(Some(4), None, Some(1)), &four_and_one));
        assert!(is_torn(&toll(Some(6), None, Some(1)), &four_and_one));
        assert!(is_torn(&toll(Some(3), None, None), &four_and_one));
    }

    #[test]
    fn the_dead_may_be_left_uncounted() {
        let four = toll(None, Some(4), None);
        assert!(!is_torn(&toll(Some(6), None, None), &four));
        assert!(is_torn(&toll(Some(6), None, Some(1)), &four));
        assert!(is_torn(&toll(Some(7), None, None), &four));
    }
}
