//! Sums of money: "a $25,000 bond", "2 million euros".

use super::accused::accused;
use super::governing::governing;
use super::measurand::top_of;
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
                let tokens = figure.tokens.clone();
                let measurand = governing(&sentence, tokens.clone());
                let is_bond = measurand.counted == "bond";
                let value = Value::Quantity(figure.quantity.clone());
                let subject = Subject::Measurand(measurand);
                let mut claim = material.claim(Kind::Money, &sentence, tokens.clone(), value, subject);
                if is_bond {
                    claim.holder = accused(material, &sentence, top_of(&sentence, tokens));
                }
                claims.push(claim);
            }
        }
    }
}
