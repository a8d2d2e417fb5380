//! Roles of one person that cannot be held together: two ranks, one office in two
//! towns, two nationalities, a word for a man and one for a woman.
//!
//! Most roles can: a minister is a deputy leader as well. Only what excludes itself by
//! the meaning of the words is laid side by side, and never across so many days that
//! somebody may have risen.

use std::collections::BTreeMap;

use super::parted::Rivals;
use super::people::{Judged, Story};
use super::roster::Character;
use crate::claim::Kind;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::lexicon::names::fold;
use crate::lexicon::world;
use crate::value::{Level, Rank, Reason, Role, Status};

/// Days between two articles after which somebody may have risen or moved.
const TERM: u32 = 60;

/// Offices that are held for one town or land at a time.
const OF_ONE_PLACE: [&str; 4] = ["governor", "mayor", "president", "prime minister"];

/// Topics of kind role about what one person is.
pub(super) fn topics(story: &Story<'_>) -> Vec<JudgedTopic> {
    let mut topics = Vec::new();
    for character in &story.roster.characters {
        topics.extend(differing(story, character));
    }
    let mut namesakes: BTreeMap<String, Vec<&Character>> = BTreeMap::new();
    for character in story.roster.characters.iter().filter(|c| c.name.is_full() && !c.posts.is_empty()) {
        namesakes.entry(fold(&character.name.to_string())).or_default().push(character);
    }
    for same in namesakes.into_values() {
        if let [x, y] = same[..] {
            topics.extend(genders(story, x, y));
        }
    }
    topics
}

/// What keeps two roles of one person apart; `None` if they were compared. Each with
/// the number of its article.
pub(super) fn parted(story: &Story<'_>, a: (usize, &Role), b: (usize, &Role)) -> Option<Rivals> {
    clash(story, a, b).err()
}

/// Why two roles of one person, each with its article, exclude one another, if they do;
/// or what keeps them from being compared.
fn clash(story: &Story<'_>, a: (usize, &Role), b: (usize, &Role)) -> Result<Option<Reason>, Rivals> {
    let ((in_a, a), (in_b, b)) = (a, b);
    if matches!(a.status, Status::AtTheTime) || matches!(b.status, Status::AtTheTime) {
        return Err(Rivals::OtherTime);
    }
    if (a.status == Status::Former) != (b.status == Status::Former) {
        return Err(Rivals::OtherTime);
    }
    let is_later = story.days_apart(in_a, in_b).is_some_and(|days| days > TERM);
    match (Rank::of(&a.office), Rank::of(&b.office)) {
        (Some(x), Some(y)) => {
            let comparison = Rank::compare(x, y);
            if comparison.level != Level::Conflict {
                return Ok(None);
            }
            if a.names_other_body(b) {
                return Err(Rivals::Services);
            }
            if is_later {
                return Err(Rivals::Later);
            }
            Ok(Some(comparison.reason))
        }
        _ if a.office == b.office && OF_ONE_PLACE.contains(&a.office.as_str()) => {
            if !a.names_other_body(b) {
                return Ok(None);
            }
            if is_later {
                return Err(Rivals::Later);
            }
            Ok(Some(Reason::DifferentBody))
        }
        _ if a.office == b.office && !a.is_sole && is_land(a) && is_land(b) => {
            Ok(a.names_other_body(b).then_some(Reason::DifferentNationality))
        }
        _ => Err(Rivals::OnePerson),
    }
}

/// "the |Danish| painter": the body is a country.
fn is_land(role: &Role) -> bool {
    role.organisation.as_deref().is_some_and(|body| world::country_name(body).is_some())
}

/// The roles of a character that exclude one another.
fn differing(story: &Story<'_>, character: &Character) -> Option<JudgedTopic> {
    let told = story.roles_of(character);
    let pairs = || told.iter().enumerate().flat_map(|(i, a)| told[i + 1..].iter().map(move |b| (a, b)));
    let (first, second, reason) = pairs().find_map(|(a, b)| {
        let reason = clash(story, (a.0, &a.1.role), (b.0, &b.1.role)).ok().flatten()?;
        Some((a, b, reason))
    })?;
    let (p, q) = (&first.1.role, &second.1.role);
    // Whoever is of neither side says nothing against either.
    let mut sides: BTreeMap<usize, Vec<(usize, ClaimId)>> = BTreeMap::new();
    for (article, mention, claim) in &told {
        let is_of = |role: &Role| {
            let is_alike = match (Rank::of(&role.office), Rank::of(&mention.role.office)) {
                (Some(x), Some(y)) => x == y,
                _ => role.office == mention.role.office && role.organisation == mention.role.organisation,
            };
            is_alike && mention.role.status == role.status
        };
        if let Some(side) = [p, q].into_iter().position(is_of) {
            sides.entry(side).or_default().push((*article, *claim));
        }
    }
    let [a, b] = [0, 1].map(|side| sides.remove(&side).unwrap_or_default());
    // An article that has both knows of both: somebody rose, or is called so for short.
    let has_both = |article: usize| [&a, &b].iter().all(|s| s.iter().any(|(other, _)| *other == article));
    let is_internal = first.0 == second.0;
    let [a, b] = [&a, &b].map(|side| -> Vec<ClaimId> {
        let kept = side.iter().filter(|(article, _)| is_internal || !has_both(*article));
        kept.map(|(_, claim)| *claim).collect()
    });
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let confidence = match (is_internal, character.name.is_full()) {
        (false, true) => Confidence::Medium,
        (true, _) | (_, false) => Confidence::Low,
    };
    let (what, verdict, severity) = match reason {
        Reason::DifferentRank => ("rank", Verdict::Minor, Severity::Low),
        Reason::DifferentNationality => ("nationality", Verdict::Minor, Severity::Medium),
        _ => ("office", Verdict::Conflict, Severity::Medium),
    };
    let judged = Judged {
        kind: Kind::Role,
        title: format!("{what} of {}", character.name),
        verdict,
        confidence,
        severity,
        reason,
    };
    Some(story.topic(judged, vec![(p.to_string(), a), (q.to_string(), b)]))
}

/// One name, one role, once a man's and once a woman's word for it.
fn genders(story: &Story<'_>, x: &Character, y: &Character) -> Option<JudgedTopic> {
    if !x.casts.is_disjoint(&y.casts) {
        return None;
    }
    let gender = |c: &Character| c.members.iter().find_map(|m| story.roster.person(*m).gender);
    if gender(x)? == gender(y)? {
        return None;
    }
    let office = x.posts.intersection(&y.posts).next()?;
    let claims = |c: &Character| -> Vec<ClaimId> {
        let told = story.roles_of(c).into_iter().filter(|(_, told, _)| told.role.office == *office);
        told.map(|(_, _, claim)| claim).collect()
    };
    let judged = Judged {
        kind: Kind::Role,
        title: format!("{office} {}", x.name),
        verdict: Verdict::Minor,
        confidence: Confidence::Medium,
        severity: Severity::Low,
        reason: Reason::DifferentGender,
    };
    let printed = |claims: &[ClaimId]| {
        let first = claims.first().map(|c| story.claims[c.0 as usize].span)?;
        let text = &story.material[first.article.index()].article.article.text[first.range()];
        text.split_whitespace().last().map(str::to_lowercase)
    };
    let sides = [claims(x), claims(y)].map(|side| (printed(&side).unwrap_or_default(), side));
    Some(story.topic(judged, sides.into()))
}
