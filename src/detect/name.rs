//! Names: how an article calls a person.

use super::{Detector, Material};
use super::{bearing, proper};
use std::collections::BTreeSet;

use crate::article::{AnnotatedArticle, Span};
use crate::claim::{Claim, Kind, Subject, Value};
use crate::mention::Person;

/// How an article calls a person, a people or a body.
pub struct Name;

impl Detector for Name {
    fn kind(&self) -> Kind {
        Kind::Name
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/name.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (person, number) in material.cast.people.iter().zip(0..) {
            claims.extend(self::claims(material.article, number, person));
        }
        let people: BTreeSet<Span> = claims.iter().filter(|c| c.kind == Kind::Name).map(|c| c.span).collect();
        let others = proper::claims(material.article, &material.proper, Kind::Name);
        claims.extend(others.into_iter().filter(|c| !people.contains(&c.span)));
    }
}

/// One claim for each mention of the person, in order.
pub(crate) fn claims(article: &AnnotatedArticle<'_>, number: u32, person: &Person) -> Vec<Claim> {
    let mentions = person.mentions.iter();
    mentions
        .map(|m| {
            let value = Value::Name(m.name.clone());
            bearing::claim(article, Kind::Name, m.sentence, m.span, value, Subject::Person(number))
        })
        .collect()
}
