//! Ages of one person that differ.

use super::people::{Judged, Story};
use super::roster::{Member, is_spelling};
use crate::claim::Kind;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::mention::Part;
use crate::value::{Age, Level, PersonName, Reason};

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
        // Father and son of one name: the ages may be theirs, each his own.
        let is_shared = roster.characters.iter().enumerate().any(|(other, rival)| {
            let linked = roster.links.iter().any(|l| is_spelling(l.reason) && l.a == number && l.b == other);
            other != number
                && !linked
                && rival.name.is_full()
                && rival.name.family_key() == character.name.family_key()
                && PersonName::compare(&rival.name, &character.name).level >= Level::Compatible
        });
        let found = topic(story, &character.name.to_string(), &members);
        topics.extend(found.map(|mut t| {
            if is_shared {
                t.confidence = Confidence::Low;
            }
            t
        }));
    }
    topics
}

fn topic(story: &Story<'_>, name: &str, members: &[Member]) -> Option<JudgedTopic> {
    let mut told: Vec<Told> = Vec::new();
    for &member in members {
        let ages = &story.roster.person(member).ages;
        let numbers = &story.numbers_of(member).ages;
        let ages = ages.iter().zip(numbers);
        let held = ages.filter(|(_, claim)| story.claims[claim.0 as usize].stance.earlier.is_none());
        told.extend(held.map(|(a, &claim)| Told { age: a.age, cast: member.cast, claim }));
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
    // The dead grow no older, and the hurt are told as old as on that day.
    let is_victim = members.iter().any(|&m| {
        let parts = &story.roster.person(m).parts;
        let is_hurt = parts.contains(&Part::Dead) || parts.contains(&Part::Victim);
        is_hurt && !parts.contains(&Part::Accused)
    });
    let mut worst: Option<(Level, Reason)> = None;
    for (place, a) in told.iter().enumerate() {
        for b in &told[place + 1..] {
            let found = Age::compare(a.age, b.age, if is_victim { None } else { days_to_age(story, a, b) });
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

/// Days between the two articles, if the later one tells the greater age.
fn days_to_age(story: &Story<'_>, a: &Told, b: &Told) -> Option<u32> {
    let (older, younger) = if a.age.figure >= b.age.figure { (a, b) } else { (b, a) };
    let published = |t: &Told| story.material[t.cast].article.article.published;
    (published(younger)? <= published(older)?).then(|| story.days_apart(younger.cast, older.cast)).flatten()
}
