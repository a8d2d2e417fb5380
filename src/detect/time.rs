//! The time of day of an event: "shortly before 7 p.m.", "0440 GMT".

use super::happening::happening;
use super::measurand::top_of;
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Subject, Value};

/// The time of day of an event.
pub struct Time;

impl Detector for Time {
    fn kind(&self) -> Kind {
        Kind::Time
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/time.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for mention in &found.clocks {
                let top = top_of(&sentence, mention.tokens.clone());
                let Some(event) = happening(&sentence, top, material.main_event) else { continue };
                let value = Value::Clock(mention.clock.clone());
                let subject = Subject::Event(event);
                claims.push(material.claim(Kind::Time, &sentence, mention.tokens.clone(), value, subject));
            }
        }
    }
}
