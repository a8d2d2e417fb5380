//! Offices: who is in office and who was, and whose administration governs.

use super::bearing;
use super::{Detector, Material};
use crate::article::AnnotatedArticle;
use crate::claim::{Claim, Kind, Subject, Value};
use crate::mention::{Cast, Person};
use crate::value::Status;

/// Who is in office and who was, and whose administration governs.
pub struct Office;

impl Detector for Office {
    fn kind(&self) -> Kind {
        Kind::Office
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/office.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (person, number) in material.cast.people.iter().zip(0..) {
            claims.extend(statuses(material.article, number, person).into_iter().map(|(_, claim)| claim));
        }
        claims.extend(administrations(material.article, &material.cast));
    }
}

/// One claim for each role of the person that only one may hold, in order; each
/// with its place in [`Person::roles`].
pub(crate) fn statuses(article: &AnnotatedArticle<'_>, number: u32, person: &Person) -> Vec<(usize, Claim)> {
    let sole = person.roles.iter().enumerate().filter(|(_, told)| told.role.is_sole);
    sole.map(|(place, told)| {
        let span = article.span(&article.sentence(told.sentence), told.tokens.clone());
        let value = Value::Status(told.role.status.clone());
        let subject = Subject::Person(number);
        let mut claim = bearing::claim(article, Kind::Office, told.sentence, span, value, subject);
        claim.holder = person.mentions.first().map(|m| m.span);
        (place, claim)
    })
    .collect()
}

/// One claim for each governing administration of the article, in order.
pub(crate) fn administrations(article: &AnnotatedArticle<'_>, cast: &Cast) -> Vec<Claim> {
    let told = cast.administrations.iter();
    told.map(|a| {
        let value = Value::Status(Status::Administration(a.owner.clone()));
        let subject = Subject::Person(u32::MAX);
        bearing::claim(article, Kind::Office, a.sentence, a.span, value, subject)
    })
    .collect()
}
