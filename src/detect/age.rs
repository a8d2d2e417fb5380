//! Ages: how old an article says a person is.

use super::bearing;
use super::{Detector, Material};
use crate::article::AnnotatedArticle;
use crate::claim::{Claim, Kind, Subject, Value};
use crate::mention::{Person, ToldAge, earlier};

/// How old an article says a person is.
pub struct Age;

impl Detector for Age {
    fn kind(&self) -> Kind {
        Kind::Age
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/age.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (person, number) in material.cast.people.iter().zip(0..) {
            claims.extend(self::claims(material.article, number, person));
        }
    }
}

/// One claim for each age told of the person, in order.
pub(crate) fn claims(article: &AnnotatedArticle<'_>, number: u32, person: &Person) -> Vec<Claim> {
    person.ages.iter().map(|told| claim(article, number, person, told)).collect()
}

fn claim(article: &AnnotatedArticle<'_>, number: u32, person: &Person, told: &ToldAge) -> Claim {
    let value = Value::Age(told.age);
    let mut claim =
        bearing::claim(article, Kind::Age, told.sentence, told.span, value, Subject::Person(number));
    claim.holder = person.mentions.first().map(|m| m.span);
    let sentence = article.sentence(told.sentence);
    let stands = |i: &usize| told.span.contains(article.span(&sentence, *i..*i + 1));
    let first = (0..sentence.len()).find(stands);
    // "Police initially said Ana was 11": an age that is no longer given.
    claim.stance.earlier = first.and_then(|first| earlier(&sentence, &(first..first + 1)));
    claim
}
