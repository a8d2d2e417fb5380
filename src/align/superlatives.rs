//! Superlatives laid side by side: one "first" given to two, one "deadliest" that holds
//! since two different years.
//!
//! Only what is told in the same words is one superlative: the same rank, the same
//! noun and the same narrowing words.

use std::collections::BTreeMap;

use super::numbered;
use super::people::{Judged, judged_topic};
use super::roster::{Member, Roster};
use crate::claim::{Claim, Kind, Matter, Subject, Value};
use crate::detect::Material;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::value::{Level, PersonName, Reason, Superlative};

/// Fewest narrowing words that make a class: there are many only daughters.
const NARROW: usize = 1;

/// A superlative with the claim that tells it.
struct Told<'c> {
    id: ClaimId,
    claim: &'c Claim,
    matter: &'c Matter,
    superlative: &'c Superlative,
}

/// Topics of kind superlative, by first appearance.
pub fn topics(material: &[Material<'_>], claims: &[Claim]) -> Vec<JudgedTopic> {
    let mut blocks: BTreeMap<(&str, &str), Vec<Told>> = BTreeMap::new();
    for (id, claim) in numbered(claims) {
        let is_fact = claim.stance.modal.is_none() && !claim.stance.negated;
        if let (Value::Superlative(superlative), Subject::Matter(matter), true) =
            (&claim.value, &claim.subject, is_fact)
        {
            let told = Told { id, claim, matter, superlative };
            blocks.entry((&superlative.rank, &matter.object)).or_default().push(told);
        }
    }
    blocks.retain(|_, block| block.iter().any(|t| t.claim.span.article != block[0].claim.span.article));
    let mut topics = Vec::new();
    let mut roster = None;
    for block in blocks.values() {
        topics.extend(two_years(claims, block));
        let is_borne = block.iter().filter(|t| t.matter.is_named).count() > 1;
        if is_borne {
            let roster = roster.get_or_insert_with(|| Roster::of(material.iter().map(|m| &m.cast).collect()));
            topics.extend(two_bearers(roster, claims, block));
        }
    }
    topics.sort_by_key(|t| t.readings.iter().flat_map(|r| &r.claims).min().copied());
    topics
}

/// "the deadliest fire since 2011", "the deadliest fire since 2008".
fn two_years(claims: &[Claim], block: &[Told]) -> Option<JudgedTopic> {
    let dated: Vec<&Told> = block.iter().filter(|t| t.superlative.since.is_some()).collect();
    let first = dated.first()?;
    let differs = |a: &Told, b: &Told| {
        a.claim.span.article != b.claim.span.article
            && a.superlative.since != b.superlative.since
            && fits(a.matter, b.matter)
    };
    let other = dated.iter().find(|t| differs(first, t))?;
    // An article that gives both years speaks of two things.
    let gives_both = |t: &Told| {
        dated.iter().any(|o| {
            o.claim.span.article == t.claim.span.article && o.superlative.since != t.superlative.since
        })
    };
    if gives_both(first) || gives_both(other) {
        return None;
    }
    let is_same = first.matter.modifiers == other.matter.modifiers;
    let confidence = if is_same { Confidence::High } else { Confidence::Medium };
    let mut readings: BTreeMap<Option<i16>, Vec<ClaimId>> = BTreeMap::new();
    for t in dated.iter().filter(|t| fits(first.matter, t.matter) && !gives_both(t)) {
        readings.entry(t.superlative.since).or_default().push(t.id);
    }
    let readings = readings
        .into_iter()
        .map(|(since, ids)| (since.map_or_else(String::new, |year| format!("since {year}")), ids));
    let title = format!("{} {}", first.superlative.rank, first.matter.object);
    Some(judged_topic(claims, judged(title, confidence, Reason::DifferentSince), readings.collect()))
}

/// The words that narrow both are the same, or one says no more than the noun.
fn fits(a: &Matter, b: &Matter) -> bool {
    let holds = |x: &Matter, y: &Matter| x.modifiers.iter().all(|word| y.modifiers.contains(word));
    let is_bearer = !a.is_named || !b.is_named || a.holder.eq_ignore_ascii_case(&b.holder);
    is_bearer && (holds(a, b) || holds(b, a))
}

/// "Roe is the first woman to lead the port", "Hale is the first woman to lead the port".
fn two_bearers(roster: &Roster, claims: &[Claim], block: &[Told]) -> Option<JudgedTopic> {
    let borne: Vec<&Told> =
        block.iter().filter(|t| t.matter.is_named && t.matter.modifiers.len() >= NARROW).collect();
    for (place, a) in borne.iter().enumerate() {
        for b in &borne[place + 1..] {
            let is_one_class =
                a.matter.modifiers == b.matter.modifiers && a.superlative.since == b.superlative.since;
            if a.claim.span.article == b.claim.span.article || !is_one_class || !are_two(roster, a, b) {
                continue;
            }
            let title = format!("{} {}", a.superlative.rank, a.matter.object);
            let readings =
                [a, b].map(|t| (t.matter.holder.clone(), vec![t.id])).into_iter().collect::<Vec<_>>();
            let judged = judged(title, Confidence::Medium, Reason::TwoBearers);
            return Some(judged_topic(claims, judged, readings));
        }
    }
    None
}

/// Two people of the story whose names are not forms of one, or two names of bodies.
fn are_two(roster: &Roster, a: &Told, b: &Told) -> bool {
    let character = |t: &Told| {
        let member = Member { cast: t.claim.span.article.index(), person: t.matter.person? as usize };
        roster.characters.iter().position(|c| c.members.contains(&member))
    };
    match (character(a), character(b)) {
        (Some(x), Some(y)) => {
            let is_linked = roster.links.iter().any(|l| (l.a, l.b) == (x.min(y), x.max(y)));
            let names = [x, y].map(|n| &roster.characters[n].name);
            x != y && !is_linked && PersonName::compare(names[0], names[1]).level == Level::Conflict
        }
        (None, None) => {
            let (x, y) = (a.matter.holder.to_lowercase(), b.matter.holder.to_lowercase());
            !x.contains(&y) && !y.contains(&x)
        }
        _ => false,
    }
}

fn judged(title: String, confidence: Confidence, reason: Reason) -> Judged {
    Judged {
        kind: Kind::Superlative,
        title,
        verdict: Verdict::Conflict,
        confidence,
        severity: Severity::Medium,
        reason,
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Cluster;
    use crate::claim::Kind;
    use crate::discrepancy::Confidence;
    use crate::read;

    /// What two articles report of superlatives.
    fn found(a: &str, b: &str) -> Vec<(Confidence, Vec<String>)> {
        let article = |id: &str, text: &str| read::article(id, None, None, Some("2015-06-20"), text);
        let report = crate::check(&Cluster::new(vec![article("a", a), article("b", b)]));
        let topics = report.discrepancies().into_iter().filter(|t| t.kind == Kind::Superlative);
        topics.map(|t| (t.confidence, t.readings.iter().map(|r| r.value.clone()).collect())).collect()
    }

    #[test]
    fn one_superlative_for_two_or_since_two_years_is_told() {
        let mut complaints = String::new();
        for (a, b, confidence, values) in [
            (
                "It was the deadliest fire since 2011.",
                "It was the deadliest fire since 2008.",
                Confidence::High,
                ["since 2008", "since 2011"],
            ),
            (
                "It was the deadliest fire in Hallan since 2011.",
                "It was the deadliest fire since 2008.",
                Confidence::Medium,
                ["since 2008", "since 2011"],
            ),
            (
                "Maria Ortega is the first woman to lead the port.",
                "Jane Roe became the first woman to lead the port.",
                Confidence::Medium,
                ["Maria Ortega", "Jane Roe"],
            ),
            (
                "Maria Ortega was the first person to plead guilty in the harbour case.",
                "Jane Roe was the first person to plead guilty in the harbour case.",
                Confidence::Medium,
                ["Maria Ortega", "Jane Roe"],
            ),
            (
                "Maria Ortega was the only survivor of the crash.",
                "Jane Roe was the only survivor of the crash.",
                Confidence::Medium,
                ["Maria Ortega", "Jane Roe"],
            ),
            (
                "Peter Hale, the only doctor on the island, left.",
                "John Brandt is the only doctor on the island.",
                Confidence::Medium,
                ["Peter Hale", "John Brandt"],
            ),
        ] {
            let mut given = found(a, b);
            given.iter_mut().for_each(|g| g.1.sort());
            let mut values = values.map(str::to_owned).to_vec();
            values.sort();
            if given != [(confidence, values)] {
                complaints.push_str(&format!("\n{a} / {b}\n  gives {given:?}"));
            }
        }
        assert!(complaints.is_empty(), "{complaints}");
    }

    #[test]
    fn superlatives_of_two_classes_are_not() {
        let mut complaints = String::new();
        for (a, b) in [
            ("It was the deadliest fire since 2011.", "It was the worst fire since 2008."),
            ("It was the deadliest fire since 2011.", "It was the deadliest flood since 2008."),
            (
                "It was the deadliest fire in Hallan since 2011.",
                "It was the deadliest fire in Nordvik since 2008.",
            ),
            ("It was the deadliest fire since 2011.", "It was the deadliest fire since at least 2008."),
            (
                "Maria Ortega is the first woman to lead the port.",
                "Jane Roe became the first woman to lead the bank.",
            ),
            (
                "Maria Ortega is the first woman to lead the port.",
                "Jane Roe became the second woman to lead the port.",
            ),
            (
                "Maria Ortega is the first woman to lead the port.",
                "Ortega became the first woman to lead the port.",
            ),
            ("Maria Ortega is the only daughter.", "Jane Roe is the only daughter."),
            (
                "Maria Ortega was the first official to plead guilty in the harbour case.",
                "Jane Roe was the first person to plead guilty in the harbour case.",
            ),
            (
                "Maria Ortega was the only survivor of the crash.",
                "Maria Ortega and Jane Roe survived the crash.",
            ),
            (
                "It was the first meeting of the two sides this year.",
                "The two sides met for the first time in ten years.",
            ),
            (
                "It was the largest fire in the history of the port.",
                "It was the second-largest fire in the history of the port.",
            ),
            (
                "Peter Hale is the only doctor on the island.",
                "John Brandt is not the only doctor on the island.",
            ),
        ] {
            let given = found(a, b);
            if !given.is_empty() {
                complaints.push_str(&format!("\n{a} / {b}\n  gives {given:?}"));
            }
        }
        assert!(complaints.is_empty(), "{complaints}");
    }
}
