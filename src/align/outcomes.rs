//! Outcomes laid side by side: two answers to one question about one matter.
//!
//! The matter is a person of the story, a named body or "the" one thing of its name,
//! with the same object. An article that gives both answers speaks of two matters and is
//! no witness. Where the answer can change, a later one is an update.

mod nobody;

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::numbered;
use super::people::{Judged, judged_topic};
use super::roster::{Member, Roster};
use crate::article::ArticleId;
use crate::claim::{Claim, Kind, Matter, Subject, Value};
use crate::detect::Material;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::value::calendar::days_between;
use crate::value::{Level, Outcome, Reason};

use nobody::nobody_and_somebody;

/// Days before publication from which a dated outcome is background.
const BACKGROUND: i32 = 30;

/// An outcome with the claim that tells it.
struct Told<'c> {
    id: ClaimId,
    claim: &'c Claim,
    matter: &'c Matter,
    outcome: Outcome,
    /// The character of the roster, for a person.
    character: Option<usize>,
}

/// Topics of kind outcome, by first appearance.
pub fn topics(material: &[Material<'_>], claims: &[Claim]) -> Vec<JudgedTopic> {
    let outcomes = numbered(claims).filter_map(|(id, claim)| match (&claim.value, &claim.subject) {
        (Value::Outcome(outcome), Subject::Matter(matter)) if claim.stance.modal.is_none() => {
            Some(Told { id, claim, matter, outcome: *outcome, character: None })
        }
        _ => None,
    });
    let mut told: Vec<Told> = outcomes.collect();
    let mut topics = nobody_and_somebody(material, claims, &told);
    told.retain(|t| t.outcome.question != "toll");
    // Who is who costs time; it is asked only where two answers stand.
    let differs = |a: &Told, b: &Told| {
        a.claim.span.article != b.claim.span.article && a.outcome.compare(&b.outcome).level == Level::Conflict
    };
    if !told.iter().any(|a| told.iter().any(|b| differs(a, b))) {
        return topics;
    }
    number(material, &mut told);
    let mut groups: BTreeMap<(String, &str), Vec<(usize, usize)>> = BTreeMap::new();
    for i in 0..told.len() {
        for j in i + 1..told.len() {
            if is_against(material, &told, i, j) {
                groups.entry((title(&told[i], &told[j]), told[i].outcome.question)).or_default().push((i, j));
            }
        }
    }
    for ((title, _), pairs) in groups {
        topics.push(topic(material, claims, &told, title, &pairs));
    }
    topics.sort_by_key(|t| t.readings.iter().flat_map(|r| &r.claims).min().copied());
    topics
}

/// Gives each person's outcome the character of the story.
fn number(material: &[Material<'_>], told: &mut [Told]) {
    if told.iter().all(|t| t.matter.person.is_none()) {
        return;
    }
    let roster = Roster::of(material.iter().map(|m| &m.cast).collect());
    for t in told {
        let Some(person) = t.matter.person else { continue };
        let member = Member { cast: t.claim.span.article.index(), person: person as usize };
        t.character = roster.characters.iter().position(|c| c.members.contains(&member));
    }
}

/// True when the two tell of one matter with two answers.
fn is_against(material: &[Material<'_>], told: &[Told], i: usize, j: usize) -> bool {
    let (a, b) = (&told[i], &told[j]);
    a.claim.span.article != b.claim.span.article
        && a.outcome.compare(&b.outcome).level == Level::Conflict
        && is_one_matter(a, b)
        && is_one_time(material, a.claim, b.claim)
        && ![a, b].into_iter().any(|t| gives_both(told, t))
}

fn is_one_matter(a: &Told, b: &Told) -> bool {
    let is_one_party = match (a.character, b.character) {
        (Some(a), Some(b)) => a == b,
        (None, None) if a.matter.person.is_none() && b.matter.person.is_none() => {
            let is_open = a.matter.holder.is_empty() || b.matter.holder.is_empty();
            a.matter.holder.eq_ignore_ascii_case(&b.matter.holder) || is_open && !a.matter.object.is_empty()
        }
        _ => false,
    };
    let (x, y) = (&a.matter.object, &b.matter.object);
    let is_open = |t: &Told| t.matter.modifiers.is_empty();
    let shares = a.matter.modifiers.iter().any(|word| b.matter.modifiers.contains(word));
    // "guilty", of whatever; but a plan is a plan only if both call it so.
    let may_be_silent = matches!(a.outcome.question, "verdict" | "plea");
    let is_one_object =
        x == y && (is_open(a) || is_open(b) || shares) || may_be_silent && (x.is_empty() || y.is_empty());
    is_one_party && is_one_object
}

/// True when no article gives the matter the other answer as well.
fn gives_both(told: &[Told], one: &Told) -> bool {
    told.iter().any(|other| {
        other.claim.span.article == one.claim.span.article
            && other.outcome.compare(&one.outcome).level == Level::Conflict
            && (other.character.is_some() && other.character == one.character
                || other.matter.person.is_none() && one.matter.person.is_none() && is_one_matter(other, one))
    })
}

fn published(material: &[Material<'_>], article: ArticleId) -> Option<Date> {
    material[article.index()].article.article.published
}

/// Both are of the day's events, or of the same year before.
fn is_one_time(material: &[Material<'_>], a: &Claim, b: &Claim) -> bool {
    background(material, a) == background(material, b)
}

fn background(material: &[Material<'_>], claim: &Claim) -> Option<i16> {
    let last = claim.scope.period.as_ref()?.last()?;
    let day = published(material, claim.span.article)?;
    (days_between(last, day) > BACKGROUND).then(|| last.year())
}

fn title(a: &Told, b: &Told) -> String {
    let holder =
        if a.matter.holder.len() >= b.matter.holder.len() { &a.matter.holder } else { &b.matter.holder };
    let question = match a.outcome.question {
        "reply" => format!("reply to the {}", a.matter.object),
        "request" | "contest" => a.matter.object.clone(),
        other => other.to_owned(),
    };
    if holder.is_empty() { question } else { format!("{question} · {holder}") }
}

fn topic(
    material: &[Material<'_>],
    claims: &[Claim],
    told: &[Told],
    title: String,
    pairs: &[(usize, usize)],
) -> JudgedTopic {
    let (mut readings, mut confidence, mut is_update) =
        (BTreeMap::<&str, Vec<ClaimId>>::new(), Confidence::Medium, true);
    for &(i, j) in pairs {
        for t in [&told[i], &told[j]] {
            let ids = readings.entry(t.outcome.answer).or_default();
            if !ids.contains(&t.id) {
                ids.push(t.id);
            }
        }
        confidence = confidence.max(sureness(&told[i], &told[j]));
        is_update &= updates(material, &told[i], &told[j]);
    }
    let question = told[pairs[0].0].outcome.question;
    let severity = match question {
        "life" | "verdict" | "plea" => Severity::High,
        _ => Severity::Medium,
    };
    let judged = Judged {
        kind: Kind::Outcome,
        title,
        verdict: if is_update { Verdict::Update } else { Verdict::Conflict },
        confidence,
        severity,
        reason: Reason::ExclusiveOutcomes,
    };
    let readings = readings.into_values().map(|mut ids| {
        ids.sort();
        let printed = ids.iter().min().map(|id| words(material, &claims[id.0 as usize])).unwrap_or_default();
        (printed, ids)
    });
    judged_topic(claims, judged, readings.collect())
}

fn words(material: &[Material<'_>], claim: &Claim) -> String {
    let text = &material[claim.span.article.index()].article.article.text;
    text[claim.span.range()].split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A named party with the same object, or none on either side.
fn sureness(a: &Told, b: &Told) -> Confidence {
    let is_named = a.matter.is_named && b.matter.is_named;
    let is_whole = a.matter.object == b.matter.object && a.outcome.question != "custody";
    if is_named && is_whole { Confidence::High } else { Confidence::Medium }
}

/// True when the later answer can follow the earlier one.
fn updates(material: &[Material<'_>], a: &Told, b: &Told) -> bool {
    let days = published(material, a.claim.span.article).zip(published(material, b.claim.span.article));
    let Some((first, second)) = days.filter(|(a, b)| a != b) else { return false };
    let later = if first > second { a } else { b };
    match a.outcome.question {
        "life" => later.outcome.answer == "died",
        "damage" | "injury" => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests;
