//! How long something lasts: "served four months".

use super::governing::governing;
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Subject, Value};
use crate::mention::figure::Form;

/// How long something lasts: "served four months".
pub struct Duration;

impl Detector for Duration {
    fn kind(&self) -> Kind {
        Kind::Duration
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/duration.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for figure in found.figures.iter().filter(|f| f.form == Form::Duration) {
                let subject = Subject::Measurand(governing(&sentence, figure.tokens.clone()));
                let value = Value::Quantity(figure.quantity.clone());
                claims.push(material.claim(Kind::Duration, &sentence, figure.tokens.clone(), value, subject));
            }
        }
    }
}
