//! The day of an event: "was shot on Friday night", "the Sept. 15 shooting".

use super::happening::happening;
use super::measurand::top_of;
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Subject, Value};

/// The day of an event.
pub struct Date;

impl Detector for Date {
    fn kind(&self) -> Kind {
        Kind::Date
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/date.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for moment in found.moments.iter().filter(|m| m.places_event()) {
                let top = top_of(&sentence, moment.tokens.clone());
                let Some(event) = happening(&sentence, top, material.main_event) else { continue };
                let value = Value::When(moment.when.clone());
                let subject = Subject::Event(event);
                claims.push(material.claim(Kind::Date, &sentence, moment.tokens.clone(), value, subject));
            }
        }
    }
}
