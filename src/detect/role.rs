//! Roles: what a person is said to be, and who is said to have claimed an attack.

use super::bearing;
use super::{Detector, Material};
use crate::article::AnnotatedArticle;
use crate::claim::{Claim, Kind, Matter, Subject, Value};
use crate::mention::Person;
use crate::mention::claimant::claimants;
use crate::value::ProperName;

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
        for (sentence, _) in material.sentences() {
            for name in claimants(&sentence) {
                let value = ProperName::new(&sentence.whole_text()[sentence.bytes(name.clone())]);
                let matter = Matter {
                    holder: value.name.to_lowercase(),
                    is_named: true,
                    object: CLAIMANT.to_owned(),
                    ..Matter::default()
                };
                let subject = Subject::Matter(matter);
                claims.push(material.claim(Kind::Role, &sentence, name, Value::Proper(value), subject));
            }
        }
    }
}

/// What claimants hold: the object of their matter.
pub(crate) const CLAIMANT: &str = "responsibility";

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
