//! Lengths, areas, temperatures, magnitudes, calibres.

use super::governing::governing;
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Subject, Value};
use crate::mention::figure::Form;

/// Lengths, areas, temperatures, magnitudes, calibres.
pub struct Measure;

impl Detector for Measure {
    fn kind(&self) -> Kind {
        Kind::Measure
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/measure.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for figure in found.figures.iter().filter(|f| f.form == Form::Measure) {
                let subject = Subject::Measurand(governing(&sentence, figure.tokens.clone()));
                let value = Value::Quantity(figure.quantity.clone());
                claims.push(material.claim(Kind::Measure, &sentence, figure.tokens.clone(), value, subject));
            }
        }
    }
}
