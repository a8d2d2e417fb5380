//! Hints: what reference lists and the house's own records have beside a discrepancy.
//!
//! A hint is a witness more and no judge. It stands beside the sides, changes no
//! verdict, and says nothing where the lists do not know: of a day without a date, of an
//! office in a country that the text does not give, of a city with two countries.

mod facts;
mod offices;
mod places;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::article::{Cluster, Span};
use crate::claim::{Claim, Kind, Value};
use crate::discrepancy::JudgedTopic;
use crate::options::HouseFact;
use crate::value::{PersonName, Role};

/// Adds to every discrepancy what is known beside it.
pub fn add(cluster: &Cluster, claims: &[Claim], topics: &mut [JudgedTopic], facts: &[HouseFact]) {
    let known = Known::of(cluster, claims);
    for topic in topics.iter_mut().filter(|t| t.verdict.is_discrepancy() && t.hint.is_none()) {
        let said = match topic.kind {
            Kind::Name | Kind::Role | Kind::Office => {
                let mut said = facts::hints(&known, topic, facts);
                // The house's word of somebody makes that of the lists superfluous.
                if said.is_empty() {
                    said = offices::hints(&known, topic);
                }
                said
            }
            Kind::Place => places::hints(&known, topic),
            Kind::QuoteSpeaker => facts::hints(&known, topic, facts),
            Kind::Count
            | Kind::Percent
            | Kind::Money
            | Kind::Measure
            | Kind::Duration
            | Kind::Age
            | Kind::Ordinal
            | Kind::Date
            | Kind::Time
            | Kind::QuoteWording
            | Kind::Weekday
            | Kind::Sum
            | Kind::Share
            | Kind::Change
            | Kind::Conversion
            | Kind::Anniversary
            | Kind::Outcome
            | Kind::Superlative => Vec::new(),
        };
        topic.hint = (!said.is_empty()).then(|| said.join("; "));
    }
}

/// The claims of a story, and the roles that they tell.
struct Known<'a> {
    cluster: &'a Cluster,
    claims: &'a [Claim],
    /// The roles by the place where they are told, and by the first mention of their
    /// holder.
    roles: BTreeMap<Span, Vec<&'a Role>>,
}

impl<'a> Known<'a> {
    fn of(cluster: &'a Cluster, claims: &'a [Claim]) -> Known<'a> {
        let mut roles: BTreeMap<Span, Vec<&Role>> = BTreeMap::new();
        for claim in claims {
            if let Value::Role(role) = &claim.value {
                for span in [Some(claim.span), claim.holder].into_iter().flatten() {
                    roles.entry(span).or_default().push(role);
                }
            }
        }
        Known { cluster, claims, roles }
    }

    /// The claims of the topic.
    fn claims_of<'t>(&'t self, topic: &'t JudgedTopic) -> impl Iterator<Item = &'a Claim> + 't {
        topic.readings.iter().flat_map(|r| &r.claims).filter_map(|c| self.claims.get(c.0 as usize))
    }

    /// The roles that the topic's claims tell, or that are told of their people.
    fn roles_of(&self, topic: &JudgedTopic) -> Vec<&'a Role> {
        let spans = self.claims_of(topic).flat_map(|c| [Some(c.span), c.holder]).flatten();
        let mut roles: Vec<&Role> = Vec::new();
        for role in spans.filter_map(|span| self.roles.get(&span)).flatten() {
            if !roles.contains(role) {
                roles.push(role);
            }
        }
        roles
    }

    /// The people whom the topic's claims name, or of whom they tell.
    fn people_of(&self, topic: &JudgedTopic) -> Vec<PersonName> {
        let mut people: Vec<PersonName> = Vec::new();
        for claim in self.claims_of(topic) {
            let name = match (&claim.value, claim.holder) {
                (Value::Name(name), _) => Some(name.clone()),
                (_, Some(holder)) => PersonName::parse(&self.cluster[holder]),
                (_, None) => None,
            };
            people.extend(name.filter(|name| name.is_full() && !people.contains(name)));
        }
        people
    }

    /// The days for which the topic's claims hold: their own or, where they give none,
    /// those of publication.
    fn days_of(&self, topic: &JudgedTopic) -> Vec<Date> {
        let days = self.claims_of(topic).filter_map(|claim| {
            let own = claim.as_of.as_ref().and_then(|a| Some((a.when.first()?, a.when.last()?)));
            match own {
                Some((first, last)) => (first == last).then_some(first),
                None => self.cluster[claim.span.article].published,
            }
        });
        let mut days: Vec<Date> = days.collect();
        days.sort();
        days.dedup();
        days
    }
}

/// "11 May 2025".
fn printed(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests;
