//! Sums of money: "a $25,000 bond", "2 million euros".

use super::governing::governing;
use super::{Detector, Material};
use crate::claim::{Claim, Kind, Subject, Value};
use crate::mention::figure::Form;

/// Sums of money: "a $25,000 bond", "2 million euros".
pub struct Money;

impl Detector for Money {
    fn kind(&self) -> Kind {
        Kind::Money
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/money.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for figure in found.figures.iter().filter(|f| f.form == Form::Money) {
                let subject = Subject::Measurand(governing(&sentence, figure.tokens.clone()));
                let value = Value::Quantity(figure.quantity.clone());
                claims.push(material.claim(Kind::Money, &sentence, figure.tokens.clone(), value, subject));
            }
        }
    }
}
