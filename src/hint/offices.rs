//! Who held an office on the day, as the reference lists have it.
//!
//! The office is one that the text gives with its country; or the lists know one of the
//! people, by full name, in one office of one country.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Known, printed};
use crate::claim::Value;
use crate::discrepancy::JudgedTopic;
use crate::lexicon::names::fold;
use crate::lexicon::world;
use crate::value::{Level, PersonName, Status};

/// An office of a country.
type Office = (String, String);

/// One sentence for each office of the topic that the lists know on its days.
pub(super) fn hints(known: &Known<'_>, topic: &JudgedTopic) -> Vec<String> {
    let days = known.days_of(topic);
    if days.is_empty() {
        return Vec::new();
    }
    let mut offices = told(known, topic);
    if offices.is_empty() {
        offices = listed(known, topic);
    }
    offices.iter().filter_map(|office| hint(office, &days)).collect()
}

/// The offices that the text gives with their country.
fn told(known: &Known<'_>, topic: &JudgedTopic) -> BTreeSet<Office> {
    let roles = known.roles_of(topic).into_iter().filter(|r| r.is_sole && r.status != Status::AtTheTime);
    let mut offices: BTreeSet<Office> =
        roles.filter_map(|r| Some((r.organisation.clone()?, r.office.clone()))).collect();
    // Administrations are named after their head, and the lists tell whose they are.
    let owners = known.claims_of(topic).filter_map(|claim| match &claim.value {
        Value::Status(Status::Administration(owner)) => Some(owner),
        _ => None,
    });
    for owner in owners {
        offices.extend(only(world::terms().filter(|(_, office, holder)| {
            let family = holder.split(' ').next_back().unwrap_or(holder);
            *office == "president" && holder.contains(' ') && fold(family) == *owner
        })));
    }
    offices.retain(|(country, office)| {
        world::terms().any(|(listed, known, _)| listed == country && known == office)
    });
    offices
}

/// The offices in which the lists know the people of the topic.
fn listed(known: &Known<'_>, topic: &JudgedTopic) -> BTreeSet<Office> {
    let roles = known.roles_of(topic);
    let fits = |office: &str| roles.is_empty() || roles.iter().any(|r| r.office == office);
    let mut offices = BTreeSet::new();
    for person in known.people_of(topic) {
        let family = fold(person.family().unwrap_or_default());
        offices.extend(only(world::terms().filter(|(_, office, holder)| {
            fits(office)
                && holder.split(' ').any(|word| near(&fold(word), &family))
                && PersonName::parse(holder).is_some_and(|listed| is_one(&listed, &person))
        })));
    }
    offices
}

/// The one office of the terms; `None` where they are of several.
fn only<'t>(terms: impl Iterator<Item = (&'t str, &'t str, &'t str)>) -> Option<Office> {
    let offices: BTreeSet<Office> = terms.map(|(c, o, _)| (c.to_owned(), o.to_owned())).collect();
    let mut offices = offices.into_iter();
    offices.next().filter(|_| offices.next().is_none())
}

/// A cheap first look: a spelling that changes the first letter is passed over.
fn near(a: &str, b: &str) -> bool {
    a.chars().next() == b.chars().next()
}

/// A full name of the lists and one of the text that may be its bearer's.
fn is_one(listed: &PersonName, told: &PersonName) -> bool {
    listed.is_full() && PersonName::compare(listed, told).level >= Level::Compatible
}

/// Who held the office on those days: one sentence, with a day for each holder.
fn hint((country, office): &Office, days: &[Date]) -> Option<String> {
    let mut holders: Vec<(Date, &str)> = Vec::new();
    for &day in days {
        let holder = world::holder(country, office, day)?;
        if holders.last().is_none_or(|(_, last)| *last != holder) {
            holders.push((day, holder));
        }
    }
    let name = world::country_name(country)?;
    let the = if WITH_ARTICLE.contains(&name) { "the " } else { "" };
    let (first, rest) = holders.split_first()?;
    let mut said = format!("on {} the {office} of {the}{name} was {}", printed(first.0), first.1);
    for (day, holder) in rest {
        said.push_str(&format!(", on {} {holder}", printed(*day)));
    }
    Some(said)
}

/// Countries whose name takes an article inside a sentence.
const WITH_ARTICLE: [&str; 6] =
    ["Maldives", "Netherlands", "Philippines", "United Arab Emirates", "United Kingdom", "United States"];
