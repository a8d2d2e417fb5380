//! Names: how an article calls a person.

use super::bearing;
use super::{Detector, Material};
use crate::article::AnnotatedArticle;
use crate::claim::{Claim, Kind, Subject, Value};
use crate::mention::Person;

/// How an article calls a person.
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
