//! Topics of figures: the same thing counted or measured, in the same scope.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::parted::{Alone, Parted, Which};
use super::{Topic, numbered};
use crate::article::Cluster;
use crate::claim::{Claim, Kind, Measurand, Subject, Value, participle};
use crate::discrepancy::{ClaimId, Confidence};
use crate::lexicon::{PEOPLE, UNITS};

/// Days before publication from which a dated figure is background, not news.
/// A month keeps a week's follow-ups together and last year's quake apart.
const BACKGROUND: i32 = 30;

/// Days in which an event is news: an article of that week reports it.
const NEWS: i32 = 7;

/// What comes one after another: its first and its second are two things, and no
/// two ranks of one. An anniversary or an exchange is one event with one rank.
const SEQUENCES: [&str; 32] = [
    "any", "book", "bullet", "chapter", "child", "class", "day", "door", "floor", "grade", "group", "half",
    "hour", "house", "item", "leg", "man", "night", "page", "part", "phase", "place", "quarter", "round",
    "series", "shot", "stage", "step", "storey", "street", "time", "woman",
];

/// Verbs for coming by things that lay somewhere.
const FINDS: [&str; 6] = ["collect", "discover", "find", "locate", "recover", "retrieve"];
/// What stands in a place that is struck; a share of them is told of any of these.
const BUILDINGS: [&str; 6] = ["building", "dwelling", "home", "house", "residence", "structure"];

/// What a block is about: kind, dimension, counted noun, event, subset.
type Key<'a> = (Kind, &'static str, &'a str, &'a str, bool);

/// Topics of figures, by first appearance; `is_deadly` when the story tells of a death.
pub fn topics(cluster: &Cluster, claims: &[Claim], is_deadly: bool) -> Vec<Topic> {
    let mut blocks: BTreeMap<Key, Vec<ClaimId>> = BTreeMap::new();
    for (id, claim) in numbered(claims) {
        if let Ok(key) = key(claim, is_deadly) {
            blocks.entry(key).or_default().push(id);
        }
    }
    let earlier = earlier(cluster, claims, is_deadly);
    let mut topics = Vec::new();
    for (key, ids) in blocks {
        if ids.len() > 1 {
            part(cluster, claims, key, &ids, &earlier, &mut topics);
        }
    }
    topics
}

/// What articles say no longer holds, by what it was about.
fn earlier<'c>(
    cluster: &Cluster,
    claims: &'c [Claim],
    is_deadly: bool,
) -> BTreeMap<(Key<'c>, String), Vec<ClaimId>> {
    let mut earlier: BTreeMap<(Key, String), Vec<ClaimId>> = BTreeMap::new();
    for (id, claim) in numbered(claims).filter(|(_, c)| c.stance.earlier.is_some()) {
        if let Ok(key) = key_of_state(claim, is_deadly) {
            earlier.entry((key, scope_key(cluster, claim))).or_default().push(id);
        }
    }
    earlier
}

/// What keeps two figures out of one topic; `None` if they are in one.
pub(super) fn parted(cluster: &Cluster, a: &Claim, b: &Claim, is_deadly: bool) -> Option<Parted> {
    let (x, y) = match (key(a, is_deadly), key(b, is_deadly)) {
        (Err(alone), _) => return Some(Parted::Alone(Which::A, alone)),
        (_, Err(alone)) => return Some(Parted::Alone(Which::B, alone)),
        (Ok(x), Ok(y)) => (x, y),
    };
    let words = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    if x.0 != y.0 {
        return Some(Parted::Kind(x.0, y.0));
    }
    if x.1 != y.1 {
        return Some(Parted::Dimension(x.1, y.1));
    }
    if x.2 != y.2 {
        let (x, y) = words(x.2, y.2);
        return Some(Parted::Counted(x, y));
    }
    if x.3 != y.3 {
        let (x, y) = words(participle(x.3), participle(y.3));
        return Some(Parted::Event(x, y));
    }
    if x.4 != y.4 {
        return Some(Parted::Part(if x.4 { Which::A } else { Which::B }));
    }
    let (x, y) = (scope_key(cluster, a), scope_key(cluster, b));
    if x != y {
        return Some(Parted::Period(x, y));
    }
    let (x, y) = (family(cluster, a)?, family(cluster, b)?);
    (x != y).then(|| Parted::Participants(x.to_owned(), y.to_owned()))
}

/// The block of a claim; of what is not stated as fact or says too little, the reason.
fn key(claim: &Claim, is_deadly: bool) -> Result<Key<'_>, Alone> {
    match Alone::by_stance(claim) {
        Some(alone) => Err(alone),
        None => key_of_state(claim, is_deadly),
    }
}

/// As [`key`], of what is asserted now or was once.
fn key_of_state(claim: &Claim, is_deadly: bool) -> Result<Key<'_>, Alone> {
    let Subject::Measurand(m) = &claim.subject else { return Err(Alone::NoRule) };
    let Value::Quantity(quantity) = &claim.value else { return Err(Alone::NoRule) };
    if claim.change.is_some() {
        return Err(Alone::Change);
    }
    if claim.scope.is_rate {
        return Err(Alone::Rate);
    }
    if claim.scope.is_sum {
        return Err(Alone::Sum);
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
        return Err(match claim.kind {
            Kind::Ordinal if SEQUENCES.contains(&m.counted.as_str()) => Alone::Sequence(m.counted.clone()),
            Kind::Measure => Alone::NothingMeasured,
            _ => Alone::NothingCounted,
        });
    }
    // A calibre or a magnitude is the same measure whatever noun carries it.
    let (counted, event) = match quantity.unit.dimension_id() {
        "caliber" | "magnitude" => ("", ""),
        // A share of the homes that were damaged, or of the houses: the same buildings to a reader.
        "percent" if event == "damage" && BUILDINGS.contains(&m.counted.as_str()) => ("building", event),
        // A bond is set, posted, raised: the verb does not make it another sum.
        "money" if !m.counted.is_empty() => (m.counted.as_str(), ""),
        // However the police came by it.
        _ if FINDS.contains(&event) && !PEOPLE.contains(&m.counted) => (m.counted.as_str(), "find"),
        // Whether they are sought, wanted or still at large: the suspects are the suspects.
        _ if m.counted == "suspect" && !matches!(event, "arrest" | "charge" | "kill" | "hurt" | "shoot") => {
            ("suspect", "")
        }
        // Where nobody died, those who were shot are those who were hurt.
        _ if event == "shoot" && m.counted == "any" && !is_deadly => ("any", "hurt"),
        // One of those in hospital is told of by herself.
        _ if event == "hospitalize" && quantity.size() <= Decimal::ONE => return Err(Alone::OnePatient),
        _ => (m.counted.as_str(), event),
    };
    Ok((claim.kind, quantity.unit.dimension_id(), counted, event, claim.scope.is_subset))
}

/// Parts a block by scope and adds the topics.
fn part(
    cluster: &Cluster,
    claims: &[Claim],
    key: Key,
    ids: &[ClaimId],
    earlier: &BTreeMap<(Key, String), Vec<ClaimId>>,
    topics: &mut Vec<Topic>,
) {
    let mut parts: BTreeMap<String, Vec<ClaimId>> = BTreeMap::new();
    for &id in ids {
        let claim = &claims[id.0 as usize];
        parts.entry(scope_key(cluster, claim)).or_default().push(id);
    }
    for (scope, ids) in parts {
        for (owner, ids) in by_owner(cluster, claims, ids) {
            // "bond · Hale", whatever verb it is told with.
            let title = match key.0 {
                Kind::Money if !owner.is_empty() => key.2.to_owned(),
                _ => title(claims, &ids, key, &scope),
            };
            let surely = if is_one_owner(cluster, claims, &ids) { Confidence::High } else { Confidence::Low };
            topics.push(Topic {
                kind: key.0,
                title: if owner.is_empty() { title } else { format!("{title} · {owner}") },
                confidence: confidence(claims, &ids).max(surely).min(most(key)),
                several: Vec::new(),
                earlier: earlier.get(&(key, scope.clone())).cloned().unwrap_or_default(),
                claims: ids,
            });
        }
    }
}

/// The claims of each owner: bonds and charges of two people are two things. Where two are
/// told of, a claim without an owner may be about either and is left out.
fn by_owner(cluster: &Cluster, claims: &[Claim], ids: Vec<ClaimId>) -> Vec<(String, Vec<ClaimId>)> {
    let mut owned: BTreeMap<&str, Vec<ClaimId>> = BTreeMap::new();
    for &id in &ids {
        if let Some(family) = family(cluster, &claims[id.0 as usize]) {
            owned.entry(family).or_default().push(id);
        }
    }
    if owned.len() < 2 {
        return vec![(String::new(), ids)];
    }
    owned.into_iter().map(|(family, ids)| (family.to_owned(), ids)).collect()
}

/// True where every claim is told of one person by name.
fn is_one_owner(cluster: &Cluster, claims: &[Claim], ids: &[ClaimId]) -> bool {
    let mut families = ids.iter().map(|id| family(cluster, &claims[id.0 as usize]));
    let first = families.next().flatten();
    first.is_some() && families.all(|family| family == first)
}

/// The family name of whoever owns what is counted.
fn family<'c>(cluster: &'c Cluster, claim: &Claim) -> Option<&'c str> {
    let words = cluster[claim.holder?].split_whitespace();
    words.rev().find(|word| !matches!(word.trim_end_matches('.'), "Jr" | "Sr" | "II" | "III"))
}

/// Background events by their year; the day's event has an empty key.
fn scope_key(cluster: &Cluster, claim: &Claim) -> String {
    let published = cluster[claim.span.article].published;
    let Some(period) = &claim.scope.period else { return String::new() };
    match (published, period.last()) {
        (Some(published), Some(last)) if days_between(last, published) > BACKGROUND => {
            // A follow-up weeks later tells of what another article reported as its news.
            let first = period.first().unwrap_or(last);
            let is_the_news = |day: Date| day >= first && days_between(last, day) <= NEWS;
            let is_short = days_between(first, last) <= BACKGROUND;
            if is_short && cluster.articles().iter().filter_map(|a| a.published).any(is_the_news) {
                return String::new();
            }
            last.year().to_string()
        }
        _ => String::new(),
    }
}

/// True for a figure that is asserted of the event that the articles report.
pub fn is_news(cluster: &Cluster, claim: &Claim) -> bool {
    key(claim, true).is_ok() && scope_key(cluster, claim).is_empty()
}

/// True for tolls of the dead that differ by one, and by no more: with whoever
/// attacked, or without.
pub fn is_toll_with_or_without_one(claims: &[Claim], topic: &Topic) -> bool {
    let is_dead = |m: &Measurand| m.counted == "any" && m.event.as_deref() == Some("kill");
    let sizes = topic.claims.iter().filter_map(|id| match &claims[id.0 as usize].value {
        Value::Quantity(quantity) => Some(quantity.size()),
        _ => None,
    });
    let (least, most) = (sizes.clone().min(), sizes.max());
    topic.kind == Kind::Count
        && measurands(claims, &topic.claims).all(is_dead)
        && least.zip(most).is_some_and(|(least, most)| most - least == Decimal::ONE)
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

/// The most that can be said for a block, however its claims are worded.
fn most(key: Key) -> Confidence {
    match (key.2, key.3) {
        // Parts of a whole are the same part only if the words say which.
        ("any", _) if key.4 => Confidence::Low,
        // Who is in hospital changes by the hour; shots are counted by ear.
        // Which town has so many inhabitants is seldom said beside the figure.
        (_, "hospitalize" | "inhabit") | ("shot" | "gunshot" | "bullet", _) => Confidence::Medium,
        _ => Confidence::High,
    }
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
