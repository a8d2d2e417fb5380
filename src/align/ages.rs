//! Ages of one person that differ.

use super::people::{Judged, Story};
use super::roster::{Member, is_spelling};
use crate::claim::Kind;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::value::{Age, Level, Reason};

/// An age with where it is told.
struct Told {
    age: Age,
    cast: usize,
    claim: ClaimId,
}

/// Topics of kind age, by character.
pub(super) fn topics(story: &Story<'_>) -> Vec<JudgedTopic> {
    let roster = story.roster;
    let mut topics = Vec::new();
    for (number, character) in roster.characters.iter().enumerate() {
        // A spelling slip hides no age: whoever is linked so is one person here.
        let mates = roster.links.iter().filter(|l| is_spelling(l.reason) && l.a == number);
        let mut members: Vec<Member> = character.members.clone();
        members.extend(mates.flat_map(|l| roster.characters[l.b].members.iter().copied()));
        topics.extend(topic(story, &character.name.to_string(), &members));
    }
    topics
}

fn topic(story: &Story<'_>, name: &str, members: &[Member]) -> Option<JudgedTopic> {
    let mut told: Vec<Told> = Vec::new();
    for &member in members {
        let ages = &story.roster.person(member).ages;
        let numbers = &story.numbers_of(member).ages;
        told.extend(ages.iter().zip(numbers).map(|(a, &claim)| Told {
            age: a.age,
            cast: member.cast,
            claim,
        }));
    }
    let mut readings: Vec<(Age, Vec<ClaimId>)> = Vec::new();
    for t in &told {
        let same = |age: &Age| Age::compare(*age, t.age, None).level >= Level::Compatible;
        match readings.iter_mut().find(|(age, _)| same(age)) {
            Some((_, claims)) => claims.push(t.claim),
            None => readings.push((t.age, vec![t.claim])),
        }
    }
    if readings.len() < 2 {
        return None;
    }
    let mut worst: Option<(Level, Reason)> = None;
    for (place, a) in told.iter().enumerate() {
        for b in &told[place + 1..] {
            let days = if a.cast == b.cast { None } else { story.days_apart(a.cast, b.cast) };
            let found = Age::compare(a.age, b.age, days);
            if worst.is_none_or(|(level, _)| found.level < level) {
                worst = Some((found.level, found.reason));
            }
        }
    }
    let (level, reason) = worst?;
    let inside = told.iter().all(|t| t.cast == told[0].cast);
    let verdict = if level == Level::Conflict { Verdict::Conflict } else { Verdict::Compatible };
    let judged = Judged {
        kind: Kind::Age,
        title: format!("age · {name}"),
        verdict,
        confidence: if inside { Confidence::Medium } else { Confidence::High },
        severity: Severity::Medium,
        reason,
    };
    Some(story.topic(judged, readings.into_iter().map(|(age, claims)| (age.to_string(), claims)).collect()))
}
