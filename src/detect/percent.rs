//! Percentages and shares: "70 percent of voters", "one in five".

use super::measurand::counted;
use super::{Detector, Material};
use crate::claim::{Claim, Kind};
use crate::language::Tag;
use crate::mention::figure::Form;

/// Percentages and shares: "70 percent of voters", "one in five".
pub struct Percent;

impl Detector for Percent {
    fn kind(&self) -> Kind {
        Kind::Percent
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/kinds/percent.md")
    }

    fn detect(&self, material: &Material, claims: &mut Vec<Claim>) {
        for (sentence, found) in material.sentences() {
            for figure in found.figures.iter().filter(|f| matches!(f.form, Form::Percent | Form::Share)) {
                let mut counted = counted(&sentence, figure.tokens.clone());
                // A share is one of its whole: of Israelis, of Americans.
                if let Some(noun) = counted.noun.filter(|&n| sentence.tag(n) == Tag::Propn) {
                    counted.measurand.counted = sentence.norm(noun).to_owned();
                }
                claims.push(material.counted_claim(Kind::Percent, &sentence, figure, counted));
            }
        }
    }
}
