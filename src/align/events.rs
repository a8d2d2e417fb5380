//! Topics of days, times and places: the same event put in time or space.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::parted::{Alone, Parted, Which};
use super::{Topic, numbered};
use crate::claim::{Claim, Kind, Subject, Value};
use crate::discrepancy::{ClaimId, Confidence};
use crate::value::PartOfDay;

/// Days beyond which two dated events of one class are two events: last week's
/// shooting and last year's.
const APART: i32 = 10;

/// Days of a week.
const WEEK: i32 = 7;

/// What a block is about: kind, class of the event, who took part.
type Key<'a> = (Kind, &'a str, &'a [String]);

/// Topics of days, times and places, by first appearance.
pub fn topics(claims: &[Claim]) -> Vec<Topic> {
    let mut blocks: BTreeMap<Key, Vec<ClaimId>> = BTreeMap::new();
    for (id, claim) in numbered(claims) {
        if let Ok(key) = key(claim) {
            blocks.entry(key).or_default().push(id);
        }
    }
    let mut topics = Vec::new();
    for ((kind, class, participants), ids) in blocks {
        for ids in apart(claims, class, ids) {
            topics.push(Topic {
                kind,
                title: title(kind, class, participants),
                confidence: confidence(claims, class, &ids),
                several: Vec::new(),
                claims: ids,
                earlier: Vec::new(),
            });
        }
    }
    topics
}

/// The block of a claim; of what is not stated as fact, the reason.
fn key(claim: &Claim) -> Result<Key<'_>, Alone> {
    let Subject::Event(event) = &claim.subject else { return Err(Alone::NoRule) };
    match Alone::by_stance(claim) {
        Some(alone) => Err(alone),
        None => Ok((claim.kind, &event.class, &event.participants)),
    }
}

/// What keeps two claims of days, times or places out of one topic; `None` if they are
/// in one.
pub(super) fn parted(claims: &[Claim], a: ClaimId, b: ClaimId) -> Option<Parted> {
    let [x, y] = [a, b].map(|id| &claims[id.0 as usize]);
    let (x, y) = match (key(x), key(y)) {
        (Err(alone), _) => return Some(Parted::Alone(Which::A, alone)),
        (_, Err(alone)) => return Some(Parted::Alone(Which::B, alone)),
        (Ok(x), Ok(y)) => (x, y),
    };
    if x.0 != y.0 {
        return Some(Parted::Kind(x.0, y.0));
    }
    if x.1 != y.1 {
        return Some(Parted::Event(noun(x.1).to_owned(), noun(y.1).to_owned()));
    }
    if x.2 != y.2 {
        return Some(Parted::Participants(x.2.join(", "), y.2.join(", ")));
    }
    let block = numbered(claims).filter(|(_, c)| key(c) == Ok(x)).map(|(id, _)| id).collect();
    let is_one = apart(claims, x.1, block).iter().any(|part| part.contains(&a) && part.contains(&b));
    let day = |id: ClaimId| match &claims[id.0 as usize].value {
        Value::When(when) => when.first(),
        _ => None,
    };
    (!is_one).then(|| Parted::Days(gap(day(a), day(b)).abs()))
}

/// How surely two claims of one class speak of one event: there is one shooting in a
/// story, and there may be several arrests.
fn confidence(claims: &[Claim], class: &str, ids: &[ClaimId]) -> Confidence {
    let is_scene = |id: &ClaimId| {
        let claim = &claims[id.0 as usize];
        // "overnight": of the night before the paper came out, whichever that was.
        let is_overnight =
            matches!(&claim.value, Value::When(when) if when.part == Some(PartOfDay::Overnight));
        is_overnight || matches!(&claim.subject, Subject::Event(event) if event.is_scene)
    };
    let article = |id: &ClaimId| claims[id.0 as usize].span.article;
    // An article of which no claim says that it tells of the event itself.
    let tells_scenes_only =
        ids.iter().any(|id| ids.iter().filter(|other| article(other) == article(id)).all(is_scene));
    match class {
        "number" | "corner" => Confidence::High,
        _ if tells_scenes_only || are_weeks_apart(claims, ids) => Confidence::Medium,
        "arrest" | "charge" | "seize" | "escape" | "jail" | "free" | "evacuate" | "displace" | "damage" => {
            Confidence::Low
        }
        "call" | "death" | "sentence" | "convict" | "acquit" | "plead" | "sell" | "rescue" => {
            Confidence::Medium
        }
        _ => Confidence::High,
    }
}

/// True for days that are a week apart: as often one weekday, counted back from two days
/// of publication of which one is wrong.
fn are_weeks_apart(claims: &[Claim], ids: &[ClaimId]) -> bool {
    let mut days: Vec<Date> = ids
        .iter()
        .filter_map(|id| match &claims[id.0 as usize].value {
            Value::When(when) => when.single_day(),
            _ => None,
        })
        .collect();
    days.sort();
    days.dedup();
    matches!(days[..], [a, b] if (b - a).get_days() == WEEK)
}

/// Parts dated claims where a long gap lies between their days; the undated stay
/// with the latest.
fn apart(claims: &[Claim], class: &str, ids: Vec<ClaimId>) -> Vec<Vec<ClaimId>> {
    let day = |id: &ClaimId| match &claims[id.0 as usize].value {
        Value::When(when) => when.first(),
        _ => None,
    };
    if matches!(class, "plead" | "convict" | "acquit" | "sentence" | "sell") {
        return vec![ids];
    }
    let mut sorted = ids;
    // The undated sort first; they belong to the news, which is last.
    sorted.sort_by_key(|id| (day(id), *id));
    let undated = sorted.iter().take_while(|id| day(id).is_none()).count();
    let dated = sorted.split_off(undated);
    let mut parts: Vec<Vec<ClaimId>> = Vec::new();
    for id in dated {
        match parts.last_mut() {
            Some(part) if part.last().is_some_and(|last| gap(day(last), day(&id)) <= APART) => part.push(id),
            _ => parts.push(vec![id]),
        }
    }
    match parts.last_mut() {
        Some(part) => part.extend(sorted),
        None => parts.push(sorted),
    }
    for part in &mut parts {
        part.sort();
    }
    parts
}

fn gap(a: Option<Date>, b: Option<Date>) -> i32 {
    a.zip(b).map_or(0, |(a, b)| (b - a).get_days())
}

fn title(kind: Kind, class: &str, participants: &[String]) -> String {
    match (class, participants) {
        ("number", [street]) => format!("house or block number on {street}"),
        ("corner", [street]) => format!("street that meets {street}"),
        _ => format!("{} of the {}", what(kind), noun(class)),
    }
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
        "number" => "house or block number",
        "corner" => "streets that meet",
        "rob" => "robbery",
        "meet" => "meeting",
        "plead" => "plea",
        "sell" => "sale",
        "convict" => "conviction",
        other => other,
    }
}
