//! Roles with two holders, people in office and formerly so, and two administrations
//! for one time.

use std::collections::BTreeMap;

use super::parted::{Rivals, Which};
use super::people::{Judged, Story};
use super::roles;
use super::roster::Character;
use crate::claim::Kind;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::lexicon::names::{self, fold};
use crate::value::{Level, PersonName, Reason, Role, Status};

/// Days between two articles after which an office may have changed hands.
const TERM: u32 = 60;

/// Topics of kinds name, role and office.
pub(super) fn topics(story: &Story<'_>) -> Vec<JudgedTopic> {
    let mut topics = holders(story);
    topics.extend(story.roster.characters.iter().filter_map(|c| status(story, c)));
    topics.extend(administrations(story));
    topics
}

/// One role, two holders.
fn holders(story: &Story<'_>) -> Vec<JudgedTopic> {
    let mut blocks: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (number, character) in story.roster.characters.iter().enumerate() {
        for (_, told, _) in story.roles_of(character) {
            if let Ok((office, organisation)) = post(&told.role, Which::A) {
                let block = blocks.entry((office.to_owned(), organisation.to_owned())).or_default();
                if !block.contains(&number) {
                    block.push(number);
                }
            }
        }
    }
    let mut topics = Vec::new();
    for ((office, organisation), block) in blocks {
        for (place, &a) in block.iter().enumerate() {
            for &b in &block[place + 1..] {
                topics.extend(two_holders(story, a, b, &office, &organisation).ok());
            }
        }
    }
    topics
}

/// Office and organisation of a role that only one may hold, and that somebody holds.
fn post(role: &Role, which: Which) -> Result<(&str, &str), Rivals> {
    let holds = matches!(role.status, Status::Incumbent | Status::Acting);
    match &role.organisation {
        Some(organisation) if role.is_sole && holds => Ok((&role.office, organisation)),
        Some(_) if role.is_sole => Err(Rivals::NotInOffice(which)),
        Some(_) | None => Err(Rivals::Shared(which)),
    }
}

/// Why the holders of two roles do not stand against each other; `None` if they do.
///
/// Each with the number of its character and that of its article.
pub(super) fn rivals(
    story: &Story<'_>,
    a: (usize, usize, &Role),
    b: (usize, usize, &Role),
) -> Option<Rivals> {
    if a.0 == b.0 {
        return roles::parted(story, (a.1, a.2), (b.1, b.2));
    }
    let [a, b] = [(a.0, a.2), (b.0, b.2)];
    let (x, y) = match (post(a.1, Which::A), post(b.1, Which::B)) {
        (Err(why), _) | (_, Err(why)) => return Some(why),
        (Ok(x), Ok(y)) => (x, y),
    };
    if x.0 != y.0 {
        return Some(Rivals::Office(x.0.to_owned(), y.0.to_owned()));
    }
    if x.1 != y.1 {
        return Some(Rivals::Organisation(x.1.to_owned(), y.1.to_owned()));
    }
    two_holders(story, a.0.min(b.0), a.0.max(b.0), x.0, x.1).err()
}

fn two_holders(
    story: &Story<'_>,
    a: usize,
    b: usize,
    office: &str,
    organisation: &str,
) -> Result<JudgedTopic, Rivals> {
    let [x, y] = [a, b].map(|n| &story.roster.characters[n]);
    if story.roster.are_linked(a, b) {
        return Err(Rivals::Linked);
    }
    if !x.casts.is_disjoint(&y.casts) {
        return Err(Rivals::OneArticle);
    }
    let excludes = || PersonName::compare(&x.name, &y.name).level == Level::Conflict;
    if !x.name.is_full() || !y.name.is_full() || !excludes() {
        return Err(Rivals::Names);
    }
    let here = |c: &Character| -> Vec<(usize, Role, ClaimId)> {
        let all = story.roles_of(c).into_iter().filter(|(_, r, _)| r.role.office == office);
        all.map(|(cast, r, claim)| (cast, r.role.clone(), claim)).collect()
    };
    let (of_x, of_y) = (here(x), here(y));
    let pairs = || of_x.iter().flat_map(|p| of_y.iter().map(move |q| (p, q)));
    // Both hold the office for one organisation; only another remit tells them apart.
    let differs = pairs().any(|(p, q)| {
        let (p, q) = (&p.1, &q.1);
        p.remit.is_some() && q.remit.is_some() && p.remit != q.remit
    });
    let is_former =
        of_x.iter().chain(&of_y).any(|(_, r, _)| matches!(r.status, Status::Former | Status::AtTheTime));
    let is_later = pairs().any(|(p, q)| story.days_apart(p.0, q.0).is_some_and(|days| days > TERM));
    // Offices change hands, but hardly to somebody of the same given name.
    let same_given = PersonName::compare(&x.name, &y.name).reason == Reason::DifferentFamilyName;
    if differs || is_former || is_later && !same_given {
        return Err(match (differs, is_former) {
            (true, _) => Rivals::Remits,
            (false, true) => Rivals::Former,
            (false, false) => Rivals::Later,
        });
    }
    let judged = Judged {
        kind: if same_given { Kind::Name } else { Kind::Role },
        title: format!("name · {organisation} {office}"),
        verdict: Verdict::Conflict,
        confidence: if same_given { Confidence::High } else { Confidence::Medium },
        severity: Severity::High,
        reason: Reason::TwoHolders,
    };
    let readings = [x, y].map(|c| {
        let mut claims: Vec<ClaimId> =
            c.members.iter().flat_map(|&m| story.numbers_of(m).names.iter().copied()).collect();
        claims.sort();
        (c.name.to_string(), claims)
    });
    Ok(story.topic(judged, readings.into()))
}

/// One person in office and formerly so.
fn status(story: &Story<'_>, character: &Character) -> Option<JudgedTopic> {
    let mut offices: BTreeMap<String, Vec<(usize, Role, ClaimId)>> = BTreeMap::new();
    for &member in &character.members {
        let person = story.roster.person(member);
        for &(place, claim) in &story.numbers_of(member).statuses {
            let role = &person.roles[place].role;
            offices.entry(role.office.clone()).or_default().push((member.cast, role.clone(), claim));
        }
    }
    for (office, told) in offices {
        let of = |wanted: Status| told.iter().filter(move |(_, r, _)| r.status == wanted);
        let clash =
            of(Status::Incumbent).flat_map(|p| of(Status::Former).map(move |q| (p, q))).find(|(p, q)| {
                let is_later = story.days_apart(p.0, q.0).is_some_and(|days| days > TERM);
                Role::compare(&p.1, &q.1).level != Level::Conflict && !is_later
            });
        let governs = if matches!(office.as_str(), "president" | "prime minister") {
            administration_of(story, character)
        } else {
            Vec::new()
        };
        let is_acting =
            governs.iter().any(|(is_acting, _)| *is_acting) && of(Status::Former).next().is_some();
        if clash.is_none() && !is_acting || is_history(story, character, &office) {
            continue;
        }
        let judged = Judged {
            kind: Kind::Office,
            title: format!("{} · {office}", character.name),
            verdict: Verdict::Conflict,
            confidence: Confidence::High,
            severity: Severity::High,
            reason: Reason::StatusDiffers,
        };
        let readings = [Status::Incumbent, Status::Former].map(|s| {
            let mut claims: Vec<ClaimId> = of(s.clone()).map(|(_, _, c)| *c).collect();
            if s == Status::Incumbent {
                claims.extend(governs.iter().map(|(_, c)| *c));
            }
            claims.sort();
            (s.to_string(), claims)
        });
        return Some(story.topic(judged, readings.into()));
    }
    None
}

/// The claims that the character's administration governs, and whether it acts there.
fn administration_of(story: &Story<'_>, character: &Character) -> Vec<(bool, ClaimId)> {
    let family = character.name.family().map(fold).unwrap_or_default();
    let casts = story.roster.casts.iter().zip(story.administrations);
    let told = casts.flat_map(|(cast, numbers)| cast.administrations.iter().zip(numbers));
    told.filter(|(a, _)| a.owner == family).map(|(a, &c)| (a.is_acting, c)).collect()
}

/// A president of an earlier time keeps the title where history is told.
fn is_history(story: &Story<'_>, character: &Character, office: &str) -> bool {
    if office != "president" {
        return false;
    }
    let family = character.name.family().map(fold).unwrap_or_default();
    let days = character.casts.iter().filter_map(|&c| story.material[c].article.article.published);
    let mut governed = days.filter_map(|day| names::governed(&family, &day.to_string())).peekable();
    governed.peek().is_some() && !governed.any(|g| g)
}

/// Two administrations that govern one country at one time.
fn administrations(story: &Story<'_>) -> Vec<JudgedTopic> {
    let mut owners: BTreeMap<&str, (bool, Vec<ClaimId>)> = BTreeMap::new();
    for (cast, numbers) in story.roster.casts.iter().zip(story.administrations) {
        for (told, &claim) in cast.administrations.iter().zip(numbers) {
            let entry = owners.entry(&told.owner).or_default();
            entry.0 |= told.is_acting;
            entry.1.push(claim);
        }
    }
    // Who is president now: in office everywhere, formerly so nowhere.
    let mut presidents: BTreeMap<String, Vec<ClaimId>> = BTreeMap::new();
    for character in &story.roster.characters {
        let told = story.roles_of(character);
        let office = told.iter().filter(|(_, r, _)| r.role.office == "president" && r.role.is_sole);
        let here: Vec<_> =
            office.filter(|(_, r, _)| r.role.status == Status::Incumbent).map(|(_, _, c)| *c).collect();
        if !here.is_empty() {
            presidents.entry(character.name.family().map(fold).unwrap_or_default()).or_default().extend(here);
        }
    }
    let mut topics = Vec::new();
    for (owner, (is_acting, claims)) in &owners {
        if !is_acting || presidents.contains_key(*owner) {
            continue;
        }
        let mut readings = vec![(format!("{} administration", title_case(owner)), claims.clone())];
        for (other, here) in &presidents {
            let mut all = here.clone();
            all.extend(owners.get(other.as_str()).map_or(&[][..], |(_, c)| c.as_slice()));
            let governs =
                owners.contains_key(other.as_str()) || names::governed(other, "1900-01-01").is_some();
            if governs {
                all.sort();
                readings.push((format!("{} administration", title_case(other)), all));
            }
        }
        if readings.len() == 2 {
            let judged = Judged {
                kind: Kind::Office,
                title: "administration in office".to_owned(),
                verdict: Verdict::Conflict,
                confidence: Confidence::High,
                severity: Severity::High,
                reason: Reason::DifferentAdministration,
            };
            topics.push(story.topic(judged, readings));
        }
    }
    topics
}

fn title_case(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}
