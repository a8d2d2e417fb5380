//! Nobody and somebody: "no one was hurt" against "two people were hurt".
//!
//! An article that counts the hurt itself, or names a victim, speaks of another event
//! or group when it says that nobody was, and is no witness.

use super::{Told, background, published, words};
use crate::align::numbered;
use crate::align::people::{Judged, judged_topic};
use crate::claim::{Claim, Kind, Subject};
use crate::detect::Material;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::mention::Part;
use crate::value::Reason;
use crate::value::calendar::days_between;

/// Days between two articles that may still tell of one event without a toll.
const ONE_EVENT: i32 = 3;

/// "No one was hurt" against "two people were hurt".
pub(super) fn nobody_and_somebody(
    material: &[Material<'_>],
    claims: &[Claim],
    told: &[Told],
) -> Vec<JudgedTopic> {
    let mut topics: Vec<JudgedTopic> = Vec::new();
    for none in told.iter().filter(|t| t.outcome.question == "toll") {
        let here = none.claim.span.article;
        let counts: Vec<(ClaimId, &Claim)> = numbered(claims)
            .filter(|(_, claim)| counts_some(none, claim, none.matter.object == "hurt"))
            .collect();
        let knows_some =
            counts.iter().any(|(_, c)| c.span.article == here)
                || material[here.index()].cast.people.iter().any(|p| {
                    p.parts.iter().any(|part| matches!(part, Part::Dead | Part::Hurt | Part::Victim))
                });
        if knows_some || background(material, none.claim).is_some() {
            continue;
        }
        let is_event = |c: &Claim| {
            let there = c.span.article;
            let (a, b) = (material[here.index()].main_event, material[there.index()].main_event);
            let days = published(material, here).zip(published(material, there));
            there != here
                && background(material, c).is_none()
                && a.zip(b).is_none_or(|(a, b)| a == b)
                && days.is_none_or(|(a, b)| days_between(a, b).abs() <= ONE_EVENT)
        };
        let some: Vec<ClaimId> = counts.iter().filter(|(_, c)| is_event(c)).map(|(id, _)| *id).collect();
        let Some(&first) = some.first() else { continue };
        let is_later = some.iter().all(|id| {
            let there = published(material, claims[id.0 as usize].span.article);
            published(material, here).zip(there).is_some_and(|(a, b)| a < b)
        });
        let happened = if none.matter.object == "kill" { "killed" } else { "hurt" };
        let judged = Judged {
            kind: Kind::Outcome,
            title: format!("anybody {happened}"),
            verdict: if is_later { Verdict::Update } else { Verdict::Conflict },
            confidence: Confidence::Medium,
            severity: Severity::High,
            reason: Reason::NoneAndSome,
        };
        let readings = vec![
            (words(material, none.claim), vec![none.id]),
            (words(material, &claims[first.0 as usize]), some),
        ];
        join(&mut topics, judged_topic(claims, judged, readings));
    }
    topics
}

/// Several articles without a toll are one reading against the same counts.
fn join(topics: &mut Vec<JudgedTopic>, topic: JudgedTopic) {
    let same = topics.iter_mut().find(|t| t.topic == topic.topic && t.verdict == topic.verdict);
    let Some(known) = same else {
        topics.push(topic);
        return;
    };
    for (reading, more) in known.readings.iter_mut().zip(topic.readings) {
        reading.claims.extend(more.claims);
        reading.claims.sort();
        reading.claims.dedup();
    }
}

/// A count of those to whom it happened.
fn counts_some(none: &Told, claim: &Claim, or_worse: bool) -> bool {
    let Subject::Measurand(m) = &claim.subject else { return false };
    let happened = m.event.as_deref().unwrap_or("");
    let is_it = match happened {
        "hurt" | "shoot" => or_worse,
        "kill" => true,
        _ => false,
    };
    let is_plain = claim.stance.modal.is_none() && !claim.stance.negated && !claim.scope.is_rate;
    let is_class = m.counted == none.matter.holder;
    claim.kind == Kind::Count && is_it && is_plain && is_class
}
