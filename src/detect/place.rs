//! Where an event was: streets and blocks.

use super::happening::happening;
use super::measurand::top_of;
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Subject, Value};

/// Where an event was.
pub struct Place;

impl Detector for Place {
    fn kind(&self) -> Kind {
        Kind::Place
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/place.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for street in &found.streets {
                let top = top_of(&sentence, street.tokens.clone());
                let Some(event) = happening(&sentence, top, material.main_event) else { continue };
                let value = Value::Place(street.place.clone());
                let subject = Subject::Event(event);
                claims.push(material.claim(Kind::Place, &sentence, street.tokens.clone(), value, subject));
            }
        }
    }
}
