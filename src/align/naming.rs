//! Names of one person that differ: a letter, a romanisation, a surname.

use super::people::{Judged, Story};
use super::roster::{Character, Link, is_spelling};
use crate::claim::Kind;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::mention::Part;
use crate::value::{Level, PersonName, Reason};

/// Topics of kind name, by character.
pub(super) fn topics(story: &Story<'_>) -> Vec<JudgedTopic> {
    let roster = story.roster;
    let mut topics: Vec<JudgedTopic> = roster.links.iter().map(|link| linked(story, link)).collect();
    let linked = |number: usize| roster.links.iter().any(|l| l.a == number || l.b == number);
    let alone = roster.characters.iter().enumerate().filter(|(number, _)| !linked(*number));
    topics.extend(alone.filter_map(|(_, character)| variants(story, character)));
    topics
}

/// Two characters who seem to be one.
fn linked(story: &Story<'_>, link: &Link) -> JudgedTopic {
    let [a, b] = [link.a, link.b].map(|n| &story.roster.characters[n]);
    let verdict = match link.reason {
        Reason::ShortForm | Reason::MiddleDiffers | Reason::SuffixDiffers => Verdict::Minor,
        reason if is_spelling(reason) => Verdict::Minor,
        _ => Verdict::Conflict,
    };
    let judged = Judged {
        kind: Kind::Name,
        title: format!("name · {}", describe(a, b)),
        verdict,
        confidence: link.confidence,
        severity: severity(a, b, link.reason),
        reason: link.reason,
    };
    let readings = [a, b].map(|c| (c.name.to_string(), mentions(story, c)));
    story.topic(judged, readings.into())
}

/// One character under romanisations that differ.
fn variants(story: &Story<'_>, character: &Character) -> Option<JudgedTopic> {
    let mut readings: Vec<(PersonName, Vec<ClaimId>)> = Vec::new();
    let mut short: Vec<(PersonName, ClaimId)> = Vec::new();
    for &member in &character.members {
        let person = story.roster.person(member);
        for (mention, &number) in person.mentions.iter().zip(&story.numbers_of(member).names) {
            if !mention.name.is_full() {
                short.push((mention.name.clone(), number));
                continue;
            }
            match readings.iter_mut().find(|(name, _)| is_one_spelling(name, &mention.name)) {
                Some((_, claims)) => claims.push(number),
                None => readings.push((mention.name.clone(), vec![number])),
            }
        }
    }
    // A surname alone may be the only slip of its article.
    for (name, number) in short {
        let family = name.family().map(str::to_owned).unwrap_or_default();
        let is_slip = |full: &PersonName| {
            let alone = full.family().and_then(PersonName::parse);
            alone.is_some_and(|alone| is_spelling(PersonName::compare(&alone, &name).reason))
        };
        let is_form = |full: &PersonName| {
            let comparison = PersonName::compare(full, &name);
            matches!(comparison.reason, Reason::ShortForm | Reason::SameName)
        };
        let is_plural =
            |full: &PersonName| full.family().is_some_and(|f| family.strip_suffix('s') == Some(f));
        let spelt = readings.iter().any(|(full, _)| is_form(full) || is_plural(full));
        if !spelt && family.len() > 3 && readings.iter().any(|(full, _)| full.is_full() && is_slip(full)) {
            readings.push((name, vec![number]));
        }
    }
    // A form that only differs in which names it leaves out is no spelling.
    let spelling =
        |a: &PersonName, b: &PersonName| Some(PersonName::compare(a, b).reason).filter(|r| is_spelling(*r));
    // Two houses spell it each in its way; one article spells it in one.
    let article = |c: &ClaimId| story.claims[c.0 as usize].span.article;
    let is_of_one =
        |a: &[ClaimId], b: &[ClaimId]| a.iter().any(|c| b.iter().any(|d| article(c) == article(d)));
    let all = readings.clone();
    let tells = |(name, claims): &(PersonName, Vec<ClaimId>)| {
        all.iter().any(|(other, theirs)| match spelling(name, other) {
            Some(Reason::HouseStyle) => is_of_one(claims, theirs),
            found => found.is_some(),
        })
    };
    readings.retain(tells);
    let reason = readings.iter().skip(1).find_map(|(name, _)| spelling(&readings[0].0, name))?;
    let judged = Judged {
        kind: Kind::Name,
        title: format!("name · {}", describe(character, character)),
        verdict: Verdict::Minor,
        confidence: Confidence::High,
        severity: severity(character, character, reason),
        reason,
    };
    Some(story.topic(judged, readings.into_iter().map(|(name, claims)| (name.to_string(), claims)).collect()))
}

/// The same letters in given and family name, initials and short forms aside.
fn is_one_spelling(a: &PersonName, b: &PersonName) -> bool {
    let comparison = PersonName::compare(a, b);
    match comparison.level {
        Level::Identical | Level::Compatible => true,
        Level::Equivalent => comparison.reason == Reason::SameName,
        Level::Conflict | Level::Incomparable => false,
    }
}

/// Every mention of the character, by place.
fn mentions(story: &Story<'_>, character: &Character) -> Vec<ClaimId> {
    let mut claims: Vec<ClaimId> =
        character.members.iter().flat_map(|&m| story.numbers_of(m).names.iter().copied()).collect();
    claims.sort();
    claims
}

/// Whose name it is, told by what the two have in common.
fn describe(a: &Character, b: &Character) -> String {
    let roles = |c: &Character| c.roles.clone();
    if let Some(role) = roles(a).intersection(&roles(b)).next() {
        return role.clone();
    }
    let mut ages = a.ages.intersection(&b.ages);
    let mut parts = a.parts.intersection(&b.parts).filter(|part| **part != Part::Child || a.ages.is_empty());
    let part = parts.next().map(|part| match part {
        Part::Dead => "who died",
        Part::Hurt => "who was hurt",
        Part::Victim => "a victim",
        Part::Accused => "the accused",
        Part::Child => "a child",
    });
    let given = a.name.given().unwrap_or_default();
    match (ages.next(), part) {
        (Some(age), Some(part)) => format!("{given}, {age}, {part}"),
        (Some(age), None) => format!("{given}, {age}"),
        (None, Some(part)) => format!("{given}, {part}"),
        (None, None) => a.name.to_string(),
    }
}

/// The names of the dead and of those who govern weigh most.
fn severity(a: &Character, b: &Character, reason: Reason) -> Severity {
    let matters = a.parts.contains(&Part::Dead) || b.parts.contains(&Part::Dead) || !a.roles.is_empty();
    match reason {
        Reason::Transliteration | Reason::HouseStyle | Reason::ShortForm => Severity::Low,
        _ if matters => Severity::High,
        _ => Severity::Medium,
    }
}
