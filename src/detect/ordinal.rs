//! Rank in a sequence: "the second anniversary", "the twentieth month".

use super::measurand::counted;
use super::{Detector, Material};
use crate::claim::{Claim, Kind};
use crate::mention::figure::Form;

/// Rank in a sequence: "the second anniversary", "the twentieth month".
pub struct Ordinal;

impl Detector for Ordinal {
    fn kind(&self) -> Kind {
        Kind::Ordinal
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/ordinal.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for figure in found.figures.iter().filter(|f| f.form == Form::Ordinal) {
                let counted = counted(&sentence, figure.tokens.clone());
                claims.push(material.counted_claim(Kind::Ordinal, &sentence, figure, counted));
            }
        }
    }
}
