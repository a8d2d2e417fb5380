//! What the house's own records have of a person or an office.
//!
//! A record speaks where its person is one of the topic's, under whatever spelling, or
//! where its role is the one that the topic is about, on a day of that role.

use super::{Known, printed};
use crate::discrepancy::JudgedTopic;
use crate::house::words;
use crate::options::HouseFact;
use crate::value::{Level, PersonName, Reason, Role};

/// One sentence for each record that speaks of the topic.
pub(super) fn hints(known: &Known<'_>, topic: &JudgedTopic, facts: &[HouseFact]) -> Vec<String> {
    if facts.is_empty() {
        return Vec::new();
    }
    let people = known.people_of(topic);
    let roles = known.roles_of(topic);
    let days = known.days_of(topic);
    let is_in_force = |fact: &HouseFact| {
        !days.is_empty()
            && days.iter().all(|d| fact.from.is_none_or(|f| f <= *d) && fact.until.is_none_or(|u| *d <= u))
    };
    let speaks = |fact: &&HouseFact| {
        let is_of = |person: &PersonName| PersonName::parse(&fact.name).is_some_and(|f| may_be(&f, person));
        people.iter().any(is_of) || is_in_force(fact) && roles.iter().any(|role| is_role(fact, role))
    };
    facts.iter().filter(speaks).map(said).collect()
}

/// One person, or one whose name is printed with another letter.
fn may_be(a: &PersonName, b: &PersonName) -> bool {
    let comparison = PersonName::compare(a, b);
    comparison.level >= Level::Compatible || comparison.reason == Reason::SpellingDiffers
}

/// "mayor of Alder Falls" is the office of mayor that belongs to "alder falls".
fn is_role(fact: &HouseFact, role: &Role) -> bool {
    let told = fact.role.as_deref().map(words).unwrap_or_default();
    let holds_all = |name: &str| name.split(' ').all(|word| told.iter().any(|w| w == word));
    role.organisation.as_deref().is_some_and(holds_all) && holds_all(&role.office)
}

/// "the house has “Ana Roe”, mayor of Alder Falls, from 1 May 2024".
fn said(fact: &HouseFact) -> String {
    let mut said = format!("the house has “{}”", fact.name);
    if let Some(role) = &fact.role {
        said.push_str(&format!(", {role}"));
    }
    match (fact.from, fact.until) {
        (Some(from), Some(until)) => {
            said.push_str(&format!(", from {} to {}", printed(from), printed(until)));
        }
        (Some(from), None) => said.push_str(&format!(", from {}", printed(from))),
        (None, Some(until)) => said.push_str(&format!(", to {}", printed(until))),
        (None, None) => {}
    }
    said
}
