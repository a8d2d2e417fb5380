//! One attack that two groups claim.
//!
//! Each paper may name one and both may have claimed it: who reads both should know.
//! An article that names several claimants knows of all and speaks against nobody.

use std::collections::BTreeMap;

use super::numbered;
use super::people::{Judged, judged_topic};
use crate::article::ArticleId;
use crate::claim::{Claim, Kind, Value};
use crate::detect::role::CLAIMANT;
use crate::discrepancy::{ClaimId, Confidence, JudgedTopic, Severity, Verdict};
use crate::lexicon::names::fold;
use crate::value::{Level, ProperName, Reason};

/// A claimant as some articles name it.
struct Claimant<'a> {
    name: &'a ProperName,
    claims: Vec<(ArticleId, ClaimId)>,
}

/// The topic of an attack that two groups claim, each in articles of its own.
pub fn topics(claims: &[Claim]) -> Option<JudgedTopic> {
    let mut found: Vec<Claimant<'_>> = Vec::new();
    for (id, claim) in numbered(claims).filter(|(_, c)| is_claimant(c)) {
        let Value::Proper(name) = &claim.value else { continue };
        let placed = (claim.span.article, id);
        match found.iter_mut().find(|c| are_one(c.name, name)) {
            Some(one) => one.claims.push(placed),
            None => found.push(Claimant { name, claims: vec![placed] }),
        }
    }
    let mut named: BTreeMap<ArticleId, usize> = BTreeMap::new();
    for one in &found {
        let mut articles: Vec<ArticleId> = one.claims.iter().map(|(article, _)| *article).collect();
        articles.dedup();
        for article in articles {
            *named.entry(article).or_default() += 1;
        }
    }
    for one in &mut found {
        one.claims.retain(|(article, _)| named.get(article) == Some(&1));
    }
    found.retain(|one| !one.claims.is_empty());
    if found.len() != 2 {
        return None;
    }
    let judged = Judged {
        kind: Kind::Role,
        title: "who claimed responsibility".to_owned(),
        verdict: Verdict::Conflict,
        confidence: Confidence::Medium,
        severity: Severity::Medium,
        reason: Reason::TwoClaimants,
    };
    let sides = found.into_iter().map(|one| {
        let claims = one.claims.into_iter().map(|(_, id)| id).collect();
        (one.name.name.clone(), claims)
    });
    Some(judged_topic(claims, judged, sides.collect()))
}

/// True for a claim that somebody claims an attack.
pub(super) fn is_claimant(claim: &Claim) -> bool {
    claim.kind == Kind::Role
        && matches!(&claim.subject, crate::claim::Subject::Matter(matter) if matter.object == CLAIMANT)
}

/// One name, a part of it, its initials or another spelling.
fn are_one(a: &ProperName, b: &ProperName) -> bool {
    let words = |n: &ProperName| -> Vec<String> {
        let all = n.name.split([' ', '-']).map(fold);
        all.filter(|w| !matches!(w.as_str(), "the" | "of" | "for" | "al" | "el" | "")).collect()
    };
    let (x, y) = (words(a), words(b));
    let holds = |a: &[String], b: &[String]| a.iter().all(|word| b.contains(word));
    // "ISB" and "Islands South Brigade", and a letter more for a land.
    let spells = |short: &[String], long: &[String]| {
        let initials: String = long.iter().filter_map(|w| w.chars().next()).collect();
        matches!(short, [one] if long.len() > 1 && one.starts_with(&initials))
    };
    let is_spelt = a.compare(b).level >= Level::Compatible;
    holds(&x, &y) || holds(&y, &x) || spells(&x, &y) || spells(&y, &x) || is_spelt
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_group_has_a_long_name_a_short_one_and_its_initials() {
        let cases = [
            ("Karsa Liberation Front", "Karsa Liberation Front", true),
            ("Karsa Liberation Front", "Karsa Front", true),
            ("Karsa Liberation Front", "KLF", true),
            ("Karsa Liberation Front", "Karsa Liberation Brigade", false),
            ("Karsa Liberation Front", "KLB", false),
            ("al-Karsavan", "al-Karsvan", true),
        ];
        for (a, b, want) in cases {
            let [a, b] = [a, b].map(ProperName::new);
            assert_eq!((are_one(&a, &b), are_one(&b, &a)), (want, want), "{a:?} / {b:?}");
        }
    }
}
