//! Topics of figures: the same thing counted or measured, in the same scope.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Topic, numbered};
use crate::article::{Cluster, ZoneKind};
use crate::claim::{Claim, Kind, Measurand, Subject, Value};
use crate::discrepancy::{ClaimId, Confidence};
use crate::lexicon::UNITS;

/// Days before publication from which a dated figure is background, not news.
/// A month keeps a week's follow-ups together and last year's quake apart.
const BACKGROUND: i32 = 30;

/// What comes one after another: its first and its second are two things, and no
/// two ranks of one. An anniversary or an exchange is one event with one rank.
const SEQUENCES: [&str; 32] = [
    "any", "book", "bullet", "chapter", "child", "class", "day", "door", "floor", "grade", "group", "half",
    "hour", "house", "item", "leg", "man", "night", "page", "part", "phase", "place", "quarter", "round",
    "series", "shot", "stage", "step", "storey", "street", "time", "woman",
];

/// What a block is about: kind, dimension, counted noun, event, subset.
type Key<'a> = (Kind, &'static str, &'a str, &'a str, bool);

/// Topics of figures, by first appearance; `is_deadly` when the story tells of a death.
pub fn topics(cluster: &Cluster, claims: &[Claim], is_deadly: bool) -> Vec<Topic> {
    let mut blocks: BTreeMap<Key, Vec<ClaimId>> = BTreeMap::new();
    for (id, claim) in numbered(claims) {
        if let Some(key) = key(claim, is_deadly) {
            blocks.entry(key).or_default().push(id);
        }
    }
    let mut topics = Vec::new();
    for (key, ids) in blocks {
        if ids.len() > 1 {
            part(cluster, claims, key, &ids, &mut topics);
        }
    }
    topics
}

/// The block of a claim; `None` for what is not stated as fact or says too little.
fn key(claim: &Claim, is_deadly: bool) -> Option<Key<'_>> {
    let Subject::Measurand(m) = &claim.subject else { return None };
    let Value::Quantity(quantity) = &claim.value else { return None };
    if claim.stance.modal.is_some() || claim.stance.negated || claim.change.is_some() || claim.scope.is_rate {
        return None;
    }
    let event = m.event.as_deref().unwrap_or("");
    let says_nothing = match claim.kind {
        Kind::Ordinal if SEQUENCES.contains(&m.counted.as_str()) => true,
        Kind::Count => m.counted == "any" && event.is_empty(),
        // "58 km (36 miles)": a conversion is said of its own figure.
        Kind::Measure => {
            !matches!(quantity.unit.dimension_id(), "caliber" | "magnitude")
                && (m.counted.is_empty() || UNITS.contains(&m.counted))
        }
        _ => m.counted.is_empty() && event.is_empty(),
    };
    if says_nothing {
        return None;
    }
    // A calibre or a magnitude is the same measure whatever noun carries it.
    let (counted, event) = match quantity.unit.dimension_id() {
        "caliber" | "magnitude" => ("", ""),
        // A bond is set, posted, raised: the verb does not make it another sum.
        "money" if !m.counted.is_empty() => (m.counted.as_str(), ""),
        // Where nobody died, those who were shot are those who were hurt.
        _ if event == "shoot" && m.counted == "any" && !is_deadly => ("any", "hurt"),
        _ => (m.counted.as_str(), event),
    };
    Some((claim.kind, quantity.unit.dimension_id(), counted, event, claim.scope.is_subset))
}

/// Parts a block by scope and adds the topics.
fn part(cluster: &Cluster, claims: &[Claim], key: Key, ids: &[ClaimId], topics: &mut Vec<Topic>) {
    let mut parts: BTreeMap<String, Vec<ClaimId>> = BTreeMap::new();
    for &id in ids {
        let claim = &claims[id.0 as usize];
        parts.entry(scope_key(cluster, claim)).or_default().push(id);
    }
    for (scope, ids) in parts {
        topics.push(Topic {
            kind: key.0,
            title: title(claims, &ids, key, &scope),
            // Parts of a whole are the same part only if the words say which.
            confidence: if key.4 && key.2 == "any" { Confidence::Low } else { confidence(claims, &ids) },
            is_strict_inside: ids.iter().any(|i| claims[i.0 as usize].zone == ZoneKind::Headline),
            claims: ids,
        });
    }
}

/// Background events by their year; the day's event has an empty key.
fn scope_key(cluster: &Cluster, claim: &Claim) -> String {
    let published = cluster[claim.span.article].published;
    let Some(period) = &claim.scope.period else { return String::new() };
    match (published, period.last()) {
        (Some(published), Some(last)) if days_between(last, published) > BACKGROUND => {
            last.year().to_string()
        }
        _ => String::new(),
    }
}

fn days_between(a: Date, b: Date) -> i32 {
    (b - a).get_days()
}

/// The measurands of the claims, in whatever order: the same for any order of articles.
fn measurands<'c>(claims: &'c [Claim], ids: &'c [ClaimId]) -> impl Iterator<Item = &'c Measurand> + Clone {
    ids.iter().filter_map(|id| match &claims[id.0 as usize].subject {
        Subject::Measurand(m) => Some(m),
        _ => None,
    })
}

/// How surely claims of one block and scope are about one thing.
fn confidence(claims: &[Claim], ids: &[ClaimId]) -> Confidence {
    let all = measurands(claims, ids);
    let mut modifiers = all.clone().map(|m| &m.modifiers);
    let first = modifiers.next();
    if modifiers.all(|m| Some(m) == first) {
        return if all.clone().all(|m| m.event.is_some() || !m.modifiers.is_empty()) {
            Confidence::High
        } else {
            Confidence::Medium
        };
    }
    let shares = |a: &Measurand, b: &Measurand| {
        a.modifiers.is_empty()
            || b.modifiers.is_empty()
            || a.modifiers.iter().any(|w| b.modifiers.contains(w))
    };
    // One wording that all others fit holds them together.
    let is_held = all.clone().any(|a| all.clone().all(|b| shares(a, b)));
    if is_held { Confidence::Medium } else { Confidence::Low }
}

/// What the topic is called: the shortest name that a claim gives it.
fn title(claims: &[Claim], ids: &[ClaimId], key: Key, scope: &str) -> String {
    let mut titles: Vec<String> = measurands(claims, ids).map(Measurand::title).collect();
    titles.sort_by_key(|title| (title.len(), title.clone()));
    let mut title = match key.1 {
        "caliber" => "calibre".to_owned(),
        "magnitude" => "magnitude".to_owned(),
        dimension => {
            titles.into_iter().find(|title| !title.is_empty()).unwrap_or_else(|| dimension.to_owned())
        }
    };
    if key.4 {
        title.push_str(", part of a larger figure");
    }
    if !scope.is_empty() {
        title.push_str(" · ");
        title.push_str(scope);
    }
    title
}
