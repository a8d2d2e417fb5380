//! Names: how an article calls a person.

use super::bearing;
use crate::article::AnnotatedArticle;
use crate::claim::{Claim, Kind, Subject, Value};
use crate::mention::Person;

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
