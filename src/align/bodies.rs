//! Bodies whose names differ in the noun alone: "the Committee to", "the Campaign to".
//!
//! An article that has both knows of two bodies.

use std::collections::{BTreeMap, BTreeSet};

use super::Index;
use super::people::Judged;
use super::spelling::topic;
use crate::claim::{Claim, Kind};
use crate::discrepancy::{Confidence, JudgedTopic, Severity, Verdict};
use crate::mention::proper::{BodyName, ProperNames};
use crate::value::Reason;

/// Bodies whose name differs in the noun alone: one article's committee is another's campaign.
pub(super) fn topics(found: &[&ProperNames], claims: &[Claim], index: &Index) -> Vec<JudgedTopic> {
    type Heads<'a> = BTreeMap<&'a str, Vec<(usize, &'a BodyName)>>;
    let mut names: BTreeMap<&[String], Heads<'_>> = BTreeMap::new();
    for (article, names_of) in found.iter().enumerate() {
        for body in &names_of.bodies {
            names.entry(&body.rest).or_default().entry(&body.head).or_default().push((article, body));
        }
    }
    let mut topics = Vec::new();
    for heads in names.into_values().filter(|h| h.len() == 2) {
        let sides: Vec<Vec<(usize, &BodyName)>> = heads.into_values().collect();
        let articles_of =
            |side: &[(usize, &BodyName)]| side.iter().map(|(a, _)| *a).collect::<BTreeSet<usize>>();
        if !articles_of(&sides[0]).is_disjoint(&articles_of(&sides[1])) {
            continue;
        }
        let judged = Judged {
            kind: Kind::Name,
            title: "name".to_owned(),
            verdict: Verdict::Conflict,
            confidence: Confidence::High,
            severity: Severity::Medium,
            reason: Reason::DifferentName,
        };
        let ids = |side: &Vec<(usize, &BodyName)>| {
            side.iter().filter_map(|(_, body)| index.at(Kind::Name, body.span)).collect()
        };
        topics.extend(topic(judged, sides.iter().map(ids).collect(), claims));
    }
    topics
}
