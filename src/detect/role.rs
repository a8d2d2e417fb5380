//! Roles: what a person is said to be.

use super::bearing;
use super::{Detector, Material};
use crate::article::AnnotatedArticle;
use crate::claim::{Claim, Kind, Subject, Value};
use crate::mention::Person;

/// What a person is said to be.
pub struct Role;

impl Detector for Role {
    fn kind(&self) -> Kind {
        Kind::Role
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/role.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for person in &material.cast.people {
            claims.extend(self::claims(material.article, person));
        }
    }
}

/// One claim for each role told of the person, in order.
pub(crate) fn claims(article: &AnnotatedArticle<'_>, person: &Person) -> Vec<Claim> {
    let roles = person.roles.iter();
    roles
        .map(|told| {
            let span = article.span(&article.sentence(told.sentence), told.tokens.clone());
            let value = Value::Role(told.role.clone());
            let subject = Subject::Role(told.role.clone());
            let mut claim = bearing::claim(article, Kind::Role, told.sentence, span, value, subject);
            claim.holder = person.mentions.first().map(|m| m.span);
            claim
        })
        .collect()
}
