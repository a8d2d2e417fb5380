//! Topics of days, times and places: the same event put in time or space.

use std::collections::BTreeMap;

use super::{Topic, numbered};
use crate::article::{Cluster, ZoneKind};
use crate::claim::{Claim, Kind, Subject};
use crate::discrepancy::{ClaimId, Confidence};

/// Topics of days, times and places, by first appearance.
pub fn topics(_cluster: &Cluster, claims: &[Claim]) -> Vec<Topic> {
    let mut blocks: BTreeMap<(Kind, &str), Vec<ClaimId>> = BTreeMap::new();
    for (id, claim) in numbered(claims) {
        let Subject::Event(event) = &claim.subject else { continue };
        if claim.stance.modal.is_some() || claim.stance.negated {
            continue;
        }
        blocks.entry((claim.kind, &event.class)).or_default().push(id);
    }
    let mut topics = Vec::new();
    for ((kind, class), ids) in blocks {
        topics.push(Topic {
            kind,
            title: format!("{} of the {}", what(kind), noun(class)),
            confidence: Confidence::High,
            is_strict_inside: ids.iter().any(|i| claims[i.0 as usize].zone == ZoneKind::Headline),
            claims: ids,
        });
    }
    topics
}

fn what(kind: Kind) -> &'static str {
    match kind {
        Kind::Date => "day",
        Kind::Time => "time",
        _ => "place",
    }
}

fn noun(class: &str) -> &str {
    match class {
        "violence" => "shooting or attack",
        "rob" => "robbery",
        "meet" => "meeting",
        "plead" => "plea",
        "convict" => "conviction",
        other => other,
    }
}
